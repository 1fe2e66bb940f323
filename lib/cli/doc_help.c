/* --help: usage and examples first, then what there is, within eighty columns. */
#include <string.h>

#include "cli/common.h"
#include "cli/doc.h"
#include "cli/verbs.h"
#include "text/utf8.h"

enum { COLUMNS = 79, WIDEST_LEFT = 26, TOOL_EXAMPLES = 3 };

/* How many bytes of the text go on a line of `room` cells: CJK breaks anywhere, words between. */
static size_t
line_bytes(const char *text, int room)
{
    size_t length = strlen(text), fit = utf8_fit(text, length, room);
    if (fit == length || text[fit] == ' ' || (unsigned char)text[fit] >= 0x80)
        return fit;
    size_t cut = fit;
    while (cut > 0 && text[cut - 1] != ' ' && (unsigned char)text[cut - 1] < 0x80)
        cut--;
    return cut ? cut : fit;
}

/* `column` is where the cursor stands; further lines begin at `indent`. Ends the last line. */
static void
add_wrapped(struct str *out, const char *text, int column, int indent)
{
    for (;;) {
        size_t bytes = line_bytes(text, COLUMNS - column);
        size_t shown = bytes;
        while (shown > 0 && text[shown - 1] == ' ')
            shown--;
        str_add(out, text, shown);
        str_addc(out, '\n');
        text += bytes;
        text += strspn(text, " ");
        if (!*text || !bytes)
            return;
        str_addf(out, "%*s", indent, "");
        column = indent;
    }
}

/* "  left      text": the text in its column, or on the next line when `left` is too wide. */
static void
add_row(struct str *out, const char *left, const char *text, int column)
{
    int width = 2 + utf8_width(left, strlen(left));
    str_addf(out, "  %s", left);
    if (width + 2 > column) {
        str_addc(out, '\n');
        width = 0;
    }
    str_addf(out, "%*s", column - width, "");
    add_wrapped(out, text, column, column);
}

static const char *
option_left(const struct opt *opt, struct arena *arena)
{
    const char *gap = opt_takes_value(opt) ? " " : "", *value = gap[0] ? opt->value : "";
    if (opt->letter)
        return arena_printf(arena, "-%c, --%s%s%s", opt->letter, opt->name, gap, value);
    return arena_printf(arena, "    --%s%s%s", opt->name, gap, value);
}

static const char *
option_text(const struct opt *opt, struct arena *arena)
{
    const char *text = _(opt->help);
    if (opt->type != OPT_CHOICE)
        return text;
    text = arena_printf(arena, "%s (", text);
    for (int i = 0; opt->choices[i]; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? ", " : "", opt->choices[i]);
    return arena_printf(arena, "%s)", text);
}

static void
widen(int *column, const char *left)
{
    int width = utf8_width(left, strlen(left));
    if (width <= WIDEST_LEFT && width + 4 > *column)
        *column = width + 4;
}

static void
add_options(struct str *out, const char *title, const struct opt *options, struct arena *arena)
{
    int column = 0;
    if (!options || !options->name)
        return;
    for (const struct opt *opt = options; opt->name; opt++)
        widen(&column, option_left(opt, arena));
    str_addf(out, "\n%s\n", title);
    for (const struct opt *opt = options; opt->name; opt++)
        add_row(out, option_left(opt, arena), option_text(opt, arena), column);
}

static void
add_operands(struct str *out, const struct operand *operands)
{
    int column = 0;
    if (!operands || !operands->name)
        return;
    for (const struct operand *operand = operands; operand->name; operand++)
        widen(&column, operand->name);
    str_addf(out, "\n%s\n", _("Arguments:"));
    for (const struct operand *operand = operands; operand->name; operand++)
        add_row(out, operand->name, _(operand->help), column);
}

static const char *
short_name(const struct opt *opt, const char *behind, struct arena *arena)
{
    const char *gap = opt_takes_value(opt) ? " " : "", *value = gap[0] ? opt->value : "";
    const char *letter = opt->letter ? arena_printf(arena, "-%c/", opt->letter) : "";
    return arena_printf(arena, "%s--%s%s%s%s", letter, opt->name, gap, value, behind);
}

/* The common options by name only: TOOL --help says what they do. */
static void
add_common_names(struct str *out, const struct tool *tool, const struct verb *verb,
                 struct arena *arena)
{
    int column = COLUMNS;
    str_addc(out, '\n');
    str_addf(out, _("Common options (%s --help explains them):"), tool->name);
    for (const struct opt *opt = common_options(verb, arena); opt->name; opt++) {
        const char *name = short_name(opt, opt[1].name ? "," : "", arena);
        int width = (int)strlen(name);
        bool fits = column + 1 + width <= COLUMNS;
        str_addf(out, fits ? " %s" : "\n  %s", name);
        column = fits ? column + 1 + width : 2 + width;
    }
    str_addc(out, '\n');
}

/* How many bytes of a command go on a line of `room` cells: up to the last option that fits, never
 * within quotes, so that it can be copied with its line ends. All of it where there is none. */
static size_t
command_bytes(const char *command, int room)
{
    size_t length = strlen(command), fit = utf8_fit(command, length, room), cut = 0;
    char quote = '\0';
    if (fit == length)
        return length;
    for (size_t i = 0; i < length && (i <= fit - 2 || !cut); i++) {
        if (quote)
            quote = command[i] == quote ? '\0' : quote;
        else if (command[i] == '\'' || command[i] == '"')
            quote = command[i];
        else if (command[i] == ' ' && (!cut || command[i + 1] == '-'))
            cut = i;
    }
    return cut ? cut : length;
}

static void
add_command(struct str *out, const char *command)
{
    int indent = 2;
    for (;;) {
        size_t bytes = command_bytes(command, COLUMNS - indent);
        str_addf(out, "%*s%.*s", indent, "", (int)bytes, command);
        command += bytes;
        if (!*command)
            break;
        command++;
        str_add(out, " \\\n", 3);
        indent = 6;
    }
    str_addc(out, '\n');
}

static void
add_examples(struct str *out, const char *const *examples)
{
    if (!examples || !examples[0])
        return;
    str_addf(out, "\n%s\n", _("Examples:"));
    for (; *examples; examples++)
        add_command(out, *examples);
}

static bool
in_group(const struct verb *verb, const char *group)
{
    return !group || (strncmp(verb->name, group, strlen(group)) == 0 &&
                      verb_first(verb->name) == strlen(group));
}

static void
add_verbs(struct str *out, const struct tool *tool, const char *group)
{
    int column = 0;
    for (const struct verb *verb = tool->verbs; verb->name; verb++)
        if (in_group(verb, group))
            widen(&column, verb->name);
    str_addf(out, "\n%s\n", _("Verbs:"));
    for (const struct verb *verb = tool->verbs; verb->name; verb++)
        if (in_group(verb, group))
            add_row(out, verb->name, _(verb->summary), column);
}

void
doc_help_verb(const struct tool *tool, const struct verb *verb, struct str *text)
{
    struct arena arena;
    arena_init(&arena);
    str_addf(text, _("usage: %s\n"), verb_usage(tool, verb, &arena));
    str_addc(text, '\n');
    add_wrapped(text, _(verb->summary), 0, 0);
    add_examples(text, verb->examples);
    add_operands(text, verb->operands);
    add_options(text, _("Options:"), verb->options, &arena);
    add_common_names(text, tool, verb, &arena);
    if (!verb_second(verb->name) && verb_is_group(tool, verb->name))
        add_verbs(text, tool, verb->name);
    arena_release(&arena);
}

/* ---- the tool ---- */

static void
add_tool_examples(struct str *out, const struct tool *tool, const char *group)
{
    const char *examples[TOOL_EXAMPLES + 1] = {NULL};
    int count = 0;
    for (const struct verb *verb = tool->verbs; verb->name && count < TOOL_EXAMPLES; verb++)
        if (in_group(verb, group) && verb->examples && verb->examples[0])
            examples[count++] = verb->examples[0];
    add_examples(out, examples);
}

void
doc_help_tool(const struct tool *tool, const char *group, struct str *text)
{
    struct arena arena;
    arena_init(&arena);
    const char *name = group ? arena_printf(&arena, "%s %s", tool->name, group) : tool->name;
    str_addf(text, _("usage: %s\n"), arena_printf(&arena, "%s VERB [options] [arguments]", name));
    if (!group) {
        str_addc(text, '\n');
        add_wrapped(text, _(tool->summary), 0, 0);
    }
    add_tool_examples(text, tool, group);
    add_verbs(text, tool, group);
    if (!group)
        add_options(text, _("Common options:"), common_options_any(tool, &arena), &arena);
    str_addc(text, '\n');
    str_addf(text, _("%s VERB --help shows a verb's own options; man %s has the whole."),
             tool->name, tool->name);
    str_addc(text, '\n');
    arena_release(&arena);
}
