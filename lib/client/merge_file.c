#include "client/merge_file.h"

#include <string.h>

#include "db/sql.h"
#include "record/personal.h"

struct merge_keys {
    struct db *db;
    struct vault *vault;
    int64_t kept_id, gone_id;
    bool known;
    struct vault_person kept, gone;
};

struct merge_keys *
merge_keys_new(struct db *db, struct vault *vault, int64_t kept, int64_t gone)
{
    struct merge_keys *keys = secret_alloc(sizeof *keys);
    keys->db = db;
    keys->vault = vault;
    keys->kept_id = kept;
    keys->gone_id = gone;
    return keys;
}

void
merge_keys_free(struct merge_keys *keys)
{
    secret_free(keys);
}

static int
know_keys(struct merge_keys *keys, struct err *err)
{
    const struct personal_place kept = {keys->db, keys->vault, keys->kept_id};
    const struct personal_place gone = {keys->db, keys->vault, keys->gone_id};
    if (keys->known)
        return 0;
    if (!keys->vault)
        return err_set(err, ERR_USAGE,
                       _("personal data must be sealed anew, which needs the key: give it with "
                         "--key FILE or MEDI_KEY"));
    if (personal_key(&kept, true, &keys->kept, err) != 1 ||
        personal_key(&gone, false, &keys->gone, err) != 1)
        return -1;
    keys->known = true;
    return 0;
}

int
merge_reseal(struct merge_keys *keys, struct arena *arena, const char *table, const char *column,
             int64_t id, struct db_value sealed, struct db_value *resealed, struct err *err)
{
    struct db_value value;
    if (know_keys(keys, err) < 0)
        return -1;
    if (vault_unseal(&keys->gone, arena, table, column, id, sealed, &value, err) < 0)
        return err_wrap(err, "%s %lld", table, (long long)id);
    *resealed = vault_seal(&keys->kept, arena, table, column, id, value);
    return 0;
}

/* ---- the files ------------------------------------------------------------------------------- */

enum {
    NAME,
    PHONE,
    ID_NUMBER,
    ADDRESS,
    EMAIL,
    WECHAT,
    ALLERGY,
    HISTORY,
    PREFERENCE,
    NOTE,
    SEALED,
    PHONE_INDEX = SEALED,
    ID_INDEX,
    COLUMNS,
};
static const char *const names[SEALED] = {"name",   "phone",   "id_number", "address",    "email",
                                          "wechat", "allergy", "history",   "preference", "note"};

/* The sealed columns of a file and its two indexes, copied. */
static int
read_file(struct merge_keys *keys, struct arena *arena, int64_t id, struct db_value *values,
          struct err *err)
{
    const struct db_value key = db_int(id);
    struct db_stmt *stmt;
    if (sql_first(keys->db, &stmt, SQL_CLIENT_MERGE_FILE, &key, 1, err) != 1)
        return -1;
    for (int i = 0; i < COLUMNS; i++) {
        struct db_value value = db_get(stmt, i);
        values[i] = db_null();
        if (value.type == DB_BYTES)
            values[i] = db_bytes(arena_strndup(arena, value.text, value.length), value.length);
    }
    db_finish(stmt);
    return 0;
}

/* What both say, one behind the other, unless it is the same. */
static int
join_texts(struct merge_keys *keys, struct arena *arena, int column, struct db_value *kept,
           struct db_value gone, struct err *err)
{
    struct db_value a, b;
    if (know_keys(keys, err) < 0 ||
        vault_unseal(&keys->kept, arena, "client", names[column], keys->kept_id, *kept, &a, err) <
            0 ||
        vault_unseal(&keys->gone, arena, "client", names[column], keys->gone_id, gone, &b, err) < 0)
        return -1;
    if (db_value_equal(a, b))
        return 0;
    const char *both =
        arena_printf(arena, "%.*s；%.*s", (int)a.length, a.text, (int)b.length, b.text);
    *kept = vault_seal(&keys->kept, arena, "client", names[column], keys->kept_id, db_text(both));
    return 0;
}

/* Taken over where the file that stays has nothing. */
static int
take_over(struct merge_keys *keys, struct arena *arena, int column, struct db_value *kept,
          struct db_value gone, struct err *err)
{
    struct db_value value;
    if (know_keys(keys, err) < 0 || vault_unseal(&keys->gone, arena, "client", names[column],
                                                 keys->gone_id, gone, &value, err) < 0)
        return -1;
    *kept = vault_seal(&keys->kept, arena, "client", names[column], keys->kept_id, value);
    return 0;
}

static int
fill_column(struct merge_keys *keys, struct arena *arena, int column, struct db_value *kept,
            const struct db_value *gone, struct err *err)
{
    if (gone[column].type == DB_NULL)
        return 0;
    if (kept[column].type != DB_NULL)
        return column >= ALLERGY ? join_texts(keys, arena, column, &kept[column], gone[column], err)
                                 : 0;
    if (column == PHONE)
        kept[PHONE_INDEX] = gone[PHONE_INDEX];
    if (column == ID_NUMBER)
        kept[ID_INDEX] = gone[ID_INDEX];
    return take_over(keys, arena, column, &kept[column], gone[column], err);
}

int
merge_file(struct merge_keys *keys, struct arena *arena, int64_t kept_id, int64_t gone_id,
           struct err *err)
{
    struct db_value kept[COLUMNS], gone[COLUMNS], values[COLUMNS + 2];
    if (read_file(keys, arena, kept_id, kept, err) < 0 ||
        read_file(keys, arena, gone_id, gone, err) < 0)
        return -1;
    for (int i = 0; i < SEALED; i++)
        if (fill_column(keys, arena, i, kept, gone, err) < 0)
            return -1;
    values[0] = db_int(kept_id);
    values[1] = db_int(gone_id);
    memcpy(values + 2, kept, sizeof kept);
    return sql_run(keys->db, SQL_CLIENT_MERGE_FILL, values, COLUMNS + 2, NULL, err);
}
