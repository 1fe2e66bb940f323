/* The verbs of retention: their arguments. */
#ifndef MEDI_BIN_AUDIT_RETENTION_H
#define MEDI_BIN_AUDIT_RETENTION_H

#include "cli/cli.h"

struct retention_args {
    const char *class, *client, *hold, *reason;
    bool all;
};

verb_run cmd_retention, cmd_retention_hold, cmd_retention_release, cmd_retention_holds;

#endif
