/* The codes of a file, a line each, decoded from memory: how many a second of CPU the library alone does.
 *   scanner FILE ROUNDS */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/str.h"
#include "scan/scan.h"

static void
read_file(const char *path, struct str *bytes)
{
    char chunk[65536];
    size_t got;
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(1);
    }
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        str_add(bytes, chunk, got);
    fclose(file);
}

/* Lines, of which `good`. */
static long
decode_all(const struct str *bytes, long *good)
{
    static struct scan scan;
    const struct scan_options options = {.year = 2026};
    const char *at = bytes->text, *end = at + bytes->length, *stop;
    long count = 0;
    for (; at < end && (stop = memchr(at, '\n', (size_t)(end - at))) != NULL;
         at = stop + 1, count++)
        *good += scan_decode(&scan, &options, at, (size_t)(stop - at));
    return count;
}

int
main(int argc, char **argv)
{
    struct str bytes = STR_INIT;
    long rounds = argc > 2 ? atol(argv[2]) : 3, count = 0, good = 0;
    double least = 1e9;
    read_file(argc > 1 ? argv[1] : "/dev/stdin", &bytes);
    for (long i = 0; i < rounds; i++) {
        clock_t start = clock();
        count = decode_all(&bytes, &good);
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        least = seconds < least ? seconds : least;
    }
    printf("%ld %ld %.3f\n", count, good / rounds, least);
    str_release(&bytes);
    return 0;
}
