/* The stores: how big, when open, which doctors; and today's timetable of each doctor. */
#include <stdlib.h>
#include <string.h>

#include "maker.h"

static const char *const hour_texts[] = {
    "Mo-Su 09:30-20:00", "Mo-Fr 10:00-19:30; Sa-Su 09:30-20:00", "Tu-Su 10:00-20:00"};

bool
store_hours(const struct store *store, int64_t day, int *open, int *close)
{
    int weekday = day_weekday(day);
    *open = store->hours == 0 || (store->hours == 1 && weekday > 5) ? 570 : 600;
    *close = store->hours == 1 && weekday <= 5 ? 1170 : 1200;
    return !(store->hours == 2 && weekday == 1);
}

bool
store_treats(const struct store *store, enum department department)
{
    return !store->clinic || department == DEPT_SKIN || department == DEPT_TCM;
}

int
store_next(struct store *store, enum counter counter)
{
    return ++store->daily[counter];
}

/* A new store needs half a year to be as full as the others. */
int
store_weight(const struct world *world, const struct store *store, int64_t day)
{
    int open, close;
    int64_t age = day - store->opened_on;
    if (age < 0 || !store_hours(store, day, &open, &close))
        return 0;
    int64_t grown = age >= 150 ? 180 : age + 30;
    int64_t months = (day - world->first_day) / 30;
    int64_t weight = (int64_t)calendar_weight(day) * calendar_weekday_weight(day) / 1000;
    return (int)(weight * store->size / 1000 * grown / 180 * (1000 + 6 * months) / 1000);
}

/* Whoever is free first; start and length in steps of five minutes. */
int
store_take_team(struct store *store, enum department department, int64_t day, int earliest,
                int minutes, int *start)
{
    int best = -1, open, close, weekday = day_weekday(day);
    store_hours(store, day, &open, &close);
    for (int i = 0; i < store->team_count; i++) {
        const struct team *team = &store->teams[i];
        if (team->department == department && team->day_off != weekday &&
            (best < 0 || team->free_at < store->teams[best].free_at))
            best = i;
    }
    if (best < 0)
        return -1;
    int from = store->teams[best].free_at > earliest ? store->teams[best].free_at : earliest;
    from += (5 - from % 5) % 5;
    int to = from + minutes + (5 - minutes % 5) % 5;
    if (to > close - 15)
        return -1;
    store->teams[best].free_at = to;
    *start = from;
    return best;
}

/* The number of the consultant whose place it is on the day; the second place changes hands once. */
int
store_consultant(const struct store *store, int place, int64_t day)
{
    place %= store->consultants;
    return place == 1 && day >= store->turnover ? store->consultants + 1 : place + 1;
}

/* ---- making --------------------------------------------------------------------------------- */

/* Doctors of a department for so many visits a day, `share` permille of them its own. Two and a half
 * times the mean, for Saturdays in August. */
static void
store_add_teams(struct store *store, enum department department, int visits, int share, int minutes)
{
    int64_t busy = (int64_t)visits * 5 / 2 * share / 1000 * minutes;
    int count = (int)(busy / 450) + (department == DEPT_SKIN && !store->clinic ? 2 : 1);
    for (int i = 0; i < count && store->team_count < TEAMS_MOST; i++) {
        struct team *team = &store->teams[store->team_count++];
        team->department = department;
        team->day_off = 1 + (store->team_count + store->number) % 4;
    }
}

static void
store_staff(struct store *store, int visits)
{
    store_add_teams(store, DEPT_SKIN, visits, store->clinic ? 800 : 700, 42);
    if (!store->clinic) {
        store_add_teams(store, DEPT_SURGERY, visits, 100, 95);
        store_add_teams(store, DEPT_DENTAL, visits, 40, 70);
    }
    store_add_teams(store, DEPT_TCM, visits, 40, 35);
    store->consultants = 2 + visits / 7;
    store->desks = 2 + visits / 60;
}

static void
store_open(struct world *world, struct store *store)
{
    struct rng rng;
    int days = (int)(world->end_day - world->first_day);
    rng_stream(&rng, world->options.seed, STREAM_STORE, (uint64_t)store->number);
    snprintf(store->code, sizeof store->code, "CG%02d", store->number % 1000000);
    store->size = store->number == 1   ? 1000
                  : store->number == 2 ? 520
                                       : rng_between(&rng, 350, 750);
    store->clinic = store->number % 3 != 1;
    store->hours = (store->number - 1) % 3;
    store->opened_on = world->first_day - rng_between(&rng, 500, 2600);
    if (store->number % 5 == 0)
        store->opened_on = world->first_day + rng_between(&rng, days / 10, days / 2);
    store->turnover = world->first_day + days / 3 + rng_between(&rng, 0, days / 3);
    store->ready = -1;
    for (int i = 0; i < QUEUE_DAYS; i++)
        store->bucket[i] = -1;
}

void
stores_make(struct world *world)
{
    int64_t days = world->end_day - world->first_day;
    world->stores = calloc((size_t)world->options.stores, sizeof *world->stores);
    if (!world->stores)
        abort();
    for (int i = 0; i < world->options.stores; i++) {
        world->stores[i].number = i + 1;
        store_open(world, &world->stores[i]);
        world->size_sum += (uint64_t)world->stores[i].size;
    }
    for (int i = 0; i < world->options.stores; i++) {
        struct store *store = &world->stores[i];
        uint64_t visits = world->rate * (uint64_t)store->size / world->size_sum / (uint64_t)days;
        store_staff(store, (int)visits);
    }
}

void
stores_release(struct world *world)
{
    for (int i = 0; i < world->options.stores; i++)
        free(world->stores[i].members);
    free(world->stores);
}

/* ---- writing -------------------------------------------------------------------------------- */

static void
store_name(const struct store *store, char *name, size_t room)
{
    static const char *const places[] = {"城西", "滨江", "钱塘", "湖滨", "临平", "运河",
                                         "良渚", "云栖", "南星", "丁桥", "三墩", "闲林"};
    const char *type = store->clinic ? "医疗美容诊所" : "医疗美容门诊部";
    if (store->number <= 2)
        snprintf(name, room, "澄光%s(%s)", type, store->number == 1 ? "旗舰店" : "社区店");
    else if (store->number < 15)
        snprintf(name, room, "澄光%s(%s店)", type, places[store->number - 3]);
    else
        snprintf(name, room, "澄光%s(第%d店)", type, store->number);
}

static void
store_write(struct sheet *sheet, const struct world *world, const struct store *store)
{
    char text[128];
    sheet_text(sheet, store->code);
    store_name(store, text, sizeof text);
    sheet_text(sheet, text);
    sheet_text(sheet, "Asia/Shanghai");
    sheet_text(sheet, store->clinic ? "诊所" : "门诊部");
    sheet_text(sheet, store->clinic ? "医疗美容科、美容皮肤科、美容中医科"
                                    : "医疗美容科、美容外科、美容皮肤科、美容牙科、美容中医科");
    snprintf(text, sizeof text, "PDY%05d933019917D15%02d", 60000 + store->number,
             store->clinic ? 92 : 22);
    sheet_text(sheet, text);
    sheet_day(sheet, day_add_months(day_month_start(world->end_day), 24) - 1);
    snprintf(text, sizeof text, "示例市澄光路%d号", 8 + store->number * 18);
    sheet_text(sheet, text);
    sheet_degrees(sheet, 30200000 + store->number * 7919 % 160000);
    sheet_degrees(sheet, 120050000 + store->number * 10007 % 250000);
    sheet_text(sheet, hour_texts[store->hours]);
    snprintf(text, sizeof text, "0571-1000%04d", store->number * 18 % 10000);
    sheet_text(sheet, text);
    sheet_day(sheet, store->opened_on);
    sheet_none(sheet);
    sheet_row(sheet);
}

void
stores_write(struct world *world)
{
    for (int i = 0; i < world->options.stores; i++)
        store_write(&world->sheets[SHEET_STORES], world, &world->stores[i]);
}
