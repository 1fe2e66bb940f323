/* Checkpoints to and from the database. */
#include <string.h>

#include "db/sql.h"
#include "log/checkpoint.h"

enum { CHAINS_MOST = 10000 }; /* what a note has room for */

/* The keys as they stand in the database: a text in the arena; "" if there are none. */
static int
read_keys(struct arena *arena, struct db *db, const char **keys, struct err *err)
{
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_LOG_KEY_GET, NULL, 0, err);
    *keys = "";
    if (found <= 0)
        return found;
    struct db_value value = db_get(stmt, 0);
    if (value.type == DB_TEXT)
        *keys = arena_strndup(arena, value.text, value.length);
    db_finish(stmt);
    return 0;
}

int
checkpoint_trust_own(struct arena *arena, struct checkpoint_trust *trust, struct db *db,
                     struct err *err)
{
    const char *keys;
    if (read_keys(arena, db, &keys, err) < 0)
        return -1;
    return checkpoint_trust_read(arena, trust, db_place(db), keys, strlen(keys), err);
}

int
checkpoint_key_is_new(struct db *db, const struct note_key *key, bool *is_new, struct err *err)
{
    struct arena arena;
    struct checkpoint_trust trust = {0};
    arena_init(&arena);
    int result = checkpoint_trust_own(&arena, &trust, db, err);
    *is_new = true;
    for (int i = 0; i < trust.count; i++)
        if (memcmp(&trust.keys[i], key, sizeof *key) == 0)
            *is_new = false;
    arena_release(&arena);
    return result;
}

int
checkpoint_add_key(struct db *db, const struct note_key *key, struct err *err)
{
    struct arena arena;
    const char *keys;
    arena_init(&arena);
    int result = read_keys(&arena, db, &keys, err);
    if (result == 0) {
        struct db_value value =
            db_text(arena_printf(&arena, "%s%s\n", keys, note_key_format(&arena, key)));
        result = sql_run(db, SQL_LOG_KEY_PUT, &value, 1, NULL, err);
    }
    arena_release(&arena);
    return result;
}

/* ---- the next one ------------------------------------------------------------------------------------ */

static int
read_identity(struct db *db, struct checkpoint *made, struct err *err)
{
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_LOG_IDENTITY, NULL, 0, err);
    if (found < 0)
        return -1;
    struct db_value value = found ? db_get(stmt, 0) : db_null();
    bool whole = value.type == DB_TEXT && value.length > 0 && value.length <= CHECKPOINT_IDENTITY;
    if (whole)
        memcpy(made->identity, value.text, value.length);
    if (found)
        db_finish(stmt);
    return whole ? 0 : err_set(err, ERR_DB, _("%s: has no identity; it is damaged"), db_place(db));
}

static int
take_ends(struct arena *arena, struct db *db, struct checkpoint *made, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = sql_open(db, &stmt, SQL_LOG_CHAIN_ALL, NULL, 0, err);
    made->ends = arena_array(arena, CHAINS_MOST, sizeof *made->ends);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        struct db_value hash = db_get(stmt, 2);
        struct checkpoint_end *end = &made->ends[made->count];
        if (made->count == CHAINS_MOST || hash.type != DB_BYTES || hash.length != HASH_SIZE) {
            more =
                err_set(err, ERR_DB,
                        _("%s: the end of a chain of the log is damaged; see: medi-audit verify"),
                        db_place(db));
            break;
        }
        *end = (struct checkpoint_end){db_get_int(stmt, 0), db_get_int(stmt, 1), {0}};
        memcpy(end->hash, hash.text, HASH_SIZE);
        made->count++;
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* The number, and the hash of the one before. */
static int
take_number(struct arena *arena, struct db *db, struct checkpoint *made, struct err *err)
{
    struct db_stmt *stmt;
    struct checkpoint last;
    struct note note;
    int found = sql_first(db, &stmt, SQL_LOG_CHECKPOINT_LAST, NULL, 0, err);
    made->number = 1;
    if (found <= 0)
        return found;
    struct db_value text = db_get(stmt, 2);
    const char *bytes = arena_strndup(arena, text.type == DB_TEXT ? text.text : "",
                                      text.type == DB_TEXT ? text.length : 0);
    made->number = db_get_int(stmt, 0) + 1;
    db_finish(stmt);
    if (note_parse(arena, &note, bytes, strlen(bytes), err) < 0 ||
        checkpoint_parse(arena, &last, note.text, note.text_length, err) < 0)
        return err_wrap(err, _("checkpoint %lld is damaged; see: medi-audit verify"),
                        (long long)made->number - 1);
    memcpy(made->before, last.hash, HASH_SIZE);
    return 0;
}

static int
keep(struct db *db, const struct checkpoint *made, struct err *err)
{
    const struct db_value values[] = {db_int(made->number), db_int(made->at),
                                      db_textn(made->note.bytes, made->note.length)};
    return sql_run(db, SQL_LOG_CHECKPOINT_PUT, values, 3, NULL, err);
}

int
checkpoint_make(struct arena *arena, struct db *db, int64_t at, const struct note_secret *secret,
                struct checkpoint *made, struct err *err)
{
    struct str text = STR_INIT;
    *made = (struct checkpoint){.at = at};
    if (read_identity(db, made, err) < 0 || take_number(arena, db, made, err) < 0 ||
        take_ends(arena, db, made, err) < 0)
        return -1;
    checkpoint_write(&text, made);
    hash_bytes(made->hash, "medi checkpoint", text.text, text.length);
    char *note = note_sign(arena, text.text, secret);
    str_release(&text);
    if (note_parse(arena, &made->note, note, strlen(note), err) < 0)
        return -1;
    return keep(db, made, err);
}
