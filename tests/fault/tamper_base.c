#include "tamper.h"

#include <stdarg.h>
#include <sys/stat.h>

#include "db/describe.h"
#include "db/migrate.h"
#include "log/log.h"
#include "log/shape.h"

static const int64_t START = 1790812800;

void
image_load(struct image *image, const char *path)
{
    struct stat status;
    FILE *file = fopen(path, "rb");
    MUST(file && stat(path, &status) == 0);
    image->size = (size_t)status.st_size;
    image->bytes = malloc(image->size + 1);
    MUST(fread(image->bytes, 1, image->size, file) == image->size);
    fclose(file);
}

void
image_save(const struct image *image, const char *path)
{
    char beside[600];
    snprintf(beside, sizeof beside, "%s-wal", path);
    remove(beside);
    snprintf(beside, sizeof beside, "%s-shm", path);
    remove(beside);
    FILE *file = fopen(path, "wb");
    MUST(file && fwrite(image->bytes, 1, image->size, file) == image->size && fclose(file) == 0);
}

/* ---- what happens in the chain: each step is a run of a tool --------------------------------------- */

static void
act(const char *path, int64_t at, int64_t store_id, const char *verb, const char *subject,
    const char *sql)
{
    struct err err = {0};
    struct db *db;
    struct log *log;
    const struct log_entry entry = {store_id, at, "admin", "medi-db", verb, subject, NULL};
    OK(db_open(&db, path, DB_WRITE, NULL, &err));
    OK(db_begin(db, &err));
    OK(log_open(&log, db, &err));
    OK(db_script(db, sql, &err));
    OK(log_add(log, &entry, &err));
    OK(db_commit(db, &err));
    log_close(log);
    db_close(db);
}

/* Most of the calendar is left out: it would take ten times as long to count as all the rest. */
static void
make_empty(const char *path)
{
    struct err err = {0};
    const struct db_options create = {.create = true};
    const struct log_entry entry = {0, START, "admin", "medi-db", "init", "database", NULL};
    struct db *db;
    struct log *log;
    OK(db_open(&db, path, DB_ADMIN, &create, &err));
    OK(migrate_run(db, START, NULL, NULL, &err));
    OK(db_script(db,
                 "DELETE FROM calendar WHERE day < 20400 OR day > 20499;"
                 "INSERT INTO meta VALUES ('identity', '0123456789abcdef0123456789abcdef'),"
                 " ('zone', 'Asia/Shanghai'), ('test', '0')",
                 &err));
    OK(shape_keep(db, &err));
    OK(db_begin(db, &err));
    OK(log_open(&log, db, &err));
    OK(log_recount(log, &err));
    OK(log_add(log, &entry, &err));
    OK(db_commit(db, &err));
    log_close(log);
    db_close(db);
}

static void
add_catalogue(const char *path)
{
    act(path, START + 10, 0, "import", "stores",
        "INSERT INTO store (id, code, name, zone) VALUES (1, 'CG01', '一店', 'Asia/Shanghai'),"
        " (2, 'CG02', '二店', 'Asia/Shanghai'), (3, 'CG03', '三店', 'Asia/Urumqi');"
        "INSERT INTO counter VALUES (0, 'store', 4), (1, 'visit', 100), (2, 'visit', 100)");
    act(path, START + 20, 0, "import", "staff",
        "INSERT INTO staff (id, code, name, role) VALUES (1, 'D1', '李医生', 'doctor'),"
        " (2, 'D2', '赵医生', 'doctor'), (3, 'N1', '孙护士', 'nurse'), (4, 'A1', '王芳', "
        "'consultant');"
        "INSERT INTO licence (id, staff_id, kind, number) VALUES (1, 1, 'physician', 'L1'),"
        " (2, 2, 'physician', 'L2');"
        "INSERT INTO account (id, login, staff_id, opened_at) VALUES (1, 'li', 1, 5), (2, 'sun', "
        "3, 6);");
    act(path, START + 25, 0, "grant", "duties",
        "INSERT INTO role (name, zh, says) VALUES ('doctor', '医生', 'treats'), ('nurse', '护士', "
        "'helps');"
        "INSERT INTO consenter (deed, role, hours) VALUES ('discount', 'doctor', 24), ('refund', "
        "'nurse', 8);"
        "INSERT INTO duty (account_id, role, store_id, given_at, given_by) VALUES"
        " (1, 'doctor', 1, 5, 'admin'), (2, 'nurse', 0, 6, 'admin');"
        "INSERT INTO permission VALUES ('doctor', 'medi-visit', '*', '*'), ('nurse', 'medi-visit', "
        "'show', '*');"
        "INSERT INTO setting VALUES (0, 'kpi.few', '7'), (1, 'kpi.few', '9')");
    act(path, START + 30, 0, "import", "channels",
        "INSERT INTO channel VALUES (1, 'dy', '抖音', 'paid'), (2, 'xhs', '小红书', 'paid');"
        "INSERT INTO project (id, code, name, kind) VALUES (1, 'P1', '玻尿酸', 'injection'),"
        " (2, 'P2', '光子嫩肤', 'laser');"
        "INSERT INTO price (id, project_id, store_id, valid_from, amount_fen) VALUES (1, 1, 0, "
        "20000, 128000),"
        " (2, 2, 1, 20000, 98000);"
        "INSERT INTO supplier (id, code, name) VALUES (1, 'S1', '国药'), (2, 'S2', '华东');"
        "INSERT INTO item (id, code, name, kind, unit, storage) VALUES (1, 'I1', 'i', 'drug', 'U', "
        "'cold'),"
        " (2, 'I2', 'j', 'implant', 'ml', 'cool');"
        "INSERT INTO vault (number, key_id, index_key) VALUES (1, x'0102030405060708', "
        "x'11223344556677')");
}

static void
add_clients(const char *path)
{
    act(path, START + 40, 0, "import", "clients",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) "
        "INSERT INTO client (id, code, name, phone, store_id, channel_id, created_on, class) "
        "SELECT i, 'C' || i, CAST('name ' || i AS BLOB), CAST('+86138' || i AS BLOB), i % 3 + 1, i "
        "% 3,"
        " 20000 + i, 'client' FROM n;"
        "INSERT INTO lead (id, code, store_id, channel_id, created_at, day, stage) VALUES"
        " (1, 'L1', 1, 1, 5, 20400, 'new'), (2, 'L2', 2, 2, 6, 20401, 'lost');");
}

/* A day of a store. */
static void
add_day(const char *path, int store, int day)
{
    char sql[4000];
    snprintf(
        sql, sizeof sql,
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12) "
        "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) "
        "SELECT %d, %d + i, 'V' || (%d + i), i + %d, %lld + 60 * i, 20400 + %d, 'consult', "
        "'finished' "
        "FROM n;"
        "INSERT INTO appointment (store_id, id, code, client_id, starts_at, ends_at, day, status) "
        "SELECT store_id, id, 'B' || id, client_id, arrived_at, arrived_at + 600, day, 'fulfilled' "
        "FROM visit WHERE store_id = %d AND day = 20400 + %d AND id %% 2 = 0;"
        "INSERT INTO consultation (store_id, id, code, client_id, visit_id, started_at, day, "
        "outcome) "
        "SELECT store_id, id, 'K' || id, client_id, id, arrived_at + 60, day, 'deal' "
        "FROM visit WHERE store_id = %d AND day = 20400 + %d AND id %% 3 = 0;"
        "INSERT INTO payment (store_id, id, code, order_code, client_id, visit_id, kind, class,"
        " quantity, amount_fen, paid_at, day) "
        "SELECT store_id, id, 'Y' || id, 'O' || id, client_id, id, 'payment', 'sale', 1, 1000 * id,"
        " arrived_at + 90, day FROM visit WHERE store_id = %d AND day = 20400 + %d;"
        "INSERT INTO treatment (store_id, id, code, client_id, visit_id, project_id, started_at, "
        "day,"
        " status, quantity, recognised_fen) "
        "SELECT store_id, id, 'T' || id, client_id, id, id %% 2 + 1, arrived_at + 99, day, "
        "'completed',"
        " 1, 500 FROM visit WHERE store_id = %d AND day = 20400 + %d AND id %% 2 = 1;",
        store, day * 12, day * 12, store, (long long)START + day * 86400, day, store, day, store,
        day, store, day, store, day);
    act(path, START + 100 + day * 86400 + store, store, "import", "visits", sql);
    snprintf(sql, sizeof sql,
             "INSERT INTO lot (store_id, id, item_id, code, expires_on, received_on, quantity, "
             "cost_fen) "
             "VALUES (%d, %d, %d, 'lot %d', 21000, 20400, 10, 990);"
             "INSERT INTO spend (store_id, id, channel_id, day, purpose, amount_fen) "
             "VALUES (%d, %d, 1, 20400 + %d, 'ads', 5000);"
             "UPDATE visit SET note = 'seen' WHERE store_id = %d AND id = %d;"
             "DELETE FROM consultation WHERE store_id = %d AND id = %d",
             store, day + 1, day % 2 + 1, day, store, day + 1, day, store, day * 12 + 3, store,
             day * 12 + 6);
    act(path, START + 200 + day * 86400 + store, store, "receive", "lots", sql);
}

static void
add_requests(const char *path)
{
    act(path, START + 50, 0, "request", "discount",
        "INSERT INTO request (id, store_id, deed, subject, asked_by, asked_at, expires_at, state, "
        "reason) "
        "VALUES"
        " (1, 1, 'discount', 'O1', 'li', 5, 500, 'pending', ''), (2, 2, 'refund', 'O2', 'li', 6, "
        "600, "
        "'used', 'x')");
}

/* ---- checkpoints that are kept elsewhere -------------------------------------------------------------- */

static void
add_checkpoint(struct base *base, const char *path, const struct note_secret *secret,
               struct str *notes, int64_t at)
{
    struct err err = {0};
    struct db *db;
    struct checkpoint made;
    struct log *log;
    bool is_new;
    const struct log_entry entry = {0, at, "auditor", "medi-audit", "checkpoint", "auditor", NULL};
    OK(db_open(&db, path, DB_WRITE, NULL, &err));
    OK(db_begin(db, &err));
    OK(log_open(&log, db, &err));
    OK(checkpoint_key_is_new(db, &secret->key, &is_new, &err));
    if (is_new)
        OK(checkpoint_add_key(db, &secret->key, &err));
    OK(log_add(log, &entry, &err));
    OK(checkpoint_make(&base->arena, db, at, secret, &made, &err));
    OK(db_commit(db, &err));
    log_close(log);
    db_close(db);
    str_add(notes, made.note.bytes, made.note.length);
}

/* ---- its tables ------------------------------------------------------------------------------------------ */

static int
see_column(void *context, const struct db_column *column, struct err *err)
{
    struct table *table = context;
    struct column *own = &table->columns[table->count++];
    (void)err;
    snprintf(own->name, sizeof own->name, "%s", column->name);
    own->key = column->key > 0;
    own->text = strcmp(column->type, "TEXT") == 0;
    own->bytes = strcmp(column->type, "BLOB") == 0;
    own->optional = !column->not_null && !own->key;
    if (column->key == 1 && strcmp(column->name, "store_id") == 0)
        table->of_store = true;
    return 0;
}

static void
learn_tables(struct base *base, const char *path)
{
    struct err err = {0};
    struct description all;
    struct db *db;
    struct str empty = STR_INIT;
    describe_schema(&base->arena, &all);
    OK(db_open(&db, path, DB_READ, NULL, &err));
    sqlite3 *raw = raw_open(path);
    for (int i = 0; i < all.count; i++) {
        struct table *table = &base->tables[base->count];
        int keys = 0, numbers = 0;
        if (db_is_untold(all.tables[i].name))
            continue;
        *table = (struct table){.count = 0};
        snprintf(table->name, sizeof table->name, "%s", all.tables[i].name);
        OK(db_columns(db, table->name, see_column, table, &err));
        for (int c = 0; c < table->count; c++) {
            keys += table->columns[c].key;
            numbers += table->columns[c].key && !table->columns[c].text && !table->columns[c].bytes;
        }
        table->numbered = keys == 1 + table->of_store && numbers == keys;
        table->rows = atoll(raw_ask(raw, "SELECT count(*) FROM \"%s\"", table->name));
        if (table->rows > 0)
            base->count++;
        else
            str_addf(&empty, "%s ", table->name);
    }
    raw_close(raw);
    db_close(db);
    base->empty = empty.text;
}

/* ---- all of it ---------------------------------------------------------------------------------------------- */

static void
keep_older(struct base *base, const char *path)
{
    MUST(base->older_count < OLDER);
    image_load(&base->older[base->older_count++], path);
}

void
base_make(struct base *base, const char *folder)
{
    struct err err = {0};
    struct note_secret secret;
    struct str notes = STR_INIT;
    char path[600];
    memset(base, 0, sizeof *base);
    arena_init(&base->arena);
    snprintf(path, sizeof path, "%s/base.db", folder);
    note_secret_make(&secret, "auditor");
    make_empty(path);
    add_catalogue(path);
    add_clients(path);
    add_requests(path);
    for (int day = 0; day < 6; day++) {
        for (int store = 1; store <= 3; store++)
            add_day(path, store, day);
        if (day == 5) /* what comes on the last day lies behind the newest one */
            break;
        keep_older(base, path);
        add_checkpoint(base, path, &secret, &notes, START + 300 + day * 86400);
        keep_older(base, path);
    }
    sqlite3 *raw = raw_open(path);
    MUST(raw_run(raw, "VACUUM"));
    raw_close(raw);
    learn_tables(base, path);
    image_load(&base->now, path);
    base->notes = notes.text;
    base->trust = (struct checkpoint_trust){arena_alloc(&base->arena, sizeof(struct note_key)), 1};
    base->trust.keys[0] = secret.key;
    OK(checkpoint_read(&base->arena, &base->kept, "kept", notes.text, notes.length, &err));
    note_secret_wipe(&secret);
}

/* ---- SQLite without medi ---------------------------------------------------------------------------------------- */

sqlite3 *
raw_open(const char *path)
{
    sqlite3 *raw;
    MUST(sqlite3_open(path, &raw) == SQLITE_OK);
    raw_run(raw, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA "
                 "synchronous = OFF");
    return raw;
}

void
raw_close(sqlite3 *raw)
{
    sqlite3_close(raw);
}

const char *
raw_ask(sqlite3 *raw, const char *format, ...)
{
    static char answers[8][2000];
    static int next;
    char *answer = answers[next++ % 8];
    va_list args;
    sqlite3_stmt *stmt;
    va_start(args, format);
    char *sql = sqlite3_vmprintf(format, args);
    va_end(args);
    *answer = '\0';
    MUST(sqlite3_prepare_v2(raw, sql, -1, &stmt, NULL) == SQLITE_OK ||
         !fprintf(stderr, "%s\n", sql));
    if (sqlite3_step(stmt) == SQLITE_ROW && sqlite3_column_text(stmt, 0))
        snprintf(answer, sizeof answers[0], "%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    sqlite3_free(sql);
    return answer;
}

bool
raw_run(sqlite3 *raw, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *sql = sqlite3_vmprintf(format, args);
    va_end(args);
    int code = sqlite3_exec(raw, sql, NULL, NULL, NULL);
    sqlite3_free(sql);
    return code == SQLITE_OK;
}
