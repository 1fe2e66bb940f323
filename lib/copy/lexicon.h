/*
 * lexicon: what the law says of advertising copy of clinics, as share/medi/copy/lexicon.yaml has it:
 *
 *   sets     words that patterns call by name
 *   rules    by article: patterns (pattern.h), each a finding by itself
 *   cues     patterns that each say a little: points for the voice of an advertisement, less than
 *   none for that of a notice,
 *            a record, care after treatment, training, a refusal
 *   except   longer phrases in which such words mean something else: what lies inside one is no finding
 *   negation phrases behind which, in the same clause, a claim is none ("不承诺…")
 *
 * A sentence is judged by its sum: of the rules' points (the greatest one), and of each cue once. A
 * rule's finding stands
 * when the sum reaches COPY_ENOUGH. The rule that `voice` marks is found where the cues alone reach
 * it: copy that no word
 * condemns, and that yet advertises treatments beyond the eight items of 医疗广告管理办法
 * 6. The rule that `hidden` marks is told
 * beside each finding whose word was hidden: that is a fault of its own.
 */
#ifndef MEDI_COPY_LEXICON_H
#define MEDI_COPY_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "copy/pattern.h"
#include "text/pack.h"
#include "text/yaml.h"

enum { COPY_ENOUGH = 7, NEGATION_REACH = 8 };

/* What kind of text it is; the values are bits. */
enum copy_profile {
    PROFILE_AD = 1,
    PROFILE_DISCLOSURE = 2,
    PROFILE_COSMETIC = 4,
    PROFILE_SCRIPT = 8,
    PROFILE_MESSAGE =
        16, /* to clients who are known: what is advertised to nobody, and no care instruction, is judged */
};
extern const char *const copy_profiles[]; /* NULL-terminated, in that order */

enum copy_kind { COPY_RULE, COPY_CUE, COPY_EXCEPT, COPY_NEGATION };

struct copy_rule {
    enum copy_kind kind;
    const char *id, *severity; /* error, warning */
    const char *article, *quote, *zh, *says;
    const char *instead; /* what to write, or NULL */
    int points;
    unsigned profiles;
    bool voice, hidden, last; /* last: looked for only where others were found */
    int number;               /* its place among all, cues too */
};

struct copy_pattern {
    const struct copy_rule *rule;
    int first; /* step */
};

/* A word by its syllables. */
struct copy_sound {
    const struct copy_rule *rule;
    const uint16_t *sounds, *letters;
    int count;
};

/* Where a pattern is tried: its match begins `least` to `most` items before. */
struct hook {
    int32_t pattern; /* below 0: sound -1 - pattern */
    uint8_t least, most;
    bool more;      /* another hook of the same key is behind it */
    uint16_t first; /* what the pattern can begin with */
};

/* What hangs on characters that are side by side, on single ones, and on three syllables. */
enum { PAIR_BITS = 18, PAIR_WORDS = 1 << (PAIR_BITS - 6) };
struct copy_index {
    const uint64_t *pairs, *sounds; /* of PAIR_WORDS: by hash, what may be among the keys */
    const uint32_t *keys;           /* open addressing */
    const uint32_t *heads;          /* where the hooks of a key begin, + 1; 0: no such key */
    const struct hook *hooks;
    uint32_t mask, hook_count;
};

struct lexicon {
    struct arena *arena;
    struct patterns patterns;
    struct copy_rule **rules;
    int rule_count, rule_room;
    struct copy_pattern *list;
    int count, room;
    struct copy_sound *sounds;
    int sound_count, sound_room;
    const struct copy_rule *voice, *hidden; /* or NULL */
    /* of what can make a finding, and of what else there is to say where that was found */
    struct copy_index first, other;
    const uint8_t *flags;       /* of 0x10000 characters: bits of enum copy_flag */
    const uint64_t (*ascii)[2]; /* of 128: which behind each is worth a look where all is ASCII */
    int rest;                   /* the points that cues which come last can add */
};

/* It hangs alone in `first`, in `other`; it may be the left or the right half of a character. */
enum copy_flag { FLAG_FIRST = 1, FLAG_OTHER = 2, FLAG_LEFT = 4, FLAG_RIGHT = 8 };

/* The shipped lexicon as it was compiled (lib/gen/lexicon_image.c), and of which bytes of YAML. */
struct copy_image {
    const struct lexicon *lexicon; /* NULL: there is none */
    size_t length;
    unsigned char hash[32];
};
extern const struct copy_image copy_image;
#define COPY_IMAGE_HASH "copy image"

/* Of a file with the bytes that the image was made of, the image is taken; any other is read and compiled. */
int lexicon_load(struct lexicon **lexicon, struct arena *arena, const struct packs *packs,
                 struct err *err);
int lexicon_read(struct lexicon **lexicon, struct arena *arena, const char *path, struct err *err);
const struct copy_rule *lexicon_rule(const struct lexicon *lexicon,
                                     const char *id); /* NULL: none */

/* Every rule has an example that breaks it and one that passes (copy/examples.yaml), and they do. */
int lexicon_prove(const struct lexicon *lexicon, const char *path, struct err *err);

/* A word by its sound: -1 if it is not of `least` characters of Han at least (three or more). */
struct index_build;
int sound_add(struct lexicon *lexicon, struct index_build *build, const char *word, size_t length,
              size_t least, const struct copy_rule *rule);
/* All that a pattern stands for, if it is of characters, brackets and bars alone. */
void sound_add_pattern(struct lexicon *lexicon, struct index_build *build, const char *pattern,
                       size_t length, size_t least, const struct copy_rule *rule);

/* ---- the index, for lexicon.c and judge.c
 * ------------------------------------------------------------------ */

struct index_build *index_begin(void);
void index_free(struct index_build *build);
/* The same key may come again, for another hook. */
void index_add(struct index_build *build, uint32_t key, struct hook hook);
int index_count(const struct index_build *build);
/* `flags`: of characters, gets `flag` of those that hang on nothing else. */
void index_end(struct index_build *build, struct copy_index *index, struct arena *arena,
               uint8_t *flags, uint8_t flag);
/* Of those whose patterns are `wanted`. */
void index_ascii(const struct index_build *build, const bool *wanted, uint64_t (*ascii)[2]);
/* The first hook of a key; NULL: none. */
const struct hook *index_find(const struct copy_index *index, uint32_t key);

static inline uint32_t
index_hash(uint32_t first, uint32_t second)
{
    return (first * 0x9e3779b1u + second * 0x85ebca6bu) >> (32 - PAIR_BITS);
}
/* Of two characters (the second one 0: of one), and of three syllables. No character is above 0xe000. */
static inline uint32_t
index_key(uint32_t first, uint32_t second)
{
    return first << 16 | second;
}
static inline uint32_t
index_sound_key(uint32_t first, uint32_t second, uint32_t third)
{
    return 0xe0000000u | ((first * 521 + second) * 521 + third);
}
static inline uint32_t
index_sound_hash(uint32_t key)
{
    return key * 0x9e3779b1u >> (32 - PAIR_BITS);
}

#endif
