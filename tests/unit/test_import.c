#include "clinic.h"

Suite *import_suite(void);

static struct clinic clinic;
static struct import_count count;
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

#define VISITS "store,code,client,arrived_at"

static int
visits(const char *text, const struct clinic_way *way)
{
    return clinic_import(&clinic, "visits", "visits.csv", text, way, &count, &err);
}

static const struct clinic_way told = {.changes = true};

/* ---- what a row becomes ---- */

START_TEST(test_import_row)
{
    OK(visits("门店编码,到院编号,客户编号,到院时间,到院目的,渠道,咨询师,备注\n"
              "S01,V1,C1,2025-06-01 09:05,初诊,抖音,A1,\"多,行\n备注\"\n",
              NULL));
    COUNT(1, 1, 0, 0, 0);
    ASK("SELECT store_id || '/' || id || '/' || code || '/' || client_id || '/' || arrived_at FROM "
        "visit",
        "1/1/V1/1/1748739900");
    ASK("SELECT day FROM visit", "20240");
    ASK("SELECT purpose || '/' || status || '/' || channel_id || '/' || consultant_id FROM visit",
        "consult/finished/1/4");
    ASK("SELECT note FROM visit", "多,行\n备注");
    ASK("SELECT seen_at FROM visit", "NULL");
    ASK("SELECT next_id FROM counter WHERE store_id = 1 AND name = 'visit'", "2");
}
END_TEST

/* Ids are counted in each store by itself, and go on where they stopped. */
START_TEST(test_import_ids)
{
    OK(visits(VISITS "\nS01,V1,C1,2025-06-01\nS02,V1,C3,2025-06-01\nS01,V2,C1,2025-06-01\n", NULL));
    OK(visits(VISITS "\nS01,V3,C1,2025-06-01\nS02,V2,C3,2025-06-01\n", NULL));
    COUNT(2, 2, 0, 0, 0);
    ASK("SELECT group_concat(store_id || ':' || id || ':' || code) FROM "
        "(SELECT * FROM visit ORDER BY store_id, id)",
        "1:1:V1,1:2:V2,1:3:V3,2:1:V1,2:2:V2");
}
END_TEST

/* A reading without an offset is of the row's own store; one with an offset is that moment. The day is the
 * store's in either case. */
START_TEST(test_import_zones)
{
    OK(visits(VISITS "\nS01,V1,C1,2025-06-01 00:30\nS02,V1,C1,2025-06-01 00:30\n"
                     "S03,V1,C1,2025-06-01 00:30\nS03,V2,C1,2025-06-01T00:30:00+08:00\n"
                     "S03,V3,C1,2025-03-09 02:30\nS03,V4,C1,2025-11-02 01:30\n",
              NULL));
    ASK("SELECT group_concat(arrived_at) FROM (SELECT * FROM visit ORDER BY store_id, id)",
        "1748709000,1748716200,1748752200,1748709000,1741505400,1762061400");
    ASK("SELECT group_concat(day) FROM (SELECT * FROM visit ORDER BY store_id, id)",
        "20240,20240,20240,20239,20156,20394");
}
END_TEST

/* ---- the same record again ---- */

START_TEST(test_import_twice)
{
    const char *text = VISITS ",note\nS01,V1,C1,2025-06-01 09:00,a\nS01,V2,C2,2025-06-01 09:00,b\n";
    OK(visits(text, NULL));
    COUNT(2, 2, 0, 0, 0);
    int64_t changes = db_total_changes(clinic.db);
    OK(visits(text, NULL));
    COUNT(2, 0, 0, 2, 0);
    ck_assert_int_eq(db_total_changes(clinic.db), changes); /* nothing at all is written */
    OK(visits("到院时间,客户号,store,note,到院编号\n2025年6月1日9点,C1,S01,a,V1\n", NULL));
    COUNT(1, 0, 0, 1, 0);
}
END_TEST

/* Columns that a file lacks keep what they have; an empty cell empties its column. */
START_TEST(test_import_part)
{
    OK(visits(VISITS ",note,doctor,status\nS01,V1,C1,2025-06-01 09:00,a,D1,arrived\n", NULL));
    OK(visits(VISITS ",note\nS01,V1,C1,2025-06-01 09:30,\n", NULL));
    COUNT(1, 0, 1, 0, 0);
    ASK("SELECT arrived_at || '/' || doctor_id || '/' || status FROM visit",
        "1748741400/1/arrived");
    ASK("SELECT note FROM visit", "NULL");
}
END_TEST

/* The rules hold between what the file has and what it leaves as it is. */
START_TEST(test_import_part_rules)
{
    OK(visits(VISITS ",left_at\nS01,V1,C1,2025-06-01 09:00,2025-06-01 10:00\n", NULL));
    FAILS(visits(VISITS "\nS01,V1,C1,2025-06-01 11:00\n", NULL), ERR_DATA,
          "visits.csv:2: left_at: comes before arrived_at; correct one of them");
    OK(visits(VISITS "\nS01,V1,C1,2025-06-01 10:00\n", NULL));
    COUNT(1, 0, 1, 0, 0);
}
END_TEST

START_TEST(test_import_rules)
{
    FAILS(clinic_import(&clinic, "prices", "p.csv",
                        "project,valid_from,价格,最低价\nP1,2025-06-01,100,100.01\n", NULL, &count,
                        &err),
          ERR_DATA, "p.csv:2: 价格: is less than 最低价; correct one of them");
    FAILS(clinic_import(&clinic, "payments", "p.csv",
                        "store,code,order,client,金额,paid_at,kind\n"
                        "S01,Y1,O1,C1,5,2025-06-01,退款\n",
                        NULL, &count, &err),
          ERR_DATA, "金额: positive, but kind is refund; write what is given back as negative");
    FAILS(clinic_import(&clinic, "payments", "p.csv",
                        "store,code,order,client,金额,paid_at\nS01,Y1,O1,C1,-5,2025-06-01\n", NULL,
                        &count, &err),
          ERR_DATA, "金额: negative, but kind is payment; a refund is negative, nothing else");
}
END_TEST

/* A record moved to another day takes its day along. */
START_TEST(test_import_day_follows)
{
    OK(visits(VISITS "\nS01,V1,C1,2025-06-01 09:00\n", NULL));
    OK(visits(VISITS "\nS01,V1,C1,2025-06-02 09:00\n", NULL));
    ASK("SELECT day FROM visit", "20241");
}
END_TEST

START_TEST(test_import_changes_told)
{
    OK(visits(VISITS ",note\nS01,V1,C1,2025-06-01 09:00,a\n", &told));
    ck_assert_str_eq(clinic.told.text, "insert 2 S01 V1\n");
    OK(visits(VISITS ",note\nS01,V1,C2,2025-06-01 09:00,\n", &told));
    ck_assert_str_eq(clinic.told.text, "update 2 S01 V1 client: 1 -> 2\n"
                                       "update 2 S01 V1 note: a -> NULL\n");
    OK(visits(VISITS ",note\nS01,V1,C2,2025-06-01 09:00,\n", &told));
    ck_assert_str_eq(clinic.told.text, "");
}
END_TEST

/* What is personal is told masked. */
START_TEST(test_import_changes_masked)
{
    const char *first = "code,name,phone,store,created_on\nC9,张三丰,13800138000,S01,2025-06-01\n";
    const char *then = "code,name,phone,store,created_on\nC9,欧阳锋,13900139000,S01,2025-06-01\n";
    OK(clinic_import(&clinic, "clients", "c.csv", first, NULL, &count, &err));
    OK(clinic_import(&clinic, "clients", "c.csv", then, &told, &count, &err));
    ck_assert_str_eq(clinic.told.text, "update 2 C9 name: 张** -> 欧**\n"
                                       "update 2 C9 phone: +86138****8000 -> +86139****9000\n");
}
END_TEST

/* ---- one key twice in the files ---- */

/* The same content is the same record. The table is empty (fast) or not (careful). */
START_TEST(test_import_double_same)
{
    if (_i)
        OK(visits(VISITS "\nS01,V0,C1,2025-06-01\n", NULL));
    OK(visits(VISITS "\nS01,V1,C1,2025-06-01\nS01,V2,C1,2025-06-01\nS01,V1,C1,2025/6/1\n", NULL));
    COUNT(3, 2, 0, 1, 0);
}
END_TEST

START_TEST(test_import_double_other)
{
    if (_i)
        OK(visits(VISITS "\nS01,V0,C1,2025-06-01\n", NULL));
    FAILS(
        visits(VISITS "\nS01,V1,C1,2025-06-01\nS01,V2,C1,2025-06-01\nS01,V1,C2,2025-06-01\n", NULL),
        ERR_DATA, "visits.csv:4: S01 V1: the same key came before in this import, with other");
    ck_assert_int_eq(scratch_number(clinic.db, "SELECT count(*) FROM visit"), _i);
    ck_assert_str_eq(clinic.told.text, "");
}
END_TEST

/* A record on file that is given twice, first as it is and then otherwise, or the other way round. */
START_TEST(test_import_double_known)
{
    OK(visits(VISITS "\nS01,V1,C1,2025-06-01\n", NULL));
    FAILS(visits(VISITS "\nS01,V1,C1,2025-06-01\nS01,V1,C2,2025-06-01\n", NULL), ERR_DATA,
          "came before");
    FAILS(visits(VISITS "\nS01,V1,C2,2025-06-01\nS01,V1,C1,2025-06-01\n", NULL), ERR_DATA,
          "came before");
    ASK("SELECT client_id FROM visit", "1");
    OK(visits(VISITS "\nS01,V1,C2,2025-06-01\nS01,V1,C2,2025-06-01\n", NULL));
    COUNT(2, 0, 1, 1, 0);
}
END_TEST

/* New and known records in turns: each way of looking for a key gives way to the other. */
START_TEST(test_import_turns)
{
    struct str text = STR_INIT;
    str_adds(&text, VISITS "\n");
    for (int i = 0; i < 200; i += 2)
        str_addf(&text, "S01,V%d,C1,2025-06-01\n", i);
    OK(visits(text.text, NULL));
    str_cut(&text, strlen(VISITS "\n"));
    for (int i = 0; i < 200; i++)
        str_addf(&text, "S01,V%d,C1,2025-06-0%d\n", i, i % 6 ? 1 : 2);
    OK(visits(text.text, NULL));
    COUNT(200, 100, 34, 66, 0);
    OK(visits(text.text, NULL));
    COUNT(200, 0, 0, 200, 0);
    ASK("SELECT next_id FROM counter WHERE store_id = 1", "201");
    str_release(&text);
}
END_TEST

START_TEST(test_import_files_twice)
{
    const char *file = clinic_file(&clinic, "v.csv", VISITS "\nS01,V1,C1,2025-06-01\n");
    const char *other = clinic_file(&clinic, "w.csv",
                                    "code,store,client,arrived_at\n"
                                    "V1,S01,C1,2025-06-01\nV2,S01,C1,2025-06-01\n");
    const char *const files[] = {file, file, other};
    struct import_count counts[3];
    struct clinic_way way = {.files = files, .file_count = 3};
    OK(clinic_import_files(&clinic, "visits", &way, counts, &err));
    ck_assert_int_eq(counts[0].inserted, 1);
    ck_assert_int_eq(counts[1].unchanged, 1);
    ck_assert_int_eq(counts[2].unchanged, 1);
    ck_assert_int_eq(counts[2].inserted, 1);
}
END_TEST

/* ---- references ---- */

static const struct {
    const char *channel, *consultant, *words; /* words NULL: taken */
} references[] = {
    {"dy", "A1", NULL},
    {"抖音", "A2", NULL},
    {" dy ", "A1", NULL},
    {"unknown", "A1", NULL},
    {"DY", "A1", "渠道: DY: neither a code nor a name in channels; import it first"},
    {"tv", "A1", "渠道: tv: neither a code nor a name in channels; import it first"},
    {"dy", "王芳", "咨询师: 王芳: more than one of staff has this name; give the code"},
    {"dy", "nobody", "咨询师: nobody: neither a code nor a name in staff"},
};

START_TEST(test_import_references)
{
    char text[256];
    snprintf(text, sizeof text, VISITS ",渠道,咨询师\nS01,V1,C1,2025-06-01,\"%s\",%s\n",
             references[_i].channel, references[_i].consultant);
    if (references[_i].words)
        FAILS(visits(text, NULL), ERR_DATA, references[_i].words);
    else
        OK(visits(text, NULL));
}
END_TEST

/* A code of a store's kind means the row of the same store. */
START_TEST(test_import_reference_in_store)
{
    OK(visits(VISITS "\nS01,V1,C1,2025-06-01\nS02,V1,C3,2025-06-01\nS02,V2,C3,2025-06-01\n", NULL));
    OK(clinic_import(&clinic, "consultations", "k.csv",
                     "store,code,client,visit,started_at\nS02,K1,C3,V2,2025-06-01\n", NULL, &count,
                     &err));
    ASK("SELECT store_id || '/' || visit_id FROM consultation", "2/2");
    FAILS(clinic_import(&clinic, "consultations", "k.csv",
                        "store,code,client,visit,started_at\nS01,K1,C1,V2,2025-06-01\n", NULL,
                        &count, &err),
          ERR_DATA, "k.csv:2: visit: V2: no such code in visits");
}
END_TEST

/* One code in two stores in one file: what was looked up for one store is not taken for the other. */
START_TEST(test_import_reference_in_stores)
{
    OK(visits(VISITS "\nS01,V0,C1,2025-06-01\nS01,V1,C1,2025-06-01\nS02,V1,C1,2025-06-01\n", NULL));
    OK(clinic_import(&clinic, "consultations", "k.csv",
                     "store,code,client,visit,started_at\nS01,K1,C1,V1,2025-06-01\n"
                     "S02,K1,C1,V1,2025-06-01\nS01,K2,C1,V1,2025-06-01\nS02,K2,C1,V1,2025-06-01\n",
                     NULL, &count, &err));
    ASK("SELECT group_concat(store_id || '/' || visit_id) FROM consultation", "1/2,1/2,2/1,2/1");
}
END_TEST

/* Codes too long to be remembered, with the same beginning and with the same end. */
START_TEST(test_import_reference_long)
{
    OK(clinic_import(&clinic, "projects", "p.csv",
                     "code,name\nlong-code-number-000001,a\nlong-code-number-000002,b\n"
                     "gnol-code-number-000001,c\nabcdefghijklmnopqr,d\nabcdefghijklmnopqrs,e\n",
                     NULL, &count, &err));
    struct str text = STR_INIT;
    static const char *const codes[] = {"long-code-number-000001", "long-code-number-000002",
                                        "gnol-code-number-000001", "abcdefghijklmnopqr",
                                        "abcdefghijklmnopqrs"};
    str_adds(&text, "store,code,client,started_at,project\n");
    for (int i = 0; i < 20; i++)
        str_addf(&text, "S01,K%02d,C1,2025-06-01,%s\n", i, codes[i * 3 % 5]);
    OK(clinic_import(&clinic, "consultations", "k.csv", text.text, NULL, &count, &err));
    ASK("SELECT group_concat(project_id, '') FROM (SELECT * FROM consultation ORDER BY id)",
        "36475364753647536475");
    str_release(&text);
}
END_TEST

/* A name of a project may be longer than any code. */
START_TEST(test_import_reference_by_long_name)
{
    const char *name = "热玛吉第五代面部紧致提升九百发赠送眼周四百五十发及术后修复护理三次";
    char text[512];
    snprintf(text, sizeof text, "code,name\nP9,%s\n", name);
    OK(clinic_import(&clinic, "projects", "p.csv", text, NULL, &count, &err));
    snprintf(text, sizeof text, "store,code,client,started_at,project\nS01,K1,C1,2025-06-01,%s\n",
             name);
    OK(clinic_import(&clinic, "consultations", "k.csv", text, NULL, &count, &err));
    ASK("SELECT project_id FROM consultation", "3");
}
END_TEST

START_TEST(test_import_unknown_empty)
{
    const struct clinic_way way = {.map = "unknown: {channel: empty}"};
    OK(visits(VISITS ",渠道\nS01,V1,C1,2025-06-01,tv\nS01,V2,C1,2025-06-01,dy\n", &way));
    ASK("SELECT group_concat(coalesce(channel_id, 'NULL')) FROM visit", "NULL,1");
}
END_TEST

static const struct clinic_way create = {.map = "unknown: {channel: create}"};

START_TEST(test_import_unknown_create)
{
    OK(visits(VISITS ",渠道\nS01,V1,C1,2025-06-01,电视\nS01,V2,C1,2025-06-01,电视\n"
                     "S01,V3,C1,2025-06-01,报纸\n",
              &create));
    COUNT(3, 3, 0, 0, 0);
    ASK("SELECT group_concat(id || code || name || category) FROM channel WHERE id > 2",
        "3电视电视paid,4报纸报纸paid");
    ASK("SELECT group_concat(channel_id) FROM visit", "3,3,4");
}
END_TEST

/* The fast way is taken back when a key comes twice; what it had made must not be believed in. */
START_TEST(test_import_unknown_create_again)
{
    OK(visits(VISITS ",渠道\nS01,V1,C1,2025-06-01,电视\nS01,V2,C1,2025-06-01,电视\n"
                     "S01,V3,C1,2025-06-01,报纸\nS01,V4,C1,2025-06-01,报纸\n"
                     "S01,V1,C1,2025-06-01,电视\n",
              &create));
    COUNT(5, 4, 0, 1, 0);
    ASK("SELECT count(*) FROM channel WHERE id > 2", "2");
    ASK("SELECT group_concat(h.code) FROM visit AS v JOIN channel AS h ON h.id = v.channel_id",
        "电视,电视,报纸,报纸");
}
END_TEST

/* What was made for a record that is then refused goes with it, and is made again for the next. */
START_TEST(test_import_unknown_create_refused)
{
    const struct clinic_way way = {.map = create.map, .rejects = "bad.csv"};
    const char *text = "store,code,client,渠道,arrived_at\nS01,V1,C1,电视,2025-02-30\n"
                       "S01,V2,C1,报纸,2025-06-01\nS01,V3,C1,电视,2025-02-30\n";
    ck_assert_int_eq(visits(text, &way), 1);
    ASK("SELECT group_concat(code) FROM channel WHERE id > 2", "报纸");
    ck_assert_int_eq(visits("store,code,client,渠道,arrived_at\nS01,V1,C1,电视,2025-02-30\n"
                            "S01,V4,C1,电视,2025-06-01\nS01,V5,C1,电视,2025-06-01\n"
                            "S01,V5,C1,电台,2025-06-01\nS01,V6,C1,电视,2025-06-01\n",
                            &way),
                     1);
    ASK("SELECT group_concat(code) FROM channel WHERE id > 2", "报纸,电视");
    ASK("SELECT group_concat(h.code) FROM visit AS v JOIN channel AS h ON h.id = v.channel_id",
        "报纸,电视,电视,电视");
    ck_assert_int_eq(
        scratch_number(clinic.db, "SELECT next_id FROM counter WHERE name = 'channel'"), 5);
}
END_TEST

/* What needs more than a code cannot be made by one. */
START_TEST(test_import_unknown_create_impossible)
{
    const struct clinic_way way = {.map = "unknown: {client: create, doctor: create}"};
    FAILS(visits(VISITS "\nS01,V1,C99,2025-06-01\n", &way), ERR_DATA,
          "client: C99: cannot be made in clients by its code alone: created_on: missing");
    FAILS(visits(VISITS ",doctor\nS01,V1,C1,2025-06-01,周医生\n", &way), ERR_DATA,
          "doctor: 周医生: cannot be made in staff by its code alone: role: missing");
    ASK("SELECT count(*) FROM staff", "5");
}
END_TEST

/* ---- refusals ---- */

static const struct {
    const char *row, *words;
} refusals[] = {
    {",V1,C1,2025-06-01,,", "visits.csv:2: store: missing"},
    {"S09,V1,C1,2025-06-01,,", "visits.csv:2: store: S09: no such code in stores"},
    {"S01,,C1,2025-06-01,,", "visits.csv:2: code: missing"},
    {"S01,　,C1,2025-06-01,,", "visits.csv:2: code: missing"},
    {"S01,2.98E+13,C1,2025-06-01,,", "visits.csv:2: code: 2.98E+13: a spreadsheet destroyed"},
    {"S01,V1,2.98E+13,2025-06-01,,", "visits.csv:2: client: 2.98E+13: a spreadsheet destroyed"},
    {"S01,V1,C9,2025-06-01,,",
     "visits.csv:2: client: C9: no such code in clients; import it first"},
    {"S01,V1,C1,2025-02-29,,", "visits.csv:2: arrived_at: 2025-02-29: no such time; write it like"},
    {"S01,V1,C1,1989-12-31,,", "visits.csv:2: arrived_at: 1989-12-31: outside the years"},
    {"S01,V1,C1,2025-06-01 10:00,2025-06-01 09:00,",
     "visits.csv:2: left_at: comes before arrived_at; correct one of them"},
    {"S01,V1,C1,2025-06-01,,bad", "visits.csv:2: status: bad: not one of planned, arrived"},
    {"S01,V1,C1,2025-06-01,", "visits.csv:2: 5 fields where the header has 6"},
    {"S01,V1,C1,2025-06-01,,,", "visits.csv:2: 7 fields where the header has 6"},
    {"S01,V1,C1,\"2025-06-01,,", "visits.csv:2: a quote opens here and never closes"},
    {"S01,V1,C\"1,2025-06-01,,", "visits.csv:2: field 3: a stray quote"},
};

START_TEST(test_import_refuses)
{
    char text[256];
    snprintf(text, sizeof text, VISITS ",left_at,status\n%s\n", refusals[_i].row);
    FAILS(visits(text, NULL), ERR_DATA, refusals[_i].words);
    const char *words = clinic_words(&clinic, err.text);
    ck_assert_msg(str_starts(words, "visits.csv:2: "), "%s", words);
    ck_assert_ptr_null(strstr(words + 1, "visits.csv"));
    ck_assert_str_eq(clinic.told.text, "");
    ASK("SELECT count(*) FROM visit", "0");
}
END_TEST

/* Several refusals are told one by one and summed up; nothing is written. */
START_TEST(test_import_refuses_several)
{
    FAILS(visits(VISITS "\nS01,V1,C1,2025-06-01\nS01,V2,C9,2025-06-01\nS01,V3,\"C1,2025-06-01\n"
                        "S01,V4,C1\nS01,V5,C1,2025-06-01\n",
                 NULL),
          ERR_DATA, "visits: 3 of 5 records refused, so nothing was written");
    ck_assert_str_eq(clinic.told.text,
                     "visits.csv:3: client: C9: no such code in clients; import it first, or "
                     "correct it\n"
                     "visits.csv:4: a quote opens here and never closes; close it, or double it "
                     "(\"\") inside the field\n"
                     "visits.csv:5: 3 fields where the header has 4; look for a comma or a quote "
                     "too many or too few\n");
    ASK("SELECT count(*) FROM visit", "0");
}
END_TEST

static const struct {
    const char *header, *words;
} headers[] = {
    {"store,code,client", "visits.csv:1: no column arrived_at (到院时间), which every record"},
    {"code,client,arrived_at",
     "visits.csv:1: no column store (门店编码); add it, or give one with -s"},
    {"store,code,client,arived_at",
     "visits.csv:1: arived_at: no such column of visits; did you mean arrived_at?"},
    {"store,code,client,到院时刻",
     "visits.csv:1: 到院时刻: no such column of visits; did you mean 到院时间?"},
    {"store,code,client,arrived_at,血型",
     "visits.csv:1: 血型: no such column of visits; name it with --map, or pass it over"},
    {"store,code,client,arrived_at,code", "visits.csv:1: columns 2 and 5 are both named code"},
    {"store,code,client,arrived_at,到院编号",
     "visits.csv:1: code and 到院编号: both are column code"},
    {"store,code,client,arrived_at,", "visits.csv:1: column 5 has no name"},
};

START_TEST(test_import_headers)
{
    char text[256];
    snprintf(text, sizeof text, "%s\n", headers[_i].header);
    FAILS(visits(text, NULL), ERR_DATA, headers[_i].words);
}
END_TEST

/* The chain and the unknown channel are in every database, and are not a clinic's to rename. */
START_TEST(test_import_own_records)
{
    FAILS(clinic_import(&clinic, "stores", "s.csv", "code,name\n*,Other\n", NULL, &count, &err),
          ERR_DATA, "s.csv:2: *: belongs to the database itself; leave it out");
    FAILS(clinic_import(&clinic, "channels", "c.csv", "code,name,category\nunknown,未知,paid\n",
                        NULL, &count, &err),
          ERR_DATA, "c.csv:2: unknown: belongs to the database itself; leave it out");
    OK(clinic_import(&clinic, "channels", "c.csv", "code,name,category\nunknown,未知,unknown\n",
                     NULL, &count, &err));
    COUNT(1, 0, 0, 1, 0);
}
END_TEST

START_TEST(test_import_store_given)
{
    const struct clinic_way way = {.store = "S02"};
    OK(visits("code,client,arrived_at\nV1,C1,2025-06-01 00:30\n", &way));
    ASK("SELECT store_id || '/' || arrived_at FROM visit", "2/1748716200");
    OK(visits("store,code,client,arrived_at\nS01,V1,C1,2025-06-01\n,V2,C1,2025-06-01\n", &way));
    ASK("SELECT group_concat(store_id || code) FROM (SELECT * FROM visit ORDER BY 1, 2)",
        "1V1,2V1,2V2");
}
END_TEST

/* ---- rejects ---- */

static const struct clinic_way set_apart = {.rejects = "bad.csv"};

/* In an empty table (fast), with a double key at the end (fast, then again), and in a full one. */
START_TEST(test_import_rejects)
{
    if (_i == 2)
        OK(visits(VISITS "\nS01,V0,C1,2025-06-01\n", NULL));
    int result = visits(_i == 1 ? VISITS "\nS01,V1,C1,2025-06-01\nS01,V2,C9,2025-06-01\n"
                                         "S01,\"V,3\",C1\nS01,V4,C1,2025-06-01\n"
                                         "S01,V1,C1,2025-06-01\n"
                                : VISITS "\nS01,V1,C1,2025-06-01\nS01,V2,C9,2025-06-01\n"
                                         "S01,\"V,3\",C1\nS01,V4,C1,2025-06-01\n",
                        &set_apart);
    ck_assert_msg(result == 1, "%d %s", result, err.text);
    ck_assert_int_eq(count.read, count.inserted + count.unchanged + count.refused);
    ck_assert_int_eq(count.inserted, 2);
    ck_assert_int_eq(count.refused, 2);
    ck_assert_str_eq(clinic_words(&clinic, clinic_read(&clinic, "bad.csv")),
                     "reject_file,reject_line,reject_column,reject_reason,reject_raw," VISITS "\n"
                     "visits.csv,3,client,\"C9: no such code in clients; import it first, or "
                     "correct it\",,S01,V2,C9,2025-06-01\n"
                     "visits.csv,4,,3 fields where the header has 4; look for a comma or a quote "
                     "too many or too few,\"S01,\"\"V,3\"\",C1\",,,,\n");
    ck_assert_int_eq(scratch_count(&clinic.scratch),
                     access(scratch_file(&clinic.scratch, "medi.db-wal"), F_OK) ? 4 : 6);
}
END_TEST

/* Mended, the rejects file is imported as it is. */
START_TEST(test_import_rejects_again)
{
    ck_assert_int_eq(visits(VISITS "\nS01,V1,C1,2025-06-01\nS01,V2,C9,2025-06-01\n", &set_apart),
                     1);
    FAILS(clinic_import(&clinic, "visits", "bad.csv", clinic_read(&clinic, "bad.csv"), NULL, &count,
                        &err),
          ERR_DATA, "bad.csv:2: client: C9");
    OK(clinic_import(&clinic, "visits", "mended.csv",
                     "reject_file,reject_line,reject_column,reject_reason,reject_raw," VISITS "\n"
                     "visits.csv,3,client,no such code,,S01,V2,C2,2025-06-01\n",
                     NULL, &count, &err));
    COUNT(1, 1, 0, 0, 0);
}
END_TEST

static const struct clinic_way set_apart_lines = {.rejects = "bad.jsonl"};

START_TEST(test_import_rejects_jsonl)
{
    const char *text =
        "{\"store\":\"S01\",\"code\":\"V1\",\"client\":\"C1\",\"arrived_at\":\"2025-06-01\"}\n"
        "{\"store\":\"S01\",\"code\":\"V2\",\"client\":\"C9\",\"arrived_at\":\"2025-06-01\"}\n"
        "[7]\n"
        "{\"note\":\"n\",\"code\":\"V3\",\"store\":\"S01\",\"client\":\"C1\"}\n";
    FAILS(clinic_import(&clinic, "visits", "v.jsonl", text, &set_apart, &count, &err), ERR_USAGE,
          "name the file like rejects.jsonl");
    ASK("SELECT count(*) FROM visit", "0");
    ck_assert_int_eq(
        clinic_import(&clinic, "visits", "v.jsonl", text, &set_apart_lines, &count, &err), 1);
    COUNT(4, 1, 0, 0, 3);
    ck_assert_str_eq(
        clinic_words(&clinic, clinic_read(&clinic, "bad.jsonl")),
        "{\"reject_file\":\"v.jsonl\",\"reject_line\":\"2\",\"reject_column\":\"client\","
        "\"reject_reason\":\"C9: no such code in clients; import it first, or correct it\","
        "\"reject_raw\":null,\"store\":\"S01\",\"code\":\"V2\",\"client\":\"C9\",\"arrived_at\":"
        "\"2025-06-01\"}\n"
        "{\"reject_file\":\"v.jsonl\",\"reject_line\":\"3\",\"reject_column\":null,"
        "\"reject_reason\":\"a JSON array; write one object a line "
        "instead\",\"reject_raw\":\"[7]\","
        "\"store\":null,\"code\":null,\"client\":null,\"arrived_at\":null}\n"
        "{\"reject_file\":\"v.jsonl\",\"reject_line\":\"4\",\"reject_column\":\"arrived_at\","
        "\"reject_reason\":\"missing\",\"reject_raw\":null,\"store\":\"S01\",\"code\":\"V3\","
        "\"client\":\"C1\",\"arrived_at\":\"\",\"note\":\"n\"}\n");
}
END_TEST

/* Files under one header share a rejects file; another header would make it unreadable. */
START_TEST(test_import_rejects_headers)
{
    const char *const files[] = {
        clinic_file(&clinic, "a.csv", VISITS "\nS01,V1,C9,2025-06-01\n"),
        clinic_file(&clinic, "b.csv", VISITS "\nS01,V2,C9,2025-06-01\n"),
        clinic_file(&clinic, "c.csv", "code,store,client,arrived_at\nV3,S01,C9,2025-06-01\n"),
    };
    struct import_count counts[3];
    struct clinic_way way = {.files = files, .file_count = 2, .rejects = "bad.csv"};
    ck_assert_int_eq(clinic_import_files(&clinic, "visits", &way, counts, &err), 1);
    ck_assert_int_eq(counts[0].refused + counts[1].refused, 2);
    way.file_count = 3;
    way.rejects = "worse.csv";
    FAILS(clinic_import_files(&clinic, "visits", &way, counts, &err), ERR_USAGE,
          "c.csv has another header than the files before it; import it by itself");
    ck_assert_str_eq(clinic_read(&clinic, "worse.csv"), "(none)");
}
END_TEST

/* No rejects file appears when the import fails as a whole, and none replaces what is no file. */
START_TEST(test_import_rejects_path)
{
    struct clinic_way way = {.rejects = "folder"};
    FAILS(visits(VISITS ",x\nS01,V1,C9,2025-06-01,\n", &set_apart), ERR_DATA, "x: no such column");
    ck_assert_str_eq(clinic_read(&clinic, "bad.csv"), "(none)");
    mkdir(scratch_file(&clinic.scratch, "folder"), 0700);
    FAILS(visits(VISITS "\nS01,V1,C9,2025-06-01\n", &way), ERR_USAGE, "is no plain file");
    way.rejects = "none/bad.csv";
    FAILS(visits(VISITS "\nS01,V1,C9,2025-06-01\n", &way), ERR_IO, "none/bad.csv: ");
    rmdir(scratch_file(&clinic.scratch, "folder"));
}
END_TEST

/* ---- JSON Lines ---- */

START_TEST(test_import_jsonl)
{
    OK(clinic_import(&clinic, "payments", "p.jsonl",
                     "{\"store\":\"S01\",\"code\":\"Y1\",\"order\":\"O1\",\"client\":\"C1\","
                     "\"amount_fen\":128000,\"paid_at\":\"2025-06-01T10:00:00+08:00\"}\n"
                     "{\"store\":\"S01\",\"code\":\"Y2\",\"order\":\"O1\",\"client\":\"C1\","
                     "\"note\":\"x\",\"amount_fen\":5,\"paid_at\":\"2025-06-01\",\"kind\":null}\n",
                     NULL, &count, &err));
    ASK("SELECT group_concat(amount_fen || kind || coalesce(note, '-')) FROM payment",
        "128000payment-,5paymentx");
}
END_TEST

/* A key that an object lacks says nothing, whatever stood in the objects before it; null empties. */
START_TEST(test_import_jsonl_part)
{
    const char *first = "{\"store\":\"S01\",\"code\":\"V1\",\"client\":\"C1\","
                        "\"arrived_at\":\"2025-06-01\",\"note\":\"n\",\"status\":\"arrived\"}\n";
    OK(clinic_import(&clinic, "visits", "v.jsonl", first, NULL, &count, &err));
    OK(clinic_import(&clinic, "visits", "v.jsonl",
                     "{\"store\":\"S01\",\"code\":\"V2\",\"client\":\"C1\","
                     "\"arrived_at\":\"2025-06-01\",\"note\":\"m\",\"status\":\"planned\"}\n"
                     "{\"store\":\"S01\",\"code\":\"V1\",\"client\":\"C1\","
                     "\"arrived_at\":\"2025-06-02\"}\n",
                     NULL, &count, &err));
    COUNT(2, 1, 1, 0, 0);
    ASK("SELECT day || note || status FROM visit WHERE code = 'V1'", "20241narrived");
    OK(clinic_import(&clinic, "visits", "v.jsonl",
                     "{\"store\":\"S01\",\"code\":\"V1\",\"client\":\"C1\","
                     "\"arrived_at\":\"2025-06-02\",\"note\":null}\n",
                     NULL, &count, &err));
    ASK("SELECT coalesce(note, '-') || status FROM visit WHERE code = 'V1'", "-arrived");
}
END_TEST

START_TEST(test_import_jsonl_key)
{
    FAILS(clinic_import(&clinic, "channels", "c.jsonl",
                        "{\"code\":\"a\",\"name\":\"b\"}\n{\"code\":\"c\",\"name\":\"d\","
                        "\"colour\":\"e\"}\n",
                        NULL, &count, &err),
          ERR_DATA, "c.jsonl:2: colour: no such column of channels");
}
END_TEST

/* ---- the two ways in agree ---- */

/* The same records into an empty table at once, and one file after the other. */
START_TEST(test_import_ways_agree)
{
    struct str all = STR_INIT, one = STR_INIT;
    str_adds(&all, VISITS ",渠道,note\n");
    for (int i = 0; i < 300; i++)
        str_addf(&all, "S0%d,V%d,C%d,2025-06-%02d %02d:%02d,%s,%s\n", i % 3 + 1, i, i % 3 + 1,
                 i % 28 + 1, i % 24, i % 60, i % 2 ? "抖音" : "", i % 7 ? "" : "\"x,y\"");
    OK(visits(all.text, NULL));
    char *fast = strdup(clinic_export(&clinic, "visits", false));
    OK(db_script(clinic.db, "DELETE FROM visit; DELETE FROM counter WHERE name = 'visit'", &err));
    const char *line = strchr(all.text, '\n') + 1, *end;
    for (; *line; line = end + 1) {
        end = strchr(line, '\n');
        str_clear(&one);
        str_adds(&one, VISITS ",渠道,note\n");
        str_add(&one, line, (size_t)(end - line) + 1);
        OK(visits(one.text, NULL));
    }
    ck_assert_str_eq(clinic_export(&clinic, "visits", false), fast);
    free(fast);
    str_release(&all);
    str_release(&one);
}
END_TEST

Suite *
import_suite(void)
{
    Suite *suite = suite_create("import");
    TCase *all = clinic_case("import", setup, teardown);
    tcase_add_test(all, test_import_row);
    tcase_add_test(all, test_import_ids);
    tcase_add_test(all, test_import_zones);
    tcase_add_test(all, test_import_twice);
    tcase_add_test(all, test_import_part);
    tcase_add_test(all, test_import_part_rules);
    tcase_add_test(all, test_import_rules);
    tcase_add_test(all, test_import_day_follows);
    tcase_add_test(all, test_import_changes_told);
    tcase_add_test(all, test_import_changes_masked);
    tcase_add_loop_test(all, test_import_double_same, 0, 2);
    tcase_add_loop_test(all, test_import_double_other, 0, 2);
    tcase_add_test(all, test_import_double_known);
    tcase_add_test(all, test_import_turns);
    tcase_add_test(all, test_import_files_twice);
    tcase_add_loop_test(all, test_import_references, 0, sizeof references / sizeof *references);
    tcase_add_test(all, test_import_reference_in_store);
    tcase_add_test(all, test_import_reference_in_stores);
    tcase_add_test(all, test_import_reference_long);
    tcase_add_test(all, test_import_reference_by_long_name);
    tcase_add_test(all, test_import_unknown_empty);
    tcase_add_test(all, test_import_unknown_create);
    tcase_add_test(all, test_import_unknown_create_again);
    tcase_add_test(all, test_import_unknown_create_refused);
    tcase_add_test(all, test_import_unknown_create_impossible);
    tcase_add_loop_test(all, test_import_refuses, 0, sizeof refusals / sizeof *refusals);
    tcase_add_test(all, test_import_refuses_several);
    tcase_add_loop_test(all, test_import_headers, 0, sizeof headers / sizeof *headers);
    tcase_add_test(all, test_import_own_records);
    tcase_add_test(all, test_import_store_given);
    tcase_add_loop_test(all, test_import_rejects, 0, 3);
    tcase_add_test(all, test_import_rejects_again);
    tcase_add_test(all, test_import_rejects_jsonl);
    tcase_add_test(all, test_import_rejects_headers);
    tcase_add_test(all, test_import_rejects_path);
    tcase_add_test(all, test_import_jsonl);
    tcase_add_test(all, test_import_jsonl_part);
    tcase_add_test(all, test_import_jsonl_key);
    tcase_add_test(all, test_import_ways_agree);
    suite_add_tcase(suite, all);
    return suite;
}
