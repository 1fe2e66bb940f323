/*
 * codes: the codes behind ids of stores, staff, projects and channels, asked for once each, as long as no other
 * falls on its place: for lists of many rows with few of them, which costs less than joins.
 */
#ifndef MEDI_CLIENT_CODES_H
#define MEDI_CLIENT_CODES_H

#include "base/arena.h"
#include "db/db.h"

struct code_book;
struct code_book *code_book_new(struct db *db, struct arena *arena);

enum code_of { CODE_STORE, CODE_STAFF, CODE_PROJECT, CODE_CHANNEL };
/* NULL for 0 and for an id that is none. */
int code_book_find(struct code_book *book, enum code_of of, int64_t id, const char **code,
                   struct err *err);

#endif
