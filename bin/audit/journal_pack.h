/* The journals of this run, for the verbs that read them. */
#ifndef MEDI_BIN_AUDIT_JOURNAL_PACK_H
#define MEDI_BIN_AUDIT_JOURNAL_PACK_H

#include "cli/cli.h"
#include "journal/pack.h"

static inline int
journal_packs(struct ctx *ctx, struct journals *journals, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    return journals_load(ctx->arena, &packs, journals, err);
}

#endif
