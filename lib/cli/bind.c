/* A statement's parameters from the run and from the options and operands of the same name. */
#include <string.h>

#include "base/str.h"
#include "cli/frame.h"

/* Whether an option's or operand's name is the parameter's: "-" is "_", case does not count. */
static bool
same_name(const char *name, const char *param)
{
    for (; *name && *param; name++, param++) {
        char letter = *name == '-' ? '_' : *name;
        if (letter >= 'A' && letter <= 'Z')
            letter = (char)(letter - 'A' + 'a');
        if (letter != *param)
            return false;
    }
    return !*name && !*param;
}

static bool
is_type(const struct sql_field *param, const char *type)
{
    return strcmp(param->type, type) == 0;
}

/* ---- from the run ---- */

static struct db_value
store_value(const struct ctx *ctx, const struct sql_field *param)
{
    if (is_type(param, "text"))
        return db_text(ctx->store);
    return ctx->store_id < 0 ? db_null() : db_int(ctx->store_id);
}

enum run_param { RUN_NONE, RUN_NOW, RUN_AS_OF, RUN_TODAY, RUN_STORE };

static enum run_param
run_param(const char *name)
{
    static const struct {
        const char *name;
        enum run_param param;
    } params[] = {{"now", RUN_NOW},
                  {"as_of", RUN_AS_OF},
                  {"today", RUN_TODAY},
                  {"store", RUN_STORE},
                  {"store_id", RUN_STORE}};
    for (size_t i = 0; i < sizeof params / sizeof *params; i++)
        if (strcmp(name, params[i].name) == 0)
            return params[i].param;
    return RUN_NONE;
}

static struct db_value
run_value(const struct ctx *ctx, enum run_param from, const struct sql_field *param)
{
    if (from == RUN_NOW)
        return db_int(ctx->now);
    if (from == RUN_AS_OF)
        return db_int(ctx->as_of);
    if (from == RUN_TODAY)
        return db_int(zone_day(ctx->zone, ctx->as_of));
    return store_value(ctx, param);
}

/* ---- from the command line ---- */

static int
list_value(struct ctx *ctx, const char *name, const struct opt_list *list, struct db_value *value,
           struct err *err)
{
    *value = db_null();
    if (!list->count)
        return 0;
    struct str text = STR_INIT;
    str_addc(&text, ',');
    for (int i = 0; i < list->count; i++) {
        if (strchr(list->items[i], ',')) {
            str_release(&text);
            return err_set(err, ERR_USAGE,
                           _("%s: %s: a comma is not allowed; repeat the option for more"), name,
                           list->items[i]);
        }
        str_addf(&text, "%s,", list->items[i]);
    }
    *value = db_text(arena_strdup(ctx->arena, text.text));
    str_release(&text);
    return 0;
}

static struct db_value
number_value(const struct ctx *ctx, const struct opt *opt, const struct sql_field *param,
             int64_t number)
{
    if (number == OPT_UNSET)
        return db_null();
    if (opt->type == OPT_DAY && is_type(param, "moment"))
        return db_int(zone_moment(ctx->zone, number, 0));
    return db_int(number);
}

static int
option_value(struct ctx *ctx, const void *args, const struct opt *opt,
             const struct sql_field *param, struct db_value *value, struct err *err)
{
    const void *field = (const char *)args + opt->offset;
    switch (opt->type) {
    case OPT_FLAG:
        *value = db_int(*(const bool *)field);
        return 0;
    case OPT_LIST:
        return list_value(ctx, arena_printf(ctx->arena, "--%s", opt->name), field, value, err);
    case OPT_INT:
    case OPT_MONEY:
    case OPT_DAY:
    case OPT_MOMENT:
    case OPT_UNTIL:
        *value = number_value(ctx, opt, param, *(const int64_t *)field);
        return 0;
    default:
        *value = db_text(*(const char *const *)field);
        return 0;
    }
}

static int
operand_value(struct ctx *ctx, const void *args, const struct operand *operand,
              struct db_value *value, struct err *err)
{
    const void *field = (const char *)args + operand->offset;
    if (operand->repeats)
        return list_value(ctx, operand->name, field, value, err);
    *value = db_text(*(const char *const *)field);
    return 0;
}

static const struct opt *
option_for(const struct verb *verb, const char *param)
{
    for (const struct opt *opt = verb->options; opt && opt->name; opt++)
        if (same_name(opt->name, param))
            return opt;
    return NULL;
}

static const struct operand *
operand_for(const struct verb *verb, const char *param)
{
    for (const struct operand *word = verb->operands; word && word->name; word++)
        if (same_name(word->name, param))
            return word;
    return NULL;
}

bool
bind_has_giver(const struct verb *verb, const char *param)
{
    return option_for(verb, param) || operand_for(verb, param) || run_param(param) != RUN_NONE;
}

static int
bind_one(struct ctx *ctx, const void *args, const struct sql *sql, const struct sql_field *param,
         struct db_value *value, struct err *err)
{
    const struct opt *opt = option_for(ctx->verb, param->name);
    if (opt)
        return option_value(ctx, args, opt, param, value, err);
    const struct operand *operand = operand_for(ctx->verb, param->name);
    if (operand)
        return operand_value(ctx, args, operand, value, err);
    enum run_param from = run_param(param->name);
    if (from == RUN_NONE)
        return err_set(err, ERR_DB, _("internal error: %s: nothing gives parameter %s"), sql->name,
                       param->name);
    *value = run_value(ctx, from, param);
    return 0;
}

int
cli_bind(struct ctx *ctx, const void *args, const struct sql *sql, struct db_value *values,
         struct err *err)
{
    for (int i = 0; i < sql->param_count; i++)
        if (bind_one(ctx, args, sql, &sql->params[i], &values[i], err))
            return -1;
    return 0;
}
