/* The verbs of journals: their arguments. */
#ifndef MEDI_BIN_AUDIT_JOURNAL_H
#define MEDI_BIN_AUDIT_JOURNAL_H

#include "cli/cli.h"

struct journal_args {
    const char *kind, *entry, *code, *room, *equipment, *staff, *second, *voids, *reason, *note;
    struct opt_list values;
    int64_t at, from, to;
    bool bad, all;
};

struct duty_args {
    const char *kind, *duty, *room, *equipment, *basis, *note;
    int64_t every, from, to;
    bool all;
};

verb_run cmd_journal_add, cmd_journal_void, cmd_journal_show, cmd_journal_due,
    cmd_journal_checklist;
verb_run cmd_journal_keep, cmd_journal_stop, cmd_journal_list, cmd_journal_duties;

#endif
