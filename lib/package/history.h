/*
 * history: log.csv of a package: the entries of the log that wrote its rows, in the order of their chains.
 * `rows` is how many rows of the package an entry wrote; of a write of many rows the log keeps only their
 * number, so such an entry stands there with no number if it wrote rows of a kind of the package in its
 * store. Their hashes are those of the chains, whose ends a checkpoint signs.
 */
#ifndef MEDI_PACKAGE_HISTORY_H
#define MEDI_PACKAGE_HISTORY_H

#include "package/pick.h"
#include "text/out.h"

int history_write(struct pick *pick, FILE *stream, const struct out_options *options, int64_t *rows,
                  struct err *err);

#endif
