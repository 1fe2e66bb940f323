/* medi-stock plan, offer: their arguments and functions. */
#ifndef MEDI_BIN_STOCK_VERBS_PLAN_H
#define MEDI_BIN_STOCK_VERBS_PLAN_H

#include "cli/cli.h"

struct plan_args {
    struct opt_list items;
    const char *supplier;
    int64_t review, service, budget;
    bool all;
};
struct offer_args {
    const char *item, *supplier, *active;
    int64_t lead, pack, minimum, price, shelf;
};
verb_run cmd_plan, cmd_offer_set;

#endif
