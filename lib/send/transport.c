#include "send/transport.h"

#include <stdlib.h>
#include <string.h>

static const struct transport_driver *
driver_of(const struct send_config *config)
{
    if (strcmp(config->via, "http") == 0)
        return &driver_http;
    if (strcmp(config->via, "smtp") == 0)
        return &driver_smtp;
    if (strcmp(config->via, "sendmail") == 0)
        return &driver_sendmail;
    return config->lines ? &driver_lines : &driver_once;
}

int
transport_open(struct transport **out, const struct send_config *config, struct err *err)
{
    struct transport *transport = mem_alloc(sizeof *transport);
    *transport = (struct transport){.driver = driver_of(config), .config = config};
    arena_init(&transport->arena);
    if (transport->driver->open && transport->driver->open(transport, err) < 0) {
        transport_close(transport);
        return -1;
    }
    *out = transport;
    return 0;
}

void
transport_close(struct transport *transport)
{
    if (!transport)
        return;
    transport->driver->close(transport);
    arena_release(&transport->arena);
    free(transport);
}

int
transport_run(struct transport *transport, const struct send_job *job, struct err *err)
{
    struct send_message message;
    int more;
    if (transport->driver->run)
        return transport->driver->run(transport, job, err);
    while ((more = job->next(job->context, &message, err)) == 1) {
        struct send_answer answer = {SEND_RETRY, NULL, NULL, 0};
        arena_reset(&transport->arena);
        transport->driver->send(transport, &message, &answer);
        if (job->answered(job->context, &message, &answer, err) < 0)
            return -1;
    }
    return more;
}

void
answer_set(struct send_answer *answer, enum send_result result, const char *reason)
{
    answer->result = result;
    answer->reason = reason;
}
