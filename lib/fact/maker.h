/*
 * maker: makes facts of a store's days from the tables, and puts what differs from what stands. Inside
 * lib/fact.
 *
 * One lives within a transaction, since it remembers what it read.
 */
#ifndef MEDI_FACT_MAKER_H
#define MEDI_FACT_MAKER_H

#include "base/arena.h"
#include "base/str.h"
#include "db/db.h"
#include "db/sql.h"
#include "fact/fact.h"
#include "fact/people.h"
#include "fact/rows.h"
#include "fact/words.h"

enum { MAKER_DAYS = 31 };

#define FACT_BIT(fact) (1U << (fact))
#define FACTS_ALL (FACT_BIT(FACTS) - 1)
#define FACTS_PAID (FACT_BIT(FACT_SALE) | FACT_BIT(FACT_TICKET) | FACT_BIT(FACT_DEAL))

struct maker_store {
    int64_t id, threshold_fen, horizon;
    const char *code;
};

struct maker {
    struct db *db;
    struct arena arena, days; /* as long as it lives; of the days that are being made */
    bool writes;              /* else it only tells what differs */
    struct words *words;
    struct maker_store *stores;
    int store_count;
    struct db_stmt *stmt[SQL_COUNT]; /* what was prepared */
    struct rows rows[FACTS];
    struct deals *deals;
    struct visits *visits;
    struct people *people; /* not NULL: is told of all visits that are made, as first ones */
    void *context; /* of `differs`: called for each day of a fact that is not as it stands */
    int (*differs)(void *context, int fact, int64_t store_id, int64_t day, struct err *err);
};

int maker_open(struct maker **maker, struct db *db, bool writes, struct err *err);
void maker_close(struct maker *maker); /* NULL-safe */

const struct maker_store *maker_store(const struct maker *maker, int64_t store_id);

/* The statement, bound and not yet stepped; reset it at the end. */
struct db_stmt *maker_ask(struct maker *maker, enum sql_id id, const struct db_value *values,
                          struct err *err);
int maker_run(struct maker *maker, enum sql_id id, const struct db_value *values, struct err *err);

/* Facts (by FACT_BIT) of a store on days from … until, at most MAKER_DAYS. */
int maker_make(struct maker *maker, unsigned facts, int64_t store_id, int64_t from, int64_t to,
               struct err *err);

/* Its parts: rows of those days into maker->rows. */
int maker_visits(struct maker *maker, int64_t store_id, int64_t from, int64_t to, struct err *err);
/* Reads what visits of many days of a store are made of at once, for maker_make of some of them. */
struct visits;
int maker_visits_hold(struct maker *maker, int64_t store_id, int64_t from, int64_t to,
                      struct err *err);
void maker_visits_free(struct visits *visits); /* NULL-safe */
int maker_payments(struct maker *maker, int64_t store_id, int64_t from, int64_t to,
                   struct err *err);
int maker_consultations(struct maker *maker, struct err *err); /* adds what deals say */

/* The days and stores of a client's deals, in the order of days, then stores. */
struct deal {
    int64_t day, store_id;
};
int deals_of(struct maker *maker, int64_t client_id, struct deal **list, int *count,
             struct err *err);

#endif
