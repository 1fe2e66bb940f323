/*
 * fold_data: the tables that lib/gen/fold_table.awk makes at build time out of ICU's data (uconv): pages
 * of 256 code points, of which those that are alike are there once.
 */
#ifndef MEDI_COPY_FOLD_DATA_H
#define MEDI_COPY_FOLD_DATA_H

#include <stdint.h>

/* What a code point below 0x20000 is compared as, in the lower 16 bits: 1 … 5 it is skipped (enum fold_skip),
 * 0xe000 and above but FOLD_NONE a row of copy_fold_more, FOLD_NONE nothing. In the upper its syllable. */
extern const uint16_t copy_fold_page[512], copy_fold_more[][4];
extern const uint32_t copy_fold_table[][256];

/* The number of a Han character's syllable in pinyin without tones; 0: none. */
extern const uint16_t copy_sound_page[256], copy_sound_table[][256];

/* A character that is written as two beside each other; they are in the order of left, then right. */
struct copy_half {
    uint16_t left, right, whole;
};
extern const struct copy_half copy_halves[];
extern const int copy_half_count;

#endif
