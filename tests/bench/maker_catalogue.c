/* What the chain sells and by which channels its clients come. Prices, cycles and shares are those
 * of the trade in round figures; none is any clinic's. */
#include <string.h>

#include "maker.h"

const struct project projects[] = {
    /* code, name, kind, department, cycle, minutes, yuan, sessions, step, review, share, doctor */
    {"ZS01", "肉毒素除皱", "injection", DEPT_SKIN, 120, 30, 2680, 1, 0, 14, 120, true},
    {"ZS02", "肉毒素瘦脸", "injection", DEPT_SKIN, 150, 30, 3280, 1, 0, 14, 80, true},
    {"ZS03", "玻尿酸填充", "injection", DEPT_SKIN, 270, 40, 4800, 1, 0, 14, 110, true},
    {"ZS04", "胶原蛋白填充", "injection", DEPT_SKIN, 180, 40, 6800, 1, 0, 14, 40, true},
    {"ZS05", "聚左旋乳酸填充", "injection", DEPT_SKIN, 365, 50, 12800, 1, 0, 30, 15, true},
    {"ZS06", "水光针", "injection", DEPT_SKIN, 30, 45, 1280, 3, 28, 0, 120, true},
    {"ZS07", "美塑疗法", "injection", DEPT_SKIN, 30, 45, 1680, 3, 28, 0, 35, true},
    {"GD01", "光子嫩肤", "laser", DEPT_SKIN, 30, 40, 980, 5, 28, 0, 150, true},
    {"GD02", "皮秒祛斑", "laser", DEPT_SKIN, 60, 45, 1980, 3, 42, 7, 80, true},
    {"GD03", "热玛吉", "laser", DEPT_SKIN, 365, 90, 16800, 1, 0, 30, 35, true},
    {"GD04", "聚焦超声提升", "laser", DEPT_SKIN, 300, 80, 9800, 1, 0, 30, 25, true},
    {"GD05", "激光脱毛", "laser", DEPT_SKIN, 35, 30, 398, 6, 35, 0, 70, true},
    {"GD06", "点阵激光", "laser", DEPT_SKIN, 60, 50, 2280, 3, 45, 7, 40, true},
    {"GD07", "激光祛痣", "laser", DEPT_SKIN, 0, 20, 300, 1, 0, 14, 30, true},
    {"PF01", "小气泡清洁", "skin", DEPT_SKIN, 28, 45, 198, 5, 21, 0, 90, false},
    {"PF02", "果酸焕肤", "skin", DEPT_SKIN, 21, 40, 480, 3, 21, 0, 45, false},
    {"PF03", "修复护理", "care", DEPT_SKIN, 14, 40, 298, 3, 14, 0, 30, false},
    {"PF04", "红蓝光护理", "skin", DEPT_SKIN, 14, 30, 198, 5, 10, 0, 25, false},
    {"WK01", "重睑术(双眼皮)", "surgery", DEPT_SURGERY, 0, 90, 6800, 1, 0, 7, 45, true},
    {"WK02", "眼袋矫正", "surgery", DEPT_SURGERY, 0, 90, 7800, 1, 0, 7, 20, true},
    {"WK03", "综合隆鼻", "surgery", DEPT_SURGERY, 0, 150, 18800, 1, 0, 7, 20, true},
    {"WK04", "自体脂肪填充", "surgery", DEPT_SURGERY, 180, 150, 16800, 1, 0, 7, 15, true},
    {"WK05", "吸脂塑形", "surgery", DEPT_SURGERY, 0, 150, 22800, 1, 0, 7, 12, true},
    {"KQ01", "冷光美白", "dental", DEPT_DENTAL, 365, 60, 1280, 1, 0, 0, 30, true},
    {"KQ02", "瓷贴面", "dental", DEPT_DENTAL, 0, 90, 3600, 1, 0, 14, 12, true},
    {"ZY01", "面部埋线提升", "other", DEPT_TCM, 120, 40, 2980, 1, 0, 14, 15, true},
    {"ZY02", "中医祛痘调理", "other", DEPT_TCM, 14, 30, 380, 4, 14, 0, 25, true},
};
const int project_count = sizeof projects / sizeof projects[0];

const struct channel channels[] = {
    {"xhs", "小红书", "paid", 22, 380, 85000},    {"dy", "抖音", "paid", 18, 300, 62000},
    {"mt", "美团点评", "paid", 16, 430, 48000},   {"xy", "新氧", "paid", 8, 340, 90000},
    {"wx", "微信公众号", "own", 9, 520, 12000},   {"ljx", "老带新", "referral", 16, 640, 20000},
    {"yy", "异业合作", "partner", 4, 350, 26000}, {"lg", "路过", "walk-in", 5, 450, 0},
};
const int channel_count = sizeof channels / sizeof channels[0];

int
project_named(const char *code)
{
    int project = 0;
    while (project < project_count - 1 && strcmp(projects[project].code, code) != 0)
        project++;
    return project;
}

const char *
channel_code(int channel)
{
    return channel >= 0 && channel < channel_count ? channels[channel].code : "unknown";
}

const char *
department_name(enum department department)
{
    static const char *const names[] = {"美容皮肤科", "美容外科", "美容牙科", "美容中医科"};
    return names[department];
}

/* ---- prices --------------------------------------------------------------------------------- */

enum { STEP_FEN = 1000 }; /* prices end in whole tens of yuan */

static int64_t
price_share(int64_t fen, int percent)
{
    int64_t part = fen * percent / 100;
    return part - part % STEP_FEN + (part < STEP_FEN ? STEP_FEN : 0);
}

/* The chain's price in a year: 3 % more each year. */
static int64_t
price_base(const struct world *world, int project, int64_t day)
{
    struct civil first, now;
    day_to_civil(world->first_day, &first);
    day_to_civil(day, &now);
    return price_share((int64_t)projects[project].yuan * 100, 100 + 3 * (now.year - first.year));
}

static bool
price_local(const struct store *store, int project)
{
    return store->clinic && projects[project].department == DEPT_SKIN &&
           projects[project].kind[0] != 'i';
}

static bool
price_promoted(int project)
{
    return strcmp(projects[project].kind, "injection") == 0 ||
           strcmp(projects[project].kind, "laser") == 0;
}

static bool
price_trial(int project, int channel)
{
    static const char *const trials[] = {"GD01", "PF01", "KQ01"};
    if (strcmp(channel_code(channel), "mt") != 0)
        return false;
    for (int i = 0; i < 3; i++)
        if (strcmp(projects[project].code, trials[i]) == 0)
            return true;
    return false;
}

static struct quote
quote_of(int64_t fen, int floor_percent)
{
    return (struct quote){fen, price_share(fen, floor_percent)};
}

struct quote
price_quote(const struct world *world, int project, int store, int channel, int64_t day)
{
    int64_t base = price_base(world, project, day);
    if (price_trial(project, channel))
        return quote_of(price_share(base, 60), 95);
    if (price_promoted(project) && calendar_promotion(day))
        return quote_of(price_share(base, 88), 92);
    if (price_local(&world->stores[store], project))
        return quote_of(price_share(base, 92), 75);
    return quote_of(base, 70);
}

static void
price_row(struct world *world, int project, const char *store, const char *channel, int64_t from,
          int64_t to, struct quote quote)
{
    struct sheet *sheet = &world->sheets[SHEET_PRICES];
    sheet_text(sheet, projects[project].code);
    sheet_text(sheet, store);
    sheet_text(sheet, channel);
    sheet_day(sheet, from);
    sheet_day(sheet, to);
    sheet_int(sheet, quote.fen);
    sheet_int(sheet, quote.floor_fen);
    sheet_row(sheet);
}

/* The promotions of a year as rows of their own, from their first day to their last. */
static void
prices_promoted(struct world *world, int project, int64_t from, int64_t to)
{
    if (!price_promoted(project))
        return;
    for (int64_t day = from; day <= to; day++) {
        int64_t last = day;
        if (!calendar_promotion(day))
            continue;
        while (last < to && calendar_promotion(last + 1))
            last++;
        price_row(world, project, "*", "", day, last,
                  quote_of(price_share(price_base(world, project, day), 88), 92));
        day = last;
    }
}

static void
prices_year(struct world *world, int project, int64_t from, int64_t to)
{
    int64_t base = price_base(world, project, from);
    price_row(world, project, "*", "", from, to, quote_of(base, 70));
    for (int i = 0; i < world->options.stores; i++)
        if (price_local(&world->stores[i], project))
            price_row(world, project, world->stores[i].code, "", from, to,
                      quote_of(price_share(base, 92), 75));
    for (int channel = 0; channel < channel_count; channel++)
        if (price_trial(project, channel))
            price_row(world, project, "*", channels[channel].code, from, to,
                      quote_of(price_share(base, 60), 95));
    prices_promoted(world, project, from + 1, to);
}

static void
prices_write(struct world *world)
{
    for (int project = 0; project < project_count; project++)
        for (int64_t from = day_year_start(world->first_day); from < world->end_day;) {
            int64_t next = day_add_months(from, 12);
            prices_year(world, project, from, next - 1);
            from = next;
        }
}

/* ---- the catalogue -------------------------------------------------------------------------- */

static void
projects_write(struct sheet *sheet)
{
    for (const struct project *project = projects; project < projects + project_count; project++) {
        sheet_text(sheet, project->code);
        sheet_text(sheet, project->name);
        sheet_text(sheet, department_name(project->department));
        sheet_text(sheet, project->kind);
        if (project->cycle)
            sheet_int(sheet, project->cycle);
        else
            sheet_none(sheet);
        sheet_int(sheet, project->minutes);
        sheet_int(sheet, 1);
        sheet_row(sheet);
    }
}

static void
channels_write(struct sheet *sheet)
{
    for (int i = 0; i < channel_count; i++) {
        sheet_text(sheet, channels[i].code);
        sheet_text(sheet, channels[i].name);
        sheet_text(sheet, channels[i].category);
        sheet_row(sheet);
    }
}

void
catalogue_write(struct world *world)
{
    projects_write(&world->sheets[SHEET_PROJECTS]);
    channels_write(&world->sheets[SHEET_CHANNELS]);
    prices_write(world);
}
