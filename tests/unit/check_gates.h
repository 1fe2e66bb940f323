/* For test_check.c: the pairs of the checks around the gates and the ledger of stock. */
#define TREATED                                                                                    \
    "INSERT INTO treatment (store_id, id, code, client_id, visit_id, project_id, doctor_id, "      \
    "started_at, day, status, quantity, recognised_fen) VALUES "                                   \
    "(1, 1, 'T1', 1, 1, 1, 1, 1748743200, 20240, 'completed', 1, 0);"
#define USED                                                                                       \
    "INSERT INTO vial (store_id, id, code, item_id, lot_id, opened_at, use_by, quantity, used) "   \
    "VALUES (1, 1, 'VI1', 1, 1, 1748743200, 1748757600, 100, 20);"                                 \
    "INSERT INTO stock_move (store_id, id, code, item_id, lot_id, kind, quantity, cost_fen, at, "  \
    "day, treatment_id, vial_id) VALUES "                                                          \
    "(1, 1, 'M1', 1, 1, 'use', -20, -667, 1748743200, 20240, 1, 1);"                               \
    "UPDATE lot SET moved = -20, moved_fen = -667 WHERE id = 1;"                                   \
    "INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, lot_id, quantity, "    \
    "cost_fen, move) VALUES (1, 1, 1, 1, 1, 1, 20, 667, 'M1');"
/* beside them another treatment that the check has nothing to do with: before the store kept such records */
#define BEFORE_ALL                                                                                 \
    "INSERT INTO treatment (store_id, id, code, client_id, project_id, started_at, day, status, "  \
    "quantity, recognised_fen) VALUES (1, 9, 'T9', 2, 1, 1740000000, 20138, 'completed', 1, 0),"   \
    " (1, 8, 'T8', 2, 1, 1748743200, 20240, 'entered-in-error', 1, 0),"                            \
    " (2, 8, 'W8', 2, 1, 1748743200, 20240, 'completed', 1, 0);"
/* "@" stands for GATES_OPEN, which is too long to be part of a string */
#define GATE_GOOD "@" TREATED USED BEFORE_ALL

#define GATE_PAIRS                                                                                 \
    {"treatment_without_assessment",                                                               \
     GATE_GOOD "UPDATE project SET kind = 'care' WHERE id = 2;"                                    \
               "INSERT INTO treatment (store_id, id, code, client_id, project_id, started_at, "    \
               "day, status, quantity, recognised_fen) VALUES "                                    \
               "(1, 2, 'T2', 2, 2, 1748743200, 20240, 'completed', 1, 0)",                         \
     GATE_GOOD "INSERT INTO treatment (store_id, id, code, client_id, project_id, started_at, "    \
               "day, status, quantity, recognised_fen) VALUES "                                    \
               "(1, 2, 'T2', 2, 1, 1748743200, 20240, 'completed', 1, 0),"                         \
               "(1, 3, 'T3', 1, 1, 1748739599, 20240, 'stopped', 1, 0),"                           \
               "(1, 4, 'T4', 1, 1, 1848739599, 30001, 'in-progress', 1, 0)",                       \
     "S01 T2 C2 P1\nS01 T3 C1 P1\nS01 T4 C1 P1\n"},                                                \
        {"treatment_without_consent", GATE_GOOD,                                                   \
         GATE_GOOD "UPDATE signature SET withdrawn_at = 1748743199;"                               \
                   "INSERT INTO treatment (store_id, id, code, client_id, project_id, "            \
                   "started_at, day, status, quantity, recognised_fen) VALUES "                    \
                   "(1, 2, 'T2', 1, 1, 1748743199, 20240, 'completed', 1, 0),"                     \
                   "(1, 3, 'T3', 2, 1, 1748743200, 20240, 'completed', 1, 0),"                     \
                   "(1, 4, 'T4', 2, 2, 1748743200, 20240, 'completed', 1, 0)",                     \
         "S01 T1 C1 filler\nS01 T3 C2 filler\n"},                                                  \
        {"treatment_without_exam", "@" TREATED "UPDATE exam SET day = 20233;",                     \
         "@" TREATED "UPDATE exam SET day = 20232;", "S01 T1 C1 blood\n"},                         \
        {"treatment_lot_expired", GATE_GOOD "UPDATE lot SET expires_on = 20240;",                  \
         GATE_GOOD "UPDATE lot SET expires_on = 20239;", "S01 T1 I1 L1\n"},                        \
        {"treatment_after_vial", GATE_GOOD "UPDATE vial SET use_by = 1748743201;",                 \
         GATE_GOOD "UPDATE vial SET use_by = 1748743200;", "S01 T1 VI1\n"},                        \
        {"treatment_item_other_move", GATE_GOOD,                                                   \
         GATE_GOOD "UPDATE treatment_item SET cost_fen = 666;"                                     \
                   "INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, "       \
                   "lot_id, quantity, cost_fen, move) VALUES (1, 2, 1, 2, 1, 1, 20, 667, 'M9'), "  \
                   "(1, 3, 1, 3, 1, 1, 20, 667, NULL)",                                            \
         "S01 T1 line 1, M1\nS01 T1 line 2, M9\n"},                                                \
        {"stock_lot_sum", GATE_GOOD,                                                               \
         GATE_GOOD "UPDATE lot SET moved = -21 WHERE id = 1; UPDATE lot SET moved_fen = -1 WHERE " \
                   "id = 2",                                                                       \
         "S01 I1 L1 -21 / -20, -667 / -667\nS01 I1 L2 0 / 0, -1 / 0\n"},                           \
        {"stock_vial_sum", GATE_GOOD, GATE_GOOD "UPDATE vial SET used = 19", "S01 VI1 19 / 20\n"}, \
    {                                                                                              \
        "visit_override", GATE_GOOD,                                                               \
            GATE_GOOD                                                                              \
            "INSERT INTO gate_override VALUES (1, 1, 1, 1748743200, 'consent', 'bleeding', 'li', " \
            "'zhao')",                                                                             \
            "S01 T1 consent: bleeding (li, zhao)\n"                                                \
    }
