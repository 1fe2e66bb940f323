/* medi-followup: what is owed to clients after they have left. The verbs are in bin/followup. */
#include "bin/followup/verbs_people.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

#include "bin/followup/options_people.h"

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
     .examples = EXAMPLES("medi-followup record --client C0001 -s S01 --symptom redness=2 --score 4 --by N01", "medi-followup record --client C0002 -s S01 --outcome unreachable --by N01")},
    {.name = "emergency", .summary = N_("take a call for help: it reaches the client's own nurse before all else"), .mode = DB_WRITE, .run = cmd_emergency,
     .args_size = sizeof(struct record_args), .options = emergency_options, .operands = emergency_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup emergency C0001 -s S01 --symptom vision=4 --note 左眼看不清 --code SF1", "medi-followup emergency C0002 -s S01 --way wechat -n")},
    {.name = "escalate", .summary = N_("hand a task to the next person, or to one who is named"), .mode = DB_WRITE, .run = cmd_escalate,
     .args_size = sizeof(struct escalate_args), .options = escalate_options, .operands = escalate_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-followup escalate C0001:emergency:SF1 -s S01", "medi-followup escalate C0001:emergency:SF1 -s S01 --to D01")},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-followup",
    .summary = N_("forget no client: calls, messages, recalls and surveys after treatments"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
