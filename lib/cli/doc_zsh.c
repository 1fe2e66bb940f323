/* Completion for zsh, by its own _arguments and _describe. */
#include <string.h>

#include "cli/common.h"
#include "cli/doc.h"
#include "cli/verbs.h"

static const char script_top[] =
    "_%F_rows() {\n"
    "    local -a rows\n"
    "    local db=${opt_args[-d]:-${opt_args[--db]:-$MEDI_DB}}\n"
    "    rows=(${(f)\"$(MEDI_DB=$db medi-db \"$@\" -o tsv --no-header 2>/dev/null | cut -f1)\"})\n"
    "    compadd -a rows\n"
    "}\n"
    "_%F_kinds() { _%F_rows kinds }\n"
    "_%F_stores() { _%F_rows store list }\n"
    "\n"
    "_%F() {\n"
    "    local curcontext=$curcontext verb=$words[2] n=2\n"
    "    typeset -A opt_args\n"
    "    local -a verbs\n";

static const char script_shift[] = "    words=(\"$verb\" \"${(@)words[n + 1, -1]}\")\n"
                                   "    (( CURRENT -= n - 1 ))\n"
                                   "    case $verb in\n";

static const char script_end[] = "    esac\n"
                                 "}\n"
                                 "\n"
                                 "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n"
                                 "    _%F \"$@\"\n"
                                 "else\n"
                                 "    compdef _%F %T\n"
                                 "fi\n";

/* Text inside single quotes, with `special` characters behind a backslash. */
static void
add_quoted(struct str *out, const char *text, const char *special)
{
    for (; *text; text++) {
        if (*text == '\'')
            str_adds(out, "'\\'");
        else if (strchr(special, *text))
            str_addc(out, '\\');
        str_addc(out, *text);
    }
}

/* ---- verbs ---- */

/* 'word:what it does', as _describe wants it. */
static void
add_described(struct str *out, const char *word, size_t length, const char *text)
{
    str_addf(out, " '%.*s:", (int)length, word);
    add_quoted(out, text, "\\:");
    str_addc(out, '\'');
}

/* What a group's word is said to do: the verb's summary if it is one, else its second words. */
static const char *
first_text(struct doc *doc, const struct verb *verb)
{
    const char *words = NULL;
    for (const struct verb *other = verb; other->name; other++) {
        if (!verb_same_first(other, verb))
            continue;
        if (!verb_second(other->name))
            return other->summary;
        words = words ? arena_printf(doc->arena, "%s, %s", words, verb_second(other->name))
                      : verb_second(other->name);
    }
    return words;
}

static void
add_first_words(struct doc *doc)
{
    str_adds(doc->text, "    if (( CURRENT == 2 )); then\n        verbs=(");
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++)
        if (verb_leads(doc->tool, verb))
            add_described(doc->text, verb->name, verb_first(verb->name), first_text(doc, verb));
    str_adds(doc->text, " '--help:show help' '--version:show the version')\n"
                        "        _describe -t verbs verb verbs\n        return\n    fi\n");
}

static void
add_group(struct doc *doc, const struct verb *group, bool is_verb)
{
    struct str *out = doc->text;
    str_addf(out, "    if [[ $verb == %.*s ]]; then\n        verbs=(", (int)verb_first(group->name),
             group->name);
    for (const struct verb *verb = group; verb->name; verb++)
        if (verb_second(verb->name) && verb_same_first(verb, group))
            add_described(out, verb_second(verb->name), strlen(verb_second(verb->name)),
                          verb->summary);
    str_adds(out, ")\n        if (( CURRENT == 3 )); then\n"
                  "            _describe -t verbs verb verbs && return\n");
    str_adds(out, is_verb ? "" : "            return 1\n");
    str_adds(out, "        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then\n"
                  "            verb+=\" $words[3]\" n=3\n        fi\n    fi\n");
}

static void
add_groups(struct doc *doc)
{
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++) {
        char *first = arena_strndup(doc->arena, verb->name, verb_first(verb->name));
        char *words[] = {first};
        int taken;
        if (verb_leads(doc->tool, verb) && verb_is_group(doc->tool, first))
            add_group(doc, verb, verb_find(doc->tool, 1, words, &taken) != NULL);
    }
}

/* ---- arguments ---- */

static void
add_action(struct doc *doc, enum doc_offer offer, const char *const *words)
{
    struct str *out = doc->text;
    switch (offer) {
    case OFFER_FILES:
        str_adds(out, "_files");
        break;
    case OFFER_DIRS:
        str_adds(out, "_files -/");
        break;
    case OFFER_KINDS:
        str_addf(out, "_%s_kinds", doc_function(doc));
        break;
    case OFFER_STORES:
        str_addf(out, "_%s_stores", doc_function(doc));
        break;
    case OFFER_WORDS:
        for (int i = 0; words[i]; i++)
            str_addf(out, i ? " %s" : "(%s", words[i]);
        str_addc(out, ')');
        break;
    case OFFER_NOTHING:
        str_addc(out, ' ');
        break;
    }
}

/* '(-m --map)'{-m+,--map=}'[what it does]:FILE:_files' */
static void
add_option(struct doc *doc, const struct verb *verb, const struct opt *opt, bool common)
{
    struct str *out = doc->text;
    const char *glued = opt_takes_value(opt) ? "+" : "", *equals = *glued ? "=" : "";
    (void)verb;
    (void)common;
    str_adds(out, " \\\n            '");
    if (opt->type == OPT_LIST)
        str_addc(out, '*');
    else if (opt->letter)
        str_addf(out, "(-%c --%s)", opt->letter, opt->name);
    if (opt->letter)
        str_addf(out, "'{-%c%s,--%s%s}'[", opt->letter, glued, opt->name, equals);
    else
        str_addf(out, "--%s%s[", opt->name, equals);
    add_quoted(out, opt->help, "\\[]:");
    str_addc(out, ']');
    if (*glued) {
        str_addf(out, ":%s:", opt->value);
        add_action(doc, doc_option_offer(opt), opt->choices);
    }
    str_addc(out, '\'');
}

static void
add_operands(struct doc *doc, const struct verb *verb)
{
    int place = 1;
    for (const struct operand *word = verb->operands; word && word->name; word++, place++) {
        str_addf(doc->text, " \\\n            '");
        if (word->repeats)
            str_adds(doc->text, "*");
        else
            str_addf(doc->text, "%d", place);
        str_addf(doc->text, "%s%s:", word->optional && !word->repeats ? "::" : ":", word->name);
        add_action(doc, doc_operand_offer(word), NULL);
        str_addc(doc->text, '\'');
    }
}

void
doc_zsh(struct doc *doc)
{
    str_addf(doc->text, "#compdef %s\n# Made by %s --document zsh.\n\n", doc->tool->name,
             doc->tool->name);
    doc_script(doc, script_top);
    add_first_words(doc);
    add_groups(doc);
    doc_script(doc, script_shift);
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++) {
        str_addf(doc->text, "    ('%s')\n        _arguments -s -S :", verb->name);
        doc_options(doc, verb, add_option);
        add_operands(doc, verb);
        str_adds(doc->text, " ;;\n");
    }
    doc_script(doc, script_end);
}
