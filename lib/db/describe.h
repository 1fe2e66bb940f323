/*
 * describe: the schema in words, read from the migrations themselves: the prose in front of each table and
 * the comment behind each column. A later migration's ALTER TABLE … ADD COLUMN counts too.
 */
#ifndef MEDI_DB_DESCRIBE_H
#define MEDI_DB_DESCRIBE_H

#include "base/arena.h"
#include "base/err.h"

struct described_column {
    const char *table, *name, *type;
    const char *says; /* "" if nothing is said */
};

struct described_table {
    const char *name, *says;
    struct described_column *columns;
    int count;
};

struct description {
    struct described_table *tables;
    int count;
};

void describe_schema(struct arena *arena, struct description *description);

/* As it was with that version. */
void describe_until(struct arena *arena, struct description *description, int version);

#endif
