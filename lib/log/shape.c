#include "log/shape.h"

#include "base/codec.h"
#include "base/hash.h"
#include "db/sql.h"

struct shape {
    struct hash hash;
    int things;
};

static int
add_thing(void *context, const char *what, struct err *err)
{
    struct shape *shape = context;
    (void)err;
    hash_add_text(&shape->hash, what);
    shape->things++;
    return 0;
}

int
shape_hash(struct arena *arena, struct db *db, const char **hash, struct err *err)
{
    struct shape shape = {.things = 0};
    unsigned char bytes[HASH_SIZE];
    hash_begin(&shape.hash, "medi schema", HASH_SIZE, NULL);
    if (db_shape(db, add_thing, &shape, err) < 0)
        return -1;
    hash_end(&shape.hash, bytes, HASH_SIZE);
    *hash = shape.things ? hex_encode(arena, bytes, HASH_SIZE) : NULL;
    return 0;
}

int
shape_kept(struct arena *arena, struct db *db, const char **hash, struct err *err)
{
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_LOG_SHAPE_GET, NULL, 0, err);
    *hash = NULL;
    if (found <= 0)
        return found;
    const char *text = db_get_text(stmt, 0);
    *hash = arena_strdup(arena, text ? text : "");
    db_finish(stmt);
    return 0;
}

int
shape_keep(struct db *db, struct err *err)
{
    struct arena arena;
    const char *hash;
    arena_init(&arena);
    int result = shape_hash(&arena, db, &hash, err);
    if (result == 0 && hash) {
        struct db_value value = db_text(hash);
        result = sql_run(db, SQL_LOG_SHAPE_PUT, &value, 1, NULL, err);
    }
    arena_release(&arena);
    return result;
}
