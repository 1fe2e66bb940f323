/* Journals are written: an entry, and one that takes another back. */
#include "bin/audit/journal.h"

#include <string.h>

#include "base/day.h"
#include "bin/audit/journal_pack.h"
#include "cli/put.h"
#include "journal/amount.h"
#include "journal/book.h"
#include "staff/staff.h"

/* What becomes rows, once all of it was judged. */
struct writing {
    struct ctx *ctx;
    const struct journal_args *args;
    const struct journal_kind *kind; /* NULL: the entry only takes another back */
    struct journal_entry entry;
    struct book_open open;
    struct book_entry old; /* that it voids; code NULL: none */
    struct staff staff, second;
    int64_t store_id, at;
};

/* ---- what is asked of an entry ---------------------------------------------------------------------- */

static int
find_staff(struct writing *writing, const char *code, struct staff *staff, struct err *err)
{
    struct ctx *ctx = writing->ctx;
    int64_t day = zone_day(ctx->zone, writing->at);
    if (code)
        return staff_find(ctx->db, ctx->arena, code, day, staff, err) < 0 ||
                       staff_here(staff, day, err) < 0
                   ? -1
                   : 0;
    int found = staff_of_login(ctx->db, ctx->arena, cli_actor(ctx), day, staff, err);
    return found < 0 ? -1
           : found   ? 0
                     : err_set(err, ERR_USAGE,
                               _("--staff: missing, and your account is nobody's of the staff; say "
                                   "who did it"));
}

static int
find_people(struct writing *writing, struct err *err)
{
    const struct journal_args *args = writing->args;
    if (find_staff(writing, args->staff, &writing->staff, err) < 0)
        return -1;
    if (writing->kind && writing->kind->second && !args->second)
        return err_set(err, ERR_USAGE, _("--second: missing; %s is done before a second person"),
                       writing->kind->name);
    if (!args->second)
        return 0;
    if (find_staff(writing, args->second, &writing->second, err) < 0)
        return -1;
    return writing->second.id == writing->staff.id
               ? err_set(err, ERR_DATA,
                         _("--second: %s: is who did it; a second person is another"), args->second)
               : 0;
}

/* The room or the machine that the journal is about. */
static int
check_place(const struct writing *writing, struct err *err)
{
    const struct journal_args *args = writing->args;
    const struct journal_kind *kind = writing->kind;
    if (kind->place == PLACE_ROOM && !args->room)
        return err_set(err, ERR_USAGE, _("--room: missing; %s is about a room"), kind->name);
    if (kind->place == PLACE_EQUIPMENT && !args->equipment)
        return err_set(err, ERR_USAGE, _("--equipment: missing; %s is about a machine"),
                       kind->name);
    return 0;
}

static int
check_reason(const struct journal_args *args, struct err *err)
{
    return args->reason && strlen(args->reason) >= 2
               ? 0
               : err_set(err, ERR_USAGE, _("--reason: say why"));
}

/* A correction is of the moment of what it corrects, unless another is given. */
static int
find_old(struct writing *writing, const char *code, struct err *err)
{
    struct ctx *ctx = writing->ctx;
    if (check_reason(writing->args, err) < 0 ||
        book_find_standing(ctx->db, ctx->arena, writing->store_id, code, &writing->old, err) < 0)
        return -1;
    if (writing->kind && strcmp(writing->kind->name, writing->old.kind) != 0)
        return err_set(err, ERR_DATA,
                       _("%s: is of the journal %s; an entry is corrected by one of its own"), code,
                       writing->old.kind);
    if (writing->kind && writing->args->at == OPT_UNSET)
        writing->at = writing->old.at;
    return 0;
}

static int
begin(struct ctx *ctx, const struct journal_args *args, struct writing *writing, struct err *err)
{
    *writing = (struct writing){.ctx = ctx, .args = args};
    writing->at = args->at == OPT_UNSET ? ctx->now : args->at;
    if (cli_store_id(ctx, &writing->store_id, err) < 0)
        return -1;
    return writing->at <= ctx->now
               ? 0
               : err_set(err, ERR_DATA, _("--at: lies ahead; write down what was done"));
}

/* ---- writing ---------------------------------------------------------------------------------------- */

static int
put_entry(struct writing *writing, struct cli_record *record, struct err *err)
{
    struct ctx *ctx = writing->ctx;
    const struct journal_args *args = writing->args;
    int64_t hours = writing->kind ? writing->kind->close_hours : 0;
    cli_record_init(record, "journals", PUT_ADD);
    cli_give(record, "code", args->code);
    cli_give(record, "kind", writing->kind ? writing->kind->name : "void");
    cli_give_moment(ctx, record, "at", writing->at);
    cli_give(record, "room", args->room);
    cli_give(record, "equipment", args->equipment);
    cli_give(record, "staff", writing->staff.code);
    cli_give(record, "second", args->second ? writing->second.code : NULL);
    cli_give_moment(ctx, record, "close_by", hours ? writing->at + hours * 3600 : OPT_UNSET);
    cli_give(record, "voids", writing->old.code);
    cli_give(record, "reason", writing->old.code ? args->reason : NULL);
    cli_give(record, "note", args->note);
    return cli_put(ctx, record, err) < 0 ? -1 : 0;
}

static int
put_value(struct writing *writing, const struct cli_record *entry,
          const struct journal_value *value, struct err *err)
{
    struct ctx *ctx = writing->ctx;
    struct cli_record record;
    cli_record_init(&record, "journal_values", PUT_ADD);
    cli_give(&record, "journal", entry->code);
    cli_give(&record, "name", value->field->name);
    cli_give(&record, "verdict", verdict_word(value->verdict));
    if (value->field->type != FIELD_NUMBER) {
        cli_give(&record, "says", value->says);
        return cli_put(ctx, &record, err) < 0 ? -1 : 0;
    }
    cli_give_int(ctx, &record, "number", value->amount);
    cli_give_int(ctx, &record, "places", value->field->places);
    cli_give(&record, "unit", value->field->unit);
    cli_give_int(ctx, &record, "least", value->least);
    cli_give_int(ctx, &record, "most", value->most == INT64_MAX ? OPT_UNSET : value->most);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

/* What was bad is told: the entry stands, and an audit finds it. */
static void
say_bad(const struct writing *writing)
{
    for (int i = 0; i < writing->entry.count; i++) {
        const struct journal_value *value = &writing->entry.values[i];
        const struct field *field = value->field;
        if (value->verdict == VERDICT_BAD)
            cli_say(writing->ctx, _("%s: %s: is not good (%s)"), field->name, value->says,
                    journal_limits(writing->ctx->arena, value->least, value->most, field->places,
                                   field->unit ? field->unit : ""));
    }
}

static int
write_all(struct writing *writing, struct err *err)
{
    struct ctx *ctx = writing->ctx;
    struct cli_record record;
    if (put_entry(writing, &record, err) < 0 ||
        book_close(ctx->db, writing->store_id, &writing->open, record.code, err) < 0)
        return -1;
    for (int i = 0; i < writing->entry.count; i++)
        if (put_value(writing, &record, &writing->entry.values[i], err) < 0)
            return -1;
    if (writing->open.count > 0 &&
        cli_log(ctx, writing->store_id, record.code,
                arena_printf(ctx->arena, "closes %d entries", writing->open.count), err) < 0)
        return -1;
    say_bad(writing);
    return cli_say_record(ctx, &record, err);
}

/* What the old entry closed is open again, for the new one to close. */
static int
reopen(struct writing *writing, struct err *err)
{
    struct ctx *ctx = writing->ctx;
    int64_t count = 0;
    if (!writing->old.code)
        return 0;
    if (book_reopen(ctx->db, writing->store_id, writing->old.code, &count, err) < 0)
        return -1;
    return count == 0 ? 0
                      : cli_log(ctx, writing->store_id, writing->old.code,
                                arena_printf(ctx->arena, "voided: %lld entries are open again",
                                             (long long)count),
                                err);
}

/* What it closes, and whether the sums agree. */
static int
find_closed(struct writing *writing, struct err *err)
{
    struct ctx *ctx = writing->ctx;
    const struct journal_kind *kind = writing->kind;
    if (!kind->closes)
        return 0;
    if (book_find_open(ctx->db, ctx->arena, writing->store_id, &writing->entry, writing->at,
                       &writing->open, err) < 0)
        return -1;
    if (writing->open.count == 0)
        return err_set(err, ERR_DATA, _("%s: nothing of the journal %s is open; write that first"),
                       kind->name, kind->closes);
    struct journal_value *sum = journal_value(&writing->entry, kind->sum);
    if (sum)
        journal_must_be(sum, writing->open.sum);
    return 0;
}

int
cmd_journal_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct journal_args *args = data;
    struct journals journals;
    struct writing writing;
    if (begin(ctx, args, &writing, err) < 0 || journal_packs(ctx, &journals, err) < 0 ||
        !(writing.kind = journals_find(&journals, args->kind, err)) ||
        journal_judge(ctx->arena, writing.kind, args->values.items, args->values.count,
                      &writing.entry, err) < 0 ||
        (args->voids && find_old(&writing, args->voids, err) < 0) ||
        check_place(&writing, err) < 0 || find_people(&writing, err) < 0 ||
        reopen(&writing, err) < 0 || find_closed(&writing, err) < 0)
        return -1;
    return write_all(&writing, err);
}

int
cmd_journal_void(struct ctx *ctx, void *data, struct err *err)
{
    struct journal_args *args = data;
    struct writing writing;
    args->at = OPT_UNSET;
    if (begin(ctx, args, &writing, err) < 0 || find_old(&writing, args->entry, err) < 0 ||
        find_people(&writing, err) < 0 || reopen(&writing, err) < 0)
        return -1;
    return write_all(&writing, err);
}
