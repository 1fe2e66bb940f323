/*
 * pack: load.yaml: what turns arrivals into heads. The formula and the meaning of each word stand there, in
 * front of the figures; a clinic's own pack (MEDI_CONFIG) stands for the shipped one.
 */
#ifndef MEDI_LOAD_PACK_H
#define MEDI_LOAD_PACK_H

#include "base/arena.h"
#include "base/err.h"
#include "record/hours.h"
#include "text/pack.h"
#include "text/yaml.h"

enum { LOAD_ROLES = 9 };

enum load_from { LOAD_TREATMENTS, LOAD_CONSULTATIONS, LOAD_VISITS };

struct load_role {
    const char *name, *zh;
    enum load_from from;
    int64_t each;        /* minutes of one consultation or visit */
    int64_t minutes;     /* for each who comes, where there is no history */
    int64_t utilisation; /* percent */
    int64_t least;
};

struct load_pack {
    int64_t quantile; /* percent */
    int64_t profile_days, work_days, trust;
    struct hours hours; /* of a store without any */
    struct load_role roles[LOAD_ROLES];
    int count;
};

int load_pack_load(struct arena *arena, const struct packs *packs, struct load_pack *pack,
                   struct err *err);
int load_pack_parse(const struct yaml *root, struct load_pack *pack, struct err *err);

#endif
