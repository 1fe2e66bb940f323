#include "scratch.h"

#include "base/rng.h"
#include "base/str.h"
#include "fact/fact.h"
#include "fact/keeper.h"
#include "fact/pack.h"

Suite *fact_suite(void);

/*
 * Whatever is written, facts, people and rollups are what they would be if they were made from nothing: three
 * stores and their chain, forty clients, four months, and in each step some rows that come, change, go or are
 * rolled back. STEPS and SEED in the environment; `make kpi-recount N=10000` takes many.
 *
 * Seen to fail: each rule of lib/fact/heard.c left out in turn.
 */

static struct scratch scratch;
static struct db *db;
static struct log *log_;
static struct fact_keeper *keeper;
static struct rng rng;
static struct err err;
static struct str sql;
static int next_id;

enum {
    CLIENTS = 40,
    DAYS = 120,
    FIRST = 20240,
    ORDERS = 60,
    FAR = 5000
}; /* the id of the last client */

static const char world[] =
    "INSERT INTO store (id, code, name, zone) VALUES (1, 'S1', 's', 'Asia/Shanghai'),"
    " (2, 'S2', 's', 'Asia/Shanghai'), (3, 'S3', 's', 'Asia/Shanghai');"
    "INSERT INTO channel VALUES (1, 'dy', 'd', 'paid'), (2, 'xhs', 'x', 'paid');"
    "INSERT INTO staff (id, code, name, role) VALUES (1, 'D1', 'd', 'doctor'), (2, 'D2', 'd', "
    "'doctor'),"
    " (3, 'N1', 'n', 'nurse'), (4, 'A1', 'a', 'consultant'), (5, 'A2', 'a', 'consultant');"
    "INSERT INTO project (id, code, name, kind) VALUES (1, 'P1', 'p', 'injection'), (2, 'P2', 'p', "
    "'laser'),"
    " (3, 'P3', 'p', 'skin');"
    "INSERT INTO item (id, code, name, kind, unit, storage) VALUES (1, 'I1', 'i', 'drug', 'U', "
    "'cold');"
    "INSERT INTO lot (store_id, id, item_id, code, expires_on, received_on, quantity, cost_fen) "
    "VALUES"
    " (1, 1, 1, 'L', 21000, 20000, 100, 100), (2, 1, 1, 'L', 21000, 20000, 100, 100),"
    " (3, 1, 1, 'L', 21000, 20000, 100, 100);";

/* ---- chance ---- */

static int
below(int many)
{
    return (int)rng_below(&rng, (uint32_t)many);
}

static const char *
one_of(const char *const *words)
{
    int count = 0;
    while (words[count])
        count++;
    return words[below(count)];
}
#define ONE_OF(...) one_of((const char *const[]){__VA_ARGS__, NULL})

static int
store(void)
{
    return 1 + below(3);
}

static int
client(void)
{
    int id = 1 + below(CLIENTS);
    return id == CLIENTS ? FAR : id;
}

static int
day(void)
{
    return FIRST + below(DAYS);
}

/* An id, or none. */
static const char *
perhaps(int many)
{
    static char text[4][16];
    static int at;
    char *to = text[at++ % 4];
    if (below(4) == 0)
        return "NULL";
    sprintf(to, "%d", 1 + below(many));
    return to;
}

/* ---- rows ---- */

/* A row that is there, in `$s` and `$i`; false: the table is empty. */
static bool
pick(const char *table, int *store_id, int *id)
{
    char text[128];
    int64_t count;
    sprintf(text, "SELECT COUNT(*) FROM %s", table);
    count = scratch_number(db, text);
    if (count <= 0)
        return false;
    int skip = below((int)count);
    sprintf(text, "SELECT store_id * 1000000 + id FROM %s ORDER BY 1 LIMIT 1 OFFSET %d", table,
            skip);
    int64_t both = scratch_number(db, text);
    *store_id = (int)(both / 1000000);
    *id = (int)(both % 1000000);
    return true;
}

static void
change(const char *table, const char *what)
{
    int s, i;
    if (pick(table, &s, &i))
        str_addf(&sql, "UPDATE %s SET %s WHERE store_id = %d AND id = %d;", table, what, s, i);
}

static void
remove_one(const char *table)
{
    int s, i;
    if (pick(table, &s, &i))
        str_addf(&sql, "DELETE FROM %s WHERE store_id = %d AND id = %d;", table, s, i);
}

/* "column = value" in room of its own. */
static const char *
set(const char *format, ...)
{
    static char text[256];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return text;
}

static const char *
stay(void)
{
    return ONE_OF("'arrived'", "'finished'", "'finished'", "'planned'", "'cancelled'",
                  "'entered-in-error'");
}

static void
visit(void)
{
    int i = next_id++;
    switch (below(5)) {
    case 0:
        change("visit", set("status = %s, consultant_id = %s", stay(), perhaps(5)));
        break;
    case 1:
        change("visit", set("day = %d, channel_id = %s, seen_at = 1748740600", day(), perhaps(2)));
        break;
    case 2:
        change("visit", set("client_id = %d", client()));
        break;
    default:
        str_addf(&sql,
                 "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, "
                 "status, channel_id,"
                 " consultant_id, doctor_id, seen_at) VALUES (%d, %d, 'V%d', %d, 1748740000, %d, "
                 "'other', %s, %s,"
                 " %s, %s, %s);",
                 store(), i, i, client(), day(), stay(), perhaps(2), perhaps(5), perhaps(2),
                 below(2) ? "NULL" : "1748741000");
    }
}

static void
remove_visit(void)
{
    str_adds(&sql,
             "DELETE FROM visit WHERE NOT EXISTS (SELECT 1 FROM treatment AS t WHERE t.store_id = "
             "visit.store_id AND t.visit_id = visit.id) AND ");
    str_addf(&sql, "id %% 7 = %d;", below(7));
}

static void
appointment(void)
{
    int i = next_id++;
    const char *state = ONE_OF("'booked'", "'arrived'", "'fulfilled'", "'noshow'");
    if (below(3) == 0)
        change("appointment", set("status = %s, day = %d", state, day()));
    else if (below(5) == 0)
        remove_one("appointment");
    else
        str_addf(&sql,
                 "INSERT INTO appointment (store_id, id, code, client_id, project_id, doctor_id, "
                 "starts_at, ends_at,"
                 " day, status) VALUES (%d, %d, 'B%d', %d, %s, %s, %d, 1748743600, %d, %s);",
                 store(), i, i, client(), perhaps(3), perhaps(2), 1748740000 + below(1000), day(),
                 state);
}

static void
payment(void)
{
    int i = next_id++, refund = below(3) == 0, order = below(ORDERS);
    if (below(6) == 0)
        change("payment", set("amount_fen = %d, day = %d", below(9000) - 3000, day()));
    else if (below(6) == 0)
        change("payment", set("order_code = 'O%d', client_id = %d", order, client()));
    else if (below(6) == 0)
        change("payment",
               set("class = %s, project_id = %s", ONE_OF("'sale'", "'gift'"), perhaps(3)));
    else if (below(6) == 0)
        remove_one("payment");
    else
        str_addf(&sql,
                 "INSERT INTO payment (store_id, id, code, order_code, client_id, consultant_id, "
                 "project_id, kind,"
                 " class, quantity, amount_fen, paid_at, day) VALUES (%d, %d, 'Z%d', 'O%d', %d, "
                 "%s, %s, '%s', '%s',"
                 " %d, %d, 1748740000, %d);",
                 1 + order % 3, i, i, order, 1 + order % (CLIENTS - 1), perhaps(5), perhaps(3),
                 refund ? "refund" : ONE_OF("payment", "payment", "deposit"),
                 ONE_OF("sale", "sale", "sale", "gift"), 1 + below(2),
                 refund ? -1000 * (1 + below(3)) : 1000 * (1 + below(3)), day());
}

static void
consultation(void)
{
    int i = next_id++;
    const char *outcome = ONE_OF("'deal'", "'lost'", "'medical-refusal'", "'entered-in-error'");
    if (below(3) == 0)
        change("consultation", set("outcome = %s, day = %d", outcome, day()));
    else if (below(5) == 0)
        remove_one("consultation");
    else
        str_addf(&sql,
                 "INSERT INTO consultation (store_id, id, code, client_id, consultant_id, "
                 "project_id, started_at, day,"
                 " outcome) VALUES (%d, %d, 'K%d', %d, %s, %s, 1748740000, %d, %s);",
                 store(), i, i, client(), perhaps(5), perhaps(3), day(), outcome);
}

static void
treatment(void)
{
    int i = next_id++, s, v;
    const char *state =
        ONE_OF("'completed'", "'completed'", "'stopped'", "'preparation'", "'entered-in-error'");
    if (below(3) == 0) {
        change("treatment", set("status = %s, doctor_id = %s", state, perhaps(2)));
    } else if (below(3) == 0) {
        change("treatment",
               set("day = %d, project_id = %d, client_id = %d", day(), 1 + below(3), client()));
    } else if (pick("visit", &s, &v)) {
        str_addf(&sql,
                 "INSERT INTO treatment (store_id, id, code, client_id, visit_id, project_id, "
                 "doctor_id, nurse_id,"
                 " started_at, ended_at, day, status, quantity, recognised_fen) SELECT v.store_id, "
                 "%d, 'T%d',"
                 " v.client_id, v.id, %d, %s, %s, 1748740000, 1748742000, v.day + %d, %s, 1, %d "
                 "FROM visit AS v"
                 " WHERE v.store_id = %d AND v.id = %d;",
                 i, i, 1 + below(3), perhaps(2), perhaps(3), below(3) == 0, state, 100 * below(50),
                 s, v);
    }
}

/* Something about a treatment. */
static void
about_treatment(void)
{
    int i = next_id++, s, t, at = day();
    if (!pick("treatment", &s, &t))
        return;
    switch (below(6)) {
    case 0:
        str_addf(&sql,
                 "INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, lot_id, "
                 "quantity, cost_fen)"
                 " VALUES (%d, %d, %d, %d, 1, 1, 1, %d);",
                 s, i, t, i, below(300));
        break;
    case 1:
        str_addf(&sql,
                 "INSERT INTO adverse (store_id, id, code, client_id, treatment_id, kind, grade, "
                 "found_at, day,"
                 " confirmed, state) VALUES (%d, %d, 'A%d', %d, %d, 'k', 1, 1748740000, %d, %d, "
                 "'open');",
                 s, i, i, client(), t, at, below(2));
        break;
    case 2:
        str_addf(&sql,
                 "INSERT INTO evaluation (store_id, id, code, client_id, treatment_id, term, "
                 "rater, at, day, score,"
                 " as_expected) VALUES (%d, %d, 'E%d', %d, %d, 'short', %s, %d, %d, %d, 1);",
                 s, i, i, client(), t, ONE_OF("'client'", "'client'", "'staff'"), 1748740000 + i,
                 at, 1 + below(5));
        break;
    case 3:
        str_addf(&sql,
                 "INSERT INTO task (store_id, id, code, client_id, treatment_id, plan, step, "
                 "occurrence, kind, role,"
                 " staff_id, due_at, day, until_at, state) VALUES (%d, %d, 'W%d', %d, %d, 'p', "
                 "'%s', '%d', 'call',"
                 " 'nurse', %s, 1748740000, %d, 1748750000, 'open');",
                 s, i, i, client(), t, ONE_OF("24h", "7d", "30d"), i, perhaps(5), at);
        break;
    case 4:
        str_addf(&sql,
                 "INSERT INTO answer (store_id, id, client_id, treatment_id, survey, question, at, "
                 "day, score) VALUES"
                 " (%d, %d, %d, %d, '%s', '%s', %d, %d, %d);",
                 s, i, client(), t, ONE_OF("service", "effect"), ONE_OF("csat", "nps"),
                 1748740000 + i, at, below(6));
        break;
    default:
        str_addf(&sql,
                 "INSERT INTO complaint (store_id, id, code, client_id, treatment_id, way, "
                 "category, severity,"
                 " opened_at, day, state, paused_s, compensation_fen) VALUES (%d, %d, 'C%d', %d, "
                 "%d, 'phone', '%s', 2,"
                 " %d, %d, 'open', 0, 0);",
                 s, i, i, 1 + below(3), t, ONE_OF("effect", "service"), at * 86400, at);
    }
}

static void
later(void)
{
    switch (below(8)) {
    case 0:
        change("adverse", set("confirmed = %d, day = %d", below(2), day()));
        break;
    case 1:
        change("evaluation", set("score = %d, day = %d", 1 + below(5), day()));
        break;
    case 2:
        change("task", set("state = %s, done_at = 1748745000",
                           ONE_OF("'done'", "'cancelled'", "'unreachable'")));
        break;
    case 3:
        change("complaint",
               set("responded_at = opened_at + %d, state = 'responded'", 3600 * below(48)));
        break;
    case 4:
        remove_one(ONE_OF("adverse", "evaluation", "answer", "complaint", "treatment_item"));
        break;
    case 5:
        change("treatment_item", set("cost_fen = %d", below(500)));
        break;
    default: {
        int i = next_id++, s, t;
        if (pick("task", &s, &t))
            str_addf(&sql,
                     "INSERT INTO followup (store_id, id, code, client_id, treatment_id, task_id, "
                     "at, day, way,"
                     " inbound, outcome, score, grade) SELECT x.store_id, %d, 'F%d', x.client_id, "
                     "x.treatment_id, x.id,"
                     " 1748740000, %d, 'phone', 0, %s, %s, 0 FROM task AS x WHERE x.store_id = %d "
                     "AND x.id = %d;",
                     i, i, day(), ONE_OF("'answered'", "'unreachable'"), perhaps(5), s, t);
    }
    }
}

static void
others(void)
{
    int i = next_id++;
    switch (below(7)) {
    case 0:
        str_addf(&sql,
                 "INSERT INTO lead (id, code, store_id, channel_id, project_id, owner_id, "
                 "created_at, day, stage,"
                 " client_id) VALUES (%d, 'Q%d', %d, %d, %s, %s, 1748740000, %d, %s, %s);",
                 i, i, store(), below(3), perhaps(3), perhaps(5), day(),
                 ONE_OF("'new'", "'lost'", "'converted'"), perhaps(CLIENTS - 1));
        break;
    case 1:
        str_addf(&sql, "UPDATE lead SET stage = 'booked', day = %d WHERE id %% 5 = %d;", day(),
                 below(5));
        break;
    case 2:
        str_addf(&sql,
                 "INSERT INTO spend (store_id, id, channel_id, day, purpose, amount_fen) VALUES "
                 "(%d, %d, %d, %d, 'p%d',"
                 " %d);",
                 below(4), i, below(3), day(), i, 100 * below(90));
        break;
    case 3:
        change("spend", set("amount_fen = %d, day = %d", below(999), day()));
        break;
    case 4:
        str_addf(&sql,
                 "INSERT INTO shift (store_id, id, staff_id, starts_at, ends_at, day, role) VALUES "
                 "(%d, %d, %d, %d,"
                 " 1748743600, %d, %s);",
                 store(), i, 1 + below(5), 1748700000 + i, day(), ONE_OF("NULL", "'nurse'"));
        break;
    case 5:
        str_addf(&sql, "UPDATE staff SET role = %s WHERE id = %d;",
                 ONE_OF("'nurse'", "'doctor'", "'manager'"), 1 + below(5));
        break;
    default:
        remove_one(ONE_OF("spend", "shift"));
    }
}

static void
files(void)
{
    int i = client();
    switch (below(5)) {
    case 0:
        str_addf(&sql, "UPDATE client SET class = %s WHERE id = %d;",
                 ONE_OF("'client'", "'test'", "'staff'"), i);
        break;
    case 1:
        str_addf(&sql, "UPDATE client SET channel_id = %d WHERE id = %d;", below(3), i);
        break;
    case 2:
        str_addf(&sql,
                 "UPDATE client SET birthday = %s, gender = 'female', owner_id = %s WHERE id = %d;",
                 below(2) ? "NULL" : "9000", perhaps(5), i);
        break;
    default: { /* one file joined to another */
        static const char *const tables[] = {
            "visit",     "appointment", "payment", "consultation", "treatment",
            "adverse",   "evaluation",  "task",    "answer",       "followup",
            "complaint", "lead",        NULL};
        int to = client();
        for (int t = 0; tables[t]; t++)
            str_addf(&sql, "UPDATE %s SET client_id = %d WHERE client_id = %d;", tables[t], to, i);
    }
    }
}

static void
settings(void)
{
    if (below(2))
        str_addf(&sql, "UPDATE project SET horizon_days = %s WHERE id = %d;",
                 ONE_OF("NULL", "10", "60"), 1 + below(3));
    else
        str_addf(&sql,
                 "INSERT INTO setting VALUES (%d, '%s', '%d') ON CONFLICT (store_id, name) DO "
                 "UPDATE SET value = "
                 "excluded.value;",
                 below(4), ONE_OF("kpi.deal_threshold_fen", "kpi.complication_days"), below(2500));
}

/* ---- steps ---- */

static void
write_some(void)
{
    static void (*const deeds[])(void) = {
        visit,           visit,     visit,     visit,           remove_visit,
        appointment,     payment,   payment,   payment,         payment,
        consultation,    treatment, treatment, about_treatment, about_treatment,
        about_treatment, later,     later,     others,          files};
    str_clear(&sql);
    if (below(30) == 0)
        settings();
    deeds[below(sizeof deeds / sizeof *deeds)]();
    OK(db_script(db, sql.text, &err));
}

static int
count_one(void *context, const char *what, struct err *ignored)
{
    (void)ignored;
    str_addf(context, "%s\n", what);
    return 0;
}

static void
recount(int step)
{
    struct str found = STR_INIT;
    struct arena arena;
    arena_init(&arena);
    OK(fact_recount(db, &arena, count_one, &found, &err));
    ck_assert_msg(!found.length, "step %d, behind\n%s\n%s", step, sql.text, found.text);
    arena_release(&arena);
    str_release(&found);
}

static void
one_step(void)
{
    OK(db_begin(db, &err));
    fact_keeper_few(keeper, below(3) ? 2000 : below(3), below(3) ? 200000 : 1 + below(3));
    for (int rows = 1 + below(4) * below(4); rows > 0; rows--)
        write_some();
    if (below(5) == 0) {
        OK(db_savepoint(db, "aside", &err));
        write_some();
        db_savepoint_rollback(db, "aside");
    }
    OK(fact_keep(keeper, &err));
    if (below(10) == 0)
        db_rollback(db);
    else
        OK(db_commit(db, &err));
}

static int
number(const char *name, int otherwise)
{
    const char *text = getenv(name);
    return text ? atoi(text) : otherwise;
}

START_TEST(is_equal_to_a_recount)
{
    bool server = scratch_engine == POSTGRES;
    int steps = number("STEPS", server ? 60 : 300), each = number("EACH", server ? 6 : 3);
    for (int step = 1; step <= steps; step++) {
        one_step();
        if (step % each == 0)
            recount(step);
    }
    recount(steps);
}
END_TEST

static void
open_world(enum engine engine)
{
    scratch_engine = engine;
    scratch_database(&scratch, world);
    sql = (struct str)STR_INIT;
    for (int i = 1; i <= CLIENTS; i++)
        str_addf(&sql,
                 "INSERT INTO client (id, code, store_id, channel_id, created_on, class) VALUES "
                 "(%d, 'C%d', %d, %d,"
                 " 20000, '%s');",
                 i == CLIENTS ? FAR : i, i, 1 + i % 3, i % 3,
                 i == 7   ? "test"
                 : i == 8 ? "staff"
                          : "client");
    OK(db_open(&db, scratch.file, DB_WRITE, NULL, &err));
    rng_seed(&rng, (uint64_t)number("SEED", 1));
    next_id = 1;
    OK(db_begin(db, &err));
    OK(log_open(&log_, db, &err));
    keeper = fact_keeper_open(db);
    OK(db_script(db, sql.text, &err));
    OK(db_script(db, "UPDATE client SET id = id WHERE id = 1", &err));
    OK(fact_keep(keeper, &err));
    OK(db_commit(db, &err));
}

static void
open_sqlite(void)
{
    open_world(SQLITE);
}

static void
open_postgres(void)
{
    open_world(POSTGRES);
}

static void
close_world(void)
{
    fact_keeper_close(keeper);
    log_close(log_);
    db_close(db);
    str_release(&sql);
    scratch_remove(&scratch);
    scratch_engine = SQLITE;
}

/* ---- packs ---- */

START_TEST(packs_come_back)
{
    static const int64_t edges[] = {0,     1,     -1,        127,       255,      256,
                                    65535, 65536, INT32_MAX, INT64_MAX, INT64_MIN};
    enum { ROWS = 300, EDGES = sizeof edges / sizeof *edges };
    static int64_t columns[4][ROWS], back[ROWS];
    const int64_t *const given[] = {columns[0], columns[1], columns[2], columns[3]};
    struct str data = STR_INIT;
    rng_seed(&rng, 5);
    for (int round = 0; round < 200; round++) {
        int rows = 1 + below(ROWS);
        int64_t so_far = 0;
        for (int i = 0; i < rows; i++) {
            columns[0][i] = so_far += below(round + 1);
            columns[1][i] = edges[below(1 + round % EDGES)];
            columns[2][i] = below(1 + round % 3) - 1;
            columns[3][i] =
                (int64_t)((uint64_t)edges[below(EDGES)] + (uint64_t)(below(2) ? 0 : below(5)));
        }
        struct pack pack;
        str_clear(&data);
        pack_columns(&data, rows, given, 4);
        ck_assert(pack_open(&pack, data.text, data.length));
        ck_assert_int_eq(pack.rows, rows);
        for (int c = 0; c < 4; c++) {
            pack_read(&pack, c, back);
            ck_assert_int_eq(memcmp(back, columns[c], (size_t)rows * sizeof *back), 0);
        }
        for (size_t cut = 0; cut < data.length; cut++)
            ck_assert(!pack_open(&pack, data.text, cut));
    }
    str_release(&data);
}
END_TEST

Suite *
fact_suite(void)
{
    Suite *suite = suite_create("fact");
    TCase *packs = tcase_create("packs");
    tcase_set_timeout(packs, 120);
    tcase_add_test(packs, packs_come_back);
    suite_add_tcase(suite, packs);
    TCase *lite = tcase_create("sqlite");
    tcase_add_checked_fixture(lite, open_sqlite, close_world);
    tcase_set_timeout(lite, 7200);
    tcase_add_test(lite, is_equal_to_a_recount);
    suite_add_tcase(suite, lite);
    if (!server_url())
        return suite;
    TCase *server = tcase_create("postgresql");
    tcase_add_checked_fixture(server, open_postgres, close_world);
    tcase_set_timeout(server, 7200);
    tcase_add_test(server, is_equal_to_a_recount);
    suite_add_tcase(suite, server);
    return suite;
}
