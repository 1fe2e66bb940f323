#include "kpi/job_people.h"

#include <stdlib.h>
#include <string.h>

/* ---- kept rows -------------------------------------------------------------------------------------- */

struct kept *
kept_new(struct arena *arena, bool days, bool values, bool latest)
{
    struct kept *kept = arena_alloc(arena, sizeof *kept);
    *kept = (struct kept){.days = days, .values = values, .latest = latest};
    return kept;
}

void
kept_release(struct kept *kept)
{
    if (!kept)
        return;
    free(kept->group);
    free(kept->who);
    free(kept->day);
    free(kept->value);
    free(kept->store);
    free(kept->of);
    free(kept->at);
    bits_release(&kept->bits);
    *kept = (struct kept){0};
}

int64_t
kept_add(struct kept *kept, int group, int64_t who)
{
    if (kept->count == kept->room) {
        kept->room = kept->room ? 2 * kept->room : 4096;
        size_t room = (size_t)kept->room;
        kept->group = mem_resize(kept->group, room * sizeof *kept->group);
        kept->who = mem_resize(kept->who, room * sizeof *kept->who);
        if (kept->days)
            kept->day = mem_resize(kept->day, room * sizeof *kept->day);
        if (kept->values)
            kept->value = mem_resize(kept->value, room * sizeof *kept->value);
        if (kept->latest) {
            kept->store = mem_resize(kept->store, room * sizeof *kept->store);
            kept->of = mem_resize(kept->of, room * sizeof *kept->of);
            kept->at = mem_resize(kept->at, room * sizeof *kept->at);
        }
    }
    kept->group[kept->count] = group;
    kept->who[kept->count] = (int32_t)who;
    if ((int32_t)who > kept->most)
        kept->most = (int32_t)who;
    return kept->count++;
}

/* The places of rows ordered by one of their numbers, which is below `keys`; rows of one stay in order.
 * starts[k] is where those of k begin; starts[keys] is the end. */
static int32_t *
order_by(const int32_t *number, int64_t count, int64_t keys, int64_t **starts)
{
    int64_t *start = mem_alloc((size_t)(keys + 2) * sizeof *start);
    int32_t *order = mem_alloc((size_t)(count + 1) * sizeof *order);
    memset(start, 0, (size_t)(keys + 2) * sizeof *start);
    for (int64_t i = 0; i < count; i++)
        start[number[i] + 2]++;
    for (int64_t k = 2; k < keys + 2; k++)
        start[k] += start[k - 1];
    for (int64_t i = 0; i < count; i++)
        order[start[number[i] + 1]++] = (int32_t)i;
    *starts = start;
    return order;
}

int32_t *
kept_order(const struct kept *kept, int64_t groups, int64_t **starts)
{
    return order_by(kept->group, kept->count, groups, starts);
}

/* ---- distinct --------------------------------------------------------------------------------------- */

void
kept_distinct(const struct kept *kept, struct groups *groups, int sum)
{
    int64_t *start, words = kept->most / 64 + 1;
    int32_t *order = order_by(kept->group, kept->count, groups->count, &start);
    uint64_t *bits = mem_alloc((size_t)words * sizeof *bits);
    memset(bits, 0, (size_t)words * sizeof *bits);
    for (int g = 0; g < groups->count; g++) {
        int64_t found = 0;
        for (int64_t i = start[g]; i < start[g + 1]; i++) {
            uint32_t who = (uint32_t)kept->who[order[i]];
            uint64_t bit = UINT64_C(1) << (who & 63);
            found += (bits[who >> 6] & bit) == 0;
            bits[who >> 6] |= bit;
        }
        for (int64_t i = start[g]; i < start[g + 1]; i++)
            bits[(uint32_t)kept->who[order[i]] >> 6] = 0;
        groups_sum(groups, g)[sum] += found;
    }
    free(bits);
    free(order);
    free(start);
}

/* ---- windows that trail ----------------------------------------------------------------------------- */

void
job_emit(const struct job *job, int local, int period, int sum, int64_t value)
{
    struct question *question = job->question;
    int64_t key[CUTS];
    if (!value)
        return;
    memcpy(key, groups_key(&job->local, local), (size_t)question->cut_count * sizeof *key);
    for (int i = 0; i < question->cut_count; i++)
        if (is_period(job->cuts[i].take))
            key[i] = period_of(job->cuts[i].take, question->periods[period].from);
    groups_sum(&question->groups, groups_find(&question->groups, key))[sum] += value;
}

struct ends
ends_of(const struct job *job)
{
    const struct question *question = job->question;
    struct window read = job_window(job);
    struct ends ends = {.from = read.from, .count = read.to - read.from + job->days + 1};
    int period = 0;
    ends.before = mem_alloc((size_t)ends.count * sizeof *ends.before);
    for (int64_t i = 0; i < ends.count; i++) {
        while (period < question->period_count && question->periods[period].to <= ends.from + i)
            period++;
        ends.before[i] = period;
    }
    return ends;
}

static void
add_changes(const struct job *job, const struct use *use, const int64_t *change, int group)
{
    int64_t running = 0;
    for (int p = 0; p < job->question->period_count; p++) {
        running += change[p];
        job_emit(job, group, p, use->sum, running);
    }
}

struct seen {
    int32_t who, day;
};

/* Rows by groups; those of one stay in order. */
static struct seen *
by_groups(const struct kept *kept, int64_t groups, int64_t **starts)
{
    int64_t *start = mem_alloc((size_t)(groups + 2) * sizeof *start);
    struct seen *rows = mem_alloc((size_t)(kept->count + 1) * sizeof *rows);
    memset(start, 0, (size_t)(groups + 2) * sizeof *start);
    for (int64_t i = 0; i < kept->count; i++)
        start[kept->group[i] + 2]++;
    for (int64_t k = 2; k < groups + 2; k++)
        start[k] += start[k - 1];
    for (int64_t i = 0; i < kept->count; i++)
        rows[start[kept->group[i] + 1]++] = (struct seen){kept->who[i], kept->day[i]};
    *starts = start;
    return rows;
}

/* A row counts in the windows that end behind its day, at most `days` behind; of a client only until the
 * next row takes over. */
static void
trail_clients(const struct job *job, const struct ends *ends, const struct seen *rows,
              int64_t count, int32_t *last, int64_t *change)
{
    const int32_t *before = ends->before - ends->from;
    for (int64_t i = 0; i < count; i++) {
        int32_t day = rows[i].day, *latest = &last[rows[i].who];
        if (*latest != day) {
            int64_t end = *latest >= 0 ? *latest + job->days : -1;
            if (day < end) { /* the one before ends where this begins */
                change[before[end]]++;
            } else {
                change[before[day]]++;
            }
            change[before[day + job->days]]--;
        }
        *latest = day;
    }
    for (int64_t i = 0; i < count; i++)
        last[rows[i].who] = -1;
}

static void
trail_sums(const struct kept *kept, const struct job *job, const struct use *use,
           const struct ends *ends)
{
    int64_t width = job->question->period_count + 1, *change;
    size_t size = (size_t)(width * (job->local.count + 1)) * sizeof *change;
    change = mem_alloc(size);
    memset(change, 0, size);
    for (int64_t i = 0; i < kept->count; i++) {
        int64_t *of = change + width * kept->group[i];
        of[ends->before[kept->day[i] - ends->from]] += kept->value[i];
        of[ends->before[kept->day[i] + job->days - ends->from]] -= kept->value[i];
    }
    for (int g = 0; g < job->local.count; g++)
        add_changes(job, use, change + width * g, g);
    free(change);
}

void
kept_trailing(const struct kept *kept, const struct job *job, const struct use *use)
{
    struct ends ends = ends_of(job);
    int64_t *start, periods = job->question->period_count;
    if (use->measure->kind != MEASURE_DISTINCT) {
        trail_sums(kept, job, use, &ends);
        free(ends.before);
        return;
    }
    struct seen *rows = by_groups(kept, job->local.count, &start);
    int32_t *last = mem_alloc(((size_t)kept->most + 1) * sizeof *last);
    int64_t *change = mem_alloc(((size_t)periods + 1) * sizeof *change);
    memset(last, 0xff, ((size_t)kept->most + 1) * sizeof *last);
    for (int g = 0; g < job->local.count; g++) {
        memset(change, 0, ((size_t)periods + 1) * sizeof *change);
        trail_clients(job, &ends, rows + start[g], start[g + 1] - start[g], last, change);
        add_changes(job, use, change, g);
    }
    free(ends.before);
    free(change);
    free(last);
    free(rows);
    free(start);
}

/* ---- latest ----------------------------------------------------------------------------------------- */

struct latest {
    int64_t store, of, at, place, value;
    int32_t group;
};

static int
by_thing(const void *a, const void *b)
{
    const struct latest *one = a, *other = b;
    const int64_t left[] = {one->store, one->of, one->at, one->place};
    const int64_t right[] = {other->store, other->of, other->at, other->place};
    for (int i = 0; i < 4; i++)
        if (left[i] != right[i])
            return left[i] < right[i] ? -1 : 1;
    return 0;
}

void
kept_latest(struct kept *kept, struct groups *groups, int sum)
{
    struct latest *all = mem_alloc((size_t)(kept->count + 1) * sizeof *all);
    for (int64_t i = 0; i < kept->count; i++)
        all[i] = (struct latest){kept->store[i], kept->of[i],   kept->at[i], i,
                                 kept->value[i], kept->group[i]};
    qsort(all, (size_t)kept->count, sizeof *all, by_thing);
    for (int64_t i = 0; i < kept->count; i++)
        if (i + 1 == kept->count || all[i].of == 0 || all[i].store != all[i + 1].store ||
            all[i].of != all[i + 1].of)
            groups_sum(groups, all[i].group)[sum] += all[i].value;
    free(all);
}

/* ---- who came back ---------------------------------------------------------------------------------- */

struct person { /* rows of one client, day after day */
    const struct kept *kept;
    const int32_t *order;
    int64_t count;
};

static int32_t
day_at(const struct person *person, int64_t i)
{
    return person->kept->day[person->order[i]];
}

/* The first row on or after a day. */
static int64_t
first_from(const struct person *person, int64_t from, int64_t day)
{
    while (from < person->count && day_at(person, from) < day)
        from++;
    return from;
}

/* The last row in the days before the window says where the client belongs. */
static void
returned(const struct person *person, const struct job *job, int base, int back)
{
    const struct question *question = job->question;
    int64_t at = 0;
    for (int p = 0; p < question->period_count; p++) {
        const struct window *window = &question->periods[p];
        at = first_from(person, at, window->from);
        if (!at || day_at(person, at - 1) < window->from - job->days)
            continue;
        int64_t row = person->order[at - 1];
        if (!person->kept->value[row])
            continue;
        if (base >= 0)
            job_emit(job, person->kept->group[row], p, base, 1);
        if (back >= 0 && at < person->count && day_at(person, at) < window->to)
            job_emit(job, person->kept->group[row], p, back, 1);
    }
}

/* In each group of the window once, if they come again after it. */
static void
stayed(const struct person *person, const struct job *job, int base, int back)
{
    const struct question *question = job->question;
    int64_t begin = 0;
    for (int p = 0; p < question->period_count; p++) {
        const struct window *window = &question->periods[p];
        begin = first_from(person, begin, window->from);
        int64_t end = first_from(person, begin, window->to);
        bool again = end < person->count && day_at(person, end) < window->to + job->days;
        for (int64_t i = begin; i < end; i++) {
            int32_t group = person->kept->group[person->order[i]];
            bool seen = !person->kept->value[person->order[i]];
            for (int64_t k = begin; k < i && !seen; k++)
                seen = person->kept->value[person->order[k]] &&
                       person->kept->group[person->order[k]] == group;
            if (seen)
                continue;
            if (base >= 0)
                job_emit(job, group, p, base, 1);
            if (again && back >= 0)
                job_emit(job, group, p, back, 1);
        }
    }
}

static int
period_at(const struct question *question, int64_t day)
{
    int low = 0, high = question->period_count - 1;
    while (low < high) {
        int middle = (low + high) / 2;
        if (question->periods[middle].to <= day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Where the marked row is. */
static void
came_again(const struct person *person, const struct job *job, int base, int back)
{
    const struct window *window = &job->question->window;
    (void)base;
    for (int64_t i = 0; i < person->count; i++) {
        int64_t day = day_at(person, i), next = first_from(person, i, day + 1);
        int32_t row = person->order[i];
        if (person->kept->value[row] && day >= window->from && day < window->to &&
            next < person->count && day_at(person, next) <= day + job->days)
            job_emit(job, person->kept->group[row], period_at(job->question, day), back, 1);
    }
}

void
kept_people(const struct kept *kept, const struct job *job, enum people_way way, int base, int back)
{
    static void (*const ways[])(const struct person *, const struct job *, int, int) = {
        [PEOPLE_RETURNED] = returned, [PEOPLE_STAYED] = stayed, [PEOPLE_SECOND] = came_again};
    int64_t *start;
    int32_t *order = order_by(kept->who, kept->count, (int64_t)kept->most + 1, &start);
    for (int64_t who = 0; who <= kept->most; who++) {
        struct person person = {kept, order + start[who], start[who + 1] - start[who]};
        if (person.count)
            ways[way](&person, job, base, back);
    }
    free(order);
    free(start);
}
