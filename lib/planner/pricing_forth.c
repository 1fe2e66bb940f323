#include "planner/pricing_private.h"

#include <string.h>

struct pass {
    struct pricer *pricer;
    const struct worker *worker;
    const struct price_question *question;
    double cutoff, allowance;
    int width;
    int *heads[2], *touched[2];
    int touched_count[2];
    int day;
    const int16_t *table; /* the machine's of that day */
    bool narrow;          /* runs out of nothing: it keeps few */
    bool full;
};

static int
new_label(struct pass *pass)
{
    struct pricer *pricer = pass->pricer;
    if (!pass->narrow && pricer->label_count >= pass->question->labels) {
        pass->full = true;
        return -1;
    }
    if (pricer->label_count == pricer->label_room) {
        pricer->label_room = pricer->label_room ? pricer->label_room * 2 : 4096;
        pricer->labels =
            mem_resize(pricer->labels, (size_t)pricer->label_room * sizeof *pricer->labels);
    }
    return pricer->label_count++;
}

static bool
dominates(const struct label *a, const struct label *b)
{
    return a->cost <= b->cost && counts_within(&a->counts, &b->counts);
}

/* Takes the dominated labels out of a bucket; false if the new one is dominated itself, or has no place. */
static bool
clear_bucket(struct pass *pass, int *head, const struct label *label)
{
    struct label *labels = pass->pricer->labels;
    int *link = head, held = 0, *worst = NULL;
    while (*link >= 0) {
        struct label *other = &labels[*link];
        if (dominates(other, label))
            return false;
        if (dominates(label, other)) {
            *link = other->next;
            continue;
        }
        if (!worst || other->cost > labels[*worst].cost)
            worst = link;
        held++;
        link = &other->next;
    }
    if (held < pass->width)
        return true;
    if (labels[*worst].cost <= label->cost)
        return false;
    *worst = labels[*worst].next;
    return true;
}

static void
put(struct pass *pass, const struct label *label)
{
    int side = (pass->day + 1) & 1;
    int *head = &pass->heads[side][label->bucket];
    if (*head < 0)
        pass->touched[side][pass->touched_count[side]++] = label->bucket;
    else if (!clear_bucket(pass, head, label))
        return;
    int at = new_label(pass);
    if (at < 0)
        return;
    int next = *head;
    pass->pricer->labels[at] = *label;
    pass->pricer->labels[at].next = next;
    pass->pricer->heads[(long)side * pass->pricer->bucket_room + label->bucket] = at;
}

/* Into a label's counts, cost and fine; false when a limit forbids it. */
static bool
count(const struct pass *pass, struct label *label, int choice)
{
    const struct worker *worker = pass->worker;
    label->fine += pass->pricer->fine_of[choice];
    for (int i = 0; i < COUNT_WORDS; i++) {
        uint64_t taken = label->counts.word[i] + worker->one[choice].word[i];
        uint64_t beyond = ~((worker->limit.word[i] | COUNT_HIGH) - taken) & COUNT_HIGH;
        if (beyond & worker->hard.word[i])
            return false;
        label->counts.word[i] = taken - (beyond >> 7);
        for (; beyond; beyond &= beyond - 1) {
            int lane = i * 8 + __builtin_ctzll(beyond) / 8;
            label->cost += worker->lane[lane]->fine;
            label->fine -= fines_of(pass->pricer, worker)[lane];
        }
    }
    return true;
}

/* One label by one choice. */
static void
extend(struct pass *pass, int from, int choice, int state, int units, int weekends)
{
    const struct worker *worker = pass->worker;
    int shifts = pass->pricer->shifts, width = row_width(worker);
    int next = worker_next(worker, pass->table, state, choice);
    if (next < 0)
        return;
    const struct label *label = &pass->pricer->labels[from];
    struct label longer = {.parent = from, .next = -1, .choice = (uint8_t)choice};
    longer.counts = label->counts;
    longer.fine = label->fine;
    longer.cost = label->cost + pass->question->price[(long)pass->day * (shifts + 1) + choice];
    if (choice < shifts) {
        units += worker->length[choice];
        weekends += weekend_step(worker, pass->day, state);
        if (units > worker->most || weekends > worker->weekends)
            return;
        if (!count(pass, &longer, choice))
            return;
    }
    int within = units * width + weekends;
    double rest = rest_of(pass->pricer, worker, pass->day + 1, next)[within];
    if (longer.cost + longer.fine + rest - pass->allowance >= pass->cutoff)
        return;
    longer.cost += pass->day + 1 == pass->pricer->days ? rest : 0; /* what its sums cost */
    longer.bucket = next * row_size(worker) + within;
    put(pass, &longer);
}

static void
extend_bucket(struct pass *pass, int bucket, uint64_t allowed)
{
    const struct worker *worker = pass->worker;
    int size = row_size(worker), width = row_width(worker);
    int state = bucket / size, units = bucket % size / width, weekends = bucket % width;
    for (int at = pass->heads[pass->day & 1][bucket]; at >= 0; at = pass->pricer->labels[at].next)
        for (uint64_t left = allowed; left && !pass->full; left &= left - 1)
            extend(pass, at, __builtin_ctzll(left), state, units, weekends);
}

static void
forget_day(struct pass *pass, int side)
{
    for (int i = 0; i < pass->touched_count[side]; i++)
        pass->heads[side][pass->touched[side][i]] = -1;
    pass->touched_count[side] = 0;
}

/* The cheapest of the last day's labels, in order. */
static int
best_labels(const struct pass *pass, int *best, int most)
{
    const struct label *labels = pass->pricer->labels;
    int side = pass->pricer->days & 1, count = 0;
    for (int i = 0; i < pass->touched_count[side]; i++)
        for (int at = pass->heads[side][pass->touched[side][i]]; at >= 0; at = labels[at].next) {
            if (labels[at].cost >= pass->cutoff)
                continue;
            int to = count < most ? count++ : most;
            for (; to > 0 && labels[best[to - 1]].cost > labels[at].cost; to--)
                if (to < most)
                    best[to] = best[to - 1];
            if (to < most)
                best[to] = at;
        }
    return count;
}

static void
trace(const struct pass *pass, struct price_answer *answer)
{
    int best[PRICE_LINES], days = pass->pricer->days;
    const struct label *labels = pass->pricer->labels;
    answer->count = best_labels(pass, best, pass->question->lines);
    for (int i = 0; i < answer->count; i++) {
        answer->line[i] = pass->pricer->lines + (long)i * days;
        answer->value[i] = labels[best[i]].cost;
        int at = best[i];
        for (int day = days - 1; day >= 0; day--) {
            answer->line[i][day] = labels[at].choice;
            at = labels[at].parent;
        }
    }
}

bool
price_forth(struct pricer *pricer, const struct worker *worker,
            const struct price_question *question, double cutoff, int width,
            struct price_answer *answer)
{
    struct pass pass = {.pricer = pricer, .worker = worker, .question = question};
    pass.cutoff = cutoff;
    pass.allowance = price_allowance(pricer, worker);
    pass.width = width;
    pass.narrow = width < INT32_MAX;
    for (int side = 0; side < 2; side++) {
        pass.heads[side] = pricer->heads + side * pricer->bucket_room;
        pass.touched[side] = pricer->touched + side * pricer->bucket_room;
    }
    pricer->label_count = 0;
    pass.day = -1; /* the eve goes to the side of day 0 */
    put(&pass, &(struct label){.parent = -1, .next = -1});
    for (pass.day = 0; pass.day < pricer->days && !pass.full; pass.day++) {
        uint64_t allowed = question->allowed[pass.day] & worker->may;
        pass.table = worker_table(worker, pass.day);
        int side = pass.day & 1;
        for (int i = 0; i < pass.touched_count[side]; i++)
            extend_bucket(&pass, pass.touched[side][i], allowed);
        forget_day(&pass, side);
    }
    answer->count = 0;
    if (!pass.full)
        trace(&pass, answer);
    forget_day(&pass, 0);
    forget_day(&pass, 1);
    return !pass.full;
}
