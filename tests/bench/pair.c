/*
 * pair: runs two shell commands in turn, A B A B …, and prints the CPU time of each and their ratio.
 *
 *     pair LABEL ROUNDS SETUP_A COMMAND_A SETUP_B COMMAND_B
 *
 * The set-ups are run before each command and not measured. CPU is user + system time of the command
 * and all that it waited for (wait4); the figures are medians; the ratio is the median of the rounds'
 * ratios, so that a machine whose speed drifts does not decide it. One line of TSV:
 *     label  cpu_a  cpu_b  ratio  rss_a_kib  rss_b_kib  rounds
 * A command that fails ends it with exit 1: a benchmark of a failure is none.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS_MOST = 1000 };

struct sample {
    double cpu;
    long rss;
};

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
        WEXITSTATUS(status) != 0) {
        fprintf(stderr, "pair: failed: %s\n", command);
        exit(EXIT_FAILURE);
    }
    if (!sample)
        return;
    sample->cpu = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                  (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    sample->rss = usage.ru_maxrss;
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

int
main(int argc, char **argv)
{
    double a[ROUNDS_MOST], b[ROUNDS_MOST], ratio[ROUNDS_MOST];
    long rss_a = 0, rss_b = 0;
    int rounds = argc == 7 ? atoi(argv[2]) : 0;
    if (rounds < 1 || rounds > ROUNDS_MOST) {
        fprintf(stderr, "usage: pair LABEL ROUNDS SETUP_A COMMAND_A SETUP_B COMMAND_B\n");
        return 2;
    }
    for (int i = 0; i < rounds; i++) {
        struct sample one, other;
        run(argv[3], NULL);
        run(argv[4], &one);
        run(argv[5], NULL);
        run(argv[6], &other);
        a[i] = one.cpu;
        b[i] = other.cpu;
        ratio[i] = one.cpu / other.cpu;
        rss_a = one.rss > rss_a ? one.rss : rss_a;
        rss_b = other.rss > rss_b ? other.rss : rss_b;
    }
    printf("%s\t%.3f\t%.3f\t%.3f\t%ld\t%ld\t%d\n", argv[1], median(a, rounds), median(b, rounds),
           median(ratio, rounds), rss_a, rss_b, rounds);
    return 0;
}
