/*
 * person: a client's file by its code, and files that may be of one person.
 */
#ifndef MEDI_CLIENT_PERSON_H
#define MEDI_CLIENT_PERSON_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"
#include "vault/vault.h"

struct person {
    int64_t id;
    const char *code, *class; /* "client", "staff", "test" */
    int64_t store_id;
    bool forgotten;
    const char
        *joined; /* the code that was asked for, if that file was joined to this one; or NULL */
};

/* The file of that code, or the one that it was joined to. ERR_DATA: there is none. Texts are in the arena. */
int person_find(struct db *db, struct arena *arena, const char *code, struct person *person,
                struct err *err);

/* As person_find, and it must not have been forgotten. */
int person_find_living(struct db *db, struct arena *arena, const char *code, struct person *person,
                       struct err *err);

/* The code of another standing file with that phone, or that id number (either may be NULL; as a person writes
 * them): 1 with the code and, in `by`, "phone" or "id_number"; 0 none; -1. Without a vault nothing is found.
 * */
int person_same(struct db *db, struct arena *arena, struct vault *vault, const char *phone,
                const char *id_number, const char *not_code, const char **code, const char **by,
                struct err *err);

/* The blind index of a phone or id number in any spelling; NULL value: it is none, or there is no vault. */
struct db_value person_phone_index(struct vault *vault, struct arena *arena, const char *table,
                                   const char *text);
struct db_value person_id_index(struct vault *vault, struct arena *arena, const char *text);

#endif
