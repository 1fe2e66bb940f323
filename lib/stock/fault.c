#include "stock/fault.h"

#include <string.h>

#include "db/sql.h"

static enum fault_state
state_of(const char *word)
{
    return strcmp(word, "open") == 0        ? FAULT_OPEN
           : strcmp(word, "repairing") == 0 ? FAULT_REPAIRING
           : strcmp(word, "repaired") == 0  ? FAULT_REPAIRED
                                            : FAULT_SCRAPPED;
}

int
fault_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
           struct fault *fault, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_FAULT_GET, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA,
                                   _("%s: this store has no such fault; list them with: "
                                     "medi-stock equipment faults"),
                                   code);
    *fault = (struct fault){.id = db_get_int(stmt, 0),
                            .code = arena_strdup(arena, code),
                            .equipment = db_keep_text(stmt, 1, arena),
                            .state = state_of(db_get_text(stmt, 2)),
                            .at = db_get_int(stmt, 3),
                            .repair_at = db_get_int(stmt, 4),
                            .repairer = db_keep_text(stmt, 5, arena)};
    db_finish(stmt);
    return 0;
}

/* ---- its way --------------------------------------------------------------------------------- */

static int
refuse_ended(const struct fault *fault, struct err *err)
{
    return err_set(err, ERR_DATA,
                   fault->state == FAULT_REPAIRED ? _("%s: is repaired already")
                                                  : _("%s: its machine was scrapped"),
                   fault->code);
}

int
fault_may_repair(const struct fault *fault, int64_t at, struct err *err)
{
    if (fault->state == FAULT_REPAIRING)
        return err_set(err, ERR_DATA, _("%s: is in repair already"), fault->code);
    if (fault->state != FAULT_OPEN)
        return refuse_ended(fault, err);
    return at < fault->at
               ? err_set(err, ERR_DATA, _("%s: --at: comes before the fault"), fault->code)
               : 0;
}

int
fault_may_end(const struct fault *fault, int64_t at, const char *verifier, struct err *err)
{
    if (fault->state == FAULT_OPEN)
        return err_set(err, ERR_DATA, _("%s: is open; medi-stock equipment repair %s first"),
                       fault->code, fault->code);
    if (fault->state != FAULT_REPAIRING)
        return refuse_ended(fault, err);
    if (fault->repairer && strcmp(fault->repairer, verifier) == 0)
        return err_set(err, ERR_DATA, _("%s: %s repaired it; another must find it good"),
                       fault->code, verifier);
    return at < fault->repair_at
               ? err_set(err, ERR_DATA, _("%s: --at: comes before the repair"), fault->code)
               : 0;
}

/* ---- those of a machine ---------------------------------------------------------------------- */

static int
open_list(struct db *db, struct db_stmt **stmt, int64_t store_id, int64_t equipment_id,
          const char *what, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(equipment_id), db_text(what)};
    return sql_open(db, stmt, SQL_STOCK_FAULT_OPEN, values, 3, err);
}

int
fault_count_open(struct db *db, struct arena *arena, int64_t store_id, int64_t equipment_id,
                 const char *what, const char **same, struct err *err)
{
    struct db_stmt *stmt;
    int count = 0, more;
    *same = NULL;
    if (open_list(db, &stmt, store_id, equipment_id, what, err) < 0)
        return -1;
    for (; (more = db_step(stmt, err)) == 1; count++)
        if (count == 0 && db_get_int(stmt, 1))
            *same = db_keep_text(stmt, 0, arena);
    db_finish(stmt);
    return more < 0 ? -1 : count;
}

int
fault_list_open(struct db *db, struct arena *arena, int64_t store_id, int64_t equipment_id,
                const char **codes, int most, struct err *err)
{
    struct db_stmt *stmt;
    int count = 0, more = 0;
    if (open_list(db, &stmt, store_id, equipment_id, NULL, err) < 0)
        return -1;
    while (count < most && (more = db_step(stmt, err)) == 1)
        codes[count++] = db_keep_text(stmt, 0, arena);
    db_finish(stmt);
    return more < 0 ? -1 : count;
}
