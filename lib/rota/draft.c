/* A roster is made: part by part, then as cells of people and days. */
#include "rota/draft.h"

#include <stdlib.h>
#include <string.h>

#include "planner/ground.h"

/* ---- rules that leave no line ---------------------------------------------------------------- */

/* Whether the person has any line at all. */
static bool
has_line(const struct roster_problem *problem, int number, struct arena *arena)
{
    const struct roster_options once = {.iterations = 1, .seed = 1, .threads = 1};
    struct roster_problem alone;
    struct roster_result result;
    struct err err = {0};
    roster_problem_make(&alone, problem->days, 1, problem->shifts, 0, arena);
    alone.first_weekday = problem->first_weekday;
    memcpy(alone.shift, problem->shift, (size_t)problem->shifts * sizeof *alone.shift);
    alone.person[0] = problem->person[number];
    memcpy(alone.allowed, roster_allowed(problem, number, 0),
           (size_t)problem->days * sizeof *alone.allowed);
    return roster_solve(&alone, &once, &result, arena, &err) == 0;
}

/* What is left out for a person, one thing after the other, until there is a line. */
static bool
repair(struct rota_model *model, struct rota_part *part, int number)
{
    struct roster_person *person = &part->problem.person[number];
    int all = part->problem.days * 1440;
    for (int step = 0; step < 5; step++) {
        const char *words;
        if (step == 0) {
            person->min_minutes = 0;
            words = _("no days keep month_hours_min with the other rules: planned without it");
        } else if (step == 1) {
            person->min_run = 1;
            words = _("no days keep run_days_min with the other rules: planned without it");
        } else if (step == 2) {
            person->min_off = 1;
            words = _("no days keep off_days_min with the other rules: planned without it");
        } else if (step == 3) {
            person->week_minutes = 0;
            person->max_minutes = all;
            words = _("locked days exceed the hours of the rules: planned without these");
        } else {
            person->max_run = part->problem.days;
            person->start = (struct roster_start){.run = 0};
            person->max_weekends = 0;
            for (int d = 0; d < part->problem.days; d++)
                person->max_weekends += roster_is_weekend(&part->problem, d);
            person->weekend_cost = NULL;
            person->limits = 0;
            words = _("locked days break the rules of runs or weekends: planned without these");
        }
        if (has_line(&part->problem, number, model->arena)) {
            rota_note(model, person->code, INT64_MIN, "%s", words);
            return true;
        }
    }
    return false;
}

static int
repair_all(struct rota_model *model, struct rota_part *part, struct err *err)
{
    bool repaired = false;
    for (int w = 0; w < part->problem.people; w++)
        if (!has_line(&part->problem, w, model->arena))
            repaired = repair(model, part, w) || repaired;
    if (!repaired)
        return -1;
    err_clear(err);
    return 0;
}

/* ---- solving --------------------------------------------------------------------------------- */

int
rota_solve(struct rota_model *model, struct rota_part *part, const struct roster_options *options,
           struct roster_result *result, struct err *err)
{
    if (part->problem.people == 0) {
        *result = (struct roster_result){.objective = 0};
        for (int i = 0; i < part->problem.demands; i++)
            result->objective +=
                (int64_t)part->problem.demand[i].need * part->problem.demand[i].under;
        result->bound = result->objective;
        return 0;
    }
    if (roster_solve(&part->problem, options, result, model->arena, err) == 0)
        return 0;
    if (err->kind != ERR_DATA || repair_all(model, part, err) < 0)
        return -1;
    return roster_solve(&part->problem, options, result, model->arena, err);
}

static double
size_of(const struct rota_part *part)
{
    return (double)part->problem.people * part->problem.days * (part->problem.shifts + 1);
}

/* The parts, the smallest first. */
static int *
by_size(const struct rota_model *model)
{
    int *order = arena_array(model->arena, (size_t)model->count + 1, sizeof *order);
    for (int i = 0; i < model->count; i++) {
        int at = i;
        while (at > 0 && size_of(&model->parts[order[at - 1]]) > size_of(&model->parts[i])) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
    }
    return order;
}

/* Each part its share of the time; what the small ones leave goes to the large ones. */
static int
solve_once(struct rota_draft *draft, const struct roster_options *options, struct err *err)
{
    struct rota_model *model = draft->model;
    const int *order = by_size(model);
    double left = options->seconds, size = 0;
    for (int i = 0; i < model->count; i++)
        size += size_of(&model->parts[i]);
    for (int i = 0; i < model->count; i++) {
        struct rota_part *part = &model->parts[order[i]];
        struct roster_result *made = &draft->made[order[i]];
        struct roster_options mine = *options;
        double share = size_of(part) / (size > 0 ? size : 1);
        mine.seconds = options->seconds > 0 ? left * share : 0;
        mine.seconds = options->seconds > 0 && mine.seconds < 0.01 ? 0.01 : mine.seconds;
        if (rota_solve(model, part, &mine, made, err) < 0)
            return -1;
        left -= made->seconds;
        size -= size_of(part);
    }
    return 0;
}

static bool
is_open(const struct rota_draft *draft, int number)
{
    const struct roster_result *made = &draft->made[number];
    return draft->model->parts[number].problem.people > 0 && made->bound < made->objective;
}

/* A part that is not proven is gone on with, for so long. */
static int
solve_again(struct rota_draft *draft, int number, const struct roster_options *options,
            double seconds, struct err *err)
{
    struct roster_options mine = *options;
    struct roster_result *made = &draft->made[number], better;
    mine.seconds = seconds;
    mine.start = made->cells;
    if (rota_solve(draft->model, &draft->model->parts[number], &mine, &better, err) < 0)
        return -1;
    int64_t bound = better.bound > made->bound ? better.bound : made->bound;
    if (better.objective < made->objective)
        *made = better;
    made->bound = bound;
    return 0;
}

/* The time that is left goes to what is not proven, the same to each. */
static int
solve_parts(struct rota_draft *draft, const struct roster_options *options, struct err *err)
{
    int count = draft->model->count;
    double spent = 0, left;
    if (solve_once(draft, options, err) < 0)
        return -1;
    for (int i = 0; i < count; i++)
        spent += draft->made[i].seconds;
    left = options->seconds - spent;
    for (int i = 0, open = 0; i < count && options->seconds > 0 && left > 0.1; i++) {
        open = 0;
        for (int k = i; k < count; k++)
            open += is_open(draft, k);
        if (!is_open(draft, i) || (options->stop && atomic_load(options->stop)))
            continue;
        double before = clock_now();
        if (solve_again(draft, i, options, left / open, err) < 0)
            return -1;
        left -= clock_now() - before;
    }
    for (int i = 0; i < count; i++) {
        draft->objective += draft->made[i].objective;
        draft->bound += draft->made[i].bound > 0 ? draft->made[i].bound : 0;
    }
    return 0;
}

/* ---- what is missing ------------------------------------------------------------------------- */

/* The time behind the last one, with as many missing, is the same shortage. */
static bool
goes_on(const struct rota_short *last, const struct rota_short *lack)
{
    return last->part == lack->part && last->store == lack->store && last->day == lack->day &&
           last->skill == lack->skill && !last->named && !lack->named && last->to == lack->from &&
           last->wanted == lack->wanted && last->there == lack->there;
}

static void
add_short(struct rota_draft *draft, const struct rota_short *lack)
{
    draft->short_minutes += (int64_t)(lack->wanted - lack->there) * (lack->to - lack->from);
    if (draft->short_count && goes_on(&draft->shorts[draft->short_count - 1], lack)) {
        draft->shorts[draft->short_count - 1].to = lack->to;
        return;
    }
    draft->shorts = arena_more(draft->model->arena, draft->shorts, draft->short_count,
                               &draft->short_room, sizeof *draft->shorts);
    draft->shorts[draft->short_count++] = *lack;
}

/* Who is wanted by name and is not there. */
static void
add_named(struct rota_draft *draft, const struct rota_part *part, int number,
          const roster_cell *cells)
{
    const struct rota_facts *facts = draft->model->facts;
    const struct rota_worker *worker = &part->workers[number];
    for (int i = 0; i < facts->head_count; i++) {
        const struct rota_head *head = &facts->heads[i];
        if (head->staff_id != worker->person->id || head->heads == 0 || head->day < part->first ||
            strcmp(head->role, part->role->name) != 0)
            continue;
        int choice = cells[(long)number * part->problem.days + (head->day - part->first)];
        const struct rota_choice *there =
            choice < part->problem.shifts ? &part->choices[choice] : NULL;
        if (!there || there->store->id != head->store_id || there->from > head->from ||
            there->to < head->to)
            add_short(draft, &(struct rota_short){.part = part,
                                                  .store = rota_store(facts, head->store_id),
                                                  .day = head->day,
                                                  .from = head->from,
                                                  .to = head->to,
                                                  .named = worker->person->code,
                                                  .wanted = 1});
    }
}

void
rota_shorts(struct rota_draft *draft, const struct rota_part *part, const roster_cell *cells)
{
    const struct roster_problem *problem = &part->problem;
    for (int i = 0; i < problem->demands; i++) {
        const struct roster_demand *demand = &problem->demand[i];
        const struct rota_want *want = &part->wants[i];
        int there = 0;
        for (int w = 0; w < problem->people; w++)
            there += (int)(demand->shifts >> cells[(long)w * problem->days + demand->day] & 1);
        if (there < demand->need)
            add_short(draft, &(struct rota_short){.part = part,
                                                  .store = want->store,
                                                  .day = part->first + demand->day,
                                                  .from = want->from,
                                                  .to = want->to,
                                                  .skill = want->skill,
                                                  .wanted = demand->need,
                                                  .there = there});
    }
    for (int w = 0; w < problem->people; w++)
        add_named(draft, part, w, cells);
}

/* ---- cells ----------------------------------------------------------------------------------- */

/* As the roster had it, if that is what was worked. */
static struct rota_cell
worked_cell(const struct rota_draft *draft, const struct rota_worker *worker, int64_t day)
{
    const struct rota_facts *facts = draft->model->facts;
    const struct rota_cell *before = rota_cell(draft->model, worker->person->id, day);
    struct rota_cell cell = {.staff_id = worker->person->id, .day = day, .what = "off"};
    if (rota_day_off(facts, worker->person, day))
        cell.what = "leave";
    for (int i = 0; i < worker->person->worked.count; i++) {
        const struct rota_spell *worked = &worker->person->worked.items[i];
        if (worked->day != day || !rota_store(facts, worked->store_id))
            continue;
        cell.what = "work";
        cell.at_id = worked->store_id;
        cell.starts_at = worked->from;
        cell.ends_at = worked->to;
        cell.minutes = (int)((worked->to - worked->from) / 60);
        cell.role = worker->post->word;
        cell.locked = true;
        if (before && before->at_id == cell.at_id && before->starts_at == cell.starts_at &&
            before->ends_at == cell.ends_at)
            cell = *before;
        break;
    }
    return cell;
}

static struct rota_cell
planned_cell(const struct rota_draft *draft, const struct rota_part *part, int number, int64_t day,
             int choice)
{
    const struct rota_worker *worker = &part->workers[number];
    const struct rota_cell *before = rota_cell(draft->model, worker->person->id, day);
    struct rota_cell cell = {.staff_id = worker->person->id, .day = day, .what = "off"};
    cell.locked = before && before->locked;
    if (choice == part->problem.shifts) {
        if (rota_day_off(draft->model->facts, worker->person, day))
            cell.what = "leave";
        return cell;
    }
    const struct rota_choice *one = &part->choices[choice];
    cell.what = "work";
    cell.shift = one->shift;
    cell.at_id = one->store->id;
    cell.role = part->role->name;
    cell.starts_at = zone_moment(one->store->hours.zone, day, one->from * 60);
    cell.ends_at = zone_moment(one->store->hours.zone, day, one->to * 60);
    cell.minutes = one->paid;
    return cell;
}

static int
by_person(const void *a, const void *b)
{
    const struct rota_cell *one = a, *other = b;
    if (one->staff_id != other->staff_id)
        return one->staff_id < other->staff_id ? -1 : 1;
    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    return strcmp(other->what, one->what); /* work before off before leave */
}

/* A person with two posts has two lines: what is worked counts. */
static void
make_cells(struct rota_draft *draft)
{
    const struct rota_facts *facts = draft->model->facts;
    int64_t days = facts->to_on - facts->from_on, lines = 0;
    for (int i = 0; i < draft->model->count; i++)
        lines += draft->model->parts[i].problem.people;
    draft->cells =
        arena_array(draft->model->arena, (size_t)(lines * days) + 1, sizeof *draft->cells);
    int count = 0;
    for (int i = 0; i < draft->model->count; i++) {
        const struct rota_part *part = &draft->model->parts[i];
        for (int w = 0; w < part->problem.people; w++)
            for (int64_t day = facts->from_on; day < facts->to_on; day++)
                draft->cells[count++] =
                    day < part->first
                        ? worked_cell(draft, &part->workers[w], day)
                        : planned_cell(draft, part, w, day,
                                       draft->made[i].cells[(long)w * part->problem.days +
                                                            (day - part->first)]);
    }
    qsort(draft->cells, (size_t)count, sizeof *draft->cells, by_person);
    for (int i = 0; i < count; i++) {
        const struct rota_cell *last =
            draft->cell_count ? &draft->cells[draft->cell_count - 1] : NULL;
        if (!last || last->staff_id != draft->cells[i].staff_id || last->day != draft->cells[i].day)
            draft->cells[draft->cell_count++] = draft->cells[i];
    }
}

void
rota_draft_finish(struct rota_draft *draft)
{
    for (int i = 0; i < draft->model->count; i++)
        rota_shorts(draft, &draft->model->parts[i], draft->made[i].cells);
    make_cells(draft);
}

void
rota_draft_as_is(struct rota_draft *draft, struct rota_model *model)
{
    *draft = (struct rota_draft){.model = model};
    draft->made = arena_array(model->arena, (size_t)model->count + 1, sizeof *draft->made);
    for (int i = 0; i < model->count; i++)
        draft->made[i].cells =
            rota_choices_of(model, &model->parts[i], model->cells, model->cell_count);
    rota_draft_finish(draft);
}

int
rota_draft_make(struct rota_draft *draft, struct rota_model *model,
                const struct roster_options *options, struct err *err)
{
    *draft = (struct rota_draft){.model = model};
    draft->made = arena_array(model->arena, (size_t)model->count + 1, sizeof *draft->made);
    if (solve_parts(draft, options, err) < 0)
        return -1;
    rota_draft_finish(draft);
    return 0;
}
