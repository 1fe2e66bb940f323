/*
 * machine: how a machine comes into the house: it is asked for (请购), suppliers offer (比价), one offer is
 * chosen, and what is delivered is accepted (验收) or not.
 *
 * Offers are compared by what a year of the machine's life costs: its price and the upkeep after the
 * guarantee, over the months that its maker lets it be used. Acceptance is a list of conditions, each with a
 * code of its own; everything that is missing is named at once, and then nothing is written.
 */
#ifndef MEDI_SUPPLY_MACHINE_H
#define MEDI_SUPPLY_MACHINE_H

#include "supply/order.h"

struct machine_request {
    int64_t store_id, id;
    const char *code, *state, *name, *kind;
    const char *item, *supplier; /* of the catalogue; whose offer was chosen; or NULL */
    int64_t budget_fen;          /* -1: none was said */
};

/* ERR_DATA: the store has no such request. */
int machine_request(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                    struct machine_request *request, struct err *err);

/* ERR_DATA unless it is in that state: "open", "chosen". */
int machine_in_state(const struct machine_request *request, const char *state, struct err *err);

struct machine_offer {
    const char *supplier, *model, *maker, *registration_no; /* the last two or NULL */
    int64_t price_fen, warranty_months, life_months, yearly_fen;
    bool over; /* the day until which it may be taken is past */
};
struct machine_offers {
    struct machine_offer *items; /* the cheapest a year first */
    int count, room;
};
int machine_offers(struct db *db, struct arena *arena, const struct machine_request *request,
                   int64_t today, struct machine_offers *offers, struct err *err);

/* That of a supplier, or NULL. */
const struct machine_offer *machine_offer_of(const struct machine_offers *offers,
                                             const char *supplier);

/* What of a choice wants a reason, in words: not the cheapest of those that still hold, fewer than `least`
 * of them, above the budget; NULL: nothing. */
const char *machine_wants_reason(struct arena *arena, const struct machine_request *request,
                                 const struct machine_offers *offers,
                                 const struct machine_offer *chosen, int64_t least);

/* The supplier's papers for such a device hold on that day: ERR_DATA says what is lacking. */
int machine_qualified(struct db *db, struct arena *arena, const struct paper_rules *rules,
                      const struct machine_request *request, const struct machine_offer *offer,
                      int64_t day, struct err *err);

/* ---- acceptance ---- */

/* In the order in which a machine is looked at. machine_info tells their words;
 * medi-stock-equipment-accept(1) the articles. */
enum machine_gate {
    MACHINE_REQUEST,
    MACHINE_PRICE,
    MACHINE_MODEL,
    MACHINE_SUPPLIER_PAPERS,
    MACHINE_REGISTRATION,
    MACHINE_REGISTRATION_LABEL,
    MACHINE_SERIAL,
    MACHINE_SERIAL_KNOWN,
    MACHINE_QUALITY_PAPER,
    MACHINE_MANUAL,
    MACHINE_ACCESSORIES,
    MACHINE_TRIAL,
    MACHINE_CALIBRATION,
    MACHINE_GATES
};
struct machine_info {
    const char *code, *says, *law; /* says: N_("…"); ○: known second-hand, —: a rule of the house */
};
const struct machine_info *machine_info(enum machine_gate gate);

/* What came, as its label and its papers say; NULL: not said. */
struct machine_delivery {
    const char *code, *model, *registration_no, *serial; /* code: that of its file to be */
    const char *quality_paper, *manual, *accessories, *trial;
    const char *body, *certificate; /* of its first calibration */
    bool calibrate;                 /* it must be in calibration to be used */
    bool has_end;                   /* it is said until when that holds */
    bool has_price;
    int64_t price_fen, day;
};

/* What is missing: in words, and the codes alone, "model serial trial"; NULL: nothing. */
struct machine_lack {
    const char *words, *codes;
};
int machine_judge(struct db *db, struct arena *arena, const struct paper_rules *rules,
                  const struct machine_request *request, const struct machine_offer *offer,
                  const struct machine_delivery *delivery, struct machine_lack *lack,
                  struct err *err);

#endif
