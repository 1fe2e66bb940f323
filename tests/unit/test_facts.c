#include "clinic.h"

#include "base/rng.h"
#include "client/contact.h"
#include "client/facts.h"
#include "client/merger.h"
#include "client/place.h"
#include "client/segment.h"
#include "client/spool.h"
#include "client/tags.h"
#include "client/tiers.h"
#include "client/voucher.h"

Suite *facts_suite(void);

/* What is reckoned of clients, and what they may be asked and given. */

static struct clinic clinic;
static struct err err;
enum { TODAY = 20500 };

static void
setup(void)
{
    clinic_open(&clinic, "");
    err = (struct err){0};
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

#define RUN(sql) OK(db_script(clinic.db, sql, &err))
#define VISIT                                                                                      \
    "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) VALUES "
#define PAYMENT                                                                                    \
    "INSERT INTO payment (store_id, id, code, order_code, client_id, kind, class, quantity, "      \
    "amount_fen, paid_at, day) VALUES "
#define TREATMENT                                                                                  \
    "INSERT INTO treatment (store_id, id, code, client_id, project_id, started_at, day, status, "  \
    "quantity, recognised_fen) VALUES "

/* ---- merging ------------------------------------------------------------------------------------------- */

/* Lists of such lengths, the keys of each in order and many of them the same. */
static void
merge_lists(const int *lengths, int count)
{
    struct merger *merger;
    struct merge_item item;
    struct rng rng;
    int64_t sum = 0, total = 0;
    rng_seed(&rng, 7);
    OK(merger_new(&merger, &err));
    for (int list = 0; list < count; list++) {
        uint64_t key = 0;
        OK(merger_list(merger, &err));
        for (int i = 0; i < lengths[list]; i++, total++) {
            item = (struct merge_item){key += rng_below(&rng, 3), (total + 1) * 8 + list};
            sum += item.value;
            OK(merger_add(merger, &item, &err));
        }
    }
    for (int round = 0; round < 2; round++) {
        struct merge_item before = {0, 0};
        int64_t got = 0, seen = 0;
        OK(merger_begin(merger, &err));
        for (; merger_next(merger, &item, &err) == 1; before = item, seen++) {
            ck_assert(item.key > before.key ||
                      (item.key == before.key && item.value % 8 >= before.value % 8));
            got += item.value;
        }
        ck_assert_int_eq(seen, total);
        ck_assert_int_eq(got, sum);
        ck_assert_int_eq(merger_next(merger, &item, &err), 0);
    }
    merger_free(merger);
}

/* Nothing, empty lists between others, and lists of as much as is read at once, and around it. */
START_TEST(test_facts_merger)
{
    static const int lengths[MERGER_LISTS] = {0, 1, 4096, 0, 4095, 4097, 20000, 0};
    for (int count = 0; count <= MERGER_LISTS; count++)
        merge_lists(lengths, count);
}
END_TEST

START_TEST(test_facts_merger_order)
{
    struct merger *merger;
    OK(merger_new(&merger, &err));
    OK(merger_list(merger, &err));
    OK(merger_add(merger, &(struct merge_item){2, 1}, &err));
    ck_assert_int_eq(merger_add(merger, &(struct merge_item){1, 1}, &err), -1);
    ck_assert_int_eq(err.kind, ERR_DB);
    OK(merger_list(merger, &err));
    OK(merger_add(merger, &(struct merge_item){1, 1}, &err));
    merger_free(merger);
}
END_TEST

START_TEST(test_facts_spool)
{
    struct spool spool;
    int64_t number;
    OK(spool_open(&spool, sizeof number, &err));
    for (number = 0; number < 5; number++)
        OK(spool_add(&spool, &number, &err));
    for (int round = 0; round < 2; round++) {
        OK(spool_rewind(&spool, &err));
        for (int64_t i = 0; i < 5; i++) {
            ck_assert_int_eq(spool_next(&spool, &number, &err), 1);
            ck_assert_int_eq(number, i);
        }
        ck_assert_int_eq(spool_next(&spool, &number, &err), 0);
    }
    spool_close(&spool);
}
END_TEST

/* ---- facts ---------------------------------------------------------------------------------------------- */

struct kept {
    struct facts facts[8];
    int count;
};

static int
keep(void *context, const struct facts *facts, struct err *ignored)
{
    struct kept *kept = context;
    (void)ignored;
    kept->facts[kept->count++] = *facts;
    return 0;
}

static struct kept
reckon(const struct nbd *nbd)
{
    struct kept kept = {.count = 0};
    struct facts_spec spec = {.db = clinic.db, .arena = &clinic.arena, .today = TODAY, .nbd = nbd};
    OK(facts_each(&spec, keep, &kept, &err));
    return kept;
}
#define OF(client, measure) (kept.facts[client].measures.of[measure])

START_TEST(test_facts_of_nobody)
{
    struct kept kept = reckon(NULL);
    ck_assert_int_eq(kept.count, 3); /* neither staff nor tests */
    ck_assert_int_eq(OF(0, M_VISITS), 0);
    ck_assert_int_eq(OF(0, M_RECENCY_DAYS), NO_VALUE);
    ck_assert_int_eq(OF(0, M_OVERDUE_MILLI), NO_VALUE);
    ck_assert_int_eq(OF(0, M_SPEND_FEN), 0);
    ck_assert_int_eq(kept.facts[0].first_on, NO_VALUE);
}
END_TEST

/* Cancelled visits count not, one of a day with two does; two visits of a day are one. */
START_TEST(test_facts_visits)
{
    RUN(VISIT "(1, 1, 'V1', 1, 1, 20000, 'other', 'finished'), (1, 2, 'V2', 1, 1, 20100, 'other', "
              "'cancelled'),"
              "(1, 3, 'V3', 1, 1, 20200, 'other', 'finished'), (2, 4, 'V4', 1, 1, 20200, 'other', "
              "'planned'),"
              "(1, 5, 'V5', 1, 1, 20230, 'other', 'finished'), (2, 6, 'V6', 1, 1, 20230, 'other', "
              "'finished'),"
              "(1, 7, 'V7', 1, 1, 20600, 'other', 'finished'), (1, 8, 'V8', 2, 1, 20490, 'other', "
              "'entered-in-error')");
    struct kept kept = reckon(NULL);
    ck_assert_int_eq(OF(0, M_VISITS), 3);
    ck_assert_int_eq(OF(0, M_YEAR_VISITS), 2);
    ck_assert_int_eq(OF(0, M_RECENCY_DAYS), 270);
    ck_assert_int_eq(OF(0, M_TENURE_DAYS), 500);
    /* gaps 200 and 30: the median is 115 */
    ck_assert_int_eq(OF(0, M_OVERDUE_MILLI), 270 * 1000 / 115);
    ck_assert_int_eq(OF(1, M_VISITS), 0);
}
END_TEST

/* With fewer than three visits the cycle is that of the last project; without one nobody is overdue. */
START_TEST(test_facts_cycle)
{
    RUN("UPDATE project SET cycle_days = 90 WHERE id = 1; UPDATE project SET cycle_days = 30 WHERE "
        "id = 2;");
    RUN(VISIT "(1, 1, 'V1', 1, 1, 20320, 'other', 'finished'), (1, 2, 'V2', 2, 1, 20320, 'other', "
              "'finished')");
    RUN(TREATMENT "(1, 1, 'T1', 1, 2, 1, 20300, 'completed', 1, 0), (1, 2, 'T2', 1, 1, 1, 20320, "
                  "'completed', 1, 0),"
                  "(1, 3, 'T3', 1, 2, 1, 20330, 'stopped', 1, 0)");
    struct kept kept = reckon(NULL);
    ck_assert_int_eq(OF(0, M_OVERDUE_MILLI), 2000);
    ck_assert_int_eq(OF(1, M_OVERDUE_MILLI), NO_VALUE);
}
END_TEST

/* Gifts are out; a day that left nothing is no purchase; refunds take from the sum. */
START_TEST(test_facts_payments)
{
    RUN(PAYMENT "(1, 1, 'P1', 'O1', 1, 'payment', 'sale', 1, 10000, 1, 20000),"
                "(1, 2, 'P2', 'O2', 1, 'payment', 'gift', 1, 99999, 1, 20001),"
                "(1, 3, 'P3', 'O3', 1, 'payment', 'sale', 1, 5000, 1, 20300),"
                "(2, 4, 'P4', 'O4', 1, 'payment', 'sale', 1, 7000, 1, 20300),"
                "(1, 5, 'P5', 'O3', 1, 'refund', 'sale', 1, -5000, 1, 20300),"
                "(1, 6, 'P6', 'O1', 1, 'refund', 'sale', 1, -2000, 1, 20310),"
                "(1, 7, 'P7', 'O7', 1, 'payment', 'sale', 1, 1, 1, 20501)");
    struct kept kept = reckon(NULL);
    ck_assert_int_eq(OF(0, M_SPEND_FEN), 15000);
    ck_assert_int_eq(OF(0, M_YEAR_FEN), 5000);
    ck_assert_int_eq(OF(0, M_PURCHASES), 2);
    ck_assert_int_eq(OF(0, M_ALIVE_MILLI), NO_VALUE);
    const struct nbd nbd = {NBD_MBG, 0.525, 6.183, 0.891, 1.614};
    kept = reckon(&nbd);
    int64_t alive = (int64_t)(nbd_alive(&nbd, 1, 300 / 7.0, 500 / 7.0) * 1000 + 0.5);
    ck_assert_int_eq(OF(0, M_ALIVE_MILLI), alive);
    ck_assert_int_eq(OF(0, M_POTENTIAL_FEN), 15000 * 365 / 500 * alive / 1000);
    ck_assert_int_eq(OF(1, M_ALIVE_MILLI), NO_VALUE);
}
END_TEST

START_TEST(test_facts_referrals)
{
    RUN("INSERT INTO referral (id, referrer_id, client_id, day) VALUES (1, 1, 2, 20240), (2, 1, 3, "
        "20241);");
    RUN(VISIT "(1, 1, 'V1', 2, 1, 20300, 'other', 'finished'), (1, 2, 'V2', 3, 1, 20300, 'other', "
              "'cancelled')");
    struct kept kept = reckon(NULL);
    ck_assert_int_eq(OF(0, M_REFERRALS), 1);
    RUN("UPDATE client SET merged_into = 1 WHERE id = 2; UPDATE client SET forgotten_on = 1 WHERE "
        "id = 3;");
    kept = reckon(NULL);
    ck_assert_int_eq(kept.count, 1);
}
END_TEST

/* Too few clients, and then enough of them. */
START_TEST(test_facts_fit)
{
    struct kept kept = {.count = 0};
    struct facts_spec spec = {.db = clinic.db, .arena = &clinic.arena, .today = TODAY, .fit = true};
    OK(facts_each(&spec, keep, &kept, &err));
    ck_assert_ptr_nonnull(spec.no_model);
    ck_assert_ptr_null(spec.nbd);
}
END_TEST

/* ---- segments, tiers, tags ------------------------------------------------------------------------------- */

static struct segment_run
segment(int64_t today)
{
    static struct segments segments;
    struct segment_run run = {clinic.db, &clinic.arena, &segments, today, NULL, 0, 0, NULL};
    OK(segments_load(&clinic.arena, &clinic.packs, &segments, &err));
    OK(db_begin(clinic.db, &err));
    OK(segment_run(&run, &err));
    OK(db_commit(clinic.db, &err));
    return run;
}

/* Only what changed is written. */
START_TEST(test_facts_segment)
{
    RUN(VISIT "(1, 1, 'V1', 1, 1, 20490, 'other', 'finished')");
    RUN(PAYMENT "(1, 1, 'P1', 'O1', 1, 'payment', 'sale', 1, 3000000, 1, 20490)");
    struct segment_run run = segment(TODAY);
    ck_assert_int_eq(run.written, 3);
    ASK("SELECT segment || ' ' || reasons FROM client_segment WHERE id = 1",
        "high-value high-value/year-spend");
    run = segment(TODAY);
    ck_assert_int_eq(run.written, 0);
    run = segment(TODAY + 1);
    ck_assert_int_eq(run.written, 0);
    RUN("UPDATE client SET merged_into = 1 WHERE id = 2;");
    RUN(PAYMENT "(1, 2, 'P2', 'O1', 3, 'payment', 'sale', 1, 1, 1, 20490)");
    run = segment(TODAY + 1);
    ck_assert_int_eq(run.written, 1);
    ck_assert_int_eq(run.gone, 1);
    ASK("SELECT COUNT(*) FROM client_segment", "2");
}
END_TEST

/* Drifting figures are renewed once they moved by a tenth. */
START_TEST(test_facts_drift)
{
    RUN("UPDATE project SET cycle_days = 100 WHERE id = 1;");
    RUN(VISIT "(1, 1, 'V1', 1, 1, 20450, 'other', 'finished')");
    RUN(TREATMENT "(1, 1, 'T1', 1, 1, 1, 20450, 'completed', 1, 0)");
    segment(TODAY);
    ASK("SELECT overdue_milli FROM client_segment WHERE id = 1", "500");
    ck_assert_int_eq(segment(TODAY + 4).written, 0);
    ck_assert_int_eq(segment(TODAY + 5).written, 1);
    ASK("SELECT overdue_milli FROM client_segment WHERE id = 1", "550");
    segment(TODAY + 100);
    ASK("SELECT segment FROM client_segment WHERE id = 1", "at-risk");
}
END_TEST

static struct tier_run
tier(int64_t today)
{
    static struct segments segments;
    static struct tiers tiers;
    struct tier_run run = {.db = clinic.db,
                           .arena = &clinic.arena,
                           .tiers = &tiers,
                           .segments = &segments,
                           .today = today};
    OK(segments_load(&clinic.arena, &clinic.packs, &segments, &err));
    OK(tiers_load(&clinic.arena, &clinic.packs, &tiers, &err));
    OK(tier_run(&run, &err));
    return run;
}

/* Up at once, down when the time of the one before is over; both dated. */
START_TEST(test_facts_tier)
{
    RUN(PAYMENT "(1, 1, 'P1', 'O1', 1, 'payment', 'sale', 1, 3000000, 1, 20490)");
    ck_assert_int_eq(tier(TODAY).changes, 1);
    ck_assert_int_eq(tier(TODAY).changes, 0);
    RUN(PAYMENT "(1, 2, 'P2', 'O1', 1, 'payment', 'sale', 1, 8000000, 1, 20500)");
    ck_assert_int_eq(tier(TODAY).changes, 1); /* on the same day: the row becomes that tier */
    ASK("SELECT CAST(COUNT(*) AS TEXT) || ' ' || MIN(tier) FROM client_tier", "1 diamond");
    ck_assert_int_eq(tier(TODAY + 364).changes, 0);
    ck_assert_int_eq(tier(TODAY + 365).changes, 1);
    ASK("SELECT tier FROM client_tier WHERE to_on IS NULL", "member");
    ASK("SELECT to_on FROM client_tier WHERE tier = 'diamond'", "20865");
}
END_TEST

static struct tag_run
apply_tags(int64_t today)
{
    static struct segments segments;
    static struct tags tags;
    struct tag_run run = {.db = clinic.db,
                          .arena = &clinic.arena,
                          .tags = &tags,
                          .segments = &segments,
                          .today = today};
    OK(segments_load(&clinic.arena, &clinic.packs, &segments, &err));
    OK(tags_load(&clinic.arena, &clinic.packs, &tags, &err));
    OK(tag_run(&run, &err));
    return run;
}
#define TAGGED                                                                                     \
    "SELECT COUNT(*) FROM client_tag WHERE client_id = 1 AND tag = 'visited-no-deal' AND to_on "   \
    "IS NULL"

/* Given, taken when they buy, given again on the same day when the money goes back; by hand it stays. */
START_TEST(test_facts_tags)
{
    RUN(VISIT "(1, 1, 'V1', 1, 1, 20490, 'other', 'finished'), (1, 2, 'V2', 2, 1, 20490, 'other', "
              "'finished')");
    RUN("INSERT INTO client_tag (id, client_id, tag, source, from_on) VALUES (1, 2, "
        "'visited-no-deal', 'hand', 20400);"
        "INSERT INTO counter VALUES (0, 'client_tag', 2);");
    apply_tags(TODAY);
    ASK(TAGGED, "1");
    ASK("SELECT COUNT(*) FROM client_tag WHERE tag = 'visited-no-deal'", "2");
    RUN(PAYMENT "(1, 1, 'P1', 'O1', 1, 'payment', 'sale', 1, 100, 1, 20490), (1, 2, 'P2', 'O1', 2, "
                "'payment', 'sale', 1, 100, 1, 20490)");
    apply_tags(TODAY);
    ASK(TAGGED, "0");
    ASK("SELECT COUNT(*) FROM client_tag WHERE client_id = 2 AND tag = 'visited-no-deal' AND to_on "
        "IS NULL",
        "1");
    RUN("DELETE FROM payment");
    apply_tags(TODAY);
    ASK(TAGGED, "1");
    ASK("SELECT COUNT(*) FROM client_tag WHERE client_id = 1 AND tag = 'visited-no-deal'", "1");
}
END_TEST

/* ---- may they be spoken to ------------------------------------------------------------------------------------ */

static int
may(int64_t client, const char *purpose, const char *way, int64_t moment, int64_t day)
{
    const struct contact contact = {client, purpose, way, moment, day};
    const char *why;
    int answer = client_may_contact(clinic.db, &clinic.arena, &contact, &why, &err);
    ck_assert_int_ge(answer, 0);
    ck_assert_int_eq(answer, why == NULL);
    return answer;
}

START_TEST(test_facts_contact)
{
    ck_assert_int_eq(may(1, "care", "sms", 100, 1), 1);
    ck_assert_int_eq(may(1, "marketing", "sms", 100, 1), 0);
    RUN("INSERT INTO consent (id, client_id, purpose, way, given, at, until, proof) VALUES"
        " (1, 1, 'marketing', 'any', 1, 50, NULL, 'p'), (2, 1, 'marketing', 'sms', 0, 60, NULL, "
        "'p'),"
        " (3, 1, 'marketing', 'any', 0, 80, NULL, 'p'), (4, 1, 'marketing', 'wechat', 1, 90, 5, "
        "'p'),"
        " (5, 1, 'care', 'any', 0, 70, NULL, 'p'), (6, 2, 'album', 'any', 1, 10, NULL, 'p'),"
        " (7, 2, 'album', 'any', 0, 10 + 10, NULL, 'p');");
    ck_assert_int_eq(may(1, "marketing", "sms", 49, 1), 0);
    ck_assert_int_eq(may(1, "marketing", "sms", 55, 1), 1);
    ck_assert_int_eq(may(1, "marketing", "phone", 65, 1), 1);
    ck_assert_int_eq(may(1, "marketing", "sms", 65, 1), 0);
    ck_assert_int_eq(may(1, "marketing", "phone", 85, 1), 0);
    ck_assert_int_eq(may(1, "marketing", "wechat", 95, 5), 1);
    ck_assert_int_eq(may(1, "marketing", "wechat", 95, 6), 0);
    ck_assert_int_eq(may(1, "care", "phone", 65, 1), 1);
    ck_assert_int_eq(may(1, "care", "phone", 75, 1), 0);
    ck_assert_int_eq(may(2, "album", "any", 15, 1), 1);
    ck_assert_int_eq(may(2, "album", "any", 25, 1), 0);
    RUN("UPDATE client SET forgotten_on = 5 WHERE id = 3");
    ck_assert_int_eq(may(3, "care", "sms", 100, 1), 0);
}
END_TEST

/* ---- vouchers ---------------------------------------------------------------------------------------------------- */

static int
redeem(const char *code, int64_t client, int64_t project, int64_t day)
{
    struct voucher_use use = {.code = code,
                              .client_id = client,
                              .store_id = 1,
                              .project_id = project,
                              .moment = day * 86400,
                              .day = day};
    err_clear(&err);
    return voucher_redeem(clinic.db, &clinic.arena, &use, &err);
}

START_TEST(test_facts_voucher)
{
    RUN("INSERT INTO voucher (id, code, kind, client_id, project_id, value_fen, why, issued_on, "
        "expires_on, state) VALUES"
        " (1, 'Q1', 'cash', 1, NULL, 100, 'w', 20400, 20500, 'issued'), (2, 'Q2', 'trial', NULL, "
        "1, 0, 'w', 20400, 20500, 'issued'),"
        " (3, 'Q3', 'gift', NULL, NULL, 0, 'w', 20400, 20500, 'void');");
    ck_assert_int_eq(redeem("Q1", 2, 0, 20500), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "is that of C1"));
    ck_assert_int_eq(redeem("Q1", 0, 0, 20500), -1);
    ck_assert_int_eq(redeem("Q1", 1, 0, 20501), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "expired, the last day was 2026-02-16"));
    ck_assert_int_eq(redeem("Q2", 2, 2, 20500), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "for another project"));
    ck_assert_int_eq(redeem("Q3", 2, 0, 20500), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "is void"));
    ck_assert_int_eq(redeem("Q9", 2, 0, 20500), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "not in the database"));
    OK(redeem("Q1", 1, 0, 20500));
    ck_assert_int_eq(redeem("Q1", 1, 0, 20500), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "was redeemed on 2026-02-16 by C1"));
    OK(redeem("Q2", 2, 1, 20500));
    ck_assert_int_eq(voucher_void(clinic.db, "Q2", &err), -1);
    const char *a = voucher_code(&clinic.arena), *b = voucher_code(&clinic.arena);
    ck_assert_uint_eq(strlen(a), 12);
    ck_assert_str_ne(a, b);
}
END_TEST

/* ---- distances ----------------------------------------------------------------------------------------------------- */

START_TEST(test_facts_place)
{
    /* 上海人民广场 – 北京天安门, about 1067 km */
    double far = place_distance(31230416, 121473701, 39908722, 116397499);
    ck_assert_double_eq_tol(far, 1067e3, 2e3);
    ck_assert_double_eq_tol(place_distance(0, 0, 1000000, 0), 111195, 1);
    ck_assert_double_eq_tol(place_distance(60000000, 179999000, 60000000, -179999000), 111.195,
                            0.5);
    ck_assert_double_eq_tol(place_distance(0, 0, 0, 180000000), 20015115, 10);
}
END_TEST

/* Whatever is within the distance is within the box. */
START_TEST(test_facts_box)
{
    static const int64_t latitudes[] = {0, 31230416, -45000000, 71000000, 89500000, -89990000};
    for (size_t i = 0; i < sizeof latitudes / sizeof *latitudes; i++)
        for (int64_t longitude = -179900000; longitude < 180000000; longitude += 59966000) {
            double metres = 3000 + 30000 * (double)i;
            struct place_box box = place_box(latitudes[i], longitude, metres);
            for (int64_t up = -400000; up <= 400000; up += 20000)
                for (int64_t along = -400000; along <= 400000; along += 20000) {
                    int64_t y = latitudes[i] + up, x = longitude + along * (i == 4 ? 40 : 1);
                    if (y > 90000000 || y < -90000000 || x > 180000000 || x < -180000000)
                        continue;
                    if (place_distance(latitudes[i], longitude, y, x) <= metres)
                        ck_assert(y >= box.south && y <= box.north && x >= box.west &&
                                  x <= box.east);
                }
        }
}
END_TEST

START_TEST(test_facts_within)
{
    static const char *const wrong[] = {"",     "km",  "3",     "3 km", "-3km",  "0km", "3kmx",
                                        "3km@", "nan", "infkm", "1e3m", "0x3km", "3mm"};
    double metres;
    const char *store;
    ck_assert(place_within("3km", &metres, &store) && metres == 3000 && !store);
    ck_assert(place_within("1.5km@S01", &metres, &store) && metres == 1500 &&
              strcmp(store, "S01") == 0);
    ck_assert(place_within("800m", &metres, &store) && metres == 800);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(!place_within(wrong[i], &metres, &store), "%s", wrong[i]);
}
END_TEST

Suite *
facts_suite(void)
{
    Suite *suite = suite_create("facts");
    TCase *all = clinic_case("facts", setup, teardown);
    tcase_add_test(all, test_facts_merger);
    tcase_add_test(all, test_facts_merger_order);
    tcase_add_test(all, test_facts_spool);
    tcase_add_test(all, test_facts_of_nobody);
    tcase_add_test(all, test_facts_visits);
    tcase_add_test(all, test_facts_cycle);
    tcase_add_test(all, test_facts_payments);
    tcase_add_test(all, test_facts_referrals);
    tcase_add_test(all, test_facts_fit);
    tcase_add_test(all, test_facts_segment);
    tcase_add_test(all, test_facts_drift);
    tcase_add_test(all, test_facts_tier);
    tcase_add_test(all, test_facts_tags);
    tcase_add_test(all, test_facts_contact);
    tcase_add_test(all, test_facts_voucher);
    tcase_add_test(all, test_facts_place);
    tcase_add_test(all, test_facts_box);
    tcase_add_test(all, test_facts_within);
    suite_add_tcase(suite, all);
    return suite;
}
