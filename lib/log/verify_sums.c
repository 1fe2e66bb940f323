/* The marks of a set as one number, to be compared with that of its rows. */
#include "db/sql.h"
#include "log/marks.h"
#include "log/verify_private.h"

static void
add(struct held_set *set, int64_t part, struct db_value bytes)
{
    bool even = bytes.type == DB_BYTES && bytes.length % ROWCODE_MARK == 0;
    bool numbered =
        even && bytes.length <= MARKS_SIZE && part >= 0 && part < INT64_MAX / MARKS_ROWS;
    set->marks_broken = set->marks_broken || !numbered;
    set->loose_broken = set->loose_broken || !even || part != 0;
    for (size_t i = 0; even && i < bytes.length / ROWCODE_MARK; i++) {
        const unsigned char *mark = (const unsigned char *)bytes.text + i * ROWCODE_MARK;
        if (numbered)
            set->marks += recount_mark(part * MARKS_ROWS + (int64_t)i, mark);
        set->loose_marks += recount_mark(NUMBERLESS, mark);
    }
}

/* Marks of tables of which the log does not speak were told before: see verify_tally.c. */
static int
read_all(struct verify *verify, struct err *err)
{
    struct db_stmt *stmt = NULL;
    const char *name;
    int more = sql_open(verify->db, &stmt, SQL_LOG_MARK_ALL, NULL, 0, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        struct held_set *set = verify_text(stmt, 1, false, &name)
                                   ? held_find(verify->held, name, db_get_int(stmt, 0))
                                   : NULL;
        if (set)
            add(set, db_get_int(stmt, 2), db_get(stmt, 3));
    }
    db_finish(stmt);
    return more;
}

int
verify_marks_read(struct verify *verify, void *unused, struct err *err)
{
    (void)unused;
    if (read_all(verify, err) >= 0)
        return 0;
    verify->unmarked = true;
    return verify_unreadable(verify, -1, "mark", err);
}

bool
verify_marks_are(const struct verify *verify, const struct place *place, int64_t store_id,
                 uint64_t sum)
{
    const struct held_set *set = held_find(verify->held, place->table, store_id);
    if (verify->unmarked)
        return true;
    if (!set) /* no rows, and no marks that anything is known of */
        return sum == 0;
    return place->number_column >= 0 ? !set->marks_broken && set->marks == sum
                                     : !set->loose_broken && set->loose_marks == sum;
}
