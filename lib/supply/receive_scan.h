/*
 * receive_scan: a delivery as a scanner reads it off the packages, one code after the other.
 *
 * A label is one code or several. A code with a product (a GTIN, an MA code, an HIBC primary, a
 * tag) begins one, and what follows without a product belongs to it, until the next product or
 * until something comes that the label says already: that is of another package, whose product was
 * not scanned, and it is not guessed which. A code with a fault, or one that belongs to nothing, is
 * ERR_DATA and not a refusal of the delivery: it is scanned again, or entered by a line.
 *
 * Labels that say the same are one line of the delivery, counted up by what is in each package. A
 * line that was given beside them for the same item says what labels do not (price, place, a day
 * that is missing), and must not say otherwise.
 */
#ifndef MEDI_SUPPLY_RECEIVE_SCAN_H
#define MEDI_SUPPLY_RECEIVE_SCAN_H

#include "supply/receive.h"

struct receive_scan;

/* `today` says in which century years of two digits are; what is wrong with the delivery comes into
 * the list. */
struct receive_scan *receive_scan_begin(struct db *db, struct arena *arena, int64_t today,
                                        struct receive_list *list);

/* The next code; `place` is where it stands ("boxes.txt:3"). Bytes are copied. */
int receive_scan_code(struct receive_scan *scanning, const char *place, const char *code,
                      size_t length, struct err *err);

/* All were read: the lines of `given`, which were given beside them, become those of the delivery. */
int receive_scan_end(struct receive_scan *scanning, struct receive_case *given, struct err *err);

#endif
