/*
 * tamper N [SEED] [ONE]: N random alterations, each on a fresh copy, each judged by verify --deep --against --trust.
 * Exit 1 if one that a kept checkpoint can show is missed, or if a program crashed. ONE runs that one alone and shows
 * what was found.
 */
#include "tamper.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/hash.h"
#include "log/verify.h"

enum outcome { CRASHED, DETECTED, NO_CONTENT, BEYOND, MISSED, NOT_RUN };

struct result {
    int kind;
    enum outcome outcome;
    bool named, has_place, by_check;
    char what[600], first[200];
};

struct run {
    struct base base;
    struct result *results;
    uint64_t seed;
    int count;
    char folder[64];
    bool loud;
    unsigned char content[HASH_SIZE]; /* of the database before anything was altered */
};

/* ---- what is in a file -------------------------------------------------------------------------------- */

/* A hash of all that stands in the tables, and of the schema. False: it cannot be read. */
static bool
content(const char *path, unsigned char out[HASH_SIZE])
{
    struct hash hash;
    sqlite3_stmt *tables, *rows;
    sqlite3 *raw = raw_open(path);
    bool whole = false;
    hash_begin(&hash, "tamper", HASH_SIZE, NULL);
    if (sqlite3_prepare_v2(raw,
                           "SELECT type || name || COALESCE(sql, ''), CASE type WHEN 'table' THEN "
                           "name END FROM sqlite_schema ORDER BY type, name",
                           -1, &tables, NULL) == SQLITE_OK) {
        int more;
        whole = true;
        while ((more = sqlite3_step(tables)) == SQLITE_ROW) {
            hash_add_text(&hash, (const char *)sqlite3_column_text(tables, 0));
            if (sqlite3_column_type(tables, 1) == SQLITE_NULL)
                continue;
            char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", sqlite3_column_text(tables, 1));
            int code = sqlite3_prepare_v2(raw, sql, -1, &rows, NULL);
            while (code == SQLITE_OK && (code = sqlite3_step(rows)) == SQLITE_ROW) {
                for (int i = 0; i < sqlite3_column_count(rows); i++) {
                    hash_add_int(&hash, sqlite3_column_type(rows, i));
                    const void *bytes = sqlite3_column_blob(rows, i);
                    hash_add_int(&hash, sqlite3_column_bytes(rows, i));
                    hash_add(&hash, bytes, (size_t)sqlite3_column_bytes(rows, i));
                }
                code = SQLITE_OK;
            }
            whole = whole && code == SQLITE_DONE;
            sqlite3_finalize(rows);
            sqlite3_free(sql);
        }
        whole = whole && more == SQLITE_DONE;
        sqlite3_finalize(tables);
    }
    raw_close(raw);
    hash_end(&hash, out, HASH_SIZE);
    return whole;
}

/* ---- what verify finds ----------------------------------------------------------------------------------- */

struct watch {
    const struct deed *deed;
    struct result *result;
    int64_t findings;
    bool loud;
};

static int
see_finding(void *context, const struct verify_finding *finding, struct err *err)
{
    struct watch *watch = context;
    char line[300];
    (void)err;
    snprintf(line, sizeof line, "%s %s %s %s: %s", finding->store ? finding->store : "-",
             finding->subject, finding->place ? finding->place : "-", finding->finding,
             finding->detail ? finding->detail : "");
    if (watch->loud)
        printf("    %s\n", line);
    if (watch->findings++ == 0)
        snprintf(watch->result->first, sizeof watch->result->first, "%.190s", line);
    if (finding->place && strcmp(finding->place, watch->deed->place) == 0 && finding->store &&
        strcmp(finding->store, watch->deed->store) == 0)
        watch->result->named = true;
    return 0;
}

/* Whether something was found, or the file refused. */
static bool
is_detected(const struct run *run, const char *path, const struct deed *deed, struct result *result)
{
    struct err err = {0};
    struct db *db = NULL;
    struct watch watch = {deed, result, 0, run->loud};
    struct verify_count count;
    const struct verify_options options = {.log = true,
                                           .rows = true,
                                           .trust = &run->base.trust,
                                           .against = &run->base.kept,
                                           .found = see_finding,
                                           .context = &watch};
    const struct db_options any = {.any_version = true};
    int failed = db_open(&db, path, DB_READ, &any, &err);
    if (!failed)
        failed = verify_run(db, &options, &count, &err);
    db_close(db);
    if (failed && watch.findings == 0)
        snprintf(result->first, sizeof result->first, "refused: %.180s", err.text);
    if (failed && run->loud)
        printf("    refused: %s\n", err.text);
    return failed || watch.findings > 0;
}

static int
count_finding(void *context, const char *what, struct err *err)
{
    (void)what;
    (void)err;
    ++*(int *)context;
    return 0;
}

static bool
is_found_by_check(const char *path)
{
    struct err err = {0};
    struct db *db = NULL;
    int findings = 0;
    if (db_open(&db, path, DB_READ, NULL, &err) != 0)
        return true;
    int failed = db_check(db, count_finding, &findings, &err);
    db_close(db);
    return failed || findings > 0;
}

/* ---- one alteration ----------------------------------------------------------------------------------------- */

static int
draw_kind(struct rng *rng)
{
    int weights[64];
    for (int i = 0; i < kind_count; i++)
        weights[i] = kinds[i].weight;
    return rng_pick(rng, weights, kind_count);
}

static void
judge(const struct run *run, int number, const char *path)
{
    struct result *result = &run->results[number];
    struct deed deed = {.done = false};
    struct rng rng;
    unsigned char now[HASH_SIZE];
    rng_stream(&rng, run->seed, 1, (uint64_t)number);
    result->kind = draw_kind(&rng);
    for (int tries = 0; tries < 5000 && !deed.done; tries++) {
        memset(&deed, 0, sizeof deed);
        image_save(&run->base.now, path);
        kinds[result->kind].run(&run->base, path, &rng, &deed);
    }
    if (!deed.done)
        fprintf(stderr, "tamper: %d: %s: found nothing to do it to\n", number,
                kinds[result->kind].name);
    MUST(deed.done);
    memcpy(result->what, deed.what, sizeof deed.what);
    result->has_place = deed.place[0] != '\0';
    if (run->loud)
        printf("%s: %s; should name %s %s%s\n", kinds[result->kind].name, deed.what, deed.store,
               deed.place, deed.beyond ? "; cannot be found" : "");
    if (is_detected(run, path, &deed, result)) {
        result->outcome = DETECTED;
        return;
    }
    result->outcome = deed.beyond ? BEYOND : MISSED;
    if (content(path, now) && memcmp(now, run->content, HASH_SIZE) == 0) {
        result->outcome = NO_CONTENT;
        result->by_check = is_found_by_check(path);
    }
}

/* In a process of its own: what a damaged file does to it is seen, and does no harm. */
static void
judge_apart(const struct run *run, int number, const char *path)
{
    struct result *result = &run->results[number];
    int status;
    fflush(stdout);
    result->outcome = CRASHED;
    pid_t child = fork();
    MUST(child >= 0);
    if (child == 0) {
        alarm(60);
        judge(run, number, path);
        fflush(stdout);
        _exit(0);
    }
    MUST(waitpid(child, &status, 0) == child);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        result->outcome = CRASHED;
        fprintf(stderr, "tamper: alteration %d ended with status %x\n", number, (unsigned)status);
    }
}

static void
work(const struct run *run, int worker, int workers)
{
    char path[100];
    snprintf(path, sizeof path, "%s/copy%d.db", run->folder, worker);
    for (int i = worker; i < run->count; i += workers)
        judge_apart(run, i, path);
}

/* ---- all -------------------------------------------------------------------------------------------------------- */

static int
show(const struct run *run)
{
    int bad = 0, unnamed = 0, total[8] = {0};
    printf("%-50s %6s %8s %13s %10s %7s %6s\n", "alteration", "tried", "detected", "named/placed",
           "no content", "beyond", "missed");
    for (int k = 0; k < kind_count; k++) {
        int tried = 0, by[NOT_RUN + 1] = {0}, named = 0, placed = 0, check = 0;
        for (int i = 0; i < run->count; i++) {
            const struct result *result = &run->results[i];
            if (result->kind != k)
                continue;
            tried++;
            by[result->outcome]++;
            placed += result->outcome == DETECTED && result->has_place;
            named += result->outcome == DETECTED && result->has_place && result->named;
            check += result->by_check;
            if (result->outcome == DETECTED && result->has_place && !result->named)
                printf("not named: %d: %s: %s\n", i, kinds[k].name, result->what);
            if (result->outcome == MISSED || result->outcome == CRASHED)
                printf("%s %d: %s: %s\n", result->outcome == MISSED ? "MISSED" : "CRASHED", i,
                       kinds[k].name, result->what);
        }
        char names[32];
        snprintf(names, sizeof names, "%d/%d", named, placed);
        printf("%-50s %6d %8d %13s %10d %7d %6d", kinds[k].name, tried, by[DETECTED], names,
               by[NO_CONTENT], by[BEYOND], by[MISSED] + by[CRASHED]);
        unnamed += placed - named;
        printf(check ? "   (%d of those without content: found by medi-db check)\n" : "\n", check);
        bad += by[MISSED] + by[CRASHED];
        total[0] += tried, total[1] += by[DETECTED], total[2] += named, total[3] += placed,
            total[4] += by[NO_CONTENT], total[5] += by[BEYOND];
    }
    char names[32];
    snprintf(names, sizeof names, "%d/%d", total[2], total[3]);
    printf("%-50s %6d %8d %13s %10d %7d %6d\n", "all", total[0], total[1], names, total[4],
           total[5], bad);
    puts("no content: no value of any row and no word of the schema is another: unused bytes, or "
         "an index\n"
         "beyond: nothing before the newest checkpoint that was kept was altered");
    bad += unnamed;
    printf("%d passed, %d failed\n", run->count - bad, bad);
    return bad > 0;
}

static int
run_all(struct run *run, int only)
{
    enum { WORKERS = 2 };
    char path[100];
    struct deed none = {.done = false};
    run->results = mmap(NULL, (size_t)run->count * sizeof *run->results, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    MUST(run->results != MAP_FAILED);
    snprintf(path, sizeof path, "%s/plain.db", run->folder);
    image_save(&run->base.now, path);
    MUST(content(path, run->content));
    struct result untouched = {0};
    MUST(!is_detected(run, path, &none, &untouched) || !fprintf(stderr, "%s\n", untouched.first));
    if (only >= 0) {
        judge(run, only, path);
        printf("outcome %d named %d\n", run->results[only].outcome, run->results[only].named);
        return 0;
    }
    for (int worker = 0; worker < WORKERS; worker++)
        if (fork() == 0) {
            work(run, worker, WORKERS);
            _exit(0);
        }
    for (int worker = 0; worker < WORKERS; worker++)
        MUST(wait(NULL) > 0);
    return show(run);
}

static void
clear_folder(const struct run *run)
{
    static const char *const names[] = {"base.db", "plain.db", "copy0.db", "copy1.db"};
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    char path[200];
    for (int i = 0; i < 4; i++)
        for (int k = 0; k < 4; k++) {
            snprintf(path, sizeof path, "%s/%s%s", run->folder, names[i], ends[k]);
            remove(path);
        }
    rmdir(run->folder);
}

int
main(int argc, char **argv)
{
    static struct run run;
    struct stat status;
    run.count = argc > 1 ? atoi(argv[1]) : 300;
    run.seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    int only = argc > 3 ? atoi(argv[3]) : -1;
    run.loud = only >= 0;
    MUST(run.count > 0 && only < run.count);
    strcpy(run.folder, stat("/dev/shm", &status) == 0 && access("/dev/shm", W_OK) == 0
                           ? "/dev/shm/medi-tamper-XXXXXX"
                           : "/tmp/medi-tamper-XXXXXX");
    MUST(mkdtemp(run.folder));
    base_make(&run.base, run.folder);
    printf("%d alterations, seed %llu; %zu bytes, %d tables with rows, %d checkpoints kept; "
           "without rows: %s\n",
           run.count, (unsigned long long)run.seed, run.base.now.size, run.base.count,
           run.base.kept.count, *run.base.empty ? run.base.empty : "none");
    int failed = run_all(&run, only);
    clear_folder(&run);
    return failed;
}
