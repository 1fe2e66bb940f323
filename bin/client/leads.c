/* Leads, until they become clients. */
#include <string.h>

#include "bin/client/verbs.h"
#include "client/person.h"
#include "record/personal.h"

static void
give_lead(struct ctx *ctx, struct cli_record *record, const struct lead_args *args)
{
    cli_give(record, "code", args->code);
    cli_give(record, "name", args->name);
    cli_give(record, "phone", args->phone);
    cli_give(record, "channel", args->channel);
    cli_give(record, "project", args->project);
    cli_give(record, "owner", args->owner);
    cli_give(record, "stage", args->stage);
    cli_give(record, "next_step", args->next_step);
    cli_give(record, "note", args->note);
    cli_give_day(ctx, record, "next_on", args->next_on);
}

/* Who asked before, or is a client, is not written down again by mistake. */
static int
check_lead(struct ctx *ctx, const struct lead_args *args, struct err *err)
{
    const char *code, *by;
    struct vault *vault;
    struct db_stmt *stmt;
    if (cli_vault(ctx, &vault, err) < 0)
        return -1;
    if (args->anyway && strlen(args->anyway) >= 2)
        return 0;
    int found = person_same(ctx->db, ctx->arena, vault, args->phone, NULL, NULL, &code, &by, err);
    if (found != 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA,
                                   _("phone: that of client %s; see: medi-client show %s; if it is "
                                     "another person, --anyway REASON"),
                                   code, code);
    const struct db_value index = person_phone_index(vault, ctx->arena, "lead", args->phone);
    found = sql_first(ctx->db, &stmt, SQL_CLIENT_LEAD_SAME, &index, 1, err);
    if (found != 1)
        return found;
    code = arena_strdup(ctx->arena, db_get_text(stmt, 0));
    db_finish(stmt);
    return err_set(err, ERR_DATA,
                   _("phone: that of the open lead %s; go on with it, or --anyway REASON"), code);
}

int
cmd_lead_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct lead_args *args = data;
    struct cli_record record;
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 || check_lead(ctx, args, err) < 0)
        return -1;
    cli_record_init(&record, "leads", PUT_ADD);
    give_lead(ctx, &record, args);
    cli_give(&record, "store", ctx->store);
    cli_give_moment(ctx, &record, "created_at", args->at == OPT_UNSET ? ctx->as_of : args->at);
    return client_put(ctx, &record, err);
}

/* ---- a lead that is there -------------------------------------------------------------------- */

struct lead {
    const char *name, *phone, *note, *stage, *store, *channel, *owner, *client;
};

static int
open_at(struct ctx *ctx, struct vault *vault, struct db_stmt *stmt, int column, const char **text,
        struct err *err)
{
    struct db_value value;
    if (personal_open(ctx->db, vault, ctx->arena, "lead", db_column_name(stmt, column),
                      db_get_int(stmt, 0), db_get(stmt, 1), db_get(stmt, column), &value, err) < 0)
        return -1;
    *text = value.type == DB_TEXT ? arena_strndup(ctx->arena, value.text, value.length) : NULL;
    return 0;
}

/* What is sealed in it is opened only with `vault`. */
static int
read_lead(struct ctx *ctx, const char *code, struct vault *vault, struct lead *lead,
          struct err *err)
{
    const struct db_value key = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(ctx->db, &stmt, SQL_CLIENT_LEAD, &key, 1, err);
    if (found == 0)
        return err_set(err, ERR_DATA,
                       _("lead %s: not in the database; list them with: medi-client lead list"),
                       code);
    if (found < 0)
        return -1;
    bool sealed = false;
    for (int i = 2; i < 5; i++)
        sealed |= db_get(stmt, i).type != DB_NULL;
    int result = open_at(ctx, vault, stmt, 2, &lead->name, err) < 0 ||
                         open_at(ctx, vault, stmt, 3, &lead->phone, err) < 0 ||
                         open_at(ctx, vault, stmt, 4, &lead->note, err) < 0
                     ? -1
                     : sealed;
    lead->stage = db_keep_text(stmt, 5, ctx->arena);
    lead->store = db_keep_text(stmt, 6, ctx->arena);
    lead->channel = db_keep_text(stmt, 7, ctx->arena);
    lead->owner = db_keep_text(stmt, 8, ctx->arena);
    lead->client = db_keep_text(stmt, 9, ctx->arena);
    db_finish(stmt);
    return result;
}

static int
check_open(const char *code, const struct lead *lead, struct err *err)
{
    if (strcmp(lead->stage, "converted") == 0)
        return err_set(err, ERR_DATA, _("lead %s: became client %s already"), code,
                       lead->client ? lead->client : "?");
    if (strcmp(lead->stage, "lost") == 0)
        return err_set(err, ERR_DATA,
                       _("lead %s: is lost; open it again first: medi-client lead edit %s --stage "
                         "contacted"),
                       code, code);
    return 0;
}

int
cmd_lead_edit(struct ctx *ctx, void *data, struct err *err)
{
    const struct lead_args *args = data;
    struct lead lead;
    struct cli_record record;
    if (read_lead(ctx, args->code, NULL, &lead, err) < 0)
        return -1;
    if (strcmp(lead.stage, "converted") == 0)
        return check_open(args->code, &lead, err);
    cli_record_init(&record, "leads", PUT_EDIT);
    give_lead(ctx, &record, args);
    if (strcmp(lead.stage, "lost") == 0 && args->stage)
        cli_give(&record, "lost_reason", "");
    return client_put(ctx, &record, err);
}

int
cmd_lead_lose(struct ctx *ctx, void *data, struct err *err)
{
    const struct lead_args *args = data;
    struct lead lead;
    struct cli_record record;
    if (!args->reason || strlen(args->reason) < 2)
        return err_set(err, ERR_USAGE, _("--reason: say why"));
    if (read_lead(ctx, args->code, NULL, &lead, err) < 0 || check_open(args->code, &lead, err) < 0)
        return -1;
    cli_record_init(&record, "leads", PUT_EDIT);
    cli_give(&record, "code", args->code);
    cli_give(&record, "stage", "lost");
    cli_give(&record, "lost_reason", args->reason);
    cli_give(&record, "next_step", "");
    cli_give(&record, "next_on", "");
    return client_put(ctx, &record, err);
}

/* ---- a lead becomes a client ----------------------------------------------------------------- */

/* The new file, with what the lead has: name, phone and note under the client's key, and the channel of first
 * touch. */
static int
make_client(struct ctx *ctx, const struct lead_args *args, const struct lead *lead,
            const char **code, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "clients", PUT_ADD);
    cli_give(&record, "code", args->client);
    cli_give(&record, "name", lead->name);
    cli_give(&record, "phone", lead->phone);
    cli_give(&record, "note", lead->note);
    cli_give(&record, "store", lead->store);
    cli_give(&record, "channel", lead->channel);
    cli_give(&record, "owner", args->owner ? args->owner : lead->owner);
    cli_give_day(ctx, &record, "created_on", client_today(ctx));
    if (cli_put(ctx, &record, err) < 0)
        return -1;
    *code = record.code;
    return 0;
}

/* Whom the lead is: given, found by phone, or new. */
static int
find_client(struct ctx *ctx, const struct lead_args *args, const struct lead *lead,
            struct vault *vault, const char **code, struct err *err)
{
    struct person person;
    struct err unknown = {0};
    const char *by;
    if (args->client && person_find(ctx->db, ctx->arena, args->client, &person, &unknown) == 0) {
        *code = person.code;
        return person_find_living(ctx->db, ctx->arena, args->client, &person, err);
    }
    if (args->client && unknown.kind != ERR_DATA) {
        *err = unknown;
        return -1;
    }
    int found = person_same(ctx->db, ctx->arena, vault, lead->phone, NULL, NULL, code, &by, err);
    if (found == 1)
        cli_say(ctx, _("%s: has this phone, and is taken for the same person"), *code);
    return found != 0 ? found : make_client(ctx, args, lead, code, err);
}

int
cmd_lead_convert(struct ctx *ctx, void *data, struct err *err)
{
    const struct lead_args *args = data;
    const char *code = NULL;
    struct vault *vault;
    struct lead lead;
    struct cli_record record;
    if (cli_vault(ctx, &vault, err) < 0)
        return -1;
    int sealed = read_lead(ctx, args->code, vault, &lead, err);
    if (sealed < 0 || check_open(args->code, &lead, err) < 0)
        return -1;
    if (sealed && !vault)
        return err_set(err, ERR_USAGE,
                       _("lead %s: name and phone cannot be read without the key: give it with "
                         "--key FILE or MEDI_KEY"),
                       args->code);
    if (find_client(ctx, args, &lead, vault, &code, err) < 0)
        return -1;
    cli_record_init(&record, "leads", PUT_EDIT);
    cli_give(&record, "code", args->code);
    cli_give(&record, "stage", "converted");
    cli_give(&record, "client", code);
    cli_give(&record, "next_step", "");
    cli_give(&record, "next_on", "");
    if (cli_put(ctx, &record, err) < 0)
        return -1;
    record.code = code;
    return cli_say_record(ctx, &record, err);
}

/* ---- list ------------------------------------------------------------------------------------ */

static int
show_lead(struct ctx *ctx, struct vault *vault, struct db_stmt *stmt, struct out *out,
          struct err *err)
{
    enum { COLUMNS = 13, NAME = 1, PHONE = 2, HIDDEN = 2 };
    static const char *const sealed[] = {"name", "phone"};
    struct db_value row[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        row[i] = db_get(stmt, i + HIDDEN);
    for (int i = NAME; i <= PHONE; i++) {
        if (row[i].type == DB_NULL)
            continue;
        if (personal_open(ctx->db, vault, ctx->arena, "lead", sealed[i - NAME], db_get_int(stmt, 0),
                          db_get(stmt, 1), row[i], &row[i], err) < 0)
            return -1;
        row[i] = row[i].type == DB_NULL ? db_text("***")
                                        : client_masked(ctx->arena, sealed[i - NAME], row[i]);
    }
    return out_row(out, row, err);
}

int
cmd_lead_list(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"code", NULL, OUT_TEXT},      {"name", NULL, OUT_TEXT},    {"phone", NULL, OUT_TEXT},
        {"store", NULL, OUT_TEXT},     {"channel", NULL, OUT_TEXT}, {"project", NULL, OUT_TEXT},
        {"owner", NULL, OUT_TEXT},     {"day", NULL, OUT_DAY},      {"stage", NULL, OUT_TEXT},
        {"next_step", NULL, OUT_TEXT}, {"next_on", NULL, OUT_DAY},  {"lost_reason", NULL, OUT_TEXT},
        {"client", NULL, OUT_TEXT},
    };
    const struct sql *sql = sql_get(SQL_CLIENT_LEADS);
    struct db_value values[6];
    struct vault *vault;
    struct db_stmt *stmt = NULL;
    int64_t rows = 0;
    if (cli_vault(ctx, &vault, err) < 0 || cli_bind(ctx, data, sql, values, err) < 0 ||
        sql_open(ctx->db, &stmt, SQL_CLIENT_LEADS, values, 6, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 13);
    int more;
    for (; (more = db_step(stmt, err)) == 1; rows++)
        if (show_lead(ctx, vault, stmt, out, err) < 0) {
            more = -1;
            break;
        }
    if (more == 0)
        more = out_end(out, err);
    out_free(out);
    db_finish(stmt);
    return more < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
