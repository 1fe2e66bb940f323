#include "base/hash.h"

#include <endian.h>
#include <sodium.h>
#include <string.h>

typedef crypto_generichash_blake2b_state blake2b;

_Static_assert(sizeof(blake2b) <= sizeof((struct hash *)0)->state, "the library's state has room");
_Static_assert(_Alignof(struct hash) % _Alignof(blake2b) == 0, "the library's state is aligned");
_Static_assert(HASH_MOST == crypto_generichash_blake2b_BYTES_MAX, "the largest result");

static blake2b *
state_of(struct hash *hash)
{
    return (blake2b *)(void *)hash;
}

void
hash_begin(struct hash *hash, const char *purpose, size_t size, const unsigned char *key)
{
    unsigned char personal[crypto_generichash_blake2b_PERSONALBYTES] = {0};
    size_t length = strnlen(purpose, sizeof personal + 1);
    /* before this the library has not looked which instructions the processor has */
    if (sodium_init() < 0 || length > sizeof personal)
        sodium_misuse();
    memcpy(personal, purpose, length);
    if (crypto_generichash_blake2b_init_salt_personal(state_of(hash), key, key ? HASH_KEY : 0, size,
                                                      NULL, personal))
        sodium_misuse();
}

void
hash_add(struct hash *hash, const void *bytes, size_t length)
{
    crypto_generichash_blake2b_update(state_of(hash), bytes, length);
}

void
hash_add_int(struct hash *hash, int64_t number)
{
    uint64_t little = htole64((uint64_t)number);
    hash_add(hash, &little, sizeof little);
}

void
hash_add_text(struct hash *hash, const char *text)
{
    size_t length = text ? strlen(text) : 0;
    hash_add_int(hash, text ? (int64_t)length : -1);
    hash_add(hash, text, length);
}

void
hash_end(struct hash *hash, unsigned char *out, size_t size)
{
    if (crypto_generichash_blake2b_final(state_of(hash), out, size))
        sodium_misuse();
}

void
hash_bytes(unsigned char out[HASH_SIZE], const char *purpose, const void *bytes, size_t length)
{
    struct hash hash;
    hash_begin(&hash, purpose, HASH_SIZE, NULL);
    hash_add(&hash, bytes, length);
    hash_end(&hash, out, HASH_SIZE);
}

void
hash_sha256(unsigned char out[32], const void *bytes, size_t length)
{
    crypto_hash_sha256(out, bytes, length);
}

typedef crypto_hash_sha256_state sha256_state;

_Static_assert(sizeof(sha256_state) <= sizeof((struct sha256 *)0)->state, "SHA-256 has room");
_Static_assert(_Alignof(struct sha256) % _Alignof(sha256_state) == 0, "SHA-256 is aligned");

void
sha256_begin(struct sha256 *hash)
{
    crypto_hash_sha256_init((sha256_state *)(void *)hash->state);
}

void
sha256_add(struct sha256 *hash, const void *bytes, size_t length)
{
    crypto_hash_sha256_update((sha256_state *)(void *)hash->state, bytes, length);
}

void
sha256_end(struct sha256 *hash, unsigned char out[32])
{
    crypto_hash_sha256_final((sha256_state *)(void *)hash->state, out);
}
