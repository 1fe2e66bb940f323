/*
 * shape: a hash of the schema itself, kept in the row `schema` of `meta`, where the sets guard it as any
 * row: so that a trigger or an index that was put in, or a column that was renamed behind the tools' backs,
 * is found.
 */
#ifndef MEDI_LOG_SHAPE_H
#define MEDI_LOG_SHAPE_H

#include "base/arena.h"
#include "db/db.h"

/* In hexadecimal, in the arena; NULL where the engine does not show its schema as it was given (db_shape). */
int shape_hash(struct arena *arena, struct db *db, const char **hash, struct err *err);

/* As it is kept; NULL: it is not. */
int shape_kept(struct arena *arena, struct db *db, const char **hash, struct err *err);

/* Keeps it: once the migrations have run, before the rows are counted. */
int shape_keep(struct db *db, struct err *err);

#endif
