/*
 * The verbs of medi-db: each a short function and the struct that its options fill. The tables that name
 * them are in bin/medi-db.c.
 */
#ifndef MEDI_BIN_DB_VERBS_H
#define MEDI_BIN_DB_VERBS_H

#include "cli/cli.h"
#include "text/pack.h"

struct init_args {
    const char *zone;
    bool test;
};

struct migrate_args {
    const char *anyway;
};

struct import_args {
    const char *kind, *map, *rejects, *format, *encoding;
    int64_t field_cap;
    struct opt_list files, ignore;
};

struct export_args {
    const char *kind, *reveal;
    struct opt_list codes, matches;
};

struct name_args { /* one word or none */
    const char *name;
};

struct schema_args {
    const char *table;
    bool sql;
};

struct check_args {
    const char *only, *fail_on;
    bool list;
};

struct rekey_args {
    const char *fresh;
};

struct store_args {
    const char *code;
    const char *name, *zone, *level, *departments, *licence_no, *licence_to, *address, *latitude,
        *longitude, *hours, *phone, *opened_on, *closed_on;
};

struct account_args {
    const char *login, *staff;
    bool all;
};

struct duty_args {
    const char *login, *role;
};

struct request_args {
    const char *number, *state, *reason;
};

struct config_args {
    const char *name, *value;
};

struct backup_args {
    const char *file, *to;
    int64_t keep;
    bool as_is;
};

struct backup_show_args {
    const char *file, *recovery;
    bool tables;
};

struct restore_args {
    const char *file, *recovery, *key_out, *config_out;
    bool force, as_is;
};

verb_run cmd_backup, cmd_backup_key, cmd_backup_show, cmd_restore;
verb_run cmd_init, cmd_migrate, cmd_import, cmd_export, cmd_kinds, cmd_schema, cmd_check;
verb_run cmd_rekey;
verb_run cmd_store_show, cmd_store_add, cmd_store_edit;
verb_run cmd_config_list, cmd_config_get, cmd_config_set, cmd_config_unset;
verb_run cmd_whoami, cmd_account_add, cmd_account_edit, cmd_account_close;
verb_run cmd_duty_grant, cmd_duty_revoke, cmd_roles_show, cmd_roles_apply;
verb_run cmd_request_list, cmd_request_show, cmd_request_approve, cmd_request_refuse,
    cmd_request_withdraw;

/*
 * What a verb asks beyond the permission to run it (guard.c). Power over others (a role that has
 * it, whose an account is, the roles pack, the settings duty.*): a second person where
 * duty.grant_alone is no.
 */
struct export_spec;
struct kind;
int guard_power(struct ctx *ctx, const char *subject, struct err *err);
int guard_setting(struct ctx *ctx, const char *name, const char *value, struct err *err);

/* Before personal data are shown: a second person for more than duty.reveal_alone records, and the
 * entry in the log. */
int guard_reveal(struct ctx *ctx, const struct export_spec *spec, const struct export_args *args,
                 struct err *err);

/* A kind that the caller's own pack describes, with what it must keep of the shipped one; NULL: refused. */
const struct kind *guard_kind(struct ctx *ctx, const struct kind *kind, const char *verb,
                              struct err *err);

/* A duty of one store writes no rows of the chain; what a map creates is an import too. */
int guard_import(struct ctx *ctx, const struct packs *packs, const struct kind *kind,
                 struct err *err);

/* After migrations: the rows that they wrote are counted, and stand behind an entry of the log. */
int verbs_log_schema(struct ctx *ctx, const char *detail, struct err *err);

/* In a database that has no accounts yet: the roles of the pack, and who runs this as admin. */
int verbs_found_duties(struct ctx *ctx, struct err *err);

/* The packs of this run. */
struct packs verbs_packs(const struct ctx *ctx);

#endif
