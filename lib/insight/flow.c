#include "insight/flow.h"

#include "fact/fact.h"

struct giving {
    flow_seen *seen;
    void *context;
    int count;
};

static int
give_block(void *context, const struct fact_block *block, struct err *err)
{
    const struct giving *giving = context;
    struct flow_row row = {.store_id = block->store_id, .day = block->day};
    for (int i = 0; i < block->rows; i++) {
        row.client = block->client[i];
        for (int column = 0; column < giving->count; column++)
            row.value[column] = block->column[column][i];
        if (giving->seen(giving->context, &row, err) < 0)
            return -1;
    }
    return 0;
}

int
flow_each(const struct flow *flow, flow_seen *seen, void *context, struct err *err)
{
    const struct fact *fact = fact_find(flow->of);
    struct giving giving = {.seen = seen, .context = context};
    int columns[FLOW_MOST];
    if (!fact)
        return err_set(err, ERR_DB, _("internal error: %s: no such fact"), flow->of);
    for (; giving.count < FLOW_MOST && flow->columns[giving.count]; giving.count++) {
        columns[giving.count] = fact_column_find(fact, flow->columns[giving.count]);
        if (columns[giving.count] < 0)
            return err_set(err, ERR_DB, _("internal error: %s: no such column of a fact"),
                           flow->columns[giving.count]);
    }
    const struct fact_scan scan = {.fact = fact,
                                   .from = flow->from,
                                   .to = flow->to,
                                   .store_id = flow->store_id,
                                   .columns = columns,
                                   .column_count = giving.count,
                                   .by_day = true};
    return fact_scan(flow->db, flow->arena, &scan, give_block, &giving, err);
}
