/* A program a message: its words, or a mail, on standard input, and its exit code decides. */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "send/child.h"
#include "send/mail.h"
#include "send/transport.h"

enum { LATER = 75, NOT_RUNNABLE = 126, NOT_FOUND = 127, REASON = 200 };

/* The first line of what it said; NULL: nothing. */
static const char *
first_line(struct arena *arena, const struct str *output)
{
    size_t length = strcspn(output->text, "\r\n");
    return length ? arena_strndup(arena, output->text, length < REASON ? length : REASON) : NULL;
}

/* Only a program that ran to its end has judged the message; one that is missing or died has not. */
static void
judge(struct arena *arena, const struct str *output, int status, struct send_answer *answer)
{
    const char *said = first_line(arena, output);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (code == 0) {
        answer->result = SEND_SENT;
        answer->receipt = said;
        return;
    }
    bool judged = code > 0 && code != LATER && code != NOT_RUNNABLE && code != NOT_FOUND;
    const char *what = code < 0 ? arena_printf(arena, _("killed by signal %d"), WTERMSIG(status))
                                : arena_printf(arena, _("exit code %d"), code);
    answer_set(answer, judged ? SEND_DEAD : SEND_RETRY,
               said ? arena_printf(arena, "%s: %s", what, said) : what);
}

static void
talk(struct transport *transport, const char *const *more, const char *input,
     struct send_answer *answer)
{
    struct child child;
    struct err why = {0};
    struct str output = STR_INIT;
    int status;
    const struct send_config *config = transport->config;
    if (child_start(&child, config->argv, more, true, &why) < 0)
        answer_set(answer, SEND_RETRY, arena_strdup(&transport->arena, why.text));
    else if (child_talk(&child, input, strlen(input), (int)config->timeout_s * 1000, &output,
                        &status) == 0)
        answer_set(answer, SEND_RETRY,
                   arena_printf(&transport->arena, _("no answer in %lld s"),
                                (long long)config->timeout_s));
    else
        judge(&transport->arena, &output, status, answer);
    str_release(&output);
}

/* Its environment is read by its own user alone, unlike its words. */
static void
once_send(struct transport *transport, const struct send_message *message,
          struct send_answer *answer)
{
    struct arena *arena = &transport->arena;
    const char *const more[] = {
        arena_printf(arena, "MEDI_MESSAGE_KEY=%s", message->key),
        arena_printf(arena, "MEDI_MESSAGE_TO=%s", message->to),
        arena_printf(arena, "MEDI_MESSAGE_CHANNEL=%s", message->channel),
        arena_printf(arena, "MEDI_MESSAGE_SUBJECT=%s", message->subject),
        arena_printf(arena, "MEDI_MESSAGE_TEMPLATE=%s", message->template),
        NULL,
    };
    talk(transport, more, message->text, answer);
}

static void
sendmail_send(struct transport *transport, const struct send_message *message,
              struct send_answer *answer)
{
    struct str mail = STR_INIT;
    struct err why = {0};
    if (mail_write(&mail, transport->config->from, message, "\n", &why) < 0)
        answer_set(answer, SEND_DEAD, arena_strdup(&transport->arena, why.text));
    else
        talk(transport, NULL, mail.text, answer);
    str_release(&mail);
}

static void
close_nothing(struct transport *transport)
{
    (void)transport;
}

const struct transport_driver driver_once = {.send = once_send, .close = close_nothing};
const struct transport_driver driver_sendmail = {.send = sendmail_send, .close = close_nothing};
