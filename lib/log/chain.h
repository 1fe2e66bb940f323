/*
 * chain: how the entries of a store hang together.
 *
 * hash = BLAKE2b-256 (purpose "medi log entry") of the hash before, store, seq, at, and each text with its
 * length: actor, tool, verb, subject, detail, changes, sets, run. The hash before the first is BLAKE2b-256
 * (purpose "medi log begin") of the database's identity and the store.
 */
#ifndef MEDI_LOG_CHAIN_H
#define MEDI_LOG_CHAIN_H

#include "base/hash.h"
#include "db/db.h"

struct chain_entry {
    int64_t store_id, seq, at;
    const char *actor, *tool, *verb, *subject, *detail, *changes, *sets,
        *run; /* detail, changes: or NULL */
};

void chain_begin(unsigned char hash[HASH_SIZE], const char *identity, int64_t store_id);
/* From the hash before to the hash of the entry. */
void chain_next(unsigned char hash[HASH_SIZE], const struct chain_entry *entry);

/* A line of `sets`: "visit 5000 BASE64\n". False at the end (or, with `wrong`, at what is no such
 * line). The digest
 * stays text: there is one for each set, and to decode that of every entry was a quarter of walking
 * the chains. */
enum { CHAIN_DIGEST = 44 };
struct chain_set {
    char name[64];
    int64_t count;
    const char *digest; /* CHAIN_DIGEST bytes in the line */
};
bool chain_set_next(const char **sets, struct chain_set *set, bool *wrong);

#endif
