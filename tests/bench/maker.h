/*
 * The data maker: a chain of clinics that never was, as CSV of the import kinds (README.md).
 *
 * It plays the chain day by day: who is due comes, is consulted, buys, is treated, comes again.
 * Memory is one `struct client` a client and a few lists; every row is written as it happens. All
 * numbers are integers and all chance comes from base/rng.h, in streams named below, so the same
 * arguments give the same bytes on every machine, and what is written (--only) changes nothing of
 * what happens.
 */
#ifndef MEDI_BENCH_MAKER_H
#define MEDI_BENCH_MAKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/day.h"
#include "base/rng.h"

enum stream {
    STREAM_STORE = 1,
    STREAM_STAFF,
    STREAM_CLIENT,
    STREAM_DAY,
    STREAM_VISIT,
    STREAM_WORDS,
    STREAM_LEAD,
    STREAM_AFTER,
    STREAM_LOT,
    STREAM_SPEND
};

/* ---- sheets: the CSV files (maker_sheet.c) -------------------------------------------------- */

enum sheet_id {
    SHEET_STORES,
    SHEET_STAFF,
    SHEET_LICENCES,
    SHEET_CHANNELS,
    SHEET_SPEND,
    SHEET_PROJECTS,
    SHEET_PRICES,
    SHEET_CLIENTS,
    SHEET_LEADS,
    SHEET_APPOINTMENTS,
    SHEET_VISITS,
    SHEET_CONSULTATIONS,
    SHEET_PAYMENTS,
    SHEET_TREATMENTS,
    SHEET_ITEMS,
    SHEET_SUPPLIERS,
    SHEET_LOTS,
    SHEET_FOLLOWUPS,
    SHEET_COMPLAINTS,
    SHEET_COUNT
};

struct sheet {
    FILE *file; /* NULL: not wanted, and what is put into it is dropped */
    char *bytes;
    size_t used;
    int64_t day; /* whose date stands in `date`: most rows of a sheet are of one day */
    char date[10];
};

/* The sheet's number by its name, or -1. */
int sheet_named(const char *name, size_t length);
void sheet_open(struct sheet *sheet, const char *directory, enum sheet_id id);
void sheet_close(struct sheet *sheet);

/* One field each, in column order; sheet_row ends the row. */
void sheet_text(struct sheet *sheet, const char *text); /* quoted where CSV needs it */
void sheet_none(struct sheet *sheet);
void sheet_int(struct sheet *sheet, int64_t number);
void sheet_day(struct sheet *sheet, int64_t day);
void sheet_moment(struct sheet *sheet, int64_t day, int second); /* none when second < 0 */
void sheet_code(struct sheet *sheet, const char *prefix, int64_t day,
                int number); /* DY250601-0012 */
void sheet_degrees(struct sheet *sheet, int64_t millionths);
void sheet_row(struct sheet *sheet);

/* ---- what is sold, by which channels, from what (maker_catalogue.c) ------------------------- */

enum department { DEPT_SKIN, DEPT_SURGERY, DEPT_DENTAL, DEPT_TCM, DEPT_COUNT };

struct project {
    const char *code, *name, *kind;
    enum department department;
    int cycle, minutes; /* days until due again (0: once), usual length */
    int yuan;           /* the chain's price of one session */
    int sessions;       /* most sessions sold at once */
    int step;           /* days between two of them */
    int review;         /* days until the doctor wants to see it, 0 never */
    int share;          /* weight among what clients ask for */
    bool doctor;        /* a doctor does it; else a nurse */
};
extern const struct project projects[];
extern const int project_count;
enum { PROJECT_LIMIT = 32, CHANNEL_NONE = -1 };
int project_named(const char *code);

struct channel {
    const char *code, *name, *category;
    int share;    /* weight among new clients */
    int deals;    /* permille of first consultations that end in a deal */
    int cost_fen; /* spent for a new client */
};
extern const struct channel channels[];
extern const int channel_count; /* without `unknown`, which every database has */
const char *channel_code(int channel);

const char *department_name(enum department department);

struct world;
struct store;

/* What one session costs a client of `channel` in `store` on `day`, and the least it may cost. */
struct quote {
    int64_t fen, floor_fen;
};
struct quote price_quote(const struct world *world, int project, int store, int channel,
                         int64_t day);

void catalogue_write(struct world *world);

/* ---- days (maker_calendar.c) ---------------------------------------------------------------- */

/* How much happens on a day, 1000 being usual: month, holiday, promotion; 0 closed at 春节. The
 * weekday is left to the store. */
int calendar_weight(int64_t day);
int calendar_weekday_weight(int64_t day);
bool calendar_promotion(int64_t day); /* 女神节, 618, 双11, 双12 */

/* ---- stores and who works there (maker_store.c) --------------------------------------------- */

enum { QUEUE_DAYS = 1024, TEAMS_MOST = 240 };

/* A doctor with a nurse and a room: what an appointment takes together or not at all. */
struct team {
    enum department department;
    int day_off; /* ISO weekday */
    int free_at; /* minute of today from which it is free */
};

enum counter {
    COUNT_VISITS,
    COUNT_BOOKINGS,
    COUNT_CONSULTS,
    COUNT_ORDERS,
    COUNT_PAYMENTS,
    COUNT_TREATMENTS,
    COUNT_FOLLOWUPS,
    COUNT_COMPLAINTS,
    COUNTERS
};

struct store {
    char code[12];
    int number;  /* 1 … */
    int size;    /* weight among stores, the flagship 1000 */
    bool clinic; /* 诊所: skin and Chinese medicine only */
    int hours;   /* which opening hours */
    int64_t opened_on;
    struct team teams[TEAMS_MOST];
    int team_count, consultants, desks;
    int64_t turnover; /* the day on which the second consultant's place changes hands */
    int daily[COUNTERS];
    int32_t bucket[QUEUE_DAYS]; /* clients by the day on which they are due, modulo QUEUE_DAYS */
    int32_t ready;              /* clients who are due, the latest first */
    int32_t *members;           /* the clients whose home it is */
    int member_count, member_room;
};

void stores_make(struct world *world);
void stores_write(struct world *world);
void staff_write(struct world *world); /* with their licences (maker_staff.c) */
void stores_release(struct world *world);
int store_weight(const struct world *world, const struct store *store, int64_t day);
bool store_hours(const struct store *store, int64_t day, int *open, int *close); /* minutes */
bool store_treats(const struct store *store, enum department department);
int store_next(struct store *store, enum counter counter); /* today's next number, from 1 */
/* A team of the department for `minutes` from `earliest` on, before closing; -1 if none can. */
int store_take_team(struct store *store, enum department department, int64_t day, int earliest,
                    int minutes, int *start);
int store_consultant(const struct store *store, int place, int64_t day);

enum role {
    ROLE_DOCTOR,
    ROLE_NURSE,
    ROLE_CONSULTANT,
    ROLE_DESK,
    ROLE_MANAGER,
    ROLE_TECHNICIAN,
    ROLE_BUYER,
    ROLE_MARKETING
};
void sheet_staff(struct sheet *sheet, enum role role, int store, int number);

/* ---- clients (maker_client.c) --------------------------------------------------------------- */

enum stage {
    STAGE_NEW,      /* never came */
    STAGE_OPEN,     /* came, has not bought */
    STAGE_DEPOSIT,  /* paid a deposit */
    STAGE_SESSIONS, /* paid for sessions that are still to come */
    STAGE_REVIEW,   /* treated, to be looked at */
    STAGE_IDLE,     /* nothing open */
};
enum client_class { CLASS_CLIENT, CLASS_STAFF, CLASS_TEST };
enum list { LIST_NONE, LIST_BUCKET, LIST_READY };

/* What an order's code is made of. */
struct order {
    int32_t store, day, number;
};

struct client {
    int32_t previous, next; /* in the list that it is in */
    int32_t due, last_day;
    int32_t treated_on; /* last for what they need */
    int32_t month;      /* year × 100 + month of the file: part of its code */
    struct order order; /* the open one */
    int64_t open_fen;   /* paid and not yet treated for */
    int64_t owed_fen;   /* still to be paid behind a deposit */
    uint16_t store, owner;
    uint8_t channel, need, stage, sessions, class, list;
};

/* A new client of a store whose file is made on `day`; writes the row. Returns its index. */
int32_t client_make(struct world *world, struct store *store, int64_t day, bool old);
void clients_make_old(struct world *world); /* those who were clients before the first day */
int need_draw(const struct store *store, struct rng *rng); /* a project that the store can do */
void sheet_client(struct sheet *sheet, const struct world *world, int32_t client);
void lead_write(struct world *world, int32_t client,
                int64_t day); /* the lead who became a client */
void leads_write_lost(struct world *world, const struct store *store, int64_t day, int count);

/* ---- who is due when (maker_queue.c) -------------------------------------------------------- */

void queue_join(struct world *world, int32_t client);
void queue_add(struct world *world, int32_t client, int64_t day); /* due on a day */
void queue_move(struct world *world, int32_t client, int store);  /* will come to another store */
void queue_turn(struct world *world, int64_t day);                /* those due today are ready */
/* Somebody who comes to the store today: due, nearly due, or woken; -1 nobody there is. */
int32_t queue_take(struct world *world, struct store *store, int64_t day, struct rng *rng);

/* ---- a visit and what comes of it (maker_journey.c, maker_write.c) -------------------------- */

enum payment_kind { PAY_DEPOSIT, PAY_PAYMENT, PAY_REFUND };
enum outcome { OUTCOME_DEAL, OUTCOME_PENDING, OUTCOME_LOST, OUTCOME_REFUSAL, OUTCOME_ERROR };
enum purpose {
    PURPOSE_CONSULT,
    PURPOSE_TREATMENT,
    PURPOSE_REVIEW,
    PURPOSE_FOLLOWUP,
    PURPOSE_PAYMENT,
    PURPOSE_OTHER
};
enum visit_status { VISIT_FINISHED, VISIT_PROGRESS, VISIT_CANCELLED, VISIT_ERROR };

struct payment {
    enum payment_kind kind;
    int project, quantity;
    bool gift;
    struct order order;
    int64_t fen;
};
struct treatment {
    int project, start, end; /* minutes of the day */
    int team;                /* -1: a nurse alone */
    int64_t fen;
};
enum { STORY_PAYMENTS = 6, STORY_TREATMENTS = 4 };

/* Everything that happens in one visit. Times are seconds of the day, -1 none. */
struct story {
    uint64_t number; /* of the visit, from 1 */
    int64_t day;
    struct store *store;
    int32_t client;
    bool first; /* the client's first */
    int arrived, seen, left, closing;
    enum purpose purpose;
    enum visit_status status;
    int channel, consultant, team; /* -1 none */
    int project;
    bool consulted;
    enum outcome outcome;
    int64_t budget_fen;
    int paid_at;
    struct payment payments[STORY_PAYMENTS];
    int payment_count;
    struct treatment treatments[STORY_TREATMENTS];
    int treatment_count;
    int slot_start, slot_end;      /* minutes that the team is taken; -1 none */
    int missed_team, missed_start; /* half an hour booked by somebody who did not come; -1 none */
    struct rng rng;
};

void journey_play(struct world *world, struct story *story);
void story_write(struct world *world, struct story *story);
/* Bookings of the two weeks behind the last day. */
void bookings_write_ahead(struct world *world);

/* ---- a day (maker_day.c) -------------------------------------------------------------------- */

void days_play(struct world *world);

/* ---- follow-ups, complaints, lots, spend (maker_after.c, maker_stock.c) --------------------- */

void after_write(struct world *world, const struct story *story, const struct treatment *treatment,
                 int number);
void stock_write_catalogue(struct world *world);
void stock_write_month(struct world *world, struct store *store, int64_t day);
void spend_write(struct world *world, const struct store *store, int64_t day, int weight);
void spend_write_chain(struct world *world, int64_t day);

/* ---- all of it ------------------------------------------------------------------------------ */

struct options {
    int stores, months;
    uint32_t clients;
    uint64_t visits, skip; /* 0 visits: as many as so many clients make */
    int64_t start;
    uint64_t seed;
    uint32_t only; /* a bit a sheet */
    const char *directory;
};

struct world {
    struct options options;
    struct sheet sheets[SHEET_COUNT];
    struct store *stores;
    struct client *clients;
    uint32_t client_count, old_clients;
    uint32_t lead_count;
    int64_t first_day, end_day; /* the period, [first, end) */
    int64_t last_day;           /* the last that was played */
    uint64_t rate;              /* visits in the period: the pace of all days */
    uint64_t weight_sum;        /* of all stores' days in the period */
    uint64_t size_sum;          /* of all stores */
    uint64_t visit_carry, client_carry;
    uint64_t visits; /* played so far */
    bool silent;     /* still among the visits to skip */
    struct sheet none;
};

/* A sheet of what happens; while visits are skipped one that drops what is put into it. */
struct sheet *world_sheet(struct world *world, enum sheet_id id);

#endif
