/*
 * contact: whether a client may be spoken to, by what they said about it last.
 *
 * The last word on a purpose counts, whether it was about that way or about any: who took everything back and
 * later agreed to text messages gets those, and no more. Without a word, care (诊疗随访) is allowed, since
 * it belongs to the treatment that they asked for (个人信息保护法 13), and everything else is not
 * (个人信息保护法 14, 29; 广告法 43). Nothing is allowed with who was forgotten. It is asked at the
 * moment of sending, not when a list is made.
 */
#ifndef MEDI_CLIENT_CONTACT_H
#define MEDI_CLIENT_CONTACT_H

#include "base/arena.h"
#include "db/db.h"
#include "db/ready.h"

struct contact {
    int64_t client_id;
    const char *purpose; /* care, marketing, album, research, third-party */
    const char *way;     /* any, sms, phone, wechat, email, post */
    int64_t moment, day; /* when, and on which day of the store */
};

/* 1 yes, 0 no (`why`, in words, may be NULL), -1. */
int client_may_contact(struct db *db, struct arena *arena, const struct contact *contact,
                       const char **why, struct err *err);

/* The same for who asks it of many. */
int client_may_contact_ready(struct ready *ready, struct arena *arena,
                             const struct contact *contact, const char **why, struct err *err);

#endif
