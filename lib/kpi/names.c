#include "kpi/names.h"

#include <string.h>

#include "base/str.h"
#include "db/sql.h"

static const struct {
    const char *of;
    enum sql_id sql;
} kinds[] = {
    {"store", SQL_KPI_NAME_STORE},
    {"channel", SQL_KPI_NAME_CHANNEL},
    {"project", SQL_KPI_NAME_PROJECT},
    {"staff", SQL_KPI_NAME_STAFF},
};

static const struct sql *
statement(const char *of, enum sql_id *id)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].of, of) == 0)
            return sql_get(*id = kinds[i].sql);
    return NULL;
}

/* Its column, from 2: id and code stand before. */
static int
column_of(const struct sql *sql, const char *attribute)
{
    for (int i = 2; i < sql->column_count; i++)
        if (strcmp(sql->columns[i].name, attribute) == 0)
            return i;
    return -1;
}

int
names_attribute(const char *of, const char *attribute, struct err *err)
{
    enum sql_id id = SQL_NONE;
    const struct sql *sql = statement(of, &id);
    const char *names[16];
    int count = 0;
    if (sql && column_of(sql, attribute) >= 0)
        return 0;
    for (int i = 2; sql && i < sql->column_count; i++)
        names[count++] = sql->columns[i].name;
    const char *near = str_nearest(attribute, names, (size_t)count);
    return err_set(err, ERR_USAGE, _("%s: %s has no such attribute%s%s"), attribute, of,
                   near ? _("; did you mean ") : "", near ? near : "");
}

static int64_t
word_number(struct arena *arena, struct names *names, const char *word, int *room)
{
    if (!word)
        return 0;
    for (int i = 1; i < names->word_count; i++)
        if (strcmp(names->words[i], word) == 0)
            return i;
    names->words = arena_more(arena, names->words, names->word_count, room, sizeof *names->words);
    names->words[names->word_count] = arena_strdup(arena, word);
    return names->word_count++;
}

int
names_load(struct db *db, struct arena *arena, const char *of, const char *attribute,
           struct names *names, struct err *err)
{
    enum sql_id id = SQL_NONE;
    const struct sql *sql = statement(of, &id);
    int rooms[5] = {0}, column = attribute ? column_of(sql, attribute) : -1, more;
    struct db_stmt *stmt = NULL;
    *names = (struct names){.of = of};
    if (attribute) {
        names->words = arena_more(arena, NULL, 0, &rooms[3], sizeof *names->words);
        names->word_count = 1;
    }
    if (sql_open(db, &stmt, id, NULL, 0, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        int n = names->count;
        names->ids = arena_more(arena, names->ids, n, &rooms[0], sizeof *names->ids);
        names->codes = arena_more(arena, names->codes, n, &rooms[1], sizeof *names->codes);
        names->titles = arena_more(arena, names->titles, n, &rooms[4], sizeof *names->titles);
        names->ids[n] = db_get_int(stmt, 0);
        names->titles[n] = db_keep_text(stmt, 2, arena);
        names->codes[n] = db_keep_text(stmt, 1, arena);
        if (column >= 0) {
            names->attributes =
                arena_more(arena, names->attributes, n, &rooms[2], sizeof *names->attributes);
            names->attributes[n] = word_number(arena, names, db_get_text(stmt, column), &rooms[3]);
        }
        names->count++;
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

static int
place(const struct names *names, int64_t id)
{
    int low = 0, high = names->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (names->ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < names->count && names->ids[low] == id ? low : -1;
}

const char *
names_code(const struct names *names, int64_t id)
{
    int at = place(names, id);
    return at < 0 ? NULL : names->codes[at];
}

const char *
names_title(const struct names *names, int64_t id)
{
    int at = place(names, id);
    return at < 0 ? NULL : names->titles[at];
}

int64_t
names_attribute_of(const struct names *names, int64_t id)
{
    int at = place(names, id);
    return at < 0 ? 0 : names->attributes[at];
}

static int
search(const char *of, const char *const *list, int count, const char *word, struct err *err)
{
    for (int i = 0; i < count; i++)
        if (strcmp(list[i], word) == 0)
            return i;
    const char *near = str_nearest(word, list, (size_t)count);
    return err_set(err, ERR_DATA, _("%s: no such %s%s%s"), word, of,
                   near ? _("; did you mean ") : "", near ? near : "");
}

int
names_id(const struct names *names, const char *code, int64_t *id, struct err *err)
{
    *id = 0;
    if (strcmp(code, "none") == 0)
        return 1;
    int at = search(names->of, names->codes, names->count, code, err);
    if (at < 0)
        return -1;
    *id = names->ids[at];
    return 1;
}

int
names_word(const struct names *names, const char *word, int64_t *number, struct err *err)
{
    *number = 0;
    if (strcmp(word, "none") == 0)
        return 1;
    int at = search(names->of, names->words + 1, names->word_count - 1, word, err);
    if (at < 0)
        return -1;
    *number = at + 1;
    return 1;
}
