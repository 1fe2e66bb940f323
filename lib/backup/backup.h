/*
 * backup: a copy of a database in one file, made while others write, that knows nothing of its engine and
 * is read back and found right before it counts.
 */
#ifndef MEDI_BACKUP_BACKUP_H
#define MEDI_BACKUP_BACKUP_H

#include "backup/verify.h"

enum backup_phase { BACKUP_WRITE, BACKUP_VERIFY };

struct backup_spec {
    const char *path;     /* FILE */
    int64_t keep;         /* generations; 0: FILE must not be there */
    const char *recovery; /* file of a recovery key's public half, or NULL */
    const char *config;   /* directory of packs, or NULL */
    const char *
        key; /* the master key's file, already looked at; or NULL. It goes in only with `recovery` */
    bool as_is; /* also of a database that does not agree with its log */
    int64_t now;
    const char *version; /* of the program */
    /* Rows that are done, and all of them as far as is known. May be NULL. */
    void (*progress)(void *context, enum backup_phase phase, int64_t done, int64_t all);
    void *context;
};

struct backup_made {
    struct verified verified;
    int64_t bytes;   /* of the file */
    int64_t removed; /* older generations */
    bool key;        /* the master key is in it */
};

/* `db`: open for reading, in no transaction. ERR_DB: the database is damaged or does not agree with its
 * log, ERR_IO, ERR_BUSY, ERR_DATA (the recovery key): then no file has changed. Texts are in the arena. */
int backup_make(struct db *db, struct arena *arena, const struct backup_spec *spec,
                struct backup_made *made, struct err *err);

#endif
