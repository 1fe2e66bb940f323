/*
 * outgoing: a message with its address and its words, made from the template and the client's file as they are
 * now. Only here, and only when it is about to go, do a name and a number stand together in the clear.
 */
#ifndef MEDI_FOLLOWUP_OUTGOING_H
#define MEDI_FOLLOWUP_OUTGOING_H

#include "followup/outbox_lease.h"
#include "followup/templates.h"
#include "vault/vault.h"

struct outgoing {
    const struct outbox_taken *taken;
    char key[OUTBOX_KEY];
    const char *to, *subject, *text, *language;
};

struct outgoing_maker {
    struct vault *vault; /* not NULL */
    const struct templates *templates;
    const struct outbox_rules *rules;
    struct arena *arena; /* for what is made */
};

/* 1 made; 0 it cannot be (`err` says why, and is for whoever mends it); -1. */
int outgoing_make(const struct outgoing_maker *maker, const struct outbox_taken *taken,
                  struct outgoing *outgoing, struct err *err);

#endif
