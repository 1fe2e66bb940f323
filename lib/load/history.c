#include "load/history.h"

#include <math.h>
#include <string.h>

#include "db/sql.h"

enum { MINUTE = 60, HOUR = 60, MIDNIGHT = 1440, NEAR = 8 };
#define OPEN_LEAST 0.25

/* Steps through a statement; `read` takes a row. */
typedef void row_read(struct load *load, struct load_store *store, const struct db_stmt *stmt);

static int
read_rows(struct load *load, struct load_store *store, enum sql_id id,
          const struct db_value *values, int count, row_read *read, struct err *err)
{
    struct db_stmt *stmt;
    int more;
    if (sql_open(load->db, &stmt, id, values, count, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1)
        read(load, store, stmt);
    db_finish(stmt);
    return more;
}

/* ---- opening ---------------------------------------------------------------------------------- */

static int
clock_of(const struct load_store *store, int64_t day, int64_t moment)
{
    struct civil civil;
    zone_civil(store->hours.zone, moment, &civil);
    return zone_day(store->hours.zone, moment) > day ? MIDNIGHT : civil.hour * HOUR + civil.minute;
}

void
load_open_day(const struct load_store *store, int64_t day, struct load_open *open)
{
    struct busy_day busy;
    busy_open_day(&store->hours, day, &busy);
    *open = (struct load_open){.closed = busy.closed};
    for (int i = 0; i < busy.count && open->count < LOAD_PIECES; i++) {
        struct load_piece piece = {clock_of(store, day, busy.open[i].from),
                                   clock_of(store, day, busy.open[i].to)};
        if (piece.to > piece.from)
            open->pieces[open->count++] = piece;
    }
}

/* The part of each hour in which the week says that it is open. */
static void
usual_hours(const struct load_store *store, double usual[PROFILE_WEEK][PROFILE_HOURS])
{
    for (int w = 0; w < PROFILE_WEEK; w++)
        for (int h = 0; h < PROFILE_HOURS; h++)
            usual[w][h] = profile_part(h, store->hours.opens[w + 1], store->hours.closes[w + 1]);
}

/* The part of a usual day of that weekday; of a weekday that usually is closed, of a usual day's length. */
static double
open_part(const struct load_store *store, double usual[PROFILE_WEEK][PROFILE_HOURS], int64_t day)
{
    int w = day_weekday(day) - 1, days = 0;
    double part = 0, minutes = 0, length = 0;
    struct load_open open;
    load_open_day(store, day, &open);
    for (int i = 0; i < open.count; i++) {
        minutes += open.pieces[i].to - open.pieces[i].from;
        for (int h = 0; h < PROFILE_HOURS; h++)
            if (usual[w][h] > 0)
                part += store->profile.share[w][h] / usual[w][h] *
                        profile_part(h, open.pieces[i].from, open.pieces[i].to);
    }
    if (store->hours.closes[w + 1] > store->hours.opens[w + 1])
        return fmin(part, 1);
    for (int k = 1; k <= PROFILE_WEEK; k++) {
        length += store->hours.closes[k] - store->hours.opens[k];
        days += store->hours.closes[k] > store->hours.opens[k];
    }
    return days ? fmin(minutes * days / length, 1) : minutes > 0;
}

/* ---- days ------------------------------------------------------------------------------------- */

static void
read_day(struct load *load, struct load_store *store, const struct db_stmt *stmt)
{
    int64_t day = db_get_int(stmt, 0);
    if (!store->y) {
        store->first = day;
        store->n = (int)(load->until - day);
        store->y = arena_array(load->arena, (size_t)store->n, sizeof *store->y);
    }
    store->y[day - store->first] = (double)db_get_int(stmt, 1);
}

static void
read_quarter(struct load *load, struct load_store *store, const struct db_stmt *stmt)
{
    struct civil civil;
    int64_t at = db_get_int(stmt, 0);
    (void)load;
    zone_civil(store->hours.zone, at, &civil);
    store->profile.count[day_weekday(zone_day(store->hours.zone, at)) - 1][civil.hour] +=
        (double)db_get_int(stmt, 1);
}

static void
read_booked(struct load *load, struct load_store *store, const struct db_stmt *stmt)
{
    store->booked[db_get_int(stmt, 0) - load->until] = (double)db_get_int(stmt, 1);
}

/* Whether nobody came on a day of which that is not to be believed. */
static bool
is_idle(const struct load_store *store, int t)
{
    double sum = 0;
    int count = 0;
    if (store->y[t] != 0 || store->open[t] <= 0)
        return false;
    for (int at = t - NEAR * PROFILE_WEEK; at <= t + NEAR * PROFILE_WEEK; at += PROFILE_WEEK)
        if (at >= 0 && at < store->n && store->y[at] > 0) {
            sum += store->y[at];
            count++;
        }
    return count && sum / count * store->open[t] >= IDLE_USUAL;
}

/* What behind the last arrivals is not nought but unknown becomes missing. */
static void
forget_end(struct load_store *store)
{
    double sum = 0, expected = 0;
    int days = 0;
    for (store->seen = store->n; store->seen > 0 && store->y[store->seen - 1] == 0;)
        store->seen--;
    for (int t = store->seen - 1; t >= 0 && t >= store->seen - NEAR * PROFILE_WEEK; t--) {
        sum += store->y[t];
        days += store->open[t] > 0;
    }
    for (int t = store->seen; t < store->n; t++)
        expected += days && store->open[t] > 0 ? sum / days : 0;
    for (int t = store->seen; t < store->n && expected >= IDLE_USUAL; t++)
        store->y[t] = NAN;
}

static void
know_days(struct load *load, struct load_store *store)
{
    double usual[PROFILE_WEEK][PROFILE_HOURS];
    usual_hours(store, usual);
    profile_learn(&store->profile, usual);
    store->open = arena_array(load->arena, (size_t)(store->n + store->ahead), sizeof(double));
    store->idle = arena_array(load->arena, (size_t)store->n + 1, sizeof(bool));
    for (int t = 0; t < store->n + store->ahead; t++) {
        store->open[t] = open_part(store, usual, store->first + t);
        if (t < store->n && store->y[t] > 0)
            store->open[t] = store->open[t] > 0 ? fmax(store->open[t], OPEN_LEAST) : 1;
    }
    forget_end(store);
    for (int t = 0; t < store->n; t++)
        store->idle[t] = is_idle(store, t);
    for (int t = 0; t < store->n; t++) {
        if (store->open[t] <= 0 || store->idle[t])
            store->y[t] = NAN;
        store->known += !isnan(store->y[t]);
    }
}

/* ---- features --------------------------------------------------------------------------------- */

static void
read_campaign(struct load *load, struct load_store *store, const struct db_stmt *stmt)
{
    (void)store;
    load->campaigns = arena_more(load->arena, load->campaigns, load->campaign_count,
                                 &load->campaign_room, sizeof *load->campaigns);
    load->campaigns[load->campaign_count++] =
        (struct load_span){db_get_int(stmt, 0), db_get_int(stmt, 1), db_get_int(stmt, 2)};
}

static bool
has_campaign(const struct load *load, const struct load_store *store, int64_t day)
{
    for (int i = 0; i < load->campaign_count; i++) {
        const struct load_span *span = &load->campaigns[i];
        if ((span->store_id == 0 || span->store_id == store->id) && day >= span->from &&
            day <= span->to)
            return true;
    }
    return false;
}

static void
know_features(struct load *load, struct load_store *store)
{
    size_t count = (size_t)load->features.count;
    store->x = arena_array(load->arena, (size_t)(store->n + store->ahead) * count, sizeof(double));
    for (int t = 0; t < store->n + store->ahead; t++)
        features_of(&load->features, store->first + t, has_campaign(load, store, store->first + t),
                    store->x + (size_t)t * count);
}

/* ---- all of it -------------------------------------------------------------------------------- */

static int
read_hours(struct load *load, struct load_store *store, struct err *err)
{
    const struct busy_window window = {
        .store_id = store->id, .from_day = load->until - HISTORY_DAYS, .to_day = load->to};
    if (busy_load_hours(&store->hours, load->db, load->arena, &window, err) < 0)
        return -1;
    store->has_hours = store->hours.has_hours;
    if (!store->has_hours) {
        memcpy(store->hours.opens, load->pack.hours.opens, sizeof store->hours.opens);
        memcpy(store->hours.closes, load->pack.hours.closes, sizeof store->hours.closes);
        store->hours.has_hours = true;
    }
    return 0;
}

static int
read_store(struct load *load, struct load_store *store, struct err *err)
{
    struct db_value values[] = {db_int(store->id), db_int(load->until - HISTORY_DAYS),
                                db_int(load->until)};
    store->first = load->until;
    store->ahead = (int)(load->to - load->until);
    if (read_hours(load, store, err) < 0 ||
        read_rows(load, store, SQL_LOAD_DAYS, values, 3, read_day, err) < 0)
        return -1;
    values[1] = db_int(load->until - load->pack.profile_days);
    if (read_rows(load, store, SQL_LOAD_QUARTERS, values, 3, read_quarter, err) < 0)
        return -1;
    values[1] = db_int(load->until);
    values[2] = db_int(load->to);
    if (load->now)
        store->booked = arena_array(load->arena, (size_t)store->ahead + 1, sizeof(double));
    if (load->now && read_rows(load, store, SQL_LOAD_BOOKED, values, 3, read_booked, err) < 0)
        return -1;
    know_days(load, store);
    know_features(load, store);
    return 0;
}

static void
read_one(struct load *load, struct load_store *store, const struct db_stmt *stmt)
{
    (void)store;
    load->stores =
        arena_more(load->arena, load->stores, load->count, &load->room, sizeof *load->stores);
    load->stores[load->count++] =
        (struct load_store){.id = db_get_int(stmt, 0), .code = db_keep_text(stmt, 1, load->arena)};
}

int
load_read(struct load *load, struct db *db, struct arena *arena, const struct packs *packs,
          const struct load_when *when, struct err *err)
{
    const struct db_value window[] = {db_int(when->until - HISTORY_DAYS), db_int(when->to)};
    *load = (struct load){
        .db = db, .arena = arena, .until = when->until, .to = when->to, .now = when->now};
    if (calendar_load(arena, packs, &load->calendar, err) < 0 ||
        load_pack_load(arena, packs, &load->pack, err) < 0)
        return -1;
    features_init(&load->features, &load->calendar);
    if (read_rows(load, NULL, SQL_LOAD_STORES, NULL, 0, read_one, err) < 0 ||
        read_rows(load, NULL, SQL_LOAD_CAMPAIGNS, window, 2, read_campaign, err) < 0)
        return -1;
    for (int i = 0; i < load->count; i++)
        if (read_store(load, &load->stores[i], err) < 0)
            return -1;
    return 0;
}

struct load_store *
load_store(const struct load *load, int64_t id)
{
    for (int i = 0; i < load->count; i++)
        if (load->stores[i].id == id)
            return &load->stores[i];
    return NULL;
}
