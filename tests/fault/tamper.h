/*
 * tamper: alters a small chain's database behind the tools' backs, and looks whether verify finds it.
 *
 * tamper.c runs and counts; tamper_base.c makes the database, its checkpoints and older copies; tamper_kinds.c alters;
 * tamper_rehash.c is the strongest attacker, who makes all hashes anew with medi's own code.
 */
#ifndef MEDI_TESTS_TAMPER_H
#define MEDI_TESTS_TAMPER_H

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "base/str.h"
#include "db/db.h"
#include "log/checkpoint.h"

#define MUST(what)                                                                                 \
    do {                                                                                           \
        if (!(what)) {                                                                             \
            fprintf(stderr, "tamper: %s:%d: %s\n", __FILE__, __LINE__, #what);                     \
            exit(2);                                                                               \
        }                                                                                          \
    } while (0)
#define OK(call)                                                                                   \
    do {                                                                                           \
        if ((call) != 0) {                                                                         \
            fprintf(stderr, "tamper: %s:%d: %s: %s\n", __FILE__, __LINE__, #call, err.text);       \
            exit(2);                                                                               \
        }                                                                                          \
    } while (0)

enum { TABLES = 64, OLDER = 10, COLUMNS = 64 };

struct image {
    char *bytes;
    size_t size;
};

struct column {
    char name[32];
    bool key, text, bytes, optional;
};

struct table {
    char name[32];
    struct column columns[COLUMNS];
    int count;
    int64_t rows;
    bool of_store, numbered;
};

struct base {
    struct image now, older[OLDER];
    int older_count;
    struct table tables[TABLES]; /* that are under the sets' guard, and have rows */
    int count;
    char *empty; /* names of those that have none */
    char *notes; /* kept elsewhere */
    struct checkpoint_list kept;
    struct checkpoint_trust trust;
    struct arena arena;
};

void base_make(struct base *base, const char *folder);
void image_load(struct image *image, const char *path);
void image_save(const struct image *image, const char *path);

/* What an alteration did, and how it should be named ("" where no place can be). */
struct deed {
    char what[600];
    char store[16], place[80];
    bool done;   /* false: there was nothing to alter so; another is drawn */
    bool beyond; /* it is nothing that a kept checkpoint can show, and why */
    const char *why;
};

typedef void deed_do(const struct base *base, const char *path, struct rng *rng, struct deed *deed);

struct kind {
    const char *name;
    deed_do *run;
    int weight;
};
extern const struct kind kinds[];
extern const int kind_count;

/* ---- for the kinds ---- */

sqlite3 *raw_open(const char *path);
void raw_close(sqlite3 *raw);
/* The first value of the answer; "" when there is none. In a static buffer of eight. */
const char *raw_ask(sqlite3 *raw, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool raw_run(sqlite3 *raw, const char *format, ...) __attribute__((format(printf, 2, 3)));

const struct table *draw_table(const struct base *base, struct rng *rng);
/* A condition that only this row meets; and its place, as verify names it. */
void draw_row(sqlite3 *raw, const struct table *table, struct rng *rng, char where[400],
              struct deed *deed);

deed_do rehash_row, rehash_entry, rehash_resigned, rehash_append, rehash_tail, mark_and_row;

#endif
