/* medi-followup due: what is owed to clients now, for people and for the programs that send. */
#include <string.h>

#include "bin/followup/verbs_people.h"
#include "record/personal.h"
#include "record/value.h"
#include "staff/staff.h"

enum { COLUMNS = 17, NAME = 15, PARAMS = 9 };

/* The statement's columns: behind `tries` those that are only worked with. */
enum { Q_URGENCY, Q_STORE, Q_CODE, Q_KIND, Q_LAST = 14, Q_CLIENT_ID, Q_KEY, Q_NAME, Q_PHONE };

static const struct out_column columns[COLUMNS] = {
    {"status", NULL, OUT_TEXT}, {"store", NULL, OUT_TEXT},     {"code", NULL, OUT_TEXT},
    {"kind", NULL, OUT_TEXT},   {"plan", NULL, OUT_TEXT},      {"step", NULL, OUT_TEXT},
    {"grade", NULL, OUT_INT},   {"due_at", NULL, OUT_MOMENT},  {"until_at", NULL, OUT_MOMENT},
    {"client", NULL, OUT_TEXT}, {"treatment", NULL, OUT_TEXT}, {"project", NULL, OUT_TEXT},
    {"role", NULL, OUT_TEXT},   {"staff", NULL, OUT_TEXT},     {"tries", NULL, OUT_INT},
    {"name", NULL, OUT_TEXT},   {"phone", NULL, OUT_TEXT},
};

struct due_list {
    struct ctx *ctx;
    struct vault *vault;
    bool reveal;
    struct out *out;
    struct arena row;
    int64_t rows;
};

/* ---- names ----------------------------------------------------------------------------------------- */

static int
open_name(struct due_list *list, const struct db_stmt *stmt, int column, const char *name,
          struct db_value *value, struct err *err)
{
    struct db_value sealed = db_get(stmt, column);
    if (personal_open(list->ctx->db, list->vault, &list->row, "client", name,
                      db_get_int(stmt, Q_CLIENT_ID), db_get(stmt, Q_KEY), sealed, value, err) < 0)
        return -1;
    if (sealed.type == DB_NULL || (list->reveal && value->type != DB_NULL))
        return 0;
    const struct kind_column shape = {
        .name = name, .type = column == Q_PHONE ? KIND_PHONE : KIND_TEXT, .personal = true};
    *value = value->type == DB_NULL ? db_text("***")
                                    : db_text(value_mask(&list->row, &shape, value->text));
    return 0;
}

static int
print_task(struct due_list *list, const struct db_stmt *stmt, struct err *err)
{
    static const char *const statuses[] = {"urgent", "late", "due"};
    struct db_value values[COLUMNS];
    arena_reset(&list->row);
    values[0] = db_text(statuses[db_get_int(stmt, Q_URGENCY)]);
    for (int i = Q_STORE; i <= Q_LAST; i++)
        values[i] = db_get(stmt, i);
    if (open_name(list, stmt, Q_NAME, "name", &values[NAME], err) < 0 ||
        open_name(list, stmt, Q_PHONE, "phone", &values[NAME + 1], err) < 0)
        return -1;
    list->rows++;
    return out_row(list->out, values, err);
}

/* ---- whose ------------------------------------------------------------------------------------------ */

static int
find_whose(struct ctx *ctx, const struct due_args *args, struct staff *staff, struct err *err)
{
    int64_t today = followup_today(ctx);
    *staff = (struct staff){0};
    if (args->staff && args->mine)
        return err_set(err, ERR_USAGE, _("--staff and --mine do not go together"));
    if (args->staff)
        return staff_find(ctx->db, ctx->arena, args->staff, today, staff, err);
    if (!args->mine)
        return 0;
    int found = staff_of_login(ctx->db, ctx->arena, cli_actor(ctx), today, staff, err);
    if (found == 0)
        return err_set(err, ERR_DATA,
                       _("--mine: your account is nobody's of the staff; say --staff CODE"));
    return found < 0 ? -1 : 0;
}

static int
list_tasks(struct due_list *list, const struct due_args *args, const struct staff *staff,
           struct err *err)
{
    struct ctx *ctx = list->ctx;
    int64_t to = args->to == OPT_UNSET ? followup_today(ctx) + 1 : args->to;
    const struct db_value values[PARAMS] = {
        ctx->store ? db_int(ctx->store_id) : db_null(),
        db_int(to),
        db_int(ctx->as_of),
        db_id(staff->id),
        db_text(staff->role),
        db_text(args->role),
        db_text(args->kind),
        db_int(args->overdue),
        db_text(args->client),
    };
    struct db_stmt *stmt = NULL;
    int more = sql_open(ctx->db, &stmt, SQL_FOLLOWUP_DUE, values, PARAMS, err);
    if (more == 0)
        more = db_step(stmt, err);
    for (; more == 1; more = more < 0 ? -1 : db_step(stmt, err))
        if (print_task(list, stmt, err) < 0)
            more = -1;
    db_finish(stmt);
    return more < 0 ? -1 : out_end(list->out, err);
}

static int
due_tasks(struct ctx *ctx, const struct due_args *args, struct err *err)
{
    struct due_list list = {.ctx = ctx, .reveal = args->reveal != NULL};
    struct staff staff;
    if (find_whose(ctx, args, &staff, err) < 0 || cli_vault(ctx, &list.vault, err) < 0 ||
        cli_reveal(ctx, args->reveal, followup_store(ctx), "due", err) < 0)
        return -1;
    arena_init(&list.row);
    list.out = cli_out(ctx, columns, COLUMNS);
    int result = list_tasks(&list, args, &staff, err);
    out_free(list.out);
    arena_release(&list.row);
    return result < 0 ? -1 : list.rows > 0 && ctx->exit_rows;
}

/* ---- messages ------------------------------------------------------------------------------------------ */

static int
due_messages(struct ctx *ctx, const struct due_args *args, struct err *err)
{
    int64_t to = args->to == OPT_UNSET ? followup_today(ctx) + 1 : args->to;
    const struct db_value values[] = {ctx->store ? db_int(ctx->store_id) : db_null(), db_int(to),
                                      db_text(args->client)};
    struct db_stmt *stmt = NULL;
    if (args->staff || args->mine || args->role || args->kind || args->overdue || args->reveal)
        return err_set(err, ERR_USAGE, _("--messages: goes with --to and --client alone"));
    if (sql_open(ctx->db, &stmt, SQL_FOLLOWUP_DUE_MESSAGES, values, 3, err) < 0)
        return -1;
    int64_t rows = cli_print(ctx, stmt, sql_get(SQL_FOLLOWUP_DUE_MESSAGES), err);
    db_finish(stmt);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}

int
cmd_due(struct ctx *ctx, void *data, struct err *err)
{
    const struct due_args *args = data;
    return args->messages ? due_messages(ctx, args, err) : due_tasks(ctx, args, err);
}
