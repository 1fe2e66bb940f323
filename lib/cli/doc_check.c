/* Faults in the tables that no compiler sees. A test asks every program with --document check. */
#include <string.h>

#include "cli/common.h"
#include "cli/doc.h"
#include "cli/frame.h"
#include "cli/verbs.h"

static int
fault(struct err *err, const struct verb *verb, const char *what, const char *why)
{
    return err_set(err, ERR_DATA, "%s: %s: %s", verb->name, what, why);
}

static size_t
field_size(enum opt_type type)
{
    if (type == OPT_FLAG)
        return sizeof(bool);
    return type == OPT_LIST ? sizeof(struct opt_list) : sizeof(int64_t);
}

static int
check_option(const struct verb *verb, const struct opt *opt, size_t args_size, struct err *err)
{
    if (!opt->help || !*opt->help)
        return fault(err, verb, opt->name, "no help");
    if (opt_takes_value(opt) != (opt->value != NULL))
        return fault(err, verb, opt->name, "a value needs a name, and a flag has none");
    if ((opt->type == OPT_CHOICE) != (opt->choices != NULL))
        return fault(err, verb, opt->name, "choices are for OPT_CHOICE");
    if (opt->offset + field_size(opt->type) > args_size)
        return fault(err, verb, opt->name, "outside of the argument struct");
    return 0;
}

static int
check_twice(const struct verb *verb, const struct opt *opt, const struct opt *others,
            struct err *err)
{
    for (; others && others->name; others++) {
        if (others == opt)
            continue;
        if (strcmp(others->name, opt->name) == 0)
            return fault(err, verb, opt->name, "there is another option of that name");
        if (opt->letter && others->letter == opt->letter)
            return fault(err, verb, opt->name, "there is another option of that letter");
    }
    return 0;
}

static int
check_options(const struct verb *verb, struct arena *arena, struct err *err)
{
    const struct opt *common = common_options(verb, arena);
    for (const struct opt *opt = verb->options; opt && opt->name; opt++)
        if (check_option(verb, opt, verb->args_size, err) ||
            check_twice(verb, opt, verb->options, err) || check_twice(verb, opt, common, err))
            return -1;
    for (const struct opt *opt = common; opt->name; opt++)
        if (check_option(verb, opt, sizeof(struct common), err) ||
            check_twice(verb, opt, common, err))
            return -1;
    return 0;
}

static int
check_operands(const struct verb *verb, struct err *err)
{
    bool optional = false;
    for (const struct operand *word = verb->operands; word && word->name; word++) {
        size_t size = word->repeats ? sizeof(struct opt_list) : sizeof(const char *);
        if (!word->help || !*word->help)
            return fault(err, verb, word->name, "no help");
        if (word->repeats && word[1].name)
            return fault(err, verb, word->name, "only the last may repeat");
        if (optional && !word->optional)
            return fault(err, verb, word->name, "behind an optional one");
        if (word->offset + size > verb->args_size)
            return fault(err, verb, word->name, "outside of the argument struct");
        optional = word->optional;
    }
    return 0;
}

static int
check_query(const struct verb *verb, struct err *err)
{
    const struct sql *sql = sql_get(verb->query);
    enum out_type ignored;
    if (verb->run != cli_list)
        return 0;
    if (verb->query == SQL_NONE)
        return fault(err, verb, "query", "cli_list needs one");
    for (int i = 0; i < sql->column_count; i++)
        if (!out_type_parse(sql->columns[i].type, &ignored))
            return fault(err, verb, sql->columns[i].name, "no such type of column");
    for (int i = 0; i < sql->param_count; i++)
        if (!bind_has_giver(verb, sql->params[i].name))
            return fault(err, verb, sql->params[i].name, "no option gives this parameter");
    return 0;
}

static int
check_verb(const struct tool *tool, const struct verb *verb, struct arena *arena, struct err *err)
{
    if (!verb->run || !verb->summary || !*verb->summary)
        return fault(err, verb, "verb", "needs a summary and something to run");
    for (const struct verb *other = tool->verbs; other != verb; other++)
        if (strcmp(other->name, verb->name) == 0)
            return fault(err, verb, "verb", "there is another of that name");
    if (verb_second(verb->name) && strchr(verb_second(verb->name), ' '))
        return fault(err, verb, "verb", "has more than two words");
    return check_options(verb, arena, err) || check_operands(verb, err) || check_query(verb, err)
               ? -1
               : 0;
}

int
doc_check(const struct tool *tool, struct err *err)
{
    struct arena arena;
    int result = 0;
    arena_init(&arena);
    for (const struct verb *verb = tool->verbs; verb->name && result == 0; verb++)
        result = check_verb(tool, verb, &arena, err);
    arena_release(&arena);
    return result;
}
