/* The data maker's command line: see README.md. */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "maker.h"

static const char usage[] =
    "usage: maker --stores N --months M --clients C --out DIR\n"
    "  --visits V        exactly so many visits (default: what so many clients make)\n"
    "  --skip-visits N   plays N visits without writing them, then V more behind them\n"
    "  --start YYYY-MM   the first month (2023-01)\n"
    "  --seed S          another chain (1)\n"
    "  --only KIND,…     only these files, with the same bytes\n";

static _Noreturn void
fail(const char *what, const char *value)
{
    fprintf(stderr, "maker: %s: %s\n%s", what, value, usage);
    exit(2);
}

static uint64_t
number(const char *name, const char *text, uint64_t least, uint64_t most)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno || end == text || *end || text[0] == '-' || value < least || value > most)
        fail(name, text);
    return value;
}

static int64_t
month(const char *text)
{
    int64_t day;
    char whole[16];
    snprintf(whole, sizeof whole, "%.7s-01", text);
    if (strlen(text) != 7 || !day_parse(whole, strlen(whole), &day))
        fail("--start wants YYYY-MM", text);
    return day;
}

static uint32_t
kinds(const char *text)
{
    uint32_t only = 0;
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, ",");
        int id = sheet_named(at, length);
        if (id < 0)
            fail("--only: no such kind", at);
        only |= UINT32_C(1) << id;
        at += length + (at[length] == ',');
    }
    return only;
}

static void
take(struct options *options, int letter, const char *value)
{
    switch (letter) {
    case 's':
        options->stores = (int)number("--stores", value, 1, 999);
        break;
    case 'm':
        options->months = (int)number("--months", value, 1, 600);
        break;
    case 'c':
        options->clients = (uint32_t)number("--clients", value, 1, 50000000);
        break;
    case 'v':
        options->visits = number("--visits", value, 1, UINT64_C(1000000000));
        break;
    case 'k':
        options->skip = number("--skip-visits", value, 1, UINT64_C(1000000000));
        break;
    case 'b':
        options->start = month(value);
        break;
    case 'r':
        options->seed = number("--seed", value, 0, UINT64_MAX);
        break;
    case 'o':
        options->only = kinds(value);
        break;
    case 'd':
        options->directory = value;
        break;
    default:
        fputs(usage, stderr);
        exit(2);
    }
}

static void
parse(struct options *options, int argc, char **argv)
{
    static const struct option list[] = {{"stores", 1, NULL, 's'},      {"months", 1, NULL, 'm'},
                                         {"clients", 1, NULL, 'c'},     {"visits", 1, NULL, 'v'},
                                         {"start", 1, NULL, 'b'},       {"seed", 1, NULL, 'r'},
                                         {"skip-visits", 1, NULL, 'k'}, {"only", 1, NULL, 'o'},
                                         {"out", 1, NULL, 'd'},         {NULL, 0, NULL, 0}};
    int letter;
    *options = (struct options){.start = day_from_civil(2023, 1, 1), .seed = 1};
    options->only = (UINT32_C(1) << SHEET_COUNT) - 1;
    while ((letter = getopt_long(argc, argv, "", list, NULL)) != -1)
        take(options, letter, optarg);
    if (optind < argc)
        fail("unknown argument", argv[optind]);
    if (!options->stores || !options->months || !options->clients || !options->directory)
        fail("wanted", "--stores --months --clients --out");
    if (!options->visits)
        options->visits = (uint64_t)options->clients * (uint64_t)options->months * 36 / 100 + 1;
}

struct sheet *
world_sheet(struct world *world, enum sheet_id id)
{
    return world->silent ? &world->none : &world->sheets[id];
}

static void
world_open(struct world *world)
{
    const struct options *options = &world->options;
    world->first_day = options->start;
    world->end_day = day_add_months(options->start, options->months);
    world->rate = options->skip ? options->skip : options->visits;
    world->old_clients = (uint32_t)((uint64_t)options->clients * 36 / 100);
    world->clients = calloc(options->clients, sizeof *world->clients);
    if (!world->clients)
        abort();
    if (mkdir(options->directory, 0777) != 0 && errno != EEXIST)
        fail(options->directory, strerror(errno));
    for (int id = 0; id < SHEET_COUNT; id++)
        if (options->only & UINT32_C(1) << id)
            sheet_open(&world->sheets[id], options->directory, (enum sheet_id)id);
    stores_make(world);
}

static void
world_close(struct world *world)
{
    for (int id = 0; id < SHEET_COUNT; id++)
        sheet_close(&world->sheets[id]);
    stores_release(world);
    free(world->clients);
}

int
main(int argc, char **argv)
{
    struct world world = {0};
    parse(&world.options, argc, argv);
    world_open(&world);
    stores_write(&world);
    staff_write(&world);
    catalogue_write(&world);
    stock_write_catalogue(&world);
    clients_make_old(&world);
    days_play(&world);
    bookings_write_ahead(&world);
    world_close(&world);
    return 0;
}
