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
    bool voice, hidden;
    int number; /* its place among all, cues too */
    int line;
};

struct copy_pattern {
    const struct copy_rule *rule;
    int first; /* step */
    const char *text;
    int length;
};

/* A word by its syllables. */
struct copy_sound {
    const struct copy_rule *rule;
    const uint16_t *sounds, *letters;
    int count;
};

/* Where patterns hang on pairs of characters. */
struct hook {
    int32_t pattern; /* below 0: sound -1 - pattern */
    uint8_t least, most;
    int32_t next;
};

struct copy_index {
    uint32_t *codes; /* of 0x10000: what it is for the filter, and its syllable in the upper half */
    uint64_t pairs[1024];  /* by hash: pairs from which a look is worth while */
    uint64_t sounds[1024]; /* the same of syllables */
    uint32_t *keys;        /* open addressing: the pair */
    int32_t *heads;        /* its first hook + 1 */
    uint32_t mask;
    struct hook *hooks;
    int hook_count, hook_room;
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
    struct copy_index index;
};

int lexicon_load(struct lexicon **lexicon, struct arena *arena, const struct packs *packs,
                 struct err *err);
int lexicon_read(struct lexicon **lexicon, struct arena *arena, const char *path, struct err *err);
const struct copy_rule *lexicon_rule(const struct lexicon *lexicon,
                                     const char *id); /* NULL: none */

/* Every rule has an example that breaks it and one that passes (copy/examples.yaml), and they do. */
int lexicon_prove(const struct lexicon *lexicon, const char *path, struct err *err);

/* ---- the index, for lexicon.c and scan.c
 * ------------------------------------------------------------------ */

enum { INDEX_NOTHING = 0, INDEX_SKIP = 1 };
void index_begin(struct copy_index *index, struct arena *arena);
void index_add(struct copy_index *index, struct arena *arena, uint16_t first, uint16_t second,
               struct hook hook, bool look);
void index_sound(struct copy_index *index, struct arena *arena, uint16_t first, uint16_t second,
                 struct hook hook);
void index_end(struct copy_index *index);
/* The first hook of a pair; -1: none. */
int32_t index_find(const struct copy_index *index, uint32_t key);

static inline uint32_t
index_hash(uint32_t first, uint32_t second)
{
    return (first * 0x9e3779b1u + second * 0x85ebca6bu) >> 16;
}
enum { SOUND_KEY = 1 << 30 };
static inline uint32_t
index_key(uint32_t first, uint32_t second)
{
    return first << 16 | second;
}

#endif
