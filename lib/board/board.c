/* A grid as people see it. */
#include "board/board.h"

#include <string.h>

#include "board/needs.h"
#include "text/utf8.h"

/* What stands behind the letters and numbers of cells, as it is met. */
struct legend {
    const char **times, **shifts;
    const struct grid_store **stores;
    int time_count, time_room, shift_count, shift_room, store_count, store_room;
};

struct making {
    struct board *board;
    const struct grid *grid;
    const struct rota_rules *rules;
    struct legend legend;
};

const char *
board_weekday(int weekday)
{
    static const char *const words[] = {N_("Mo"), N_("Tu"), N_("We"), N_("Th"),
                                        N_("Fr"), N_("Sa"), N_("Su")};
    return _(words[weekday - 1]);
}

static const char *
visible(struct arena *arena, const char *text)
{
    struct str shown = STR_INIT;
    utf8_add_visible(&shown, text, strlen(text));
    const char *kept = arena_strdup(arena, shown.text);
    str_release(&shown);
    return kept;
}

static struct board_row *
add_row(struct board *board, enum board_kind kind, const char *name, const char *code)
{
    board->rows =
        arena_more(board->arena, board->rows, board->count, &board->room, sizeof *board->rows);
    struct board_row *row = &board->rows[board->count++];
    *row = (struct board_row){.kind = kind,
                              .name = visible(board->arena, name),
                              .code = code ? visible(board->arena, code) : NULL};
    if (kind != BOARD_GROUP)
        row->cells = arena_array(board->arena, (size_t)board->days, sizeof *row->cells);
    return row;
}

/* ---- what cells say -------------------------------------------------------------------------- */

/* The place of a text among those that were met. */
static int
place_of(struct arena *arena, const char ***items, int *count, int *room, const char *text)
{
    for (int i = 0; i < *count; i++)
        if (strcmp((*items)[i], text) == 0)
            return i;
    *items = arena_more(arena, *items, *count, room, sizeof **items);
    (*items)[*count] = arena_strdup(arena, text);
    return (*count)++;
}

static int
place_of_store(struct making *making, const struct grid_store *store)
{
    struct legend *legend = &making->legend;
    for (int i = 0; i < legend->store_count; i++)
        if (legend->stores[i]->id == store->id)
            return i;
    legend->stores = arena_more(making->board->arena, legend->stores, legend->store_count,
                                &legend->store_room, sizeof *legend->stores);
    legend->stores[legend->store_count] = store;
    return legend->store_count++;
}

/* a … z, aa, ab … */
static void
add_letter(struct str *text, int place)
{
    if (place >= 26)
        str_addc(text, (char)('a' + place / 26 - 1));
    str_addc(text, (char)('a' + place % 26));
}

static const char *
clock_words(struct arena *arena, const struct grid_cell *cell)
{
    struct civil from, to;
    zone_civil(cell->at->zone, cell->starts_at, &from);
    zone_civil(cell->at->zone, cell->ends_at, &to);
    return arena_printf(arena, "%d:%02d-%d:%02d", from.hour, from.minute, to.hour, to.minute);
}

static const char *
shift_words(struct making *making, const struct grid_cell *cell)
{
    struct arena *arena = making->board->arena;
    struct legend *legend = &making->legend;
    if (cell->shift) {
        place_of(arena, &legend->shifts, &legend->shift_count, &legend->shift_room, cell->shift);
        return visible(arena, cell->shift);
    }
    if (!cell->at)
        return "?";
    return arena_printf(arena, "t%d",
                        1 + place_of(arena, &legend->times, &legend->time_count, &legend->time_room,
                                     clock_words(arena, cell)));
}

static void
add_work(struct making *making, const struct grid_person *person, const struct grid_cell *cell,
         struct str *text, unsigned *flags)
{
    int64_t usual = making->grid->store_id ? making->grid->store_id : person->home_id;
    int shift = cell->shift ? rota_shift(making->rules, cell->shift) : -1;
    str_adds(text, shift_words(making, cell));
    if (cell->at && cell->at->id != usual && usual) {
        add_letter(text, place_of_store(making, cell->at));
        *flags |= BOARD_AWAY;
    }
    if (shift >= 0 && making->rules->shift[shift].late)
        *flags |= BOARD_LATE;
}

static struct board_cell
cell_words(struct making *making, const struct grid_person *person, const struct grid_cell *cell)
{
    struct board_cell shown = {NULL, cell->locked ? BOARD_LOCKED : 0};
    struct str text = STR_INIT;
    if (cell->what == GRID_OFF || (cell->what == GRID_NONE && making->grid->published))
        str_adds(&text, "·");
    else if (cell->what == GRID_LEAVE) {
        str_adds(&text, _("Le"));
        shown.flags |= BOARD_LEAVE;
    }
    for (const struct grid_cell *at = cell; at && at->what == GRID_WORK; at = at->more) {
        if (at != cell)
            str_addc(&text, '+');
        add_work(making, person, at, &text, &shown.flags);
    }
    if (cell->locked)
        str_addc(&text, '*');
    if (text.length)
        shown.text = arena_strdup(making->board->arena, text.text);
    str_release(&text);
    return shown;
}

/* "176", "7.5": hours of paid minutes. */
static const char *
hour_words(struct arena *arena, int64_t minutes)
{
    int64_t tenths = (minutes * 10 + 30) / 60;
    return tenths % 10 ? arena_printf(arena, "%lld.%lld", (long long)(tenths / 10),
                                      (long long)(tenths % 10))
                       : arena_printf(arena, "%lld", (long long)(tenths / 10));
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void
rows_by_staff(struct making *making)
{
    const struct grid *grid = making->grid;
    struct board *board = making->board;
    const char *role = "";
    board->sum = _("hours");
    for (int i = 0; i < grid->count; i++) {
        const struct grid_person *person = &grid->people[i];
        if (strcmp(role, person->role) != 0)
            add_row(board, BOARD_GROUP, grid_role_words(role = person->role), NULL);
        struct board_row *row = add_row(board, BOARD_ROW, person->name, person->code);
        for (int day = 0; day < board->days; day++)
            row->cells[day] = cell_words(making, person, &person->cells[day]);
        row->sum = hour_words(board->arena, grid_minutes(grid, person));
    }
}

/* A store's shift that somebody works. */
struct used {
    const struct grid_store *store;
    const char *words;
    struct str *names; /* by day */
    bool late;
};
struct useds {
    struct used *items;
    int count, room;
};

static struct used *
used_of(struct making *making, struct useds *useds, const struct grid_cell *cell)
{
    struct board *board = making->board;
    const char *words = shift_words(making, cell);
    for (int i = 0; i < useds->count; i++)
        if (useds->items[i].store == cell->at && strcmp(useds->items[i].words, words) == 0)
            return &useds->items[i];
    int shift = cell->shift ? rota_shift(making->rules, cell->shift) : -1;
    useds->items =
        arena_more(board->arena, useds->items, useds->count, &useds->room, sizeof *useds->items);
    struct used *used = &useds->items[useds->count++];
    *used = (struct used){cell->at, words,
                          arena_array(board->arena, (size_t)board->days, sizeof *used->names),
                          shift >= 0 && making->rules->shift[shift].late};
    for (int day = 0; day < board->days; day++)
        used->names[day] = (struct str)STR_INIT;
    return used;
}

static int
used_order(const struct used *one, const struct used *other)
{
    int order = strcmp(one->store ? one->store->code : "", other->store ? other->store->code : "");
    return order ? order : strcmp(one->words, other->words);
}

/* Few: they are put in their places one by one. */
static void
sort_used(struct useds *useds)
{
    for (int i = 1; i < useds->count; i++)
        for (int at = i; at > 0 && used_order(&useds->items[at - 1], &useds->items[at]) > 0; at--) {
            struct used swapped = useds->items[at];
            useds->items[at] = useds->items[at - 1];
            useds->items[at - 1] = swapped;
        }
}

static void
gather_used(struct making *making, struct useds *useds)
{
    const struct grid *grid = making->grid;
    for (int i = 0; i < grid->count; i++)
        for (int day = 0; day < making->board->days; day++)
            for (const struct grid_cell *cell = &grid->people[i].cells[day]; cell;
                 cell = cell->more) {
                if (cell->what != GRID_WORK)
                    continue;
                struct str *names = &used_of(making, useds, cell)->names[day];
                if (names->length)
                    str_addc(names, '\n');
                utf8_add_visible(names, grid->people[i].code, strlen(grid->people[i].code));
            }
}

static void
rows_by_shift(struct making *making)
{
    struct board *board = making->board;
    struct useds useds = {0};
    gather_used(making, &useds);
    sort_used(&useds);
    for (int i = 0; i < useds.count; i++) {
        struct used *used = &useds.items[i];
        const char *store = used->store ? used->store->code : "?";
        struct board_row *row = add_row(
            board, BOARD_ROW, arena_printf(board->arena, "%s %s", store, used->words), NULL);
        for (int day = 0; day < board->days; day++) {
            row->cells[day].flags = used->late ? BOARD_LATE : 0;
            if (used->names[day].length)
                row->cells[day].text = arena_strdup(board->arena, used->names[day].text);
            str_release(&used->names[day]);
        }
    }
}

static const char *
need_name(struct making *making, const struct need_line *line)
{
    return making->grid->store_id ? grid_role_words(line->role)
                                  : arena_printf(making->board->arena, "%s %s", line->store->code,
                                                 grid_role_words(line->role));
}

static void
need_row(struct making *making, const struct need_line *line, const char *name, bool there)
{
    struct board *board = making->board;
    struct board_row *row = add_row(board, BOARD_NEED, name, NULL);
    for (int day = 0; day < board->days; day++) {
        const struct need *need = &line->days[day];
        bool less = there && need->there < need->wanted;
        if (need->asked)
            row->cells[day] = (struct board_cell){arena_printf(board->arena, "%d%s",
                                                               there ? need->there : need->wanted,
                                                               less ? "!" : ""),
                                                  less ? BOARD_SHORT : 0};
    }
}

static int
rows_of_needs(struct making *making, struct err *err)
{
    struct needs needs;
    if (needs_load(&needs, making->grid, err) < 0)
        return -1;
    for (int i = 0; i < needs.count; i++) {
        const char *name = need_name(making, &needs.items[i]);
        need_row(making, &needs.items[i],
                 arena_printf(making->board->arena, "%s %s", name, _("wanted")), false);
        need_row(making, &needs.items[i],
                 arena_printf(making->board->arena, "%s %s", name, _("there")), true);
    }
    return 0;
}

/* ---- days and legend ------------------------------------------------------------------------- */

static void
make_days(struct making *making)
{
    const struct grid *grid = making->grid;
    struct board *board = making->board;
    for (int i = 0; i < board->days; i++) {
        struct civil civil;
        day_to_civil(grid->from + i, &civil);
        board->day[i] = (struct board_day){civil.day, day_weekday(grid->from + i), NULL};
    }
    for (int i = 0; i < grid->closure_count; i++)
        board->day[grid->closures[i].day - grid->from].mark =
            grid->closures[i].open ? _("op") : _("cl");
}

static void
add_legend(struct board *board, const char *line)
{
    board->legend = arena_more(board->arena, board->legend, board->legend_count,
                               &board->legend_room, sizeof *board->legend);
    board->legend[board->legend_count++] = visible(board->arena, line);
}

static void
explain_shifts(struct making *making)
{
    struct arena *arena = making->board->arena;
    for (int i = 0; i < making->legend.shift_count; i++) {
        int place = rota_shift(making->rules, making->legend.shifts[i]);
        if (place < 0)
            continue;
        const struct rota_shift *shift = &making->rules->shift[place];
        add_legend(making->board,
                   arena_printf(arena, "%s %s %d:%02d-%d:%02d", shift->code,
                                shift->zh ? shift->zh : "", shift->from / 60, shift->from % 60,
                                shift->to / 60 % 24, shift->to % 60));
    }
    for (int i = 0; i < making->legend.time_count; i++)
        add_legend(making->board, arena_printf(arena, "t%d %s", 1 + i, making->legend.times[i]));
}

static void
make_legend(struct making *making)
{
    const struct grid *grid = making->grid;
    struct arena *arena = making->board->arena;
    explain_shifts(making);
    for (int i = 0; i < making->legend.store_count; i++) {
        struct str letter = STR_INIT;
        add_letter(&letter, i);
        add_legend(making->board,
                   arena_printf(arena, "%s %s %s", letter.text, making->legend.stores[i]->code,
                                making->legend.stores[i]->name));
        str_release(&letter);
    }
    add_legend(making->board, arena_printf(arena, "· %s", _("off")));
    add_legend(making->board, arena_printf(arena, "%s %s", _("Le"), _("leave")));
    if (!grid->published)
        add_legend(making->board, arena_printf(arena, "* %s", _("locked")));
    for (int i = 0; i < grid->closure_count; i++) {
        char day[16];
        day_format(grid->closures[i].day, day);
        add_legend(making->board,
                   arena_printf(arena, "%s %s %s", grid->closures[i].open ? _("op") : _("cl"),
                                day + 5, grid->closures[i].name));
    }
}

int
board_make(struct board *board, const struct grid *grid, const struct rota_rules *rules,
           const char *title, bool by_shift, struct err *err)
{
    *board = (struct board){.arena = grid->arena,
                            .title = visible(grid->arena, title),
                            .from = grid->from,
                            .days = (int)(grid->to - grid->from)};
    struct making making = {.board = board, .grid = grid, .rules = rules};
    board->day = arena_array(board->arena, (size_t)board->days, sizeof *board->day);
    make_days(&making);
    if (by_shift)
        rows_by_shift(&making);
    else
        rows_by_staff(&making);
    if (rows_of_needs(&making, err) < 0)
        return -1;
    make_legend(&making);
    return 0;
}
