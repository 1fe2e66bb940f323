/* The clients' files, and the leads before them. */
#include "maker.h"
#include "maker_name.h"

struct identity {
    char name[NAME_ROOM], phone[PHONE_ROOM], id[ID_ROOM];
    bool female;
    int64_t birthday;
};

/* Most are 22 to 40. */
static int64_t
birthday_draw(struct rng *rng, int64_t day)
{
    static const int weights[] = {6, 26, 28, 18, 12, 7, 3};
    int age = 17 + 6 * rng_pick(rng, weights, 7) + rng_between(rng, 1, 6);
    return day - age * 365 - age / 4 - rng_between(rng, 0, 360);
}

static void
identity_draw(struct world *world, struct rng *rng, uint64_t index, int64_t day,
              struct identity *person)
{
    rng_stream(rng, world->options.seed, STREAM_CLIENT, index);
    person->female = rng_chance(rng, 880);
    name_draw(rng, person->female, person->name);
    phone_make(index, person->phone);
    person->birthday = birthday_draw(rng, day);
    id_make(rng, person->birthday, person->female, person->id);
}

static const char *
phrase_draw(struct rng *rng, int permille, const char *const *phrases, uint32_t count)
{
    bool said = rng_chance(rng, permille);
    const char *phrase = phrases[rng_below(rng, count)];
    return said ? phrase : "";
}

static void
client_write_health(struct sheet *sheet, struct rng *rng)
{
    static const char *const allergies[] = {"青霉素", "头孢类", "海鲜", "酒精(轻度)", "利多卡因"};
    static const char *const histories[] = {"甲状腺结节",   "高血压,服药控制", "贫血",
                                            "阑尾切除术后", "瘢痕体质可疑",    "剖宫产史"};
    static const char *const notes[] = {"喜欢安静的治疗室", "下班后才有时间", "对疼痛敏感",
                                        "请用微信联系", "由闺蜜陪同,怕打针"};
    sheet_text(sheet, "zh");
    sheet_text(sheet, phrase_draw(rng, 80, allergies, 5));
    sheet_text(sheet, phrase_draw(rng, 70, histories, 6));
    sheet_text(sheet, phrase_draw(rng, 90, notes, 5));
}

static void
client_write_place(struct sheet *sheet, struct rng *rng, int store)
{
    static const char *const roads[] = {"文澜路", "桂雨路", "望江街", "青柳路", "湖山路", "新塘街"};
    char address[96];
    bool known = rng_chance(rng, 600);
    unsigned road = rng_below(rng, 6), number = rng_below(rng, 300) + 1;
    int north = rng_between(rng, -40000, 40000), east = rng_between(rng, -50000, 50000);
    snprintf(address, sizeof address, "示例市%s%u号", roads[road], number);
    sheet_text(sheet, known ? address : "");
    if (known) {
        sheet_degrees(sheet, 30200000 + store * 7919 % 160000 + north);
        sheet_degrees(sheet, 120050000 + store * 10007 % 250000 + east);
    } else {
        sheet_none(sheet);
        sheet_none(sheet);
    }
}

static void
client_write(struct world *world, int32_t index, int64_t day)
{
    static const char *const classes[] = {"client", "staff", "test"};
    const struct client *client = &world->clients[index];
    const struct store *store = &world->stores[client->store];
    struct sheet *sheet = &world->sheets[SHEET_CLIENTS];
    struct identity person;
    struct rng rng;
    if (!sheet->file)
        return;
    identity_draw(world, &rng, (uint64_t)index, day, &person);
    sheet_client(sheet, world, index);
    sheet_text(sheet, person.name);
    sheet_text(sheet, person.phone);
    sheet_text(sheet, rng_chance(&rng, 550) ? person.id : "");
    sheet_text(sheet, person.female ? "female" : "male");
    if (rng_chance(&rng, 930))
        sheet_day(sheet, person.birthday);
    else
        sheet_none(sheet);
    sheet_text(sheet, store->code);
    sheet_text(sheet, channel_code(client->channel));
    sheet_staff(sheet, ROLE_CONSULTANT, store->number, store_consultant(store, client->owner, day));
    sheet_staff(sheet, ROLE_NURSE, store->number, 1 + client->owner % store->team_count);
    sheet_day(sheet, day);
    sheet_text(sheet, classes[client->class]);
    client_write_place(sheet, &rng, store->number);
    client_write_health(sheet, &rng);
    sheet_row(sheet);
}

int
need_draw(const struct store *store, struct rng *rng)
{
    int weights[PROJECT_LIMIT];
    for (int i = 0; i < project_count; i++)
        weights[i] = store_treats(store, projects[i].department) ? projects[i].share : 0;
    return rng_pick(rng, weights, project_count);
}

static int
channel_draw(struct rng *rng)
{
    int weights[16];
    for (int i = 0; i < channel_count; i++)
        weights[i] = channels[i].share;
    weights[channel_count] = 2; /* nobody asked: unknown */
    return rng_pick(rng, weights, channel_count + 1);
}

int32_t
client_make(struct world *world, struct store *store, int64_t day, bool old)
{
    int32_t index = (int32_t)world->client_count++;
    struct client *client = &world->clients[index];
    struct civil civil;
    struct rng rng;
    day_to_civil(day, &civil);
    rng_stream(&rng, world->options.seed, STREAM_LEAD, (uint64_t)index);
    *client = (struct client){.previous = -1, .next = -1, .due = -1, .last_day = -1};
    client->month = civil.year * 100 + civil.month;
    client->store = (uint16_t)(store->number - 1);
    client->channel = (uint8_t)channel_draw(&rng);
    client->owner = (uint16_t)rng_below(&rng, (uint32_t)store->consultants);
    client->need = (uint8_t)need_draw(store, &rng);
    client->stage = old ? STAGE_IDLE : STAGE_NEW;
    if (index % 149 == 77)
        client->class = CLASS_STAFF;
    else if (index % 263 == 101)
        client->class = CLASS_TEST;
    queue_join(world, index);
    client_write(world, index, day);
    return index;
}

/* Over a third are old clients, due some day in the first four months. */
void
clients_make_old(struct world *world)
{
    struct rng rng;
    int weights[4096], count = world->options.stores;
    for (int i = 0; i < count; i++)
        weights[i] = world->stores[i].opened_on < world->first_day ? world->stores[i].size : 0;
    rng_stream(&rng, world->options.seed, STREAM_CLIENT, UINT64_C(1) << 40);
    world->last_day = world->first_day - 1;
    for (uint32_t i = 0; i < world->old_clients; i++) {
        struct store *store = &world->stores[rng_pick(&rng, weights, count)];
        int64_t age = world->first_day - store->opened_on;
        int64_t made = world->first_day - rng_between(&rng, 1, age > 900 ? 900 : (int)age);
        int32_t index = client_make(world, store, made, true);
        queue_add(world, index, world->first_day + rng_between(&rng, 0, 120));
    }
}

/* ---- leads ---------------------------------------------------------------------------------- */

static void
lead_write_who(struct world *world, const struct identity *person, const struct store *store,
               int channel, int need, int owner, int64_t day)
{
    struct sheet *sheet = world_sheet(world, SHEET_LEADS);
    char text[64];
    snprintf(text, sizeof text, "XS%08u", world->lead_count);
    sheet_text(sheet, text);
    snprintf(text, sizeof text, "%.3s%s", person->name, person->female ? "女士" : "先生");
    sheet_text(sheet, text);
    sheet_text(sheet, person->phone);
    sheet_text(sheet, store->code);
    sheet_text(sheet, channel_code(channel));
    sheet_text(sheet, projects[need].code);
    sheet_staff(sheet, ROLE_CONSULTANT, store->number, store_consultant(store, owner, day));
}

void
lead_write(struct world *world, int32_t index, int64_t day)
{
    struct sheet *sheet = world_sheet(world, SHEET_LEADS);
    const struct client *client = &world->clients[index];
    struct identity person;
    struct rng rng;
    world->lead_count++;
    if (!sheet->file || (client->channel < channel_count && !channels[client->channel].cost_fen))
        return;
    identity_draw(world, &rng, (uint64_t)index, day, &person);
    int64_t asked = day - rng_between(&rng, 0, 12);
    lead_write_who(world, &person, &world->stores[client->store], client->channel, client->need,
                   client->owner, asked);
    sheet_moment(sheet, asked,
                 rng_between(&rng, 8 * 3600, 9 * 3600 - 1) +
                     (asked == day ? 0 : rng_between(&rng, 0, 13 * 3600)));
    sheet_text(sheet, "converted");
    sheet_none(sheet);
    sheet_none(sheet);
    sheet_none(sheet);
    sheet_client(sheet, world, index);
    sheet_row(sheet);
}

static void
lead_write_stage(struct sheet *sheet, struct rng *rng, int64_t day)
{
    static const char *const stages[] = {"new", "contacted", "qualified", "lost"};
    static const char *const steps[] = {"首次电话", "发案例与价目", "预约面诊", ""};
    static const char *const reasons[] = {"价格超预算", "选择其他机构", "联系不上", "距离太远",
                                          "只是了解"};
    static const int weights[] = {8, 22, 25, 45};
    int stage = rng_pick(rng, weights, 4);
    sheet_moment(sheet, day, rng_between(rng, 8 * 3600, 22 * 3600));
    sheet_text(sheet, stages[stage]);
    sheet_text(sheet, steps[stage]);
    if (stage < 3)
        sheet_day(sheet, day + rng_between(rng, 1, 10));
    else
        sheet_none(sheet);
    sheet_text(sheet, stage == 3 ? reasons[rng_below(rng, 5)] : "");
    sheet_none(sheet);
    sheet_row(sheet);
}

void
leads_write_lost(struct world *world, const struct store *store, int64_t day, int count)
{
    struct sheet *sheet = world_sheet(world, SHEET_LEADS);
    for (int i = 0; i < count; i++) {
        struct identity person;
        struct rng rng;
        uint64_t index = 300000000 + (uint64_t)++world->lead_count;
        if (!sheet->file)
            continue;
        identity_draw(world, &rng, index, day, &person);
        int channel = channel_draw(&rng);
        if (channel < channel_count && !channels[channel].cost_fen)
            channel = 0;
        lead_write_who(world, &person, store, channel, need_draw(store, &rng),
                       rng_between(&rng, 0, store->consultants - 1), day);
        lead_write_stage(sheet, &rng, day);
    }
}
