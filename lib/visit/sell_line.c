#include "visit/sell_line.h"

#include <string.h>

#include "base/money.h"
#include "db/sql.h"
#include "visit/catalogue.h"

enum { QUANTITY_MOST = 10000 };

/* ---- reading ---------------------------------------------------------------------------------------- */

static int
wrong(const char *text, struct err *err)
{
    return err_set(err, ERR_USAGE, _("%s: write it as CODE, CODE*3 or CODE*3=2980.00"), text);
}

static int
parse_quantity(const char *text, const char *from, const char *to, int64_t *quantity,
               struct err *err)
{
    *quantity = 0;
    for (const char *at = from; at < to; at++) {
        if (*at < '0' || *at > '9' || *quantity > QUANTITY_MOST)
            return wrong(text, err);
        *quantity = *quantity * 10 + (*at - '0');
    }
    return *quantity >= 1 && *quantity <= QUANTITY_MOST ? 0 : wrong(text, err);
}

int
sell_line_parse(struct arena *arena, const char *text, bool package, bool gift,
                struct sell_line *line, struct err *err)
{
    const char *equals = strrchr(text, '='), *end = text + strlen(text);
    const char *stop = equals ? equals : end;
    const char *star = memrchr(text, '*', (size_t)(stop - text));
    *line = (struct sell_line){
        .package = package, .gift = gift, .quantity = 1, .amount_fen = SELL_NOT_SAID};
    if (star && parse_quantity(text, star + 1, stop, &line->quantity, err) < 0)
        return -1;
    if (equals && money_parse(equals + 1, (size_t)(end - equals - 1), &line->amount_fen, err) < 0)
        return err_wrap(err, "%s", text);
    if (equals && (line->amount_fen < 0 || gift))
        return gift ? err_set(err, ERR_USAGE, _("%s: a gift costs nothing; leave the amount out"),
                              text)
                    : err_set(err, ERR_USAGE, _("%s: cannot cost less than nothing"), text);
    line->code = arena_strndup(arena, text, (size_t)((star ? star : stop) - text));
    return *line->code ? 0 : wrong(text, err);
}

/* ---- pricing ------------------------------------------------------------------------------------------ */

static int
price_project(struct db *db, const struct sell_terms *terms, struct sell_line *line,
              struct err *err)
{
    struct catalogue_project project;
    struct catalogue_price price = {0, CATALOGUE_NO_FLOOR};
    if (catalogue_project(db, line->code, &project, err) < 0)
        return -1;
    if (!project.active)
        return err_set(err, ERR_DATA, _("%s: is not sold any more"), line->code);
    const struct catalogue_place place = {project.id, terms->store_id, terms->channel_id,
                                          terms->day};
    int found = catalogue_price(db, &place, &price, err);
    if (found < 0)
        return -1;
    if (found == 0 && !line->gift)
        return err_set(err, ERR_DATA,
                       _("%s: has no price on that day; add one: medi-visit price add"),
                       line->code);
    line->project_id = project.id;
    line->list_fen = price.amount_fen * line->quantity;
    line->floor_fen =
        price.floor_fen == CATALOGUE_NO_FLOOR ? SELL_NOT_SAID : price.floor_fen * line->quantity;
    return 0;
}

static int
first_visit_only(struct db *db, const struct sell_terms *terms, const struct sell_line *line,
                 struct err *err)
{
    const struct db_value values[] = {db_int(terms->client_id), db_int(terms->day)};
    struct db_stmt *stmt;
    if (sql_first(db, &stmt, SQL_VISIT_SELL_VISITS_BEFORE, values, 2, err) != 1)
        return -1;
    int64_t visits = db_get_int(stmt, 0);
    db_finish(stmt);
    if (visits)
        return err_set(err, ERR_DATA,
                       _("%s: is for first visits, and this client has come %lld times before"),
                       line->code, (long long)visits);
    return line->quantity == 1
               ? 0
               : err_set(err, ERR_DATA, _("%s: is for first visits, and sold once"), line->code);
}

static int
price_package(struct db *db, const struct sell_terms *terms, struct sell_line *line,
              struct err *err)
{
    struct catalogue_package package;
    if (catalogue_package(db, line->code, &package, err) < 0)
        return -1;
    if (!package.active || terms->day < package.valid_from || terms->day > package.valid_to)
        return err_set(err, ERR_DATA, _("%s: is not sold on that day"), line->code);
    if (package.lines == 0)
        return err_set(err, ERR_DATA, _("%s: there is nothing in it; add: medi-visit package line"),
                       line->code);
    line->package_id = package.id;
    line->list_fen = package.price_fen * line->quantity;
    line->floor_fen = package.floor_fen == CATALOGUE_NO_FLOOR ? SELL_NOT_SAID
                                                              : package.floor_fen * line->quantity;
    return package.trial ? first_visit_only(db, terms, line, err) : 0;
}

int
sell_line_price(struct db *db, const struct sell_terms *terms, struct sell_line *line,
                struct err *err)
{
    int result =
        line->package ? price_package(db, terms, line, err) : price_project(db, terms, line, err);
    if (line->gift)
        line->amount_fen = 0;
    else if (line->amount_fen == SELL_NOT_SAID)
        line->amount_fen = line->list_fen;
    return result;
}

bool
sell_line_low(const struct sell_line *line)
{
    return !line->gift && line->floor_fen != SELL_NOT_SAID && line->amount_fen < line->floor_fen;
}
