/*
 * cli: the frame that every medi program runs in.
 *
 * A program is a table of verbs. cli_main() parses the words by the verb's option table, opens the
 * database in the declared mode, begins a transaction for a writer, runs the verb, commits (or rolls
 * back on an error or --dry-run), prints the error once, checks that stdout took everything, and
 * returns the exit code. A verb is therefore short: it neither parses, opens, commits nor prints errors.
 */
#ifndef MEDI_CLI_CLI_H
#define MEDI_CLI_CLI_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/zone.h"
#include "cli/opt.h"
#include "db/db.h"
#include "db/sql.h"
#include "text/out.h"

struct log;
struct progress;
struct vault;

/* What a verb gets beside its own arguments. Filled once, read everywhere. */
struct ctx {
    const struct tool *tool;
    const struct verb *verb;
    struct arena *arena; /* lives as long as the run */
    struct db *db;       /* open in the verb's mode; NULL for DB_NONE */
    const char *db_url;
    int wait_ms;         /* how long a busy database is waited for */
    const char *store;   /* -s, MEDI_STORE or NULL: the code as given */
    int64_t store_id;    /* its id; -1: none was given, or (a writer) the database lacks it yet */
    const char *key;     /* the key file: --key, MEDI_KEY, else its usual place; NULL: --key none */
    bool key_given;      /* by --key or MEDI_KEY, so it must be there */
    struct vault *vault; /* what cli_vault opened */
    const char *actor;   /* who runs this: the login; NULL until cli_actor is asked */
    int64_t bound_to;    /* the store of the duty that allows this run, which keeps to it; 0: all */
    const char *share;   /* directory of the shipped packs: …/share/medi */
    const char *config;  /* MEDI_CONFIG or NULL: YAML that overrides the shipped one */
    const char *credentials; /* the directory of secrets that systemd hands out, or NULL */
    bool zh;                 /* the language of messages and headings is Chinese */
    bool test;               /* the database was made by init --test */
    int64_t now;             /* the moment this run takes for now, UTC seconds */
    int64_t as_of;           /* --as-of, else now */
    const struct zone *zone; /* for input without and output with an offset: the store's (given by
                                -s), else the default zone */
    bool quiet, verbose, dry_run;
    bool format_given;         /* by -o or --excel; else a verb may have one of its own */
    bool page;                 /* -o html, of a verb that offers it */
    bool sarif;                /* -o sarif, of a verb that offers it */
    bool exit_rows;            /* --exit-code: a list verb with rows exits 1 */
    struct log *log;           /* watches what this run writes; see log/log.h */
    struct fact_keeper *facts; /* and keeps what figures are made of; see fact/keeper.h */
    int64_t log_entries;       /* made by cli_log in this run */
    bool once;                 /* what was read cannot be read again (a pipe): no second try */
    FILE *stream;              /* where output goes: of a writer, memory until all is well */
    struct out_options out;    /* format and looks chosen from -o and the terminal */
    struct progress *progress; /* draws only on a terminal; see cli/progress.h */
};

enum { EXIT_NO = 1, EXIT_REFUSED = 3 };

/* 0 done, EXIT_NO the answer is no or there are findings, EXIT_REFUSED refused in part; -1 with `err`
 * set. */
typedef int verb_run(struct ctx *ctx, void *args, struct err *err);

enum verb_flags {
    VERB_BULK = 1,      /* DB_WRITE: opens for bulk loads */
    VERB_EXIT_ROWS = 2, /* a list verb that offers --exit-code: rows make a 1 */
    VERB_BATCHES = 8,   /* begins and commits by itself, each with its entry */
    VERB_CREATE = 4,    /* DB_ADMIN: makes the database (and the directory of the default one) */
    VERB_JUDGES = 128,  /* DB_READ: of any version; judges the list of migrations itself */
    VERB_CHAIN = 256, /* DB_WRITE: writes the rows of several stores, so it locks the whole chain */
    VERB_PAGE = 512,  /* offers -o html; then ctx->page says so, and the verb writes it by itself */
    VERB_SARIF = 1024, /* the same with -o sarif and ctx->sarif */
    VERB_OPENS = 64,   /* DB_NONE: opens the database at db_url by itself, or makes it */
    /* Whose duty is of one store may run, of the verbs that their role allows, only those that say
     * one of these: */
    VERB_OF_STORE = 16,  /* keeps to the store of -s: a duty of that store is enough */
    VERB_ANY_STORE = 32, /* deals with no store's records: a duty of any store is enough */
};

struct verb {
    const char *name;    /* "import", or two words: "store add" */
    const char *summary; /* N_("one line, no full stop") */
    enum db_mode mode;
    verb_run *run;
    size_t args_size;          /* of the struct that `options` and `operands` fill */
    const struct opt *options; /* ends with a NULL name; NULL: none but the common ones */
    const struct operand *operands;
    enum sql_id query; /* a list verb: run is cli_list, and this its statement */
    int flags;
    /* DB_READ: whether the verb is a pure filter with these arguments and needs no database; none is
     * opened then, ctx->db is NULL, and nobody is asked for a duty. NULL: it always needs one. */
    bool (*pure)(const void *args);
    /* In the run's transaction, before `run`: what its words stand for (cli/scanned.h). NULL: themselves. */
    int (*before)(struct ctx *ctx, void *args, struct err *err);
    const char *const *examples; /* two or three command lines for --help, NULL-terminated */
};

struct tool {
    const char *name;         /* "medi-db" */
    const char *summary;      /* N_("…") */
    const struct verb *verbs; /* ends with a NULL name */
};

int cli_main(const struct tool *tool, int argc, char **argv);

/*
 * Runs verb->query; its columns are printed. Its parameters are bound by name, "-" and "_" alike:
 *
 *     now, as_of     moments; today: the day of as_of in the run's zone
 *     store          text: the code as given; int: its id. store_id: its id. NULL without -s
 *     anything else  the option or operand of that name; what was not given is NULL, a flag is 0 or 1
 *
 * A day for a parameter of type moment is the start of that day in the run's zone, so that a window
 * [from, to) may be given by days. A list is one text: ",A,B,", which SQL asks with
 * replace($1, ',' || code || ',', '') <> $1; a comma in an item is refused.
 */
verb_run cli_list;

/* Fills values[0…sql->param_count) as cli_list does, for a verb that runs its own statement. */
int cli_bind(struct ctx *ctx, const void *args, const struct sql *sql, struct db_value *values,
             struct err *err);

/* Rows from any statement whose columns were declared in its file. Binds nothing: `stmt` is ready to
 * step. Returns the number of rows, or -1. */
int64_t cli_print(struct ctx *ctx, struct db_stmt *stmt, const struct sql *sql, struct err *err);

/* Both, as cli_list does, for a verb that has more to say of it: the number of rows, or -1. */
int64_t cli_query(struct ctx *ctx, const void *args, enum sql_id id, struct err *err);

/* An out for columns chosen at run time, with the run's format. Headings are translated here. */
struct out *cli_out(struct ctx *ctx, const struct out_column *columns, int count);

/* A line of talk on stderr (not with -q): "medi-db: " and the words. */
void cli_say(const struct ctx *ctx, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A line of several that say why something is refused, also with -q; the last one is the error itself. */
void cli_refuse(const struct ctx *ctx, const char *words);

/* Every write leaves an entry in the log, in its own transaction: what was done to what. Rows that no entry
 * stands behind are refused their commit. `store_id` 0 is the chain. */
int cli_log(struct ctx *ctx, int64_t store_id, const char *subject, const char *detail,
            struct err *err);

/* Begins to watch what is written, for the log: done by the frame for a verb of DB_WRITE, and by DB_ADMIN
 * once the tables are there. */
int cli_watch(struct ctx *ctx, struct err *err);
void cli_unwatch(struct ctx *ctx);

/* Brings facts and rollups up to what was written: last before the commit, by whoever commits. */
int cli_keep(struct ctx *ctx, struct err *err);

/* Who runs this: on a server its role, else the operating-system user; in a test database MEDI_ACTOR. */
const char *cli_actor(struct ctx *ctx);

/* Whether they may run another verb of this tool as well, or `reveal`, on that subject ("" if it
 * has none), for the store or chain that this run is for: 1, 0, -1. And with the error that the
 * frame would give: 0, -1. */
int cli_may(struct ctx *ctx, const char *verb, const char *subject, struct err *err);
int cli_must(struct ctx *ctx, const char *verb, const char *subject, struct err *err);

/*
 * For a deed that needs a second person: 1 go on, since a consent to exactly this deed, subject,
 * reason (may be NULL) and store was there and is now used up, in the verb's own transaction if it
 * writes; -1 with ERR_BUSY: there was none, a request was made and committed, what the verb wrote
 * so far is undone, and the error says who may consent, until when and how. So it is called before
 * anything is shown. Deeds are words of roles.yaml; one that is not there is refused (ERR_DATA).
 */
int cli_second(struct ctx *ctx, const char *deed, const char *subject, const char *reason,
               struct err *err);

/* Work in a transaction on a connection of its own, which is committed whatever becomes of the
 * run: -1, or what the work gives. The ctx it gets is a copy with that connection. Not while this
 * run's own transaction holds the database. */
typedef int cli_work(struct ctx *ctx, void *context, struct err *err);
int cli_apart(struct ctx *ctx, cli_work *work, void *context, struct err *err);

/* Of a verb with VERB_BATCHES: work in a transaction under the lock of a store (0: the chain),
 * committed with its entries; tried again where the engine gave it up for another's sake, so `work` may
 * run more than once. */
int cli_transaction(struct ctx *ctx, int64_t store_id, cli_work *work, void *context,
                    struct err *err);

/* A look at unmasked personal data by a verb that reads: the entry is written and committed through a
 * connection of its own before anything is shown, so that what was seen is on record even if the
 * run then fails. */
int cli_log_access(struct ctx *ctx, int64_t store_id, const char *subject, const char *reason,
                   struct err *err);

/* --reveal REASON of a verb that shows a client: 1 it may be shown, which is logged; 0 no reason was
 * given, so it is not; -1: no reason worth the name, no duty that may, or no key. */
int cli_reveal(struct ctx *ctx, const char *reason, int64_t store_id, const char *subject,
               struct err *err);

/* The key to personal data, opened when it is first asked for, after db_begin in a verb that writes. NULL:
 * there is no key file in the usual place. One that was given and is not there, that others can read, that is
 * damaged or of another database is an error. The frame closes it. */
int cli_vault(struct ctx *ctx, struct vault **vault, struct err *err);

/* The directories above a file, for this user alone. */
int cli_make_directories(struct ctx *ctx, const char *path, struct err *err);

/* For init: makes the key file if there is none; one that is there must be fit to be used. */
int cli_key_make(struct ctx *ctx, bool *made, struct err *err);

/* The id of the store that -s or MEDI_STORE names: ERR_USAGE if none is given, ERR_DATA if unknown. */
int cli_store_id(struct ctx *ctx, int64_t *store_id, struct err *err);

/* A setting's number, as it is in force for a store (0: the chain). What it is without one stands in the
 * shipped pack: MEDI_CONFIG is whoever runs the program, and does not decide what is asked of them. */
int cli_setting(struct ctx *ctx, const char *name, int64_t store_id, int64_t *value,
                struct err *err);

/* A pack file by its name under share/medi ("kinds/visits.yaml"): MEDI_CONFIG's one if it has it.
 * Never NULL: if neither has it, or the name would leave the directories ("..", a leading "/"), it is
 * a path at which there is nothing. */
char *cli_pack(const struct ctx *ctx, struct arena *arena, const char *name);

/* Reads from the database what the run depends on: test, and then MEDI_NOW and MEDI_ACTOR; the
 * store; the zone. The frame does so after opening; `init` does so again when the tables are there. */
int cli_learn(struct ctx *ctx, struct err *err);

#endif
