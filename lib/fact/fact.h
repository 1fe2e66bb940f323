/*
 * fact: what the records say, as columns of small whole numbers, kept beside them in the same
 * transaction; so that a figure is an addition and never a reading of the records again.
 *
 *   facts    rows by (fact, store, day), a column beside the other. Everything in them follows from the
 *            records; nothing in them needs the client's file.
 *   people   what facts look up by a client's id: class, first-touch channel, first day …
 *   rollups  counts and sums by store, month (or day), and each one or two dimensions of a fact.
 *
 * All three are derived, and equal to what fact_refresh_all would make of the tables at any commit:
 * whoever writes a row, by whatever statement, is heard by the keeper (fact/keeper.h).
 *
 * Ids are those of the tables; 0 is none (of `channel`: unknown). A word is a number: of `words` of its
 * column where they are given (0 is none, 1 the first), else of the dictionary (fact_words).
 * Money is fen. Days are store days.
 *
 * Clients of class staff or test are never given out, nor their rows. Rows of nobody (client 0) are.
 */
#ifndef MEDI_FACT_FACT_H
#define MEDI_FACT_FACT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"

enum fact_id {
    FACT_VISIT, /* 到院: client × store × day with an arrived or fulfilled item */
    FACT_SALE,  /* a line of money of class sale, on its day */
    FACT_TICKET, /* client × store × day with lines of sale; orders that were given back whole are out */
    FACT_DEAL,         /* 成交: an order of sale, on the day that it became a deal */
    FACT_CONSULTATION, /* 咨询 that was not entered in error */
    FACT_TREATMENT,    /* treatment that was given: in progress, completed or stopped */
    FACT_EVALUATION,   /* a client's judgement of a treatment, on its own day */
    FACT_COMPLAINT, /* on the day it was opened; again within 7 days (client, category, treatment) is none */
    FACT_TASK,   /* follow-up task that was not cancelled, on the day it was due */
    FACT_ANSWER, /* a score in a survey or a follow-up */
    FACT_LEAD,   /* on the day it came; client: whom it became */
    FACT_SPEND,  /* money spent on a channel; store 0: by the chain */
    FACT_SHIFT,  /* rostered time of a person */
    FACTS
};

enum fact_role { FACT_DIMENSION, FACT_MEASURE };

struct fact_column {
    const char *name;
    enum fact_role role;
    const char *of; /* "channel" "project" "staff" "store" "word"; NULL: a plain number */
    const char *const
        *words;  /* of a closed list of words: these, then NULL; number 1 is the first */
    bool rolled; /* a dimension that rollups are cut by; a measure that they sum */
    const char *says;
};

struct fact {
    enum fact_id id;
    const char *name;
    const char *says;
    int column_count;
    const struct fact_column *columns;
    bool has_client;
};

int fact_count(void);
const struct fact *fact_at(int number);                          /* by enum fact_id */
const struct fact *fact_find(const char *name);                  /* NULL: none */
int fact_column_find(const struct fact *fact, const char *name); /* -1: none; knows the derived */
const struct fact_column *fact_column_at(const struct fact *fact,
                                         int column); /* also the derived */

/* Columns that every fact with a client has beside its own, by these numbers. They are looked up, so
 * that a client's file that changes touches no fact. Of client 0 they are 0. */
enum {
    FACT_CHANNEL = 64, /* "channel": first touch */
    FACT_NEW,          /* "new": 1 until the end of the day of the client's first visit, then 0 */
    FACT_FIRST_ON,     /* "first_on": the day of the first visit in the chain; 0: none yet */
    FACT_DEAL_ON,      /* "deal_on": the day of the first deal in the chain; 0: none yet */
    FACT_HOME,         /* "home": the home store */
    FACT_OWNER,        /* "owner_now": staff */
    FACT_GENDER,       /* "gender": a word of female, male, other */
    FACT_BIRTHDAY,     /* "birthday": a day; FACT_NO_DAY: not known */
    FACT_DERIVED_END
};
#define FACT_NO_DAY INT32_MIN

/* ---- reading facts ------------------------------------------------------------------------------ */

/* The rows of a store and day, ordered by client. column[i] is that of `columns[i]` of the scan. Lives
 * until the function returns. */
struct fact_block {
    int64_t store_id, day;
    int rows;
    const int32_t *client;
    const int64_t *const *column;
};
typedef int fact_block_fn(void *context, const struct fact_block *block, struct err *err);

struct fact_scan {
    const struct fact *fact;
    int64_t from, to;        /* days, half open */
    const int64_t *store_id; /* NULL: all stores */
    const int *columns;      /* own and derived */
    int column_count;        /* at most 16 */
    bool by_day; /* all stores of a day, then the next day; else store by store, each by day */
};
/* Only the columns that are asked for are unpacked. Blocks without rows are not given. */
int fact_scan(struct db *db, struct arena *arena, const struct fact_scan *scan,
              fact_block_fn *block, void *context, struct err *err);

/* The dictionary of words that are no closed list (steps, categories, surveys): from 1. */
struct fact_words {
    const char **word; /* word[0] is "" */
    int count;
};
int fact_words(struct db *db, struct arena *arena, struct fact_words *words, struct err *err);

/* ---- reading rollups ---------------------------------------------------------------------------- */

struct fact_cell {
    int64_t store_id;
    int64_t day;         /* the month's first day, or with `daily` the day */
    int64_t key[2];      /* by dims */
    int64_t count;       /* rows */
    const int64_t *sums; /* by column number of the fact; 0 of what is not rolled */
};
typedef int fact_cell_fn(void *context, const struct fact_cell *cell, struct err *err);

struct fact_rollup {
    const struct fact *fact;
    int dims[2];             /* rolled dimensions, FACT_CHANNEL, FACT_NEW; any order */
    int dim_count;           /* 0, 1, 2 */
    bool daily;              /* cells of days (dim_count ≤ 1); else of months */
    int64_t from, to;        /* half open; not daily: firsts of months */
    const int64_t *store_id; /* NULL: all */
};
/* Whether there is such a rollup. */
bool fact_has_rollup(const struct fact *fact, const int *dims, int dim_count, bool daily);

/* Store by store, in the order of time. A count of a cell is above zero. */
int fact_rollup(struct db *db, struct arena *arena, const struct fact_rollup *rollup,
                fact_cell_fn *cell, void *context, struct err *err);

/* ---- making ------------------------------------------------------------------------------------- */

/* Makes everything anew, inside the caller's transaction. Memory is bounded by the largest store. */
int fact_refresh_all(struct db *db, struct err *err);

/* Compares with what would be made anew, through `found` once a difference: "visit S 2026-01-03". */
typedef int fact_found(void *context, const char *what, struct err *err);
int fact_recount(struct db *db, struct arena *arena, fact_found *found, void *context,
                 struct err *err);

#endif
