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
