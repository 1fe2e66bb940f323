/* People by days: reading them. */
#include "board/grid.h"

#include <string.h>

#include "db/sql.h"
#include "text/zonefile.h"

enum {
    C_STAFF_ID,
    C_STAFF,
    C_NAME,
    C_STAFF_ROLE,
    C_HOME_ID,
    C_HIRED,
    C_LEFT,
    C_DAY,
    C_WHAT,
    C_SHIFT,
    C_AT_ID,
    C_ROLE,
    C_STARTS,
    C_ENDS,
    C_MINUTES,
    C_LOCKED
};

/* ---- rosters and stores ---------------------------------------------------------------------- */

static void
read_roster(const struct db_stmt *stmt, struct arena *arena, const char *code,
            struct roster *roster)
{
    *roster = (struct roster){.store_id = db_get_int(stmt, 0),
                              .id = db_get_int(stmt, 1),
                              .store = db_keep_text(stmt, 2, arena),
                              .code = code,
                              .state = db_keep_text(stmt, 3, arena),
                              .from = db_get_int(stmt, 4),
                              .to = db_get_int(stmt, 5)};
}

int
roster_find(struct db *db, struct arena *arena, const int64_t *store_id, const char *code,
            struct roster *roster, struct err *err)
{
    const struct db_value values[] = {store_id ? db_int(*store_id) : db_null(), db_text(code)};
    struct db_stmt *stmt;
    int more = sql_first(db, &stmt, SQL_ROTA_ROSTER_FIND, values, 2, err);
    if (more == 0)
        return err_set(err, ERR_DATA, _("roster %s: not there; see medi-roster roster list"), code);
    if (more < 0)
        return -1;
    read_roster(stmt, arena, code, roster);
    more = db_step(stmt, err);
    if (more == 1)
        more = err_set(err, ERR_DATA, _("roster %s: of %s and of %s; say which by -s"), code,
                       roster->store, db_get_text(stmt, 2));
    db_finish(stmt);
    if (more == 0 && roster->to - roster->from > GRID_DAYS_MOST)
        return err_set(err, ERR_DATA, _("roster %s: longer than %d days"), code, GRID_DAYS_MOST);
    return more;
}

const char *
grid_role_words(const char *role)
{
    static const char *const words[][2] = {{"doctor", N_("doctors")},
                                           {"nurse", N_("nurses")},
                                           {"consultant", N_("consultants")},
                                           {"front-desk", N_("front desk")},
                                           {"manager", N_("managers")},
                                           {"buyer", N_("buyers")},
                                           {"technician", N_("technicians")},
                                           {"marketing", N_("marketing")},
                                           {"other", N_("others")}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], role) == 0)
            return _(words[i][1]);
    return role;
}

int
grid_stores_load(struct db *db, struct arena *arena, struct grid_stores *stores, struct err *err)
{
    struct db_stmt *stmt;
    int more;
    *stores = (struct grid_stores){0};
    if (sql_open(db, &stmt, SQL_BOARD_GRID_STORES, NULL, 0, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        const struct zone *zone = zone_load(arena, db_get_text(stmt, 3), err);
        if (!zone) {
            more = -1;
            break;
        }
        stores->items =
            arena_more(arena, stores->items, stores->count, &stores->room, sizeof *stores->items);
        stores->items[stores->count++] = (struct grid_store){
            db_get_int(stmt, 0), db_keep_text(stmt, 1, arena), db_keep_text(stmt, 2, arena), zone};
    }
    db_finish(stmt);
    return more;
}

const struct grid_store *
grid_store(const struct grid_stores *stores, int64_t id)
{
    for (int i = 0; i < stores->count; i++)
        if (stores->items[i].id == id)
            return &stores->items[i];
    return NULL;
}

const struct grid_store *
grid_store_find(const struct grid_stores *stores, const char *code)
{
    for (int i = 0; i < stores->count; i++)
        if (strcmp(stores->items[i].code, code) == 0)
            return &stores->items[i];
    return NULL;
}

/* ---- people and cells ------------------------------------------------------------------------ */

static int64_t
day_or(const struct db_stmt *stmt, int column, int64_t otherwise)
{
    return db_get(stmt, column).type == DB_NULL ? otherwise : db_get_int(stmt, column);
}

/* Rows come person by person. */
static struct grid_person *
person_of(struct grid *grid, const struct db_stmt *stmt)
{
    struct arena *arena = grid->arena;
    int64_t id = db_get_int(stmt, C_STAFF_ID);
    if (grid->count && grid->people[grid->count - 1].id == id)
        return &grid->people[grid->count - 1];
    grid->people = arena_more(arena, grid->people, grid->count, &grid->room, sizeof *grid->people);
    struct grid_person *person = &grid->people[grid->count++];
    *person = (struct grid_person){
        .id = id,
        .home_id = db_get_int(stmt, C_HOME_ID),
        .code = db_keep_text(stmt, C_STAFF, arena),
        .name = db_keep_text(stmt, C_NAME, arena),
        .role = db_keep_text(stmt, C_STAFF_ROLE, arena),
        .hired_on = day_or(stmt, C_HIRED, INT64_MIN),
        .left_on = day_or(stmt, C_LEFT, INT64_MAX),
        .cells = arena_array(arena, (size_t)(grid->to - grid->from), sizeof *person->cells)};
    return person;
}

static enum grid_what
what_of(const char *word)
{
    return strcmp(word, "work") == 0    ? GRID_WORK
           : strcmp(word, "leave") == 0 ? GRID_LEAVE
                                        : GRID_OFF;
}

static int
read_cell(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct grid *grid = context;
    struct arena *arena = grid->arena;
    struct grid_person *person = person_of(grid, stmt);
    struct grid_cell *cell = &person->cells[db_get_int(stmt, C_DAY) - grid->from];
    if (cell->what != GRID_NONE) {
        while (cell->more)
            cell = cell->more;
        cell = cell->more = arena_alloc(arena, sizeof *cell);
    }
    *cell = (struct grid_cell){.what = what_of(db_get_text(stmt, C_WHAT)),
                               .shift = db_keep_text(stmt, C_SHIFT, arena),
                               .role = db_keep_text(stmt, C_ROLE, arena),
                               .starts_at = db_get_int(stmt, C_STARTS),
                               .ends_at = db_get_int(stmt, C_ENDS),
                               .minutes = (int)db_get_int(stmt, C_MINUTES),
                               .locked = db_get_int(stmt, C_LOCKED)};
    if (cell->role && strcmp(cell->role, person->role) == 0)
        cell->role = NULL;
    if (db_get(stmt, C_AT_ID).type != DB_NULL)
        cell->at = grid_store(&grid->stores, db_get_int(stmt, C_AT_ID));
    (void)err;
    return 0;
}

/* Closed counts of a whole day; opened in whatever hours. */
static int
read_closure(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct grid *grid = context;
    bool open = strcmp(db_get_text(stmt, 2), "open") == 0;
    if (!open && (db_get_int(stmt, 3) > 0 || db_get_int(stmt, 4) < 1440))
        return 0;
    grid->closures = arena_more(grid->arena, grid->closures, grid->closure_count,
                                &grid->closure_room, sizeof *grid->closures);
    grid->closures[grid->closure_count++] =
        (struct grid_closure){db_get_int(stmt, 0), db_keep_text(stmt, 1, grid->arena), open};
    (void)err;
    return 0;
}

static int
begin(struct grid *grid, struct db *db, struct arena *arena, int64_t store_id, int64_t from,
      int64_t to, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(from), db_int(to)};
    *grid = (struct grid){.db = db, .arena = arena, .store_id = store_id, .from = from, .to = to};
    if (to - from < 1 || to - from > GRID_DAYS_MOST)
        return err_set(err, ERR_USAGE, _("from 1 to %d days can be shown"), GRID_DAYS_MOST);
    if (grid_stores_load(db, arena, &grid->stores, err) < 0)
        return -1;
    return sql_each(grid->db, SQL_BOARD_GRID_CLOSURES, values, 3, read_closure, grid, err);
}

int
grid_of_roster(struct grid *grid, struct db *db, struct arena *arena, const struct roster *roster,
               int64_t from, int64_t to, struct err *err)
{
    const struct db_value values[] = {db_int(roster->store_id), db_int(roster->id), db_int(from),
                                      db_int(to)};
    return begin(grid, db, arena, roster->store_id, from, to, err) < 0
               ? -1
               : sql_each(grid->db, SQL_BOARD_GRID_ROSTER, values, 4, read_cell, grid, err);
}

/* A day with leave at noon of their own store's clock, and no shift, is one of leave. */
static int
read_leave(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct grid *grid = context;
    struct grid_person *person = grid_person(grid, db_get_int(stmt, 0));
    if (!person)
        return 0;
    const struct grid_store *home = grid_store(&grid->stores, person->home_id);
    for (int64_t day = grid->from; day < grid->to; day++) {
        int64_t noon = zone_moment(home->zone, day, DAY_SECONDS / 2);
        struct grid_cell *cell = &person->cells[day - grid->from];
        if (cell->what == GRID_NONE && db_get_int(stmt, 1) <= noon && db_get_int(stmt, 2) > noon)
            cell->what = GRID_LEAVE;
    }
    (void)err;
    return 0;
}

int
grid_published(struct grid *grid, struct db *db, struct arena *arena, int64_t store_id,
               int64_t from, int64_t to, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(from), db_int(to)};
    const struct db_value moments[] = {db_int((from - 1) * DAY_SECONDS),
                                       db_int((to + 1) * DAY_SECONDS)};
    if (begin(grid, db, arena, store_id, from, to, err) < 0)
        return -1;
    grid->published = true;
    return sql_each(grid->db, SQL_BOARD_GRID_PUBLISHED, values, 3, read_cell, grid, err) < 0
               ? -1
               : sql_each(grid->db, SQL_BOARD_GRID_LEAVES, moments, 2, read_leave, grid, err);
}

/* ---- asking ---------------------------------------------------------------------------------- */

struct grid_person *
grid_person(const struct grid *grid, int64_t id)
{
    for (int i = 0; i < grid->count; i++)
        if (grid->people[i].id == id)
            return &grid->people[i];
    return NULL;
}

struct grid_cell *
grid_cell(const struct grid *grid, const struct grid_person *person, int64_t day)
{
    return day >= grid->from && day < grid->to ? &person->cells[day - grid->from] : NULL;
}

int64_t
grid_minutes(const struct grid *grid, const struct grid_person *person)
{
    int64_t minutes = 0;
    for (int64_t i = 0; i < grid->to - grid->from; i++)
        for (const struct grid_cell *cell = &person->cells[i]; cell; cell = cell->more)
            if (cell->what == GRID_WORK)
                minutes += cell->minutes;
    return minutes;
}

static bool
works_in(const struct grid *grid, const struct grid_person *person, int64_t store_id)
{
    for (int64_t i = 0; i < grid->to - grid->from; i++)
        for (const struct grid_cell *cell = &person->cells[i]; cell; cell = cell->more)
            if (cell->at && cell->at->id == store_id)
                return true;
    return person->home_id == store_id;
}

void
grid_keep_store(struct grid *grid, int64_t store_id)
{
    int kept = 0;
    for (int i = 0; i < grid->count; i++)
        if (works_in(grid, &grid->people[i], store_id))
            grid->people[kept++] = grid->people[i];
    grid->count = kept;
}

static void
add_clock(const struct grid_store *at, int64_t moment, struct str *word)
{
    struct civil civil;
    zone_civil(at->zone, moment, &civil);
    str_addf(word, "%d:%02d", civil.hour, civil.minute);
}

static void
add_work(const struct grid *grid, const struct grid_person *person, const struct grid_cell *cell,
         struct str *word)
{
    int64_t usual = grid->store_id ? grid->store_id : person->home_id;
    if (cell->shift) {
        str_adds(word, cell->shift);
    } else if (cell->at) {
        add_clock(cell->at, cell->starts_at, word);
        str_addc(word, '-');
        add_clock(cell->at, cell->ends_at, word);
    }
    if (cell->role)
        str_addf(word, "/%s", cell->role);
    if (cell->at && cell->at->id != usual)
        str_addf(word, "@%s", cell->at->code);
}

void
grid_word(const struct grid *grid, const struct grid_person *person, const struct grid_cell *cell,
          struct str *word)
{
    bool locked = cell->locked;
    for (const struct grid_cell *at = cell; at; at = at->more) {
        if (at != cell)
            str_addc(word, '+');
        if (at->what == GRID_WORK)
            add_work(grid, person, at, word);
        else if (at->what != GRID_NONE)
            str_adds(word, at->what == GRID_LEAVE ? "leave" : "off");
    }
    if (locked)
        str_addc(word, '*');
}

static bool
same_text(const char *one, const char *other)
{
    return one == other || (one && other && strcmp(one, other) == 0);
}

static bool
same_work(const struct grid_cell *one, const struct grid_cell *other)
{
    int64_t at = one->at ? one->at->id : -1, there = other->at ? other->at->id : -1;
    return at == there && one->starts_at == other->starts_at && one->ends_at == other->ends_at &&
           one->minutes == other->minutes && same_text(one->shift, other->shift) &&
           same_text(one->role, other->role);
}

bool
grid_same(const struct grid_cell *one, const struct grid_cell *other)
{
    static const struct grid_cell nothing = {.what = GRID_NONE};
    for (;;) {
        one = one ? one : &nothing;
        other = other ? other : &nothing;
        bool works = one->what == GRID_WORK, worked = other->what == GRID_WORK;
        bool away = one->what == GRID_LEAVE, was_away = other->what == GRID_LEAVE;
        if (works != worked || away != was_away || (works && !same_work(one, other)))
            return false;
        if (!one->more && !other->more)
            return true;
        one = one->more;
        other = other->more;
    }
}
