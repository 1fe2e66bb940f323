/* What a question says, word by word: which tables and columns it rests on. */
#include "audit/rule.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"

static bool
in_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* The length of the token at `text`; 0: a space or the rest of a comment, `skip` characters of it. */
static size_t
token_length(const char *text, size_t *skip)
{
    size_t length = 0;
    *skip = 1;
    if (isspace((unsigned char)*text))
        return 0;
    if (text[0] == '-' && text[1] == '-') {
        *skip = strcspn(text, "\n");
        return 0;
    }
    if (*text == '\'') {
        length = 1 + strcspn(text + 1, "'");
        return length + (text[length] == '\'');
    }
    while (in_word(text[length]))
        length++;
    return length ? length : 1;
}

void
audit_rule_words(struct arena *arena, struct rule *rule, const char *text)
{
    int room = 0;
    while (*text) {
        size_t skip, length = token_length(text, &skip);
        if (length) {
            rule->words =
                arena_more(arena, rule->words, rule->word_count, &room, sizeof *rule->words);
            rule->words[rule->word_count++] = arena_strndup(arena, text, length);
        }
        text += length ? length : skip;
    }
}

static const char *
word(const struct rule *rule, int at)
{
    return at >= 0 && at < rule->word_count ? rule->words[at] : "";
}

static bool
is(const struct rule *rule, int at, const char *what)
{
    return strcmp(word(rule, at), what) == 0;
}

/* A table's name and not a column's of that name. */
static bool
is_table(const struct rule *rule, int at, const char *table)
{
    return is(rule, at, table) && !is(rule, at - 1, ".") && !is(rule, at - 1, "AS");
}

bool
audit_rule_reads(const struct rule *rule, const char *table)
{
    for (int i = 0; i < rule->word_count; i++)
        if (is_table(rule, i, table))
            return true;
    return false;
}

bool
audit_rule_names(const struct rule *rule, const char *column)
{
    for (int i = 0; i < rule->word_count; i++)
        if (is(rule, i, column) || is(rule, i, "*"))
            return true;
    return false;
}

/* `alias.column = other.column` at `at`. */
static bool
is_equal(const struct rule *rule, int at, const char *alias, const char *column)
{
    return is(rule, at, alias) && is(rule, at + 1, ".") && is(rule, at + 2, column) &&
           is(rule, at + 3, "=") && is(rule, at + 5, ".");
}

static bool
ends_clause(const struct rule *rule, int at)
{
    static const char *const ends[] = {"JOIN", "LEFT", "CROSS", "WHERE", "GROUP", "ORDER", ")", ""};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (is(rule, at, ends[i]))
            return true;
    return false;
}

/* `… AS a ON a.id = b.c`, or a.store_id = b.d before it, and no other way in. */
static bool
is_joined_by_key(const struct rule *rule, int at)
{
    const char *alias = word(rule, at + 2);
    if (!is(rule, at + 1, "AS") || !is(rule, at + 3, "ON"))
        return false;
    at += 4;
    if (is_equal(rule, at, alias, "store_id") && is(rule, at + 7, "AND"))
        at += 8;
    if (!is_equal(rule, at, alias, "id"))
        return false;
    for (; !ends_clause(rule, at); at++)
        if (is(rule, at, "OR"))
            return false;
    return true;
}

bool
audit_rule_by_key(const struct rule *rule, const char *table)
{
    for (int i = 0; i < rule->word_count; i++)
        if (is_table(rule, i, table) && !is_joined_by_key(rule, i))
            return false;
    return true;
}

/* The table whose days {since X.day} looks at: the first that is called X. */
void
audit_rule_base(struct rule *rule)
{
    int at = 0;
    while (at < rule->word_count && !(is(rule, at, "{") && is(rule, at + 1, "since")))
        at++;
    for (int i = 1; i + 1 < rule->word_count; i++)
        if (is(rule, i, "AS") && is(rule, i + 1, word(rule, at + 2)) && !rule->base)
            rule->base = rule->words[i - 1];
}

const char **
audit_rule_tables(const struct rule *rule, struct arena *arena)
{
    const char **names = arena_array(arena, (size_t)rule->word_count + 1, sizeof *names);
    int count = 0;
    for (int i = 0; i < rule->word_count; i++) {
        if (!is(rule, i, "AS") || !(is(rule, i - 2, "FROM") || is(rule, i - 2, "JOIN")))
            continue;
        bool known = is(rule, i - 1, ")");
        for (int k = 0; k < count && !known; k++)
            known = is(rule, i - 1, names[k]);
        if (!known)
            names[count++] = rule->words[i - 1];
    }
    return names;
}
