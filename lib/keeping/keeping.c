#include "keeping/keeping.h"

#include <string.h>

#include "base/day.h"
#include "base/str.h"

enum { MONTHS = 12, YEARS_MOST = 100 };

/* What counts the documents of a class. */
static const struct {
    const char *name;
    enum sql_id query;
} queries[] = {
    {"record", SQL_KEEPING_RECORD},       {"signature", SQL_KEEPING_SIGNATURE},
    {"treatment", SQL_KEEPING_TREATMENT}, {"prescription", SQL_KEEPING_PRESCRIPTION},
    {"waste", SQL_KEEPING_WASTE},         {"sterilisation", SQL_KEEPING_STERILISATION},
    {"journal", SQL_KEEPING_JOURNAL},     {"receipt", SQL_KEEPING_RECEIPT},
    {"device", SQL_KEEPING_DEVICE},       {"complaint", SQL_KEEPING_COMPLAINT},
    {"training", SQL_KEEPING_TRAINING},   {"payment", SQL_KEEPING_PAYMENT},
    {"message", SQL_KEEPING_MESSAGE},
};
enum { QUERIES = sizeof queries / sizeof *queries };

/* ---- the pack --------------------------------------------------------------------------------------- */

static int
find_query(const struct yaml *node, struct keeping_class *class, struct err *err)
{
    for (int i = 0; i < QUERIES; i++)
        if (strcmp(queries[i].name, node->key) == 0) {
            class->query = queries[i].query;
            return 0;
        }
    return yaml_error(node, err, _("%s: nothing counts documents of this class"), node->key);
}

static int
read_words(const struct yaml *node, struct keeping_class *class, struct err *err)
{
    const struct {
        const char *key, **to;
    } words[] = {{"zh", &class->zh},
                 {"says", &class->says},
                 {"from", &class->from},
                 {"event", &class->event}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!(*words[i].to = yaml_text(node, words[i].key)))
            return yaml_error(node, err, _("%s: %s: missing"), node->key, words[i].key);
    class->quote = yaml_text(node, "quote");
    return 0;
}

static int
read_class(struct arena *arena, const struct yaml *laws, const struct yaml *node,
           struct keeping_class *class, struct err *err)
{
    static const char *const known[] = {"zh",  "says",  "years",   "from", "event",
                                        "law", "quote", "setting", NULL};
    const char *setting = yaml_text(node, "setting");
    *class = (struct keeping_class){.name = node->key, .setting = setting};
    if (!setting)
        class->setting = arena_printf(arena, "retention.%s_years", node->key);
    if (yaml_only(node, known, err) < 0 || find_query(node, class, err) < 0 ||
        read_words(node, class, err) < 0 ||
        law_read(arena, laws, node, "law", &class->law, err) < 0 ||
        yaml_int(node, "years", &class->years, err) < 0)
        return -1;
    if (class->years < 1 || class->years > YEARS_MOST)
        return yaml_error(node, err, _("years: must be from 1 to %d"), (int)YEARS_MOST);
    return class->quote && !class->law.confirmed
               ? yaml_error(node, err, _("quote: of a law whose text was not read"))
               : 0;
}

static int
read_all(struct arena *arena, const struct yaml *laws, const struct yaml *root,
         struct keeping *retention, struct err *err)
{
    static const char *const known[] = {"classes", NULL};
    const struct yaml *map = yaml_get(root, "classes");
    if (yaml_only(root, known, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("classes: missing"));
    retention->classes = arena_array(arena, (size_t)map->count, sizeof *retention->classes);
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_class(arena, laws, node, &retention->classes[retention->count++], err) < 0)
            return -1;
    return 0;
}

int
keeping_load(struct arena *arena, const struct packs *packs, struct keeping *retention,
             struct err *err)
{
    const char *path = pack_find(packs, arena, "retention.yaml");
    *retention = (struct keeping){0};
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"),
                       "retention.yaml");
    const struct yaml *laws = laws_load(arena, packs, err);
    const struct yaml *root = laws ? yaml_load(arena, path, err) : NULL;
    return root ? read_all(arena, laws, root, retention, err) : -1;
}

const struct keeping_class *
keeping_find(const struct keeping *retention, const char *name, struct err *err)
{
    const char *names[QUERIES];
    size_t count = 0;
    for (int i = 0; i < retention->count; i++) {
        const struct keeping_class *class = &retention->classes[i];
        if (strcmp(class->name, name) == 0 || strcmp(class->zh, name) == 0)
            return class;
        names[count++] = class->name;
    }
    const char *nearest = str_nearest(name, names, count);
    if (nearest)
        err_set(err, ERR_USAGE, _("%s: no such class of documents; did you mean %s?"), name,
                nearest);
    else
        err_set(err, ERR_USAGE, _("%s: no such class of documents; see: medi-audit retention"),
                name);
    return NULL;
}

/* ---- counting --------------------------------------------------------------------------------------- */

/* The day on which what had its event that day may go; none: INT64_MIN. */
static int64_t
end_of(struct db_value event, int64_t years)
{
    return event.type == DB_INT ? day_add_months(event.number, (int)years * MONTHS) : INT64_MIN;
}

int
keeping_count(struct db *db, const struct keeping_class *class, int64_t years, int64_t store_id,
              int64_t today, struct keeping_count *count, struct err *err)
{
    const struct db_value values[] = {db_text(class->name),
                                      db_int(day_add_months(today, -(int)years * MONTHS)),
                                      store_id < 0 ? db_null() : db_int(store_id)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, class->query, values, 3, err);
    *count = (struct keeping_count){0};
    if (found <= 0)
        return found;
    const struct db_value oldest = db_get(stmt, 1);
    *count = (struct keeping_count){.rows = db_get_int(stmt, 0),
                                    .oldest = oldest.type == DB_INT ? oldest.number : INT64_MIN,
                                    .may = db_get_int(stmt, 2),
                                    .since = end_of(db_get(stmt, 3), years),
                                    .held = db_get_int(stmt, 4),
                                    .next = end_of(db_get(stmt, 5), years)};
    db_finish(stmt);
    return 0;
}

int
keeping_hold_check(struct db *db, const char *code, struct err *err)
{
    const struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_KEEPING_HOLD_FIND, &value, 1, err);
    if (found < 0)
        return -1;
    if (!found)
        return err_set(err, ERR_DATA, _("%s: no such hold; see: medi-audit retention holds"), code);
    bool released = db_get(stmt, 0).type == DB_INT;
    db_finish(stmt);
    return released ? err_set(err, ERR_DATA, _("%s: was released already"), code) : 0;
}
