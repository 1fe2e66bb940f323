/*
 * The verbs of medi-client: each a short function and the struct that its options fill. The tables that name
 * them are in bin/medi-client.c.
 */
#ifndef MEDI_BIN_CLIENT_VERBS_H
#define MEDI_BIN_CLIENT_VERBS_H

#include "cli/cli.h"
#include "cli/put.h"

struct packs client_packs(const struct ctx *ctx);

/* A personal value for people, masked unless it is revealed: `column` is name, phone, id_number or any other.
 * */
struct db_value client_masked(struct arena *arena, const char *column, struct db_value value);

int64_t client_today(const struct ctx *ctx);

/* Puts a record and says its code; tells when there was nothing to change. */
int client_put(struct ctx *ctx, struct cli_record *record, struct err *err);

/* The rows of a statement of this room, bound by hand: as cli_list shows them. */
int client_print(struct ctx *ctx, enum sql_id id, const struct db_value *values, int count,
                 struct err *err);

/* ---- files ---- */

struct file_args {
    const char *code, *name, *phone, *id_number, *gender, *channel, *owner, *nurse, *class;
    const char *address, *latitude, *longitude, *language, *allergy, *history, *preference, *note;
    const char *email, *wechat;
    const char *anyway, *home;
    int64_t birthday, created_on;
};
verb_run cmd_add, cmd_edit;

struct find_args {
    const char *text, *name;
};
verb_run cmd_find;

struct show_args {
    const char *code, *kind, *part, *reveal;
    int64_t from, to, limit;
};
verb_run cmd_show;

struct merge_args {
    const char *code, *other;
};
verb_run cmd_merge;

struct forget_args {
    const char *code, *reason, *anyway;
};
verb_run cmd_forget;

struct select_args {
    const char *segment, *not_segment, *tier, *within, *birthday_from, *birthday_to, *gender;
    const char *channel, *owner, *home;
    struct opt_list tags, not_tags, had, not_had;
    int64_t seen_before, seen_after, spend_from, spend_below, age_from, age_below, score_from;
    int64_t limit;
    bool names;
};
verb_run cmd_list;

/* ---- leads, contacts, consents ---- */

struct lead_args {
    const char *code, *name, *phone, *channel, *project, *owner, *stage, *next_step, *note, *reason;
    const char *client, *anyway;
    int64_t next_on, at, due;
    bool open;
};
verb_run cmd_lead_add, cmd_lead_edit, cmd_lead_list, cmd_lead_convert, cmd_lead_lose;

struct touch_args {
    const char *client, *kind, *staff, *proof, *note;
    int64_t at;
    bool inbound;
};
verb_run cmd_touch;

struct consent_args {
    const char *client, *way, *staff, *proof;
    struct opt_list purposes;
    int64_t at, until;
};
struct consentlist_args {
    const char *client, *purpose;
    bool history;
};
verb_run cmd_consent, cmd_withdraw;

/* ---- tags, tiers, segments ---- */

struct tag_args {
    const char *client, *tag;
};
struct taglist_args {
    const char *client, *tag;
    bool history;
};
verb_run cmd_tag_add, cmd_tag_drop, cmd_tag_apply;

struct codes_args {
    struct opt_list codes;
    const char *segment;
};
verb_run cmd_segment, cmd_segment_show, cmd_tier, cmd_tier_list;

/* ---- referrals, partners, events, vouchers, albums ---- */

struct refer_args {
    const char *client, *by, *reward, *note;
    int64_t day;
};
struct referlist_args {
    const char *client;
    int64_t from, to;
};
verb_run cmd_refer;

struct partner_args {
    const char *code, *name, *trade, *terms, *channel, *contact, *phone;
    int64_t valid_from, valid_to;
};
verb_run cmd_partner_add, cmd_partner_edit;

struct event_args {
    const char *code, *name, *kind, *partner, *note, *state;
    int64_t starts_on, ends_on, budget, spent;
    struct opt_list clients;
};
struct eventlist_args {
    int64_t from, to, days;
};
verb_run cmd_event_add, cmd_event_edit, cmd_event_invite, cmd_event_attend;

struct voucher_args {
    const char *code, *kind, *client, *partner, *project, *why, *order, *state, *reward_for;
    int64_t value, expires, count;
};
struct voucherlist_args {
    const char *client, *state, *kind, *partner;
};
verb_run cmd_voucher_issue, cmd_voucher_redeem, cmd_voucher_void;

struct album_args {
    const char *code, *client, *project, *before, *after, *scope, *proof, *for_use, *reveal;
    int64_t taken_on, until;
};
verb_run cmd_album_add, cmd_album_edit, cmd_album_list;

/* ---- models ---- */

struct fit_args {
    const char *transactions, *unit, *model;
    bool gamma_gamma;
    int64_t until, predict;
};

verb_run cmd_fit;

/* With --transactions fit is a filter, and no database is opened. */
bool fit_is_pure(const void *args);

#endif
