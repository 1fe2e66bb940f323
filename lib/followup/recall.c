#include "followup/recall.h"

#include <stdlib.h>
#include <string.h>

#include "client/giving.h"
#include "db/relation.h"
#include "followup/recall_private.h"

enum { COLUMNS = 11 };

static const char *const columns[COLUMNS] = {"store_id", "campaign_id", "client_id", "occurrence",
                                             "arm",      "reason",      "channel",   "chosen_at",
                                             "day",      "due_at",      "voucher_id"};

struct recalling {
    struct recall_run *run;
    struct judging judging;
    struct relation *recipients;
    struct giving *giving;
    struct owed *owed;
    int64_t room; /* to write to or call so many more; below 0: whoever there is */
};

/* ---- one client ---------------------------------------------------------------------------------- */

static int
put_message(struct recalling *recalling, const struct judged *judged, struct err *err)
{
    const struct recall_run *run = recalling->run;
    const char *rule = run->rule->whom.name;
    const char *code = arena_printf(&recalling->judging.arena, "%s:%s:%s:%s:%s", judged->code,
                                    run->campaign->code, rule, judged->occurrence, judged->channel);
    return owed_message(recalling->owed,
                        &(struct owed_message){.store_id = judged->store_id,
                                               .client_id = judged->id,
                                               .code = code,
                                               .plan = run->campaign->code,
                                               .step = rule,
                                               .occurrence = judged->occurrence,
                                               .channel = judged->channel,
                                               .channels = judged->channels,
                                               .template = run->rule->message.template,
                                               .purpose = "marketing",
                                               .due_at = judged->message.due_at,
                                               .day = judged->message.day,
                                               .until_at = judged->message.until_at},
                        err);
}

static int
put_task(struct recalling *recalling, const struct judged *judged, struct err *err)
{
    const struct recall_run *run = recalling->run;
    const char *rule = run->rule->whom.name, *role = run->rule->call.role;
    const char *code = arena_printf(&recalling->judging.arena, "%s:%s:%s:%s", judged->code,
                                    run->campaign->code, rule, judged->occurrence);
    return owed_task(recalling->owed,
                     &(struct owed_task){.store_id = judged->store_id,
                                         .client_id = judged->id,
                                         .code = code,
                                         .plan = run->campaign->code,
                                         .step = rule,
                                         .occurrence = judged->occurrence,
                                         .kind = "recall",
                                         .role = role,
                                         .staff_id = owed_staff(role, &judged->people),
                                         .due_at = judged->call.due_at,
                                         .day = judged->call.day,
                                         .until_at = judged->call.until_at},
                     err);
}

static int
give(struct recalling *recalling, const struct judged *judged, int64_t *id, struct err *err)
{
    struct recall_run *run = recalling->run;
    const struct campaign *campaign = run->campaign;
    *id = 0;
    if (!campaign->voucher_kind)
        return 0;
    run->vouchers++;
    return giving_add(recalling->giving,
                      &(struct given_voucher){
                          .kind = campaign->voucher_kind,
                          .why = campaign->name,
                          .client_id = judged->id,
                          .value_fen = campaign->voucher_fen,
                          .issued_on = run->today,
                          .expires_on = run->today + campaign->voucher_days,
                      },
                      id, err);
}

static int
put(struct recalling *recalling, const struct candidate *candidate, const struct judged *judged,
    bool held, struct err *err)
{
    struct recall_run *run = recalling->run;
    const struct due *due = judged->messages ? &judged->message : &judged->call;
    int64_t voucher_id = 0, id;
    if (!held && give(recalling, judged, &voucher_id, err) < 0)
        return -1;
    const struct db_value values[COLUMNS] = {db_int(judged->store_id),
                                             db_int(run->campaign->id),
                                             db_int(judged->id),
                                             db_text(judged->occurrence),
                                             db_text(held ? "held" : "sent"),
                                             db_text(candidate->reason),
                                             db_text(judged->channel),
                                             db_int(run->now),
                                             db_int(zone_day(judged->window->zone, run->now)),
                                             db_int(due->due_at),
                                             db_id(voucher_id)};
    if (relation_insert(recalling->recipients, values, &id, err) < 0)
        return -1;
    if (held)
        return 0;
    return (judged->messages && put_message(recalling, judged, err) < 0) ||
                   (judged->calls && put_task(recalling, judged, err) < 0)
               ? -1
               : 0;
}

static int
show(struct recalling *recalling, const struct candidate *candidate, const struct judged *judged,
     bool held, struct err *err)
{
    struct recall_run *run = recalling->run;
    const struct due *due = judged->messages ? &judged->message : &judged->call;
    const struct recall_pick pick = {.client = judged->code,
                                     .store = judged->window->store,
                                     .reason = candidate->reason,
                                     .score = candidate->score,
                                     .channel = judged->left ? NULL : judged->channel,
                                     .role = judged->calls ? run->rule->call.role : NULL,
                                     .due_at = judged->left ? 0 : due->due_at,
                                     .held = held,
                                     .left = judged->left};
    return run->seen(run->context, &pick, err);
}

static int
take(struct recalling *recalling, const struct candidate *candidate, struct err *err)
{
    struct recall_run *run = recalling->run;
    struct judged judged;
    arena_reset(&recalling->judging.arena);
    if (recall_judge(&recalling->judging, candidate->id, &judged, err) < 0)
        return -1;
    if (judged.before) {
        run->before++;
        return 0;
    }
    run->left[judged.left]++;
    bool held = !judged.left && run->campaign && campaign_holds(run->campaign, judged.code);
    if (!judged.left && run->campaign && put(recalling, candidate, &judged, held, err) < 0)
        return -1;
    run->held += held;
    if (!judged.left && !held) {
        run->sent++;
        recalling->room--;
    }
    return show(recalling, candidate, &judged, held, err);
}

/* ---- all ----------------------------------------------------------------------------------------- */

static void
bound(int64_t *room, int64_t cap, int64_t used)
{
    int64_t left = cap > used ? cap - used : 0;
    if (cap && left < *room)
        *room = left;
}

static int64_t
room_of(const struct recall_run *run)
{
    const struct campaign *campaign = run->campaign;
    int64_t room = INT64_MAX;
    bound(&room, run->limit, 0);
    bound(&room, run->rule->cap, campaign ? campaign->sent_today : 0);
    bound(&room, campaign ? campaign->cap : 0, campaign ? campaign->sent : 0);
    return room;
}

/* Those who are named come in the order in which they were. */
static void
name_candidates(struct recall_run *run, struct candidates *candidates)
{
    candidates->count = (size_t)run->client_count;
    candidates->items = mem_alloc((candidates->count + 1) * sizeof *candidates->items);
    for (int i = 0; i < run->client_count; i++)
        candidates->items[i] = (struct candidate){run->clients[i], NO_VALUE, 0, "list"};
}

static int
open_tables(struct recalling *recalling, struct err *err)
{
    static const int key[] = {0, 1, 2, 3};
    const struct relation_spec spec = {.table = "recipient",
                                       .columns = columns,
                                       .count = COLUMNS,
                                       .key = key,
                                       .key_count = 4,
                                       .of_store = true};
    struct recall_run *run = recalling->run;
    if (!run->campaign)
        return 0;
    return relation_open(&recalling->recipients, run->db, run->arena, &spec, err) < 0 ||
                   giving_open(&recalling->giving, run->db, run->arena, err) < 0 ||
                   owed_open(&recalling->owed, run->db, run->arena, false, err) < 0
               ? -1
               : 0;
}

static int
finish_tables(struct recalling *recalling, struct err *err)
{
    struct recall_run *run = recalling->run;
    if (!run->campaign)
        return 0;
    if (relation_save_ids(recalling->recipients, err) < 0 ||
        giving_finish(recalling->giving, err) < 0 || owed_finish(recalling->owed, err) < 0)
        return -1;
    run->messages += owed_count(recalling->owed).messages;
    run->tasks += owed_count(recalling->owed).tasks;
    return 0;
}

static int
take_all(struct recalling *recalling, const struct candidates *candidates, struct err *err)
{
    struct recall_run *run = recalling->run;
    size_t i = 0;
    for (; i < candidates->count && recalling->room > 0; i++)
        if (take(recalling, &candidates->items[i], err) < 0)
            return -1;
    run->behind = (int64_t)(candidates->count - i);
    return 0;
}

int
recall_run(struct recall_run *run, struct err *err)
{
    struct recalling recalling = {.run = run, .judging = {.run = run}, .room = room_of(run)};
    struct candidates candidates = {0};
    arena_init(&recalling.judging.arena);
    ready_init(&recalling.judging.ready, run->db);
    int result = run->clients ? 0 : recall_choose(run, &candidates, err);
    if (run->clients)
        name_candidates(run, &candidates);
    if (result == 0)
        result = open_tables(&recalling, err) < 0 || take_all(&recalling, &candidates, err) < 0 ||
                         finish_tables(&recalling, err) < 0
                     ? -1
                     : 0;
    relation_close(recalling.recipients);
    giving_close(recalling.giving);
    owed_close(recalling.owed);
    ready_release(&recalling.judging.ready);
    arena_release(&recalling.judging.arena);
    free(candidates.items);
    return result;
}
