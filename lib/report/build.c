/* The parts in order, and the definitions behind them. */
#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "report/private.h"

void
report_use(struct report *report, const struct metric *metric)
{
    for (int i = 0; i < report->used_count; i++)
        if (strcmp(report->used[i]->name, metric->name) == 0)
            return;
    report->used = arena_more(report->arena, report->used, report->used_count, &report->used_room,
                              sizeof *report->used);
    report->used[report->used_count++] = metric;
}

const char *
report_name(const struct report *report, const struct metric *metric)
{
    return report->ask->zh && metric->zh ? metric->zh : metric->name;
}

static int
make_part(struct report *report, const struct plan_part *plan, struct page_part *part,
          struct err *err)
{
    static int (*const makers[])(struct report *, const struct plan_part *, struct page_part *,
                                 struct err *) = {report_cards, report_charts, report_table,
                                                  report_list,  report_funnel, report_findings};
    *part = (struct page_part){.id = plan->id, .title = plan->title, .note = plan->note};
    part->none = plan->kind == PLAN_FINDINGS
                     ? _("nothing stands out, or there are too few cases to tell")
                 : plan->kind == PLAN_LIST ? _("nothing")
                                           : _("no records in this window");
    return makers[plan->kind](report, plan, part, err);
}

static int
make_parts(struct report *report, struct page *page, struct err *err)
{
    struct page_part *parts = arena_array(report->arena, (size_t)report->plan.count, sizeof *parts);
    for (int i = 0; i < report->plan.count; i++)
        if (make_part(report, &report->plan.parts[i], &parts[i], err) < 0)
            return -1;
    page->parts = parts;
    page->part_count = report->plan.count;
    return 0;
}

static void
make_words(struct report *report, struct page *page)
{
    struct page_word *words =
        arena_array(report->arena, (size_t)report->used_count + 1, sizeof *words);
    bool zh = report->ask->zh;
    for (int i = 0; i < report->used_count; i++) {
        const struct metric *metric = report->used[i];
        words[i] = (struct page_word){
            .name =
                zh ? arena_printf(report->arena, "%s %s", metric->zh, metric->name) : metric->name,
            .says = zh && metric->means ? metric->means : metric->says,
        };
    }
    page->words_title = _("How the figures are defined");
    page->words = words;
    page->word_count = report->used_count;
}

/* The page's style: a pack as the others, so that a clinic has its own colours. It can end its element
 * nowhere. */
static int
read_style(struct report *report, struct page *page, struct err *err)
{
    enum { MOST = 65536 };
    const char *path = pack_find(report->layer->packs, report->arena, "report.css");
    FILE *file = path ? fopen(path, "re") : NULL;
    if (!file)
        return err_set(err, ERR_IO, _("report.css: no such pack"));
    char *style = arena_alloc(report->arena, MOST + 1);
    size_t length = fread(style, 1, MOST, file);
    bool failed = ferror(file) || !feof(file);
    fclose(file);
    if (failed)
        return err_set(err, ERR_DATA, _("%s: cannot be read, or is over 64 KiB"), path);
    if (strlen(style) != length || strchr(style, '<'))
        return err_set(err, ERR_DATA, _("%s: must be CSS, without <"), path);
    page->style = style;
    return 0;
}

static void
name_page(struct report *report, struct page *page)
{
    const struct report_ask *ask = report->ask;
    char from[16], to[16], now[32];
    day_format(ask->from, from);
    day_format(ask->to - 1, to);
    zone_format(ask->zone, ask->now, now);
    page->lang = ask->zh ? "zh-Hans" : "en";
    page->title = arena_printf(report->arena, _("%s: management report"), ask->store);
    page->period = arena_printf(report->arena, _("%s to %s"), from, to);
    page->made = arena_printf(
        report->arena,
        _("Made by medi-kpi report at %s. * stands on few cases. Money is cash received unless a "
          "figure says recognised."),
        now);
}

int
report_build(struct kpi_layer *layer, const struct report_ask *ask, struct page *page,
             struct err *err)
{
    struct report report = {.layer = layer, .ask = ask, .arena = layer->arena};
    *page = (struct page){0};
    if (plan_load(report.arena, layer->packs, ask->zh, &report.plan, err) < 0 ||
        read_style(&report, page, err) < 0 || make_parts(&report, page, err) < 0)
        return -1;
    name_page(&report, page);
    make_words(&report, page);
    return 0;
}
