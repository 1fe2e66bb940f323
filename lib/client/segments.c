#include "client/segments.h"

#include <string.h>

#include "base/str.h"

enum { REASONS_MOST = 64 };

/* ---- the score ------------------------------------------------------------------------------------ */

int64_t
score_line_points(const struct score_line *line, const struct measures *measures)
{
    int64_t value = measures->of[line->measure];
    for (int i = 0; i < line->count && value != NO_VALUE; i++) {
        const struct cut *cut = &line->cuts[i];
        if (cut->from != NO_VALUE ? value >= cut->from : value < cut->below)
            return cut->points;
    }
    return 0;
}

int64_t
segments_score(const struct segments *segments, const struct measures *measures)
{
    int64_t score = 0;
    for (int i = 0; i < segments->line_count; i++)
        score += score_line_points(&segments->lines[i], measures);
    return score;
}

static int
read_cut(const struct yaml *node, struct cut *cut, struct err *err)
{
    static const char *const known[] = {"from", "below", "points", NULL};
    *cut = (struct cut){NO_VALUE, NO_VALUE, -1};
    if (yaml_only(node, known, err) < 0 || yaml_int(node, "from", &cut->from, err) < 0 ||
        yaml_int(node, "below", &cut->below, err) < 0 ||
        yaml_int(node, "points", &cut->points, err) < 0)
        return -1;
    if ((cut->from == NO_VALUE) == (cut->below == NO_VALUE))
        return yaml_error(node, err, _("needs one of from and below"));
    if (cut->points < 0 || cut->points > SCORE_MOST)
        return yaml_error(node, err, _("points: must be from 0 to %d"), (int)SCORE_MOST);
    return 0;
}

/* A cut behind one that fits all that it fits would never count. */
static int
check_cut(const struct yaml *node, const struct score_line *line, struct err *err)
{
    const struct cut *cut = &line->cuts[line->count - 1];
    for (int i = 0; i + 1 < line->count; i++) {
        const struct cut *before = &line->cuts[i];
        bool from = cut->from != NO_VALUE;
        if ((before->from != NO_VALUE) != from)
            return yaml_error(node, err, _("from and below do not go together"));
        if (from ? cut->from >= before->from : cut->below <= before->below)
            return yaml_error(node, err, _("this cut never counts: one before it fits first"));
    }
    return 0;
}

static int
read_line(struct arena *arena, const struct yaml *node, struct score_line *line, int64_t *most,
          struct err *err)
{
    static const char *const known[] = {"measure", "cuts", NULL};
    const struct yaml *cuts = yaml_get(node, "cuts");
    const char *name = yaml_text(node, "measure");
    int64_t greatest = 0;
    if (yaml_only(node, known, err) < 0)
        return -1;
    int measure = name ? measure_find(name, strlen(name)) : -1;
    if (measure < 0 || measure == M_SCORE || measure == M_BIRTHDAY_DAYS)
        return yaml_error(node, err, _("measure: %s: no such measure"), name ? name : "");
    if (!cuts || cuts->type != YAML_LIST || cuts->count == 0)
        return yaml_error(node, err, _("cuts: missing"));
    *line = (struct score_line){.measure = (enum measure)measure};
    line->cuts = arena_array(arena, (size_t)cuts->count, sizeof *line->cuts);
    for (const struct yaml *child = cuts->first; child; child = child->next) {
        struct cut *cut = &line->cuts[line->count++];
        if (read_cut(child, cut, err) < 0 || check_cut(child, line, err) < 0)
            return -1;
        greatest = cut->points > greatest ? cut->points : greatest;
    }
    *most += greatest;
    return 0;
}

static int
read_score(struct arena *arena, const struct yaml *root, struct segments *segments, struct err *err)
{
    const struct yaml *list = yaml_get(root, "score");
    int64_t most = 0;
    if (!list || list->type != YAML_LIST || list->count == 0)
        return yaml_error(root, err, _("score: missing"));
    segments->lines = arena_array(arena, (size_t)list->count, sizeof *segments->lines);
    for (const struct yaml *node = list->first; node; node = node->next)
        if (read_line(arena, node, &segments->lines[segments->line_count++], &most, err) < 0)
            return -1;
    if (most != SCORE_MOST)
        return yaml_error(list, err, _("score: the greatest points make %lld, must make %d"),
                          (long long)most, (int)SCORE_MOST);
    return 0;
}

/* ---- the segments ------------------------------------------------------------------------------------ */

static int
read_otherwise(const struct yaml *root, struct segments *segments, struct err *err)
{
    static const char *const known[] = {"segment", "zh", "says", NULL};
    const struct yaml *node = yaml_get(root, "otherwise");
    struct rule *rule = &segments->otherwise;
    if (!node)
        return yaml_error(root, err, _("otherwise: missing"));
    if (yaml_only(node, known, err) < 0)
        return -1;
    *rule = (struct rule){.name = yaml_text(node, "segment"),
                          .zh = yaml_text(node, "zh"),
                          .says = yaml_text(node, "says")};
    if (!rule->name || !rule->zh || !rule->says)
        return yaml_error(node, err, _("needs %s, zh and says"), "segment");
    if (segments_find(segments, rule->name) != segments->rule_count)
        return yaml_error(node, err, _("%s: is there twice"), rule->name);
    return 0;
}

static int
count_reasons(const struct yaml *list, const struct segments *segments, struct err *err)
{
    int count = 0;
    for (int i = 0; i < segments->rule_count; i++)
        count += segments->rules[i].count;
    return count <= REASONS_MOST ? 0
                                 : yaml_error(list, err, _("any: at most %d"), (int)REASONS_MOST);
}

int
segments_load(struct arena *arena, const struct packs *packs, struct segments *segments,
              struct err *err)
{
    static const char *const known[] = {"score", "segments", "otherwise", NULL};
    const struct yaml *root = rules_load(arena, packs, "segments.yaml", err);
    *segments = (struct segments){0};
    if (!root || yaml_only(root, known, err) < 0 || read_score(arena, root, segments, err) < 0)
        return -1;
    const struct yaml *list = yaml_get(root, "segments");
    if (!list)
        return yaml_error(root, err, _("segments: missing"));
    if (rules_read(arena, list, "segment", NULL, &segments->rules, &segments->rule_count, err) <
            0 ||
        count_reasons(list, segments, err) < 0)
        return -1;
    return read_otherwise(root, segments, err);
}

struct placing
segments_place(const struct segments *segments, struct measures *measures)
{
    struct placing placing = {segments->rule_count, segments_score(segments, measures), 0};
    int shift = 0;
    measures->of[M_SCORE] = placing.score;
    for (int i = segments->rule_count - 1; i >= 0; i--)
        if (rule_holds(&segments->rules[i], measures))
            placing.segment = i;
    for (int i = 0; i < segments->rule_count; i++) {
        placing.reasons |= rule_holds(&segments->rules[i], measures) << shift;
        shift += segments->rules[i].count;
    }
    return placing;
}

const struct rule *
segments_rule(const struct segments *segments, int segment)
{
    return segment < segments->rule_count ? &segments->rules[segment] : &segments->otherwise;
}

int
segments_find(const struct segments *segments, const char *name)
{
    for (int i = 0; i <= segments->rule_count; i++)
        if (strcmp(segments_rule(segments, i)->name, name) == 0)
            return i;
    return -1;
}

/* ---- reasons ------------------------------------------------------------------------------------------ */

const char *
segments_reasons(struct arena *arena, const struct segments *segments, uint64_t bits)
{
    struct str text = STR_INIT;
    int bit = 0;
    for (int i = 0; i < segments->rule_count; i++) {
        const struct rule *rule = &segments->rules[i];
        for (int j = 0; j < rule->count; j++, bit++)
            if (bits & UINT64_C(1) << bit)
                str_addf(&text, "%s%s/%s", text.length ? "," : "", rule->name, rule->any[j].reason);
    }
    const char *kept = text.length ? arena_strdup(arena, text.text) : "otherwise";
    str_release(&text);
    return kept;
}

static const struct alternative *
find_reason(const struct segments *segments, const char *text, size_t length)
{
    for (int i = 0; i < segments->rule_count; i++) {
        const struct rule *rule = &segments->rules[i];
        size_t name = strlen(rule->name);
        if (length <= name || memcmp(text, rule->name, name) != 0 || text[name] != '/')
            continue;
        for (int j = 0; j < rule->count; j++) {
            const char *reason = rule->any[j].reason;
            if (strlen(reason) == length - name - 1 &&
                memcmp(reason, text + name + 1, strlen(reason)) == 0)
                return &rule->any[j];
        }
    }
    return NULL;
}

/* A reason that the pack no longer has stays as it was kept. */
const char *
segments_words(struct arena *arena, const struct segments *segments, const char *kept, bool zh)
{
    struct str words = STR_INIT;
    if (strcmp(kept, "otherwise") == 0)
        return zh ? segments->otherwise.zh : segments->otherwise.says;
    for (const char *at = kept; *at; at += strspn(at, ",")) {
        size_t length = strcspn(at, ",");
        const struct alternative *found = find_reason(segments, at, length);
        str_adds(&words, words.length ? zh ? "；" : "; " : "");
        if (found)
            str_adds(&words, zh ? found->zh : found->says);
        else
            str_add(&words, at, length);
        at += length;
    }
    const char *text = arena_strdup(arena, words.text);
    str_release(&words);
    return text;
}
