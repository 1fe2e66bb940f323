/* Visits with what the records tell of them, a week at a time. */
#include <stdlib.h>
#include <string.h>

#include "visit/after_care.h"
#include "visit/sop.h"

enum { WEEK = 7 };

struct loaded {
    const struct sop *sop;
    struct arena arena;
    struct sop_visit *visits; /* by store and id */
    int visit_count, visit_room;
    struct sop_treatment *treatments; /* by store and id */
    int treatment_count, treatment_room;
    int class; /* whose rows come */
};

/* ---- finding ------------------------------------------------------------------------------- */

static int
compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int
compare_visit(const void *key, const void *item)
{
    const int64_t *pair = key;
    const struct sop_visit *visit = item;
    int order = compare(pair[0], visit->store_id);
    return order ? order : compare(pair[1], visit->id);
}

static int
compare_treatment(const void *key, const void *item)
{
    const int64_t *pair = key;
    const struct sop_treatment *treatment = item;
    int order = compare(pair[0], treatment->store_id);
    return order ? order : compare(pair[1], treatment->id);
}

static struct sop_visit *
find_visit(struct loaded *all, int64_t store_id, int64_t id)
{
    const int64_t key[] = {store_id, id};
    return all->visit_count ? bsearch(key, all->visits, (size_t)all->visit_count,
                                      sizeof *all->visits, compare_visit)
                            : NULL;
}

static struct sop_treatment *
find_treatment(struct loaded *all, int64_t store_id, int64_t id)
{
    const int64_t key[] = {store_id, id};
    return all->treatment_count ? bsearch(key, all->treatments, (size_t)all->treatment_count,
                                          sizeof *all->treatments, compare_treatment)
                                : NULL;
}

/* ---- rows ---------------------------------------------------------------------------------- */

static unsigned
kind_of(const char *name)
{
    for (unsigned i = 0; name && care_project_kinds[i]; i++)
        if (strcmp(care_project_kinds[i], name) == 0)
            return 1u << i;
    return 0;
}

static int
add_visit(struct loaded *all, struct db_stmt *stmt)
{
    enum {
        STORE_ID,
        ID,
        CODE,
        CLIENT,
        STORE,
        DAY,
        MONTH,
        ARRIVED,
        LEFT,
        CONSULTANT,
        DOCTOR,
        NURSE,
        PROJECT,
        KIND,
        GRADE
    };
    const struct sop_catalogue *catalogue = &all->sop->catalogue;
    struct db_value left = db_get(stmt, LEFT);
    all->visits = arena_more(&all->arena, all->visits, all->visit_count, &all->visit_room,
                             sizeof *all->visits);
    struct sop_visit *visit = &all->visits[all->visit_count++];
    *visit = (struct sop_visit){
        .store_id = db_get_int(stmt, STORE_ID),
        .id = db_get_int(stmt, ID),
        .day = db_get_int(stmt, DAY),
        .arrived_at = db_get_int(stmt, ARRIVED),
        .left_at = left.type == DB_INT ? left.number : INT64_MAX,
        .store = db_keep_text(stmt, STORE, &all->arena),
        .code = db_keep_text(stmt, CODE, &all->arena),
        .client = db_keep_text(stmt, CLIENT, &all->arena),
        .month = db_keep_text(stmt, MONTH, &all->arena),
        .project = db_keep_text(stmt, PROJECT, &all->arena),
        .kind = kind_of(db_get_text(stmt, KIND)),
        .grade = db_get_int(stmt, GRADE),
        .consultant = db_get_int(stmt, CONSULTANT),
        .doctor = db_get_int(stmt, DOCTOR),
        .nurse = db_get_int(stmt, NURSE),
    };
    visit->overrides = sop_overrides_of(all->sop, visit->project, db_get_text(stmt, KIND));
    visit->seen = arena_array(&all->arena, (size_t)catalogue->visit_slots, sizeof *visit->seen);
    visit->done = arena_array(&all->arena, (size_t)all->sop->done_slots, sizeof *visit->done);
    return 0;
}

static int
add_treatment(struct loaded *all, struct db_stmt *stmt)
{
    enum { STORE_ID, VISIT_ID, ID, CODE, PROJECT, KIND, GRADE, DOCTOR, NURSE, STARTED };
    int slots = all->sop->catalogue.treatment_slots;
    if (!find_visit(all, db_get_int(stmt, STORE_ID), db_get_int(stmt, VISIT_ID)))
        return 0;
    all->treatments = arena_more(&all->arena, all->treatments, all->treatment_count,
                                 &all->treatment_room, sizeof *all->treatments);
    struct sop_treatment *t = &all->treatments[all->treatment_count++];
    *t = (struct sop_treatment){
        .store_id = db_get_int(stmt, STORE_ID),
        .visit_id = db_get_int(stmt, VISIT_ID),
        .id = db_get_int(stmt, ID),
        .code = db_keep_text(stmt, CODE, &all->arena),
        .project = db_keep_text(stmt, PROJECT, &all->arena),
        .kind = kind_of(db_get_text(stmt, KIND)),
        .grade = db_get_int(stmt, GRADE),
        .doctor = db_get_int(stmt, DOCTOR),
        .nurse = db_get_int(stmt, NURSE),
        .started_at = db_get_int(stmt, STARTED),
    };
    t->overrides = sop_overrides_of(all->sop, t->project, db_get_text(stmt, KIND));
    t->seen = arena_array(&all->arena, (size_t)slots, sizeof *t->seen);
    return 0;
}

static int
add_done(struct loaded *all, struct db_stmt *stmt)
{
    struct sop_visit *visit = find_visit(all, db_get_int(stmt, 0), db_get_int(stmt, 1));
    const char *id = db_get_text(stmt, 2);
    for (int i = 0; visit && i < all->sop->count; i++) {
        const struct sop_action *action = &all->sop->actions[i];
        if (!action->evidence && strcmp(action->id, id) == 0)
            visit->done[action->done_slot] =
                (struct sop_seen){true, db_get_int(stmt, 3), db_get_int(stmt, 4)};
    }
    return 0;
}

/* ---- statements ---------------------------------------------------------------------------- */

typedef int add_row(struct loaded *all, struct db_stmt *stmt);

static int
run(struct db *db, struct loaded *all, const struct sop_window *window, enum sql_id id,
    add_row *add, struct err *err)
{
    const struct db_value values[] = {db_int(window->from), db_int(window->to),
                                      window->store_id ? db_int(window->store_id) : db_null(),
                                      window->visit_id ? db_int(window->visit_id) : db_null()};
    struct db_stmt *stmt = NULL;
    int more = sql_open(db, &stmt, id, values, 4, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        more = add(all, stmt);
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* Of several rows the earliest counts. */
static void
see(struct sop_seen *seen, const struct sop_fact *fact, struct db_stmt *stmt, int staff)
{
    struct db_value value = db_get(stmt, fact->column);
    bool there = value.type == DB_INT && (fact->timed || value.number);
    if (!there || (seen->there && (!fact->timed || seen->at <= value.number)))
        return;
    int by = fact->by >= 0 ? fact->by : staff;
    *seen =
        (struct sop_seen){true, fact->timed ? value.number : 0, by >= 0 ? db_get_int(stmt, by) : 0};
}

static int
see_row(struct loaded *all, struct db_stmt *stmt)
{
    const struct sop_catalogue *catalogue = &all->sop->catalogue;
    int64_t store_id = db_get_int(stmt, 0), id = db_get_int(stmt, 1);
    struct sop_seen *slots = NULL;
    for (int i = 0; i < catalogue->count; i++) {
        const struct sop_fact *fact = &catalogue->facts[i];
        if (fact->class != all->class || !fact->used)
            continue;
        if (!slots && fact->of_treatment) {
            struct sop_treatment *t = find_treatment(all, store_id, id);
            slots = t ? t->seen : NULL;
        } else if (!slots) {
            struct sop_visit *visit = find_visit(all, store_id, id);
            slots = visit ? visit->seen : NULL;
        }
        if (!slots)
            return 0;
        see(&slots[fact->slot], fact, stmt, catalogue->classes[all->class].staff);
    }
    return 0;
}

static bool
is_used(const struct sop_catalogue *catalogue, int class)
{
    for (int i = 0; i < catalogue->count; i++)
        if (catalogue->facts[i].class == class && catalogue->facts[i].used)
            return true;
    return false;
}

/* ---- windows ------------------------------------------------------------------------------- */

/* Each treatment to its visit, by time; the first one's project is the visit's. */
static void
join_treatments(struct loaded *all)
{
    for (int i = 0; i < all->treatment_count; i++) {
        struct sop_treatment *t = &all->treatments[i];
        struct sop_visit *visit = find_visit(all, t->store_id, t->visit_id);
        struct sop_treatment **at = &visit->treatments;
        while (*at && (*at)->started_at <= t->started_at)
            at = &(*at)->next;
        t->next = *at;
        *at = t;
    }
    for (int i = 0; i < all->visit_count; i++) {
        struct sop_visit *visit = &all->visits[i];
        const struct sop_treatment *first = visit->treatments;
        if (!first)
            continue;
        visit->project = first->project;
        visit->kind = first->kind;
        visit->grade = first->grade;
        visit->overrides = first->overrides;
    }
}

static int
load(struct db *db, struct loaded *all, const struct sop_window *window, struct err *err)
{
    const struct sop_catalogue *catalogue = &all->sop->catalogue;
    if (run(db, all, window, SQL_VISIT_SOP_VISITS, add_visit, err) < 0)
        return -1;
    if (!all->visit_count)
        return 0;
    if (run(db, all, window, SQL_VISIT_SOP_TREATMENTS, add_treatment, err) < 0 ||
        run(db, all, window, SQL_VISIT_SOP_DONES, add_done, err) < 0)
        return -1;
    join_treatments(all);
    for (all->class = 0; all->class < catalogue->class_count; all->class ++)
        if (is_used(catalogue, all->class) &&
            run(db, all, window, catalogue->classes[all->class].sql, see_row, err) < 0)
            return -1;
    return 0;
}

int
sop_visits(struct db *db, const struct sop *sop, const struct sop_window *window, sop_each *each,
           void *context, struct err *err)
{
    struct loaded all = {.sop = sop};
    int result = 0;
    arena_init(&all.arena);
    for (int64_t from = window->from; from < window->to && result >= 0; from += WEEK) {
        struct sop_window week = *window;
        week.from = from;
        week.to = from + WEEK < window->to ? from + WEEK : window->to;
        arena_reset(&all.arena);
        all = (struct loaded){.sop = sop, .arena = all.arena};
        result = load(db, &all, &week, err);
        for (int i = 0; i < all.visit_count && result >= 0; i++)
            result = each(context, &all.visits[i], err);
    }
    arena_release(&all.arena);
    return result < 0 ? -1 : 0;
}

int
sop_find_visit(struct db *db, int64_t store_id, const char *code, struct sop_window *window,
               struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_SOP_VISIT, values, 2, err);
    if (found != 1)
        return found;
    window->store_id = store_id;
    window->visit_id = db_get_int(stmt, 0);
    window->from = db_get_int(stmt, 1);
    window->to = window->from + 1;
    db_finish(stmt);
    return 1;
}

int
sop_staff_code(struct db *db, struct arena *arena, int64_t id, const char **code, struct err *err)
{
    struct db_value value = db_int(id);
    struct db_stmt *stmt;
    *code = NULL;
    int found = id ? sql_first(db, &stmt, SQL_VISIT_SOP_STAFF_CODE, &value, 1, err) : 0;
    if (found == 1) {
        *code = arena_strdup(arena, db_get_text(stmt, 0));
        db_finish(stmt);
    }
    return found < 0 ? -1 : 0;
}
