#include "cli/common.h"

#include <string.h>

enum { LONGEST_WAIT = 86400 };

/* When a verb has an option. */
enum when { ALWAYS, WITH_PLACE, WITH_DB, WITH_WRITE, WITH_ROWS };

static const char *const formats[] = {"table", "tsv", "csv", "json", "jsonl", "xlsx", NULL};
static const char *const pages[] = {"table", "tsv", "csv", "json", "jsonl", "xlsx", "html", NULL};
static const char *const sarifs[] = {"table", "tsv", "csv", "json", "jsonl", "xlsx", "sarif", NULL};
static const char *const languages[] = {"zh", "en", NULL};

#define FIELD(name) offsetof(struct common, name)

static const struct {
    enum when when;
    struct opt opt;
} table[] = {
    {WITH_PLACE,
     {'d', "db", OPT_FILE, FIELD(db), "URL", N_("the database: a file or a URL"), NULL}},
    {WITH_DB, {'s', "store", OPT_TEXT, FIELD(store), "CODE", N_("the store, by its code"), NULL}},
    {WITH_PLACE,
     {0, "key", OPT_FILE, FIELD(key), "FILE",
      N_("the key to personal data: its file, or none to do without"), NULL}},
    {ALWAYS,
     {'o', "output", OPT_CHOICE, FIELD(output), "FORMAT",
      N_("how rows are printed; table on a terminal, else tsv"), formats}},
    {ALWAYS,
     {0, "excel", OPT_FLAG, FIELD(excel), NULL, N_("csv as spreadsheet programs want it"), NULL}},
    {ALWAYS,
     {0, "no-header", OPT_FLAG, FIELD(no_header), NULL, N_("no line of column names"), NULL}},
    {WITH_ROWS,
     {0, "exit-code", OPT_FLAG, FIELD(exit_code), NULL, N_("exit 1 if there are rows"), NULL}},
    {WITH_WRITE,
     {'n', "dry-run", OPT_FLAG, FIELD(dry_run), NULL, N_("do it, show it, and undo it"), NULL}},
    {WITH_DB,
     {0, "as-of", OPT_UNTIL, FIELD(as_of), "TIME", N_("answer as it was at that time"), NULL}},
    {WITH_PLACE,
     {0, "wait", OPT_INT, FIELD(wait), "SECONDS", N_("how long a busy database is waited for (30)"),
      NULL}},
    {ALWAYS,
     {0, "lang", OPT_CHOICE, FIELD(lang), "LANG", N_("the language of messages"), languages}},
    {ALWAYS, {'q', "quiet", OPT_FLAG, FIELD(quiet), NULL, N_("say nothing but errors"), NULL}},
    {ALWAYS, {'v', "verbose", OPT_FLAG, FIELD(verbose), NULL, N_("say more"), NULL}},
    {ALWAYS, {'h', "help", OPT_FLAG, FIELD(help), NULL, N_("show this help"), NULL}},
    {ALWAYS, {0, "version", OPT_FLAG, FIELD(version), NULL, N_("show the version"), NULL}},
};

enum { COUNT = sizeof table / sizeof *table };

static bool
fits(enum when when, const struct verb *verb)
{
    if (when == ALWAYS)
        return true;
    if (when == WITH_PLACE)
        return verb->mode != DB_NONE || (verb->flags & VERB_OPENS);
    if (when == WITH_DB)
        return verb->mode != DB_NONE;
    if (when == WITH_WRITE)
        return verb->mode == DB_WRITE && !(verb->flags & VERB_BATCHES);
    return verb->flags & VERB_EXIT_ROWS;
}

const struct opt *
common_options(const struct verb *verb, struct arena *arena)
{
    struct opt *options = arena_array(arena, COUNT + 1, sizeof *options);
    int count = 0;
    for (int i = 0; i < COUNT; i++)
        if (fits(table[i].when, verb)) {
            options[count] = table[i].opt;
            if (options[count].choices == formats && verb->flags & VERB_PAGE)
                options[count].choices = pages;
            else if (options[count].choices == formats && verb->flags & VERB_SARIF)
                options[count].choices = sarifs;
            count++;
        }
    return options;
}

const struct opt *
common_options_any(const struct tool *tool, struct arena *arena)
{
    struct opt *options = arena_array(arena, COUNT + 1, sizeof *options);
    int count = 0;
    for (int i = 0; i < COUNT; i++) {
        const struct verb *verb = tool->verbs;
        while (verb->name && !fits(table[i].when, verb))
            verb++;
        if (verb->name)
            options[count++] = table[i].opt;
    }
    return options;
}

int
common_check(const struct common *common, struct err *err)
{
    if (common->excel && common->output && strcmp(common->output, "csv") != 0)
        return err_set(err, ERR_USAGE, _("--excel: goes with --output csv, not with %s"),
                       common->output);
    if (common->wait != OPT_UNSET && (common->wait < 0 || common->wait > LONGEST_WAIT))
        return err_set(err, ERR_USAGE, _("--wait: expected 0 to %d seconds"), LONGEST_WAIT);
    return 0;
}
