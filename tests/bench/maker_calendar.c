/* The year of a clinic: summer holidays and the year's end are busy, the time behind 春节 is not. */
#include "maker.h"

/* 春节, the first day of the lunar year, 2015 to 2035: month × 100 + day. */
static const short spring_festivals[] = {219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129,
                                         217, 206, 126, 213, 203, 123, 211, 131, 219, 208};
enum { SPRING_FIRST_YEAR = 2015, SPRING_YEARS = 21 };

/* Days from 春节 of the year, negative before it. */
static int64_t
spring_distance(int64_t day, int year)
{
    int date = spring_festivals[(year - SPRING_FIRST_YEAR + SPRING_YEARS * 100) % SPRING_YEARS];
    return day - day_from_civil(year, date / 100, date % 100);
}

struct season {
    int from, to; /* month × 100 + day */
    int permille;
};

static int
season_factor(const struct season *seasons, size_t count, int date)
{
    for (size_t i = 0; i < count; i++)
        if (date >= seasons[i].from && date <= seasons[i].to)
            return seasons[i].permille;
    return 1000;
}

static const struct season promotions[] = {
    {301, 308, 1350},   /* 女神节 */
    {610, 618, 1400},   /* 618 */
    {1101, 1111, 1500}, /* 双11 */
    {1208, 1212, 1250}, /* 双12 */
};
static const struct season holidays[] = {
    {101, 101, 1100},   /* 元旦 */
    {404, 405, 700},    /* 清明 */
    {501, 505, 1150},   /* 劳动节 */
    {1001, 1003, 1250}, /* 国庆: time to recover */
    {1004, 1007, 950},
};

bool
calendar_promotion(int64_t day)
{
    struct civil civil;
    day_to_civil(day, &civil);
    return season_factor(promotions, 4, civil.month * 100 + civil.day) != 1000;
}

int
calendar_weight(int64_t day)
{
    static const short months[] = {1050, 850,  1000, 950, 1000, 1050,
                                   1250, 1300, 950,  950, 1100, 1200};
    struct civil civil;
    day_to_civil(day, &civil);
    int64_t spring = spring_distance(day, civil.year);
    if (spring >= -1 && spring <= 4)
        return 0;
    int weight = months[civil.month - 1];
    if (spring >= -18 && spring < -1)
        weight = weight * 1250 / 1000; /* before the feast */
    else if (spring > 4 && spring <= 20)
        weight = weight * 700 / 1000;
    int date = civil.month * 100 + civil.day;
    weight = weight * season_factor(promotions, 4, date) / 1000;
    return weight * season_factor(holidays, 5, date) / 1000;
}

int
calendar_weekday_weight(int64_t day)
{
    static const short weekdays[] = {750, 750, 800, 850, 1000, 1500, 1400};
    return weekdays[day_weekday(day) - 1];
}
