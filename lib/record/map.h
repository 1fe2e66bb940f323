/*
 * map: what a clinic says of a foreign file, in YAML (`medi-db import --map FILE`):
 *
 *     columns:  {顾客电话: phone, VipNo: code}        a foreign header: the column it is
 *     ignore:   [打印次数, 操作员]                    headers to pass over
 *     defaults: {store: S01, status: finished}       what an empty or missing cell means
 *     values:   {status: {已到店: arrived}}           foreign words of a choice
 *     unknown:  {channel: create}                    refuse, empty or create
 */
#ifndef MEDI_RECORD_MAP_H
#define MEDI_RECORD_MAP_H

#include "record/kind.h"

struct ignored {
    const char **headers;
    int count;
};

/* A copy of the kind that knows what the map says; `ignored` gets the headers to pass over. */
const struct kind *map_apply(struct arena *arena, const struct kind *kind, const char *path,
                             struct ignored *ignored, struct err *err);

/* A copy of the kind whose column `store` is that store where a cell is empty or missing. */
const struct kind *map_store(struct arena *arena, const struct kind *kind, const char *store);

#endif
