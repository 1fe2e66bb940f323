#include "db/describe.h"

#include <string.h>

#include "base/str.h"
#include "db/migrate.h"

enum { TABLES_MOST = 256, COLUMNS_MOST = 128 };

struct reader {
    struct arena *arena;
    struct description *description;
    struct described_table *table; /* whose columns are being read, or NULL */
    struct str prose;              /* the comment lines just before */
};

/* The word at `at`, up to a space or punctuation. */
static char *
word_at(struct arena *arena, const char *at)
{
    return arena_strndup(arena, at, strcspn(at, " ,(;\n"));
}

static const char *
skip_spaces(const char *at)
{
    return at + strspn(at, " ");
}

static void
begin_table(struct reader *reader, const char *line)
{
    struct description *all = reader->description;
    if (all->count == TABLES_MOST)
        return;
    reader->table = &all->tables[all->count++];
    reader->table->name = word_at(reader->arena, line);
    reader->table->says = arena_strdup(reader->arena, reader->prose.text);
    reader->table->columns =
        arena_array(reader->arena, COLUMNS_MOST, sizeof *reader->table->columns);
}

/* "name TYPE …, -- what it is": lines that begin with a capital are constraints. */
static void
add_column(struct reader *reader, struct described_table *table, const char *line)
{
    const char *comment = strstr(line, "-- ");
    if (*line < 'a' || *line > 'z' || table->count == COLUMNS_MOST)
        return;
    struct described_column *column = &table->columns[table->count++];
    column->table = table->name;
    column->name = word_at(reader->arena, line);
    column->type = word_at(reader->arena, skip_spaces(line + strlen(column->name)));
    column->says = comment ? arena_strdup(reader->arena, comment + 3) : "";
}

static void
alter_table(struct reader *reader, const char *line)
{
    static const char add[] = " ADD COLUMN ";
    const char *column = strstr(line, add);
    char *name = word_at(reader->arena, line);
    for (int i = 0; column && i < reader->description->count; i++)
        if (strcmp(reader->description->tables[i].name, name) == 0)
            add_column(reader, &reader->description->tables[i], column + sizeof add - 1);
}

static void
read_line(struct reader *reader, const char *line)
{
    static const char create[] = "CREATE TABLE ", alter[] = "ALTER TABLE ";
    if (str_starts(line, "-- ")) {
        str_addf(&reader->prose, "%s%s", reader->prose.length ? " " : "", line + 3);
        return;
    }
    if (str_starts(line, create))
        begin_table(reader, line + sizeof create - 1);
    else if (str_starts(line, alter))
        alter_table(reader, line + sizeof alter - 1);
    else if (*line == ')')
        reader->table = NULL;
    else if (reader->table)
        add_column(reader, reader->table, skip_spaces(line));
    str_clear(&reader->prose);
}

void
describe_schema(struct arena *arena, struct description *description)
{
    describe_until(arena, description, migrate_latest());
}

void
describe_until(struct arena *arena, struct description *description, int version)
{
    struct reader reader = {.arena = arena, .description = description, .prose = STR_INIT};
    description->tables = arena_array(arena, TABLES_MOST, sizeof *description->tables);
    description->count = 0;
    for (const struct migration *step = migrations; step->version && step->version <= version;
         step++) {
        for (const char *at = step->text; *at;) {
            size_t length = strcspn(at, "\n");
            read_line(&reader, arena_strndup(arena, at, length));
            at += length + (at[length] == '\n');
        }
    }
    str_release(&reader.prose);
}
