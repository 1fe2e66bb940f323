/*
 * transport: what each of them gives. Inside lib/send.
 */
#ifndef MEDI_SEND_TRANSPORT_H
#define MEDI_SEND_TRANSPORT_H

#include "send/send.h"

struct transport_driver {
    int (*open)(struct transport *transport, struct err *err);
    /* One message to the end. */
    void (*send)(struct transport *transport, const struct send_message *message,
                 struct send_answer *answer);
    /* Or many at once; NULL: `send` one after the other. */
    int (*run)(struct transport *transport, const struct send_job *job, struct err *err);
    void (*close)(struct transport *transport);
};

struct transport {
    const struct transport_driver *driver;
    const struct send_config *config;
    struct arena arena; /* of one message */
    void *state;        /* the driver's own */
};

extern const struct transport_driver driver_lines, driver_once, driver_sendmail, driver_smtp,
    driver_http;

void answer_set(struct send_answer *answer, enum send_result result, const char *reason);

#endif
