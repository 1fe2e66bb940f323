/* Words that are looked for by their sound: those that are listed, and those that a pattern of characters alone
 * stands for. */
#include <stdlib.h>
#include <string.h>

#include "copy/lexicon.h"

enum { SPELLINGS = 160 };

/* What a part of a pattern may be spelled as; the texts are the arena's. */
struct spellings {
    const char *list[SPELLINGS];
    int count;
};

struct spelling {
    struct arena *arena;
    const char *at, *end;
    bool known; /* nothing but characters, brackets and bars; not too many */
};

static void
add(struct spelling *reader, struct spellings *to, const char *text)
{
    if (to->count < SPELLINGS)
        to->list[to->count++] = text;
    else
        reader->known = false;
}

/* All of `left` followed by all of `right`. */
static void
join(struct spelling *reader, struct spellings *left, const struct spellings *right)
{
    struct spellings all = {.count = 0};
    for (int i = 0; i < left->count; i++)
        for (int k = 0; k < right->count && reader->known; k++)
            add(reader, &all, arena_printf(reader->arena, "%s%s", left->list[i], right->list[k]));
    *left = all;
}

static void either(struct spelling *reader, struct spellings *to, int depth);

/* Characters up to the next bracket or bar; the last one stands apart if it need not be there. */
static void
row(struct spelling *reader, struct spellings *to, int depth)
{
    add(reader, to, "");
    while (reader->known && reader->at < reader->end && *reader->at != '|' && *reader->at != ')') {
        struct spellings one = {.count = 0};
        if (*reader->at == '(') {
            reader->at++;
            either(reader, &one, depth + 1);
            reader->at += reader->at < reader->end;
        } else {
            size_t bytes = 1;
            while (reader->at + bytes < reader->end &&
                   ((unsigned char)reader->at[bytes] & 0xc0) == 0x80)
                bytes++;
            add(reader, &one, arena_printf(reader->arena, "%.*s", (int)bytes, reader->at));
            reader->at += bytes;
        }
        if (reader->at < reader->end && *reader->at == '?') {
            reader->at++;
            add(reader, &one, "");
        }
        join(reader, to, &one);
    }
}

static void
either(struct spelling *reader, struct spellings *to, int depth)
{
    reader->known = reader->known && depth < 8;
    for (;;) {
        struct spellings one = {.count = 0};
        row(reader, &one, depth);
        for (int i = 0; i < one.count; i++)
            add(reader, to, one.list[i]);
        if (!reader->known || depth == 0 || reader->at >= reader->end || *reader->at != '|')
            return;
        reader->at++;
    }
}

int
sound_add(struct lexicon *lexicon, struct index_build *build, const char *word, size_t length,
          size_t least, const struct copy_rule *rule)
{
    struct copy_items items = {0};
    bool han = true;
    fold_text(&items, word, length);
    uint16_t *sounds = arena_array(lexicon->arena, 2 * items.count + 1, sizeof *sounds);
    for (size_t i = 0; i < items.count; i++) {
        sounds[i] = items.items[i].sound;
        sounds[items.count + i] = items.items[i].c;
        han = han && sounds[i];
    }
    int count = han && items.count >= least ? (int)items.count : 0;
    copy_items_free(&items);
    if (!count)
        return -1;
    lexicon->sounds = arena_more(lexicon->arena, lexicon->sounds, lexicon->sound_count,
                                 &lexicon->sound_room, sizeof *lexicon->sounds);
    lexicon->sounds[lexicon->sound_count] =
        (struct copy_sound){rule, sounds, sounds + count, count};
    const struct hook hook = {-1 - lexicon->sound_count++, 0, 0, false, 0};
    index_add(build, index_sound_key(sounds[0], sounds[1], sounds[2]), hook);
    return 0;
}

void
sound_add_pattern(struct lexicon *lexicon, struct index_build *build, const char *pattern,
                  size_t length, size_t least, const struct copy_rule *rule)
{
    struct spelling reader = {lexicon->arena, pattern, pattern + length, true};
    struct spellings all = {.count = 0};
    for (size_t i = 0; i < length; i++)
        if (strchr("<#~^$", pattern[i]) || strncmp(pattern + i, "…", 3) == 0)
            return;
    either(&reader, &all, 0);
    for (int i = 0; i < all.count && reader.known; i++)
        sound_add(lexicon, build, all.list[i], strlen(all.list[i]), least, rule);
}
