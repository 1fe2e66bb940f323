#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#include "probe.h"
#include "scratch.h"

#include "base/str.h"
#include "cli/env.h"
#include "cli/language.h"
#include "text/zonefile.h"

Suite *cli_suite(void);

/*
 * Each run is a process of its own with an environment of its own: cli_main closes stdout, and sets
 * the language for good.
 */
static struct scratch scratch;
static struct err err;
static char database[400];

static struct result {
    int code; /* 128 + n when signal n ended it */
    char out[16384], err[4096];
} result;

enum { RUN_WORDS = 16 };

/* What a run may differ in from the others. */
struct setting {
    const char *env[8]; /* NAME=VALUE */
    const char *stdout_to;
    bool close_stdout, close_reader;
};

static void
slurp(const char *name, char *text, size_t room)
{
    FILE *file = fopen(scratch_file(&scratch, name), "r");
    size_t length = file ? fread(text, 1, room - 1, file) : 0;
    text[length] = '\0';
    if (file)
        fclose(file);
}

static void
redirect(int fd, const char *path)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || dup2(file, fd) < 0)
        _exit(99);
    close(file);
}

static void
set_environment(const struct setting *setting)
{
    clearenv();
    setenv("LANG", "en_US.UTF-8", 1);
    setenv("HOME", scratch.folder, 1);
    setenv("MEDI_DB", database, 1);
    for (int i = 0; setting->env[i]; i++) {
        char name[64];
        const char *equals = strchr(setting->env[i], '=');
        snprintf(name, sizeof name, "%.*s", (int)(equals - setting->env[i]), setting->env[i]);
        if (equals[1])
            setenv(name, equals + 1, 1);
        else
            unsetenv(name);
    }
}

/* A pipe whose reader is gone. */
static void
break_stdout(void)
{
    int ends[2];
    if (pipe(ends) < 0 || dup2(ends[1], STDOUT_FILENO) < 0)
        _exit(99);
    close(ends[0]);
    close(ends[1]);
}

static void __attribute__((noreturn)) child(const struct setting *setting, int count, char **words)
{
    redirect(STDERR_FILENO, scratch_file(&scratch, "stderr"));
    redirect(STDOUT_FILENO,
             setting->stdout_to ? setting->stdout_to : scratch_file(&scratch, "stdout"));
    if (setting->close_stdout)
        close(STDOUT_FILENO);
    if (setting->close_reader)
        break_stdout();
    set_environment(setting);
    signal(SIGPIPE, SIG_IGN); /* as systemd and some shells hand it down */
    int code = cli_main(&probe_tool, count, words);
    _exit(code);
}

static void
run_words(struct setting setting, const char *const *list)
{
    char *words[RUN_WORDS] = {(char *)(uintptr_t) "medi-probe"};
    int count = 1, status;
    for (; list[count - 1]; count++)
        words[count] = (char *)(uintptr_t)list[count - 1];
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0)
        child(&setting, count, words);
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    result.code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    slurp("stdout", result.out, sizeof result.out);
    slurp("stderr", result.err, sizeof result.err);
}

#define ENV(...) ((struct setting){.env = {__VA_ARGS__}})
#define PLAIN ((struct setting){.env = {NULL}})
#define RUN(setting, ...) run_words(setting, (const char *const[]){__VA_ARGS__, NULL})

#define GIVES(wanted_code, wanted_out, wanted_err)                                                 \
    do {                                                                                           \
        ck_assert_str_eq(result.err, wanted_err);                                                  \
        ck_assert_str_eq(result.out, wanted_out);                                                  \
        ck_assert_int_eq(result.code, wanted_code);                                                \
    } while (0)
#define SHOWS(wanted_code, text, part)                                                             \
    do {                                                                                           \
        ck_assert_msg(strstr(text, part) != NULL, "%s\nwithout %s", text, part);                   \
        ck_assert_int_eq(result.code, wanted_code);                                                \
    } while (0)

/* The schema takes a moment to make, so it is made once and copied. */
static struct scratch original;

/* Who runs the tests, and a nurse, may do all. */
static void
make_original(void)
{
    char people[1024];
    struct arena arena;
    arena_init(&arena);
    snprintf(people, sizeof people,
             "INSERT INTO store (id, code, name, zone) VALUES (7, 'S07', 'Seven', 'Asia/Urumqi'),"
             " (8, 'S08', 'Eight', 'Asia/Tokyo');"
             "INSERT INTO role VALUES ('tester', '测试', 'all of the probe');"
             "INSERT INTO permission SELECT 'tester', 'medi-probe', verbs.value, '*' FROM "
             "json_each('[\"import\", \"act\", \"store list\", \"store show\", \"store-id\"]') AS "
             "verbs;"
             "INSERT INTO account VALUES (1, '%s', NULL, 0, NULL), (2, 'nurse', NULL, 0, NULL);"
             "INSERT INTO duty SELECT id, 'tester', 0, 0, 'test' FROM account;",
             env_user(&arena));
    scratch_database(&original, people);
    arena_release(&arena);
}

static void
remove_original(void)
{
    scratch_remove(&original);
}

static void
copy_file(const char *from, const char *to)
{
    char bytes[65536];
    size_t length;
    FILE *in = fopen(from, "r"), *out = fopen(to, "w");
    ck_assert(in && out);
    while ((length = fread(bytes, 1, sizeof bytes, in)) > 0)
        ck_assert_uint_eq(fwrite(bytes, 1, length, out), length);
    fclose(in);
    ck_assert_int_eq(fclose(out), 0);
}

static void
make_database(const char *more)
{
    struct db *db;
    scratch_make(&scratch);
    snprintf(database, sizeof database, "%s", scratch_file(&scratch, "medi.db"));
    copy_file(scratch_file(&original, "medi.db"), database);
    err = (struct err){0};
    OK(db_open(&db, database, DB_WRITE, NULL, &err));
    OK(db_script(db, more, &err));
    db_close(db);
}

static void
setup(void)
{
    make_database("INSERT INTO meta VALUES ('zone', 'Asia/Shanghai'), ('test', '1')");
}

static void
setup_real(void)
{
    make_database("INSERT INTO meta VALUES ('zone', 'Asia/Tokyo')");
}

static void
teardown(void)
{
    scratch_remove(&scratch);
}

static int64_t
ask(const char *sql)
{
    struct db *db;
    OK(db_open(&db, database, DB_READ, NULL, &err));
    int64_t number = scratch_number(db, sql);
    db_close(db);
    return number;
}

/* ---- the command line ---- */

START_TEST(test_version_and_help)
{
    RUN(PLAIN, "--version");
    ck_assert(str_starts(result.out, "medi-probe "));
    ck_assert_int_eq(result.code, 0);
    char version[64];
    snprintf(version, sizeof version, "%.63s", result.out);
    RUN(PLAIN, "count", "--version");
    GIVES(0, version, "");
    RUN(PLAIN, "--help");
    SHOWS(0, result.out, "usage: medi-probe VERB [options] [arguments]\n");
    RUN(PLAIN, "import", "-h");
    SHOWS(0, result.out, "usage: medi-probe import [options] KIND [FILE...]\n");
    RUN(PLAIN, "store", "--help");
    SHOWS(0, result.out, "usage: medi-probe store VERB");
    ck_assert_ptr_null(strstr(result.out, "import"));
}
END_TEST

START_TEST(test_usage_errors)
{
    RUN(PLAIN, "improt");
    GIVES(2, "", "medi-probe: improt: no such verb; did you mean import?\n");
    RUN(PLAIN, "import", "--fats", "x");
    GIVES(2, "", "medi-probe: --fats: no such option; did you mean --fast?\n");
    RUN(PLAIN, "import");
    GIVES(2, "",
          "medi-probe: KIND is missing\nusage: medi-probe import [options] KIND [FILE...]\n"
          "try: medi-probe import --help\n");
    RUN(PLAIN, "count", "9");
    GIVES(2, "",
          "medi-probe: 9: one word too many\nusage: medi-probe count [options]\n"
          "try: medi-probe count --help\n");
    run_words(PLAIN, (const char *const[]){NULL});
    GIVES(2, "",
          "medi-probe: a verb is missing\nusage: medi-probe VERB [options]\n"
          "try: medi-probe --help\n");
    RUN(PLAIN, "store", "list", "--dry-run"); /* a reader has no such option */
    SHOWS(2, result.err, "--dry-run: no such option");
    RUN(PLAIN, "count", "-d", "x"); /* nor has this one a database */
    SHOWS(2, result.err, "-d: no such option");
}
END_TEST

START_TEST(test_errors_are_one_safe_line)
{
    RUN(PLAIN, "a\n\x1b[31m\xFF\xC2\x9B");
    GIVES(2, "", "medi-probe: a\\n\\x1B[31m\\xFF\\x9B: no such verb; --help lists them\n");
}
END_TEST

/* ---- transactions and the log ---- */

START_TEST(test_commit)
{
    RUN(PLAIN, "act", "well");
    GIVES(0, "", "medi-probe: well is done\n");
    ck_assert_int_eq(ask("SELECT count(*) FROM setting WHERE name = 'probe'"), 1);
    ck_assert_int_eq(ask("SELECT count(*) FROM log WHERE store_id = 0 AND tool = 'medi-probe'"
                         " AND verb = 'act' AND subject = 'probe'"),
                     2);
    ck_assert_int_eq(ask("SELECT max(seq) FROM log"), 2);
    ck_assert_int_eq(ask("SELECT count(*) FROM log WHERE seq = 1 AND detail = 'well'"), 1);
    ck_assert_int_eq(ask("SELECT count(*) FROM log WHERE seq = 2 AND detail IS NULL"), 1);
}
END_TEST

START_TEST(test_log_goes_on_per_store)
{
    struct db *db;
    OK(db_open(&db, database, DB_WRITE, NULL, &err));
    OK(db_script(db,
                 "INSERT INTO chain VALUES (0, 4, zeroblob(32));"
                 "INSERT INTO chain VALUES (7, 5, zeroblob(32))",
                 &err));
    db_close(db);
    RUN(PLAIN, "act", "well");
    ck_assert_int_eq(result.code, 0);
    ck_assert_int_eq(ask("SELECT min(seq) FROM log WHERE store_id = 0"), 5);
    ck_assert_int_eq(ask("SELECT max(seq) FROM log WHERE store_id = 0"), 6);
    ck_assert_int_eq(ask("SELECT count(*) FROM log WHERE store_id = 7"), 0);
}
END_TEST

START_TEST(test_results_of_a_writer)
{
    RUN(PLAIN, "act", "partly", "-q");
    GIVES(3, "", "");
    ck_assert_int_eq(ask("SELECT count(*) FROM setting"), 1);
}
END_TEST

START_TEST(test_no_is_committed)
{
    RUN(PLAIN, "act", "no", "--quiet");
    GIVES(1, "", "");
    ck_assert_int_eq(ask("SELECT count(*) FROM setting"), 1);
}
END_TEST

START_TEST(test_failure_is_rolled_back)
{
    RUN(PLAIN, "act", "fail-late", "-q"); /* an error is said with -q too */
    GIVES(3, "", "medi-probe: asked to fail late\n");
    RUN(PLAIN, "act", "fail");
    GIVES(3, "", "medi-probe: asked to fail\n");
    RUN(PLAIN, "act", "silent");
    GIVES(4, "", "medi-probe: internal error: act failed without a reason\n");
    ck_assert_int_eq(ask("SELECT count(*) FROM setting"), 0);
    ck_assert_int_eq(ask("SELECT count(*) FROM log"), 0);
}
END_TEST

START_TEST(test_unlogged_is_refused)
{
    RUN(PLAIN, "act", "unlogged");
    GIVES(4, "", "medi-probe: internal error: act wrote without an entry in the log\n");
    ck_assert_int_eq(ask("SELECT count(*) FROM setting"), 0);
    RUN(PLAIN, "act", "idle"); /* what wrote nothing need not say so */
    GIVES(0, "", "");
}
END_TEST

START_TEST(test_dry_run)
{
    RUN(PLAIN, "act", "print", "-n");
    GIVES(0, "printed\n", "medi-probe: print is done\nmedi-probe: dry run: nothing was written\n");
    ck_assert_int_eq(ask("SELECT count(*) FROM setting"), 0);
    RUN(PLAIN, "act", "unlogged", "--dry-run", "-q");
    GIVES(0, "", "");
}
END_TEST

START_TEST(test_busy)
{
    struct db *db;
    OK(db_open(&db, database, DB_WRITE, NULL, &err));
    OK(db_begin(db, &err));
    RUN(PLAIN, "act", "well", "--wait=0");
    ck_assert_int_eq(result.code, 75);
    ck_assert_str_ne(result.err, "");
    db_close(db);
}
END_TEST

/* ---- stdout ---- */

#define FULL "medi-probe: the output cannot be written: No space left on device\n"

START_TEST(test_full_disk)
{
    RUN(((struct setting){.stdout_to = "/dev/full"}), "store", "list");
    GIVES(4, "", FULL);
    RUN(((struct setting){.stdout_to = "/dev/full"}), "count");
    GIVES(4, "", FULL);
    RUN(((struct setting){.stdout_to = "/dev/full"}), "--version");
    GIVES(4, "", FULL);
    RUN(((struct setting){.stdout_to = "/dev/full"}), "import", "--help");
    GIVES(4, "", FULL);
}
END_TEST

/* What could not be told has not happened. */
START_TEST(test_full_disk_undoes)
{
    RUN(((struct setting){.stdout_to = "/dev/full"}), "act", "print", "-q");
    GIVES(4, "", FULL);
    ck_assert_int_eq(ask("SELECT count(*) FROM setting"), 0);
}
END_TEST

START_TEST(test_closed_stdout)
{
    RUN(((struct setting){.close_stdout = true}), "act", "well", "-q");
    GIVES(0, "", ""); /* nothing to print, so nothing is amiss */
    RUN(((struct setting){.close_stdout = true}), "count");
    GIVES(4, "", "medi-probe: the output cannot be written: Bad file descriptor\n");
    ck_assert_int_eq(ask("SELECT count(*) FROM setting"), 1); /* the database is unharmed */
}
END_TEST

/* A file that is opened must not become the stdout that the caller had closed. */
START_TEST(test_closed_stdout_stays_closed)
{
    char path[400], text[64];
    snprintf(path, sizeof path, "%s", scratch_file(&scratch, "opened"));
    RUN(((struct setting){.close_stdout = true}), "open", path);
    ck_assert_int_eq(result.code, 4);
    slurp("opened", text, sizeof text);
    ck_assert_str_eq(text, "");
}
END_TEST

START_TEST(test_closed_pipe)
{
    RUN(((struct setting){.close_reader = true}), "count");
    GIVES(128 + SIGPIPE, "", "");
    RUN(((struct setting){.close_reader = true}), "act", "print", "-q");
    GIVES(128 + SIGPIPE, "", "");
    ck_assert_int_eq(ask("SELECT count(*) FROM setting"), 0);
}
END_TEST

/* ---- clock, actor, store, zone ---- */

static int64_t
number_behind(const char *name)
{
    const char *at = strstr(result.out, name);
    ck_assert_msg(at != NULL, "%s: no %s", result.out, name);
    return strtoll(at + strlen(name), NULL, 10);
}

START_TEST(test_frozen_clock)
{
    RUN(ENV("MEDI_NOW=2025-06-10T01:00", "MEDI_ACTOR=nurse"), "import", "x", "--from=today",
        "--at=2025-06-10");
    ck_assert_str_eq(result.err, "");
    int64_t midnight = day_from_civil(2025, 6, 10) * 86400 - 8 * 3600;
    ck_assert_int_eq(number_behind("now="), midnight + 3600);
    ck_assert_int_eq(number_behind("as_of="), midnight + 3600);
    ck_assert_int_eq(number_behind(" from="), day_from_civil(2025, 6, 10));
    ck_assert_int_eq(number_behind(" at="), midnight);
    ck_assert_ptr_nonnull(strstr(result.out, "actor=nurse "));
    ck_assert_ptr_nonnull(strstr(result.out, "store=- -1 test=1\n"));
    RUN(ENV("MEDI_NOW=2025-06-10T01:00"), "import", "x", "--as-of=2025-03-31");
    int64_t end = day_from_civil(2025, 4, 1) * 86400 - 8 * 3600 - 1;
    ck_assert_int_eq(number_behind("as_of="), end);
    ck_assert_int_eq(number_behind("now="), midnight + 3600);
    RUN(ENV("MEDI_NOW=soon"), "import", "x");
    GIVES(2, "", "medi-probe: MEDI_NOW: soon: expected a time, as 2025-06-01T09:30\n");
}
END_TEST

START_TEST(test_real_clock)
{
    int64_t before = time(NULL);
    RUN(ENV("MEDI_NOW=2025-06-10T01:00", "MEDI_ACTOR=nobody-at-all"), "import", "x");
    GIVES(0, result.out, "");
    ck_assert_int_ge(number_behind("now="), before);
    ck_assert_int_le(number_behind("now="), time(NULL));
    ck_assert_ptr_null(strstr(result.out, "nobody-at-all"));
    ck_assert_ptr_nonnull(strstr(result.out, "zone=Asia/Tokyo\n"));
    ck_assert_ptr_nonnull(strstr(result.out, "test=0\n"));
    RUN(ENV("MEDI_NOW=2025-06-10T01:00"), "import", "x", "-v");
    ck_assert_str_eq(result.err,
                     "medi-probe: MEDI_NOW and MEDI_ACTOR are for test databases: not used\n");
}
END_TEST

START_TEST(test_store)
{
    RUN(PLAIN, "import", "x", "-s", "S07");
    ck_assert_ptr_nonnull(strstr(result.out, "zone=Asia/Urumqi\n"));
    ck_assert_ptr_nonnull(strstr(result.out, "store=S07 7 "));
    RUN(ENV("MEDI_STORE=S08"), "import", "x");
    ck_assert_ptr_nonnull(strstr(result.out, "zone=Asia/Tokyo\n"));
    RUN(ENV("MEDI_STORE=S08"), "store-id");
    GIVES(0, "8\n", "");
    RUN(ENV("MEDI_STORE=S08"), "store-id", "-sS07");
    GIVES(0, "7\n", "");
    RUN(PLAIN, "store-id");
    GIVES(2, "", "medi-probe: no store is given: use -s CODE or MEDI_STORE\n");
    RUN(PLAIN, "store-id", "-s", "S70");
    GIVES(3, "", "medi-probe: store S70: not in the database; did you mean S07?\n");
    RUN(PLAIN, "store", "list", "-s", "elsewhere");
    GIVES(3, "", "medi-probe: store elsewhere: not in the database\n");
    RUN(PLAIN, "import", "x", "-s", "new"); /* a writer may be about to make it */
    SHOWS(0, result.out, "store=new -1 ");
}
END_TEST

START_TEST(test_bad_zone_in_database)
{
    struct db *db;
    OK(db_open(&db, database, DB_WRITE, NULL, &err));
    OK(db_script(db, "UPDATE meta SET value = '../../etc/passwd' WHERE name = 'zone'", &err));
    db_close(db);
    RUN(PLAIN, "store", "list");
    SHOWS(3, result.err, "../../etc/passwd: no such time zone");
}
END_TEST

/* ---- lists ---- */

START_TEST(test_list)
{
    RUN(PLAIN, "store", "list");
    GIVES(0, "code\n*\nS07\nS08\n", "");
    RUN(PLAIN, "store", "list", "--no-header", "-o", "csv");
    GIVES(0, "*\nS07\nS08\n", "");
    RUN(PLAIN, "store", "list", "--excel");
    GIVES(0,
          "\xEF\xBB\xBF"
          "code\r\n*\r\nS07\r\nS08\r\n",
          "");
    RUN(PLAIN, "store", "list", "--exit-code", "-ojsonl");
    GIVES(1, "{\"code\":\"*\"}\n{\"code\":\"S07\"}\n{\"code\":\"S08\"}\n", "");
    RUN(PLAIN, "store", "show", "S07");
    GIVES(0, "id\tzone\n7\tAsia/Urumqi\n", "");
    RUN(PLAIN, "store", "show", "S99");
    GIVES(0, "id\tzone\n", "");
}
END_TEST

/* ---- parameters ---- */

static struct arena arena;
static struct probe_args given;
static struct db_value values[4];

static int
bind_params(struct ctx *ctx, const struct sql_field *params, int count)
{
    const struct sql sql = {.name = "test/bind", .params = params, .param_count = count};
    err_clear(&err);
    return cli_bind(ctx, &given, &sql, values, &err);
}

static struct ctx
bind_context(void)
{
    arena_init(&arena);
    err = (struct err){0};
    given = (struct probe_args){.from = OPT_UNSET, .count = 5};
    struct ctx ctx = {.verb = &probe_verbs[0],
                      .arena = &arena,
                      .now = 1749488400, /* 2025-06-09T17:00:00Z, the 10th in Shanghai */
                      .as_of = 1749488400 - 86400,
                      .store = "S07",
                      .store_id = 7};
    ctx.zone = zone_load(&arena, ZONE_DEFAULT, &err);
    ck_assert_msg(ctx.zone != NULL, "%s", err.text);
    return ctx;
}

START_TEST(test_bind_from_run)
{
    struct ctx ctx = bind_context();
    const struct sql_field times[] = {{"now", "moment"}, {"as_of", "moment"}, {"today", "day"}};
    ck_assert_int_eq(bind_params(&ctx, times, 3), 0);
    ck_assert_int_eq(values[0].number, 1749488400);
    ck_assert_int_eq(values[1].number, 1749488400 - 86400);
    ck_assert_int_eq(values[2].number, day_from_civil(2025, 6, 9));
    const struct sql_field stores[] = {{"store", "text"}, {"store", "int"}, {"store_id", "int"}};
    ck_assert_int_eq(bind_params(&ctx, stores, 3), 0);
    ck_assert_str_eq(values[0].text, "S07");
    ck_assert_int_eq(values[1].number, 7);
    ck_assert_int_eq(values[2].number, 7);
    ctx.store = NULL;
    ctx.store_id = -1;
    ck_assert_int_eq(bind_params(&ctx, stores, 3), 0);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(values[i].type, DB_NULL);
    arena_release(&arena);
}
END_TEST

START_TEST(test_bind_options)
{
    struct ctx ctx = bind_context();
    const struct sql_field params[] = {
        {"fast", "bool"}, {"count", "int"}, {"from", "day"}, {"name", "text"}};
    ck_assert_int_eq(bind_params(&ctx, params, 4), 0);
    ck_assert(values[0].type == DB_INT && values[0].number == 0);
    ck_assert(values[1].type == DB_INT && values[1].number == 5);
    ck_assert(values[2].type == DB_NULL && values[3].type == DB_NULL);
    given.fast = true;
    given.name = "n";
    given.from = day_from_civil(2025, 6, 1);
    given.kind = "visits";
    ck_assert_int_eq(bind_params(&ctx, params, 4), 0);
    ck_assert_int_eq(values[0].number, 1);
    ck_assert_int_eq(values[2].number, day_from_civil(2025, 6, 1));
    ck_assert_str_eq(values[3].text, "n");
    const struct sql_field moments[] = {{"from", "moment"}, {"kind", "text"}};
    ck_assert_int_eq(bind_params(&ctx, moments, 2), 0);
    ck_assert_int_eq(values[0].number, day_from_civil(2025, 6, 1) * 86400 - 8 * 3600);
    ck_assert_str_eq(values[1].text, "visits");
    arena_release(&arena);
}
END_TEST

START_TEST(test_bind_lists)
{
    struct ctx ctx = bind_context();
    const char *items[] = {"a", "b"}, *bad[] = {"a,b"};
    const struct sql_field params[] = {{"tag", "text"}, {"file", "text"}};
    ck_assert_int_eq(bind_params(&ctx, params, 2), 0);
    ck_assert(values[0].type == DB_NULL && values[1].type == DB_NULL);
    given.tags = given.files = (struct opt_list){items, 2};
    ck_assert_int_eq(bind_params(&ctx, params, 2), 0);
    ck_assert_str_eq(values[0].text, ",a,b,");
    ck_assert_str_eq(values[1].text, ",a,b,");
    given.tags = (struct opt_list){bad, 1};
    ck_assert_int_eq(bind_params(&ctx, params, 2), -1);
    ck_assert_str_eq(err.text, "--tag: a,b: a comma is not allowed; repeat the option for more");
    const struct sql_field nobody[] = {{"nobody", "text"}};
    ck_assert_int_eq(bind_params(&ctx, nobody, 1), -1);
    ck_assert_str_eq(err.text, "internal error: test/bind: nothing gives parameter nobody");
    arena_release(&arena);
}
END_TEST

/* ---- where things are ---- */

START_TEST(test_default_database)
{
    RUN(ENV("MEDI_DB="), "store", "list");
    SHOWS(4, result.err, "/.local/share/medi/medi.db");
    RUN(ENV("MEDI_DB=", "XDG_DATA_HOME=/nowhere"), "store", "list");
    SHOWS(4, result.err, "/nowhere/medi/medi.db");
    RUN(ENV("MEDI_DB=/nowhere/x.db"), "store", "list", "-d", database);
    ck_assert_int_eq(result.code, 0);
}
END_TEST

/* The default database comes with its directory, for this user alone. */
START_TEST(test_init)
{
    struct stat status;
    RUN(ENV("MEDI_DB=", "MEDI_NOW=2025-06-09T17:00:00Z"), "init");
    GIVES(0, "now=1749488400 as_of=1749488400\n", "");
    ck_assert_int_eq(stat(scratch_file(&scratch, ".local/share/medi/medi.db"), &status), 0);
    ck_assert_int_eq(stat(scratch_file(&scratch, ".local/share/medi"), &status), 0);
    ck_assert_int_eq(status.st_mode & 0777, 0700);
    RUN(ENV("MEDI_DB="), "init"); /* an existing one is never overwritten */
    ck_assert_int_eq(result.code, 4);
    RUN(PLAIN, "init", "-d", "/nowhere/at/all.db"); /* no directories where the user chose */
    ck_assert_int_eq(result.code, 4);
    unlink(scratch_file(&scratch, ".local/share/medi/medi.db"));
    rmdir(scratch_file(&scratch, ".local/share/medi"));
    rmdir(scratch_file(&scratch, ".local/share"));
    rmdir(scratch_file(&scratch, ".local"));
}
END_TEST

START_TEST(test_packs)
{
    char config[128], own[400];
    RUN(PLAIN, "pack", "kinds/none.yaml");
    SHOWS(0, result.out, "/share/medi/kinds/none.yaml\n");
    scratch_write(&scratch, "own.yaml", "a: 1\n");
    snprintf(config, sizeof config, "MEDI_CONFIG=%s", scratch.folder);
    snprintf(own, sizeof own, "%s/own.yaml\n", scratch.folder);
    RUN(ENV(config), "pack", "own.yaml");
    GIVES(0, own, "");
    RUN(ENV(config), "pack", "../own.yaml");
    SHOWS(0, result.out, "/share/medi/.._own.yaml\n");
    RUN(ENV(config), "pack", "kinds/../own.yaml");
    SHOWS(0, result.out, "/share/medi/kinds_.._own.yaml\n");
    RUN(ENV(config), "pack", "/etc/passwd");
    SHOWS(0, result.out, "/share/medi/_etc_passwd\n");
    RUN(ENV("MEDI_CONFIG=/nowhere"), "pack", "own.yaml");
    GIVES(2, "", "medi-probe: MEDI_CONFIG: /nowhere: no such directory\n");
}
END_TEST

/* ---- language ---- */

START_TEST(test_language)
{
    RUN(ENV("LANG="), "count");
    GIVES(0, "zh\n", "");
    RUN(ENV("LANG=C"), "count");
    GIVES(0, "zh\n", "");
    RUN(ENV("LC_ALL=en_GB", "LANG=zh_CN"), "count");
    GIVES(0, "en\n", "");
    RUN(ENV("LANG=en_US"), "count", "--lang", "zh");
    GIVES(0, "zh\n", "");
    RUN(ENV("LANG=zh_CN"), "count", "--lang=en");
    GIVES(0, "en\n", "");
    RUN(PLAIN, "count", "--lang=fr");
    GIVES(2, "", "medi-probe: --lang: fr: expected one of zh, en\n");
}
END_TEST

START_TEST(test_language_names)
{
    ck_assert(env_chinese(NULL, NULL, NULL));
    ck_assert(env_chinese("", "", ""));
    ck_assert(env_chinese(NULL, NULL, "POSIX"));
    ck_assert(env_chinese("C.UTF-8", NULL, "en_US"));
    ck_assert(env_chinese("", "zh_TW", "en_US"));
    ck_assert(!env_chinese(NULL, "en", "zh_CN"));
    ck_assert(!env_chinese("", "", "fr_FR.UTF-8"));
    ck_assert(!env_chinese(NULL, NULL, "Cx"));
}
END_TEST

/* A catalogue of two messages, as msgfmt makes it (little-endian). */
static void
write_catalogue(void)
{
    static const char *const texts[] = {"column\004code", "编码", "yes", "是"};
    char bytes[256] = {0};
    uint32_t head[] = {0x950412de, 0, 2, 28, 44, 0, 60};
    uint32_t offset = 60, places[8];
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t length = (uint32_t)strlen(texts[i]), slot = (i % 2 ? 4 : 0) + i / 2 * 2;
        places[slot] = length;
        places[slot + 1] = offset;
        memcpy(bytes + offset, texts[i], length + 1);
        offset += length + 1;
    }
    memcpy(bytes, head, sizeof head);
    memcpy(bytes + 28, places, sizeof places);
    char path[500];
    static const char *const parts[] = {"locale", "locale/zh_CN", "locale/zh_CN/LC_MESSAGES"};
    for (size_t i = 0; i < 3; i++)
        mkdir(scratch_file(&scratch, parts[i]), 0700);
    snprintf(path, sizeof path, "%s/locale/zh_CN/LC_MESSAGES/medi.mo", scratch.folder);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fwrite(bytes, 1, offset, file);
    fclose(file);
}

static void
remove_catalogue(void)
{
    unlink(scratch_file(&scratch, "locale/zh_CN/LC_MESSAGES/medi.mo"));
    rmdir(scratch_file(&scratch, "locale/zh_CN/LC_MESSAGES"));
    rmdir(scratch_file(&scratch, "locale/zh_CN"));
    rmdir(scratch_file(&scratch, "locale"));
}

START_TEST(test_catalogue_in_empty_environment)
{
    write_catalogue();
    clearenv();
    setlocale(LC_ALL, "C");
    language_use(true, scratch.folder);
    ck_assert_str_eq(gettext("yes"), "是");
    ck_assert_str_eq(language_heading("code"), "编码");
    ck_assert_ptr_null(language_heading("no_such_column"));
    ck_assert_str_eq(localeconv()->decimal_point, "."); /* numbers stay as they are */
    language_use(false, scratch.folder);
    ck_assert_str_eq(gettext("yes"), "yes");
    ck_assert_ptr_null(language_heading("code"));
    remove_catalogue();
}
END_TEST

static void
add_all(TCase *tcase, const TTest *const *tests, size_t count)
{
    tcase_set_timeout(tcase, 30);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(tcase, tests[i]);
}

Suite *
cli_suite(void)
{
    const TTest *const tests[] = {
        test_version_and_help,
        test_usage_errors,
        test_errors_are_one_safe_line,
        test_commit,
        test_log_goes_on_per_store,
        test_results_of_a_writer,
        test_no_is_committed,
        test_failure_is_rolled_back,
        test_unlogged_is_refused,
        test_dry_run,
        test_busy,
        test_full_disk,
        test_full_disk_undoes,
        test_closed_stdout,
        test_closed_stdout_stays_closed,
        test_closed_pipe,
        test_bind_from_run,
        test_bind_options,
        test_bind_lists,
        test_frozen_clock,
        test_store,
        test_bad_zone_in_database,
        test_list,
        test_default_database,
        test_init,
        test_packs,
        test_language,
        test_language_names,
        test_catalogue_in_empty_environment,
    };
    const TTest *const real[] = {test_real_clock};
    Suite *suite = suite_create("cli");
    TCase *test_database = tcase_create("test database");
    tcase_add_unchecked_fixture(test_database, make_original, remove_original);
    tcase_add_checked_fixture(test_database, setup, teardown);
    add_all(test_database, tests, sizeof tests / sizeof *tests);
    suite_add_tcase(suite, test_database);
    TCase *real_database = tcase_create("real database");
    tcase_add_unchecked_fixture(real_database, make_original, remove_original);
    tcase_add_checked_fixture(real_database, setup_real, teardown);
    add_all(real_database, real, 1);
    suite_add_tcase(suite, real_database);
    return suite;
}
