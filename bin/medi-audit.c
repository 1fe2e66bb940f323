/* medi-audit: what breaks the rules, who did what, and that it still stands as it was done. The verbs are in bin/audit. */
#include "bin/audit/journal.h"
#include "bin/audit/retention.h"
#include "bin/audit/rules.h"
#include "bin/audit/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)

static const char *const severities[] = {"warning", "error", NULL};

/* ---- options ------------------------------------------------------------------------------------- */

static const struct opt log_options[] = {
    {'f', "from", OPT_MOMENT, FIELD(log_args, from), "TIME", N_("entries from that time on"), NULL},
    {'t', "to", OPT_MOMENT, FIELD(log_args, to), "TIME", N_("entries before that time"), NULL},
    {'a', "actor", OPT_TEXT, FIELD(log_args, actor), "USER", N_("of one account"), NULL},
    {0, "tool", OPT_TEXT, FIELD(log_args, tool), "TOOL", N_("by one program, as medi-db"), NULL},
    {0, "verb", OPT_TEXT, FIELD(log_args, verb), "VERB", N_("by one verb, as import"), NULL},
    {'c', "changes", OPT_FLAG, FIELD(log_args, changes), NULL, N_("the rows that were written, before and after"), NULL},
    {0},
};
static const struct operand log_operands[] = {
    {"ENTRY", true, false, FIELD(log_args, entry), N_("only entries of that number"), NULL},
    {0},
};

static const struct opt verify_options[] = {
    {0, "deep", OPT_FLAG, FIELD(verify_args, deep), NULL, N_("count every row anew"), NULL},
    {'a', "against", OPT_LIST, FIELD(verify_args, against), "FILE", N_("checkpoints that were kept elsewhere; - is standard input; may be repeated"), NULL},
    {0, "trust", OPT_LIST, FIELD(verify_args, trust), "KEY", N_("the verifier key of who signs, or a file with it; may be repeated"), NULL},
    {0, "fail-on", OPT_CHOICE, FIELD(verify_args, fail_on), "SEVERITY", N_("exit 1 from this severity on (warning)"), severities},
    {0},
};

static const struct opt keygen_options[] = {
    {0, "name", OPT_TEXT, FIELD(keygen_args, name), "NAME", N_("whose key it is (the account)"), NULL},
    {0},
};
static const struct operand keygen_operands[] = {
    {"FILE", false, false, FIELD(keygen_args, file), N_("where the signing key goes; FILE.pub gets the verifier key"), "file"},
    {0},
};

static const struct opt checkpoint_options[] = {
    {0, "sign", OPT_FILE, FIELD(checkpoint_args, sign), "KEYFILE", N_("the signing key that keygen made"), NULL},
    {0},
};

static const struct opt show_options[] = {
    {'l', "last", OPT_INT, FIELD(show_args, last), "N", N_("the last N of them (1)"), NULL},
    {0},
};
static const struct operand show_operands[] = {
    {"NUMBER", true, false, FIELD(show_args, number), N_("the one of that number"), NULL},
    {0},
};

static const struct opt witness_options[] = {
    {0, "trust", OPT_LIST, FIELD(witness_args, trust), "KEY", N_("the verifier key of who signs, or a file with it; may be repeated"), NULL},
    {0},
};
static const struct operand witness_operands[] = {
    {"FILE", false, false, FIELD(witness_args, file), N_("where checkpoints are kept; made if it is not there"), "file"},
    {0},
};

static const struct opt package_options[] = {
    {0, "visit", OPT_TEXT, FIELD(package_args, visit), "CODE", N_("of this visit, in the store of -s"), NULL},
    {'c', "client", OPT_TEXT, FIELD(package_args, client), "CODE", N_("of this client, whole"), NULL},
    {'f', "from", OPT_DAY, FIELD(package_args, from), "DAY", N_("of a period, from this day on"), NULL},
    {'t', "to", OPT_DAY, FIELD(package_args, to), "DAY", N_("and before this day"), NULL},
    {0, "sign", OPT_FILE, FIELD(package_args, sign), "KEYFILE", N_("the signing key that keygen made"), NULL},
    {0, "reveal", OPT_TEXT, FIELD(package_args, reveal), "REASON", N_("show personal columns; who and why is logged"), NULL},
    {0},
};
static const struct operand package_operands[] = {
    {"DIR", false, false, FIELD(package_args, folder), N_("where the package goes; it must not be there"), "file"},
    {0},
};
static const struct opt package_verify_options[] = {
    {0, "trust", OPT_LIST, FIELD(package_verify_args, trust), "KEY", N_("the verifier key of who signs, or a file with it; may be repeated"), NULL},
    {0},
};
static const struct operand package_verify_operands[] = {
    {"DIR", false, false, FIELD(package_verify_args, folder), N_("the package"), "file"},
    {0},
};

static const char *const lasts[] = {"last", NULL};
static const struct opt run_options[] = {
    {0, "since", OPT_CHOICE, FIELD(run_args, since), "RUN", N_("only what was written since the last run, and what time breaks"), lasts},
    {'r', "rule", OPT_LIST, FIELD(run_args, rules), "RULE", N_("this rule; may be repeated"), NULL},
    {'T', "topic", OPT_TEXT, FIELD(run_args, topic), "TOPIC", N_("rules of this topic"), NULL},
    {'c', "changes", OPT_FLAG, FIELD(run_args, changes), NULL, N_("only what is new or fixed"), NULL},
    {0, "no-record", OPT_FLAG, FIELD(run_args, no_record), NULL, N_("keep nothing of it"), NULL},
    {0, "fail-on", OPT_CHOICE, FIELD(run_args, fail_on), "SEVERITY", N_("exit 1 from this severity on (warning)"), severities},
    {0},
};
static const struct opt list_options[] = {
    {'T', "topic", OPT_TEXT, FIELD(rules_args, topic), "TOPIC", N_("rules of this topic"), NULL},
    {0},
};
static const struct operand explain_operands[] = {
    {"RULE", false, false, FIELD(rules_args, rule), N_("the rule, by its id"), NULL},
    {0},
};
static const struct opt waive_options[] = {
    {0, "reason", OPT_TEXT, FIELD(waive_args, reason), "TEXT", N_("why it may stand"), NULL},
    {0, "until", OPT_DAY, FIELD(waive_args, until), "DAY", N_("the last day"), NULL},
    {0},
};
static const struct operand waive_operands[] = {
    {"RULE", false, false, FIELD(waive_args, rule), N_("the rule, by its id"), NULL},
    {"SUBJECT", false, false, FIELD(waive_args, subject), N_("what breaks it, as run shows it"), NULL},
    {0},
};
static const struct opt waivers_options[] = {
    {'a', "all", OPT_FLAG, FIELD(waive_args, all), NULL, N_("also those whose time is over"), NULL},
    {0},
};
static const struct opt trend_options[] = {
    {'r', "rule", OPT_TEXT, FIELD(trend_args, rule), "RULE", N_("of this rule"), NULL},
    {'l', "last", OPT_INT, FIELD(trend_args, last), "N", N_("the last N runs (30)"), NULL},
    {0},
};
static const struct opt action_open_options[] = {
    {0, "what", OPT_TEXT, FIELD(action_args, what), "TEXT", N_("what is to be done"), NULL},
    {0, "owner", OPT_TEXT, FIELD(action_args, owner), "STAFF", N_("who puts it right"), NULL},
    {0, "due", OPT_DAY, FIELD(action_args, due), "DAY", N_("the last day for it"), NULL},
    {0},
};
static const struct operand action_open_operands[] = {
    {"RULE", false, false, FIELD(action_args, rule), N_("the rule, by its id"), NULL},
    {"SUBJECT", false, false, FIELD(action_args, subject), N_("what breaks it, as run shows it"), NULL},
    {0},
};
static const struct opt action_close_options[] = {
    {0, "reason", OPT_TEXT, FIELD(action_args, reason), "TEXT", N_("how it ended"), NULL},
    {0},
};
static const struct operand action_operands[] = {
    {"ACTION", false, false, FIELD(action_args, code), N_("the corrective action, by its code"), NULL},
    {0},
};
static const struct operand evidence_operands[] = {
    {"ACTION", false, false, FIELD(action_args, code), N_("the corrective action, by its code"), NULL},
    {"PROOF", false, false, FIELD(action_args, says), N_("what was done, and where the proof lies"), NULL},
    {0},
};
static const struct opt action_list_options[] = {
    {'a', "all", OPT_FLAG, FIELD(action_args, all), NULL, N_("also closed ones"), NULL},
    {0},
};
static const char *const ad_profiles[] = {"ad", "disclosure", "cosmetic", "script", "message", NULL};
static const char *const ad_kinds[] = {"text", "html", "csv", NULL};
static const struct opt ad_options[] = {
    {'p', "profile", OPT_CHOICE, FIELD(ad_args, profile), "PROFILE", N_("what kind of text it is (ad)"), ad_profiles},
    {0, "min-severity", OPT_CHOICE, FIELD(ad_args, least), "SEVERITY", N_("show from this severity on (warning)"), severities},
    {0, "fail-on", OPT_CHOICE, FIELD(ad_args, fail_on), "SEVERITY", N_("exit 1 from this severity on (warning)"), severities},
    {'k', "kind", OPT_CHOICE, FIELD(ad_args, kind), "KIND", N_("how files are read (by their names)"), ad_kinds},
    {'c', "column", OPT_LIST, FIELD(ad_args, columns), "NAME", N_("of CSV, this column alone; may be repeated"), NULL},
    {'e', "explain", OPT_FLAG, FIELD(ad_args, explain), NULL, N_("with the rule's title and the words of its article"), NULL},
    {0},
};
static const struct operand ad_operands[] = {
    {"FILE", false, true, FIELD(ad_args, files), N_("a file, a directory, or - for standard input"), "file"},
    {0},
};

static const struct opt journal_add_options[] = {
    {'r', "room", OPT_TEXT, FIELD(journal_args, room), "ROOM", N_("the room that it is about"), NULL},
    {'e', "equipment", OPT_TEXT, FIELD(journal_args, equipment), "MACHINE", N_("the machine that it is about"), NULL},
    {0, "staff", OPT_TEXT, FIELD(journal_args, staff), "STAFF", N_("who did it (whose account it is)"), NULL},
    {0, "second", OPT_TEXT, FIELD(journal_args, second), "STAFF", N_("the second person"), NULL},
    {0, "at", OPT_MOMENT, FIELD(journal_args, at), "TIME", N_("when (now)"), NULL},
    {0, "code", OPT_TEXT, FIELD(journal_args, code), "CODE", N_("its number (one is made)"), NULL},
    {0, "voids", OPT_TEXT, FIELD(journal_args, voids), "ENTRY", N_("the entry that this one corrects"), NULL},
    {0, "reason", OPT_TEXT, FIELD(journal_args, reason), "TEXT", N_("why that one was wrong"), NULL},
    {0, "note", OPT_TEXT, FIELD(journal_args, note), "TEXT", N_("what else there is to say"), NULL},
    {0},
};
static const struct operand journal_add_operands[] = {
    {"JOURNAL", false, false, FIELD(journal_args, kind), N_("which journal, as checklist names it"), NULL},
    {"FIELD=VALUE", false, true, FIELD(journal_args, values), N_("what was found or done"), NULL},
    {0},
};
static const struct opt journal_void_options[] = {
    {0, "reason", OPT_TEXT, FIELD(journal_args, reason), "TEXT", N_("why that one was wrong"), NULL},
    {0, "staff", OPT_TEXT, FIELD(journal_args, staff), "STAFF", N_("who says so (whose account it is)"), NULL},
    {0},
};
static const struct operand journal_entry_operands[] = {
    {"ENTRY", false, false, FIELD(journal_args, entry), N_("the entry, by its number"), NULL},
    {0},
};
static const struct opt journal_list_options[] = {
    {'k', "kind", OPT_TEXT, FIELD(journal_args, kind), "JOURNAL", N_("of this journal"), NULL},
    {'f', "from", OPT_MOMENT, FIELD(journal_args, from), "TIME", N_("entries from that time on"), NULL},
    {'t', "to", OPT_MOMENT, FIELD(journal_args, to), "TIME", N_("entries before that time"), NULL},
    {'b', "bad", OPT_FLAG, FIELD(journal_args, bad), NULL, N_("only those with a bad value"), NULL},
    {'a', "all", OPT_FLAG, FIELD(journal_args, all), NULL, N_("also those that were voided"), NULL},
    {0},
};
static const struct opt journal_due_options[] = {
    {'k', "kind", OPT_TEXT, FIELD(journal_args, kind), "JOURNAL", N_("of this journal"), NULL},
    {0},
};
static const struct operand journal_checklist_operands[] = {
    {"JOURNAL", true, false, FIELD(journal_args, kind), N_("which journal; without one, all are listed"), NULL},
    {0},
};
static const char *const journal_bases[] = {"calendar", "visits", NULL};
static const struct opt journal_keep_options[] = {
    {'r', "room", OPT_TEXT, FIELD(duty_args, room), "ROOM", N_("of this room"), NULL},
    {'e', "equipment", OPT_TEXT, FIELD(duty_args, equipment), "MACHINE", N_("of this machine"), NULL},
    {0, "every", OPT_INT, FIELD(duty_args, every), "DAYS", N_("an entry holds for so many days (as the journal says)"), NULL},
    {0, "basis", OPT_CHOICE, FIELD(duty_args, basis), "DAYS", N_("which days count (as the journal says)"), journal_bases},
    {'f', "from", OPT_DAY, FIELD(duty_args, from), "DAY", N_("from that day on (today)"), NULL},
    {'t', "to", OPT_DAY, FIELD(duty_args, to), "DAY", N_("its last day"), NULL},
    {0, "note", OPT_TEXT, FIELD(duty_args, note), "TEXT", N_("what else there is to say"), NULL},
    {0},
};
static const struct operand journal_keep_operands[] = {
    {"JOURNAL", false, false, FIELD(duty_args, kind), N_("which journal, as checklist names it"), NULL},
    {0},
};
static const struct opt journal_stop_options[] = {
    {'t', "to", OPT_DAY, FIELD(duty_args, to), "DAY", N_("its last day (today)"), NULL},
    {0, "note", OPT_TEXT, FIELD(duty_args, note), "TEXT", N_("why"), NULL},
    {0},
};
static const struct operand journal_duty_operands[] = {
    {"DUTY", false, false, FIELD(duty_args, duty), N_("what is kept, by its number"), NULL},
    {0},
};
static const struct opt journal_duties_options[] = {
    {'a', "all", OPT_FLAG, FIELD(duty_args, all), NULL, N_("also those that ended"), NULL},
    {0},
};

static const struct opt retention_options[] = {
    {0, "class", OPT_TEXT, FIELD(retention_args, class), "CLASS", N_("of this class of documents"), NULL},
    {0},
};
static const struct opt retention_hold_options[] = {
    {0, "class", OPT_TEXT, FIELD(retention_args, class), "CLASS", N_("documents of this class"), NULL},
    {'c', "client", OPT_TEXT, FIELD(retention_args, client), "CLIENT", N_("documents of this client"), NULL},
    {0, "reason", OPT_TEXT, FIELD(retention_args, reason), "TEXT", N_("why they are held"), NULL},
    {0},
};
static const struct opt retention_release_options[] = {
    {0, "reason", OPT_TEXT, FIELD(retention_args, reason), "TEXT", N_("why it ends"), NULL},
    {0},
};
static const struct operand retention_release_operands[] = {
    {"HOLD", false, false, FIELD(retention_args, hold), N_("the hold, by its number"), NULL},
    {0},
};
static const struct opt retention_holds_options[] = {
    {'a', "all", OPT_FLAG, FIELD(retention_args, all), NULL, N_("also those that were released"), NULL},
    {0},
};

/* ---- verbs --------------------------------------------------------------------------------------- */

#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

static const struct verb verbs[] = {
    {.name = "run", .summary = N_("ask all rules, and tell what breaks them"), .mode = DB_READ,
     .run = cmd_audit_run, .args_size = sizeof(struct run_args), .options = run_options,
     .flags = VERB_SARIF,
     .examples = EXAMPLES("medi-audit run --topic emergency --fail-on error || test $? = 1",
                          "medi-audit run --since last -o sarif || test $? = 1")},
    {.name = "list", .summary = N_("list the rules"), .mode = DB_NONE, .run = cmd_audit_rules,
     .args_size = sizeof(struct rules_args), .options = list_options,
     .examples = EXAMPLES("medi-audit list", "medi-audit list --topic consent -o json")},
    {.name = "explain", .summary = N_("say what a rule asks, by which article, and what puts it right"),
     .mode = DB_NONE, .run = cmd_audit_explain, .args_size = sizeof(struct rules_args),
     .operands = explain_operands, .examples = EXAMPLES("medi-audit explain consent-missing", "medi-audit explain emergency-kit-none -o json")},
    {.name = "waive", .summary = N_("let a finding stand until a day, with a second person's consent"),
     .mode = DB_WRITE, .run = cmd_audit_waive, .args_size = sizeof(struct waive_args),
     .options = waive_options, .operands = waive_operands,
     .examples = EXAMPLES("medi-audit waive emergency-kit-none S02 --until +30d --reason 新店筹备中 || test $? = 75",
                          "medi-audit waive drill-missing S02 --until 2026-10-15 --reason 本月补演 || test $? = 75")},
    {.name = "waivers", .summary = N_("list the findings that are let stand"), .mode = DB_READ,
     .run = cli_list, .query = SQL_AUDIT_WAIVERS, .args_size = sizeof(struct waive_args),
     .options = waivers_options, .flags = VERB_EXIT_ROWS,
     .examples = EXAMPLES("medi-audit waivers --all", "medi-audit waivers -s S02 -o json")},
    {.name = "trend", .summary = N_("show how runs compare"), .mode = DB_READ, .run = cmd_audit_trend,
     .args_size = sizeof(struct trend_args), .options = trend_options,
     .examples = EXAMPLES("medi-audit trend --last 12", "medi-audit trend --rule emergency-kit-none")},
    {.name = "action open", .summary = N_("have a finding put right by somebody until a day"),
     .mode = DB_WRITE, .run = cmd_action_open, .args_size = sizeof(struct action_args),
     .options = action_open_options, .operands = action_open_operands,
     .examples = EXAMPLES("medi-audit action open emergency-kit-none S02 --what 配置急救车 --due +14d",
                          "medi-audit action open drill-missing S02 --what 补一次演练 --owner M09 --due 2026-10-15")},
    {.name = "action assign", .summary = N_("give a corrective action to somebody, or another day"),
     .mode = DB_WRITE, .run = cmd_action_assign, .args_size = sizeof(struct action_args),
     .options = action_open_options + 1, .operands = action_operands,
     .examples = EXAMPLES("medi-audit action assign S02-A1 --due +20d",
                          "medi-audit action assign S02-A2 --owner D01")},
    {.name = "action evidence", .summary = N_("say what was done, and where the proof lies"),
     .mode = DB_WRITE, .run = cmd_action_evidence, .args_size = sizeof(struct action_args),
     .operands = evidence_operands,
     .examples = EXAMPLES("medi-audit action evidence S02-A1 采购单-2026-10-07",
                          "medi-audit action evidence S02-A2 演练签到表-2026-09-15")},
    {.name = "action close", .summary = N_("close a corrective action whose finding is gone"),
     .mode = DB_WRITE, .run = cmd_action_close, .args_size = sizeof(struct action_args),
     .options = action_close_options, .operands = action_operands,
     .examples = EXAMPLES("medi-audit action close S02-A1 --reason 复查合格 || test $? = 3",
                          "medi-audit action close S02-A2 || test $? = 3")},
    {.name = "action list", .summary = N_("list corrective actions; exit 1 if any is overdue"),
     .mode = DB_READ, .run = cmd_action_list, .args_size = sizeof(struct action_args),
     .options = action_list_options, .examples = EXAMPLES("medi-audit action list --all",
                          "medi-audit action list -s S02 -o json")},
    {.name = "journal checklist", .summary = N_("list the journals, or what an entry of one has to say"),
     .mode = DB_NONE, .run = cmd_journal_checklist, .args_size = sizeof(struct journal_args),
     .operands = journal_checklist_operands,
     .examples = EXAMPLES("medi-audit journal checklist", "medi-audit journal checklist patrol -o csv")},
    {.name = "journal keep", .summary = N_("say that a store keeps a journal, and how often"),
     .mode = DB_WRITE, .run = cmd_journal_keep, .args_size = sizeof(struct duty_args),
     .options = journal_keep_options, .operands = journal_keep_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-audit journal keep patrol -s S01",
                          "medi-audit journal keep waste -s S01 --from 2026-09-14")},
    {.name = "journal stop", .summary = N_("say that a store no longer keeps a journal"),
     .mode = DB_WRITE, .run = cmd_journal_stop, .args_size = sizeof(struct duty_args),
     .options = journal_stop_options, .operands = journal_duty_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-audit journal stop TY20260915-0002 -s S01 --to 2026-12-31 --note 改由物业集中管理",
                          "medi-audit journal stop TY99999999-0001 -s S01 --note 停用 || test $? = 3")},
    {.name = "journal duties", .summary = N_("list the journals that stores keep"), .mode = DB_READ,
     .run = cmd_journal_duties, .args_size = sizeof(struct duty_args), .options = journal_duties_options,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-audit journal duties", "medi-audit journal duties -s S01 -o json")},
    {.name = "journal add", .summary = N_("write an entry of a journal"), .mode = DB_WRITE,
     .run = cmd_journal_add, .args_size = sizeof(struct journal_args), .options = journal_add_options,
     .operands = journal_add_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-audit journal add waste category=损伤性 source=治疗室 grams=820 -s S01 --staff D01 --code YF1",
                          "medi-audit journal add waste-handover grams=820 to=固废处置中心 manifest=LD0001 disposal=焚烧 -s S01 --staff D01 --second M09 --code YJ1")},
    {.name = "journal void", .summary = N_("take an entry of a journal back, and say why"), .mode = DB_WRITE,
     .run = cmd_journal_void, .args_size = sizeof(struct journal_args), .options = journal_void_options,
     .operands = journal_entry_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-audit journal void YJ1 -s S01 --staff D01 --reason 联单号抄错",
                          "medi-audit journal void YJ9 -s S01 --staff D01 --reason 重复 || test $? = 3")},
    {.name = "journal list", .summary = N_("list entries of journals"), .mode = DB_READ,
     .run = cmd_journal_list, .args_size = sizeof(struct journal_args), .options = journal_list_options,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-audit journal list -s S01 --all", "medi-audit journal list --kind waste -o json")},
    {.name = "journal show", .summary = N_("show what an entry says, and how it was judged"), .mode = DB_READ,
     .run = cmd_journal_show, .args_size = sizeof(struct journal_args), .operands = journal_entry_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-audit journal show YF1 -s S01", "medi-audit journal show YJ1 -s S01 -o json")},
    {.name = "journal due", .summary = N_("list what journals lack today; exit 1 if anything"), .mode = DB_READ,
     .run = cmd_journal_due, .args_size = sizeof(struct journal_args), .options = journal_due_options,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-audit journal due -s S01 || test $? = 1", "medi-audit journal due --kind patrol -o json || test $? = 1")},
    {.name = "retention", .summary = N_("say how long documents are kept, and how many may be destroyed"),
     .mode = DB_READ, .run = cmd_retention, .args_size = sizeof(struct retention_args), .options = retention_options,
     .examples = EXAMPLES("medi-audit retention", "medi-audit retention --class record -o json")},
    {.name = "retention hold", .summary = N_("forbid that documents are destroyed, of a class or of a client"),
     .mode = DB_WRITE, .run = cmd_retention_hold, .args_size = sizeof(struct retention_args),
     .options = retention_hold_options,
     .examples = EXAMPLES("medi-audit retention hold --client C0002 --reason 诉讼保全",
                          "medi-audit retention hold --class waste --reason 环保检查")},
    {.name = "retention release", .summary = N_("end a hold, and say why"),
     .mode = DB_WRITE, .run = cmd_retention_release, .args_size = sizeof(struct retention_args),
     .options = retention_release_options, .operands = retention_release_operands,
     .examples = EXAMPLES("medi-audit retention release FC20260915-0002 --reason 检查结束",
                          "medi-audit retention release FC20260915-0009 --reason 结案 || test $? = 3")},
    {.name = "retention holds", .summary = N_("list the holds"), .mode = DB_READ,
     .run = cmd_retention_holds, .args_size = sizeof(struct retention_args), .options = retention_holds_options,
     .flags = VERB_EXIT_ROWS,
     .examples = EXAMPLES("medi-audit retention holds", "medi-audit retention holds --all -o json")},
    {.name = "log", .summary = N_("show who did what, and what it changed"), .mode = DB_READ,
     .run = cmd_log, .args_size = sizeof(struct log_args), .options = log_options,
     .operands = log_operands, .flags = VERB_EXIT_ROWS,
     .examples = EXAMPLES("medi-audit log --from 2026-09-01 -s S01",
                          "medi-audit log --changes -s S01 1 -o json")},
    {.name = "keygen", .summary = N_("make a key that signs checkpoints"), .mode = DB_NONE,
     .run = cmd_keygen, .args_size = sizeof(struct keygen_args), .options = keygen_options,
     .operands = keygen_operands, .examples = EXAMPLES("medi-audit keygen auditor.key")},
    {.name = "checkpoint", .summary = N_("sign where the log stands, to be kept elsewhere"),
     .mode = DB_WRITE, .run = cmd_checkpoint, .args_size = sizeof(struct checkpoint_args),
     .options = checkpoint_options, .flags = VERB_BATCHES,
     .examples = EXAMPLES("medi-audit checkpoint --sign auditor.key >note")},
    {.name = "checkpoints", .summary = N_("print checkpoints that were made"), .mode = DB_READ,
     .run = cmd_checkpoint_show, .args_size = sizeof(struct show_args), .options = show_options,
     .operands = show_operands,
     .examples = EXAMPLES("medi-audit checkpoints | medi-audit witness notes --trust auditor.key.pub")},
    {.name = "witness", .summary = N_("keep checkpoints that come in, if they fit those before"),
     .mode = DB_NONE, .run = cmd_witness, .args_size = sizeof(struct witness_args),
     .options = witness_options, .operands = witness_operands,
     .examples = EXAMPLES("medi-audit witness notes --trust auditor.key.pub <note")},
    {.name = "verify", .summary = N_("find what was changed behind the tools' backs"),
     .mode = DB_READ, .run = cmd_verify, .args_size = sizeof(struct verify_args),
     .options = verify_options, .flags = VERB_JUDGES,
     .examples = EXAMPLES("medi-audit verify --deep",
                          "medi-audit verify --deep --against notes --trust auditor.key.pub")},
    {.name = "package", .summary = N_("write the records of a visit, a client or a period as a signed package"),
     .mode = DB_READ, .run = cmd_package, .args_size = sizeof(struct package_args),
     .options = package_options, .operands = package_operands,
     .examples = EXAMPLES("medi-audit package p1 -s S01 --visit V0001 --sign auditor.key",
                          "medi-audit package p2 --from 2026-09-01 --to 2026-09-08 --sign auditor.key")},
    {.name = "package-verify", .summary = N_("find what is wrong with a package"), .mode = DB_NONE,
     .run = cmd_package_verify, .args_size = sizeof(struct package_verify_args),
     .options = package_verify_options, .operands = package_verify_operands,
     .examples = EXAMPLES("medi-audit package-verify p1 --trust auditor.key.pub",
                          "medi-audit package-verify p2 -o json")},
    {.name = "ad", .summary = N_("find in copy and talk of sales what the law of advertising forbids"),
     .mode = DB_NONE, .run = cmd_ad, .args_size = sizeof(struct ad_args), .options = ad_options,
     .operands = ad_operands,
     .examples = EXAMPLES("medi-audit ad --fail-on error notice.txt",
                          "medi-audit ad --profile script --explain -o jsonl notice.txt || test $? = 1")},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-audit",
    .summary = N_("find what an inspector would find, show the log, and prove that the records stand as written"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
