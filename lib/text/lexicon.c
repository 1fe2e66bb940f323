#include "text/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"
#include "text/yaml.h"

struct word {
    const int32_t *folded;
    int length;
    const struct lexicon_rule *rule; /* NULL: an exception */
};

struct lexicon {
    struct arena *arena;
    struct word *words; /* by their first character, then the longest first */
    int count, room;
};

/* ---- folding ---------------------------------------------------------------------------------------- */

/* 0: passed over. */
static int32_t
fold(int32_t c)
{
    if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
    if (c >= 'A' && c <= 'Z')
        return c + ('a' - 'A');
    bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0x00a0 || c == 0x3000;
    bool without_width = (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff || c == 0x00ad;
    return blank || without_width ? 0 : c;
}

/* The next character that counts at or behind `at`: where it begins and, in `after`, ends; 0: none. */
static int32_t
next_folded(const char *text, size_t length, size_t *at, size_t *after)
{
    while (*at < length) {
        size_t bytes;
        int32_t c = fold(utf8_next(text + *at, length - *at, &bytes));
        *after = *at + bytes;
        if (c)
            return c;
        *at = *after;
    }
    return 0;
}

/* ---- the words ------------------------------------------------------------------------------------- */

static int
compare_words(const void *a, const void *b)
{
    const struct word *left = a, *right = b;
    if (left->folded[0] != right->folded[0])
        return left->folded[0] < right->folded[0] ? -1 : 1;
    return right->length - left->length;
}

static int
add_word(struct lexicon *lexicon, const struct yaml *node, const struct lexicon_rule *rule,
         struct err *err)
{
    size_t length = node->text ? strlen(node->text) : 0, at = 0, after;
    int32_t *folded = arena_array(lexicon->arena, length + 1, sizeof *folded), c;
    int count = 0;
    while ((c = next_folded(node->text, length, &at, &after))) {
        folded[count++] = c;
        at = after;
    }
    if (count == 0)
        return yaml_error(node, err, _("must be a word"));
    lexicon->words = arena_more(lexicon->arena, lexicon->words, lexicon->count, &lexicon->room,
                                sizeof *lexicon->words);
    lexicon->words[lexicon->count++] = (struct word){folded, count, rule};
    return 0;
}

static int
add_words(struct lexicon *lexicon, const struct yaml *list, const struct lexicon_rule *rule,
          struct err *err)
{
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next)
        if (add_word(lexicon, node, rule, err) < 0)
            return -1;
    return 0;
}

static int
read_rule(struct lexicon *lexicon, const struct yaml *node, struct err *err)
{
    static const char *const known[] = {"zh",    "says",   "severity", "article", "instead",
                                        "words", "breaks", "passes",   NULL};
    struct lexicon_rule *rule = arena_alloc(lexicon->arena, sizeof *rule);
    if (yaml_only(node, known, err) < 0)
        return -1;
    *rule = (struct lexicon_rule){.id = node->key,
                                  .severity = yaml_text(node, "severity"),
                                  .article = yaml_text(node, "article"),
                                  .zh = yaml_text(node, "zh"),
                                  .says = yaml_text(node, "says"),
                                  .instead = yaml_text(node, "instead")};
    const struct yaml *words = yaml_get(node, "words");
    if (!rule->zh || !rule->says || !rule->article || !words || words->type != YAML_LIST)
        return yaml_error(node, err, _("%s: needs zh, says, article and words"), node->key);
    if (!rule->severity ||
        (strcmp(rule->severity, "error") != 0 && strcmp(rule->severity, "warning") != 0))
        return yaml_error(node, err, _("severity: must be error or warning"));
    return add_words(lexicon, words, rule, err);
}

/* ---- finding --------------------------------------------------------------------------------------- */

static bool
matches(const struct word *word, const char *text, size_t length, size_t at, size_t *end)
{
    for (int i = 0; i < word->length; i++) {
        size_t after;
        if (next_folded(text, length, &at, &after) != word->folded[i])
            return false;
        at = *end = after;
    }
    return true;
}

/* The longest word that begins at `at` with `c`; NULL: none. */
static const struct word *
longest(const struct lexicon *lexicon, int32_t c, const char *text, size_t length, size_t at,
        size_t *end)
{
    int low = 0, high = lexicon->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (lexicon->words[middle].folded[0] < c)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < lexicon->count && lexicon->words[low].folded[0] == c; low++)
        if (matches(&lexicon->words[low], text, length, at, end))
            return &lexicon->words[low];
    return NULL;
}

bool
lexicon_next(const struct lexicon *lexicon, const char *text, size_t length, size_t from,
             struct lexicon_hit *hit)
{
    size_t at = from, after, end = 0, excepted = 0;
    int32_t c;
    while ((c = next_folded(text, length, &at, &after))) {
        const struct word *word = longest(lexicon, c, text, length, at, &end);
        if (word && !word->rule && end > excepted)
            excepted = end;
        if (word && word->rule && end > excepted) {
            *hit = (struct lexicon_hit){word->rule, at, end - at};
            return true;
        }
        at = after;
    }
    return false;
}

/* ---- the pack proves itself ---------------------------------------------------------------------- */

static int
prove(const struct lexicon *lexicon, const struct yaml *rule, struct err *err)
{
    const char *breaks = yaml_text(rule, "breaks"), *passes = yaml_text(rule, "passes");
    struct lexicon_hit hit;
    if (!breaks || !passes)
        return yaml_error(rule, err, _("%s: needs an example that breaks it and one that passes"),
                          rule->key);
    if (!lexicon_next(lexicon, breaks, strlen(breaks), 0, &hit) ||
        strcmp(hit.rule->id, rule->key) != 0)
        return yaml_error(rule, err, _("%s: its example is not found: %s"), rule->key, breaks);
    if (!lexicon_next(lexicon, passes, strlen(passes), 0, &hit))
        return 0;
    return yaml_error(rule, err, _("%s: what should pass has a word of %s: %s"), rule->key,
                      hit.rule->id, passes);
}

int
lexicon_read(struct lexicon **out, struct arena *arena, const char *path, struct err *err)
{
    static const char *const known[] = {"rules", "except", NULL};
    struct lexicon *lexicon = arena_alloc(arena, sizeof *lexicon);
    const struct yaml *root = yaml_load(arena, path, err);
    const struct yaml *rules = root ? yaml_get(root, "rules") : NULL;
    lexicon->arena = arena;
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    if (!rules || rules->type != YAML_MAP)
        return yaml_error(root, err, _("rules: missing"));
    for (const struct yaml *node = rules->first; node; node = node->next)
        if (read_rule(lexicon, node, err) < 0)
            return -1;
    if (add_words(lexicon, yaml_get(root, "except"), NULL, err) < 0)
        return -1;
    if (lexicon->count)
        qsort(lexicon->words, (size_t)lexicon->count, sizeof *lexicon->words, compare_words);
    for (const struct yaml *node = rules->first; node; node = node->next)
        if (prove(lexicon, node, err) < 0)
            return -1;
    *out = lexicon;
    return 0;
}

int
lexicon_load(struct lexicon **lexicon, struct arena *arena, const struct packs *packs,
             struct err *err)
{
    char *path = pack_find(packs, arena, "lexicon.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("lexicon.yaml: not among the packs; install them again"));
    return lexicon_read(lexicon, arena, path, err);
}
