#include "client/giving.h"

#include "client/voucher.h"
#include "db/relation.h"

enum { COLUMNS = 13, TRIES = 8 };

static const char *const columns[COLUMNS] = {
    "code",      "kind",       "client_id", "partner_id",  "project_id",  "value_fen",        "why",
    "issued_on", "expires_on", "state",     "redeemed_at", "redeemed_by", "redeemed_store_id"};

struct giving {
    struct relation *relation;
    struct arena row;
};

int
giving_open(struct giving **giving, struct db *db, struct arena *arena, struct err *err)
{
    static const int key[] = {0};
    const struct relation_spec spec = {
        .table = "voucher", .columns = columns, .count = COLUMNS, .key = key, .key_count = 1};
    *giving = arena_alloc(arena, sizeof **giving);
    arena_init(&(*giving)->row);
    return relation_open(&(*giving)->relation, db, arena, &spec, err);
}

void
giving_close(struct giving *giving)
{
    if (!giving)
        return;
    relation_close(giving->relation);
    arena_release(&giving->row);
}

int
giving_add(struct giving *giving, const struct given_voucher *voucher, int64_t *id, struct err *err)
{
    for (int i = 0; i < TRIES; i++) { /* a code may be taken, by a rare chance */
        arena_reset(&giving->row);
        const struct db_value values[COLUMNS] = {db_text(voucher_code(&giving->row)),
                                                 db_text(voucher->kind),
                                                 db_id(voucher->client_id),
                                                 db_null(),
                                                 db_null(),
                                                 db_int(voucher->value_fen),
                                                 db_text(voucher->why),
                                                 db_int(voucher->issued_on),
                                                 db_int(voucher->expires_on),
                                                 db_text("issued"),
                                                 db_null(),
                                                 db_null(),
                                                 db_null()};
        int made = relation_insert(giving->relation, values, id, err);
        if (made)
            return made < 0 ? -1 : 0;
    }
    return err_set(err, ERR_DB, _("no voucher code is free"));
}

int
giving_finish(struct giving *giving, struct err *err)
{
    return relation_save_ids(giving->relation, err);
}
