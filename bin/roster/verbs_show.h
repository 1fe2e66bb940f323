/* The verbs of medi-roster that show, compare, publish and carry away rosters, and the structs that
 * their options fill. */
#ifndef MEDI_BIN_ROSTER_VERBS_SHOW_H
#define MEDI_BIN_ROSTER_VERBS_SHOW_H

#include "cli/cli.h"
#include "board/grid.h"
#include "rota/rules.h"

struct show_args { /* show, fairness, utilisation */
    const char *roster, *by;
    int64_t from, to, week, month, width;
};

struct diff_args {
    const char *roster, *other;
};

struct publish_args { /* publish, roster drop */
    const char *roster;
};

struct sheet_args { /* roster import */
    const char *roster, *file;
};

struct rosters_args { /* roster list */
    const char *state;
    int64_t from, to;
    bool all;
};

verb_run cmd_show, cmd_diff, cmd_publish, cmd_roster_drop, cmd_roster_import, cmd_fairness,
    cmd_utilisation;

/* ---- what they share ------------------------------------------------------------------------- */

/* Shifts and rules of work: a clinic's own pack, else the shipped one. */
int show_rules(struct ctx *ctx, struct rota_rules *rules, struct err *err);

/* The roster of that code: of the store of -s, or the chain's; without -s of whichever has it. */
int show_roster(struct ctx *ctx, const char *code, struct roster *roster, struct err *err);

/* The grid that is asked for: of the roster, or as published; of the days given, else the roster's or
 * this month. */
struct show_what {
    struct roster roster; /* id 0: published */
    struct grid grid;
    struct rota_rules rules;
};
int show_load(struct ctx *ctx, const struct show_args *args, struct show_what *what,
              struct err *err);

#endif
