/*
 * judge: what was written in an entry, field by field, against its journal.
 */
#ifndef MEDI_JOURNAL_JUDGE_H
#define MEDI_JOURNAL_JUDGE_H

#include "journal/pack.h"

enum verdict { VERDICT_FREE, VERDICT_OK, VERDICT_BAD };

struct journal_value {
    const struct field *field;
    const char *says;    /* as kept; of a number as it is shown */
    int64_t amount;      /* of a number */
    int64_t least, most; /* the limits in force: the field's, or the sum that is compared with */
    enum verdict verdict;
};

struct journal_entry {
    const struct journal_kind *kind;
    struct journal_value *values; /* in the order of the fields; only those that were given */
    int count;
};

/* "mg_l=500", in any order. ERR_USAGE: no such field, twice, one that is missing; ERR_DATA: no number, no such
 * word, and a yes that the other values forbid. */
int journal_judge(struct arena *arena, const struct journal_kind *kind, const char *const *words,
                  int count, struct journal_entry *entry, struct err *err);

/* The value of a field, or NULL. */
struct journal_value *journal_value(const struct journal_entry *entry, const char *field);

/* A number must be that sum. */
void journal_must_be(struct journal_value *value, int64_t sum);

const char *verdict_word(enum verdict verdict);

/* "250 – 2000 mg/L", "≤ 4.0 CFU/皿", "= 1200 g", "" : limits as a person reads them. In the arena. */
const char *journal_limits(struct arena *arena, int64_t least, int64_t most, int64_t places,
                           const char *unit);

#endif
