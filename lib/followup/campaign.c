#include "followup/campaign.h"

#include <endian.h>
#include <string.h>

#include "base/day.h"
#include "base/hash.h"
#include "db/sql.h"

int
campaign_find(struct db *db, struct arena *arena, const char *code, int64_t today,
              struct campaign *campaign, struct err *err)
{
    const struct db_value values[] = {db_text(code), db_int(today)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_FOLLOWUP_CAMPAIGN_GET, values, 2, err);
    if (found != 1)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("campaign %s: not in the database"), code);
    *campaign = (struct campaign){
        .code = arena_strdup(arena, code),
        .id = db_get_int(stmt, 0),
        .rule = db_keep_text(stmt, 1, arena),
        .store_id = db_get_int(stmt, 2),
        .starts_on = db_get_int(stmt, 3),
        .ends_on = db_get_int(stmt, 4),
        .cap = db_get_int(stmt, 5),
        .holdout = db_get_int(stmt, 6),
        .voucher_kind = db_keep_text(stmt, 7, arena),
        .voucher_fen = db_get_int(stmt, 8),
        .voucher_days = db_get_int(stmt, 9),
        .state = db_keep_text(stmt, 10, arena),
        .name = db_keep_text(stmt, 11, arena),
        .sent = db_get_int(stmt, 12),
        .sent_today = db_get_int(stmt, 13),
    };
    db_finish(stmt);
    return 0;
}

int
campaign_must_run(const struct campaign *campaign, int64_t today, struct err *err)
{
    char from[16], to[16];
    if (strcmp(campaign->state, "draft") == 0)
        return err_set(err, ERR_DATA,
                       _("campaign %s: is a draft; begin it with: medi-followup campaign start %s"),
                       campaign->code, campaign->code);
    if (strcmp(campaign->state, "running") != 0)
        return err_set(err, ERR_DATA, _("campaign %s: has ended"), campaign->code);
    if (today >= campaign->starts_on && today <= campaign->ends_on)
        return 0;
    day_format(campaign->starts_on, from);
    day_format(campaign->ends_on, to);
    return err_set(err, ERR_DATA, _("campaign %s: runs from %s to %s"), campaign->code, from, to);
}

bool
campaign_holds(const struct campaign *campaign, const char *client)
{
    enum { PARTS = 100 };
    unsigned char digest[HASH_SIZE];
    uint32_t draw = 0;
    struct hash hash;
    hash_begin(&hash, "medi holdout", HASH_SIZE, NULL);
    hash_add_text(&hash, campaign->code);
    hash_add_text(&hash, client);
    hash_end(&hash, digest, sizeof digest);
    memcpy(&draw, digest, sizeof draw);
    draw = le32toh(draw);
    return (int64_t)(draw % PARTS) < campaign->holdout;
}

int
campaign_stop(struct db *db, const struct campaign *campaign, int64_t *taken_back, struct err *err)
{
    static const enum sql_id steps[] = {SQL_FOLLOWUP_CAMPAIGN_STOP_MESSAGES,
                                        SQL_FOLLOWUP_CAMPAIGN_STOP_TASKS};
    const struct db_value id = db_int(campaign->id);
    *taken_back = 0;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        int64_t changed = 0;
        if (sql_run(db, steps[i], &id, 1, &changed, err) < 0)
            return -1;
        *taken_back += changed;
    }
    return 0;
}
