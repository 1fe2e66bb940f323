/* The key file of a run: where it is, made by init, opened by who needs it. */
#include "cli/frame.h"
#include "vault/vault.h"

int
cli_vault(struct ctx *ctx, struct vault **vault, struct err *err)
{
    *vault = ctx->vault;
    if (ctx->vault || !ctx->key || (!ctx->key_given && !keyfile_is_there(ctx->key)))
        return 0;
    if (vault_open(&ctx->vault, ctx->db, ctx->key, err) < 0)
        return -1;
    *vault = ctx->vault;
    return 0;
}

/* 1 made, 0 it was there, -1. */
static int
make_key(struct ctx *ctx, struct keys *keys, struct err *err)
{
    if (!ctx->key)
        return err_set(err, ERR_USAGE,
                       _("--key none: a database is made with a key; name its file"));
    if (!keyfile_is_there(ctx->key)) {
        if (!ctx->key_given && frame_make_directories(ctx->arena, ctx->key, err) < 0)
            return -1;
        keys->count = 1;
        key_make(&keys->key[0]);
        return keyfile_make(ctx->key, keys, err) < 0 ? -1 : 1;
    }
    return keyfile_read(keys, ctx->key, err);
}

int
cli_key_make(struct ctx *ctx, bool *made, struct err *err)
{
    struct keys *keys = keys_new();
    int result = make_key(ctx, keys, err);
    *made = result == 1;
    keys_free(keys);
    return result < 0 ? -1 : 0;
}
