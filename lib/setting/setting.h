/*
 * setting: values that a clinic may change. The pack settings.yaml declares them with type, default and
 * meaning; the table `setting` holds what was changed, for the chain (store 0) or for one store. A store's
 * value wins over the chain's, the chain's over the default.
 */
#ifndef MEDI_SETTING_SETTING_H
#define MEDI_SETTING_SETTING_H

#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"
#include "text/pack.h"

enum setting_type { SETTING_TEXT, SETTING_INT, SETTING_MONEY, SETTING_CHOICE };

struct setting {
    const char *name, *says, *zh, *fallback;
    enum setting_type type;
    int64_t min, max;
    const char **words; /* of a choice */
    int word_count;
};

struct settings {
    struct setting *items;
    int count;
};

int settings_load(struct arena *arena, const struct packs *packs, struct settings *settings,
                  struct err *err);

/* NULL with ERR_USAGE, naming the nearest, if there is none of that name. */
const struct setting *setting_find(const struct settings *settings, const char *name,
                                   struct err *err);

/* The value in force for a store (0: the chain), in its stored form, and where it comes from:
 * "store", "chain" or "default". */
int setting_value(struct db *db, struct arena *arena, const struct setting *setting,
                  int64_t store_id, const char **value, const char **from, struct err *err);
int setting_int(struct db *db, struct arena *arena, const struct setting *setting, int64_t store_id,
                int64_t *value, struct err *err);

/* Checks and writes: 1 changed, 0 it was so already, -1. `text` NULL takes the value back. */
int setting_put(struct db *db, struct arena *arena, const struct setting *setting, int64_t store_id,
                const char *text, struct err *err);

#endif
