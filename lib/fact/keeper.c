/*
 * What was touched is made again in an order in which nothing is read before it is right: the days that changed
 * records stand for, files, visits, first visits, money, first deals, what is left, then rollups.
 */
#include "fact/keeper.h"

#include <stdlib.h>

#include "base/day.h"
#include "fact/keep.h"
#include "fact/roller.h"

struct fact_keeper {
    struct db *db;
    struct heard heard;
};

struct fact_keeper *
fact_keeper_open(struct db *db)
{
    struct fact_keeper *keeper = mem_alloc(sizeof *keeper);
    keeper->db = db;
    heard_init(&keeper->heard);
    db_listen(db, heard_row, &keeper->heard);
    return keeper;
}

void
fact_keeper_close(struct fact_keeper *keeper)
{
    if (!keeper)
        return;
    db_listen(keeper->db, NULL, NULL);
    heard_release(&keeper->heard);
    free(keeper);
}

void
fact_keeper_few(struct fact_keeper *keeper, int clients, int records)
{
    struct heard *heard = &keeper->heard;
    heard->few = clients;
    heard->treatments.most = heard->tasks.most = heard->orders.most = heard->clients.most = records;
}

/* ---- rollups ------------------------------------------------------------------------------------- */

static int
changed(void *context, int fact, int64_t store_id, int64_t day, struct err *err)
{
    struct keeping *keeping = context;
    (void)err;
    touched_add(&keeping->months, FACT_BIT(fact), store_id, day_month_start(day));
    return 0;
}

/* Months of a fact that follow one another are rolled up in one reading. */
static int
roll_fact(const struct keeping *keeping, struct roller *roller, int store, int fact,
          struct err *err)
{
    const struct touched_store *months = &keeping->months.stores[store];
    int64_t from = 0, to = 0;
    for (int i = 0; i <= months->room; i++) {
        bool touched = i < months->room && (months->mask[i] & FACT_BIT(fact));
        int64_t day = months->from + i;
        if (touched && day == to) {
            to = day_add_months(day, 1);
            continue;
        }
        if (!touched && i < months->room)
            continue;
        if (from < to && roller_roll(roller, fact, months->store_id, from, to, err) < 0)
            return -1;
        from = day;
        to = touched ? day_add_months(day, 1) : day;
    }
    return 0;
}

static int
roll_all(const struct keeping *keeping, struct roller *roller, struct err *err)
{
    for (int store = 0; store < keeping->months.count; store++)
        for (int fact = 0; fact < FACTS; fact++)
            if (roll_fact(keeping, roller, store, fact, err) < 0)
                return -1;
    return 0;
}

static int
roll(struct keeping *keeping, struct err *err)
{
    unsigned wanted =
        PERSON_BIT(PERSON_CLASS) | PERSON_BIT(PERSON_CHANNEL) | (PEOPLE_ALL & ~PEOPLE_FILES);
    struct people all, *people = &keeping->people;
    struct roller *roller;
    if (!keeping->months.count)
        return 0;
    people_init(&all, keeping->db, wanted);
    int result = 0;
    if (!keeping->many) {
        people = &all;
        result = people_load(&all, err);
    }
    if (result == 0)
        result = roller_open(&roller, keeping->db, people, true, false, err);
    if (result == 0) {
        result = roll_all(keeping, roller, err);
        roller_close(roller);
    }
    people_release(&all);
    return result;
}

/* ---- all ----------------------------------------------------------------------------------------- */

static int
keep(struct keeping *keeping, struct err *err)
{
    uint32_t visits = FACT_BIT(FACT_VISIT), first = visits | FACTS_PAID;
    if (keep_records(keeping, err) < 0 || keep_files(keeping, err) < 0 ||
        keep_facts(keeping, visits, err) < 0 || keep_visits(keeping, err) < 0 ||
        keep_facts(keeping, FACTS_PAID, err) < 0 || keep_deals(keeping, err) < 0 ||
        keep_facts(keeping, FACTS_ALL & ~first, err) < 0 || keep_ranges(keeping, err) < 0 ||
        people_save(&keeping->people, err) < 0)
        return -1;
    return roll(keeping, err);
}

int
fact_keep(struct fact_keeper *keeper, struct err *err)
{
    if (!keeper->heard.any)
        return 0;
    struct keeping *keeping = mem_alloc(sizeof *keeping);
    *keeping = (struct keeping){.db = keeper->db, .heard = &keeper->heard};
    int result = maker_open(&keeping->maker, keeper->db, true, err);
    if (result == 0) {
        keeping->maker->differs = changed;
        keeping->maker->context = keeping;
        keep_people_begin(keeping);
        result = keep(keeping, err);
        people_release(&keeping->people);
        maker_close(keeping->maker);
    }
    touched_release(&keeping->months);
    free(keeping);
    heard_clear(&keeper->heard);
    return result;
}
