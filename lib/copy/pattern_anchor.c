/* What a pattern is found by, and what its steps can begin with. */
#include <string.h>

#include "copy/pattern.h"
#include "text/utf8.h"

/* ---- how common characters are ----------------------------------------------------------------------- */

/* Parts of a text that each of them is, roughly: only the order matters, of what to look for first. */
void
patterns_weigh(struct patterns *patterns)
{
    static const struct {
        float weight;
        const char *characters;
    } common[] = {
        {0.02f, "的一是不了在人有我他这个中大来上为和国地到以说时"
                "要就出会可也你对生能而子于着下"
                "0123456789etaoinsrhldcu"},
        {0.006f, "那得自之年过发后作里用道行所然家种事成方多经么去"
                 "法学如都同现当没动面起看定天分还进好小部"
                 "其些主样理心她本前开但因只从想实日军者意无力它与"
                 "长把机十民第公此已工使情明性知全三又关点"
                 "正"
                 "业外将两高间由问很最重医美术疗院请须应及或mpfgwybv"},
        {0.002f, "们二四五六七八九百千万几做内新品后每月日周次元价"
                 "打被让给更加真老女男皮肤眼鼻脸手身"
                 "体水光效果安全技术专项目预约服务门诊所师生广告药"
                 "械注册批准规定人员机构法律kxjqz"},
    };
    patterns->weights = arena_array(patterns->arena, 0x10000, sizeof *patterns->weights);
    for (int i = 0; i < 0x10000; i++)
        patterns->weights[i] = 0.0003f;
    for (int k = 2; k >= 0; k--) {
        const char *text = common[k].characters;
        size_t bytes, length = strlen(text);
        for (size_t at = 0; at < length; at += bytes)
            patterns->weights[fold_code(utf8_next(text + at, length - at, &bytes))] =
                common[k].weight;
    }
}

/* ---- anchors --------------------------------------------------------------------------------------- */

/* Walks over the first two characters that can stand at a step; `place` is a step, or a node of a
 * set at one. */
struct walk {
    const struct patterns *patterns;
    struct anchors *anchors; /* NULL: only weighed */
    int count, budget;       /* of pairs */
    uint16_t first;
    bool single, number; /* one character is enough; a number stands first */
    double weight;
    struct anchor like;
};

static bool walk_step(struct walk *walk, int step);
static bool walk_node(struct walk *walk, int step, int32_t node);

/* How common a pair is: more so than its characters let expect, since pairs are words; a letter beside a digit
 * is none. */
static double
pair_weight(const float *weights, uint16_t first, uint16_t second)
{
    bool word = (first >= 'a' && first <= 'z') == (second >= 'a' && second <= 'z');
    return 1e-6 + (word ? 3.0 : 0.3) * weights[first] * weights[second];
}

static void
keep_pair(struct walk *walk, uint16_t first, uint16_t second)
{
    const float *weights = walk->patterns->weights;
    walk->count++;
    walk->weight += second ? pair_weight(weights, first, second) : weights[first];
    if (!walk->anchors || walk->anchors->count >= ANCHORS)
        return;
    struct anchor *anchor = &walk->anchors->list[walk->anchors->count++];
    *anchor = walk->like;
    anchor->first = first;
    anchor->second = second;
}

static void
keep(struct walk *walk, uint16_t second)
{
    uint16_t first_digit = digit_of(walk->first), second_digit = digit_of(second);
    keep_pair(walk, walk->first, second);
    if (first_digit)
        keep_pair(walk, first_digit, second);
    if (second_digit)
        keep_pair(walk, walk->first, second_digit);
    if (first_digit && second_digit)
        keep_pair(walk, first_digit, second_digit);
}

/* A character, and how the walk goes on behind it: false if that is too much. */
static bool
walk_char(struct walk *walk, uint16_t c, int step, int32_t node)
{
    if (--walk->budget < 0)
        return false;
    if (walk->single) {
        uint16_t digit = digit_of(c);
        keep_pair(walk, c, 0);
        if (digit)
            keep_pair(walk, digit, 0);
        return true;
    }
    if (walk->first) {
        keep(walk, c);
        return true;
    }
    const int count = walk->count, kept = walk->anchors ? walk->anchors->count : 0;
    const double weight = walk->weight;
    walk->first = c;
    if (!(node ? walk_node(walk, step, node) : walk_step(walk, step))) {
        /* what follows it may be anything: then it stands for itself */
        walk->count = count;
        walk->weight = weight;
        if (walk->anchors)
            walk->anchors->count = kept;
        keep(walk, 0);
    }
    walk->first = 0;
    return true;
}

static bool
walk_node(struct walk *walk, int step, int32_t node)
{
    const struct copy_node *nodes = walk->patterns->nodes;
    if (nodes[node].end && !walk_step(walk, step + 1))
        return false;
    for (int32_t child = nodes[node].child; child; child = nodes[child].next)
        if (!walk_char(walk, nodes[child].c, step, child))
            return false;
    return true;
}

/* A number that stands first is found by its last character and what follows it. */
static bool
walk_number(struct walk *walk, int at)
{
    walk->number = walk->number || !walk->first;
    for (int i = 0; number_words[i]; i++)
        if (!walk_char(walk, number_words[i], at + 1, 0))
            return false;
    return true;
}

static bool
walk_step(struct walk *walk, int at)
{
    const struct copy_step *step = &walk->patterns->steps[at];
    switch ((enum copy_step_kind)step->kind) {
    case STEP_CHAR:
        return walk_char(walk, step->c, at + 1, 0);
    case STEP_SET:
        return walk_node(walk, at, step->to);
    case STEP_SPLIT:
        return walk_step(walk, at + 1) && walk_step(walk, step->to);
    case STEP_JUMP:
        return walk_step(walk, step->to);
    case STEP_BEGIN:
        return walk_step(walk, at + 1);
    case STEP_NUMBER:
        return walk_number(walk, at);
    case STEP_GAP:
    case STEP_END:
    case STEP_MATCH:
        break;
    }
    return false;
}

static bool
walk_start(struct walk *walk, const struct copy_start *start)
{
    int most = start->most + (walk->number ? NUMBER_MOST - 1 : 0);
    walk->like.least = (uint8_t)start->least;
    walk->like.most = (uint8_t)(most < UINT8_MAX ? most : UINT8_MAX);
    walk->budget = ANCHORS;
    return walk_step(walk, start->step) && walk->count > 0;
}

int
patterns_anchors(const struct patterns *patterns, const struct copy_start *starts, int count,
                 struct anchors *anchors)
{
    struct walk best = {.weight = 1e9};
    const struct copy_start *start = NULL;
    for (int i = 0; i < 2 * count; i++) {
        struct walk walk = {.patterns = patterns, .single = i & 1};
        if (!walk_start(&walk, &starts[i / 2]) || walk.count >= ANCHORS)
            continue;
        int span = starts[i / 2].most - starts[i / 2].least + (walk.number ? NUMBER_MOST : 0);
        walk.weight *= 1 + span / 6.0;
        if (walk.weight >= best.weight)
            continue;
        best = walk;
        start = &starts[i / 2];
    }
    if (!start)
        return -1;
    anchors->count = 0;
    best = (struct walk){patterns, anchors, 0, 0, 0, best.single, best.number, 0, {0}};
    walk_start(&best, start);
    return 0;
}

/* ---- what steps can begin with ----------------------------------------------------------------------- */

static void
add_first(struct copy_first *to, uint16_t c)
{
    uint16_t digit = digit_of(c);
    to->bits[first_bit(c) >> 6] |= (uint64_t)1 << (first_bit(c) & 63);
    if (digit)
        to->bits[first_bit(digit) >> 6] |= (uint64_t)1 << (first_bit(digit) & 63);
}

/* What step `at` can begin with, when that of the later ones is known: known[0] is that of step `base`. */
static struct copy_first
first_of(const struct patterns *patterns, int at, const struct copy_first *known, int base)
{
    const struct copy_step *step = &patterns->steps[at];
    struct copy_first all, first = {0};
    memset(&all, 0xff, sizeof all);
    switch ((enum copy_step_kind)step->kind) {
    case STEP_CHAR:
        add_first(&first, step->c);
        return first;
    case STEP_SET:
        for (int32_t k = patterns->nodes[step->to].child; k; k = patterns->nodes[k].next)
            add_first(&first, patterns->nodes[k].c);
        return patterns->nodes[step->to].end ? all : first;
    case STEP_NUMBER:
        for (int k = 0; number_words[k]; k++)
            add_first(&first, number_words[k]);
        return first;
    case STEP_SPLIT:
        for (size_t k = 0; k < sizeof first.bits / sizeof *first.bits; k++)
            first.bits[k] = known[at + 1 - base].bits[k] | known[step->to - base].bits[k];
        return first;
    case STEP_JUMP:
        return known[step->to - base];
    case STEP_BEGIN:
        return known[at + 1 - base];
    case STEP_GAP:
    case STEP_END:
    case STEP_MATCH:
        break;
    }
    return all;
}

/* Kept where it saves the most: at the start, at each choice, behind each gap. */
static bool
wants_first(const struct patterns *patterns, int first, int at)
{
    uint8_t kind = patterns->steps[at].kind;
    return at == first || kind == STEP_GAP ||
           (kind == STEP_SPLIT && patterns->steps[at - 1].kind != STEP_JUMP);
}

void
patterns_firsts(struct patterns *patterns, int first)
{
    enum { LONGEST = 4000 };
    struct copy_first known[LONGEST + 1];
    int count = patterns->count - first;
    for (int k = count - 1; k >= 0 && count <= LONGEST; k--)
        known[k] = first_of(patterns, first + k, known, first);
    for (int k = 0; k < count && count <= LONGEST; k++) {
        bool gap = patterns->steps[first + k].kind == STEP_GAP;
        if (!wants_first(patterns, first, first + k) || patterns->first_count > UINT16_MAX)
            continue;
        patterns->firsts = arena_more(patterns->arena, patterns->firsts, patterns->first_count,
                                      &patterns->first_room, sizeof *patterns->firsts);
        patterns->firsts[patterns->first_count] = known[gap && k > 0 ? k + 1 : k];
        patterns->steps[first + k].first = (uint16_t)patterns->first_count++;
    }
}

/* ---- what can match in ASCII ------------------------------------------------------------------------- */

static bool
ascii_char(uint16_t c)
{
    return c < 128 || digit_of(c);
}

static bool
ascii_word(const struct patterns *patterns, int32_t node)
{
    for (int32_t k = patterns->nodes[node].child; k; k = patterns->nodes[k].next)
        if (ascii_char(patterns->nodes[k].c) && (patterns->nodes[k].end || ascii_word(patterns, k)))
            return true;
    return false;
}

bool
patterns_ascii(const struct patterns *patterns, int at)
{
    for (;; at++) {
        const struct copy_step *step = &patterns->steps[at];
        switch ((enum copy_step_kind)step->kind) {
        case STEP_CHAR:
            if (!ascii_char(step->c))
                return false;
            break;
        case STEP_SET:
            if (!ascii_word(patterns, step->to))
                return false;
            break;
        case STEP_SPLIT:
            if (patterns_ascii(patterns, at + 1))
                return true;
            at = step->to - 1;
            break;
        case STEP_JUMP:
            at = step->to - 1;
            break;
        case STEP_MATCH:
            return true;
        case STEP_NUMBER:
        case STEP_GAP:
        case STEP_BEGIN:
        case STEP_END:
            break;
        }
    }
}
