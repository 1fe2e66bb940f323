/* Which rows of a set are not as the log holds it: by their marks. */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "db/relation.h"
#include "db/sql.h"
#include "log/marks.h"
#include "log/verify_private.h"

enum { LOOSE_MOST = 4 << 20 }; /* bytes of marks of rows without numbers that are looked at */

struct naming {
    struct verify *verify;
    const struct place *place;
    int64_t store_id, findings;
    bool whole;  /* the marks are of sizes that marks have */
    size_t left; /* rows without numbers: marks for which no row is there */

    struct db_stmt *parts; /* rows with numbers: the part that is looked at */
    int64_t part;
    bool more, broken; /* broken: that part; none of its rows is named */
    size_t slots;
    unsigned char bytes[MARKS_SIZE];
    bool seen[MARKS_ROWS];
};

static const unsigned char no_mark[ROWCODE_MARK];

static const unsigned char *
slot(const struct naming *naming, size_t at)
{
    return at < naming->slots ? naming->bytes + at * ROWCODE_MARK : no_mark;
}

/* ---- findings -------------------------------------------------------------------------------------- */

static const char *
code_of(struct naming *naming, const struct db_value *row)
{
    const struct place *place = naming->place;
    for (int i = 0; i < place->count; i++)
        if (strcmp(place->names[i], "code") == 0 && row[i].type == DB_TEXT)
            return arena_strndup(&naming->verify->words, row[i].text,
                                 row[i].length < 80 ? row[i].length : 80);
    return "";
}

static int
tell_place(struct naming *naming, const char *place, const char *finding, const char *detail,
           struct err *err)
{
    const struct verify_at at = {naming->store_id, naming->place->table, place, finding, false};
    if (naming->findings++ >= VERIFY_MOST)
        return 0;
    return verify_tell(naming->verify, &at, err, "%s", detail);
}

static int
tell_row(struct naming *naming, const struct db_value *row, const char *finding, struct err *err)
{
    const char *name = place_name(naming->place, &naming->verify->words, row);
    if (strlen(name) > 200)
        name = arena_strndup(&naming->verify->words, name, 200);
    return tell_place(naming, name, finding, code_of(naming, row), err);
}

static int
tell_rest(struct naming *naming, struct err *err)
{
    const char *detail = "";
    if (naming->findings == 0)
        detail =
            _("its rows are not those that the log holds, and the marks do not tell which: they "
              "were changed too");
    else if (naming->findings > VERIFY_MOST)
        detail = arena_printf(&naming->verify->words, _("and %lld more of its rows"),
                              (long long)naming->findings - VERIFY_MOST);
    else if (!naming->whole)
        detail = _("its marks are damaged: there may be more rows than those that were named");
    naming->findings = 0;
    return *detail ? tell_place(naming, NULL, "changed", detail, err) : 0;
}

/* ---- rows with numbers: marks and rows in one order ------------------------------------------------- */

static int
next_part(struct naming *naming, struct err *err)
{
    int64_t before = naming->part;
    memset(naming->seen, 0, sizeof naming->seen);
    int more = db_step(naming->parts, err);
    naming->more = more == 1;
    naming->slots = 0;
    if (more != 1)
        return more;
    struct db_value bytes = db_get(naming->parts, 1);
    naming->part = db_get_int(naming->parts, 0);
    if (naming->part <= before || naming->part > INT64_MAX / MARKS_ROWS - 1)
        naming->whole = naming->more = false;
    naming->broken =
        bytes.type != DB_BYTES || bytes.length > MARKS_SIZE || bytes.length % ROWCODE_MARK != 0;
    if (naming->broken)
        naming->whole = false;
    if (!naming->more || naming->broken)
        return 0;
    naming->slots = bytes.length / ROWCODE_MARK;
    memcpy(naming->bytes, bytes.text, bytes.length);
    return 0;
}

/* The part is done: marks that no row has come for. */
static int
end_part(struct naming *naming, struct err *err)
{
    for (size_t i = 0; i < naming->slots; i++) {
        if (naming->seen[i] || memcmp(slot(naming, i), no_mark, ROWCODE_MARK) == 0)
            continue;
        const char *name = arena_printf(&naming->verify->words, "%s %lld", naming->place->table,
                                        (long long)(naming->part * MARKS_ROWS + (int64_t)i));
        if (tell_place(naming, name, "removed", "", err) < 0)
            return -1;
    }
    return next_part(naming, err);
}

static int
see_numbered(struct naming *naming, const struct db_value *row, const struct rowcode *code,
             struct err *err)
{
    int64_t number = place_number(naming->place, row);
    int64_t part = number < 0 ? -1 : number / MARKS_ROWS;
    size_t at = number < 0 ? 0 : (size_t)(number % MARKS_ROWS);
    while (naming->more && naming->part < part)
        if (end_part(naming, err) < 0)
            return -1;
    if (naming->more ? naming->broken && naming->part == part : !naming->whole)
        return 0;
    if (!naming->more || naming->part != part ||
        memcmp(slot(naming, at), no_mark, ROWCODE_MARK) == 0)
        return tell_row(naming, row, "added", err);
    naming->seen[at] = true;
    if (memcmp(slot(naming, at), code->mark, ROWCODE_MARK) == 0)
        return 0;
    return tell_row(naming, row, "changed", err);
}

/* ---- rows without: marks as a bag -------------------------------------------------------------------- */

struct bag {
    size_t count, left;
    unsigned char (*marks)[ROWCODE_MARK]; /* in order */
    bool *taken;
};

static int
compare_marks(const void *a, const void *b)
{
    return memcmp(a, b, ROWCODE_MARK);
}

static int
load_bag(struct naming *naming, struct bag *bag, struct err *err)
{
    struct db_value values[] = {db_int(naming->store_id), db_text(naming->place->table), db_int(0)};
    struct db_stmt *stmt;
    int found = sql_first(naming->verify->db, &stmt, SQL_LOG_MARK_GET, values, 3, err);
    struct db_value bytes = found == 1 ? db_get(stmt, 0) : db_bytes("", 0);
    *bag = (struct bag){0};
    if (found < 0)
        return -1;
    naming->whole =
        bytes.type == DB_BYTES && bytes.length % ROWCODE_MARK == 0 && bytes.length <= LOOSE_MOST;
    if (bytes.type == DB_BYTES)
        bag->count = (bytes.length < LOOSE_MOST ? bytes.length : LOOSE_MOST) / ROWCODE_MARK;
    bag->left = bag->count;
    bag->marks = mem_alloc((bag->count + 1) * ROWCODE_MARK);
    bag->taken = mem_alloc(bag->count + 1);
    memset(bag->taken, 0, bag->count + 1);
    memcpy(bag->marks, bag->count ? bytes.text : "", bag->count * ROWCODE_MARK);
    qsort(bag->marks, bag->count, ROWCODE_MARK, compare_marks);
    if (found == 1)
        db_finish(stmt);
    return 0;
}

static bool
take_mark(struct bag *bag, const unsigned char mark[ROWCODE_MARK])
{
    size_t low = 0, high = bag->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (memcmp(bag->marks[middle], mark, ROWCODE_MARK) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < bag->count && memcmp(bag->marks[low], mark, ROWCODE_MARK) == 0; low++)
        if (!bag->taken[low]) {
            bag->taken[low] = true;
            bag->left--;
            return true;
        }
    return false;
}

static int
tell_left(struct naming *naming, int64_t strange, struct err *err)
{
    int64_t gone = (int64_t)naming->left - strange;
    if (gone <= 0)
        return 0;
    const char *detail = arena_printf(&naming->verify->words, _("%lld rows are not there any more"),
                                      (long long)gone);
    return tell_place(naming, NULL, "removed", detail, err);
}

/* ---- both --------------------------------------------------------------------------------------------- */

typedef int see_row(struct naming *naming, struct bag *bag, const struct db_value *row,
                    const struct rowcode *code, struct err *err);

static int
each_row(struct naming *naming, struct bag *bag, see_row *see, struct err *err)
{
    const struct place *place = naming->place;
    const struct relation_part part = {
        .table = place->table,
        .store_column = place->store_column < 0 ? NULL : place->names[place->store_column],
        .order_column = place->number_column < 0 ? NULL : place->names[place->number_column],
        .store_id = naming->store_id,
    };
    struct db_value row[PLACE_COLUMNS];
    struct rowcode code;
    struct db_stmt *stmt = NULL;
    int more = relation_scan_part(naming->verify->db, &stmt, &part, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        for (int i = 0; i < place->count; i++)
            row[i] = db_get(stmt, i);
        rowcode_of(&code, place->table, row, place->count);
        more = see(naming, bag, row, &code, err);
    }
    db_finish(stmt);
    return more;
}

static int
name_numbered(struct naming *naming, struct bag *unused, const struct db_value *row,
              const struct rowcode *code, struct err *err)
{
    (void)unused;
    return see_numbered(naming, row, code, err);
}

/* Rows whose mark is not there are told when it is known whether as many marks are left over. */
static int
count_strange(struct naming *naming, struct bag *bag, const struct db_value *row,
              const struct rowcode *code, struct err *err)
{
    (void)row;
    (void)err;
    if (!take_mark(bag, code->mark))
        naming->findings++;
    return 0;
}

static int
name_loose(struct naming *naming, struct bag *bag, const struct db_value *row,
           const struct rowcode *code, struct err *err)
{
    if (take_mark(bag, code->mark))
        return 0;
    return tell_row(naming, row, naming->left > 0 ? "changed" : "added", err);
}

static int
name_by_bag(struct naming *naming, struct err *err)
{
    struct bag bag;
    int result = load_bag(naming, &bag, err);
    if (result == 0)
        result = each_row(naming, &bag, count_strange, err);
    if (result == 0) {
        int64_t strange = naming->findings;
        naming->findings = 0;
        naming->left = bag.left; /* if there are any, the rows without a mark were changed */
        memset(bag.taken, 0, bag.count + 1);
        result = each_row(naming, &bag, name_loose, err);
        if (result == 0)
            result = tell_left(naming, strange, err);
    }
    free(bag.marks);
    free(bag.taken);
    return result;
}

static int
name_by_number(struct naming *naming, struct err *err)
{
    struct db_value values[] = {db_int(naming->store_id), db_text(naming->place->table)};
    naming->part = -1;
    int result = sql_open(naming->verify->db, &naming->parts, SQL_LOG_MARK_OF, values, 2, err);
    if (result == 0)
        result = next_part(naming, err);
    if (result == 0)
        result = each_row(naming, NULL, name_numbered, err);
    while (result == 0 && naming->more)
        result = end_part(naming, err);
    db_finish(naming->parts);
    return result;
}

int
verify_name_rows(struct verify *verify, const struct place *place, int64_t store_id,
                 struct err *err)
{
    struct naming naming = {.verify = verify, .place = place, .store_id = store_id, .whole = true};
    int result =
        place->number_column < 0 ? name_by_bag(&naming, err) : name_by_number(&naming, err);
    if (result < 0)
        return verify_unreadable(verify, store_id, place->table, err);
    return tell_rest(&naming, err);
}
