/* What rosters ask of each, how evenly, and how much of their time people treat. */
#include <string.h>

#include "bin/roster/verbs_show.h"
#include "board/fairness.h"

static struct db_value
millionths(int64_t minutes)
{
    return db_int(minutes * 1000000 / 60);
}

/* ---- a row a person -------------------------------------------------------------------------- */

static int
print_people(struct out *out, const struct fairness *list, int count, struct err *err)
{
    for (int i = 0; i < count; i++) {
        const struct fairness *fair = &list[i];
        bool known = fair->contract >= 0;
        const struct db_value values[] = {db_text(fair->person->code),
                                          db_text(fair->person->name),
                                          db_text(fair->person->role),
                                          millionths(fair->minutes),
                                          known ? millionths(fair->contract) : db_null(),
                                          known ? millionths(fair->minutes - fair->contract)
                                                : db_null(),
                                          db_int(fair->shifts),
                                          db_int(fair->weekends),
                                          db_int(fair->late),
                                          db_int(fair->granted),
                                          db_int(fair->wishes),
                                          db_int(fair->short_rests)};
        if (out_row(out, values, err) < 0)
            return -1;
    }
    return 0;
}

static struct out *
out_of_people(struct ctx *ctx)
{
    static const struct out_column columns[] = {
        {"staff", NULL, OUT_TEXT},
        {"name", NULL, OUT_TEXT},
        {"role", NULL, OUT_TEXT},
        {"hours", NULL, OUT_DECIMAL},
        {"contract_hours", NULL, OUT_DECIMAL},
        {"over_hours", NULL, OUT_DECIMAL},
        {"shifts", NULL, OUT_INT},
        {"weekends", NULL, OUT_INT},
        {"late", NULL, OUT_INT},
        {"wishes_granted", NULL, OUT_RATIO},
        {"short_rests", NULL, OUT_INT},
    };
    return cli_out(ctx, columns, 11);
}

/* ---- a row a role ---------------------------------------------------------------------------- */

static int
print_role(struct out *out, const struct fairness *first, int count, struct err *err)
{
    struct db_value values[13] = {db_text(first->person->role), db_int(count)};
    int64_t granted = 0, wishes = 0;
    for (int what = FAIR_HOURS; what <= FAIR_LATE; what++) {
        struct fairness_spread spread = fairness_spread(first, count, what);
        values[2 + 3 * what] = db_int(spread.mean);
        values[3 + 3 * what] = db_int(spread.range);
        values[4 + 3 * what] = db_int(spread.deviation);
    }
    for (int i = 0; i < count; i++) {
        granted += first[i].granted;
        wishes += first[i].wishes;
    }
    values[11] = db_int(granted);
    values[12] = db_int(wishes);
    return out_row(out, values, err);
}

static int
print_roles(struct out *out, const struct fairness *list, int count, struct err *err)
{
    int end;
    for (int first = 0; first < count; first = end) {
        for (end = first + 1;
             end < count && strcmp(list[end].person->role, list[first].person->role) == 0; end++)
            ;
        if (print_role(out, &list[first], end - first, err) < 0)
            return -1;
    }
    return 0;
}

static struct out *
out_of_roles(struct ctx *ctx)
{
    static const struct out_column columns[] = {
        {"role", NULL, OUT_TEXT},
        {"people", NULL, OUT_INT},
        {"hours_mean", NULL, OUT_DECIMAL},
        {"hours_range", NULL, OUT_DECIMAL},
        {"hours_deviation", NULL, OUT_DECIMAL},
        {"weekends_mean", NULL, OUT_DECIMAL},
        {"weekends_range", NULL, OUT_DECIMAL},
        {"weekends_deviation", NULL, OUT_DECIMAL},
        {"late_mean", NULL, OUT_DECIMAL},
        {"late_range", NULL, OUT_DECIMAL},
        {"late_deviation", NULL, OUT_DECIMAL},
        {"wishes_granted", NULL, OUT_RATIO},
    };
    return cli_out(ctx, columns, 12);
}

/* ---- utilisation ----------------------------------------------------------------------------- */

static int
print_used(struct out *out, const struct fairness *list, int count, struct err *err)
{
    for (int i = 0; i < count; i++) {
        const struct fairness *fair = &list[i];
        const struct db_value values[] = {db_text(fair->person->code), db_text(fair->person->name),
                                          db_text(fair->person->role), db_int(fair->treated),
                                          db_int(fair->rostered)};
        if (out_row(out, values, err) < 0)
            return -1;
    }
    return 0;
}

static struct out *
out_of_used(struct ctx *ctx)
{
    static const struct out_column columns[] = {{"staff", NULL, OUT_TEXT},
                                                {"name", NULL, OUT_TEXT},
                                                {"role", NULL, OUT_TEXT},
                                                {"utilisation", NULL, OUT_RATIO}};
    return cli_out(ctx, columns, 4);
}

typedef int print_list(struct out *out, const struct fairness *list, int count, struct err *err);

static int
print(struct ctx *ctx, struct show_args *args, struct out *out, print_list *rows, struct err *err)
{
    struct show_what what;
    struct fairness *list;
    int result = -1;
    args->week = OPT_UNSET; /* these verbs have no such option */
    if (show_load(ctx, args, &what, err) == 0 &&
        fairness_of(&what.grid, &what.rules, zone_day(ctx->zone, ctx->as_of), &list, err) == 0 &&
        rows(out, list, what.grid.count, err) == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_fairness(struct ctx *ctx, void *data, struct err *err)
{
    struct show_args *args = data;
    bool by_role = args->by && strcmp(args->by, "role") == 0;
    return print(ctx, args, by_role ? out_of_roles(ctx) : out_of_people(ctx),
                 by_role ? print_roles : print_people, err);
}

int
cmd_utilisation(struct ctx *ctx, void *data, struct err *err)
{
    return print(ctx, data, out_of_used(ctx), print_used, err);
}
