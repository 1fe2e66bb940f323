/* Stores and settings. */
#include <string.h>

#include "record/put.h"
#include "setting/setting.h"
#include "bin/db/verbs.h"

/* ---- stores -------------------------------------------------------------------------------------- */

struct given {
    const char *name, *text;
};

/* The columns that the options gave, code first. */
static int
given_columns(const struct store_args *args, const char **names, const char **texts)
{
    const struct given all[] = {
        {"code", args->code},
        {"name", args->name},
        {"zone", args->zone},
        {"level", args->level},
        {"departments", args->departments},
        {"licence_no", args->licence_no},
        {"licence_to", args->licence_to},
        {"address", args->address},
        {"latitude", args->latitude},
        {"longitude", args->longitude},
        {"hours", args->hours},
        {"phone", args->phone},
        {"opened_on", args->opened_on},
        {"closed_on", args->closed_on},
    };
    int count = 0;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (!all[i].text)
            continue;
        names[count] = all[i].name;
        texts[count++] = all[i].text;
    }
    return count;
}

static int
put_store(struct ctx *ctx, const struct store_args *args, enum put_mode mode, struct err *err)
{
    const char *names[16], *texts[16];
    struct packs packs = verbs_packs(ctx);
    const struct kind *kind = kind_load(ctx->arena, &packs, "stores", err);
    int count = given_columns(args, names, texts);
    if (!kind)
        return -1;
    if (mode == PUT_EDIT && strcmp(args->code, "*") == 0)
        return err_set(err, ERR_USAGE, _("*: is the chain, which has no record to edit"));
    int written =
        record_put(ctx->db, ctx->arena, &packs, NULL, kind, mode, names, texts, count, NULL, err);
    if (written < 0)
        return -1;
    if (!written) {
        cli_say(ctx, _("%s: nothing to change"), args->code);
        return 0;
    }
    return cli_log(ctx, 0, arena_printf(ctx->arena, "store %s", args->code), NULL, err);
}

int
cmd_store_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_store(ctx, data, PUT_ADD, err);
}

int
cmd_store_edit(struct ctx *ctx, void *data, struct err *err)
{
    return put_store(ctx, data, PUT_EDIT, err);
}

int
cmd_store_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct name_args *args = data;
    const struct sql *sql = sql_get(SQL_RECORD_STORE_SHOW);
    struct db_value code = db_text(args->name);
    struct db_stmt *stmt = NULL;
    if (sql_open(ctx->db, &stmt, SQL_RECORD_STORE_SHOW, &code, 1, err) < 0)
        return -1;
    int64_t rows = cli_print(ctx, stmt, sql, err);
    db_finish(stmt);
    if (rows == 0)
        cli_say(ctx, _("%s: no such store; list them with: medi-db store list"), args->name);
    return rows < 0 ? -1 : rows == 0;
}

/* ---- settings ------------------------------------------------------------------------------------ */

static int64_t
config_store(const struct ctx *ctx)
{
    return ctx->store_id > 0 ? ctx->store_id : 0;
}

static int
load_setting(struct ctx *ctx, const char *name, struct setting *setting, struct err *err)
{
    struct settings settings;
    struct packs packs = verbs_packs(ctx);
    if (settings_load(ctx->arena, &packs, &settings, err) < 0)
        return -1;
    const struct setting *found = setting_find(&settings, name, err);
    if (!found)
        return -1;
    *setting = *found;
    return 0;
}

static int
list_setting(struct ctx *ctx, struct out *out, const struct setting *setting, struct err *err)
{
    const char *value, *from;
    if (setting_value(ctx->db, ctx->arena, setting, config_store(ctx), &value, &from, err) < 0)
        return -1;
    struct db_value values[] = {db_text(setting->name), db_text(value), db_text(from),
                                db_text(setting->fallback),
                                db_text(ctx->zh ? setting->zh : setting->says)};
    return out_row(out, values, err);
}

int
cmd_config_list(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"name", NULL, OUT_TEXT},    {"value", NULL, OUT_TEXT}, {"from", NULL, OUT_TEXT},
        {"default", NULL, OUT_TEXT}, {"says", NULL, OUT_TEXT},
    };
    struct settings settings;
    struct packs packs = verbs_packs(ctx);
    (void)data;
    if (settings_load(ctx->arena, &packs, &settings, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 5);
    int result = 0;
    for (int i = 0; i < settings.count && result == 0; i++)
        result = list_setting(ctx, out, &settings.items[i], err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_config_get(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {{"value", NULL, OUT_TEXT}};
    const struct config_args *args = data;
    const char *value, *from;
    struct setting setting;
    if (load_setting(ctx, args->name, &setting, err) < 0 ||
        setting_value(ctx->db, ctx->arena, &setting, config_store(ctx), &value, &from, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 1);
    struct db_value row = db_text(value);
    int result = out_row(out, &row, err) < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

static int
put_setting(struct ctx *ctx, const char *name, const char *value, struct err *err)
{
    struct setting setting;
    if (load_setting(ctx, name, &setting, err) < 0 || guard_setting(ctx, name, value, err) < 0)
        return -1;
    int changed = setting_put(ctx->db, ctx->arena, &setting, config_store(ctx), value, err);
    if (changed < 0)
        return -1;
    if (!changed) {
        cli_say(ctx, _("%s: nothing to change"), name);
        return 0;
    }
    return cli_log(ctx, config_store(ctx), arena_printf(ctx->arena, "setting %s", name), value,
                   err);
}

int
cmd_config_set(struct ctx *ctx, void *data, struct err *err)
{
    const struct config_args *args = data;
    return put_setting(ctx, args->name, args->value, err);
}

int
cmd_config_unset(struct ctx *ctx, void *data, struct err *err)
{
    const struct config_args *args = data;
    return put_setting(ctx, args->name, NULL, err);
}
