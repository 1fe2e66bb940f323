/*
 * scanned: what a scanner sends in place of a word. "-" is one line of standard input.
 *
 * Where a verb names an item alone, a label stands for the item that it is on: `before` of such a
 * verb is cli_scanned_items. Where it names a lot or a unit beside, the verb asks itself
 * (stock/label.h), since then the label says them, too.
 */
#ifndef MEDI_CLI_SCANNED_H
#define MEDI_CLI_SCANNED_H

#include "cli/cli.h"

/* `text` itself, or the first line that is not empty if it is "-". NULL stays NULL. ERR_DATA: none
 * came, or one with a NUL in it. What came through a pipe is gone: the run is not tried again. */
int cli_scanned(struct ctx *ctx, const char *text, const char **code, struct err *err);

/* Every option and operand of the verb whose value is called ITEM, one or a list: a scanned label
 * in it becomes the code of its item. What the books know as an item stays what it is. */
int cli_scanned_items(struct ctx *ctx, void *args, struct err *err);

#endif
