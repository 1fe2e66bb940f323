#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "db/sql.h"
#include "vault/vault_private.h"

enum { NAME_MOST = 64, ABOUT = 2 * NAME_MOST + 8, STEP = 16, NUMBER = 8 };
_Static_assert(offsetof(struct vault_person, nonce) == CIPHER_KEY,
               "key and nonce are filled at once");
enum { TYPE_TEXT = 't', TYPE_INT = 'i' };

/* What a sealed key is, so that none is taken for the other. */
static const char about_data_key[] = "medi data key";
static const char about_index_key[] = "medi index key";

/* ---- the table -------------------------------------------------------------------------------- */

static bool
read_row(struct db_stmt *stmt, struct vault_row *row)
{
    struct db_value id = db_get(stmt, 1), index_key = db_get(stmt, 2);
    if (id.type != DB_BYTES || id.length != sizeof row->id || index_key.type != DB_BYTES ||
        index_key.length != sizeof row->index_key)
        return false;
    row->number = db_get_int(stmt, 0);
    memcpy(row->id, id.text, id.length);
    memcpy(row->index_key, index_key.text, index_key.length);
    return true;
}

int
vault_rows(struct db *db, struct vault_row rows[KEYS_MOST], struct err *err)
{
    struct db_stmt *stmt = NULL;
    int count = 0, more = sql_open(db, &stmt, SQL_VAULT_KEYS, NULL, 0, err);
    if (more == 0)
        more = db_step(stmt, err);
    for (; more == 1 && count < KEYS_MOST; more = db_step(stmt, err))
        if (!read_row(stmt, &rows[count++])) {
            more = err_set(err, ERR_DB, _("%s: the table vault is damaged"), db_place(db));
            break;
        }
    db_finish(stmt);
    return more < 0 ? -1 : count;
}

int
vault_add(struct db *db, const struct key *key, const unsigned char index_key[CIPHER_KEY],
          int64_t last, struct err *err)
{
    unsigned char sealed[CIPHER_KEY + CIPHER_EXTRA];
    cipher_seal(sealed, key->key, about_index_key, sizeof about_index_key, index_key, CIPHER_KEY);
    struct db_value params[] = {db_int(last + 1), db_bytes(key->id, KEY_ID),
                                db_bytes(sealed, sizeof sealed)};
    return sql_run(db, SQL_VAULT_ADD, params, 3, NULL, err);
}

int
vault_found(struct db *db, const char *path, struct err *err)
{
    struct keys *keys = keys_new();
    unsigned char *index_key = secret_alloc(CIPHER_KEY);
    random_bytes(index_key, CIPHER_KEY);
    int result = keyfile_read(keys, path, err);
    if (result == 0)
        result = vault_add(db, &keys->key[0], index_key, 0, err);
    secret_free(index_key);
    keys_free(keys);
    return result;
}

/* ---- opening ------------------------------------------------------------------------------------ */

const struct key *
vault_hold(struct vault *vault, const unsigned char id[KEY_ID])
{
    char old[KEYFILE_PATH];
    struct err ignored;
    const struct key *key = keys_find(vault->keys, id);
    if (!key && keyfile_read(vault->keys, vault->path, &ignored) == 0)
        key = keys_find(vault->keys, id);
    if (!key && keyfile_old(old, vault->path, id) && keyfile_read(vault->keys, old, &ignored) == 0)
        key = keys_find(vault->keys, id);
    return key;
}

static int
wrong_key(const struct vault *vault, struct db *db, const unsigned char id[KEY_ID], struct err *err)
{
    char wanted[KEY_NAME], held[KEY_NAME];
    key_name(wanted, id);
    key_name(held, vault->keys->key[0].id);
    return err_set(err, ERR_DATA,
                   _("%s: holds key %s, but personal data in %s is under key %s; give the file of "
                     "that key with --key FILE"),
                   vault->path, held, db_place(db), wanted);
}

static int
open_rows(struct vault *vault, struct db *db, struct err *err)
{
    struct vault_row rows[KEYS_MOST];
    int count = vault_rows(db, rows, err);
    if (count < 0)
        return -1;
    if (count == 0)
        return err_set(err, ERR_DB,
                       _("%s: has no master key, since medi-db init did not make it; make a new "
                         "database and import into that"),
                       db_place(db));
    const struct key *key = vault_hold(vault, rows[0].id);
    if (!key)
        return wrong_key(vault, db, rows[0].id, err);
    vault->now = *key;
    if (!cipher_open(vault->index_key, key->key, about_index_key, sizeof about_index_key,
                     rows[0].index_key, sizeof rows[0].index_key))
        return err_set(err, ERR_DB, _("%s: the key for search is damaged; restore a backup"),
                       db_place(db));
    return 0;
}

int
vault_open(struct vault **out, struct db *db, const char *path, struct err *err)
{
    struct vault *vault = secret_alloc(sizeof *vault);
    vault->keys = keys_new();
    random_bytes(vault->nonce, sizeof vault->nonce);
    *out = NULL;
    int result = -1;
    if (snprintf(vault->path, sizeof vault->path, "%s", path) >= (int)sizeof vault->path)
        err_set(err, ERR_IO, _("%s: no such key file"), path);
    else if (keyfile_read(vault->keys, path, err) == 0)
        result = open_rows(vault, db, err);
    if (result == 0)
        *out = vault;
    else
        vault_close(vault);
    return result;
}

void
vault_close(struct vault *vault)
{
    if (!vault)
        return;
    keys_free(vault->keys);
    secret_free(vault);
}

void
vault_name(const struct vault *vault, char name[KEY_NAME])
{
    key_name(name, vault->now.id);
}

/* ---- people ------------------------------------------------------------------------------------- */

/* The system's generator is asked once a row and not for each value, which takes as long as sealing it: of
 * 2^192 nonces a random one to begin with is enough. */
static void
count_on(unsigned char nonce[CIPHER_NONCE])
{
    for (int i = 0; i < CIPHER_NONCE; i++)
        if (++nonce[i])
            break;
}

void
vault_person_seal(struct vault *vault, const struct vault_person *person,
                  unsigned char data_key[VAULT_KEY])
{
    count_on(vault->nonce);
    memcpy(data_key, vault->now.id, KEY_ID);
    cipher_seal_nonce(data_key + KEY_ID, vault->now.key, vault->nonce, about_data_key,
                      sizeof about_data_key, person->key, sizeof person->key);
}

void
vault_person_new(struct vault *vault, struct vault_person *person,
                 unsigned char data_key[VAULT_KEY])
{
    random_bytes(person,
                 sizeof person->key + sizeof person->nonce); /* which stand first, side by side */
    person->has_nonce = true;
    vault_person_seal(vault, person, data_key);
}

int
vault_person_open(struct vault *vault, struct vault_person *person, struct db_value data_key,
                  struct err *err)
{
    char name[KEY_NAME];
    person->has_nonce = false;
    if (data_key.type == DB_NULL)
        return err_set(err, ERR_DB, _("its data key is gone, and with it what is personal"));
    if (data_key.type != DB_BYTES || data_key.length != VAULT_KEY)
        return err_set(err, ERR_DB, _("its data key is damaged; restore a backup"));
    const unsigned char *bytes = (const unsigned char *)data_key.text;
    const struct key *key = vault_hold(vault, bytes);
    key_name(name, bytes);
    if (!key)
        return err_set(
            err, ERR_DB,
            _("its data key is under master key %s, which %s does not hold; give the file "
              "that does with --key FILE"),
            name, vault->path);
    if (!cipher_open(person->key, key->key, about_data_key, sizeof about_data_key, bytes + KEY_ID,
                     VAULT_KEY - KEY_ID))
        return err_set(err, ERR_DB, _("its data key is damaged; restore a backup"));
    return 0;
}

void
vault_person_close(struct vault_person *person)
{
    secret_wipe(person, sizeof *person);
}

/* ---- values ------------------------------------------------------------------------------------- */

/* Table, column and row, each with its end, so that no two places have the same bytes. */
static size_t
make_about(unsigned char about[ABOUT], const char *table, const char *column, int64_t id)
{
    size_t length = strnlen(table, NAME_MOST - 1), at = length + 1;
    memcpy(about, table, length);
    about[length] = '\0';
    length = strnlen(column, NAME_MOST - 1);
    memcpy(about + at, column, length);
    about[at + length] = '\0';
    at += length + 1;
    for (int i = 0; i < NUMBER; i++)
        about[at++] = (unsigned char)((uint64_t)id >> (8 * i));
    return at;
}

struct db_value
vault_seal(struct vault_person *person, struct arena *arena, const char *table, const char *column,
           int64_t id, struct db_value value)
{
    unsigned char about[ABOUT];
    bool text = value.type == DB_TEXT;
    if (!text && value.type != DB_INT)
        return db_null();
    if (!person->has_nonce)
        random_bytes(person->nonce, sizeof person->nonce);
    person->has_nonce = true;
    count_on(person->nonce);
    size_t length = 1 + (text ? value.length : NUMBER);
    length = (length + STEP - 1) / STEP * STEP;
    unsigned char *plain = arena_alloc(arena, length); /* zeroed */
    unsigned char *sealed = arena_alloc(arena, length + CIPHER_EXTRA);
    plain[0] = text ? TYPE_TEXT : TYPE_INT;
    if (text)
        memcpy(plain + 1, value.text, value.length);
    for (int i = 0; !text && i < NUMBER; i++)
        plain[1 + i] = (unsigned char)((uint64_t)value.number >> (8 * i));
    cipher_seal_nonce(sealed, person->key, person->nonce, about,
                      make_about(about, table, column, id), plain, length);
    return db_bytes(sealed, length + CIPHER_EXTRA);
}

static struct db_value
read_plain(const unsigned char *plain, size_t length)
{
    const char *text = (const char *)plain + 1;
    uint64_t number = 0;
    if (plain[0] == TYPE_TEXT)
        return db_textn(text, strnlen(text, length - 1));
    for (int i = 0; i < NUMBER; i++)
        number |= (uint64_t)plain[1 + i] << (8 * i);
    return db_int((int64_t)number);
}

int
vault_unseal(const struct vault_person *person, struct arena *arena, const char *table,
             const char *column, int64_t id, struct db_value sealed, struct db_value *value,
             struct err *err)
{
    unsigned char about[ABOUT];
    *value = db_null();
    if (sealed.type == DB_NULL)
        return 0;
    size_t length = sealed.type == DB_BYTES && sealed.length >= CIPHER_EXTRA + STEP
                        ? sealed.length - CIPHER_EXTRA
                        : 0;
    unsigned char *plain = arena_alloc(arena, length + 1); /* a NUL stands behind */
    if (!length || !cipher_open(plain, person->key, about, make_about(about, table, column, id),
                                sealed.text, sealed.length))
        return err_set(err, ERR_DB,
                       _("%s: cannot be opened: it was damaged, or moved here from elsewhere; "
                         "restore a backup"),
                       column);
    *value = read_plain(plain, length);
    return 0;
}

struct db_value
vault_index(const struct vault *vault, struct arena *arena, const char *table, const char *column,
            const char *text)
{
    struct hash hash;
    unsigned char *index = arena_alloc(arena, VAULT_INDEX);
    hash_begin(&hash, "medi index", VAULT_INDEX, vault->index_key);
    hash_add_text(&hash, table);
    hash_add_text(&hash, column);
    hash_add_text(&hash, text);
    hash_end(&hash, index, VAULT_INDEX);
    secret_wipe(&hash, sizeof hash);
    return db_bytes(index, VAULT_INDEX);
}
