#include "package/scope.h"

#include <string.h>

#include "text/yaml.h"

static const char file[] = "package.yaml";

int
scope_kind(const struct scope *scope, const char *name)
{
    for (int i = 0; name && i < scope->count; i++)
        if (strcmp(scope->kinds[i]->name, name) == 0)
            return i;
    return -1;
}

int
scope_day(const struct kind *kind)
{
    for (int i = 0; i < kind->count; i++)
        if (kind->columns[i].day_into)
            return i;
    return -1;
}

int
scope_client(const struct kind *kind)
{
    for (int i = 0; i < kind->count; i++)
        if (kind->columns[i].ref && strcmp(kind->columns[i].ref, "clients") == 0)
            return i;
    return -1;
}

bool
scope_is_force(const struct scope *scope, int kind)
{
    for (int i = 0; i < scope->force_count; i++)
        if (scope->forces[i].kind == kind)
            return true;
    return false;
}

/* ---- kinds and how they refer to each other ----------------------------------------------------------- */

static int
load_kinds(struct arena *arena, const struct packs *packs, struct scope *scope, struct err *err)
{
    struct pack_names names;
    if (pack_list(packs, arena, "kinds", &names, err) < 0)
        return -1;
    scope->kinds = arena_array(arena, (size_t)names.count, sizeof *scope->kinds);
    scope->left_out = arena_array(arena, (size_t)names.count, sizeof *scope->left_out);
    for (; scope->count < names.count; scope->count++)
        if (!(scope->kinds[scope->count] = kind_load(arena, packs, names.names[scope->count], err)))
            return -1;
    scope->clients = scope_kind(scope, "clients");
    scope->visits = scope_kind(scope, "visits");
    if (scope->clients < 0 || scope->visits < 0)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"), "kinds");
    return 0;
}

static void
find_links(struct arena *arena, struct scope *scope)
{
    int room = 0;
    for (int k = 0; k < scope->count; k++) {
        for (int i = 0; i < scope->kinds[k]->count; i++) {
            int to = scope_kind(scope, scope->kinds[k]->columns[i].ref);
            if (to < 0)
                continue;
            scope->links =
                arena_more(arena, scope->links, scope->link_count, &room, sizeof *scope->links);
            scope->links[scope->link_count++] = (struct scope_link){k, i, to};
        }
    }
}

/* ---- the exceptions ------------------------------------------------------------------------------------ */

static int
read_kind(const struct scope *scope, const struct yaml *node, int *kind, struct err *err)
{
    const char *name = yaml_text(node, "kind");
    *kind = scope_kind(scope, name);
    return *kind < 0 ? yaml_error(node, err, _("%s: no such kind"), name ? name : "kind") : 0;
}

static int
read_column(const struct scope *scope, const struct yaml *node, int kind, const char *key,
            int *column, struct err *err)
{
    const char *name = yaml_text(node, key);
    *column = name ? kind_column(scope->kinds[kind], name) : -1;
    if (*column < 0)
        return yaml_error(node, err, _("%s: no column of %s"), name ? name : key,
                          scope->kinds[kind]->name);
    return 0;
}

static int
read_force(struct scope *scope, const struct yaml *node, struct err *err)
{
    static const char *const known[] = {"kind", "from", "to", NULL};
    struct scope_force *force = &scope->forces[scope->force_count++];
    force->to = -1;
    if (yaml_only(node, known, err) < 0 || read_kind(scope, node, &force->kind, err) < 0 ||
        read_column(scope, node, force->kind, "from", &force->from, err) < 0 ||
        (yaml_get(node, "to") && read_column(scope, node, force->kind, "to", &force->to, err) < 0))
        return -1;
    force->client = scope_client(scope->kinds[force->kind]);
    return force->client < 0
               ? yaml_error(node, err, _("%s: names no client"), scope->kinds[force->kind]->name)
               : 0;
}

static int
read_beside(struct scope *scope, const struct yaml *node, struct err *err)
{
    static const char *const known[] = {"kind", "by", NULL};
    struct scope_link *link = &scope->beside[scope->beside_count++];
    if (yaml_only(node, known, err) < 0 || read_kind(scope, node, &link->from, err) < 0 ||
        read_column(scope, node, link->from, "by", &link->column, err) < 0)
        return -1;
    link->to = scope_kind(scope, scope->kinds[link->from]->columns[link->column].ref);
    return link->to < 0 ? yaml_error(node, err, _("%s: is no reference"), yaml_text(node, "by"))
                        : 0;
}

static int
read_left_out(struct scope *scope, const struct yaml *node, struct err *err)
{
    static const char *const known[] = {"kind", "why", NULL};
    const char *why = yaml_text(node, "why");
    int kind;
    if (yaml_only(node, known, err) < 0 || read_kind(scope, node, &kind, err) < 0)
        return -1;
    if (!why || !*why)
        return yaml_error(node, err, _("%s: left out without a reason"), yaml_text(node, "kind"));
    scope->left_out[kind] = true;
    return 0;
}

typedef int read_item(struct scope *scope, const struct yaml *node, struct err *err);

static int
read_list(struct scope *scope, const struct yaml *root, const char *key, read_item *item,
          struct err *err)
{
    const struct yaml *list = yaml_get(root, key);
    if (!list || list->type != YAML_LIST)
        return yaml_error(root, err, _("%s: missing"), key);
    for (const struct yaml *node = list->first; node; node = node->next)
        if (item(scope, node, err) < 0)
            return -1;
    return 0;
}

static void
make_room(struct arena *arena, struct scope *scope, const struct yaml *root)
{
    const struct yaml *forces = yaml_get(root, "in_force"), *beside = yaml_get(root, "beside");
    scope->forces = arena_array(arena, forces ? (size_t)forces->count : 0, sizeof *scope->forces);
    scope->beside = arena_array(arena, beside ? (size_t)beside->count : 0, sizeof *scope->beside);
}

int
scope_load(struct arena *arena, const struct packs *packs, struct scope *scope, struct err *err)
{
    static const char *const known[] = {"in_force", "beside", "left_out", NULL};
    struct packs shipped = {.shipped = packs->shipped};
    char *path = pack_find(&shipped, arena, file);
    *scope = (struct scope){0};
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"), file);
    const struct yaml *root = yaml_load(arena, path, err);
    if (!root || yaml_only(root, known, err) < 0 || load_kinds(arena, &shipped, scope, err) < 0)
        return -1;
    find_links(arena, scope);
    make_room(arena, scope, root);
    if (read_list(scope, root, "in_force", read_force, err) < 0 ||
        read_list(scope, root, "beside", read_beside, err) < 0)
        return -1;
    return read_list(scope, root, "left_out", read_left_out, err);
}
