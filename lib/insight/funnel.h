/*
 * funnel: 漏斗: how far people come from their first trace, and how long it takes: each person once a
 * stage.
 *
 *   lead        线索: asked before the first visit; a lead of somebody who had come before is none
 *   arrival     到院: the first visit
 *   consult     咨询: the first consultation
 *   deal        成交: the first deal
 *   treatment   治疗: the first treatment that was given
 *   repurchase  复购: a deal on a day after that of the first one
 *
 * A person enters on the day of the first trace, whichever stage that is, and belongs to that day's
 * month and store. A lead that became nobody yet is a person too, of the lead's channel; else the
 * channel is the client's first touch. With a store, all is of that store alone.
 */
#ifndef MEDI_INSIGHT_FUNNEL_H
#define MEDI_INSIGHT_FUNNEL_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

enum funnel_stage {
    FUNNEL_LEAD,
    FUNNEL_ARRIVAL,
    FUNNEL_CONSULT,
    FUNNEL_DEAL,
    FUNNEL_TREATMENT,
    FUNNEL_REPURCHASE,
    FUNNEL_STAGES
};
enum funnel_cut { FUNNEL_WHOLE, FUNNEL_BY_CHANNEL, FUNNEL_BY_MONTH, FUNNEL_BY_STORE };

const char *funnel_name(enum funnel_stage stage);

struct funnel_query {
    struct db *db;
    struct arena *arena;
    int64_t from, to;        /* who entered in it */
    int64_t today;           /* nothing of later days is looked at */
    int64_t within;          /* only what came within so many days of entering; 0: whenever */
    const int64_t *store_id; /* NULL: the chain */
    enum funnel_cut by;
};

enum { FUNNEL_LONGEST = 3650 }; /* a longer way between two stages counts as this one */

struct funnel_step {
    int64_t people; /* who reached it */
    int64_t
        before; /* who reached the stage before and could go on: not who was refused for medical reasons */
    int64_t both;   /* who reached both */
    int64_t median; /* days between the two, in halves; -1: nobody */
    int32_t *ways;  /* by days */
};

struct funnel_group {
    int64_t key; /* id of the channel or store, first day of the month, or 0 */
    int64_t entered;
    struct funnel_step steps[FUNNEL_STAGES];
};

/* In the order of keys. */
int funnel_count(const struct funnel_query *query, struct funnel_group **groups, int *count,
                 struct err *err);

#endif
