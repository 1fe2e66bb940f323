/*
 * ledger: a small database with a log, to test the log with: stores S01 and S02, clients C1 and C2 of them, no
 * calendar. Each test has a fresh copy; ledger_act does what a run of a tool does, ledger_find says what verify finds.
 */
#ifndef MEDI_TESTS_LEDGER_H
#define MEDI_TESTS_LEDGER_H

#include "base/str.h"
#include "log/checkpoint.h"
#include "log/log.h"
#include "log/verify.h"
#include "scratch.h"

static const char ledger_rows[] =
    "DELETE FROM calendar WHERE day <> 20240;"
    "INSERT INTO store (id, code, name, zone) VALUES (1, 'S01', '一店', 'Asia/Shanghai'),"
    " (2, 'S02', '二店', 'Asia/Shanghai');"
    "INSERT INTO client (id, code, store_id, channel_id, created_on, class) VALUES"
    " (1, 'C1', 1, 0, 20000, 'client'), (2, 'C2', 2, 0, 20001, 'client');";

#define LEDGER_VISIT                                                                               \
    "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) VALUES "

struct ledger {
    struct scratch scratch;
    struct db *db;
    struct log *log;
    struct arena arena;
    struct str told;
    struct verify_count count;
    int64_t now;
};

static char *ledger_image;
static size_t ledger_size;

static void
ledger_prepare(void)
{
    enum { MOST = 16 << 20 };
    struct scratch scratch;
    struct err err = {0};
    struct db *db;
    scratch_database(&scratch, ledger_rows);
    scratch_log(&scratch);
    OK(db_open(&db, scratch_file(&scratch, "medi.db"), DB_WRITE, NULL, &err));
    OK(db_script(db, "VACUUM", &err));
    db_close(db);
    FILE *file = fopen(scratch_file(&scratch, "medi.db"), "rb");
    ledger_image = malloc(MOST);
    ledger_size = fread(ledger_image, 1, MOST, file);
    fclose(file);
    scratch_remove(&scratch);
}

static void
ledger_forget(void)
{
    free(ledger_image);
    ledger_image = NULL;
}

static inline void
ledger_reopen(struct ledger *ledger)
{
    struct err err = {0};
    log_close(ledger->log);
    db_close(ledger->db);
    OK(db_open(&ledger->db, scratch_file(&ledger->scratch, "medi.db"), DB_WRITE, NULL, &err));
    OK(log_open(&ledger->log, ledger->db, &err));
}

static inline void
ledger_open(struct ledger *ledger)
{
    *ledger = (struct ledger){.now = 1748740000, .told = STR_INIT};
    scratch_make(&ledger->scratch);
    FILE *file = fopen(scratch_file(&ledger->scratch, "medi.db"), "wb");
    ck_assert_uint_eq(fwrite(ledger_image, 1, ledger_size, file), ledger_size);
    fclose(file);
    arena_init(&ledger->arena);
    ledger_reopen(ledger);
}

static inline void
ledger_close(struct ledger *ledger)
{
    log_close(ledger->log);
    db_close(ledger->db);
    arena_release(&ledger->arena);
    str_release(&ledger->told);
    scratch_remove(&ledger->scratch);
}

/* The entry of a run that has written already, in the open transaction. */
static inline void
ledger_log(struct ledger *ledger, int64_t store_id, const char *verb)
{
    struct err err = {0};
    const struct log_entry entry = {store_id, ledger->now++, "admin", "medi-db", verb, "it", NULL};
    OK(log_add(ledger->log, &entry, &err));
}

static inline void
ledger_act(struct ledger *ledger, int64_t store_id, const char *verb, const char *sql)
{
    struct err err = {0};
    OK(db_begin(ledger->db, &err));
    OK(db_script(ledger->db, sql, &err));
    ledger_log(ledger, store_id, verb);
    OK(db_commit(ledger->db, &err));
}

/* Behind the log's back. */
static inline void
ledger_hurt(struct ledger *ledger, const char *sql)
{
    struct err err = {0};
    log_close(ledger->log);
    ledger->log = NULL;
    OK(db_script(ledger->db, "PRAGMA foreign_keys = OFF", &err));
    OK(db_script(ledger->db, sql, &err));
}

static inline int
ledger_found(void *context, const struct verify_finding *finding, struct err *err)
{
    struct ledger *ledger = context;
    (void)err;
    str_addf(&ledger->told, "%s%s %s %s %s%s%s\n", finding->severity[0] == 'w' ? "warning " : "",
             finding->store ? finding->store : "-", finding->subject,
             finding->place ? finding->place : "-", finding->finding,
             finding->of_rows && finding->detail ? ": " : "",
             finding->of_rows && finding->detail ? finding->detail : "");
    return 0;
}

/* What is found, a line each. */
static inline const char *
ledger_verify(struct ledger *ledger, const struct verify_options *given)
{
    struct err err = {0};
    struct verify_options options = *given;
    options.found = ledger_found;
    options.context = ledger;
    str_clear(&ledger->told);
    ck_assert_msg(verify_run(ledger->db, &options, &ledger->count, &err) == 0, "%s", err.text);
    return ledger->told.text;
}

static inline const char *
ledger_find(struct ledger *ledger)
{
    const struct verify_options options = {.log = true, .rows = true};
    return ledger_verify(ledger, &options);
}

static inline const char *
ledger_ask(struct ledger *ledger, const char *sql)
{
    struct err err = {0};
    struct db_stmt *stmt;
    OK(db_prepare(ledger->db, &stmt, sql, &err));
    ck_assert_msg(db_step(stmt, &err) == 1, "%s: %s", sql, err.text);
    struct db_value value = db_get(stmt, 0);
    const char *text = value.type == DB_INT
                           ? arena_printf(&ledger->arena, "%lld", (long long)value.number)
                           : arena_strndup(&ledger->arena, value.text ? value.text : "NULL",
                                           value.text ? value.length : 4);
    db_finish(stmt);
    return text;
}

static inline TCase *
ledger_case(const char *name, void (*setup_test)(void), void (*teardown_test)(void))
{
    TCase *all = tcase_create(name);
    tcase_set_timeout(all, 60);
    tcase_add_unchecked_fixture(all, ledger_prepare, ledger_forget);
    tcase_add_checked_fixture(all, setup_test, teardown_test);
    return all;
}

#endif
