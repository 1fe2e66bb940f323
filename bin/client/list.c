/* medi-client list: clients by any mix of what is known of them; followup recall reads what it writes. */
#include <math.h>
#include <string.h>

#include "bin/client/verbs.h"
#include "client/codes.h"
#include "client/place.h"
#include "record/personal.h"

/* Without --names the last two are left out. */
static const struct out_column columns[] = {
    {"code", NULL, OUT_TEXT},      {"store", NULL, OUT_TEXT},  {"segment", NULL, OUT_TEXT},
    {"score", NULL, OUT_INT},      {"tier", NULL, OUT_TEXT},   {"owner", NULL, OUT_TEXT},
    {"channel", NULL, OUT_TEXT},   {"gender", NULL, OUT_TEXT}, {"birthday", NULL, OUT_DAY},
    {"visits", NULL, OUT_INT},     {"last_on", NULL, OUT_DAY}, {"spend_fen", NULL, OUT_FEN},
    {"distance_m", NULL, OUT_INT}, {"name", NULL, OUT_TEXT},   {"phone", NULL, OUT_TEXT},
};
enum { COLUMNS = 15, NAMES = 2, DISTANCE = 12, LATITUDE = 12, LONGITUDE = 13, ID = 14 };
/* They come as ids. */
static const struct {
    int column;
    enum code_of of;
} coded[] = {{1, CODE_STORE}, {5, CODE_STAFF}, {6, CODE_CHANNEL}};

struct selecting {
    struct ctx *ctx;
    const struct select_args *args;
    struct vault *vault;
    struct code_book *codes;
    bool placed;
    double metres;
    int64_t latitude, longitude;
    struct place_box box;
    int64_t rows, limit;
    struct out *out;
    struct arena row;
};

/* ---- what was asked for ---------------------------------------------------------------------- */

/* MM-DD as the number of its day in a year that begins on 1 March: 29 February is the last, 365. */
static int
birth_day(const char *option, const char *text, int64_t *day, struct err *err)
{
    enum { LEAP = 2000 };
    bool digits = strlen(text) == 5 && text[2] == '-' && strspn(text, "0123456789") == 2 &&
                  strspn(text + 3, "0123456789") == 2;
    int month = digits ? (text[0] - '0') * 10 + text[1] - '0' : 0;
    int date = digits ? (text[3] - '0') * 10 + text[4] - '0' : 0;
    if (!day_valid(LEAP, month, date))
        return err_set(err, ERR_USAGE, _("--%s %s: expected MM-DD, as 02-29"), option, text);
    int year = month >= 3 ? LEAP : LEAP + 4; /* both have a 29 February at their end */
    *day = day_from_civil(year, month, date) - day_from_civil(month >= 3 ? LEAP : LEAP + 3, 3, 1);
    return 0;
}

/* In a year without one, who was born on 29 February has their day on the 28th. */
static int64_t
without_leap_day(const struct ctx *ctx, int64_t to)
{
    enum { FEBRUARY_28 = 364, FEBRUARY_29 = 365 };
    struct civil today;
    day_to_civil(client_today(ctx), &today);
    return to == FEBRUARY_28 && !day_valid(today.year, 2, 29) ? FEBRUARY_29 : to;
}

static int
birthdays(const struct ctx *ctx, const struct select_args *args, struct db_value *from,
          struct db_value *to, struct err *err)
{
    const char *first = args->birthday_from ? args->birthday_from : args->birthday_to;
    const char *last = args->birthday_to ? args->birthday_to : args->birthday_from;
    int64_t a, b;
    *from = *to = db_null();
    if (!first)
        return 0;
    if (birth_day("birthday-from", first, &a, err) < 0 ||
        birth_day("birthday-to", last, &b, err) < 0)
        return -1;
    *from = db_int(a);
    *to = db_int(without_leap_day(ctx, b));
    return 0;
}

/* The day on which somebody was born who is so old today. */
static struct db_value
born(const struct ctx *ctx, int64_t age)
{
    enum { MONTHS = 12, OLDEST = 150 };
    if (age == OPT_UNSET)
        return db_null();
    age = age < 0 ? 0 : age > OLDEST ? OLDEST : age;
    return db_int(day_add_months(client_today(ctx), (int)-age * MONTHS));
}

static int
know_place(struct selecting *selecting, struct err *err)
{
    struct ctx *ctx = selecting->ctx;
    const char *code, *within = selecting->args->within;
    struct db_stmt *stmt;
    if (!within)
        return 0;
    if (!place_within(within, &selecting->metres, &code))
        return err_set(err, ERR_USAGE,
                       _("--within %s: expected a distance as 3km or 800m, and @STORE"), within);
    if (!code && !(code = ctx->store))
        return err_set(err, ERR_USAGE, _("--within %s: of which store? add @STORE, or -s"), within);
    const struct db_value value = db_text(code);
    int found = sql_first(ctx->db, &stmt, SQL_CLIENT_STORE_PLACE, &value, 1, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("store %s: not in the database"), code);
    if (found < 0)
        return -1;
    selecting->placed = db_get(stmt, 0).type == DB_INT && db_get(stmt, 1).type == DB_INT;
    selecting->latitude = db_get_int(stmt, 0);
    selecting->longitude = db_get_int(stmt, 1);
    db_finish(stmt);
    if (!selecting->placed)
        return err_set(err, ERR_DATA,
                       _("store %s: where it is is not known; say so: medi-db store edit %s "
                         "--latitude … --longitude …"),
                       code, code);
    selecting->box = place_box(selecting->latitude, selecting->longitude, selecting->metres);
    return 0;
}

/* What no option gives by itself. */
struct derived {
    struct db_value birthday_from, birthday_to;
};

static struct db_value
derived_value(const struct selecting *selecting, const struct derived *derived, const char *name,
              bool *found)
{
    const struct select_args *args = selecting->args;
    const struct place_box *box = &selecting->box;
    const struct {
        const char *name;
        struct db_value value;
    } all[] = {
        {"tag_count", args->tags.count ? db_int(args->tags.count) : db_null()},
        {"had_count", args->had.count ? db_int(args->had.count) : db_null()},
        {"birthday_from", derived->birthday_from},
        {"birthday_to", derived->birthday_to},
        {"born_after", born(selecting->ctx, args->age_below)},
        {"born_until", born(selecting->ctx, args->age_from)},
        {"south", selecting->placed ? db_int(box->south) : db_null()},
        {"north", selecting->placed ? db_int(box->north) : db_null()},
        {"west", selecting->placed ? db_int(box->west) : db_null()},
        {"east", selecting->placed ? db_int(box->east) : db_null()},
        {"store_id", selecting->ctx->bound_to > 0 ? db_int(selecting->ctx->bound_to) : db_null()},
        {"limit", db_int(selecting->placed ? INT64_MAX : selecting->limit)},
    };
    *found = false;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].name, name) == 0) {
            *found = true;
            return all[i].value;
        }
    return db_null();
}

static int
bind_all(struct selecting *selecting, const struct sql *sql, struct db_value *values,
         struct err *err)
{
    struct derived derived;
    if (birthdays(selecting->ctx, selecting->args, &derived.birthday_from, &derived.birthday_to,
                  err) < 0 ||
        know_place(selecting, err) < 0)
        return -1;
    for (int i = 0; i < sql->param_count; i++) {
        struct sql one = *sql;
        bool found;
        values[i] = derived_value(selecting, &derived, sql->params[i].name, &found);
        if (found)
            continue;
        one.params = &sql->params[i];
        one.param_count = 1;
        if (cli_bind(selecting->ctx, selecting->args, &one, &values[i], err) < 0)
            return -1;
    }
    return 0;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static int
open_names(struct selecting *selecting, int64_t id, struct db_value *row, struct err *err)
{
    static const char *const names[NAMES] = {"name", "phone"};
    struct ctx *ctx = selecting->ctx;
    const struct db_value key = db_int(id);
    struct db_stmt *stmt;
    int result = sql_first(ctx->db, &stmt, SQL_CLIENT_NAMES, &key, 1, err) == 1 ? 0 : -1;
    for (int i = 0; i < NAMES && result == 0; i++) {
        struct db_value sealed = db_get(stmt, 1 + i), *value = &row[COLUMNS - NAMES + i];
        result = personal_open(ctx->db, selecting->vault, &selecting->row, "client", names[i], id,
                               db_get(stmt, 0), sealed, value, err);
        if (result == 0 && sealed.type != DB_NULL)
            *value = value->type == DB_NULL ? db_text("***")
                                            : client_masked(&selecting->row, names[i], *value);
    }
    if (result == 0)
        db_finish(stmt);
    return result;
}

static int
put_codes(struct selecting *selecting, struct db_value *row, struct err *err)
{
    for (size_t i = 0; i < sizeof coded / sizeof *coded; i++) {
        struct db_value *value = &row[coded[i].column];
        int64_t id = value->type == DB_INT ? value->number : 0;
        const char *code;
        if (code_book_find(selecting->codes, coded[i].of, id, &code, err) < 0)
            return -1;
        *value = db_text(code);
    }
    return 0;
}

static int
give_row(struct selecting *selecting, struct db_stmt *stmt, struct err *err)
{
    struct db_value row[COLUMNS];
    for (int i = 0; i < DISTANCE; i++)
        row[i] = db_get(stmt, i);
    row[DISTANCE] = db_null();
    if (selecting->placed) {
        double metres = place_distance(selecting->latitude, selecting->longitude,
                                       db_get_int(stmt, LATITUDE), db_get_int(stmt, LONGITUDE));
        if (metres > selecting->metres)
            return 0;
        row[DISTANCE] = db_int(llround(metres));
    }
    arena_reset(&selecting->row);
    if (put_codes(selecting, row, err) < 0)
        return -1;
    if (selecting->args->names && open_names(selecting, db_get_int(stmt, ID), row, err) < 0)
        return -1;
    selecting->rows++;
    return out_row(selecting->out, row, err);
}

static int
give_rows(struct selecting *selecting, enum sql_id id, const struct db_value *values,
          struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = sql_open(selecting->ctx->db, &stmt, id, values, sql_get(id)->param_count, err);
    while (more >= 0 && selecting->rows < selecting->limit && (more = db_step(stmt, err)) == 1)
        if (give_row(selecting, stmt, err) < 0)
            more = -1;
    db_finish(stmt);
    return more < 0 ? -1 : out_end(selecting->out, err);
}

int
cmd_list(struct ctx *ctx, void *data, struct err *err)
{
    struct selecting selecting = {.ctx = ctx, .args = data};
    enum sql_id id = selecting.args->segment ? SQL_CLIENT_LIST_SEGMENT : SQL_CLIENT_LIST;
    const struct sql *sql = sql_get(id);
    struct db_value *values = arena_array(ctx->arena, (size_t)sql->param_count, sizeof *values);
    int64_t limit = selecting.args->limit;
    if (limit != OPT_UNSET && limit < 0)
        return err_set(err, ERR_USAGE, _("--limit: expected 0 or more"));
    selecting.limit = limit == OPT_UNSET ? INT64_MAX : limit;
    if (bind_all(&selecting, sql, values, err) < 0 ||
        (selecting.args->names && cli_vault(ctx, &selecting.vault, err) < 0))
        return -1;
    arena_init(&selecting.row);
    selecting.codes = code_book_new(ctx->db, ctx->arena);
    selecting.out = cli_out(ctx, columns, selecting.args->names ? COLUMNS : COLUMNS - NAMES);
    int result = give_rows(&selecting, id, values, err);
    out_free(selecting.out);
    arena_release(&selecting.row);
    return result < 0 ? -1 : selecting.rows > 0 && ctx->exit_rows;
}
