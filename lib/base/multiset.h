/*
 * multiset: a hash of a bag of things that does not care for their order, and that can be kept up to date:
 * add and remove cost the same whatever is in the bag, and two bags can be merged.
 *
 * LtHash16 of 1024 lanes (Bellare and Micciancio 1997; parameters as in Lewi, Kim, Maykov, Weis 2019,
 * "Securing Update Propagation with Homomorphic Hashing"): each element's 32-byte hash is expanded to 1024
 * 16-bit lanes and added lane by lane. Finding two bags with one sum is a short-vector problem of more than
 * 200 bits; a plain XOR or 64-bit sum would fall to linear algebra. The expansion is ChaCha20 under the
 * element's hash as key and a zero nonce, since it is faster than the paper's BLAKE2Xb.
 */
#ifndef MEDI_BASE_MULTISET_H
#define MEDI_BASE_MULTISET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/hash.h"

enum { MULTISET_LANES = 1024, MULTISET_SIZE = 2 * MULTISET_LANES };

struct multiset {
    _Alignas(32) uint16_t lanes[MULTISET_LANES];
    int64_t count; /* of elements: added less removed */
};

void multiset_init(struct multiset *set); /* the empty bag: all zero */
void multiset_add(struct multiset *set, const unsigned char element[HASH_SIZE]);
void multiset_remove(struct multiset *set, const unsigned char element[HASH_SIZE]);
void multiset_merge(struct multiset *set, const struct multiset *other);
bool multiset_equal(const struct multiset *a, const struct multiset *b);

/* The lanes as little-endian bytes; the count is kept beside them by the caller. */
void multiset_write(const struct multiset *set, unsigned char out[MULTISET_SIZE]);
void multiset_read(struct multiset *set, const unsigned char in[MULTISET_SIZE], int64_t count);

/* 32 bytes that stand for lanes and count. */
void multiset_digest(const struct multiset *set, unsigned char out[HASH_SIZE]);

#endif
