/*
 * expr: the small language of measures and of --where: whole numbers, columns, words, comparisons.
 *
 *     net_fen > 0 and project in (P01, P02)        deal_in >= 0 and deal_in <= $days
 *     1 - refused                                  not (channel = '小红书' or day >= 2026-07-01)
 *
 * or, and, not; = != < <= > >=, in (…), not in (…); + - *. True is 1. A name is a column; what a column
 * that holds ids or words is compared with is a code or a word, bare or in quotes; a day is written as a
 * day. A minus between spaces subtracts, one within a word belongs to it. There is nothing else: no
 * functions, no SQL; what is made of it only ever adds and compares numbers of columns.
 *
 * Names get their meaning from whoever parses. An expression is then run over many rows at once.
 */
#ifndef MEDI_KPI_EXPR_H
#define MEDI_KPI_EXPR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

enum expr_op {
    EXPR_NUMBER,
    EXPR_SLOT, /* of a column: `number` is its place in the slots */
    EXPR_ADD,
    EXPR_SUBTRACT,
    EXPR_MULTIPLY,
    EXPR_EQUAL,
    EXPR_UNEQUAL,
    EXPR_LESS,
    EXPR_AT_MOST,
    EXPR_MORE,
    EXPR_AT_LEAST,
    EXPR_IN,
    EXPR_AND,
    EXPR_OR,
    EXPR_NOT,
};

struct expr {
    enum expr_op op;
    int64_t number;
    const struct expr *left, *right;
    const int64_t *list; /* EXPR_IN */
    int list_count;
    int depth; /* buffers that it takes to be run */
};

/* What names mean. */
struct expr_words {
    void *context;
    /* The slot of a column; -1 with the error: none of that name. */
    int (*slot)(void *context, const char *name, struct err *err);
    /* The value of a parameter, without its $. */
    int (*parameter)(void *context, const char *name, int64_t *value, struct err *err);
    /* What a word or code stands for in a column: 1, 0 the column holds plain numbers (then the word is
     * a name), -1 with the error: no such word. */
    int (*value)(void *context, int slot, const char *word, int64_t *value, struct err *err);
};

/* In the arena. ERR_USAGE with the words and the place: "channel = : a value is missing". At most
 * EXPR_LENGTH bytes, EXPR_DEPTH levels. */
enum { EXPR_LENGTH = 4000, EXPR_DEPTH = 48 };
const struct expr *expr_parse(struct arena *arena, const char *text, const struct expr_words *words,
                              struct err *err);

/* `one` and `other`, either of which may be NULL (all rows). */
const struct expr *expr_and(struct arena *arena, const struct expr *one, const struct expr *other);

/* Whether each slot in it satisfies `fits`. */
bool expr_all(const struct expr *expr, bool (*fits)(void *context, int slot), void *context);

/* As constant + Σ factors[slot] × slot, added to what is there: false if it is no such sum. */
enum { EXPR_SLOTS = 128 };
bool expr_linear(const struct expr *expr, int64_t *constant, int64_t *factors);

/* Runs it over rows: the values go to `out`. `slots[n]` is a column, or NULL if all of it is `fixed[n]`. */
struct expr_rows {
    const int64_t *const *slots;
    const int64_t *fixed;
    int rows;
    int64_t *buffers; /* room for rows × expr->depth */
};
void expr_run(const struct expr *expr, const struct expr_rows *over, int64_t *out);

#endif
