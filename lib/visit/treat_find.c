/* What the words of a command line mean for a treatment: visits, people, projects, uses. */
#include <stdlib.h>
#include <string.h>

#include "db/sql.h"
#include "stock/label.h"
#include "stock/words.h"
#include "visit/treat.h"

/* ---- visits ---------------------------------------------------------------------------------------------- */

int
treat_visit(struct db *db, struct arena *arena, int64_t store_id, const char *code,
            struct treat_visit *visit, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_TREAT_VISIT, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA,
                                   _("%s: this store has no such visit; receive the client first: "
                                     "medi-visit arrive"),
                                   code);
    *visit = (struct treat_visit){
        .id = db_get_int(stmt, 0),
        .client_id = db_get_int(stmt, 1),
        .status = db_keep_text(stmt, 2, arena),
        .arrived_at = db_get_int(stmt, 3),
        .left_at = db_get(stmt, 4).type == DB_INT ? db_get_int(stmt, 4) : -1,
        .doctor_id = db_get_int(stmt, 5),
        .client = db_keep_text(stmt, 6, arena),
        .code = arena_strdup(arena, code),
    };
    db_finish(stmt);
    return 0;
}

int
treat_visit_at(const struct treat_visit *visit, const struct zone *zone, int64_t at,
               struct err *err)
{
    char when[32];
    if (strcmp(visit->status, "cancelled") == 0 || strcmp(visit->status, "planned") == 0 ||
        strcmp(visit->status, "entered-in-error") == 0)
        return err_set(err, ERR_DATA, _("visit %s is %s: the client is not here"), visit->code,
                       visit->status);
    if (at < visit->arrived_at) {
        zone_format(zone, visit->arrived_at, when);
        return err_set(err, ERR_DATA, _("visit %s: the client arrived only at %s"), visit->code,
                       when);
    }
    if (visit->left_at >= 0 && at > visit->left_at) {
        zone_format(zone, visit->left_at, when);
        return err_set(err, ERR_DATA, _("visit %s: the client left at %s"), visit->code, when);
    }
    return 0;
}

/* ---- people and projects --------------------------------------------------------------------- */

int
treat_staff(struct db *db, struct arena *arena, const char *code, int64_t *id, const char **role,
            struct err *err)
{
    struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_TREAT_STAFF, &value, 1, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: no such member of the staff"), code);
    *id = db_get_int(stmt, 0);
    if (role)
        *role = db_keep_text(stmt, 1, arena);
    db_finish(stmt);
    return 0;
}

int
treat_project(struct db *db, struct arena *arena, const char *code, int64_t *id,
              const char **device_kind, struct err *err)
{
    struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_TREAT_PROJECT, &value, 1, err);
    if (found <= 0)
        return found < 0
                   ? -1
                   : err_set(err, ERR_DATA,
                             _("%s: no such project; list them with: medi-visit project list"),
                             code);
    *id = db_get_int(stmt, 0);
    if (device_kind)
        *device_kind = db_keep_text(stmt, 1, arena);
    db_finish(stmt);
    return 0;
}

int
treat_projects_of(struct db *db, struct arena *arena, int64_t store_id, int64_t visit_id,
                  const char ***codes, int *count, struct err *err)
{
    enum { MOST = 64 };
    const struct db_value values[] = {db_int(store_id), db_int(visit_id)};
    struct db_stmt *stmt;
    int more;
    *codes = arena_array(arena, MOST, sizeof **codes);
    *count = 0;
    if (sql_open(db, &stmt, SQL_VISIT_NEXT_PROJECTS, values, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1 && *count < MOST)
        (*codes)[(*count)++] = db_keep_text(stmt, 1, arena);
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* ---- ITEM=QUANTITY[@LOT][#UNIT] -------------------------------------------------------------- */

/* The text behind `mark`, which is cut off from what stands before it; NULL: there is none. */
static const char *
cut_behind(char *text, char mark)
{
    char *at = strchr(text, mark);
    if (!at)
        return NULL;
    *at = '\0';
    return at + 1;
}

static int
find_names(struct db *db, struct arena *arena, int64_t store_id, int64_t day,
           struct stock_names *names, struct treat_use *use, struct err *err)
{
    if (stock_label_names(db, arena, store_id, day, names, err) < 0 ||
        stock_item_find(db, arena, names->item, &use->item, err) < 0)
        return -1;
    use->unit = names->unit;
    return names->lot ? stock_lot_find(db, store_id, &use->item, names->lot, &use->lot_id, err) : 0;
}

int
treat_parse_use(struct db *db, struct arena *arena, int64_t store_id, int64_t day, const char *text,
                struct treat_use *use, struct err *err)
{
    char *copy = arena_strdup(arena, text), *end = NULL, *number = NULL, *lot = NULL;
    const char *unit = cut_behind(copy, '#');
    bool parted = stock_words_part(copy, &number, &lot);
    *use = (struct treat_use){0};
    use->quantity = parted ? strtoll(number, &end, 10) : 0;
    if (!parted || !*number || *end || strlen(number) > 12 || use->quantity <= 0 ||
        (unit && !*unit))
        return err_set(err, ERR_USAGE,
                       _("--use: %s: write ITEM=QUANTITY, ITEM=QUANTITY@LOT or "
                         "ITEM=QUANTITY@LOT#UNIT, the quantity in the item's smallest unit"),
                       text);
    struct stock_names names = {.item = copy, .lot = lot, .unit = unit};
    return find_names(db, arena, store_id, day, &names, use, err) < 0 ? err_wrap(err, "--use") : 0;
}

/* ---- STAFF[:PART[:SHARE]] -------------------------------------------------------------------- */

static bool
is_part(const char *part)
{
    return strcmp(part, "operator") == 0 || strcmp(part, "assistant") == 0 ||
           strcmp(part, "anaesthetist") == 0 || strcmp(part, "nurse") == 0;
}

int
treat_parse_hand(struct db *db, struct arena *arena, const char *text, struct treat_hand *hand,
                 struct err *err)
{
    char *copy = arena_strdup(arena, text), *end = NULL;
    char *part = (char *)cut_behind(copy, ':');
    const char *share = part ? cut_behind(part, ':') : NULL;
    *hand = (struct treat_hand){.part = part ? part : "assistant", .share = -1};
    if (share)
        hand->share = strtoll(share, &end, 10);
    if (!*copy || !is_part(hand->part) ||
        (share && (!*share || *end || hand->share < 0 || hand->share > 1000)))
        return err_set(err, ERR_USAGE,
                       _("--hand: %s: write STAFF, STAFF:PART or STAFF:PART:SHARE; a part is "
                         "operator, assistant, anaesthetist or nurse, a share 0 to 1000"),
                       text);
    if (treat_staff(db, arena, copy, &hand->staff_id, NULL, err) < 0)
        return err_wrap(err, "--hand");
    return 0;
}

/* ---- treatments ------------------------------------------------------------------------------ */

int
treat_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
           struct treated *treated, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_TREAT_GET, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA, _("%s: this store has no such treatment"), code);
    *treated = (struct treated){
        .id = db_get_int(stmt, 0),
        .client_id = db_get_int(stmt, 1),
        .client = db_keep_text(stmt, 2, arena),
        .status = db_keep_text(stmt, 3, arena),
        .started_at = db_get_int(stmt, 4),
        .visit = db_keep_text(stmt, 5, arena),
        .project = db_keep_text(stmt, 6, arena),
        .quantity = db_get_int(stmt, 7),
        .recognised_fen = db_get_int(stmt, 8),
        .prepaid = db_keep_text(stmt, 9, arena),
        .code = arena_strdup(arena, code),
    };
    db_finish(stmt);
    return 0;
}
