#include "followup/outbox_rules.h"

#include <stdio.h>
#include <string.h>

#include "db/sql.h"
#include "setting/setting.h"
#include "text/zonefile.h"

struct from {
    struct db *db;
    struct arena *arena;
    struct settings settings;
    int64_t store_id;
};

static int
number(const struct from *from, const char *name, int64_t unit, int64_t *value, struct err *err)
{
    const struct setting *setting = setting_find(&from->settings, name, err);
    if (!setting || setting_int(from->db, from->arena, setting, from->store_id, value, err) < 0)
        return -1;
    *value *= unit;
    return 0;
}

bool
outbox_quiet_parse(const char *text, int *from, int *to)
{
    int hours[2], minutes[2], end = 0;
    *from = *to = 0;
    if (strcmp(text, "none") == 0)
        return true;
    if (sscanf(text, "%2d:%2d-%2d:%2d%n", &hours[0], &minutes[0], &hours[1], &minutes[1], &end) !=
            4 ||
        text[end])
        return false;
    for (int i = 0; i < 2; i++)
        if (hours[i] < 0 || hours[i] > 23 || minutes[i] < 0 || minutes[i] > 59)
            return false;
    *from = (hours[0] * 60 + minutes[0]) * 60;
    *to = (hours[1] * 60 + minutes[1]) * 60;
    return true;
}

static int
read_quiet(const struct from *from, struct outbox_rules *rules, struct err *err)
{
    const struct setting *setting = setting_find(&from->settings, "send.quiet", err);
    const char *text, *where;
    if (!setting ||
        setting_value(from->db, from->arena, setting, from->store_id, &text, &where, err) < 0)
        return -1;
    if (outbox_quiet_parse(text, &rules->quiet_from, &rules->quiet_to))
        return 0;
    return err_set(err, ERR_DATA,
                   _("send.quiet: %s: must be hours such as 21:00-08:30, or none; set it with: "
                     "medi-db config set send.quiet 21:00-08:30"),
                   text);
}

static int
read_store(const struct from *from, struct outbox_rules *rules, struct err *err)
{
    struct db_value id = db_int(from->store_id);
    struct db_stmt *stmt = NULL;
    int found = sql_first(from->db, &stmt, SQL_FOLLOWUP_OUTBOX_STORE, &id, 1, err);
    if (found != 1)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("no such store"));
    rules->store = db_keep_text(stmt, 0, from->arena);
    rules->name = db_keep_text(stmt, 1, from->arena);
    rules->zone = zone_load(from->arena, db_get_text(stmt, 2), err);
    rules->phone = db_keep_text(stmt, 3, from->arena);
    db_finish(stmt);
    return rules->zone ? 0 : -1;
}

int
outbox_rules(struct db *db, struct arena *arena, const struct packs *packs, int64_t store_id,
             struct outbox_rules *rules, struct err *err)
{
    struct from from = {.db = db, .arena = arena, .store_id = store_id};
    *rules = (struct outbox_rules){.store_id = store_id};
    if (settings_load(arena, packs, &from.settings, err) < 0 || read_store(&from, rules, err) < 0 ||
        read_quiet(&from, rules, err) < 0 ||
        number(&from, "send.cap_day", 1, &rules->cap_day, err) < 0 ||
        number(&from, "send.cap_week", 1, &rules->cap_week, err) < 0 ||
        number(&from, "send.tries", 1, &rules->tries, err) < 0 ||
        number(&from, "send.backoff_seconds", 1, &rules->backoff_s, err) < 0 ||
        number(&from, "send.backoff_most_minutes", 60, &rules->backoff_most_s, err) < 0 ||
        number(&from, "send.late_minutes", 60, &rules->late_s, err) < 0)
        return -1;
    return number(&from, "send.catch_up", 1, &rules->catch_up, err);
}

/* The end of quiet hours is a reading of the local clock, so a night with a change of the clock ends at that
 * reading too. */
int64_t
outbox_awake(const struct outbox_rules *rules, int64_t moment)
{
    struct civil local;
    int from = rules->quiet_from, to = rules->quiet_to;
    zone_civil(rules->zone, moment, &local);
    int second = (local.hour * 60 + local.minute) * 60 + local.second;
    int64_t day = zone_day(rules->zone, moment), end;
    bool quiet =
        from < to ? second >= from && second < to : from > to && (second >= from || second < to);
    if (!quiet)
        return moment;
    end = zone_moment(rules->zone, from > to && second >= from ? day + 1 : day, to);
    return end > moment ? end : moment; /* a reading that came twice is over the first time */
}

int64_t
outbox_backoff(const struct outbox_rules *rules, int64_t tries, uint64_t draw)
{
    int64_t wait = rules->backoff_s;
    for (int64_t i = 1; i < tries && wait < rules->backoff_most_s; i++)
        wait *= 2;
    if (wait > rules->backoff_most_s)
        wait = rules->backoff_most_s;
    return wait - (int64_t)(draw % (uint64_t)(wait / 2 + 1));
}
