/* medi-db: makes, fills, shows and checks the database. The verbs are in bin/db. */
#include "bin/db/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)

static const char *const formats[] = {"auto", "csv", "tsv", "jsonl", NULL};
static const char *const encodings[] = {"utf-8", "gb18030", NULL};
static const char *const severities[] = {"warning", "error", NULL};

/* ---- options ------------------------------------------------------------------------------------- */

static const struct opt init_options[] = {
    {'z', "zone", OPT_TEXT, FIELD(init_args, zone), "ZONE", N_("time zone of the chain (Asia/Shanghai)"), NULL},
    {0, "test", OPT_FLAG, FIELD(init_args, test), NULL, N_("a test database: MEDI_NOW freezes its clock"), NULL},
    {0},
};

static const struct opt migrate_options[] = {
    {0, "anyway", OPT_TEXT, FIELD(migrate_args, anyway), "REASON", N_("even if rows or the log were changed behind the tools' backs; why is logged"), NULL},
    {0},
};

static const struct opt import_options[] = {
    {'r', "rejects", OPT_FILE, FIELD(import_args, rejects), "FILE", N_("set refused records apart in FILE and go on"), NULL},
    {'m', "map", OPT_FILE, FIELD(import_args, map), "FILE", N_("YAML that explains a foreign header and its words"), NULL},
    {'i', "ignore", OPT_LIST, FIELD(import_args, ignore), "HEADER", N_("pass over this column; may be repeated"), NULL},
    {'f', "format", OPT_CHOICE, FIELD(import_args, format), "FORMAT", N_("of the files, if it is not to be found out"), formats},
    {0, "encoding", OPT_CHOICE, FIELD(import_args, encoding), "NAME", N_("of the files, if it is not to be found out"), encodings},
    {0, "field-cap", OPT_INT, FIELD(import_args, field_cap), "BYTES", N_("longest field (1048576)"), NULL},
    {0},
};
static const struct operand import_operands[] = {
    {"KIND", false, false, FIELD(import_args, kind), N_("what the records are: medi-db kinds"), "kind"},
    {"FILE", true, true, FIELD(import_args, files), N_("files; - or none is standard input"), "file"},
    {0},
};

static const struct opt export_options[] = {
    {'m', "match", OPT_LIST, FIELD(export_args, matches), "COLUMN=VALUE", N_("only rows with that value; again: all must match"), NULL},
    {0, "reveal", OPT_TEXT, FIELD(export_args, reveal), "REASON", N_("show personal columns; who and why is logged"), NULL},
    {0},
};
static const struct operand export_operands[] = {
    {"KIND", false, false, FIELD(export_args, kind), N_("what to write: medi-db kinds"), "kind"},
    {"CODE", true, true, FIELD(export_args, codes), N_("only the records with these codes"), NULL},
    {0},
};

static const struct opt rekey_options[] = {
    {0, "new", OPT_FILE, FIELD(rekey_args, fresh), "FILE", N_("a file with the new key; made if it is not there"), NULL},
    {0},
};

static const struct operand kinds_operands[] = {
    {"KIND", true, false, FIELD(name_args, name), N_("show the columns of this kind"), "kind"},
    {0},
};

static const struct opt schema_options[] = {
    {0, "sql", OPT_FLAG, FIELD(schema_args, sql), NULL, N_("the migrations, as SQL"), NULL},
    {0},
};
static const struct operand schema_operands[] = {
    {"TABLE", true, false, FIELD(schema_args, table), N_("show the columns of this table"), NULL},
    {0},
};

static const struct opt check_options[] = {
    {0, "list", OPT_FLAG, FIELD(check_args, list), NULL, N_("name the checks instead of running them"), NULL},
    {0, "fail-on", OPT_CHOICE, FIELD(check_args, fail_on), "SEVERITY", N_("exit 1 from this severity on (warning)"), severities},
    {0},
};
static const struct operand check_operands[] = {
    {"CHECK", true, false, FIELD(check_args, only), N_("run this one check only"), NULL},
    {0},
};

static const struct opt store_options[] = {
    {0, "name", OPT_TEXT, FIELD(store_args, name), "TEXT", N_("name of the store"), NULL},
    {0, "zone", OPT_TEXT, FIELD(store_args, zone), "ZONE", N_("time zone"), NULL},
    {0, "level", OPT_TEXT, FIELD(store_args, level), "TEXT", N_("level: hospital, outpatient department, clinic"), NULL},
    {0, "departments", OPT_TEXT, FIELD(store_args, departments), "TEXT", N_("licensed departments"), NULL},
    {0, "licence-no", OPT_TEXT, FIELD(store_args, licence_no), "NUMBER", N_("licence number"), NULL},
    {0, "licence-to", OPT_TEXT, FIELD(store_args, licence_to), "DAY", N_("last day of the licence"), NULL},
    {0, "address", OPT_TEXT, FIELD(store_args, address), "TEXT", N_("address"), NULL},
    {0, "latitude", OPT_TEXT, FIELD(store_args, latitude), "DEGREES", N_("latitude, like 31.230416"), NULL},
    {0, "longitude", OPT_TEXT, FIELD(store_args, longitude), "DEGREES", N_("longitude, like 121.473701"), NULL},
    {0, "hours", OPT_TEXT, FIELD(store_args, hours), "HOURS", N_("opening hours, like Mo-Fr 09:00-18:00"), NULL},
    {0, "phone", OPT_TEXT, FIELD(store_args, phone), "NUMBER", N_("phone number"), NULL},
    {0, "opened-on", OPT_TEXT, FIELD(store_args, opened_on), "DAY", N_("opening day"), NULL},
    {0, "closed-on", OPT_TEXT, FIELD(store_args, closed_on), "DAY", N_("closing day"), NULL},
    {0},
};
static const struct operand store_operands[] = {
    {"CODE", false, false, FIELD(store_args, code), N_("code of the store"), "store"},
    {0},
};
static const struct operand store_show_operands[] = {
    {"CODE", false, false, FIELD(name_args, name), N_("code of the store"), "store"},
    {0},
};

static const struct opt backup_options[] = {
    {'k', "keep", OPT_INT, FIELD(backup_args, keep), "N", N_("keep N backups: FILE, and older ones as FILE.TIME"), NULL},
    {'t', "to", OPT_FILE, FIELD(backup_args, to), "KEY.pub", N_("encrypt it for this recovery key, and put the key to personal data in"), NULL},
    {0, "as-is", OPT_FLAG, FIELD(backup_args, as_is), NULL, N_("also when the database does not agree with its log"), NULL},
    {0},
};
static const struct operand backup_operands[] = {
    {"FILE", false, false, FIELD(backup_args, file), N_("the backup"), "file"},
    {0},
};
static const struct operand backup_key_operands[] = {
    {"FILE", false, false, FIELD(name_args, name), N_("where the secret half goes; the public one goes to FILE.pub"), "file"},
    {0},
};
static const struct opt backup_show_options[] = {
    {'r', "recovery", OPT_FILE, FIELD(backup_show_args, recovery), "KEY", N_("the secret half of the recovery key it was made for"), NULL},
    {0, "tables", OPT_FLAG, FIELD(backup_show_args, tables), NULL, N_("list its tables instead"), NULL},
    {0},
};
static const struct operand backup_show_operands[] = {
    {"FILE", false, false, FIELD(backup_show_args, file), N_("the backup"), "file"},
    {0},
};
static const struct opt restore_options[] = {
    {'r', "recovery", OPT_FILE, FIELD(restore_args, recovery), "KEY", N_("the secret half of the recovery key it was made for"), NULL},
    {'f', "force", OPT_FLAG, FIELD(restore_args, force), NULL, N_("in the place of a database that is there"), NULL},
    {0, "key-out", OPT_FILE, FIELD(restore_args, key_out), "FILE", N_("write the key to personal data to this new file"), NULL},
    {0, "config-out", OPT_DIR, FIELD(restore_args, config_out), "DIR", N_("write the packs of MEDI_CONFIG to this new directory"), NULL},
    {0, "as-is", OPT_FLAG, FIELD(restore_args, as_is), NULL, N_("also what does not agree with its log"), NULL},
    {0},
};
static const struct operand restore_operands[] = {
    {"FILE", false, false, FIELD(restore_args, file), N_("the backup; - is standard input"), "file"},
    {0},
};

static const struct operand config_name_operands[] = {
    {"NAME", false, false, FIELD(config_args, name), N_("the setting: medi-db config list"), NULL},
    {0},
};
static const struct operand config_set_operands[] = {
    {"NAME", false, false, FIELD(config_args, name), N_("the setting: medi-db config list"), NULL},
    {"VALUE", false, false, FIELD(config_args, value), N_("its new value"), NULL},
    {0},
};

static const char *const states[] = {"pending", "approved", "refused", "withdrawn", "used", "expired", NULL};

static const struct opt account_list_options[] = {
    {0, "all", OPT_FLAG, FIELD(account_args, all), NULL, N_("closed ones too"), NULL},
    {0},
};
static const struct opt account_options[] = {
    {0, "staff", OPT_TEXT, FIELD(account_args, staff), "CODE", N_("whose it is: medi-db export staff"), NULL},
    {0},
};
static const struct operand account_operands[] = {
    {"LOGIN", false, false, FIELD(account_args, login), N_("a login of the operating system, or a role of the server"), NULL},
    {0},
};
static const struct operand duty_list_operands[] = {
    {"LOGIN", true, false, FIELD(duty_args, login), N_("of this account only"), NULL},
    {0},
};
static const struct operand duty_operands[] = {
    {"LOGIN", false, false, FIELD(duty_args, login), N_("an account: medi-db account list"), NULL},
    {"ROLE", false, false, FIELD(duty_args, role), N_("a role: medi-db roles list"), NULL},
    {0},
};
static const struct operand role_operands[] = {
    {"ROLE", false, false, FIELD(name_args, name), N_("a role: medi-db roles list"), NULL},
    {0},
};
static const struct opt request_list_options[] = {
    {0, "state", OPT_CHOICE, FIELD(request_args, state), "STATE", N_("only those in this state"), states},
    {0},
};
static const struct opt request_refuse_options[] = {
    {0, "reason", OPT_TEXT, FIELD(request_args, reason), "TEXT", N_("why; the asker sees it"), NULL},
    {0},
};
static const struct operand request_operands[] = {
    {"NUMBER", false, false, FIELD(request_args, number), N_("of the request: medi-db request list"), NULL},
    {0},
};

/* ---- examples ------------------------------------------------------------------------------------ */

#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

/* ---- verbs --------------------------------------------------------------------------------------- */

static const struct verb verbs[] = {
    {.name = "init", .summary = N_("make a database"), .mode = DB_ADMIN, .run = cmd_init,
     .args_size = sizeof(struct init_args), .options = init_options, .flags = VERB_CREATE,
     .examples = EXAMPLES("medi-db init -d clinic.db", "medi-db init --zone Asia/Urumqi -d west.db")},
    {.name = "migrate", .summary = N_("bring an old database up to this program's schema"),
     .mode = DB_ADMIN, .run = cmd_migrate, .args_size = sizeof(struct migrate_args),
     .options = migrate_options, .examples = EXAMPLES("medi-db migrate -d clinic.db")},
    {.name = "import", .summary = N_("read records from files, all or nothing"), .mode = DB_WRITE,
     .run = cmd_import, .args_size = sizeof(struct import_args), .options = import_options,
     .operands = import_operands, .flags = VERB_BULK | VERB_OF_STORE,
     .examples = EXAMPLES("medi-db import visits visits.csv",
                          "medi-db import clients --rejects bad.csv clients.csv",
                          "medi-db import visits --dry-run -s S01 -o jsonl visits.csv")},
    {.name = "export", .summary = N_("write records as import reads them"), .mode = DB_READ,
     .run = cmd_export, .args_size = sizeof(struct export_args), .options = export_options,
     .operands = export_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-db export visits -o csv > visits.csv",
                          "medi-db export clients C0001 --reveal 'complaint 17' -o json")},
    {.name = "kinds", .summary = N_("list the kinds of records, or the columns of one"),
     .mode = DB_NONE, .run = cmd_kinds, .args_size = sizeof(struct name_args),
     .operands = kinds_operands, .examples = EXAMPLES("medi-db kinds", "medi-db kinds visits")},
    {.name = "schema", .summary = N_("show the tables, or the columns of one"), .mode = DB_NONE,
     .run = cmd_schema, .args_size = sizeof(struct schema_args), .options = schema_options,
     .operands = schema_operands,
     .examples = EXAMPLES("medi-db schema visit", "medi-db schema --sql")},
    {.name = "config list", .summary = N_("list the settings, their values and where these come from"),
     .mode = DB_READ, .run = cmd_config_list, .flags = VERB_ANY_STORE,
     .examples = EXAMPLES("medi-db config list -s S01")},
    {.name = "config get", .summary = N_("print the value of a setting"), .mode = DB_READ,
     .run = cmd_config_get, .args_size = sizeof(struct config_args),
     .operands = config_name_operands, .flags = VERB_ANY_STORE,
     .examples = EXAMPLES("medi-db config get kpi.conversion_days")},
    {.name = "config set", .summary = N_("change a setting of the chain, or (-s) of a store"),
     .mode = DB_WRITE, .run = cmd_config_set, .args_size = sizeof(struct config_args),
     .operands = config_set_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-db config set kpi.conversion_days 30")},
    {.name = "config unset", .summary = N_("take a setting back to its default"), .mode = DB_WRITE,
     .run = cmd_config_unset, .args_size = sizeof(struct config_args),
     .operands = config_name_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-db config unset kpi.conversion_days")},
    {.name = "store list", .summary = N_("list the stores"), .mode = DB_READ, .run = cli_list,
     .query = SQL_RECORD_STORE_LIST, .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-db store list")},
    {.name = "store show", .summary = N_("show one store"), .mode = DB_READ, .run = cmd_store_show,
     .args_size = sizeof(struct name_args), .operands = store_show_operands,
     .flags = VERB_ANY_STORE,
     .examples = EXAMPLES("medi-db store show S01 -o json")},
    {.name = "store add", .summary = N_("add a store"), .mode = DB_WRITE, .run = cmd_store_add,
     .args_size = sizeof(struct store_args), .options = store_options, .operands = store_operands,
     .examples = EXAMPLES("medi-db store add S03 --name 徐汇店 --hours '每天 10:00-20:00'")},
    {.name = "store edit", .summary = N_("change what is known of a store"), .mode = DB_WRITE,
     .run = cmd_store_edit, .args_size = sizeof(struct store_args), .options = store_options,
     .operands = store_operands,
     .examples = EXAMPLES("medi-db store edit S03 --phone '021-5555 0103'")},
    {.name = "rekey", .summary = N_("give personal data another master key"), .mode = DB_WRITE,
     .run = cmd_rekey, .args_size = sizeof(struct rekey_args), .options = rekey_options,
     .flags = VERB_BATCHES, .examples = EXAMPLES("medi-db rekey", "medi-db rekey --new next.key")},
    {.name = "whoami", .summary = N_("show your account, roles and stores"), .mode = DB_READ, .run = cmd_whoami,
     .flags = VERB_ANY_STORE, .examples = EXAMPLES("medi-db whoami")},
    {.name = "account list", .summary = N_("list the accounts"), .mode = DB_READ, .run = cli_list,
     .query = SQL_DUTY_ACCOUNT_LIST, .args_size = sizeof(struct account_args),
     .options = account_list_options, .flags = VERB_EXIT_ROWS,
     .examples = EXAMPLES("medi-db account list")},
    {.name = "account add", .summary = N_("let a login use the database, or again"), .mode = DB_WRITE,
     .run = cmd_account_add, .args_size = sizeof(struct account_args), .options = account_options,
     .operands = account_operands, .examples = EXAMPLES("medi-db account add wangli --staff D01",
                                                        "medi-db account add zhaomin --staff Q01")},
    {.name = "account edit", .summary = N_("say whose an account is"), .mode = DB_WRITE,
     .run = cmd_account_edit, .args_size = sizeof(struct account_args), .options = account_options,
     .operands = account_operands, .examples = EXAMPLES("medi-db account edit wangli --staff D01")},
    {.name = "duty list", .summary = N_("list who has which role in which store"), .mode = DB_READ,
     .run = cli_list, .query = SQL_DUTY_DUTY_LIST, .args_size = sizeof(struct duty_args),
     .operands = duty_list_operands, .flags = VERB_EXIT_ROWS,
     .examples = EXAMPLES("medi-db duty list", "medi-db duty list -s S01")},
    {.name = "duty grant", .summary = N_("give an account a role, in a store (-s) or in all"),
     .mode = DB_WRITE, .run = cmd_duty_grant, .args_size = sizeof(struct duty_args),
     .operands = duty_operands, .examples = EXAMPLES("medi-db duty grant wangli doctor -s S01",
                                                     "medi-db duty grant zhaomin manager")},
    {.name = "duty revoke", .summary = N_("take a role from an account"), .mode = DB_WRITE,
     .run = cmd_duty_revoke, .args_size = sizeof(struct duty_args), .operands = duty_operands,
     .examples = EXAMPLES("medi-db duty revoke wangli doctor -s S01")},
    {.name = "account close", .summary = N_("end an account and its duties"), .mode = DB_WRITE,
     .run = cmd_account_close, .args_size = sizeof(struct account_args),
     .operands = account_operands, .examples = EXAMPLES("medi-db account close wangli")},
    {.name = "roles list", .summary = N_("list the roles"), .mode = DB_READ, .run = cli_list,
     .query = SQL_DUTY_ROLE_LIST, .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-db roles list")},
    {.name = "roles show", .summary = N_("show what a role may do"), .mode = DB_READ,
     .run = cmd_roles_show, .args_size = sizeof(struct name_args), .operands = role_operands,
     .flags = VERB_ANY_STORE, .examples = EXAMPLES("medi-db roles show doctor")},
    {.name = "roles apply", .summary = N_("take the roles of the pack into the database"),
     .mode = DB_WRITE, .run = cmd_roles_apply,
     .examples = EXAMPLES("medi-db roles apply --dry-run", "medi-db roles apply")},
    {.name = "request list", .summary = N_("list the requests for a second person's consent"),
     .mode = DB_READ, .run = cmd_request_list, .args_size = sizeof(struct request_args),
     .options = request_list_options, .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-db request list --state pending")},
    {.name = "request show", .summary = N_("show one request"), .mode = DB_READ,
     .run = cmd_request_show, .args_size = sizeof(struct request_args), .operands = request_operands,
     .flags = VERB_ANY_STORE, .examples = EXAMPLES("medi-db request show 1")},
    {.name = "request approve", .summary = N_("consent to what somebody else asked for"),
     .mode = DB_WRITE, .run = cmd_request_approve, .args_size = sizeof(struct request_args),
     .operands = request_operands, .flags = VERB_ANY_STORE,
     .examples = EXAMPLES("medi-db request approve 1")},
    {.name = "request refuse", .summary = N_("refuse it, or take the consent back"), .mode = DB_WRITE,
     .run = cmd_request_refuse, .args_size = sizeof(struct request_args),
     .options = request_refuse_options, .operands = request_operands, .flags = VERB_ANY_STORE,
     .examples = EXAMPLES("medi-db request refuse 2 --reason 'not this month'")},
    {.name = "request withdraw", .summary = N_("take your own request back"), .mode = DB_WRITE,
     .run = cmd_request_withdraw, .args_size = sizeof(struct request_args),
     .operands = request_operands, .flags = VERB_ANY_STORE,
     .examples = EXAMPLES("medi-db request withdraw 3")},
    {.name = "check", .summary = N_("check the database and what must hold in it"), .mode = DB_READ,
     .run = cmd_check, .args_size = sizeof(struct check_args), .options = check_options,
     .operands = check_operands, .examples = EXAMPLES("medi-db check", "medi-db check --list")},
    {.name = "backup-key", .summary = N_("make a recovery key, for which backups are encrypted"),
     .mode = DB_NONE, .run = cmd_backup_key, .args_size = sizeof(struct name_args),
     .operands = backup_key_operands, .examples = EXAMPLES("medi-db backup-key recovery")},
    {.name = "backup", .summary = N_("copy the database to a file while others write, and verify the copy"),
     .mode = DB_READ, .run = cmd_backup, .args_size = sizeof(struct backup_args),
     .options = backup_options, .operands = backup_operands,
     .examples = EXAMPLES("medi-db backup clinic.backup --keep 14",
                          "medi-db backup offsite.backup --keep 14 --to recovery.pub")},
    {.name = "backup-show", .summary = N_("verify a backup and show what is in it"), .mode = DB_NONE,
     .run = cmd_backup_show, .args_size = sizeof(struct backup_show_args),
     .options = backup_show_options, .operands = backup_show_operands,
     .examples = EXAMPLES("medi-db backup-show clinic.backup",
                          "medi-db backup-show offsite.backup --recovery recovery --tables")},
    {.name = "restore", .summary = N_("make a database from a backup"), .mode = DB_NONE,
     .run = cmd_restore, .args_size = sizeof(struct restore_args), .options = restore_options,
     .operands = restore_operands, .flags = VERB_OPENS,
     .examples = EXAMPLES("medi-db restore clinic.backup -d new.db",
                          "medi-db restore clinic.backup --force")},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-db",
    .summary = N_("make, fill, show and check the database"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
