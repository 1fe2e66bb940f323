/*
 * note: signed notes, as in the C2SP signed-note specification and in Go's golang.org/x/mod/sumdb/note, so
 * that a checkpoint can be verified and cosigned by programs that know nothing of medi.
 *
 *     text, each line of it ended
 *                                                       an empty line
 *     — NAME BASE64(key id, 4 bytes; Ed25519 signature of the text, 64 bytes)
 *
 * There may be several signatures: a witness adds its own line. Those of unknown keys say nothing. Key id:
 * the first four bytes of SHA-256 of NAME, a newline, 0x01, public key. A key is written
 * NAME+KEYID+BASE64(0x01, public key), KEYID in hexadecimal; a secret one
 * PRIVATE+KEY+NAME+KEYID+BASE64(0x01, seed).
 */
#ifndef MEDI_LOG_NOTE_H
#define MEDI_LOG_NOTE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/sign.h"

enum { NOTE_MOST = 1000000, NOTE_NAME = 128, NOTE_ID = 4, NOTE_SIGNATURES = 100 };

struct note_key {
    char name[NOTE_NAME];
    unsigned char id[NOTE_ID];
    unsigned char public_key[SIGN_PUBLIC];
};

struct note_secret {
    struct note_key key;
    unsigned char seed[SIGN_SECRET]; /* to be wiped by who holds it: note_secret_wipe */
};

struct note_signature {
    const char *name; /* not ended */
    size_t name_length;
    unsigned char id[NOTE_ID];
    unsigned char bytes[SIGN_SIZE];
    bool whole; /* of the size of an Ed25519 signature */
};

struct note {
    const char *bytes; /* all of it; a view */
    size_t length;
    const char *text; /* what is signed, with its last newline; a view */
    size_t text_length;
    struct note_signature *signatures;
    int count;
};

/* ---- keys ---------------------------------------------------------------------------------------- */

bool note_name_is_good(const char *name, size_t length); /* no space, no +, not too long */

/* ERR_DATA, in words. The text may not have anything behind the key. */
int note_key_parse(struct note_key *key, const char *text, size_t length, struct err *err);
char *note_key_format(struct arena *arena, const struct note_key *key);

void note_secret_make(struct note_secret *secret, const char *name);
int note_secret_parse(struct note_secret *secret, const char *text, size_t length, struct err *err);
/* To be wiped too. */
char *note_secret_format(struct arena *arena, const struct note_secret *secret);
void note_secret_wipe(struct note_secret *secret);

/* ---- notes ---------------------------------------------------------------------------------------- */

/* Exactly one note; ERR_DATA. */
int note_parse(struct arena *arena, struct note *note, const char *bytes, size_t length,
               struct err *err);

/* The next of notes that stand one behind the other, empty lines between them allowed: 1; 0 none is left; -1.
 * Only for notes whose texts have no empty line themselves. */
int note_next(struct arena *arena, struct note *note, const char **at, const char *end,
              struct err *err);

/* Whether one of the keys signed it. A signature in the name of one of the keys that does not hold spoils
 * the note. */
enum note_verdict { NOTE_SIGNED, NOTE_UNSIGNED, NOTE_FORGED };
enum note_verdict note_judge(const struct note *note, const struct note_key *keys, int count,
                             const struct note_key **by);

/* The note of a text that ends with a newline. */
char *note_sign(struct arena *arena, const char *text, const struct note_secret *secret);

#endif
