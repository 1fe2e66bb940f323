#include "supply/coldchain.h"

#include <string.h>

#include "base/str.h"

static int
read_degrees(const struct yaml *node, const char *key, bool *has, int64_t *mdeg, struct err *err)
{
    const char *text = yaml_text(node, key);
    *has = text != NULL;
    if (!text || temperature_parse(text, mdeg))
        return 0;
    return yaml_error(node, err, _("%s: no temperature; write it like 8.0"), key);
}

static int
read_minutes(const struct yaml *node, const char *key, int64_t *seconds, struct err *err)
{
    int64_t minutes = -1;
    if (yaml_int(node, key, &minutes, err) < 0)
        return -1;
    if (minutes < 0)
        return yaml_error(node, err, _("%s: a number of minutes is missing"), key);
    *seconds = minutes * 60;
    return 0;
}

/* The mean kinetic temperature follows from the storage class, not from the label. */
static int
read_limits(const struct yaml *node, struct temperature_limits *limits, struct err *err)
{
    bool has;
    if (read_degrees(node, "min", &limits->has_min, &limits->min, err) < 0 ||
        read_degrees(node, "max", &limits->has_max, &limits->max, err) < 0 ||
        read_degrees(node, "kinetic", &has, &limits->kinetic, err) < 0 ||
        read_minutes(node, "gap_minutes", &limits->gap_s, err) < 0 ||
        read_minutes(node, "early_minutes", &limits->early_s, err) < 0 ||
        read_minutes(node, "late_minutes", &limits->late_s, err) < 0 ||
        yaml_int(node, "energy", &limits->energy, err) < 0)
        return -1;
    if (!has)
        limits->kinetic = INT64_MAX;
    if (!limits->has_max || (limits->has_min && limits->min > limits->max))
        return yaml_error(node, err, _("min and max: missing, or out of order"));
    if (limits->energy < 10000 || limits->energy > 500000)
        return yaml_error(node, err, _("energy: must be from 10000 to 500000 J/mol"));
    return 0;
}

static int
read_storage(const struct yaml *node, struct coldchain_storage *storage, struct err *err)
{
    static const char *const known[] = {"zh",      "record",      "min",           "max",
                                        "kinetic", "gap_minutes", "early_minutes", "late_minutes",
                                        "energy",  "source",      "confirmed",     NULL};
    *storage = (struct coldchain_storage){.name = node->key,
                                          .zh = yaml_text(node, "zh"),
                                          .source = yaml_text(node, "source"),
                                          .confirmed = true,
                                          .limits = {.energy = 83144}};
    if (yaml_only(node, known, err) < 0 || yaml_bool(node, "record", &storage->record, err) < 0 ||
        yaml_bool(node, "confirmed", &storage->confirmed, err) < 0)
        return -1;
    if (!storage->zh || !storage->source)
        return yaml_error(node, err, _("%s: needs zh and source"), node->key);
    return read_limits(node, &storage->limits, err);
}

int
coldchain_parse(const struct yaml *root, struct coldchain *chain, struct err *err)
{
    static const char *const known[] = {"storages", NULL};
    const struct yaml *map = yaml_get(root, "storages");
    *chain = (struct coldchain){0};
    if (yaml_only(root, known, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP || map->count > COLDCHAIN_MOST)
        return yaml_error(root, err, _("storages: missing, or too many"));
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_storage(node, &chain->storages[chain->count++], err) < 0)
            return -1;
    return 0;
}

int
coldchain_load(struct arena *arena, const struct packs *packs, struct coldchain *chain,
               struct err *err)
{
    const struct packs shipped = {NULL, packs->shipped};
    char *path = pack_find(&shipped, arena, "coldchain.yaml");
    const struct yaml *root = path ? yaml_load(arena, path, err) : NULL;
    if (!path)
        return err_set(err, ERR_IO, _("coldchain.yaml: not among the packs; install them again"));
    return root ? coldchain_parse(root, chain, err) : -1;
}

const struct coldchain_storage *
coldchain_find(const struct coldchain *chain, const char *name, struct err *err)
{
    struct str all = STR_INIT;
    for (int i = 0; i < chain->count; i++) {
        if (strcmp(chain->storages[i].name, name) == 0) {
            str_release(&all);
            return &chain->storages[i];
        }
        str_addf(&all, "%s%s", i ? ", " : "", chain->storages[i].name);
    }
    err_set(err, ERR_DATA, _("%s: no such storage class; there are: %s"), name, all.text);
    str_release(&all);
    return NULL;
}

struct temperature_limits
coldchain_limits(const struct coldchain_storage *storage, const struct supply_item *item)
{
    struct temperature_limits limits = storage->limits;
    if (item->has_temp_min) {
        limits.has_min = true;
        limits.min = item->temp_min;
    }
    if (item->has_temp_max) {
        limits.has_max = true;
        limits.max = item->temp_max;
        limits.kinetic = limits.kinetic == INT64_MAX ? INT64_MAX : item->temp_max;
    }
    limits.allowed_s = item->excursion_minutes * 60;
    limits.ever_min = item->has_excursion_min ? item->excursion_min
                      : limits.has_min        ? limits.min
                                              : INT64_MIN;
    limits.ever_max = item->has_excursion_max ? item->excursion_max : limits.max;
    return limits;
}
