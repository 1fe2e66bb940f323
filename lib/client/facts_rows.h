/*
 * facts_rows: what is known of clients beside their visits, as items of a merger: of one client after the
 * other. Inside lib/client only.
 */
#ifndef MEDI_CLIENT_FACTS_ROWS_H
#define MEDI_CLIENT_FACTS_ROWS_H

#include "client/merger.h"
#include "db/db.h"

/* What an item is: of its key the client (32 bits), the day (16), the part (4) and the store (12). */
enum part { PART_CLIENT, PART_REFERRALS, PART_CYCLE, PART_PAID, PART_NO_VISIT };

int64_t part_client(uint64_t key);
int64_t part_day(uint64_t key);
enum part part_of(uint64_t key);

/* Everything up to that day but the visits; `clients` gets how many count. One statement at a time is read to
 * its end: two at once would have to wait in memory where the engine has one line for both. */
int facts_rows(struct db *db, struct merger *merger, int64_t today, int64_t *clients,
               struct err *err);

#endif
