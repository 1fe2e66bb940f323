/*
 * rules: what the packs segments.yaml, tiers.yaml and tags.yaml say of clients: a name that a client gets when
 * any of its alternatives holds. Each alternative says what decides it, and brings an example that it passes
 * and one that it fails: the reader tries both, and refuses a pack in which one does not do as it says.
 *
 *     any:
 *       - reason: overdue                    a word for it, kept with the client
 *         says: …                            the same for people, in English
 *         zh: …                              and in Chinese
 *         when: {overdue_milli_from: 1500}   all of these: MEASURE_from is at least, MEASURE_below is less than
 *         passes: {overdue_milli: 1500}      measures that are not named have no value
 *         fails: {overdue_milli: 1499}
 *
 * A measure without a value fails every condition on it.
 */
#ifndef MEDI_CLIENT_RULES_H
#define MEDI_CLIENT_RULES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"
#include "text/yaml.h"

/* What is known of a client; see facts.h for how it is reckoned. */
enum measure {
    M_VISITS,        /* days on which they came, ever */
    M_YEAR_VISITS,   /* in 365 days */
    M_RECENCY_DAYS,  /* since the last of them */
    M_TENURE_DAYS,   /* since the first of them */
    M_PURCHASES,     /* days that left money in a store, ever */
    M_SPEND_FEN,     /* paid less given back, ever */
    M_YEAR_FEN,      /* in 365 days */
    M_OVERDUE_MILLI, /* days since the last visit ÷ own cycle, thousandths */
    M_ALIVE_MILLI,   /* P(alive), thousandths; only with a purchase after the first */
    M_REFERRALS,     /* clients they brought who came */
    M_POTENTIAL_FEN, /* what a year of them brings if they come as they did, times P(alive) */
    M_SCORE,         /* 0 … 100, by segments.yaml */
    M_BIRTHDAY_DAYS, /* to the next birthday, 0: today; recalls alone know it */
    MEASURES
};
#define NO_VALUE INT64_MIN

const char *measure_name(enum measure measure);

struct measures {
    int64_t of[MEASURES];
};
void measures_clear(struct measures *measures); /* nothing has a value */

struct condition {
    enum measure measure;
    int64_t from, below; /* NO_VALUE: not said */
};

struct alternative {
    const char *reason, *says, *zh;
    struct condition *conditions;
    int count;
};

struct rule {
    const char *name, *zh, *says;
    struct alternative *any;
    int count;
    int line;
};

/* Reads NAME_KEY (as "segment"), zh, says and any; `more`: further keys that the pack knows (NULL-terminated;
 * may be NULL). Everything malformed is ERR_DATA with file and line. */
int rule_read(struct arena *arena, const struct yaml *node, const char *name_key,
              const char *const *more, struct rule *rule, struct err *err);

bool alternative_holds(const struct alternative *alternative, const struct measures *measures);

/* Those that hold, as bits from the first one on; 0: the rule does not hold. */
uint64_t rule_holds(const struct rule *rule, const struct measures *measures);

/* The root of a pack of that name; NULL with ERR_IO or ERR_DATA. */
const struct yaml *rules_load(struct arena *arena, const struct packs *packs, const char *name,
                              struct err *err);

/* The rules in a list, whose names must differ; `*rules` in the arena. */
int rules_read(struct arena *arena, const struct yaml *list, const char *name_key,
               const char *const *more, struct rule **rules, int *count, struct err *err);

/* A measure by its name in a map, of -1; NULL-safe. */
int measure_find(const char *name, size_t length);

#endif
