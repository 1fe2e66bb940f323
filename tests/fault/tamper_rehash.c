/* Who can write the file and knows medi's code: makes sets, marks and chain fit what was altered. */
#include "tamper.h"

#include "base/codec.h"
#include "log/chain.h"
#include "log/log.h"
#include "log/marks.h"
#include "log/recount.h"

/* ---- against what was kept elsewhere ------------------------------------------------------------- */

/* The first checkpoint that has the entry: it must be the one that is named. */
static void
expect_checkpoint(const struct base *base, int64_t store_id, int64_t seq, struct deed *deed)
{
    for (int i = 0; i < base->kept.count; i++) {
        const struct checkpoint *checkpoint = &base->kept.items[i];
        for (int k = 0; k < checkpoint->count; k++)
            if (checkpoint->ends[k].store_id == store_id && checkpoint->ends[k].entries >= seq) {
                snprintf(deed->place, sizeof deed->place, "checkpoint %lld",
                         (long long)checkpoint->number);
                return;
            }
    }
    deed->place[0] = '\0';
    deed->beyond = true;
    deed->why = "only entries after the newest checkpoint were rewritten";
}

/* ---- the chain ------------------------------------------------------------------------------------- */

static void
hash_chain(sqlite3 *raw, int64_t store_id)
{
    unsigned char hash[HASH_SIZE];
    sqlite3_stmt *read, *write, *end;
    char *sql = sqlite3_mprintf(
        "SELECT seq, at, actor, tool, verb, subject, detail, changes, sets, run FROM log"
        " WHERE store_id = %lld ORDER BY seq",
        (long long)store_id);
    int64_t seq = 0;
    chain_begin(hash, raw_ask(raw, "SELECT value FROM meta WHERE name = 'identity'"), store_id);
    MUST(sqlite3_prepare_v2(raw, sql, -1, &read, NULL) == SQLITE_OK);
    MUST(sqlite3_prepare_v2(raw, "UPDATE log SET hash = ?1 WHERE store_id = ?2 AND seq = ?3", -1,
                            &write, NULL) == SQLITE_OK);
    MUST(sqlite3_prepare_v2(raw, "UPDATE chain SET hash = ?1, seq = ?3 WHERE store_id = ?2", -1,
                            &end, NULL) == SQLITE_OK);
    while (sqlite3_step(read) == SQLITE_ROW) {
        const char *texts[8];
        for (int i = 0; i < 8; i++)
            texts[i] = (const char *)sqlite3_column_text(read, i + 2);
        seq = sqlite3_column_int64(read, 0);
        const struct chain_entry entry = {store_id, seq,      sqlite3_column_int64(read, 1),
                                          texts[0], texts[1], texts[2],
                                          texts[3], texts[4], texts[5],
                                          texts[6], texts[7]};
        chain_next(hash, &entry);
        sqlite3_bind_blob(write, 1, hash, HASH_SIZE, SQLITE_TRANSIENT);
        sqlite3_bind_int64(write, 2, store_id);
        sqlite3_bind_int64(write, 3, seq);
        MUST(sqlite3_step(write) == SQLITE_DONE && sqlite3_reset(write) == SQLITE_OK);
    }
    sqlite3_bind_blob(end, 1, hash, HASH_SIZE, SQLITE_TRANSIENT);
    sqlite3_bind_int64(end, 2, store_id);
    sqlite3_bind_int64(end, 3, seq);
    MUST(sqlite3_step(end) == SQLITE_DONE);
    sqlite3_finalize(read);
    sqlite3_finalize(write);
    sqlite3_finalize(end);
    sqlite3_free(sql);
}

/* ---- sets and marks --------------------------------------------------------------------------------- */

static void
fix_marks(struct db *db, const struct place *place, int64_t store_id)
{
    struct err err = {0};
    struct db_stmt *stmt;
    struct db_value row[PLACE_COLUMNS];
    struct marks *marks = marks_new(db);
    struct arena arena;
    int more;
    arena_init(&arena);
    const struct db_value gone[] = {db_int(store_id), db_text(place->table)};
    OK(db_run(db, "DELETE FROM mark WHERE store_id = $1 AND name = $2", gone, 2, &err));
    OK(db_prepare(db, &stmt, arena_printf(&arena, "SELECT * FROM \"%s\"", place->table), &err));
    while ((more = db_step(stmt, &err)) == 1) {
        struct rowcode code;
        for (int i = 0; i < place->count; i++)
            row[i] = db_get(stmt, i);
        rowcode_of(&code, place->table, row, place->count);
        if (place_store(place, row) == store_id)
            OK(marks_add(marks, place->table, store_id, place_number(place, row), code.mark, &err));
    }
    MUST(more == 0);
    db_finish(stmt);
    OK(marks_flush(marks, &err));
    marks_free(marks);
    arena_release(&arena);
}

/* The line of the set as it now is; tally and marks are made to fit. */
static void
fix_set(const char *path, const char *table, int64_t store_id, char line[200])
{
    struct err err = {0};
    struct db *db;
    struct place *place;
    struct arena arena;
    unsigned char digest[HASH_SIZE], state[MULTISET_SIZE];
    struct recount *recount = recount_new();
    struct multiset set;
    arena_init(&arena);
    multiset_init(&set);
    OK(db_open(&db, path, DB_WRITE, NULL, &err));
    OK(db_begin(db, &err));
    OK(place_load(&place, db, &arena, table, &err));
    OK(recount_table(recount, db, place, NULL, NULL, &err));
    const struct recount_set *found = recount_find(recount, table, store_id);
    if (found)
        set = found->set;
    multiset_write(&set, state);
    multiset_digest(&set, digest);
    const struct db_value values[] = {db_int(store_id), db_text(table), db_int(set.count),
                                      db_bytes(state, sizeof state)};
    OK(db_run(db, "UPDATE tally SET count = $3, state = $4 WHERE store_id = $1 AND name = $2",
              values, 4, &err));
    fix_marks(db, place, store_id);
    OK(db_commit(db, &err));
    snprintf(line, 200, "%s %lld %s", table, (long long)set.count,
             base64_encode(&arena, digest, sizeof digest));
    db_close(db);
    recount_free(recount);
    arena_release(&arena);
}

/* The last entry of the chain that speaks of the table says now what fits. Its number. */
static int64_t
fix_entry(sqlite3 *raw, const char *table, int64_t store_id, const char *line)
{
    int64_t seq =
        atoll(raw_ask(raw,
                      "SELECT max(seq) FROM log WHERE store_id = %lld AND (char(10) || sets) LIKE"
                      " '%%' || char(10) || '%s %%'",
                      (long long)store_id, table));
    const char *sets = raw_ask(raw, "SELECT sets FROM log WHERE store_id = %lld AND seq = %lld",
                               (long long)store_id, (long long)seq);
    struct str fixed = STR_INIT;
    size_t length = strlen(table);
    for (const char *at = sets; *at;) {
        size_t whole = strcspn(at, "\n");
        if (strncmp(at, table, length) == 0 && at[length] == ' ')
            str_adds(&fixed, line);
        else
            str_add(&fixed, at, whole);
        str_addc(&fixed, '\n');
        at += whole + 1;
    }
    MUST(raw_run(raw, "UPDATE log SET sets = '%s' WHERE store_id = %lld AND seq = %lld", fixed.text,
                 (long long)store_id, (long long)seq));
    str_release(&fixed);
    return seq;
}

/* ---- rows ---------------------------------------------------------------------------------------------- */

/* Alters one row in one of three ways. */
static const struct table *
alter(const struct base *base, const char *path, struct rng *rng, struct deed *deed,
      int64_t *store_id)
{
    const struct table *table = draw_table(base, rng);
    char where[400];
    if (strcmp(table->name, "migration") == 0)
        return NULL; /* of another schema medi's own code would not open it */
    sqlite3 *raw = raw_open(path);
    draw_row(raw, table, rng, where, deed);
    *store_id = atoll(raw_ask(raw, "SELECT id FROM store WHERE code = '%s'", deed->store));
    const struct column *column = NULL;
    for (int tries = 0; tries < 50 && !column; tries++) {
        column = &table->columns[rng_below(rng, (uint32_t)table->count)];
        if (column->key || strcmp(table->name, "meta") == 0)
            column = NULL;
    }
    if (rng_chance(rng, 300) && strcmp(table->name, "meta") != 0 &&
        strcmp(table->name, "store") != 0)
        deed->done = raw_run(raw, "DELETE FROM \"%s\" WHERE %s", table->name, where);
    else if (column && strcmp(column->name, "code") != 0)
        deed->done = raw_run(raw,
                             column->bytes  ? "UPDATE \"%s\" SET \"%s\" = randomblob(9) WHERE %s"
                             : column->text ? "UPDATE \"%s\" SET \"%s\" = 'altered' WHERE %s"
                                            : "UPDATE \"%s\" SET \"%s\" = 987654 WHERE %s",
                             table->name, column->name, where) &&
                     sqlite3_changes(raw) == 1;
    snprintf(deed->what, sizeof deed->what, "%s of %s %s", column ? column->name : "-", table->name,
             where);
    raw_close(raw);
    return deed->done ? table : NULL;
}

void
mark_and_row(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    struct err err = {0};
    struct db *db;
    struct place *place;
    struct arena arena;
    int64_t store_id;
    const struct table *table = alter(base, path, rng, deed, &store_id);
    if (!table)
        return;
    arena_init(&arena);
    OK(db_open(&db, path, DB_WRITE, NULL, &err));
    OK(place_load(&place, db, &arena, table->name, &err));
    OK(db_begin(db, &err));
    fix_marks(db, place, store_id);
    OK(db_commit(db, &err));
    db_close(db);
    arena_release(&arena);
    deed->place[0] = '\0'; /* the table alone can be named */
}

void
rehash_row(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    char line[200];
    int64_t store_id;
    const struct table *table = alter(base, path, rng, deed, &store_id);
    if (!table)
        return;
    fix_set(path, table->name, store_id, line);
    sqlite3 *raw = raw_open(path);
    int64_t seq = fix_entry(raw, table->name, store_id, line);
    hash_chain(raw, store_id);
    if (rng_chance(rng, 500))
        raw_run(raw, "DELETE FROM checkpoint");
    raw_close(raw);
    expect_checkpoint(base, store_id, seq, deed);
}

/* ---- entries ------------------------------------------------------------------------------------------- */

static int64_t
kept_entries(const struct base *base, int64_t store_id)
{
    const struct checkpoint *newest = &base->kept.items[base->kept.count - 1];
    for (int k = 0; k < newest->count; k++)
        if (newest->ends[k].store_id == store_id)
            return newest->ends[k].entries;
    return 0;
}

static const char *
entry_hash(sqlite3 *raw, int64_t store_id, int64_t seq)
{
    return raw_ask(raw, "SELECT hex(hash) FROM log WHERE store_id = %lld AND seq = %lld",
                   (long long)store_id, (long long)seq);
}

static void
rewrite(const struct base *base, const char *path, struct rng *rng, struct deed *deed, bool tail)
{
    static const char *const words[] = {"actor = 'somebody'",  "at = at - 3600",
                                        "subject = 'nothing'", "changes = NULL",
                                        "verb = 'export'",     "run = lower(hex(randomblob(16)))"};
    int64_t store_id = rng_below(rng, 4), last = kept_entries(base, store_id);
    sqlite3 *raw = raw_open(path);
    int64_t end =
        atoll(raw_ask(raw, "SELECT seq FROM chain WHERE store_id = %lld", (long long)store_id));
    int64_t seq = tail ? last + 1 + rng_below(rng, (uint32_t)(end - last))
                       : 1 + rng_below(rng, (uint32_t)last);
    const char *word = words[rng_below(rng, 6)];
    if (!tail || end > last) {
        const char *before = entry_hash(raw, store_id, seq);
        deed->done = raw_run(raw, "UPDATE log SET %s WHERE store_id = %lld AND seq = %lld", word,
                             (long long)store_id, (long long)seq);
        hash_chain(raw, store_id);
        /* one that had no changes has still none: nothing was done */
        deed->done = deed->done && strcmp(before, entry_hash(raw, store_id, seq)) != 0;
        if (rng_chance(rng, 300) && !tail)
            raw_run(raw, "DELETE FROM checkpoint");
    }
    snprintf(deed->store, sizeof deed->store, "%s",
             raw_ask(raw, "SELECT code FROM store WHERE id = %lld", (long long)store_id));
    snprintf(deed->what, sizeof deed->what, "%s of entry %lld %lld", word, (long long)store_id,
             (long long)seq);
    raw_close(raw);
    expect_checkpoint(base, store_id, seq, deed);
}

void
rehash_entry(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    rewrite(base, path, rng, deed, false);
}

void
rehash_tail(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    rewrite(base, path, rng, deed, true);
}

/* ---- with the tools' own code --------------------------------------------------------------------------- */

static void
act_as_tool(const char *path, const char *sql, const struct note_secret *secret)
{
    struct err err = {0};
    struct db *db;
    struct log *log;
    struct arena arena;
    struct checkpoint made;
    const struct log_entry entry = {0, 1790900000, "admin", "medi-db", "import", "clients", NULL};
    arena_init(&arena);
    OK(db_open(&db, path, DB_WRITE, NULL, &err));
    OK(db_begin(db, &err));
    OK(log_open(&log, db, &err));
    OK(db_script(db, sql, &err));
    if (secret)
        OK(checkpoint_add_key(db, &secret->key, &err));
    OK(log_add(log, &entry, &err));
    for (int i = 0; secret && i < 5; i++)
        OK(checkpoint_make(&arena, db, 1790900000 + i, secret, &made, &err));
    OK(db_commit(db, &err));
    log_close(log);
    db_close(db);
    arena_release(&arena);
}

/* The database is whole in itself, with checkpoints, signatures and a key that it names itself. */
void
rehash_resigned(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    struct note_secret secret;
    rehash_row(base, path, rng, deed);
    if (!deed->done)
        return;
    note_secret_make(&secret, "auditor");
    sqlite3 *raw = raw_open(path);
    raw_run(raw, "DELETE FROM checkpoint");
    raw_close(raw);
    act_as_tool(path, "DELETE FROM meta WHERE name = 'checkpoint_keys'", &secret);
    deed->place[0] = '\0';
    deed->beyond = false;
}

void
rehash_append(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    char sql[200];
    (void)base;
    snprintf(sql, sizeof sql, "UPDATE client SET language = 'x%u' WHERE id = %u",
             rng_below(rng, 1000), 1 + rng_below(rng, 60));
    act_as_tool(path, sql, NULL);
    snprintf(deed->what, sizeof deed->what, "%s", sql);
    deed->done = deed->beyond = true;
    deed->why = "it is an entry like any: after the newest checkpoint whoever can write can add";
}
