#include "client/transactions.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/money.h"
#include "text/records.h"

enum { SHORT = 4, LONG = 5, FIELD_MOST = 256 };

struct transactions {
    struct records *records;
    int columns; /* 0: not known yet */
    size_t line;
};

int
transactions_open(struct transactions **opened, const char *path, struct err *err)
{
    const struct records_options options = {.bare = true, .field_cap = FIELD_MOST};
    struct records *records;
    *opened = NULL;
    if (records_open(&records, path, &options, err) < 0)
        return -1;
    *opened = mem_alloc(sizeof **opened);
    **opened = (struct transactions){.records = records};
    return 0;
}

void
transactions_close(struct transactions *transactions)
{
    if (!transactions)
        return;
    records_close(transactions->records);
    free(transactions);
}

static bool
is_header(const struct record *record)
{
    static const char *const WORDS[] = {"client", "sample", "date", "quantity", "amount"};
    if (record->count != SHORT && record->count != LONG)
        return false;
    for (int i = 0; i < record->count; i++)
        if (strcasecmp(record->fields[i].text, WORDS[i && record->count == SHORT ? i + 1 : i]) != 0)
            return false;
    return true;
}

static int
check_columns(struct transactions *transactions, const struct record *record, struct err *err)
{
    if (transactions->columns == 0 && (record->count == SHORT || record->count == LONG))
        transactions->columns = record->count;
    if (transactions->columns == 0)
        return err_set(
            err, ERR_DATA,
            _("%d columns; expected client, date, quantity, amount (a column may stand between "
              "client and date)"),
            record->count);
    if (record->count != transactions->columns)
        return err_set(err, ERR_DATA, _("%d columns, and the lines above have %d"), record->count,
                       transactions->columns);
    return 0;
}

/* Digits with one point at most, and a sign: "2", "-1", "0.5". */
static bool
is_quantity(const struct field *field)
{
    const char *text = field->text;
    size_t sign = text[0] == '-' || text[0] == '+';
    size_t whole = strspn(text + sign, "0123456789");
    size_t point = text[sign + whole] == '.';
    size_t behind = point ? strspn(text + sign + whole + 1, "0123456789") : 0;
    return whole + behind > 0 && sign + whole + point + behind == field->length;
}

static int
take(const struct record *record, struct transaction *transaction, struct err *err)
{
    const struct field *client = &record->fields[0], *rest = &record->fields[record->count - 3];
    if (client->length == 0)
        return err_set(err, ERR_DATA, _("client: missing"));
    transaction->client = client->text;
    transaction->length = client->length;
    if (!day_parse(rest[0].text, rest[0].length, &transaction->day))
        return err_set(err, ERR_DATA, _("date: %s: expected a day, as 2026-09-11 or 20260911"),
                       rest[0].text);
    if (!is_quantity(&rest[1]))
        return err_set(err, ERR_DATA, _("quantity: %s: expected a number"), rest[1].text);
    if (money_parse(rest[2].text, rest[2].length, &transaction->fen, err) < 0)
        return err_wrap(err, _("amount"));
    return 0;
}

int
transactions_next(struct transactions *transactions, struct transaction *transaction,
                  struct err *err)
{
    struct record record;
    int got = records_next(transactions->records, &record, err);
    if (got == 1 && transactions->columns == 0 && is_header(&record)) {
        transactions->columns = record.count;
        got = records_next(transactions->records, &record, err);
    }
    if (got <= 0)
        return got;
    transactions->line = record.line;
    if (check_columns(transactions, &record, err) < 0 || take(&record, transaction, err) < 0)
        return transactions_place(transactions, err);
    return 1;
}

bool
transactions_rewind(struct transactions *transactions, struct err *err)
{
    transactions->columns = 0;
    return records_rewind(transactions->records, err);
}

bool
transactions_can_rewind(const struct transactions *transactions)
{
    return records_can_rewind(transactions->records);
}

int
transactions_place(const struct transactions *transactions, struct err *err)
{
    return err_wrap(err, "%s:%zu", records_name(transactions->records), transactions->line);
}
