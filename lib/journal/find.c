/* What is asked for by name, of the pack. */
#include <string.h>

#include "base/str.h"
#include "journal/pack.h"

const struct journal_kind *
journals_find(const struct journals *journals, const char *name, struct err *err)
{
    const char *names[256];
    size_t count = 0;
    for (int i = 0; i < journals->count; i++) {
        const struct journal_kind *kind = &journals->kinds[i];
        if (strcmp(kind->name, name) == 0 || strcmp(kind->zh, name) == 0)
            return kind;
        if (count < sizeof names / sizeof *names)
            names[count++] = kind->name;
    }
    const char *nearest = str_nearest(name, names, count);
    if (nearest)
        err_set(err, ERR_USAGE, _("%s: no such journal; did you mean %s?"), name, nearest);
    else
        err_set(err, ERR_USAGE, _("%s: no such journal; see: medi-audit journal checklist"), name);
    return NULL;
}

const struct field *
journal_field(const struct journal_kind *kind, const char *name)
{
    for (int i = 0; i < kind->count; i++)
        if (strcmp(kind->fields[i].name, name) == 0 || strcmp(kind->fields[i].zh, name) == 0)
            return &kind->fields[i];
    return NULL;
}
