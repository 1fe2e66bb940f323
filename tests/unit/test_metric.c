#include <sys/stat.h>

#include "scratch.h"

#include "base/day.h"
#include "kpi/explain.h"
#include "kpi/layer.h"

Suite *metric_suite(void);

/* The packs of figures: each example of the shipped ones gives what it says; nothing in them is there for nobody; what
 * is wrong with a pack is said with file, line and the nearest name. And the language of conditions. */

static struct arena arena;
static struct err err;
static struct scratch scratch;
static const struct packs shipped = {NULL, "share/medi"};

static void
setup(void)
{
    arena_init(&arena);
    scratch_make(&scratch);
}

static void
teardown(void)
{
    arena_release(&arena);
    scratch_remove(&scratch);
}

/* ---- examples: rows in memory, a block each --------------------------------------------------------- */

struct example {
    const struct yaml *given;
    struct kpi_layer *layer;
    int64_t january;
};

static int64_t
word_number(struct example *example, const char *word)
{
    struct fact_words *open = example->layer->shelf.open;
    for (int i = 1; i < open->count; i++)
        if (strcmp(open->word[i], word) == 0)
            return i;
    open->word[open->count] = word;
    return open->count++;
}

static int64_t
value_in(struct example *example, const struct fact *fact, const struct yaml *row, int column)
{
    const struct fact_column *of = fact_column_at(fact, column);
    const char *text = yaml_text(row, of->name);
    if (!text)
        return 0;
    if (strcmp(of->name, "first_on") == 0 || strcmp(of->name, "deal_on") == 0)
        return example->january + strtol(text, NULL, 10);
    for (int i = 0; of->words && of->words[i]; i++)
        if (strcmp(of->words[i], text) == 0)
            return i + 1;
    if (of->of && strcmp(of->of, "word") == 0 && !of->words)
        return word_number(example, text);
    return strtol(text, NULL, 10);
}

/* Every key of a row is fact, client, day or a column. */
static void
judge_row(const struct fact *fact, const struct yaml *row)
{
    for (const struct yaml *at = row->first; at; at = at->next)
        ck_assert_msg(strcmp(at->key, "fact") == 0 || strcmp(at->key, "client") == 0 ||
                          strcmp(at->key, "day") == 0 || fact_column_find(fact, at->key) >= 0,
                      "%s:%d: %s: no such column", at->file, at->line, at->key);
}

static int
give_row(struct example *example, const struct fact_scan *scan, const struct yaml *row,
         int64_t wanted, fact_block_fn *block, void *to)
{
    const char *day = yaml_text(row, "day"), *client = yaml_text(row, "client");
    int64_t values[16], on = example->january + (day ? strtol(day, NULL, 10) : 0);
    const int64_t *columns[16];
    int32_t who = client ? (int32_t)strtol(client, NULL, 10) : 0;
    if (strcmp(yaml_text(row, "fact"), scan->fact->name) != 0 || on != wanted)
        return 0;
    judge_row(scan->fact, row);
    for (int i = 0; i < scan->column_count; i++) {
        values[i] = value_in(example, scan->fact, row, scan->columns[i]);
        columns[i] = &values[i];
    }
    const struct fact_block given = {1, on, 1, &who, columns};
    return block(to, &given, &err);
}

static int
scan_example(void *context, const struct fact_scan *scan, fact_block_fn *block, void *to,
             struct err *wrong)
{
    struct example *example = context;
    (void)wrong;
    for (int64_t day = example->january - 500; day < example->january + 500; day++)
        for (const struct yaml *row = example->given->first; row; row = row->next)
            if (day >= scan->from && day < scan->to)
                OK(give_row(example, scan, row, day, block, to));
    return 0;
}

static void
open_example(struct kpi_layer *layer, struct example *example)
{
    OK(kpi_layer_open(layer, NULL, &arena, &shipped, 0, &err));
    layer->shelf.open = arena_alloc(&arena, sizeof *layer->shelf.open);
    layer->shelf.open->word = arena_array(&arena, 64, sizeof(char *));
    layer->shelf.open->word[0] = "";
    layer->shelf.open->count = 1;
    layer->scan = scan_example;
    layer->scan_context = example;
    *example = (struct example){.layer = layer, .january = day_from_civil(2026, 1, 1)};
}

static void
evaluate(const struct metric *metric)
{
    struct kpi_layer layer;
    struct example example;
    struct kpi_answer answer;
    const char *gives = yaml_text(metric->example, "gives"),
               *days = yaml_text(metric->example, "days");
    ck_assert_msg(gives, "%s: example: gives is missing", metric->name);
    open_example(&layer, &example);
    example.given = yaml_get(metric->example, "given");
    for (const struct yaml *row = example.given->first; row; row = row->next) /* learn the words */
        for (const struct yaml *at = row->first; at; at = at->next)
            if (strcmp(at->key, "question") == 0 || strcmp(at->key, "category") == 0)
                word_number(&example, at->text);
    const struct kpi_ask ask = {.metrics = {metric->name},
                                .metric_count = 1,
                                .from = example.january,
                                .to = example.january + 31,
                                .days = days ? strtol(days, NULL, 10) : 0,
                                .today = example.january + 31};
    int result = kpi_ask(&layer, &ask, &answer, &err);
    ck_assert_msg(result == 0, "%s: %s", metric->name, err.text);
    ck_assert_msg(answer.count == 1, "%s: %d rows", metric->name, answer.count);
    const struct kpi_figure *figure = &answer.rows[0].figures[0];
    const char *got = metric->denominator_count
                          ? arena_printf(&arena, "%lld/%lld", (long long)figure->numerator,
                                         (long long)figure->denominator)
                          : arena_printf(&arena, "%lld", (long long)figure->numerator);
    ck_assert_msg(strcmp(got, gives) == 0, "%s: gives %s, not %s", metric->name, got, gives);
}

/* What an example cannot show (it needs what the clinic's channels are, or a statement) a test of the programs does. */
static void
prove(const struct metric *metric)
{
    ck_assert_msg(metric->proof, "%s: neither example nor proof", metric->name);
    FILE *file = fopen(metric->proof, "r");
    ck_assert_msg(file, "%s: %s: there is no such test", metric->name, metric->proof);
    static char text[1 << 20];
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    ck_assert_msg(strstr(text, metric->name), "%s: not in %s", metric->name, metric->proof);
}

START_TEST(test_metric_examples)
{
    struct catalogue catalogue;
    struct metrics all;
    OK(catalogue_open(&catalogue, &arena, &shipped, &err));
    OK(catalogue_all(&catalogue, &all, &err));
    ck_assert_int_gt(all.count, 40);
    for (int i = 0; i < all.count; i++)
        (all.items[i]->example ? evaluate : prove)(all.items[i]);
}
END_TEST

/* ---- nothing is there for nobody -------------------------------------------------------------------- */

START_TEST(test_metric_used)
{
    struct catalogue catalogue;
    struct metrics all;
    struct pack_names sources;
    OK(catalogue_open(&catalogue, &arena, &shipped, &err));
    OK(catalogue_all(&catalogue, &all, &err));
    OK(pack_list(&shipped, &arena, "measures", &sources, &err));
    for (int i = 0; i < sources.count; i++) /* each file is read by some metric */
        catalogue_measure(&catalogue, arena_printf(&arena, "%s.", sources.names[i]), &err);
    for (int f = 0; f < catalogue.file_count; f++)
        for (int m = 0; m < catalogue.files[f].count; m++) {
            const struct measure *measure = &catalogue.files[f].items[m], *of[METRIC_MEASURES];
            bool used = false;
            for (int i = 0; i < all.count; i++)
                for (int k = metric_measures(all.items[i], of); k > 0; k--)
                    used |= of[k - 1] == measure;
            ck_assert_msg(used, "%s.%s: no metric uses it", measure->source, measure->name);
        }
    for (int d = 0; d < catalogue.dimensions.count; d++) {
        bool cuts = false;
        for (int i = 0; i < all.count; i++)
            cuts |= metric_fits(&catalogue, all.items[i], &catalogue.dimensions.items[d]);
        ck_assert_msg(cuts, "%s: cuts no metric", catalogue.dimensions.items[d].name);
    }
}
END_TEST

/* ---- wrong packs ------------------------------------------------------------------------------------ */

#define METRIC(more)                                                                               \
    "metrics:\n  own:\n    zh: 自\n    says: s\n    means: m\n    direction: up\n"                \
    "    edges: [{says: a, zh: b}]\n" more
static const struct {
    const char *file, *text, *words;
} wrong[] = {
    {"metrics/own.yaml", "metric: {}\n", "own.yaml:1: unknown key metric; is metrics meant?"},
    {"metrics/own.yaml", "metrics:\n  other: {}\n",
     "own.yaml:2: other: a metric in here is own or begins with own_"},
    {"metrics/own.yaml", METRIC("    unit: counts\n    figure: visit.visits\n"),
     "own.yaml:3: own: unit: no such word; did you mean count"},
    {"metrics/own.yaml", METRIC("    unit: count\n    figure: visit.vsits\n"),
     "own.yaml:3: own: figure: visit.vsits: no such measure; did you mean visits"},
    {"metrics/own.yaml", METRIC("    unit: count\n    figure: visits\n"),
     "own.yaml:3: own: figure: visits: a measure is named SOURCE.measure"},
    {"metrics/own.yaml", METRIC("    unit: count\n    figure: ../../etc.visits\n"),
     "no such measures"},
    {"metrics/own.yaml", METRIC("    unit: count\n    figure: visit.visits; DROP TABLE visit\n"),
     "own.yaml:3: own: figure: visit.visits;: no such measure; did you mean visits"},
    {"metrics/own.yaml", METRIC("    unit: count\n    figure: visit.visits * 2\n"),
     "figure: measures, with \" + \" or \" - \" between them"},
    {"metrics/own.yaml", METRIC("    unit: ratio\n    figure: visit.visits\n"),
     "own: a count or fen has a figure; other units a numerator and a denominator"},
    {"metrics/own.yaml", METRIC("    unit: count\n    figure: visit.visits\n    staff: docter\n"),
     "own.yaml:3: staff: docter: must be one of"},
    {"metrics/own.yaml", METRIC("    unit: count\n    figure: visit.visits\n    sql: SELECT 1\n"),
     "own.yaml:10: unknown key sql"},
    {"measures/own.yaml", "measures:\n  a: {count: rows, zh: z, says: s}\n",
     "own: neither a fact nor a statement"},
    {"measures/visit.yaml", "measures:\n  visits: {sum: itms, zh: z, says: s}\n",
     "visit.yaml:2: visits: itms: the fact visit has no such column; did you mean items"},
    {"measures/visit.yaml", "measures:\n  visits: {sum: \"(SELECT 1)\", zh: z, says: s}\n",
     "visit.yaml:2: visits: SELECT: the fact visit has no such column"},
    {"measures/visit.yaml", "measures:\n  visits: {sum: \"items; DELETE\", zh: z, says: s}\n",
     "visit.yaml:2: visits: items; DELETE: at ;: this has no place here"},
    {"measures/visit.yaml",
     "measures:\n  visits: {sum: items, where: gender = mael, zh: z, says: s}\n",
     "visit.yaml:2: visits: mael: gender has no such word; did you mean male"},
    {"measures/visit.yaml",
     "measures:\n  visits: {sum: items, where: project = P01, zh: z, says: s}\n",
     "visits: P01: a pack cannot name what a clinic keeps in project"},
    {"measures/visit.yaml",
     "measures:\n  visits: {sum: items, where: items > $dayz, zh: z, says: s}\n",
     "visits: $dayz: there is $days and $today; did you mean days"},
    {"measures/visit.yaml", "measures:\n  visits: {zh: z, says: s}\n",
     "visit.yaml:2: visits: says what it counts by one of"},
    {"measures/visit.yaml", "measures:\n  visits: {count: rows, sum: items, zh: z, says: s}\n",
     "visit.yaml:2: visits: says what it counts by one of"},
    {"measures/visit.yaml", "measures:\n  visits: {returning: base, zh: z, says: s}\n",
     "visit.yaml:2: visits: needs days"},
    {"dimensions.yaml", "dimensions:\n  a: {column: docter, zh: z, says: s}\n",
     "dimensions.yaml:2: a: column: no fact has docter"},
    {"dimensions.yaml", "dimensions:\n  a: {take: moonth, zh: z, says: s}\n",
     "dimensions.yaml:2: a: take: no such word; did you mean month"},
    {"dimensions.yaml",
     "dimensions:\n  a: {of: b, attribute: x, zh: z, says: s}\n  b: {of: a, attribute: x, zh: z, "
     "says: s}\n",
     "dimensions.yaml:2: a: of: goes in a circle"},
    {"dimensions.yaml", "dimensions:\n  a: {of: a, attribute: x, zh: z, says: s}\n",
     "dimensions.yaml:2: a: of: goes in a circle"},
    {"dimensions.yaml",
     "dimensions:\n  p: {column: project, zh: z, says: s}\n  a: {of: p, attribute: knd, zh: z, "
     "says: s}\n",
     "dimensions.yaml:3: a: knd: project has no such attribute; did you mean kind"},
    {"dimensions.yaml",
     "dimensions:\n  p: {column: project, zh: z, says: s}\n  a: {of: p, attribute: \"code; DROP\", "
     "zh: z, says: s}\n",
     "dimensions.yaml:3: a: code; DROP: project has no such attribute"},
    {"dimensions.yaml", "dimensions:\n  a: {take: age, bands: [18, 17], zh: z, says: s}\n",
     "dimensions.yaml:2: a: bands: years of age, rising"},
};

START_TEST(test_metric_wrong)
{
    struct catalogue catalogue;
    const struct packs packs = {scratch.folder, "share/medi"};
    mkdir(scratch_file(&scratch, "metrics"), 0700);
    mkdir(scratch_file(&scratch, "measures"), 0700);
    scratch_write(&scratch, wrong[_i].file, wrong[_i].text);
    const char *name = strncmp(wrong[_i].file, "measures/own", 12) == 0 ? "own_x" : "own";
    if (strcmp(wrong[_i].file, "measures/visit.yaml") == 0)
        name = "arrivals";
    if (strcmp(name, "own_x") == 0)
        scratch_write(
            &scratch, "metrics/own.yaml",
            "metrics:\n  own_x: {zh: z, says: s, means: m, unit: count, direction: up, edges: "
            "[{says: a, zh: b}], figure: own.a}\n");
    err_clear(&err);
    bool opened = catalogue_open(&catalogue, &arena, &packs, &err) == 0;
    ck_assert(!opened || !catalogue_metric(&catalogue, name, &err));
    ck_assert_msg(err.kind == ERR_DATA, "%d: %s", err.kind, err.text);
    ck_assert_msg(strstr(err.text, wrong[_i].words), "%s, not %s", err.text, wrong[_i].words);
}
END_TEST

/* A metric of one's own needs a file and no C. */
START_TEST(test_metric_own)
{
    struct catalogue catalogue;
    const struct packs packs = {scratch.folder, "share/medi"};
    mkdir(scratch_file(&scratch, "metrics"), 0700);
    scratch_write(&scratch, "metrics/own.yaml",
                  METRIC("    unit: per\n    numerator: visit.visits - visit.new_visits\n    "
                         "denominator: visit.clients\n"));
    OK(catalogue_open(&catalogue, &arena, &packs, &err));
    const struct metric *metric = catalogue_metric(&catalogue, "own", &err);
    ck_assert_msg(metric, "%s", err.text);
    ck_assert_int_eq(metric->numerator_count, 2);
    ck_assert_int_eq(metric->numerator[1].sign, -1);
    ck_assert_ptr_null(catalogue_metric(&catalogue, "own_more", &err));
    ck_assert_ptr_null(catalogue_metric(&catalogue, "../metrics/own", &err));
    ck_assert_ptr_null(catalogue_metric(&catalogue, "", &err));
}
END_TEST

/* The version changes with the definition, and with that of a measure. */
static const char *
version_with(const char *own)
{
    struct catalogue catalogue;
    struct explained explained;
    const struct packs packs = {own, "share/medi"};
    OK(catalogue_open(&catalogue, &arena, &packs, &err));
    const struct metric *metric = catalogue_metric(&catalogue, "arrivals", &err);
    ck_assert_msg(metric, "%s", err.text);
    explain_metric(&catalogue, metric, false, &explained);
    ck_assert_str_eq(explained.lines[explained.count - 1].part, "version");
    return explained.lines[explained.count - 1].text;
}

START_TEST(test_metric_version)
{
    const char *before = version_with(NULL);
    ck_assert_str_eq(version_with(scratch.folder), before);
    mkdir(scratch_file(&scratch, "measures"), 0700);
    scratch_write(&scratch, "measures/visit.yaml",
                  "measures:\n  visits: {count: rows, where: items > 0, zh: z, says: s}\n  "
                  "clients: {distinct: client, zh: z, says: s}\n");
    ck_assert_str_ne(version_with(scratch.folder), before);
}
END_TEST

/* ---- conditions ------------------------------------------------------------------------------------- */

static int
slot_of(void *context, const char *name, struct err *wrong_name)
{
    static const char *const names[] = {"a", "b", "code"};
    (void)context;
    for (int i = 0; i < 3; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return err_set(wrong_name, ERR_USAGE, "%s: no", name);
}

static int
parameter_of(void *context, const char *name, int64_t *value, struct err *wrong_name)
{
    (void)context;
    *value = 7;
    return strcmp(name, "days") == 0 ? 0 : err_set(wrong_name, ERR_USAGE, "$%s: no", name);
}

static int
value_of(void *context, int slot, const char *word, int64_t *value, struct err *wrong_word)
{
    (void)context;
    if (slot != 2)
        return 0;
    *value = word[0] == 'P' || strcmp(word, "小红书") == 0 || strcmp(word, "x-1.b") == 0
                 ? (int64_t)strlen(word)
                 : -9;
    return *value > 0 ? 1 : err_set(wrong_word, ERR_USAGE, "%s: no such code", word);
}

static const struct {
    const char *text;
    int64_t results[3]; /* over a, b, code: (1, 5, 3), (2, -5, 9), (8, 0, 5) */
} right[] = {
    {"a", {1, 2, 8}},
    {"a + b * 2", {11, -8, 8}},
    {"(a + b) * 2", {12, -6, 16}},
    {"-a - b", {-6, 3, -8}},
    {"1 - a", {0, -1, -7}},
    {"a = 1", {1, 0, 0}},
    {"a != 1 and b <> 0", {0, 1, 0}},
    {"a < 2 or a > 7", {1, 0, 1}},
    {"not a = 1", {0, 1, 1}},
    {"not (a = 1 or b = 0)", {0, 1, 0}},
    {"not not a = 1", {1, 0, 0}},
    {"a in (1, 8)", {1, 0, 1}},
    {"a not in (1, 8)", {0, 1, 0}},
    {"code = P01", {1, 0, 0}},
    {"code in (P01, '小红书')", {1, 1, 0}},
    {"code != \"P01\"", {0, 1, 1}},
    {"code = x-1.b", {0, 0, 1}},
    {"a <= $days", {1, 1, 0}},
    {"a >= 2 and a<=2", {0, 1, 0}},
    {"a = 1 or a = 2 and b = 0", {1, 0, 0}}, /* and binds closer */
    {"b < 1970-01-06", {0, 1, 1}},           /* day 5 */
};

START_TEST(test_expr_right)
{
    static const int64_t a[] = {1, 2, 8}, b[] = {5, -5, 0}, code[] = {3, 9, 5};
    const int64_t *slots[EXPR_SLOTS] = {a, b, code}, fixed[EXPR_SLOTS] = {0};
    const struct expr_words words = {NULL, slot_of, parameter_of, value_of};
    int64_t out[3], buffers[3 * EXPR_DEPTH];
    const struct expr *expr = expr_parse(&arena, right[_i].text, &words, &err);
    ck_assert_msg(expr, "%s", err.text);
    ck_assert_int_le(expr->depth, EXPR_DEPTH);
    expr_run(expr, &(struct expr_rows){slots, fixed, 3, buffers}, out);
    for (int i = 0; i < 3; i++)
        ck_assert_msg(out[i] == right[_i].results[i], "%s: row %d: %lld", right[_i].text, i,
                      (long long)out[i]);
}
END_TEST

static const char *const refused[] = {
    "",
    "a =",
    "= 1",
    "a = 1 and",
    "(a = 1",
    "a = 1)",
    "a in 1",
    "a in (1",
    "a in ()",
    "a in (1,)",
    "a = 'x'",
    "code = nothing",
    "code < P01",
    "code = 'P01",
    "c = 1",
    "a = $dayz",
    "a == 1",
    "a = 1; DROP TABLE client",
    "a = 1 -- b",
    "a = 1 /* */",
    "code = 'P' || 'x'",
    "a = (SELECT 1)",
    "a = 1 UNION SELECT 2",
    "code like 'P%'",
    "code = P01' or '1'='1",
    "a between 1 and 2",
    "a is null",
    "exists (a)",
    "a = \x01",
    "a; a",
    "`a` = 1",
    "a = $",
};

START_TEST(test_expr_refused)
{
    const struct expr_words words = {NULL, slot_of, parameter_of, value_of};
    err_clear(&err);
    ck_assert_msg(!expr_parse(&arena, refused[_i], &words, &err), "%s was taken", refused[_i]);
    ck_assert_int_eq(err.kind, ERR_USAGE);
}
END_TEST

/* Long and deep ones end with an error and not with the stack. */
START_TEST(test_expr_bounds)
{
    const struct expr_words words = {NULL, slot_of, parameter_of, value_of};
    static char text[3 * EXPR_LENGTH];
    memset(text, '(', EXPR_LENGTH - 1);
    ck_assert_ptr_null(expr_parse(&arena, text, &words, &err));
    ck_assert_ptr_nonnull(strstr(err.text, "nested too deeply"));
    memset(text, 'a', sizeof text - 1);
    ck_assert_ptr_null(expr_parse(&arena, text, &words, &err));
    text[0] = '\0';
    for (int i = 0; i < 900; i++)
        strcat(text, i ? "or a" : "a "), strcat(text, " ");
    text[EXPR_LENGTH - 50] = '\0';
    char *last = strrchr(text, 'a');
    last[1] = '\0';
    const struct expr *expr = expr_parse(&arena, text, &words, &err);
    ck_assert_msg(expr, "%s", err.text);
    ck_assert_int_le(expr->depth, 2); /* to the left it takes no room */
}
END_TEST

Suite *
metric_suite(void)
{
    Suite *suite = suite_create("metric");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_test(all, test_metric_examples);
    tcase_add_test(all, test_metric_used);
    tcase_add_loop_test(all, test_metric_wrong, 0, (int)(sizeof wrong / sizeof *wrong));
    tcase_add_test(all, test_metric_own);
    tcase_add_test(all, test_metric_version);
    tcase_add_loop_test(all, test_expr_right, 0, (int)(sizeof right / sizeof *right));
    tcase_add_loop_test(all, test_expr_refused, 0, (int)(sizeof refused / sizeof *refused));
    tcase_add_test(all, test_expr_bounds);
    suite_add_tcase(suite, all);
    return suite;
}
