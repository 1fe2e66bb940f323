/*
 * send: words on their way out, through one of several transports. One vtable, one file a transport:
 *
 *   command, talk lines   a program that lives on: a line of JSON a message in, one a message out
 *   command, talk once    a program a message: its words on standard input, its exit code decides
 *   sendmail              the same with a whole mail (RFC 5322) on standard input
 *   smtp, http            through libcurl, loaded when it is first needed
 *
 * A transport pulls: it asks for the next message when it can take one, so that whoever gives it can look
 * again just before the words go, and it tells of each what became of it, once. Whatever is not clearly yes or
 * clearly no (no answer in time, garbage, a program that died) is RETRY: the key is the same again, and a
 * receiver that honours it takes it once.
 */
#ifndef MEDI_SEND_SEND_H
#define MEDI_SEND_SEND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/yaml.h"

struct send_message {
    const char *key;            /* the same over every try */
    const char *code, *channel; /* sms, wechat, email */
    const char *to, *subject, *text;
    const char *template, *language;
    int place; /* the caller's own number of it */
};

enum send_result { SEND_SENT, SEND_RETRY, SEND_DEAD };

struct send_answer {
    enum send_result result;
    const char *receipt, *reason; /* or NULL; live for the call */
    int64_t after_s;              /* RETRY: not before so many seconds; 0: not said */
};

struct send_job {
    void *context;
    /* The next message: 1; 0 there is none; -1. Texts live until it was answered. */
    int (*next)(void *context, struct send_message *message, struct err *err);
    int (*answered)(void *context, const struct send_message *message,
                    const struct send_answer *answer, struct err *err);
};

/* ---- what transports.yaml says ------------------------------------------------------------------------ */

enum { SEND_PAIRS = 16 };

struct send_pairs {
    const char *names[SEND_PAIRS], *values[SEND_PAIRS];
    int count;
};

struct send_config {
    const char *channel, *via; /* command, sendmail, smtp, http */
    const struct yaml *node;
    const char **argv;                         /* NULL-terminated: a list, or /bin/sh -c TEXT */
    bool lines;                                /* talk: lines */
    const char *url, *from, *user, *ca, *body; /* body: json, form */
    bool plain; /* without TLS, though the host is not this machine */
    bool reuse; /* of connections */
    const char *secret_header, *secret_prefix, *secret; /* read from its file; NULL: none */
    struct send_pairs headers, fields, with;
    const char *receipt_field, *ok_field;
    const struct yaml *ok_values, *dead_values;
    int64_t timeout_s, rate, failures, rest_s; /* rate: a second, 0 as fast as it goes */
};

struct send_configs {
    const char *file;
    struct send_config *items;
    int count;
};

/* `credentials`: where `credential: NAME` lies; NULL: nowhere. Secrets are read here. */
int send_configs_read(struct arena *arena, const char *path, const char *credentials,
                      struct send_configs *configs, struct err *err);
const struct send_config *send_config_of(const struct send_configs *configs, const char *channel);

/* ---- transports ------------------------------------------------------------------------------------------ */

struct transport;

int transport_open(struct transport **transport, const struct send_config *config, struct err *err);

/* Sends until `next` says that there is none. -1 only if the caller's own functions fail, or memory. */
int transport_run(struct transport *transport, const struct send_job *job, struct err *err);
void transport_close(struct transport *transport); /* NULL-safe */

#endif
