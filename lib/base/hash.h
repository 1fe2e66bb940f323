/*
 * hash: BLAKE2b (RFC 7693), 256 bits unless another size is asked for, by libsodium.
 *
 * Every use names its purpose (at most 16 bytes, kept in BLAKE2b's personal field), so that a hash made for
 * one thing is never taken for that of another. SHA-256 is here for what other programs
 * must be able to reckon: notes, and the files of a package.
 */
#ifndef MEDI_BASE_HASH_H
#define MEDI_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

enum { HASH_SIZE = 32, HASH_MOST = 64, HASH_KEY = 32 };

struct hash {
    _Alignas(64) unsigned char state[384];
};

/* `size`: of the result, 1 … HASH_MOST. `key`: HASH_KEY bytes, or NULL for a plain hash. */
void hash_begin(struct hash *hash, const char *purpose, size_t size, const unsigned char *key);
void hash_add(struct hash *hash, const void *bytes, size_t length);
void hash_add_int(struct hash *hash, int64_t number);    /* eight bytes, little-endian */
void hash_add_text(struct hash *hash, const char *text); /* its length, then its bytes; NULL: -1 */
void hash_end(struct hash *hash, unsigned char *out, size_t size); /* the size of hash_begin */

void hash_bytes(unsigned char out[HASH_SIZE], const char *purpose, const void *bytes,
                size_t length);
void hash_sha256(unsigned char out[32], const void *bytes, size_t length);

/* The same of bytes that come in pieces. */
struct sha256 {
    _Alignas(8) unsigned char state[104];
};
void sha256_begin(struct sha256 *hash);
void sha256_add(struct sha256 *hash, const void *bytes, size_t length);
void sha256_end(struct sha256 *hash, unsigned char out[32]);

#endif
