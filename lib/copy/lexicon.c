#include "copy/lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "copy/fold_data.h"
#include "text/utf8.h"

const char *const copy_profiles[] = {"ad", "disclosure", "cosmetic", "script", "message", NULL};
enum {
    ALL_PROFILES = 31,
    POINTS_OF_A_RULE = 14,
    SOUND_LEAST = 3,
    LONG_WORD = 4,
    HOOKS_MOST = 1 << 16
};

struct reader {
    struct lexicon *lexicon;
    struct anchors anchors;
    struct index_build *first, *other;
    struct err *err;
};

/* ---- patterns -------------------------------------------------------------------------------------- */

static void
hang_up(struct reader *reader, const struct copy_rule *rule, int pattern)
{
    const struct lexicon *lexicon = reader->lexicon;
    bool first = rule->kind == COPY_RULE || (rule->kind == COPY_CUE && !rule->last);
    for (int i = 0; i < reader->anchors.count; i++) {
        const struct anchor *anchor = &reader->anchors.list[i];
        const struct hook hook = {pattern, anchor->least, anchor->most, false,
                                  lexicon->patterns.steps[lexicon->list[pattern].first].first};
        index_add(first ? reader->first : reader->other, index_key(anchor->first, anchor->second),
                  hook);
    }
}

/* Words and patterns with spaces between them. */
static int
read_patterns(struct reader *reader, const struct yaml *node, const struct copy_rule *rule)
{
    struct lexicon *lexicon = reader->lexicon;
    size_t length;
    if (!node || !node->text)
        return node ? yaml_error(node, reader->err, _("must be patterns with spaces between them"))
                    : 0;
    for (const char *at = node->text + strspn(node->text, " \n"); *at;
         at += length + strspn(at + length, " \n")) {
        struct str why = STR_INIT;
        length = strcspn(at, " \n");
        int first = patterns_add(&lexicon->patterns, at, length, rule->kind != COPY_RULE,
                                 &reader->anchors, &why);
        if (first < 0)
            yaml_error(node, reader->err, "%.*s: %s", (int)length, at, why.text);
        str_release(&why);
        if (first < 0)
            return -1;
        lexicon->list = arena_more(lexicon->arena, lexicon->list, lexicon->count, &lexicon->room,
                                   sizeof *lexicon->list);
        lexicon->list[lexicon->count] = (struct copy_pattern){rule, first};
        hang_up(reader, rule, lexicon->count++);
        if (rule->kind == COPY_RULE)
            sound_add_pattern(lexicon, reader->first, at, length, LONG_WORD, rule);
        if (index_count(reader->first) + index_count(reader->other) >= HOOKS_MOST)
            return yaml_error(node, reader->err, _("too many patterns in the lexicon"));
    }
    return 0;
}

static int
read_sounds(struct reader *reader, const struct yaml *node, const struct copy_rule *rule)
{
    size_t length;
    const char *text = node && node->text ? node->text : "";
    for (const char *at = text + strspn(text, " \n"); *at;
         at += length + strspn(at + length, " \n")) {
        length = strcspn(at, " \n");
        if (sound_add(reader->lexicon, reader->first, at, length, SOUND_LEAST, rule) < 0)
            return yaml_error(node, reader->err,
                              _("%.*s: a word by its sound needs three characters of Han"),
                              (int)length, at);
    }
    return 0;
}

/* ---- rules ----------------------------------------------------------------------------------------- */

static struct copy_rule *
new_rule(struct lexicon *lexicon, enum copy_kind kind, const struct yaml *node, int points)
{
    struct copy_rule *rule = arena_alloc(lexicon->arena, sizeof *rule);
    *rule = (struct copy_rule){
        .kind = kind, .id = node->key, .points = points, .profiles = ALL_PROFILES};
    rule->number = lexicon->rule_count;
    lexicon->rules = arena_more(lexicon->arena, lexicon->rules, lexicon->rule_count,
                                &lexicon->rule_room, sizeof(struct copy_rule *));
    lexicon->rules[lexicon->rule_count++] = rule;
    return rule;
}

static int
read_profiles(struct copy_rule *rule, const struct yaml *node, struct err *err)
{
    const char *text = yaml_text(node, "profiles");
    size_t length;
    for (rule->profiles = text ? 0 : ALL_PROFILES; text && *text;
         text += length + strspn(text + length, " ")) {
        unsigned found = 0;
        length = strcspn(text, " ");
        for (unsigned i = 0; copy_profiles[i]; i++)
            if (strlen(copy_profiles[i]) == length && memcmp(copy_profiles[i], text, length) == 0)
                found = 1u << i;
        if (!found)
            return yaml_error(node, err,
                              _("profiles: must be of ad, disclosure, cosmetic, script, message"));
        rule->profiles |= found;
    }
    return 0;
}

static int
read_rule(struct reader *reader, const struct yaml *node)
{
    static const char *const known[] = {"zh",      "says",   "severity", "article", "quote",
                                        "instead", "points", "profiles", "find",    "sounds",
                                        "voice",   "hidden", NULL};
    struct err *err = reader->err;
    int64_t points = POINTS_OF_A_RULE;
    if (yaml_only(node, known, err) < 0 || yaml_int(node, "points", &points, err) < 0)
        return -1;
    struct copy_rule *rule = new_rule(reader->lexicon, COPY_RULE, node, (int)points);
    rule->severity = yaml_text(node, "severity");
    rule->article = yaml_text(node, "article");
    rule->quote = yaml_text(node, "quote");
    rule->zh = yaml_text(node, "zh");
    rule->says = yaml_text(node, "says");
    rule->instead = yaml_text(node, "instead");
    if (!rule->zh || !rule->says || !rule->article || !rule->quote)
        return yaml_error(node, err, _("%s: needs zh, says, article and quote"), node->key);
    if (!rule->severity ||
        (strcmp(rule->severity, "error") != 0 && strcmp(rule->severity, "warning") != 0))
        return yaml_error(node, err, _("severity: must be error or warning"));
    if (yaml_bool(node, "voice", &rule->voice, err) < 0 ||
        yaml_bool(node, "hidden", &rule->hidden, err) < 0 || read_profiles(rule, node, err) < 0)
        return -1;
    if (rule->voice)
        reader->lexicon->voice = rule;
    if (rule->hidden)
        reader->lexicon->hidden = rule;
    if (!rule->voice && !rule->hidden && !yaml_get(node, "find"))
        return yaml_error(node, err, _("%s: needs patterns: find"), node->key);
    return read_patterns(reader, yaml_get(node, "find"), rule) < 0
               ? -1
               : read_sounds(reader, yaml_get(node, "sounds"), rule);
}

/* Cues of few points come last: what all of those add does not come to enough. */
static bool
comes_last(struct lexicon *lexicon, int points)
{
    enum { FEW = 3 };
    if (points > FEW || (points > 0 && lexicon->rest + points >= COPY_ENOUGH))
        return false;
    lexicon->rest += points > 0 ? points : 0;
    return true;
}

static int
read_cue(struct reader *reader, const struct yaml *node)
{
    static const char *const known[] = {"points", "find", NULL};
    int64_t points = 0;
    if (yaml_only(node, known, reader->err) < 0 ||
        yaml_int(node, "points", &points, reader->err) < 0)
        return -1;
    if (points < -100 || points > 100)
        return yaml_error(node, reader->err, _("points: from -100 to 100"));
    struct copy_rule *rule = new_rule(reader->lexicon, COPY_CUE, node, (int)points);
    rule->last = comes_last(reader->lexicon, rule->points);
    return read_patterns(reader, yaml_get(node, "find"), rule);
}

static int
read_sets(struct lexicon *lexicon, const struct yaml *sets, struct err *err)
{
    for (const struct yaml *node = sets ? sets->first : NULL; node; node = node->next) {
        struct str why = STR_INIT;
        int result =
            patterns_set(&lexicon->patterns, node->key, node->text ? node->text : "", &why);
        if (result < 0)
            yaml_error(node, err, "%s: %s", node->key, why.text);
        str_release(&why);
        if (result < 0)
            return -1;
    }
    patterns_sets_end(&lexicon->patterns);
    return 0;
}

/* The patterns of one key beside the rules. */
static int
read_others(struct reader *reader, const struct yaml *root, const char *key, enum copy_kind kind)
{
    const struct yaml *node = yaml_get(root, key);
    return node ? read_patterns(reader, node, new_rule(reader->lexicon, kind, node, 0)) : 0;
}

static int
read_all(struct reader *reader, const struct yaml *root)
{
    static const char *const known[] = {"sets", "rules", "cues", "except", "negation", NULL};
    const struct yaml *rules = yaml_get(root, "rules"), *cues = yaml_get(root, "cues");
    if (yaml_only(root, known, reader->err) < 0)
        return -1;
    if (!rules || rules->type != YAML_MAP)
        return yaml_error(root, reader->err, _("rules: missing"));
    if (read_sets(reader->lexicon, yaml_get(root, "sets"), reader->err) < 0)
        return -1;
    for (const struct yaml *node = rules->first; node; node = node->next)
        if (read_rule(reader, node) < 0)
            return -1;
    for (const struct yaml *node = cues ? cues->first : NULL; node; node = node->next)
        if (read_cue(reader, node) < 0)
            return -1;
    return read_others(reader, root, "except", COPY_EXCEPT) < 0
               ? -1
               : read_others(reader, root, "negation", COPY_NEGATION);
}

static void
mark_halves(uint8_t *flags)
{
    for (int i = 0; i < copy_half_count; i++) {
        flags[copy_halves[i].left] |= FLAG_LEFT;
        flags[copy_halves[i].right] |= FLAG_RIGHT;
    }
}

static const uint64_t (*ascii_of(const struct lexicon *lexicon, const struct index_build *build))[2]
{
    uint64_t(*ascii)[2] = arena_array(lexicon->arena, 128, sizeof *ascii);
    bool *wanted = mem_alloc(((size_t)lexicon->count + 1) * sizeof *wanted);
    for (int i = 0; i < lexicon->count; i++)
        wanted[i] = patterns_ascii(&lexicon->patterns, lexicon->list[i].first);
    index_ascii(build, wanted, ascii);
    free(wanted);
    return (const uint64_t(*)[2])ascii;
}

static int
compile(struct lexicon *lexicon, const char *path, struct err *err)
{
    struct reader reader = {.lexicon = lexicon, .err = err};
    const struct yaml *root = yaml_load(lexicon->arena, path, err);
    if (!root)
        return -1;
    patterns_init(&lexicon->patterns, lexicon->arena);
    reader.anchors.list = mem_alloc(ANCHORS * sizeof(struct anchor));
    reader.first = index_begin();
    reader.other = index_begin();
    int result = read_all(&reader, root);
    uint8_t *flags = arena_array(lexicon->arena, 0x10000, sizeof *flags);
    mark_halves(flags);
    index_end(reader.first, &lexicon->first, lexicon->arena, flags, FLAG_FIRST);
    index_end(reader.other, &lexicon->other, lexicon->arena, flags, FLAG_OTHER);
    lexicon->flags = flags;
    lexicon->ascii = ascii_of(lexicon, reader.first);
    free(reader.anchors.list);
    index_free(reader.first);
    index_free(reader.other);
    return result;
}

/* Whether a file has the bytes that the image was made of. */
static bool
is_image(const char *path)
{
    char *bytes = NULL;
    unsigned char hash[HASH_SIZE];
    FILE *file = copy_image.lexicon ? fopen(path, "re") : NULL;
    size_t length = 0;
    if (file) {
        bytes = mem_alloc(copy_image.length + 1);
        length = fread(bytes, 1, copy_image.length + 1, file);
        fclose(file);
    }
    bool same = length == copy_image.length && file;
    if (same) {
        hash_bytes(hash, COPY_IMAGE_HASH, bytes, length);
        same = memcmp(hash, copy_image.hash, sizeof hash) == 0;
    }
    free(bytes);
    return same;
}

int
lexicon_read(struct lexicon **out, struct arena *arena, const char *path, struct err *err)
{
    struct lexicon *lexicon = arena_alloc(arena, sizeof *lexicon);
    *out = lexicon;
    if (is_image(path)) {
        *lexicon = *copy_image.lexicon;
        lexicon->arena = arena;
        return 0;
    }
    *lexicon = (struct lexicon){.arena = arena};
    return compile(lexicon, path, err);
}

int
lexicon_load(struct lexicon **lexicon, struct arena *arena, const struct packs *packs,
             struct err *err)
{
    char *path = pack_find(packs, arena, "copy/lexicon.yaml");
    if (!path)
        return err_set(err, ERR_IO,
                       _("copy/lexicon.yaml: not among the packs; install them again"));
    return lexicon_read(lexicon, arena, path, err);
}

const struct copy_rule *
lexicon_rule(const struct lexicon *lexicon, const char *id)
{
    for (int i = 0; i < lexicon->rule_count; i++)
        if (lexicon->rules[i]->kind == COPY_RULE && strcmp(lexicon->rules[i]->id, id) == 0)
            return lexicon->rules[i];
    return NULL;
}
