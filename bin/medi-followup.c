/* medi-followup: what is owed to clients after they have left. The verbs are in bin/followup. */
#include "bin/followup/verbs_people.h"
#include "bin/followup/verbs_recall.h"
#include "bin/followup/verbs_send.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

#include "bin/followup/options_people.h"
#include "bin/followup/options_recall.h"
#include "bin/followup/options_send.h"

static const struct verb verbs[] = {
    /* ---- tasks of people ---- */
    {.name = "plan", .summary = N_("make the tasks and messages that the ladders ask for, each once"), .mode = DB_WRITE, .run = cmd_plan,
     .args_size = sizeof(struct plan_args), .options = plan_options, .flags = VERB_BULK | VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup plan", "medi-followup plan -s S01 --from 2026-09-01 --again -n")},
    {.name = "due", .summary = N_("list what is due, late and urgent"), .mode = DB_READ, .run = cmd_due,
     .args_size = sizeof(struct due_args), .options = due_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup due -s S01 --role nurse", "medi-followup due --to 2026-12-01 --overdue -o csv", "medi-followup due --messages")},
    {.name = "record", .summary = N_("record what a client said, and raise what must be looked at"), .mode = DB_WRITE, .run = cmd_record,
     .args_size = sizeof(struct record_args), .options = record_options, .operands = record_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup record --client C0001 -s S01 --symptom redness=2 --score 4 --by Q01", "medi-followup record --client C0002 -s S01 --outcome unreachable --by Q01")},
    {.name = "sheet", .summary = N_("print the follow-up sheet of a treatment, to be signed and kept"), .mode = DB_READ, .run = cmd_sheet,
     .args_size = sizeof(struct sheet_args), .options = sheet_options, .operands = sheet_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup sheet T80 -s S01 -o table", "medi-followup sheet T80 -s S01 --reveal 归档 -o csv >sheet.csv")},
    {.name = "emergency", .summary = N_("take a call for help: it reaches the client's own nurse before all else"), .mode = DB_WRITE, .run = cmd_emergency,
     .args_size = sizeof(struct record_args), .options = emergency_options, .operands = emergency_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup emergency C0001 -s S01 --symptom vision=4 --note 左眼看不清 --code SF1", "medi-followup emergency C0002 -s S01 --way wechat -n")},
    {.name = "escalate", .summary = N_("hand a task to the next person, or to one who is named"), .mode = DB_WRITE, .run = cmd_escalate,
     .args_size = sizeof(struct escalate_args), .options = escalate_options, .operands = escalate_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup escalate C0001:emergency:SF1 -s S01", "medi-followup escalate C0001:emergency:SF1 -s S01 --to D01")},
    {.name = "survey", .summary = N_("print what clients are asked"), .mode = DB_NONE, .run = cmd_survey,
     .examples = EXAMPLES("medi-followup survey", "medi-followup survey -o json")},
    {.name = "answer", .summary = N_("record what a client answered to a survey"), .mode = DB_WRITE, .run = cmd_answer,
     .args_size = sizeof(struct answer_args), .options = answer_options, .operands = answer_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup answer -s S01 --client C0001 --treatment T80 --csat 5 --nps 9", "medi-followup answer -s S01 --client C0002 --survey store --csat 3 --note 等得太久")},
    {.name = "stats", .summary = N_("print completion, reach, response, satisfaction and NPS"), .mode = DB_READ, .run = cmd_stats,
     .args_size = sizeof(struct stats_args), .options = stats_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup stats", "medi-followup stats --by doctor --from 2026-09-01 -o csv", "medi-followup stats -s S01 --by month --kind call")},

    /* ---- clients brought back ---- */
    {.name = "campaign add", .summary = N_("settle whom a campaign is to bring back, when, and with what offer"), .mode = DB_WRITE, .run = cmd_campaign_add,
     .args_size = sizeof(struct campaign_args), .options = campaign_add_options, .operands = campaign_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup campaign add HD1 -s S01 --rule undealt --to +30d --holdout 10", "medi-followup campaign add HD2 --rule event --to +14d --cap 500 --offer gift --worth 100 --valid 30 --cost 2000")},
    {.name = "campaign start", .summary = N_("begin a campaign, so that recall may choose clients by it"), .mode = DB_WRITE, .run = cmd_campaign_start,
     .args_size = sizeof(struct campaign_args), .operands = campaign_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup campaign start HD1 -s S01", "medi-followup campaign start HD2")},
    {.name = "recall", .summary = N_("choose clients who are to be brought back, and make the messages and calls for them, each once"), .mode = DB_WRITE, .run = cmd_recall,
     .args_size = sizeof(struct recall_args), .options = recall_options, .operands = recall_operands, .flags = VERB_BULK | VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup recall undealt -n", "medi-followup recall --campaign HD1 -s S01", "medi-client list -s S01 | medi-followup recall --campaign HD2 -", "medi-followup recall --running -q")},
    {.name = "campaign list", .summary = N_("list campaigns"), .mode = DB_READ, .run = cli_list, .args_size = sizeof(struct campaigns_args),
     .options = campaign_list_options, .query = SQL_FOLLOWUP_CAMPAIGN_LIST, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup campaign list", "medi-followup campaign list --state running -o json")},
    {.name = "campaign show", .summary = N_("show what was settled for a campaign"), .mode = DB_READ, .run = cmd_campaign_show, .args_size = sizeof(struct campaigns_args),
     .operands = campaign_show_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup campaign show HD1", "medi-followup campaign show HD2 -o json")},
    {.name = "campaign results", .summary = N_("print whom a campaign reached, who came, what they paid, and what would have come anyway"), .mode = DB_READ, .run = cmd_campaign_results,
     .args_size = sizeof(struct campaigns_args), .options = campaign_results_options, .operands = campaign_results_operands, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup campaign results HD1", "medi-followup campaign results --all --by channel -o csv")},
    {.name = "campaign end", .summary = N_("end a campaign, and take back what was not sent or done"), .mode = DB_WRITE, .run = cmd_campaign_end,
     .args_size = sizeof(struct campaign_args), .operands = campaign_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup campaign end HD1 -s S01", "medi-followup campaign end HD2 -n")},

    /* ---- messages ---- */
    {.name = "claim", .summary = N_("take messages that are due, to send them yourself"), .mode = DB_WRITE, .run = cmd_claim, .args_size = sizeof(struct claim_args),
     .options = claim_options, .flags = VERB_BATCHES | VERB_BULK | VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup claim -c 10 >taken.jsonl", "medi-followup claim --channel email --lease 90s >mails.jsonl")},
    {.name = "ack", .summary = N_("say what became of what was taken"), .mode = DB_WRITE, .run = cmd_ack, .args_size = sizeof(struct ack_args),
     .operands = ack_operands, .flags = VERB_BATCHES | VERB_BULK | VERB_OF_STORE,
     .examples = EXAMPLES("sed 's/}$/,\"state\":\"sent\"}/' taken.jsonl | medi-followup ack -", "medi-followup ack -q answers.tsv")},
    {.name = "send", .summary = N_("send what is due, by the transports"), .mode = DB_WRITE, .run = cmd_send, .args_size = sizeof(struct send_args),
     .options = send_options, .flags = VERB_BATCHES | VERB_BULK | VERB_OF_STORE,
     .examples = EXAMPLES("MEDI_CONFIG=clinic medi-followup send -q --limit 100", "MEDI_CONFIG=clinic medi-followup send -s S01 --channel sms --once")},
    {.name = "dead", .summary = N_("list messages that did not go, and why"), .mode = DB_READ, .run = cli_list, .args_size = sizeof(struct dead_args), .options = dead_options,
     .query = SQL_FOLLOWUP_OUTBOX_DEAD, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup dead", "medi-followup dead -s S01 --dropped --from 2026-09-01 -o csv")},
    {.name = "retry", .summary = N_("put messages back that are dead or were dropped"), .mode = DB_WRITE, .run = cmd_retry, .args_size = sizeof(struct retry_args),
     .options = retry_options, .operands = retry_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup retry -s S01 M1 --reason 号码已更正", "medi-followup retry -s S01 M2 --reason 网关已恢复 --until +3d")},
    {.name = "template list", .summary = N_("list the templates of messages"), .mode = DB_NONE, .run = cmd_template_list,
     .examples = EXAMPLES("medi-followup template list", "medi-followup template list -o json")},
    {.name = "template show", .summary = N_("show a template in its languages"), .mode = DB_NONE, .run = cmd_template_show, .args_size = sizeof(struct template_args),
     .operands = template_show_operands, .examples = EXAMPLES("medi-followup template show care.day", "medi-followup template show recall.birthday -o json")},
    {.name = "template check", .summary = N_("find what is wrong with templates"), .mode = DB_NONE, .run = cmd_template_check, .args_size = sizeof(struct template_args),
     .operands = template_check_operands, .examples = EXAMPLES("medi-followup template check", "medi-followup template check mine.yaml || echo not yet")},
    {.name = "template try", .summary = N_("show what templates would say to a client"), .mode = DB_READ, .run = cmd_template_try, .args_size = sizeof(struct template_args),
     .options = template_try_options, .operands = template_try_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup template try -s S01 C0001", "medi-followup template try -s S01 C0001 --template care.visit --reveal 试看 -o json")},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-followup",
    .summary = N_("forget no client: calls, messages and surveys after treatments"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
