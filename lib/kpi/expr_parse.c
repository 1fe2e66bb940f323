#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "kpi/expr.h"

enum token_kind { END, NUMBER, WORD, QUOTED, PARAMETER, SIGN };

struct token {
    enum token_kind kind;
    const char *text; /* in the arena; a sign: itself */
    int64_t number;
};

struct parser {
    struct arena *arena;
    const struct expr_words *words;
    const char *text, *at;
    struct token token;
    int level;
    struct err *err;
};

/* ---- words ------------------------------------------------------------------------------------------ */

static int
wrong(struct parser *parser, const char *what)
{
    const char *word = parser->token.kind == END ? _("the end") : parser->token.text;
    return err_set(parser->err, ERR_USAGE, _("%.200s: at %.60s: %s"), parser->text, word, what);
}

static bool
is_letter(char byte)
{
    unsigned char c = (unsigned char)byte;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c >= 0x80;
}

/* The bytes of a word: a minus or dot within it belongs to it. */
static size_t
word_length(const char *text)
{
    size_t length = 0;
    while (is_letter(text[length]) ||
           (length && (text[length] == '-' || text[length] == '.') && is_letter(text[length + 1])))
        length++;
    return length;
}

static int
read_quoted(struct parser *parser, struct token *token)
{
    const char *end = strchr(parser->at + 1, *parser->at);
    *token = (struct token){.kind = QUOTED, .text = parser->at};
    if (!end)
        return wrong(parser, _("a quote is not closed"));
    token->text = arena_strndup(parser->arena, parser->at + 1, (size_t)(end - parser->at - 1));
    parser->at = end + 1;
    return 0;
}

/* A number, a day or a word. */
static int
read_word(struct parser *parser, struct token *token)
{
    bool parameter = *parser->at == '$';
    size_t length = word_length(parser->at + parameter);
    char *end;
    token->text = arena_strndup(parser->arena, parser->at + parameter, length);
    parser->at += length + parameter;
    token->kind = parameter ? PARAMETER : WORD;
    if (!length)
        return wrong(parser, _("a name is missing behind $"));
    if (parameter)
        return 0;
    if (length < 19 && strspn(token->text, "0123456789") == length) {
        token->number = strtoll(token->text, &end, 10);
        token->kind = NUMBER;
    } else if (length == 10 && token->text[4] == '-' &&
               day_parse(token->text, length, &token->number)) {
        token->kind = NUMBER;
    }
    return 0;
}

static int
next(struct parser *parser)
{
    static const char *const signs[] = {"<=", ">=", "!=", "<>", "=", "<", ">",
                                        "(",  ")",  ",",  "+",  "-", "*", NULL};
    struct token *token = &parser->token;
    while (*parser->at == ' ' || *parser->at == '\t' || *parser->at == '\n')
        parser->at++;
    *token = (struct token){.kind = END, .text = ""};
    if (!*parser->at)
        return 0;
    if (*parser->at == '\'' || *parser->at == '"')
        return read_quoted(parser, token);
    if (is_letter(*parser->at) || *parser->at == '$')
        return read_word(parser, token);
    for (int i = 0; signs[i]; i++) {
        size_t length = strlen(signs[i]);
        if (strncmp(parser->at, signs[i], length) != 0 || strncmp(parser->at, "--", 2) == 0)
            continue;
        *token = (struct token){.kind = SIGN, .text = signs[i]};
        parser->at += length;
        return 0;
    }
    token->text = arena_strndup(parser->arena, parser->at, 1);
    token->kind = SIGN;
    return wrong(parser, _("this has no place here"));
}

static bool
is(const struct parser *parser, enum token_kind kind, const char *text)
{
    return parser->token.kind == kind && strcmp(parser->token.text, text) == 0;
}

/* ---- nodes ------------------------------------------------------------------------------------------ */

static struct expr *
node(struct parser *parser, enum expr_op op, const struct expr *left, const struct expr *right)
{
    struct expr *made = arena_alloc(parser->arena, sizeof *made);
    *made = (struct expr){.op = op, .left = left, .right = right};
    if (left)
        made->depth = left->depth;
    if (right)
        made->depth = made->depth > right->depth ? made->depth : 1 + right->depth;
    return made;
}

static struct expr *
number(struct parser *parser, int64_t value)
{
    struct expr *made = node(parser, EXPR_NUMBER, NULL, NULL);
    made->number = value;
    return made;
}

static const struct expr *either(struct parser *parser);

static const struct expr *
named(struct parser *parser)
{
    struct expr *made = node(parser, EXPR_SLOT, NULL, NULL);
    int slot;
    if (is(parser, WORD, "and") || is(parser, WORD, "or") || is(parser, WORD, "in")) {
        wrong(parser, _("a value is missing"));
        return NULL;
    }
    slot = parser->words->slot(parser->words->context, parser->token.text, parser->err);
    if (slot < 0)
        return NULL;
    made->number = slot;
    return next(parser) < 0 ? NULL : made;
}

static const struct expr *
primary(struct parser *parser)
{
    const struct expr *inner;
    int64_t value = parser->token.number;
    switch (parser->token.kind) {
    case NUMBER:
        return next(parser) < 0 ? NULL : number(parser, value);
    case WORD:
        return named(parser);
    case PARAMETER:
        if (parser->words->parameter(parser->words->context, parser->token.text, &value,
                                     parser->err) < 0)
            return NULL;
        return next(parser) < 0 ? NULL : number(parser, value);
    default:
        break;
    }
    if (!is(parser, SIGN, "(")) {
        wrong(parser, _("a value is missing"));
        return NULL;
    }
    if (next(parser) < 0 || !(inner = either(parser)))
        return NULL;
    if (!is(parser, SIGN, ")")) {
        wrong(parser, _(") is missing"));
        return NULL;
    }
    return next(parser) < 0 ? NULL : inner;
}

static const struct expr *
product(struct parser *parser)
{
    if (is(parser, SIGN, "-")) {
        if (next(parser) < 0)
            return NULL;
        const struct expr *of = primary(parser);
        return of ? node(parser, EXPR_SUBTRACT, number(parser, 0), of) : NULL;
    }
    const struct expr *left = primary(parser);
    while (left && is(parser, SIGN, "*")) {
        const struct expr *right = next(parser) < 0 ? NULL : primary(parser);
        left = right ? node(parser, EXPR_MULTIPLY, left, right) : NULL;
    }
    return left;
}

static const struct expr *
sum(struct parser *parser)
{
    const struct expr *left = product(parser);
    while (left && (is(parser, SIGN, "+") || is(parser, SIGN, "-"))) {
        enum expr_op op = is(parser, SIGN, "+") ? EXPR_ADD : EXPR_SUBTRACT;
        const struct expr *right = next(parser) < 0 ? NULL : product(parser);
        left = right ? node(parser, op, left, right) : NULL;
    }
    return left;
}

/* ---- comparisons ------------------------------------------------------------------------------------ */

/* A word on the right of a column that holds ids or words: 1 and its value, 2 it has an order, 0 it is
 * something else. */
static int
worded(struct parser *parser, const struct expr *left, int64_t *value)
{
    const struct token *token = &parser->token;
    if (token->kind != WORD && token->kind != QUOTED && token->kind != NUMBER)
        return 0;
    if (left->op != EXPR_SLOT)
        return token->kind == QUOTED
                   ? wrong(parser, _("a text can only be compared with a column of codes"))
                   : 0;
    int found = parser->words->value(parser->words->context, (int)left->number, token->text, value,
                                     parser->err);
    if (found == 0 && token->kind == QUOTED)
        return wrong(parser, _("a text can only be compared with a column of codes"));
    return found;
}

static const struct expr *
right_side(struct parser *parser, enum expr_op op, const struct expr *left)
{
    int64_t value;
    int found = worded(parser, left, &value);
    if (found < 0)
        return NULL;
    if (found == 0) {
        const struct expr *right = sum(parser);
        return right ? node(parser, op, left, right) : NULL;
    }
    if (found == 1 && op != EXPR_EQUAL && op != EXPR_UNEQUAL) {
        wrong(parser, _("codes and words are equal or not; they have no order"));
        return NULL;
    }
    return next(parser) < 0 ? NULL : node(parser, op, left, number(parser, value));
}

static int
list_item(struct parser *parser, const struct expr *left, int64_t *value)
{
    int found = worded(parser, left, value);
    if (found == 0 && parser->token.kind != NUMBER)
        return wrong(parser, _("a value is missing"));
    if (found == 0)
        *value = parser->token.number;
    return found < 0 ? -1 : next(parser);
}

static const struct expr *
in_list(struct parser *parser, const struct expr *left, bool without)
{
    struct expr *made = node(parser, EXPR_IN, left, NULL);
    int64_t *list = NULL;
    int room = 0;
    if (next(parser) < 0)
        return NULL;
    if (!is(parser, SIGN, "(")) {
        wrong(parser, _("in wants a list: in (A, B)"));
        return NULL;
    }
    do {
        list = arena_more(parser->arena, list, made->list_count, &room, sizeof *list);
        if (next(parser) < 0 || list_item(parser, left, &list[made->list_count++]) < 0)
            return NULL;
    } while (is(parser, SIGN, ","));
    made->list = list;
    if (!is(parser, SIGN, ")")) {
        wrong(parser, _(") is missing"));
        return NULL;
    }
    if (next(parser) < 0)
        return NULL;
    return without ? node(parser, EXPR_NOT, made, NULL) : made;
}

static const struct expr *
comparison(struct parser *parser)
{
    static const struct {
        const char *sign;
        enum expr_op op;
    } signs[] = {{"=", EXPR_EQUAL},    {"!=", EXPR_UNEQUAL}, {"<>", EXPR_UNEQUAL}, {"<", EXPR_LESS},
                 {"<=", EXPR_AT_MOST}, {">", EXPR_MORE},     {">=", EXPR_AT_LEAST}};
    const struct expr *left = sum(parser);
    if (!left)
        return NULL;
    if (is(parser, WORD, "in"))
        return in_list(parser, left, false);
    if (is(parser, WORD, "not")) {
        if (next(parser) < 0)
            return NULL;
        if (is(parser, WORD, "in"))
            return in_list(parser, left, true);
        wrong(parser, _("not wants in here"));
        return NULL;
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (is(parser, SIGN, signs[i].sign))
            return next(parser) < 0 ? NULL : right_side(parser, signs[i].op, left);
    return left;
}

static const struct expr *
denied(struct parser *parser)
{
    bool deny = is(parser, WORD, "not");
    if (++parser->level > EXPR_DEPTH) {
        wrong(parser, _("nested too deeply"));
        return NULL;
    }
    if (deny && next(parser) < 0)
        return NULL;
    const struct expr *inner = deny ? denied(parser) : comparison(parser);
    parser->level--;
    return inner && deny ? node(parser, EXPR_NOT, inner, NULL) : inner;
}

static const struct expr *
both(struct parser *parser)
{
    const struct expr *left = denied(parser);
    while (left && is(parser, WORD, "and")) {
        const struct expr *right = next(parser) < 0 ? NULL : denied(parser);
        left = right ? node(parser, EXPR_AND, left, right) : NULL;
    }
    return left;
}

static const struct expr *
either(struct parser *parser)
{
    const struct expr *left = both(parser);
    while (left && is(parser, WORD, "or")) {
        const struct expr *right = next(parser) < 0 ? NULL : both(parser);
        left = right ? node(parser, EXPR_OR, left, right) : NULL;
    }
    return left;
}

const struct expr *
expr_parse(struct arena *arena, const char *text, const struct expr_words *words, struct err *err)
{
    struct parser parser = {.arena = arena, .words = words, .text = text, .at = text, .err = err};
    if (strlen(text) > EXPR_LENGTH) {
        err_set(err, ERR_USAGE, _("a condition has at most %d bytes"), EXPR_LENGTH);
        return NULL;
    }
    if (next(&parser) < 0)
        return NULL;
    const struct expr *made = either(&parser);
    if (made && parser.token.kind != END) {
        wrong(&parser, _("this has no place here"));
        return NULL;
    }
    return made;
}
