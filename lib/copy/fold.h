/*
 * fold: what characters are compared as, so that one spelling finds all: NFKC, lower case, width,
 * Traditional as
 * Simplified, other digits as 0 … 9, the digits of cheques as 一 … 九. One code point becomes
 * one where that is possible,
 * and its place in the original is kept. Spaces, punctuation, what has no width, combining marks
 * and emoji are passed over,
 * but it is known what was between two characters. The tables come from ICU at build time (fold_data.h).
 */
#ifndef MEDI_COPY_FOLD_H
#define MEDI_COPY_FOLD_H

#include <stddef.h>
#include <stdint.h>

enum fold_skip {
    SKIP_SPACE = 1,
    SKIP_PUNCTUATION,
    SKIP_HIDDEN,
    SKIP_COMBINING,
    SKIP_EMOJI,
    SKIP_LAST
};
enum { FOLD_NONE = 0xfffd, FOLD_MORE = 0xe000, FOLD_AT_MOST = 4 };

/* How a word was hidden; the values are bits. EVASION_WORDS gives them their names, in this order. */
enum evasion {
    EVASION_SPACE = 1 << 0,
    EVASION_PUNCTUATION = 1 << 1,
    EVASION_HIDDEN = 1 << 2,
    EVASION_COMBINING = 1 << 3,
    EVASION_EMOJI = 1 << 4,
    EVASION_TRADITIONAL = 1 << 5,
    EVASION_WIDTH = 1 << 6,
    EVASION_DIGITS = 1 << 7,
    EVASION_SPLIT = 1 << 8,
    EVASION_HOMOPHONE = 1 << 9,
};
enum { EVASIONS = 10 };
extern const char *const evasion_words[EVASIONS];

/* A character that counts, and what stood before it. */
struct copy_item {
    uint16_t c, sound;      /* folded; its syllable or 0 */
    uint16_t marks, before; /* bits of enum evasion: of itself, of what was passed over before it */
    uint8_t gap;            /* characters passed over before it, 255 at most */
    uint8_t stop;           /* of them: 1 a comma or the like, 2 the end of a sentence */
    uint32_t from, to;      /* bytes of the text */
};

struct copy_items {
    struct copy_item *items; /* the last one, beyond `count`, is empty: c 0, stop 2 */
    size_t count, room;
};

/* The folded value of one code point: an enum fold_skip, a character, FOLD_NONE, or a row above
 * FOLD_MORE. */
uint16_t fold_code(int32_t code);
uint16_t fold_sound(uint16_t c);

/* Folds `text`; bytes that are no character become an item that is equal to nothing; their number
 * is returned. */
size_t fold_text(struct copy_items *items, const char *text, size_t length);

/* `to`: `from` with two halves made one character wherever they stand side by side; the number of
 * those. */
size_t fold_halves(struct copy_items *to, const struct copy_items *from);
uint16_t whole_of(uint16_t left, uint16_t right); /* the character that two halves make; 0: none */
void copy_items_free(struct copy_items *items);   /* NULL-safe inside */

#endif
