/*
 * gate_rules: the pack gates.yaml: which level of clinic may do which grade, what covers a department, which
 * licence a kind of project needs, and from what age a client signs.
 *
 * It is read from the shipped packs alone: what a gate compares with is not to hang on a variable of the
 * environment.
 */
#ifndef MEDI_VISIT_GATE_RULES_H
#define MEDI_VISIT_GATE_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

struct yaml;

struct gate_rules {
    const struct yaml *levels, *scopes, *store_scopes, *operators, *satisfied_by; /* checked */
    int64_t minor, own_signature;                                                 /* years */
};

int gate_rules_load(struct arena *arena, const struct packs *packs, struct gate_rules *rules,
                    struct err *err);
int gate_rules_parse(const struct yaml *root, struct gate_rules *rules, struct err *err);

/* The highest grade that a store of that level with those departments may do; 0: the level is not known. */
int64_t gate_level_grade(const struct gate_rules *rules, const char *level,
                         const char *departments);

/* Whether a doctor's scope, or a store's departments, cover a department: words separated by 、 ,
 * ; / or spaces. */
bool gate_scope_covers(const struct gate_rules *rules, const char *scope, const char *department);
bool gate_store_covers(const struct gate_rules *rules, const char *departments,
                       const char *department);

/* The licence that a project needs: its own word, else its kind's; NULL: it is no medical treatment. */
const char *gate_licence_needed(const struct gate_rules *rules, const char *licence,
                                const char *kind);

/* Whether a licence of kind `have` satisfies the need for `need`. */
bool gate_licence_satisfies(const struct gate_rules *rules, const char *have, const char *need);

#endif
