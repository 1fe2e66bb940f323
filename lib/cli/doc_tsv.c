/*
 * The tables as lines, for tests:
 *
 *     tool     NAME  SUMMARY
 *     verb     NAME  none|read|write|admin  SUMMARY
 *     operand  VERB  NAME  required|optional  once|repeats  COMPLETE
 *     option   VERB  -LETTER  --NAME  VALUE  own|common  CHOICES (with commas)
 *     example  VERB  COMMAND
 */
#include <string.h>

#include "cli/doc.h"

static void
add_line(struct str *text, const char *const *cells)
{
    for (int i = 0; cells[i]; i++) {
        if (i)
            str_addc(text, '\t');
        str_add_visible(text, cells[i], strlen(cells[i]));
    }
    str_addc(text, '\n');
}

static void
add_operand(struct doc *doc, const struct verb *verb, const struct operand *operand)
{
    add_line(doc->text, (const char *const[]){"operand", verb->name, operand->name,
                                              operand->optional ? "optional" : "required",
                                              operand->repeats ? "repeats" : "once",
                                              operand->complete ? operand->complete : "", NULL});
}

static void
add_option(struct doc *doc, const struct verb *verb, const struct opt *opt, bool common)
{
    const char letter[] = {opt->letter ? '-' : '\0', opt->letter, '\0'};
    const char *choices = "";
    for (int i = 0; opt->type == OPT_CHOICE && opt->choices[i]; i++)
        choices = arena_printf(doc->arena, "%s%s%s", choices, i ? "," : "", opt->choices[i]);
    add_line(doc->text, (const char *const[]){"option", verb->name, letter,
                                              arena_printf(doc->arena, "--%s", opt->name),
                                              opt_takes_value(opt) ? opt->value : "",
                                              common ? "common" : "own", choices, NULL});
}

static void
add_verb(struct doc *doc, const struct verb *verb)
{
    static const char *const modes[] = {
        [DB_NONE] = "none", [DB_READ] = "read", [DB_WRITE] = "write", [DB_ADMIN] = "admin"};
    add_line(doc->text,
             (const char *const[]){"verb", verb->name, modes[verb->mode], verb->summary, NULL});
    for (const struct operand *word = verb->operands; word && word->name; word++)
        add_operand(doc, verb, word);
    doc_options(doc, verb, add_option);
    for (int i = 0; verb->examples && verb->examples[i]; i++)
        add_line(doc->text, (const char *const[]){"example", verb->name, verb->examples[i], NULL});
}

void
doc_tsv(struct doc *doc)
{
    add_line(doc->text, (const char *const[]){"tool", doc->tool->name, doc->tool->summary, NULL});
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++)
        add_verb(doc, verb);
}
