#include "kpi/kpi.h"

int
kpi_ratio(const struct kpi_query *query, struct kpi_ratio *ratio, struct err *err)
{
    const struct kpi_ask ask = {.metrics = {query->metric},
                                .metric_count = 1,
                                .staff = query->staff,
                                .store_id = query->store_id,
                                .from = query->from,
                                .to = query->to,
                                .days = -1,
                                .today = query->today,
                                .now = query->now};
    struct kpi_answer answer;
    *ratio = (struct kpi_ratio){.few = true};
    if (kpi_ask(query->layer, &ask, &answer, err) < 0)
        return -1;
    if (answer.count > 0) {
        const struct kpi_figure *figure = &answer.rows[0].figures[0];
        *ratio = (struct kpi_ratio){figure->numerator, figure->denominator, figure->few};
    }
    return 0;
}
