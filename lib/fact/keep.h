/*
 * keep: the keeper's work before a commit. Inside lib/fact.
 */
#ifndef MEDI_FACT_KEEP_H
#define MEDI_FACT_KEEP_H

#include "fact/heard.h"
#include "fact/maker.h"

enum { KEEP_RANGES = 2000 };

/* Rows of a client on days from … until are counted otherwise now. */
struct keep_range {
    int64_t client_id, from, to;
};

struct keeping {
    struct db *db;
    struct heard *heard;
    struct maker *maker;
    struct people people;
    bool many;             /* of people all are read */
    struct touched months; /* facts whose rollups are made again, by the months' first days */
    struct keep_range ranges[KEEP_RANGES];
    int range_count;
    int64_t rolled_from; /* facts of clients, in all stores, from that day on; INT64_MAX: none */
};

uint32_t keep_facts_of_clients(void);

/* keep_facts.c: makes these facts, where they are touched. */
int keep_records(struct keeping *keeping, struct err *err); /* first: days that records stand for */
int keep_facts(struct keeping *keeping, uint32_t facts, struct err *err);

/* keep_people.c: files; then first visits, behind visits; then first deals, and whose consultations are touched
 * by them, behind money; then months in which somebody is counted otherwise. */
void keep_people_begin(struct keeping *keeping);
int keep_files(struct keeping *keeping, struct err *err);
int keep_visits(struct keeping *keeping, struct err *err);
int keep_deals(struct keeping *keeping, struct err *err);
int keep_ranges(struct keeping *keeping, struct err *err);

#endif
