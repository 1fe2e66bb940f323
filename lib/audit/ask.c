#include "audit/ask.h"

#include <string.h>

#include "base/str.h"
#include "check/check.h"

struct answer {
    struct arena *arena;
    const struct rule *rule;
    const struct asking *asking;
    struct founds *founds;
    int before; /* what the founds held of other rules */
};

static int
keep(struct answer *answer, const struct found *found, struct err *err)
{
    struct founds *founds = answer->founds;
    if (founds->count - answer->before == ASK_MOST)
        return err_set(err, ERR_DATA, _("more than %d findings; none of them is kept"), ASK_MOST);
    founds->items = arena_more(answer->arena, founds->items, founds->count, &founds->room,
                               sizeof *founds->items);
    founds->items[founds->count++] = *found;
    return 0;
}

/* ---- a check -------------------------------------------------------------------------------------------- */

static int
check_says(void *context, const struct finding *finding, struct err *err)
{
    struct answer *answer = context;
    struct arena *arena = answer->arena;
    const struct found found = {
        .store = finding->store ? arena_strdup(arena, finding->store) : NULL,
        .subject = arena_strdup(arena, finding->subject ? finding->subject : "-"),
        .detail = finding->detail ? arena_strdup(arena, finding->detail) : NULL,
        .day = NO_DAY};
    return keep(answer, &found, err);
}

static int
ask_check(struct db *db, struct answer *answer, struct err *err)
{
    int checks = 0;
    return check_run(db, answer->rule->check, answer->asking->now, check_says, answer, &checks,
                     err);
}

/* ---- a question ----------------------------------------------------------------------------------------- */

/* {since X.day}: some records, from a day on, or all, in which case no index of days is to be tempted. */
static void
add_since(struct str *str, struct arena *arena, const char *column, size_t length,
          const struct asking *asking)
{
    if (asking->cases)
        cases_say(str, asking->cases, arena_strndup(arena, column, strcspn(column, ".}")));
    else if (asking->from == ASK_WHOLE)
        str_adds(str, "1 = 1");
    else
        str_addf(str, "%.*s >= $3", (int)length, column);
}

static const char *
with_since(struct arena *arena, const char *text, const struct asking *asking)
{
    struct str str = STR_INIT;
    for (const char *open; (open = strstr(text, "{since "));) {
        size_t length = strcspn(open, "}");
        str_add(&str, text, (size_t)(open - text));
        add_since(&str, arena, open + 7, length - 7, asking);
        text = open + length + (open[length] == '}');
    }
    str_adds(&str, text);
    const char *out = arena_strdup(arena, str.text);
    str_release(&str);
    return out;
}

enum { STORE, SUBJECT, DETAIL, DAY, COLUMNS };

/* The places of the columns that a question must have; `day` only with since: day. */
static int
find_columns(const struct db_stmt *stmt, const struct rule *rule, int *places, struct err *err)
{
    static const char *const names[COLUMNS] = {"store", "subject", "detail", "day"};
    for (int i = 0; i < COLUMNS; i++) {
        places[i] = -1;
        for (int column = 0; column < db_column_count(stmt); column++)
            if (strcmp(db_column_name(stmt, column), names[i]) == 0)
                places[i] = column;
        if (places[i] < 0 && (i != DAY || rule->since == SINCE_DAY))
            return err_set(err, ERR_DATA, _("the question has no column %s"), names[i]);
    }
    return 0;
}

static int
take_row(const struct db_stmt *stmt, const int *places, struct answer *answer, struct err *err)
{
    struct arena *arena = answer->arena;
    struct found found = {.store = db_keep_text(stmt, places[STORE], arena),
                          .subject = db_keep_text(stmt, places[SUBJECT], arena),
                          .detail = db_keep_text(stmt, places[DETAIL], arena),
                          .day = NO_DAY};
    if (places[DAY] >= 0 && db_get(stmt, places[DAY]).type == DB_INT)
        found.day = db_get_int(stmt, places[DAY]);
    if (!found.subject || !*found.subject)
        return err_set(err, ERR_DATA, _("the question found a row without a subject"));
    return keep(answer, &found, err);
}

void
ask_bind(struct db_stmt *stmt, const struct asking *asking)
{
    db_bind(stmt, 1, db_int(asking->today));
    db_bind(stmt, 2, db_int(asking->now));
    db_bind(stmt, 3, db_int(asking->from == ASK_WHOLE ? 0 : asking->from));
}

static int
ask_question(struct db *db, struct answer *answer, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int places[COLUMNS];
    const char *text = with_since(answer->arena, answer->rule->question, answer->asking);
    int more = db_question(db, &stmt, text, err);
    if (more < 0 || (more = find_columns(stmt, answer->rule, places, err)) < 0)
        goto out;
    ask_bind(stmt, answer->asking);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        more = take_row(stmt, places, answer, err);
out:
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

static int
ask_either(struct db *db, void *context, struct err *err)
{
    struct answer *answer = context;
    return answer->rule->check ? ask_check(db, answer, err) : ask_question(db, answer, err);
}

int
ask_confined(struct db *db, int seconds, ask_confined_fn *ask, void *context, struct err *err)
{
    struct err ignored = {0};
    if (db_savepoint(db, "question", err) < 0)
        return -1;
    int result = db_confine(db, seconds * 1000, err);
    if (result == 0)
        result = ask(db, context, err);
    db_confine(db, 0, &ignored);
    db_savepoint_rollback(db, "question");
    return result;
}

int
ask_rule(struct db *db, struct arena *arena, const struct rule *rule, const struct asking *asking,
         struct founds *founds, struct err *err)
{
    struct answer answer = {arena, rule, asking, founds, founds->count};
    if (ask_confined(db, asking->seconds, ask_either, &answer, err) == 0)
        return 0;
    founds->count = answer.before;
    return err_wrap(err, "%s:%d: %s", rule->file, rule->line, rule->id);
}
