/*
 * treat: a treatment as it is given: what it uses is planned, the gates are asked, and then all of
 * it is written at once: the record, who took part, the movements of stock with their cost, and, in
 * an emergency, what was passed over.
 *
 * `next` goes the same way as far as the gates. All within the caller's transaction.
 */
#ifndef MEDI_VISIT_TREAT_H
#define MEDI_VISIT_TREAT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/zone.h"
#include "db/db.h"
#include "stock/stock.h"
#include "visit/gate.h"

/* What is wanted of one item. */
struct treat_use {
    struct stock_item item;
    int64_t quantity;
    int64_t lot_id;   /* 0: one that was checked in this visit, else the next to expire */
    const char *unit; /* or NULL */
};

/* "ITEM=QUANTITY[@LOT][#UNIT]", each of item, lot and unit as the books have it or as it is scanned
 * (stock/label.h); `day` is today's. ERR_USAGE for the form, ERR_DATA for what is not there. */
int treat_parse_use(struct db *db, struct arena *arena, int64_t store_id, int64_t day,
                    const char *text, struct treat_use *use, struct err *err);

struct treat_visit {
    int64_t id, client_id, arrived_at;
    int64_t left_at;   /* -1: still here */
    int64_t doctor_id; /* 0: none */
    const char *code, *status, *client;
};
/* ERR_DATA: the store has no such visit. */
int treat_visit(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                struct treat_visit *visit, struct err *err);
/* ERR_DATA unless the client was in the store at that moment. */
int treat_visit_at(const struct treat_visit *visit, const struct zone *zone, int64_t at,
                   struct err *err);

struct treat_hand {
    int64_t staff_id;
    const char *part; /* operator, assistant, anaesthetist, nurse */
    int64_t share;    /* thousandths; -1: not said */
};
/* "STAFF[:PART[:SHARE]]"; without a part an assistant. */
int treat_parse_hand(struct db *db, struct arena *arena, const char *text, struct treat_hand *hand,
                     struct err *err);

/* A person by their code, with their role: ERR_DATA if there is none. */
int treat_staff(struct db *db, struct arena *arena, const char *code, int64_t *id,
                const char **role, struct err *err);
/* The codes of the projects that a visit is about and that were not done in it. */
int treat_projects_of(struct db *db, struct arena *arena, int64_t store_id, int64_t visit_id,
                      const char ***codes, int *count, struct err *err);
/* A project by its code, with the kind of device that it needs (or NULL). */
int treat_project(struct db *db, struct arena *arena, const char *code, int64_t *id,
                  const char **device_kind, struct err *err);

struct treat {
    struct gate_case
        given; /* store, client, project, visit, moment, operator, nurse, device; uses: by treat_plan */
    const char *code;  /* NULL: made */
    int64_t ended_at;  /* -1: under way */
    int64_t doctor_id; /* who answers for it; 0: none */
    int64_t quantity;
    const char *room, *note, *order_code;
    const char *prepaid;    /* code of the balance drawn on, or "auto"; NULL: none */
    int64_t recognised_fen; /* without a balance; with one it is what was drawn */
    const struct treat_hand *hands;
    int hand_count;
    struct treat_use *uses;
    int use_count;
    struct stock_plan plan; /* by treat_plan */
};

/* The kit of the project, `quantity` times, as uses. */
int treat_kit(struct db *db, struct arena *arena, struct treat *treat, struct err *err);

/* Without a device that was named: the one usable device of the kind, if the store has but one of that kind. */
int treat_device(struct db *db, struct arena *arena, struct treat *treat, const char *kind,
                 struct err *err);

/* Plans what is used and asks every gate: what is missing is in `list`. */
int treat_judge(struct db *db, struct arena *arena, const struct gate_rules *rules,
                struct treat *treat, struct gate_list *list, struct err *err);

/* The same of what is used alone: for what is used besides in a treatment that was let through. */
int treat_judge_uses(struct db *db, struct arena *arena, const struct gate_rules *rules,
                     struct treat *treat, struct gate_list *list, struct err *err);

/* Who checked what is controlled with the operator, before given->at; 0: nobody. */
int treat_second(struct db *db, const struct gate_case *given, int64_t *id, struct err *err);

/* Writes it: 0 with its id and code. */
int treat_write(struct db *db, struct arena *arena, struct treat *treat, int64_t *id,
                struct err *err);

/* What was passed over, and who consented to `subject`. */
struct treat_override {
    const char *gates, *reason, *asked_by, *subject;
};
int treat_override(struct db *db, struct arena *arena, const struct treat *treat, int64_t id,
                   const struct treat_override *override, struct err *err);

/* ---- later ----------------------------------------------------------------------------------- */

struct treated {
    int64_t id, client_id, started_at;
    int64_t quantity, recognised_fen;
    const char *code, *client, *status, *visit, *project, *prepaid;
};
int treat_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
               struct treated *treated, struct err *err);

/* Ends one that is under way: completed, or stopped. */
int treat_end(struct db *db, int64_t store_id, const struct treated *treated, int64_t at,
              bool stopped, struct err *err);

/* Issues a plan for a treatment and adds its lines: for what was used besides, or instead. */
int treat_items(struct db *db, struct arena *arena, struct stock_plan *plan,
                const struct stock_note *note, struct err *err);

/* Takes back a line: a counter-entry of stock, and a line below zero with the same cost. */
int treat_undo(struct db *db, struct arena *arena, int64_t store_id, const struct treated *treated,
               int64_t line, const struct stock_note *note, struct err *err);

/* ERR_DATA if something says that it took place: an adverse event, a complaint, an evaluation; or if it was
 * retracted already. */
int treat_retractable(struct db *db, int64_t store_id, const struct treated *treated,
                      struct err *err);

/* 误录: it never took place. Its record stands, counts nowhere, and gives back what it took: stock by
 * counter-entries at the same cost, units and revenue of a balance. */
int treat_retract(struct db *db, struct arena *arena, int64_t store_id,
                  const struct treated *treated, const struct stock_note *note, struct err *err);

/* A doctor found the client unfit: not the consultant's loss. */
int treat_refusal(struct db *db, int64_t store_id, int64_t visit_id, int64_t project_id,
                  struct err *err);

#endif
