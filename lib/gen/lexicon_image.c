/*
 * lexicon_image: the shipped lexicon of advertising copy as C, compiled once when the programs are built, so
 * that a run reads none of it but the pages it looks at.
 *
 *   lexicon-image LEXICON.yaml OUT.c
 *
 * It is linked with all of lib but the image itself, in whose place stands the empty one below.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "copy/lexicon.h"

const struct copy_image copy_image = {0};

static void
put_text(FILE *out, const char *text)
{
    if (!text) {
        fputs("0", out);
        return;
    }
    fputc('"', out);
    for (; *text; text++)
        if (*text == '\n')
            fputs("\\n", out);
        else
            fprintf(out, *text == '"' || *text == '\\' ? "\\%c" : "%c", *text);
    fputc('"', out);
}

#define PUT_ALL(out, head, list, count, format)                                                    \
    do {                                                                                           \
        fprintf(out, "static const %s[] = {\n", head);                                             \
        for (size_t k = 0; k < (size_t)(count); k++)                                               \
            fprintf(out, format "%s", (list)[k], k % 16 == 15 ? ",\n" : ",");                      \
        fputs("};\n", out);                                                                        \
    } while (0)

static void
put_patterns(FILE *out, const struct patterns *patterns)
{
    fputs("static const struct copy_step steps[] = {\n", out);
    for (int k = 0; k < patterns->count; k++) {
        const struct copy_step *step = &patterns->steps[k];
        fprintf(out, "{%d,%d,%d,%d,%d,%d},\n", step->kind, step->inner, step->strict, step->c,
                step->first, step->to);
    }
    fputs("};\nstatic const struct copy_node nodes[] = {\n", out);
    for (int k = 0; k < patterns->node_count; k++) {
        const struct copy_node *node = &patterns->nodes[k];
        fprintf(out, "{%d,%d,%d,%d,%d},\n", node->c, node->end, node->child, node->next,
                node->parent);
    }
    fputs("};\nstatic const struct copy_first firsts[] = {\n", out);
    for (int k = 0; k < patterns->first_count; k++) {
        fputs("{{", out);
        for (size_t i = 0; i < sizeof patterns->firsts->bits / 8; i++)
            fprintf(out, "%#" PRIx64 "u,", patterns->firsts[k].bits[i]);
        fputs("}},\n", out);
    }
    fputs("};\n", out);
    PUT_ALL(out, "int32_t children", patterns->children, patterns->child_mask + 1, "%d");
}

static void
put_rules(FILE *out, const struct lexicon *lexicon)
{
    fputs("static const struct copy_rule rules[] = {\n", out);
    for (int k = 0; k < lexicon->rule_count; k++) {
        const struct copy_rule *rule = lexicon->rules[k];
        const char *const texts[] = {rule->id, rule->severity, rule->article, rule->quote,
                                     rule->zh, rule->says,     rule->instead};
        fprintf(out, "{%d", (int)rule->kind);
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            fputs(",\n ", out);
            put_text(out, texts[i]);
        }
        fprintf(out, ",\n %d,%u,%d,%d,%d,%d},\n", rule->points, rule->profiles, rule->voice,
                rule->hidden, rule->last, rule->number);
    }
    fputs("};\nstatic const struct copy_rule *const rule_list[] = {\n", out);
    for (int k = 0; k < lexicon->rule_count; k++)
        fprintf(out, "&rules[%d],", k);
    fputs("};\nstatic const struct copy_pattern list[] = {\n", out);
    for (int k = 0; k < lexicon->count; k++)
        fprintf(out, "{&rules[%d],%d},\n", lexicon->list[k].rule->number, lexicon->list[k].first);
    fputs("};\n", out);
}

static void
put_sounds(FILE *out, const struct lexicon *lexicon)
{
    fputs("static const uint16_t sound_data[] = {\n", out);
    for (int k = 0; k < lexicon->sound_count; k++)
        for (int i = 0; i < 2 * lexicon->sounds[k].count; i++)
            fprintf(out, "%d,", lexicon->sounds[k].sounds[i]); /* its letters are behind them */
    fputs("0};\nstatic const struct copy_sound sounds[] = {\n", out);
    for (int k = 0, at = 0; k < lexicon->sound_count; k++) {
        int count = lexicon->sounds[k].count;
        fprintf(out, "{&rules[%d],sound_data+%d,sound_data+%d,%d},\n",
                lexicon->sounds[k].rule->number, at, at + count, count);
        at += 2 * count;
    }
    fputs("{0}};\n", out);
}

static void
put_index(FILE *out, const char *name, const struct copy_index *index)
{
    char head[64];
    snprintf(head, sizeof head, "uint64_t %s_pairs", name);
    PUT_ALL(out, head, index->pairs, PAIR_WORDS, "%#" PRIx64 "u");
    snprintf(head, sizeof head, "uint64_t %s_sounds", name);
    PUT_ALL(out, head, index->sounds, PAIR_WORDS, "%#" PRIx64 "u");
    snprintf(head, sizeof head, "uint32_t %s_keys", name);
    PUT_ALL(out, head, index->keys, index->mask + 1, "%u");
    snprintf(head, sizeof head, "uint32_t %s_heads", name);
    PUT_ALL(out, head, index->heads, index->mask + 1, "%u");
    fprintf(out, "static const struct hook %s_hooks[] = {\n", name);
    for (uint32_t k = 0; k <= index->hook_count; k++)
        fprintf(out, "{%d,%d,%d,%d,%d},\n", index->hooks[k].pattern, index->hooks[k].least,
                index->hooks[k].most, index->hooks[k].more, index->hooks[k].first);
    fputs("};\n", out);
}

static void
put_lexicon(FILE *out, const struct lexicon *lexicon)
{
    const struct patterns *patterns = &lexicon->patterns;
    fprintf(out,
            "static const struct lexicon lexicon = {\n"
            ".patterns = {.steps = (void *)(uintptr_t)steps, .count = %d, .nodes = (void "
            "*)(uintptr_t)nodes,\n"
            " .node_count = %d, .children = children, .child_mask = %u,\n"
            " .firsts = (void *)(uintptr_t)firsts, .first_count = %d},\n",
            patterns->count, patterns->node_count, patterns->child_mask, patterns->first_count);
    fprintf(out,
            ".rules = (void *)(uintptr_t)rule_list, .rule_count = %d, .list = (void "
            "*)(uintptr_t)list,\n"
            ".count = %d, .sounds = (void *)(uintptr_t)sounds, .sound_count = %d,\n",
            lexicon->rule_count, lexicon->count, lexicon->sound_count);
    if (lexicon->voice)
        fprintf(out, ".voice = &rules[%d],", lexicon->voice->number);
    if (lexicon->hidden)
        fprintf(out, ".hidden = &rules[%d],", lexicon->hidden->number);
    for (int k = 0; k < 2; k++) {
        const char *name = k ? "other" : "first";
        const struct copy_index *index = k ? &lexicon->other : &lexicon->first;
        fprintf(out, ".%s = {%s_pairs, %s_sounds, %s_keys, %s_heads, %s_hooks, %u, %u},\n", name,
                name, name, name, name, name, index->mask, index->hook_count);
    }
    fprintf(out, ".flags = flags, .ascii = (const uint64_t(*)[2])ascii, .rest = %d};\n",
            lexicon->rest);
}

/* Of the bytes that it was made of. */
static int
put_image(FILE *out, const char *path)
{
    unsigned char hash[HASH_SIZE];
    char *bytes = malloc(1 << 22);
    FILE *file = fopen(path, "r");
    if (!bytes || !file)
        return -1;
    size_t length = fread(bytes, 1, 1 << 22, file);
    fclose(file);
    hash_bytes(hash, COPY_IMAGE_HASH, bytes, length);
    free(bytes);
    fprintf(out, "const struct copy_image copy_image = {&lexicon, %zu, {", length);
    for (size_t i = 0; i < sizeof hash; i++)
        fprintf(out, "%d,", hash[i]);
    fputs("}};\n", out);
    return 0;
}

int
main(int argc, char **argv)
{
    struct arena arena;
    struct err err = {0};
    struct lexicon *lexicon;
    FILE *out = argc == 3 ? fopen(argv[2], "w") : NULL;
    if (!out)
        return 2;
    arena_init(&arena);
    if (lexicon_read(&lexicon, &arena, argv[1], &err) < 0) {
        fprintf(out, "#error %s\n", err.text);
        fclose(out);
        return 1;
    }
    fputs("/* Made by lib/gen/lexicon_image.c. */\n#include \"copy/lexicon.h\"\n", out);
    put_patterns(out, &lexicon->patterns);
    put_rules(out, lexicon);
    put_sounds(out, lexicon);
    put_index(out, "first", &lexicon->first);
    put_index(out, "other", &lexicon->other);
    PUT_ALL(out, "uint8_t flags", lexicon->flags, 0x10000, "%d");
    PUT_ALL(out, "uint64_t ascii", lexicon->ascii[0], 256, "%#" PRIx64 "u");
    put_lexicon(out, lexicon);
    int result = put_image(out, argv[1]);
    arena_release(&arena);
    return fclose(out) != 0 || result < 0;
}
