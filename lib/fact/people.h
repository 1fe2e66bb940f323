/*
 * people: what facts look up by a client's id, in parts of 512 clients whose ids follow one another. Inside
 * lib/fact.
 */
#ifndef MEDI_FACT_PEOPLE_H
#define MEDI_FACT_PEOPLE_H

#include <stdint.h>

#include "db/db.h"

/* From their files, then from their visits and deals: the kinds 1 and 2 of fact_client. 0: none, not known. */
enum person {
    PERSON_CLASS, /* 1 client, 2 staff, 3 test */
    PERSON_CHANNEL,
    PERSON_HOME,
    PERSON_OWNER,
    PERSON_GENDER,   /* 1 female, 2 male, 3 other */
    PERSON_BIRTHDAY, /* PERSON_BORN days above */
    PERSON_FIRST_ON, /* the day of the first visit, */
    PERSON_FIRST_AT, /* its store; of several on that day the lowest */
    PERSON_DEAL_ON,  /* so the first deal */
    PERSON_DEAL_AT,
    PERSON_COLUMNS
};
enum {
    PERSON_BORN = 40000,
    PERSON_FILE = 6, /* columns of kind 1 */
    PEOPLE_BITS = 9,
    PEOPLE_PART = 1 << PEOPLE_BITS
};
#define PERSON_BIT(column) (1U << (column))
#define PEOPLE_FILES (PERSON_BIT(PERSON_FILE) - 1)
#define PEOPLE_ALL (PERSON_BIT(PERSON_COLUMNS) - 1)

/* Who wants to know what changed: a first visit or deal, or a class or channel of somebody who was known. */
struct people_first {
    int64_t day, store_id; /* 0: none */
};
struct people_hook {
    void *context;
    void (*first)(void *context, bool deal, int64_t id, const struct people_first *before,
                  const struct people_first *after);
    void (*file)(void *context, int64_t id);
};

struct people {
    struct db *db;
    struct people_hook hook;
    int slot[PERSON_COLUMNS]; /* which of a part's columns; -1: not asked for */
    int columns, count;       /* parts that there is place for */
    int32_t **part;           /* NULL: nothing is known of any of them */
    unsigned char *changed;   /* by part: bits of kinds */
};

/* `columns`: bits of those wanted. */
void people_init(struct people *people, struct db *db, unsigned columns);
void people_release(struct people *people);

/* Reads all; or the part with this id, once. */
int people_load(struct people *people, struct err *err);
int people_need(struct people *people, int64_t id, struct err *err);

static inline int32_t
people_get(const struct people *people, enum person column, int64_t id)
{
    int64_t part = id >> PEOPLE_BITS;
    if (part >= people->count || part < 0 || !people->part[part])
        return 0;
    return people->part[part][(people->slot[column] << PEOPLE_BITS) | (id & (PEOPLE_PART - 1))];
}

/* That it will be asked for soon: clients of a day are all over the parts, and waiting for each is most of
 * what a scan costs. Always inline: a function that does nothing else is thought to do nothing (GCC 12). */
enum { PEOPLE_AHEAD = 12 };
__attribute__((always_inline)) static inline void
people_soon(const struct people *people, enum person column, int64_t id)
{
    int64_t part = id >> PEOPLE_BITS;
    if (part < people->count && part >= 0 && people->part[part])
        __builtin_prefetch(
            &people->part[part][(people->slot[column] << PEOPLE_BITS) | (id & (PEOPLE_PART - 1))]);
}

/* True: it was another. */
bool people_set(struct people *people, enum person column, int64_t id, int64_t value);

/* Writes the parts that changed. */
int people_save(struct people *people, struct err *err);

/* Compares parts as they stand with these, all columns of which are known: `differs` gets a kind and part. */
typedef int people_differs(void *context, int kind, int part, struct err *err);
int people_compare(const struct people *people, people_differs *differs, void *context,
                   struct err *err);

#endif
