/*
 * pattern: what is looked for, as a lexicon writes it, and its match on folded text (fold.h).
 *
 *     国家级            these characters, one behind the other, whatever was put between them (4
 *     at most)
 *     (有效|治愈)率     either; groups may stand in each other
 *     任何?             the character or group before it, or not
 *     <人>              a word of the set of that name; the longest first
 *     #                 a number: digits, 一二三…十百千万, 几数半多两
 *     ~6                up to 6 characters of the same clause     …6  of the same sentence
 *     ^ $               where a clause begins, ends
 *
 * What a pattern is found by is its anchor: of its elements that must be there, the one whose first two
 * characters (or whose first, where what follows is not known) are the rarest in writing. Patterns are
 * compiled into one array of steps, sets into one array of nodes.
 */
#ifndef MEDI_COPY_PATTERN_H
#define MEDI_COPY_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "copy/fold.h"

enum copy_step_kind {
    STEP_CHAR,
    STEP_SET,
    STEP_NUMBER,
    STEP_GAP,
    STEP_SPLIT,
    STEP_JUMP,
    STEP_BEGIN,
    STEP_END,
    STEP_MATCH
};

struct copy_step {
    uint8_t kind;
    bool inner;     /* the character before it in the pattern stands right before it */
    bool strict;    /* nothing that divides clauses may be passed over */
    uint16_t c;     /* CHAR; GAP: what it must not cross (stop) */
    uint16_t first; /* what it, or what is behind a GAP, can begin with: of `firsts`; 0: anything */
    int32_t to;     /* SPLIT, JUMP: the other step; SET: its root; GAP: how many at most */
};

/* A set of characters by a hash of them: it may say that one is in it that is not. */
struct copy_first {
    uint64_t bits[8];
};

struct copy_node {
    uint16_t c;
    bool end;
    int32_t child, next, parent; /* 0: none */
};

struct copy_set {
    const char *name;
    int32_t root;
};

struct patterns {
    struct arena *arena;
    struct copy_step *steps;
    int count, room;
    struct copy_node *nodes; /* the first one is none */
    int node_count, node_room;
    const int32_t *children; /* open addressing: nodes by their parent and character; 0: none */
    uint32_t child_mask;
    struct copy_set *sets;
    int set_count, set_room;
    struct copy_first *firsts; /* the first one is none */
    int first_count, first_room;
    float *weights; /* how common each character is; only while patterns are added */
};

/* Two characters side by side by which a pattern is found; its match begins `least` to `most` items
 * before. */
struct anchor {
    uint16_t first, second; /* second 0: any */
    uint8_t least, most;
};
enum { ANCHORS = 6000, LEAD_MOST = 60, NUMBER_MOST = 12 };
struct anchors {
    struct anchor *list; /* room for ANCHORS */
    int count;
};

void patterns_init(struct patterns *patterns, struct arena *arena);

/* A set: words with spaces between; <other> puts the words of another set in. What is wrong is put
 * into `why`. */
int patterns_set(struct patterns *patterns, const char *name, const char *words, struct str *why);

/* When all sets are there: their characters can be looked up. */
void patterns_sets_end(struct patterns *patterns);
int32_t patterns_child(const struct patterns *patterns, int32_t node, uint16_t c); /* 0: none */

/* The set of that name; NULL: none. */
const struct copy_set *patterns_find(const struct patterns *patterns, const char *name,
                                     size_t length);

/* Compiles one pattern; its first step, or -1 with the reason in `why`. */
int patterns_add(struct patterns *patterns, const char *text, size_t length, bool strict,
                 struct anchors *anchors, struct str *why);

/* Whether the pattern that begins with step `at` can match where all is ASCII. */
bool patterns_ascii(const struct patterns *patterns, int at);

/* For pattern.c: an element that must be there, with how many items before it; the anchors of the best one.
 * -1: none has any. */
struct copy_start {
    int step, least, most;
};
int patterns_anchors(const struct patterns *patterns, const struct copy_start *starts, int count,
                     struct anchors *anchors);
void patterns_weigh(struct patterns *patterns);
void patterns_firsts(struct patterns *patterns, int first); /* of the steps from that one on */

static inline uint32_t
first_bit(uint16_t c)
{
    return c * 0x9e37u >> 7 & 511;
}

/* Whether a character is in one of the `firsts`. */
static inline bool
may_begin(const struct patterns *patterns, unsigned first, uint16_t c)
{
    return patterns->firsts[first].bits[first_bit(c) >> 6] >> (first_bit(c) & 63) & 1;
}

/* Whether the pattern that begins with step `first` matches at item `at`: where it ends, or -1. `inner` gets
 * how what is inside its words was hidden. */
long pattern_match(const struct patterns *patterns, int first, const struct copy_items *items,
                   size_t at, unsigned *hidden);

/* Those of which a number is made, 0 at the end; digits are those of digit_of. */
extern const uint16_t number_words[];
bool is_number(uint16_t c);
/* The digit that a character of 一 … 九 and 零 is in another writing; 0: it is none. */
uint16_t digit_of(uint16_t c);

#endif
