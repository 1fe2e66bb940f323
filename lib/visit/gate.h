/*
 * gate: what must be there before a client is treated, and who has to bring it.
 *
 * One function judges a case (store, client, project, moment, operator, device, products) by the
 * records as they stand, and gives everything that is missing. `medi-visit next` prints it,
 * `medi-visit treat` refuses with it, and an audit can ask it of a treatment that was recorded
 * elsewhere (gate_case_of).
 *
 * Validity ends with the last second of its last day in the store's calendar; what must be signed
 * or assessed before the start must be so at the second of the start at the latest. Of what a
 * treatment needs from the institution itself (assessment, signature, product check, device, lot)
 * only the store's own records count; examinations and contracts count from every store of the chain.
 *
 * Run within the transaction that also writes the treatment, with the store's lock, so that nothing
 * changes between the judgement and the commit.
 */
#ifndef MEDI_VISIT_GATE_H
#define MEDI_VISIT_GATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"
#include "visit/gate_rules.h"

/* In the order of a visit. gate_info tells their words; the table of medi-visit(1) the articles. */
enum gate {
    GATE_STORE_LICENCE,
    GATE_STORE_DEPARTMENT,
    GATE_STORE_LEVEL,
    GATE_BIRTHDAY,
    GATE_ASSESSMENT,
    GATE_ASSESSMENT_DOCTOR,
    GATE_ASSESSMENT_PERSON,
    GATE_ASSESSMENT_EXPIRED,
    GATE_ASSESSMENT_POSTPONED,
    GATE_UNFIT,
    GATE_EXAM,
    GATE_EXAM_EXPIRED,
    GATE_EXAM_PENDING,
    GATE_EXAM_ABNORMAL,
    GATE_CONTRACT,
    GATE_FORM,
    GATE_CONSENT,
    GATE_CONSENT_VERSION,
    GATE_CONSENT_LATE,
    GATE_CONSENT_WITHDRAWN,
    GATE_GUARDIAN,
    GATE_OPERATOR,
    GATE_OPERATOR_LICENCE,
    GATE_OPERATOR_PLACE,
    GATE_OPERATOR_SCOPE,
    GATE_NURSE_LICENCE,
    GATE_DEVICE,
    GATE_DEVICE_KIND,
    GATE_DEVICE_CALIBRATION,
    GATE_DEVICE_MAINTENANCE,
    GATE_DEVICE_LIFE,
    GATE_DEVICE_FAULT,
    GATE_PRODUCT,
    GATE_PRODUCT_INDICATION,
    GATE_PRODUCT_UNCHECKED,
    GATE_PRODUCT_UNCONFIRMED,
    GATE_PRODUCT_SECOND,
    GATE_PRODUCT_EXPIRED,
    GATE_PRODUCT_RECALLED,
    GATE_PRODUCT_QUARANTINED,
    GATE_PRODUCT_OPENED,
    GATE_PRODUCT_SHORT,
    GATE_PRODUCT_UNIT,
    GATES
};

struct gate_info {
    const char *code; /* "assessment-expired" */
    const char *says; /* N_("…"): what must be there */
    const char *role; /* who has to bring it: a word of roles.yaml */
    const char *law;  /* what it stands on; ○: known second-hand */
    bool never;       /* no emergency passes over it */
};
const struct gate_info *gate_info(enum gate gate);
/* By its code; GATES: there is none. */
enum gate gate_find(const char *code);

struct gate_missing {
    enum gate gate;
    const char *about;   /* of several of a kind, which: an item, an examination; "" */
    const char *words;   /* what is missing, in the run's language */
    const char *command; /* what to run; NULL: nothing that a command does */
    const char *role;    /* who brings it, and may run that */
};

struct gate_list {
    struct gate_missing *items;
    int count, room;
};

/* What is used, from where: a piece of a plan, or a line of a record. */
struct gate_use {
    int64_t item_id;
    int64_t lot_id; /* 0: none could be found for it */
    int64_t quantity;
    const char *unit; /* or NULL */
};

struct gate_case {
    int64_t store_id, client_id, project_id;
    int64_t visit_id;    /* 0: none */
    int64_t at, day;     /* the start, and its day in the store */
    int64_t operator_id; /* staff; 0: nobody is named yet */
    int64_t nurse_id;    /* who assists as a nurse; 0: nobody */
    const char *device;  /* code; NULL: none is named yet */
    const struct gate_use *uses;
    int use_count;
    int64_t treatment_id; /* of the record that is judged; 0: none yet */
};

/* What a case is judged by: read once a case. */
struct gate_facts {
    const char *store, *level, *departments, *licence_no;
    bool has_licence_to;
    int64_t licence_to;
    const char *client, *visit;
    bool has_birthday;
    int64_t birthday;
    const char *project, *department, *kind, *device_kind, *series,
        *licence;  /* licence: needed; NULL: none */
    int64_t grade; /* 0: none */
    bool contract;
};

/* One judgement, for the functions that share it (gate_*.c). */
struct gate_run {
    struct db *db;
    struct arena *arena;
    const struct gate_rules *rules;
    const struct gate_case *given;
    struct gate_facts facts;
    struct gate_list *list;
};

/* All gates of a case, but whether there is enough of what it uses (gate_short). 0 or -1; what is
 * missing is added to `list`, in order. ERR_DATA: no such client, project or store. */
int gate_ask(struct db *db, struct arena *arena, const struct gate_rules *rules,
             const struct gate_case *given, struct gate_list *list, struct err *err);

/* Why a want cannot be met from stock, as the plan found it. */
struct stock_want;
struct stock_found;
int gate_short(struct gate_run *run, const struct stock_want *want, const struct stock_found *found,
               struct err *err);

/* Adds one, worded as printf does, unless it is there in the same words, and gives it. `command` may
 * be NULL; the role is the gate's, until the caller says that this part of it is another's. */
struct gate_missing *gate_add(struct gate_run *run, enum gate gate, const char *about,
                              const char *command, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Puts the list into the order of the gates. */
void gate_sort(struct gate_list *list);

/* "assessment consent:…" each code once with what it is about, by commas; for messages, consents,
 * the record. */
char *gate_codes(struct arena *arena, const struct gate_list *list, bool about);

/* The first that no emergency passes over, or NULL. */
const struct gate_missing *gate_never(const struct gate_list *list);

/* ERR_DATA in one line that names everything. Returns -1. */
int gate_refuse(struct arena *arena, const struct gate_list *list, struct err *err);

/* A treatment as it was recorded, as a case. ERR_DATA: there is none. */
int gate_case_of(struct db *db, struct arena *arena, int64_t store_id, const char *treatment,
                 struct gate_case *given, struct err *err);

/* ---- the gates, by what they look at: each adds what is missing ------------------------------ */

int gate_store(struct gate_run *run, struct err *err);
int gate_assessment(struct gate_run *run, struct err *err);
int gate_exams(struct gate_run *run, struct err *err);
int gate_contract(struct gate_run *run, struct err *err);
int gate_consent(struct gate_run *run, struct err *err); /* and the guardian's */
int gate_operator(struct gate_run *run, struct err *err);
int gate_device(struct gate_run *run, struct err *err);
int gate_products(struct gate_run *run, struct err *err);

/* For who asks a part alone (gate_entry.h): the facts of run->given; whether a person may assess;
 * what a lot's state keeps it from. */
int gate_run_facts(struct gate_run *run, struct err *err);
int gate_assessor(struct gate_run *run, int64_t staff_id, struct err *err);
struct stock_item;
struct stock_lot;
void gate_lot(struct gate_run *run, const struct stock_item *item, const struct stock_lot *lot);

/* Whether a person born on `birthday` is below `years` on a day; 29 February comes round on 1 March. */
bool gate_below(int64_t birthday, int64_t years, int64_t day);

/* What of a person's licences answers a need on a day, in a store, for a department. */
enum gate_licence {
    LICENCE_OK,
    LICENCE_SCOPE,   /* valid here, and covers something else */
    LICENCE_PLACE,   /* valid, and registered elsewhere */
    LICENCE_EXPIRED, /* over, or not begun */
    LICENCE_NONE,
};
struct gate_licence_found {
    enum gate_licence state;
    const char *scope, *store; /* of the one that came nearest */
    int64_t valid_to;
};
int gate_licence_of(struct gate_run *run, int64_t staff_id, const char *need, int64_t day,
                    struct gate_licence_found *found, struct err *err);

/* A day as text, in the arena. */
const char *gate_day(struct arena *arena, int64_t day);

#endif
