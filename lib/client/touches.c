#include "client/touches.h"

#include <string.h>

#include "base/str.h"
#include "text/yaml.h"

enum { KINDS_MOST = 128 };

static int
read_kind(const struct yaml *node, struct touches *touches, struct err *err)
{
    static const char *const known[] = {"kind", "from", "zh", "says", NULL};
    if (yaml_only(node, known, err) < 0)
        return -1;
    const struct touch_kind kind = {yaml_text(node, "kind"), yaml_text(node, "from"),
                                    yaml_text(node, "zh"), yaml_text(node, "says")};
    if (!kind.kind || !kind.from || !kind.zh || !kind.says)
        return yaml_error(node, err, _("needs kind, from, zh and says"));
    if (touches_find(touches, kind.kind))
        return yaml_error(node, err, _("%s: is there twice"), kind.kind);
    touches->kinds[touches->count++] = kind;
    return 0;
}

static int
read_quiet(struct arena *arena, const struct yaml *root, struct touches *touches, struct err *err)
{
    static const char *const known[] = {"table", "why", NULL};
    const struct yaml *list = yaml_get(root, "quiet");
    touches->quiet = arena_array(arena, list ? (size_t)list->count : 0, sizeof *touches->quiet);
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next) {
        const char *table = yaml_text(node, "table");
        if (yaml_only(node, known, err) < 0)
            return -1;
        if (!table || !yaml_text(node, "why"))
            return yaml_error(node, err, _("needs table and why"));
        touches->quiet[touches->quiet_count++] = table;
    }
    return 0;
}

int
touches_load(struct arena *arena, const struct packs *packs, struct touches *touches,
             struct err *err)
{
    static const char *const known[] = {"touches", "quiet", NULL};
    char *path = pack_find(packs, arena, "touches.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("%s: no such pack"), "touches.yaml");
    const struct yaml *root = yaml_load(arena, path, err);
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    const struct yaml *list = yaml_get(root, "touches");
    *touches = (struct touches){0};
    if (!list || list->type != YAML_LIST || list->count == 0 || list->count > KINDS_MOST)
        return yaml_error(root, err, _("touches: expected a list of at most %d"), (int)KINDS_MOST);
    touches->kinds = arena_array(arena, (size_t)list->count, sizeof *touches->kinds);
    for (const struct yaml *node = list->first; node; node = node->next)
        if (read_kind(node, touches, err) < 0)
            return -1;
    return read_quiet(arena, root, touches, err);
}

const struct touch_kind *
touches_find(const struct touches *touches, const char *kind)
{
    for (int i = 0; i < touches->count; i++)
        if (strcmp(touches->kinds[i].kind, kind) == 0)
            return &touches->kinds[i];
    return NULL;
}

const struct touch_kind *
touches_by_hand(const struct touches *touches, const char *kind, struct err *err)
{
    const char *names[KINDS_MOST] = {NULL};
    size_t count = 0;
    for (int i = 0; i < touches->count; i++) {
        const struct touch_kind *one = &touches->kinds[i];
        if (strcmp(one->from, "touch") != 0)
            continue;
        if (strcmp(one->kind, kind) == 0)
            return one;
        names[count++] = one->kind;
    }
    const struct touch_kind *other = touches_find(touches, kind);
    const char *near = str_nearest(kind, names, count);
    if (other)
        err_set(err, ERR_USAGE, _("--kind %s: is not recorded by hand: its record in %s is it"),
                kind, other->from);
    else if (near)
        err_set(err, ERR_USAGE, _("--kind %s: no such kind of contact; did you mean %s?"), kind,
                near);
    else
        err_set(err, ERR_USAGE, _("--kind %s: no such kind of contact"), kind);
    return NULL;
}
