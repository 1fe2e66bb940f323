/*
 * crowd: some bytes a client, found by the client's id. Ids come from a counter and are dense, so that pages
 * of them are arrays; one that is far off costs a page and no more.
 */
#ifndef MEDI_INSIGHT_CROWD_H
#define MEDI_INSIGHT_CROWD_H

#include <stddef.h>
#include <stdint.h>

struct crowd {
    size_t size; /* of a client's bytes */
    char **pages;
    size_t page_count;
};

/* The client's bytes, zero when they are asked for first. `client` >= 0. */
void *crowd_at(struct crowd *crowd, int32_t client);

/* The next client behind `client` (from -1) whose page is there: its bytes and id; NULL: no more. Clients that
 * were never asked for come too, all zero. */
void *crowd_next(const struct crowd *crowd, int64_t *client);

void crowd_release(struct crowd *crowd);

#endif
