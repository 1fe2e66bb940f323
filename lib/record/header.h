/*
 * header: which field of a file is which column of the kind.
 */
#ifndef MEDI_RECORD_HEADER_H
#define MEDI_RECORD_HEADER_H

#include "record/kind.h"
#include "record/map.h"
#include "text/records.h"

struct header {
    struct arena *arena;
    const struct kind *kind;
    const struct ignored *ignored;
    int *field_of;      /* kind column -> field, or -1 */
    const char **names; /* kind column -> its header in the file */
    bool *in_fen;       /* kind column -> whether that ends in _fen */
    int matched;        /* fields looked at so far */
    bool grows;         /* a record may have fewer fields: JSON Lines */
};

void header_init(struct header *header, struct arena *arena, const struct kind *kind,
                 const struct ignored *ignored);

/* Matches the fields that were not there before; `name(context, i)` tells the header of field i.
 * Unknown and double headers are ERR_DATA. */
typedef const char *header_namer(const void *context, int field);
int header_match(struct header *header, header_namer *name, const void *context, int count,
                 const char *at, struct err *err);
int header_complete(const struct header *header, const char *at, struct err *err);

int header_field(const struct header *header, int column); /* -1: not in the file */
const char *header_name(const struct header *header,
                        int column);                         /* as in the file, else the column's */
bool header_in_fen(const struct header *header, int column); /* it ends in _fen */

/* Whether the record says anything of a column, if only that it is empty; NULL: whether its header does. */
bool header_given(const struct header *header, const struct record *record, int column);

/* What the record has for a column, without blanks at its ends unless it is a text; length 0: nothing. */
struct field header_cell(const struct header *header, const struct record *record, int column);

/* Fails if the record has more or fewer fields than the header. */
int header_ragged(const struct header *header, const struct record *record, struct err *err);

#endif
