/* What speaks against a client whom a rule takes, and when and how what is left would go out. */
#include <stdio.h>
#include <string.h>

#include "client/contact.h"
#include "followup/recall_private.h"

enum {
    C_CODE,
    C_CLASS,
    C_STORE,
    C_OWNER,
    C_NURSE,
    C_BIRTHDAY,
    C_SMS,
    C_WECHAT,
    C_EMAIL,
    C_FORGOTTEN,
    C_LATELY,
    C_TAGGED,
    C_REFUSED,
    C_BOOKED,
    C_COMPLAINS
};

struct found { /* of the client's row, what is needed behind it */
    bool sms, wechat, email;
    int64_t birthday_on;
};

static const struct {
    const char *name, *says;
} reasons[LEFT_KINDS] = {
    [LEFT_NOT] = {"", N_("chosen")},
    [LEFT_STORE] = {"store", N_("of another store")},
    [LEFT_CLASS] = {"class", N_("staff or tests")},
    [LEFT_TAG] = {"tag", N_("by their tags")},
    [LEFT_FORGOTTEN] = {"forgotten", N_("were forgotten")},
    [LEFT_BOOKED] = {"booked", N_("with an appointment ahead")},
    [LEFT_LATELY] = {"lately", N_("chosen or held out lately")},
    [LEFT_COMPLAINT] = {"complaint", N_("with an open complaint")},
    [LEFT_ADDRESS] = {"address", N_("without an address")},
    [LEFT_CONSENT] = {"consent", N_("without consent to marketing")},
    [LEFT_OVER] = {"over", N_("due after the last day")},
};

const char *
recall_left_name(enum recall_left left)
{
    return reasons[left].name;
}

const char *
recall_left_says(enum recall_left left)
{
    return _(reasons[left].says);
}

static int
window_of(struct judging *judging, int64_t store_id, const struct window **window, struct err *err)
{
    const struct recall_run *run = judging->run;
    for (int i = 0; i < judging->window_count; i++)
        if (judging->windows[i].store_id == store_id) {
            *window = &judging->windows[i];
            return 0;
        }
    judging->windows = arena_more(run->arena, judging->windows, judging->window_count,
                                  &judging->window_room, sizeof *judging->windows);
    struct window *made = &judging->windows[judging->window_count];
    if (window_load(run->db, run->arena, run->packs, store_id, made, err) < 0)
        return -1;
    judging->window_count++;
    *window = made;
    return 0;
}

/* ---- when ---------------------------------------------------------------------------------------- */

static struct due
due_of(const struct recall_run *run, const struct window *window, const struct recall_out *out,
       int64_t birthday_on)
{
    struct due due;
    int64_t today = zone_day(window->zone, run->now);
    bool on_day = out->on_birthday && birthday_on != NO_VALUE;
    int64_t day = on_day ? birthday_on : today;
    int64_t at = zone_moment(window->zone, day, out->at);
    if (at < run->now)
        at = on_day ? run->now : zone_moment(window->zone, day + 1, out->at);
    due.due_at = window_open(window, at, &due.day);
    due.until_at = window_after(window, due.due_at, out->within.seconds, out->within.days);
    return due;
}

/* The time that this is for: of a birthday its own year, so that one in January that was seen coming in
 * December is one. */
static void
name_time(const struct recall_run *run, int64_t birthday_on, char text[8])
{
    const struct recall *rule = run->rule;
    bool on_day = (rule->message.on_birthday || rule->call.on_birthday) && birthday_on != NO_VALUE;
    struct civil civil;
    day_to_civil(on_day ? birthday_on : run->today, &civil);
    if (rule->once == ONCE_CAMPAIGN)
        strcpy(text, "1");
    else if (rule->once == ONCE_YEAR)
        snprintf(text, 8, "%04u", (unsigned)civil.year % 10000);
    else
        snprintf(text, 8, "%04u-%02u", (unsigned)civil.year % 10000, (unsigned)civil.month % 100);
}

/* ---- may they be spoken to ----------------------------------------------------------------------- */

static int
may(struct judging *judging, const struct judged *judged, const char *way, struct err *err)
{
    const struct contact contact = {.client_id = judged->id,
                                    .purpose = "marketing",
                                    .way = way,
                                    .moment = judging->run->now,
                                    .day = judging->run->today};
    return client_may_contact_ready(&judging->ready, &judging->arena, &contact, NULL, err);
}

static bool
has_address(const struct found *found, const char *channel)
{
    return strcmp(channel, "sms") == 0      ? found->sms
           : strcmp(channel, "wechat") == 0 ? found->wechat
                                            : found->email;
}

/* The first channel by which they may and can be written to, and behind it the others to try. */
static int
judge_message(struct judging *judging, const struct found *found, struct judged *judged,
              bool *addressed, struct err *err)
{
    const struct recall_out *out = &judging->run->rule->message;
    const char *rest = NULL;
    for (int i = 0; i < out->channel_count; i++) {
        const char *channel = out->channels[i];
        if (!has_address(found, channel))
            continue;
        *addressed = true;
        int allowed = may(judging, judged, channel, err);
        if (allowed < 0)
            return -1;
        if (!allowed)
            continue;
        if (!judged->messages)
            judged->channel = channel;
        else
            rest = rest ? arena_printf(&judging->arena, "%s,%s", rest, channel) : channel;
        judged->messages = true;
    }
    judged->channels = rest;
    return 0;
}

static int
judge_ways(struct judging *judging, const struct found *found, struct judged *judged,
           struct err *err)
{
    const struct recall *rule = judging->run->rule;
    bool addressed = false;
    if (judge_message(judging, found, judged, &addressed, err) < 0)
        return -1;
    if (rule->call.wanted && found->sms) {
        int allowed = may(judging, judged, "phone", err);
        if (allowed < 0)
            return -1;
        addressed = true;
        judged->calls = allowed;
    }
    if (!judged->messages)
        judged->channel = "call";
    if (!judged->messages && !judged->calls)
        judged->left = addressed ? LEFT_CONSENT : LEFT_ADDRESS;
    return 0;
}

/* ---- the whole ----------------------------------------------------------------------------------- */

static enum recall_left
speaks_against(const struct recall_run *run, const struct db_stmt *stmt)
{
    if (db_get_int(stmt, C_FORGOTTEN))
        return LEFT_FORGOTTEN;
    if (strcmp(db_get_text(stmt, C_CLASS), "client") != 0)
        return LEFT_CLASS;
    if (run->store_id && db_get_int(stmt, C_STORE) != run->store_id)
        return LEFT_STORE;
    if (db_get_int(stmt, C_REFUSED) || !db_get_int(stmt, C_TAGGED))
        return LEFT_TAG;
    if (run->rule->not_booked && db_get_int(stmt, C_BOOKED))
        return LEFT_BOOKED;
    return db_get_int(stmt, C_COMPLAINS) ? LEFT_COMPLAINT
           : db_get_int(stmt, C_LATELY)  ? LEFT_LATELY
                                         : LEFT_NOT;
}

static int
read_client(struct judging *judging, int64_t client_id, struct judged *judged, struct found *found,
            struct err *err)
{
    const struct recall_run *run = judging->run;
    const struct recall *rule = run->rule;
    const struct db_value values[] = {
        db_int(client_id),
        rule->not_within_days ? db_int(run->now - rule->not_within_days * DAY_SECONDS) : db_null(),
        db_text(rule->tags), db_text(rule->not_tags), db_int(run->now)};
    struct db_stmt *stmt;
    int got = ready_first(&judging->ready, &stmt, SQL_FOLLOWUP_RECALL_CANDIDATE, values, 5, err);
    if (got != 1)
        return got < 0 ? -1 : err_set(err, ERR_DB, _("internal error: a client is gone"));
    *judged = (struct judged){
        .code = db_keep_text(stmt, C_CODE, &judging->arena),
        .id = client_id,
        .store_id = db_get_int(stmt, C_STORE),
        .people = {.nurse_id = db_get_int(stmt, C_NURSE), .owner_id = db_get_int(stmt, C_OWNER)},
        .left = speaks_against(run, stmt)};
    *found = (struct found){.sms = db_get_int(stmt, C_SMS),
                            .wechat = db_get_int(stmt, C_WECHAT),
                            .email = db_get_int(stmt, C_EMAIL),
                            .birthday_on = recall_birthday(db_get(stmt, C_BIRTHDAY), run->today)};
    db_reset(stmt);
    name_time(run, found->birthday_on, judged->occurrence);
    return 0;
}

static int
chosen_before(struct judging *judging, struct judged *judged, struct err *err)
{
    const struct campaign *campaign = judging->run->campaign;
    struct db_stmt *stmt;
    if (!campaign)
        return 0;
    const struct db_value values[] = {db_int(campaign->id), db_int(judged->id),
                                      db_text(judged->occurrence)};
    int found = ready_first(&judging->ready, &stmt, SQL_FOLLOWUP_RECALL_CHOSEN, values, 3, err);
    if (found == 1)
        db_reset(stmt);
    judged->before = found == 1;
    return found < 0 ? -1 : 0;
}

int
recall_judge(struct judging *judging, int64_t client_id, struct judged *judged, struct err *err)
{
    const struct recall_run *run = judging->run;
    struct found found = {0};
    if (read_client(judging, client_id, judged, &found, err) < 0 ||
        chosen_before(judging, judged, err) < 0 ||
        window_of(judging, judged->store_id, &judged->window, err) < 0)
        return -1;
    if (judged->before || judged->left)
        return 0;
    if (judge_ways(judging, &found, judged, err) < 0)
        return -1;
    judged->message = due_of(run, judged->window, &run->rule->message, found.birthday_on);
    judged->call = due_of(run, judged->window, &run->rule->call, found.birthday_on);
    const struct due *first = judged->messages ? &judged->message : &judged->call;
    if (!judged->left && run->campaign && first->day > run->campaign->ends_on)
        judged->left = LEFT_OVER;
    return 0;
}
