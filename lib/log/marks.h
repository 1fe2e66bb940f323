/*
 * marks: the eight bytes a row by which a changed row is found again, MARKS_ROWS rows to a row of the table
 * `mark`.
 *
 * Where rows have numbers, row n's mark stands at 8 * (n % MARKS_ROWS) of part n / MARKS_ROWS; zero bytes:
 * no such row. Where they have none, part 0 holds the marks of all rows one behind the other in no order.
 *
 * The parts that were used last are kept in memory and written back when others need the room. Inside
 * lib/log.
 */
#ifndef MEDI_LOG_MARKS_H
#define MEDI_LOG_MARKS_H

#include "db/db.h"
#include "log/rowcode.h"

enum { MARKS_ROWS = 480, MARKS_SIZE = MARKS_ROWS * ROWCODE_MARK };

struct marks;

struct marks *marks_new(struct db *db);
void marks_free(struct marks *marks); /* NULL-safe */

/* A row of `table` (whose text must live as long as the marks) was added or removed. */
int marks_add(struct marks *marks, const char *table, int64_t store_id, int64_t number,
              const unsigned char mark[ROWCODE_MARK], struct err *err);
int marks_remove(struct marks *marks, const char *table, int64_t store_id, int64_t number,
                 const unsigned char mark[ROWCODE_MARK], struct err *err);

int marks_flush(struct marks *marks, struct err *err); /* all of them to the database */
void marks_forget(struct marks *marks);                /* and what was not flushed is lost */

#endif
