/* What is kept in stock, from whom, the lots of each month, and what is spent on channels. */
#include <string.h>

#include "maker.h"
#include "maker_name.h"

struct item {
    const char *code, *name, *kind, *number, *unit, *pack_unit, *storage, *place;
    int pack_size, open_hours, supplier;
    bool controlled;
    int life;     /* months until it expires */
    int packs;    /* used in a month for a hundred visits a month, in tenths */
    int cost_fen; /* of a pack */
    enum department department;
};

/* Numbers are of the right form and given to nothing. */
static const struct item items[] = {
    {"YP001", "注射用A型肉毒毒素 100U", "drug", "国药准字S20269001", "U", "瓶", "cold",
     "冷藏柜A-毒麻专柜", 100, 4, 1, true, 36, 60, 78000, DEPT_SKIN},
    {"YP002", "注射用A型肉毒毒素 50U", "drug", "国药准字S20269002", "U", "瓶", "cold",
     "冷藏柜A-毒麻专柜", 50, 4, 1, true, 36, 20, 46000, DEPT_SKIN},
    {"YP003", "盐酸利多卡因注射液 5ml:0.1g", "drug", "国药准字H20269003", "支", "盒", "ambient",
     "药柜1", 10, 0, 1, false, 24, 80, 1800, DEPT_SKIN},
    {"YP004", "复方利多卡因乳膏 30g", "drug", "国药准字H20269004", "g", "支", "cool", "药柜1", 30,
     720, 1, false, 24, 120, 9800, DEPT_SKIN},
    {"YP005", "盐酸肾上腺素注射液 1ml:1mg", "drug", "国药准字H20269005", "支", "盒", "cool",
     "急救车", 5, 0, 1, false, 24, 5, 2600, DEPT_SKIN},
    {"YP006", "丙泊酚乳状注射液 20ml:0.2g", "drug", "国药准字H20269006", "支", "盒", "ambient",
     "麻醉柜", 5, 6, 1, true, 24, 6, 12500, DEPT_SURGERY},
    {"YP007", "0.9%氯化钠注射液 10ml", "drug", "国药准字H20269007", "支", "盒", "ambient", "药柜2",
     50, 24, 1, false, 36, 20, 2500, DEPT_SKIN},
    {"QX001", "注射用交联透明质酸钠凝胶 1.0ml", "implant", "国械注准20263139001", "支", "盒",
     "cool", "器械柜1", 1, 0, 2, false, 24, 110, 98000, DEPT_SKIN},
    {"QX002", "注射用透明质酸钠复合溶液 2.5ml", "consumable", "国械注准20263139002", "支", "盒",
     "cool", "器械柜1", 1, 2, 2, false, 24, 150, 26000, DEPT_SKIN},
    {"QX003", "重组胶原蛋白植入剂 1.0ml", "implant", "国械注准20263139003", "支", "盒", "cold",
     "冷藏柜B", 1, 0, 2, false, 18, 40, 145000, DEPT_SKIN},
    {"QX004", "聚左旋乳酸微球填充剂 340mg", "implant", "国械注准20263139004", "瓶", "盒", "ambient",
     "器械柜2", 1, 72, 2, false, 24, 12, 260000, DEPT_SKIN},
    {"QX005", "射频治疗头 900发", "consumable", "国械注进20263099005", "发", "个", "ambient",
     "器械柜2", 900, 0, 3, false, 24, 25, 320000, DEPT_SKIN},
    {"QX006", "超声治疗头 2400发", "consumable", "国械注准20263099006", "发", "个", "ambient",
     "器械柜2", 2400, 0, 3, false, 24, 16, 180000, DEPT_SKIN},
    {"QX007", "硅橡胶鼻假体", "implant", "国械注准20263139007", "个", "盒", "ambient", "手术耗材柜",
     1, 0, 3, false, 60, 12, 120000, DEPT_SURGERY},
    {"QX008", "可吸收缝合线 6-0", "consumable", "国械注准20263029008", "根", "盒", "ambient",
     "手术耗材柜", 12, 0, 3, false, 60, 20, 36000, DEPT_SURGERY},
    {"QX009", "一次性使用无菌注射器 1ml", "consumable", "国械注准20263149009", "支", "盒",
     "ambient", "耗材柜1", 100, 0, 3, false, 36, 30, 4800, DEPT_SKIN},
    {"QX010", "一次性使用注射针 30G", "consumable", "国械注准20263149010", "支", "盒", "ambient",
     "耗材柜1", 100, 0, 3, false, 60, 25, 9500, DEPT_SKIN},
    {"QX011", "医用透明质酸钠修复贴", "consumable", "浙械注准20262149011", "片", "盒", "ambient",
     "耗材柜2", 5, 0, 2, false, 24, 180, 6500, DEPT_SKIN},
    {"QX012", "牙科冷光美白剂套装", "consumable", "国械注准20262179012", "套", "盒", "cool",
     "口腔柜", 1, 0, 3, false, 18, 15, 22000, DEPT_DENTAL},
    {"QX013", "一次性使用埋线针", "consumable", "国械注准20262209013", "根", "盒", "ambient",
     "中医柜", 20, 0, 3, false, 36, 8, 16000, DEPT_TCM},
};
enum { ITEMS = sizeof items / sizeof items[0], SUPPLIERS = 3 };

static void
items_write(struct sheet *sheet)
{
    for (const struct item *item = items; item < items + ITEMS; item++) {
        sheet_text(sheet, item->code);
        sheet_text(sheet, item->name);
        sheet_text(sheet, item->kind);
        sheet_text(sheet, item->number);
        sheet_text(sheet, item->unit);
        sheet_text(sheet, item->pack_unit);
        sheet_int(sheet, item->pack_size);
        if (strcmp(item->unit, "U") == 0 || strcmp(item->unit, "g") == 0)
            sheet_int(sheet, item->pack_size); /* drawn from, not used whole */
        else
            sheet_none(sheet);
        sheet_text(sheet, item->storage);
        if (item->open_hours)
            sheet_int(sheet, item->open_hours);
        else
            sheet_none(sheet);
        sheet_int(sheet, item->controlled);
        sheet_row(sheet);
    }
}

static void
suppliers_write(struct sheet *sheet, const struct world *world)
{
    static const char *const names[] = {"样例禾清医药有限公司", "样例云岫生物科技有限公司",
                                        "样例拓川医疗器械有限公司"};
    static const char *const contacts[] = {"陶经理", "柳经理", "祝经理"};
    char text[48];
    for (int i = 0; i < SUPPLIERS; i++) {
        snprintf(text, sizeof text, "GYS%02d", i + 1);
        sheet_text(sheet, text);
        sheet_text(sheet, names[i]);
        sheet_text(sheet, contacts[i]);
        phone_make(950000000 + (uint64_t)i, text);
        sheet_text(sheet, text);
        snprintf(text, sizeof text, "浙样药监械经营许2026%04d号", 9001 + i);
        sheet_text(sheet, text);
        sheet_day(sheet, day_add_months(world->end_day, 8 + 7 * i));
        sheet_row(sheet);
    }
}

void
stock_write_catalogue(struct world *world)
{
    items_write(&world->sheets[SHEET_ITEMS]);
    suppliers_write(&world->sheets[SHEET_SUPPLIERS], world);
}

static void
lot_write(struct sheet *sheet, const struct store *store, const struct item *item, int64_t day,
          int packs, struct rng *rng)
{
    int64_t made = day - rng_between(rng, 25, 150);
    int64_t cost = (int64_t)item->cost_fen * packs * rng_between(rng, 97, 104) / 100;
    struct civil civil;
    char text[48];
    day_to_civil(day, &civil);
    sheet_text(sheet, store->code);
    sheet_text(sheet, item->code);
    snprintf(text, sizeof text, "%c%02d%02d%02d", 'A' + item->supplier, civil.year % 100,
             civil.month, (int)(item - items) + 1);
    sheet_text(sheet, text);
    snprintf(text, sizeof text, "GYS%02d", item->supplier);
    sheet_text(sheet, text);
    sheet_day(sheet, made);
    sheet_day(sheet, day_add_months(made, item->life) - 1);
    sheet_day(sheet, day);
    sheet_int(sheet, (int64_t)packs * item->pack_size);
    sheet_int(sheet, cost);
    sheet_text(sheet, item->place);
    sheet_row(sheet);
}

/* A month's supply, on one of its first days; slow movers every third month. */
void
stock_write_month(struct world *world, struct store *store, int64_t day)
{
    struct sheet *sheet = world_sheet(world, SHEET_LOTS);
    struct rng rng;
    int64_t months = (world->end_day - world->first_day + 15) / 30;
    int64_t visits = (int64_t)(world->rate * (uint64_t)store->size / world->size_sum) / months;
    rng_stream(&rng, world->options.seed, STREAM_LOT,
               (uint64_t)day * 4096 + (uint64_t)store->number);
    for (int i = 0; i < ITEMS; i++) {
        bool slow = items[i].packs < 20;
        int64_t packs =
            items[i].packs * visits * (slow ? 3 : 1) * rng_between(&rng, 90, 115) / 100000;
        bool turn = !slow || (day / 28 + i + store->number) % 3 == 0 || day <= world->first_day + 9;
        if (turn && store_treats(store, items[i].department))
            lot_write(sheet, store, &items[i], day, packs > 0 ? (int)packs : 1, &rng);
    }
}

/* ---- spend ---------------------------------------------------------------------------------- */

static void
spend_row(struct world *world, const char *store, int channel, int64_t day, const char *purpose,
          int64_t fen)
{
    struct sheet *sheet = world_sheet(world, SHEET_SPEND);
    if (fen <= 0)
        return;
    sheet_text(sheet, store);
    sheet_text(sheet, channels[channel].code);
    sheet_day(sheet, day);
    sheet_text(sheet, purpose);
    sheet_int(sheet, fen);
    sheet_none(sheet);
    sheet_row(sheet);
}

/* As much as the new clients of such a day (`weight`) cost by each channel, more or less. */
void
spend_write(struct world *world, const struct store *store, int64_t day, int weight)
{
    struct rng rng;
    int64_t shares = 2, fresh = world->options.clients - world->old_clients;
    for (int i = 0; i < channel_count; i++)
        shares += channels[i].share;
    rng_stream(&rng, world->options.seed, STREAM_SPEND,
               (uint64_t)day * 4096 + (uint64_t)store->number);
    for (int i = 0; i < channel_count; i++) {
        int64_t milli =
            fresh * weight * channels[i].share / shares * 1000 / (int64_t)world->weight_sum;
        int64_t fen = milli * channels[i].cost_fen / 1000 * rng_between(&rng, 80, 120) / 100;
        spend_row(world, store->code, i, day,
                  strcmp(channels[i].category, "referral") == 0 ? "老客奖励" : "投放",
                  fen - fen % 100);
    }
}

/* The chain's own: its brand, once a month. */
void
spend_write_chain(struct world *world, int64_t day)
{
    struct rng rng;
    int64_t fen = 60000 * (int64_t)world->options.stores;
    rng_stream(&rng, world->options.seed, STREAM_SPEND, (uint64_t)day * 4096);
    for (int i = 0; i < 2; i++)
        spend_row(world, "*", i, day, "品牌", fen * rng_between(&rng, 8, 12));
}
