/* Counts of what was done in time, late and not at all. */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "visit/sop.h"

int64_t
sop_due(const struct sop_tally *tally)
{
    return tally->done + tally->late + tally->missing;
}

int64_t
sop_deviation(const struct sop_tally *tally, int64_t target, int64_t tolerance, bool *off)
{
    enum { MILLION = 1000000, POINT = MILLION / 100 };
    int64_t due = sop_due(tally);
    int64_t apart = 100 * tally->done - target * due; /* exact: per cent × due */
    *off = apart > tolerance * due || -apart > tolerance * due;
    return (2 * tally->done * MILLION + due) / (2 * due) - target * POINT;
}

static void
count_in(struct sop_tally *tally, enum sop_state state)
{
    tally->done += state == SOP_DONE;
    tally->late += state == SOP_LATE;
    tally->missing += state == SOP_MISSING;
}

static bool
is_due(enum sop_state state)
{
    return state == SOP_DONE || state == SOP_LATE || state == SOP_MISSING;
}

/* ---- lines by their keys ------------------------------------------------------------------- */

struct report {
    struct arena *arena;
    const struct sop *sop;
    const struct sop_window *window;
    unsigned cuts;
    const char **staff; /* codes by id */
    int64_t staff_room;
    struct sop_line **table; /* a power of two */
    int room, count;
};

static uint64_t
hash_keys(const struct sop_line *line)
{
    uint64_t hash = 14695981039346656037u;
    for (int cut = 0; cut < SOP_CUTS; cut++) {
        for (const char *at = line->keys[cut]; at && *at; at++)
            hash = (hash ^ (unsigned char)*at) * 1099511628211u;
        hash = (hash ^ (unsigned)cut) * 1099511628211u;
    }
    return hash ^ hash >> 29;
}

static bool
same_keys(const struct sop_line *a, const struct sop_line *b)
{
    for (int cut = 0; cut < SOP_CUTS; cut++)
        if (a->keys[cut] != b->keys[cut] &&
            (!a->keys[cut] || !b->keys[cut] || strcmp(a->keys[cut], b->keys[cut]) != 0))
            return false;
    return true;
}

static struct sop_line **
find_slot(struct sop_line **table, int room, const struct sop_line *key)
{
    uint64_t at = hash_keys(key);
    while (table[at & (uint64_t)(room - 1)] && !same_keys(table[at & (uint64_t)(room - 1)], key))
        at++;
    return &table[at & (uint64_t)(room - 1)];
}

static void
grow_table(struct report *report)
{
    int room = report->room ? 4 * report->room : 256;
    struct sop_line **table = arena_array(report->arena, (size_t)room, sizeof *table);
    for (int i = 0; i < report->room; i++)
        if (report->table[i])
            *find_slot(table, room, report->table[i]) = report->table[i];
    report->table = table;
    report->room = room;
}

/* The line of these keys, which are the visit's and do not outlive it. */
static struct sop_line *
find_line(struct report *report, const struct sop_line *key)
{
    if (2 * report->count >= report->room)
        grow_table(report);
    struct sop_line **slot = find_slot(report->table, report->room, key);
    struct sop_line *line = *slot;
    if (line)
        return line;
    line = arena_alloc(report->arena, sizeof *line);
    *line = *key;
    for (int cut = 0; cut < SOP_CUTS; cut++)
        if (key->keys[cut])
            line->keys[cut] = arena_strdup(report->arena, key->keys[cut]);
    *slot = line;
    report->count++;
    return line;
}

/* ---- keys ---------------------------------------------------------------------------------- */

static const char *
staff_code(const struct report *report, int64_t id)
{
    return id > 0 && id < report->staff_room && report->staff[id] ? report->staff[id] : "";
}

static int
read_staff(struct db *db, struct report *report, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = sql_open(db, &stmt, SQL_VISIT_SOP_STAFF, NULL, 0, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        int64_t id = db_get_int(stmt, 0);
        if (id >= report->staff_room) {
            int64_t room = 2 * id + 64;
            const char **grown = arena_array(report->arena, (size_t)room, sizeof *grown);
            if (report->staff_room)
                memcpy(grown, report->staff, (size_t)report->staff_room * sizeof *grown);
            report->staff = grown;
            report->staff_room = room;
        }
        report->staff[id] = arena_strdup(report->arena, db_get_text(stmt, 1));
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

static void
set_keys(const struct report *report, const struct sop_visit *visit,
         const struct sop_action *action, const struct sop_verdict *verdict, struct sop_line *key)
{
    const char *project = verdict->treatment ? verdict->treatment->project : visit->project;
    const char *const keys[SOP_CUTS] = {
        [SOP_BY_STORE] = visit->store,
        [SOP_BY_MONTH] = visit->month,
        [SOP_BY_PROJECT] = project ? project : "",
        [SOP_BY_STAFF] = staff_code(report, verdict->answers),
        [SOP_BY_STAGE] = report->sop->stages[action->stage].id,
        [SOP_BY_ACTION] = action->id,
        [SOP_BY_VISIT] = visit->code,
    };
    *key = (struct sop_line){0};
    for (int cut = 0; cut < SOP_CUTS; cut++)
        if (report->cuts & 1u << cut)
            key->keys[cut] = keys[cut];
    key->place[SOP_BY_STAGE] = action->stage;
    key->place[SOP_BY_ACTION] = report->cuts & 1u << SOP_BY_ACTION ? action->place : 0;
}

static int
count_visit(void *context, const struct sop_visit *visit, struct err *err)
{
    struct report *report = context;
    (void)err;
    for (int i = 0; i < report->sop->count; i++) {
        struct sop_verdict verdict;
        struct sop_line key;
        const struct sop_action *action = &report->sop->actions[i];
        sop_judge(report->sop, visit, action, report->window->as_of, &verdict);
        if (!is_due(verdict.state))
            continue;
        set_keys(report, visit, action, &verdict, &key);
        count_in(&find_line(report, &key)->tally, verdict.state);
    }
    return 0;
}

/* ---- order --------------------------------------------------------------------------------- */

/* Stages and actions as the pack has them, everything else by its code. */
static int
compare_keys(const void *a, const void *b)
{
    const struct sop_line *one = a, *other = b;
    for (int cut = 0; cut < SOP_CUTS; cut++) {
        int order = 0;
        if (!one->keys[cut])
            continue;
        if (cut == SOP_BY_STAGE || cut == SOP_BY_ACTION)
            order = one->place[cut] - other->place[cut];
        else
            order = strcmp(one->keys[cut], other->keys[cut]);
        if (order)
            return order;
    }
    return 0;
}

static int
compare_worst(const void *a, const void *b)
{
    const struct sop_line *one = a, *other = b;
    int64_t left = one->tally.done * sop_due(&other->tally);
    int64_t right = other->tally.done * sop_due(&one->tally);
    int64_t wrong = one->tally.late + one->tally.missing;
    int64_t other_wrong = other->tally.late + other->tally.missing;
    if (left != right)
        return left < right ? -1 : 1;
    if (wrong != other_wrong)
        return wrong > other_wrong ? -1 : 1;
    return compare_keys(a, b);
}

void
sop_worst(struct sop_lines *lines)
{
    if (lines->count)
        qsort(lines->items, (size_t)lines->count, sizeof *lines->items, compare_worst);
}

int
sop_report(struct db *db, struct arena *arena, const struct sop *sop,
           const struct sop_window *window, unsigned cuts, struct sop_lines *lines, struct err *err)
{
    struct report report = {.arena = arena, .sop = sop, .window = window, .cuts = cuts};
    *lines = (struct sop_lines){0};
    if (read_staff(db, &report, err) < 0 ||
        sop_visits(db, sop, window, count_visit, &report, err) < 0)
        return -1;
    lines->items = arena_array(arena, (size_t)report.count, sizeof *lines->items);
    for (int i = 0; i < report.room; i++)
        if (report.table[i])
            lines->items[lines->count++] = *report.table[i];
    if (lines->count)
        qsort(lines->items, (size_t)lines->count, sizeof *lines->items, compare_keys);
    return 0;
}

/* ---- one person ---------------------------------------------------------------------------- */

struct person {
    const struct sop *sop;
    const struct sop_window *window;
    int64_t staff_id;
    enum sop_role role;
    struct sop_tally *tally;
};

static int
count_person(void *context, const struct sop_visit *visit, struct err *err)
{
    struct person *person = context;
    (void)err;
    for (int i = 0; i < person->sop->count; i++) {
        struct sop_verdict verdict;
        const struct sop_action *action = &person->sop->actions[i];
        if (person->role != SOP_ROLES && action->role != person->role)
            continue;
        sop_judge(person->sop, visit, action, person->window->as_of, &verdict);
        if (verdict.answers == person->staff_id)
            count_in(person->tally, verdict.state);
    }
    return 0;
}

int
sop_of_staff(struct db *db, const struct sop *sop, const struct sop_window *window,
             int64_t staff_id, enum sop_role role, struct sop_tally *tally, struct err *err)
{
    struct person person = {sop, window, staff_id, role, tally};
    *tally = (struct sop_tally){0};
    return sop_visits(db, sop, window, count_person, &person, err);
}
