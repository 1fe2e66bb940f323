/* What follows a treatment: calls by the ladder, and now and then a complaint. */
#include <string.h>

#include "maker.h"

enum { COMPLAINED = 20 * 3600 }; /* after work */

struct step {
    const char *name;
    int days;
};
static const struct step steps[] = {{"24h", 1}, {"7d", 7}, {"30d", 30}, {"60d", 60}};

/* How many steps of the ladder a treatment has. */
static int
step_count(const struct project *project)
{
    if (project->department == DEPT_SURGERY)
        return 4;
    return project->doctor ? 3 : 1;
}

struct place {
    const struct story *story;
    const struct treatment *treatment;
    int number; /* of the treatment, today */
};

static void
followup_result(struct sheet *sheet, struct rng *rng, const struct story *story, int64_t due,
                int64_t last_day, int nurse)
{
    static const char *const statuses[] = {"done", "unreachable", "missed"};
    static const int weights[] = {80, 12, 8}, delays[] = {78, 12, 6, 4},
                     scores[] = {2, 3, 10, 35, 50};
    static const char *const symptoms[] = {"红肿", "淤青", "疼痛", "结痂", "瘙痒"};
    int status = rng_pick(rng, weights, 3), score = 1 + rng_pick(rng, scores, 5);
    int64_t day = due + rng_pick(rng, delays, 4);
    bool pending = day > last_day, symptom = rng_chance(rng, 90);
    const char *said = symptoms[rng_below(rng, 5)];
    int second = rng_between(rng, 10 * 3600, 18 * 3600);
    if (pending || status == 2)
        sheet_none(sheet);
    else
        sheet_moment(sheet, day, second);
    sheet_text(sheet, pending ? "planned" : statuses[status]);
    sheet_staff(sheet, ROLE_NURSE, story->store->number, nurse);
    if (!pending && status == 0)
        sheet_int(sheet, score);
    else
        sheet_none(sheet);
    sheet_text(sheet, !pending && status == 0 && symptom ? said : "");
    sheet_none(sheet);
}

static void
followups_write(struct world *world, const struct place *place, struct rng *rng)
{
    struct sheet *sheet = world_sheet(world, SHEET_FOLLOWUPS);
    const struct story *story = place->story;
    int64_t last = world->end_day - 1;
    int nurse = 1 + (place->treatment->team >= 0 ? place->treatment->team : 0);
    for (int i = 0; i < step_count(&projects[place->treatment->project]); i++) {
        int64_t due = story->day + steps[i].days;
        int number = store_next(story->store, COUNT_FOLLOWUPS);
        sheet_text(sheet, story->store->code);
        sheet_code(sheet, "SF", story->day, number);
        sheet_code(sheet, "ZL", story->day, place->number);
        sheet_client(sheet, world, story->client);
        sheet_text(sheet, steps[i].name);
        sheet_moment(sheet, due, place->treatment->end * 60);
        followup_result(sheet, rng, story, due, last, nurse);
        sheet_row(sheet);
    }
}

static void
complaint_end(struct sheet *sheet, struct rng *rng, int64_t opened, int64_t last_day)
{
    int64_t closed = opened + rng_between(rng, 2, 25);
    int waited = rng_chance(rng, 900) ? rng_between(rng, 600, 20 * 3600)
                                      : rng_between(rng, 25 * 3600, 60 * 3600);
    int yuan = rng_chance(rng, 250) ? 100 * rng_between(rng, 2, 30) : 0;
    bool open = closed > last_day;
    sheet_moment(sheet, opened, COMPLAINED + waited);
    sheet_moment(sheet, closed, open ? -1 : 16 * 3600);
    sheet_text(sheet, open ? "investigating" : "closed");
    sheet_int(sheet, open ? 0 : (int64_t)yuan * 100);
    sheet_none(sheet);
}

static void
complaint_write(struct world *world, const struct place *place, struct rng *rng)
{
    static const char *const sources[] = {"到店", "电话", "微信", "平台差评"};
    static const char *const categories[] = {"效果未达预期", "术后不适", "服务态度",
                                             "等候时间",     "价格争议", "退款争议"};
    static const char *const severities[] = {"minor", "moderate", "severe"};
    static const int of_category[] = {34, 18, 16, 14, 11, 7}, of_severity[] = {70, 26, 4};
    struct sheet *sheet = world_sheet(world, SHEET_COMPLAINTS);
    const struct story *story = place->story;
    int64_t opened = story->day + rng_between(rng, 0, 21);
    if (opened >= world->end_day)
        opened = story->day;
    sheet_text(sheet, story->store->code);
    sheet_code(sheet, "TS", story->day, store_next(story->store, COUNT_COMPLAINTS));
    sheet_client(sheet, world, story->client);
    sheet_code(sheet, "DY", story->day, story->store->daily[COUNT_VISITS]);
    sheet_code(sheet, "ZL", story->day, place->number);
    sheet_moment(sheet, opened, COMPLAINED);
    sheet_text(sheet, sources[rng_below(rng, 4)]);
    sheet_text(sheet, categories[rng_pick(rng, of_category, 6)]);
    sheet_text(sheet, severities[rng_pick(rng, of_severity, 3)]);
    complaint_end(sheet, rng, opened, world->end_day - 1);
    sheet_row(sheet);
}

void
after_write(struct world *world, const struct story *story, const struct treatment *treatment,
            int number)
{
    struct place place = {story, treatment, number};
    struct rng rng;
    if (!world_sheet(world, SHEET_FOLLOWUPS)->file && !world_sheet(world, SHEET_COMPLAINTS)->file)
        return;
    rng_stream(&rng, world->options.seed, STREAM_AFTER,
               story->number * STORY_TREATMENTS + (uint64_t)(treatment - story->treatments));
    followups_write(world, &place, &rng);
    if (rng_chance(&rng, 6))
        complaint_write(world, &place, &rng);
}
