/* roster-bench FILE --seconds N [--cpu N] [--iterations N] [--threads 2] [--seed S] [--table DAYS] [--out ROSTER.csv] [--quiet]
 *
 * Plans an instance of the public format (lib/planner/public.h), prints what was found, proven and how long it took, and
 * writes the roster for tests/roster/check.py. --cpu ends it by the process's own time, for a machine that is shared;
 * --table plans by windows what has more days. */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>

#include "planner/public.h"
#include "planner/solve.h"

struct words {
    struct roster_options options;
    const char *file, *out;
    long cpu;
    bool quiet;
};

static atomic_bool enough;

static void
end_it(int number)
{
    (void)number;
    atomic_store(&enough, true);
}

static void
limit_cpu(struct words *words)
{
    struct itimerval timer = {.it_value.tv_sec = words->cpu};
    if (words->cpu <= 0)
        return;
    words->options.stop = &enough;
    signal(SIGPROF, end_it);
    setitimer(ITIMER_PROF, &timer, NULL);
}

static void
show(void *context, const struct roster_progress *progress)
{
    (void)context;
    fprintf(stderr, "%8.2f s  cpu %.2f  objective %lld  bound %lld  iterations %ld\n",
            progress->seconds, (double)clock() / CLOCKS_PER_SEC, (long long)progress->objective,
            (long long)progress->bound, progress->iterations);
}

static bool
parse(int argc, char **argv, struct words *words)
{
    static const struct option longs[] = {{"seconds", required_argument, NULL, 't'},
                                          {"iterations", required_argument, NULL, 'i'},
                                          {"threads", required_argument, NULL, 'j'},
                                          {"seed", required_argument, NULL, 's'},
                                          {"out", required_argument, NULL, 'o'},
                                          {"quiet", no_argument, NULL, 'q'},
                                          {"cpu", required_argument, NULL, 'c'},
                                          {"table", required_argument, NULL, 'd'},
                                          {NULL, 0, NULL, 0}};
    int letter;
    words->options = (struct roster_options){.seed = 1, .threads = 1};
    while ((letter = getopt_long(argc, argv, "t:i:j:s:o:qc:d:", longs, NULL)) != -1) {
        switch (letter) {
        case 't':
            words->options.seconds = strtod(optarg, NULL);
            break;
        case 'i':
            words->options.iterations = strtol(optarg, NULL, 10);
            break;
        case 'j':
            words->options.threads = (int)strtol(optarg, NULL, 10);
            break;
        case 's':
            words->options.seed = strtoull(optarg, NULL, 10);
            break;
        case 'o':
            words->out = optarg;
            break;
        case 'c':
            words->cpu = strtol(optarg, NULL, 10);
            break;
        case 'd':
            words->options.table = (int)strtol(optarg, NULL, 10);
            break;
        case 'q':
            words->quiet = true;
            break;
        default:
            return false;
        }
    }
    words->file = argv[optind];
    return optind == argc - 1 &&
           (words->options.seconds > 0 || words->cpu > 0 || words->options.iterations > 0);
}

/* KiB of memory at most. */
static long
peak(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static int
write_out(const char *path, const struct roster_problem *problem,
          const struct roster_result *result)
{
    FILE *file = fopen(path, "we");
    if (!file)
        return -1;
    roster_public_write(file, problem, result->cells);
    return fclose(file);
}

int
main(int argc, char **argv)
{
    struct words words = {0};
    struct arena arena;
    struct err err = {0};
    struct roster_problem problem;
    struct roster_result result;
    if (!parse(argc, argv, &words)) {
        fprintf(stderr,
                "usage: roster-bench FILE --seconds N [--cpu N] [--iterations N] [--threads 2] "
                "[--seed S] [--table DAYS] [--out ROSTER.csv] [--quiet]\n");
        return 2;
    }
    limit_cpu(&words);
    words.options.progress = words.quiet ? NULL : show;
    arena_init(&arena);
    int got = roster_public_read(words.file, &problem, &arena, &err);
    if (got == 0)
        got = roster_solve(&problem, &words.options, &result, &arena, &err);
    if (got == 0 && words.out && write_out(words.out, &problem, &result) != 0)
        got = err_set(&err, ERR_IO, "%s: cannot be written", words.out);
    if (got < 0)
        fprintf(stderr, "roster-bench: %s\n", err.text);
    else
        printf("objective %lld bound %lld gap %.2f%% seconds %.1f cpu %.1f iterations %ld "
               "peak_mib %ld\n",
               (long long)result.objective, (long long)result.bound,
               result.objective > 0
                   ? 100.0 * (double)(result.objective - result.bound) / (double)result.objective
                   : 0,
               result.seconds, (double)clock() / CLOCKS_PER_SEC, result.iterations, peak() / 1024);
    arena_release(&arena);
    return got < 0 ? err_exit_code(err.kind) : 0;
}
