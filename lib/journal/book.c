#include "journal/book.h"

#include "db/sql.h"

/* ---- one entry -------------------------------------------------------------------------------------- */

int
book_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
          struct book_entry *entry, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt = NULL;
    int found = sql_first(db, &stmt, SQL_JOURNAL_FIND, values, 2, err);
    if (found < 0)
        return -1;
    if (!found)
        return err_set(err, ERR_DATA, _("%s: no such entry; see: medi-audit journal list"), code);
    *entry = (struct book_entry){.code = code,
                                 .id = db_get_int(stmt, 0),
                                 .kind = db_keep_text(stmt, 1, arena),
                                 .at = db_get_int(stmt, 2),
                                 .voided_by = db_keep_text(stmt, 3, arena),
                                 .closed_by = db_keep_text(stmt, 4, arena)};
    db_finish(stmt);
    return 0;
}

int
book_find_standing(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                   struct book_entry *entry, struct err *err)
{
    if (book_find(db, arena, store_id, code, entry, err) < 0)
        return -1;
    if (entry->voided_by)
        return err_set(err, ERR_DATA, _("%s: was voided by %s already"), code, entry->voided_by);
    if (entry->closed_by)
        return err_set(err, ERR_DATA, _("%s: was closed by %s; void that one first"), code,
                       entry->closed_by);
    return 0;
}

/* ---- what is open ----------------------------------------------------------------------------------- */

struct gathering {
    struct arena *arena;
    struct book_open *open;
};

static int
gather(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct gathering *gathering = context;
    struct book_open *open = gathering->open;
    open->ids =
        arena_more(gathering->arena, open->ids, open->count, &open->room, sizeof *open->ids);
    open->ids[open->count++] = db_get_int(stmt, 0);
    return __builtin_add_overflow(open->sum, db_get_int(stmt, 1), &open->sum)
               ? err_set(err, ERR_DATA, _("the sum of what is open is too large"))
               : 0;
}

int
book_find_open(struct db *db, struct arena *arena, int64_t store_id,
               const struct journal_entry *entry, int64_t at, struct book_open *open,
               struct err *err)
{
    const struct journal_kind *kind = entry->kind;
    const struct journal_value *same = journal_value(entry, kind->same);
    const struct db_value values[] = {db_int(store_id),    db_text(kind->closes),
                                      db_int(at),          db_text(kind->sum),
                                      db_text(kind->same), db_text(same ? same->says : NULL)};
    struct gathering gathering = {arena, open};
    *open = (struct book_open){0};
    return sql_each(db, SQL_JOURNAL_OPEN, values, 6, gather, &gathering, err);
}

int
book_close(struct db *db, int64_t store_id, const struct book_open *open, const char *closed_by,
           struct err *err)
{
    for (int i = 0; i < open->count; i++) {
        const struct db_value values[] = {db_int(store_id), db_int(open->ids[i]),
                                          db_text(closed_by)};
        if (sql_run(db, SQL_JOURNAL_CLOSE, values, 3, NULL, err) < 0)
            return -1;
    }
    return 0;
}

int
book_reopen(struct db *db, int64_t store_id, const char *closed_by, int64_t *count, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(closed_by)};
    return sql_run(db, SQL_JOURNAL_REOPEN, values, 2, count, err);
}
