/* What is read of complaints: one with its steps, what is due, the monthly top, the table of steps. */
#include <string.h>

#include "base/str.h"
#include "bin/complaint/verbs.h"
#include "complaint/due.h"
#include "complaint/pack.h"
#include "record/personal.h"
#include "record/value.h"

/* ---- show ---------------------------------------------------------------------------------------------- */

enum { SHOW_COLUMNS = 9, SEALED = 8, SHOW_ID = 9, SHOW_KEY = 10, SHOW_STEP = 11 };

/* The words of a step, or of the complaint where it was opened; masked unless they are to be seen. */
static int
open_words(struct ctx *ctx, struct vault *vault, const struct db_stmt *stmt, bool reveal,
           struct db_value *value, struct err *err)
{
    bool of_step = db_get_int(stmt, SHOW_STEP) == 1;
    if (personal_open(ctx->db, vault, ctx->arena, of_step ? "complaint_step" : "complaint",
                      of_step ? "note" : "detail", db_get_int(stmt, SHOW_ID),
                      db_get(stmt, SHOW_KEY), db_get(stmt, SEALED), value, err) < 0)
        return -1;
    if (!reveal && value->type == DB_TEXT) {
        const struct kind_column note = {.name = "note", .type = KIND_TEXT, .personal = true};
        *value = db_text(value_mask(ctx->arena, &note, value->text));
    }
    return 0;
}

static int
print_steps(struct ctx *ctx, struct vault *vault, struct db_stmt *stmt, bool reveal,
            struct err *err)
{
    static const struct out_column columns[SHOW_COLUMNS] = {
        {"line", NULL, OUT_INT},   {"step", NULL, OUT_TEXT},        {"at", NULL, OUT_MOMENT},
        {"staff", NULL, OUT_TEXT}, {"with", NULL, OUT_TEXT},        {"amount_fen", NULL, OUT_FEN},
        {"proof", NULL, OUT_TEXT}, {"improvement", NULL, OUT_TEXT}, {"note", NULL, OUT_TEXT},
    };
    struct out *out = cli_out(ctx, columns, SHOW_COLUMNS);
    int more;
    while ((more = db_step(stmt, err)) == 1) {
        struct db_value values[SHOW_COLUMNS];
        for (int i = 0; i < SEALED; i++)
            values[i] = db_get(stmt, i);
        if (open_words(ctx, vault, stmt, reveal, &values[SEALED], err) < 0 ||
            out_row(out, values, err) < 0) {
            more = -1;
            break;
        }
    }
    if (more == 0)
        more = out_end(out, err);
    out_free(out);
    return more;
}

static int
ask_reveal(struct ctx *ctx, const struct show_args *args, int64_t store_id,
           const struct vault *vault, struct err *err)
{
    if (!args->reveal && vault)
        cli_say(ctx, _("what the client said is masked; --reveal REASON shows it and is logged"));
    return cli_reveal(ctx, args->reveal, store_id,
                      arena_printf(ctx->arena, "complaint %s %s", ctx->store, args->complaint),
                      err);
}

int
cmd_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct show_args *args = data;
    struct complaint complaint;
    struct vault *vault = NULL;
    struct db_stmt *stmt = NULL;
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        complaint_get(ctx->db, ctx->arena, store_id, args->complaint, &complaint, err) < 0 ||
        cli_vault(ctx, &vault, err) < 0 || ask_reveal(ctx, args, store_id, vault, err) < 0)
        return -1;
    struct db_value values[] = {db_int(store_id), db_int(complaint.id)};
    int result = sql_open(ctx->db, &stmt, SQL_COMPLAINT_SHOW, values, 2, err);
    if (result == 0)
        result = print_steps(ctx, vault, stmt, args->reveal != NULL, err);
    db_finish(stmt);
    return result;
}

/* ---- due ------------------------------------------------------------------------------------------------ */

static const struct out_column due_columns[] = {
    {"severity", NULL, OUT_TEXT}, {"store", NULL, OUT_TEXT},       {"code", NULL, OUT_TEXT},
    {"client", NULL, OUT_TEXT},   {"category", NULL, OUT_TEXT},    {"grade", NULL, OUT_INT},
    {"state", NULL, OUT_TEXT},    {"clock", NULL, OUT_TEXT},       {"status", NULL, OUT_TEXT},
    {"due_at", NULL, OUT_MOMENT}, {"minutes_left", NULL, OUT_INT}, {"owner", NULL, OUT_TEXT},
    {"notify", NULL, OUT_TEXT},
};
enum { DUE_COLUMNS = sizeof due_columns / sizeof due_columns[0] };

struct due_print {
    struct out *out;
    bool all;         /* also what is not due yet */
    bool errors_only; /* for the exit code */
    int found;
};

static int
print_due(void *context, const struct due *due, struct err *err)
{
    struct due_print *print = context;
    bool late = due->status == DUE_LATE, soon = due->status == DUE_SOON;
    if (!late && !soon && !print->all)
        return 0;
    struct db_value values[DUE_COLUMNS] = {
        db_text(late   ? "error"
                : soon ? "warning"
                       : "info"),
        db_text(due->rules->store),
        db_text(due->code),
        db_text(due->client),
        db_text(due->category),
        db_int(due->severity),
        db_text(due->state),
        db_text(due_clock_name(due->clock)),
        db_text(due_status_name(due->status)),
        db_int(due->due_at),
        db_int(due->minutes),
        db_text(due->owner),
        db_text(due->notify),
    };
    print->found += late || (soon && !print->errors_only);
    return out_row(print->out, values, err);
}

int
cmd_due(struct ctx *ctx, void *data, struct err *err)
{
    const struct due_args *args = data;
    struct packs packs = verbs_packs(ctx);
    struct due_print print = {.out = cli_out(ctx, due_columns, DUE_COLUMNS),
                              .all = args->all,
                              .errors_only = args->fail_on && strcmp(args->fail_on, "error") == 0};
    int result = due_list(ctx->db, ctx->arena, &packs, ctx->store ? &ctx->store_id : NULL,
                          ctx->as_of, print_due, &print, err);
    if (result == 0)
        result = out_end(print.out, err);
    out_free(print.out);
    return result < 0 ? -1 : print.found > 0 ? EXIT_NO : 0;
}

/* ---- top ------------------------------------------------------------------------------------------------- */

static int
print_top(struct ctx *ctx, struct db_stmt *stmt, const struct categories *categories,
          const char *month, struct err *err)
{
    static const struct out_column columns[] = {
        {"month", NULL, OUT_TEXT},     {"rank", NULL, OUT_INT},
        {"category", NULL, OUT_TEXT},  {"title", NULL, OUT_TEXT},
        {"complaints", NULL, OUT_INT}, {"share", NULL, OUT_RATIO},
        {"grade", NULL, OUT_INT},      {"before", NULL, OUT_INT},
        {"change", NULL, OUT_INT},     {"share_before", NULL, OUT_RATIO},
    };
    struct out *out = cli_out(ctx, columns, 10);
    int more, rows = 0;
    while ((more = db_step(stmt, err)) == 1) {
        struct err unknown = {0};
        const struct category *category = category_find(categories, db_get_text(stmt, 0), &unknown);
        int64_t count = db_get_int(stmt, 1), before = db_get_int(stmt, 4);
        struct db_value values[] = {
            db_text(month),
            db_int(++rows),
            db_get(stmt, 0),
            category ? db_text(ctx->zh ? category->zh : category->says) : db_null(),
            db_int(count),
            db_int(count),
            db_get(stmt, 2),
            db_get(stmt, 3),
            db_int(before),
            db_int(count - before),
            db_int(before),
            db_get(stmt, 5),
        };
        if (out_row(out, values, err) < 0) {
            more = -1;
            break;
        }
    }
    if (more == 0)
        more = out_end(out, err);
    out_free(out);
    return more < 0 ? -1 : rows;
}

int
cmd_top(struct ctx *ctx, void *data, struct err *err)
{
    const struct top_args *args = data;
    struct packs packs = verbs_packs(ctx);
    struct categories categories;
    struct db_stmt *stmt = NULL;
    char text[16];
    int64_t this_month = day_month_start(zone_day(ctx->zone, ctx->as_of));
    int64_t from =
        args->month == OPT_UNSET ? day_add_months(this_month, -1) : day_month_start(args->month);
    int64_t count = args->count == OPT_UNSET ? 3 : args->count;
    if (count < 1 || count > 1000)
        return err_set(err, ERR_USAGE, _("--count: must be from 1 to 1000"));
    struct db_value values[] = {db_int(from), db_int(day_add_months(from, 1)),
                                db_int(day_add_months(from, -1)),
                                ctx->store ? db_int(ctx->store_id) : db_null(), db_int(count)};
    if (categories_load(ctx->arena, &packs, &categories, err) < 0)
        return -1;
    day_format(from, text);
    text[strlen("2026-09")] = '\0';
    int rows = -1;
    if (sql_open(ctx->db, &stmt, SQL_COMPLAINT_TOP, values, 5, err) == 0)
        rows = print_top(ctx, stmt, &categories, text, err);
    db_finish(stmt);
    if (rows == 0)
        cli_say(ctx, _("no complaints in %s"), text);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}

/* ---- steps
 * ------------------------------------------------------------------------------------------------ */

static const char *
states_of(struct ctx *ctx, const struct step_rule *rule)
{
    struct str words = STR_INIT;
    for (int state = 0; state < STATES; state++)
        if (rule->from & 1u << state)
            str_addf(&words, "%s%s", words.length ? " " : "",
                     state_name((enum complaint_state)state));
    const char *text = words.length ? arena_strdup(ctx->arena, words.text) : NULL;
    str_release(&words);
    return text;
}

static const char *
roles_of(struct ctx *ctx, const struct step_rule *rule)
{
    struct str words = STR_INIT;
    for (int i = 0; rule->roles && rule->roles[i]; i++)
        str_addf(&words, "%s%s", i ? " " : "", rule->roles[i]);
    const char *text = words.length ? arena_strdup(ctx->arena, words.text) : NULL;
    str_release(&words);
    return text;
}

int
cmd_steps(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"step", NULL, OUT_TEXT},  {"from", NULL, OUT_TEXT},   {"to", NULL, OUT_TEXT},
        {"roles", NULL, OUT_TEXT}, {"paused", NULL, OUT_BOOL}, {"needs", NULL, OUT_TEXT},
    };
    struct out *out = cli_out(ctx, columns, 6);
    int result = 0;
    (void)data;
    for (int i = 0; i < STEPS && result == 0; i++) {
        const struct step_rule *rule = step_rule((enum complaint_step)i);
        const char *to = rule->to == STATES ? NULL : state_name(rule->to);
        struct db_value values[] = {
            db_text(rule->name),
            db_text(states_of(ctx, rule)),
            db_text(i == STEP_ASSIGN ? state_name(STATE_ASSIGNED) : to),
            db_text(roles_of(ctx, rule)),
            db_int(rule->while_paused),
            db_text(_(rule->needs)),
        };
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}
