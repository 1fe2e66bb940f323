#include "followup/window.h"

#include <string.h>

#include "db/sql.h"
#include "setting/setting.h"
#include "text/zonefile.h"

enum { WEEK = 7, MINUTE = 60 };

static int
fallback_hours(struct db *db, struct arena *arena, const struct packs *packs, int64_t store_id,
               const char **hours, struct err *err)
{
    struct settings settings;
    const char *where;
    if (settings_load(arena, packs, &settings, err) < 0)
        return -1;
    const struct setting *setting = setting_find(&settings, "followup.hours", err);
    return setting ? setting_value(db, arena, setting, store_id, hours, &where, err) : -1;
}

static bool
is_open_ever(const struct hours *hours)
{
    for (int day = 1; day <= WEEK; day++)
        if (hours->closes[day] > hours->opens[day])
            return true;
    return false;
}

int
window_load(struct db *db, struct arena *arena, const struct packs *packs, int64_t store_id,
            struct window *window, struct err *err)
{
    const struct db_value id = db_int(store_id);
    struct db_stmt *stmt = NULL;
    int found = sql_first(db, &stmt, SQL_FOLLOWUP_STORE, &id, 1, err);
    if (found != 1)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("no such store"));
    *window =
        (struct window){.store_id = store_id, .store = arena_strdup(arena, db_get_text(stmt, 0))};
    window->zone = zone_load(arena, db_get_text(stmt, 1), err);
    const char *hours = db_keep_text(stmt, 2, arena);
    db_finish(stmt);
    if (!window->zone)
        return -1;
    if (!hours && fallback_hours(db, arena, packs, store_id, &hours, err) < 0)
        return -1;
    if (hours_parse(hours, strlen(hours), &window->hours) && is_open_ever(&window->hours))
        return 0;
    return err_set(err, ERR_DATA, _("store %s: followup.hours: %s: no opening hours"),
                   window->store, hours);
}

static int64_t
reading(const struct zone *zone, int64_t day, int minute)
{
    return minute < DAY_SECONDS / MINUTE
               ? zone_moment(zone, day, minute * MINUTE)
               : zone_moment(zone, day + 1, minute * MINUTE - DAY_SECONDS);
}

int64_t
window_open(const struct window *window, int64_t at, int64_t *day)
{
    *day = zone_day(window->zone, at);
    for (int i = 0; i <= WEEK; i++, ++*day) {
        int weekday = day_weekday(*day);
        int opens = window->hours.opens[weekday], closes = window->hours.closes[weekday];
        if (opens >= closes || (i == 0 && at >= reading(window->zone, *day, closes)))
            continue;
        int64_t open = reading(window->zone, *day, opens);
        return at > open ? at : open;
    }
    return at;
}

int64_t
window_after(const struct window *window, int64_t at, int64_t seconds, bool days)
{
    if (!days)
        return at + seconds;
    int64_t local = at + zone_offset(window->zone, at);
    return zone_moment(window->zone, floor_div(local, DAY_SECONDS) + seconds / DAY_SECONDS,
                       (int)floor_mod(local, DAY_SECONDS));
}
