#include "load/profile.h"

#include <math.h>
#include <string.h>

enum { HOUR = 60 };
#define ALL_WEIGHT 20.0
#define DAY_WEIGHT 50.0

double
profile_part(int hour, int from, int to)
{
    int begin = from > hour * HOUR ? from : hour * HOUR;
    int end = to < (hour + 1) * HOUR ? to : (hour + 1) * HOUR;
    return end > begin ? (double)(end - begin) / HOUR : 0;
}

void
profile_learn(struct profile *profile, double usual[PROFILE_WEEK][PROFILE_HOURS])
{
    double all[PROFILE_HOURS] = {0}, even[PROFILE_HOURS] = {0}, sum = 0, open = 0;
    for (int w = 0; w < PROFILE_WEEK; w++)
        for (int h = 0; h < PROFILE_HOURS; h++) {
            profile->count[w][h] = usual[w][h] > 0 ? profile->count[w][h] : 0;
            all[h] += profile->count[w][h];
            sum += profile->count[w][h];
            even[h] += usual[w][h];
            open += usual[w][h];
        }
    for (int h = 0; h < PROFILE_HOURS && open > 0; h++)
        all[h] = (all[h] + ALL_WEIGHT * even[h] / open) / (sum + ALL_WEIGHT);
    memset(profile->share, 0, sizeof profile->share);
    for (int w = 0; w < PROFILE_WEEK; w++) {
        double of_day = 0;
        for (int h = 0; h < PROFILE_HOURS; h++) {
            profile->share[w][h] = usual[w][h] > 0 ? profile->count[w][h] + DAY_WEIGHT * all[h] : 0;
            of_day += profile->share[w][h];
        }
        for (int h = 0; h < PROFILE_HOURS && of_day > 0; h++)
            profile->share[w][h] /= of_day;
    }
}
