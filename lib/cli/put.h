/*
 * put: a record from the options of a verb, checked and written exactly as an imported one (record/put.h),
 * with its entry in the log. A verb that writes one record is: init, give, put.
 *
 *     struct cli_record record;
 *     cli_record_init(&record, "exams", PUT_ADD);
 *     cli_give(&record, "client", args->client);
 *     cli_give_moment(ctx, &record, "taken_at", args->at == OPT_UNSET ? ctx->now : args->at);
 *     return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
 */
#ifndef MEDI_CLI_PUT_H
#define MEDI_CLI_PUT_H

#include "cli/cli.h"
#include "record/put.h"

enum { CLI_RECORD_MOST = 48 };

struct cli_record {
    const char *kind; /* "exams" */
    enum put_mode mode;
    const char *names[CLI_RECORD_MOST], *texts[CLI_RECORD_MOST];
    int count;
    /* by cli_put: */
    int64_t store_id, id;
    const char *code; /* given, or made */
};

void cli_record_init(struct cli_record *record, const char *kind, enum put_mode mode);

/* A column and its text as a file would have it; NULL: not given. "" empties the column. */
void cli_give(struct cli_record *record, const char *column, const char *text);
/* OPT_UNSET: not given. Money is given in fen to a column whose name ends in _fen. */
void cli_give_int(struct ctx *ctx, struct cli_record *record, const char *column, int64_t number);
void cli_give_moment(struct ctx *ctx, struct cli_record *record, const char *column,
                     int64_t moment);
void cli_give_day(struct ctx *ctx, struct cli_record *record, const char *column, int64_t day);

/*
 * 1 written, 0 it was so already, -1 refused. A kind of a store takes the store of -s, unless `store` was given
 * (ERR_USAGE without either). A kind whose key has `code` gets one if none was given (record/code.h).
 * The entry's subject is the kind's table and the key: "exam S01 E000012".
 */
int cli_put(struct ctx *ctx, struct cli_record *record, struct err *err);

/* The code of what was written on stdout, so that a script can go on with it: one line, also as a row of -o.
 * 0 or -1. */
int cli_say_record(struct ctx *ctx, const struct cli_record *record, struct err *err);

#endif
