/*
 * doc: help, manual page and completions, written from the verb and option tables that the parser
 * reads, so that none of them can differ from what the program does.
 */
#ifndef MEDI_CLI_DOC_H
#define MEDI_CLI_DOC_H

#include "base/str.h"
#include "cli/cli.h"

/* `TOOL --help` and, with a group ("store"), `TOOL store --help`; `TOOL VERB --help`. In the
 * language in use. */
void doc_help_tool(const struct tool *tool, const char *group, struct str *text);
void doc_help_verb(const struct tool *tool, const struct verb *verb, struct str *text);

/*
 * `TOOL --document FORM`, in English:
 *
 *     mdoc    the manual page. `prose` is a directory: TOOL.mdoc there is its DESCRIPTION, and
 *             TOOL-VERB.mdoc (TOOL-store-add.mdoc) stands under the verb; both may be missing
 *     bash zsh fish   a completion script
 *     tsv     a line each tool, verb, operand, option and example, for tests: see doc_tsv.c
 *     check   nothing, or the first thing that is wrong in the tables (ERR_DATA)
 */
int doc_write(const struct tool *tool, const char *form, const char *prose, struct str *text,
              struct err *err);

/* The forms by themselves; what they need beside the tool stands in `doc`. */
struct doc {
    const struct tool *tool;
    struct arena *arena;
    struct str *text;
    const char *prose;
};

int doc_mdoc(struct doc *doc, struct err *err);
void doc_bash(struct doc *doc);
void doc_zsh(struct doc *doc);
void doc_fish(struct doc *doc);
void doc_tsv(struct doc *doc);
int doc_check(const struct tool *tool, struct err *err);

/* What a shell may offer for an option's value or an operand. */
enum doc_offer { OFFER_NOTHING, OFFER_FILES, OFFER_DIRS, OFFER_WORDS, OFFER_KINDS, OFFER_STORES };
enum doc_offer doc_option_offer(const struct opt *opt);
enum doc_offer doc_operand_offer(const struct operand *operand);

/* "medi_db": the tool's name as shell functions want it. */
const char *doc_function(const struct doc *doc);

/* Adds a script with that in the place of %F, and the tool's name in the place of %T. */
void doc_script(struct doc *doc, const char *script);

/* Calls `each` for a verb's own options and then for its common ones. */
typedef void doc_each_option(struct doc *doc, const struct verb *verb, const struct opt *opt,
                             bool common);
void doc_options(struct doc *doc, const struct verb *verb, doc_each_option *each);

#endif
