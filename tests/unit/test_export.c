#include "clinic.h"

Suite *export_suite(void);

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

/* ---- there and back ---- */

/* Files of every kind, in an order in which they can be imported, with every column filled once and
 * left empty once, and texts that each format has its trouble with. */
static const struct {
    const char *kind, *text;
} files[] = {
    {"stores", "code,name,zone,level,departments,licence_no,licence_to,address,latitude,longitude,"
               "hours,phone,"
               "opened_on,closed_on\n"
               "S01,\"徐汇,店\",Asia/Shanghai,门诊部,美容外科、皮肤科,PDY123,2030-01-31,\"1 号\n2 "
               "楼\",31.230416,"
               "121.473701,Mo-Su 10:00-20:00,021-68888888,2020-01-01,2029-12-31\n"
               "S02,\"\"\"b\"\"\",America/New_York,,,,,,,,,,,\n"},
    {"staff",
     "code,name,role,store,title,phone,hired_on,left_on\n"
     "D1,李 医生,doctor,S01,主任,13800138000,2020-01-01,2025-12-31\nN1, \"孙\",nurse,,,,,\n"
     "A1,\\backslash\\n,consultant,S02,,,,\n"},
    {"licences", "staff,kind,number,scope,store,valid_from,valid_to\n"
                 "D1,physician,L1,皮肤科,S01,2020-01-01,2030-01-01\nD1,device,L1,,,,\n"},
    {"channels", "code,name,category\ndy,抖音,paid\nxhs,'=小红书,own\n"},
    {"spend", "store,channel,day,purpose,amount_fen,note\nS01,dy,2025-06-01,投放,12345,\"a\tb\"\n"
              "S02,xhs,2025-06-01,,0,\nS01,dy,2025-06-02,p,5,\n*,dy,2025-06-02,p,7,\n"},
    {"projects", "code,name,department,kind,cycle_days,minutes,grade,licence,device_kind,contract,"
                 "consent,ladder,horizon_days,active\n"
                 "P1,玻尿酸,皮肤科,injection,180,30,2,chief-physician,激光,0,F1,default,90,1\n"
                 "P2,光子,,,,,,,,,,,,0\n"},
    {"prices", "project,store,channel,valid_from,valid_to,amount_fen,floor_fen\n"
               "P1,S01,dy,2025-01-01,2025-12-31,128000,100000\nP1,,,2025-01-01,,99900,\n"},
    {"clients",
     "code,name,phone,id_number,gender,birthday,store,channel,owner,nurse,created_on,class,address,"
     "latitude,longitude,language,allergy,history,note,preference,email,wechat\n"
     "C1,张三,13800138000,11010519491231002X,female,1949-12-31,S01,dy,A1,N1,2025-06-01,client,"
     "\"x, y\",-0.5004,121.0005,zh,无,\"\",\"=1+1\",不要香味,a@example.com,wx_1\n"
     "C2,,,,,,S02,,,,2025-06-01,test,,,,,,,\"  blanks  \",,,\n"
     "C3,\"\r\n\",+1 212 555 0100,E1234567,male,,S02,xhs,,,2025-06-01,staff,😀,,,,,,\"🇨🇳 "
     "a\u0301\",,,\n"},
    {"leads",
     "code,name,phone,store,channel,project,owner,created_at,stage,next_step,next_on,lost_reason,"
     "client,note\n"
     "L1,赵,13900139000,S01,dy,P1,A1,2025-06-01T10:00:00+08:00,lost,call,2025-06-02,价格,C1,晚上\n"
     "L2,,,S02,,,,2025-06-01 10:00,,,,,,\n"},
    {"appointments",
     "store,code,client,project,doctor,nurse,room,device,starts_at,ends_at,status,note\n"
     "S01,B1,C1,P1,D1,N1,R1,X1,2025-06-01 10:00,2025-06-01 11:00,checked-in,n\n"
     "S02,B1,C2,,,,,,2025-11-02 01:30,2025-11-02 01:30,,\n"},
    {"visits",
     "store,code,client,arrived_at,seen_at,left_at,purpose,status,channel,consultant,doctor,note\n"
     "S02,V1,C2,2025-11-02T01:30:00-05:00,,,,,,,,\n"
     "S01,V1,C1,2025-06-01 10:00:59,2025-06-01 10:05,2025-06-01 12:00,consult,arrived,xhs,A1,D1,n\n"
     "S02,V2,C2,2025-11-02T01:30:00-04:00,,,,,,,,\n"},
    {"consultations",
     "store,code,client,visit,consultant,doctor,project,started_at,ended_at,need,expectation,"
     "concern,budget_fen,outcome,note\n"
     "S01,K1,C1,V1,A1,D1,P2,2025-06-01 10:10,2025-06-01 10:40,\"瘦, 小\",自然,怕疼,500000,deal,n\n"
     "S02,K1,C2,,,,,2025-06-01 10:10,,,,贵,,,\nS02,K2,C2,,,,,2025-06-01 10:10,,,,,,,\n"},
    {"payments",
     "store,code,order,client,visit,consultant,project,kind,class,method,quantity,amount_fen,"
     "paid_at,note\n"
     "S01,Y1,O1,C1,V1,A1,P1,deposit,sale,微信,2,50000,2025-06-01 11:00,n\n"
     "S01,Y2,O1,C1,,,,refund,gift,,,-1,2025-06-01 11:01,\n"
     "S02,Y1,O1,C2,,,,,,,,0,2025-06-01 11:01,\n"},
    {"treatments",
     "store,code,client,visit,project,doctor,nurse,room,device,started_at,ended_at,status,quantity,"
     "recognised_fen,note\n"
     "S01,T1,C1,V1,P1,D1,N1,R1,X1,2025-06-01 11:00,2025-06-01 11:30,stopped,3,128000,n\n"
     "S02,T1,C2,,P2,,,,,2025-06-01 11:00,,,,,\n"},
    {"items",
     "code,name,kind,registration_no,unit,pack_unit,pack_size,storage,open_hours,controlled\n"
     "I1,肉毒素,drug,国药准字 S1,U,支,100,cold,24,1\nI2,棉签,consumable,,支,,,,,\n"},
    {"suppliers", "code,name,contact,phone,licence_no,licence_to\n"
                  "U1,华东医药,钱,0571-88888888,X1,2030-01-01\nU2,b,,,,\n"},
    {"lots", "store,item,code,supplier,made_on,expires_on,received_on,quantity,cost_fen,place\n"
             "S01,I1,L1,U1,2025-01-01,2027-01-01,2025-02-01,1000,1234567,冰箱 1\n"
             "S02,I1,L1,,,2027-01-01,2025-02-01,1,0,\n"},
};
enum { FILES = sizeof files / sizeof *files };

static char *
export_as(struct clinic *from, const char *kind_name, enum out_format format)
{
    char *text;
    size_t length;
    int64_t rows;
    const struct kind *kind = kind_load(&from->arena, &from->packs, kind_name, &err);
    const struct out_options options = {.format = format, .header = true};
    FILE *stream = open_memstream(&text, &length);
    const struct export_spec spec = {
        .kind = kind, .packs = &from->packs, .vault = from->vault, .reveal = true};
    struct out *out = out_new(stream, &options, export_columns(&from->arena, kind), kind->count);
    OK(export_rows(from->db, &from->arena, &spec, out, &rows, &err));
    OK(out_end(out, &err));
    out_free(out);
    fclose(stream);
    ck_assert_int_ge(rows, 2);
    return text;
}

static void
empty(struct clinic *to)
{
    static const char *const tables[] = {
        "lot",  "supplier", "item",  "treatment", "payment", "consultation", "visit", "appointment",
        "lead", "client",   "price", "project",   "spend",   "licence",      "staff"};
    OK(db_script(to->db, "PRAGMA foreign_keys = ON", &err));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        OK(db_script(to->db, arena_printf(&to->arena, "DELETE FROM %s", tables[i]), &err));
    OK(db_script(to->db,
                 "DELETE FROM channel WHERE id > 0; DELETE FROM counter; DELETE FROM store WHERE "
                 "id > 0",
                 &err));
}

static void
import_ok(struct clinic *to, const char *kind, const char *name, const char *text)
{
    ck_assert_msg(clinic_import(to, kind, name, text, NULL, &count, &err) == 0, "%s: %s\n%s", kind,
                  err.text, to->told.text);
}

static const struct {
    enum out_format format;
    const char *name;
} forms[] = {{OUT_CSV, "x.csv"}, {OUT_TSV, "x.tsv"}, {OUT_JSONL, "x.jsonl"}};

/* export, import into an empty database, export: the same bytes, for every kind and format; and the
 * export imported where it came from changes nothing. */
START_TEST(test_export_round)
{
    char *texts[FILES];
    empty(&clinic);
    for (int i = 0; i < FILES; i++)
        import_ok(&clinic, files[i].kind, "in.csv", files[i].text);
    for (int i = 0; i < FILES; i++) {
        texts[i] = export_as(&clinic, files[i].kind, forms[_i].format);
        import_ok(&clinic, files[i].kind, forms[_i].name, texts[i]);
        ck_assert_msg(count.unchanged == count.read, "%s: %lld changed", files[i].kind,
                      (long long)(count.updated + count.inserted));
    }
    empty(&clinic);
    for (int i = 0; i < FILES; i++)
        import_ok(&clinic, files[i].kind, forms[_i].name, texts[i]);
    for (int i = 0; i < FILES; i++) {
        char *again = export_as(&clinic, files[i].kind, forms[_i].format);
        ck_assert_str_eq(again, texts[i]);
        free(again);
        free(texts[i]);
    }
}
END_TEST

/* ---- what is given ---- */

START_TEST(test_export_masked)
{
    char *staff = strdup(clinic_export(&clinic, "staff", true)); /* nothing of it is masked */
    ck_assert_str_eq(staff, clinic_export(&clinic, "staff", false));
    free(staff);
    import_ok(&clinic, "clients", "c.csv",
              "code,name,phone,id_number,store,created_on,address,latitude,allergy\n"
              "C9,张三,13800138000,11010519491231002X,S01,2025-06-01,x,31.5,y\n");
    const char *text = strstr(clinic_export(&clinic, "clients", true), "\nC9");
    ck_assert_str_eq(text, "\nC9,张**,+86138****8000,110***********2X,,,S01,unknown,,,2025-06-01,"
                           "client,***,31.500000,,,***,,,,,\n");
}
END_TEST

/* A masked export is not taken back, for any row that has something masked in it. */
START_TEST(test_export_masked_refused)
{
    char *text = strdup(clinic_export(&clinic, "clients", true));
    FAILS(clinic_import(&clinic, "clients", "c.csv", text, NULL, &count, &err), ERR_DATA,
          "5 of 5 records refused");
    free(text);
}
END_TEST

static int64_t
rows_of(const struct export_spec *spec)
{
    char *text;
    size_t length;
    int64_t rows = -1;
    const struct out_options options = {.format = OUT_TSV, .header = true};
    FILE *stream = open_memstream(&text, &length);
    struct out *out =
        out_new(stream, &options, export_columns(&clinic.arena, spec->kind), spec->kind->count);
    OK(export_rows(clinic.db, &clinic.arena, spec, out, &rows, &err));
    out_free(out);
    fclose(stream);
    free(text);
    return rows;
}

START_TEST(test_export_filter)
{
    static const int64_t one = 1, two = 2;
    static const char *const codes[] = {"V1", "nothing", "'; DROP TABLE visit; --"};
    import_ok(&clinic, "visits", "v.csv",
              "store,code,client,arrived_at\nS01,V1,C1,2025-06-01\nS01,V2,C1,2025-06-01\n"
              "S02,V1,C3,2025-06-01\n");
    struct export_spec spec = {.packs = &clinic.packs};
    spec.kind = kind_load(&clinic.arena, &clinic.packs, "visits", &err);
    ck_assert_int_eq(rows_of(&spec), 3);
    spec.store_id = &one;
    ck_assert_int_eq(rows_of(&spec), 2);
    spec.codes = codes;
    spec.code_count = 3;
    ck_assert_int_eq(rows_of(&spec), 1);
    spec.store_id = &two;
    ck_assert_int_eq(rows_of(&spec), 1);
    spec.store_id = NULL;
    ck_assert_int_eq(rows_of(&spec), 2);
    spec.kind = kind_load(&clinic.arena, &clinic.packs, "clients", &err);
    spec.store_id = &two;
    spec.code_count = 0;
    ck_assert_int_eq(rows_of(&spec), 1);
    spec.kind = kind_load(&clinic.arena, &clinic.packs, "channels", &err);
    ck_assert_int_eq(rows_of(&spec), 2);
}
END_TEST

START_TEST(test_export_no_codes)
{
    static const char *const codes[] = {"x"};
    int64_t rows;
    struct export_spec spec = {.packs = &clinic.packs, .codes = codes, .code_count = 1};
    spec.kind = kind_load(&clinic.arena, &clinic.packs, "spend", &err);
    FAILS(export_rows(clinic.db, &clinic.arena, &spec, NULL, &rows, &err), ERR_USAGE,
          "spend have no code; leave the codes out");
}
END_TEST

START_TEST(test_export_many_codes)
{
    static const char *codes[9001];
    int64_t rows;
    struct export_spec spec = {.packs = &clinic.packs, .codes = codes, .code_count = 9001};
    for (int i = 0; i < spec.code_count; i++)
        codes[i] = "C1";
    spec.kind = kind_load(&clinic.arena, &clinic.packs, "clients", &err);
    FAILS(export_rows(clinic.db, &clinic.arena, &spec, NULL, &rows, &err), ERR_USAGE,
          "9001 codes: at most 9000");
    spec.code_count = 9000;
    ck_assert_int_eq(rows_of(&spec), 1);
}
END_TEST

/* What cannot be written ends the export, at once and with the reason. */
START_TEST(test_export_full)
{
    int64_t rows;
    const struct out_options options = {.format = OUT_TSV, .header = true};
    struct export_spec spec = {.packs = &clinic.packs};
    spec.kind = kind_load(&clinic.arena, &clinic.packs, "clients", &err);
    FILE *full = fopen("/dev/full", "w");
    setvbuf(full, NULL, _IONBF, 0);
    struct out *out =
        out_new(full, &options, export_columns(&clinic.arena, spec.kind), spec.kind->count);
    FAILS(export_rows(clinic.db, &clinic.arena, &spec, out, &rows, &err), ERR_IO, "");
    ck_assert_int_eq(rows, 0);
    out_free(out);
    fclose(full);
}
END_TEST

START_TEST(test_export_personal)
{
    static const char *const kinds[] = {"clients", "leads", "visits", "stores"};
    for (int i = 0; i < 4; i++)
        ck_assert_int_eq(kind_has_personal(kind_load(&clinic.arena, &clinic.packs, kinds[i], &err)),
                         i < 2);
}
END_TEST

Suite *
export_suite(void)
{
    Suite *suite = suite_create("export");
    TCase *all = clinic_case("export", setup, teardown);
    tcase_add_loop_test(all, test_export_round, 0, 3);
    tcase_add_test(all, test_export_masked);
    tcase_add_test(all, test_export_masked_refused);
    tcase_add_test(all, test_export_filter);
    tcase_add_test(all, test_export_no_codes);
    tcase_add_test(all, test_export_many_codes);
    tcase_add_test(all, test_export_full);
    tcase_add_test(all, test_export_personal);
    suite_add_tcase(suite, all);
    return suite;
}
