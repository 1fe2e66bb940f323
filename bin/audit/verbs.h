/*
 * The verbs of medi-audit: each a short function and the struct that its options fill. The tables that name
 * them are in bin/medi-audit.c.
 */
#ifndef MEDI_BIN_AUDIT_VERBS_H
#define MEDI_BIN_AUDIT_VERBS_H

#include "base/str.h"
#include "cli/cli.h"
#include "log/checkpoint.h"

struct log_args {
    int64_t from, to;
    const char *actor, *tool, *verb, *entry;
    bool changes;
};

struct verify_args {
    bool deep;
    struct opt_list against, trust;
    const char *fail_on;
};

struct keygen_args {
    const char *name, *file;
};

struct checkpoint_args {
    const char *sign;
};

struct package_args {
    const char *visit, *client, *sign, *reveal, *folder;
    int64_t from, to;
};

struct package_verify_args {
    const char *folder;
    struct opt_list trust;
};

struct show_args {
    const char *number;
    int64_t last;
};

struct witness_args {
    const char *file;
    struct opt_list trust;
};

struct ad_args {
    struct opt_list files, columns;
    const char *profile, *least, *fail_on, *kind;
    bool explain;
};

verb_run cmd_package, cmd_package_verify;
verb_run cmd_ad, cmd_log, cmd_verify, cmd_keygen, cmd_checkpoint, cmd_checkpoint_show, cmd_witness;

/* All of a file, or of standard input (-), as text: behind what is in `out` already. */
int verbs_read(const char *path, struct str *out, struct err *err);

/* Keys as --trust gives them: a verifier key, or a file of such. */
int verbs_trust(struct ctx *ctx, const struct opt_list *given, struct checkpoint_trust *trust,
                struct err *err);

/* The signing key in a file that nobody else can read; to be wiped. */
int verbs_signing_key(const char *path, struct note_secret *secret, struct err *err);

#endif
