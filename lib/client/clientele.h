/*
 * clientele: the histories of all clients that a file of transactions names.
 *
 * Memory is a client's history and name, as long as each client's lines come in the order of their days,
 * whatever the order of the clients (a log by date, or lines sorted by client and date). If they do not,
 * the file is read again and all its lines are kept and sorted, 24 bytes each; a pipe cannot be read again
 * and is refused at that line (ERR_DATA).
 */
#ifndef MEDI_CLIENT_CLIENTELE_H
#define MEDI_CLIENT_CLIENTELE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "client/history.h"

struct clientele;

/* What comes after the day `until` is left out. INT64_MAX: nothing is, and the last day in the file ends the
 * observation. */
int clientele_read(struct clientele **clientele, const char *path, int64_t until, struct err *err);
void clientele_free(struct clientele *clientele); /* NULL-safe */

int64_t clientele_until(const struct clientele *clientele); /* the end of the observation */

/* The clients who bought, in the order of their first lines; `at` counts from 0 on. False behind the last. */
bool clientele_next(struct clientele *clientele, size_t *at, const char **name,
                    struct buyer *buyer);

#endif
