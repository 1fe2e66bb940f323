/* Files, posts and licences. */
#include <string.h>

#include "bin/staff/verbs.h"

int
verbs_staff(struct ctx *ctx, const char *code, struct staff *staff, struct err *err)
{
    if (staff_find(ctx->db, ctx->arena, code, verbs_today(ctx), staff, err) < 0)
        return -1;
    if (ctx->bound_to && staff->store_id && staff->store_id != ctx->bound_to)
        return err_set(err, ERR_DATA,
                       _("%s: is not of the store that your duty is for; ask an admin: "
                         "medi-db duty grant"),
                       code);
    return 0;
}

int
verbs_done(struct ctx *ctx, const char *what, int written)
{
    if (written == 0)
        cli_say(ctx, _("%s: nothing to change"), what);
    return written < 0 ? -1 : 0;
}

/* A store as it goes into a record: "*" is none; NULL: that of -s. */
static const char *
store_text(const struct ctx *ctx, const char *given)
{
    const char *store = given ? given : ctx->store;
    return store && strcmp(store, "*") == 0 ? "" : store;
}

/* ---- files ---------------------------------------------------------------------------------------- */

/* The post that a new file begins with. */
static int
first_post(struct ctx *ctx, const struct file_args *args, int64_t hired_on, struct err *err)
{
    struct cli_record post;
    cli_record_init(&post, "posts", PUT_ADD);
    cli_give(&post, "staff", args->code);
    cli_give(&post, "role", args->role);
    cli_give(&post, "title", args->title);
    cli_give(&post, "store", store_text(ctx, args->home));
    cli_give_day(ctx, &post, "from_on", hired_on);
    return cli_put(ctx, &post, err);
}

int
cmd_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct file_args *args = data;
    struct cli_record file;
    int64_t hired_on = args->hired_on == OPT_UNSET ? verbs_today(ctx) : args->hired_on;
    cli_record_init(&file, "staff", PUT_ADD);
    cli_give(&file, "code", args->code);
    cli_give(&file, "name", args->name);
    cli_give(&file, "role", args->role);
    cli_give(&file, "store", store_text(ctx, args->home));
    cli_give(&file, "title", args->title);
    cli_give(&file, "phone", args->phone);
    cli_give_day(ctx, &file, "hired_on", hired_on);
    return cli_put(ctx, &file, err) < 0 || first_post(ctx, args, hired_on, err) < 0 ? -1 : 0;
}

/* Names what waits for someone else, when someone leaves. */
static int
say_left_behind(struct ctx *ctx, const struct file_args *args, struct err *err)
{
    struct staff staff;
    struct db_stmt *stmt = NULL;
    if (args->left_on == OPT_UNSET)
        return 0;
    if (staff_find(ctx->db, ctx->arena, args->code, verbs_today(ctx), &staff, err) < 0)
        return -1;
    struct db_value values[] = {db_int(staff.id), db_int(args->left_on)};
    if (sql_first(ctx->db, &stmt, SQL_STAFF_LEFT_BEHIND, values, 2, err) < 0)
        return -1;
    static const char *const words[] = {
        N_("%s: %lld open accounts; close them: medi-db account close"),
        N_("%s: is named as owner or nurse of %lld clients; give them another"),
        N_("%s: answers for %lld open complaints; assign them to another"),
        N_("%s: has %lld appointments after the last day; move them"),
    };
    for (int i = 0; i < 4; i++)
        if (db_get_int(stmt, i) > 0)
            cli_say(ctx, _(words[i]), args->code, (long long)db_get_int(stmt, i));
    db_finish(stmt);
    return 0;
}

int
cmd_edit(struct ctx *ctx, void *data, struct err *err)
{
    const struct file_args *args = data;
    struct cli_record file;
    cli_record_init(&file, "staff", PUT_EDIT);
    cli_give(&file, "code", args->code);
    cli_give(&file, "name", args->name);
    cli_give(&file, "phone", args->phone);
    cli_give_day(ctx, &file, "hired_on", args->hired_on);
    cli_give_day(ctx, &file, "left_on", args->left_on);
    if (file.count == 1)
        return err_set(err, ERR_USAGE,
                       _("nothing to change was given; roles and stores change "
                         "with: medi-staff post"));
    if (verbs_done(ctx, args->code, cli_put(ctx, &file, err)) < 0)
        return -1;
    return say_left_behind(ctx, args, err);
}

int
cmd_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct show_args *args = data;
    struct staff staff;
    struct db_stmt *stmt = NULL;
    if (verbs_staff(ctx, args->staff, &staff, err) < 0)
        return -1;
    struct db_value id = db_int(staff.id);
    int64_t rows = -1;
    if (sql_open(ctx->db, &stmt, SQL_STAFF_SHOW, &id, 1, err) == 0)
        rows = cli_print(ctx, stmt, sql_get(SQL_STAFF_SHOW), err);
    db_finish(stmt);
    return rows < 0 ? -1 : 0;
}

/* ---- posts ---------------------------------------------------------------------------------------- */

static int
store_code(struct ctx *ctx, int64_t store_id, const char **code, struct err *err)
{
    struct db_value id = db_int(store_id);
    struct db_stmt *stmt = NULL;
    *code = "";
    if (!store_id)
        return 0;
    int found = sql_first(ctx->db, &stmt, SQL_STAFF_STORES, &id, 1, err);
    if (found != 1)
        return found;
    *code = arena_strdup(ctx->arena, db_get_text(stmt, 1));
    db_finish(stmt);
    return 0;
}

/* A new post: what was not given stays; another role has another title. */
static int
give_post(struct ctx *ctx, const struct post_args *args, const struct staff *staff,
          struct cli_record *post, struct err *err)
{
    bool same = !args->role || strcmp(args->role, staff->role) == 0;
    const char *home;
    if (store_code(ctx, staff->store_id, &home, err) < 0)
        return -1;
    cli_give(post, "role", args->role ? args->role : staff->role);
    cli_give(post, "title", args->title ? args->title : same ? staff->title : NULL);
    cli_give(post, "store", args->home ? store_text(ctx, args->home) : home);
    return 0;
}

static int
new_post(struct ctx *ctx, const struct post_args *args, const struct staff *staff, int64_t from,
         struct cli_record *post, struct err *err)
{
    int64_t to_on;
    if (!args->role && !args->title && !args->home)
        return err_set(err, ERR_USAGE, _("a new post has another --role, --title or --home"));
    if (staff_make_room(ctx->db, staff, from, &to_on, err) < 0)
        return -1;
    if (to_on != INT64_MIN)
        cli_give_day(ctx, post, "to_on", to_on);
    return give_post(ctx, args, staff, post, err);
}

static int
given_post(struct ctx *ctx, const struct post_args *args, struct cli_record *post)
{
    cli_give(post, "role", args->role);
    cli_give(post, "title", args->title);
    if (args->home)
        cli_give(post, "store", store_text(ctx, args->home));
    return 0;
}

int
cmd_post(struct ctx *ctx, void *data, struct err *err)
{
    const struct post_args *args = data;
    int64_t today = verbs_today(ctx), from = args->from == OPT_UNSET ? today : args->from;
    struct cli_record post;
    struct staff staff;
    if (from > today)
        return err_set(err, ERR_DATA,
                       _("--from: lies ahead; a post is recorded on its first day or later"));
    if (staff_find(ctx->db, ctx->arena, args->staff, from, &staff, err) < 0 ||
        staff_here(&staff, from, err) < 0)
        return -1;
    cli_record_init(&post, "posts", args->correct ? PUT_EDIT : PUT_ADD);
    cli_give(&post, "staff", args->staff);
    cli_give_day(ctx, &post, "from_on", from);
    cli_give(&post, "reason", args->reason);
    if ((args->correct ? given_post(ctx, args, &post)
                       : new_post(ctx, args, &staff, from, &post, err)) < 0 ||
        verbs_done(ctx, args->staff, cli_put(ctx, &post, err)) < 0)
        return -1;
    int taken = staff_take_post(ctx->db, &staff, err);
    if (taken <= 0)
        return taken;
    return cli_log(ctx, 0, arena_printf(ctx->arena, "staff %s", args->staff), _("post"), err);
}

/* ---- licences ------------------------------------------------------------------------------------- */

static int
has_licence(struct ctx *ctx, const struct licence_args *args, const struct staff *staff,
            struct err *err)
{
    struct db_value values[] = {db_int(staff->id), db_text(args->kind), db_text(args->number)};
    struct db_stmt *stmt = NULL;
    int found = sql_first(ctx->db, &stmt, SQL_STAFF_LICENCE_THERE, values, 3, err);
    if (found == 1)
        db_finish(stmt);
    return found;
}

int
cmd_licence(struct ctx *ctx, void *data, struct err *err)
{
    const struct licence_args *args = data;
    struct staff staff;
    struct cli_record licence;
    if (!args->kind || !args->number)
        return err_set(err, ERR_USAGE, _("a licence needs --kind and --number"));
    if (verbs_staff(ctx, args->staff, &staff, err) < 0 ||
        staff_here(&staff, verbs_today(ctx), err) < 0)
        return -1;
    int there = has_licence(ctx, args, &staff, err);
    if (there < 0)
        return -1;
    cli_record_init(&licence, "licences", there ? PUT_EDIT : PUT_ADD);
    cli_give(&licence, "staff", args->staff);
    cli_give(&licence, "kind", args->kind);
    cli_give(&licence, "number", args->number);
    cli_give(&licence, "scope", args->scope);
    if (!there || args->place)
        cli_give(&licence, "store", store_text(ctx, args->place));
    cli_give_day(ctx, &licence, "valid_from", args->from);
    cli_give_day(ctx, &licence, "valid_to", args->to);
    return verbs_done(ctx, args->number, cli_put(ctx, &licence, err));
}
