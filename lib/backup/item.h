/*
 * item: what the stream of a backup holds, piece by piece joined and unsqueezed. Each item is a letter, the
 * length of what follows, and that:
 *
 *     H  hash of the outer header (32 bytes, purpose "medi backup"), the version of the program
 *     T  name of a table, number of its columns, and of each: name, type (I, T or B), place in the primary
 *     key or 0 r  a row: a value for each column
 *     e  the table's end: number of its rows
 *     F  a file: k (the master key's) or p (a pack), name, its bytes
 *     Z  the end: number of tables, rows and files, and a hash of all items between H and Z (32 bytes,
 *     "medi backup")
 *
 *     number   unsigned LEB128, seven bits a byte, lowest first, in its shortest form
 *     text     its length, its bytes
 *     value    N; I and the number, zigzag (0, -1, 1, -2 … as 0, 1, 2, 3 …); T or B and a text
 *
 * Nothing depends on an engine. Rows stand in the order of their primary key where that is of numbers.
 */
#ifndef MEDI_BACKUP_ITEM_H
#define MEDI_BACKUP_ITEM_H

#include "base/arena.h"
#include "base/hash.h"
#include "base/str.h"
#include "log/place.h"

enum item_kind {
    ITEM_HELLO = 'H',
    ITEM_TABLE = 'T',
    ITEM_ROW = 'r',
    ITEM_TABLE_END = 'e',
    ITEM_FILE = 'F',
    ITEM_END = 'Z',
};

enum { ITEM_FILE_KEY = 'k', ITEM_FILE_PACK = 'p' };

/* The longest item: more than any row can be. */
#define ITEM_MOST (1L << 30)

#define ITEM_PURPOSE "medi backup"

/* A table with its columns as the backup has them. `place` tells store and number as for a table of a
 * database. */
struct item_table {
    struct place place;
    char types[PLACE_COLUMNS];
    int keys[PLACE_COLUMNS];
};

struct item_file {
    int kind;
    const char *name;
    struct db_value bytes;
};

struct item_counts {
    int64_t tables, rows, files;
    unsigned char digest[HASH_SIZE];
};

struct item {
    enum item_kind kind;
    unsigned char outer[HASH_SIZE];        /* HELLO */
    const char *version;                   /* HELLO: in the arena */
    struct item_table *table;              /* TABLE: in the arena */
    struct db_value values[PLACE_COLUMNS]; /* ROW: views */
    int64_t rows;                          /* TABLE_END */
    struct item_file file;                 /* FILE: in the arena, bytes a view */
    struct item_counts counts;             /* END */
};

/* Adds an item to `out`. */
void item_hello(struct str *out, const unsigned char outer[HASH_SIZE], const char *version);
void item_table(struct str *out, const struct item_table *table);
void item_row(struct str *out, const struct db_value *values, int count);
void item_table_end(struct str *out, int64_t rows);
void item_file(struct str *out, const struct item_file *file);
void item_end(struct str *out, const struct item_counts *counts);

/* The bytes of the item at the beginning of `bytes`, head and all: 0 if that cannot be told yet, -1 if it
 * is no item. They may be more than there are. */
long item_length(const void *bytes, size_t length);

/* Reads one whole item. `columns`: of the table whose rows are being read. False: it is none. */
bool item_read(struct item *item, struct arena *arena, const void *bytes, size_t length,
               int columns);

#endif
