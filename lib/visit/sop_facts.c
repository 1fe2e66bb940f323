/* The facts that the statements sop_of_CLASS declare. */
#include <string.h>

#include "base/str.h"
#include "visit/sop.h"

static const char front[] = "visit/sop_of_";

static bool
is_class(const struct sql *sql)
{
    return str_starts(sql->name, front);
}

static int
find_column(const struct sql *sql, const char *name)
{
    for (int i = 0; i < sql->column_count; i++)
        if (strcmp(sql->columns[i].name, name) == 0)
            return i;
    return -1;
}

static bool
is_fact(const struct sql *sql, int column)
{
    const char *type = sql->columns[column].type;
    return strcmp(type, "moment") == 0 || strcmp(type, "bool") == 0;
}

static void
add_facts(struct arena *arena, struct sop_catalogue *catalogue, const struct sql *sql)
{
    bool of_treatment = find_column(sql, "treatment_id") >= 0;
    for (int i = 0; i < sql->column_count; i++) {
        const char *name = sql->columns[i].name;
        if (!is_fact(sql, i))
            continue;
        catalogue->facts[catalogue->count++] = (struct sop_fact){
            .name = arena_printf(arena, "%s.%s", sql->name + sizeof front - 1, name),
            .of_treatment = of_treatment,
            .timed = strcmp(sql->columns[i].type, "moment") == 0,
            .class = catalogue->class_count,
            .column = i,
            .by = find_column(sql, arena_printf(arena, "%s_by", name)),
            .slot = of_treatment ? catalogue->treatment_slots++ : catalogue->visit_slots++,
        };
    }
}

void
sop_catalogue_make(struct arena *arena, struct sop_catalogue *catalogue)
{
    int classes = 0, columns = 0;
    for (int id = SQL_NONE + 1; id < SQL_COUNT; id++) {
        const struct sql *sql = sql_get((enum sql_id)id);
        classes += is_class(sql);
        columns += is_class(sql) ? sql->column_count : 0;
    }
    *catalogue = (struct sop_catalogue){0};
    catalogue->classes = arena_array(arena, (size_t)classes, sizeof *catalogue->classes);
    catalogue->facts = arena_array(arena, (size_t)columns, sizeof *catalogue->facts);
    for (int id = SQL_NONE + 1; id < SQL_COUNT; id++) {
        const struct sql *sql = sql_get((enum sql_id)id);
        if (!is_class(sql))
            continue;
        add_facts(arena, catalogue, sql);
        catalogue->classes[catalogue->class_count++] =
            (struct sop_class){(enum sql_id)id, find_column(sql, "staff_id")};
    }
}
