/*
 * Completion for bash, which needs nothing but bash. COMP_WORDS breaks words at "=" and ":"; the
 * script joins them again before it counts words.
 */
#include <string.h>

#include "cli/common.h"
#include "cli/doc.h"
#include "cli/verbs.h"

/* Codes come from a database: compgen -W would expand what stands in them, so it is not used. */
static const char script_top[] =
    "_%F_rows()\n"
    "{\n"
    "    MEDI_DB=${db:-$MEDI_DB} medi-db \"$@\" -o tsv --no-header 2>/dev/null | cut -f1\n"
    "}\n"
    "\n"
    "_%F_offer()\n"
    "{\n"
    "    local word\n"
    "    while IFS= read -r word; do\n"
    "        [[ $word && $word == \"$cur\"* ]] && COMPREPLY+=(\"$(printf %q \"$word\")\")\n"
    "    done <<<\"$1\"\n"
    "}\n"
    "\n"
    "_%F()\n"
    "{\n"
    "    local verb='' key='' options='' valued='' offer='' db='' plain='' last='' cur word\n"
    "    local i=2 n operand=1\n"
    "    local -a words=()\n"
    "    for word in \"${COMP_WORDS[@]:0:COMP_CWORD+1}\"; do\n"
    "        ((${#words[@]})) && last=${words[-1]}\n"
    "        if [[ ${#words[@]} -gt 0 && ( $word == [=:]* || $last == *[=:] ) ]]; then\n"
    "            words[-1]=$last$word\n"
    "        else\n"
    "            words+=(\"$word\")\n"
    "        fi\n"
    "    done\n"
    "    n=$((${#words[@]} - 1)) cur=${words[-1]}\n"
    "    COMPREPLY=()\n";

static const char script_middle[] =
    "    while ((i < n)); do\n"
    "        word=${words[i]}\n"
    "        if [[ $word == -- && ! $plain ]]; then\n"
    "            plain=1\n"
    "        elif [[ $word == -?* && ! $plain ]]; then\n"
    "            if [[ $valued == *\" $word \"* ]]; then\n"
    "                ((i++))\n"
    "                [[ $word == -d || $word == --db ]] && db=${words[i]}\n"
    "            fi\n"
    "        else\n"
    "            ((operand++))\n"
    "        fi\n"
    "        ((i++))\n"
    "    done\n"
    "    if ((i > n)); then\n"
    "        key=${words[n - 1]}\n"
    "    elif [[ $cur == --*=* && ! $plain ]]; then\n"
    "        key=${cur%%=*} cur=${cur#*=}\n"
    "    elif [[ $cur == -* && ! $plain ]]; then\n"
    "        _%F_offer \"$options\"\n"
    "        return\n"
    "    else\n"
    "        key=$operand\n"
    "    fi\n"
    "    case \"$verb:$key\" in\n";

static const char script_end[] = "    *) return ;;\n"
                                 "    esac\n"
                                 "    case $offer in\n"
                                 "    /files) compopt -o filenames 2>/dev/null\n"
                                 "        mapfile -t COMPREPLY < <(compgen -f -- \"$cur\") ;;\n"
                                 "    /dirs) compopt -o filenames 2>/dev/null\n"
                                 "        mapfile -t COMPREPLY < <(compgen -d -- \"$cur\") ;;\n"
                                 "    *) _%F_offer \"$offer\" ;;\n"
                                 "    esac\n"
                                 "}\n"
                                 "complete -F _%F %T\n";

/* ---- verbs ---- */

static void
add_first_words(struct doc *doc)
{
    str_adds(doc->text, "    if ((n == 1)); then\n        offer=$'");
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++)
        if (verb_leads(doc->tool, verb))
            str_addf(doc->text, "%.*s\\n", (int)verb_first(verb->name), verb->name);
    str_adds(doc->text, "--help\\n--version'\n");
    doc_script(doc, "        _%F_offer \"$offer\"\n        return\n    fi\n    verb=${words[1]}\n");
}

/* A group that is a verb as well has options of its own, --help among them: they are offered where no second
 * word fits. */
static void
add_group(struct doc *doc, const struct verb *group, bool is_verb)
{
    struct str *out = doc->text;
    str_addf(out, "    if [[ $verb == %.*s ]]; then\n        offer=$'",
             (int)verb_first(group->name), group->name);
    for (const struct verb *verb = group; verb->name; verb++)
        if (verb_second(verb->name) && verb_same_first(verb, group))
            str_addf(out, "%s\\n", verb_second(verb->name));
    str_addf(out, "%s'\n        if ((n == 2)); then\n", is_verb ? "" : "--help");
    doc_script(doc, "            _%F_offer \"$offer\"\n");
    str_adds(out, "            [[ ${COMPREPLY[*]} ]] && return\n"
                  "        elif [[ $'\\n'$offer$'\\n' == *$'\\n'\"${words[2]}\"$'\\n'* ]]; then\n"
                  "            verb+=\" ${words[2]}\" i=3\n"
                  "        fi\n    fi\n");
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

/* ---- options and what stands behind them ---- */

static void
add_option_names(struct doc *doc, const struct verb *verb, const struct opt *opt, bool common)
{
    (void)verb;
    (void)common;
    if (opt->letter)
        str_addf(doc->text, "-%c\\n", opt->letter);
    str_addf(doc->text, "--%s\\n", opt->name);
}

static void
add_valued(struct doc *doc, const struct verb *verb, const struct opt *opt, bool common)
{
    (void)verb;
    (void)common;
    if (!opt_takes_value(opt))
        return;
    if (opt->letter)
        str_addf(doc->text, "-%c ", opt->letter);
    str_addf(doc->text, "--%s ", opt->name);
}

static void
add_verb_options(struct doc *doc)
{
    str_adds(doc->text, "    case $verb in\n");
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++) {
        str_addf(doc->text, "    '%s')\n        options=$'", verb->name);
        doc_options(doc, verb, add_option_names);
        str_adds(doc->text, "'\n        valued=' ");
        doc_options(doc, verb, add_valued);
        str_adds(doc->text, "' ;;\n");
    }
    str_adds(doc->text, "    *) return ;;\n    esac\n");
}

static void
add_words(struct str *out, const char *const *words)
{
    str_adds(out, "$'");
    for (; words && *words; words++)
        str_addf(out, "%s\\n", *words);
    str_adds(out, "'");
}

static void
add_case(struct doc *doc, const char *pattern, enum doc_offer offer, const char *const *words)
{
    if (offer == OFFER_NOTHING)
        return;
    str_addf(doc->text, "    %s) offer=", pattern);
    if (offer == OFFER_WORDS)
        add_words(doc->text, words);
    else if (offer == OFFER_KINDS || offer == OFFER_STORES)
        str_addf(doc->text, "$(_%s_rows %s)", doc_function(doc),
                 offer == OFFER_KINDS ? "kinds" : "store list");
    else
        str_adds(doc->text, offer == OFFER_FILES ? "/files" : "/dirs");
    str_adds(doc->text, " ;;\n");
}

static void
add_option_case(struct doc *doc, const struct verb *verb, const struct opt *opt, bool common)
{
    bool page = verb->flags & (VERB_PAGE | VERB_SARIF) && strcmp(opt->name, "output") == 0;
    if (common && !page) /* these are the same for all verbs: add_common_cases */
        return;
    const char *pattern = arena_printf(doc->arena, "'%s:--%s'", verb->name, opt->name);
    if (opt->letter)
        pattern = arena_printf(doc->arena, "%s | '%s:-%c'", pattern, verb->name, opt->letter);
    add_case(doc, pattern, doc_option_offer(opt), opt->choices);
}

static void
add_operand_cases(struct doc *doc, const struct verb *verb)
{
    int place = 1;
    for (const struct operand *word = verb->operands; word && word->name; word++, place++) {
        const char *pattern = arena_printf(doc->arena, "'%s:%d'", verb->name, place);
        if (word->repeats)
            pattern = arena_printf(doc->arena, "%s | '%s':[1-9]*", pattern, verb->name);
        add_case(doc, pattern, doc_operand_offer(word), NULL);
    }
}

static void
add_common_cases(struct doc *doc)
{
    for (const struct opt *opt = common_options_any(doc->tool, doc->arena); opt->name; opt++) {
        const char *pattern = arena_printf(doc->arena, "*:--%s", opt->name);
        if (opt->letter)
            pattern = arena_printf(doc->arena, "%s | *:-%c", pattern, opt->letter);
        add_case(doc, pattern, doc_option_offer(opt), opt->choices);
    }
}

void
doc_bash(struct doc *doc)
{
    str_addf(doc->text, "# bash completion for %s: made by %s --document bash\n\n", doc->tool->name,
             doc->tool->name);
    doc_script(doc, script_top);
    add_first_words(doc);
    add_groups(doc);
    add_verb_options(doc);
    doc_script(doc, script_middle);
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++) {
        doc_options(doc, verb, add_option_case);
        add_operand_cases(doc, verb);
    }
    add_common_cases(doc);
    doc_script(doc, script_end);
}
