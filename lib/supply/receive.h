/*
 * receive: what a delivery must bring before it comes in (验收), and what then happens to it.
 *
 * One function judges a delivery by a list of conditions, each with a refusal code of its own, and
 * gives everything that
 * is missing at once. If nothing is, it comes in whole: lots or movements into lots that are there,
 * the order's lines
 * count it, the order is closed when all of it has come. If anything is, nothing moves; the refusal
 * can be written as a
 * record of its own. For goods that travel cold the temperature record and the lot: one missing is
 * as good as both
 * (缺一拒签).
 *
 * Run within the transaction that writes, with the store's lock, so that nothing changes between
 * judgement and commit;
 * the schema itself refuses a line that would receive more than was ordered.
 */
#ifndef MEDI_SUPPLY_RECEIVE_H
#define MEDI_SUPPLY_RECEIVE_H

#include "supply/coldchain.h"
#include "supply/order.h"

/* In the order in which a delivery is looked at. receive_info tells their words;
 * medi-stock-receive(1) the articles. */
enum receive_gate {
    RECEIVE_ORDER,
    RECEIVE_SCAN_ITEM,
    RECEIVE_SCAN_LINE,
    RECEIVE_SCAN_UNIT,
    RECEIVE_ORDER_ITEM,
    RECEIVE_ORDER_QUANTITY,
    RECEIVE_ORDER_PRICE,
    RECEIVE_ORDER_SPEC,
    RECEIVE_SUPPLIER_PAPERS,
    RECEIVE_REGISTRATION,
    RECEIVE_REGISTRATION_LABEL,
    RECEIVE_LOT,
    RECEIVE_LOT_PAPERS,
    RECEIVE_LOT_STATE,
    RECEIVE_LOT_DATES,
    RECEIVE_MADE,
    RECEIVE_EXPIRES,
    RECEIVE_DATES,
    RECEIVE_LIFE,
    RECEIVE_TEMPERATURE,
    RECEIVE_TEMPERATURE_CLOCK,
    RECEIVE_TEMPERATURE_COVER,
    RECEIVE_TEMPERATURE_GAP,
    RECEIVE_TEMPERATURE_LIMITS,
    RECEIVE_TEMPERATURE_TIME,
    RECEIVE_TEMPERATURE_KINETIC,
    RECEIVE_DAMAGE, /* what the receiver saw: only with a refusal that a person words */
    RECEIVE_GATES
};

struct receive_info {
    const char *code; /* "lot-papers" */
    const char *says; /* N_("…"): what must be there */
    const char *law;  /* what it stands on; ○: known second-hand */
};
const struct receive_info *receive_info(enum receive_gate gate);

struct receive_missing {
    enum receive_gate gate;
    const char *about; /* an item, or "" */
    const char *words; /* in the run's language */
};
struct receive_list {
    struct receive_missing *items;
    int count, room;
};

#define RECEIVE_NO_DAY INT64_MIN

/* A line of a delivery, as label and papers say. */
struct receive_line {
    struct supply_item item;
    int64_t quantity;
    bool has_amount; /* a price is on the delivery note */
    int64_t amount_fen;
    const char *lot, *registration_no, *spec, *place; /* NULL: not said */
    int64_t made_on, expires_on;                      /* RECEIVE_NO_DAY */
    const char *
        *serials; /* of its units, as they were scanned; may be fewer than it has packages */
    int serial_count, serial_room;
    /* by receive_judge: what it stands in the order as; NULL: it does not */
    const struct order_line *ordered;
};

/* A temperature record, for the lines of one storage class. */
struct receive_record {
    const char *storage, *file, *hash;
    struct readings readings;
    /* by receive_judge: of the line that it does worst by */
    struct temperature_verdict verdict;
    bool judged;
};

struct receive_case {
    int64_t store_id, at, day;
    struct transport transport; /* arrived_at: at */
    const struct order *order;
    struct receive_line *lines;
    int count;
    struct receive_record *records;
    int record_count;
    int64_t price_percent;  /* how far a price may be off */
    int64_t remaining_days; /* for items that say nothing */
};

/* "ITEM=2盒@L123,made=2026-05-01,expires=2028-04-30,price=780.00,spec=100U" and registration=, place=:
 * ERR_USAGE, ERR_DATA. The price is of one of what it is counted in. ITEM may be a scanned label
 * (`day` is today's): lot and days that it says need not be said again, nor may they otherwise. */
int receive_line_parse(struct db *db, struct arena *arena, int64_t day, const char *text,
                       struct receive_line *line, struct err *err);

/* What is missing is added to the list, in order. 0 or -1. */
int receive_judge(struct db *db, struct arena *arena, const struct paper_rules *papers,
                  const struct coldchain *chain, const struct zone *zone,
                  struct receive_case *given, struct receive_list *list, struct err *err);

void receive_add(struct arena *arena, struct receive_list *list, enum receive_gate gate,
                 const char *about, const char *format, ...) __attribute__((format(printf, 5, 6)));

/* "lot:I01 temperature:I01": each code with what it is about. */
const char *receive_codes(struct arena *arena, const struct receive_list *list);

/* ERR_DATA in one line that names everything. Returns -1. */
int receive_refuse(struct arena *arena, const struct receive_list *list, struct err *err);

/* The lines of a delivery that are controlled, in words for a second person; NULL: none. */
const char *receive_controlled(struct arena *arena, const struct receive_case *given);

struct receive_note {
    const char *code, *by, *second; /* second: account, or NULL */
    const char *delivery_no, *note; /* or NULL */
    const char *reasons;            /* of a refusal; NULL: it is accepted */
    int64_t staff_id;               /* 0: nobody's */
};

/* Writes receipt, lines and temperature records, and of an accepted one lots, movements and what
 * came of the order,
 * which is closed when that was all (`closed`). ERR_DATA: the code is taken, or another took what
 * was open. */
int receive_write(struct db *db, struct arena *arena, struct receive_case *given,
                  const struct receive_note *note, bool *closed, struct err *err);

#endif
