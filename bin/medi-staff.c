/* medi-staff: the people who work here: files, posts, licences, training, performance. The verbs are in bin/staff. */
#include "bin/staff/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

static const char *const roles[] = {"doctor", "nurse", "consultant", "front-desk", "manager", "buyer", "technician", "marketing", "other", NULL};
static const char *const licences[] = {"physician", "chief-physician", "nurse", "pharmacist", "device", "other", NULL};
static const char *const states[] = {"present", "absent", "excused", NULL};
static const char *const reviews[] = {"skill", "service", "conduct", "knowledge", NULL};
static const char *const severities[] = {"warning", "error", NULL};

/* ---- files ------------------------------------------------------------------------------------------ */

static const struct opt add_options[] = {
    {0, "name", OPT_TEXT, FIELD(file_args, name), "TEXT", N_("name"), NULL},
    {'r', "role", OPT_CHOICE, FIELD(file_args, role), "ROLE", N_("what they do"), roles},
    {0, "title", OPT_TEXT, FIELD(file_args, title), "TEXT", N_("title"), NULL},
    {0, "home", OPT_TEXT, FIELD(file_args, home), "STORE", N_("home store, * for all (that of -s)"), NULL},
    {0, "phone", OPT_TEXT, FIELD(file_args, phone), "NUMBER", N_("phone number"), NULL},
    {0, "hired-on", OPT_DAY, FIELD(file_args, hired_on), "DAY", N_("first day (today)"), NULL},
    {0},
};
static const struct opt edit_options[] = {
    {0, "name", OPT_TEXT, FIELD(file_args, name), "TEXT", N_("name"), NULL},
    {0, "phone", OPT_TEXT, FIELD(file_args, phone), "NUMBER", N_("phone number"), NULL},
    {0, "hired-on", OPT_DAY, FIELD(file_args, hired_on), "DAY", N_("first day"), NULL},
    {0, "left-on", OPT_DAY, FIELD(file_args, left_on), "DAY", N_("last day"), NULL},
    {0},
};
static const struct operand file_operands[] = {
    {"CODE", false, false, FIELD(file_args, code), N_("code of the staff member"), NULL},
    {0},
};
static const struct opt list_options[] = {
    {'r', "role", OPT_CHOICE, FIELD(list_args, role), "ROLE", N_("only these"), roles},
    {'a', "all", OPT_FLAG, FIELD(list_args, all), NULL, N_("those too who have left"), NULL},
    {0},
};
static const struct operand show_operands[] = {
    {"STAFF", false, false, FIELD(show_args, staff), N_("code of the staff member"), NULL},
    {0},
};

static const struct opt post_options[] = {
    {'r', "role", OPT_CHOICE, FIELD(post_args, role), "ROLE", N_("the new role (as before)"), roles},
    {0, "title", OPT_TEXT, FIELD(post_args, title), "TEXT", N_("the new title"), NULL},
    {0, "home", OPT_TEXT, FIELD(post_args, home), "STORE", N_("the new home store, * for all (as before)"), NULL},
    {'f', "from", OPT_DAY, FIELD(post_args, from), "DAY", N_("its first day (today)"), NULL},
    {0, "reason", OPT_TEXT, FIELD(post_args, reason), "TEXT", N_("why"), NULL},
    {0, "correct", OPT_FLAG, FIELD(post_args, correct), NULL, N_("correct the post that begins on that day"), NULL},
    {0},
};
static const struct operand post_operands[] = {
    {"STAFF", false, false, FIELD(post_args, staff), N_("code of the staff member"), NULL},
    {0},
};

static const struct opt licence_options[] = {
    {'k', "kind", OPT_CHOICE, FIELD(licence_args, kind), "KIND", N_("what it is"), licences},
    {0, "number", OPT_TEXT, FIELD(licence_args, number), "NUMBER", N_("its number"), NULL},
    {0, "scope", OPT_TEXT, FIELD(licence_args, scope), "TEXT", N_("what it covers"), NULL},
    {0, "place", OPT_TEXT, FIELD(licence_args, place), "STORE", N_("store where it is registered (that of -s)"), NULL},
    {'f', "from", OPT_DAY, FIELD(licence_args, from), "DAY", N_("its first day"), NULL},
    {'t', "to", OPT_DAY, FIELD(licence_args, to), "DAY", N_("its last day"), NULL},
    {0},
};
static const struct operand licence_operands[] = {
    {"STAFF", false, false, FIELD(licence_args, staff), N_("code of the staff member"), NULL},
    {0},
};
static const struct opt expiring_options[] = {
    {0, "days", OPT_INT, FIELD(expiring_args, days), "N", N_("licences that end within N days (60)"), NULL},
    {0, "fail-on", OPT_CHOICE, FIELD(expiring_args, fail_on), "SEVERITY", N_("exit 1 from this severity on (warning)"), severities},
    {0},
};

/* ---- training ---------------------------------------------------------------------------------------- */

static const struct opt train_options[] = {
    {0, "code", OPT_TEXT, FIELD(train_args, code), "CODE", N_("its code (one is made)"), NULL},
    {0, "topic", OPT_TEXT, FIELD(train_args, topic), "TEXT", N_("what it is about (the name of the kind)"), NULL},
    {0, "at", OPT_MOMENT, FIELD(train_args, at), "TIME", N_("when it begins (now)"), NULL},
    {0, "minutes", OPT_INT, FIELD(train_args, minutes), "N", N_("how long it takes"), NULL},
    {0, "trainer", OPT_TEXT, FIELD(train_args, trainer), "STAFF", N_("who holds it"), NULL},
    {0, "proof", OPT_TEXT, FIELD(train_args, proof), "TEXT", N_("where the papers are"), NULL},
    {0},
};
static const struct operand train_operands[] = {
    {"KIND", false, false, FIELD(train_args, kind), N_("what it is: training.yaml"), NULL},
    {0},
};
static const struct opt attend_options[] = {
    {0, "state", OPT_CHOICE, FIELD(attend_args, state), "STATE", N_("present, absent or excused (present)"), states},
    {0},
};
static const struct operand attend_operands[] = {
    {"TRAINING", false, false, FIELD(attend_args, training), N_("code of the training"), NULL},
    {"STAFF", false, true, FIELD(attend_args, staff), N_("codes of those who were there; CODE=SCORE with what they scored"), NULL},
    {0},
};
static const struct opt assess_options[] = {
    {'k', "kind", OPT_CHOICE, FIELD(assess_args, kind), "KIND", N_("what is assessed"), reviews},
    {0, "score", OPT_INT, FIELD(assess_args, score), "N", N_("from 0 to 100"), NULL},
    {0, "day", OPT_DAY, FIELD(assess_args, day), "DAY", N_("when (today)"), NULL},
    {0, "reviewer", OPT_TEXT, FIELD(assess_args, reviewer), "STAFF", N_("who assessed (who runs this)"), NULL},
    {0, "note", OPT_TEXT, FIELD(assess_args, note), "TEXT", N_("why this score"), NULL},
    {0, "code", OPT_TEXT, FIELD(assess_args, code), "CODE", N_("its code (one is made)"), NULL},
    {0},
};
static const struct operand assess_operands[] = {
    {"STAFF", false, false, FIELD(assess_args, staff), N_("code of the staff member"), NULL},
    {0},
};
static const struct opt due_options[] = {
    {0, "training", OPT_TEXT, FIELD(due_args, training), "KIND", N_("only this entry of the plan"), NULL},
    {0, "within", OPT_INT, FIELD(due_args, within), "DAYS", N_("only what ends within so many days, today being 0"), NULL},
    {0},
};

/* ---- performance -------------------------------------------------------------------------------------- */

static const struct opt score_options[] = {
    {'m', "month", OPT_DAY, FIELD(score_args, month), "MONTH", N_("like 2026-09 (the last whole month)"), NULL},
    {'r', "role", OPT_CHOICE, FIELD(score_args, role), "ROLE", N_("only these"), roles},
    {0},
};
static const struct operand score_operands[] = {
    {"STAFF", true, false, FIELD(score_args, staff), N_("code of one staff member"), NULL},
    {0},
};

/* ---- verbs ------------------------------------------------------------------------------------------- */

static const struct verb verbs[] = {
    {.name = "add", .summary = N_("open the file of someone who works here"), .mode = DB_WRITE, .run = cmd_add, .args_size = sizeof(struct file_args),
     .options = add_options, .operands = file_operands,
     .examples = EXAMPLES("medi-staff add N07 --name 林护士 -r nurse --home S01 --hired-on 2026-09-01", "medi-staff add M01 --name 周经理 -r manager -s S01 --hired-on 2025-03-01", "medi-staff add D07 --name 何医生 -r doctor --hired-on 2020-05-01")},
    {.name = "edit", .summary = N_("change a staff file, or say that someone has left"), .mode = DB_WRITE, .run = cmd_edit, .args_size = sizeof(struct file_args),
     .options = edit_options, .operands = file_operands,
     .examples = EXAMPLES("medi-staff edit N07 --phone '138 0013 8007'", "medi-staff edit D07 --left-on 2026-12-31")},
    {.name = "post", .summary = N_("give someone a new post: role, title or store"), .mode = DB_WRITE, .run = cmd_post, .args_size = sizeof(struct post_args),
     .options = post_options, .operands = post_operands,
     .examples = EXAMPLES("medi-staff post N07 --role consultant --from 2026-09-10 --reason 考核通过", "medi-staff post D07 --title 学科带头人 --from 2026-09-01")},
    {.name = "licence", .summary = N_("record or renew a licence: scope, place, validity"), .mode = DB_WRITE, .run = cmd_licence, .args_size = sizeof(struct licence_args),
     .options = licence_options, .operands = licence_operands,
     .examples = EXAMPLES("medi-staff licence D07 -k physician --number 1107 --scope 皮肤", "medi-staff licence D07 -k chief-physician --number ZZ7 -s S01 --to 2026-10-19")},
    {.name = "list", .summary = N_("list who works here"), .mode = DB_READ, .run = cli_list, .args_size = sizeof(struct list_args), .options = list_options,
     .query = SQL_STAFF_LIST, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-staff list", "medi-staff list --role nurse -s S01 --all")},
    {.name = "show", .summary = N_("show a person's file, posts, licences, trainings and assessments"), .mode = DB_READ, .run = cmd_show, .args_size = sizeof(struct show_args),
     .operands = show_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-staff show N07", "medi-staff show D07 -o json")},
    {.name = "expiring", .summary = N_("find licences that have ended, soon end, or are missing"), .mode = DB_READ, .run = cmd_expiring, .args_size = sizeof(struct expiring_args),
     .options = expiring_options, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-staff expiring --days 60 || echo someone has to renew", "medi-staff expiring --days 90 --fail-on error -s S01 || true")},
    {.name = "train", .summary = N_("record a training, drill or case review"), .mode = DB_WRITE, .run = cmd_train, .args_size = sizeof(struct train_args),
     .options = train_options, .operands = train_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-staff train technique -s S01 --code TR1 --at 2026-09-10 --trainer D07", "medi-staff train emergency-drill -s S01 --code TR2 --at '2026-09-12 12:00'")},
    {.name = "attend", .summary = N_("record who was at a training, and their scores"), .mode = DB_WRITE, .run = cmd_attend, .args_size = sizeof(struct attend_args),
     .options = attend_options, .operands = attend_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-staff attend -s S01 TR1 D01 N07=92 D07", "medi-staff attend -s S01 TR2 Q01 --state excused")},
    {.name = "assess", .summary = N_("record the assessment of someone's work"), .mode = DB_WRITE, .run = cmd_assess, .args_size = sizeof(struct assess_args),
     .options = assess_options, .operands = assess_operands,
     .examples = EXAMPLES("medi-staff assess N07 -k service --score 92 --day 2026-09-12 --reviewer M01", "medi-staff assess N07 -k skill --score 85 --day 2026-09-13 --reviewer D01")},
    {.name = "due", .summary = N_("find who lacks what training in the current week, month or quarter"), .mode = DB_READ, .run = cmd_due, .args_size = sizeof(struct due_args),
     .options = due_options, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-staff due -s S01 || echo someone has to be trained", "medi-staff due --training technique --within 20 || true")},
    {.name = "score", .summary = N_("print performance scores with their inputs"), .mode = DB_READ, .run = cmd_score, .args_size = sizeof(struct score_args),
     .options = score_options, .operands = score_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-staff score Q01 --month 2026-07", "medi-staff score --role doctor --month 2026-08 -o csv")},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-staff",
    .summary = N_("keep the files of those who work here: posts, licences, training, performance"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
