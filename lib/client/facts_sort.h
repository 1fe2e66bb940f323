/*
 * facts_sort: what is known of clients and does not come in the order of their ids, brought into it. Inside
 * lib/client only.
 */
#ifndef MEDI_CLIENT_FACTS_SORT_H
#define MEDI_CLIENT_FACTS_SORT_H

#include "client/sorter.h"
#include "db/db.h"

/* What an item of the sorter is: of its key the client (32 bits), the day (16), the part (4) and the store
 * (12). */
enum part { PART_CLIENT, PART_REFERRALS, PART_CYCLE, PART_PAID, PART_NO_VISIT };

int64_t part_client(uint64_t key);
int64_t part_day(uint64_t key);
enum part part_of(uint64_t key);

/* Everything up to that day but the visits, sorted; `clients` gets how many count. */
int facts_sort(struct db *db, struct sorter *sorter, int64_t today, int64_t *clients,
               struct err *err);

#endif
