/*
 * gates: a clinic in which every gate before a treatment of C1 with P1 by D1 is open, from 2025-06-01 09:00 local on,
 * so that a test can close one: see test_gate.c. The times of Asia/Shanghai on that day, 20240.
 */
#ifndef MEDI_TESTS_GATES_H
#define MEDI_TESTS_GATES_H

#include "clinic.h"
#include "text/zonefile.h"
#include "visit/treat.h"

enum { GATES_DAY = 20240 };
static const int64_t gates_nine = 1748739600, gates_ten = 1748743200, gates_last = 1748793599;

#define GATES_OPEN                                                                                           \
    "UPDATE store SET level = '门诊部', departments = '医疗美容科、美容皮肤科', licence_no = " \
    "'Y1', licence_to = 30000"                                                                               \
    " WHERE id > 0;"                                                                                         \
    "UPDATE client SET birthday = 10000 WHERE id = 1;"                                                       \
    "UPDATE project SET department = '美容皮肤科', device_kind = 'laser', consent = 'filler' "          \
    "WHERE id = 1;"                                                                                          \
    "INSERT INTO licence (id, staff_id, kind, number, scope, store_id, valid_from, valid_to) "               \
    "VALUES"                                                                                                 \
    " (1, 1, 'physician', 'Z1', '皮肤病与性病专业', 1, 20000, 30000), (2, 3, 'nurse', 'Z2', "        \
    "'护理', 1, 20000, 30000);"                                                                            \
    "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status, "                   \
    "doctor_id) VALUES"                                                                                      \
    " (1, 1, 'V1', 1, 1748739000, 20240, 'treatment', 'arrived', 1),"                                        \
    " (1, 2, 'V2', 2, 1748739000, 20240, 'treatment', 'arrived', 1);"                                        \
    "INSERT INTO assessment (store_id, id, code, client_id, visit_id, project_id, staff_id, at, "            \
    "day, in_person, verdict,"                                                                               \
    " valid_to) VALUES (1, 1, 'AS1', 1, 1, 1, 1, 1748739600, 20240, 1, 'fit', 30000);"                       \
    "INSERT INTO project_exam VALUES (1, 1, 'blood', 7);"                                                    \
    "INSERT INTO exam (store_id, id, code, client_id, visit_id, kind, taken_at, day, result) "               \
    "VALUES"                                                                                                 \
    " (1, 1, 'EX1', 1, 1, 'blood', 1748739600, 20240, 'normal');"                                            \
    "INSERT INTO contract (store_id, id, code, client_id, at, day, state, list_fen, amount_fen, "            \
    "signed_at, signer) VALUES"                                                                              \
    " (1, 1, 'HT1', 1, 1748739600, 20240, 'signed', 100, 100, 1748739600, 'guardian');"                      \
    "INSERT INTO contract_line (store_id, id, contract_id, line, project_id, quantity, list_fen, "           \
    "amount_fen, gift) VALUES"                                                                               \
    " (1, 1, 1, 1, 1, 1, 100, 100, 0);"                                                                      \
    "INSERT INTO consent_form (id, code, series, version, name, valid_from, valid_to) VALUES"                \
    " (1, 'F1', 'filler', 1, 'f', 19000, 20000), (2, 'F2', 'filler', 2, 'f', 20001, 30000);"                 \
    "INSERT INTO signature (store_id, id, code, client_id, visit_id, project_id, form_id, "                  \
    "signed_at, day, signer, proof)"                                                                         \
    " VALUES (1, 1, 'SG1', 1, 1, 1, 2, 1748739600, 20240, 'client', 'p');"                                   \
    "INSERT INTO equipment (store_id, id, code, name, kind, state, calibrate) VALUES"                        \
    " (1, 1, 'E1', 'e', 'laser', 'ok', 1), (1, 2, 'E2', 'e', 'ipl', 'ok', 0);"                               \
    "INSERT INTO calibration (store_id, id, code, equipment_id, done_on, valid_to, passed) VALUES"           \
    " (1, 1, 'CL1', 1, 20000, 30000, 1);"                                                                    \
    "INSERT INTO item (id, code, name, kind, unit, storage, vial_size, open_hours) VALUES"                   \
    " (1, 'I1', 'i', 'drug', 'U', 'cold', 100, 4), (2, 'I2', 'needle', 'consumable', '支', "                \
    "'ambient', NULL, NULL),"                                                                                \
    " (3, 'I3', 'implant', 'implant', '支', 'ambient', NULL, NULL);"                                        \
    "INSERT INTO indication VALUES (1, 1, 1, 'wrinkles'), (2, 3, 1, 'folds');"                               \
    "INSERT INTO lot (store_id, id, item_id, code, expires_on, received_on, quantity, cost_fen) "            \
    "VALUES"                                                                                                 \
    " (1, 1, 1, 'L1', 30000, 20000, 300, 10001), (1, 2, 1, 'L2', 30001, 20000, 300, 9000),"                  \
    " (1, 3, 2, 'N1', 30000, 20000, 100, 1000), (1, 4, 3, 'M1', 30000, 20000, 5, 5000);"                     \
    "INSERT INTO kit VALUES (1, 1, 1, 20, 0), (2, 1, 2, 1, 0), (3, 1, 3, 1, 1);"                             \
    "INSERT INTO product_check (store_id, id, code, client_id, visit_id, project_id, item_id, "              \
    "lot_id, at, day,"                                                                                       \
    " confirmed_at) VALUES (1, 1, 'PC1', 1, 1, 1, 1, 1, 1748739600, 20240, 1748739600);"                     \
    "INSERT INTO counter VALUES (0, 'licence', 3), (1, 'visit', 3), (1, 'assessment', 2), (0, "              \
    "'project_exam', 2),"                                                                                    \
    " (1, 'exam', 2), (1, 'contract', 2), (1, 'contract_line', 2), (0, 'consent_form', 3), (1, "             \
    "'signature', 2),"                                                                                       \
    " (1, 'equipment', 3), (1, 'calibration', 2), (0, 'item', 4), (0, 'indication', 3), (1, "                \
    "'lot', 5), (0, 'kit', 4),"                                                                              \
    " (1, 'product_check', 2);"

/* The case that all of it is for; with `uses` NULL the kit is used. */
static inline struct treat
gates_treat(int64_t at, const struct zone *zone)
{
    return (struct treat){.given = {.store_id = 1,
                                    .client_id = 1,
                                    .project_id = 1,
                                    .visit_id = 1,
                                    .at = at,
                                    .day = zone_day(zone, at),
                                    .operator_id = 1,
                                    .nurse_id = 3,
                                    .device = "E1"},
                          .quantity = 1,
                          .ended_at = -1,
                          .doctor_id = 1};
}

#endif
