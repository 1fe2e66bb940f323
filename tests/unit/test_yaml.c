/* yaml: trees, what is refused, and what a pack's reader asks. */
#include "base/arena.h"
#include "base/str.h"
#include "scratch.h"
#include "text/yaml.h"

static struct arena arena;
static struct err err;

static void
setup(void)
{
    arena_init(&arena);
    err_clear(&err);
}

static void
teardown(void)
{
    arena_release(&arena);
}

static const struct yaml *
parse(const char *text)
{
    const struct yaml *root = yaml_parse(&arena, "p.yaml", text, strlen(text), &err);

    ck_assert_msg(root != NULL, "%s", err.text);
    return root;
}

static void
refuse(const char *text, const char *words)
{
    err_clear(&err);
    ck_assert_ptr_null(yaml_parse(&arena, "p.yaml", text, strlen(text), &err));
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_msg(strstr(err.text, words) != NULL, "%s", err.text);
}

START_TEST(test_tree)
{
    const struct yaml *root = parse("# a pack\n"
                                    "名称: 随访\n"
                                    "steps:\n"
                                    "  - {after: 24h, to: nurse}\n"
                                    "  - 'true'\n"
                                    "  -\n"
                                    "empty: []\n"
                                    "none: ~\n"
                                    "nothing:\n"
                                    "text: |\n"
                                    "  a\n"
                                    "  b\n");
    ck_assert_int_eq(root->type, YAML_MAP);
    ck_assert_int_eq(root->count, 6);
    ck_assert_str_eq(root->file, "p.yaml");
    ck_assert_str_eq(yaml_text(root, "名称"), "随访");
    ck_assert_str_eq(yaml_text(root, "text"), "a\nb\n");
    ck_assert_int_eq(yaml_get(root, "none")->type, YAML_NULL);
    ck_assert_int_eq(yaml_get(root, "nothing")->type, YAML_NULL);
    ck_assert_int_eq(yaml_get(root, "nothing")->line, 9);
    ck_assert_int_eq(yaml_get(root, "empty")->count, 0);

    const struct yaml *steps = yaml_get(root, "steps");
    ck_assert_int_eq(steps->type, YAML_LIST);
    ck_assert_str_eq(steps->key, "steps");
    ck_assert_int_eq(steps->count, 3);
    ck_assert_int_eq(steps->first->line, 4);
    ck_assert_ptr_null(steps->first->key);
    ck_assert_str_eq(yaml_text(steps->first, "to"), "nurse");
    ck_assert_str_eq(steps->first->next->text, "true");
    ck_assert_int_eq(steps->first->next->next->type, YAML_NULL);
    ck_assert_ptr_null(steps->first->next->next->next);
}
END_TEST

START_TEST(test_scalars_stay_text)
{
    const struct yaml *root = parse("a: 007\nb: 1.50\nc: yes\nd: 'null'\ne: \"\"\nf: 2025-06-01\n");

    ck_assert_str_eq(yaml_text(root, "a"), "007");
    ck_assert_str_eq(yaml_text(root, "b"), "1.50");
    ck_assert_str_eq(yaml_text(root, "c"), "yes");
    ck_assert_str_eq(yaml_text(root, "d"), "null");
    ck_assert_str_eq(yaml_text(root, "e"), "");
    ck_assert_str_eq(yaml_text(root, "f"), "2025-06-01");
    ck_assert_ptr_null(yaml_text(root, "g"));
    ck_assert_ptr_null(yaml_get(yaml_get(root, "a"), "b"));
    ck_assert_ptr_null(yaml_get(NULL, "b"));
    ck_assert_str_eq(parse("word")->text, "word");
}
END_TEST

START_TEST(test_refused)
{
    refuse("", "p.yaml:1: the file is empty");
    refuse("# nothing\n", "the file is empty");
    refuse("a: 1\nb: 2\na: 3\n", "p.yaml:3: the key a stands twice, first in line 1");
    refuse("x:\n  - {b: 1, b: 2}\n", "p.yaml:2: the key b stands twice");
    refuse("a: &x 1\nb: *x\n", "p.yaml:1: anchors");
    refuse("a: 1\nb: *x\n", "p.yaml:2: anchors");
    refuse("a: !!int 1\n", "p.yaml:1: anchors");
    refuse("a: ! 1\n", "p.yaml:1: anchors");
    refuse("a: &x [1]\n", "p.yaml:1: anchors");
    refuse("a: !x {b: 1}\n", "p.yaml:1: anchors");
    refuse("a: 1\n---\nb: 2\n", "p.yaml:2: a second document");
    refuse("a: 1\n b: 2\n", "p.yaml:2: no valid YAML near column");
    refuse("a:\n\tb: 2\n", "p.yaml:2: no valid YAML near column");
    refuse("a: [1, 2\n", "no valid YAML");
    refuse("a: \"x\n", "no valid YAML");
    refuse("a: \"x\\0y\"\n", "p.yaml:1: a NUL");
    refuse("a: \x01\n", "a character that YAML does not allow");
    refuse("? [a]\n: 1\n", "p.yaml:1: a key that is no plain text");
    refuse("~: 1\n", "p.yaml:1: an empty key");
    refuse("&k a: 1\n", "p.yaml:1: anchors");
}
END_TEST

START_TEST(test_depth)
{
    struct str text = STR_INIT;

    for (int depth = 0; depth < 32; depth++)
        str_addc(&text, '[');
    str_addc(&text, '1');
    for (int depth = 0; depth < 32; depth++)
        str_addc(&text, ']');
    parse(text.text);
    str_clear(&text);
    for (int depth = 0; depth < 33; depth++)
        str_addc(&text, '[');
    str_addc(&text, '1');
    for (int depth = 0; depth < 33; depth++)
        str_addc(&text, ']');
    refuse(text.text, "nested too deeply");
    str_clear(&text);
    for (int depth = 0; depth < 100000; depth++)
        str_addc(&text, '[');
    refuse(text.text, "nested too deeply");
    str_release(&text);
}
END_TEST

/* Doubles are found without comparing every key with every other. */
START_TEST(test_many_keys)
{
    struct str text = STR_INIT;

    for (int i = 0; i < 100000; i++)
        str_addf(&text, "k%d: 1\n", i);
    ck_assert_int_eq(parse(text.text)->count, 100000);
    str_adds(&text, "k7: 1\n");
    refuse(text.text, "p.yaml:100001: the key k7 stands twice, first in line 8");
    str_release(&text);
}
END_TEST

START_TEST(test_load)
{
    struct scratch scratch;

    scratch_make(&scratch);
    scratch_write(&scratch, "p.yaml",
                  "\xef\xbb\xbf"
                  "a: 1\n");
    const struct yaml *root = yaml_load(&arena, scratch.file, &err);
    ck_assert_msg(root != NULL, "%s", err.text);
    ck_assert_str_eq(yaml_text(root, "a"), "1");
    ck_assert_str_eq(root->file, scratch.file);

    scratch_write(&scratch, "p.yaml", "a: \xff\n");
    ck_assert_ptr_null(yaml_load(&arena, scratch.file, &err));
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_ptr_nonnull(strstr(err.text, "p.yaml:1: byte 0xFF"));

    ck_assert_ptr_null(yaml_load(&arena, scratch_file(&scratch, "none.yaml"), &err));
    ck_assert_int_eq(err.kind, ERR_IO);
    ck_assert_ptr_null(yaml_load(&arena, scratch.folder, &err));
    ck_assert_int_eq(err.kind, ERR_IO);

    scratch_file(&scratch, "big.yaml");
    FILE *file = fopen(scratch.file, "w");
    for (int i = 0; i < 16 * 1024 * 1024 + 1; i++)
        putc('#', file);
    fclose(file);
    ck_assert_ptr_null(yaml_load(&arena, scratch.file, &err));
    ck_assert_ptr_nonnull(strstr(err.text, "over 16777216 bytes"));
    scratch_remove(&scratch);
}
END_TEST

START_TEST(test_only)
{
    static const char *const known[] = {"name", "after", NULL};

    OK(yaml_only(parse("name: x\nafter: y\n"), known, &err));
    FAILS(yaml_only(parse("name: x\nafetr: y\n"), known, &err), ERR_DATA,
          "p.yaml:2: unknown key afetr; is after meant?");
    FAILS(yaml_only(parse("colour: x\n"), known, &err), ERR_DATA,
          "p.yaml:1: unknown key colour; remove it");
    FAILS(yaml_only(parse("- x\n"), known, &err), ERR_DATA, "p.yaml:1: a map");
}
END_TEST

START_TEST(test_bool)
{
    const struct yaml *map = parse("a: true\nb: no\nc: 1\nd:\ne: [true]\n");
    bool value = false;

    OK(yaml_bool(map, "a", &value, &err));
    ck_assert(value);
    OK(yaml_bool(map, "absent", &value, &err));
    ck_assert(value);
    OK(yaml_bool(map, "b", &value, &err));
    ck_assert(!value);
    FAILS(yaml_bool(map, "c", &value, &err), ERR_DATA, "p.yaml:3: c: true or false");
    FAILS(yaml_bool(map, "d", &value, &err), ERR_DATA, "p.yaml:4: d: true or false");
    FAILS(yaml_bool(map, "e", &value, &err), ERR_DATA, "p.yaml:5: e: true or false");
}
END_TEST

START_TEST(test_int)
{
    const struct yaml *map = parse("a: 42\nb: -9223372036854775808\nc: 9223372036854775808\n"
                                   "d: 1.0\ne: ''\nf: '-'\ng: 1_000\nh: ' 1'\ni:\nj: 0x10\n");
    int64_t value = 7;

    OK(yaml_int(map, "absent", &value, &err));
    ck_assert_int_eq(value, 7);
    OK(yaml_int(map, "a", &value, &err));
    ck_assert_int_eq(value, 42);
    OK(yaml_int(map, "b", &value, &err));
    ck_assert_int_eq(value, INT64_MIN);
    for (const char *key = "cdefghij"; *key != '\0'; key++) {
        char name[] = {*key, '\0'};
        FAILS(yaml_int(map, name, &value, &err), ERR_DATA, "a whole number is wanted");
    }
    ck_assert_int_eq(value, INT64_MIN);
}
END_TEST

Suite *yaml_suite(void);

Suite *
yaml_suite(void)
{
    Suite *suite = suite_create("yaml");
    TCase *cases = tcase_create("yaml");

    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, test_tree);
    tcase_add_test(cases, test_scalars_stay_text);
    tcase_add_test(cases, test_refused);
    tcase_add_test(cases, test_depth);
    tcase_add_test(cases, test_many_keys);
    tcase_add_test(cases, test_load);
    tcase_add_test(cases, test_only);
    tcase_add_test(cases, test_bool);
    tcase_add_test(cases, test_int);
    suite_add_tcase(suite, cases);
    return suite;
}
