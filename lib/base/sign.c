#include "base/sign.h"

#include <sodium.h>
#include <string.h>

_Static_assert(SIGN_PUBLIC == crypto_sign_PUBLICKEYBYTES, "public key");
_Static_assert(SIGN_SECRET == crypto_sign_SEEDBYTES, "the secret key is the seed");
_Static_assert(SIGN_SIZE == crypto_sign_BYTES, "signature");

/* The library keeps the public key behind the seed and calls both together the secret key. */
enum { PAIR = crypto_sign_SECRETKEYBYTES };

void
sign_pair(unsigned char public_key[SIGN_PUBLIC], unsigned char secret_key[SIGN_SECRET])
{
    unsigned char pair[PAIR];
    if (sodium_init() < 0)
        sodium_misuse();
    crypto_sign_keypair(public_key, pair);
    memcpy(secret_key, pair, SIGN_SECRET);
    sodium_memzero(pair, sizeof pair);
}

void
sign_public(unsigned char public_key[SIGN_PUBLIC], const unsigned char secret_key[SIGN_SECRET])
{
    unsigned char pair[PAIR];
    crypto_sign_seed_keypair(public_key, pair, secret_key);
    sodium_memzero(pair, sizeof pair);
}

void
sign_bytes(unsigned char signature[SIGN_SIZE], const unsigned char secret_key[SIGN_SECRET],
           const void *bytes, size_t length)
{
    unsigned char public_key[SIGN_PUBLIC], pair[PAIR];
    crypto_sign_seed_keypair(public_key, pair, secret_key);
    crypto_sign_detached(signature, NULL, bytes, length, pair);
    sodium_memzero(pair, sizeof pair);
}

bool
sign_verify(const unsigned char signature[SIGN_SIZE], const unsigned char public_key[SIGN_PUBLIC],
            const void *bytes, size_t length)
{
    return crypto_sign_verify_detached(signature, bytes, length, public_key) == 0;
}
