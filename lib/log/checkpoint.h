/*
 * checkpoint: a signed statement of where all chains of the log stood, to be kept where those who can write the
 * database cannot: in another account's file, in a mail, in the system's log, at head office, on paper.
 * Whoever can write the database and run the hashes again is caught by nothing else.
 *
 * It is a signed note (note.h) with this text:
 *
 *     medi/IDENTITY             which database: the origin line
 *     checkpoint 12             numbered from 1 without gaps
 *     time 2026-11-22T20:00:00Z
 *     after BASE64              hash of the text of checkpoint 11 (BLAKE2b-256, purpose "medi
 *                               checkpoint"); of the first one: -
 *     0 341 BASE64              a line a chain, by store id: store id, entries, the last one's hash
 *     1 5012 BASE64
 *
 * Checkpoints are kept in the table `checkpoint` too, and made whether or not anything changed: a number
 * that is missing is a finding.
 */
#ifndef MEDI_LOG_CHECKPOINT_H
#define MEDI_LOG_CHECKPOINT_H

#include "base/hash.h"
#include "base/str.h"
#include "db/db.h"
#include "log/note.h"

enum { CHECKPOINT_IDENTITY = 64 };

struct checkpoint_end {
    int64_t store_id, entries;
    unsigned char hash[HASH_SIZE];
};

struct checkpoint {
    char identity[CHECKPOINT_IDENTITY + 1];
    int64_t number, at;
    unsigned char before[HASH_SIZE]; /* not of the first */
    struct checkpoint_end *ends;     /* by store id */
    int count;
    unsigned char hash[HASH_SIZE]; /* of its own text */
    struct note note; /* views of what was parsed; of one that is being made: nothing */
};

/* ERR_DATA unless it is exactly such a text. What is parsed is what checkpoint_write writes. */
int checkpoint_parse(struct arena *arena, struct checkpoint *checkpoint, const char *text,
                     size_t length, struct err *err);
void checkpoint_write(struct str *out, const struct checkpoint *checkpoint);

/* Those that stand one behind the other in `bytes`, which must live as long. Added to the list. `name`: for
 * errors. */
struct checkpoint_list {
    struct checkpoint *items;
    int count, room;
};
int checkpoint_read(struct arena *arena, struct checkpoint_list *list, const char *name,
                    const char *bytes, size_t length, struct err *err);

/* Whose signatures count. */
struct checkpoint_trust {
    struct note_key *keys;
    int count;
};
/* Keys, one a line; lines that are empty or begin with # count for nothing. */
int checkpoint_trust_read(struct arena *arena, struct checkpoint_trust *trust, const char *name,
                          const char *text, size_t length, struct err *err);
/* Those that the database itself names: whoever can write it can name others. */
int checkpoint_trust_own(struct arena *arena, struct checkpoint_trust *trust, struct db *db,
                         struct err *err);

/* The next checkpoint: made from the chains as they stand in this transaction, and kept. A key that the
 * database does not name yet is added, which writes a row that wants an entry in the log; `is_new` asks
 * beforehand. */
int checkpoint_key_is_new(struct db *db, const struct note_key *key, bool *is_new, struct err *err);
int checkpoint_add_key(struct db *db, const struct note_key *key, struct err *err);
int checkpoint_make(struct arena *arena, struct db *db, int64_t at,
                    const struct note_secret *secret, struct checkpoint *made, struct err *err);

#endif
