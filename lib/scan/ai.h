/*
 * ai: what GS1 says of each application identifier, made at build time of ai.table (which says what its
 * columns mean and where they are from). Read only, no state.
 */
#ifndef MEDI_SCAN_AI_H
#define MEDI_SCAN_AI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum ai_set { AI_N, AI_X, AI_Y, AI_Z };

/* What a scan takes its own fields from. */
enum ai_use {
    AI_NONE,
    AI_SSCC,
    AI_GTIN,
    AI_CONTENT, /* the GTIN of what is inside a logistic unit */
    AI_LOT,
    AI_MADE,
    AI_EXPIRY,
    AI_HOUR, /* expiry to the minute */
    AI_SERIAL,
    AI_COUNT,
};

enum { AI_CHECKS = 3, AI_PARTS = 5, AI_NEVER = 7, AI_PATH = 16 };

struct ai_part {
    uint8_t set, least, most;
    bool optional;
    uint8_t checks[AI_CHECKS]; /* enum check, 0 ends them */
};

struct ai {
    char name[5];
    uint8_t length; /* of the name */
    bool fixed;     /* needs no separator behind it */
    bool attribute; /* may stand in the query of a Digital Link */
    uint8_t use;    /* enum ai_use */
    uint8_t parts;  /* of `part` from `first` on */
    uint16_t first;
    uint8_t least, most;     /* of the whole value */
    char never[AI_NEVER][5]; /* "" ends them */
    bool key;                /* a primary key of Digital Links */
    char path[AI_PATH];      /* its qualifiers: "22,10,21|235" */
};

extern const struct ai ai_table[];
extern const int ai_count;
extern const struct ai_part ai_part[];

/* AIs by their first two digits: how long the AI is (0: there is none) and where its kin stand. */
struct ai_family {
    uint16_t first;
    uint8_t count, length;
};
extern const struct ai_family ai_families[100];

/* The AI that the text begins with, or NULL. */
const struct ai *ai_find(const char *text, size_t length);
/* The AI of exactly that name, or NULL. */
const struct ai *ai_named(const char *name, size_t length);
/* "310n" and the like */
bool ai_matches(const struct ai *ai, const char *pattern);

bool ai_is_country(int number);             /* ISO 3166-1 numeric */
bool ai_is_alpha2(char first, char second); /* ISO 3166-1 alpha-2 */
bool ai_is_currency(int number);            /* ISO 4217 numeric */

/* In which sets a byte is: 1 << enum ai_set */
extern const uint8_t ai_sets[256];

/* Bits by number; of alpha-2 codes 26 × first + second. */
extern const uint8_t ai_countries[125], ai_currencies[125], ai_alpha2[85];

#endif
