/* Names, telephone numbers and identity numbers of people who do not exist. */
#ifndef MEDI_BENCH_MAKER_NAME_H
#define MEDI_BENCH_MAKER_NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/rng.h"

enum { NAME_ROOM = 32, PHONE_ROOM = 16, ID_ROOM = 32 };

const char *surname_draw(struct rng *rng);
void name_draw(struct rng *rng, bool female, char name[NAME_ROOM]);

/* A number of its own for each index below 10⁹. */
void phone_make(uint64_t index, char phone[PHONE_ROOM]);

/* 18 characters with a right check digit, of a county code that is not in use. */
void id_make(struct rng *rng, int64_t birthday, bool female, char id[ID_ROOM]);

#endif
