/* Opening a complaint. */
#include <string.h>

#include "bin/complaint/verbs.h"
#include "complaint/pack.h"
#include "complaint/rules.h"

struct opening {
    const struct category *category;
    struct complaint_subject subject;
    struct complaint_rules rules;
    struct staff about, by;
    bool has_by;
    int64_t at;
};

/* "YP001/B260701": item and lot. */
static int
split_product(struct ctx *ctx, const char *product, struct complaint_subject *subject,
              struct err *err)
{
    const char *slash = product ? strchr(product, '/') : NULL;
    if (!product)
        return 0;
    if (!slash || slash == product || !slash[1])
        return err_set(err, ERR_USAGE, _("--product: %s: must be ITEM/LOT"), product);
    subject->item = arena_strndup(ctx->arena, product, (size_t)(slash - product));
    subject->lot = slash + 1;
    return 0;
}

static int
find_category(struct ctx *ctx, const struct open_args *args, struct opening *opening,
              struct err *err)
{
    struct packs packs = verbs_packs(ctx);
    struct categories categories;
    const struct complaint_links links = {.treatment = args->treatment != NULL,
                                          .product = args->product != NULL,
                                          .staff = args->about != NULL,
                                          .visit = args->visit != NULL};
    if (!args->category)
        return err_set(err, ERR_USAGE, _("a complaint needs a --category"));
    if (categories_load(ctx->arena, &packs, &categories, err) < 0)
        return -1;
    opening->category = category_find(&categories, args->category, err);
    return opening->category ? category_fits(opening->category, &links, err) : -1;
}

/* Whom it is about may have left since; who takes it down works here. */
static int
find_people(struct ctx *ctx, const struct open_args *args, struct opening *opening, struct err *err)
{
    int64_t day = zone_day(ctx->zone, opening->at);
    if (args->about && staff_find(ctx->db, ctx->arena, args->about, day, &opening->about, err) < 0)
        return -1;
    opening->has_by = true;
    if (args->by)
        return staff_find(ctx->db, ctx->arena, args->by, day, &opening->by, err) < 0 ||
                       staff_here(&opening->by, day, err) < 0
                   ? -1
                   : 0;
    int found = staff_of_login(ctx->db, ctx->arena, cli_actor(ctx), day, &opening->by, err);
    opening->has_by = found == 1;
    return found < 0 ? -1 : 0;
}

static int
prepare(struct ctx *ctx, const struct open_args *args, struct opening *opening, struct err *err)
{
    struct packs packs = verbs_packs(ctx);
    struct complaint_subject *subject = &opening->subject;
    *opening = (struct opening){.at = args->at == OPT_UNSET ? ctx->now : args->at};
    *subject = (struct complaint_subject){
        .client = args->client, .treatment = args->treatment, .visit = args->visit};
    if (opening->at > ctx->now)
        return err_set(err, ERR_DATA, _("--at: lies ahead"));
    if (cli_store_id(ctx, &subject->store_id, err) < 0 ||
        split_product(ctx, args->product, subject, err) < 0 ||
        find_category(ctx, args, opening, err) < 0 || find_people(ctx, args, opening, err) < 0 ||
        complaint_belongs(ctx->db, subject, err) < 0)
        return -1;
    return complaint_rules(ctx->db, ctx->arena, &packs, subject->store_id, &opening->rules, err);
}

static int
put_complaint(struct ctx *ctx, const struct open_args *args, const struct opening *opening,
              struct cli_record *record, struct err *err)
{
    cli_record_init(record, "complaints", PUT_ADD);
    cli_give(record, "code", args->code);
    cli_give(record, "client", args->client);
    cli_give(record, "treatment", args->treatment);
    cli_give(record, "visit", args->visit);
    cli_give(record, "staff", args->about);
    cli_give(record, "item", opening->subject.item);
    cli_give(record, "lot", opening->subject.lot);
    cli_give(record, "way", args->way ? args->way : "store");
    cli_give(record, "category", opening->category->name);
    cli_give_int(ctx, record, "severity",
                 args->severity == OPT_UNSET ? opening->category->severity : args->severity);
    cli_give_moment(ctx, record, "opened_at", opening->at);
    cli_give_moment(ctx, record, "respond_by",
                    clock_add(&opening->rules.clock, opening->at, opening->rules.respond_s));
    cli_give(record, "detail", args->detail);
    return cli_put(ctx, record, err);
}

static int
put_first_step(struct ctx *ctx, const struct open_args *args, const struct opening *opening,
               const char *code, struct err *err)
{
    struct cli_record step;
    cli_record_init(&step, "complaint_steps", PUT_ADD);
    cli_give(&step, "complaint", code);
    cli_give(&step, "client", args->client);
    cli_give(&step, "line", "1");
    cli_give(&step, "kind", "open");
    cli_give_moment(ctx, &step, "at", opening->at);
    cli_give(&step, "staff", opening->has_by ? opening->by.code : NULL);
    return cli_put(ctx, &step, err);
}

int
cmd_open(struct ctx *ctx, void *data, struct err *err)
{
    const struct open_args *args = data;
    struct opening opening;
    struct cli_record record;
    const char *same;
    if (prepare(ctx, args, &opening, err) < 0 ||
        put_complaint(ctx, args, &opening, &record, err) < 0 ||
        put_first_step(ctx, args, &opening, record.code, err) < 0 ||
        complaint_same(ctx->db, ctx->arena, record.store_id, record.code, &same, err) < 0)
        return -1;
    if (same)
        cli_say(ctx,
                _("%s: counts as one with %s: same client, category and treatment within 7 days"),
                record.code, same);
    return cli_say_record(ctx, &record, err);
}
