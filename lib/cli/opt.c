/* The words of a command line, by the table. */
#include "cli/opt.h"

#include <string.h>

#include "base/str.h"
#include "text/utf8.h"

bool
opt_takes_value(const struct opt *opt)
{
    return opt->type != OPT_FLAG;
}

const struct opt *
opt_find(const struct opt *table, const char *name)
{
    for (const struct opt *opt = table; opt && opt->name; opt++)
        if (strcmp(opt->name, name) == 0)
            return opt;
    return NULL;
}

static const struct opt *
find_letter(const struct opt *table, char letter)
{
    for (const struct opt *opt = table; opt && opt->name; opt++)
        if (opt->letter == letter)
            return opt;
    return NULL;
}

/* ---- fields ---- */

static bool
is_time(const struct opt *opt)
{
    return opt->type == OPT_DAY || opt->type == OPT_MOMENT || opt->type == OPT_UNTIL;
}

static void
set_default(const struct opt *opt, void *field)
{
    if (opt->type == OPT_FLAG)
        *(bool *)field = false;
    else if (opt->type == OPT_LIST)
        *(struct opt_list *)field = (struct opt_list){0};
    else if (is_time(opt) || opt->type == OPT_INT || opt->type == OPT_MONEY)
        *(int64_t *)field = OPT_UNSET;
    else
        *(const char **)field = NULL;
}

static void
set_defaults(const struct opt *table, void *args)
{
    for (const struct opt *opt = table; opt && opt->name; opt++)
        set_default(opt, (char *)args + opt->offset);
}

/* Which struct an option fills follows from the table it stands in. */
static bool
is_own(const struct opt_parse *parse, const struct opt *option)
{
    for (const struct opt *opt = parse->own; opt && opt->name; opt++)
        if (opt == option)
            return true;
    return false;
}

static int
store(struct opt_parse *parse, const struct opt *opt, const char *text, struct err *err)
{
    void *args = is_own(parse, opt) ? parse->args : parse->common_args;
    void *field = (char *)args + opt->offset;
    if (opt_value(parse->arena, opt, text, field, err))
        return -1;
    if (is_time(opt))
        parse->times[parse->time_count++] = (struct opt_time){opt, text, field};
    return 0;
}

/* ---- words ---- */

static int
unknown_long(struct opt_parse *parse, const char *name, struct err *err)
{
    const char *names[128];
    size_t count = 0;
    const struct opt *tables[] = {parse->own, parse->common};
    for (size_t i = 0; i < 2; i++)
        for (const struct opt *opt = tables[i]; opt && opt->name && count < 128; opt++)
            names[count++] = opt->name;
    const char *near = str_nearest(name, names, count);
    if (near)
        return err_set(err, ERR_USAGE, _("--%s: no such option; did you mean --%s?"), name, near);
    return err_set(err, ERR_USAGE, _("--%s: no such option; --help lists them"), name);
}

static int
no_value(const struct opt *opt, struct err *err)
{
    return err_set(err, ERR_USAGE, _("--%s: a value is missing: --%s %s"), opt->name, opt->name,
                   opt->value);
}

/* `word` is behind the dashes; `next` the word that follows, or NULL. 1 if it was taken. */
static int
long_option(struct opt_parse *parse, const char *word, const char *next, struct err *err)
{
    const char *equals = strchr(word, '=');
    const char *name = equals ? arena_strndup(parse->arena, word, (size_t)(equals - word)) : word;
    const struct opt *opt = opt_find(parse->own, name);
    if (!opt)
        opt = opt_find(parse->common, name);
    if (!opt)
        return unknown_long(parse, name, err);
    if (!opt_takes_value(opt)) {
        if (equals)
            return err_set(err, ERR_USAGE, _("--%s: takes no value"), name);
        return store(parse, opt, NULL, err);
    }
    if (equals)
        return store(parse, opt, equals + 1, err);
    if (!next)
        return no_value(opt, err);
    return store(parse, opt, next, err) ? -1 : 1;
}

static int
unknown_letter(const char *letter, struct err *err)
{
    size_t bytes = 1;
    while (((unsigned char)letter[bytes] & 0xC0) == 0x80)
        bytes++;
    return err_set(err, ERR_USAGE, _("-%.*s: no such option; --help lists them"), (int)bytes,
                   letter);
}

/* A bundle of letters; the first that takes a value takes the rest of the word, or `next`. */
static int
short_options(struct opt_parse *parse, const char *word, const char *next, struct err *err)
{
    for (; *word; word++) {
        const struct opt *opt = find_letter(parse->own, *word);
        if (!opt)
            opt = find_letter(parse->common, *word);
        if (!opt)
            return unknown_letter(word, err);
        if (!opt_takes_value(opt)) {
            if (store(parse, opt, NULL, err))
                return -1;
        } else if (word[1]) {
            return store(parse, opt, word + 1, err);
        } else if (!next) {
            return no_value(opt, err);
        } else {
            return store(parse, opt, next, err) ? -1 : 1;
        }
    }
    return 0;
}

static int
read_word(struct opt_parse *parse, const char *word, const char *next, struct err *err)
{
    if (word[0] != '-' || !word[1]) {
        parse->words[parse->word_count++] = word;
        return 0;
    }
    if (word[1] == '-')
        return long_option(parse, word + 2, next, err);
    return short_options(parse, word + 1, next, err);
}

/* A word gives at most one operand and at most one value, so `count` places are enough. */
int
opt_parse(struct opt_parse *parse, int count, char **words, struct err *err)
{
    set_defaults(parse->own, parse->args);
    set_defaults(parse->common, parse->common_args);
    parse->words = arena_array(parse->arena, (size_t)count + 1, sizeof *parse->words);
    parse->times = arena_array(parse->arena, (size_t)count + 1, sizeof *parse->times);
    parse->word_count = parse->time_count = 0;
    for (int i = 0; i < count; i++) {
        if (strcmp(words[i], "--") == 0) {
            while (++i < count)
                parse->words[parse->word_count++] = words[i];
            return 0;
        }
        int taken = read_word(parse, words[i], i + 1 < count ? words[i + 1] : NULL, err);
        if (taken < 0)
            return -1;
        i += taken;
    }
    return 0;
}

/* ---- operands ---- */

static int
check_operand(const struct operand *operand, const char *word, struct err *err)
{
    size_t length = strlen(word);
    bool file = operand->complete && strcmp(operand->complete, "file") == 0;
    if (!length)
        return err_set(err, ERR_USAGE, _("%s: is empty"), operand->name);
    if (!file && utf8_valid(word, length) != length)
        return err_set(err, ERR_USAGE, _("%s: is not UTF-8; set the terminal to UTF-8"),
                       operand->name);
    return 0;
}

static void
set_operand(const struct operand *operand, void *args, const char **words, int count)
{
    void *field = (char *)args + operand->offset;
    if (operand->repeats)
        *(struct opt_list *)field = (struct opt_list){words, count};
    else
        *(const char **)field = count ? words[0] : NULL;
}

int
opt_parse_operands(struct opt_parse *parse, struct err *err)
{
    int at = 0;
    for (const struct operand *operand = parse->operands; operand && operand->name; operand++) {
        int left = parse->word_count - at, count = operand->repeats ? left : left > 0;
        if (!count && !operand->optional)
            return err_set(err, ERR_USAGE, _("%s is missing"), operand->name);
        for (int i = at; i < at + count; i++)
            if (check_operand(operand, parse->words[i], err))
                return -1;
        set_operand(operand, parse->args, parse->words + at, count);
        at += count;
    }
    if (at < parse->word_count)
        return err_set(err, ERR_USAGE, _("%s: one word too many"), parse->words[at]);
    return 0;
}

/* ---- days and moments ---- */

static bool
read_time(const struct opt_time *time, const struct zone *zone, int64_t now)
{
    if (time->opt->type == OPT_DAY)
        return opt_day(time->text, zone_day(zone, now), time->field);
    return opt_moment(time->text, zone, now, time->opt->type == OPT_UNTIL, time->field);
}

int
opt_parse_times(struct opt_parse *parse, const struct zone *zone, int64_t now, struct err *err)
{
    for (int i = 0; i < parse->time_count; i++)
        if (!read_time(&parse->times[i], zone, now))
            return err_set(err, ERR_USAGE, _("--%s: %s: outside the years 1 to 9999"),
                           parse->times[i].opt->name, parse->times[i].text);
    return 0;
}
