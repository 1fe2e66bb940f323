#include "clinic.h"

#include "record/table.h"
#include "record/row.h"
#include "record/value.h"
#include "text/zonefile.h"

Suite *kind_suite(void);

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
    unlink(scratch_file(&clinic.scratch, "kinds/probe.yaml"));
    rmdir(scratch_file(&clinic.scratch, "kinds"));
    clinic_close(&clinic);
}

/* ---- the shipped packs ---- */

/* How many there are, for the tests that look at each. */
static int
shipped_count(void)
{
    const struct packs shipped_packs = {NULL, "share/medi"};
    struct pack_names names = {0};
    struct arena arena;
    arena_init(&arena);
    int listed = pack_list(&shipped_packs, &arena, "kinds", &names, &err), found = names.count;
    arena_release(&arena);
    return listed < 0 ? 0 : found;
}

static const struct kind *
shipped(int number)
{
    struct pack_names names;
    OK(pack_list(&clinic.packs, &clinic.arena, "kinds", &names, &err));
    const struct kind *kind = kind_load(&clinic.arena, &clinic.packs, names.names[number], &err);
    ck_assert_msg(kind, "%s", err.text);
    ck_assert_str_eq(kind->name, names.names[number]);
    return kind;
}

static void
find_itself(const struct kind *kind, int column, const char *header)
{
    int found = kind_match(kind, header);
    ck_assert_msg(found == column, "%s: %s is of %s, but found as %s", kind->name, header,
                  kind->columns[column].name, found < 0 ? "none" : kind->columns[found].name);
}

/* Every name by which a header may be called leads to its own column, and to no other. */
START_TEST(test_kind_headers)
{
    const struct kind *kind = shipped(_i);
    for (int i = 0; i < kind->count; i++) {
        const struct kind_column *column = &kind->columns[i];
        ck_assert_msg(column->zh, "%s: %s has no Chinese name", kind->name, column->name);
        find_itself(kind, i, column->name);
        find_itself(kind, i, column->zh);
        for (int a = 0; a < column->alias_count; a++)
            find_itself(kind, i, column->aliases[a]);
    }
}
END_TEST

/* Every word of a choice leads to one stored word, and the database takes it. */
START_TEST(test_kind_words)
{
    const struct kind *kind = shipped(_i);
    for (int i = 0; i < kind->count; i++) {
        const struct kind_column *column = &kind->columns[i];
        for (int w = 0; w < column->word_count; w++) {
            const char *text = column->words[w].text;
            ck_assert_str_eq(kind_word(column, text, strlen(text)), column->words[w].word);
        }
        if (column->word_count && column->fallback)
            ck_assert_ptr_nonnull(kind_word(column, column->fallback, strlen(column->fallback)));
    }
}
END_TEST

/* The words of a choice are the words that the table's CHECK lists, no more and no fewer. */
START_TEST(test_kind_words_in_table)
{
    const struct kind *kind = shipped(_i);
    char *sql = arena_printf(&clinic.arena,
                             "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '%s'",
                             kind->table);
    const char *text = clinic_ask(&clinic, sql);
    for (int i = 0; i < kind->count; i++) {
        const struct kind_column *column = &kind->columns[i];
        const char *check = strstr(text, arena_printf(&clinic.arena, "CHECK (%s = ", column->into));
        ck_assert_msg((check != NULL) == (column->word_count > 0), "%s: %s", kind->name,
                      column->name);
        if (!check)
            continue;
        int quotes = 0, words = 0;
        for (const char *at = check; *at != ')'; at++)
            quotes += *at == '\'';
        for (int w = 0; w < column->word_count; w++) {
            if (column->words[w].text != column->words[w].word)
                continue;
            words++;
            const char *quoted =
                arena_printf(&clinic.arena, "%s = '%s'", column->into, column->words[w].word);
            const char *found = strstr(check, quoted);
            ck_assert_msg(found && found < strchr(check, ')'), "%s: %s: %s", kind->name,
                          column->name, quoted);
        }
        ck_assert_int_eq(2 * words, quotes);
    }
}
END_TEST

/* The table has the columns; what it will not have empty, a record must have or has by default. */
START_TEST(test_kind_table)
{
    const struct kind *kind = shipped(_i);
    struct row_maker *maker = NULL;
    struct table *table = NULL;
    OK(row_maker_open(&maker, clinic.db, &clinic.arena, &clinic.packs, kind, NULL, &err));
    OK(table_open(&table, clinic.db, &clinic.arena, maker, clinic.vault, &err));
    for (int i = 0; i < row_spec(maker)->count; i++) {
        const struct kind_column *column = row_column(maker, i);
        const char *sql = arena_printf(
            &clinic.arena, "SELECT \"notnull\" FROM pragma_table_info('%s') WHERE name = '%s'",
            kind->table, row_spec(maker)->columns[i]);
        if (strcmp(clinic_ask(&clinic, sql), "1") == 0)
            ck_assert_msg(column->required || column->fallback, "%s: %s may be empty", kind->name,
                          column->name);
        else
            ck_assert_msg(!column->required, "%s: %s need not be there", kind->name, column->name);
    }
    table_close(table);
    row_maker_close(maker);
}
END_TEST

/* What of a key may be empty, and is a value of its own then: COALESCE stands in its index. */
static bool
may_be_empty(const struct kind *kind, const struct kind_column *column)
{
    const char *name = arena_printf(&clinic.arena, " %s.%s ", kind->name, column->name);
    return strstr(" prices.channel heads.skill heads.staff ", name) != NULL;
}

/* The natural key is unique in the table, by an index that has these columns. */
START_TEST(test_kind_key)
{
    const struct kind *kind = shipped(_i);
    for (int i = 0; i < kind->key_count; i++) {
        const struct kind_column *column = &kind->columns[kind->key[i]];
        ck_assert_msg(column->required || column->fallback || may_be_empty(kind, column), "%s: %s",
                      kind->name, column->name);
    }
    const char *columns = "";
    for (int i = 0; i < kind->key_count; i++)
        columns = arena_printf(&clinic.arena, "%s%s'%s'", columns, i ? ", " : "",
                               kind->columns[kind->key[i]].into);
    const char *sql =
        arena_printf(&clinic.arena,
                     "SELECT count(*) FROM pragma_index_list('%s') AS l WHERE l.\"unique\" = 1 AND "
                     "l.origin = 'c' AND (SELECT count(*) FROM pragma_index_info(l.name)) = %d AND "
                     "(SELECT count(*) FROM pragma_index_info(l.name) AS c WHERE c.name IS NULL OR "
                     "c.name IN (%s)) = %d",
                     kind->table, kind->key_count, columns, kind->key_count);
    ck_assert_str_eq(clinic_ask(&clinic, sql), "1");
}
END_TEST

/* Every column's default is a value of its own type. */
START_TEST(test_kind_defaults)
{
    const struct kind *kind = shipped(_i);
    struct value_place place = {.zone = zone_load(&clinic.arena, "Asia/Shanghai", &err),
                                .row = &clinic.arena};
    for (int i = 0; i < kind->count; i++) {
        const struct kind_column *column = &kind->columns[i];
        struct db_value value;
        if (column->fallback)
            OK(value_parse(column, &place, column->fallback, strlen(column->fallback), &value,
                           &err));
    }
}
END_TEST

START_TEST(test_kind_shipped)
{
    ck_assert_int_ge(shipped_count(), 17);
}
END_TEST

START_TEST(test_kind_unknown)
{
    ck_assert_ptr_null(kind_load(&clinic.arena, &clinic.packs, "visit", &err));
    ck_assert_int_eq(err.kind, ERR_USAGE);
    ck_assert_str_eq(err.text, "visit: no such kind; did you mean visits?");
    ck_assert_ptr_null(kind_load(&clinic.arena, &clinic.packs, "xyzzy", &err));
    ck_assert_str_eq(err.text, "xyzzy: no such kind; list them with: medi-db kinds");
    ck_assert_ptr_null(kind_load(&clinic.arena, &clinic.packs, "../settings", &err));
    ck_assert_int_eq(err.kind, ERR_USAGE);
    ck_assert_ptr_null(kind_load(&clinic.arena, &clinic.packs, "", &err));
    ck_assert_int_eq(err.kind, ERR_USAGE);
}
END_TEST

START_TEST(test_kind_match)
{
    const struct kind *kind = kind_load(&clinic.arena, &clinic.packs, "visits", &err);
    ck_assert_int_eq(kind_match(kind, "STORE"), 0);
    ck_assert_int_eq(kind_match(kind, "Visit"), 1);
    ck_assert_int_eq(kind_match(kind, "到院编号"), 1);
    ck_assert_int_eq(kind_match(kind, "到院"), -1);
    ck_assert_int_eq(kind_match(kind, ""), -1);
    ck_assert_int_eq(kind_column(kind, "STORE"), -1);
    ck_assert_int_eq(kind_column(kind, "note"), kind->count - 1);
}
END_TEST

/* ---- packs of a clinic's own ---- */

static const struct kind *
own(const char *text)
{
    mkdir(scratch_file(&clinic.scratch, "kinds"), 0700);
    scratch_write(&clinic.scratch, "kinds/probe.yaml", text);
    clinic.packs.own = clinic.scratch.folder;
    err_clear(&err);
    return kind_load(&clinic.arena, &clinic.packs, "probe", &err);
}

#define HEAD "kind: probe\nsays: probes\ntable: probe\nscope: chain\nkey: [code]\ncolumns:\n"
#define CODE "  - {name: code, type: code, required: true}\n"

START_TEST(test_kind_own)
{
    const struct kind *kind =
        own(HEAD CODE "  - {name: money, type: money, min: -1.50, max: 20}\n"
                      "  - {name: lat, type: degrees, min: -90, max: 90, personal: true}\n"
                      "  - {name: at, type: moment, day: on, default: 2025-06-01}\n"
                      "  - {name: who, type: ref, ref: staff, by: [code, name], unknown: empty}\n"
                      "  - {name: other, type: ref, ref: staff, into: else_id}\n"
                      "order:\n  - [money, at]\n"
                      "sign:\n  - {column: money, when: code, is: x, must: not-negative}\n");
    ck_assert_msg(kind, "%s", err.text);
    ck_assert_int_eq(kind->columns[1].min, -150);
    ck_assert_int_eq(kind->columns[1].max, 2000);
    ck_assert_int_eq(kind->columns[2].max, 90000000);
    ck_assert(kind->columns[2].personal);
    ck_assert_str_eq(kind->columns[3].day_into, "on");
    ck_assert_str_eq(kind->columns[4].into, "who_id");
    ck_assert(kind->columns[4].by_name);
    ck_assert_int_eq(kind->columns[4].unknown, UNKNOWN_EMPTY);
    ck_assert_str_eq(kind->columns[5].into, "else_id");
    ck_assert(!kind->columns[5].by_name);
    ck_assert_int_eq(kind->orders[0].columns[1], 3);
    ck_assert(kind->signs[0].positive);
    ck_assert(!kind->of_store);
}
END_TEST

static const struct {
    const char *text, *words;
} packs[] = {
    {"", "probe.yaml:1: "},
    {"kind: probe\n", "probe.yaml:1: says: missing"},
    {"kind: probe\nsays: x\n", "table: missing"},
    {"kind: probe\nsays: x\ntable: t\n", "scope: missing"},
    {"kind: probe\nsays: x\ntable: t\nscope: chain\n", "columns: missing"},
    {"kind: probe\nsays: x\ntable: t\nscope: chain\ncolumns: []\n", "columns: missing"},
    {"kind: probe\nsays: x\ntable: t\nscope: chain\ncolumns:\n" CODE, "key: missing"},
    {"kind: probe\nsays: x\ntable: t\nscope: city\nkey: [code]\ncolumns:\n" CODE,
     "scope: city: must be store or chain"},
    {"kind: probe\nsays: x\ntable: t\nscope: store\nkey: [code]\ncolumns:\n" CODE,
     "scope: store: the first column must be `store`"},
    {"kind: probe\nsays: x\ntable: t\nscope: chain\nkey: [cod]\ncolumns:\n" CODE,
     "probe.yaml:5: cod: no such column"},
    {"kind: probe\nsays: x\ntable: t\nscope: chain\nkey: code\ncolumns:\n" CODE,
     "a list of column names is needed"},
    {HEAD CODE "colour: red\n", "probe.yaml:8: unknown key colour; remove it"},
    {HEAD CODE "ordre: []\n", "probe.yaml:8: unknown key ordre; is order meant?"},
    {HEAD CODE CODE, "probe.yaml:8: code: this column is there twice"},
    {HEAD "  - code\n", "probe.yaml:7: a map (key: value) is wanted here"},
    {HEAD "  - {type: code}\n", "probe.yaml:7: name: missing"},
    {HEAD "  - {name: code}\n", "probe.yaml:7: type: missing"},
    {HEAD "  - {name: code, type: cod}\n", "type: cod: no such type; did you mean code"},
    {HEAD "  - {name: code, type: xyzzy}\n", "type: xyzzy: no such type"},
    {HEAD "  - {name: code, type: code, requird: true}\n", "is required meant?"},
    {HEAD "  - {name: code, type: code, required: perhaps}\n", "probe.yaml:7: "},
    {HEAD "  - {name: code, type: code, min: 1}\n", "min: 1: no bound for this type"},
    {HEAD "  - {name: code, type: int, min: x}\n", "probe.yaml:7: "},
    {HEAD "  - {name: code, type: money, max: 1.005}\n", "max: 1.005: no bound"},
    {HEAD "  - {name: code, type: code, values: {a: []}}\n", "values: only a choice has them"},
    {HEAD "  - {name: code, type: choice}\n", "a choice needs `values`"},
    {HEAD "  - {name: code, type: choice, values: [a, b]}\n", "a choice needs `values`"},
    {HEAD "  - {name: code, type: ref}\n", "`type: ref` and `ref: KIND` go together"},
    {HEAD "  - {name: code, type: code, ref: staff}\n", "`type: ref` and `ref: KIND`"},
    {HEAD "  - {name: code, type: day, day: on}\n", "day: only a moment has one"},
    {HEAD "  - {name: code, type: ref, ref: staff, unknown: x}\n",
     "unknown: x: must be refuse, empty or create"},
    {HEAD CODE "  - {name: x, type: int, round: 5}\n", "round: only degrees are rounded"},
    {HEAD CODE "  - {name: x, type: degrees, round: 0}\n", "round: must be above 0"},
    {HEAD CODE "  - {name: x, type: degrees, round: y}\n", "round: y: no bound for this type"},
    {"person: who\n" HEAD CODE, "person: who: must be a required reference to clients"},
    {"person: who\n" HEAD CODE "  - {name: who, type: ref, ref: clients}\n",
     "person: who: must be a required reference to clients"},
    {"person: who\n" HEAD CODE "  - {name: who, type: ref, ref: staff, required: true}\n",
     "person: who: must be a required reference to clients"},
    {"person: who\nforgotten: gone\n" HEAD CODE
     "  - {name: who, type: ref, ref: clients, required: true}\n",
     "forgotten: who has `person` has no key of its own"},
    {"follow: a b\n" HEAD CODE, "a b: no name of a table or column"},
    {"forgotten: A\n" HEAD CODE, "A: no name of a table or column"},
    {HEAD CODE "order:\n  - [code, cod]\n", "probe.yaml:9: cod: no such column"},
    {HEAD CODE "order:\n  - code\n", "a list of column names is needed"},
    {HEAD CODE "sign:\n  - {column: code, when: code, is: x}\n", "must: missing"},
    {HEAD CODE "sign:\n  - {column: cod, when: code, is: x, must: not-negative}\n",
     "cod: no such column"},
    {HEAD CODE "sign:\n  - {column: code, when: code, is: x, must: positive}\n",
     "must: positive: must be not-negative or not-positive"},
    {"kind: probe\nsays: x\ntable: 'client\" --'\nscope: chain\nkey: [code]\ncolumns:\n" CODE,
     "client\" --: no name of a table or column"},
    {"kind: probe\nsays: x\ntable: ''\nscope: chain\nkey: [code]\ncolumns:\n" CODE,
     "table: missing"},
    {HEAD "  - {name: code, type: code, into: 'code\" FROM client AS t --'}\n",
     "no name of a table or column"},
    {HEAD "  - {name: 'a b', type: code}\n", "a b: no name of a table or column"},
    {HEAD "  - {name: at, type: moment, day: 'x\"'}\n", "no name of a table or column"},
    {"kind: [\n", "probe.yaml:"},
};

START_TEST(test_kind_own_refused)
{
    ck_assert_ptr_null(own(packs[_i].text));
    ck_assert_msg(err.kind == ERR_DATA && strstr(err.text, packs[_i].words), "%d %s", (int)err.kind,
                  err.text);
    ck_assert_ptr_nonnull(strstr(err.text, "probe.yaml:"));
}
END_TEST

/* A pack that names a table or column which is not there is found out. */
START_TEST(test_kind_own_table)
{
    static const char *const texts[] = {
        HEAD CODE,
        "kind: probe\nsays: x\ntable: client\nscope: chain\nkey: [code]\ncolumns:\n" CODE
        "  - {name: shoe, type: text}\n",
    };
    const struct kind *kind = own(texts[_i]);
    struct row_maker *maker = NULL;
    struct relation *relation = NULL;
    ck_assert_msg(kind, "%s", err.text);
    OK(row_maker_open(&maker, clinic.db, &clinic.arena, &clinic.packs, kind, NULL, &err));
    FAILS(relation_open(&relation, clinic.db, &clinic.arena, row_spec(maker), &err), ERR_DB,
          "the database has no such table, or it lacks a column");
    row_maker_close(maker);
}
END_TEST

Suite *
kind_suite(void)
{
    Suite *suite = suite_create("kind");
    TCase *all = clinic_case("kind", setup, teardown);
    int kinds = shipped_count();
    tcase_add_loop_test(all, test_kind_headers, 0, kinds);
    tcase_add_loop_test(all, test_kind_words, 0, kinds);
    tcase_add_loop_test(all, test_kind_words_in_table, 0, kinds);
    tcase_add_loop_test(all, test_kind_table, 0, kinds);
    tcase_add_loop_test(all, test_kind_key, 0, kinds);
    tcase_add_loop_test(all, test_kind_defaults, 0, kinds);
    tcase_add_test(all, test_kind_shipped);
    tcase_add_test(all, test_kind_unknown);
    tcase_add_test(all, test_kind_match);
    tcase_add_test(all, test_kind_own);
    tcase_add_loop_test(all, test_kind_own_refused, 0, sizeof packs / sizeof *packs);
    tcase_add_loop_test(all, test_kind_own_table, 0, 2);
    suite_add_tcase(suite, all);
    return suite;
}
