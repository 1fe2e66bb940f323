/* SQL texts, word by word: what is quoted or commented is never taken for anything else. */
#include "db/db_postgres.h"

#include <string.h>

enum token_kind { END, SPACE, WORD, QUOTED, STRING, BLOB, PARAM, MARK };

struct token {
    enum token_kind kind;
    const char *at;
    size_t length;
};

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
static const char digits[] = "0123456789";

/* Behind the closing quote; a doubled one is a letter. Open to the end: all of it. */
static size_t
quoted_length(const char *at)
{
    char quote = at[0];
    const char *end = at + 1;
    for (; *end; end++) {
        if (*end != quote)
            continue;
        if (end[1] != quote)
            return (size_t)(end + 1 - at);
        end++;
    }
    return (size_t)(end - at);
}

static size_t
space_length(const char *at)
{
    if (at[0] == '-' && at[1] == '-')
        return strcspn(at, "\n");
    if (at[0] == '/' && at[1] == '*') {
        const char *end = strstr(at + 2, "*/");
        return end ? (size_t)(end + 2 - at) : strlen(at);
    }
    return strspn(at, " \t\r\n\f\v");
}

static struct token
next_token(const char *at)
{
    size_t length = space_length(at);
    if (*at == '\0')
        return (struct token){END, at, 0};
    if (length)
        return (struct token){SPACE, at, length};
    if (*at == '\'')
        return (struct token){STRING, at, quoted_length(at)};
    if (*at == '"')
        return (struct token){QUOTED, at, quoted_length(at)};
    if ((*at == 'x' || *at == 'X') && at[1] == '\'')
        return (struct token){BLOB, at, 1 + quoted_length(at + 1)};
    if (*at == '$' && strspn(at + 1, digits))
        return (struct token){PARAM, at, 1 + strspn(at + 1, digits)};
    length = strspn(at, letters);
    return length ? (struct token){WORD, at, length} : (struct token){MARK, at, 1};
}

static bool
is_word(struct token token, const char *word)
{
    return token.kind == WORD && strlen(word) == token.length &&
           strncasecmp(token.at, word, token.length) == 0;
}

static bool
is_mark(struct token token, char mark)
{
    return token.kind == MARK && *token.at == mark;
}

/* ---- one statement --------------------------------------------------------------------------- */

static int
refuse(struct db *db, const char *why, struct err *err)
{
    return err_set(err, ERR_DB, _("%s: the database refuses a statement: %s"), db->place, why);
}

/* The n of "$n", or 0. */
static int
parameter_number(struct token token)
{
    int number = 0;
    if (token.at[1] == '0' || token.length > 5)
        return 0;
    for (size_t i = 1; i < token.length; i++)
        number = 10 * number + (token.at[i] - '0');
    return number;
}

static void
use(struct str *used, int number)
{
    size_t byte = (size_t)number / 8;
    while (used->length <= byte)
        str_addc(used, '\0');
    used->text[byte] = (char)(used->text[byte] | 1 << number % 8);
}

/* One that is neither space nor the end. */
static int
take_token(struct db *db, struct token token, struct postgres_scanned *text, struct err *err)
{
    int number = token.kind == PARAM ? parameter_number(token) : 1;
    if (number == 0 || is_mark(token, '?') || is_mark(token, ':'))
        return refuse(db, _("its parameters are not $1, $2, …"), err);
    if (token.kind != PARAM)
        return 0;
    use(&text->used, number);
    if (number > text->params)
        text->params = number;
    return 0;
}

int
postgres_scan(struct db *db, const char *sql, struct postgres_scanned *text, struct err *err)
{
    bool ended = false, any = false;
    struct token token;
    *text = (struct postgres_scanned){.used = STR_INIT};
    for (const char *at = sql; (token = next_token(at)).kind != END; at += token.length) {
        if (token.kind == SPACE)
            continue;
        if (any && is_mark(token, ';')) {
            ended = true;
            continue;
        }
        if (ended || is_mark(token, ';'))
            return refuse(db, _("it is not one statement"), err);
        if (!any)
            text->reads = is_word(token, "SELECT");
        any = true;
        if (take_token(db, token, text, err) != 0)
            return -1;
    }
    return any ? 0 : refuse(db, _("it is not one statement"), err);
}

/* ---- a migration in PostgreSQL's spelling ---------------------------------------------------- */

struct translation {
    struct str *out;
    struct token before; /* the last that is no space */
    int words;           /* of this statement, so far */
    bool table;          /* inside CREATE TABLE or ALTER TABLE */
    bool tail;           /* behind the columns of CREATE TABLE */
    bool create;
    int depth; /* of parentheses */
};

static void
next_statement(struct translation *state)
{
    state->words = state->depth = 0;
    state->table = state->tail = state->create = false;
}

/* A type stands behind the name of a column, or in CAST (x AS type). */
static bool
translate_type(struct translation *state, struct token token)
{
    bool cast = is_word(state->before, "AS");
    if (!state->table || (state->before.kind != WORD && state->before.kind != QUOTED))
        return false;
    if (is_word(token, "INTEGER"))
        str_adds(state->out, "BIGINT");
    else if (is_word(token, "BLOB"))
        str_adds(state->out, "BYTEA");
    else if (is_word(token, "TEXT") && !cast)
        str_adds(state->out, "TEXT COLLATE \"C\"");
    else
        return false;
    return true;
}

/* x'00ff' */
static void
translate_blob(struct translation *state, struct token token)
{
    str_adds(state->out, "CAST('\\x");
    str_add(state->out, token.at + 2, token.length - 2);
    str_adds(state->out, " AS BYTEA)");
}

static void
follow(struct translation *state, struct token token)
{
    state->words++;
    if (state->words == 1)
        state->create = is_word(token, "CREATE");
    if (is_word(token, "TABLE") && state->depth == 0 && state->words <= 3)
        state->table = state->create || is_word(state->before, "ALTER");
    if (is_mark(token, '('))
        state->depth++;
    if (is_mark(token, ')') && --state->depth == 0 && state->table && state->create)
        state->tail = true;
}

void
postgres_translate(struct str *out, const char *sql)
{
    struct translation state = {.out = out};
    struct token token;
    for (const char *at = sql; (token = next_token(at)).kind != END; at += token.length) {
        bool drop = state.tail && (token.kind == WORD || is_mark(token, ',')); /* STRICT … */
        if (is_mark(token, ';'))
            next_statement(&state);
        else if (token.kind != SPACE)
            follow(&state, token);
        if (token.kind == BLOB)
            translate_blob(&state, token);
        else if (!drop && !translate_type(&state, token))
            str_add(out, token.at, token.length);
        if (token.kind != SPACE)
            state.before = token;
    }
}
