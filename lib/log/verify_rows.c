/* Every row of every table, counted anew. */
#include <string.h>

#include "log/verify_private.h"

struct counting {
    struct verify *verify;
    struct recount *recount;
    struct place *place;
    const struct described_table *table;
};

static int
tell(struct counting *counting, int64_t store_id, const char *finding, const char *detail,
     struct err *err)
{
    const struct verify_at at = {store_id, counting->place->table, NULL, finding, false};
    return verify_tell(counting->verify, &at, err, "%s", detail);
}

/* ---- the schema ---------------------------------------------------------------------------------- */

struct columns {
    struct verify *verify;
    const struct described_table *table;
    int seen;
};

/* Rows are hashed by the places of their columns, so these must bear the right names. */
static int
see_column(void *context, const struct db_column *column, struct err *err)
{
    struct columns *columns = context;
    const struct described_table *table = columns->table;
    const struct described_column *wanted =
        columns->seen < table->count ? &table->columns[columns->seen] : NULL;
    columns->seen++;
    if (wanted && strcmp(column->name, wanted->name) == 0 &&
        strcmp(column->type, wanted->type) == 0)
        return 0;
    const struct verify_at at = {
        -1, "schema", arena_printf(&columns->verify->words, "%s %.80s", table->name, column->name),
        wanted ? "changed" : "added", false};
    if (!wanted)
        return verify_tell(columns->verify, &at, err, "%s", _("the table has no such column"));
    return verify_tell(columns->verify, &at, err, _("the column there is %s %s"), wanted->name,
                       wanted->type);
}

/* 1 the table is there, 0 it is not and that was told, -1. */
static int
judge_columns(struct verify *verify, const struct described_table *table, struct err *err)
{
    struct columns columns = {verify, table, 0};
    struct verify_at at = {-1, "schema", table->name, "missing", false};
    if (db_columns(verify->db, table->name, see_column, &columns, err) < 0)
        return verify_unreadable(verify, -1, table->name, err);
    if (columns.seen == 0)
        return verify_tell(verify, &at, err, "%s", _("the table is not there"));
    if (columns.seen < table->count)
        return verify_tell(verify, &at, err, _("of %d columns the last %d are not there"),
                           table->count, table->count - columns.seen) < 0
                   ? -1
                   : 1;
    return 1;
}

/* ---- sets ------------------------------------------------------------------------------------------ */

static int
judge_marks(struct counting *counting, const struct recount_set *set, struct err *err)
{
    const struct verify_at at = {set->store_id, "mark",
                                 arena_printf(&counting->verify->words, "mark %s", set->table),
                                 "changed", true};
    if (verify_marks_are(counting->verify, counting->place, set->store_id, set->marks))
        return 0;
    return verify_tell(
        counting->verify, &at, err, "%s",
        _("the rows are right, but the marks by which a wrong one would be named are "
          "not theirs"));
}

static int
judge_set(struct counting *counting, const struct recount_set *set, struct err *err)
{
    if (set->store_id == RECOUNT_REST)
        return tell(counting, -1, "malformed", _("it has rows of more stores than there can be"),
                    err);
    if (held_is(counting->verify->held, set->table, set->store_id, &set->set))
        return judge_marks(counting, set, err);
    return verify_name_rows(counting->verify, counting->place, set->store_id, err);
}

/* Of which the log knows rows, but not one is left. */
static int
find_emptied(struct counting *counting, struct err *err)
{
    static const struct multiset empty;
    struct verify *verify = counting->verify;
    const char *table = counting->place->table;
    for (const struct held_set *set = NULL; (set = held_next(verify->held, set));)
        if (strcmp(verify->tables.tables[set->table].name, table) == 0 &&
            !recount_find(counting->recount, table, set->store_id) &&
            !held_is(verify->held, table, set->store_id, &empty) &&
            verify_name_rows(verify, counting->place, set->store_id, err) < 0)
            return -1;
    return 0;
}

static void
see_rows(void *context, int64_t rows)
{
    struct verify *verify = ((struct counting *)context)->verify;
    verify->count->rows += rows;
    if (verify->options->progress)
        verify->options->progress(verify->options->context, verify->count->rows, verify->expected);
}

static int
judge_rows(struct counting *counting, struct err *err)
{
    struct verify *verify = counting->verify;
    recount_clear(counting->recount);
    if (recount_table(counting->recount, verify->db, counting->place, see_rows, counting, err) < 0)
        return verify_unreadable(verify, -1, counting->place->table, err);
    verify->count->tables++;
    for (const struct recount_set *set = NULL; (set = recount_next(counting->recount, set));)
        if (judge_set(counting, set, err) < 0)
            return -1;
    return find_emptied(counting, err);
}

static int
judge_table(struct verify *verify, void *context, struct err *err)
{
    struct counting *counting = context;
    const struct described_table *table = counting->table;
    int there = judge_columns(verify, table, err);
    if (there <= 0 || db_is_untold(table->name))
        return there < 0 ? -1 : 0;
    if (place_load(&counting->place, verify->db, &verify->arena, table->name, err) < 0)
        return verify_unreadable(verify, -1, table->name, err);
    return judge_rows(counting, err);
}

int
verify_rows(struct verify *verify, struct err *err)
{
    return verify_rows_of(verify, NULL, err);
}

int
verify_rows_of(struct verify *verify, const char *table, struct err *err)
{
    struct counting counting = {.verify = verify, .recount = recount_new()};
    int result = verify_stage(verify, verify_marks_read, NULL, err);
    for (const struct held_set *set = NULL; (set = held_next(verify->held, set));)
        verify->expected += set->count > 0 && set->count < INT32_MAX ? set->count : 0;
    for (int i = 0; i < verify->tables.count && result == 0; i++) {
        counting.table = &verify->tables.tables[i];
        if (table && strcmp(table, counting.table->name) != 0)
            continue;
        result = verify_stage(verify, judge_table, &counting, err);
    }
    recount_free(counting.recount);
    return result;
}
