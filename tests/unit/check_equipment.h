/*
 * check_equipment: for each check of machines a data set that breaks it and one that passes. Rows of
 * clinic.h are there; MACHINES puts three of S01 and one of S02 beside them.
 */
#ifndef MEDI_TESTS_CHECK_EQUIPMENT_H
#define MEDI_TESTS_CHECK_EQUIPMENT_H

#define MACHINES                                                                                   \
    "INSERT INTO equipment (store_id, id, code, name, kind, state, calibrate, model, serial) "     \
    "VALUES (1, 1, 'E1', 'e', 'laser', 'ok', 1, 'X', 'N1'), (1, 2, 'E2', 'e', 'laser', 'fault', "  \
    "1, 'X', 'N2'), (1, 3, 'E3', 'e', 'laser', 'retired', 1, 'X', 'N1'), (2, 1, 'E1', 'e', "       \
    "'laser', 'ok', 1, 'Y', 'N1');"
#define FAULT                                                                                      \
    "INSERT INTO fault (store_id, id, code, equipment_id, at, day, what, state, repair_at, "       \
    "repairer_id, ended_at, ended_on, verified_id) VALUES "
#define FAULT_OF_2 FAULT "(1, 1, 'G1', 2, 1000, 20240, 'w', 'open', NULL, NULL, NULL, NULL, NULL)"
#define CALIBRATION                                                                                \
    "INSERT INTO calibration (store_id, id, code, equipment_id, done_on, valid_to, passed, "       \
    "certificate, body, fault_id) VALUES "
#define MAINTENANCE                                                                                \
    "INSERT INTO maintenance (store_id, id, code, equipment_id, task, done_on, passed, fault_id) " \
    "VALUES "
#define DEVICE_TREATMENT                                                                           \
    "INSERT INTO treatment (store_id, id, code, client_id, project_id, doctor_id, started_at, "    \
    "day, status, quantity, recognised_fen, device) VALUES "

#define BUYING                                                                                     \
    "INSERT INTO supplier (id, code, name) VALUES (1, 'U1', 'u'), (2, 'U2', 'v');"                 \
    "INSERT INTO equipment_offer (store_id, id, request_id, supplier_id, offered_on, model, "      \
    "price_fen, warranty_months, life_months) VALUES (1, 1, 1, 1, 20240, 'X', 1, 1, 1);"
#define REQUEST                                                                                    \
    "INSERT INTO equipment_request (store_id, id, code, at, day, name, kind, reason, state, "      \
    "supplier_id, chosen_by, chosen_second) VALUES "
#define ACCEPTANCE                                                                                 \
    "INSERT INTO acceptance (store_id, id, code, request_id, equipment_id, at, day, by_login, "    \
    "quality_paper, manual, accessories, trial) VALUES "                                           \
    "(1, 1, 'Y1', 1, 1, 2000, 20240, 'a', 'q', 'm', 'a', 't');"

#define REFUSAL(at, reasons)                                                                       \
    "UPDATE equipment_request SET chosen_at = 1000;"                                               \
    "INSERT INTO equipment_refusal (store_id, id, code, request_id, at, day, by_login, reasons) "  \
    "VALUES (1, 1, 'JS1', 1, " at ", 20240, 'a', " reasons ");"

#define EQUIPMENT_PAIRS                                                                            \
    {"equipment_state", MACHINES FAULT_OF_2,                                                       \
     MACHINES FAULT                                                                                \
     "(1, 1, 'G1', 1, 1000, 20240, 'w', 'open', NULL, NULL, NULL, NULL, NULL),"                    \
     " (1, 2, 'G2', 3, 1000, 20240, 'w', 'repairing', 1000, NULL, NULL, NULL, NULL)",              \
     "S01 E1 ok G1\nS01 E2 fault\nS01 E3 retired G2\n"},                                           \
        {"equipment_fault_steps",                                                                  \
         MACHINES FAULT_OF_2                                                                       \
         ", (1, 2, 'G2', 1, 1000, 20240, 'w', 'repairing', 1000, 1, NULL, NULL, NULL),"            \
         " (1, 3, 'G3', 1, 1000, 20240, 'w', 'repaired', 1000, 1, 2000, 20240, 2),"                \
         " (1, 4, 'G4', 3, 1000, 20240, 'w', 'scrapped', NULL, NULL, 2000, 20240, NULL)",          \
         MACHINES FAULT                                                                            \
         "(1, 1, 'G1', 2, 1000, 20240, 'w', 'open', 1000, NULL, NULL, NULL, NULL),"                \
         " (1, 2, 'G2', 1, 1000, 20240, 'w', 'repairing', NULL, NULL, NULL, NULL, NULL),"          \
         " (1, 3, 'G3', 1, 1000, 20240, 'w', 'repaired', 1000, 1, 2000, 20240, 1),"                \
         " (1, 4, 'G4', 1, 1000, 20240, 'w', 'repaired', 1000, 1, 2000, 20240, NULL),"             \
         " (1, 5, 'G5', 3, 1000, 20240, 'w', 'scrapped', NULL, NULL, NULL, NULL, NULL)",           \
         "S01 G1 open\nS01 G2 repairing\nS01 G3 repaired\nS01 G4 repaired\nS01 G5 scrapped\n"},    \
        {"equipment_fault_other",                                                                  \
         MACHINES FAULT_OF_2 ";" CALIBRATION                                                       \
                             "(1, 1, 'C1', 2, 20240, 20300, 1, 'K', 'b', 1);" MAINTENANCE          \
                             "(1, 1, 'M1', 2, 't', 20240, 0, 1)",                                  \
         MACHINES FAULT_OF_2 ";" CALIBRATION                                                       \
                             "(1, 1, 'C1', 1, 20240, 20300, 1, 'K', 'b', 1);" MAINTENANCE          \
                             "(1, 1, 'M1', 2, 't', 20240, 0, 9)",                                  \
         "S01 C1 G1\nS01 M1 -\n"},                                                                 \
        {"equipment_retired",                                                                      \
         MACHINES "UPDATE equipment SET retired_on = 20240, retired_by = 'a', retired_second = "   \
                  "'b' WHERE id = 3",                                                              \
         MACHINES "UPDATE equipment SET retired_on = 20240 WHERE id = 2; UPDATE equipment SET "    \
                  "retired_by = 'a', retired_second = 'a' WHERE id = 3",                           \
         "S01 E2 fault\nS01 E3 retired\n"},                                                        \
        {"equipment_serial_twice", MACHINES "UPDATE equipment SET serial = 'N3' WHERE id = 2",     \
         MACHINES "UPDATE equipment SET serial = 'N1', model = 'X'",                               \
         "S01 E1 S01 E2 N1\nS01 E1 S02 E1 N1\nS01 E2 S02 E1 N1\n"},                                \
        {"equipment_certificate_twice",                                                            \
         MACHINES CALIBRATION "(1, 1, 'C1', 1, 20240, 20300, 1, 'K', 'b', NULL),"                  \
                              " (1, 2, 'C2', 1, 20241, 20300, 1, 'K', 'b', NULL),"                 \
                              " (1, 3, 'C3', 2, 20240, 20300, 1, 'K', 'c', NULL)",                 \
         MACHINES CALIBRATION "(1, 1, 'C1', 1, 20240, 20300, 1, 'K', 'b', NULL),"                  \
                              " (1, 2, 'C2', 2, 20240, 20300, 1, 'K', 'b', NULL)",                 \
         "S01 E1 K E2\n"},                                                                         \
        {"equipment_request_state",                                                                \
         MACHINES REQUEST "(1, 1, 'Q1', 1, 20240, 'n', 'laser', 'r', 'accepted', 1, 'a', 'b'),"    \
                          " (1, 2, 'Q2', 1, 20240, 'n', 'laser', 'r', 'open', NULL, NULL, NULL),"  \
                          " (1, 3, 'Q3', 1, 20240, 'n', 'laser', 'r', 'dropped', NULL, NULL, "     \
                          "NULL);" BUYING ACCEPTANCE,                                              \
         MACHINES REQUEST "(1, 1, 'Q1', 1, 20240, 'n', 'laser', 'r', 'dropped', 1, 'a', 'b'),"     \
                          " (1, 2, 'Q2', 1, 20240, 'n', 'laser', 'r', 'open', 1, NULL, NULL),"     \
                          " (1, 3, 'Q3', 1, 20240, 'n', 'laser', 'r', 'chosen', 1, 'a', NULL),"    \
                          " (1, 4, 'Q4', 1, 20240, 'n', 'laser', 'r', 'accepted', NULL, 'a', "     \
                          "NULL), (1, 5, 'Q5', 1, 20240, 'n', 'laser', 'r', 'dropped', 1, 'a', "   \
                          "'a');" BUYING ACCEPTANCE,                                               \
         "S01 Q1 dropped\nS01 Q2 open\nS01 Q3 chosen\nS01 Q4 accepted\nS01 Q5 dropped\n"},         \
        {"equipment_acceptance",                                                                   \
         MACHINES REQUEST "(1, 1, 'Q1', 1, 20240, 'n', 'laser', 'r', 'accepted', 1, 'a', "         \
                          "'b');" BUYING ACCEPTANCE                                                \
                          "UPDATE equipment SET supplier_id = 1 WHERE store_id = 1 AND id = 1",    \
         MACHINES REQUEST "(1, 1, 'Q1', 1, 20240, 'n', 'laser', 'r', 'accepted', 1, 'a', "         \
                          "'b');" BUYING ACCEPTANCE                                                \
                          "UPDATE equipment SET supplier_id = 2 WHERE store_id = 1 AND id = 1",    \
         "S01 Y1 E1\n"},                                                                           \
        {"equipment_refusal",                                                                      \
         MACHINES REQUEST "(1, 1, 'Q1', 1, 20240, 'n', 'laser', 'r', 'accepted', 1, 'a', "         \
                          "'b');" BUYING ACCEPTANCE REFUSAL("1500", "'model'"),                    \
         MACHINES REQUEST "(1, 1, 'Q1', 1, 20240, 'n', 'laser', 'r', 'accepted', 1, 'a', "         \
                          "'b');" BUYING ACCEPTANCE REFUSAL("2500", "'model'"),                    \
         "S01 JS1 Q1\n"},                                                                          \
        {"equipment_maintenance_good",                                                             \
         MACHINES FAULT_OF_2 ";" MAINTENANCE "(1, 1, 'M1', 2, 't', 20240, 0, 1),"                  \
                             " (1, 2, 'M2', 2, 't', 20240, 1, NULL)",                              \
         MACHINES FAULT_OF_2 ";" MAINTENANCE "(1, 1, 'M1', 2, 't', 20240, 1, 1),"                  \
                             " (1, 2, 'M2', 2, 't', 20240, 0, NULL)",                              \
         "S01 M1 t\nS01 M2 t\n"},                                                                  \
    {                                                                                              \
        "treatment_device_fault",                                                                  \
            MACHINES FAULT "(1, 1, 'G1', 1, 1000, 20240, 'w', 'repaired', 1000, 1, 2000, 20240, "  \
                           "2);" DEVICE_TREATMENT                                                  \
                           "(1, 1, 'T1', 1, 1, 1, 999, 20240, 'completed', 1, 0, 'E1'),"           \
                           " (1, 2, 'T2', 1, 1, 1, 2000, 20240, 'completed', 1, 0, 'E1'),"         \
                           " (1, 3, 'T3', 1, 1, 1, 1500, 20240, 'completed', 1, 0, 'E2'),"         \
                           " (1, 4, 'T4', 1, 1, 1, 1500, 20240, 'entered-in-error', 1, 0, 'E1'),"  \
                           " (2, 1, 'T1', 1, 1, 1, 1500, 20240, 'completed', 1, 0, 'E1')",         \
            MACHINES FAULT                                                                         \
            "(1, 1, 'G1', 1, 1000, 20240, 'w', 'repaired', 1000, 1, 2000, 20240, 2),"              \
            " (1, 2, 'G2', 2, 1000, 20240, 'w', 'open', NULL, NULL, NULL, NULL, "                  \
            "NULL);" DEVICE_TREATMENT                                                              \
            "(1, 1, 'T1', 1, 1, 1, 1000, 20240, 'completed', 1, 0, 'E1'),"                         \
            " (1, 2, 'T2', 1, 1, 1, 9000, 20240, 'stopped', 1, 0, 'E2')",                          \
            "S01 T1 E1 G1\nS01 T2 E2 G2\n"                                                         \
    }

#endif
