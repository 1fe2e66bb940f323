/*
 * extra: the files that a restore needs on a new machine beside the database: the packs of MEDI_CONFIG, and
 * in a backup that only a recovery key opens the master key of the personal data.
 */
#ifndef MEDI_BACKUP_EXTRA_H
#define MEDI_BACKUP_EXTRA_H

#include "backup/item.h"
#include "backup/writer.h"

enum { PACK_MOST = 1 << 20, PACKS_MOST = 4096, PACK_DEPTH = 8, KEY_MOST = 4096 };

/* Every FILE.yaml below the directory. */
int extra_packs(struct writer *writer, const char *config, struct err *err);
int extra_key(struct writer *writer, const char *path, struct err *err);

/* Files as they come out of a backup. */
struct extra {
    struct arena *arena;
    struct item_file *packs;
    int count, room;
    char *key; /* secret_alloc; NULL: none came */
    size_t key_length;
};

/* Keeps it. ERR_DATA: its name would leave the directory in which it is to stand, or there are too many. */
int extra_take(struct extra *extra, const struct item_file *file, struct err *err);

/* Into a new directory, or one that has nothing in it. */
int extra_put_packs(const struct extra *extra, const char *folder, struct err *err);

/* The key, into a new file for its owner only; or whether it is what that file holds (1, 0, -1). */
int extra_put_key(const struct extra *extra, const char *path, struct err *err);
int extra_is_key(const struct extra *extra, const char *path, struct err *err);
void extra_release(struct extra *extra);

#endif
