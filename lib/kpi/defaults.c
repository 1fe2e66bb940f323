#include "kpi/defaults.h"

#include "setting/setting.h"

struct source {
    struct db *db;
    struct arena *arena;
    struct settings settings;
    int64_t store_id;
};

static int
number(const struct source *from, const char *name, int64_t *value, struct err *err)
{
    const struct setting *setting = setting_find(&from->settings, name, err);
    return setting ? setting_int(from->db, from->arena, setting, from->store_id, value, err) : -1;
}

/* "P1, P2" as ",P1,P2,". */
static int
codes(const struct source *from, const char *name, const char **value, struct err *err)
{
    const struct setting *setting = setting_find(&from->settings, name, err);
    const char *text, *where;
    if (!setting ||
        setting_value(from->db, from->arena, setting, from->store_id, &text, &where, err) < 0)
        return -1;
    char *list = arena_printf(from->arena, ",%s%s", text, *text ? "," : ""), *to = list;
    for (const char *at = list; *at; at++)
        if (*at != ' ')
            *to++ = *at;
    *to = '\0';
    *value = list;
    return 0;
}

int
kpi_defaults(struct db *db, struct arena *arena, const struct packs *packs, int64_t store_id,
             struct kpi_query *query, struct err *err)
{
    struct source from = {.db = db, .arena = arena, .store_id = store_id};
    if (settings_load(arena, packs, &from.settings, err) < 0)
        return -1;
    return number(&from, "kpi.deal_threshold_fen", &query->threshold_fen, err) < 0 ||
                   number(&from, "kpi.conversion_days", &query->days, err) < 0 ||
                   number(&from, "kpi.few", &query->few, err) < 0 ||
                   number(&from, "kpi.complication_days", &query->horizon, err) < 0 ||
                   codes(&from, "kpi.key_projects", &query->projects, err) < 0
               ? -1
               : 0;
}
