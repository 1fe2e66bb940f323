/* The gates of store, doctor and operator: licences and the assessment. */
#include <string.h>

#include "db/sql.h"
#include "visit/gate.h"

/* ---- the store ------------------------------------------------------------------------------------------ */

int
gate_store(struct gate_run *run, struct err *err)
{
    const struct gate_facts *facts = &run->facts;
    const char *licence = arena_printf(
        run->arena, "medi-db store edit %s --licence-no NUMBER --licence-to DAY", facts->store);
    (void)err;
    if (!facts->licence_no || !facts->has_licence_to)
        gate_add(run, GATE_STORE_LICENCE, NULL, licence,
                 _("%s has no licence with its last day on record"), facts->store);
    else if (facts->licence_to < run->given->day)
        gate_add(run, GATE_STORE_LICENCE, NULL, licence, _("the licence of %s ended on %s"),
                 facts->store, gate_day(run->arena, facts->licence_to));
    if (facts->department && !gate_store_covers(run->rules, facts->departments, facts->department))
        gate_add(run, GATE_STORE_DEPARTMENT, NULL,
                 arena_printf(run->arena, "medi-db store edit %s --departments TEXT", facts->store),
                 _("the licence of %s does not cover %s, which %s needs"), facts->store,
                 facts->department, facts->project);
    if (!facts->grade && strcmp(facts->kind, "surgery") == 0)
        gate_add(
            run, GATE_STORE_LEVEL, NULL,
            arena_printf(run->arena, "medi-visit project edit %s --grade GRADE", facts->project),
            _("%s is surgery and has no grade on record"), facts->project);
    else if (facts->grade > gate_level_grade(run->rules, facts->level, facts->departments))
        gate_add(run, GATE_STORE_LEVEL, NULL,
                 arena_printf(run->arena, "medi-db store edit %s --level LEVEL", facts->store),
                 _("%s (%s) may not do grade %lld"), facts->store,
                 facts->level ? facts->level : "?", (long long)facts->grade);
    return 0;
}

/* ---- licences -------------------------------------------------------------------------------- */

enum { KIND, SCOPE, STORE_ID, STORE, VALID_FROM, VALID_TO };

/* Through the last day; what has no first or last day has none. */
static bool
valid_on(struct db_stmt *stmt, int64_t day)
{
    struct db_value from = db_get(stmt, VALID_FROM), to = db_get(stmt, VALID_TO);
    return (from.type != DB_INT || from.number <= day) && (to.type != DB_INT || to.number >= day);
}

static bool
is_scoped(const char *kind)
{
    return strcmp(kind, "physician") == 0 || strcmp(kind, "chief-physician") == 0;
}

static enum gate_licence
judge_licence(struct gate_run *run, struct db_stmt *stmt, int64_t day)
{
    struct db_value store = db_get(stmt, STORE_ID);
    if (!valid_on(stmt, day))
        return LICENCE_EXPIRED;
    if (store.type == DB_INT && store.number != run->given->store_id)
        return LICENCE_PLACE;
    if (is_scoped(db_get_text(stmt, KIND)) &&
        !gate_scope_covers(run->rules, db_get_text(stmt, SCOPE), run->facts.department))
        return LICENCE_SCOPE;
    return LICENCE_OK;
}

int
gate_licence_of(struct gate_run *run, int64_t staff_id, const char *need, int64_t day,
                struct gate_licence_found *found, struct err *err)
{
    struct db_value value = db_int(staff_id);
    struct db_stmt *stmt;
    int more;
    *found = (struct gate_licence_found){.state = LICENCE_NONE};
    if (sql_open(run->db, &stmt, SQL_VISIT_GATE_LICENCES, &value, 1, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        if (!gate_licence_satisfies(run->rules, db_get_text(stmt, KIND), need))
            continue;
        enum gate_licence state = judge_licence(run, stmt, day);
        if (state >= found->state)
            continue;
        const char *scope = db_get_text(stmt, SCOPE), *store = db_get_text(stmt, STORE);
        *found = (struct gate_licence_found){.state = state,
                                             .scope = scope ? arena_strdup(run->arena, scope) : "?",
                                             .store = store ? arena_strdup(run->arena, store) : "?",
                                             .valid_to = db_get_int(stmt, VALID_TO)};
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* What is wrong with a person's licences, in words. */
static const char *
licence_words(struct gate_run *run, const char *staff, const char *need,
              const struct gate_licence_found *found)
{
    struct arena *arena = run->arena;
    const char *department = run->facts.department;
    switch (found->state) {
    case LICENCE_SCOPE:
        return arena_printf(arena, _("the %s licence of %s is for %s and does not cover %s"), need,
                            staff, found->scope, department);
    case LICENCE_PLACE:
        return arena_printf(arena, _("the %s licence of %s is registered at %s, not here"), need,
                            staff, found->store);
    case LICENCE_EXPIRED:
        return found->valid_to && found->valid_to < run->given->day
                   ? arena_printf(arena, _("the %s licence of %s ended on %s"), need, staff,
                                  gate_day(arena, found->valid_to))
                   : arena_printf(arena, _("the %s licence of %s is not valid on that day"), need,
                                  staff);
    default:
        return arena_printf(arena, _("%s has no %s licence"), staff, need);
    }
}

/* ---- people ---------------------------------------------------------------------------------- */

struct person {
    const char *code, *role;
    bool works; /* on that day */
};

static int
find_person(struct gate_run *run, int64_t id, struct person *person, struct err *err)
{
    struct db_value value = db_int(id);
    struct db_stmt *stmt;
    *person = (struct person){.code = "?", .role = "?"};
    int found = sql_first(run->db, &stmt, SQL_VISIT_GATE_STAFF, &value, 1, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DB, _("staff %lld: not there"), (long long)id);
    struct db_value hired = db_get(stmt, 2), left = db_get(stmt, 3);
    *person = (struct person){
        .code = arena_strdup(run->arena, db_get_text(stmt, 0)),
        .role = arena_strdup(run->arena, db_get_text(stmt, 1)),
        .works = (hired.type != DB_INT || hired.number <= run->given->day) &&
                 (left.type != DB_INT || left.number >= run->given->day),
    };
    db_finish(stmt);
    return 0;
}

/* ---- the assessment -------------------------------------------------------------------------- */

enum { CODE, STAFF_ID, STAFF, ROLE, DAY, IN_PERSON, VERDICT, VALID_TO_DAY };

/* Whether a person may assess on a day: NULL, or why not, in words. */
static int
assessor_words(struct gate_run *run, int64_t staff_id, const char *staff, const char *role,
               int64_t day, const char **words, struct err *err)
{
    struct gate_licence_found found;
    *words = NULL;
    if (strcmp(role, "doctor") != 0) {
        *words = arena_printf(run->arena, _("%s is no doctor (%s)"), staff, role);
        return 0;
    }
    if (gate_licence_of(run, staff_id, "physician", day, &found, err) < 0)
        return -1;
    if (found.state != LICENCE_OK)
        *words = licence_words(run, staff, "physician", &found);
    return 0;
}

int
gate_assessor(struct gate_run *run, int64_t staff_id, struct err *err)
{
    struct person person;
    const char *words;
    if (find_person(run, staff_id, &person, err) < 0 ||
        assessor_words(run, staff_id, person.code, person.role, run->given->day, &words, err) < 0)
        return -1;
    if (words)
        gate_add(run, GATE_ASSESSMENT_DOCTOR, NULL, NULL, "%s", words);
    return 0;
}

/* Why one does not count, if it does not: GATES, or the gate, with the words. */
static int
assessment_counts(struct gate_run *run, struct db_stmt *stmt, enum gate *gate, const char **words,
                  struct err *err)
{
    const char *code = db_get_text(stmt, CODE), *staff = db_get_text(stmt, STAFF), *why;
    *gate = GATES;
    if (assessor_words(run, db_get_int(stmt, STAFF_ID), staff, db_get_text(stmt, ROLE),
                       db_get_int(stmt, DAY), &why, err) < 0)
        return -1;
    if (why) {
        *gate = GATE_ASSESSMENT_DOCTOR;
        *words = arena_printf(run->arena, "%s: %s", code, why);
    } else if (strcmp(db_get_text(stmt, VERDICT), "fit") == 0 && !db_get_int(stmt, IN_PERSON)) {
        *gate = GATE_ASSESSMENT_PERSON;
        *words =
            arena_printf(run->arena, _("%s: %s did not see the client in person"), code, staff);
    }
    return 0;
}

/* One that counts: its verdict, and until when it holds. Without a last day it holds on its own day. */
static void
judge_assessment(struct gate_run *run, struct db_stmt *stmt, const char *command)
{
    const char *code = db_get_text(stmt, CODE), *verdict = db_get_text(stmt, VERDICT);
    int64_t day = db_get_int(stmt, DAY);
    struct db_value to = db_get(stmt, VALID_TO_DAY);
    int64_t last = to.type == DB_INT ? to.number : day;
    if (strcmp(verdict, "unfit") == 0)
        gate_add(run, GATE_UNFIT, NULL, NULL,
                 _("%s of %s by %s: the client does not fit; its reason says why"), code,
                 gate_day(run->arena, day), db_get_text(stmt, STAFF));
    else if (strcmp(verdict, "postponed") == 0)
        gate_add(run, GATE_ASSESSMENT_POSTPONED, NULL, command, _("%s of %s by %s: put off"), code,
                 gate_day(run->arena, day), db_get_text(stmt, STAFF));
    else if (last < run->given->day)
        gate_add(run, GATE_ASSESSMENT_EXPIRED, NULL, command, _("%s held until %s"), code,
                 gate_day(run->arena, last));
}

static int
walk_assessments(struct gate_run *run, struct db_stmt *stmt, const char *command, struct err *err)
{
    enum gate first = GATE_ASSESSMENT;
    const char *why = _("nobody has assessed the client for it");
    int more;
    while ((more = db_step(stmt, err)) == 1) {
        enum gate gate;
        const char *words = NULL;
        if (assessment_counts(run, stmt, &gate, &words, err) < 0)
            return -1;
        if (gate == GATES) {
            judge_assessment(run, stmt, command);
            return 0;
        }
        if (first == GATE_ASSESSMENT) {
            first = gate;
            why = words;
        }
    }
    if (more == 0)
        gate_add(run, first, NULL, command, "%s", why);
    return more;
}

int
gate_assessment(struct gate_run *run, struct err *err)
{
    const struct gate_case *given = run->given;
    const struct db_value values[] = {db_int(given->store_id), db_int(given->client_id),
                                      db_int(given->project_id), db_int(given->at)};
    const char *command =
        arena_printf(run->arena, "medi-visit assess %s --project %s --in-person --verdict VERDICT",
                     run->facts.visit, run->facts.project);
    struct db_stmt *stmt;
    if (!run->facts.licence)
        return 0;
    if (sql_open(run->db, &stmt, SQL_VISIT_GATE_ASSESSMENTS, values, 4, err) < 0)
        return -1;
    int result = walk_assessments(run, stmt, command, err);
    db_finish(stmt);
    return result;
}

/* ---- who does it ----------------------------------------------------------------------------- */

/* `need` on the day of the treatment; the gate for a licence that is missing, and for one of another place. */
static int
check_person(struct gate_run *run, int64_t id, const char *need, enum gate missing, enum gate place,
             struct err *err)
{
    struct gate_licence_found found = {.state = LICENCE_OK};
    struct person person;
    if (find_person(run, id, &person, err) < 0)
        return -1;
    if (!person.works)
        gate_add(run, missing == GATE_OPERATOR_LICENCE ? GATE_OPERATOR : missing, NULL, NULL,
                 _("%s does not work here on that day"), person.code);
    if (need && gate_licence_of(run, id, need, run->given->day, &found, err) < 0)
        return -1;
    if (found.state == LICENCE_OK)
        return 0;
    enum gate gate = found.state == LICENCE_SCOPE   ? GATE_OPERATOR_SCOPE
                     : found.state == LICENCE_PLACE ? place
                                                    : missing;
    gate_add(run, gate, NULL,
             arena_printf(run->arena,
                          "medi-staff licence %s --kind %s --number NUMBER --scope TEXT --to DAY",
                          person.code, need),
             "%s", licence_words(run, person.code, need, &found));
    return 0;
}

int
gate_operator(struct gate_run *run, struct err *err)
{
    const struct gate_case *given = run->given;
    if (!given->operator_id)
        gate_add(run, GATE_OPERATOR, NULL,
                 arena_printf(run->arena, "medi-visit treat %s --project %s --operator STAFF",
                              run->facts.visit, run->facts.project),
                 _("it is not said who does it"));
    else if (check_person(run, given->operator_id, run->facts.licence, GATE_OPERATOR_LICENCE,
                          GATE_OPERATOR_PLACE, err) < 0)
        return -1;
    if (given->nurse_id && given->nurse_id != given->operator_id)
        return check_person(run, given->nurse_id, "nurse", GATE_NURSE_LICENCE, GATE_NURSE_LICENCE,
                            err);
    return 0;
}
