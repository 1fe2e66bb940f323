#include "visit/after.h"

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "db/sql.h"

/* ---- treatments ------------------------------------------------------------------------------------- */

static int
judge_status(const char *code, const char *status, struct err *err)
{
    if (strcmp(status, "entered-in-error") == 0)
        return err_set(err, ERR_DATA, _("treatment %s: was entered in error"), code);
    if (strcmp(status, "preparation") == 0)
        return err_set(err, ERR_DATA, _("treatment %s: has not begun"), code);
    return 0;
}

int
after_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
           struct after_treatment *treatment, struct err *err)
{
    enum { DAY, STARTED, STATUS, CLIENT, PROJECT, KIND, USED };
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_AFTER_TREATMENT, values, 2, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("treatment %s: this store has none of that code"), code);
    if (found < 0)
        return -1;
    *treatment = (struct after_treatment){
        .day = db_get_int(stmt, DAY),
        .started_at = db_get_int(stmt, STARTED),
        .code = arena_strdup(arena, code),
        .client = db_keep_text(stmt, CLIENT, arena),
        .project = db_keep_text(stmt, PROJECT, arena),
        .kind = db_keep_text(stmt, KIND, arena),
        .used = (unsigned)db_get_int(stmt, USED),
    };
    int result = judge_status(code, db_get_text(stmt, STATUS), err);
    db_finish(stmt);
    return result;
}

/* ---- evaluation ------------------------------------------------------------------------------------- */

enum { SHORT_FROM = 1, SHORT_TO = 3 }; /* months */

const char *
after_term(int64_t treated_on, int64_t day, int64_t *first)
{
    *first = day_add_months(treated_on, SHORT_FROM);
    if (day < *first)
        return NULL;
    return day <= day_add_months(treated_on, SHORT_TO) ? "short" : "long";
}

static void
add_missing(struct str *missing, bool is_missing, const char *option)
{
    if (is_missing)
        str_addf(missing, "%s%s", missing->length ? ", " : "", option);
}

int
after_judge(struct arena *arena, struct after_judgement *judgement, struct err *err)
{
    enum { LEAST = 1, MOST = 5, POOR = 2 };
    struct str missing = STR_INIT;
    if (judgement->score < LEAST || judgement->score > MOST)
        return err_set(err, ERR_DATA, _("--score: must be from %d to %d"), LEAST, MOST);
    judgement->below |= judgement->score <= POOR;
    if (!judgement->below && (judgement->cause || judgement->remedy))
        return err_set(err, ERR_DATA,
                       _("--cause and --remedy belong to what is below expectation: --below"));
    add_missing(&missing, judgement->below && (!judgement->cause || !*judgement->cause), "--cause");
    add_missing(&missing, judgement->below && (!judgement->remedy || !*judgement->remedy),
                "--remedy");
    add_missing(&missing, strcmp(judgement->rater, "staff") == 0 && !judgement->staff, "--staff");
    const char *names = arena_strdup(arena, missing.text);
    str_release(&missing);
    return *names ? err_set(err, ERR_DATA, _("%s: missing, and this judgement needs it"), names)
                  : 0;
}

/* ---- adverse events --------------------------------------------------------------------------------- */

int
after_adverse_open(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                   struct after_adverse *adverse, struct err *err)
{
    enum { CLIENT, KIND, GRADE, FOUND, DAY, CONFIRMED, STATE, REPORT_BY, REPORTED, USED };
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_AFTER_ADVERSE, values, 2, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("adverse event %s: this store has none of that code"),
                       code);
    if (found < 0)
        return -1;
    struct db_value report_by = db_get(stmt, REPORT_BY);
    *adverse = (struct after_adverse){
        .code = arena_strdup(arena, code),
        .client = db_keep_text(stmt, CLIENT, arena),
        .kind = db_keep_text(stmt, KIND, arena),
        .state = db_keep_text(stmt, STATE, arena),
        .grade = db_get_int(stmt, GRADE),
        .found_at = db_get_int(stmt, FOUND),
        .day = db_get_int(stmt, DAY),
        .confirmed = db_get_int(stmt, CONFIRMED) == 1,
        .report_by = report_by.type == DB_INT ? report_by.number : INT64_MIN,
        .reported = db_get(stmt, REPORTED).type == DB_INT,
        .used = (unsigned)db_get_int(stmt, USED),
    };
    db_finish(stmt);
    if (strcmp(adverse->state, "entered-in-error") == 0)
        return err_set(err, ERR_DATA, _("adverse event %s: was entered in error"), code);
    return strcmp(adverse->state, "closed") != 0
               ? 0
               : err_set(err, ERR_DATA, _("adverse event %s: is closed"), code);
}

const struct adverse_rule *
after_report_by(const struct adverse_pack *pack, const struct adverse_kind *kind, int64_t grade,
                unsigned used, int64_t found_on, int64_t *report_by)
{
    const struct adverse_rule *rule = adverse_due(pack, kind, grade, used);
    if (rule)
        *report_by = found_on + rule->days;
    return rule;
}

int
after_doctor(struct db *db, const char *code, struct err *err)
{
    struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_AFTER_STAFF, &value, 1, err);
    if (found < 0)
        return -1;
    if (found == 0)
        return err_set(err, ERR_DATA, _("%s: no such member of the staff"), code);
    bool doctor = strcmp(db_get_text(stmt, 0), "doctor") == 0;
    bool left = db_get(stmt, 1).type == DB_INT;
    db_finish(stmt);
    if (!doctor || left)
        return err_set(err, ERR_DATA,
                       left ? _("%s: has left; a doctor who works here confirms it")
                            : _("%s: is no doctor; only a doctor can confirm it"),
                       code);
    return 0;
}

enum after_due
after_due(int64_t report_by, int64_t today, int64_t days)
{
    if (report_by < today)
        return AFTER_LATE;
    return report_by - today <= days ? AFTER_SOON : AFTER_NOT_DUE;
}
