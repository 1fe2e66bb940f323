/* Sets of words: each a tree of characters. */
#include <string.h>

#include "base/err.h"
#include "copy/pattern.h"
#include "text/utf8.h"

static int32_t
new_node(struct patterns *patterns, uint16_t c)
{
    patterns->nodes = arena_more(patterns->arena, patterns->nodes, patterns->node_count,
                                 &patterns->node_room, sizeof *patterns->nodes);
    patterns->nodes[patterns->node_count] = (struct copy_node){.c = c};
    return patterns->node_count++;
}

static int32_t
child_of(struct patterns *patterns, int32_t node, uint16_t c)
{
    int32_t child = patterns->nodes[node].child;
    while (child && patterns->nodes[child].c != c)
        child = patterns->nodes[child].next;
    if (child)
        return child;
    child = new_node(patterns, c);
    patterns->nodes[child].next = patterns->nodes[node].child;
    patterns->nodes[child].parent = node;
    patterns->nodes[node].child = child;
    return child;
}

const struct copy_set *
patterns_find(const struct patterns *patterns, const char *name, size_t length)
{
    for (int i = 0; i < patterns->set_count; i++)
        if (strlen(patterns->sets[i].name) == length &&
            memcmp(patterns->sets[i].name, name, length) == 0)
            return &patterns->sets[i];
    return NULL;
}

static void
put_word(struct patterns *patterns, int32_t root, const char *word, size_t length)
{
    int32_t node = root;
    size_t bytes;
    for (size_t at = 0; at < length; at += bytes) {
        uint16_t c = fold_code(utf8_next(word + at, length - at, &bytes));
        if (c >= SKIP_LAST && c < FOLD_MORE)
            node = child_of(patterns, node, c);
    }
    if (node != root)
        patterns->nodes[node].end = true;
}

static void
put_all(struct patterns *patterns, int32_t to, int32_t from)
{
    for (int32_t child = patterns->nodes[from].child; child; child = patterns->nodes[child].next) {
        int32_t copy = child_of(patterns, to, patterns->nodes[child].c);
        if (patterns->nodes[child].end)
            patterns->nodes[copy].end = true;
        put_all(patterns, copy, child);
    }
}

int
patterns_set(struct patterns *patterns, const char *name, const char *words, struct str *why)
{
    int32_t root = new_node(patterns, 0);
    size_t length;
    for (const char *word = words + strspn(words, " \n"); *word;
         word += length + strspn(word + length, " \n")) {
        length = strcspn(word, " \n");
        if (*word != '<') {
            put_word(patterns, root, word, length);
            continue;
        }
        const struct copy_set *other =
            length > 2 ? patterns_find(patterns, word + 1, length - 2) : NULL;
        if (!other) {
            str_addf(why, _("%.*s: no such set above this one"), (int)length, word);
            return -1;
        }
        put_all(patterns, root, other->root);
    }
    patterns->sets = arena_more(patterns->arena, patterns->sets, patterns->set_count,
                                &patterns->set_room, sizeof *patterns->sets);
    patterns->sets[patterns->set_count++] = (struct copy_set){name, root};
    return 0;
}

static uint32_t
child_hash(int32_t node, uint16_t c)
{
    return ((uint32_t)node * 0x85ebca6bu ^ (c * 0x9e3779b1u)) >> 12;
}

int32_t
patterns_child(const struct patterns *patterns, int32_t node, uint16_t c)
{
    for (uint32_t slot = child_hash(node, c);; slot++) {
        int32_t child = patterns->children[slot & patterns->child_mask];
        if (!child || (patterns->nodes[child].parent == node && patterns->nodes[child].c == c))
            return child;
    }
}

void
patterns_sets_end(struct patterns *patterns)
{
    uint32_t size = 64;
    while (size < 4 * (uint32_t)patterns->node_count)
        size *= 2;
    int32_t *children = arena_array(patterns->arena, size, sizeof *children);
    for (int32_t k = 1; k < patterns->node_count; k++) {
        uint32_t slot = child_hash(patterns->nodes[k].parent, patterns->nodes[k].c);
        while (children[slot & (size - 1)])
            slot++;
        if (patterns->nodes[k].parent)
            children[slot & (size - 1)] = k;
    }
    patterns->children = children;
    patterns->child_mask = size - 1;
}
