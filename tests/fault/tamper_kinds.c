/* Alterations by SQL and by bytes. */
#include "tamper.h"

#include "log/marks.h"

/* ---- drawing ---------------------------------------------------------------------------------------- */

const struct table *
draw_table(const struct base *base, struct rng *rng)
{
    return &base->tables[rng_below(rng, (uint32_t)base->count)];
}

static const struct column *
draw_column(const struct table *table, struct rng *rng, bool optional)
{
    for (int tries = 0; tries < 100; tries++) {
        const struct column *column = &table->columns[rng_below(rng, (uint32_t)table->count)];
        if (!column->key && (!optional || column->optional))
            return column;
    }
    return NULL;
}

/* One row, by all columns of its key. */
static int64_t
draw_offset(sqlite3 *raw, const char *table, struct rng *rng)
{
    int64_t rows = atoll(raw_ask(raw, "SELECT count(*) FROM \"%s\"", table));
    return rows ? (int64_t)rng_below(rng, (uint32_t)rows) : 0;
}

void
draw_row(sqlite3 *raw, const struct table *table, struct rng *rng, char where[400],
         struct deed *deed)
{
    int64_t offset = draw_offset(raw, table->name, rng);
    size_t length = 0;
    const char *store = "*";
    size_t at = (size_t)snprintf(deed->place, sizeof deed->place, "%s", table->name);
    where[0] = '\0';
    for (int i = 0; i < table->count; i++) {
        const struct column *column = &table->columns[i];
        if (!column->key)
            continue;
        const char *value = raw_ask(raw, "SELECT \"%s\" FROM \"%s\" LIMIT 1 OFFSET %lld",
                                    column->name, table->name, (long long)offset);
        length += (size_t)snprintf(where + length, 400 - length, "%s\"%s\" = '%s'",
                                   length ? " AND " : "", column->name, value);
        if (table->of_store && strcmp(column->name, "store_id") == 0)
            store = raw_ask(raw, "SELECT code FROM store WHERE id = %s", value);
        else
            at += (size_t)snprintf(deed->place + at, sizeof deed->place - at, " %s", value);
    }
    snprintf(deed->store, sizeof deed->store, "%s", store);
}

/* Another value of the type, as an expression over the old one. */
static const char *
other_value(const struct column *column, struct rng *rng)
{
    static char text[100];
    if (column->bytes)
        snprintf(text, sizeof text, "x'%08x'", rng_below(rng, UINT32_MAX));
    else if (column->text)
        snprintf(text, sizeof text, "COALESCE(\"%s\", '') || char(%d)", column->name,
                 97 + (int)rng_below(rng, 26));
    else
        snprintf(text, sizeof text, "COALESCE(\"%s\", 0) + %u", column->name,
                 1 + rng_below(rng, 1000));
    return text;
}

/* ---- rows ------------------------------------------------------------------------------------------------ */

static void
change_value(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    char where[400];
    const struct table *table = draw_table(base, rng);
    const struct column *column = draw_column(table, rng, false);
    if (!column)
        return;
    sqlite3 *raw = raw_open(path);
    draw_row(raw, table, rng, where, deed);
    deed->done = raw_run(raw, "UPDATE \"%s\" SET \"%s\" = %s WHERE %s", table->name, column->name,
                         other_value(column, rng), where);
    snprintf(deed->what, sizeof deed->what, "%s.%s of %s", table->name, column->name, where);
    raw_close(raw);
}

static void
make_null(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    const struct table *table = draw_table(base, rng);
    const struct column *column = draw_column(table, rng, true);
    char where[400];
    if (!column)
        return;
    sqlite3 *raw = raw_open(path);
    draw_row(raw, table, rng, where, deed);
    deed->done = raw_run(raw, "UPDATE \"%s\" SET \"%s\" = NULL WHERE %s AND \"%s\" IS NOT NULL",
                         table->name, column->name, where, column->name) &&
                 sqlite3_changes(raw) > 0;
    snprintf(deed->what, sizeof deed->what, "%s.%s NULL of %s", table->name, column->name, where);
    raw_close(raw);
}

/* To another id: one row is gone and another has come. */
static void
change_key(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    const struct table *table = draw_table(base, rng);
    char where[400];
    sqlite3 *raw = raw_open(path);
    draw_row(raw, table, rng, where, deed);
    for (int i = 0; i < table->count && !deed->done; i++)
        if (table->columns[i].key && strcmp(table->columns[i].name, "store_id") != 0) {
            deed->done =
                raw_run(raw, "UPDATE OR IGNORE \"%s\" SET \"%s\" = %s WHERE %s", table->name,
                        table->columns[i].name, other_value(&table->columns[i], rng), where) &&
                sqlite3_changes(raw) > 0;
            snprintf(deed->what, sizeof deed->what, "key of %s %s", table->name, where);
        }
    if (!table->numbered)
        deed->place[0] = '\0'; /* of a row without a number the new key is named, not the old one */
    raw_close(raw);
}

static void
remove_row(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    const struct table *table = draw_table(base, rng);
    char where[400];
    sqlite3 *raw = raw_open(path);
    draw_row(raw, table, rng, where, deed);
    deed->done = raw_run(raw, "DELETE FROM \"%s\" WHERE %s", table->name, where);
    snprintf(deed->what, sizeof deed->what, "removed %s %s", table->name, where);
    if (!table->numbered)
        deed->place[0] = '\0';
    raw_close(raw);
}

/* The same row once more, under another key; unique columns are given something of their own. */
static void
insert_row(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    const struct table *table = draw_table(base, rng);
    char where[400];
    struct str columns = STR_INIT;
    sqlite3 *raw = raw_open(path);
    draw_row(raw, table, rng, where, deed);
    for (int i = 0; i < table->count; i++) {
        const struct column *column = &table->columns[i];
        bool own =
            strcmp(column->name, "store_id") != 0 && strcmp(column->name, "account_id") != 0 &&
            (column->key || strcmp(column->name, "code") == 0 ||
             strcmp(column->name, "login") == 0 || strcmp(column->name, "number") == 0 ||
             strcmp(column->name, "valid_from") == 0 || strcmp(column->name, "purpose") == 0);
        str_addf(&columns, i ? ", " : "");
        if (own)
            str_addf(&columns, column->text ? "\"%s\" || '+'" : "\"%s\" + 100000", column->name);
        else
            str_addf(&columns, "\"%s\"", column->name);
    }
    deed->done = raw_run(raw, "INSERT INTO \"%s\" SELECT %s FROM \"%s\" WHERE %s", table->name,
                         columns.text, table->name, where);
    snprintf(deed->what, sizeof deed->what, "inserted beside %s %s", table->name, where);
    deed->place[0] = '\0';
    if (deed->done && table->numbered) {
        const char *id = raw_ask(raw, "SELECT %s FROM \"%s\" WHERE %s",
                                 table->columns[table->of_store].name, table->name, where);
        snprintf(deed->place, sizeof deed->place, "%s %lld", table->name, atoll(id) + 100000);
    }
    str_release(&columns);
    raw_close(raw);
}

/* Two rows of a table and store take each other's place. */
static void
swap_rows(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    const struct table *table = draw_table(base, rng);
    if (!table->numbered || table->rows < 2)
        return;
    const char *id = table->columns[table->of_store].name;
    char where[400];
    sqlite3 *raw = raw_open(path);
    draw_row(raw, table, rng, where, deed);
    char mine[32], other[32], store[64] = "1 = 1";
    snprintf(mine, sizeof mine, "%s",
             raw_ask(raw, "SELECT \"%s\" FROM \"%s\" WHERE %s", id, table->name, where));
    if (table->of_store)
        snprintf(store, sizeof store, "store_id = %s",
                 raw_ask(raw, "SELECT store_id FROM \"%s\" WHERE %s", table->name, where));
    snprintf(other, sizeof other, "%s",
             raw_ask(raw, "SELECT \"%s\" FROM \"%s\" WHERE %s AND \"%s\" <> %s LIMIT 1 OFFSET %u",
                     id, table->name, store, id, mine, rng_below(rng, 5)));
    if (*other)
        deed->done = raw_run(raw, "UPDATE \"%s\" SET \"%s\" = -1 WHERE %s AND \"%s\" = %s",
                             table->name, id, store, id, mine) &&
                     raw_run(raw, "UPDATE \"%s\" SET \"%s\" = %s WHERE %s AND \"%s\" = %s",
                             table->name, id, mine, store, id, other) &&
                     raw_run(raw, "UPDATE \"%s\" SET \"%s\" = %s WHERE %s AND \"%s\" = -1",
                             table->name, id, other, store, id);
    snprintf(deed->what, sizeof deed->what, "swapped %s %s and %s", table->name, mine, other);
    raw_close(raw);
}

/* ---- entries ------------------------------------------------------------------------------------------------ */

static int64_t
draw_entry(sqlite3 *raw, struct rng *rng, char store[16], struct deed *deed)
{
    int64_t offset = draw_offset(raw, "log", rng);
    int64_t seq = atoll(raw_ask(
        raw, "SELECT seq FROM log ORDER BY store_id, seq LIMIT 1 OFFSET %lld", (long long)offset));
    snprintf(store, 16, "%s",
             raw_ask(raw, "SELECT store_id FROM log ORDER BY store_id, seq LIMIT 1 OFFSET %lld",
                     (long long)offset));
    snprintf(deed->store, sizeof deed->store, "%s",
             raw_ask(raw, "SELECT code FROM store WHERE id = %s", store));
    snprintf(deed->place, sizeof deed->place, "entry %lld", (long long)seq);
    return seq;
}

static void
change_entry(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    static const struct column columns[] = {{"at", .text = false},     {"actor", .text = true},
                                            {"tool", .text = true},    {"verb", .text = true},
                                            {"subject", .text = true}, {"detail", .text = true},
                                            {"changes", .text = true}, {"sets", .text = true},
                                            {"run", .text = true},     {"hash", .bytes = true}};
    const struct column *column = &columns[rng_below(rng, 10)];
    char store[16];
    (void)base;
    sqlite3 *raw = raw_open(path);
    int64_t seq = draw_entry(raw, rng, store, deed);
    deed->done = raw_run(raw, "UPDATE log SET \"%s\" = %s WHERE store_id = %s AND seq = %lld",
                         column->name, other_value(column, rng), store, (long long)seq);
    snprintf(deed->what, sizeof deed->what, "log.%s of %s %lld", column->name, store,
             (long long)seq);
    raw_close(raw);
}

/* With its number, or with those behind it moved up. */
static void
remove_entry(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    char store[16];
    (void)base;
    sqlite3 *raw = raw_open(path);
    int64_t seq = draw_entry(raw, rng, store, deed);
    deed->done =
        raw_run(raw, "DELETE FROM log WHERE store_id = %s AND seq = %lld", store, (long long)seq);
    if (rng_chance(rng, 500)) {
        raw_run(raw, "UPDATE log SET seq = -seq WHERE store_id = %s AND seq > %lld", store,
                (long long)seq);
        raw_run(raw, "UPDATE log SET seq = -seq - 1 WHERE store_id = %s AND seq < 0", store);
        raw_run(raw, "UPDATE chain SET seq = seq - 1 WHERE store_id = %s", store);
    }
    if (atoll(raw_ask(raw, "SELECT max(seq) FROM log WHERE store_id = %s", store)) < seq)
        deed->place[0] = '\0'; /* it was the last: a truncation, which only the chain's end tells */
    snprintf(deed->what, sizeof deed->what, "log entry %s %lld removed", store, (long long)seq);
    raw_close(raw);
}

static void
insert_entry(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    char store[16];
    (void)base;
    sqlite3 *raw = raw_open(path);
    int64_t seq = draw_entry(raw, rng, store, deed);
    raw_run(raw, "UPDATE log SET seq = -seq WHERE store_id = %s AND seq >= %lld", store,
            (long long)seq);
    raw_run(raw, "UPDATE log SET seq = -seq + 1 WHERE store_id = %s AND seq < 0", store);
    raw_run(raw, "UPDATE chain SET seq = seq + 1 WHERE store_id = %s", store);
    deed->done = raw_run(raw,
                         "INSERT INTO log SELECT store_id, %lld, at, 'nobody', tool, verb, "
                         "subject, detail, NULL, '',"
                         " run, hash FROM log WHERE store_id = %s AND seq = %lld",
                         (long long)seq, store, (long long)seq + 1);
    snprintf(deed->what, sizeof deed->what, "log entry %s %lld inserted", store, (long long)seq);
    raw_close(raw);
}

static void
reorder_entries(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    char store[16];
    (void)base;
    sqlite3 *raw = raw_open(path);
    int64_t seq = draw_entry(raw, rng, store, deed);
    int64_t last = atoll(raw_ask(raw, "SELECT max(seq) FROM log WHERE store_id = %s", store));
    int64_t other = seq + 1 + rng_below(rng, 4);
    if (other <= last) {
        raw_run(raw, "UPDATE log SET seq = -1 WHERE store_id = %s AND seq = %lld", store,
                (long long)seq);
        raw_run(raw, "UPDATE log SET seq = %lld WHERE store_id = %s AND seq = %lld", (long long)seq,
                store, (long long)other);
        deed->done = raw_run(raw, "UPDATE log SET seq = %lld WHERE store_id = %s AND seq = -1",
                             (long long)other, store);
    }
    snprintf(deed->what, sizeof deed->what, "log entries %s %lld and %lld swapped", store,
             (long long)seq, (long long)other);
    raw_close(raw);
}

/* With the chain's end left, or set to where the log now ends. */
static void
truncate_log(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    char store[16];
    (void)base;
    sqlite3 *raw = raw_open(path);
    int64_t seq = draw_entry(raw, rng, store, deed);
    deed->done =
        raw_run(raw, "DELETE FROM log WHERE store_id = %s AND seq >= %lld", store, (long long)seq);
    if (rng_chance(rng, 500)) {
        raw_run(raw,
                "UPDATE chain SET (seq, hash) = (SELECT seq, hash FROM log WHERE store_id = %s "
                "ORDER BY seq DESC LIMIT 1)"
                " WHERE store_id = %s AND %lld > 1",
                store, store, (long long)seq);
        if (seq > 1)
            deed->place[0] = '\0';
    }
    snprintf(deed->what, sizeof deed->what, "log of %s cut before %lld", store, (long long)seq);
    raw_close(raw);
}

/* ---- what is kept beside ------------------------------------------------------------------------------------- */

static void
doctor(const char *path, struct rng *rng, struct deed *deed, const char *table, const char *key,
       const char *const *sets, int count)
{
    sqlite3 *raw = raw_open(path);
    char rowid[32];
    int64_t offset = draw_offset(raw, table, rng);
    int which = (int)rng_below(rng, (uint32_t)count + 1);
    snprintf(rowid, sizeof rowid, "%s",
             raw_ask(raw, "SELECT \"%s\" FROM \"%s\" LIMIT 1 OFFSET %lld", key, table,
                     (long long)offset));
    if (which == count)
        deed->done = raw_run(raw, "DELETE FROM \"%s\" WHERE \"%s\" = %s", table, key, rowid);
    else
        deed->done =
            raw_run(raw, "UPDATE \"%s\" SET %s WHERE \"%s\" = %s", table, sets[which], key, rowid);
    deed->done = deed->done && sqlite3_changes(raw) > 0;
    snprintf(deed->what, sizeof deed->what, "%s %s %s", table, rowid,
             which == count ? "removed" : sets[which]);
    raw_close(raw);
}

static void
doctor_tally(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    static const char *const sets[] = {"count = count + 1", "state = randomblob(1024)",
                                       "state = x''", "name = 'nobody'", "store_id = 3 - store_id"};
    (void)base;
    doctor(path, rng, deed, "tally", "rowid", sets, 5);
}

static void
doctor_mark(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    static const char *const sets[] = {"marks = randomblob(length(marks))",
                                       "marks = substr(marks, 9)",
                                       "marks = marks || x'01'",
                                       "marks = marks || randomblob(8)",
                                       "part = part + 1",
                                       "name = 'nobody'",
                                       "marks = randomblob(100000)",
                                       "part = -9223372036854775807"};
    (void)base;
    doctor(path, rng, deed, "mark", "rowid", sets, 8);
}

static void
doctor_chain(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    static const char *const sets[] = {"seq = seq + 1", "seq = seq - 1", "hash = randomblob(32)",
                                       "hash = x''", "seq = 9223372036854775807"};
    (void)base;
    doctor(path, rng, deed, "chain", "store_id", sets, 5);
}

static void
doctor_checkpoint(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    static const char *const sets[] = {"at = at + 1",
                                       "number = number + 100",
                                       "note = replace(note, 'A', 'B')",
                                       "note = substr(note, 1, 100)",
                                       "note = note || char(10)",
                                       "note = replace(note, 'checkpoint', 'Checkpoint')"};
    (void)base;
    doctor(path, rng, deed, "checkpoint", "number", sets, 6);
}

/* ---- bytes ------------------------------------------------------------------------------------------------------- */

static void
flip_bit(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    FILE *file = fopen(path, "r+b");
    long at = (long)rng_below(rng, (uint32_t)base->now.size);
    int bit = (int)rng_below(rng, 8);
    char byte = (char)(base->now.bytes[at] ^ 1 << bit);
    MUST(file && fseek(file, at, SEEK_SET) == 0 && fwrite(&byte, 1, 1, file) == 1 &&
         fclose(file) == 0);
    snprintf(deed->what, sizeof deed->what, "bit %d of byte %ld (page %ld)", bit, at,
             at / 4096 + 1);
    deed->done = true;
}

/* In one of the places where a table's name stands: of a row of tally or mark, of their indexes, of the schema, of an
 * entry. By chance alone hardly one bit in a thousand lies in a row whose index then says something else. */
static void
flip_name(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    const char *name = draw_table(base, rng)->name, *bytes = base->now.bytes;
    size_t length = strlen(name), start = rng_below(rng, (uint32_t)base->now.size);
    const char *found = memmem(bytes + start, base->now.size - start, name, length);
    if (!found)
        return;
    long at = found - bytes + (long)rng_below(rng, (uint32_t)length);
    char byte = (char)(bytes[at] ^ 1 << rng_below(rng, 8));
    FILE *file = fopen(path, "r+b");
    MUST(file && fseek(file, at, SEEK_SET) == 0 && fwrite(&byte, 1, 1, file) == 1 &&
         fclose(file) == 0);
    snprintf(deed->what, sizeof deed->what, "%s, byte %ld (page %ld)", name, at, at / 4096 + 1);
    deed->done = true;
}

static void
roll_back(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    int which = (int)rng_below(rng, (uint32_t)base->older_count);
    image_save(&base->older[which], path);
    snprintf(deed->what, sizeof deed->what, "older file %d", which);
    deed->beyond = which == base->older_count - 1;
    deed->why = "the file as it was right after the newest checkpoint: what came later is lost";
    deed->done = true;
}

/* ---- schema -------------------------------------------------------------------------------------------------------- */

static void
alter_schema(const struct base *base, const char *path, struct rng *rng, struct deed *deed)
{
    static const char *const statements[] = {
        "CREATE TRIGGER t AFTER INSERT ON payment BEGIN UPDATE payment SET amount_fen = 0 WHERE id "
        "= NEW.id; END",
        "DROP INDEX payment_code",
        "CREATE INDEX extra ON visit (note)",
        "ALTER TABLE payment RENAME COLUMN note TO remark",
        "ALTER TABLE visit ADD COLUMN extra TEXT",
        "ALTER TABLE lot RENAME TO lots",
        "CREATE VIEW v AS SELECT * FROM client",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(replace(replace(sql, "
        "'amount_fen', 'zz'),"
        " 'quantity', 'amount_fen'), 'zz', 'quantity') WHERE name = 'payment'",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') "
        "WHERE name = 'lead'"};
    const char *statement = statements[rng_below(rng, 9)];
    (void)base;
    sqlite3 *raw = raw_open(path);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    deed->done = raw_run(raw, "%s", statement);
    snprintf(deed->what, sizeof deed->what, "%.190s", statement);
    raw_close(raw);
}

const struct kind kinds[] = {
    {"a flipped bit of the file", flip_bit, 25},
    {"a flipped bit of a table's name", flip_name, 4},
    {"a changed value", change_value, 12},
    {"a value made NULL", make_null, 5},
    {"a changed key", change_key, 4},
    {"a removed row", remove_row, 6},
    {"an inserted row", insert_row, 6},
    {"two rows swapped", swap_rows, 5},
    {"a row and its mark", mark_and_row, 4},
    {"a changed entry", change_entry, 6},
    {"a removed entry", remove_entry, 4},
    {"an inserted entry", insert_entry, 4},
    {"two entries swapped", reorder_entries, 4},
    {"a truncated log", truncate_log, 4},
    {"tally doctored", doctor_tally, 4},
    {"mark doctored", doctor_mark, 4},
    {"chain doctored", doctor_chain, 3},
    {"checkpoint doctored", doctor_checkpoint, 3},
    {"schema altered", alter_schema, 2},
    {"an older file", roll_back, 2},
    {"a row, all hashed anew", rehash_row, 6},
    {"an entry, all hashed anew", rehash_entry, 4},
    {"hashed anew, signed by another key", rehash_resigned, 2},
    {"entries after the newest checkpoint, hashed anew", rehash_tail, 2},
    {"an entry of one's own added at the end", rehash_append, 2},
};
const int kind_count = sizeof kinds / sizeof *kinds;
