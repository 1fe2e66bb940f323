#include "cli/cli.h"
#include "setting/setting.h"

int
cli_setting(struct ctx *ctx, const char *name, int64_t store_id, int64_t *value, struct err *err)
{
    const struct packs packs = {NULL, ctx->share};
    struct settings settings;
    if (settings_load(ctx->arena, &packs, &settings, err) < 0)
        return -1;
    const struct setting *setting = setting_find(&settings, name, err);
    return setting ? setting_int(ctx->db, ctx->arena, setting, store_id, value, err) : -1;
}
