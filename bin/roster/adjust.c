/* medi-roster adjust and explain: a roster is made to fit what has changed, and what it lacks is explained. */
#include <string.h>

#include "bin/roster/plan.h"
#include "rota/adjust.h"
#include "rota/explain.h"

enum { NAMES_MOST = 99, TRY_SECONDS = 2 };

/* ---- adjust ---------------------------------------------------------------------------------- */

/* The next code that is free: 2026-12, 2026-12.2, 2026-12.3 … */
static int
next_code(struct planning *planning, const struct plan_args *args, struct err *err)
{
    struct ctx *ctx = planning->ctx;
    struct rota_roster *roster = &planning->roster, there;
    const char *root = roster->of_code ? roster->of_code : roster->code;
    const char *dot = strrchr(root, '.');
    if (dot && strspn(dot + 1, "0123456789") == strlen(dot + 1))
        root = arena_strndup(ctx->arena, root, (size_t)(dot - root));
    roster->of_code = roster->code;
    if (args->code) {
        roster->code = args->code;
        return strcmp(args->code, roster->of_code) == 0
                   ? err_set(err, ERR_USAGE, _("--code: %s is the one that is adjusted"),
                             args->code)
                   : 0;
    }
    for (int number = 2; number <= NAMES_MOST; number++) {
        const char *code = arena_printf(ctx->arena, "%s.%d", root, number);
        int found = rota_roster_get(ctx->db, ctx->arena, roster->store_id, code, &there, err);
        if (found < 0)
            return -1;
        if (!found || (strcmp(there.state, "draft") == 0 && there.of_code &&
                       strcmp(there.of_code, roster->of_code) == 0)) {
            roster->code = code;
            return 0;
        }
    }
    return err_set(err, ERR_DATA, _("%s: was adjusted %d times; give a --code"), roster->of_code,
                   NAMES_MOST);
}

static const char *
cell_words(const struct planning *planning, const struct rota_cell *cell)
{
    if (!cell)
        return "-";
    if (strcmp(cell->what, "work") != 0)
        return cell->what;
    const struct rota_store *store = rota_store(&planning->facts, cell->at_id);
    return arena_printf(planning->ctx->arena, "%s %s", cell->shift ? cell->shift : "-",
                        store ? store->code : "?");
}

static int
print_changes(const struct planning *planning, const struct rota_adjusted *adjusted,
              struct err *err)
{
    static const struct out_column columns[] = {
        {"staff", NULL, OUT_TEXT},  {"name", NULL, OUT_TEXT},  {"day", NULL, OUT_DAY},
        {"before", NULL, OUT_TEXT}, {"after", NULL, OUT_TEXT},
    };
    struct out *out = cli_out(planning->ctx, columns, 5);
    int result = 0;
    for (int i = 0; i < adjusted->count && result == 0; i++) {
        const struct rota_change *change = &adjusted->changes[i];
        const struct db_value values[] = {db_text(change->person->code),
                                          db_text(change->person->name), db_int(change->day),
                                          db_text(cell_words(planning, change->before)),
                                          db_text(cell_words(planning, change->after))};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* Bookings whose doctor or nurse will not be there. */
static int
say_orphans(const struct planning *planning)
{
    const struct rota_draft *draft = &planning->draft;
    int orphans = 0;
    char day[16];
    for (int i = 0; i < draft->cell_count; i++) {
        const struct rota_cell *cell = &draft->cells[i];
        const struct rota_person *person = rota_person(&planning->facts, cell->staff_id);
        const struct zone *zone = planning->facts.stores[0].hours.zone;
        for (int b = 0; b < person->booked.count && cell->day >= planning->facts.fixed_on; b++) {
            const struct rota_spell *booked = &person->booked.items[b];
            bool there = strcmp(cell->what, "work") == 0 && cell->at_id == booked->store_id &&
                         cell->starts_at <= booked->from && cell->ends_at >= booked->to;
            if (there || zone_day(zone, booked->from) != cell->day ||
                !rota_store(&planning->facts, booked->store_id))
                continue;
            day_format(cell->day, day);
            cli_say(planning->ctx, _("booking %s of %s, %s: %s is not there then"), booked->word,
                    rota_store(&planning->facts, booked->store_id)->code, day, person->code);
            orphans++;
        }
    }
    return orphans;
}

static int
adjust(struct planning *planning, void *context, struct err *err)
{
    return rota_adjust(&planning->draft, &planning->model, &planning->options, context, err);
}

int
cmd_adjust(struct ctx *ctx, void *data, struct err *err)
{
    const struct plan_args *args = data;
    struct plan_args whole = *args;
    struct planning planning;
    struct rota_adjusted adjusted;
    int64_t today = zone_day(ctx->zone, ctx->now);
    whole.from = whole.month = OPT_UNSET;
    if (planning_begin(&planning, ctx, &whole, true, err) < 0)
        return -1;
    if (args->from != OPT_UNSET && args->from < today)
        return err_set(err, ERR_USAGE, _("--from: days before today are over"));
    if (args->from != OPT_UNSET)
        planning.facts.fixed_on = args->from;
    if (planning_read(&planning, err) < 0 || next_code(&planning, args, err) < 0 ||
        planning_run(&planning, adjust, &adjusted, err) < 0)
        return -1;
    planning.detail = "adjusted";
    if (planning_keep(&planning, err) < 0 || print_changes(&planning, &adjusted, err) < 0)
        return -1;
    if (adjusted.fewest >= 0)
        cli_say(ctx, _("%s: %d days changed, %d of them by choice; no roster has fewer than %lld"),
                planning.roster.code, adjusted.count, adjusted.by_choice,
                (long long)adjusted.fewest);
    else
        cli_say(
            ctx,
            _("%s: %d days changed, %d of them by choice; that there are no fewer is not proven"),
            planning.roster.code, adjusted.count, adjusted.by_choice);
    int found = planning_say(&planning);
    return say_orphans(&planning) > 0 || found ? EXIT_NO : 0;
}

/* ---- explain --------------------------------------------------------------------------------- */

static const char *
set_words(const struct planning *planning, const struct rota_remedy *remedy)
{
    struct ctx *ctx = planning->ctx;
    const char *words = "";
    if (remedy->hire)
        return arena_printf(ctx->arena, _("%d more people"), remedy->hire);
    if (remedy->ways == 0)
        return _("another roster, if nothing else were priced");
    for (int i = 0; i < remedy->ways; i++)
        words = arena_printf(ctx->arena, "%s%s%s", words, i ? " + " : "", remedy->way[i].name);
    return words;
}

static const char *
who_words(const struct planning *planning, const struct rota_remedy *remedy)
{
    const char *words = "";
    for (int i = 0; i < remedy->who_count; i++)
        words = arena_printf(planning->ctx->arena, "%s%s%s", words, i ? " " : "", remedy->who[i]);
    return words;
}

static int
print_remedies(const struct planning *planning, const struct rota_explained *explained,
               struct err *err)
{
    static const struct out_column columns[] = {
        {"role", NULL, OUT_TEXT},
        {"stores", NULL, OUT_TEXT},
        {"short_hours", NULL, OUT_DECIMAL},
        {"without", NULL, OUT_TEXT},
        {"then_short_hours", NULL, OUT_DECIMAL},
        {"who_alone", NULL, OUT_TEXT},
    };
    struct out *out = cli_out(planning->ctx, columns, 6);
    int result = 0;
    for (int i = 0; i < explained->count && result == 0; i++) {
        const struct rota_remedy *remedy = &explained->items[i];
        const struct db_value values[] = {
            db_text(remedy->part->role->name),     db_text(planning_stores(planning, remedy->part)),
            db_int(remedy->before * 1000000 / 60), db_text(set_words(planning, remedy)),
            db_int(remedy->after * 1000000 / 60),  db_text(who_words(planning, remedy))};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static int
explain(struct planning *planning, void *context, struct err *err)
{
    double seconds =
        planning->options.seconds < TRY_SECONDS ? planning->options.seconds : TRY_SECONDS;
    rota_draft_as_is(&planning->draft, &planning->model);
    return rota_explain(&planning->draft, seconds, context, err);
}

int
cmd_explain(struct ctx *ctx, void *data, struct err *err)
{
    const struct plan_args *args = data;
    const struct plan_args whole = {.roster = args->roster,
                                    .month = OPT_UNSET,
                                    .from = OPT_UNSET,
                                    .seconds = args->seconds,
                                    .seed = OPT_UNSET,
                                    .threads = OPT_UNSET,
                                    .iterations = OPT_UNSET};
    struct planning planning;
    struct rota_explained explained;
    if (planning_begin(&planning, ctx, &whole, true, err) < 0 ||
        planning_read(&planning, err) < 0 ||
        planning_run(&planning, explain, &explained, err) < 0 ||
        print_remedies(&planning, &explained, err) < 0)
        return -1;
    return planning_say(&planning) ? EXIT_NO : 0;
}
