/* Rosters as people read them, and what two of them differ in. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "bin/roster/verbs_show.h"
#include "board/board.h"

/* ---- what is asked for ----------------------------------------------------------------------- */

int
show_rules(struct ctx *ctx, struct rota_rules *rules, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    return rota_rules_load(ctx->arena, &packs, rules, err);
}

int
show_roster(struct ctx *ctx, const char *code, struct roster *roster, struct err *err)
{
    static const int64_t chain = 0;
    struct err ignored = {0};
    if (!ctx->store)
        return roster_find(ctx->db, ctx->arena, NULL, code, roster, err);
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    if (roster_find(ctx->db, ctx->arena, &store_id, code, roster, err) == 0)
        return 0;
    if (err->kind != ERR_DATA || store_id == 0 ||
        roster_find(ctx->db, ctx->arena, &chain, code, roster, &ignored) < 0)
        return -1;
    err_clear(err);
    return 0;
}

static int
choose_days(struct ctx *ctx, const struct show_args *args, const struct roster *roster,
            int64_t *from, int64_t *to, struct err *err)
{
    int64_t month =
        day_month_start(args->month != OPT_UNSET ? args->month : zone_day(ctx->zone, ctx->as_of));
    bool window = args->from != OPT_UNSET || args->to != OPT_UNSET;
    if (window + (args->week != OPT_UNSET) + (args->month != OPT_UNSET) > 1)
        return err_set(err, ERR_USAGE, _("--from and --to, --week, --month: give one of them"));
    *from = roster->id ? roster->from : month;
    *to = roster->id ? roster->to : day_add_months(month, 1);
    if (args->month != OPT_UNSET) {
        *from = month;
        *to = day_add_months(month, 1);
    } else if (args->week != OPT_UNSET) {
        *from = day_week_start(args->week);
        *to = *from + 7;
    }
    if (args->from != OPT_UNSET)
        *from = args->from;
    if (args->to != OPT_UNSET)
        *to = args->to;
    else if (args->from != OPT_UNSET && *to <= *from)
        *to = *from + 28;
    return *from < *to ? 0
                       : err_set(err, ERR_USAGE,
                                 _("--from: must be before --to, which is not part of the window"));
}

int
show_load(struct ctx *ctx, const struct show_args *args, struct show_what *what, struct err *err)
{
    int64_t from = 0, to = 0, store_id = ctx->store_id > 0 ? ctx->store_id : 0;
    *what = (struct show_what){0};
    if (show_rules(ctx, &what->rules, err) < 0 ||
        (args->roster && show_roster(ctx, args->roster, &what->roster, err) < 0) ||
        choose_days(ctx, args, &what->roster, &from, &to, err) < 0)
        return -1;
    if (!what->roster.id)
        return grid_published(&what->grid, ctx->db, ctx->arena, store_id, from, to, err);
    if (grid_of_roster(&what->grid, ctx->db, ctx->arena, &what->roster, from, to, err) < 0)
        return -1;
    if (store_id && what->roster.store_id == 0)
        grid_keep_store(&what->grid, store_id);
    return 0;
}

/* ---- for people ------------------------------------------------------------------------------ */

static const char *
state_words(const char *state)
{
    return strcmp(state, "draft") == 0      ? _("draft")
           : strcmp(state, "replaced") == 0 ? _("replaced")
                                            : _("published");
}

static const char *
title_of(struct ctx *ctx, const struct show_what *what)
{
    const struct grid *grid = &what->grid;
    const struct grid_store *store = grid_store(&grid->stores, grid->store_id);
    const char *whose = grid->store_id ? arena_printf(ctx->arena, "%s %s", store->code, store->name)
                                       : _("all stores");
    const char *state = what->roster.id
                            ? arena_printf(ctx->arena, _("roster %s, %s"), what->roster.code,
                                           state_words(what->roster.state))
                            : _("as published");
    char from[16], last[16];
    day_format(grid->from, from);
    day_format(grid->to - 1, last);
    return arena_printf(ctx->arena, "%s  %s / %s  %s", whose, from, last, state);
}

/* What is not rows but a text of its own. */
static int
print_text(struct ctx *ctx, const struct str *text, struct err *err)
{
    if (fwrite(text->text, 1, text->length, ctx->stream) != text->length)
        return err_errno(err, errno, _("the output cannot be written"));
    return 0;
}

static int
print_board(struct ctx *ctx, const struct show_args *args, struct show_what *what, struct err *err)
{
    bool by_shift = args->by && strcmp(args->by, "shift") == 0;
    struct board board;
    struct str text = STR_INIT;
    int width = args->width != OPT_UNSET ? (int)args->width : ctx->out.width;
    if (board_make(&board, &what->grid, &what->rules, title_of(ctx, what), by_shift, err) < 0)
        return -1;
    if (ctx->page)
        board_page(&board, ctx->zh ? "zh" : "en", &text);
    else
        board_text(&board, width, &text);
    int result = print_text(ctx, &text, err);
    str_release(&text);
    return result;
}

/* ---- for programs ---------------------------------------------------------------------------- */

static const char *
word_of(struct ctx *ctx, const struct grid *grid, const struct grid_person *person,
        const struct grid_cell *cell)
{
    struct str word = STR_INIT;
    grid_word(grid, person, cell, &word);
    const char *kept = word.length ? arena_strdup(ctx->arena, word.text) : NULL;
    str_release(&word);
    return kept;
}

/* A line a person, a column a day: what `roster import` reads. */
static int
print_sheet(struct ctx *ctx, const struct grid *grid, struct err *err)
{
    int days = (int)(grid->to - grid->from), result = 0;
    struct out_column *columns = arena_array(ctx->arena, (size_t)days + 3, sizeof *columns);
    struct db_value *values = arena_array(ctx->arena, (size_t)days + 3, sizeof *values);
    columns[0] = (struct out_column){"staff", NULL, OUT_TEXT};
    columns[1] = (struct out_column){"name", NULL, OUT_TEXT};
    columns[2] = (struct out_column){"role", NULL, OUT_TEXT};
    for (int i = 0; i < days; i++) {
        char *day = arena_alloc(ctx->arena, 16);
        day_format(grid->from + i, day);
        columns[3 + i] = (struct out_column){day, day, OUT_TEXT};
    }
    struct out *out = cli_out(ctx, columns, days + 3);
    for (int i = 0; i < grid->count && result == 0; i++) {
        const struct grid_person *person = &grid->people[i];
        values[0] = db_text(person->code);
        values[1] = db_text(person->name);
        values[2] = db_text(person->role);
        for (int day = 0; day < days; day++)
            values[3 + day] = db_text(word_of(ctx, grid, person, &person->cells[day]));
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static int
print_cell(struct out *out, const struct grid_person *person, int64_t day,
           const struct grid_cell *cell, struct err *err)
{
    static const char *const words[] = {NULL, "off", "work", "leave"};
    bool works = cell->what == GRID_WORK;
    const struct db_value values[] = {db_text(person->code),
                                      db_text(person->name),
                                      db_text(cell->role ? cell->role : person->role),
                                      db_int(day),
                                      db_text(words[cell->what]),
                                      db_text(cell->shift),
                                      works && cell->at ? db_text(cell->at->code) : db_null(),
                                      works ? db_int(cell->starts_at) : db_null(),
                                      works ? db_int(cell->ends_at) : db_null(),
                                      works ? db_int(cell->minutes) : db_null(),
                                      db_int(cell->locked)};
    return out_row(out, values, err);
}

/* A row a person and day of which something is said. */
static int
print_cells(struct ctx *ctx, const struct grid *grid, struct err *err)
{
    static const struct out_column columns[] = {
        {"staff", NULL, OUT_TEXT},  {"name", NULL, OUT_TEXT},        {"role", NULL, OUT_TEXT},
        {"day", NULL, OUT_DAY},     {"what", NULL, OUT_TEXT},        {"shift", NULL, OUT_TEXT},
        {"store", NULL, OUT_TEXT},  {"starts_at", NULL, OUT_MOMENT}, {"ends_at", NULL, OUT_MOMENT},
        {"minutes", NULL, OUT_INT}, {"locked", NULL, OUT_BOOL}};
    struct out *out = cli_out(ctx, columns, 11);
    int result = 0;
    for (int i = 0; i < grid->count; i++)
        for (int64_t day = grid->from; day < grid->to; day++)
            for (const struct grid_cell *cell = grid_cell(grid, &grid->people[i], day);
                 cell && cell->what != GRID_NONE && result == 0; cell = cell->more)
                result = print_cell(out, &grid->people[i], day, cell, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct show_args *args = data;
    struct show_what what;
    if (args->width != OPT_UNSET && (args->width < 20 || args->width > 10000))
        return err_set(err, ERR_USAGE, _("--width: must be from 20 to 10000"));
    if (show_load(ctx, args, &what, err) < 0)
        return -1;
    if (what.grid.count == 0)
        cli_say(ctx, _("nobody is planned in these days"));
    if (ctx->page || ctx->out.format == OUT_TABLE)
        return print_board(ctx, args, &what, err);
    return ctx->out.format == OUT_JSON || ctx->out.format == OUT_JSONL
               ? print_cells(ctx, &what.grid, err)
               : print_sheet(ctx, &what.grid, err);
}

/* ---- diff ------------------------------------------------------------------------------------ */

struct differing {
    struct ctx *ctx;
    struct out *out;
    const struct grid *before, *after;
    int64_t found;
};

static int
print_difference(struct differing *differing, const struct grid_person *person, int64_t day,
                 const struct grid_cell *before, const struct grid_cell *after, struct err *err)
{
    struct ctx *ctx = differing->ctx;
    const struct db_value values[] = {
        db_text(person->code), db_text(person->name), db_int(day),
        db_text(before ? word_of(ctx, differing->before, person, before) : NULL),
        db_text(after ? word_of(ctx, differing->after, person, after) : NULL)};
    differing->found++;
    return ctx->quiet ? 0 : out_row(differing->out, values, err);
}

/* What is published knows only work: leave and days off of the roster are no difference. */
static bool
is_same(const struct grid *before, const struct grid_cell *one, const struct grid_cell *other)
{
    bool idle = (!one || one->what != GRID_WORK) && (!other || other->what != GRID_WORK);
    return (before->published && idle) || grid_same(one, other);
}

static int
compare_person(struct differing *differing, const struct grid_person *person, struct err *err)
{
    const struct grid *before = differing->before, *after = differing->after;
    const struct grid_person *then = grid_person(before, person->id);
    const struct grid_person *now = grid_person(after, person->id);
    int64_t from = before->from < after->from ? before->from : after->from;
    int64_t to = before->to > after->to ? before->to : after->to;
    for (int64_t day = from; day < to; day++) {
        const struct grid_cell *one = then ? grid_cell(before, then, day) : NULL;
        const struct grid_cell *other = now ? grid_cell(after, now, day) : NULL;
        if (!is_same(before, one, other) &&
            print_difference(differing, person, day, one, other, err) < 0)
            return -1;
    }
    return 0;
}

static int
compare(struct differing *differing, struct err *err)
{
    const struct grid *before = differing->before, *after = differing->after;
    for (int i = 0; i < after->count; i++)
        if (compare_person(differing, &after->people[i], err) < 0)
            return -1;
    for (int i = 0; i < before->count; i++)
        if (!before->published && !grid_person(after, before->people[i].id) &&
            compare_person(differing, &before->people[i], err) < 0)
            return -1;
    return 0;
}

static int
load_other(struct ctx *ctx, const struct diff_args *args, const struct roster *roster,
           struct grid *grid, struct err *err)
{
    struct roster other;
    if (!args->other) /* in all stores: whoever of the roster's people is lent stands there */
        return grid_published(grid, ctx->db, ctx->arena, 0, roster->from, roster->to, err) < 0
                   ? -1
                   : (grid->store_id = roster->store_id, 0);
    return show_roster(ctx, args->other, &other, err) < 0
               ? -1
               : grid_of_roster(grid, ctx->db, ctx->arena, &other, other.from, other.to, err);
}

int
cmd_diff(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {{"staff", NULL, OUT_TEXT},
                                                {"name", NULL, OUT_TEXT},
                                                {"day", NULL, OUT_DAY},
                                                {"before", NULL, OUT_TEXT},
                                                {"after", NULL, OUT_TEXT}};
    const struct diff_args *args = data;
    struct roster roster;
    struct grid before, after;
    struct differing differing = {.ctx = ctx, .before = &before, .after = &after};
    if (show_roster(ctx, args->roster, &roster, err) < 0 ||
        grid_of_roster(&after, ctx->db, ctx->arena, &roster, roster.from, roster.to, err) < 0 ||
        load_other(ctx, args, &roster, &before, err) < 0)
        return -1;
    differing.out = cli_out(ctx, columns, 5);
    int result = compare(&differing, err);
    if (result == 0 && !ctx->quiet)
        result = out_end(differing.out, err);
    out_free(differing.out);
    return result < 0 ? -1 : differing.found ? EXIT_NO : 0;
}
