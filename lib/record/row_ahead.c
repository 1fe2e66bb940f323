/* References of records that will be made into rows next. What is wrong with them is told when they are. */
#include "record/row_private.h"
#include "record/value.h"

static bool
reference_text(const struct row_maker *maker, const struct record *record, int column,
               struct db_value *value)
{
    const struct value_place place = {0};
    struct err ignored;
    bool fen;
    struct field cell = row_cell(maker, record, column, &fen);
    *value = db_null();
    return cell.length > 0 &&
           value_parse(&maker->kind->columns[column], &place, cell.text, cell.length, value,
                       &ignored) == 0 &&
           value->type == DB_TEXT;
}

/* Codes may be of the store, and so that comes first: there are few stores, and each is asked for once. */
static int
expect_in_store(struct row_maker *maker, const struct record *record, int64_t *store_id,
                struct err *err)
{
    struct db_value value;
    *store_id = 0;
    if (maker->store_column < 0)
        return 1;
    if (!reference_text(maker, record, maker->store_column, &value))
        return 0;
    if (refs_find(maker->refs, maker->store_column, 0, value.text, value.length, store_id, err) ==
        0)
        return 1;
    if (err->kind != ERR_DATA)
        return -1;
    err_clear(err);
    return 0;
}

int
row_expect(struct row_maker *maker, const struct record *record, struct err *err)
{
    struct db_value value;
    int64_t store_id;
    int known = expect_in_store(maker, record, &store_id, err);
    if (known <= 0)
        return known;
    for (int i = 0; i < maker->kind->count; i++)
        if (maker->kind->columns[i].type == KIND_REF && i != maker->store_column &&
            maker->kind->columns[i].within < 0 && reference_text(maker, record, i, &value))
            refs_expect(maker->refs, i, store_id, value.text, value.length);
    return 0;
}

int
row_expected(struct row_maker *maker, struct err *err)
{
    return refs_ask(maker->refs, err);
}

void
row_expect_no_more(struct row_maker *maker)
{
    refs_done(maker->refs);
}

void
row_made_others(struct row_maker *maker)
{
    refs_made(maker->refs);
}
