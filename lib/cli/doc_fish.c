/* Completion for fish: one `complete` line a verb, option and operand. */
#include <string.h>

#include "cli/common.h"
#include "cli/doc.h"
#include "cli/verbs.h"

/* %F_verb prints the verb in front of the cursor, nothing if there is none yet; %F_operand tells
 * whether the cursor stands at an operand: verb, place, "more" if any later place will do, and the
 * verb's options that take a value. */
static const char script_verb[] =
    "function __%F_rows\n"
    "    command -q medi-db\n"
    "    or return\n"
    "    medi-db $argv -o tsv --no-header 2>/dev/null | string replace -r '\\t.*' ''\n"
    "end\n"
    "\n"
    "function __%F_verb\n"
    "    set -l words (commandline -opc)\n"
    "    set -e words[1]\n"
    "    switch \"$words[1]\"\n";

static const char script_rest[] =
    "    end\n"
    "    echo -- \"$words[1]\"\n"
    "end\n"
    "\n"
    "function __%F_at\n"
    "    set -l verb (__%F_verb)\n"
    "    contains -- \"$verb\" $argv\n"
    "end\n"
    "\n"
    "function __%F_operand\n"
    "    set -l verb (__%F_verb)\n"
    "    test \"$verb\" = $argv[1]\n"
    "    or return 1\n"
    "    set -l words (commandline -opc)\n"
    "    set -e words[1..(math 1 + (count (string split ' ' -- $verb)))]\n"
    "    set -l place 1\n"
    "    set -l value no\n"
    "    for word in $words\n"
    "        if test $value = yes\n"
    "            set value no\n"
    "        else if contains -- $word $argv[4..]\n"
    "            set value yes\n"
    "        else if not string match -q -- '-?*' $word\n"
    "            set place (math $place + 1)\n"
    "        end\n"
    "    end\n"
    "    test $value = no\n"
    "    and begin\n"
    "        test $place -eq $argv[2]\n"
    "        or test $argv[3] = more -a $place -gt $argv[2]\n"
    "    end\n"
    "end\n"
    "\n"
    "complete -c %T -f\n";

static void
add_quoted(struct str *out, const char *text)
{
    str_addc(out, '\'');
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            str_addc(out, '\\');
        str_addc(out, *text);
    }
    str_addc(out, '\'');
}

/* `condition` may be a whole call with its words. */
static void
add_complete(struct doc *doc, const char *condition, const char *rest)
{
    str_addf(doc->text, "complete -c %s -n \"__%s_%s\" %s", doc->tool->name, doc_function(doc),
             condition, rest);
}

static void
add_help(struct doc *doc, const char *help)
{
    str_adds(doc->text, " -d ");
    add_quoted(doc->text, help);
    str_addc(doc->text, '\n');
}

/* ---- verbs ---- */

/* fish takes the first case that matches, so that a group's second words stand in one. */
static void
add_group(struct doc *doc, const struct verb *group)
{
    str_addf(doc->text, "        case %.*s\n", (int)verb_first(group->name), group->name);
    for (const struct verb *verb = group; verb->name; verb++)
        if (verb_second(verb->name) && verb_same_first(verb, group))
            str_addf(doc->text,
                     "            if test \"$words[2]\" = %s\n"
                     "                echo '%s'\n                return\n            end\n",
                     verb_second(verb->name), verb->name);
}

static void
add_groups(struct doc *doc)
{
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++) {
        const char *first = arena_strndup(doc->arena, verb->name, verb_first(verb->name));
        if (verb_leads(doc->tool, verb) && verb_is_group(doc->tool, first))
            add_group(doc, verb);
    }
}

static void
add_verb_words(struct doc *doc)
{
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++) {
        size_t length = verb_first(verb->name);
        const char *second = verb_second(verb->name);
        const char *first = arena_strndup(doc->arena, verb->name, length);
        if (verb_leads(doc->tool, verb)) {
            add_complete(doc, "at ''", arena_printf(doc->arena, "-a %s", first));
            add_help(doc, second ? arena_printf(doc->arena, "%s ...", first) : verb->summary);
        }
        if (!second)
            continue;
        add_complete(doc, arena_printf(doc->arena, "at %s", first),
                     arena_printf(doc->arena, "-a %s", second));
        add_help(doc, verb->summary);
    }
    add_complete(doc, "at ''", "-s h -l help");
    add_help(doc, "show help");
    add_complete(doc, "at ''", "-l version");
    add_help(doc, "show the version");
}

/* ---- options and operands ---- */

static const char *
offer_words(struct doc *doc, enum doc_offer offer, const char *const *words)
{
    const char *list = "";
    switch (offer) {
    case OFFER_FILES:
        return "-r -F";
    case OFFER_DIRS:
        return "-x -a '(__fish_complete_directories)'";
    case OFFER_KINDS:
        return arena_printf(doc->arena, "-x -a '(__%s_rows kinds)'", doc_function(doc));
    case OFFER_STORES:
        return arena_printf(doc->arena, "-x -a '(__%s_rows store list)'", doc_function(doc));
    case OFFER_WORDS:
        for (; words && *words; words++)
            list = arena_printf(doc->arena, "%s%s%s", list, *list ? " " : "", *words);
        return arena_printf(doc->arena, "-x -a '%s'", list);
    case OFFER_NOTHING:
        break;
    }
    return "-x";
}

static void
add_option(struct doc *doc, const struct verb *verb, const struct opt *opt, bool common)
{
    const char *rest = arena_printf(doc->arena, "-l %s", opt->name);
    (void)common;
    if (opt->letter)
        rest = arena_printf(doc->arena, "-s %c %s", opt->letter, rest);
    if (opt_takes_value(opt))
        rest = arena_printf(doc->arena, "%s %s", rest,
                            offer_words(doc, doc_option_offer(opt), opt->choices));
    add_complete(doc, arena_printf(doc->arena, "at '%s'", verb->name), rest);
    add_help(doc, opt->help);
}

static const char *
valued_options(struct doc *doc, const struct verb *verb)
{
    const struct opt *tables[] = {verb->options, common_options(verb, doc->arena)};
    const char *words = "";
    for (size_t i = 0; i < 2; i++)
        for (const struct opt *opt = tables[i]; opt && opt->name; opt++) {
            if (!opt_takes_value(opt))
                continue;
            words = arena_printf(doc->arena, "%s --%s", words, opt->name);
            if (opt->letter)
                words = arena_printf(doc->arena, "%s -%c", words, opt->letter);
        }
    return words;
}

static void
add_operands(struct doc *doc, const struct verb *verb)
{
    int place = 1;
    for (const struct operand *word = verb->operands; word && word->name; word++, place++) {
        enum doc_offer offer = doc_operand_offer(word);
        if (offer == OFFER_NOTHING)
            continue;
        const char *rest = offer_words(doc, offer, NULL);
        add_complete(doc,
                     arena_printf(doc->arena, "operand '%s' %d %s%s", verb->name, place,
                                  word->repeats ? "more" : "once", valued_options(doc, verb)),
                     offer == OFFER_FILES ? "-F" : rest + strlen("-x "));
        add_help(doc, word->help);
    }
}

void
doc_fish(struct doc *doc)
{
    str_addf(doc->text, "# fish completion for %s: made by %s --document fish\n\n", doc->tool->name,
             doc->tool->name);
    doc_script(doc, script_verb);
    add_groups(doc);
    doc_script(doc, script_rest);
    add_verb_words(doc);
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++) {
        doc_options(doc, verb, add_option);
        add_operands(doc, verb);
    }
}
