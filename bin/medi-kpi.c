/* medi-kpi: figures from the records. */
#include <stddef.h>

#include "cli/cli.h"
#include "bin/kpi/report.h"
#include "bin/kpi/verbs.h"
#include "bin/kpi/verbs_fact.h"
#include "bin/kpi/verbs_show.h"

#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}
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
    /* the analyses: bin/kpi */
    {.name = "retention", .summary = N_("print who came again, by each of five definitions"), .mode = DB_READ, .run = cmd_retention,
     .args_size = sizeof(struct retention_args), .options = retention_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi retention --from 2026-07-01 --to 2026-08-01",
                          "medi-kpi retention --definition after-first --days 60 --by channel --from 2026-07-01 --to 2026-08-01")},
    {.name = "cohort", .summary = N_("print clients by the month of their first visit, month by month"), .mode = DB_READ, .run = cmd_cohort,
     .args_size = sizeof(struct cohort_args), .options = cohort_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi cohort --by month --wide --ages 3",
                          "medi-kpi cohort --by quarter --measure revenue --from 2026-01-01 -o csv")},
    {.name = "funnel", .summary = N_("print how far people come, from lead to repurchase, and how long it takes"), .mode = DB_READ, .run = cmd_funnel,
     .args_size = sizeof(struct funnel_args), .options = funnel_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi funnel --from 2026-07-01 --to 2026-10-01",
                          "medi-kpi funnel --by channel --within 30 -o csv")},
    {.name = "basket", .summary = N_("print which projects go together on a ticket"), .mode = DB_READ, .run = cmd_basket,
     .args_size = sizeof(struct basket_args), .options = basket_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi basket --project P01", "medi-kpi basket --of treatments --all --from 2026-01-01 -o csv")},
    {.name = "goal set", .summary = N_("say what a store or the chain wants to reach"), .mode = DB_WRITE, .run = cmd_goal_set,
     .args_size = sizeof(struct goal_args), .options = goal_set_options, .operands = goal_set_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi goal set revenue 1200000 -s S01 --day 2026-09",
                          "medi-kpi goal set conversion 35% --day 2026-09 --period quarter --note 三季度")},
    {.name = "goal list", .summary = N_("list the goals"), .mode = DB_READ, .run = cli_list, .query = SQL_INSIGHT_GOAL_LIST,
     .args_size = sizeof(struct goal_args), .options = goal_list_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi goal list", "medi-kpi goal list -s S01 --metric revenue --from 2026-01-01 -o csv")},
    {.name = "budget", .summary = N_("print goals against what came, and where they end at this pace"), .mode = DB_READ, .run = cmd_budget,
     .args_size = sizeof(struct budget_args), .options = budget_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi budget --day 2026-09", "medi-kpi budget -s S01 --metric revenue -o json")},
    {.name = "goal drop", .summary = N_("take back a goal"), .mode = DB_WRITE, .run = cmd_goal_drop,
     .args_size = sizeof(struct goal_args), .options = goal_drop_options, .operands = goal_drop_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi goal drop revenue -s S01 --day 2026-09", "medi-kpi goal drop conversion --day 2026-09 --period quarter")},
    {.name = "channel add", .summary = N_("add a channel by which clients come"), .mode = DB_WRITE, .run = cmd_channel_add,
     .args_size = sizeof(struct channel_args), .options = channel_add_options, .operands = channel_add_operands,
     .examples = EXAMPLES("medi-kpi channel add douyin --name 抖音", "medi-kpi channel add corp --name 企业微信 --category own")},
    {.name = "channel list", .summary = N_("list the channels, with their clients and spending"), .mode = DB_READ, .run = cli_list, .query = SQL_INSIGHT_CHANNEL_LIST,
     .flags = VERB_EXIT_ROWS, .examples = EXAMPLES("medi-kpi channel list", "medi-kpi channel list -o csv")},
    {.name = "spend add", .summary = N_("record what was spent on a channel"), .mode = DB_WRITE, .run = cmd_spend_add,
     .args_size = sizeof(struct spend_args), .options = spend_add_options, .operands = spend_add_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi spend add dianping 3000 -s S01 --day 2026-09-01", "medi-kpi spend add dianping 20000 --day 2026-09-01 --purpose 品牌")},
    {.name = "spend list", .summary = N_("list what was spent on channels"), .mode = DB_READ, .run = cli_list, .query = SQL_INSIGHT_SPEND_LIST,
     .args_size = sizeof(struct spend_args), .options = spend_list_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi spend list --from 2026-09-01", "medi-kpi spend list -s S01 --channel dianping -o csv")},
    {.name = "market add", .summary = N_("record a competitor's price as it was seen"), .mode = DB_WRITE, .run = cmd_market_add,
     .args_size = sizeof(struct market_args), .options = market_add_options, .operands = market_add_operands,
     .examples = EXAMPLES("medi-kpi market add 样例医美 光子嫩肤单次 880 --project P01 --activity 双人同行 --source 大众点评",
                          "medi-kpi market add 示范诊所 M22光子 1180 --project P01 --day 2026-09-10")},
    {.name = "market list", .summary = N_("list competitors' prices as they were seen"), .mode = DB_READ, .run = cli_list, .query = SQL_INSIGHT_MARKET_LIST,
     .args_size = sizeof(struct market_args), .options = market_list_options, .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-kpi market list --project P01", "medi-kpi market list --unmatched -o csv")},
    {.name = "market", .summary = N_("compare one's own prices with those of competitors"), .mode = DB_READ, .run = cmd_market,
     .args_size = sizeof(struct market_args), .options = market_options, .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-kpi market", "medi-kpi market -s S01 --project P01 --days 30 -o json")},
    {.name = "ltv", .summary = N_("print what clients were worth and will be in a year, beside what it cost to win them"), .mode = DB_READ, .run = cmd_ltv,
     .args_size = sizeof(struct ltv_args), .options = ltv_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi ltv --by channel --margin 60%", "medi-kpi ltv --by cohort --from 2026-01-01 --discount 8% -o csv")},
    {.name = "profit", .summary = N_("print what is left of revenue, by project, store, doctor or channel"), .mode = DB_READ, .run = cmd_profit,
     .args_size = sizeof(struct profit_args), .options = profit_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi profit --by project --from 2026-07-01 --to 2026-10-01", "medi-kpi profit --by doctor -s S01 -o csv")},
    {.name = "payback", .summary = N_("print how far stores have paid back what was invested in them"), .mode = DB_READ, .run = cmd_payback,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE, .examples = EXAMPLES("medi-kpi payback", "medi-kpi payback -s S01 -o json")},
    {.name = "advise", .summary = N_("say what the figures advise: channels, projects, clients, stores"), .mode = DB_READ, .run = cmd_advise,
     .args_size = sizeof(struct advise_args), .options = advise_options, .flags = VERB_EXIT_ROWS,
     .examples = EXAMPLES("medi-kpi advise", "medi-kpi advise --of channels -o json")},
    {.name = "brief", .summary = N_("print what the day begins with, or what it leaves behind"), .mode = DB_READ, .run = cmd_brief,
     .args_size = sizeof(struct brief_args), .options = brief_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-kpi brief --morning", "medi-kpi brief --evening -s S01 -o json")},
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
