/* medi-stock: what the clinic keeps of goods and machines. The verbs are in bin/stock. */
#include "bin/stock/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

#include "bin/stock/options_ledger.h"

static const struct verb verbs[] = {
    /* ---- ledger: what is there ---- */
    {.name = "lot list", .summary = N_("list the lots"), .mode = DB_READ, .run = cli_list, .query = SQL_STOCK_LOT_LIST,
     .args_size = sizeof(struct lot_args), .options = lot_list_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock lot list -s S01", "medi-stock lot list --item I90 --all -o json")},
    {.name = "lot show", .summary = N_("show a lot in every store: where it came from and what became of it"), .mode = DB_READ,
     .run = cmd_lot_show, .query = SQL_STOCK_LOT_SHOW, .args_size = sizeof(struct lot_args), .options = lot_show_options,
     .operands = lot_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock lot show L90", "medi-stock lot show L90 --item I90 -o json")},
    {.name = "balance", .summary = N_("show what there is of items, at any date"), .mode = DB_READ, .run = cli_list,
     .query = SQL_STOCK_BALANCE, .args_size = sizeof(struct balance_args), .operands = balance_operands,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock balance -s S01", "medi-stock balance I90 --as-of 2026-08-31")},
    {.name = "ledger", .summary = N_("show the movements of an item or a lot, with the balance behind each"), .mode = DB_READ,
     .run = cmd_ledger, .query = SQL_STOCK_LEDGER, .args_size = sizeof(struct ledger_args), .options = ledger_options,
     .operands = ledger_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock ledger I90 -s S01", "medi-stock ledger L90 --from 2026-08-01 -o jsonl")},
    {.name = "low", .summary = N_("find items below their minimum"), .mode = DB_READ, .run = cmd_findings, .query = SQL_STOCK_LOW,
     .args_size = sizeof(struct due_args), .options = low_options, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock low -s S01 || true", "medi-stock low --fail-on error")},
    {.name = "expiring", .summary = N_("find what expires soon, or has"), .mode = DB_READ, .run = cmd_findings,
     .query = SQL_STOCK_EXPIRING, .args_size = sizeof(struct due_args), .options = expiring_options, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock expiring -s S01 --days 600 --fail-on error",
                          "medi-stock expiring --days 600 --fail-on error -o jsonl")},
    {.name = "risk", .summary = N_("find what will expire unused"), .mode = DB_READ, .run = cmd_risk,
     .args_size = sizeof(struct due_args), .options = risk_options, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock risk -s S01 || true", "medi-stock risk -o jsonl || true")},

    /* ---- ledger: what moves ---- */
    {.name = "issue", .summary = N_("issue goods, first expired first out"), .mode = DB_WRITE, .run = cmd_issue,
     .args_size = sizeof(struct move_args), .options = issue_options, .operands = issue_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock issue -s S01 I90=3 --reason 治疗室", "medi-stock issue -s S01 I90=2@L90 -n",
                          "echo '{\"code\":\"LY1\",\"item\":\"I90\",\"quantity\":2}' | medi-stock issue -s S01 - -n")},
    {.name = "open", .summary = N_("open a pack: from now on it keeps only so long"), .mode = DB_WRITE, .run = cmd_open,
     .args_size = sizeof(struct move_args), .options = open_options, .operands = open_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock open -s S01 I90", "medi-stock open -s S01 I90 --lot L90 -n")},
    {.name = "use", .summary = N_("draw from an opened pack"), .mode = DB_WRITE, .run = cmd_use, .args_size = sizeof(struct move_args),
     .options = use_options, .operands = use_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock use -s S01 VI20260915-0001 20 --reason 示教", "medi-stock use -s S01 VI20260915-0001 5U -n")},
    {.name = "waste", .summary = N_("waste goods, or the rest of an opened pack"), .mode = DB_WRITE, .run = cmd_waste,
     .args_size = sizeof(struct move_args), .options = waste_options, .operands = waste_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock waste -s S01 I90=1@L90 --reason 破损", "medi-stock waste -s S01 --pack VI20260915-0001 --reason 余量 -n")},
    {.name = "move", .summary = N_("put a lot in another place of the store"), .mode = DB_WRITE, .run = cmd_move,
     .args_size = sizeof(struct move_args), .options = move_options, .operands = move_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock move -s S01 I90 L90 --to 冰箱2", "medi-stock move -s S01 I90 L90 --to 急救车 -n")},
    {.name = "return", .summary = N_("take back what was issued, or a part of it"), .mode = DB_WRITE, .run = cmd_return,
     .args_size = sizeof(struct move_args), .options = return_options, .operands = return_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock return -s S01 M20260915-0001 1", "medi-stock return -s S01 M20260915-0001 1 --reason 未用 -n")},
    {.name = "counter", .summary = N_("counter a movement that never happened"), .mode = DB_WRITE, .run = cmd_counter,
     .args_size = sizeof(struct move_args), .options = counter_options, .operands = counter_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock counter -s S01 M20260915-0003 --reason 录入错误", "medi-stock counter -s S01 M20260915-0002 --reason 录入错误 -n")},

    /* ---- ledger: sent, kept back, set apart, traced ---- */
    {.name = "transfer", .summary = N_("send goods to another store, with their lot and cost"), .mode = DB_WRITE, .run = cmd_transfer,
     .args_size = sizeof(struct move_args), .options = transfer_options, .operands = transfer_operands, .flags = VERB_CHAIN,
     .examples = EXAMPLES("medi-stock transfer -s S01 --to S02 I90=5 --reason 调拨", "medi-stock transfer -s S01 --to S02 I90=5@L90 -n")},
    {.name = "reserve", .summary = N_("keep goods back for a booked treatment"), .mode = DB_WRITE, .run = cmd_reserve,
     .args_size = sizeof(struct reserve_args), .options = reserve_options, .operands = reserve_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock reserve -s S01 V0090 -p P90", "medi-stock reserve -s S01 V0090 I90=5 -n --until 2026-09-16 || true")},
    {.name = "unreserve", .summary = N_("give back what was kept back"), .mode = DB_WRITE, .run = cmd_unreserve,
     .args_size = sizeof(struct reserve_args), .options = unreserve_options, .operands = unreserve_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock unreserve -s S01 V0090 --reason 改期 -n", "medi-stock unreserve -s S01 RS20260915-0001 --reason 改期 -n")},
    {.name = "reserved", .summary = N_("list what is kept back for whom"), .mode = DB_READ, .run = cli_list,
     .query = SQL_STOCK_RESERVATION_LIST, .args_size = sizeof(struct reserve_args), .options = reserved_options,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock reserved -s S01", "medi-stock reserved --item I90 --all")},
    {.name = "quarantine", .summary = N_("set a lot apart"), .mode = DB_WRITE, .run = cmd_quarantine,
     .args_size = sizeof(struct state_args), .options = state_options, .operands = state_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock quarantine -s S02 L90 --reason 待检", "medi-stock quarantine -s S02 L90 --reason 待检 -n || true")},
    {.name = "release", .summary = N_("let a lot be used again"), .mode = DB_WRITE, .run = cmd_release,
     .args_size = sizeof(struct state_args), .options = state_options, .operands = state_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock release -s S02 L90 --reason 检验合格", "medi-stock release -s S02 L90 --reason 检验合格 -n || true")},
    {.name = "recall", .summary = N_("recall a lot in every store, and list where it went"), .mode = DB_WRITE, .run = cmd_recall,
     .args_size = sizeof(struct state_args), .options = state_options, .operands = state_operands, .flags = VERB_CHAIN,
     .examples = EXAMPLES("medi-stock recall L90 --reason 不良反应 --source 药监局公告 -n", "medi-stock recall L90 --item I90 --reason 不良反应 --source 药监局公告 -n")},
    {.name = "recall list", .summary = N_("list every client of a lot, and what is left where"), .mode = DB_READ,
     .run = cmd_recall_list, .args_size = sizeof(struct state_args), .options = recall_list_options, .operands = state_operands,
     .examples = EXAMPLES("medi-stock recall list L90", "medi-stock recall list L90 --reveal 召回 -o json")},
    {.name = "trace", .summary = N_("show the way of a unit or a lot, from its supplier to the client"), .mode = DB_READ,
     .run = cmd_trace, .args_size = sizeof(struct state_args), .options = recall_list_options, .operands = trace_operands,
     .examples = EXAMPLES("medi-stock trace L90", "medi-stock trace L90 --reveal 监督检查 -o json")},

    /* ---- ledger: counted ---- */
    {.name = "count start", .summary = N_("begin a stocktake as of now"), .mode = DB_WRITE, .run = cmd_count_start,
     .args_size = sizeof(struct count_args), .options = count_start_options, .operands = count_start_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock count start -s S02 --note 月末盘点", "medi-stock count start -s S01 I90 -n")},
    {.name = "count sheet", .summary = N_("print the blind sheet of a stocktake"), .mode = DB_READ, .run = cli_list,
     .query = SQL_STOCK_STOCKTAKE_SHEET, .args_size = sizeof(struct count_args), .operands = count_operands,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock count sheet -s S02 SC20260915-0001", "medi-stock count sheet -s S02 SC20260915-0001 -o csv > sheet.csv")},
    {.name = "count enter", .summary = N_("enter what was counted"), .mode = DB_WRITE, .run = cmd_count_enter,
     .args_size = sizeof(struct count_args), .options = count_enter_options, .operands = count_enter_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock count enter -s S02 SC20260915-0001 I90 L90 5", "medi-stock count enter -s S02 SC20260915-0001 - < sheet.csv")},
    {.name = "count show", .summary = N_("compare what was counted with the books"), .mode = DB_READ, .run = cli_list,
     .query = SQL_STOCK_STOCKTAKE_SHOW, .args_size = sizeof(struct count_args), .operands = count_operands,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock count show -s S02 SC20260915-0001", "medi-stock count show -s S02 SC20260915-0001 -o json")},
    {.name = "count approve", .summary = N_("put the books right, with a second person's consent"), .mode = DB_WRITE,
     .run = cmd_count_approve, .args_size = sizeof(struct count_args), .options = count_approve_options, .operands = count_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock count approve -s S02 SC20260915-0001 -n", "medi-stock count approve -s S02 SC20260915-0001 --note 月末 -n")},
    {.name = "count cancel", .summary = N_("give up a stocktake"), .mode = DB_WRITE, .run = cmd_count_cancel,
     .args_size = sizeof(struct count_args), .options = count_approve_options, .operands = count_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock count cancel -s S02 SC20260915-0001 --note 重盘 -n", "medi-stock count cancel -s S02 SC20260915-0001 --note 停电 -n")},
    {.name = "count list", .summary = N_("list the stocktakes"), .mode = DB_READ, .run = cli_list, .query = SQL_STOCK_STOCKTAKE_LIST,
     .args_size = sizeof(struct count_args), .options = count_list_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-stock count list -s S02", "medi-stock count list --open")},
    {0},
};

static const struct tool tool = {
    .name = "medi-stock", .summary = N_("keep what there is of goods, and where each unit went"), .verbs = verbs};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
