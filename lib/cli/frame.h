/*
 * frame: what cli_main keeps beside the ctx that a verb sees. Inside lib/cli only.
 */
#ifndef MEDI_CLI_FRAME_H
#define MEDI_CLI_FRAME_H

#include "cli/cli.h"
#include "cli/common.h"
#include "cli/env.h"
#include "cli/progress.h"

struct frame {
    struct ctx ctx;
    struct arena arena;
    struct env env;
    const char *share; /* holds medi/, locale/, man/ */
    struct common common;
    struct opt_parse parse;
    void *args;
    struct progress progress;
    int result;      /* of the verb, before the commit */
    bool made;       /* what the verb makes may be there: it is opened, not made */
    bool told;       /* its output is out, so there is no second try */
    bool show_usage; /* words are missing or too many: the usage is shown behind the error */
};

/* After the words are parsed: everything in ctx that needs no database. ERR_USAGE. */
int frame_prepare(struct frame *frame, struct err *err);

/* Opens the database, learns from it, and runs the verb in a transaction if it writes. Gives the
 * verb's result: 0, 1 or 3; -1 with `err`. The database is closed in any case. */
int frame_run(struct frame *frame, struct err *err);

/* Opens the database as the verb wants it; closes it and what watches it. */
int frame_open(struct frame *frame, struct err *err);
void frame_close(struct ctx *ctx);
/* What ctx takes from the database that was opened. */
int frame_learn(struct ctx *ctx, struct err *err);

/* The store that this run keeps to, or 0: of a verb that has VERB_OF_STORE. */
int64_t frame_store(const struct ctx *ctx);

/* Fails (ERR_DATA) if who runs this may not. */
int frame_ask_duty(struct frame *frame, struct err *err);

/* The verb's `before`, where there is a database, and its `run`. */
int frame_call(struct ctx *ctx, void *args, struct err *err);

/* Runs a verb that writes, in a transaction. */
int frame_write(struct frame *frame, struct err *err);
/* The directories above a file, for this user alone. */
int frame_make_directories(struct arena *arena, const char *path, struct err *err);

/* Whether cli_bind finds a value for a parameter of that name. */
bool bind_has_giver(const struct verb *verb, const char *param);

/* "medi-db: " and the words on stderr, made safe for a terminal. */
void frame_talk(const struct tool *tool, const char *words);

#endif
