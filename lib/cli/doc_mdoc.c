/* The manual page: the tables, with prose from share/man where there is some. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/common.h"
#include "cli/doc.h"
#include "cli/verbs.h"

/* The day of the release, kept by hand beside the version in the makefile. */
#define MANUAL_DATE "November 22, 2026"

enum { LINE = 78, NAMED = sizeof "\\[uXXXX]" - 1 };

/* ---- text ---- */

/* How wide a byte makes its line: mandoc reads a character beyond ASCII by its name. */
static size_t
roff_width(char byte)
{
    unsigned char value = (unsigned char)byte;
    return value < 0x80 ? 1 : value >= 0xc0 ? NAMED : 0;
}

static size_t
roff_length(const char *text, size_t length)
{
    size_t width = 0;
    for (size_t i = 0; i < length; i++)
        width += roff_width(text[i]);
    return width;
}

/* One byte of text such that roff shows it as it is. */
static void
add_escaped(struct str *out, char byte)
{
    if (byte == '\\')
        str_adds(out, "\\e");
    else if (byte == '-')
        str_adds(out, "\\-");
    else
        str_addc(out, byte);
}

/* A word of running text; one that would be read as a request is made plain. */
static void
add_word(struct str *out, const char *word, size_t length, bool first)
{
    if (first && (word[0] == '.' || word[0] == '\''))
        str_adds(out, "\\&");
    for (size_t i = 0; i < length; i++)
        if (word[i] == '\\')
            str_adds(out, "\\e");
        else
            str_addc(out, word[i]);
}

/* Lines of words; a new sentence begins a new line, as mdoc wants it. */
static void
add_text(struct str *out, const char *text)
{
    size_t column = 0;
    for (bool sentence = false; *text; text += strspn(text, " ")) {
        size_t length = strcspn(text, " "), width = roff_length(text, length);
        if (column && (sentence || column + 1 + width > LINE)) {
            str_addc(out, '\n');
            column = 0;
        } else if (column) {
            str_addc(out, ' ');
            column++;
        }
        add_word(out, text, length, column == 0);
        sentence = strchr(".?!", text[length - 1]) != NULL;
        column += width;
        text += length;
    }
    str_addc(out, '\n');
}

/* A help line as a sentence: a capital in front, a full stop behind. */
static void
add_sentence(struct doc *doc, const char *text)
{
    char *line = arena_printf(doc->arena, "%s.", text);
    if (line[0] >= 'a' && line[0] <= 'z')
        line[0] = (char)(line[0] - 'a' + 'A');
    add_text(doc->text, line);
}

/* A command line on a line of its own in a literal display. */
static void
add_command(struct str *out, const char *command)
{
    if (command[0] == '.' || command[0] == '\'')
        str_adds(out, "\\&");
    for (; *command; command++)
        add_escaped(out, *command);
    str_addc(out, '\n');
}

/* ---- prose ---- */

/* How much of a line of running text stands on one line of the page: up to a space behind which
 * no word looks like a request. */
static size_t
break_at(const char *line, size_t length)
{
    size_t most = 0;
    for (size_t width = 0; most < length && (width += roff_width(line[most])) <= LINE;)
        most++;
    for (size_t cut = most; most < length && cut > 0; cut--)
        if (line[cut] == ' ' && line[cut + 1] != '.' && line[cut + 1] != '\'')
            return cut;
    return length;
}

/* Prose is kept with a sentence a line, which may be long; mdoc wants lines of eighty bytes. */
static void
add_prose_line(struct doc *doc, const char *line, size_t length, bool *literal)
{
    if (str_starts(line, ".Bd"))
        *literal = strstr(line, "-literal") || strstr(line, "-unfilled");
    else if (str_starts(line, ".Ed"))
        *literal = false;
    do {
        size_t cut = *literal || line[0] == '.' ? length : break_at(line, length);
        str_add(doc->text, line, cut);
        str_addc(doc->text, '\n');
        cut += cut < length; /* the space */
        line += cut;
        length -= cut;
    } while (length);
}

static int
add_file(struct doc *doc, FILE *file, const char *path, struct err *err)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    bool literal = false;
    errno = 0;
    while ((length = getline(&line, &room, file)) >= 0)
        add_prose_line(doc, line, strcspn(line, "\n"), &literal);
    free(line);
    return ferror(file) ? err_errno(err, errno, "%s", path) : 0;
}

/* A fragment by its name: 1 if it was there, 0, -1. */
static int
add_prose(struct doc *doc, const char *name, struct err *err)
{
    const char *path = arena_printf(doc->arena, "%s/%s.mdoc", doc->prose, name);
    FILE *file = fopen(path, "re");
    if (!file)
        return errno == ENOENT || errno == ENOTDIR ? 0 : err_errno(err, errno, "%s", path);
    int result = add_file(doc, file, path, err);
    fclose(file);
    return result < 0 ? -1 : 1;
}

static int
add_verb_prose(struct doc *doc, const struct verb *verb, struct err *err)
{
    char *name = arena_printf(doc->arena, "%s-%s", doc->tool->name, verb->name);
    for (char *at = name; *at; at++)
        if (*at == ' ')
            *at = '-';
    return add_prose(doc, name, err);
}

/* ---- sections ---- */

static void
add_head(struct doc *doc)
{
    struct str *out = doc->text;
    const struct tool *tool = doc->tool;
    str_addf(out, ".\\\" Made by %s --document mdoc from its tables and share/man: edit those.\n",
             tool->name);
    str_addf(out, ".Dd %s\n.Dt ", MANUAL_DATE);
    for (const char *at = tool->name; *at; at++)
        str_addc(out, *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at);
    str_addf(out, " 1\n.Os\n.Sh NAME\n.Nm %s\n.Nd %s\n", tool->name, tool->summary);
    str_adds(out, ".Sh SYNOPSIS\n.Nm\n.Ar verb\n.Op Ar options\n.Op Ar arguments\n"
                  ".Nm\n.Ar verb\n.Fl -help\n.Nm\n.Fl -help | Fl -version\n");
}

static int
add_description(struct doc *doc, struct err *err)
{
    str_adds(doc->text, ".Sh DESCRIPTION\n");
    int found = add_prose(doc, doc->tool->name, err);
    if (found == 0)
        add_sentence(doc, doc->tool->summary);
    return found < 0 ? -1 : 0;
}

static void
add_usage(struct doc *doc, const struct verb *verb)
{
    struct str *out = doc->text;
    const char *second = verb_second(verb->name);
    str_addf(out, ".D1 Nm Cm %.*s", (int)verb_first(verb->name), verb->name);
    if (second)
        str_addf(out, " Cm %s", second);
    str_adds(out, " Oo Ar options Oc");
    for (const struct operand *word = verb->operands; word && word->name; word++)
        str_addf(out, word->optional ? " Oo Ar %s%s Oc" : " Ar %s%s", word->name,
                 word->repeats ? " ..." : "");
    str_addc(out, '\n');
}

static void
add_option(struct doc *doc, const struct opt *opt)
{
    struct str *out = doc->text;
    str_adds(out, ".It");
    if (opt->letter)
        str_addf(out, " Fl %c ,", opt->letter);
    str_addf(out, " Fl -%s", opt->name);
    if (opt_takes_value(opt))
        str_addf(out, " Ar %s", opt->value);
    str_addc(out, '\n');
    add_sentence(doc, opt->help);
    if (opt->type != OPT_CHOICE)
        return;
    str_adds(out, "One of\n");
    for (int i = 0; opt->choices[i]; i++)
        str_addf(out, ".Cm %s %s\n", opt->choices[i], opt->choices[i + 1] ? "," : ".");
}

static void
add_operand_items(struct doc *doc, const struct operand *operands)
{
    for (const struct operand *word = operands; word && word->name; word++) {
        str_addf(doc->text, ".It Ar %s\n", word->name);
        add_sentence(doc, word->help);
    }
}

/* The arguments and the verb's own options as one list. */
static void
add_items(struct doc *doc, const struct operand *operands, const struct opt *options)
{
    bool any = (operands && operands->name) || (options && options->name);
    if (!any)
        return;
    str_adds(doc->text, ".Bl -tag -width Ds\n");
    add_operand_items(doc, operands);
    for (const struct opt *opt = options; opt && opt->name; opt++)
        add_option(doc, opt);
    str_adds(doc->text, ".El\n");
}

/* Which of the common options this verb does without, since not all of them do. */
static void
add_common_of(struct doc *doc, const struct verb *verb)
{
    struct str *out = doc->text;
    const char *join = ".Pp\nCommon options:\n";
    for (const struct opt *opt = common_options(verb, doc->arena); opt->name; opt++) {
        str_addf(out, "%s.Fl -%s", join, opt->name);
        join = " ,\n";
    }
    str_adds(out, " .\n");
}

static int
add_verb(struct doc *doc, const struct verb *verb, struct err *err)
{
    str_addf(doc->text, ".Ss %s\n", verb->name);
    add_usage(doc, verb);
    str_adds(doc->text, ".Pp\n");
    add_sentence(doc, verb->summary);
    if (add_verb_prose(doc, verb, err) < 0)
        return -1;
    add_items(doc, verb->operands, verb->options);
    add_common_of(doc, verb);
    return 0;
}

static void
add_environment(struct str *out)
{
    static const char *const variables[][2] = {
        {"MEDI_DB", "The database, unless \\-d is given."},
        {"MEDI_STORE", "The store, unless \\-s is given."},
        {"MEDI_KEY",
         "The key to personal data, unless\n.Fl -key\nis given: its file, or\n.Li none ."},
        {"MEDI_CONFIG", "A directory of YAML files that override the shipped ones."},
        {"MEDI_NOW", "The time to take for now; only a test database honours it."},
        {"MEDI_ACTOR", "The person who acts; only a test database honours it.\n"
                       "Otherwise it is the operating-system user, on a server its role."},
        {"NO_COLOR", "If set, nothing is coloured."},
        {"LC_ALL , LC_MESSAGES , LANG", "The language of messages, unless\n.Fl -lang\nis given."},
        {"TZ", "The time zone of verbs that use no database."},
        {"XDG_DATA_HOME", "Holds the default database; see\n.Sx FILES ."},
        {"XDG_CONFIG_HOME", "Holds the default key file; see\n.Sx FILES ."},
    };
    str_adds(out, ".Sh ENVIRONMENT\n.Bl -tag -width Ds\n");
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        str_addf(out, ".It Ev %s\n%s\n", variables[i][0], variables[i][1]);
    str_adds(out, ".El\n");
}

static void
add_files_and_status(struct str *out)
{
    str_adds(out,
             ".Sh FILES\n.Bl -tag -width Ds\n.It Pa ~/.config/medi/key\n"
             "The key to personal data; in\n.Pa $XDG_CONFIG_HOME/medi\nwhere that is set.\n"
             ".It Pa ~/.local/share/medi/medi.db\n"
             "The default database; below\n.Ev XDG_DATA_HOME\nif that is set.\n.El\n"
             ".Sh EXIT STATUS\n.Bl -tag -width Ds\n"
             ".It 0\nDone.\n"
             ".It 1\nThe answer is no, or a check has findings.\n"
             ".It 2\nThe command line is wrong.\n"
             ".It 3\nData was refused, whole or in part, or who runs it may not.\n"
             ".It 4\nThe database, its schema version, or a file is at fault.\n"
             ".It 75\nTry again later: the database is busy, or a second person must consent.\n"
             ".El\n");
}

static void
add_examples(struct doc *doc)
{
    bool any = false;
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++) {
        for (int i = 0; verb->examples && verb->examples[i]; i++) {
            if (!any)
                str_adds(doc->text, ".Sh EXAMPLES\n.Bd -literal -offset indent\n");
            any = true;
            add_command(doc->text, verb->examples[i]);
        }
    }
    if (any)
        str_adds(doc->text, ".Ed\n");
}

int
doc_mdoc(struct doc *doc, struct err *err)
{
    add_head(doc);
    if (add_description(doc, err))
        return -1;
    str_adds(doc->text, ".Sh VERBS\n");
    for (const struct verb *verb = doc->tool->verbs; verb->name; verb++)
        if (add_verb(doc, verb, err))
            return -1;
    str_adds(doc->text, ".Sh COMMON OPTIONS\n");
    add_items(doc, NULL, common_options_any(doc->tool, doc->arena));
    add_environment(doc->text);
    add_files_and_status(doc->text);
    add_examples(doc);
    return 0;
}
