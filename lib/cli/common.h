/*
 * common: the options that every program shares, with the same letter and meaning, in the same kind
 * of table as a verb's own. A verb has those that fit its database mode and flags.
 */
#ifndef MEDI_CLI_COMMON_H
#define MEDI_CLI_COMMON_H

#include "cli/cli.h"

struct common {
    const char *db, *store, *key, *output, *lang;
    bool excel, no_header, dry_run, exit_code, quiet, verbose, help, version;
    int64_t as_of, wait;
};

enum { COMMON_WAIT = 30 }; /* seconds a busy database is waited for unless --wait says otherwise */

/* The table for a verb, in the arena; ends with a NULL name. */
const struct opt *common_options(const struct verb *verb, struct arena *arena);

/* Those that any verb of the program has. */
const struct opt *common_options_any(const struct tool *tool, struct arena *arena);

/* What goes together only in part: --excel with csv, the range of --wait. ERR_USAGE. */
int common_check(const struct common *common, struct err *err);

#endif
