/* Measures of statements among the others. */
#include <stdlib.h>
#include <string.h>

#include "kpi/layer_private.h"
#include "kpi/told.h"

struct telling {
    struct kpi_layer *layer;
    struct question *question;
    const struct measure *measure;
    int sum;
};

static int
id_of(struct telling *telling, const char *of, const char *code, int64_t *id, struct err *err)
{
    const struct names *names;
    *id = 0;
    if (!code)
        return 0;
    return lens_names(&telling->layer->shelf, of, NULL, &names, err) < 0 ||
                   names_id(names, code, id, err) < 0
               ? -1
               : 0;
}

static int
key_of(struct telling *telling, const struct dimension *cut, const struct told_row *row,
       int64_t *key, struct err *err)
{
    if (cut->take == TAKE_STORE)
        return id_of(telling, "store", row->store, key, err);
    if (cut->take == TAKE_STAFF)
        return id_of(telling, "staff", row->staff, key, err);
    if (cut->take == TAKE_COLUMN)
        return id_of(telling, "channel", row->channel, key, err);
    *key = 0;
    if (row->month) {
        int64_t month = 12 * strtoll(row->month, NULL, 10) + strtoll(row->month + 5, NULL, 10) - 1;
        *key = period_of(cut->take, period_start(TAKE_MONTH, month));
    }
    return 0;
}

static int
take_row(void *context, const struct told_row *row, struct err *err)
{
    struct telling *telling = context;
    struct question *question = telling->question;
    int64_t key[CUTS] = {0};
    for (int i = 0; i < question->cut_count; i++)
        if (key_of(telling, question->cuts[i], row, &key[i], err) < 0)
            return -1;
    int64_t *sums = groups_sum(&question->groups, groups_find(&question->groups, key));
    for (int i = 0; i < row->count; i++)
        if (strcmp(row->names[i], telling->measure->value) == 0)
            sums[telling->sum] += row->values[i];
    return 0;
}

static int
cut_so(const struct telling *telling, struct told_ask *asked, struct err *err)
{
    const struct question *question = telling->question;
    for (int i = 0; i < question->cut_count; i++) {
        asked->by_store |= question->cuts[i]->take == TAKE_STORE;
        asked->by_month |= is_period(question->cuts[i]->take);
        asked->by_channel |= question->cuts[i]->take == TAKE_COLUMN;
        asked->by_staff |= question->cuts[i]->take == TAKE_STAFF;
    }
    if (strcmp(telling->measure->source, "sop_conformance") == 0 && asked->by_store &&
        (asked->by_staff || asked->staff))
        return err_set(err, ERR_USAGE,
                       _("sop_conformance: cannot be cut so: by store or by staff, one at a time"));
    return question->where
               ? err_set(err, ERR_USAGE,
                         _("--where: %s comes from a statement, which is filtered by -s "
                           "and --staff alone"),
                         telling->measure->source)
               : 0;
}

int
layer_told(struct kpi_layer *layer, const struct kpi_ask *ask, struct question *question,
           const struct measure *measure, int sum, struct err *err)
{
    struct telling telling = {layer, question, measure, sum};
    struct told_ask asked = {.from = question->window.from,
                             .to = question->window.to,
                             .store_id = ask->store_id,
                             .staff = ask->staff,
                             .now = ask->now,
                             .packs = layer->packs,
                             .arena = layer->arena};
    int64_t staff_id;
    if (cut_so(&telling, &asked, err) < 0 ||
        kpi_setting(layer, "kpi.deal_threshold_fen", &asked.threshold_fen, err) < 0 ||
        layer_codes(layer, "kpi.key_projects", &asked.projects, err) < 0)
        return -1;
    if (ask->staff) {
        if (id_of(&telling, "staff", ask->staff, &staff_id, err) < 0)
            return -1;
        asked.staff_id = &staff_id;
    }
    return told_rows(layer->db, told_find(measure->source), &asked, take_row, &telling, err);
}
