/* Names, telephone numbers and identity numbers of people who do not exist. */
#include "maker.h"
#include "maker_name.h"

static const struct {
    const char *name;
    int weight;
} surnames[] = {
    {"王", 72}, {"李", 73},  {"张", 68},  {"刘", 54}, {"陈", 45}, {"杨", 31}, {"赵", 23},
    {"黄", 22}, {"周", 21},  {"吴", 20},  {"徐", 17}, {"孙", 15}, {"胡", 13}, {"朱", 13},
    {"高", 12}, {"林", 12},  {"何", 12},  {"郭", 11}, {"马", 10}, {"罗", 9},  {"梁", 8},
    {"宋", 8},  {"郑", 8},   {"谢", 7},   {"韩", 7},  {"唐", 7},  {"冯", 6},  {"于", 6},
    {"董", 6},  {"萧", 3},   {"程", 5},   {"曹", 5},  {"袁", 5},  {"邓", 5},  {"许", 6},
    {"傅", 4},  {"沈", 5},   {"曾", 5},   {"彭", 5},  {"吕", 5},  {"苏", 4},  {"卢", 4},
    {"蒋", 4},  {"蔡", 4},   {"贾", 4},   {"丁", 4},  {"魏", 4},  {"薛", 3},  {"叶", 4},
    {"阎", 2},  {"余", 4},   {"潘", 3},   {"杜", 3},  {"戴", 3},  {"夏", 3},  {"钟", 3},
    {"汪", 3},  {"田", 3},   {"任", 3},   {"姜", 3},  {"范", 3},  {"方", 3},  {"石", 3},
    {"姚", 3},  {"欧阳", 1}, {"上官", 1},
};
enum { SURNAMES = sizeof surnames / sizeof surnames[0], GIVEN = 48 };

static const char *const female_given[GIVEN] = {
    "雨", "欣", "怡", "梦", "佳", "婷", "雪", "琳", "思", "诗", "涵", "颖", "悦", "静", "洁", "芳",
    "慧", "丽", "娜", "倩", "妍", "萱", "瑶", "璐", "晓", "燕", "薇", "莹", "菲", "蕾", "蓉", "岚",
    "若", "语", "可", "心", "宁", "嘉", "艺", "文", "玥", "彤", "曼", "清", "韵", "黛", "舒", "桐"};
static const char *const male_given[GIVEN] = {
    "伟", "强", "磊", "洋", "勇", "杰", "涛", "明", "超", "军", "浩", "宇", "鹏", "飞", "斌", "辉",
    "凯", "晨", "轩", "博", "昊", "然", "睿", "哲", "航", "志", "建", "国", "文", "俊", "一", "子",
    "峰", "毅", "诚", "远", "嘉", "家", "铭", "恒", "林", "安", "立", "庆", "海", "川", "承", "泽"};

static int
surname_sum(void)
{
    int sum = 0;
    for (int i = 0; i < SURNAMES; i++)
        sum += surnames[i].weight;
    return sum;
}

const char *
surname_draw(struct rng *rng)
{
    int drawn = (int)rng_below(rng, (uint32_t)surname_sum());
    int i = 0;
    while (i < SURNAMES - 1 && drawn >= surnames[i].weight)
        drawn -= surnames[i++].weight;
    return surnames[i].name;
}

void
name_draw(struct rng *rng, bool female, char name[NAME_ROOM])
{
    const char *const *given = female ? female_given : male_given;
    const char *surname = surname_draw(rng);
    const char *first = given[rng_below(rng, GIVEN)];
    const char *second = rng_chance(rng, 780) ? given[rng_below(rng, GIVEN)] : "";
    snprintf(name, NAME_ROOM, "%s%s%s", surname, first, second);
}

/* Multiplying by a number prime to 10⁹ visits each of the 10⁹ numbers once. */
void
phone_make(uint64_t index, char phone[PHONE_ROOM])
{
    uint64_t scrambled = (index * UINT64_C(618033989) + 130771) % UINT64_C(1000000000);
    snprintf(phone, PHONE_ROOM, "13%09llu", (unsigned long long)scrambled);
}

/* The check character of GB 11643: ISO 7064 MOD 11-2. */
static char
id_check(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < 17; i++)
        sum = (sum + digits[i] - '0') * 2 % 11;
    return "10X98765432"[sum % 11];
}

/* County codes ending in 99 are not in use, so the number is nobody's. */
void
id_make(struct rng *rng, int64_t birthday, bool female, char id[ID_ROOM])
{
    static const int counties[] = {330199, 330299, 330699, 310199, 320199, 320599, 340199};
    struct civil civil;
    day_to_civil(birthday, &civil);
    unsigned serial = rng_below(rng, 499) * 2 + (female ? 0 : 1);
    snprintf(id, ID_ROOM, "%06d%04d%02d%02d%03u", counties[rng_below(rng, 7)] % 1000000,
             civil.year % 10000, civil.month % 100, civil.day % 100, serial % 1000);
    id[17] = id_check(id);
    id[18] = '\0';
}
