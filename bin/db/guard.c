/* What a verb asks beyond the permission to run it: see lib/duty and the tables of roles.yaml. */
#include <string.h>
#include <unistd.h>

#include "base/codec.h"
#include "base/hash.h"
#include "base/str.h"
#include "duty/duty.h"
#include "duty/request.h"
#include "record/export.h"
#include "setting/setting.h"
#include "bin/db/verbs.h"

/* ---- power over others ----------------------------------------------------------------------------- */

/* Of the chain, and with the defaults that are written here: a pack of the caller's cannot change them. */
static const struct setting grant_alone = {.name = "duty.grant_alone", .fallback = "yes"};
static const struct setting reveal_alone = {.name = "duty.reveal_alone", .fallback = "0"};

int
guard_power(struct ctx *ctx, const char *subject, struct err *err)
{
    const char *alone, *from;
    if (setting_value(ctx->db, ctx->arena, &grant_alone, 0, &alone, &from, err) < 0)
        return -1;
    return strcmp(alone, "no") != 0 || cli_second(ctx, "duty.grant", subject, NULL, err) > 0 ? 0
                                                                                             : -1;
}

/* Nobody is to lock themselves in: what is guarded from now on must have somebody to consent. */
static int
need_a_second(struct ctx *ctx, const char *deed, struct err *err)
{
    const struct request_deed asked = {
        .deed = deed, .subject = "", .reason = "", .by = cli_actor(ctx)};
    const char *logins = request_consenters(ctx->db, ctx->arena, &asked, err);
    const char *roles = logins ? request_roles(ctx->db, ctx->arena, deed, err) : NULL;
    if (!roles || *logins)
        return roles ? 0 : -1;
    return err_set(err, ERR_DATA,
                   _("nobody else could consent to %s; first give a second person one of these "
                     "roles: %s"),
                   deed, roles);
}

int
guard_setting(struct ctx *ctx, const char *name, const char *value, struct err *err)
{
    if (!str_starts(name, "duty."))
        return 0;
    if (ctx->store)
        return err_set(err, ERR_USAGE, _("%s: is a setting of the whole chain; leave -s out"),
                       name);
    if (cli_must(ctx, "duty grant", "", err) < 0)
        return -1;
    if (value && strcmp(name, grant_alone.name) == 0 && strcmp(value, "no") == 0 &&
        need_a_second(ctx, "duty.grant", err) < 0)
        return -1;
    return guard_power(ctx, arena_printf(ctx->arena, "setting %s = %s", name, value ? value : "-"),
                       err);
}

/* ---- personal data --------------------------------------------------------------------------------- */

static const char *
digest_of(struct arena *arena, const struct opt_list *list)
{
    enum { SIZE = 16 };
    unsigned char digest[SIZE];
    struct hash hash;
    hash_begin(&hash, "medi reveal", SIZE, NULL);
    for (int i = 0; i < list->count; i++)
        hash_add_text(&hash, list->items[i]);
    hash_end(&hash, digest, SIZE);
    return hex_encode(arena, digest, SIZE);
}

/* A long list of codes is told by its hash. */
static const char *
add_codes(struct arena *arena, const char *words, const struct opt_list *codes)
{
    enum { SHOWN = 8 };
    for (int i = 0; i < codes->count && i < SHOWN; i++)
        words = arena_printf(arena, "%s%s %s", words, i ? "," : ":", codes->items[i]);
    if (codes->count <= SHOWN)
        return words;
    return arena_printf(arena, "%s … (%d, %s)", words, codes->count, digest_of(arena, codes));
}

/* So is the value of a personal column, which is not to stand in a request. */
static const char *
add_matches(struct arena *arena, const char *words, const struct kind *kind,
            const struct opt_list *matches)
{
    for (int i = 0; i < matches->count; i++) {
        const char *text = matches->items[i];
        int length = (int)strcspn(text, "=");
        int column = kind_match(kind, arena_strndup(arena, text, (size_t)length));
        if (column >= 0 && !kind->columns[column].personal)
            length = (int)strlen(text);
        words = arena_printf(arena, "%s%s %.*s", words, i ? "," : " where", length, text);
    }
    return matches->count ? arena_printf(arena, "%s (%s)", words, digest_of(arena, matches))
                          : words;
}

/* Which records exactly. */
static const char *
reveal_subject(struct arena *arena, const struct kind *kind, const struct export_args *args)
{
    if (!args->codes.count && !args->matches.count)
        return arena_printf(arena, "%s: all", kind->name);
    return add_matches(arena, add_codes(arena, kind->name, &args->codes), kind, &args->matches);
}

int
guard_reveal(struct ctx *ctx, const struct export_spec *spec, const struct export_args *args,
             struct err *err)
{
    const char *kind = spec->kind->name;
    int64_t most, rows = 0;
    if (setting_int(ctx->db, ctx->arena, &reveal_alone, 0, &most, err) < 0 ||
        (most > 0 && export_count(ctx->db, ctx->arena, spec, most + 1, &rows, err) < 0))
        return -1;
    if (most > 0 && rows > most &&
        cli_second(ctx, "export.reveal", reveal_subject(ctx->arena, spec->kind, args), args->reveal,
                   err) < 0)
        return -1;
    return cli_log_access(ctx, ctx->store_id > 0 ? ctx->store_id : 0, kind, args->reveal, err);
}

/* ---- kinds of the caller's own ------------------------------------------------------------------------ */

/*
 * A kind from MEDI_CONFIG is written by who runs the verb, so its name says nothing of what they
 * may do. What counts are the shipped kinds of the same table: one of them must be allowed, what
 * is personal there is personal here, and the rows of a store are told by the same column.
 */
static bool
is_own(const struct ctx *ctx, const char *kind)
{
    return ctx->config &&
           access(arena_printf(ctx->arena, "%s/kinds/%s.yaml", ctx->config, kind), F_OK) == 0;
}

static int
keep_store(const struct kind *own, const struct kind *shipped, struct err *err)
{
    int mine = kind_column(own, "store"), theirs = kind_column(shipped, "store");
    if (theirs < 0 ||
        (mine >= 0 && strcmp(own->columns[mine].into, shipped->columns[theirs].into) == 0))
        return 0;
    return err_set(err, ERR_DATA, _("kind %s: its column store must be the one of %s"), own->name,
                   shipped->name);
}

static void
keep_masks(struct kind *own, const struct kind *shipped)
{
    for (int i = 0; i < shipped->count; i++) {
        const struct kind_column *mask = &shipped->columns[i];
        for (int k = 0; k < own->count && mask->personal; k++) {
            if (strcmp(own->columns[k].into, mask->into) != 0)
                continue;
            own->columns[k].personal = true;
            own->columns[k].indexed = mask->indexed;
        }
    }
}

/* Whose key seals a row is not for the caller's pack to say. */
static int
keep_person(struct kind *own, const struct kind *shipped, struct err *err)
{
    int theirs = shipped->person ? kind_column(shipped, shipped->person) : -1;
    const char *into = theirs < 0 ? NULL : shipped->columns[theirs].into;
    own->forgotten = shipped->forgotten;
    own->follow = shipped->follow;
    for (int i = 0; into && i < own->count; i++)
        if (strcmp(own->columns[i].into, into) == 0 && own->columns[i].required &&
            own->columns[i].ref && strcmp(own->columns[i].ref, "clients") == 0)
            own->person = own->columns[i].name;
    if (!into || own->person || !kind_has_personal(own))
        return 0;
    return err_set(err, ERR_DATA,
                   _("kind %s: its column %s must be a required reference to clients"), own->name,
                   into);
}

static struct kind *
copy_kind(struct arena *arena, const struct kind *kind)
{
    struct kind *copy = arena_alloc(arena, sizeof *copy);
    *copy = *kind;
    copy->person = copy->forgotten = copy->follow = NULL; /* shipped kinds say so */
    copy->columns = arena_array(arena, (size_t)kind->count, sizeof *copy->columns);
    memcpy(copy->columns, kind->columns, (size_t)kind->count * sizeof *copy->columns);
    return copy;
}

const struct kind *
guard_kind(struct ctx *ctx, const struct kind *kind, const char *verb, struct err *err)
{
    const struct packs shipped = {NULL, ctx->share};
    struct pack_names names;
    const char *last = "";
    bool allowed = false;
    if (!is_own(ctx, kind->name))
        return kind;
    if (pack_list(&shipped, ctx->arena, "kinds", &names, err) < 0)
        return NULL;
    struct kind *copy = copy_kind(ctx->arena, kind);
    for (int i = 0; i < names.count; i++) {
        const struct kind *same = kind_load(ctx->arena, &shipped, names.names[i], err);
        if (same && strcmp(same->table, kind->table) != 0)
            continue;
        int may = same ? cli_may(ctx, verb, same->name, err) : -1;
        if (may < 0 || keep_store(kind, same, err) < 0)
            return NULL;
        keep_masks(copy, same);
        if (keep_person(copy, same, err) < 0)
            return NULL;
        allowed = allowed || may;
        last = same->name;
    }
    if (!*last) {
        err_set(err, ERR_DATA, _("kind %s: table %s is not one of records"), kind->name,
                kind->table);
        return NULL;
    }
    return allowed || cli_must(ctx, verb, last, err) == 0 ? copy : NULL;
}

/* ---- import ------------------------------------------------------------------------------------------ */

int
guard_import(struct ctx *ctx, const struct packs *packs, const struct kind *kind, struct err *err)
{
    if (ctx->bound_to && kind_column(kind, "store") < 0)
        return err_set(err, ERR_DATA,
                       _("%s are of the whole chain, and your duty is of store %s alone"),
                       kind->name, ctx->store);
    for (int i = 0; i < kind->count; i++) {
        const struct kind_column *column = &kind->columns[i];
        if (!column->ref || column->unknown != UNKNOWN_CREATE)
            continue;
        const struct kind *created = kind_load(ctx->arena, packs, column->ref, err);
        if (!created || cli_must(ctx, "import", created->name, err) < 0 ||
            !guard_kind(ctx, created, "import", err))
            return -1;
        if (ctx->bound_to && kind_column(created, "store") < 0)
            return err_set(err, ERR_DATA,
                           _("%s: %s are of the whole chain, and your duty is of store %s alone"),
                           column->name, created->name, ctx->store);
    }
    return 0;
}
