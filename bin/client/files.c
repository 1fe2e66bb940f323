/* Client files: add, edit, find, duplicates (a list), merge, forget. */
#include <string.h>

#include "bin/client/verbs.h"
#include "client/forget.h"
#include "client/merge.h"
#include "client/person.h"
#include "record/identity.h"
#include "record/personal.h"

/* ---- add and edit -------------------------------------------------------------------------------------- */

struct given {
    const char *column, *text;
};

static void
give_file(struct ctx *ctx, struct cli_record *record, const struct file_args *args)
{
    const struct given all[] = {
        {"code", args->code},         {"name", args->name},
        {"phone", args->phone},       {"id_number", args->id_number},
        {"gender", args->gender},     {"channel", args->channel},
        {"owner", args->owner},       {"nurse", args->nurse},
        {"class", args->class},       {"address", args->address},
        {"latitude", args->latitude}, {"longitude", args->longitude},
        {"language", args->language}, {"allergy", args->allergy},
        {"history", args->history},   {"preference", args->preference},
        {"note", args->note},         {"store", args->home},
        {"email", args->email},       {"wechat", args->wechat},
    };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        cli_give(record, all[i].column, all[i].text);
    cli_give_day(ctx, record, "birthday", args->birthday);
}

/* Whoever is here already is not written down a second time by mistake. */
static int
check_same(struct ctx *ctx, const struct file_args *args, const char *not_code, struct err *err)
{
    const char *code, *by;
    struct vault *vault;
    if (cli_vault(ctx, &vault, err) < 0)
        return -1;
    int found = person_same(ctx->db, ctx->arena, vault, args->phone, args->id_number, not_code,
                            &code, &by, err);
    if (found != 1 || (args->anyway && strlen(args->anyway) >= 2))
        return found < 0 ? -1 : 0;
    return err_set(err, ERR_DATA,
                   _("%s: that of %s, who is here already; see: medi-client show %s; if it is "
                     "another person, --anyway REASON"),
                   by, code, code);
}

int
cmd_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct file_args *args = data;
    struct cli_record record;
    if (!args->home && !ctx->store)
        return err_set(err, ERR_USAGE,
                       _("--home: missing; it says of which store they are, or -s"));
    if (check_same(ctx, args, NULL, err) < 0)
        return -1;
    cli_record_init(&record, "clients", PUT_ADD);
    give_file(ctx, &record, args);
    if (!args->home)
        cli_give(&record, "store", ctx->store);
    cli_give_day(ctx, &record, "created_on",
                 args->created_on == OPT_UNSET ? client_today(ctx) : args->created_on);
    return client_put(ctx, &record, err);
}

/* First touch is fixed once the file is made. */
int
cmd_edit(struct ctx *ctx, void *data, struct err *err)
{
    const struct file_args *args = data;
    struct file_args edited = *args;
    struct person person;
    struct cli_record record;
    if (person_find_living(ctx->db, ctx->arena, args->code, &person, err) < 0 ||
        check_same(ctx, args, person.code, err) < 0)
        return -1;
    edited.code = person.code;
    cli_record_init(&record, "clients", PUT_EDIT);
    give_file(ctx, &record, &edited);
    return client_put(ctx, &record, err);
}

/* ---- find ------------------------------------------------------------------------------------ */

static const struct out_column found_columns[] = {
    {"code", NULL, OUT_TEXT},  {"name", NULL, OUT_TEXT},    {"phone", NULL, OUT_TEXT},
    {"store", NULL, OUT_TEXT}, {"birthday", NULL, OUT_DAY}, {"joined_to", NULL, OUT_TEXT},
};

struct finding {
    struct ctx *ctx;
    struct vault *vault;
    const char *part; /* of the name; NULL: the statement found them */
    struct out *out;
    struct arena row;
    int64_t rows;
};

/* id, data_key, code, name, phone, store, birthday, joined_to */
static int
open_column(struct finding *finding, struct db_stmt *stmt, int column, struct db_value *value,
            struct err *err)
{
    return personal_open(finding->ctx->db, finding->vault, &finding->row, "client",
                         db_column_name(stmt, column), db_get_int(stmt, 0), db_get(stmt, 1),
                         db_get(stmt, column), value, err);
}

static bool
has_part(const struct finding *finding, struct db_value name)
{
    return !finding->part || (name.type == DB_TEXT && strstr(name.text, finding->part));
}

static int
show_found(struct finding *finding, struct db_stmt *stmt, struct err *err)
{
    enum { NAME = 3, PHONE = 4 };
    struct db_value name, phone;
    arena_reset(&finding->row);
    if (open_column(finding, stmt, NAME, &name, err) < 0)
        return -1;
    if (!has_part(finding, name))
        return 0;
    if (open_column(finding, stmt, PHONE, &phone, err) < 0)
        return -1;
    const struct db_value values[] = {db_get(stmt, 2),
                                      client_masked(&finding->row, "name", name),
                                      client_masked(&finding->row, "phone", phone),
                                      db_get(stmt, 5),
                                      db_get(stmt, 6),
                                      db_get(stmt, 7)};
    finding->rows++;
    return out_row(finding->out, values, err);
}

static int
find_rows(struct finding *finding, const struct find_args *args, struct err *err)
{
    struct arena *arena = finding->ctx->arena;
    struct vault *vault = finding->vault;
    const struct db_value values[] = {db_text(args->text),
                                      person_phone_index(vault, arena, "client", args->text),
                                      person_id_index(vault, arena, args->text)};
    struct db_stmt *stmt = NULL;
    int more = args->name ? sql_open(finding->ctx->db, &stmt, SQL_CLIENT_FIND_ALL, NULL, 0, err)
                          : sql_open(finding->ctx->db, &stmt, SQL_CLIENT_FIND, values, 3, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        if (show_found(finding, stmt, err) < 0)
            more = -1;
    db_finish(stmt);
    return more < 0 ? -1 : out_end(finding->out, err);
}

int
cmd_find(struct ctx *ctx, void *data, struct err *err)
{
    const struct find_args *args = data;
    struct finding finding = {.ctx = ctx, .part = args->name};
    if (!args->text == !args->name)
        return err_set(err, ERR_USAGE,
                       _("a phone, an id number or a code is wanted, or --name PART"));
    if (cli_vault(ctx, &finding.vault, err) < 0)
        return -1;
    if (args->name && !finding.vault)
        return err_set(err, ERR_USAGE,
                       _("--name: names cannot be read without the key; give it with --key FILE or "
                         "MEDI_KEY"));
    finding.out = cli_out(ctx, found_columns, 6);
    arena_init(&finding.row);
    int result = find_rows(&finding, args, err);
    arena_release(&finding.row);
    out_free(finding.out);
    return result < 0 ? -1 : finding.rows > 0 && ctx->exit_rows;
}

/* ---- merge and forget ------------------------------------------------------------------------ */

int
cmd_merge(struct ctx *ctx, void *data, struct err *err)
{
    const struct merge_args *args = data;
    struct merge merge = {.db = ctx->db,
                          .arena = ctx->arena,
                          .into = args->code,
                          .from = args->other,
                          .today = client_today(ctx)};
    if (cli_vault(ctx, &merge.vault, err) < 0 || client_merge(&merge, err) < 0)
        return -1;
    if (merge.referral_dropped)
        cli_say(ctx, _("%s: who brought them was left out, since they brought that client"),
                merge.kept.code);
    cli_say(ctx, _("%s: %lld rows of %s are theirs now"), merge.kept.code, (long long)merge.rows,
            merge.gone.code);
    return cli_log(ctx, 0, arena_printf(ctx->arena, "client %s", merge.kept.code),
                   arena_printf(ctx->arena, "client %s joined, %lld rows", merge.gone.code,
                                (long long)merge.rows),
                   err);
}

int
cmd_forget(struct ctx *ctx, void *data, struct err *err)
{
    const struct forget_args *args = data;
    struct forget forget = {.db = ctx->db,
                            .arena = ctx->arena,
                            .code = args->code,
                            .kept_anyway = args->anyway && strlen(args->anyway) >= 2,
                            .today = client_today(ctx)};
    if (!args->reason || strlen(args->reason) < 2)
        return err_set(err, ERR_USAGE, _("--reason: say why"));
    if (cli_setting(ctx, "client.record_years", 0, &forget.years, err) < 0 ||
        forget_check(&forget, err) < 0)
        return -1;
    const char *subject = arena_printf(ctx->arena, "client %s", forget.person.code);
    const char *reason = args->anyway
                             ? arena_printf(ctx->arena, "%s; %s", args->reason, args->anyway)
                             : args->reason;
    if (cli_second(ctx, "client.forget", subject, reason, err) < 0 || forget_run(&forget, err) < 0)
        return -1;
    cli_say(ctx, _("%s: forgotten; figures are left"), forget.person.code);
    return cli_log(ctx, 0, subject, arena_printf(ctx->arena, "forgotten: %s", reason), err);
}
