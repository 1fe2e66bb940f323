/*
 * kind_private: what kind.c (kinds) and kind_column.c (their columns) share.
 */
#ifndef MEDI_RECORD_KIND_PRIVATE_H
#define MEDI_RECORD_KIND_PRIVATE_H

#include "record/kind.h"
#include "text/yaml.h"

int kind_read_column(struct arena *arena, const struct yaml *node, struct kind_column *column,
                     struct err *err);

/* A text that must be there. */
int kind_need_text(const struct yaml *map, const char *key, const char **text, struct err *err);

/* Names that come from a pack become part of statements: plain ones only. NULL passes. */
int kind_check_name(const struct yaml *node, const char *name, struct err *err);

#endif
