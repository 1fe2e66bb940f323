/* Runs every suite, or those named on the command line. unit_list.h is made from the file names:
 * tests/unit/test_X.c defines X_suite(). */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNIT(name) Suite *name##_suite(void);
#include "unit_list.h"
#undef UNIT

static const struct unit {
    const char *name;
    Suite *(*make)(void);
} units[] = {
#define UNIT(name) {#name, name##_suite},
#include "unit_list.h"
#undef UNIT
    {NULL, NULL},
};

static int
wanted(const char *name, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(name, argv[i]) == 0)
            return 1;
    return argc < 2;
}

int
main(int argc, char **argv)
{
    SRunner *runner = NULL;
    for (const struct unit *unit = units; unit->name; unit++) {
        if (!wanted(unit->name, argc, argv))
            continue;
        if (runner)
            srunner_add_suite(runner, unit->make());
        else
            runner = srunner_create(unit->make());
    }
    if (!runner) {
        fprintf(stderr, "no such suite\n");
        return EXIT_FAILURE;
    }
    if (!getenv("MEDI_TEST_PG"))
        printf(
            "PostgreSQL: not run; MEDI_TEST_PG names no server (tests/pg start; tests/pg url)\n");
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
