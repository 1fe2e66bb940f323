#include "load/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"

/* "2026-02-15..2026-02-23": what stands before the dots, and after; false if there are none. */
static bool
split_dots(struct arena *arena, const char *text, const char **from, const char **to)
{
    const char *dots = text ? strstr(text, "..") : NULL;
    if (!dots)
        return false;
    *from = arena_strndup(arena, text, (size_t)(dots - text));
    *to = dots + 2;
    return true;
}

/* ---- years ------------------------------------------------------------------------------------ */

static int
read_work(const struct yaml *node, struct calendar_holiday *holiday, struct err *err)
{
    const struct yaml *list = yaml_get(node, "work");
    if (!list)
        return 0;
    if (list->type != YAML_LIST || list->count > CALENDAR_WORK_MOST)
        return yaml_error(list, err, _("work: must be a list of at most %d days"),
                          (int)CALENDAR_WORK_MOST);
    for (const struct yaml *day = list->first; day; day = day->next) {
        if (!day->text ||
            !day_parse(day->text, strlen(day->text), &holiday->work[holiday->work_count]))
            return yaml_error(day, err, _("work: no day; write it like 2026-02-14"));
        holiday->work_count++;
    }
    return 0;
}

static int
read_holiday(struct arena *arena, const struct yaml *node, struct calendar_holiday *holiday,
             struct err *err)
{
    static const char *const known[] = {"off", "work", NULL};
    const char *from, *to;
    holiday->name = node->key;
    if (yaml_only(node, known, err) < 0)
        return -1;
    if (!split_dots(arena, yaml_text(node, "off"), &from, &to) ||
        !day_parse(from, strlen(from), &holiday->from) || !day_parse(to, strlen(to), &holiday->to))
        return yaml_error(node, err, _("off: no days; write them like 2026-02-15..2026-02-23"));
    if (holiday->to < holiday->from || holiday->to - holiday->from >= CALENDAR_OFF_MOST)
        return yaml_error(node, err, _("off: out of order, or more than %d days"),
                          (int)CALENDAR_OFF_MOST);
    return read_work(node, holiday, err);
}

static int
read_year(struct arena *arena, const struct yaml *node, struct calendar *calendar, struct err *err)
{
    static const char *const known[] = {"source", "confirmed", "holidays", NULL};
    const struct yaml *holidays = yaml_get(node, "holidays");
    const char *source = yaml_text(node, "source");
    bool confirmed = false;
    char *end;
    long year = strtol(node->key, &end, 10);
    if (*end || year < 1900 || year > 9999)
        return yaml_error(node, err, _("%s: no year"), node->key);
    if (yaml_only(node, known, err) < 0 || yaml_bool(node, "confirmed", &confirmed, err) < 0)
        return -1;
    if (!source || !holidays || holidays->type != YAML_MAP)
        return yaml_error(node, err, _("%s: needs source and holidays"), node->key);
    for (const struct yaml *child = holidays->first; child; child = child->next) {
        calendar->holidays = arena_more(arena, calendar->holidays, calendar->count, &calendar->room,
                                        sizeof *calendar->holidays);
        struct calendar_holiday *holiday = &calendar->holidays[calendar->count++];
        *holiday =
            (struct calendar_holiday){.year = (int)year, .confirmed = confirmed, .source = source};
        if (read_holiday(arena, child, holiday, err) < 0)
            return -1;
    }
    return 0;
}

/* ---- the rest --------------------------------------------------------------------------------- */

static int
read_springs(struct arena *arena, const struct yaml *list, struct calendar *calendar,
             struct err *err)
{
    int64_t before = INT64_MIN;
    if (list->type != YAML_LIST)
        return yaml_error(list, err, _("spring: must be a list of days"));
    for (const struct yaml *node = list->first; node; node = node->next) {
        int64_t day;
        if (!node->text || !day_parse(node->text, strlen(node->text), &day) || day <= before)
            return yaml_error(node, err, _("spring: no day, or not behind the one before"));
        calendar->springs = arena_more(arena, calendar->springs, calendar->spring_count,
                                       &calendar->spring_room, sizeof *calendar->springs);
        calendar->springs[calendar->spring_count++] = before = day;
    }
    return 0;
}

/* "03-01" as 301, of a year that has a 29 February. */
static bool
parse_date(struct arena *arena, const char *text, int *date)
{
    const char *whole = arena_printf(arena, "2024-%s", text);
    struct civil civil;
    int64_t day;
    if (strlen(text) != 5 || !day_parse(whole, strlen(whole), &day))
        return false;
    day_to_civil(day, &civil);
    *date = civil.month * 100 + civil.day;
    return true;
}

static int
read_promotions(struct arena *arena, const struct yaml *map, struct calendar *calendar,
                struct err *err)
{
    if (map->type == YAML_NULL)
        return 0;
    if (map->type != YAML_MAP || map->count > CALENDAR_PROMOTIONS)
        return yaml_error(map, err, _("promotions: must be a map of at most %d"),
                          (int)CALENDAR_PROMOTIONS);
    for (const struct yaml *node = map->first; node; node = node->next) {
        struct calendar_promotion *promotion = &calendar->promotions[calendar->promotion_count++];
        const char *from, *to;
        promotion->name = node->key;
        if (!split_dots(arena, node->text, &from, &to) ||
            !parse_date(arena, from, &promotion->from) || !parse_date(arena, to, &promotion->to))
            return yaml_error(node, err, _("%s: no days of a year; write them like 03-01..03-08"),
                              node->key);
    }
    return 0;
}

int
calendar_parse(struct arena *arena, const struct yaml *root, struct calendar *calendar,
               struct err *err)
{
    static const char *const known[] = {"years", "spring", "promotions", NULL};
    const struct yaml *years = yaml_get(root, "years"), *springs = yaml_get(root, "spring"),
                      *promotions = yaml_get(root, "promotions");
    *calendar = (struct calendar){0};
    if (yaml_only(root, known, err) < 0)
        return -1;
    if (!years || years->type != YAML_MAP)
        return yaml_error(root, err, _("years: missing"));
    for (const struct yaml *node = years->first; node; node = node->next)
        if (read_year(arena, node, calendar, err) < 0)
            return -1;
    if (springs && read_springs(arena, springs, calendar, err) < 0)
        return -1;
    return promotions ? read_promotions(arena, promotions, calendar, err) : 0;
}

int
calendar_load(struct arena *arena, const struct packs *packs, struct calendar *calendar,
              struct err *err)
{
    char *path = pack_find(packs, arena, "holidays.yaml");
    const struct yaml *root = path ? yaml_load(arena, path, err) : NULL;
    if (!path)
        return err_set(err, ERR_IO, _("holidays.yaml: not among the packs; install them again"));
    return root ? calendar_parse(arena, root, calendar, err) : -1;
}

/* ---- asked ------------------------------------------------------------------------------------ */

const struct calendar_holiday *
calendar_off(const struct calendar *calendar, int64_t day)
{
    for (int i = 0; i < calendar->count; i++)
        if (day >= calendar->holidays[i].from && day <= calendar->holidays[i].to)
            return &calendar->holidays[i];
    return NULL;
}

const struct calendar_holiday *
calendar_work(const struct calendar *calendar, int64_t day)
{
    for (int i = 0; i < calendar->count; i++)
        for (int k = 0; k < calendar->holidays[i].work_count; k++)
            if (calendar->holidays[i].work[k] == day)
                return &calendar->holidays[i];
    return NULL;
}

int
calendar_promotion(const struct calendar *calendar, int64_t day)
{
    struct civil civil;
    day_to_civil(day, &civil);
    int date = civil.month * 100 + civil.day;
    for (int i = 0; i < calendar->promotion_count; i++) {
        const struct calendar_promotion *at = &calendar->promotions[i];
        bool in = at->from <= at->to ? date >= at->from && date <= at->to
                                     : date >= at->from || date <= at->to;
        if (in)
            return i;
    }
    return -1;
}

bool
calendar_spring(const struct calendar *calendar, int64_t day, int *distance)
{
    bool found = false;
    for (int i = 0; i < calendar->spring_count; i++) {
        int64_t from = day - calendar->springs[i];
        if (from < -CALENDAR_SPRING_NEAR || from > CALENDAR_SPRING_NEAR)
            continue;
        *distance = (int)from;
        found = true;
    }
    return found;
}
