/*
 * cipher: secret bytes, by libsodium. One-off values by XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha), files by
 * its secretstream, keys for one reader by a sealed box (X25519).
 *
 * What is sealed is bound to `about`: bytes that say what it is (table, column, row) and must be the same when
 * it is opened. Key memory comes from secret_alloc: locked out of swap where the system allows it, left out
 * of core dumps, wiped when freed.
 */
#ifndef MEDI_BASE_CIPHER_H
#define MEDI_BASE_CIPHER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* CIPHER_EXTRA: a sealed value is so much longer: nonce 24, tag 16. */
enum { CIPHER_KEY = 32, CIPHER_NONCE = 24, CIPHER_EXTRA = 40 };

void random_bytes(void *out, size_t length);
void *secret_alloc(size_t size); /* zeroed; no memory ends the process, as in arena.h; guards it */
void secret_free(void *secret);  /* NULL-safe */
void secret_wipe(void *bytes, size_t length);

/* From now on this process writes no core dump, and no other one of its user can look into it. */
void secret_guard(void);

bool secret_equal(const void *a, const void *b, size_t length); /* in a time that tells nothing */

/* From one key, others: `purpose` at most 16 bytes. */
void cipher_derive(unsigned char out[CIPHER_KEY], const unsigned char key[CIPHER_KEY],
                   const char *purpose);

/* `out` has room for length + CIPHER_EXTRA bytes apart from `plain`; a random nonce stands in front. */
void cipher_seal(unsigned char *out, const unsigned char key[CIPHER_KEY], const void *about,
                 size_t about_length, const void *plain, size_t length);

/* The same with a nonce of the caller's, which under one key must never come twice. */
void cipher_seal_nonce(unsigned char *out, const unsigned char key[CIPHER_KEY],
                       const unsigned char nonce[CIPHER_NONCE], const void *about,
                       size_t about_length, const void *plain, size_t length);

/* `out` has room for length - CIPHER_EXTRA bytes. False: too short, another key, another `about`, or
 * damaged. */
bool cipher_open(unsigned char *out, const unsigned char key[CIPHER_KEY], const void *about,
                 size_t about_length, const void *sealed, size_t length);

/* ---- a key for one reader ------------------------------------------------------------------------- */

enum { BOX_PUBLIC = 32, BOX_SECRET = 32, BOX_EXTRA = 48 };

void box_pair(unsigned char public_key[BOX_PUBLIC], unsigned char secret_key[BOX_SECRET]);
void box_public(unsigned char public_key[BOX_PUBLIC], const unsigned char secret_key[BOX_SECRET]);

/* False, and nothing sealed: no reader has that key (a point of low order, such as all zero). */
bool box_seal(unsigned char *out, const unsigned char public_key[BOX_PUBLIC], const void *plain,
              size_t length) __attribute__((warn_unused_result));

bool box_open(unsigned char *out, const unsigned char public_key[BOX_PUBLIC],
              const unsigned char secret_key[BOX_SECRET], const void *sealed, size_t length);

/* ---- streams: pieces in an order that cannot be changed or cut short ------------------------------- */

enum { STREAM_HEADER = 24, STREAM_EXTRA = 17 };

struct stream {
    _Alignas(16) unsigned char state[64];
};

void stream_push_begin(struct stream *stream, unsigned char header[STREAM_HEADER],
                       const unsigned char key[CIPHER_KEY]);
void stream_push(struct stream *stream, unsigned char *out, const void *plain, size_t length,
                 bool last);
bool stream_pull_begin(struct stream *stream, const unsigned char header[STREAM_HEADER],
                       const unsigned char key[CIPHER_KEY]);
bool stream_pull(struct stream *stream, unsigned char *out, const void *sealed, size_t length,
                 bool *last);

#endif
