/* Judging a supplier's papers, and the pack by its own examples. */
#include "supply/papers.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "db/sql.h"
#include "supply/papers_read.h"

/* ---- one paper ------------------------------------------------------------------------------- */

/* Whether a list parted by 、 , ; or spaces has the word. */
static bool
has_lot(const char *lots, const char *lot)
{
    static const char *const marks[] = {"、", "，", "；", ",", ";", " ", "\n"};
    size_t length = strlen(lot);
    while (length && *lots) {
        size_t word = 0, mark = 0;
        while (lots[word] && !mark) {
            for (size_t i = 0; i < sizeof marks / sizeof marks[0] && !mark; i++)
                if (str_starts(lots + word, marks[i]))
                    mark = strlen(marks[i]);
            word += mark ? 0 : 1;
        }
        if (word == length && memcmp(lots, lot, length) == 0)
            return true;
        lots += word + mark;
    }
    return false;
}

static bool
covers(const struct paper_kind *kind, const struct paper *paper, const struct paper_case *given)
{
    if (given->item_id && paper->item_id && paper->item_id != given->item_id)
        return false;
    if (kind->covers == COVERS_SUPPLIER)
        return true;
    if (given->item_id && !paper->item_id)
        return false; /* it has to say which */
    if (kind->covers == COVERS_LOT && given->lot)
        return paper->lots && has_lot(paper->lots, given->lot);
    return !given->lot || !paper->lots || has_lot(paper->lots, given->lot);
}

static enum paper_state
state_of(const struct paper_kind *kind, const struct paper *paper, const struct paper_case *given)
{
    if (!covers(kind, paper, given))
        return PAPER_OTHER;
    if (given->day < paper->valid_from)
        return PAPER_NOT_YET;
    return given->day > paper->valid_to ? PAPER_EXPIRED : PAPER_OK;
}

/* ---- a need ---------------------------------------------------------------------------------- */

bool
paper_need_of_lot(const struct paper_need *need)
{
    for (int i = 0; i < need->any_count; i++)
        if (need->any[i]->covers != COVERS_LOT)
            return false;
    return true;
}

/* Of several that do not do, one that is over tells more than one that is for something else. */
static bool
is_nearer(const struct paper_found *found, enum paper_state state, const struct paper *paper)
{
    static const int rank[] = {[PAPER_OK] = 4,
                               [PAPER_EXPIRED] = 3,
                               [PAPER_NOT_YET] = 2,
                               [PAPER_OTHER] = 1,
                               [PAPER_NONE] = 0};
    if (rank[state] != rank[found->state])
        return rank[state] > rank[found->state];
    return paper->valid_to > found->paper->valid_to;
}

struct paper_found
paper_judge(const struct paper_need *need, const struct paper *papers, int count,
            const struct paper_case *given)
{
    struct paper_found found = {PAPER_NONE, NULL};
    if (!given->lot && paper_need_of_lot(need))
        return (struct paper_found){PAPER_OK, NULL};
    for (int i = 0; i < need->any_count; i++)
        for (int j = 0; j < count; j++) {
            if (strcmp(papers[j].kind, need->any[i]->name) != 0)
                continue;
            enum paper_state state = state_of(need->any[i], &papers[j], given);
            if (is_nearer(&found, state, &papers[j]))
                found = (struct paper_found){state, &papers[j]};
        }
    return found;
}

static const char *
names_of(struct arena *arena, const struct paper_need *need)
{
    const char *names = "";
    for (int i = 0; i < need->any_count; i++)
        names = arena_printf(arena, "%s%s%s", names, i ? "/" : "", need->any[i]->words);
    return names;
}

const char *
paper_words(struct arena *arena, const struct paper_need *need, const struct paper_found *found)
{
    const struct paper *paper = found->paper;
    const char *names = names_of(arena, need);
    char day[16];
    switch (found->state) {
    case PAPER_EXPIRED:
        day_format(paper->valid_to, day);
        return arena_printf(arena, _("%s (%s): %s ended on %s"), need->words, names, paper->number,
                            day);
    case PAPER_NOT_YET:
        day_format(paper->valid_from, day);
        return arena_printf(arena, _("%s (%s): %s holds only from %s on"), need->words, names,
                            paper->number, day);
    case PAPER_OTHER:
        return arena_printf(arena, _("%s (%s): %s is for another item or lot"), need->words, names,
                            paper->number);
    default:
        return arena_printf(arena, _("%s (%s): there is none"), need->words, names);
    }
}

const char *
paper_lacking(struct arena *arena, const struct paper_category *category,
              const struct paper *papers, int count, const struct paper_case *given, bool of_lot)
{
    const char *all = NULL;
    for (int i = 0; i < category->count; i++) {
        const struct paper_need *need = category->needs[i];
        if (paper_need_of_lot(need) != of_lot)
            continue;
        struct paper_found found = paper_judge(need, papers, count, given);
        if (found.state != PAPER_OK)
            all = arena_printf(arena, "%s%s%s", all ? all : "", all ? ", " : "",
                               paper_words(arena, need, &found));
    }
    return all;
}

/* ---- the pack's own examples ----------------------------------------------------------------- */

enum { PROOF_ITEM = 1, PROOF_OTHER_ITEM = 2, PROOF_DAY = 20000 };
static const char proof_lot[] = "L1";

/* "drug-trade: 0": it holds until so many days after the day; other-item, other-lot: it is for another. */
static int
read_example(const struct yaml *word, const struct paper_need *need, struct paper *paper,
             struct err *err)
{
    const char *text = word->text ? word->text : "";
    char *end;
    *paper = (struct paper){.kind = word->key,
                            .number = "N",
                            .item_id = PROOF_ITEM,
                            .lots = proof_lot,
                            .valid_from = PROOF_DAY - 100,
                            .valid_to = PAPER_NO_END};
    if (strcmp(text, "other-item") == 0) {
        paper->item_id = PROOF_OTHER_ITEM;
    } else if (strcmp(text, "other-lot") == 0) {
        paper->lots = "L2";
    } else {
        paper->valid_to = PROOF_DAY + strtol(text, &end, 10);
        if (!*text || *end)
            return yaml_error(word, err,
                              _("%s: an example is a number of days, other-item or "
                                "other-lot"),
                              need->id);
    }
    return 0;
}

static int
prove_example(const struct paper_need *need, const struct yaml *example, bool passes,
              struct err *err)
{
    const struct paper_case given = {PROOF_ITEM, proof_lot, PROOF_DAY};
    struct paper papers[PAPER_ANY_MOST];
    int count = 0;
    for (const struct yaml *word = example->first; word; word = word->next)
        if (count == PAPER_ANY_MOST || read_example(word, need, &papers[count++], err) < 0)
            return count == PAPER_ANY_MOST ? yaml_error(word, err, _("%s: too much"), need->id)
                                           : -1;
    if ((paper_judge(need, papers, count, &given).state == PAPER_OK) == passes)
        return 0;
    return yaml_error(example, err,
                      passes ? _("%s: its example that should pass does not")
                             : _("%s: its example that should break it does not"),
                      need->id);
}

int
paper_rules_prove(const struct paper_rules *rules, struct err *err)
{
    for (int i = 0; i < rules->category_count; i++)
        for (int j = 0; j < rules->categories[i].count; j++) {
            const struct paper_need *need = rules->categories[i].needs[j];
            if (prove_example(need, need->passes, true, err) < 0)
                return -1;
            for (const struct yaml *one = need->breaks->first; one; one = one->next)
                if (prove_example(need, one, false, err) < 0)
                    return -1;
        }
    return 0;
}

/* ---- from the database ----------------------------------------------------------------------- */

static void
read_paper(struct db_stmt *stmt, struct arena *arena, struct paper *paper)
{
    const char *lots = db_get_text(stmt, 3);
    *paper = (struct paper){.kind = arena_strdup(arena, db_get_text(stmt, 0)),
                            .number = arena_strdup(arena, db_get_text(stmt, 1)),
                            .item_id = db_get_int(stmt, 2),
                            .lots = lots ? arena_strdup(arena, lots) : NULL,
                            .valid_from = db_get_int(stmt, 4),
                            .valid_to = db_get(stmt, 5).type == DB_INT ? db_get_int(stmt, 5)
                                                                       : PAPER_NO_END};
}

int
papers_of(struct db *db, struct arena *arena, int64_t supplier_id, struct paper **papers,
          int *count, struct err *err)
{
    const struct db_value value = db_int(supplier_id);
    struct db_stmt *stmt;
    int room = 16, more;
    *count = 0;
    *papers = arena_array(arena, (size_t)room, sizeof **papers);
    if (sql_open(db, &stmt, SQL_SUPPLY_PAPERS_OF, &value, 1, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        if (*count == room) {
            struct paper *grown = arena_array(arena, 2 * (size_t)room, sizeof *grown);
            memcpy(grown, *papers, (size_t)room * sizeof *grown);
            *papers = grown;
            room *= 2;
        }
        read_paper(stmt, arena, &(*papers)[(*count)++]);
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}
