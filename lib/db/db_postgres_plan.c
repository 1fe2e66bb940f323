/* Prepared statements. One that is finished is kept for the next who prepares the same text, and none
 * is given back to the server: a run has few statements, and the server forgets them with the
 * connection. */
#include "db/db_postgres.h"

#include <stdlib.h>
#include <string.h>

/* A number that the text leaves out has no type to be found, and so it is called a text. */
static void
guess_types(struct postgres_plan *plan, const struct postgres_scanned *text)
{
    plan->reads = text->reads;
    plan->params = text->params;
    plan->param_types = arena_array(&plan->arena, (size_t)plan->params, sizeof(Oid));
    for (int number = 1; number <= plan->params; number++) {
        bool there = text->used.text[number / 8] >> number % 8 & 1;
        plan->param_types[number - 1] = there ? 0 : PG_TEXT;
    }
}

static void
take_description(struct postgres_db *db, struct postgres_plan *plan, PGresult *result)
{
    const struct postgres_api *pq = &db->pq;
    plan->columns = pq->PQnfields(result);
    plan->types = arena_array(&plan->arena, (size_t)plan->columns, sizeof *plan->types);
    plan->names = arena_array(&plan->arena, (size_t)plan->columns, sizeof *plan->names);
    for (int i = 0; i < plan->params && i < pq->PQnparams(result); i++)
        plan->param_types[i] = pq->PQparamtype(result, i);
    for (int i = 0; i < plan->columns; i++) {
        plan->types[i] = pq->PQftype(result, i);
        plan->names[i] = arena_strdup(&plan->arena, pq->PQfname(result, i));
    }
}

/* The answers to Parse, Describe and Sync. The first failure is the one that counts. */
static int
read_answers(struct postgres_db *db, struct postgres_plan *plan, struct err *err)
{
    const struct postgres_api *pq = &db->pq;
    int result = 0;
    bool synced = false;
    for (int empty = 0; !synced && empty < 2;) {
        PGresult *answer = pq->PQgetResult(db->conn);
        ExecStatusType status = answer ? pq->PQresultStatus(answer) : PGRES_EMPTY_QUERY;
        empty = answer ? 0 : empty + 1;
        synced = status == PGRES_PIPELINE_SYNC;
        if (status == PGRES_FATAL_ERROR && result == 0)
            result = postgres_fail(db, answer, err);
        else if (status == PGRES_COMMAND_OK && pq->PQnfields(answer) + pq->PQnparams(answer) > 0)
            take_description(db, plan, answer);
        pq->PQclear(answer);
    }
    return result == 0 && !synced ? postgres_fail(db, NULL, err) : result;
}

/* Prepared and described in one round trip. */
static int
make(struct postgres_db *db, struct postgres_plan *plan, struct err *err)
{
    const struct postgres_api *pq = &db->pq;
    snprintf(plan->name, sizeof plan->name, "medi%u", ++db->plan_count);
    plan->generation = db->generation;
    plan->columns = 0;
    if (postgres_quiet(db, err) != 0)
        return -1;
    int result = -1;
    if (pq->PQenterPipelineMode(db->conn) &&
        pq->PQsendPrepare(db->conn, plan->name, plan->sql, plan->params, plan->param_types) &&
        pq->PQsendDescribePrepared(db->conn, plan->name) && pq->PQpipelineSync(db->conn))
        result = read_answers(db, plan, err);
    else
        postgres_fail(db, NULL, err);
    pq->PQexitPipelineMode(db->conn);
    postgres_settled(db);
    return result;
}

static struct postgres_plan *
find(struct postgres_db *db, const char *sql)
{
    struct postgres_plan *plan = db->plans;
    while (plan &&
           (plan->taken || plan->generation != db->generation || strcmp(plan->sql, sql) != 0))
        plan = plan->next;
    return plan;
}

static void
plan_free(struct postgres_plan *plan)
{
    arena_release(&plan->arena);
    free(plan);
}

int
postgres_plan_take(struct postgres_db *db, struct postgres_plan **out, const char *sql,
                   struct err *err)
{
    struct postgres_plan *plan = find(db, sql);
    if (!plan) {
        struct postgres_scanned text;
        plan = mem_alloc(sizeof *plan);
        *plan = (struct postgres_plan){.next = NULL};
        arena_init(&plan->arena);
        plan->sql = arena_strdup(&plan->arena, sql);
        int result = postgres_scan(&db->base, sql, &text, err);
        if (result == 0) {
            guess_types(plan, &text);
            result = make(db, plan, err);
        }
        str_release(&text.used);
        if (result != 0) {
            plan_free(plan);
            return -1;
        }
        plan->next = db->plans;
        db->plans = plan;
    }
    plan->taken = true;
    *out = plan;
    return 0;
}

int
postgres_plan_renew(struct postgres_db *db, struct postgres_plan **plan, struct err *err)
{
    struct postgres_plan *fresh;
    if ((*plan)->generation == db->generation)
        return 0;
    if (postgres_plan_take(db, &fresh, (*plan)->sql, err) != 0)
        return -1;
    if (fresh->columns != (*plan)->columns) {
        postgres_plan_give(fresh);
        return err_set(err, ERR_DB, _("%s: a table was altered under a statement that reads it"),
                       db->base.place);
    }
    postgres_plan_give(*plan);
    *plan = fresh;
    return 0;
}

void
postgres_plan_give(struct postgres_plan *plan)
{
    plan->taken = false;
}

void
postgres_plans_free(struct postgres_db *db)
{
    while (db->plans) {
        struct postgres_plan *plan = db->plans;
        db->plans = plan->next;
        plan_free(plan);
    }
}
