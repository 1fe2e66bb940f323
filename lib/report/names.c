/* People read names, not codes. */
#include <string.h>

#include "report/private.h"

static const char *
names_of(const char *dimension)
{
    static const char *const all[][2] = {
        {"channel", "channel"}, {"touch", "channel"},    {"project", "project"},
        {"store", "store"},     {"home", "store"},       {"doctor", "staff"},
        {"nurse", "staff"},     {"consultant", "staff"}, {"seller", "staff"},
        {"owner", "staff"},     {"staff", "staff"}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i][0], dimension) == 0)
            return all[i][1];
    return NULL;
}

int
report_names(struct report *report, const char *dimension, struct names *names, struct err *err)
{
    const char *of = names_of(dimension);
    *names = (struct names){0};
    return of ? names_load(report->layer->db, report->arena, of, NULL, names, err) : 0;
}

const char *
report_called(const struct report *report, const struct names *names, int64_t id, const char *code)
{
    const char *name = names_title(names, id);
    return name && strcmp(name, code) != 0 ? arena_printf(report->arena, "%s %s", name, code)
                                           : code;
}
