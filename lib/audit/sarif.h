/*
 * sarif: a run as SARIF 2.1.0 (OASIS), which code scanners and their viewers exchange: a rule is a rule, a
 * finding a result whose place is a record ("S01/T1", a logical location), new and gone ones by
 * baselineState, waived ones suppressed.
 */
#ifndef MEDI_AUDIT_SARIF_H
#define MEDI_AUDIT_SARIF_H

#include "audit/judge.h"
#include "base/str.h"

/* Appends it, with a newline. `faults`: what could not be asked, `fault_count` of them. */
void sarif_write(struct str *out, const struct rules *rules, const struct judgement *judgement,
                 const char *const *faults, int fault_count, const char *version, bool zh);

#endif
