#include "report/plan.h"

#include <string.h>

enum { MOST_CARDS = 32, MOST_MONTHS = 37, TOP = 12, MOST_ROWS = 200 };

static const char *const kinds[] = {"cards", "charts", "table", "list", "funnel", "findings"};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* What a part is: the one of these keys that it has. */
static int
find_kind(const struct yaml *node, struct plan_part *part, const struct yaml **what,
          struct err *err)
{
    int found = 0;
    for (int i = 0; i < KINDS; i++) {
        const struct yaml *child = yaml_get(node, kinds[i]);
        if (!child)
            continue;
        part->kind = (enum plan_kind)i;
        *what = child;
        found++;
    }
    return found == 1
               ? 0
               : yaml_error(node, err,
                            _("a part is one of cards, charts, table, list, funnel and findings"));
}

static int
read_metrics(struct arena *arena, const struct yaml *list, int most, struct plan_part *part,
             struct err *err)
{
    if (list->type != YAML_LIST || list->count == 0 || list->count > most)
        return yaml_error(list, err, _("must be a list of 1 to %d metrics"), most);
    const char **metrics = arena_array(arena, (size_t)list->count, sizeof *metrics);
    for (const struct yaml *item = list->first; item; item = item->next) {
        if (item->type != YAML_SCALAR)
            return yaml_error(item, err, _("must be a metric's name"));
        metrics[part->metric_count++] = item->text;
    }
    part->metrics = metrics;
    return 0;
}

/* What is behind the key that says what the part is. */
static int
read_what(struct arena *arena, const struct yaml *what, struct plan_part *part, struct err *err)
{
    if (part->kind == PLAN_CARDS || part->kind == PLAN_CHARTS)
        return read_metrics(arena, what, MOST_CARDS, part, err);
    if (what->type != YAML_SCALAR)
        return yaml_error(what, err, _("must be one word"));
    part->what = what->text;
    if (part->kind == PLAN_FUNNEL && strcmp(part->what, "whole") != 0)
        return yaml_error(what, err, _("funnel: must be whole"));
    if (part->kind != PLAN_TABLE)
        return 0;
    const struct yaml *metrics = yaml_get(part->node, "metrics");
    return metrics ? read_metrics(arena, metrics, KPI_METRICS, part, err)
                   : yaml_error(part->node, err, _("a table needs metrics"));
}

/* It becomes an anchor of the page. */
static bool
is_id(const char *text)
{
    return text && *text && text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static int
read_part(struct arena *arena, const struct yaml *node, bool zh, struct plan_part *part,
          struct err *err)
{
    static const char *const known[] = {"part",  "zh",      "en",       "zh_note", "en_note",
                                        "cards", "metrics", "list",     "charts",  "table",
                                        "top",   "funnel",  "findings", NULL};
    const struct yaml *what = NULL;
    *part = (struct plan_part){.node = node, .top = TOP};
    if (yaml_only(node, known, err) < 0 || find_kind(node, part, &what, err) < 0 ||
        yaml_int(node, "top", &part->top, err) < 0)
        return -1;
    part->id = yaml_text(node, "part");
    part->title = yaml_text(node, zh ? "zh" : "en");
    part->note = yaml_text(node, zh ? "zh_note" : "en_note");
    if (!is_id(part->id) || !part->title)
        return yaml_error(node, err, _("a part needs part ([a-z0-9-]), zh and en"));
    if (part->top < 1 || part->top > MOST_ROWS)
        return yaml_error(node, err, _("top: must be from 1 to %d"), MOST_ROWS);
    return read_what(arena, what, part, err);
}

int
plan_load(struct arena *arena, const struct packs *packs, bool zh, struct plan *plan,
          struct err *err)
{
    static const char *const known[] = {"months", "parts", NULL};
    const char *path = pack_find(packs, arena, "report.yaml");
    *plan = (struct plan){.months = 13};
    if (!path)
        return err_set(err, ERR_IO, _("report.yaml: no such pack"));
    const struct yaml *root = yaml_load(arena, path, err);
    if (!root || yaml_only(root, known, err) < 0 ||
        yaml_int(root, "months", &plan->months, err) < 0)
        return -1;
    if (plan->months < 2 || plan->months > MOST_MONTHS)
        return yaml_error(root, err, _("months: must be from 2 to %d"), MOST_MONTHS);
    const struct yaml *list = yaml_get(root, "parts");
    if (!list || list->type != YAML_LIST || list->count == 0)
        return yaml_error(root, err, _("parts: must be a list of parts"));
    struct plan_part *parts = arena_array(arena, (size_t)list->count, sizeof *parts);
    for (const struct yaml *node = list->first; node; node = node->next)
        if (read_part(arena, node, zh, &parts[plan->count++], err) < 0)
            return -1;
    plan->parts = parts;
    return 0;
}
