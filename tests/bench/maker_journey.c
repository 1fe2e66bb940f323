/* What happens in a visit, by the stage that the client is in, and when they come again. */
#include <string.h>

#include "maker.h"

enum { YUAN = 100 }; /* fen: what is paid is whole yuan */

static struct client *
story_client(struct world *world, const struct story *story)
{
    return &world->clients[story->client];
}

static bool
story_at_home(const struct client *client, const struct story *story)
{
    return client->order.store + 1 == story->store->number;
}

/* ---- coming again --------------------------------------------------------------------------- */

static void
come_again(struct world *world, struct story *story, int low, int high)
{
    queue_add(world, story->client, story->day + rng_between(&story->rng, low, high));
}

/* Nothing is open: again when the treatment wears off, for something else, or never. */
static void
rest(struct world *world, struct story *story, const struct project *project)
{
    int drawn = rng_between(&story->rng, 1, 100);
    story_client(world, story)->stage = STAGE_IDLE;
    if (project->cycle && drawn <= 62)
        come_again(world, story, project->cycle * 85 / 100, project->cycle * 130 / 100);
    else if (drawn <= 85)
        come_again(world, story, 20, 120);
}

/* ---- money ---------------------------------------------------------------------------------- */

static struct payment *
pay(struct story *story, struct order order, enum payment_kind kind, int project, int quantity,
    int64_t fen)
{
    struct payment *payment = &story->payments[story->payment_count++];
    *payment = (struct payment){kind, project, quantity, false, order, fen};
    return payment;
}

static struct order
order_open(const struct story *story)
{
    return (struct order){story->store->number - 1, (int32_t)story->day,
                          store_next(story->store, COUNT_ORDERS)};
}

static int64_t
bargain(struct story *story, struct quote quote, int sessions)
{
    static const int percents[] = {100, 95, 90}, weights[] = {60, 25, 15};
    int percent = percents[rng_pick(&story->rng, weights, 3)];
    int64_t fen = quote.fen * sessions * percent / 100;
    if (sessions >= 3)
        fen = fen * 85 / 100;
    fen -= fen % YUAN;
    return fen < quote.floor_fen * sessions ? quote.floor_fen * sessions : fen;
}

static int
sessions_draw(struct story *story, const struct project *project)
{
    if (project->sessions < 2 || rng_chance(&story->rng, 330))
        return 1;
    return project->sessions > 3 && rng_chance(&story->rng, 500) ? 3 : project->sessions;
}

/* ---- treatment ------------------------------------------------------------------------------ */

static void
treatment_add(struct story *story, int project, int start, int end, int team, int64_t fen)
{
    story->treatments[story->treatment_count++] =
        (struct treatment){project, start, end, team, fen};
    if (story->left < end * 60)
        story->left = end * 60;
}

/* A doctor for so long; now and then behind somebody who is waited for in vain. */
static bool
doctor_take(struct story *story, enum department department, int earliest, int minutes)
{
    struct store *store = story->store;
    int start;
    if (rng_chance(&story->rng, 45)) {
        story->missed_team =
            store_take_team(store, department, story->day, earliest, 30, &story->missed_start);
        if (story->missed_team < 0)
            story->missed_start = -1;
    }
    story->team = store_take_team(store, department, story->day, earliest, minutes, &start);
    if (story->team < 0)
        return false;
    story->slot_start = start;
    story->slot_end = start + minutes + (5 - minutes % 5) % 5;
    return true;
}

static void
session_done(struct world *world, struct story *story, const struct project *project)
{
    struct client *client = story_client(world, story);
    bool surgery = project->department == DEPT_SURGERY;
    if (--client->sessions) {
        client->stage = STAGE_SESSIONS;
        come_again(world, story, project->step - 3, project->step + 9);
    } else if (project->review && rng_chance(&story->rng, surgery ? 950 : 480)) {
        client->stage = STAGE_REVIEW;
        come_again(world, story, project->review - 1, project->review + 3);
    } else {
        rest(world, story, project);
    }
}

/* One session of what was paid for, if there is time; else another day. */
static bool
treat(struct world *world, struct story *story)
{
    struct client *client = story_client(world, story);
    const struct project *project = &projects[client->need];
    int earliest = story->left / 60 + rng_between(&story->rng, 5, project->doctor ? 30 : 10);
    int start = earliest, end = earliest + project->minutes;
    bool found = store_treats(story->store, project->department);
    if (found && project->doctor) {
        found = doctor_take(story, project->department, earliest, project->minutes);
        start = story->slot_start + rng_between(&story->rng, 0, 3);
        end = story->slot_end - rng_between(&story->rng, 0, 4);
    } else if (found) {
        found = end <= story->closing / 60 - 15;
    }
    if (!found) {
        client->stage = STAGE_SESSIONS;
        come_again(world, story, 1, 8);
        return false;
    }
    int64_t fen = client->open_fen / client->sessions;
    client->open_fen -= fen;
    client->treated_on = (int32_t)story->day;
    treatment_add(story, client->need, start, end, story->team, fen);
    session_done(world, story, project);
    return true;
}

/* A small thing on top: bought, in the same order if there is one today, or given. */
static void
treat_extra(struct world *world, struct story *story)
{
    const struct client *client = story_client(world, story);
    int extra = project_named(rng_chance(&story->rng, 500) ? "PF03" : "PF01");
    int start = story->left / 60 + 2, end = start + projects[extra].minutes;
    bool gift = rng_chance(&story->rng, 200);
    if (end > story->closing / 60 - 15 || extra == client->need)
        return;
    struct quote quote =
        price_quote(world, extra, story->store->number - 1, CHANNEL_NONE, story->day);
    bool joined = !gift && client->order.day == story->day && story_at_home(client, story);
    int64_t fen = gift ? 0 : quote.fen;
    pay(story, joined ? client->order : order_open(story), PAY_PAYMENT, extra, 1, fen)->gift = gift;
    treatment_add(story, extra, start, end, -1, fen);
}

/* ---- the stages ----------------------------------------------------------------------------- */

/* Buys what was talked about: a deposit, or all of it and mostly the first session at once. They
 * will come again to where they bought. */
static void
buy(struct world *world, struct story *story, struct quote quote)
{
    struct client *client = story_client(world, story);
    const struct project *project = &projects[client->need];
    bool surgery = project->department == DEPT_SURGERY;
    int sessions = sessions_draw(story, project);
    int64_t fen = bargain(story, quote, sessions);
    client->order = order_open(story);
    queue_move(world, story->client, story->store->number - 1);
    client->owed_fen = 0;
    client->sessions = (uint8_t)sessions;
    story->paid_at = story->left + 120;
    if (fen > 400000 && rng_chance(&story->rng, surgery ? 600 : 150)) {
        client->open_fen = 50000 * rng_between(&story->rng, 1, 4);
        client->owed_fen = fen - client->open_fen;
        client->stage = STAGE_DEPOSIT;
        pay(story, client->order, PAY_DEPOSIT, client->need, sessions, client->open_fen);
        come_again(world, story, 2, 14);
        return;
    }
    pay(story, client->order, PAY_PAYMENT, client->need, sessions, fen);
    client->open_fen = fen;
    if (rng_chance(&story->rng, surgery ? 300 : 880) && treat(world, story)) {
        if (rng_chance(&story->rng, 140))
            treat_extra(world, story);
    } else if (!story->treatment_count) {
        client->stage = STAGE_SESSIONS;
        come_again(world, story, 2, 12);
    }
}

static int
deal_permille(const struct client *client)
{
    if (client->stage == STAGE_IDLE)
        return 740;
    if (client->stage == STAGE_OPEN)
        return 450;
    return client->channel < channel_count ? channels[client->channel].deals : 350;
}

static void
not_sold(struct world *world, struct story *story)
{
    struct client *client = story_client(world, story);
    bool pending = rng_chance(&story->rng, 580);
    story->outcome = pending ? OUTCOME_PENDING : OUTCOME_LOST;
    client->stage = STAGE_OPEN;
    if (pending)
        come_again(world, story, 4, 45);
    else if (rng_chance(&story->rng, 300))
        come_again(world, story, 90, 240);
}

static bool
refused(struct world *world, struct story *story, const struct project *project)
{
    if (!project->doctor || !rng_chance(&story->rng, 22) ||
        !doctor_take(story, project->department, story->left / 60 + 2, 15))
        return false;
    story->outcome = OUTCOME_REFUSAL;
    story->left = story->slot_end * 60;
    story_client(world, story)->stage = STAGE_OPEN;
    come_again(world, story, 60, 200);
    return true;
}

/* Whether the last treatment has worn off, or there was none. */
static bool
need_due(const struct client *client, int64_t day)
{
    int cycle = projects[client->need].cycle;
    return !client->treated_on || (cycle && day - client->treated_on >= cycle * 7 / 10);
}

/* What an old client wants next: the same again if it is time, or something else. */
static void
need_renew(struct client *client, struct story *story)
{
    bool treats = store_treats(story->store, projects[client->need].department);
    bool due = need_due(client, story->day), same = rng_chance(&story->rng, 700);
    int before = client->need;
    if (treats && (client->stage != STAGE_IDLE || (due && same)))
        return;
    for (int i = 0; i < 5 && client->need == before; i++)
        client->need = (uint8_t)need_draw(story->store, &story->rng);
    if (client->need != before)
        client->treated_on = 0;
}

static void
consult(struct world *world, struct story *story)
{
    struct client *client = story_client(world, story);
    need_renew(client, story);
    const struct project *project = &projects[client->need];
    struct quote quote = price_quote(world, client->need, story->store->number - 1,
                                     story->first ? client->channel : CHANNEL_NONE, story->day);
    story->purpose = PURPOSE_CONSULT;
    story->project = client->need;
    story->consulted = true;
    story->left = story->seen + rng_between(&story->rng, 900, 2100);
    story->budget_fen = quote.fen * rng_between(&story->rng, 6, 16) / 10;
    story->budget_fen += 10000 - story->budget_fen % 10000;
    if (refused(world, story, project))
        return;
    if (!rng_chance(&story->rng, deal_permille(client))) {
        not_sold(world, story);
        return;
    }
    story->outcome = OUTCOME_DEAL;
    buy(world, story, quote);
}

static void
give_back(struct world *world, struct story *story)
{
    struct client *client = story_client(world, story);
    story->purpose = PURPOSE_PAYMENT;
    story->left = story->seen + rng_between(&story->rng, 600, 1500);
    story->paid_at = story->left - 60;
    pay(story, client->order, PAY_REFUND, client->need, client->sessions, -client->open_fen);
    client->open_fen = client->owed_fen = 0;
    client->sessions = 0;
    rest(world, story, &projects[client->need]);
}

/* A deposit was paid: the rest of it, and the treatment. */
static void
settle(struct world *world, struct story *story)
{
    struct client *client = story_client(world, story);
    if (rng_chance(&story->rng, 70)) {
        give_back(world, story);
        return;
    }
    story->left = story->seen + rng_between(&story->rng, 300, 900);
    story->paid_at = story->left - 60;
    pay(story, client->order, PAY_PAYMENT, client->need, client->sessions, client->owed_fen);
    client->open_fen += client->owed_fen;
    client->owed_fen = 0;
    story->purpose = treat(world, story) ? PURPOSE_TREATMENT : PURPOSE_PAYMENT;
}

static void
session(struct world *world, struct story *story)
{
    struct client *client = story_client(world, story);
    if (client->open_fen && story_at_home(client, story) && rng_chance(&story->rng, 12)) {
        give_back(world, story);
        return;
    }
    story->purpose = PURPOSE_TREATMENT;
    story->left = story->seen + rng_between(&story->rng, 240, 600);
    story->paid_at = story->left - 60;
    if (!treat(world, story))
        story->purpose = PURPOSE_OTHER;
    else if (rng_chance(&story->rng, 70))
        treat_extra(world, story);
}

static void
review(struct world *world, struct story *story)
{
    const struct project *project = &projects[story_client(world, story)->need];
    bool surgery = project->department == DEPT_SURGERY;
    story->purpose = surgery && rng_chance(&story->rng, 300) ? PURPOSE_FOLLOWUP : PURPOSE_REVIEW;
    story->left = story->seen + rng_between(&story->rng, 300, 900);
    if (project->doctor && rng_chance(&story->rng, 650) &&
        doctor_take(story, project->department, story->left / 60, 15))
        story->left = story->slot_end * 60;
    rest(world, story, project);
}

/* Not for what is open: that can only be had where it was bought. */
static void
drop_in(struct world *world, struct story *story)
{
    story->purpose = PURPOSE_OTHER;
    story->left = story->seen + rng_between(&story->rng, 300, 900);
    come_again(world, story, 3, 12);
}

static void
play_stage(struct world *world, struct story *story)
{
    struct client *client = story_client(world, story);
    story->project = client->need;
    if (client->stage == STAGE_SESSIONS &&
        store_treats(story->store, projects[client->need].department))
        session(world, story);
    else if (client->stage == STAGE_SESSIONS)
        drop_in(world, story);
    else if (client->stage == STAGE_DEPOSIT && story_at_home(client, story))
        settle(world, story);
    else if (client->stage == STAGE_DEPOSIT)
        drop_in(world, story);
    else if (client->stage == STAGE_REVIEW)
        review(world, story);
    else
        consult(world, story);
}

/* ---- the visit ------------------------------------------------------------------------------ */

static int
touch_draw(const struct client *client, struct story *story)
{
    int drawn = rng_between(&story->rng, 1, 100);
    int channel = client->channel < channel_count ? client->channel : -1;
    if (story->first || drawn <= 30)
        return channel;
    return drawn <= 65 ? 4 : -1; /* 4: 微信公众号 */
}

static int
consultant_draw(const struct client *client, struct story *story)
{
    const struct store *store = story->store;
    bool owner = client->store + 1 == store->number && rng_chance(&story->rng, 850);
    int place = (int)rng_below(&story->rng, (uint32_t)store->consultants);
    return store_consultant(store, owner ? client->owner : place, story->day);
}

static void
visit_void(struct world *world, struct story *story)
{
    story->purpose = PURPOSE_OTHER;
    story->seen = -1;
    story->left = story->arrived + rng_between(&story->rng, 300, 1500);
    come_again(world, story, 2, 20);
}

void
journey_play(struct world *world, struct story *story)
{
    static const int weights[] = {985, 2, 9, 4};
    struct client *client = story_client(world, story);
    rng_stream(&story->rng, world->options.seed, STREAM_VISIT, story->number);
    story->team = story->missed_team = story->slot_start = story->missed_start = -1;
    story->first = client->stage == STAGE_NEW;
    story->status = (enum visit_status)rng_pick(&story->rng, weights, 4);
    story->channel = touch_draw(client, story);
    story->consultant = consultant_draw(client, story);
    story->seen = story->arrived + rng_between(&story->rng, 60, 1500);
    if (story->status == VISIT_CANCELLED || story->status == VISIT_ERROR)
        visit_void(world, story);
    else
        play_stage(world, story);
    story->left += rng_between(&story->rng, 120, 780);
    if (story->left > story->closing)
        story->left = story->closing;
}
