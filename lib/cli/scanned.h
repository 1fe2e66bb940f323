/* scanned: a code from where the verb's words say: "-" is one line of standard input, as a scanner sends it. */
#ifndef MEDI_CLI_SCANNED_H
#define MEDI_CLI_SCANNED_H

#include "cli/cli.h"

/* `text` itself, or the first line that is not empty if it is "-". NULL stays NULL. ERR_DATA: none
 * came, or one with a NUL in it. What came through a pipe is gone: the run is not tried again. */
int cli_scanned(struct ctx *ctx, const char *text, const char **code, struct err *err);

#endif
