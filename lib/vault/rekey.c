#include "vault/rekey.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/sql.h"
#include "vault/vault_private.h"

enum { BATCH = 1000, TABLES = 2 };

/* The tables of people. */
static const struct {
    const char *name;
    enum sql_id keys, reseal;
} tables[TABLES] = {
    {"client", SQL_VAULT_CLIENT_KEYS, SQL_VAULT_CLIENT_RESEAL},
    {"lead", SQL_VAULT_LEAD_KEYS, SQL_VAULT_LEAD_RESEAL},
};

struct rekey {
    struct db *db;
    struct vault *vault; /* seals with the new key */
    int lock;
    int table;     /* where the next batch begins, */
    int64_t after; /* behind this row */
    unsigned char old_id[KEY_ID];
    char path[KEYFILE_PATH], old[KEYFILE_PATH];
};

void
rekey_name(const struct rekey *rekey, char name[KEY_NAME])
{
    vault_name(rekey->vault, name);
}

const char *
rekey_old(const struct rekey *rekey)
{
    return rekey->old;
}

/* ---- the files ---------------------------------------------------------------------------------- */

static bool
same_id(const unsigned char *a, const unsigned char *b)
{
    return memcmp(a, b, KEY_ID) == 0;
}

/* The key in a file of its own, which may be there already if it holds that key. */
static int
keep_key(const char *path, const struct key *key, struct err *err)
{
    struct keys *keys = keys_new();
    bool there = keyfile_is_there(path);
    int result = there ? keyfile_read(keys, path, err) : 0;
    if (result == 0 && there && !keys_find(keys, key->id))
        result =
            err_set(err, ERR_DATA, _("%s: is there and holds another key; move it away"), path);
    if (result == 0 && !there) {
        keys_add(keys, key);
        result = keyfile_make(path, keys, err);
    }
    keys_free(keys);
    return result;
}

/* The new key: that of the file `fresh` if it is there, else one at random, kept in `fresh` if it has a name.
 * */
static int
choose_key(struct key *key, const char *fresh, struct err *err)
{
    if (!fresh || !keyfile_is_there(fresh)) {
        key_make(key);
        return fresh ? keep_key(fresh, key, err) : 0;
    }
    struct keys *keys = keys_new();
    int result = keyfile_read(keys, fresh, err);
    if (result == 0)
        *key = keys->key[0];
    keys_free(keys);
    return result;
}

/* The file holds the new key and, unless that is NULL, the old one behind it. */
static int
write_file(const struct rekey *rekey, const struct key *new, const struct key *old, struct err *err)
{
    struct keys *keys = keys_new();
    keys_add(keys, new);
    if (old)
        keys_add(keys, old);
    int result = keyfile_replace(rekey->path, keys, err);
    keys_free(keys);
    return result;
}

/* ---- how far it is ------------------------------------------------------------------------------ */

static int
remember_old(struct rekey *rekey, const unsigned char id[KEY_ID], struct err *err)
{
    memcpy(rekey->old_id, id, KEY_ID);
    return keyfile_old(rekey->old, rekey->path, id)
               ? 0
               : err_errno(err, ENAMETOOLONG, "%s", rekey->path);
}

/* Steps 1 and 2 from the beginning. */
static int
begin(struct rekey *rekey, const char *fresh, struct err *err)
{
    struct vault *vault = rekey->vault;
    struct key *new = secret_alloc(sizeof *new);
    int result = choose_key(new, fresh, err);
    if (result == 0 && same_id(new->id, vault->now.id))
        result = err_set(err, ERR_USAGE, _("--new %s: is the key that is in use"), fresh);
    if (result == 0)
        result = remember_old(rekey, vault->now.id, err);
    if (result == 0)
        result = keep_key(rekey->old, &vault->now, err);
    if (result == 0)
        result = write_file(rekey, new, &vault->now, err);
    if (result == 0) {
        keys_add(vault->keys, new);
        vault->now = *new;
    }
    secret_free(new);
    return result;
}

/* What was begun goes on to its own key. */
static int
go_on(struct rekey *rekey, const struct key *new, const unsigned char old_id[KEY_ID],
      const char *fresh, struct err *err)
{
    char name[KEY_NAME];
    rekey->vault->now = *new;
    rekey_name(rekey, name);
    if (fresh)
        return err_set(
            err, ERR_USAGE,
            _("--new: this database is on its way to key %s, which %s holds; run rekey without "
              "--new first"),
            name, rekey->path);
    if (remember_old(rekey, old_id, err) < 0)
        return -1;
    const struct key *old = vault_hold(rekey->vault, old_id);
    return old && !same_id(old_id, new->id) ? keep_key(rekey->old, old, err) : 0;
}

/* `file`: what the key file holds; the table `vault` has `count` rows, and the vault is open. */
static int
find_way(struct rekey *rekey, const struct keys *file, const struct vault_row *rows, int count,
         const char *fresh, struct err *err)
{
    const struct key *first = &file->key[0];
    if (count > 1) /* steps 4, 5 */
        return go_on(rekey, &rekey->vault->now, rows[1].id, fresh, err);
    if (!same_id(first->id,
                 rows[0].id)) /* step 3; or the key of another database that shares the file */
        return go_on(rekey, first, rows[0].id, fresh, err);
    if (file->count > 1) /* step 6 */
        return go_on(rekey, first, file->key[1].id, fresh, err);
    return begin(rekey, fresh, err);
}

static int
prepare(struct rekey *rekey, const char *fresh, struct err *err)
{
    struct vault_row rows[KEYS_MOST];
    struct keys *file = keys_new();
    int result = vault_open(&rekey->vault, rekey->db, rekey->path, err);
    int count = result < 0 ? -1 : vault_rows(rekey->db, rows, err);
    if (count < 0 || keyfile_read(file, rekey->path, err) < 0 ||
        find_way(rekey, file, rows, count, fresh, err) < 0)
        result = -1;
    keys_free(file);
    return result;
}

int
rekey_open(struct rekey **out, struct db *db, const char *path, const char *fresh, struct err *err)
{
    struct rekey *rekey = mem_alloc(sizeof *rekey);
    *rekey = (struct rekey){.db = db, .lock = -1};
    char *real = realpath(path, NULL); /* the file itself, not a link to it, is replaced */
    int failed = errno, result = -1;
    if (!real && failed == ENOENT)
        err_set(err, ERR_IO, _("%s: no such key file"), path);
    else if (!real || snprintf(rekey->path, KEYFILE_PATH, "%s", real) >= KEYFILE_PATH)
        err_errno(err, real ? ENAMETOOLONG : failed, "%s", path);
    else if ((rekey->lock = keyfile_lock(rekey->path, err)) >= 0)
        result = prepare(rekey, fresh, err);
    free(real);
    if (result < 0)
        rekey_close(rekey);
    *out = result < 0 ? NULL : rekey;
    return result;
}

void
rekey_close(struct rekey *rekey)
{
    if (!rekey)
        return;
    vault_close(rekey->vault);
    if (rekey->lock >= 0)
        close(rekey->lock);
    free(rekey);
}

int
rekey_left(struct rekey *rekey, int64_t *rows, struct err *err)
{
    struct db_value id = db_bytes(rekey->vault->now.id, KEY_ID);
    struct db_stmt *stmt;
    if (sql_first(rekey->db, &stmt, SQL_VAULT_LEFT, &id, 1, err) != 1)
        return -1;
    *rows = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

/* ---- batches ------------------------------------------------------------------------------------ */

struct batch {
    int count;
    int64_t ids[BATCH];
    unsigned char keys[BATCH][VAULT_KEY];
};

static int
wrong_row(const struct rekey *rekey, int64_t id, struct err *err)
{
    return err_wrap(err, _("%s, row %lld"), tables[rekey->table].name, (long long)id);
}

static int
read_batch(struct rekey *rekey, struct batch *batch, struct err *err)
{
    struct db_value params[] = {db_bytes(rekey->vault->now.id, KEY_ID), db_int(rekey->after),
                                db_int(BATCH)};
    struct db_stmt *stmt = NULL;
    struct vault_person person;
    batch->count = 0;
    int more = sql_open(rekey->db, &stmt, tables[rekey->table].keys, params, 3, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        int64_t id = batch->ids[batch->count] = db_get_int(stmt, 0);
        more = vault_person_open(rekey->vault, &person, db_get(stmt, 1), err);
        if (more < 0)
            wrong_row(rekey, id, err);
        else
            vault_person_seal(rekey->vault, &person, batch->keys[batch->count++]);
    }
    vault_person_close(&person);
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

static int
write_batch(const struct rekey *rekey, const struct batch *batch, struct err *err)
{
    struct db_stmt *stmt = NULL;
    const struct sql *sql = sql_get(tables[rekey->table].reseal);
    int result = db_prepare(rekey->db, &stmt, sql->text, err);
    for (int i = 0; i < batch->count && result >= 0; i++) {
        db_bind(stmt, 1, db_int(batch->ids[i]));
        db_bind(stmt, 2, db_bytes(batch->keys[i], VAULT_KEY));
        result = db_step(stmt, err);
        db_reset(stmt);
    }
    db_finish(stmt);
    return result < 0 ? -1 : 0;
}

/* A batch of the table that is at hand; where there is less than a batch, the next one is. */
static int
reseal(struct rekey *rekey, int64_t *rows, struct err *err)
{
    struct batch *batch = mem_alloc(sizeof *batch);
    int result = read_batch(rekey, batch, err);
    if (result == 0)
        result = write_batch(rekey, batch, err);
    *rows = batch->count;
    bool full = batch->count == BATCH;
    rekey->after = full ? batch->ids[BATCH - 1] : 0;
    rekey->table += !full;
    free(batch);
    return result;
}

/* Nothing is under the old key: it may go. Anything is: once more from the beginning. */
static int
forget_old(struct rekey *rekey, int64_t number, bool *wrote, struct err *err)
{
    struct db_value param = db_int(number);
    int64_t left;
    if (rekey_left(rekey, &left, err) < 0)
        return -1;
    rekey->table = 0;
    *wrote = left == 0;
    if (left)
        return 1;
    return sql_run(rekey->db, SQL_VAULT_DROP, &param, 1, NULL, err) < 0 ? -1 : 0;
}

int
rekey_step(struct rekey *rekey, int64_t *rows, bool *wrote, struct err *err)
{
    struct vault_row known[KEYS_MOST];
    const struct vault *vault = rekey->vault;
    char name[KEY_NAME];
    int count = vault_rows(rekey->db, known, err);
    *rows = 0;
    *wrote = true;
    if (count <= 0)
        return -1;
    if (count == 1 && same_id(known[0].id, rekey->old_id))
        return vault_add(rekey->db, &vault->now, vault->index_key, known[0].number, err) < 0 ? -1
                                                                                             : 1;
    key_name(name, known[0].id);
    if (!same_id(known[0].id, vault->now.id))
        return err_set(
            err, ERR_DATA,
            _("%s: another rekey, to key %s, came first; go on with the file that holds it"),
            db_place(rekey->db), name);
    *wrote = false;
    if (count == 1)
        return 0;
    if (rekey->table == TABLES)
        return forget_old(rekey, known[0].number, wrote, err);
    if (reseal(rekey, rows, err) < 0)
        return -1;
    *wrote = *rows > 0;
    return 1;
}

/* A file that holds another key first serves another database too, and is left as it is. */
int
rekey_finish(struct rekey *rekey, struct err *err)
{
    struct keys *file = keys_new();
    int result = keyfile_read(file, rekey->path, err);
    if (result == 0 && file->count > 1 && same_id(file->key[0].id, rekey->vault->now.id))
        result = write_file(rekey, &rekey->vault->now, NULL, err);
    keys_free(file);
    return result;
}
