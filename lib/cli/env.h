/*
 * env: everything that the programs take from the environment, read in this one place.
 */
#ifndef MEDI_CLI_ENV_H
#define MEDI_CLI_ENV_H

#include <stdbool.h>

#include "base/arena.h"

struct env {
    const char *db, *store;  /* MEDI_DB, MEDI_STORE; NULL when unset or empty, as all that follow */
    const char *config;      /* MEDI_CONFIG: a directory */
    const char *key;         /* MEDI_KEY: a key file */
    const char *now, *actor; /* MEDI_NOW, MEDI_ACTOR: for test databases only */
    const char *zone;        /* TZ, for what runs without a database */
    const char *home, *data_home, *config_home; /* HOME, XDG_DATA_HOME, XDG_CONFIG_HOME */
    const char *credentials; /* CREDENTIALS_DIRECTORY: secrets that systemd hands out */
    bool plain;              /* NO_COLOR, or TERM is dumb or unset: no colour, no redrawing */
    bool zh;                 /* see env_chinese */
};

void env_read(struct env *env);

/* The language that the first of these that is set and not empty names: English for "en…" and for
 * other languages; Chinese for "zh…", for C and POSIX (cron) and when none is set. */
bool env_chinese(const char *lc_all, const char *lc_messages, const char *lang);

/* The operating-system user who runs this process: the login name, else the number. The real one:
 * a program that is installed to run with another's rights is still run by a person. */
const char *env_user(struct arena *arena);

/* $XDG_DATA_HOME/medi/medi.db, else ~/.local/share/medi/medi.db */
char *env_default_db(const struct env *env, struct arena *arena);

/* $XDG_CONFIG_HOME/medi/key, else ~/.config/medi/key */
char *env_default_key(const struct env *env, struct arena *arena);

/* Where the programs' data stand: beside the executable (../share), else where `make install` was
 * told. Below it are medi (packs), locale and man. */
char *env_share(struct arena *arena);

#endif
