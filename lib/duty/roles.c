#include "duty/roles.h"

#include <stdlib.h>
#include <string.h>

#include "base/codec.h"
#include "base/hash.h"
#include "db/sql.h"
#include "duty/duty.h"
#include "text/yaml.h"

/* ---- facts -------------------------------------------------------------------------------------- */

static void
add_fact(struct arena *arena, struct facts *facts, const char *a, const char *b, const char *c,
         const char *d)
{
    facts->items =
        arena_more(arena, facts->items, facts->count, &facts->room, sizeof *facts->items);
    facts->items[facts->count++] = (struct fact){{a, b, c, d}};
}

static int
compare_facts(const void *a, const void *b)
{
    const struct fact *one = a, *other = b;
    for (int i = 0; i < FACT_WORDS && one->words[i] && other->words[i]; i++) {
        int order = strcmp(one->words[i], other->words[i]);
        if (order)
            return order;
    }
    return 0;
}

/* The same may be said for everyone and for a role. */
static void
sort_facts(struct facts *facts)
{
    int kept = 0;
    if (facts->count)
        qsort(facts->items, (size_t)facts->count, sizeof *facts->items, compare_facts);
    for (int i = 0; i < facts->count; i++)
        if (kept == 0 || compare_facts(&facts->items[kept - 1], &facts->items[i]) != 0)
            facts->items[kept++] = facts->items[i];
    facts->count = kept;
}

static bool
has_fact(const struct facts *facts, const char *a, const char *b, const char *c, const char *d)
{
    const struct fact fact = {{a, b, c, d}};
    return facts->count &&
           bsearch(&fact, facts->items, (size_t)facts->count, sizeof fact, compare_facts);
}

static bool
has_role(const struct roles *roles, const char *name)
{
    return has_fact(&roles->of[FACTS_ROLES], name, NULL, NULL, NULL);
}

char *
roles_digest(struct arena *arena, const struct roles *roles)
{
    enum { SIZE = 16 };
    unsigned char digest[SIZE];
    struct hash hash;
    hash_begin(&hash, "medi roles", SIZE, NULL);
    for (int kind = 0; kind < FACTS_KINDS; kind++) {
        hash_add_int(&hash, roles->of[kind].count);
        for (int i = 0; i < roles->of[kind].count; i++)
            for (int w = 0; w < FACT_WORDS; w++)
                hash_add_text(&hash, roles->of[kind].items[i].words[w]);
    }
    hash_end(&hash, digest, SIZE);
    return hex_encode(arena, digest, SIZE);
}

/* ---- the pack ----------------------------------------------------------------------------------- */

static int
read_subjects(struct arena *arena, const char *role, const char *tool, const struct yaml *verb,
              struct facts *facts, struct err *err)
{
    if (verb->type == YAML_SCALAR && strcmp(verb->text, "all") == 0) {
        add_fact(arena, facts, role, tool, verb->key, "*");
        return 0;
    }
    if (verb->type != YAML_LIST || !verb->count)
        return yaml_error(verb, err, _("%s: must be all or a list of kinds"), verb->key);
    for (const struct yaml *kind = verb->first; kind; kind = kind->next) {
        if (!kind->text || !*kind->text || strcmp(kind->text, "*") == 0)
            return yaml_error(kind, err, _("%s: must be all or a list of kinds"), verb->key);
        add_fact(arena, facts, role, tool, verb->key, kind->text);
    }
    return 0;
}

static int
read_may(struct arena *arena, const char *role, const struct yaml *may, struct facts *facts,
         struct err *err)
{
    for (const struct yaml *tool = may->first; tool; tool = tool->next) {
        if (tool->type != YAML_MAP)
            return yaml_error(tool, err, _("%s: must be verbs with their subjects"),
                              tool->key ? tool->key : role);
        for (const struct yaml *verb = tool->first; verb; verb = verb->next)
            if (read_subjects(arena, role, tool->key, verb, facts, err) < 0)
                return -1;
    }
    return 0;
}

static int
read_role(struct arena *arena, const struct yaml *node, const struct yaml *everyone,
          struct roles *roles, struct err *err)
{
    static const char *const known[] = {"zh", "says", "may", NULL};
    const char *zh = yaml_text(node, "zh"), *says = yaml_text(node, "says");
    const struct yaml *may = yaml_get(node, "may");
    struct facts *permissions = &roles->of[FACTS_PERMISSIONS];
    if (yaml_only(node, known, err) < 0)
        return -1;
    if (!zh || !says || !may || may->type != YAML_MAP)
        return yaml_error(node, err, _("%s: needs zh, says and may"), node->key);
    add_fact(arena, &roles->of[FACTS_ROLES], node->key, zh, says, NULL);
    if (everyone && read_may(arena, node->key, everyone, permissions, err) < 0)
        return -1;
    return read_may(arena, node->key, may, permissions, err);
}

static int
read_deed(struct arena *arena, const struct yaml *node, struct roles *roles, struct err *err)
{
    enum { HOURS_MOST = 24 * 366 };
    static const char *const known[] = {"by", "hours", NULL};
    const struct yaml *by = yaml_get(node, "by");
    int64_t hours = 0;
    if (yaml_only(node, known, err) < 0 || yaml_int(node, "hours", &hours, err) < 0)
        return -1;
    if (!by || by->type != YAML_LIST || !by->count || hours < 1 || hours > HOURS_MOST)
        return yaml_error(node, err, _("%s: needs by, a list of roles, and hours from 1 to %d"),
                          node->key, HOURS_MOST);
    for (const struct yaml *role = by->first; role; role = role->next) {
        if (!role->text || !has_role(roles, role->text))
            return yaml_error(role, err, _("%s: %s: no role of this file"), node->key,
                              role->text ? role->text : "?");
        add_fact(arena, &roles->of[FACTS_CONSENTERS], node->key, role->text,
                 arena_printf(arena, "%lld", (long long)hours), NULL);
    }
    return 0;
}

/* Without these nobody could put a bad pack right again. */
static int
keep_admin(const struct yaml *root, const struct roles *roles, struct err *err)
{
    static const char *const needed[] = {"account add", "duty grant", "roles apply", NULL};
    if (!has_role(roles, DUTY_ADMIN) || !has_role(roles, DUTY_MANAGER))
        return yaml_error(root, err, _("roles: admin and manager must be among them"));
    for (int i = 0; needed[i]; i++)
        if (!has_fact(&roles->of[FACTS_PERMISSIONS], DUTY_ADMIN, "medi-db", needed[i], "*"))
            return yaml_error(root, err, _("roles: admin must keep medi-db %s: all"), needed[i]);
    return 0;
}

static int
read_pack(struct arena *arena, const struct yaml *root, struct roles *roles, struct err *err)
{
    static const char *const known[] = {"everyone", "roles", "second", NULL};
    const struct yaml *all = yaml_get(root, "roles"), *second = yaml_get(root, "second");
    if (yaml_only(root, known, err) < 0)
        return -1;
    if (!all || all->type != YAML_MAP)
        return yaml_error(root, err, _("roles: missing"));
    for (const struct yaml *node = all->first; node; node = node->next)
        if (read_role(arena, node, yaml_get(root, "everyone"), roles, err) < 0)
            return -1;
    sort_facts(&roles->of[FACTS_ROLES]);
    for (const struct yaml *node = second ? second->first : NULL; node; node = node->next)
        if (read_deed(arena, node, roles, err) < 0)
            return -1;
    sort_facts(&roles->of[FACTS_PERMISSIONS]);
    sort_facts(&roles->of[FACTS_CONSENTERS]);
    return keep_admin(root, roles, err);
}

int
roles_load(struct arena *arena, const struct packs *packs, struct roles *roles, struct err *err)
{
    *roles = (struct roles){0};
    char *path = pack_find(packs, arena, "roles.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("roles.yaml: not among the packs; install them again"));
    const struct yaml *root = yaml_load(arena, path, err);
    return root ? read_pack(arena, root, roles, err) : -1;
}

/* ---- the database ------------------------------------------------------------------------------- */

static const struct {
    enum sql_id read, add, drop;
    int words;
} tables[] = {
    [FACTS_ROLES] = {SQL_DUTY_PACK_ROLES, SQL_DUTY_PACK_ROLES_ADD, SQL_DUTY_PACK_ROLES_DROP, 3},
    [FACTS_PERMISSIONS] = {SQL_DUTY_PACK_PERMISSIONS, SQL_DUTY_PACK_PERMISSIONS_ADD,
                           SQL_DUTY_PACK_PERMISSIONS_DROP, 4},
    [FACTS_CONSENTERS] = {SQL_DUTY_PACK_CONSENTERS, SQL_DUTY_PACK_CONSENTERS_ADD,
                          SQL_DUTY_PACK_CONSENTERS_DROP, 3},
};

static int
read_table(struct db *db, struct arena *arena, int kind, struct facts *facts, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = sql_open(db, &stmt, tables[kind].read, NULL, 0, err);
    while (more == 0 && (more = db_step(stmt, err)) == 1) {
        const char *words[FACT_WORDS] = {NULL};
        for (int i = 0; i < tables[kind].words; i++)
            words[i] = arena_strdup(arena, db_get_text(stmt, i));
        add_fact(arena, facts, words[0], words[1], words[2], words[3]);
        more = 0;
    }
    db_finish(stmt);
    sort_facts(facts);
    return more < 0 ? -1 : 0;
}

int
roles_read(struct db *db, struct arena *arena, struct roles *roles, struct err *err)
{
    *roles = (struct roles){0};
    for (int kind = 0; kind < FACTS_KINDS; kind++)
        if (read_table(db, arena, kind, &roles->of[kind], err) < 0)
            return -1;
    return 0;
}

/* A role that somebody has would leave them with nothing, and quietly. */
static int
keep_held(struct db *db, const struct roles *roles, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = sql_open(db, &stmt, SQL_DUTY_ROLE_HELD, NULL, 0, err);
    while (more == 0 && (more = db_step(stmt, err)) == 1) {
        more = 0;
        if (!has_role(roles, db_get_text(stmt, 0)))
            more = err_set(err, ERR_DATA,
                           _("role %s: accounts have it, %lld of them; revoke it first: "
                             "medi-db duty list"),
                           db_get_text(stmt, 0), (long long)db_get_int(stmt, 1));
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

struct change {
    struct db *db;
    roles_told *told;
    void *context;
    int64_t count;
};

static int
write_fact(struct change *change, struct db_stmt *stmt, int kind, bool add, const struct fact *fact,
           struct err *err)
{
    for (int w = 0; w < tables[kind].words; w++)
        db_bind(stmt, w + 1, db_text(fact->words[w]));
    if (db_step(stmt, err) < 0)
        return -1;
    change->count++;
    return change->told ? change->told(change->context, add, kind, fact, err) : 0;
}

/* Every fact of `these` that `those` lack. */
static int
write_missing(struct change *change, int kind, bool add, const struct facts *these,
              const struct facts *those, struct err *err)
{
    const struct db_value none[FACT_WORDS] = {{.type = DB_NULL}};
    struct db_stmt *stmt;
    int result = sql_open(change->db, &stmt, add ? tables[kind].add : tables[kind].drop, none,
                          tables[kind].words, err);
    for (int i = 0; i < these->count && result == 0; i++) {
        const struct fact *fact = &these->items[i];
        if (!has_fact(those, fact->words[0], fact->words[1], fact->words[2], fact->words[3]))
            result = write_fact(change, stmt, kind, add, fact, err);
    }
    db_finish(stmt);
    return result;
}

/* Roles come first and go last, since the others refer to them. What is only worded anew was
 * written over by the adding, so that its dropping meets no row. */
int64_t
roles_apply(struct db *db, struct arena *arena, const struct roles *roles, roles_told *told,
            void *context, struct err *err)
{
    struct change change = {db, told, context, 0};
    struct roles old;
    if (roles_read(db, arena, &old, err) < 0 || keep_held(db, roles, err) < 0)
        return -1;
    for (int kind = 0; kind < FACTS_KINDS; kind++)
        if (write_missing(&change, kind, true, &roles->of[kind], &old.of[kind], err) < 0)
            return -1;
    for (int kind = FACTS_KINDS - 1; kind >= 0; kind--)
        if (write_missing(&change, kind, false, &old.of[kind], &roles->of[kind], err) < 0)
            return -1;
    return change.count;
}
