/* The gates of paper: birthday, examinations, contract, consent and the guardian's. */
#include <string.h>

#include "base/day.h"
#include "db/sql.h"
#include "visit/gate.h"

/* ---- examinations -------------------------------------------------------------------------------------- */

enum { KIND, VALID_DAYS, CODE, DAY, RESULT };

static void
judge_exam(struct gate_run *run, struct db_stmt *stmt)
{
    const char *kind = db_get_text(stmt, KIND), *code = db_get_text(stmt, CODE);
    const char *result = db_get_text(stmt, RESULT);
    const char *command =
        arena_printf(run->arena, "medi-visit exam %s --kind %s", run->facts.visit, kind);
    int64_t last = db_get_int(stmt, DAY) + db_get_int(stmt, VALID_DAYS);
    if (!code)
        gate_add(run, GATE_EXAM, kind, command, _("%s was not done"), kind);
    else if (strcmp(result, "abnormal") == 0)
        gate_add(run, GATE_EXAM_ABNORMAL, kind, command, _("%s is abnormal (%s)"), kind, code);
    else if (last < run->given->day)
        gate_add(run, GATE_EXAM_EXPIRED, kind, command, _("%s held until %s (%s)"), kind,
                 gate_day(run->arena, last), code);
    else if (strcmp(result, "pending") == 0)
        gate_add(run, GATE_EXAM_PENDING, kind,
                 arena_printf(run->arena, "medi-visit exam --judge %s --result RESULT", code),
                 _("%s has no result yet (%s)"), kind, code);
}

int
gate_exams(struct gate_run *run, struct err *err)
{
    const struct gate_case *given = run->given;
    const struct db_value values[] = {db_int(given->client_id), db_int(given->project_id),
                                      db_int(given->at)};
    struct db_stmt *stmt;
    int more;
    if (sql_open(run->db, &stmt, SQL_VISIT_GATE_EXAMS, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1)
        judge_exam(run, stmt);
    db_finish(stmt);
    return more;
}

/* ---- the contract ---------------------------------------------------------------------------- */

static bool
is_minor(const struct gate_run *run)
{
    const struct gate_facts *facts = &run->facts;
    return facts->has_birthday && gate_below(facts->birthday, run->rules->minor, run->given->day);
}

/* One that there is, and what it wants next: a review, by a manager; a signature; or it came too late. */
static void
tell_contract(struct gate_run *run, const char *code, const char *state)
{
    bool draft = strcmp(state, "draft") == 0;
    const char *command = draft                            ? "medi-visit contract review %s"
                          : strcmp(state, "reviewed") != 0 ? NULL
                          : is_minor(run)
                              ? "medi-visit contract sign %s --signer guardian --proof PAPER"
                              : "medi-visit contract sign %s --proof PAPER";
    struct gate_missing *missing =
        gate_add(run, GATE_CONTRACT, NULL, command ? arena_printf(run->arena, command, code) : NULL,
                 _("contract %s was not signed before the start"), code);
    if (draft)
        missing->role = "manager";
}

/* Who cannot be bound by their own signature is bound by the guardian's (民法典 19, 22). */
static void
check_bound(struct gate_run *run, const char *code, const char *signer)
{
    const struct gate_facts *facts = &run->facts;
    if (!is_minor(run) || (signer && strcmp(signer, "guardian") == 0))
        return;
    gate_add(run, GATE_CONTRACT, NULL,
             arena_printf(run->arena, "medi-visit contract draft --visit %s --line %s",
                          facts->visit, facts->project),
             _("contract %s was not signed by the guardian, and %s is a minor"), code,
             facts->client);
}

int
gate_contract(struct gate_run *run, struct err *err)
{
    const struct gate_case *given = run->given;
    const struct db_value values[] = {db_int(given->client_id), db_int(given->project_id),
                                      db_int(given->at)};
    struct db_stmt *stmt;
    if (!run->facts.contract)
        return 0;
    int found = sql_first(run->db, &stmt, SQL_VISIT_GATE_CONTRACT, values, 3, err);
    if (found < 0)
        return -1;
    if (found == 0) {
        gate_add(run, GATE_CONTRACT, NULL,
                 arena_printf(run->arena, "medi-visit contract draft --visit %s --line %s",
                              run->facts.visit, run->facts.project),
                 _("there is no contract for %s"), run->facts.project);
        return 0;
    }
    if (!db_get_int(stmt, 2))
        tell_contract(run, arena_strdup(run->arena, db_get_text(stmt, 0)), db_get_text(stmt, 1));
    else
        check_bound(run, db_get_text(stmt, 0), db_get_text(stmt, 3));
    db_finish(stmt);
    return 0;
}

/* ---- consent --------------------------------------------------------------------------------- */

bool
gate_below(int64_t birthday, int64_t years, int64_t day)
{
    struct civil born, now;
    day_to_civil(birthday, &born);
    day_to_civil(day, &now);
    int64_t age = now.year - born.year;
    if (now.month < born.month || (now.month == born.month && now.day < born.day))
        age--;
    return age < years;
}

/* What a signer's signatures come to: the best of them. */
enum signed_state { SIGNED_OK, SIGNED_WITHDRAWN, SIGNED_LATE, SIGNED_VERSION, SIGNED_NONE };

struct signatures {
    enum signed_state state;
    const char *code, *form; /* of the best */
};

enum { SIGNATURE, FORM_ID, FORM, SIGNER, SIGNED_AT, WITHDRAWN_AT };

static enum signed_state
judge_signature(struct gate_run *run, struct db_stmt *stmt, int64_t form_id)
{
    struct db_value withdrawn = db_get(stmt, WITHDRAWN_AT);
    if (db_get_int(stmt, FORM_ID) != form_id)
        return SIGNED_VERSION;
    if (db_get_int(stmt, SIGNED_AT) > run->given->at)
        return SIGNED_LATE;
    /* of a record nobody can say which of two in one second came first */
    int64_t until = withdrawn.number + (run->given->treatment_id ? 1 : 0);
    return withdrawn.type == DB_INT && until <= run->given->at ? SIGNED_WITHDRAWN : SIGNED_OK;
}

static int
read_signatures(struct gate_run *run, int64_t form_id, const char *signer, struct signatures *best,
                struct err *err)
{
    const struct gate_case *given = run->given;
    const struct db_value values[] = {db_int(given->store_id), db_int(given->client_id),
                                      db_int(given->project_id), db_text(run->facts.series)};
    struct db_stmt *stmt;
    int more;
    *best = (struct signatures){.state = SIGNED_NONE};
    if (sql_open(run->db, &stmt, SQL_VISIT_GATE_SIGNATURES, values, 4, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        enum signed_state state = judge_signature(run, stmt, form_id);
        if (strcmp(db_get_text(stmt, SIGNER), signer) == 0 && state < best->state)
            *best =
                (struct signatures){state, arena_strdup(run->arena, db_get_text(stmt, SIGNATURE)),
                                    arena_strdup(run->arena, db_get_text(stmt, FORM))};
    }
    db_finish(stmt);
    return more;
}

/* The guardian's signature has one gate for all that may be wrong with it, but a withdrawal is a withdrawal. */
static void
tell_signatures(struct gate_run *run, const struct signatures *best, const char *signer,
                const char *form)
{
    bool guardian = strcmp(signer, "guardian") == 0;
    const char *who = guardian ? _("the guardian") : _("the client");
    const char *command = arena_printf(
        run->arena, "medi-visit consent %s --project %s --form %s --signer %s%s --proof PAPER",
        run->facts.visit, run->facts.project, form, signer, guardian ? " --guardian NAME" : "");
    switch (best->state) {
    case SIGNED_OK:
        break;
    case SIGNED_WITHDRAWN:
        gate_add(run, GATE_CONSENT_WITHDRAWN, guardian ? signer : NULL, command,
                 _("%s was withdrawn by %s"), best->code, who);
        break;
    case SIGNED_LATE:
        gate_add(run, guardian ? GATE_GUARDIAN : GATE_CONSENT_LATE, NULL, command,
                 _("%s was signed by %s after the start"), best->code, who);
        break;
    case SIGNED_VERSION:
        gate_add(run, guardian ? GATE_GUARDIAN : GATE_CONSENT_VERSION, NULL, command,
                 _("%s was signed by %s under %s; %s is in force"), best->code, who, best->form,
                 form);
        break;
    case SIGNED_NONE:
        gate_add(run, guardian ? GATE_GUARDIAN : GATE_CONSENT, NULL, command,
                 _("%s has not signed %s"), who, form);
        break;
    }
}

static int
check_signer(struct gate_run *run, int64_t form_id, const char *form, const char *signer,
             struct err *err)
{
    struct signatures best;
    if (read_signatures(run, form_id, signer, &best, err) < 0)
        return -1;
    tell_signatures(run, &best, signer, form);
    return 0;
}

/* The version in force: 1, 0 none and told, -1. */
static int
find_form(struct gate_run *run, int64_t *id, const char **code, struct err *err)
{
    const struct db_value values[] = {db_text(run->facts.series), db_int(run->given->day)};
    struct db_stmt *stmt;
    int found = sql_first(run->db, &stmt, SQL_VISIT_GATE_FORM, values, 2, err);
    if (found < 0)
        return -1;
    if (found == 0) {
        gate_add(
            run, GATE_FORM, NULL,
            arena_printf(run->arena,
                         "medi-visit form add FORM --series %s --edition N --name NAME --from DAY",
                         run->facts.series),
            _("no version of consent form %s is in force on that day"), run->facts.series);
        return 0;
    }
    *id = db_get_int(stmt, 0);
    *code = arena_strdup(run->arena, db_get_text(stmt, 1));
    db_finish(stmt);
    return 1;
}

/* Whose birthday is not known is asked for it, and for the own signature. */
int
gate_consent(struct gate_run *run, struct err *err)
{
    const struct gate_facts *facts = &run->facts;
    const struct gate_rules *rules = run->rules;
    int64_t form_id, day = run->given->day;
    const char *form;
    bool known = facts->has_birthday;
    if (!known)
        gate_add(run, GATE_BIRTHDAY, NULL,
                 arena_printf(run->arena, "medi-client edit %s --birthday DAY", facts->client),
                 _("the birthday of %s is not known, so whether a guardian must sign"),
                 facts->client);
    if (!facts->series)
        return 0;
    int found = find_form(run, &form_id, &form, err);
    if (found <= 0)
        return found;
    if ((!known || !gate_below(facts->birthday, rules->own_signature, day)) &&
        check_signer(run, form_id, form, "client", err) < 0)
        return -1;
    return known && gate_below(facts->birthday, rules->minor, day)
               ? check_signer(run, form_id, form, "guardian", err)
               : 0;
}
