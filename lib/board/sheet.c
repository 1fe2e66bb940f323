/* A roster as a spreadsheet has it: reading it. */
#include "board/sheet.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "db/sql.h"
#include "text/records.h"

/* A file that is read: which column is what. */
struct reading {
    struct sheet *sheet;
    struct records *records;
    int staff;     /* its column */
    int64_t *days; /* by column; INT64_MIN: none of a day */
    int columns;
    struct seen {
        int64_t id;
        size_t line;
    } * seen;
    int seen_count, seen_room;
};

static void __attribute__((format(printf, 4, 5)))
refuse(struct reading *reading, size_t line, const char *column, const char *format, ...)
{
    struct sheet *sheet = reading->sheet;
    char words[ERR_TEXT];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    sheet->nos =
        arena_more(sheet->arena, sheet->nos, sheet->no_count, &sheet->no_room, sizeof *sheet->nos);
    sheet->nos[sheet->no_count++] = arena_printf(
        sheet->arena, "%s:%zu: %s: %s", records_name(reading->records), line, column, words);
}

/* ---- the header ------------------------------------------------------------------------------ */

static bool
is_one_of(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return false;
}

static int
read_header(struct reading *reading, struct err *err)
{
    static const char *const staffs[] = {"staff", "工号", "员工编号", "人员", NULL};
    static const char *const others[] = {"name", "role", "hours", "姓名", "岗位", "工时", NULL};
    struct records *records = reading->records;
    int days = 0;
    reading->columns = records_header_count(records);
    reading->days =
        arena_array(reading->sheet->arena, (size_t)reading->columns, sizeof *reading->days);
    reading->staff = -1;
    for (int i = 0; i < reading->columns; i++) {
        const char *name = records_header(records, i);
        reading->days[i] = INT64_MIN;
        if (is_one_of(name, staffs))
            reading->staff = i;
        else if (day_parse(name, strlen(name), &reading->days[i]))
            days++;
        else if (!is_one_of(name, others))
            return err_set(err, ERR_DATA,
                           _("%s:1: %s: is neither a day, such as 2026-12-01, nor staff, name, "
                             "role or hours"),
                           records_name(records), name);
    }
    if (reading->staff < 0 || days == 0)
        return err_set(err, ERR_DATA, _("%s:1: needs a column staff, and one for each day"),
                       records_name(records));
    return 0;
}

/* The roster that is there, or a new one of the days in the header. */
static int
find_roster(struct reading *reading, struct err *err)
{
    struct sheet *sheet = reading->sheet;
    struct roster *roster = &sheet->roster;
    const struct db_value values[] = {db_int(sheet->store_id), db_text(sheet->code)};
    struct db_stmt *stmt;
    int64_t from = INT64_MAX, to = INT64_MIN;
    for (int i = 0; i < reading->columns; i++)
        if (reading->days[i] != INT64_MIN) {
            from = reading->days[i] < from ? reading->days[i] : from;
            to = reading->days[i] >= to ? reading->days[i] + 1 : to;
        }
    int found = sql_first(sheet->db, &stmt, SQL_ROTA_ROSTER_FIND, values, 2, err);
    if (found < 0)
        return -1;
    db_finish(stmt);
    *roster = (struct roster){sheet->store_id, 0, NULL, sheet->code, "draft", from, to};
    if (found &&
        roster_find(sheet->db, sheet->arena, &sheet->store_id, sheet->code, roster, err) < 0)
        return -1;
    if (strcmp(roster->state, "draft") != 0)
        return err_set(err, ERR_DATA, _("roster %s: is no draft any more; give another code"),
                       sheet->code);
    if (from < roster->from || to > roster->to)
        return err_set(err, ERR_DATA, _("%s:1: has days that roster %s has not"),
                       records_name(reading->records), sheet->code);
    return grid_of_roster(&sheet->grid, sheet->db, sheet->arena, roster, roster->from, roster->to,
                          err);
}

/* ---- lines ----------------------------------------------------------------------------------- */

/* Those in the file stand in memory of their own: the grid's people move when one is added. */
static int
find_person(struct reading *reading, const struct record *record, struct grid_person **person,
            struct err *err)
{
    struct sheet *sheet = reading->sheet;
    const char *code = record->fields[reading->staff].text;
    struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(sheet->db, &stmt, SQL_BOARD_SHEET_STAFF, &value, 1, err);
    *person = NULL;
    if (found < 0)
        return -1;
    if (found == 0) {
        refuse(reading, record->line, "staff", _("%s is nobody's code"), code);
        return 0;
    }
    int64_t id = db_get_int(stmt, 0);
    *person = arena_alloc(sheet->arena, sizeof **person);
    const struct grid_person *there = grid_person(&sheet->grid, id);
    **person = (struct grid_person){
        .id = id,
        .home_id = db_get_int(stmt, 3),
        .code = arena_strdup(sheet->arena, code),
        .name = db_keep_text(stmt, 1, sheet->arena),
        .role = db_keep_text(stmt, 2, sheet->arena),
        .cells = there ? there->cells
                       : arena_array(sheet->arena, (size_t)(sheet->grid.to - sheet->grid.from),
                                     sizeof(struct grid_cell))};
    db_finish(stmt);
    return 1;
}

static bool
is_twice(struct reading *reading, const struct grid_person *person, size_t line)
{
    for (int i = 0; i < reading->seen_count; i++)
        if (reading->seen[i].id == person->id) {
            refuse(reading, line, "staff", _("%s stands in line %zu already"), person->code,
                   reading->seen[i].line);
            return true;
        }
    reading->seen = arena_more(reading->sheet->arena, reading->seen, reading->seen_count,
                               &reading->seen_room, sizeof *reading->seen);
    reading->seen[reading->seen_count++] = (struct seen){person->id, line};
    return false;
}

static void
read_cell(struct reading *reading, const struct record *record, const struct grid_person *person,
          int column)
{
    struct sheet *sheet = reading->sheet;
    struct sheet_cell cell = {.person = person, .day = reading->days[column]};
    const char *text = record->fields[column].text;
    struct str before = STR_INIT;
    grid_word(&sheet->grid, person, grid_cell(&sheet->grid, person, cell.day), &before);
    bool same = strcmp(before.text, text) == 0;
    str_release(&before);
    if (same)
        return;
    const char *wrong = sheet_word(sheet, person, cell.day, text, &cell.cell);
    if (wrong) {
        refuse(reading, record->line, records_header(reading->records, column), "%s", wrong);
        return;
    }
    sheet->cells =
        arena_more(sheet->arena, sheet->cells, sheet->count, &sheet->room, sizeof *sheet->cells);
    sheet->cells[sheet->count++] = cell;
}

static int
read_line(struct reading *reading, const struct record *record, struct err *err)
{
    struct grid_person *person;
    if (record->count != reading->columns) {
        refuse(reading, record->line, "*", _("has %d fields, and the first line %d"), record->count,
               reading->columns);
        return 0;
    }
    int found = find_person(reading, record, &person, err);
    if (found <= 0 || is_twice(reading, person, record->line))
        return found;
    for (int i = 0; i < reading->columns; i++)
        if (reading->days[i] != INT64_MIN)
            read_cell(reading, record, person, i);
    return 0;
}

int
sheet_read(struct sheet *sheet, const char *path, struct err *err)
{
    struct reading reading = {.sheet = sheet};
    const struct records_options options = {.format = RECORDS_AUTO};
    struct record record;
    if (records_open(&reading.records, path, &options, err) < 0)
        return -1;
    int more = read_header(&reading, err) < 0 || find_roster(&reading, err) < 0 ? -1 : 1;
    while (more == 1 && (more = records_next(reading.records, &record, err)) == 1)
        if (read_line(&reading, &record, err) < 0)
            more = -1;
    records_close(reading.records);
    return more;
}
