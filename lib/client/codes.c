#include "client/codes.h"

#include "db/sql.h"

enum { PLACES = 256 };

struct code_book {
    struct db *db;
    struct arena *arena;
    struct {
        int64_t id;
        const char *code;
    } known[4][PLACES];
};

struct code_book *
code_book_new(struct db *db, struct arena *arena)
{
    struct code_book *book = arena_alloc(arena, sizeof *book);
    book->db = db;
    book->arena = arena;
    return book;
}

int
code_book_find(struct code_book *book, enum code_of of, int64_t id, const char **code,
               struct err *err)
{
    static const enum sql_id statements[] = {SQL_CLIENT_STORE_CODE, SQL_CLIENT_STAFF_CODE,
                                             SQL_CLIENT_PROJECT_CODE, SQL_CLIENT_CHANNEL_CODE};
    const struct db_value value = db_int(id);
    size_t place = (size_t)(id % PLACES);
    struct db_stmt *stmt;
    *code = NULL;
    if (id == 0)
        return 0;
    if (book->known[of][place].code && book->known[of][place].id == id) {
        *code = book->known[of][place].code;
        return 0;
    }
    int found = sql_first(book->db, &stmt, statements[of], &value, 1, err);
    if (found != 1)
        return found;
    *code = arena_strdup(book->arena, db_get_text(stmt, 0));
    db_finish(stmt);
    book->known[of][place].id = id;
    book->known[of][place].code = *code;
    return 0;
}
