#include "clinic.h"

#include "base/codec.h"
#include "base/rng.h"

Suite *window_suite(void);

/*
 * Records taken together come out as they do one by one: the same files go into SQLite, which takes them one by
 * one, and into PostgreSQL, which takes them by the window, and everything that can be seen of it must be equal: the
 * result and its words, counts, refusals, changes, the rejects file, the rows with their ids, the counters and the
 * hashes in the log. Each is rolled back, so that one database of each engine serves all.
 */

static struct clinic one, many;
static struct err err;

/* The calendar, of twenty thousand days, would only be counted again and again. */
static void
open_on(struct clinic *clinic, enum engine engine)
{
    const struct db_options bulk = {.bulk = true, .wait_ms = 60000};
    scratch_engine = engine;
    clinic_make(clinic, &bulk);
    OK(db_script(clinic->db, "DELETE FROM calendar", &err));
    scratch_engine = SQLITE;
}

static void
open_both(void)
{
    open_on(&one, SQLITE);
    open_on(&many, POSTGRES);
}

static void
close_both(void)
{
    clinic_close(&one);
    clinic_close(&many);
}

/* ---- what can be seen ---- */

static void
add_rows(struct str *out, struct db *db, const char *sql)
{
    struct db_stmt *stmt;
    struct arena arena;
    int step;
    arena_init(&arena);
    OK(db_prepare(db, &stmt, sql, &err));
    while ((step = db_step(stmt, &err)) == 1) {
        for (int i = 0; i < db_column_count(stmt); i++) {
            struct db_value value = db_get(stmt, i);
            if (value.type == DB_INT)
                str_addf(out, "|%lld", (long long)value.number);
            else if (value.type == DB_TEXT)
                str_addf(out, "|%s", value.text);
            else if (value.type == DB_BYTES)
                str_addf(out, "|%s",
                         base64_encode(&arena, (const unsigned char *)value.text, value.length));
            else
                str_adds(out, "|");
        }
        str_addc(out, '\n');
    }
    ck_assert_msg(step == 0, "%s: %s", sql, err.text);
    db_finish(stmt);
    arena_release(&arena);
}

static const char hashes[] = "SELECT store_id, name, count, state FROM tally ORDER BY 1, 2";

/* What the log has heard of the rows is what counting them says. */
static void
check_hashes(struct clinic *clinic, struct log *log, const struct log_entry *entry)
{
    struct str told = STR_INIT, counted = STR_INIT;
    add_rows(&told, clinic->db, hashes);
    OK(log_recount(log, &err));
    OK(log_add(log, entry, &err));
    add_rows(&counted, clinic->db, hashes);
    ck_assert_str_eq(told.text, counted.text);
    str_release(&told);
    str_release(&counted);
}

struct trial {
    const char *kind, *table;
    const char *more;   /* run on both before */
    const char *before; /* a file that is there already, or NULL */
    const char *name, *text;
    struct clinic_way way;
};

static void
look(struct clinic *clinic, const struct trial *trial, struct log *log, struct str *out)
{
    char sql[256];
    const struct log_entry entry = {.store_id = LOG_WHERE_WRITTEN,
                                    .at = 1748736000,
                                    .actor = "root",
                                    .tool = "medi-db",
                                    .verb = "import",
                                    .subject = trial->kind};
    if (strcmp(trial->table, "client") != 0) { /* of which each database has its own bytes */
        snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2", trial->table);
        add_rows(out, clinic->db, sql);
    }
    add_rows(out, clinic->db, "SELECT id, code, name, category FROM channel ORDER BY id");
    str_adds(out, clinic_export(clinic, trial->kind, false));
    add_rows(out, clinic->db, "SELECT * FROM counter ORDER BY store_id, name");
    OK(log_add(log, &entry, &err));
    add_rows(
        out, clinic->db,
        "SELECT store_id, name, count, state FROM tally WHERE name <> 'client' AND name <> 'vault' "
        "ORDER BY 1, 2");
    check_hashes(clinic, log, &entry);
}

/* All that came of it. */
static void
run(struct clinic *clinic, const struct trial *trial, struct str *out)
{
    struct import_count count = {0};
    struct log *log;
    const char *before = trial->before ? clinic_file(clinic, "before.csv", trial->before) : NULL;
    const struct clinic_way first = {.files = &before, .file_count = 1};
    struct clinic_way way = trial->way;
    str_clear(out);
    err_clear(&err);
    OK(db_begin(clinic->db, &err));
    OK(log_open(&log, clinic->db, &err));
    OK(db_script(clinic->db, trial->more ? trial->more : "", &err));
    OK(log_recount(log, &err));
    if (before)
        OK(clinic_import_within(clinic, trial->kind, &first, &count, &err));
    const char *file = clinic_file(clinic, trial->name, trial->text);
    way.files = &file;
    way.file_count = 1;
    unlink(scratch_file(&clinic->scratch, way.rejects ? way.rejects : "none"));
    int result = clinic_import_within(clinic, trial->kind, &way, &count, &err);
    str_addf(out, "%d %d %s\n", result, (int)err.kind, clinic_words(clinic, err.text));
    str_addf(out, "%d read %d new %d changed %d same %d refused\n", (int)count.read,
             (int)count.inserted, (int)count.updated, (int)count.unchanged, (int)count.refused);
    str_adds(out, clinic->told.text);
    if (way.rejects)
        str_adds(out, clinic_words(clinic, clinic_read(clinic, way.rejects)));
    if (result >= 0)
        look(clinic, trial, log, out);
    db_rollback(clinic->db);
    log_close(log);
    arena_reset(&clinic->arena);
}

/* From where two texts differ, and a little of what stands before. */
static void
differ(const struct trial *trial, int size, const char *wanted, const char *got)
{
    enum { BEFORE = 200 };
    size_t at = 0;
    while (wanted[at] && wanted[at] == got[at])
        at++;
    at = at > BEFORE ? at - BEFORE : 0;
    ck_abort_msg("windows of %d, of\n%.500s%.1500s\none by one: … %.500s\n\ntogether: … %.500s",
                 size, trial->before ? trial->before : "", trial->text, wanted + at, got + at);
}

/* In windows of several sizes. */
static void
compare(const struct trial *trial, const int *sizes, int count)
{
    struct str wanted = STR_INIT, got = STR_INIT;
    run(&one, trial, &wanted);
    for (int i = 0; i < count; i++) {
        struct trial this = *trial;
        this.way.window = sizes[i];
        run(&many, &this, &got);
        if (strcmp(got.text, wanted.text) != 0)
            differ(trial, sizes[i], wanted.text, got.text);
    }
    str_release(&wanted);
    str_release(&got);
}

static const int sizes[] = {1, 2, 3, 4, 7, 4096};
enum { SIZES = sizeof sizes / sizeof *sizes };

/* ---- files that are thought of ---- */

#define VISITS "store,code,client,arrived_at,left_at,note\n"
#define AT ",C1,2025-06-01 09:00,,"
#define V(code, note) "S01," code AT note "\n"

static const char create[] = "unknown: {channel: create}";
static const char empty[] = "unknown: {channel: empty}";
static const char once[] = "CREATE UNIQUE INDEX once ON visit (note)";

static const struct trial trials[] = {
    /* keys that come twice, in one window and in two, new and known, equal and not */
    {.before = VISITS V("V0", ""), .text = VISITS V("V1", "a") V("V1", "a") V("V2", "")},
    {.before = VISITS V("V0", ""), .text = VISITS V("V1", "a") V("V2", "") V("V1", "b")},
    {.before = VISITS V("V1", "a"), .text = VISITS V("V1", "b") V("V1", "b") V("V1", "a")},
    {.before = VISITS V("V1", "a"), .text = VISITS V("V1", "a") V("V2", "") V("V1", "b")},
    {.before = VISITS V("V1", "a"),
     .text = VISITS V("V1", "b") V("V2", "") V("V1", "a") V("V3", "") V("V1", "b"),
     .way = {.rejects = "bad.csv"}},
    {.text = VISITS V("V1", "a") V("V2", "") V("V1", "a")},
    {.text = VISITS V("V1", "a") V("V2", "") V("V1", "b")},
    {.text = VISITS V("V1", "a") V("V2", "") V("V1", "b"), .way = {.rejects = "bad.csv"}},
    /* refused at the ends of windows */
    {.before = VISITS V("V0", ""),
     .text = VISITS "S9,V1" AT "\n" V("V2", "") V("V3", "") "S01,V4,C9,2025-06-01,,\n"},
    {.before = VISITS V("V0", ""),
     .text = VISITS "S9,V1" AT "\n" V("V2", "") V("V3", "") "S01,V4,C9,2025-06-01,,\n",
     .way = {.rejects = "bad.csv", .changes = true}},
    {.text = VISITS "S9,V1" AT "\n" V("V2", "") V("V3", "") "S01,V4,C9,2025-06-01,,\n",
     .way = {.rejects = "bad.csv"}},
    {.text = VISITS V("V1", "") "S01,V2,C1,x\"y,,\n" V("V3", "") "S01,V4\n" V("V5", ""),
     .way = {.rejects = "bad.csv"}},
    {.text = VISITS V("V1", "") "S01,V2,C1,x\"y,,\n" V("V3", "") "S01,V4\n" V("V5", "")},
    /* changes and new rows mixed, told as by a dry run */
    {.before = VISITS V("V1", "a") V("V3", "c") V("V5", "e"),
     .text = VISITS V("V1", "A") V("V2", "") V("V3", "c") V("V4", "") V("V5", "E") V("V6", ""),
     .way = {.changes = true}},
    {.before = VISITS V("V1", "a") V("V2", "b") V("V3", "c"),
     .text = VISITS V("V1", "a") V("V2", "b") V("V3", "c")},
    {.before = VISITS "S01,V1,C1,2025-06-01 09:00,2025-06-01 10:00,\n",
     .text = "store,code,client,arrived_at\nS01,V2,C1,2025-06-01\nS01,V1,C1,2025-06-01 11:00\n"
             "S01,V3,C1,2025-06-01\n",
     .way = {.rejects = "bad.csv", .changes = true}},
    /* a rule of the database that no key tells of */
    {.more = once,
     .before = VISITS V("V0", "x"),
     .text = VISITS V("V1", "a") V("V2", "x") V("V3", "")},
    {.more = once,
     .before = VISITS V("V0", "x"),
     .text = VISITS V("V1", "x") V("V2", "a") V("V3", "a") V("V4", "") V("V5", "x"),
     .way = {.rejects = "bad.csv", .changes = true}},
    {.more = once,
     .text = VISITS V("V1", "x") V("V2", "a") V("V3", "a") V("V4", "") V("V5", "x"),
     .way = {.rejects = "bad.csv"}},
    /* what one gives up another may take, but not before */
    {.more = once,
     .before = VISITS V("V1", "x") V("V2", "y"),
     .text = VISITS V("V1", "z") V("V3", "x") V("V4", "") V("V2", "") V("V5", "y")},
    {.more = once,
     .before = VISITS V("V1", "x") V("V2", "y"),
     .text = VISITS V("V3", "x") V("V1", "z") V("V4", "") V("V5", "y") V("V2", ""),
     .way = {.rejects = "bad.csv"}},
    /* references that are made, and go again with their record */
    {.text =
         "store,code,client,arrived_at,channel\nS01,V1,C1,2025-06-01,tv\nS01,V2,C1,2025-06-01,tv\n"
         "S01,V3,C9,2025-06-01,paper\nS01,V4,C1,2025-06-01,radio\nS01,V5,C1,2025-06-01,paper\n",
     .way = {.map = create, .rejects = "bad.csv", .changes = true}},
    {.text = "store,code,client,channel,arrived_at\nS01,V1,C1,tv,2025-02-30\nS01,V2,C1,paper,2025-"
             "06-01\n"
             "S01,V3,C1,tv,2025-02-30\nS01,V4,C1,tv,2025-06-01\n",
     .way = {.map = create, .rejects = "bad.csv"}},
    {.text =
         "store,code,client,arrived_at,channel\nS01,V1,C1,2025-06-01,tv\nS01,V2,C1,2025-06-01,\n"
         "S01,V1,C1,2025-06-01,radio\n",
     .way = {.map = create}},
    {.text =
         "store,code,client,arrived_at,channel\nS01,V1,C1,2025-06-01,tv\nS01,V2,C1,2025-06-01,dy\n",
     .way = {.map = empty}},
    /* a name that two have, a name that is a code, one too long to be remembered */
    {.text =
         "store,code,client,arrived_at,consultant,doctor\nS01,V1,C1,2025-06-01,王芳,D1\n"
         "S01,V2,C1,2025-06-01,A1,李医生\nS01,V3,C1,2025-06-01,A2,a-code-that-is-too-long-to-be\n",
     .way = {.rejects = "bad.csv"}},
    /* objects of different keys */
    {.name = "v.jsonl",
     .before = VISITS V("V1", "a"),
     .text =
         "{\"store\":\"S01\",\"code\":\"V1\",\"client\":\"C2\",\"arrived_at\":\"2025-06-01\"}\n"
         "{\"store\":\"S01\",\"code\":\"V2\",\"client\":\"C1\",\"arrived_at\":\"2025-06-01\","
         "\"note\":\"b\"}\n"
         "{\"store\":\"S01\",\"code\":\"V2\",\"client\":\"C1\",\"arrived_at\":\"2025-06-01\"}\n"
         "{\"store\":\"S01\",\"code\":\"V1\",\"client\":\"C2\",\"arrived_at\":\"2025-06-01\","
         "\"note\":null,\"purpose\":\"复诊\"}\n[]\n"
         "{\"store\":\"S01\",\"code\":\"V3\",\"client\":\"C1\",\"arrived_at\":\"2025-06-01\"}\n",
     .way = {.rejects = "bad.jsonl", .changes = true}},
    {.name = "v.jsonl",
     .more = once,
     .before = VISITS V("V1", "x"),
     .text =
         "{\"store\":\"S01\",\"code\":\"V2\",\"client\":\"C1\",\"arrived_at\":\"2025-06-01\","
         "\"note\":\"x\"}\n"
         "{\"store\":\"S01\",\"code\":\"V2\",\"client\":\"C1\",\"arrived_at\":\"2025-06-01\"}\n",
     .way = {.rejects = "bad.jsonl"}},
    /* other kinds: the chain's own record, keys that may be empty, people */
    {.kind = "channels",
     .table = "channel",
     .text = "code,name,category\ntv,电视,paid\nunknown,不明,paid\ndy,抖音,own\ntv,电视,paid\n",
     .way = {.rejects = "bad.csv", .changes = true}},
    {.kind = "prices",
     .table = "price",
     .before = "project,store,channel,valid_from,price\nP1,*,,2025-06-01,100\n",
     .text =
         "project,store,channel,valid_from,price\nP1,*,,2025-06-01,200\nP1,*,dy,2025-06-01,150\n"
         "P1,S01,,2025-06-01,100\nP1,*,unknown,2025-06-01,90\nP1,*,dy,2025-06-01,150\n",
     .way = {.rejects = "bad.csv", .changes = true}},
    {.kind = "clients",
     .table = "client",
     .text =
         "code,name,phone,store,created_on\nC8,张三丰,13800138000,S01,2025-06-01\n"
         "C1,张三,13800138001,S01,2024-10-04\nC9,欧阳锋,,S02,2025-06-01\nC2,李四,,S01,2024-10-05\n"
         "C8,张三丰,13800138000,S01,2025-06-01\nC8,张三丰,13800138009,S01,2025-06-01\n",
     .way = {.rejects = "bad.csv", .changes = true}},
};
enum { TRIALS = sizeof trials / sizeof *trials, RUNS = 5 };

START_TEST(together_as_one_by_one)
{
    for (int i = _i; i < TRIALS; i += RUNS) {
        struct trial trial = trials[i];
        trial.kind = trial.kind ? trial.kind : "visits";
        trial.table = trial.table ? trial.table : "visit";
        trial.name = trial.name ? trial.name : "v.csv";
        compare(&trial, sizes, SIZES);
    }
}
END_TEST

/* ---- files that chance makes ---- */

static const char *
pick(struct rng *rng, const char *const *words, int count)
{
    return words[rng_below(rng, (uint32_t)count)];
}

#define PICK(words) pick(rng, words, (int)(sizeof words / sizeof *words))

static void
add_cell(struct str *out, struct rng *rng, bool object, const char *name, const char *text)
{
    if (!object)
        str_addf(out, "%s%s", strcmp(name, "store") == 0 ? "" : ",", text);
    else if (strcmp(name, "store") == 0)
        str_addf(out, "{\"store\":\"%s\"", text);
    else if (strcmp(name, "code") == 0 || !rng_chance(rng, 150))
        str_addf(out, ",\"%s\":\"%s\"", name, text);
}

static void
add_record(struct str *out, struct rng *rng, bool object, int keys)
{
    static const char *const stores[] = {"S01", "S01", "S01", "S02", "S02", "S03", "S9"};
    static const char *const clients[] = {"C1", "C1", "C1", "C2", "C3", "T1", "C1", "C1", "C9"};
    static const char *const times[] = {"2025-06-01 09:00", "2025-06-01 09:00", "2025-06-01 09:00",
                                        "2025-06-01 11:00", "2025-06-01 09:00", "2025-02-30"};
    static const char *const left[] = {"", "", "", "", "2025-06-01 10:00"};
    static const char *const channels[] = {"", "", "dy", "抖音", "xhs", "tv", "unknown", "paper"};
    static const char *const staff[] = {"", "", "A1", "D1", "王芳", "李医生"};
    static const char *const notes[] = {"", "", "", "", "", "a", "b", "c"};
    char code[24];
    snprintf(code, sizeof code, "V%d", (int)rng_below(rng, (uint32_t)keys));
    if (rng_chance(rng, 15)) {
        str_adds(out, object ? "[1]\n" : "S01,V1,\"x\"y,,,,,\n");
        return;
    }
    add_cell(out, rng, object, "store", PICK(stores));
    add_cell(out, rng, object, "code", code);
    add_cell(out, rng, object, "client", PICK(clients));
    add_cell(out, rng, object, "arrived_at", PICK(times));
    add_cell(out, rng, object, "left_at", PICK(left));
    add_cell(out, rng, object, "channel", PICK(channels));
    add_cell(out, rng, object, "consultant", PICK(staff));
    add_cell(out, rng, object, "note", PICK(notes));
    str_adds(out, object ? "}\n" : rng_chance(rng, 10) ? ",\n" : "\n");
}

static void
add_file(struct str *out, struct rng *rng, bool object, int records, int keys)
{
    str_clear(out);
    if (!object)
        str_adds(out, "store,code,client,arrived_at,left_at,channel,consultant,note\n");
    for (int i = 0; i < records; i++)
        add_record(out, rng, object, keys);
}

static const char good[] = "store,code,client,arrived_at,left_at,note\n";

static void
add_good_file(struct str *out, struct rng *rng, int records, int keys)
{
    str_clear(out);
    str_adds(out, good);
    for (int i = 0; i < records; i++)
        if (rng_chance(rng, 400))
            str_addf(out, "S0%d,V%d,C1,2025-06-01 09:00,,\n", (int)rng_below(rng, 3) + 1, i % keys);
}

enum { CHANCES_EACH = 12 };

START_TEST(together_as_one_by_one_by_chance)
{
    static const char *const maps[] = {NULL, NULL, empty, create};
    struct str before = STR_INIT, text = STR_INIT;
    for (int i = 0; i < CHANCES_EACH; i++) {
        struct rng generator, *rng = &generator;
        rng_stream(rng, 20260601, (uint64_t)_i, (uint64_t)i);
        bool object = rng_chance(rng, 300), unique = rng_chance(rng, 300);
        int records = rng_between(rng, 1, 60), keys = rng_between(rng, 1, 200);
        add_good_file(&before, rng, keys < records ? keys : records, keys);
        add_file(&text, rng, object, records, keys);
        struct trial trial = {.kind = "visits",
                              .table = "visit",
                              .more = unique ? once : NULL,
                              .before = rng_chance(rng, 600) ? before.text : NULL,
                              .name = object ? "v.jsonl" : "v.csv",
                              .text = text.text};
        trial.way = (struct clinic_way){.map = PICK(maps), .changes = rng_chance(rng, 500)};
        if (rng_chance(rng, 800))
            trial.way.rejects = object ? "bad.jsonl" : "bad.csv";
        const int some[] = {rng_between(rng, 1, 9), rng_between(rng, 10, 70)};
        compare(&trial, some, 2);
    }
    str_release(&before);
    str_release(&text);
}
END_TEST

Suite *
window_suite(void)
{
    Suite *suite = suite_create("window");
    TCase *all = tcase_create("window");
    tcase_set_timeout(all, 120);
    tcase_add_checked_fixture(all, open_both, close_both);
    tcase_add_loop_test(all, together_as_one_by_one, 0, RUNS);
    tcase_add_loop_test(all, together_as_one_by_one_by_chance, 0, RUNS);
    if (server_url())
        suite_add_tcase(suite, all);
    return suite;
}
