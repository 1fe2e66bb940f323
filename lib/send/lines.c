/*
 * A program that lives on. A message is a line of JSON on its standard input:
 *
 *     {"key":…,"code":…,"channel":…,"to":…,"subject":…,"text":…,"template":…,"language":…}
 *
 * and its answer a line on its standard output, in any order:
 *
 *     {"key":…,"state":"sent"|"retry"|"dead","receipt":…,"reason":…,"after":seconds}
 *
 * Up to WINDOW messages are on their way at once, so that neither side waits for the other. A line that is no
 * such answer is held to be one, of no sense, to the oldest; what was answered already is passed over.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "send/child.h"
#include "send/transport.h"
#include "text/json.h"
#include "text/json_read.h"

enum { WINDOW = 128, ROOM = 65536, LINE_MOST = 65536, END_MS = 2000 };

struct waiting {
    struct send_message message;
    int64_t until; /* milliseconds */
};

struct lines {
    struct child child;
    struct str out, in; /* bytes to be written; bytes of lines to be read */
    size_t given;       /* of `out` */
    struct waiting waiting[WINDOW];
    int count;
};

static int64_t
milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int
lines_open(struct transport *transport, struct err *err)
{
    struct lines *lines = mem_alloc(sizeof *lines);
    (void)err;
    memset(lines, 0, sizeof *lines);
    lines->child = (struct child){0, -1, -1};
    lines->out = lines->in = (struct str)STR_INIT;
    transport->state = lines;
    return 0;
}

static void
stop(struct lines *lines, int wait_ms)
{
    child_end(&lines->child, wait_ms);
    str_clear(&lines->out);
    str_clear(&lines->in);
    lines->given = 0;
}

static void
lines_close(struct transport *transport)
{
    struct lines *lines = transport->state;
    if (!lines)
        return;
    stop(lines, END_MS);
    str_release(&lines->out);
    str_release(&lines->in);
    free(lines);
}

/* ---- out --------------------------------------------------------------------------------------------- */

static void
add_member(struct str *line, const char *name, const char *value)
{
    str_addf(line, "%s\"%s\":", line->text[line->length - 1] == '{' ? "" : ",", name);
    json_add_string(line, value, strlen(value));
}

static void
add_line(struct str *out, const struct send_message *message)
{
    str_addc(out, '{');
    add_member(out, "key", message->key);
    add_member(out, "code", message->code);
    add_member(out, "channel", message->channel);
    add_member(out, "to", message->to);
    add_member(out, "subject", message->subject);
    add_member(out, "text", message->text);
    add_member(out, "template", message->template);
    add_member(out, "language", message->language);
    str_adds(out, "}\n");
}

/* As many as there is room for: 1 there may be more, 0 there are none, -1. */
static int
fill(struct transport *transport, const struct send_job *job, struct err *err)
{
    struct lines *lines = transport->state;
    while (lines->count < WINDOW && lines->out.length - lines->given < ROOM) {
        struct waiting *waiting = &lines->waiting[lines->count];
        int more = job->next(job->context, &waiting->message, err);
        if (more != 1)
            return more;
        waiting->until = milliseconds() + transport->config->timeout_s * 1000;
        add_line(&lines->out, &waiting->message);
        lines->count++;
    }
    return 1;
}

/* False: nobody reads any more. */
static bool
give(struct lines *lines)
{
    ssize_t wrote = child_write(&lines->child, lines->out.text + lines->given,
                                lines->out.length - lines->given);
    if (wrote < 0)
        return errno == EAGAIN || errno == EINTR;
    lines->given += (size_t)wrote;
    if (lines->given == lines->out.length) {
        str_clear(&lines->out);
        lines->given = 0;
    }
    return true;
}

/* ---- in ---------------------------------------------------------------------------------------------- */

static int
answer_one(struct lines *lines, const struct send_job *job, int place,
           const struct send_answer *answer, struct err *err)
{
    struct send_message message = lines->waiting[place].message;
    memmove(&lines->waiting[place], &lines->waiting[place + 1],
            (size_t)(lines->count - place - 1) * sizeof *lines->waiting);
    lines->count--;
    return job->answered(job->context, &message, answer, err);
}

static int
answer_all(struct lines *lines, const struct send_job *job, const char *reason, struct err *err)
{
    const struct send_answer answer = {SEND_RETRY, NULL, reason, 0};
    while (lines->count > 0)
        if (answer_one(lines, job, 0, &answer, err) < 0)
            return -1;
    return 0;
}

static const char *
text_of(const struct json_value *object, const char *name)
{
    const struct json_value *member = json_member(object, name);
    return member && member->type == JSON_IS_TEXT ? member->text : NULL;
}

/* False: no answer as it should be. */
static bool
read_answer(const struct json_value *object, struct send_answer *answer)
{
    static const char *const states[] = {
        [SEND_SENT] = "sent", [SEND_RETRY] = "retry", [SEND_DEAD] = "dead"};
    const char *state = text_of(object, "state");
    const struct json_value *after = json_member(object, "after");
    for (int i = SEND_SENT; state && i <= SEND_DEAD; i++) {
        if (strcmp(states[i], state) != 0)
            continue;
        *answer = (struct send_answer){(enum send_result)i, text_of(object, "receipt"),
                                       text_of(object, "reason"), 0};
        if (after && after->type == JSON_IS_INT && after->number > 0)
            answer->after_s = after->number;
        return true;
    }
    return false;
}

static int
take_line(struct transport *transport, const struct send_job *job, const char *line, size_t length,
          struct err *err)
{
    struct lines *lines = transport->state;
    struct send_answer answer = {SEND_RETRY, NULL, _("answered with what is no answer"), 0};
    struct err ignored = {0};
    if (length == 0)
        return 0;
    arena_reset(&transport->arena);
    const struct json_value *object = json_read_foreign(&transport->arena, line, length, &ignored);
    const char *key = text_of(object, "key");
    int place = 0;
    if (key && read_answer(object, &answer))
        while (place < lines->count && strcmp(lines->waiting[place].message.key, key) != 0)
            place++;
    return place < lines->count ? answer_one(lines, job, place, &answer, err) : 0;
}

/* 1 there may be more, 0 it closed its output, -1. */
static int
take(struct transport *transport, const struct send_job *job, struct err *err)
{
    struct lines *lines = transport->state;
    char bytes[ROOM];
    ssize_t got = read(lines->child.out, bytes, sizeof bytes);
    if (got <= 0)
        return got < 0 && (errno == EAGAIN || errno == EINTR);
    str_add(&lines->in, bytes, (size_t)got);
    size_t from = 0;
    const char *end;
    while ((end = memchr(lines->in.text + from, '\n', lines->in.length - from))) {
        size_t length = (size_t)(end - lines->in.text) - from;
        if (take_line(transport, job, lines->in.text + from, length, err) < 0)
            return -1;
        from += length + 1;
    }
    memmove(lines->in.text, lines->in.text + from, lines->in.length - from);
    str_cut(&lines->in, lines->in.length - from);
    return lines->in.length <= LINE_MOST;
}

/* ---- together ------------------------------------------------------------------------------------------ */

static int
late(struct transport *transport, const struct send_job *job, struct err *err)
{
    struct lines *lines = transport->state;
    int64_t now = milliseconds();
    while (lines->count > 0 && lines->waiting[0].until <= now) {
        arena_reset(&transport->arena);
        const struct send_answer answer = {SEND_RETRY, NULL,
                                           arena_printf(&transport->arena, _("no answer in %lld s"),
                                                        (long long)transport->config->timeout_s),
                                           0};
        if (answer_one(lines, job, 0, &answer, err) < 0)
            return -1;
    }
    return 0;
}

/* 1 go on, 0 the program is gone, -1. */
static int
turn(struct transport *transport, const struct send_job *job, struct err *err)
{
    struct lines *lines = transport->state;
    bool writes = lines->out.length > lines->given;
    struct pollfd wait[2] = {{.fd = lines->child.out, .events = POLLIN},
                             {.fd = lines->child.in, .events = POLLOUT}};
    int64_t left = lines->count ? lines->waiting[0].until - milliseconds() : 0;
    int open = 1;
    if (!writes && lines->count == 0)
        return 1;
    poll(wait, writes ? 2 : 1, left > 0 ? (int)left : 0);
    if (writes && wait[1].revents && !give(lines))
        open = 0;
    if (wait[0].revents && open)
        open = take(transport, job, err);
    return open == 1 && late(transport, job, err) < 0 ? -1 : open;
}

static int
lines_run(struct transport *transport, const struct send_job *job, struct err *err)
{
    struct lines *lines = transport->state;
    struct err why = {0};
    int more = 1;
    while (more == 1 || lines->count > 0) {
        if (more == 1 && (more = fill(transport, job, err)) < 0)
            return -1;
        if (lines->count == 0)
            continue;
        if (lines->child.pid <= 0 &&
            child_start(&lines->child, transport->config->argv, NULL, false, &why) < 0) {
            str_clear(&lines->out);
            if (answer_all(lines, job, why.text, err) < 0)
                return -1;
            continue;
        }
        int open = turn(transport, job, err);
        if (open < 0)
            return -1;
        if (open == 0) { /* what was read but not answered may have gone: the same key again */
            stop(lines, 0);
            if (answer_all(lines, job, _("the program ended without an answer"), err) < 0)
                return -1;
        }
    }
    return more;
}

const struct transport_driver driver_lines = {
    .open = lines_open, .run = lines_run, .close = lines_close};
