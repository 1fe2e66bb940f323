/*
 * coldchain: the pack coldchain.yaml: at which temperatures the goods of a storage class travel,
 * whether a record must
 * come with them, and how a record is judged (temperature.h). It is read from the shipped packs
 * alone, as the gates are;
 * what a product's own label or its maker's stability data say stands with the item and wins.
 */
#ifndef MEDI_SUPPLY_COLDCHAIN_H
#define MEDI_SUPPLY_COLDCHAIN_H

#include "supply/temperature.h"
#include "supply/units.h"
#include "text/pack.h"
#include "text/yaml.h"

enum { COLDCHAIN_MOST = 8 };

struct coldchain_storage {
    const char *name, *zh, *source;
    bool confirmed, record; /* record: none comes in without one */
    struct temperature_limits limits;
};

struct coldchain {
    struct coldchain_storage storages[COLDCHAIN_MOST];
    int count;
};

int coldchain_load(struct arena *arena, const struct packs *packs, struct coldchain *chain,
                   struct err *err);
int coldchain_parse(const struct yaml *root, struct coldchain *chain, struct err *err);

/* NULL with ERR_DATA: there is no such storage class. */
const struct coldchain_storage *coldchain_find(const struct coldchain *chain, const char *name,
                                               struct err *err);

/* The limits of an item: its storage's, and over them what its label says. */
struct temperature_limits coldchain_limits(const struct coldchain_storage *storage,
                                           const struct supply_item *item);

#endif
