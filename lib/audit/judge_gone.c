/* Findings whose rule is in no pack any more: nobody asks for them, so they would stay open for ever. */
#include <string.h>

#include "audit/judge.h"
#include "db/sql.h"

struct going {
    const struct rules *rules;
    struct judgement *judgement;
    const struct rule *rule; /* the last that was gone */
};

static bool
is_there(const struct rules *rules, const char *id)
{
    for (int i = 0; i < rules->count; i++)
        if (strcmp(rules->rules[i].id, id) == 0)
            return true;
    return false;
}

/* What is left to be told of a rule that is gone. */
static const struct rule *
name(struct going *going, const struct db_stmt *stmt)
{
    struct arena *arena = going->judgement->arena;
    if (going->rule && strcmp(going->rule->id, db_get_text(stmt, 2)) == 0)
        return going->rule;
    struct rule *rule = arena_alloc(arena, sizeof *rule);
    rule->id = db_keep_text(stmt, 2, arena);
    rule->severity = db_keep_text(stmt, 3, arena);
    rule->title = "规则已从规则包中撤下";
    rule->en = "the rule is in no pack any more";
    return going->rule = rule;
}

static int
read_open(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct going *going = context;
    struct judgement *judgement = going->judgement;
    struct arena *arena = judgement->arena;
    (void)err;
    if (is_there(going->rules, db_get_text(stmt, 2)))
        return 0;
    judgement->items = arena_more(arena, judgement->items, judgement->count, &judgement->room,
                                  sizeof *judgement->items);
    judgement->items[judgement->count++] = (struct judged){
        .rule = name(going, stmt),
        .found = {.store_id = db_get_int(stmt, 0),
                  .store = db_keep_text(stmt, 8, arena),
                  .subject = db_keep_text(stmt, 4, arena),
                  .detail = db_keep_text(stmt, 5, arena),
                  .day = db_get(stmt, 6).type == DB_INT ? db_get_int(stmt, 6) : NO_DAY},
        .mark = MARK_WITHDRAWN,
        .id = db_get_int(stmt, 1),
        .found_at = db_get_int(stmt, 7),
    };
    judgement->counts.withdrawn++;
    return 0;
}

int
judge_gone(struct db *db, const struct rules *rules, struct judgement *judgement, struct err *err)
{
    struct going going = {.rules = rules, .judgement = judgement};
    return sql_each(db, SQL_AUDIT_GONE, NULL, 0, read_open, &going, err);
}
