/* A roster as a spreadsheet has it: what a word means, and writing it. */
#include <string.h>

#include "db/sql.h"
#include "record/ids.h"
#include "board/sheet.h"

static const char *const roles[] = {"doctor", "nurse",      "consultant", "front-desk", "manager",
                                    "buyer",  "technician", "marketing",  "other",      NULL};

/* ---- words ----------------------------------------------------------------------------------- */

/* What stands behind a mark is cut off, and given. */
static const char *
cut(char *text, char mark)
{
    char *at = strrchr(text, mark);
    if (!at)
        return NULL;
    *at = '\0';
    return at + 1;
}

static bool
read_clock(const char *text, size_t length, int *minute)
{
    int second;
    if (length == 5 && memcmp(text, "24:00", 5) == 0)
        *minute = 1440;
    else if (clock_parse(text, length, &second) && second % 60 == 0)
        *minute = second / 60;
    else
        return false;
    return true;
}

static int64_t
moment_of(const struct grid_store *at, int64_t day, int minute)
{
    return zone_moment(at->zone, day + minute / 1440, minute % 1440 * 60);
}

static int
shift_named(const struct rota_rules *rules, const char *word)
{
    int shift = rota_shift(rules, word);
    for (int i = 0; i < rules->shifts && shift < 0; i++)
        if (rules->shift[i].zh && strcmp(rules->shift[i].zh, word) == 0)
            shift = i;
    return shift;
}

/* "E", "早班" or "9:00-18:00". */
static const char *
read_times(const struct sheet *sheet, int64_t day, const char *word, struct grid_cell *cell)
{
    int from, to, shift = shift_named(sheet->rules, word);
    const char *dash = strchr(word, '-');
    if (shift >= 0) {
        const struct rota_shift *rule = &sheet->rules->shift[shift];
        if (!rota_lists(rule->stores, cell->at->code))
            return arena_printf(sheet->arena, _("shift %s is not worked in %s"), rule->code,
                                cell->at->code);
        cell->shift = rule->code;
        cell->starts_at = moment_of(cell->at, day, rule->from);
        cell->ends_at = moment_of(cell->at, day, rule->to);
        cell->minutes = rota_paid(rule);
        return NULL;
    }
    if (!dash || !read_clock(word, (size_t)(dash - word), &from) ||
        !read_clock(dash + 1, strlen(dash + 1), &to))
        return arena_printf(sheet->arena,
                            _("%s is no shift of rosters.yaml, nor times as 9:00-18:00, off or "
                              "leave"),
                            word);
    cell->starts_at = moment_of(cell->at, day, from);
    cell->ends_at = moment_of(cell->at, day, to <= from ? to + 1440 : to);
    cell->minutes = (int)((cell->ends_at - cell->starts_at) / 60);
    return NULL;
}

static const char *
read_work(const struct sheet *sheet, const struct grid_person *person, int64_t day, char *word,
          struct grid_cell *cell)
{
    const char *store = cut(word, '@'), *role = cut(word, '/');
    int64_t usual = sheet->store_id ? sheet->store_id : person->home_id;
    cell->what = GRID_WORK;
    cell->at = store ? grid_store_find(&sheet->grid.stores, store)
                     : grid_store(&sheet->grid.stores, usual);
    if (store && (!cell->at || cell->at->id == 0))
        return arena_printf(sheet->arena, _("%s is no store"), store);
    if (!cell->at || cell->at->id == 0)
        return arena_printf(sheet->arena, _("%s has no home store; say where, as %s@S01"),
                            person->code, word);
    for (int i = 0; role; i++)
        if (!roles[i])
            return arena_printf(sheet->arena, _("%s is no role"), role);
        else if (strcmp(roles[i], role) == 0) {
            cell->role = roles[i];
            break;
        }
    return read_times(sheet, day, word, cell);
}

static bool
means(const char *word, const char *const *words)
{
    while (*words && strcmp(*words, word) != 0)
        words++;
    return *words;
}

const char *
sheet_word(const struct sheet *sheet, const struct grid_person *person, int64_t day,
           const char *text, struct grid_cell *cell)
{
    static const char *const offs[] = {"off", "休", "休息", "·", "-", NULL};
    static const char *const leaves[] = {"leave", "假", "请假", NULL};
    char *word = arena_strdup(sheet->arena, text);
    size_t length = strlen(word);
    *cell = (struct grid_cell){0};
    if (length && word[length - 1] == '*') {
        word[length - 1] = '\0';
        cell->locked = true;
    }
    if (!*word)
        return length ? _("nothing is locked") : NULL;
    if (strchr(word, '+'))
        return _("a roster has one shift a person and day");
    if (means(word, offs) || means(word, leaves)) {
        cell->what = means(word, offs) ? GRID_OFF : GRID_LEAVE;
        return NULL;
    }
    return read_work(sheet, person, day, word, cell);
}

/* ---- writing --------------------------------------------------------------------------------- */

static int
make_roster(struct sheet *sheet, struct err *err)
{
    struct roster *roster = &sheet->roster;
    if (roster->id)
        return 0;
    if (ids_next(sheet->db, "roster", roster->store_id, &roster->id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(roster->store_id),
                                      db_int(roster->id),
                                      db_text(roster->code),
                                      db_int(roster->from),
                                      db_int(roster->to),
                                      db_null(),
                                      db_null(),
                                      db_null(),
                                      db_null(),
                                      db_null(),
                                      db_int(sheet->now)};
    return sql_run(sheet->db, SQL_ROTA_ROSTER_PUT, values, 11, NULL, err);
}

enum { V_STORE_ID, V_ID, V_ROSTER_ID, V_STAFF_ID, V_DAY, V_WHAT, V_COUNT = 13 };

/* Without V_ID these are the parameters of sheet_change, and up to V_DAY those of sheet_drop. */
static int
put_cell(struct sheet *sheet, const struct sheet_cell *given, struct err *err)
{
    static const char *const words[] = {NULL, "off", "work", "leave"};
    const struct grid_cell *cell = &given->cell;
    const struct grid_person *person = given->person;
    bool works = cell->what == GRID_WORK;
    bool there = grid_cell(&sheet->grid, person, given->day)->what != GRID_NONE;
    int64_t id = 0;
    if (!there && ids_next(sheet->db, "roster_cell", sheet->store_id, &id, err) < 0)
        return -1;
    struct db_value values[V_COUNT] = {db_int(sheet->store_id),
                                       db_int(id),
                                       db_int(sheet->roster.id),
                                       db_int(person->id),
                                       db_int(given->day),
                                       db_text(words[cell->what]),
                                       db_text(cell->shift),
                                       works ? db_int(cell->at->id) : db_null(),
                                       works ? db_text(cell->role ? cell->role : person->role)
                                             : db_null(),
                                       works ? db_int(cell->starts_at) : db_null(),
                                       works ? db_int(cell->ends_at) : db_null(),
                                       db_int(cell->minutes),
                                       db_int(cell->locked)};
    if (!there) {
        sheet->added++;
        return sql_run(sheet->db, SQL_ROTA_CELL_PUT, values, V_COUNT, NULL, err);
    }
    values[V_ID] = values[V_STORE_ID];
    if (cell->what == GRID_NONE) {
        sheet->dropped++;
        return sql_run(sheet->db, SQL_BOARD_SHEET_DROP, values + V_ID, 4, NULL, err);
    }
    sheet->changed++;
    return sql_run(sheet->db, SQL_BOARD_SHEET_CHANGE, values + V_ID, V_COUNT - 1, NULL, err);
}

int
sheet_write(struct sheet *sheet, struct err *err)
{
    if (make_roster(sheet, err) < 0)
        return -1;
    for (int i = 0; i < sheet->count; i++)
        if (put_cell(sheet, &sheet->cells[i], err) < 0)
            return -1;
    return 0;
}
