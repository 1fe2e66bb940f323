/* Values of options, by type. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/money.h"
#include "base/str.h"
#include "cli/opt.h"
#include "text/utf8.h"

static int
bad_value(struct err *err, const struct opt *opt, const char *text, const char *expected)
{
    return err_set(err, ERR_USAGE, _("--%s: %s: expected %s"), opt->name, text, expected);
}

static int
check_text(const struct opt *opt, const char *text, struct err *err)
{
    size_t length = strlen(text);
    if (utf8_valid(text, length) == length)
        return 0;
    return err_set(err, ERR_USAGE, _("--%s: the value is not UTF-8; set the terminal to UTF-8"),
                   opt->name);
}

/* Decimal digits with an optional sign and nothing else. INT64_MIN is taken: "not given". */
static int
value_int(const struct opt *opt, const char *text, int64_t *number, struct err *err)
{
    const char *digits = text + (*text == '-' || *text == '+');
    if (!*digits || strspn(digits, "0123456789") != strlen(digits))
        return bad_value(err, opt, text, _("a whole number"));
    errno = 0;
    long long read = strtoll(text, NULL, 10);
    if (errno || read == OPT_UNSET)
        return bad_value(err, opt, text, _("a number of at most 18 digits"));
    *number = read;
    return 0;
}

static int
value_money(const struct opt *opt, const char *text, int64_t *fen, struct err *err)
{
    struct err why;
    int64_t read;
    if (money_parse(text, strlen(text), &read, &why) || read == OPT_UNSET)
        return bad_value(err, opt, text, _("an amount in yuan, as 1280 or 1280.50"));
    *fen = read;
    return 0;
}

static void
add_words(struct str *list, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        str_addf(list, i ? ", %s" : "%s", words[i]);
}

static int
value_choice(const struct opt *opt, const char *text, const char **choice, struct err *err)
{
    size_t count = 0;
    for (; opt->choices[count]; count++) {
        if (strcmp(opt->choices[count], text) == 0) {
            *choice = opt->choices[count];
            return 0;
        }
    }
    struct str words = STR_INIT;
    add_words(&words, opt->choices);
    const char *near = str_nearest(text, opt->choices, count);
    if (near)
        err_set(err, ERR_USAGE, _("--%s: %s: expected one of %s; did you mean %s?"), opt->name,
                text, words.text, near);
    else
        err_set(err, ERR_USAGE, _("--%s: %s: expected one of %s"), opt->name, text, words.text);
    str_release(&words);
    return -1;
}

static int
value_path(const struct opt *opt, const char *text, const char **path, struct err *err)
{
    if (!*text)
        return err_set(err, ERR_USAGE, _("--%s: the value is empty; expected %s"), opt->name,
                       opt->type == OPT_DIR ? _("a directory") : _("a file name"));
    *path = text;
    return 0;
}

/* A list is short: it grows by one. */
static void
list_add(struct arena *arena, struct opt_list *list, const char *text)
{
    const char **items = arena_array(arena, (size_t)list->count + 1, sizeof *items);
    if (list->count)
        memcpy(items, list->items, (size_t)list->count * sizeof *items);
    items[list->count++] = text;
    list->items = items;
}

static int
value_text(struct arena *arena, const struct opt *opt, const char *text, void *field,
           struct err *err)
{
    if (check_text(opt, text, err))
        return -1;
    if (opt->type == OPT_LIST)
        list_add(arena, field, text);
    else
        *(const char **)field = text;
    return 0;
}

/* Whether the text can be a day or moment; which one it is depends on zone and clock. */
static int
check_time(const struct opt *opt, const char *text, struct err *err)
{
    int64_t ignored;
    if (opt->type == OPT_DAY)
        return opt_day(text, 0, &ignored)
                   ? 0
                   : bad_value(err, opt, text, _("a day, as 2025-06-01, 2025-06, today or -7d"));
    return opt_moment(text, NULL, 0, false, &ignored)
               ? 0
               : bad_value(err, opt, text, _("a time, as 2025-06-01T09:30, 2025-06-01 or now"));
}

int
opt_value(struct arena *arena, const struct opt *opt, const char *text, void *field,
          struct err *err)
{
    switch (opt->type) {
    case OPT_FLAG:
        *(bool *)field = true;
        return 0;
    case OPT_TEXT:
    case OPT_LIST:
        return value_text(arena, opt, text, field, err);
    case OPT_INT:
        return value_int(opt, text, field, err);
    case OPT_MONEY:
        return value_money(opt, text, field, err);
    case OPT_CHOICE:
        return value_choice(opt, text, field, err);
    case OPT_FILE:
    case OPT_DIR:
        return value_path(opt, text, field, err);
    case OPT_DAY:
    case OPT_MOMENT:
    case OPT_UNTIL:
        return check_time(opt, text, err);
    }
    return err_set(err, ERR_USAGE, "--%s: internal error: unknown type", opt->name);
}
