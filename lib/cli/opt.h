/*
 * opt: one table of options, from which come the parser, --help, the manual page and the
 * completions of three shells. A verb's table names each option once and says where in the verb's
 * argument struct its value goes.
 */
#ifndef MEDI_CLI_OPT_H
#define MEDI_CLI_OPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/zone.h"

/* The type of the field at `offset`. */
enum opt_type {
    OPT_FLAG, /* bool */
    OPT_TEXT, /* const char * (NULL when not given) */
    OPT_LIST, /* struct opt_list: may be given again */
    OPT_INT,  /* int64_t (default INT64_MIN: not given) */
    OPT_DAY, /* int64_t day (OPT_UNSET when not given); also "today", "-7d", "2025-06" (first day) */
    OPT_MOMENT, /* int64_t UTC seconds, local readings in the run's zone; a day alone is its start */
    OPT_UNTIL,  /* as OPT_MOMENT, but a day alone is its last second */
    OPT_MONEY,  /* int64_t fen */
    OPT_CHOICE, /* const char *: one of `choices` */
    OPT_FILE,   /* const char *: a file name (completed as such) */
    OPT_DIR,
};

#define OPT_UNSET INT64_MIN

struct opt_list {
    const char **items;
    int count;
};

struct opt {
    char letter;      /* short form, or 0 */
    const char *name; /* long form without dashes */
    enum opt_type type;
    size_t offset;              /* offsetof(struct my_args, field) */
    const char *value;          /* what the help calls the value: "FILE" */
    const char *help;           /* N_("…") one line */
    const char *const *choices; /* OPT_CHOICE: NULL-terminated words */
};

/* Words that are no options. The last may repeat. Field at `offset`: const char *, or struct
 * opt_list when it repeats. */
struct operand {
    const char *name; /* "KIND", "FILE" */
    bool optional, repeats;
    size_t offset;
    const char *help;
    const char *complete; /* what shells offer: "file", "kind", "store", or NULL */
};

/*
 * The parser. Words are read in order:
 *
 *     --name value  --name=value  -n value  -nvalue  -qn (flags in a bundle)  --  (the rest are
 *     operands)  - (an operand)
 *
 * Options and operands may mix. A long option must be written whole, so that a script does not
 * break when an option is added. An option that is given again takes the last value, OPT_LIST all
 * of them. Texts must be UTF-8 (file names may be any bytes). All that can be judged without a
 * database is judged by opt_parse; days and moments are stored by opt_parse_times, when zone and
 * clock are known.
 */
struct opt_parse {
    struct arena *arena;
    const struct opt *own; /* the verb's table, or NULL */
    void *args;            /* and the struct it fills */
    const struct opt *common;
    void *common_args;
    const struct operand *operands; /* fill `args`; NULL: none are taken */

    const char **words; /* the operands that were found */
    int word_count;
    struct opt_time { /* a day or moment that waits for opt_parse_times */
        const struct opt *opt;
        const char *text;
        int64_t *field;
    } * times;
    int time_count;
};

/* Sets every option's field to its "not given", then reads the words. ERR_USAGE. */
int opt_parse(struct opt_parse *parse, int count, char **words, struct err *err);

/* Gives the operands to their fields: ERR_USAGE if one is missing or too many are there. */
int opt_parse_operands(struct opt_parse *parse, struct err *err);

int opt_parse_times(struct opt_parse *parse, const struct zone *zone, int64_t now, struct err *err);

/* The option of that long name, or NULL; `table` may be NULL. */
const struct opt *opt_find(const struct opt *table, const char *name);
bool opt_takes_value(const struct opt *opt);

/* One value by its type into `field`, except for days and moments, which are only judged. ERR_USAGE
 * with the option, the value and what is expected. */
int opt_value(struct arena *arena, const struct opt *opt, const char *text, void *field,
              struct err *err);

/* What OPT_DAY reads: a day as in base/day.h, "2025-06" (its first day), "today", "yesterday",
 * "tomorrow", and days from today as "-7d", "+2w", "-3m", "+1y". */
bool opt_day(const char *text, int64_t today, int64_t *day);

/* What OPT_MOMENT reads: "now", a moment as in base/day.h, or a day as above: its start, or with
 * `until` its last second. `zone` NULL is UTC. */
bool opt_moment(const char *text, const struct zone *zone, int64_t now, bool until,
                int64_t *moment);

#endif
