#include "load/pack.h"

#include <string.h>

static int
whole(const struct yaml *node, const char *key, int64_t low, int64_t high, int64_t *value,
      struct err *err)
{
    if (yaml_int(node, key, value, err) < 0)
        return -1;
    if (*value < low || *value > high)
        return yaml_error(node, err, _("%s: must be from %lld to %lld"), key, (long long)low,
                          (long long)high);
    return 0;
}

static int
read_name(const struct yaml *node, const struct load_pack *pack, struct err *err)
{
    static const char *const known[] = {"doctor",  "nurse", "consultant", "front-desk",
                                        "manager", "buyer", "technician", "marketing",
                                        "other",   NULL};
    for (int i = 0; i < pack->count; i++)
        if (strcmp(pack->roles[i].name, node->key) == 0)
            return yaml_error(node, err, _("%s: stands there twice"), node->key);
    for (int i = 0; known[i]; i++)
        if (strcmp(known[i], node->key) == 0)
            return 0;
    return yaml_error(node, err, _("%s: no such role"), node->key);
}

static int
read_from(const struct yaml *node, enum load_from *from, struct err *err)
{
    static const char *const words[] = {"treatments", "consultations", "visits"};
    const char *word = yaml_text(node, "from");
    for (int i = 0; word && i < 3; i++)
        if (strcmp(word, words[i]) == 0) {
            *from = (enum load_from)i;
            return 0;
        }
    return yaml_error(node, err, _("from: must be treatments, consultations or visits"));
}

static int
read_role(const struct yaml *node, struct load_role *role, struct err *err)
{
    static const char *const known[] = {"zh",          "from",  "each", "minutes",
                                        "utilisation", "least", NULL};
    *role = (struct load_role){
        .name = node->key, .zh = yaml_text(node, "zh"), .minutes = -1, .utilisation = -1};
    if (yaml_only(node, known, err) < 0 || read_from(node, &role->from, err) < 0 ||
        whole(node, "each", 0, 600, &role->each, err) < 0 ||
        whole(node, "minutes", 0, 600, &role->minutes, err) < 0 ||
        whole(node, "utilisation", 1, 100, &role->utilisation, err) < 0 ||
        whole(node, "least", 0, 100, &role->least, err) < 0)
        return -1;
    if (role->from != LOAD_TREATMENTS && role->each == 0)
        return yaml_error(node, err, _("each: missing: minutes of a consultation or visit"));
    return 0;
}

int
load_pack_parse(const struct yaml *root, struct load_pack *pack, struct err *err)
{
    static const char *const known[] = {"quantile", "profile_days", "work_days", "trust",
                                        "hours",    "roles",        NULL};
    const struct yaml *roles = yaml_get(root, "roles");
    const char *hours = yaml_text(root, "hours");
    *pack = (struct load_pack){.quantile = 80, .profile_days = 182, .work_days = 182, .trust = 200};
    if (yaml_only(root, known, err) < 0 ||
        whole(root, "quantile", 1, 99, &pack->quantile, err) < 0 ||
        whole(root, "profile_days", 1, 1000, &pack->profile_days, err) < 0 ||
        whole(root, "work_days", 1, 1000, &pack->work_days, err) < 0 ||
        whole(root, "trust", 0, 1000000, &pack->trust, err) < 0)
        return -1;
    if (!hours || !hours_parse(hours, strlen(hours), &pack->hours))
        return yaml_error(root, err, _("hours: missing, or no opening hours"));
    if (!roles || roles->type != YAML_MAP || roles->count > LOAD_ROLES)
        return yaml_error(root, err, _("roles: missing, or too many"));
    for (const struct yaml *node = roles->first; node; node = node->next) {
        if (read_name(node, pack, err) < 0 || read_role(node, &pack->roles[pack->count], err) < 0)
            return -1;
        pack->count++;
    }
    return 0;
}

int
load_pack_load(struct arena *arena, const struct packs *packs, struct load_pack *pack,
               struct err *err)
{
    char *path = pack_find(packs, arena, "load.yaml");
    const struct yaml *root = path ? yaml_load(arena, path, err) : NULL;
    if (!path)
        return err_set(err, ERR_IO, _("load.yaml: not among the packs; install them again"));
    return root ? load_pack_parse(root, pack, err) : -1;
}
