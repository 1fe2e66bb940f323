/*
 * lexicon: words that copy must not hold, with the article that says so, found in a text with their
 * places.
 *
 * The words come from lexicon.yaml: rules with words, and `except`, longer phrases in which such a
 * word means something else (第一步, 不承诺疗效). At each place the longest that matches wins; a
 * word that lies inside an exception is none. What is compared is folded: letters of ASCII without
 * case, full width as half width; spaces and characters without width are passed over. Each rule
 * proves itself when the pack is read: its `breaks` must be found by it, its `passes` must be clean.
 */
#ifndef MEDI_TEXT_LEXICON_H
#define MEDI_TEXT_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

struct lexicon_rule {
    const char *id, *severity; /* error, warning */
    const char *article, *zh, *says;
    const char *instead; /* what to write, or NULL */
};

struct lexicon_hit {
    const struct lexicon_rule *rule;
    size_t from, length; /* bytes of the text */
};

struct lexicon;

int lexicon_load(struct lexicon **lexicon, struct arena *arena, const struct packs *packs,
                 struct err *err);
int lexicon_read(struct lexicon **lexicon, struct arena *arena, const char *path, struct err *err);

/* The first hit from byte `from` on: true. */
bool lexicon_next(const struct lexicon *lexicon, const char *text, size_t length, size_t from,
                  struct lexicon_hit *hit);

#endif
