/* Referrals, partners, events. */
#include <string.h>

#include "bin/client/verbs.h"
#include "client/person.h"
#include "client/referral.h"

int
cmd_refer(struct ctx *ctx, void *data, struct err *err)
{
    const struct refer_args *args = data;
    struct person client, by;
    struct cli_record record;
    if (!args->by)
        return err_set(err, ERR_USAGE, _("--by: missing; it says who brought them"));
    if (person_find_living(ctx->db, ctx->arena, args->client, &client, err) < 0 ||
        person_find_living(ctx->db, ctx->arena, args->by, &by, err) < 0 ||
        referral_check(ctx->db, ctx->arena, &client, &by, err) < 0)
        return -1;
    cli_record_init(&record, "referrals", PUT_ADD);
    cli_give(&record, "client", client.code);
    cli_give(&record, "referrer", by.code);
    cli_give_day(ctx, &record, "day", args->day == OPT_UNSET ? client_today(ctx) : args->day);
    cli_give(&record, "reward", args->reward);
    cli_give(&record, "note", args->note);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

/* ---- partners -------------------------------------------------------------------------------- */

static int
put_partner(struct ctx *ctx, const struct partner_args *args, enum put_mode mode, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "partners", mode);
    cli_give(&record, "code", args->code);
    cli_give(&record, "name", args->name);
    cli_give(&record, "trade", args->trade);
    cli_give(&record, "terms", args->terms);
    cli_give(&record, "channel", args->channel);
    cli_give(&record, "contact", args->contact);
    cli_give(&record, "phone", args->phone);
    cli_give_day(ctx, &record, "valid_from", args->valid_from);
    cli_give_day(ctx, &record, "valid_to", args->valid_to);
    return client_put(ctx, &record, err);
}

int
cmd_partner_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_partner(ctx, data, PUT_ADD, err);
}

int
cmd_partner_edit(struct ctx *ctx, void *data, struct err *err)
{
    return put_partner(ctx, data, PUT_EDIT, err);
}

/* ---- events ---------------------------------------------------------------------------------- */

static int
put_event(struct ctx *ctx, const struct event_args *args, enum put_mode mode, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "events", mode);
    cli_give(&record, "code", args->code);
    cli_give(&record, "name", args->name);
    cli_give(&record, "kind", args->kind);
    cli_give_day(ctx, &record, "starts_on", args->starts_on);
    cli_give_day(ctx, &record, "ends_on",
                 args->ends_on == OPT_UNSET && mode == PUT_ADD ? args->starts_on : args->ends_on);
    cli_give(&record, "partner", args->partner);
    cli_give_int(ctx, &record, "budget_fen", args->budget);
    cli_give_int(ctx, &record, "spent_fen", args->spent);
    cli_give(&record, "note", args->note);
    return client_put(ctx, &record, err);
}

int
cmd_event_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_event(ctx, data, PUT_ADD, err);
}

int
cmd_event_edit(struct ctx *ctx, void *data, struct err *err)
{
    return put_event(ctx, data, PUT_EDIT, err);
}

/* 1 the client is on the list, 0, -1. */
static int
is_guest(struct ctx *ctx, int64_t store_id, const char *event, const struct person *person,
         struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(event), db_int(person->id)};
    struct db_stmt *stmt;
    int found = sql_first(ctx->db, &stmt, SQL_CLIENT_GUEST_HAS, values, 3, err);
    if (found == 1)
        db_finish(stmt);
    return found;
}

static int
put_guest(struct ctx *ctx, const struct event_args *args, const char *client, const char *state,
          struct err *err)
{
    struct person person;
    struct cli_record record;
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        person_find_living(ctx->db, ctx->arena, client, &person, err) < 0)
        return -1;
    int guest = is_guest(ctx, store_id, args->code, &person, err);
    if (guest < 0)
        return -1;
    if (guest && !state) {
        cli_say(ctx, _("%s: nothing to change"), person.code);
        return 0;
    }
    cli_record_init(&record, "guests", guest ? PUT_EDIT : PUT_ADD);
    cli_give(&record, "event", args->code);
    cli_give(&record, "client", person.code);
    cli_give(&record, "state", state ? state : "invited");
    cli_give_day(ctx, &record, "day", client_today(ctx));
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

static int
put_guests(struct ctx *ctx, const struct event_args *args, const char *state, struct err *err)
{
    for (int i = 0; i < args->clients.count; i++)
        if (put_guest(ctx, args, args->clients.items[i], state, err) < 0)
            return -1;
    return 0;
}

int
cmd_event_invite(struct ctx *ctx, void *data, struct err *err)
{
    return put_guests(ctx, data, NULL, err);
}

/* Who was not invited and comes is a guest too. */
int
cmd_event_attend(struct ctx *ctx, void *data, struct err *err)
{
    const struct event_args *args = data;
    return put_guests(ctx, args, args->state ? args->state : "attended", err);
}
