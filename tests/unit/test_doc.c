#include <locale.h>
#include <sys/stat.h>

#include "cli/common.h"
#include "cli/doc.h"
#include "probe.h"
#include "scratch.h"
#include "text/utf8.h"

Suite *doc_suite(void);

static struct scratch scratch;
static struct arena arena;
static struct err err;
static struct str text;

static void
setup(void)
{
    setlocale(LC_ALL, "C");
    scratch_make(&scratch);
    arena_init(&arena);
    err = (struct err){0};
    text = (struct str)STR_INIT;
}

static void
teardown(void)
{
    str_release(&text);
    arena_release(&arena);
    scratch_remove(&scratch);
}

static const char *
document(const struct tool *tool, const char *form)
{
    str_clear(&text);
    OK(doc_write(tool, form, scratch.folder, &text, &err));
    return text.text;
}

static void
has(const char *whole, const char *part)
{
    ck_assert_msg(strstr(whole, part) != NULL, "no %s in\n%.2000s", part, whole);
}

static void
has_not(const char *whole, const char *part)
{
    ck_assert_msg(strstr(whole, part) == NULL, "%s in\n%.2000s", part, whole);
}

/* ---- every verb and option of the table is in every form ---- */

/* How a form spells an option; %s is the name. */
static void
find_option(const struct verb *verb, const struct opt *opt, const char *shape, bool from_verb)
{
    char spelt[128];
    const char *from = text.text;
    if (from_verb) {
        snprintf(spelt, sizeof spelt, ".Ss %s\n", verb->name);
        from = strstr(text.text, spelt);
        ck_assert_ptr_nonnull(from);
    }
    snprintf(spelt, sizeof spelt, "%s%s", shape, opt->name);
    ck_assert_msg(strstr(from, spelt) != NULL, "%s: no %s", verb->name, spelt);
}

static void
check_form(const char *form, const char *shape, bool sections)
{
    document(&probe_tool, form);
    for (const struct verb *verb = probe_verbs; verb->name; verb++) {
        for (const struct opt *opt = verb->options; opt && opt->name; opt++)
            find_option(verb, opt, shape, sections);
        for (const struct opt *opt = common_options(verb, &arena); opt->name; opt++)
            find_option(verb, opt, shape, sections);
    }
}

START_TEST(test_every_option_in_every_form)
{
    check_form("mdoc", "Fl -", true);
    check_form("bash", "--", false);
    check_form("zsh", "--", false);
    check_form("fish", "-l ", false);
    check_form("tsv", "\t--", false);
}
END_TEST

START_TEST(test_tsv)
{
    document(&probe_tool, "tsv");
    has(text.text, "tool\tmedi-probe\ttries the frame\n");
    has(text.text, "\nverb\timport\twrite\tRead rows from files\n");
    has(text.text, "\nverb\tstore list\tread\tList the stores\n");
    has(text.text, "\noperand\timport\tFILE\toptional\trepeats\tfile\n");
    has(text.text, "\noption\timport\t-m\t--map\tFILE\town\t\n");
    has(text.text, "\noption\timport\t\t--mode\tMODE\town\tappend,replace\n");
    has(text.text, "\noption\tcount\t-q\t--quiet\t\tcommon\t\n");
    has(text.text, "\nexample\tstore list\tmedi-probe store list -o json\n");
    has_not(text.text, "option\tcount\t-d");
    has_not(text.text, "option\tstore list\t-n");
}
END_TEST

START_TEST(test_unknown_form)
{
    FAILS(doc_write(&probe_tool, "html", scratch.folder, &text, &err), ERR_USAGE, "html");
    ck_assert_str_eq(text.text, "");
}
END_TEST

/* ---- help ---- */

START_TEST(test_help)
{
    doc_help_verb(&probe_tool, &probe_verbs[0], &text);
    ck_assert(str_starts(text.text,
                         "usage: medi-probe import [options] KIND [FILE...]\n\n"
                         "Read rows from files\n\nExamples:\n  medi-probe import visits"));
    has(text.text, "\n  -c, --count N     how many\n");
    has(text.text, "\n      --mode MODE   what to do with the old (append, replace)\n");
    has(text.text, " -n/--dry-run, --as-of TIME,");
    str_clear(&text);
    doc_help_tool(&probe_tool, NULL, &text);
    ck_assert(str_starts(text.text, "usage: medi-probe VERB [options] [arguments]\n"));
    has(text.text, "\n  store list  List the stores\n");
    has(text.text, "\n  -n, --dry-run        do it, show it, and undo it\n");
}
END_TEST

/* A tool that only reads does not speak of --dry-run. */
START_TEST(test_help_of_a_reader)
{
    const struct verb verbs[] = {probe_verbs[3], {.name = NULL}};
    const struct tool tool = {.name = "medi-reader", .summary = "reads", .verbs = verbs};
    doc_help_tool(&tool, NULL, &text);
    has(text.text, "--db URL");
    has_not(text.text, "--dry-run");
    has_not(text.text, "--exit-code");
    has_not(document(&tool, "mdoc"), "dry-run");
}
END_TEST

static void
lines_fit(const char *whole)
{
    for (const char *line = whole; *line;) {
        size_t length = strcspn(line, "\n");
        ck_assert_int_le(utf8_width(line, length), 80);
        ck_assert(length == 0 || line[length - 1] != ' ');
        line += length + (line[length] == '\n');
    }
}

START_TEST(test_help_wraps)
{
    static const char chinese[] =
        "从文件读入记录，文件可以是表格软件导出的，列名可以是中文或英文，"
        "次序不限；同一文件读两次，什么也不改变，并且会这样说。请看手册第一abcdefgh ij";
    static const char endless[] = "0123456789012345678901234567890123456789012345678901234567890123"
                                  "4567890123456789012345678901234567890123456789";
    const struct opt options[] = {
        {0, "a-name-that-is-much-too-long-for-its-column", OPT_FLAG, 0, NULL, chinese, NULL},
        {0, "b", OPT_FLAG, 0, NULL, endless, NULL},
        {0, NULL, 0, 0, NULL, NULL, NULL},
    };
    const struct verb verb = {.name = "x", .summary = chinese, .options = options};
    doc_help_verb(&probe_tool, &verb, &text);
    lines_fit(text.text);
    has(text.text, "第一\n           abcdefgh ij\n"); /* words stay whole */
    has(text.text, "\n      --a-name-that-is-much-too-long-for-its-column\n");
}
END_TEST

/* ---- the manual ---- */

START_TEST(test_manual)
{
    document(&probe_tool, "mdoc");
    has(text.text, "\n.Dt MEDI-PROBE 1\n");
    has(text.text, "\n.Ss store list\n.D1 Nm Cm store Cm list Oo Ar options Oc\n");
    has(text.text, "\n.D1 Nm Cm import Oo Ar options Oc Ar KIND Oo Ar FILE ... Oc\n");
    has(text.text, "\n.It Fl c , Fl -count Ar N\nHow many.\n");
    has(text.text, "\n.Cm append ,\n.Cm replace .\n");
    has(text.text, "\nmedi\\-probe import \\-\\-mode replace visits \\-\n");
    has(text.text, ".Sh DESCRIPTION\nTries the frame.\n");
}
END_TEST

START_TEST(test_manual_escapes)
{
    const char *const examples[] = {".hidden \\n", NULL};
    const struct opt options[] = {
        {0, "dot", OPT_FLAG, 0, NULL, ".dot 'and \\ more. And a new sentence", NULL},
        {0, NULL, 0, 0, NULL, NULL, NULL},
    };
    const struct verb verbs[] = {
        {.name = "x", .summary = "'quoted", .options = options, .examples = examples},
        {.name = NULL},
    };
    const struct tool tool = {.name = "t", .summary = "s", .verbs = verbs};
    document(&tool, "mdoc");
    has(text.text, "\n\\&.dot 'and \\e more.\nAnd a new sentence.\n");
    has(text.text, "\n\\&'quoted.\n");
    has(text.text, "\n\\&.hidden \\en\n");
}
END_TEST

START_TEST(test_prose)
{
    scratch_write(&scratch, "medi-probe.mdoc", "Prose of the tool.\n");
    scratch_write(&scratch, "medi-probe-store-list.mdoc", "Prose without a newline");
    document(&probe_tool, "mdoc");
    has(text.text, ".Sh DESCRIPTION\nProse of the tool.\n.Sh VERBS\n");
    has(text.text, "List the stores.\nProse without a newline\n.Pp\nCommon");
}
END_TEST

/* Running text is broken into lines of eighty bytes; requests and displays are left alone. */
START_TEST(test_prose_lines)
{
    static const char words[] = "Eleven more, eleven more, eleven more, eleven more, eleven more, "
                                "eleven 78 .not a request.";
    char prose[1024];
    snprintf(prose, sizeof prose, "%s\n\n.Op %s\n.Bd -literal\n%s\n.Ed\nshort\n", words, words,
             words);
    scratch_write(&scratch, "medi-probe.mdoc", prose);
    document(&probe_tool, "mdoc");
    has(text.text, "DESCRIPTION\nEleven more, eleven more, eleven more, eleven more, eleven more, "
                   "eleven\n78 .not a request.\n\n.Op ");
    has(text.text, ".Bd -literal\nEleven more, eleven more, eleven more, eleven more, eleven more, "
                   "eleven 78 .not a request.\n.Ed\nshort\n");
}
END_TEST

START_TEST(test_prose_unreadable)
{
    mkdir(scratch_file(&scratch, "medi-probe-act.mdoc"), 0700);
    FAILS(doc_write(&probe_tool, "mdoc", scratch.folder, &text, &err), ERR_IO,
          "medi-probe-act.mdoc");
    rmdir(scratch_file(&scratch, "medi-probe-act.mdoc"));
}
END_TEST

/* ---- completions ---- */

START_TEST(test_quotes)
{
    has(document(&probe_tool, "zsh"),
        "'--name=[a name\\: any \\[text\\], '\\''quoted'\\'' too]:NAME: '");
    has(document(&probe_tool, "fish"), "-d 'a name: any [text], \\'quoted\\' too'\n");
}
END_TEST

/* ---- faults in the tables ---- */

static void
finds(const struct verb *verb, const char *words)
{
    const struct verb verbs[] = {*verb, {.name = NULL}};
    const struct tool tool = {.name = "t", .summary = "s", .verbs = verbs};
    FAILS(doc_check(&tool, &err), ERR_DATA, words);
}

static void
finds_in_option(struct opt opt, const char *words)
{
    const struct opt options[] = {
        {'x', "first", OPT_FLAG, 0, NULL, "help", NULL}, opt, {0, NULL, 0, 0, NULL, NULL, NULL}};
    struct verb verb = probe_verbs[0];
    verb.options = options;
    finds(&verb, words);
}

START_TEST(test_check_options)
{
    OK(doc_check(&probe_tool, &err));
    finds_in_option((struct opt){0, "a", OPT_FLAG, 0, NULL, NULL, NULL}, "a: no help");
    finds_in_option((struct opt){0, "a", OPT_FLAG, 0, "V", "h", NULL}, "a value needs a name");
    finds_in_option((struct opt){0, "a", OPT_INT, 0, NULL, "h", NULL}, "a value needs a name");
    finds_in_option((struct opt){0, "a", OPT_CHOICE, 0, "V", "h", NULL}, "choices are for");
    finds_in_option((struct opt){0, "a", OPT_TEXT, 0, "V", "h", probe_modes}, "choices are for");
    finds_in_option((struct opt){0, "a", OPT_LIST, sizeof(struct probe_args) - 8, "V", "h", NULL},
                    "outside of the argument struct");
    finds_in_option((struct opt){0, "first", OPT_FLAG, 0, NULL, "h", NULL}, "of that name");
    finds_in_option((struct opt){'x', "a", OPT_FLAG, 0, NULL, "h", NULL}, "of that letter");
    finds_in_option((struct opt){0, "quiet", OPT_FLAG, 0, NULL, "h", NULL}, "of that name");
    finds_in_option((struct opt){'d', "a", OPT_FLAG, 0, NULL, "h", NULL}, "of that letter");
}
END_TEST

static void
finds_in_operands(struct operand first, struct operand second, const char *words)
{
    const struct operand operands[] = {first, second, {NULL, false, false, 0, NULL, NULL}};
    struct verb verb = probe_verbs[0];
    verb.operands = operands;
    finds(&verb, words);
}

START_TEST(test_check_operands)
{
    const struct operand good = {"A", false, false, 0, "h", NULL};
    finds_in_operands(good, (struct operand){"B", false, false, 0, "", NULL}, "B: no help");
    finds_in_operands((struct operand){"A", false, true, 0, "h", NULL}, good,
                      "only the last may repeat");
    finds_in_operands((struct operand){"A", true, false, 0, "h", NULL}, good,
                      "behind an optional one");
    finds_in_operands(good, (struct operand){"B", false, false, 4096, "h", NULL},
                      "outside of the argument struct");
}
END_TEST

START_TEST(test_check_verbs)
{
    struct verb verb = probe_verbs[6];
    verb.run = NULL;
    finds(&verb, "something to run");
    verb = probe_verbs[6];
    verb.summary = "";
    finds(&verb, "needs a summary");
    verb.summary = "s";
    verb.name = "one two three";
    finds(&verb, "more than two words");
    verb = probe_verbs[2];
    verb.query = SQL_NONE;
    finds(&verb, "cli_list needs one");
    verb.query = SQL_LOG_CHAIN_PUT;
    finds(&verb, "seq: no option gives this parameter");
    const struct verb twice[] = {probe_verbs[6], probe_verbs[6], {.name = NULL}};
    const struct tool tool = {.name = "t", .summary = "s", .verbs = twice};
    FAILS(doc_check(&tool, &err), ERR_DATA, "another of that name");
}
END_TEST

Suite *
doc_suite(void)
{
    Suite *suite = suite_create("doc");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_test(all, test_every_option_in_every_form);
    tcase_add_test(all, test_tsv);
    tcase_add_test(all, test_unknown_form);
    tcase_add_test(all, test_help);
    tcase_add_test(all, test_help_of_a_reader);
    tcase_add_test(all, test_help_wraps);
    tcase_add_test(all, test_manual);
    tcase_add_test(all, test_manual_escapes);
    tcase_add_test(all, test_prose);
    tcase_add_test(all, test_prose_lines);
    tcase_add_test(all, test_prose_unreadable);
    tcase_add_test(all, test_quotes);
    tcase_add_test(all, test_check_options);
    tcase_add_test(all, test_check_operands);
    tcase_add_test(all, test_check_verbs);
    suite_add_tcase(suite, all);
    return suite;
}
