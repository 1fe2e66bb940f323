#include "base/cipher.h"

#include <sodium.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "base/arena.h"

enum {
    NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    SALT = crypto_generichash_blake2b_SALTBYTES,
    PERSONAL = crypto_generichash_blake2b_PERSONALBYTES,
    TAG_MESSAGE = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE,
    TAG_FINAL = crypto_secretstream_xchacha20poly1305_TAG_FINAL,
};

typedef crypto_secretstream_xchacha20poly1305_state secretstream;

_Static_assert(CIPHER_KEY == crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "key");
_Static_assert(CIPHER_NONCE == (int)NONCE, "nonce");
_Static_assert(CIPHER_EXTRA == NONCE + crypto_aead_xchacha20poly1305_ietf_ABYTES, "nonce and tag");
_Static_assert(BOX_PUBLIC == crypto_box_PUBLICKEYBYTES, "public key of a box");
_Static_assert(BOX_SECRET == crypto_box_SECRETKEYBYTES, "secret key of a box");
_Static_assert(BOX_EXTRA == crypto_box_SEALBYTES, "a sealed box");
_Static_assert(CIPHER_KEY == crypto_secretstream_xchacha20poly1305_KEYBYTES, "key of a stream");
_Static_assert(STREAM_HEADER == crypto_secretstream_xchacha20poly1305_HEADERBYTES, "header");
_Static_assert(STREAM_EXTRA == crypto_secretstream_xchacha20poly1305_ABYTES, "a piece");
_Static_assert(sizeof(secretstream) <= sizeof((struct stream *)0)->state, "state of a stream");

/* Once in a process; after that it costs next to nothing. */
static void
ready(void)
{
    if (sodium_init() < 0)
        sodium_misuse();
}

void
random_bytes(void *out, size_t length)
{
    ready();
    randombytes_buf(out, length);
}

void
secret_guard(void)
{
    const struct rlimit none = {0, 0};
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    setrlimit(RLIMIT_CORE, &none);
}

void *
secret_alloc(size_t size)
{
    ready();
    secret_guard();
    void *secret = sodium_malloc(size);
    if (!secret)
        mem_out();
    return memset(secret, 0, size);
}

void
secret_free(void *secret)
{
    sodium_free(secret);
}

void
secret_wipe(void *bytes, size_t length)
{
    sodium_memzero(bytes, length);
}

bool
secret_equal(const void *a, const void *b, size_t length)
{
    return sodium_memcmp(a, b, length) == 0;
}

/* The salt keeps a derived key apart from every hash made under the same key, which has none. */
void
cipher_derive(unsigned char out[CIPHER_KEY], const unsigned char key[CIPHER_KEY],
              const char *purpose)
{
    static const unsigned char salt[SALT] = "medi derive";
    unsigned char personal[PERSONAL] = {0};
    size_t length = strnlen(purpose, PERSONAL + 1);
    ready();
    if (length > PERSONAL)
        sodium_misuse();
    memcpy(personal, purpose, length);
    if (crypto_generichash_blake2b_salt_personal(out, CIPHER_KEY, NULL, 0, key, CIPHER_KEY, salt,
                                                 personal))
        sodium_misuse();
}

void
cipher_seal(unsigned char *out, const unsigned char key[CIPHER_KEY], const void *about,
            size_t about_length, const void *plain, size_t length)
{
    unsigned char nonce[NONCE];
    random_bytes(nonce, sizeof nonce);
    cipher_seal_nonce(out, key, nonce, about, about_length, plain, length);
}

void
cipher_seal_nonce(unsigned char *out, const unsigned char key[CIPHER_KEY],
                  const unsigned char nonce[CIPHER_NONCE], const void *about, size_t about_length,
                  const void *plain, size_t length)
{
    memcpy(out, nonce, NONCE);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + NONCE, NULL, plain, length, about,
                                               about_length, NULL, out, key);
}

bool
cipher_open(unsigned char *out, const unsigned char key[CIPHER_KEY], const void *about,
            size_t about_length, const void *sealed, size_t length)
{
    const unsigned char *nonce = sealed;
    if (length < CIPHER_EXTRA)
        return false;
    ready();
    return crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, nonce + NONCE,
                                                      length - NONCE, about, about_length, nonce,
                                                      key) == 0;
}

/* ---- a key for one reader ------------------------------------------------------------------ */

void
box_pair(unsigned char public_key[BOX_PUBLIC], unsigned char secret_key[BOX_SECRET])
{
    ready();
    crypto_box_keypair(public_key, secret_key);
}

void
box_public(unsigned char public_key[BOX_PUBLIC], const unsigned char secret_key[BOX_SECRET])
{
    ready();
    crypto_scalarmult_base(public_key, secret_key);
}

bool
box_seal(unsigned char *out, const unsigned char public_key[BOX_PUBLIC], const void *plain,
         size_t length)
{
    ready();
    return crypto_box_seal(out, plain, length, public_key) == 0;
}

bool
box_open(unsigned char *out, const unsigned char public_key[BOX_PUBLIC],
         const unsigned char secret_key[BOX_SECRET], const void *sealed, size_t length)
{
    ready();
    return crypto_box_seal_open(out, sealed, length, public_key, secret_key) == 0;
}

/* ---- streams ------------------------------------------------------------------------------- */

static secretstream *
state_of(struct stream *stream)
{
    return (secretstream *)(void *)stream->state;
}

void
stream_push_begin(struct stream *stream, unsigned char header[STREAM_HEADER],
                  const unsigned char key[CIPHER_KEY])
{
    ready();
    crypto_secretstream_xchacha20poly1305_init_push(state_of(stream), header, key);
}

void
stream_push(struct stream *stream, unsigned char *out, const void *plain, size_t length, bool last)
{
    crypto_secretstream_xchacha20poly1305_push(state_of(stream), out, NULL, plain, length, NULL, 0,
                                               last ? TAG_FINAL : TAG_MESSAGE);
}

bool
stream_pull_begin(struct stream *stream, const unsigned char header[STREAM_HEADER],
                  const unsigned char key[CIPHER_KEY])
{
    ready();
    return crypto_secretstream_xchacha20poly1305_init_pull(state_of(stream), header, key) == 0;
}

bool
stream_pull(struct stream *stream, unsigned char *out, const void *sealed, size_t length,
            bool *last)
{
    unsigned char tag = 0;
    bool opened = crypto_secretstream_xchacha20poly1305_pull(state_of(stream), out, NULL, &tag,
                                                             sealed, length, NULL, 0) == 0;
    *last = opened && tag == TAG_FINAL;
    return opened;
}
