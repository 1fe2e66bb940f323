/* medi-kpi: figures from the records. */
#include <stddef.h>

#include "cli/cli.h"
#include "bin/kpi/report.h"
#include "bin/kpi/verbs_fact.h"
#include "bin/kpi/verbs_show.h"

#define FIELD(type, field) offsetof(struct type, field)
#include "bin/kpi/options_show.h"

static const struct opt refresh_options[] = {
    {0, "all", OPT_FLAG, FIELD(refresh_args, all), NULL, N_("make everything anew without comparing first"), NULL},
    {0},
};

static const struct verb verbs[] = {
    {.name = "list",
     .summary = N_("print the metrics and what they can be cut by"),
     .mode = DB_NONE,
     .run = cmd_list,
     .args_size = sizeof(struct kpi_list_args),
     .options = list_options,
     .examples = (const char *const[]){"medi-kpi list", "medi-kpi list --dimension doctor",
                                       "medi-kpi list --dimension all", NULL}},
    {.name = "explain",
     .summary = N_("say what a metric is: words, formula, edges, sources"),
     .mode = DB_NONE,
     .run = cmd_explain,
     .args_size = sizeof(struct explain_args),
     .operands = explain_operands,
     .examples = (const char *const[]){"medi-kpi explain conversion", "medi-kpi explain roi -o json", NULL}},
    {.name = "show",
     .summary = N_("print metrics, cut, filtered and compared"),
     .mode = DB_READ,
     .run = cmd_show,
     .args_size = sizeof(struct show_args),
     .options = show_options,
     .operands = show_operands,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples =
         (const char *const[]){
             "medi-kpi show arrivals --by month,channel --from 2026-07-01 --to 2026-10-01",
             "medi-kpi show conversion --staff Q01 --from 2026-07-01 --to 2026-08-01",
             "medi-kpi show revenue ticket --by store --where 'channel_kind = paid and new = new' --compare previous",
             "medi-kpi show arrivals --by store --spark week --from 2026-07-01 --to 2026-10-01", NULL}},
    {.name = "report",
     .summary = N_("write the director's page: one file of HTML"),
     .mode = DB_READ,
     .run = cmd_report,
     .args_size = sizeof(struct report_args),
     .options = report_options,
     .flags = VERB_PAGE | VERB_OF_STORE,
     .examples = (const char *const[]){"medi-kpi report --month 2026-08 -o html >report.html",
                                       "medi-kpi report -s S01 --lang zh >S01.html", NULL}},
    {.name = "refresh",
     .summary = N_("make what figures are made of anew, where a recount differs"),
     .mode = DB_WRITE,
     .run = cmd_refresh,
     .args_size = sizeof(struct refresh_args),
     .options = refresh_options,
     .flags = VERB_CHAIN,
     .examples = (const char *const[]){"medi-kpi refresh", "medi-kpi refresh --all", NULL}},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-kpi",
    .summary = N_("print figures from the records"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
