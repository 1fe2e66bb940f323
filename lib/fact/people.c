#include "fact/people.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "db/sql.h"
#include "fact/pack.h"

enum { KINDS = 2 };

/* The columns of a kind: from … until. */
static int
kind_from(int kind)
{
    return kind == 1 ? 0 : PERSON_FILE;
}

static int
kind_until(int kind)
{
    return kind == 1 ? PERSON_FILE : PERSON_COLUMNS;
}

void
people_init(struct people *people, struct db *db, unsigned columns)
{
    *people = (struct people){.db = db};
    for (int i = 0; i < PERSON_COLUMNS; i++)
        people->slot[i] = columns & PERSON_BIT(i) ? people->columns++ : -1;
}

void
people_release(struct people *people)
{
    for (int i = 0; i < people->count; i++)
        free(people->part[i]);
    free(people->part);
    free(people->changed);
    people->part = NULL;
    people->changed = NULL;
    people->count = 0;
}

/* ---- parts --------------------------------------------------------------------------------------- */

/* That part, made if there was none. */
static int32_t *
part_of(struct people *people, int64_t number)
{
    if (number >= people->count) {
        size_t old = (size_t)people->count, count = (size_t)number + (size_t)number / 2 + 16;
        people->part = mem_resize(people->part, count * sizeof *people->part);
        people->changed = mem_resize(people->changed, count);
        memset(people->part + old, 0, (count - old) * sizeof *people->part);
        memset(people->changed + old, 0, count - old);
        people->count = (int)count;
    }
    if (!people->part[number]) {
        size_t size = (size_t)people->columns * PEOPLE_PART * sizeof(int32_t);
        people->part[number] = mem_alloc(size);
        memset(people->part[number], 0, size);
    }
    return people->part[number];
}

static int
damaged(const struct people *people, struct err *err)
{
    return err_set(err, ERR_DB, _("%s: what is kept of clients for figures is damaged; run: %s"),
                   db_place(people->db), "medi-kpi refresh --all");
}

static int
take_part(struct people *people, int kind, int64_t number, struct db_value data, struct err *err)
{
    int64_t values[PEOPLE_PART];
    struct pack pack;
    int from = kind_from(kind), until = kind_until(kind);
    if (data.type != DB_BYTES || !pack_open(&pack, data.text, data.length) ||
        pack.rows != PEOPLE_PART || pack.count != until - from || number < 0 ||
        number > INT32_MAX >> PEOPLE_BITS)
        return damaged(people, err);
    int32_t *part = part_of(people, number);
    for (int i = from; i < until; i++) {
        if (people->slot[i] < 0)
            continue;
        int32_t *to = part + (people->slot[i] << PEOPLE_BITS);
        pack_read(&pack, i - from, values);
        for (int row = 0; row < PEOPLE_PART; row++)
            to[row] = (int32_t)values[row];
    }
    return 0;
}

static bool
wants(const struct people *people, int kind)
{
    for (int i = kind_from(kind); i < kind_until(kind); i++)
        if (people->slot[i] >= 0)
            return true;
    return false;
}

static int
read_parts(struct people *people, int kind, int64_t from, int64_t to, struct err *err)
{
    struct db_value values[] = {db_int(kind), db_int(from), db_int(to)};
    struct db_stmt *stmt;
    int more;
    if (sql_open(people->db, &stmt, SQL_FACT_PEOPLE, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1)
        if (take_part(people, kind, db_get_int(stmt, 0), db_get(stmt, 1), err) < 0) {
            more = -1;
            break;
        }
    db_finish(stmt);
    return more;
}

int
people_load(struct people *people, struct err *err)
{
    for (int kind = 1; kind <= KINDS; kind++)
        if (wants(people, kind) && read_parts(people, kind, 0, INT32_MAX, err) < 0)
            return -1;
    return 0;
}

int
people_need(struct people *people, int64_t id, struct err *err)
{
    int64_t part = id >> PEOPLE_BITS;
    if (part < people->count && people->part[part])
        return 0;
    part_of(people, part);
    for (int kind = 1; kind <= KINDS; kind++)
        if (wants(people, kind) && read_parts(people, kind, part, part + 1, err) < 0)
            return -1;
    return 0;
}

bool
people_set(struct people *people, enum person column, int64_t id, int64_t value)
{
    int64_t part = id >> PEOPLE_BITS;
    int32_t *at =
        part_of(people, part) + ((people->slot[column] << PEOPLE_BITS) | (id & (PEOPLE_PART - 1)));
    if (*at == value)
        return false;
    *at = (int32_t)value;
    people->changed[part] |= (int)column < PERSON_FILE ? 1 : 2;
    return true;
}

/* ---- writing ------------------------------------------------------------------------------------- */

/* Empty: nothing is known of any of them. */
static void
pack_part(const struct people *people, int kind, int number, struct str *data)
{
    int64_t values[PERSON_COLUMNS][PEOPLE_PART];
    const int64_t *columns[PERSON_COLUMNS];
    const int32_t *part = people->part[number];
    int from = kind_from(kind), until = kind_until(kind);
    bool known = false;
    for (int i = from; i < until; i++) {
        const int32_t *at = part + (people->slot[i] << PEOPLE_BITS);
        for (int row = 0; row < PEOPLE_PART; row++) {
            values[i - from][row] = at[row];
            known |= at[row] != 0;
        }
        columns[i - from] = values[i - from];
    }
    str_clear(data);
    if (known)
        pack_columns(data, PEOPLE_PART, columns, until - from);
}

int
people_save(struct people *people, struct err *err)
{
    struct str data = STR_INIT;
    int result = 0;
    for (int i = 0; i < people->count && result == 0; i++)
        for (int kind = 1; kind <= KINDS && result == 0; kind++) {
            if (!(people->changed[i] & kind))
                continue;
            pack_part(people, kind, i, &data);
            struct db_value values[] = {db_int(kind), db_int(i), db_bytes(data.text, data.length)};
            result = data.length ? sql_run(people->db, SQL_FACT_PEOPLE_PUT, values, 3, NULL, err)
                                 : sql_run(people->db, SQL_FACT_PEOPLE_DROP, values, 2, NULL, err);
        }
    for (int i = 0; i < people->count; i++)
        people->changed[i] = 0;
    str_release(&data);
    return result;
}

/* ---- comparing ----------------------------------------------------------------------------------- */

static int
compare_kind(const struct people *people, int kind, unsigned char *seen, people_differs *differs,
             void *context, struct err *err)
{
    struct db_value values[] = {db_int(kind), db_int(0), db_int(INT32_MAX)};
    struct str data = STR_INIT;
    struct db_stmt *stmt;
    int more;
    if (sql_open(people->db, &stmt, SQL_FACT_PEOPLE, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        int64_t number = db_get_int(stmt, 0);
        struct db_value there = db_get(stmt, 1);
        str_clear(&data);
        if (number >= 0 && number < people->count && people->part[number]) {
            pack_part(people, kind, (int)number, &data);
            seen[number] |= (unsigned char)kind;
        }
        bool same = there.type == DB_BYTES && there.length == data.length &&
                    memcmp(there.text, data.text, data.length) == 0;
        if (!same && differs(context, kind, (int)number, err) < 0) {
            more = -1;
            break;
        }
    }
    db_finish(stmt);
    str_release(&data);
    return more;
}

int
people_compare(const struct people *people, people_differs *differs, void *context, struct err *err)
{
    unsigned char *seen = mem_alloc((size_t)people->count + 1);
    struct str data = STR_INIT;
    memset(seen, 0, (size_t)people->count + 1);
    int result = 0;
    for (int kind = 1; kind <= KINDS && result == 0; kind++) {
        result = compare_kind(people, kind, seen, differs, context, err);
        for (int i = 0; i < people->count && result == 0; i++) {
            if (!people->part[i] || (seen[i] & kind))
                continue;
            pack_part(people, kind, i, &data);
            if (data.length)
                result = differs(context, kind, i, err);
        }
    }
    str_release(&data);
    free(seen);
    return result;
}
