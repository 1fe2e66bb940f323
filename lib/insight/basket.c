#include "insight/basket.h"

#include <stdlib.h>
#include <string.h>

#include "base/wilson.h"
#include "db/sql.h"
#include "insight/flow.h"

enum { TICKET_MOST = 64, MILLION = 1000000 }; /* projects of a ticket; more are left out */

struct known_project {
    int64_t id;
    const char *code;
};

struct counting {
    const struct basket_query *query;
    struct known_project *projects;
    int count, room;
    int64_t *together; /* count × count; the diagonal is each by itself */
    int64_t tickets;
    /* the ticket that is open */
    int64_t store_id, day;
    int32_t client;
    int projects_of[TICKET_MOST], used;
};

static int
read_projects(struct counting *counting, struct err *err)
{
    struct arena *arena = counting->query->arena;
    struct db_stmt *stmt = NULL;
    int more = sql_open(counting->query->db, &stmt, SQL_INSIGHT_PROJECTS, NULL, 0, err);
    while (more == 0 && (more = db_step(stmt, err)) == 1) {
        counting->projects = arena_more(arena, counting->projects, counting->count, &counting->room,
                                        sizeof *counting->projects);
        counting->projects[counting->count++] =
            (struct known_project){db_get_int(stmt, 0), db_keep_text(stmt, 1, arena)};
        more = 0;
    }
    db_finish(stmt);
    size_t count = (size_t)counting->count;
    counting->together = arena_array(arena, count * count, sizeof *counting->together);
    return more;
}

static int
by_id(const void *a, const void *b)
{
    const struct known_project *one = a, *other = b;
    return (one->id > other->id) - (one->id < other->id);
}

static void
close_ticket(struct counting *counting)
{
    counting->tickets += counting->used > 0;
    for (int i = 0; i < counting->used; i++)
        for (int j = 0; j < counting->used; j++)
            counting
                ->together[counting->projects_of[i] * counting->count + counting->projects_of[j]]++;
    counting->used = 0;
}

static int
take_row(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    const struct known_project key = {.id = row->value[0]};
    (void)err;
    if (row->client != counting->client || row->day != counting->day ||
        row->store_id != counting->store_id) {
        close_ticket(counting);
        counting->client = row->client;
        counting->day = row->day;
        counting->store_id = row->store_id;
    }
    const struct known_project *found =
        counting->count
            ? bsearch(&key, counting->projects, (size_t)counting->count, sizeof key, by_id)
            : NULL;
    if (!found || (!counting->query->treated && row->value[1] <= 0))
        return 0;
    int place = (int)(found - counting->projects);
    for (int i = 0; i < counting->used; i++)
        if (counting->projects_of[i] == place)
            return 0;
    if (counting->used < TICKET_MOST)
        counting->projects_of[counting->used++] = place;
    return 0;
}

/* Millionths. */
static int64_t
lift_of(double confidence, const struct basket_pair *pair)
{
    return (int64_t)(confidence * (double)pair->tickets / (double)pair->with_partner * MILLION +
                     0.5);
}

static struct basket_pair
make_pair(const struct counting *counting, int one, int other)
{
    const struct known_project *projects = counting->projects;
    int64_t count = counting->count;
    struct basket_pair pair = {.project = projects[one].code,
                               .partner = projects[other].code,
                               .project_id = projects[one].id,
                               .partner_id = projects[other].id,
                               .tickets = counting->tickets,
                               .with_project = counting->together[one * count + one],
                               .with_partner = counting->together[other * count + other],
                               .both = counting->together[one * count + other]};
    struct interval interval = wilson_95(pair.both, pair.with_project);
    pair.low = interval.low;
    pair.high = interval.high;
    pair.lift = lift_of((double)pair.both / (double)pair.with_project, &pair);
    pair.lift_low = lift_of((double)interval.low / MILLION, &pair);
    pair.significant = pair.both >= counting->query->least && pair.lift_low > MILLION;
    return pair;
}

static int
by_project(const void *a, const void *b)
{
    const struct basket_pair *one = a, *other = b;
    int order = strcmp(one->project, other->project);
    if (order == 0)
        order = other->significant - one->significant;
    if (order == 0)
        order = (other->lift > one->lift) - (other->lift < one->lift);
    return order ? order : strcmp(one->partner, other->partner);
}

static void
make_pairs(struct counting *counting, struct basket_pair **pairs, int *count)
{
    int room = 0;
    *pairs = NULL;
    *count = 0;
    for (int one = 0; one < counting->count; one++)
        for (int other = 0; other < counting->count; other++) {
            if (one == other || !counting->together[one * counting->count + other])
                continue;
            *pairs = arena_more(counting->query->arena, *pairs, *count, &room, sizeof **pairs);
            (*pairs)[(*count)++] = make_pair(counting, one, other);
        }
    if (*count > 1)
        qsort(*pairs, (size_t)*count, sizeof **pairs, by_project);
}

int
basket_count(const struct basket_query *query, struct basket_pair **pairs, int *count,
             struct err *err)
{
    struct counting counting = {.query = query};
    const struct flow flow = {query->db,
                              query->arena,
                              query->treated ? "treatment" : "sale",
                              {"project", query->treated ? "recognised_fen" : "amount_fen"},
                              query->from,
                              query->to,
                              query->store_id};
    if (read_projects(&counting, err) < 0 || flow_each(&flow, take_row, &counting, err) < 0)
        return -1;
    close_ticket(&counting);
    make_pairs(&counting, pairs, count);
    return 0;
}
