#include "complaint/rules.h"

#include <string.h>

#include "db/sql.h"
#include "setting/setting.h"
#include "text/zonefile.h"

struct source {
    struct db *db;
    struct arena *arena;
    struct settings settings;
    int64_t store_id;
};

static int
number(const struct source *from, const char *name, int64_t unit, int64_t *value, struct err *err)
{
    const struct setting *setting = setting_find(&from->settings, name, err);
    if (!setting || setting_int(from->db, from->arena, setting, from->store_id, value, err) < 0)
        return -1;
    *value *= unit;
    return 0;
}

static int
word(const struct source *from, const char *name, const char **value, struct err *err)
{
    const struct setting *setting = setting_find(&from->settings, name, err);
    const char *where;
    return setting
               ? setting_value(from->db, from->arena, setting, from->store_id, value, &where, err)
               : -1;
}

static int
read_store(const struct source *from, struct complaint_rules *rules, const char **hours,
           struct err *err)
{
    struct db_value id = db_int(from->store_id);
    struct db_stmt *stmt = NULL;
    int found = sql_first(from->db, &stmt, SQL_COMPLAINT_STORE, &id, 1, err);
    if (found != 1)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("no such store"));
    rules->store = arena_strdup(from->arena, db_get_text(stmt, 0));
    rules->clock.zone = zone_load(from->arena, db_get_text(stmt, 1), err);
    *hours = db_keep_text(stmt, 2, from->arena);
    db_finish(stmt);
    return rules->clock.zone ? 0 : -1;
}

int
complaint_rules(struct db *db, struct arena *arena, const struct packs *packs, int64_t store_id,
                struct complaint_rules *rules, struct err *err)
{
    struct source from = {.db = db, .arena = arena, .store_id = store_id};
    const char *mode, *hours = NULL;
    *rules = (struct complaint_rules){.store_id = store_id};
    if (settings_load(arena, packs, &from.settings, err) < 0 ||
        read_store(&from, rules, &hours, err) < 0 ||
        word(&from, "complaint.clock", &mode, err) < 0 ||
        word(&from, "complaint.escalate_to", &rules->escalate_to, err) < 0 ||
        number(&from, "complaint.respond_hours", 3600, &rules->respond_s, err) < 0 ||
        number(&from, "complaint.answer_days", DAY_SECONDS, &rules->answer_s, err) < 0 ||
        number(&from, "complaint.warn_minutes", 60, &rules->warn_s, err) < 0 ||
        number(&from, "complaint.compensate_alone_fen", 1, &rules->alone_fen, err) < 0)
        return -1;
    rules->clock.wall = strcmp(mode, "opening") != 0;
    if (rules->clock.wall)
        return 0;
    if (hours && hours_parse(hours, strlen(hours), &rules->clock.hours))
        return 0;
    return err_set(err, ERR_DATA,
                   _("store %s: has no opening hours, and complaint.clock counts them; set them "
                     "with: medi-db store edit %s --hours HOURS"),
                   rules->store, rules->store);
}
