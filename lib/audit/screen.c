#include "audit/screen.h"

#include <string.h>

/* The conditions that are wanted, as one number: SQL has no bits that both engines share, so they are added. */
static const char *
mask_of(struct arena *arena, const struct rules *rules, int64_t wanted)
{
    struct str str = STR_INIT;
    str_adds(&str, "CAST(0");
    for (int i = 0; i < rules->clear_count; i++)
        if (wanted >> i & 1)
            str_addf(&str, "\n + CASE WHEN (%s) THEN 0 ELSE %lld END", rules->clears[i].text,
                     1LL << i);
    str_adds(&str, " AS BIGINT)");
    const char *text = arena_strdup(arena, str.text);
    str_release(&str);
    return text;
}

static const char *
question_of(struct arena *arena, const struct rules *rules, int64_t wanted)
{
    const char *question = rules->screen, *place = strstr(question, "{mask}");
    return arena_printf(arena, "%.*s%s%s", (int)(place - question), question,
                        mask_of(arena, rules, wanted), place + strlen("{mask}"));
}

static bool
take(const struct db_stmt *stmt, struct arena *arena, struct screened *screened)
{
    if (screened->count == SCREEN_MOST)
        return false;
    screened->rows =
        arena_more(arena, screened->rows, screened->count, &screened->room, sizeof *screened->rows);
    screened->rows[screened->count++] =
        (struct screened_row){db_get_int(stmt, 0), db_get_int(stmt, 1), db_get_int(stmt, 2)};
    return true;
}

static int
ask(struct db *db, struct arena *arena, const char *text, const struct asking *asking,
    struct screened *screened, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = db_question(db, &stmt, text, err);
    if (more == 0 && db_column_count(stmt) != 3)
        more = err_set(err, ERR_DATA, _("the question wants the columns store_id, id and mask"));
    if (more == 0) {
        db_bind(stmt, 1, db_int(asking->today));
        db_bind(stmt, 2, db_int(asking->now));
        db_bind(stmt, 3, db_int(0));
        screened->done = true;
        while ((more = db_step(stmt, err)) == 1 && screened->done)
            screened->done = take(stmt, arena, screened);
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

int
screen_run(struct db *db, struct arena *arena, const struct rules *rules, const bool *wanted,
           const struct asking *asking, struct screened *screened, struct err *err)
{
    int64_t mask = 0;
    *screened = (struct screened){0};
    for (int i = 0; i < rules->count; i++)
        if (wanted[i])
            mask |= rules->rules[i].clear;
    if (mask == 0)
        return 0;
    screened->asked = mask;
    struct err ignored = {0};
    if (db_savepoint(db, "question", err) < 0)
        return -1;
    int result = db_confine(db, asking->seconds * 1000, err);
    if (result == 0)
        result = ask(db, arena, question_of(arena, rules, mask), asking, screened, err);
    db_confine(db, 0, &ignored);
    db_savepoint_rollback(db, "question");
    if (result == 0)
        return 0;
    screened->done = false;
    return err_wrap(err, "screen.yaml");
}

bool
screen_cases(const struct screened *screened, struct arena *arena, const struct rule *rule,
             struct cases *cases)
{
    if (!screened->done || rule->clear == 0 || (rule->clear & ~screened->asked))
        return false;
    for (int i = 0; i < screened->count; i++) {
        const struct screened_row *row = &screened->rows[i];
        if (row->mask & rule->clear)
            cases_add(cases, arena, row->store_id, row->id);
        if (cases->count > CASES_MOST)
            return false;
    }
    return cases_settle(cases);
}
