/*
 * probe: a program of the frame that no clinic needs, with something of everything a table can hold.
 */
#ifndef MEDI_TESTS_PROBE_H
#define MEDI_TESTS_PROBE_H

#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/progress.h"
#include "db/migrate.h"

struct probe_args {
    bool fast;
    const char *name, *mode, *map, *folder;
    struct opt_list tags;
    int64_t count, from, at, until, price;
    const char *kind;
    struct opt_list files;
};

static const char *const probe_modes[] = {"append", "replace", NULL};

#define PROBE_FIELD(name) offsetof(struct probe_args, name)

static const struct opt probe_options[] = {
    {'f', "fast", OPT_FLAG, PROBE_FIELD(fast), NULL, N_("go fast"), NULL},
    {0, "name", OPT_TEXT, PROBE_FIELD(name), "NAME", N_("a name: any [text], 'quoted' too"), NULL},
    {'t', "tag", OPT_LIST, PROBE_FIELD(tags), "TAG", N_("a tag; may be given again"), NULL},
    {'c', "count", OPT_INT, PROBE_FIELD(count), "N", N_("how many"), NULL},
    {0, "from", OPT_DAY, PROBE_FIELD(from), "DAY", N_("first day"), NULL},
    {0, "at", OPT_MOMENT, PROBE_FIELD(at), "TIME", N_("a moment"), NULL},
    {0, "until", OPT_UNTIL, PROBE_FIELD(until), "TIME", N_("the last moment"), NULL},
    {0, "price", OPT_MONEY, PROBE_FIELD(price), "YUAN", N_("what it costs"), NULL},
    {0, "mode", OPT_CHOICE, PROBE_FIELD(mode), "MODE", N_("what to do with the old"), probe_modes},
    {'m', "map", OPT_FILE, PROBE_FIELD(map), "FILE", N_("a map"), NULL},
    {0, "folder", OPT_DIR, PROBE_FIELD(folder), "DIR", N_("a folder"), NULL},
    {0, NULL, 0, 0, NULL, NULL, NULL},
};

static const struct operand probe_operands[] = {
    {"KIND", false, false, PROBE_FIELD(kind), N_("what they are"), "kind"},
    {"FILE", true, true, PROBE_FIELD(files), N_("files, or - for standard input"), "file"},
    {NULL, false, false, 0, NULL, NULL},
};

struct probe_word {
    const char *word;
};

static const struct operand probe_word_operand[] = {
    {"CODE", false, false, 0, N_("a word"), "store"},
    {NULL, false, false, 0, NULL, NULL},
};

static const char *const probe_import_examples[] = {
    "medi-probe import visits visits.csv", "medi-probe import --mode replace visits -", NULL};
static const char *const probe_store_examples[] = {"medi-probe store list -o json", NULL};

/* Prints what it was given. */
static inline int
probe_import(struct ctx *ctx, void *args, struct err *err)
{
    const struct probe_args *given = args;
    (void)err;
    printf("kind=%s files=%d tags=%d count=%lld from=%lld at=%lld until=%lld actor=%s zone=%s\n",
           given->kind, given->files.count, given->tags.count, (long long)given->count,
           (long long)given->from, (long long)given->at, (long long)given->until, ctx->actor,
           zone_name(ctx->zone));
    fprintf(ctx->stream, "now=%lld as_of=%lld store=%s %lld test=%d\n", (long long)ctx->now,
            (long long)ctx->as_of, ctx->store ? ctx->store : "-", (long long)ctx->store_id,
            ctx->test);
    return 0;
}

/* Does what its word says, for the frame to deal with. */
static inline int
probe_act(struct ctx *ctx, void *args, struct err *err)
{
    const char *word = ((struct probe_word *)args)->word;
    if (strcmp(word, "fail") == 0)
        return err_set(err, ERR_DATA, "%s", "asked to fail");
    if (strcmp(word, "silent") == 0)
        return -1;
    if (strcmp(word, "idle") == 0)
        return 0;
    if (db_script(ctx->db, "INSERT INTO setting VALUES (0, 'probe', 'written')", err))
        return -1;
    if (strcmp(word, "unlogged") == 0)
        return 0;
    if (cli_log(ctx, 0, "probe", word, err) || cli_log(ctx, 0, "probe", NULL, err))
        return -1;
    if (strcmp(word, "fail-late") == 0)
        return err_set(err, ERR_DATA, "asked to fail late");
    if (strcmp(word, "print") == 0)
        printf("printed\n");
    cli_say(ctx, "%s is done", word);
    return strcmp(word, "partly") == 0 ? 3 : strcmp(word, "no") == 0 ? 1 : 0;
}

static inline int
probe_store_id(struct ctx *ctx, void *args, struct err *err)
{
    int64_t id;
    (void)args;
    if (cli_store_id(ctx, &id, err))
        return -1;
    printf("%lld\n", (long long)id);
    return 0;
}

static inline int
probe_pack(struct ctx *ctx, void *args, struct err *err)
{
    (void)err;
    printf("%s\n", cli_pack(ctx, ctx->arena, ((struct probe_word *)args)->word));
    return 0;
}

/* Makes a test database. */
static inline int
probe_init(struct ctx *ctx, void *args, struct err *err)
{
    (void)args;
    if (migrate_run(ctx->db, ctx->now, NULL, NULL, err) ||
        db_script(ctx->db,
                  "DELETE FROM meta; INSERT INTO meta VALUES ('test', '1'), ('identity', 'probe')",
                  err) ||
        cli_learn(ctx, err) || cli_log(ctx, 0, "database", NULL, err))
        return -1;
    fprintf(ctx->stream, "now=%lld as_of=%lld\n", (long long)ctx->now, (long long)ctx->as_of);
    return 0;
}

/* Opens a file as a verb may, prints, and writes nothing into the file. */
static inline int
probe_open(struct ctx *ctx, void *args, struct err *err)
{
    const char *path = ((struct probe_word *)args)->word;
    FILE *file = fopen(path, "w");
    (void)ctx;
    if (!file)
        return err_set(err, ERR_IO, "%s", path);
    printf("for stdout only\n");
    fflush(stdout);
    fclose(file);
    return 0;
}

/* Work that a progress bar is for. */
static inline int
probe_count(struct ctx *ctx, void *args, struct err *err)
{
    (void)args;
    (void)err;
    progress_start(ctx->progress, "count", 1000);
    for (int i = 1; i <= 1000; i++)
        progress_update(ctx->progress, i);
    printf("%s\n", ctx->zh ? "zh" : "en");
    return 0;
}

static const struct verb probe_verbs[] = {
    {.name = "import",
     .summary = N_("Read rows from files"),
     .mode = DB_WRITE,
     .run = probe_import,
     .args_size = sizeof(struct probe_args),
     .options = probe_options,
     .operands = probe_operands,
     .flags = VERB_BULK,
     .examples = probe_import_examples},
    {.name = "act",
     .summary = N_("Do what the word says"),
     .mode = DB_WRITE,
     .run = probe_act,
     .args_size = sizeof(struct probe_word),
     .operands = probe_word_operand},
    {.name = "store list",
     .summary = N_("List the stores"),
     .mode = DB_READ,
     .run = cli_list,
     .query = SQL_CLI_STORE_CODES,
     .flags = VERB_EXIT_ROWS,
     .examples = probe_store_examples},
    {.name = "store show",
     .summary = N_("Show one store"),
     .mode = DB_READ,
     .run = cli_list,
     .query = SQL_CLI_STORE_BY_CODE,
     .args_size = sizeof(struct probe_word),
     .operands = probe_word_operand},
    {.name = "store-id", .summary = N_("The store's id"), .mode = DB_READ, .run = probe_store_id},
    {.name = "pack",
     .summary = N_("Where a pack is"),
     .mode = DB_NONE,
     .run = probe_pack,
     .args_size = sizeof(struct probe_word),
     .operands = probe_word_operand},
    {.name = "count", .summary = N_("Count"), .mode = DB_NONE, .run = probe_count},
    {.name = "open",
     .summary = N_("Open a file"),
     .mode = DB_NONE,
     .run = probe_open,
     .args_size = sizeof(struct probe_word),
     .operands = probe_word_operand},
    {.name = "init",
     .summary = N_("Make a database"),
     .mode = DB_ADMIN,
     .run = probe_init,
     .flags = VERB_CREATE},
    {.name = NULL},
};

static const struct tool probe_tool = {
    .name = "medi-probe", .summary = N_("tries the frame"), .verbs = probe_verbs};

#endif
