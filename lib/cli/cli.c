/* The way of a run: words, verb, run, error, exit code. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "cli/doc.h"
#include "cli/frame.h"
#include "cli/language.h"
#include "cli/verbs.h"
#include "text/utf8.h"

#ifndef MEDI_VERSION
#define MEDI_VERSION "unknown"
#endif

/* ---- stderr ---- */

/* Bytes that are no UTF-8, and the control characters above ASCII, as \xNN. */
static void
add_safe(struct str *line, const char *words)
{
    size_t length = strlen(words);
    while (length) {
        size_t valid = utf8_valid(words, length), bytes;
        for (size_t i = 0; i < valid; i += bytes) {
            int32_t character = utf8_next(words + i, valid - i, &bytes);
            if (character >= 0x80 && character < 0xA0)
                str_addf(line, "\\x%02X", (unsigned)character);
            else
                str_add_visible(line, words + i, bytes);
        }
        words += valid;
        length -= valid;
        if (length) {
            str_addf(line, "\\x%02X", (unsigned char)*words++);
            length--;
        }
    }
}

void
frame_talk(const struct tool *tool, const char *words)
{
    struct str line = STR_INIT;
    str_addf(&line, "%s: ", tool->name);
    add_safe(&line, words);
    str_addc(&line, '\n');
    fputs(line.text, stderr);
    str_release(&line);
}

/* The error in one line; behind it, when words are missing or too many, which there should be. */
static void
report(struct frame *frame, const struct err *err)
{
    const struct tool *tool = frame->ctx.tool;
    const struct verb *verb = frame->ctx.verb;
    progress_hide(&frame->progress);
    frame_talk(tool, err->text);
    if (!frame->show_usage)
        return;
    const char *usage = verb ? verb_usage(tool, verb, &frame->arena)
                             : arena_printf(&frame->arena, "%s VERB [options]", tool->name);
    fprintf(stderr, _("usage: %s\n"), usage);
    fprintf(stderr, _("try: %s%s%s --help\n"), tool->name, verb ? " " : "", verb ? verb->name : "");
}

/* ---- stdout ---- */

/* A file opened later must not become stdin, stdout or stderr because the caller closed those. */
static void
hold_standard_streams(void)
{
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            if (open("/dev/null", fd == STDOUT_FILENO ? O_RDONLY : O_RDWR) < 0)
                _exit(err_exit_code(ERR_IO));
}

/* Whether stdout took everything. What was reported already is not reported again. */
static int
close_stdout(const struct tool *tool, int code)
{
    bool failed = ferror(stdout);
    errno = 0;
    if (fclose(stdout) == 0 && !failed)
        return code;
    if (code != 0 && code != 1 && code != err_exit_code(ERR_DATA))
        return code;
    struct err err;
    if (errno)
        err_errno(&err, errno, _("the output cannot be written"));
    else
        err_set(&err, ERR_IO, _("the output cannot be written"));
    frame_talk(tool, err.text);
    return err_exit_code(err.kind);
}

/* ---- words ---- */

/* --lang counts from the first message on, so it is looked for before the words are parsed. */
static void
choose_language(struct frame *frame, int count, char **words)
{
    for (int i = 0; i < count && strcmp(words[i], "--") != 0; i++) {
        const char *lang = NULL;
        if (str_starts(words[i], "--lang="))
            lang = words[i] + sizeof "--lang=" - 1;
        else if (strcmp(words[i], "--lang") == 0 && i + 1 < count)
            lang = words[i + 1];
        if (lang && (strcmp(lang, "zh") == 0 || strcmp(lang, "en") == 0))
            frame->env.zh = lang[0] == 'z';
    }
    language_use(frame->env.zh, frame->share);
}

static bool
is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

static int
show_version(const struct tool *tool)
{
    printf("%s %s\n", tool->name, MEDI_VERSION);
    return 1;
}

static int
show(struct str *text)
{
    fwrite(text->text, 1, text->length, stdout);
    str_release(text);
    return 1;
}

static int
show_help(const struct tool *tool, const struct verb *verb, const char *group)
{
    struct str text = STR_INIT;
    if (verb)
        doc_help_verb(tool, verb, &text);
    else
        doc_help_tool(tool, group, &text);
    return show(&text);
}

/* --document FORM [--document-prose DIR]: for makefile and tests, so it is not in the help. */
static int
show_document(struct frame *frame, int count, char **words, struct err *err)
{
    struct str text = STR_INIT;
    const char *prose = arena_printf(&frame->arena, "%s/medi/../man", frame->share);
    if (count == 4 && strcmp(words[2], "--document-prose") == 0)
        prose = words[3];
    else if (count != 2)
        return err_set(err, ERR_USAGE, "--document FORM [--document-prose DIR]");
    if (doc_write(frame->ctx.tool, words[1], prose, &text, err)) {
        str_release(&text);
        return -1;
    }
    return show(&text);
}

/* What is asked of the tool as a whole: 1 if it was answered. */
static int
answer_tool(struct frame *frame, int count, char **words, struct err *err)
{
    const struct tool *tool = frame->ctx.tool;
    if (count > 0 && strcmp(words[0], "--version") == 0)
        return show_version(tool);
    if (count > 0 && is_help(words[0]))
        return show_help(tool, NULL, NULL);
    if (count > 1 && verb_is_group(tool, words[0]) && is_help(words[1])) {
        int taken; /* a group may be a verb as well, whose help then names the others */
        return show_help(tool, verb_find(tool, 1, words, &taken), words[0]);
    }
    if (count > 0 && strcmp(words[0], "--document") == 0)
        return show_document(frame, count, words, err);
    return 0;
}

/* 1 if --help or --version was asked and answered. */
static int
parse_verb(struct frame *frame, int count, char **words, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    int taken;
    frame->show_usage = count == 0;
    ctx->verb = count > 0 ? verb_find(ctx->tool, count, words, &taken) : NULL;
    if (!ctx->verb)
        return verb_unknown(ctx->tool, count, words, err);
    frame->args = arena_alloc(&frame->arena, ctx->verb->args_size);
    frame->parse = (struct opt_parse){.arena = &frame->arena,
                                      .own = ctx->verb->options,
                                      .args = frame->args,
                                      .common = common_options(ctx->verb, &frame->arena),
                                      .common_args = &frame->common,
                                      .operands = ctx->verb->operands};
    frame->common.as_of = frame->common.wait = OPT_UNSET;
    if (opt_parse(&frame->parse, count - taken, words + taken, err))
        return -1;
    if (frame->common.version)
        return show_version(ctx->tool);
    if (frame->common.help)
        return show_help(ctx->tool, ctx->verb, NULL);
    frame->show_usage = opt_parse_operands(&frame->parse, err) != 0;
    return frame->show_usage || common_check(&frame->common, err) ? -1 : 0;
}

/* ---- the run ---- */

static int
run(struct frame *frame, int count, char **words, struct err *err)
{
    int done = answer_tool(frame, count, words, err);
    if (!done)
        done = parse_verb(frame, count, words, err);
    if (done)
        return done < 0 ? -1 : 0;
    if (frame_prepare(frame, err))
        return -1;
    return frame_run(frame, err);
}

/* A reader that goes away (`| head`) ends the program quietly by SIGPIPE, whatever the parent made
 * of that signal; a writer's transaction is then undone by the database. */
int
cli_main(const struct tool *tool, int argc, char **argv)
{
    struct frame frame = {.ctx.tool = tool};
    struct err err = {0};
    int count = argc > 0 ? argc - 1 : 0;
    char **words = argv + 1;
    hold_standard_streams();
    signal(SIGPIPE, SIG_DFL);
    if (count == 1 && strcmp(words[0], "--version") == 0) {
        show_version(tool);
        return close_stdout(tool, 0);
    }
    arena_init(&frame.arena);
    env_read(&frame.env);
    frame.share = env_share(&frame.arena);
    choose_language(&frame, count, words);
    int code = run(&frame, count, words, &err);
    if (code < 0) {
        report(&frame, &err);
        code = err_exit_code(err.kind);
    }
    code = close_stdout(tool, code);
    arena_release(&frame.arena);
    return code;
}
