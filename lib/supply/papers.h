/*
 * papers: which papers a supplier must have to sell a category of items, and whether these are all there.
 *
 * The pack papers.yaml names the papers, and for each category what is needed: each need is met by
 * any one of some
 * kinds of papers, valid on the day (from valid_from to valid_to, both of them days on which it
 * holds), which covers
 * the item and, where it says lots, the lot. A paper of `covers: lot` is asked for when a lot is
 * received, not when it
 * is ordered.
 *
 * It is read from the shipped packs alone, as the gates are. A pack proves itself when it is read:
 * every need must be
 * met by its own example `passes` and by none of its examples `breaks`, and a kind of paper that no
 * need asks for is
 * refused, so that there is no entry that nothing evaluates.
 */
#ifndef MEDI_SUPPLY_PAPERS_H
#define MEDI_SUPPLY_PAPERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"
#include "supply/units.h"
#include "text/pack.h"
#include "text/yaml.h"

enum { PAPER_ANY_MOST = 6, PAPER_NEEDS_MOST = 16 };

enum paper_covers { COVERS_SUPPLIER, COVERS_ITEM, COVERS_LOT };

struct paper_kind {
    const char *name, *zh, *says;
    const char *words; /* its name in the language of the run, as of those below */
    enum paper_covers covers;
};

struct paper_need {
    const char *id, *zh, *words, *law;
    bool confirmed; /* the law was read, not only heard of */
    const struct paper_kind *any[PAPER_ANY_MOST];
    int any_count;
    const struct yaml *passes, *breaks; /* examples */
};

struct paper_category {
    const char *name, *zh, *words;
    const struct paper_need
        *needs[PAPER_NEEDS_MOST]; /* its own, and those of the categories that it is also */
    int count;
};

struct paper_rules {
    struct paper_kind *kinds;
    struct paper_category *categories;
    int kind_count, category_count;
    bool zh; /* words are Chinese */
};

int paper_rules_load(struct arena *arena, const struct packs *packs, bool zh,
                     struct paper_rules *rules, struct err *err);
int paper_rules_parse(struct arena *arena, const struct yaml *root, bool zh,
                      struct paper_rules *rules, struct err *err);

/* NULL with ERR_DATA, naming the nearest or those that there are. */
const struct paper_kind *paper_kind_find(const struct paper_rules *rules, const char *name,
                                         struct err *err);
const struct paper_category *paper_category_find(const struct paper_rules *rules, const char *name,
                                                 struct err *err);

/* The category of an item: its own word, else by its kind, whether it is controlled, and what its
 * registration number
 * says (class, made abroad). */
const struct paper_category *paper_category_of(const struct paper_rules *rules,
                                               const struct supply_item *item, struct err *err);

/* ---- judging ---- */

#define PAPER_NO_END INT64_MAX

struct paper {
    const char *kind, *number, *lots; /* lots: NULL: all */
    int64_t item_id;                  /* 0: all */
    int64_t valid_from, valid_to;
};

/* What is asked for: an item (0: any), its lot (NULL: none yet, so that papers of a lot are not
 * asked for), a day. */
struct paper_case {
    int64_t item_id;
    const char *lot;
    int64_t day;
};

enum paper_state { PAPER_OK, PAPER_OTHER, PAPER_NOT_YET, PAPER_EXPIRED, PAPER_NONE };

struct paper_found {
    enum paper_state state;
    const struct paper *paper; /* the one that comes nearest; NULL: none */
};

/* How a need is met; PAPER_OK too for what is not asked for yet. */
struct paper_found paper_judge(const struct paper_need *need, const struct paper *papers, int count,
                               const struct paper_case *given);

/* Whether a need can be judged without a lot. */
bool paper_need_of_lot(const struct paper_need *need);

/* The needs of a category that are not met, in words: "药品经营许可证: ended on 2026-08-31;
 * …"; NULL: qualified. `of_lot`:
 * those that are about a lot, else the others. */
const char *paper_lacking(struct arena *arena, const struct paper_category *category,
                          const struct paper *papers, int count, const struct paper_case *given,
                          bool of_lot);

/* The words for one need that is not met. */
const char *paper_words(struct arena *arena, const struct paper_need *need,
                        const struct paper_found *found);

/* All papers of a supplier. */
int papers_of(struct db *db, struct arena *arena, int64_t supplier_id, struct paper **papers,
              int *count, struct err *err);

#endif
