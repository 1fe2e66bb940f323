/*
 * calendar: the pack holidays.yaml: days off and make-up working days by year, the days of 春节, times of
 * promotion. A clinic's own pack (MEDI_CONFIG) stands for the shipped one: it may advertise at other times.
 *
 * Between two days of the same name nothing is assumed: a year without an entry has no days off that are known,
 * and only 春节, where its day is known.
 */
#ifndef MEDI_LOAD_CALENDAR_H
#define MEDI_LOAD_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"
#include "text/yaml.h"

enum { CALENDAR_WORK_MOST = 8, CALENDAR_OFF_MOST = 31, CALENDAR_PROMOTIONS = 8 };

struct calendar_holiday {
    const char *name;
    int year; /* under which it stands */
    bool confirmed;
    const char *source;
    int64_t from, to; /* days off, both with it */
    int64_t work[CALENDAR_WORK_MOST];
    int work_count;
};

struct calendar_promotion {
    const char *name;
    int from, to; /* month × 100 + day, both with it; from > to: over the turn of the year */
};

struct calendar {
    struct calendar_holiday *holidays; /* in the order of the file */
    int count, room;
    int64_t *springs; /* rising */
    int spring_count, spring_room;
    struct calendar_promotion promotions[CALENDAR_PROMOTIONS];
    int promotion_count;
};

int calendar_load(struct arena *arena, const struct packs *packs, struct calendar *calendar,
                  struct err *err);
int calendar_parse(struct arena *arena, const struct yaml *root, struct calendar *calendar,
                   struct err *err);

/* The holiday of which a day is off, or for which it is worked; NULL. */
const struct calendar_holiday *calendar_off(const struct calendar *calendar, int64_t day);
const struct calendar_holiday *calendar_work(const struct calendar *calendar, int64_t day);

/* Its index among promotions; -1: there is none on that day. */
int calendar_promotion(const struct calendar *calendar, int64_t day);

/* Days from the nearest 春节, below 0 before it. False: none within CALENDAR_SPRING_NEAR days is known. */
enum { CALENDAR_SPRING_NEAR = 60 };
bool calendar_spring(const struct calendar *calendar, int64_t day, int *distance);

#endif
