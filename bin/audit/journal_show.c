/* Journals as they are: what there is to write, what was written, what is due, and which a store keeps. */
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "bin/audit/journal.h"
#include "bin/audit/journal_pack.h"
#include "cli/put.h"
#include "journal/amount.h"
#include "journal/book.h"

/* ---- checklists ------------------------------------------------------------------------------------- */

static const struct out_column sheet_columns[] = {
    {"field", NULL, OUT_TEXT},    {"says", NULL, OUT_TEXT},      {"type", NULL, OUT_TEXT},
    {"optional", NULL, OUT_BOOL}, {"limits", NULL, OUT_TEXT},    {"words", NULL, OUT_TEXT},
    {"source", NULL, OUT_TEXT},   {"confirmed", NULL, OUT_BOOL}, {"answer", NULL, OUT_TEXT},
};

/* The words as they are kept, and of a choice that is judged the good ones with a star. */
static const char *
words_of(struct ctx *ctx, const struct field *field)
{
    struct str words = STR_INIT;
    const char *last = "";
    for (int i = 0; i < field->word_count; i++) {
        const struct field_word *word = &field->words[i];
        if (strcmp(last, word->word) != 0)
            str_addf(&words, "%s%s%s", *last ? ", " : "", word->word,
                     field->judged && word->good ? "*" : "");
        last = word->word;
    }
    const char *text = arena_strdup(ctx->arena, words.text);
    str_release(&words);
    return text;
}

static int
print_field(struct ctx *ctx, struct out *out, const struct field *field, struct err *err)
{
    const char *limits =
        field->type == FIELD_NUMBER
            ? journal_limits(ctx->arena, field->least, field->most, field->places, field->unit)
            : "";
    const struct db_value values[] = {
        db_text(field->name),
        db_text(ctx->zh ? field->zh : field->says),
        db_text(field_type_word(field->type)),
        db_int(field->optional),
        db_text(*limits || field->type != FIELD_NUMBER ? limits : field->unit),
        db_text(words_of(ctx, field)),
        db_text(field->source),
        field->source ? db_int(field->confirmed) : db_null(),
        db_text(""),
    };
    return out_row(out, values, err);
}

static int
print_sheet(struct ctx *ctx, const struct journal_kind *kind, struct err *err)
{
    struct out *out = cli_out(ctx, sheet_columns, sizeof sheet_columns / sizeof *sheet_columns);
    int result = 0;
    for (int i = 0; result == 0 && i < kind->count; i++)
        result = print_field(ctx, out, &kind->fields[i], err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static const struct out_column kind_columns[] = {
    {"kind", NULL, OUT_TEXT},       {"says", NULL, OUT_TEXT},   {"every_days", NULL, OUT_INT},
    {"basis", NULL, OUT_TEXT},      {"place", NULL, OUT_TEXT},  {"second", NULL, OUT_BOOL},
    {"close_hours", NULL, OUT_INT}, {"closes", NULL, OUT_TEXT}, {"article", NULL, OUT_TEXT},
    {"confirmed", NULL, OUT_BOOL},  {"says", NULL, OUT_TEXT},
};

static int
print_kinds(struct ctx *ctx, const struct journals *journals, struct err *err)
{
    struct out *out = cli_out(ctx, kind_columns, sizeof kind_columns / sizeof *kind_columns);
    int result = 0;
    for (int i = 0; result == 0 && i < journals->count; i++) {
        const struct journal_kind *kind = &journals->kinds[i];
        const struct db_value values[] = {db_text(kind->name),
                                          db_text(ctx->zh ? kind->zh : kind->says),
                                          db_int(kind->every),
                                          db_text(kind->by_visits ? "visits" : "calendar"),
                                          db_text(journal_place_word(kind->place)),
                                          db_int(kind->second),
                                          kind->close_hours ? db_int(kind->close_hours) : db_null(),
                                          db_text(kind->closes),
                                          db_text(kind->law.name),
                                          db_int(kind->law.confirmed),
                                          db_text(kind->law.says)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_journal_checklist(struct ctx *ctx, void *data, struct err *err)
{
    const struct journal_args *args = data;
    struct journals journals;
    if (journal_packs(ctx, &journals, err) < 0)
        return -1;
    if (!args->kind)
        return print_kinds(ctx, &journals, err);
    const struct journal_kind *kind = journals_find(&journals, args->kind, err);
    return kind ? print_sheet(ctx, kind, err) : -1;
}

/* ---- an entry --------------------------------------------------------------------------------------- */

static const struct out_column value_columns[] = {
    {"field", NULL, OUT_TEXT}, {"says", NULL, OUT_TEXT},   {"value", NULL, OUT_TEXT},
    {"unit", NULL, OUT_TEXT},  {"limits", NULL, OUT_TEXT}, {"verdict", NULL, OUT_TEXT},
};

static const char *
title_of(struct ctx *ctx, const struct journal_kind *kind, const char *name)
{
    const struct field *field = kind ? journal_field(kind, name) : NULL;
    return field ? ctx->zh ? field->zh : field->says : NULL;
}

static int64_t
limit_of(struct db_value value, int64_t none)
{
    return value.type == DB_INT ? value.number : none;
}

static int
print_value(struct ctx *ctx, struct out *out, const struct journal_kind *kind,
            const struct db_stmt *stmt, struct err *err)
{
    const struct db_value number = db_get(stmt, 1), unit = db_get(stmt, 4);
    int64_t places = db_get_int(stmt, 3);
    const char *limits = journal_limits(ctx->arena, limit_of(db_get(stmt, 5), INT64_MIN),
                                        limit_of(db_get(stmt, 6), INT64_MAX), places,
                                        unit.type == DB_TEXT ? unit.text : "");
    const struct db_value values[] = {
        db_get(stmt, 0),
        db_text(title_of(ctx, kind, db_get_text(stmt, 0))),
        number.type == DB_INT ? db_text(amount_format(ctx->arena, number.number, places))
                              : db_get(stmt, 2),
        unit,
        db_text(limits),
        db_get(stmt, 7),
    };
    return out_row(out, values, err);
}

static int
print_values(struct ctx *ctx, const struct journal_kind *kind, int64_t store_id, int64_t entry_id,
             struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(entry_id)};
    struct out *out = cli_out(ctx, value_columns, sizeof value_columns / sizeof *value_columns);
    struct db_stmt *stmt = NULL;
    int more = sql_open(ctx->db, &stmt, SQL_JOURNAL_VALUES, values, 2, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        more = print_value(ctx, out, kind, stmt, err);
    db_finish(stmt);
    int result = more < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_journal_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct journal_args *args = data;
    struct journals journals;
    struct book_entry entry;
    struct err unknown = {0};
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 || journal_packs(ctx, &journals, err) < 0 ||
        book_find(ctx->db, ctx->arena, store_id, args->entry, &entry, err) < 0)
        return -1;
    if (entry.voided_by)
        cli_say(ctx, _("%s: was voided by %s"), args->entry, entry.voided_by);
    return print_values(ctx, journals_find(&journals, entry.kind, &unknown), store_id, entry.id,
                        err);
}

/* ---- what is due ------------------------------------------------------------------------------------ */

/* A journal that no pack knows is a slip of the pen and not an empty list. */
static int
check_kind(struct ctx *ctx, const char **name, struct err *err)
{
    struct journals journals;
    if (!*name)
        return 0;
    const struct journal_kind *kind =
        journal_packs(ctx, &journals, err) < 0 ? NULL : journals_find(&journals, *name, err);
    if (kind)
        *name = kind->name;
    return kind ? 0 : -1;
}

int
cmd_journal_list(struct ctx *ctx, void *data, struct err *err)
{
    struct journal_args *args = data;
    if (check_kind(ctx, &args->kind, err) < 0)
        return -1;
    int64_t rows = cli_query(ctx, args, SQL_JOURNAL_LIST, err);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}

int
cmd_journal_due(struct ctx *ctx, void *data, struct err *err)
{
    struct journal_args *args = data;
    if (check_kind(ctx, &args->kind, err) < 0)
        return -1;
    int64_t rows = cli_query(ctx, args, SQL_JOURNAL_DUE, err);
    return rows < 0 ? -1 : rows > 0 ? EXIT_NO : 0;
}

/* ---- which journals a store keeps ------------------------------------------------------------------- */

static const char *
basis_of(const struct duty_args *args, const struct journal_kind *kind)
{
    return args->basis ? args->basis : kind->by_visits ? "visits" : "calendar";
}

int
cmd_journal_keep(struct ctx *ctx, void *data, struct err *err)
{
    const struct duty_args *args = data;
    struct journals journals;
    struct cli_record record;
    if (journal_packs(ctx, &journals, err) < 0)
        return -1;
    const struct journal_kind *kind = journals_find(&journals, args->kind, err);
    if (!kind)
        return -1;
    if ((args->room && kind->place != PLACE_ROOM) ||
        (args->equipment && kind->place != PLACE_EQUIPMENT))
        return err_set(err, ERR_USAGE,
                       _("%s: %s is not about that; see: medi-audit journal checklist"),
                       args->room ? "--room" : "--equipment", kind->name);
    cli_record_init(&record, "journal_duties", PUT_ADD);
    cli_give(&record, "kind", kind->name);
    cli_give(&record, "room", args->room);
    cli_give(&record, "equipment", args->equipment);
    cli_give_int(ctx, &record, "every_days", args->every == OPT_UNSET ? kind->every : args->every);
    cli_give(&record, "basis", basis_of(args, kind));
    cli_give_day(ctx, &record, "from_on",
                 args->from == OPT_UNSET ? zone_day(ctx->zone, ctx->now) : args->from);
    cli_give_day(ctx, &record, "to_on", args->to);
    cli_give(&record, "note", args->note);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

int
cmd_journal_stop(struct ctx *ctx, void *data, struct err *err)
{
    const struct duty_args *args = data;
    struct cli_record record;
    if (!args->note || strlen(args->note) < 2)
        return err_set(err, ERR_USAGE, _("--note: say why"));
    cli_record_init(&record, "journal_duties", PUT_EDIT);
    cli_give(&record, "code", args->duty);
    cli_give_day(ctx, &record, "to_on",
                 args->to == OPT_UNSET ? zone_day(ctx->zone, ctx->now) : args->to);
    cli_give(&record, "note", args->note);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

int
cmd_journal_duties(struct ctx *ctx, void *data, struct err *err)
{
    int64_t rows = cli_query(ctx, data, SQL_JOURNAL_DUTIES, err);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
