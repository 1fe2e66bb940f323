/*
 * work: minutes that a role works for each client who comes to a store.
 *
 *     minutes = (worked + trust × usual) ÷ (clients + trust)           of the last work_days days
 *
 * worked: of treatments the minutes of those whose role it is (staff.role: as it is now); of consultations
 * and of visits their number × `each`. usual and trust stand in load.yaml.
 */
#ifndef MEDI_LOAD_WORK_H
#define MEDI_LOAD_WORK_H

#include "load/history.h"

/* Fills store->minutes. */
int work_read(const struct load *load, struct load_store *store, struct err *err);

double work_minutes(const struct load_role *role, double trust, double worked, double clients);

#endif
