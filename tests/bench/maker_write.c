/* The rows of a visit: visits, appointments, consultations, payments, treatments. */
#include <string.h>

#include "maker.h"

static const char *
word(struct rng *rng, int permille, const char *const *words, uint32_t count)
{
    bool said = rng_chance(rng, permille);
    const char *chosen = words[rng_below(rng, count)];
    return said ? chosen : "";
}

/* ---- what many rows share ------------------------------------------------------------------- */

static void
put_project(struct sheet *sheet, int project)
{
    sheet_text(sheet, projects[project].code);
}

/* Doctor, nurse, room, device of a team; of none: a nurse who is free for it, or nobody. */
static void
put_team(struct sheet *sheet, const struct store *store, int team, int project, int nurse)
{
    char text[48];
    if (!sheet->file)
        return;
    bool laser = strcmp(projects[project].kind, "laser") == 0;
    bool surgery = projects[project].department == DEPT_SURGERY;
    if (team < 0) {
        sheet_none(sheet);
        if (nurse)
            sheet_staff(sheet, ROLE_NURSE, store->number, nurse);
        else
            sheet_none(sheet);
        sheet_text(sheet, nurse ? "护理室" : "");
        sheet_none(sheet);
        return;
    }
    sheet_staff(sheet, ROLE_DOCTOR, store->number, team + 1);
    sheet_staff(sheet, ROLE_NURSE, store->number, team + 1);
    snprintf(text, sizeof text, "%s%d", surgery ? "手术室" : "治疗室", team + 1);
    sheet_text(sheet, text);
    snprintf(text, sizeof text, "%s治疗仪%d号", projects[project].name, team + 1);
    sheet_text(sheet, laser ? text : "");
}

/* ---- visits --------------------------------------------------------------------------------- */

static void
visit_write(struct sheet *sheet, const struct world *world, const struct story *story, int number,
            struct rng *rng)
{
    static const char *const purposes[] = {"consult",   "treatment", "review",
                                           "follow-up", "payment",   "other"};
    static const char *const statuses[] = {"finished", "in-progress", "cancelled",
                                           "entered-in-error"};
    static const char *const notes[] = {"带朋友同来",    "要求靠窗诊室",      "停车不便,晚到",
                                        "首次到店赠茶",  "等候时间长,已致歉", "电话改约后到院",
                                        "术前拍照已完成"};
    sheet_text(sheet, story->store->code);
    sheet_code(sheet, "DY", story->day, number);
    sheet_client(sheet, world, story->client);
    sheet_moment(sheet, story->day, story->arrived);
    sheet_moment(sheet, story->day, story->seen);
    sheet_moment(sheet, story->day, story->status == VISIT_PROGRESS ? -1 : story->left);
    sheet_text(sheet, purposes[story->purpose]);
    sheet_text(sheet, statuses[story->status]);
    sheet_text(sheet, story->channel < 0 ? "" : channels[story->channel].code);
    sheet_staff(sheet, ROLE_CONSULTANT, story->store->number, story->consultant);
    if (story->team >= 0)
        sheet_staff(sheet, ROLE_DOCTOR, story->store->number, story->team + 1);
    else
        sheet_none(sheet);
    sheet_text(sheet, word(rng, 40, notes, 7));
    sheet_row(sheet);
}

/* ---- appointments --------------------------------------------------------------------------- */

struct booking {
    struct store *store;
    int64_t day;
    int32_t client;
    int project, team, start, end; /* minutes */
    const char *status, *note;
};

static void
booking_write(struct world *world, const struct booking *booking)
{
    struct sheet *sheet = world_sheet(world, SHEET_APPOINTMENTS);
    int64_t made_on = booking->day < world->last_day ? booking->day : world->last_day;
    int code = store_next(booking->store, COUNT_BOOKINGS);
    if (!sheet->file)
        return;
    sheet_text(sheet, booking->store->code);
    sheet_code(sheet, "YY", made_on, code);
    sheet_client(sheet, world, booking->client);
    put_project(sheet, booking->project);
    put_team(sheet, booking->store, booking->team, booking->project, 0);
    sheet_moment(sheet, booking->day, booking->start * 60);
    sheet_moment(sheet, booking->day, booking->end * 60);
    sheet_text(sheet, booking->status);
    sheet_text(sheet, booking->note);
    sheet_row(sheet);
}

/* Somebody of the store who is not here today; -1 if the one thought of is. */
static int32_t
absent_client(const struct world *world, const struct story *story, struct rng *rng)
{
    const struct store *store = story->store;
    uint32_t place = rng_below(rng, (uint32_t)store->member_count);
    if (!store->member_count || world->clients[store->members[place]].last_day == story->day)
        return -1;
    return store->members[place];
}

static void
booking_missed(struct world *world, const struct story *story, struct rng *rng)
{
    int32_t absent = story->missed_start < 0 ? -1 : absent_client(world, story, rng);
    if (absent < 0)
        return;
    booking_write(world, &(struct booking){story->store, story->day, absent, story->project,
                                           story->missed_team, story->missed_start,
                                           story->missed_start + 30, "noshow", "电话未接"});
}

static bool
booking_had(const struct story *story, struct rng *rng)
{
    static const short permille[] = {650, 900, 850, 850, 300, 0};
    bool walked_in = story->first && strcmp(channel_code(story->channel), "lg") == 0;
    return rng_chance(rng, story->first ? 720 : permille[story->purpose]) && !walked_in &&
           story->status <= VISIT_PROGRESS;
}

static void
bookings_write(struct world *world, const struct story *story, struct rng *rng)
{
    static const char *const statuses[] = {"fulfilled", "arrived", "checked-in"};
    static const int weights[] = {970, 20, 10};
    bool had = booking_had(story, rng), cancelled = rng_chance(rng, 45);
    const char *status = statuses[rng_pick(rng, weights, 3)];
    int start = story->arrived / 900 * 15;
    struct booking booking = {story->store,   story->day,  story->client,
                              story->project, story->team, start,
                              start + 30,     status,      ""};
    booking_missed(world, story, rng);
    if (!had)
        return;
    if (story->slot_start >= 0 && story->team >= 0) {
        booking.start = story->slot_start;
        booking.end = story->slot_end;
    }
    booking_write(world, &booking);
    booking.client = cancelled ? absent_client(world, story, rng) : -1;
    if (booking.client < 0)
        return;
    booking.status = "cancelled"; /* gave the time back, and it was given to this one */
    booking.note = "客户改期";
    booking_write(world, &booking);
}

static void
booking_ahead(struct world *world, struct store *store, int64_t day, int32_t client, int earliest,
              struct rng *rng)
{
    static const char *const statuses[] = {"booked", "pending", "proposed"};
    static const int weights[] = {82, 14, 4};
    int need = world->clients[client].need, minutes = projects[need].minutes, start = earliest;
    int team = -1;
    if (!store_treats(store, projects[need].department))
        return;
    if (projects[need].doctor) {
        team = store_take_team(store, projects[need].department, day, earliest, minutes, &start);
        if (team < 0)
            return;
    }
    booking_write(world, &(struct booking){store, day, client, need, team, start,
                                           start + minutes + (5 - minutes % 5) % 5,
                                           statuses[rng_pick(rng, weights, 3)], ""});
}

void
bookings_write_ahead(struct world *world)
{
    struct rng rng;
    rng_stream(&rng, world->options.seed, STREAM_WORDS, 0);
    for (int64_t day = world->last_day + 1; day <= world->last_day + 14; day++)
        for (int i = 0; i < world->options.stores; i++) {
            struct store *store = &world->stores[i];
            int open, close, earliest;
            if (!store_hours(store, day, &open, &close) || !store_weight(world, store, day))
                continue;
            for (int team = 0; team < store->team_count; team++)
                store->teams[team].free_at = open;
            earliest = open + 15;
            for (int32_t client = store->bucket[day % QUEUE_DAYS];
                 client >= 0 && earliest < close - 120; client = world->clients[client].next) {
                if (!rng_chance(&rng, 600))
                    continue;
                booking_ahead(world, store, day, client, earliest, &rng);
                earliest += 5 * rng_between(&rng, 1, 6);
            }
        }
}

/* ---- consultations -------------------------------------------------------------------------- */

static void
consultation_write(struct sheet *sheet, const struct world *world, const struct story *story,
                   int number, struct rng *rng)
{
    static const char *const outcomes[] = {"deal", "pending", "lost", "medical-refusal",
                                           "entered-in-error"};
    static const char *const notes[] = {"需与家人商量", "担心恢复期", "对比两家价格", "怕疼",
                                        "想先看案例",   "预算有限",   "下月再定"};
    bool budget = rng_chance(rng, 650), mistaken = rng_chance(rng, 4);
    const char *note = word(rng, 500, notes, 7);
    bool open = story->outcome == OUTCOME_PENDING || story->outcome == OUTCOME_LOST;
    if (!story->consulted || !sheet->file)
        return;
    sheet_text(sheet, story->store->code);
    sheet_code(sheet, "ZX", story->day, store_next(story->store, COUNT_CONSULTS));
    sheet_client(sheet, world, story->client);
    sheet_code(sheet, "DY", story->day, number);
    sheet_staff(sheet, ROLE_CONSULTANT, story->store->number, story->consultant);
    put_project(sheet, story->project);
    sheet_moment(sheet, story->day, story->seen);
    if (budget)
        sheet_int(sheet, story->budget_fen);
    else
        sheet_none(sheet);
    sheet_text(sheet, outcomes[open && mistaken ? OUTCOME_ERROR : story->outcome]);
    sheet_text(sheet, story->outcome == OUTCOME_REFUSAL ? "医生评估后不建议" : open ? note : "");
    sheet_row(sheet);
}

/* ---- payments and treatments ---------------------------------------------------------------- */

static const char *
payment_class(const struct world *world, const struct story *story, const struct payment *payment)
{
    static const char *const classes[] = {"sale", "staff", "test"};
    return payment->gift ? "gift" : classes[world->clients[story->client].class];
}

static const char *
payment_method(struct rng *rng)
{
    static const char *const methods[] = {"微信", "支付宝", "银行卡", "现金"};
    static const int weights[] = {48, 28, 21, 3};
    return methods[rng_pick(rng, weights, 4)];
}

static void
payment_write(struct sheet *sheet, const struct world *world, const struct story *story,
              const struct payment *payment, int number, const char *method)
{
    static const char *const kinds[] = {"deposit", "payment", "refund"};
    if (!sheet->file)
        return;
    sheet_text(sheet, story->store->code);
    sheet_code(sheet, "SK", story->day, store_next(story->store, COUNT_PAYMENTS));
    sheet_code(sheet, "DD", payment->order.day, payment->order.number);
    sheet_client(sheet, world, story->client);
    sheet_code(sheet, "DY", story->day, number);
    sheet_staff(sheet, ROLE_CONSULTANT, story->store->number, story->consultant);
    put_project(sheet, payment->project);
    sheet_text(sheet, kinds[payment->kind]);
    sheet_text(sheet, payment_class(world, story, payment));
    sheet_text(sheet, payment->gift ? "" : method);
    sheet_int(sheet, payment->quantity);
    sheet_int(sheet, payment->fen);
    sheet_moment(sheet, story->day, story->paid_at);
    sheet_text(sheet, payment->kind == PAY_REFUND ? "客户申请退款"
                      : payment->gift             ? "体验赠送"
                                                  : "");
    sheet_row(sheet);
}

static void
treatment_write(struct world *world, const struct story *story, const struct treatment *treatment,
                int number, struct rng *rng)
{
    struct sheet *sheet = world_sheet(world, SHEET_TREATMENTS);
    int code = store_next(story->store, COUNT_TREATMENTS);
    int nurse = 1 + (int)rng_below(rng, (uint32_t)story->store->team_count);
    bool last = treatment->end * 60 > story->closing;
    after_write(world, story, treatment, code);
    if (!sheet->file)
        return;
    sheet_text(sheet, story->store->code);
    sheet_code(sheet, "ZL", story->day, code);
    sheet_client(sheet, world, story->client);
    sheet_code(sheet, "DY", story->day, number);
    put_project(sheet, treatment->project);
    put_team(sheet, story->store, treatment->team, treatment->project, nurse);
    sheet_moment(sheet, story->day, treatment->start * 60);
    sheet_moment(sheet, story->day, last ? story->closing : treatment->end * 60);
    sheet_text(sheet, "completed");
    sheet_int(sheet, 1);
    sheet_int(sheet, treatment->fen);
    sheet_none(sheet);
    sheet_row(sheet);
}

/* The words (notes, ways to pay) have a stream of their own: what happens does not depend on them. */
void
story_write(struct world *world, struct story *story)
{
    struct rng rng;
    int number = store_next(story->store, COUNT_VISITS);
    rng_stream(&rng, world->options.seed, STREAM_WORDS, story->number);
    visit_write(world_sheet(world, SHEET_VISITS), world, story, number, &rng);
    bookings_write(world, story, &rng);
    consultation_write(world_sheet(world, SHEET_CONSULTATIONS), world, story, number, &rng);
    const char *method = payment_method(&rng);
    for (int i = 0; i < story->payment_count; i++)
        payment_write(world_sheet(world, SHEET_PAYMENTS), world, story, &story->payments[i], number,
                      method);
    for (int i = 0; i < story->treatment_count; i++)
        treatment_write(world, story, &story->treatments[i], number, &rng);
}
