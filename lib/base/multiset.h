/*
 * multiset: a hash of a bag of things that does not care for their order, and that can be kept up to date:
 * add and remove cost the same whatever is in the bag, and two bags can be merged.
 *
 * LtHash16 (Bellare and Micciancio 1997; Lewi, Kim, Maykov, Weis 2019, "Securing Update Propagation with
 * Homomorphic Hashing"): each element's 32-byte hash is expanded to 512 16-bit lanes and added lane by lane.
 * Finding two bags with one sum is a short-vector problem in 512 dimensions modulo 2^16. The best attack known
 * is Wagner's generalised birthday, 2^(2 sqrt(512 * 16)) = 2^181 steps and as much memory; lattice reduction
 * would need a root Hermite factor below 1.0008 (blocks of over 3,000). The paper's 1,024 lanes give 2^256,
 * which nothing here could use: two elements with one hash are found in 2^128 steps, and that is what the whole
 * is worth. A plain XOR or 64-bit sum would fall to linear algebra. The expansion is ChaCha20 under the
 * element's hash as key and a zero nonce, since it is faster than the paper's BLAKE2Xb.
 */
#ifndef MEDI_BASE_MULTISET_H
#define MEDI_BASE_MULTISET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/hash.h"

enum { MULTISET_LANES = 512, MULTISET_SIZE = 2 * MULTISET_LANES };

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
