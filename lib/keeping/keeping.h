/*
 * keeping: how long documents are kept, share/medi/retention.yaml, and what of each class may be destroyed.
 * It counts and tells; it destroys nothing.
 *
 *     waste:
 *       zh: …  says: …           its names
 *       years: 3                 from the event on; the setting retention.waste_years may make it longer
 *       from: …  event: …        the event, in words
 *       law: 医疗废物管理条例 12   an article of laws.yaml
 *       setting: client.record_years   instead of that one, where the clinic says its years already
 *       quote: …                 its words on keeping; a law whose text was not read has none
 *
 * A document is a row, and its event a day. One that has no such day yet (an open complaint, an implant's
 * receipt) is kept.
 */
#ifndef MEDI_KEEPING_KEEPING_H
#define MEDI_KEEPING_KEEPING_H

#include "base/arena.h"
#include "db/db.h"
#include "db/sql.h"
#include "text/law.h"
#include "text/pack.h"

struct keeping_class {
    const char *name, *zh, *says, *from, *event, *quote; /* quote may be NULL */
    const char *setting;                                 /* of the clinic's own years */
    int64_t years;                                       /* by law */
    struct law law;
    enum sql_id query;
};

struct keeping {
    struct keeping_class *classes;
    int count;
};

/* ERR_DATA with file and line; also a class that no statement counts. */
int keeping_load(struct arena *arena, const struct packs *packs, struct keeping *retention,
                 struct err *err);

/* NULL with ERR_USAGE and the nearest one. */
const struct keeping_class *keeping_find(const struct keeping *retention, const char *name,
                                         struct err *err);

/* Of a class today, of a store or (-1) of all. Days are INT64_MIN where there is none. */
struct keeping_count {
    int64_t rows, oldest; /* oldest: the first event */
    int64_t may, since;   /* of them may be destroyed; since: the first of them since that day */
    int64_t held, next;   /* are held; next: when the next of the others may be destroyed */
};
int keeping_count(struct db *db, const struct keeping_class *class, int64_t years, int64_t store_id,
                  int64_t today, struct keeping_count *count, struct err *err);

/* Whether a hold is still in force: ERR_DATA if there is none such, or it was released. */
int keeping_hold_check(struct db *db, const char *code, struct err *err);

#endif
