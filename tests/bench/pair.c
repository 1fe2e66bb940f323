/*
 * pair: runs two shell commands in turn, A B A B …, and prints the CPU time of each and their ratio.
 *
 *     pair [-p PID] LABEL ROUNDS SETUP_A COMMAND_A [SETUP_B COMMAND_B]
 *
 * The set-ups are run before each command and not measured. CPU is user + system time of the command
 * and all that it waited for (wait4); the figures are medians; the ratio is the median of the rounds'
 * ratios, so that a machine whose speed drifts does not decide it. One line of TSV:
 *     label  cpu_a  cpu_b  ratio  rss_a_kib  rss_b_kib  rounds
 * and of one command alone
 *     label  cpu  rss_kib  rounds  [client  server]
 * A command that fails ends it with exit 1: a benchmark of a failure is none.
 *
 * -p: the commands speak to a server whose first process is PID, and what that, its children and those of
 * its children that have ended used meanwhile counts as well (/proc/PID/stat: a process that ends hands its
 * time to the one that waits for it, so the sum loses nothing). It is read when the server has again the
 * children that it had before the command, so that what works for a connection has ended. Four more columns:
 *     client_a  server_a  client_b  server_b
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS_MOST = 1000, CHILDREN = 4096, LOOK_US = 10000, STILL = 20, LOOKS_MOST = 3000 };

struct sample {
    double cpu, client, server;
    long rss;
};

static _Noreturn void
fail(const char *what)
{
    fprintf(stderr, "pair: failed: %s\n", what);
    exit(EXIT_FAILURE);
}

/* ---- a server --------------------------------------------------------------------------------- */

/* What a process and those that it waited for have used. */
static double
used(long pid)
{
    char name[64], text[1024];
    unsigned long ticks[4] = {0};
    snprintf(name, sizeof name, "/proc/%ld/stat", pid);
    FILE *file = fopen(name, "r");
    if (!file) /* it has ended: its time is its parent's */
        return 0;
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    const char *at = strrchr(text, ')'); /* its name may hold anything */
    if (!at || sscanf(at + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %lu %lu",
                      &ticks[0], &ticks[1], &ticks[2], &ticks[3]) != 4)
        fail(name);
    return (double)(ticks[0] + ticks[1] + ticks[2] + ticks[3]) / (double)sysconf(_SC_CLK_TCK);
}

static void
children_of(long pid, char list[CHILDREN])
{
    char name[64];
    snprintf(name, sizeof name, "/proc/%ld/task/%ld/children", pid, pid);
    FILE *file = fopen(name, "r");
    if (!file)
        fail(name);
    list[fread(list, 1, CHILDREN - 1, file)] = '\0';
    fclose(file);
}

/* Until the server has had the same children for a while, or those in `wanted`. */
static void
settle(long pid, char list[CHILDREN], const char *wanted)
{
    char last[CHILDREN] = "";
    for (int look = 0, still = 0; look < LOOKS_MOST; look++) {
        children_of(pid, list);
        still = strcmp(list, last) == 0 ? still + 1 : 0;
        if (wanted ? strcmp(list, wanted) == 0 : still == STILL)
            return;
        strcpy(last, list);
        usleep(LOOK_US);
    }
    fail("the server does not come to rest");
}

static double
server_used(long pid, const char *children)
{
    double sum = used(pid);
    for (char *at = (char *)children, *end; (pid = strtol(at, &end, 10)) > 0; at = end)
        sum += used(pid);
    return sum;
}

/* ---- commands --------------------------------------------------------------------------------- */

static void
run(const char *command, struct sample *sample)
{
    struct rusage usage;
    int status;
    pid_t child = fork();
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) ||
        WEXITSTATUS(status) != 0)
        fail(command);
    if (!sample)
        return;
    sample->client = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                     (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    sample->rss = usage.ru_maxrss;
}

static void
measure(const char *setup, const char *command, long server, struct sample *sample)
{
    char before[CHILDREN], after[CHILDREN];
    double start = 0;
    *sample = (struct sample){.rss = 0};
    run(setup, NULL);
    if (server) {
        settle(server, before, NULL);
        start = server_used(server, before);
    }
    run(command, sample);
    if (server) {
        settle(server, after, before);
        sample->server = server_used(server, after) - start;
    }
    sample->cpu = sample->client + sample->server;
}

static int
compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double
median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static double
median_of(const struct sample *samples, size_t field, int count)
{
    double values[ROUNDS_MOST];
    for (int i = 0; i < count; i++)
        memcpy(&values[i], (const char *)&samples[i] + field, sizeof values[i]);
    return median(values, count);
}

#define MEDIAN(samples, field) median_of(samples, offsetof(struct sample, field), rounds)

int
main(int argc, char **argv)
{
    static struct sample a[ROUNDS_MOST], b[ROUNDS_MOST];
    double ratio[ROUNDS_MOST];
    long rss_a = 0, rss_b = 0, server = 0;
    if (argc > 2 && strcmp(argv[1], "-p") == 0) {
        server = atol(argv[2]);
        argv += 2;
        argc -= 2;
    }
    bool alone = argc == 5;
    int rounds = argc == 7 || alone ? atoi(argv[2]) : 0;
    if (rounds < 1 || rounds > ROUNDS_MOST) {
        fprintf(stderr, "usage: pair [-p PID] LABEL ROUNDS SETUP_A COMMAND_A "
                        "[SETUP_B COMMAND_B]\n");
        return 2;
    }
    for (int i = 0; i < rounds; i++) {
        measure(argv[3], argv[4], server, &a[i]);
        rss_a = a[i].rss > rss_a ? a[i].rss : rss_a;
        if (alone)
            continue;
        measure(argv[5], argv[6], server, &b[i]);
        ratio[i] = a[i].cpu / b[i].cpu;
        rss_b = b[i].rss > rss_b ? b[i].rss : rss_b;
    }
    if (alone) {
        printf("%s\t%.3f\t%ld\t%d", argv[1], MEDIAN(a, cpu), rss_a, rounds);
        if (server)
            printf("\t%.3f\t%.3f", MEDIAN(a, client), MEDIAN(a, server));
        putchar('\n');
        return 0;
    }
    printf("%s\t%.3f\t%.3f\t%.3f\t%ld\t%ld\t%d", argv[1], MEDIAN(a, cpu), MEDIAN(b, cpu),
           median(ratio, rounds), rss_a, rss_b, rounds);
    if (server)
        printf("\t%.3f\t%.3f\t%.3f\t%.3f", MEDIAN(a, client), MEDIAN(a, server), MEDIAN(b, client),
               MEDIAN(b, server));
    putchar('\n');
    return 0;
}
