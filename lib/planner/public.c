#include "planner/public.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "text/lines.h"

enum { FIELDS = ROSTER_DAYS + 1, LINES = 200000, LINE_BYTES = 16384 };

enum section { HORIZON, SHIFTS, STAFF, DAYS_OFF, ON_REQUESTS, OFF_REQUESTS, COVER, SECTIONS };
static const char *const NAMES[SECTIONS] = {"SECTION_HORIZON",
                                            "SECTION_SHIFTS",
                                            "SECTION_STAFF",
                                            "SECTION_DAYS_OFF",
                                            "SECTION_SHIFT_ON_REQUESTS",
                                            "SECTION_SHIFT_OFF_REQUESTS",
                                            "SECTION_COVER"};

struct row {
    enum section section;
    size_t line;
    char *text;
};

struct reader {
    const char *name; /* of the file */
    struct arena *arena;
    struct row *rows;
    int count, room;
    int of[SECTIONS]; /* rows of each section */
    struct roster_problem *problem;
    const struct row *row; /* the row that is taken apart */
    char *field[FIELDS];
    int fields;
};

/* ---- rows ---- */

static int
find_section(const char *text)
{
    for (int s = 0; s < SECTIONS; s++)
        if (strcmp(text, NAMES[s]) == 0)
            return s;
    return -1;
}

static int
keep_row(struct reader *reader, int *section, char *text, size_t line, struct err *err)
{
    if (str_starts(text, "SECTION_")) {
        *section = find_section(text);
        return *section < 0 ? err_set(err, ERR_DATA, _("%s is none of the format"), text) : 0;
    }
    if (*section < 0)
        return err_set(err, ERR_DATA, _("a line in front of the first SECTION_…"));
    if (reader->count >= LINES)
        return err_set(err, ERR_DATA, _("more than %d lines"), LINES);
    reader->rows =
        arena_more(reader->arena, reader->rows, reader->count, &reader->room, sizeof(struct row));
    reader->rows[reader->count++] = (struct row){(enum section) * section, line, text};
    reader->of[*section]++;
    return 0;
}

static int
read_rows(struct reader *reader, struct lines *lines, struct err *err)
{
    int section = -1, got;
    const char *line;
    size_t length;
    while ((got = lines_row(lines, &line, &length, err)) > 0) {
        for (length = lines_trim(line, length); length > 0 && strchr(" \t\r", line[length - 1]);)
            length--;
        if (length == 0 || line[0] == '#')
            continue;
        char *text = arena_strndup(reader->arena, line, length);
        if (keep_row(reader, &section, text, lines->line, err) < 0)
            return err_wrap(err, "%s:%zu", reader->name, lines->line);
    }
    return got;
}

/* ---- fields ---- */

static int
at_row(const struct reader *reader, struct err *err)
{
    return err_wrap(err, "%s:%zu", reader->name, reader->row->line);
}

static char *
trim(char *text)
{
    text += strspn(text, " \t");
    for (size_t n = strlen(text); n > 0 && strchr(" \t", text[n - 1]);)
        text[--n] = '\0';
    return text;
}

/* Takes a copy of the row apart; at least `least` fields. */
static int
split(struct reader *reader, const struct row *row, int least, struct err *err)
{
    char *rest = arena_strdup(reader->arena, row->text), *text;
    reader->row = row;
    reader->fields = 0;
    while (rest && reader->fields < FIELDS) {
        text = strsep(&rest, ",");
        reader->field[reader->fields++] = trim(text);
    }
    while (reader->fields > least && !*reader->field[reader->fields - 1])
        reader->fields--;
    if (!rest && reader->fields >= least)
        return 0;
    err_set(err, ERR_DATA, _("%d fields; the format has at least %d and at most %d"),
            reader->fields, least, FIELDS);
    return at_row(reader, err);
}

static int
whole(const struct reader *reader, const char *text, int low, int high, int *value, struct err *err)
{
    char *end;
    long number = strtol(text, &end, 10);
    if (*text && !*end && number >= low && number <= high) {
        *value = (int)number;
        return 0;
    }
    err_set(err, ERR_DATA, _("%s: expected a whole number from %d to %d"), *text ? text : "''", low,
            high);
    return at_row(reader, err);
}

static int
shift_of(const struct reader *reader, const char *code, int *shift, struct err *err)
{
    for (*shift = 0; *shift < reader->problem->shifts; ++*shift) {
        const char *known = reader->problem->shift[*shift].code;
        if (known && strcmp(known, code) == 0)
            return 0;
    }
    err_set(err, ERR_DATA, _("%s is no shift"), *code ? code : "''");
    return at_row(reader, err);
}

static int
person_of(const struct reader *reader, const char *code, int *person, struct err *err)
{
    for (*person = 0; *person < reader->problem->people; ++*person) {
        const char *known = reader->problem->person[*person].code;
        if (known && strcmp(known, code) == 0)
            return 0;
    }
    err_set(err, ERR_DATA, _("%s is nobody of the staff"), *code ? code : "''");
    return at_row(reader, err);
}

/* ---- sections ---- */

static int
name_shift(struct reader *reader, int index, struct err *err)
{
    struct roster_shift *shift = &reader->problem->shift[index];
    int other;
    if (!*reader->field[0] || shift_of(reader, reader->field[0], &other, err) == 0) {
        err_set(err, ERR_DATA, _("%s: no code, or one that was there before"), reader->field[0]);
        return at_row(reader, err);
    }
    err_clear(err);
    shift->code = reader->field[0];
    return whole(reader, reader->field[1], 1, 100000, &shift->minutes, err);
}

static int
read_followers(struct reader *reader, int index, struct err *err)
{
    char *rest = reader->fields > 2 ? reader->field[2] : NULL, *code;
    int other;
    while ((code = strsep(&rest, "|"))) {
        if (!*code)
            continue;
        if (shift_of(reader, code, &other, err) < 0)
            return -1;
        reader->problem->shift[index].not_next |= (uint64_t)1 << other;
    }
    return 0;
}

static int
add_limit(struct reader *reader, struct roster_person *person, int shift, int most, struct err *err)
{
    if (person->limits == ROSTER_LIMITS) {
        err_set(err, ERR_DATA, _("%s: more than %d shifts with a limit each"), person->code,
                ROSTER_LIMITS);
        return at_row(reader, err);
    }
    person->limit[person->limits++] =
        (struct roster_limit){.shifts = (uint64_t)1 << shift, .most = most};
    return 0;
}

/* 0 of a shift is what a cell may not hold; all days is no limit. */
static int
read_most(struct reader *reader, struct roster_person *person, int p, struct err *err)
{
    char *rest = reader->field[1], *pair;
    const struct roster_problem *problem = reader->problem;
    int most[ROSTER_SHIFTS], shift;
    for (int s = 0; s < problem->shifts; s++)
        most[s] = problem->days;
    while ((pair = strsep(&rest, "|"))) {
        char *count = strchr(pair, '=');
        if (!*pair)
            continue;
        if (count)
            *count++ = '\0';
        if (shift_of(reader, pair, &shift, err) < 0 ||
            whole(reader, count ? count : "", 0, 100000, &most[shift], err) < 0)
            return -1;
    }
    for (shift = 0; shift < problem->shifts; shift++) {
        for (int d = 0; d < problem->days && most[shift] == 0; d++)
            *roster_allowed(problem, p, d) &= ~((uint64_t)1 << shift);
        if (most[shift] > 0 && most[shift] < problem->days &&
            add_limit(reader, person, shift, most[shift], err) < 0)
            return -1;
    }
    return 0;
}

static int
read_person(struct reader *reader, int p, struct err *err)
{
    struct roster_person *person = &reader->problem->person[p];
    struct {
        int low, high, *value;
    } rules[] = {{0, 10000000, &person->max_minutes}, {0, 10000000, &person->min_minutes},
                 {1, 100000, &person->max_run},       {1, 100000, &person->min_run},
                 {1, 100000, &person->min_off},       {0, 100000, &person->max_weekends}};
    int other;
    if (!*reader->field[0] || person_of(reader, reader->field[0], &other, err) == 0) {
        err_set(err, ERR_DATA, _("%s: no code, or one that was there before"), reader->field[0]);
        return at_row(reader, err);
    }
    err_clear(err);
    person->code = reader->field[0];
    for (int i = 0; i < 6; i++)
        if (whole(reader, reader->field[2 + i], rules[i].low, rules[i].high, rules[i].value, err) <
            0)
            return -1;
    return read_most(reader, person, p, err);
}

static int
read_days_off(struct reader *reader, int index, struct err *err)
{
    (void)index;
    struct roster_problem *problem = reader->problem;
    int person, day;
    if (person_of(reader, reader->field[0], &person, err) < 0)
        return -1;
    for (int i = 1; i < reader->fields; i++) {
        if (whole(reader, reader->field[i], 0, problem->days - 1, &day, err) < 0)
            return -1;
        *roster_allowed(problem, person, day) = (uint64_t)1 << problem->shifts;
    }
    return 0;
}

/* A wish to have the shift costs whatever else stands there; one against it costs the shift. */
static int
read_request(struct reader *reader, int index, struct err *err)
{
    (void)index;
    struct roster_problem *problem = reader->problem;
    bool on = reader->row->section == ON_REQUESTS;
    int person, day, shift, weight;
    if (person_of(reader, reader->field[0], &person, err) < 0 ||
        whole(reader, reader->field[1], 0, problem->days - 1, &day, err) < 0 ||
        shift_of(reader, reader->field[2], &shift, err) < 0 ||
        whole(reader, reader->field[3], 0, ROSTER_WEIGHT, &weight, err) < 0)
        return -1;
    int *cost = roster_cost(problem, person, day);
    for (int choice = 0; choice <= problem->shifts; choice++) {
        if ((choice == shift) == on)
            continue;
        if (cost[choice] > ROSTER_WEIGHT) {
            err_set(err, ERR_DATA, _("more wishes for that day than can be weighed"));
            return at_row(reader, err);
        }
        cost[choice] += weight;
    }
    return 0;
}

static int
read_cover(struct reader *reader, int index, struct err *err)
{
    struct roster_demand *demand = &reader->problem->demand[index];
    int shift;
    if (whole(reader, reader->field[0], 0, reader->problem->days - 1, &demand->day, err) < 0 ||
        shift_of(reader, reader->field[1], &shift, err) < 0 ||
        whole(reader, reader->field[2], 0, 100000, &demand->need, err) < 0 ||
        whole(reader, reader->field[3], 0, ROSTER_WEIGHT, &demand->under, err) < 0 ||
        whole(reader, reader->field[4], 0, ROSTER_WEIGHT, &demand->over, err) < 0)
        return -1;
    demand->shifts = (uint64_t)1 << shift;
    return 0;
}

static int
each_row(struct reader *reader, enum section section, int least,
         int (*take)(struct reader *reader, int index, struct err *err), struct err *err)
{
    int index = 0;
    for (int i = 0; i < reader->count; i++) {
        if (reader->rows[i].section != section)
            continue;
        if (split(reader, &reader->rows[i], least, err) < 0 || take(reader, index++, err) < 0)
            return -1;
    }
    return 0;
}

static int
read_horizon(struct reader *reader, int index, struct err *err)
{
    (void)index;
    return whole(reader, reader->field[0], 1, ROSTER_DAYS, &reader->problem->days, err);
}

/* The sections may stand in any order; each needs those before it here. */
static int
read_sections(struct reader *reader, struct err *err)
{
    struct roster_problem *problem = reader->problem;
    if (reader->of[HORIZON] != 1)
        return err_set(err, ERR_DATA, _("%s: a file has one line in %s"), reader->name, NAMES[0]);
    if (each_row(reader, HORIZON, 1, read_horizon, err) < 0)
        return -1;
    problem->people = reader->of[STAFF];
    problem->shifts = reader->of[SHIFTS];
    if (roster_size_check(problem, err) < 0)
        return err_wrap(err, "%s", reader->name);
    roster_problem_make(problem, problem->days, problem->people, problem->shifts, reader->of[COVER],
                        reader->arena);
    problem->demands = reader->of[COVER];
    if (each_row(reader, SHIFTS, 2, name_shift, err) < 0)
        return -1;
    if (each_row(reader, SHIFTS, 2, read_followers, err) < 0 ||
        each_row(reader, STAFF, 8, read_person, err) < 0 ||
        each_row(reader, DAYS_OFF, 1, read_days_off, err) < 0 ||
        each_row(reader, ON_REQUESTS, 4, read_request, err) < 0 ||
        each_row(reader, OFF_REQUESTS, 4, read_request, err) < 0 ||
        each_row(reader, COVER, 5, read_cover, err) < 0)
        return -1;
    return roster_problem_check(problem, err) < 0 ? err_wrap(err, "%s", reader->name) : 0;
}

int
roster_public_read(const char *path, struct roster_problem *problem, struct arena *arena,
                   struct err *err)
{
    struct source *source;
    struct lines lines;
    *problem = (struct roster_problem){0};
    if (source_open(&source, path, "utf-8", err) < 0)
        return -1;
    struct reader *reader = arena_alloc(arena, sizeof *reader);
    reader->name = arena_strdup(arena, source_name(source));
    reader->arena = arena;
    reader->problem = problem;
    lines_init(&lines, source, LINE_BYTES);
    int result = read_rows(reader, &lines, err);
    lines_release(&lines);
    source_close(source);
    return result < 0 ? -1 : read_sections(reader, err);
}

void
roster_public_write(FILE *file, const struct roster_problem *problem, const roster_cell *roster)
{
    for (int p = 0; p < problem->people; p++) {
        fputs(problem->person[p].code, file);
        for (int d = 0; d < problem->days; d++) {
            int choice = roster[(long)p * problem->days + d];
            fprintf(file, ",%s", choice < problem->shifts ? problem->shift[choice].code : "-");
        }
        putc('\n', file);
    }
}
