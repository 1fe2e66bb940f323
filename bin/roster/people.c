/* What people can do and where, what they wish, and the rules that are their own. */
#include <string.h>

#include "bin/roster/plan.h"
#include "bin/roster/verbs.h"

/* Of the chain, so the day is that of its zone. */
static int
drop_of(struct ctx *ctx, enum sql_id id, const char *what, const char *staff, const char *detail,
        const struct db_value *second, struct err *err)
{
    const struct db_value values[] = {db_text(staff), *second};
    return roster_drop(ctx, id, values, 2, 0,
                       arena_printf(ctx->arena, "%s %s %s", what, staff, detail), err);
}

static const char *
day_words(struct ctx *ctx, int64_t day)
{
    char words[16];
    day_format(day, words);
    return arena_strdup(ctx->arena, words);
}

/* ---- skills and stations ----------------------------------------------------------------------- */

static int
put_between(struct ctx *ctx, const struct person_args *args, const char *kind, const char *column,
            struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, kind, PUT_SET);
    cli_give(&record, "staff", args->staff);
    cli_give(&record, column, args->what);
    cli_give_day(ctx, &record, "from_on", args->from_on);
    cli_give_day(ctx, &record, "to_on", args->to_on);
    return roster_done(ctx, args->staff, cli_put(ctx, &record, err));
}

int
cmd_skill_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_between(ctx, data, "skills", "code", err);
}

int
cmd_station_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_between(ctx, data, "stations", "store", err);
}

int
cmd_skill_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct person_args *args = data;
    const struct db_value code = db_text(args->what);
    return drop_of(ctx, SQL_ROTA_SKILL_DROP, "skill", args->staff, args->what, &code, err);
}

int
cmd_station_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct person_args *args = data;
    const struct db_value code = db_text(args->what);
    return drop_of(ctx, SQL_ROTA_STATION_DROP, "station", args->staff, args->what, &code, err);
}

/* ---- wishes ------------------------------------------------------------------------------------ */

int
cmd_wish_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct person_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    struct rota_rules rules;
    struct cli_record record;
    if (args->day == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--day");
    if (rota_rules_load(ctx->arena, &packs, &rules, err) < 0)
        return -1;
    if (strcmp(args->what, "off") != 0 && strcmp(args->what, "work") != 0 &&
        rota_shift(&rules, args->what) < 0)
        return err_set(err, ERR_DATA, _("%s: off, work, or a shift of rosters.yaml"), args->what);
    cli_record_init(&record, "wishes", PUT_SET);
    cli_give(&record, "staff", args->staff);
    cli_give_day(ctx, &record, "day", args->day);
    cli_give(&record, "want", args->what);
    cli_give_int(ctx, &record, "weight", args->weight);
    cli_give(&record, "note", args->note);
    return roster_done(ctx, args->staff, cli_put(ctx, &record, err));
}

int
cmd_wish_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct person_args *args = data;
    const struct db_value day = db_int(args->day);
    if (args->day == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--day");
    return drop_of(ctx, SQL_ROTA_WISH_DROP, "wish", args->staff, day_words(ctx, args->day), &day,
                   err);
}

/* ---- the way between stores -------------------------------------------------------------------- */

int
cmd_travel_set(struct ctx *ctx, void *data, struct err *err)
{
    const struct person_args *args = data;
    struct cli_record record;
    bool ordered = strcmp(args->what, args->other) <= 0;
    if (args->minutes == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--minutes");
    cli_record_init(&record, "travels", PUT_SET);
    cli_give(&record, "one", ordered ? args->what : args->other);
    cli_give(&record, "other", ordered ? args->other : args->what);
    cli_give_int(ctx, &record, "minutes", args->minutes);
    return roster_done(ctx, args->what, cli_put(ctx, &record, err));
}

int
cmd_travel_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct person_args *args = data;
    const struct db_value values[] = {db_text(args->what), db_text(args->other)};
    return roster_drop(ctx, SQL_ROTA_TRAVEL_DROP, values, 2, 0,
                       arena_printf(ctx->arena, "travel %s %s", args->what, args->other), err);
}

/* ---- rules of a person ------------------------------------------------------------------------- */

static const char *
spaced_shifts(struct ctx *ctx, const char *shifts)
{
    char *words = shifts ? arena_strdup(ctx->arena, shifts) : NULL;
    for (char *at = words; at && *at; at++)
        *at = *at == ',' ? ' ' : *at;
    return words;
}

static int
check_shifts(struct ctx *ctx, const char *shifts, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    struct rota_rules rules;
    char *rest = shifts ? arena_strdup(ctx->arena, shifts) : NULL, *word;
    if (!shifts)
        return 0;
    if (rota_rules_load(ctx->arena, &packs, &rules, err) < 0)
        return -1;
    while ((word = strsep(&rest, " ")) != NULL)
        if (*word && rota_shift(&rules, word) < 0)
            return err_set(err, ERR_DATA, _("--shifts: %s is no shift of rosters.yaml"), word);
    return 0;
}

int
cmd_rule_set(struct ctx *ctx, void *data, struct err *err)
{
    const struct person_args *args = data;
    const char *shifts = spaced_shifts(ctx, args->shifts);
    struct cli_record record;
    if (check_shifts(ctx, shifts, err) < 0)
        return -1;
    cli_record_init(&record, "work_rules", PUT_SET);
    cli_give(&record, "staff", args->staff);
    cli_give_day(ctx, &record, "from_on",
                 args->from_on == OPT_UNSET ? zone_day(ctx->zone, ctx->now) : args->from_on);
    cli_give_int(ctx, &record, "month_hours", args->month_hours);
    cli_give_int(ctx, &record, "month_hours_min", args->month_hours_min);
    cli_give_int(ctx, &record, "month_hours_max", args->month_hours_max);
    cli_give_int(ctx, &record, "week_hours_max", args->week_hours);
    cli_give_int(ctx, &record, "run_days_max", args->run_days);
    cli_give_int(ctx, &record, "run_days_min", args->run_days_min);
    cli_give_int(ctx, &record, "off_days_min", args->off_days);
    cli_give_int(ctx, &record, "weekends_max", args->weekends);
    cli_give_int(ctx, &record, "late_max", args->late);
    cli_give(&record, "shifts", shifts);
    return roster_done(ctx, args->staff, cli_put(ctx, &record, err));
}

int
cmd_rule_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct person_args *args = data;
    const struct db_value day = db_int(args->from_on);
    if (args->from_on == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--from");
    return drop_of(ctx, SQL_ROTA_WORK_RULE_DROP, "work_rule", args->staff,
                   day_words(ctx, args->from_on), &day, err);
}

/* ---- the rules in force ------------------------------------------------------------------------ */

static int
print_rule(struct out *out, const struct rota_person *person, const struct rota_role *role,
           const char *rule, const struct db_value *value, bool own, struct err *err)
{
    const struct db_value values[] = {db_text(person->code),
                                      db_text(person->name),
                                      db_text(role->name),
                                      db_text(rule),
                                      *value,
                                      db_text(own ? "person" : "role")};
    return out_row(out, values, err);
}

static int
print_rules(struct ctx *ctx, struct out *out, const struct rota_person *person,
            const struct rota_role *role, struct err *err)
{
    char number[16];
    for (int i = 0; i < ROTA_RULES; i++) {
        bool own = i < RULE_PERSONAL && person->rule[i] != RULE_NONE;
        int value = own ? person->rule[i] : role->rule[i];
        snprintf(number, sizeof number, "%d", value);
        const struct db_value text = db_text(number);
        if (value != RULE_NONE &&
            print_rule(out, person, role, rota_rule_name((enum rota_rule)i), &text, own, err) < 0)
            return -1;
    }
    const char *lists[] = {person->shifts ? person->shifts : role->shifts, role->licence};
    static const char *const names[] = {"shifts", "licence"};
    for (int i = 0; i < 2; i++) {
        if (!lists[i])
            continue;
        size_t length = strlen(lists[i]);
        const struct db_value text =
            db_text(arena_strndup(ctx->arena, lists[i] + 1, length > 2 ? length - 2 : 0));
        if (print_rule(out, person, role, names[i], &text, i == 0 && person->shifts, err) < 0)
            return -1;
    }
    return 0;
}

int
cmd_rule_list(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"staff", NULL, OUT_TEXT}, {"name", NULL, OUT_TEXT},  {"role", NULL, OUT_TEXT},
        {"rule", NULL, OUT_TEXT},  {"value", NULL, OUT_TEXT}, {"of", NULL, OUT_TEXT},
    };
    const struct person_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    struct rota_rules rules;
    struct rota_facts facts = {.db = ctx->db, .arena = ctx->arena, .rules = &rules};
    int result = 0;
    facts.from_on = args->day == OPT_UNSET ? zone_day(ctx->zone, ctx->as_of) : args->day;
    facts.to_on = facts.from_on + 1;
    if (planning_store(ctx, &facts.store_id, err) < 0 ||
        rota_rules_load(ctx->arena, &packs, &rules, err) < 0 || rota_facts_load(&facts, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 6);
    for (int i = 0; i < facts.person_count && result == 0; i++) {
        const struct rota_person *person = &facts.people[i];
        const struct rota_spell *post = rota_spell(&person->posts, facts.from_on, NULL);
        const struct rota_role *role = post ? rota_role(&rules, post->word) : NULL;
        if (role && (!args->staff || strcmp(args->staff, person->code) == 0))
            result = print_rules(ctx, out, person, role, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}
