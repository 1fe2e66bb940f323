/* Who waits for a time, and who of them can have one that was given up. */
#include <string.h>

#include "bin/roster/waiting.h"
#include "db/sql.h"

/* ---- one more waits ------------------------------------------------------------------------ */

int
cmd_waitlist_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct book_args *args = data;
    struct booking_project project;
    struct cli_record record;
    int64_t client_id, from = ctx->now, until;
    const char *client;
    if (args->from && roster_time(ctx, "--from", args->from, &from, err) < 0)
        return -1;
    until = from + 14 * (int64_t)DAY_SECONDS;
    if ((args->until && roster_time(ctx, "--until", args->until, &until, err) < 0) ||
        booking_client(ctx->db, ctx->arena, args->client, &client_id, &client, err) < 0 ||
        booking_project(ctx->db, ctx->arena, args->project, &project, err) < 0)
        return -1;
    if (until <= from || until <= ctx->now)
        return err_set(err, ERR_DATA, _("--until: must lie behind --from, and ahead of now"));
    cli_record_init(&record, "appointments", PUT_ADD);
    cli_give(&record, "code", args->code);
    cli_give(&record, "client", client);
    cli_give(&record, "project", args->project);
    cli_give(&record, "doctor", args->doctor);
    cli_give_moment(ctx, &record, "starts_at", from);
    cli_give_moment(ctx, &record, "ends_at", until);
    cli_give(&record, "status", "waitlist");
    cli_give(&record, "note", args->note);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

/* ---- a time is free --------------------------------------------------------------------------- */

enum { W_CODE, W_CLIENT, W_PROJECT, W_DOCTOR, W_FROM, W_UNTIL };
enum { WAITING_MOST = 20 };

struct waiting {
    const char *code, *client, *project, *doctor;
    int64_t from, until;
};

static int
read_waiting(struct ctx *ctx, const struct waiting_time *freed, struct waiting *list, int *count,
             struct err *err)
{
    const struct db_value values[] = {db_int(freed->store_id), db_int(freed->starts_at),
                                      db_int(freed->ends_at)};
    struct db_stmt *stmt;
    int more;
    *count = 0;
    if (sql_open(ctx->db, &stmt, SQL_ROSTER_WAITING, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1 && *count < WAITING_MOST)
        list[(*count)++] = (struct waiting){.code = db_keep_text(stmt, W_CODE, ctx->arena),
                                            .client = db_keep_text(stmt, W_CLIENT, ctx->arena),
                                            .project = db_keep_text(stmt, W_PROJECT, ctx->arena),
                                            .doctor = db_keep_text(stmt, W_DOCTOR, ctx->arena),
                                            .from = db_get_int(stmt, W_FROM),
                                            .until = db_get_int(stmt, W_UNTIL)};
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* From when the time is free, or they wait, or now. 1 with judged->booking, 0, -1. */
static int
can_have(struct ctx *ctx, const struct waiting_time *freed, const struct waiting *waiting,
         struct roster_case *judged, struct err *err)
{
    int64_t at = freed->starts_at > waiting->from ? freed->starts_at : waiting->from;
    int64_t day = zone_day(ctx->zone, at);
    const struct roster_ask ask = {.client = waiting->client,
                                   .project = waiting->project,
                                   .named = {waiting->doctor},
                                   .from_day = day,
                                   .to_day = day + 1};
    if (roster_begin(ctx, &ask, judged, err) < 0)
        return -1;
    roster_want(judged, at, OPT_UNSET);
    if (judged->booking.want.ends_at > waiting->until)
        return 0;
    return booking_try(&judged->booking, err);
}

static int
print_waiting(struct ctx *ctx, struct out *out, const struct waiting_time *freed,
              const struct waiting *list, int count, struct err *err)
{
    for (int i = 0; i < count; i++) {
        struct roster_case judged;
        int can = can_have(ctx, freed, &list[i], &judged, err);
        if (can < 0)
            return -1;
        const struct busy_one *doctor = judged.booking.chosen[BUSY_DOCTOR];
        const struct db_value values[] = {
            db_text(list[i].code), db_text(list[i].client), db_text(list[i].project),
            db_int(judged.booking.want.starts_at), db_text(doctor ? doctor->code : NULL)};
        if (can && out_row(out, values, err) < 0)
            return -1;
    }
    return 0;
}

int
roster_say_waiting(struct ctx *ctx, const struct waiting_time *freed, struct err *err)
{
    static const struct out_column columns[] = {{"code", NULL, OUT_TEXT},
                                                {"client", NULL, OUT_TEXT},
                                                {"project", NULL, OUT_TEXT},
                                                {"starts_at", NULL, OUT_MOMENT},
                                                {"doctor", NULL, OUT_TEXT}};
    struct waiting list[WAITING_MOST];
    int count;
    if (read_waiting(ctx, freed, list, &count, err) < 0)
        return -1;
    if (!count)
        return 0;
    struct out *out = cli_out(ctx, columns, 5);
    int result = print_waiting(ctx, out, freed, list, count, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}
