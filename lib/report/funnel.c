/* How far people come, as a table with a bar a stage. */
#include "insight/funnel.h"
#include "report/private.h"
#include "report/words.h"

enum { COLUMNS = 4 };

static void
fill_stage(struct report *report, const struct funnel_step *step, enum funnel_stage stage,
           struct page_cell *cells)
{
    static const char *const words[] = {N_("leads"), N_("arrivals"),   N_("consultations"),
                                        N_("deals"), N_("treatments"), N_("repurchases")};
    struct arena *arena = report->arena;
    cells[0].text = _(words[stage]);
    cells[1] = (struct page_cell){.text = words_cell(arena, UNIT_COUNT, step->people),
                                  .size = (double)step->people};
    if (stage == FUNNEL_LEAD)
        return;
    if (step->before > 0)
        cells[2].text = words_cell(arena, UNIT_RATIO,
                                   (int64_t)(1e6 * (double)step->both / (double)step->before));
    if (step->median >= 0)
        cells[3].text = arena_printf(arena, "%.1f", (double)step->median / 2);
}

int
report_funnel(struct report *report, const struct plan_part *plan, struct page_part *part,
              struct err *err)
{
    const struct funnel_query query = {.db = report->layer->db,
                                       .arena = report->arena,
                                       .from = report->ask->from,
                                       .to = report->ask->to,
                                       .today = report->ask->today,
                                       .store_id = report->ask->store_id,
                                       .by = FUNNEL_WHOLE};
    struct funnel_group *groups;
    int count;
    (void)plan;
    if (funnel_count(&query, &groups, &count, err) < 0)
        return -1;
    struct page_column *columns = arena_array(report->arena, COLUMNS, sizeof *columns);
    struct page_cell *cells =
        arena_array(report->arena, (size_t)COLUMNS * FUNNEL_STAGES, sizeof *cells);
    columns[0].name = _("stage");
    columns[1] = (struct page_column){.name = _("people"), .number = true, .bar = true};
    columns[2] = (struct page_column){.name = _("of the stage before"), .number = true};
    columns[3] = (struct page_column){.name = _("days between, median"), .number = true};
    for (int i = 0; count > 0 && i < FUNNEL_STAGES; i++)
        fill_stage(report, &groups[0].steps[i], (enum funnel_stage)i, &cells[COLUMNS * i]);
    *part = (struct page_part){.kind = PAGE_TABLE,
                               .id = part->id,
                               .title = part->title,
                               .note = part->note,
                               .none = part->none,
                               .columns = columns,
                               .column_count = COLUMNS,
                               .cells = cells,
                               .count = count > 0 ? FUNNEL_STAGES : 0};
    return 0;
}
