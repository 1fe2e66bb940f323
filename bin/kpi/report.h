/* `medi-kpi report`: its options and what they fill. */
#ifndef MEDI_BIN_KPI_REPORT_H
#define MEDI_BIN_KPI_REPORT_H

#include "cli/cli.h"

struct report_args {
    int64_t month, from, to;
};

verb_run cmd_report;

extern const struct opt report_options[];

#endif
