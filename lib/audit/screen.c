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

struct screening {
    struct arena *arena;
    const char *text;
    const struct asking *asking;
    struct screened *screened;
};

static int
ask(struct db *db, void *context, struct err *err)
{
    const struct screening *screening = context;
    struct screened *screened = screening->screened;
    struct db_stmt *stmt = NULL;
    int more = db_question(db, &stmt, screening->text, err);
    if (more == 0 && db_column_count(stmt) != 3)
        more = err_set(err, ERR_DATA, _("the question wants the columns store_id, id and mask"));
    if (more == 0) {
        ask_bind(stmt, screening->asking);
        screened->done = true;
        while ((more = db_step(stmt, err)) == 1 && screened->done)
            screened->done = take(stmt, screening->arena, screened);
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
    struct screening screening = {arena, question_of(arena, rules, mask), asking, screened};
    if (ask_confined(db, asking->seconds, ask, &screening, err) == 0)
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
