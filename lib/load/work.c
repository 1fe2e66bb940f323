#include "load/work.h"

#include <math.h>
#include <string.h>

#include "db/sql.h"

double
work_minutes(const struct load_role *role, double trust, double worked, double clients)
{
    double usual = (double)role->minutes;
    return clients + trust > 0 ? (worked + trust * usual) / (clients + trust) : usual;
}

static int
read_treated(const struct load *load, const struct db_value *window, double *worked,
             struct err *err)
{
    struct db_stmt *stmt;
    int more;
    if (sql_open(load->db, &stmt, SQL_LOAD_TREATED, window, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1)
        for (int i = 0; i < load->pack.count; i++)
            if (load->pack.roles[i].from == LOAD_TREATMENTS &&
                strcmp(load->pack.roles[i].name, db_get_text(stmt, 0)) == 0)
                worked[i] = (double)db_get_int(stmt, 1);
    db_finish(stmt);
    return more;
}

static int
read_consulted(const struct load *load, const struct db_value *window, double *count,
               struct err *err)
{
    struct db_stmt *stmt;
    int found = sql_first(load->db, &stmt, SQL_LOAD_CONSULTED, window, 3, err);
    if (found <= 0)
        return found;
    *count = (double)db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

int
work_read(const struct load *load, struct load_store *store, struct err *err)
{
    int64_t from = load->until - load->pack.work_days;
    const struct db_value window[] = {db_int(store->id), db_int(from), db_int(load->until)};
    double worked[LOAD_ROLES] = {0}, consulted = 0, clients = 0;
    for (int t = 0; t < store->n; t++)
        if (store->first + t >= from && !isnan(store->y[t]))
            clients += store->y[t];
    if (read_treated(load, window, worked, err) < 0 ||
        read_consulted(load, window, &consulted, err) < 0)
        return -1;
    for (int i = 0; i < load->pack.count; i++) {
        const struct load_role *role = &load->pack.roles[i];
        if (role->from == LOAD_CONSULTATIONS)
            worked[i] = consulted * (double)role->each;
        if (role->from == LOAD_VISITS)
            worked[i] = clients * (double)role->each;
        store->minutes[i] = work_minutes(role, (double)load->pack.trust, worked[i], clients);
    }
    return 0;
}
