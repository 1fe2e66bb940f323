#include "client/deals.h"

#include <string.h>

#include "base/str.h"
#include "db/sql.h"

struct reading {
    const struct deals *deals;
    buyer_seen *seen;
    void *context;
    struct str client; /* whose history is open; "" before the first */
    struct history history;
};

static int
close_client(struct reading *reading, struct err *err)
{
    struct buyer buyer;
    if (!history_buyer(&reading->history, reading->deals->until, &buyer))
        return 0;
    reading->history = (struct history){0};
    return reading->seen(reading->context, reading->client.text, &buyer, err);
}

static int
take_row(struct reading *reading, const struct db_stmt *stmt, struct err *err)
{
    const char *client = db_get_text(stmt, 0);
    if (!client)
        client = "";
    if (strcmp(client, reading->client.text) != 0) {
        if (close_client(reading, err) < 0)
            return -1;
        str_clear(&reading->client);
        str_adds(&reading->client, client);
    }
    if (history_add(&reading->history, db_get_int(stmt, 1), db_get_int(stmt, 2)) == HISTORY_TAKEN)
        return 0;
    return err_set(err, ERR_DATA, _("client %s: the amounts are too large to be added"), client);
}

int
deals_each(const struct deals *deals, buyer_seen *seen, void *context, struct err *err)
{
    const struct db_value values[] = {db_int(deals->until),
                                      deals->store_id ? db_int(*deals->store_id) : db_null()};
    struct reading reading = {deals, seen, context, STR_INIT, {0}};
    struct db_stmt *stmt = NULL;
    int result = sql_open(deals->db, &stmt, SQL_CLIENT_DEALS, values, 2, err);
    while (result == 0 && (result = db_step(stmt, err)) == 1)
        result = take_row(&reading, stmt, err);
    if (result == 0)
        result = close_client(&reading, err);
    db_finish(stmt);
    str_release(&reading.client);
    return result;
}
