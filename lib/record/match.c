#include "record/match.h"

#include <string.h>

#include "base/str.h"
#include "record/value.h"

static int
no_such_column(const struct match_place *place, const char *text, const char *name, struct err *err)
{
    size_t count = (size_t)place->kind->count;
    const char **names = arena_array(place->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = place->kind->columns[i].name;
    const char *near = str_nearest(name, names, count);
    if (near)
        return err_set(err, ERR_USAGE, _("--match %s: no such column of %s; did you mean %s?"),
                       text, place->kind->name, near);
    return err_set(err, ERR_USAGE,
                   _("--match %s: no such column of %s; medi-db kinds %s lists them"), text,
                   place->kind->name, place->kind->name);
}

/* What is personal shows no value in an error. */
static int
wrong_value(const struct kind_column *column, struct err *err)
{
    err_wrap(err, "--match %s", column->name);
    err->kind = ERR_USAGE;
    return -1;
}

static int
match_personal(struct relation_match *match, const struct match_place *place,
               const struct kind_column *column, struct err *err)
{
    if (!column->indexed)
        return err_set(err, ERR_USAGE,
                       _("--match %s: is sealed and has no index, so it cannot be searched for"),
                       column->name);
    if (!place->vault)
        return err_set(
            err, ERR_USAGE,
            _("--match %s: is sealed, and cannot be searched for without the key: give it "
              "with --key FILE or MEDI_KEY"),
            column->name);
    match->column = arena_printf(place->arena, "%s_index", column->into);
    match->value = vault_index(place->vault, place->arena, place->kind->table, column->into,
                               arena_strndup(place->arena, match->value.text, match->value.length));
    return 0;
}

int
match_parse(struct relation_match *match, const struct match_place *place, const char *text,
            struct err *err)
{
    const char *equal = strchr(text, '=');
    if (!equal || equal == text)
        return err_set(err, ERR_USAGE, _("--match %s: expected COLUMN=VALUE"), text);
    char *name = arena_strndup(place->arena, text, (size_t)(equal - text));
    *match = (struct relation_match){.field = kind_match(place->kind, name), .value = db_null()};
    if (match->field < 0)
        return no_such_column(place, name, name, err);
    const struct kind_column *column = &place->kind->columns[match->field];
    struct value_place cell = {place->zone, str_ends(name, "_fen"), place->arena};
    const char *value = equal + 1;
    if (!*value)
        return 0;
    if (value_parse(column, &cell, value, strlen(value), &match->value, err) < 0)
        return wrong_value(column, err);
    match->or_name = column->by_name;
    return column->personal ? match_personal(match, place, column, err) : 0;
}
