/* What the verbs around the gates share, and next: what is still missing before a treatment. */
#include <string.h>

#include "bin/visit/verbs.h"
#include "visit/gate_entry.h"
#include "visit/treat.h"

int
gates_begin(struct ctx *ctx, int64_t *store_id, struct gate_rules *rules, struct err *err)
{
    const struct packs packs = {NULL, ctx->share};
    if (cli_store_id(ctx, store_id, err) < 0)
        return -1;
    return rules ? gate_rules_load(ctx->arena, &packs, rules, err) : 0;
}

/* ---- next ------------------------------------------------------------------------------------ */

static const struct out_column next_columns[] = {
    {"project", NULL, OUT_TEXT}, {"gate", NULL, OUT_TEXT}, {"about", NULL, OUT_TEXT},
    {"missing", NULL, OUT_TEXT}, {"who", NULL, OUT_TEXT},  {"command", NULL, OUT_TEXT},
};
enum { NEXT_COLUMNS = sizeof next_columns / sizeof next_columns[0] };

/* A command that is to be run in this store says so. */
static const char *
whole_command(struct ctx *ctx, const char *command)
{
    bool of_store = command && (strncmp(command, "medi-visit", 10) == 0 ||
                                strncmp(command, "medi-stock", 10) == 0);
    return of_store ? arena_printf(ctx->arena, "%s -s %s", command, ctx->store) : command;
}

static int
print_list(struct ctx *ctx, const char *project, const struct gate_list *list, struct out *out,
           struct err *err)
{
    for (int i = 0; i < list->count; i++) {
        const struct gate_missing *item = &list->items[i];
        const struct gate_info *info = gate_info(item->gate);
        const struct db_value values[NEXT_COLUMNS] = {
            db_text(project),
            db_text(info->code),
            *item->about ? db_text(item->about) : db_null(),
            db_text(item->words),
            db_text(item->role),
            db_text(whole_command(ctx, item->command)),
        };
        if (out_row(out, values, err) < 0)
            return -1;
    }
    return 0;
}

static int
given_uses(struct ctx *ctx, const struct next_args *args, struct treat *treat, struct err *err)
{
    if (args->uses.count == 0)
        return treat_kit(ctx->db, ctx->arena, treat, err);
    treat->uses = arena_array(ctx->arena, (size_t)args->uses.count, sizeof *treat->uses);
    for (int i = 0; i < args->uses.count; i++)
        if (treat_parse_use(ctx->db, ctx->arena, treat->given.store_id,
                            zone_day(ctx->zone, ctx->now), args->uses.items[i],
                            &treat->uses[treat->use_count++], err) < 0)
            return -1;
    return 0;
}

/* One project of the visit: the number of what is missing, or -1. */
static int
next_project(struct ctx *ctx, const struct next_args *args, const struct gate_rules *rules,
             struct treat treat, const char *project, struct out *out, struct err *err)
{
    const char *kind;
    struct gate_list list = {0};
    if (treat_project(ctx->db, ctx->arena, project, &treat.given.project_id, &kind, err) < 0 ||
        given_uses(ctx, args, &treat, err) < 0 ||
        treat_device(ctx->db, ctx->arena, &treat, kind, err) < 0 ||
        treat_judge(ctx->db, ctx->arena, rules, &treat, &list, err) < 0 ||
        print_list(ctx, project, &list, out, err) < 0)
        return -1;
    return list.count;
}

static int
next_projects(struct ctx *ctx, struct next_args *args, const struct treat *treat, struct err *err)
{
    if (args->projects.count)
        return 0;
    if (treat_projects_of(ctx->db, ctx->arena, treat->given.store_id, treat->given.visit_id,
                          &args->projects.items, &args->projects.count, err) < 0)
        return -1;
    return args->projects.count
               ? 0
               : err_set(err, ERR_USAGE,
                         _("visit %s is about no project yet; say which: --project"), args->visit);
}

static int
next_case(struct ctx *ctx, const struct next_args *args, struct treat *treat, struct err *err)
{
    struct treat_visit visit;
    struct gate_case *given = &treat->given;
    given->at = args->at == OPT_UNSET ? ctx->as_of : args->at;
    given->day = zone_day(ctx->zone, given->at);
    given->device = args->device;
    treat->quantity = 1;
    if (treat_visit(ctx->db, ctx->arena, given->store_id, args->visit, &visit, err) < 0)
        return -1;
    given->visit_id = visit.id;
    given->client_id = visit.client_id;
    given->operator_id = visit.doctor_id;
    if (args->operator&&
        treat_staff(ctx->db, ctx->arena, args->operator, & given->operator_id, NULL, err) < 0)
        return -1;
    return args->nurse ? treat_staff(ctx->db, ctx->arena, args->nurse, &given->nurse_id, NULL, err)
                       : 0;
}

int
cmd_next(struct ctx *ctx, void *data, struct err *err)
{
    struct next_args *args = data;
    struct gate_rules rules;
    struct treat treat = {.ended_at = -1};
    int missing = 0;
    if (gates_begin(ctx, &treat.given.store_id, &rules, err) < 0 ||
        next_case(ctx, args, &treat, err) < 0 || next_projects(ctx, args, &treat, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, next_columns, NEXT_COLUMNS);
    for (int i = 0; missing >= 0 && i < args->projects.count; i++) {
        int more = next_project(ctx, args, &rules, treat, args->projects.items[i], out, err);
        missing = more < 0 ? -1 : missing + more;
    }
    if (missing >= 0 && out_end(out, err) < 0)
        missing = -1;
    out_free(out);
    if (missing == 0)
        cli_say(ctx, _("visit %s: nothing is missing"), args->visit);
    return missing < 0 ? -1 : missing > 0 ? EXIT_NO : 0;
}
