#include "clinic.h"

#include "base/wilson.h"
#include "kpi/layer.h"

Suite *kpi_suite(void);

/* Figures counted by hand, by the definitions in kpi.h. Day 20240 is 2025-06-01, a Sunday. */

static struct clinic clinic;
static struct err err;

static void
setup(void)
{
    clinic_open(&clinic, "");
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

enum { JUNE = 20240, JULY = 20270, AUGUST = 20301 };

struct query { /* a question, with the settings that it depends on */
    const char *metric, *by, *staff, *where;
    int64_t from, to, days, threshold_fen, few, horizon, today;
    const int64_t *store_id;
    const char *projects; /* "P1" */
};

static struct query
june(const char *metric)
{
    return (struct query){.metric = metric, .from = JUNE, .to = JULY, .few = 5};
}

static void
sql(const char *text)
{
    OK(db_script(clinic.db, text, &err));
}

static void
set(const char *name, int64_t value)
{
    sql(arena_printf(
        &clinic.arena,
        "DELETE FROM setting WHERE name = '%s'; INSERT INTO setting (store_id, name, value) "
        "VALUES (0, '%s', '%lld')",
        name, name, (long long)value));
}

/* Facts made anew, as a commit of the programs would. */
static void
ask(const struct query *query, struct kpi_answer *answer)
{
    struct kpi_layer layer;
    set("kpi.few", query->few ? query->few : 1);
    set("kpi.deal_threshold_fen", query->threshold_fen);
    set("kpi.complication_days", query->horizon ? query->horizon : 90);
    sql(arena_printf(
        &clinic.arena,
        "DELETE FROM setting WHERE name = 'kpi.key_projects'; INSERT INTO setting (store_id, "
        "name, value) VALUES (0, 'kpi.key_projects', '%s')",
        query->projects ? query->projects : ""));
    OK(db_begin(clinic.db, &err));
    OK(fact_refresh_all(clinic.db, &err));
    OK(db_commit(clinic.db, &err));
    OK(kpi_layer_open(&layer, clinic.db, &clinic.arena, &clinic.packs, 0, &err));
    const struct kpi_ask asked = {.metrics = {query->metric},
                                  .metric_count = 1,
                                  .by = query->by,
                                  .staff = query->staff,
                                  .where = query->where,
                                  .store_id = query->store_id,
                                  .from = query->from,
                                  .to = query->to,
                                  .days = query->days,
                                  .today = query->today};
    OK(kpi_ask(&layer, &asked, answer, &err));
}

static void
add_row(struct str *text, const struct kpi_answer *answer, const struct kpi_row *row)
{
    const struct metric *metric = answer->metrics[0];
    const struct kpi_figure *figure = &row->figures[0];
    const char *comma = "";
    int64_t value;
    for (int i = 0; i < answer->cut_count; i++, comma = ",")
        str_addf(text, "%s%s", comma, row->texts[i] ? row->texts[i] : "");
    ck_assert(kpi_value(metric, figure, &value));
    if (metric->denominator_count) {
        struct interval interval = wilson_95(figure->numerator, figure->denominator);
        str_addf(text, "%s%d.%06d,%d,%d,%d.%06d,%d.%06d,%d", comma, (int)(value / 1000000),
                 (int)(value % 1000000), (int)figure->numerator, (int)figure->denominator,
                 (int)(interval.low / 1000000), (int)(interval.low % 1000000),
                 (int)(interval.high / 1000000), (int)(interval.high % 1000000), figure->few);
    } else {
        str_addf(text, "%s%d", comma, (int)value);
    }
    for (int i = 0; i < metric->also_count; i++)
        str_addf(text, ",%d", (int)figure->also[i]);
}

/* The rows of the answer, values with commas, rows with a slash between them. */
static const char *
show(const struct query *query)
{
    struct kpi_answer answer;
    struct str text = STR_INIT;
    ask(query, &answer);
    for (int i = 0; i < answer.count; i++) {
        str_adds(&text, i ? "/" : "");
        add_row(&text, &answer, &answer.rows[i]);
    }
    const char *copy = arena_strdup(&clinic.arena, text.text);
    str_release(&text);
    return copy;
}

/* ---- arrivals ---- */

static void
visit(int store, int id, int client, int day, const char *status)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, "
                     "status) VALUES (%d, %d, 'V%d', %d, %d, %d, 'other', '%s')",
                     store, id, id, client, day * DAY_SECONDS + 36000, day, status));
}

static void
appointment(int store, int id, int client, int day, const char *status)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO appointment (store_id, id, code, client_id, starts_at, ends_at, "
                     "day, status) VALUES (%d, %d, 'B%d', %d, %d, %d, %d, '%s')",
                     store, id, id, client, day * DAY_SECONDS, day * DAY_SECONDS + 60, day,
                     status));
}

static const struct {
    const char *status;
    bool visit, counts;
} statuses[] = {
    {"planned", true, false},    {"arrived", true, true},
    {"triaged", true, true},     {"in-progress", true, true},
    {"onleave", true, true},     {"finished", true, true},
    {"cancelled", true, false},  {"entered-in-error", true, false},
    {"proposed", false, false},  {"pending", false, false},
    {"booked", false, false},    {"arrived", false, true},
    {"fulfilled", false, true},  {"cancelled", false, false},
    {"noshow", false, false},    {"entered-in-error", false, false},
    {"checked-in", false, true}, {"waitlist", false, false},
};

/* Who was there counts, by whichever record says so; who was only expected does not. */
START_TEST(test_kpi_arrivals_status)
{
    struct query query = june("arrivals");
    (statuses[_i].visit ? visit : appointment)(1, 1, 1, JUNE + 3, statuses[_i].status);
    ck_assert_str_eq(show(&query), statuses[_i].counts ? "1,1" : "");
}
END_TEST

/* One client, store and day is one visit, however many records tell of it. */
START_TEST(test_kpi_arrivals_once)
{
    struct query query = june("arrivals");
    visit(1, 1, 1, JUNE + 3, "finished");
    visit(1, 2, 1, JUNE + 3, "finished");
    appointment(1, 1, 1, JUNE + 3, "fulfilled");
    ck_assert_str_eq(show(&query), "1,1");
    visit(1, 3, 1, JUNE + 4, "finished"); /* another day */
    ck_assert_str_eq(show(&query), "2,1");
    visit(2, 1, 1, JUNE + 3, "finished"); /* another store */
    ck_assert_str_eq(show(&query), "3,1");
    appointment(1, 2, 2, JUNE + 3, "checked-in"); /* another client, booked and come */
    ck_assert_str_eq(show(&query), "4,2");
}
END_TEST

/* A window is half open. */
START_TEST(test_kpi_arrivals_window)
{
    struct query query = june("arrivals");
    visit(1, 1, 1, JUNE - 1, "finished");
    visit(1, 2, 1, JUNE, "finished");
    visit(1, 3, 1, JULY - 1, "finished");
    visit(1, 4, 1, JULY, "finished");
    appointment(1, 1, 2, JUNE - 1, "arrived");
    appointment(1, 2, 2, JULY, "arrived");
    ck_assert_str_eq(show(&query), "2,1");
}
END_TEST

START_TEST(test_kpi_arrivals_house)
{
    struct query query = june("arrivals");
    visit(1, 1, 4, JUNE, "finished"); /* a test client */
    visit(1, 2, 5, JUNE, "finished"); /* one of the staff */
    ck_assert_str_eq(show(&query), "");
    visit(1, 3, 1, JUNE, "finished");
    ck_assert_str_eq(show(&query), "1,1");
}
END_TEST

/* By store, month and first-touch channel: the channel of a visit is its client's. */
START_TEST(test_kpi_arrivals_cuts)
{
    static const int64_t first = 1;
    struct query query = {.metric = "arrivals", .from = JUNE, .to = AUGUST, .few = 5};
    visit(1, 1, 1, JUNE, "finished");       /* dy */
    visit(1, 2, 1, JUNE + 1, "finished");   /* dy */
    visit(1, 3, 2, JULY, "finished");       /* xhs */
    visit(2, 1, 3, JULY, "finished");       /* unknown is a channel too */
    visit(2, 2, 1, JULY, "finished");       /* dy */
    sql("UPDATE visit SET channel_id = 2"); /* last touch, which is not asked for */
    ck_assert_str_eq(show(&query), "5,3");
    query.by = "store";
    ck_assert_str_eq(show(&query), "S01,3,2/S02,2,2");
    query.by = "month";
    ck_assert_str_eq(show(&query), "2025-06,2,1/2025-07,3,3");
    query.by = "channel";
    ck_assert_str_eq(show(&query), "dy,3,1/unknown,1,1/xhs,1,1");
    query.by = "channel,month,store";
    ck_assert_str_eq(show(&query), "S01,2025-06,dy,2,1/S01,2025-07,xhs,1,1/S02,2025-07,dy,1,1/"
                                   "S02,2025-07,unknown,1,1");
    query.by = "month";
    query.store_id = &first;
    ck_assert_str_eq(show(&query), "2025-06,2,1/2025-07,1,1");
}
END_TEST

/* ---- conversion ---- */

static void
consultation(int id, int client, int day, const char *outcome)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO consultation (store_id, id, code, client_id, started_at, day, "
                     "outcome) VALUES (1, %d, 'K%d', %d, %d, %d, '%s')",
                     id, id, client, day * DAY_SECONDS, day, outcome));
}

static void
paid(int id, const char *order, int client, int day, int fen, const char *kind, const char *class)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO payment (store_id, id, code, order_code, client_id, kind, class, "
                     "quantity, amount_fen, paid_at, day) VALUES (1, %d, 'Y%d', '%s', %d, '%s', "
                     "'%s', 1, %d, %d, %d)",
                     id, id, order, client, kind, class, fen, day * DAY_SECONDS, day));
}

/* "deals/consultations" of a query over June. */
static const char *
conversion(int64_t days, int64_t threshold)
{
    struct query query = june("conversion");
    query.days = days;
    query.threshold_fen = threshold;
    char *text = arena_strdup(&clinic.arena, show(&query)); /* value,deals,all,low,high,few */
    char *deals = strchr(text, ',');
    if (!deals)
        return text;
    char *all = strchr(deals + 1, ','), *rest = strchr(all + 1, ',');
    *all = '/';
    *rest = '\0';
    return deals + 1;
}

START_TEST(test_kpi_conversion_none)
{
    ck_assert_str_eq(conversion(0, 0), "");
    consultation(1, 1, JUNE, "pending");
    ck_assert_str_eq(conversion(0, 0), "0/1");
}
END_TEST

/* Value, numerator, denominator, interval, and the flag of few. */
START_TEST(test_kpi_conversion_row)
{
    struct query query = june("conversion");
    for (int i = 1; i <= 3; i++)
        consultation(i, i, JUNE, "lost");
    paid(1, "O1", 1, JUNE, 100, "payment", "sale");
    ck_assert_str_eq(show(&query), "0.333333,1,3,0.061492,0.792340,1");
    query.few = 3;
    ck_assert_str_eq(show(&query), "0.333333,1,3,0.061492,0.792340,0");
    query.few = 4;
    query.by = "channel";
    ck_assert_str_eq(show(&query), "dy,1.000000,1,1,0.206549,1.000000,1/"
                                   "unknown,0.000000,0,1,0.000000,0.793451,1/"
                                   "xhs,0.000000,0,1,0.000000,0.793451,1");
}
END_TEST

/* A doctor's refusal is not counted against the consultant, and an error never was one. */
START_TEST(test_kpi_conversion_denominator)
{
    consultation(1, 1, JUNE, "medical-refusal");
    consultation(2, 2, JUNE, "entered-in-error");
    ck_assert_str_eq(conversion(0, 0), "");
    consultation(3, 3, JUNE, "deal"); /* the word alone makes no deal */
    ck_assert_str_eq(conversion(0, 0), "0/1");
    consultation(4, 4, JUNE, "pending"); /* a test client */
    consultation(5, 5, JUNE, "pending"); /* one of the staff */
    consultation(6, 1, JUNE - 1, "pending");
    consultation(7, 1, JULY, "pending");
    ck_assert_str_eq(conversion(30, 0), "0/1");
}
END_TEST

/* A deposit alone is none; what is paid on it makes the deal, on the day when it is paid. */
START_TEST(test_kpi_conversion_deposit)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 50000, "deposit", "sale");
    ck_assert_str_eq(conversion(0, 0), "0/1");
    ck_assert_str_eq(conversion(30, 0), "0/1");
    paid(2, "O1", 1, JUNE + 5, 100, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "0/1");
    ck_assert_str_eq(conversion(4, 0), "0/1");
    ck_assert_str_eq(conversion(5, 0), "1/1");
}
END_TEST

/* A deposit of another order does not help. */
START_TEST(test_kpi_conversion_orders)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 50000, "deposit", "sale");
    paid(2, "O2", 1, JUNE, 600, "payment", "sale");
    ck_assert_str_eq(conversion(0, 600), "0/1");
    ck_assert_str_eq(conversion(0, 599), "1/1");
    paid(3, "O1", 1, JUNE, 1, "payment", "sale");
    ck_assert_str_eq(conversion(0, 50000), "1/1");
    ck_assert_str_eq(conversion(0, 50001), "0/1");
}
END_TEST

/* Given back the same day, it never was a deal; later, the day of sale keeps it. */
START_TEST(test_kpi_conversion_refund)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 1000, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "1/1");
    paid(2, "O1", 1, JUNE + 1, -1000, "refund", "sale");
    ck_assert_str_eq(conversion(0, 0), "1/1");
    consultation(2, 2, JUNE, "pending");
    paid(3, "O2", 2, JUNE, 1000, "payment", "sale");
    paid(4, "O2", 2, JUNE, -1000, "refund", "sale");
    ck_assert_str_eq(conversion(0, 0), "1/2");
    paid(5, "O2", 2, JUNE + 2, 300, "payment", "sale"); /* and bought again */
    ck_assert_str_eq(conversion(1, 0), "1/2");
    ck_assert_str_eq(conversion(2, 0), "2/2");
}
END_TEST

/* Half given back the same day leaves half. */
START_TEST(test_kpi_conversion_refund_part)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 1000, "payment", "sale");
    paid(2, "O1", 1, JUNE, -400, "refund", "sale");
    ck_assert_str_eq(conversion(0, 599), "1/1");
    ck_assert_str_eq(conversion(0, 600), "0/1");
}
END_TEST

/* The threshold is what net paid must exceed; instalments add up to it. */
START_TEST(test_kpi_conversion_threshold)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 300, "payment", "sale");
    paid(2, "O1", 1, JUNE + 3, 300, "payment", "sale");
    ck_assert_str_eq(conversion(0, 299), "1/1");
    ck_assert_str_eq(conversion(0, 300), "0/1");
    ck_assert_str_eq(conversion(3, 300), "1/1");
    ck_assert_str_eq(conversion(3, 599), "1/1");
    ck_assert_str_eq(conversion(3, 600), "0/1");
    ck_assert_str_eq(conversion(2, 300), "0/1");
}
END_TEST

/* Same day or within D days, on and at the end of the window too; never before the consultation. */
START_TEST(test_kpi_conversion_days)
{
    consultation(1, 1, JUNE + 10, "pending");
    paid(1, "O1", 1, JUNE + 9, 100, "payment", "sale");
    ck_assert_str_eq(conversion(30, 0), "0/1");
    paid(2, "O2", 1, JUNE + 40, 100, "payment", "sale");
    ck_assert_str_eq(conversion(29, 0), "0/1");
    ck_assert_str_eq(conversion(30, 0), "1/1");
    consultation(2, 2, JULY - 1, "pending"); /* the window's last day; the deal is behind it */
    paid(3, "O3", 2, JULY + 29, 100, "payment", "sale");
    ck_assert_str_eq(conversion(30, 0), "2/2");
    ck_assert_str_eq(conversion(29, 0), "0/2");
}
END_TEST

/* Gifts, orders of the staff and tests are no sales; money of another client is not this one's. */
START_TEST(test_kpi_conversion_class)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 100, "payment", "gift");
    paid(2, "O2", 1, JUNE, 100, "payment", "staff");
    paid(3, "O3", 1, JUNE, 100, "payment", "test");
    paid(4, "O4", 2, JUNE, 100, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "0/1");
    paid(5, "O5", 1, JUNE, 0, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "0/1");
    paid(6, "O5", 1, JUNE, 1, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "1/1");
}
END_TEST

/* Each consultation is asked by itself: two on the day of one deal both had one. */
START_TEST(test_kpi_conversion_two)
{
    consultation(1, 1, JUNE, "pending");
    consultation(2, 1, JUNE, "pending");
    consultation(3, 1, JUNE + 1, "pending");
    paid(1, "O1", 1, JUNE, 100, "payment", "sale");
    ck_assert_str_eq(conversion(0, 0), "2/3");
}
END_TEST

/* A deposit that comes behind a payment counts for what is paid: the order is more than a deposit. */
START_TEST(test_kpi_conversion_deposit_behind)
{
    consultation(1, 1, JUNE, "pending");
    paid(1, "O1", 1, JUNE, 300, "payment", "sale");
    paid(2, "O1", 1, JUNE + 2, 500, "deposit", "sale");
    ck_assert_str_eq(conversion(30, 300), "1/1");
    ck_assert_str_eq(conversion(1, 300), "0/1");
}
END_TEST

/* ---- figures of a person ---- */

static void
treatment(int id, int client, int project, int doctor, int day, const char *status)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO treatment (store_id, id, code, client_id, project_id, doctor_id, "
                     "started_at, day, status, quantity, recognised_fen) VALUES (1, %d, 'T%d', %d, "
                     "%d, %d, %d, %d, '%s', 1, 0)",
                     id, id, client, project, doctor, day * DAY_SECONDS, day, status));
}

static void
judged(int id, int treatment, const char *rater, int day, int score)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO evaluation (store_id, id, code, client_id, treatment_id, term, "
                     "rater, at, day, score, as_expected) VALUES (1, %d, 'E%d', (SELECT client_id "
                     "FROM treatment WHERE store_id = 1 AND id = %d), %d, 'short', "
                     "'%s', %d, %d, %d, 1)",
                     id, id, treatment, treatment, rater, day * DAY_SECONDS, day, score));
}

/* "part/all" of a query over June, of one person (0: of all). */
static const char *
part_of(const char *metric, int staff)
{
    static const char *const codes[] = {NULL, "D1", "D2", "N1", "A1", "A2"};
    struct query query = june(metric);
    struct kpi_answer answer;
    query.staff = codes[staff];
    query.horizon = 30;
    query.projects = "P1";
    ask(&query, &answer);
    if (!answer.count)
        return "0/0";
    const struct kpi_figure *figure = &answer.rows[0].figures[0];
    return arena_printf(&clinic.arena, "%lld/%lld", (long long)figure->numerator,
                        (long long)figure->denominator);
}

/* 4 and 5 of 5, by the client, the latest of a treatment in the window, by its doctor. */
START_TEST(test_kpi_satisfaction)
{
    for (int i = 1; i <= 4; i++)
        treatment(i, i == 4 ? 4 : 1, 1, i == 3 ? 2 : 1, JUNE - 9, "completed");
    treatment(5, 1, 1, 1, JUNE, "entered-in-error");
    ck_assert_str_eq(part_of("satisfaction", 0), "0/0");
    judged(1, 1, "client", JUNE, 3);
    judged(2, 1, "client", JUNE + 1, 4); /* the later word counts */
    judged(3, 2, "client", JULY - 1, 5);
    judged(4, 3, "client", JUNE, 3);
    judged(5, 1, "staff", JUNE + 2, 1);
    judged(6, 2, "client", JULY, 1);     /* July's */
    judged(7, 3, "client", JUNE - 1, 5); /* May's */
    judged(8, 4, "client", JUNE, 5);     /* a test client */
    judged(9, 5, "client", JUNE, 5);     /* no treatment */
    ck_assert_str_eq(part_of("satisfaction", 0), "2/3");
    ck_assert_str_eq(part_of("satisfaction", 1), "2/2");
    ck_assert_str_eq(part_of("satisfaction", 2), "0/1");
    struct query query = june("satisfaction");
    query.by = "staff";
    ck_assert_str_eq(show(&query),
                     "D1,1.000000,2,2,0.342380,1.000000,1/D2,0.000000,0,1,0.000000,0.793451,1");
}
END_TEST

static void
adverse(int id, int treatment, int day, int confirmed, const char *state)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO adverse (store_id, id, code, client_id, treatment_id, kind, "
                     "grade, found_at, day, confirmed, state) VALUES (1, %d, 'A%d', 1, %d, "
                     "'other', 2, %d, %d, %d, '%s')",
                     id, id, treatment, day * DAY_SECONDS, day, confirmed, state));
}

/* By treatment date, within the project's horizon (P2: 7 days, P1 has none of its own). */
START_TEST(test_kpi_complications)
{
    sql("UPDATE project SET horizon_days = 7 WHERE id = 2");
    treatment(1, 1, 1, 1, JUNE, "completed");
    treatment(2, 1, 1, 1, JULY - 1, "stopped");
    treatment(3, 1, 2, 2, JUNE, "completed");
    treatment(4, 1, 2, 2, JUNE + 1, "completed");
    treatment(5, 1, 1, 1, JULY, "completed");
    treatment(6, 1, 1, 1, JUNE, "preparation");
    treatment(7, 4, 1, 1, JUNE, "completed");
    ck_assert_str_eq(part_of("complications", 0), "0/4");
    adverse(1, 1, JUNE + 30, 1, "open");   /* the last day of the default horizon */
    adverse(2, 1, JUNE + 5, 1, "closed");  /* one treatment counts once */
    adverse(3, 2, JULY + 30, 1, "open");   /* a day behind it */
    adverse(4, 3, JUNE + 8, 1, "open");    /* behind the project's own */
    adverse(5, 4, JUNE + 8, 1, "treated"); /* within */
    adverse(6, 3, JUNE + 1, 0, "open");    /* not confirmed */
    adverse(7, 3, JUNE + 1, 1, "entered-in-error");
    adverse(8, 3, JUNE - 1, 1, "open"); /* before it */
    ck_assert_str_eq(part_of("complications", 0), "2/4");
    ck_assert_str_eq(part_of("complications", 1), "1/2");
    ck_assert_str_eq(part_of("complications", 2), "1/2");
    /* what may still come: on the day of July that begins, treatment 2 has its horizon before it */
    struct query query = june("complications");
    query.horizon = 30;
    query.today = JULY;
    ck_assert_str_eq(show(&query), "0.500000,2,4,0.150039,0.849961,1,1");
    query.today = JULY + 29;
    ck_assert_str_eq(show(&query), "0.500000,2,4,0.150039,0.849961,1,1");
    query.today = JULY + 30;
    ck_assert_str_eq(show(&query), "0.500000,2,4,0.150039,0.849961,1,0");
}
END_TEST

static void
sold(int id, const char *order, int client, int day, int consultant, int project)
{
    sql(arena_printf(&clinic.arena,
                     "INSERT INTO payment (store_id, id, code, order_code, client_id, "
                     "consultant_id, project_id, kind, class, quantity, amount_fen, paid_at, day) "
                     "VALUES (1, %d, 'Y%d', '%s', %d, %s, %d, 'payment', 'sale', 1, 100, %d, %d)",
                     id, id, order, client,
                     consultant ? arena_printf(&clinic.arena, "%d", consultant) : "NULL", project,
                     day * DAY_SECONDS, day));
}

/* Bought in the year before the window, and again in it; by who sold the last one before. */
START_TEST(test_kpi_repurchase)
{
    sold(1, "O1", 1, JUNE - 365, 4, 1); /* the first day of the base */
    sold(2, "O2", 2, JUNE - 366, 4, 1); /* the day before it: no base */
    sold(3, "O3", 3, JUNE - 1, 5, 1);
    sold(4, "O4", 4, JUNE - 1, 5, 1); /* a test client */
    ck_assert_str_eq(part_of("repurchase", 0), "0/2");
    sold(5, "O5", 1, JUNE, 5, 1);
    sold(6, "O6", 2, JUNE, 5, 1);
    sold(7, "O7", 3, JULY, 5, 1); /* too late */
    ck_assert_str_eq(part_of("repurchase", 0), "1/2");
    ck_assert_str_eq(part_of("repurchase", 4), "1/1"); /* A1 sold to C1 before, A2 now */
    ck_assert_str_eq(part_of("repurchase", 5), "0/1");
    sold(8, "O8", 1, JUNE - 10, 5, 1); /* A2 sold last */
    ck_assert_str_eq(part_of("repurchase", 4), "0/0");
    ck_assert_str_eq(part_of("repurchase", 5), "1/2");
    /* nobody is named: the client's owner */
    sold(9, "O9", 3, JUNE - 1, 0, 1);
    sql("UPDATE payment SET consultant_id = NULL WHERE client_id = 3");
    sql("UPDATE client SET owner_id = 4 WHERE id = 3");
    ck_assert_str_eq(part_of("repurchase", 4), "0/1");
    /* by month each month has its own base: in July those who bought in June too */
    struct query query = {
        .metric = "repurchase", .from = JUNE, .to = AUGUST, .few = 1, .by = "month"};
    ck_assert_str_eq(show(&query), "2025-06,0.500000,1,2,0.094531,0.905469,0/"
                                   "2025-07,0.333333,1,3,0.061492,0.792340,0");
    query.by = NULL;
    ck_assert_str_eq(show(&query), "1.000000,2,2,0.342380,1.000000,0");
}
END_TEST

/* Alone, by contract, or in a package; not as a gift. */
START_TEST(test_kpi_key_items)
{
    sold(1, "O1", 1, JUNE, 4, 1);
    sold(2, "O2", 1, JUNE, 4, 2);
    sold(3, "O3", 2, JUNE, 5, 2);
    sold(4, "O4", 2, JULY, 5, 1);
    ck_assert_str_eq(part_of("key_items", 0), "1/3");
    ck_assert_str_eq(part_of("key_items", 4), "1/2");
    ck_assert_str_eq(part_of("key_items", 5), "0/1");
    sql("INSERT INTO package (id, code, name, price_fen, valid_from, trial, active) VALUES "
        "(1, 'K1', 'k', 100, 0, 0, 1);"
        "INSERT INTO package_line (id, package_id, project_id, quantity, share_fen) VALUES "
        "(1, 1, 2, 1, 50), (2, 1, 1, 1, 50);"
        "INSERT INTO contract (store_id, id, code, client_id, at, day, state, list_fen, "
        "amount_fen) "
        "VALUES (1, 1, 'O2', 1, 0, 20240, 'signed', 100, 100), "
        "(1, 2, 'O3', 2, 0, 20240, 'signed', 100, 100);"
        "INSERT INTO contract_line (store_id, id, contract_id, line, package_id, quantity, "
        "list_fen, "
        "amount_fen, gift) VALUES (1, 1, 1, 1, 1, 1, 100, 100, 0), (1, 2, 2, 1, 1, 1, 0, 0, 1)");
    ck_assert_str_eq(part_of("key_items", 4), "2/2");
    ck_assert_str_eq(part_of("key_items", 5), "0/1"); /* a gift */
    struct query query = june("key_items");
    ck_assert_str_eq(show(&query), ""); /* no key project */
    query.projects = "P";               /* none of that code */
    ck_assert_str_eq(show(&query), "0.000000,0,3,0.000000,0.561497,1");
}
END_TEST

START_TEST(test_kpi_conversion_staff)
{
    consultation(1, 1, JUNE, "pending");
    consultation(2, 2, JUNE, "medical-refusal");
    consultation(3, 2, JUNE, "pending");
    sql("UPDATE consultation SET consultant_id = 4 WHERE id < 3");
    paid(1, "O1", 1, JUNE, 100, "payment", "sale");
    ck_assert_str_eq(part_of("conversion", 4), "1/1"); /* the refusal is not counted against A1 */
    ck_assert_str_eq(part_of("conversion", 5), "0/0");
    ck_assert_str_eq(part_of("conversion", 0), "1/2");
    struct query query = june("conversion");
    query.by = "staff";
    ck_assert_ptr_nonnull(strstr(show(&query), "A1,1.000000,1,1"));
}
END_TEST

/* The tier is that of the day of the visit; age is in bands, of the day; what nobody knows is none. */
START_TEST(test_kpi_of_the_day)
{
    struct query query = {.metric = "arrivals", .from = JUNE, .to = AUGUST};
    sql("INSERT INTO client_tier (id, client_id, tier, from_on, to_on, reason) VALUES "
        "(1, 1, 'silver', 20200, 20270, 'x'), (2, 1, 'gold', 20270, NULL, 'x');"
        "UPDATE client SET birthday = 10766 WHERE id = 1;" /* 1999-06-24 */
        "UPDATE client SET gender = 'female' WHERE id = 1");
    visit(1, 1, 1, JUNE, "finished");
    visit(1, 2, 1, JULY, "finished");
    visit(1, 3, 2, JULY, "finished");
    query.by = "tier";
    ck_assert_str_eq(show(&query), ",1,1/gold,1,1/silver,1,1");
    query.by = "age";
    ck_assert_str_eq(show(&query), ",1,1/25-29,2,1");
    query.by = "gender";
    ck_assert_str_eq(show(&query), ",1,1/female,2,1");
    query.by = NULL;
    query.where = "tier = gold or age = none";
    ck_assert_str_eq(show(&query), "2,2");
    query.where = "new = new and channel_kind = paid and day >= 2025-07-01";
    ck_assert_str_eq(show(&query), "1,1");
}
END_TEST

Suite *
kpi_suite(void)
{
    Suite *suite = suite_create("kpi");
    TCase *all = clinic_case("kpi", setup, teardown);
    tcase_add_loop_test(all, test_kpi_arrivals_status, 0, sizeof statuses / sizeof *statuses);
    tcase_add_test(all, test_kpi_arrivals_once);
    tcase_add_test(all, test_kpi_arrivals_window);
    tcase_add_test(all, test_kpi_arrivals_house);
    tcase_add_test(all, test_kpi_arrivals_cuts);
    tcase_add_test(all, test_kpi_conversion_none);
    tcase_add_test(all, test_kpi_conversion_row);
    tcase_add_test(all, test_kpi_conversion_denominator);
    tcase_add_test(all, test_kpi_conversion_deposit);
    tcase_add_test(all, test_kpi_conversion_orders);
    tcase_add_test(all, test_kpi_conversion_refund);
    tcase_add_test(all, test_kpi_conversion_refund_part);
    tcase_add_test(all, test_kpi_conversion_threshold);
    tcase_add_test(all, test_kpi_conversion_days);
    tcase_add_test(all, test_kpi_conversion_class);
    tcase_add_test(all, test_kpi_conversion_two);
    tcase_add_test(all, test_kpi_conversion_deposit_behind);
    tcase_add_test(all, test_kpi_satisfaction);
    tcase_add_test(all, test_kpi_complications);
    tcase_add_test(all, test_kpi_repurchase);
    tcase_add_test(all, test_kpi_key_items);
    tcase_add_test(all, test_kpi_conversion_staff);
    tcase_add_test(all, test_kpi_of_the_day);
    suite_add_tcase(suite, all);
    return suite;
}
