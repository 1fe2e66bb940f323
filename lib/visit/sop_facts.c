/* The facts of visits, as the query gives them. */
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "db/sql.h"
#include "visit/sop.h"

/* What sql/sop-facts.sql can give; a test sees to it that it gives each. */
static const char *const known[] = {
    "visit.arrived",         "visit.seen",           "visit.left",
    "visit.consultant",      "visit.doctor",         "client.owner",
    "client.nurse",          "client.birthday",      "client.new",
    "consultation.started",  "consultation.need",    "consultation.expectation",
    "consultation.concern",  "consultation.budget",  "consultation.doctor",
    "consultation.ended",    "notice.risk",          "notice.alternative",
    "notice.price",          "notice.privacy",       "notice.other",
    "notice.acknowledged",   "objection.raised",     "objection.resolved",
    "plan.proposed",         "plan.doctor",          "plan.agreed",
    "contract.drafted",      "contract.held",        "contract.reviewed",
    "contract.signed",       "payment.made",         "assessment.in-person",
    "assessment.fit",        "assessment.finding",   "assessment.history",
    "assessment.allergy",    "assessment.expectation", "exam.taken",
    "exam.judged",           "signature.signed",     "signature.proof",
    "product.checked",       "product.confirmed",    "treatment.started",
    "treatment.ended",       "treatment.operator",   "treatment.nurse",
    "treatment.room",        "treatment.device",     "treatment.contract",
    "treatment.consent",     "treatment.medical",    "treatment.exam",
    "treatment.product",     "treatment.items",      "treatment.controlled",
    "treatment.assistant",   "stock.second",         "album.before",
    "album.after",           "care.told",            "care.next",
    "care.proof",            "adverse.found",        "adverse.confirmed",
    "evaluation.long",       "evaluation.short-client", "evaluation.short-staff",
    "evaluation.short-third-party", "evaluation.below", "evaluation.remedy",
};

/* And by what stands behind the point: purposes of visits, kinds and codes of projects, purposes of consents, kinds of
 * touches. */
static const char *const families[] = {"purpose.", "kind.", "project.", "consent.", "touch."};

bool
sop_fact_known(const char *name)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(known[i], name) == 0)
            return true;
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
        if (str_starts(name, families[i]) && name[strlen(families[i])])
            return true;
    return false;
}

/* ---- visits -------------------------------------------------------------------------------------- */

enum { COLUMN_STORE_ID, COLUMN_VISIT_ID, COLUMN_STORE, COLUMN_VISIT, COLUMN_CLIENT, COLUMN_DAY, COLUMN_FACT, COLUMN_AT, COLUMN_STAFF };

/* Who would have done what nobody did: the first one of a role that the visit knows. */
static const struct {
    const char *fact;
    int role;
} people[] = {
    {"treatment.operator", 2}, {"visit.doctor", 2},  {"treatment.nurse", 3},
    {"visit.consultant", 1},   {"client.owner", 1},  {"client.nurse", 3},
};
enum { PEOPLE = sizeof people / sizeof people[0] };

struct gathering {
    const struct sop *sop;
    const struct sop_window *window;
    struct arena arena; /* of the visit */
    struct sop_visit visit;
    const char *people[PEOPLE];
};

static void
begin_visit(struct gathering *gathering, struct db_stmt *stmt)
{
    struct sop_visit *visit = &gathering->visit;
    struct arena *arena = &gathering->arena;
    arena_reset(arena);
    *visit = (struct sop_visit){
        .arena = arena,
        .store_id = db_get_int(stmt, COLUMN_STORE_ID),
        .id = db_get_int(stmt, COLUMN_VISIT_ID),
        .day = db_get_int(stmt, COLUMN_DAY),
        .store = arena_strdup(arena, db_get_text(stmt, COLUMN_STORE)),
        .code = arena_strdup(arena, db_get_text(stmt, COLUMN_VISIT)),
        .client = arena_strdup(arena, db_get_text(stmt, COLUMN_CLIENT)),
    };
    /* a visit that nobody closed is over when its day and the night behind it have passed everywhere */
    visit->over = floor_div(gathering->window->now, DAY_SECONDS) > visit->day + 1;
    memset(gathering->people, 0, sizeof gathering->people);
}

static void
add_seen(struct sop_visit *visit, int fact, int64_t at, const char *staff)
{
    if (visit->count == visit->room) {
        visit->room = visit->room ? 2 * visit->room : 64;
        struct sop_seen *grown = arena_array(visit->arena, (size_t)visit->room, sizeof *grown);
        if (visit->count)
            memcpy(grown, visit->facts, (size_t)visit->count * sizeof *grown);
        visit->facts = grown;
    }
    visit->facts[visit->count++] = (struct sop_seen){fact, at, staff};
}

static void
add_project(struct sop_visit *visit, const char *code)
{
    for (int i = 0; i < visit->project_count; i++)
        if (strcmp(visit->projects[i], code) == 0)
            return;
    const char **grown =
        arena_array(visit->arena, (size_t)visit->project_count + 1, sizeof *grown);
    if (visit->project_count)
        memcpy(grown, visit->projects, (size_t)visit->project_count * sizeof *grown);
    grown[visit->project_count++] = arena_strdup(visit->arena, code);
    visit->projects = grown;
}

static void
add_row(struct gathering *gathering, struct db_stmt *stmt)
{
    struct sop_visit *visit = &gathering->visit;
    const char *name = db_get_text(stmt, COLUMN_FACT), *staff = db_get_text(stmt, COLUMN_STAFF);
    int fact = sop_fact(gathering->sop, name);
    staff = staff ? arena_strdup(visit->arena, staff) : NULL;
    if (fact != SOP_NO_FACT)
        add_seen(visit, fact, db_get_int(stmt, COLUMN_AT), staff);
    if (str_starts(name, "project."))
        add_project(visit, name + strlen("project."));
    visit->over |= strcmp(name, "visit.left") == 0;
    for (int i = 0; staff && i < PEOPLE; i++)
        if (!gathering->people[i] && strcmp(people[i].fact, name) == 0)
            gathering->people[i] = staff;
}

static int
end_visit(struct gathering *gathering, sop_each *each, void *context, struct err *err)
{
    struct sop_visit *visit = &gathering->visit;
    if (!visit->code)
        return 0;
    for (int i = 0; i < PEOPLE; i++)
        if (!visit->people[people[i].role])
            visit->people[people[i].role] = gathering->people[i];
    return each(context, visit, err);
}

int
sop_visits(struct db *db, const struct sop *sop, const struct sop_window *window,
           sop_each *each, void *context, struct err *err)
{
    const struct db_value values[] = {
        window->store_id ? db_int(window->store_id) : db_null(),
        window->visit_id ? db_int(window->visit_id) : db_null(), db_int(window->from),
        db_int(window->to)};
    struct gathering gathering = {.sop = sop, .window = window};
    struct db_stmt *stmt = NULL;
    int row, result = -1;
    arena_init(&gathering.arena);
    if (sql_open(db, &stmt, SQL_VISIT_SOP_FACTS, values, 4, err) < 0)
        goto out;
    while ((row = db_step(stmt, err)) == 1) {
        if (db_get_int(stmt, COLUMN_VISIT_ID) != gathering.visit.id ||
            db_get_int(stmt, COLUMN_STORE_ID) != gathering.visit.store_id) {
            if (end_visit(&gathering, each, context, err) < 0)
                goto out;
            begin_visit(&gathering, stmt);
        }
        add_row(&gathering, stmt);
    }
    result = row < 0 ? -1 : end_visit(&gathering, each, context, err);
out:
    db_finish(stmt);
    arena_release(&gathering.arena);
    return result;
}
