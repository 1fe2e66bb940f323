/* For test_check.c: the pairs of the checks of what comes after a treatment, and of the standard procedure. */
#define AFTER_TREATED                                                                              \
    VISIT_1 "INSERT INTO treatment (store_id, id, code, client_id, visit_id, project_id, "         \
            "doctor_id, started_at, day, status, quantity, recognised_fen) VALUES "                \
            "(1, 1, 'T1', 1, 1, 1, 1, 1748743200, 20240, 'completed', 1, 0),"                      \
            "(1, 2, 'T2', 3, NULL, 1, 1, 1748743200, 20240, 'completed', 1, 0),"                   \
            "(2, 1, 'U1', 3, 1, 1, 1, 1748773200, 20240, 'completed', 1, 0);"
#define AFTER_CARE                                                                                 \
    AFTER_TREATED "INSERT INTO care (store_id, id, code, client_id, treatment_id, at, day, "       \
                  "advice) VALUES "
#define AFTER_EVALUATION                                                                           \
    AFTER_TREATED "INSERT INTO evaluation (store_id, id, code, client_id, treatment_id, term, "    \
                  "rater, at, day, score, as_expected, cause, remedy) VALUES "
#define AFTER_ADVERSE                                                                              \
    AFTER_TREATED "INSERT INTO adverse (store_id, id, code, client_id, treatment_id, kind, "       \
                  "grade, found_at, day, confirmed, doctor_id, state, report_by, reported_at, "    \
                  "reported_on) VALUES "
#define AFTER_ADVERSES_GOOD                                                                        \
    "(1, 1, 'X1', 1, 1, 'burn', 3, 1748743200, 20240, 1, 1, 'closed', 20260, 1750000000, 20260),"  \
    "(1, 2, 'X2', 1, 1, 'burn', 1, 1748743201, 20240, 0, NULL, 'open', NULL, NULL, NULL),"         \
    "(1, 3, 'X3', 3, NULL, 'burn', 3, 1, 0, 0, NULL, 'open', 20, NULL, NULL),"                     \
    "(1, 4, 'X4', 1, 1, 'burn', 1, 1748743201, 20240, 1, 2, 'closed', NULL, NULL, NULL),"          \
    "(2, 1, 'Y1', 3, 1, 'burn', 3, 1748773200, 20240, 0, NULL, 'treated', 20260, NULL, NULL),"     \
    "(1, 5, 'X5', 2, 1, 'burn', 3, 1, 0, 1, 3, 'entered-in-error', 20, 1750000000, 20260)"

#define AFTER_PAIRS                                                                                \
    {"adverse_before_treatment", AFTER_ADVERSE AFTER_ADVERSES_GOOD,                                \
     AFTER_ADVERSE AFTER_ADVERSES_GOOD                                                             \
     ";UPDATE adverse SET found_at = 1748743199 WHERE code = 'X1' OR code = 'X2' OR code = 'Y1'",  \
     "S01 X1 T1\nS01 X2 T1\nS02 Y1 U1\n"},                                                         \
        {"adverse_other_client", AFTER_ADVERSE AFTER_ADVERSES_GOOD,                                \
         AFTER_ADVERSE AFTER_ADVERSES_GOOD                                                         \
         ";UPDATE adverse SET client_id = 2 WHERE code = 'X1' OR code = 'X3'",                     \
         "S01 X1 C2 / T1 C1\n"},                                                                   \
        {"adverse_by_no_doctor", AFTER_ADVERSE AFTER_ADVERSES_GOOD,                                \
         AFTER_ADVERSE AFTER_ADVERSES_GOOD ";UPDATE adverse SET doctor_id = 3 WHERE code = 'X1';"  \
                                           "UPDATE adverse SET confirmed = 1 WHERE code = 'X2'",   \
         "S01 X1 N1 孙护士\nS01 X2 -\n"},                                                          \
        {"adverse_closed_early", AFTER_ADVERSE AFTER_ADVERSES_GOOD,                                \
         AFTER_ADVERSE AFTER_ADVERSES_GOOD                                                         \
         ";UPDATE adverse SET state = 'closed' WHERE state <> 'entered-in-error';"                 \
         "UPDATE adverse SET reported_at = NULL WHERE code = 'X1'",                                \
         "S01 X1 unreported\nS01 X2 unconfirmed\nS01 X3 unconfirmed\nS02 Y1 unconfirmed\n"},       \
        {"adverse_report_late", AFTER_ADVERSE AFTER_ADVERSES_GOOD,                                 \
         AFTER_ADVERSE AFTER_ADVERSES_GOOD ";UPDATE adverse SET reported_on = 20261 WHERE code = " \
                                           "'X1'",                                                 \
         "S01 X1 2025-06-22 / 2025-06-21\n"},                                                      \
        {"care_before_treatment",                                                                  \
         AFTER_CARE "(1, 1, 'A1', 1, 1, 1748743200, 20240, 'a'), (2, 1, 'B1', 3, 1, 1748773200, "  \
                    "20240, 'a')",                                                                 \
         AFTER_CARE "(1, 1, 'A1', 1, 1, 1748743199, 20240, 'a'), (2, 1, 'B1', 3, 1, 1748773199, "  \
                    "20240, 'a')",                                                                 \
         "S01 A1 T1\nS02 B1 U1\n"},                                                                \
        {"care_other_client",                                                                      \
         AFTER_CARE "(1, 1, 'A1', 1, 1, 1748743200, 20240, 'a'), (1, 2, 'A2', 3, 2, 1748743200, "  \
                    "20240, 'a')",                                                                 \
         AFTER_CARE "(1, 1, 'A1', 1, 1, 1748743200, 20240, 'a'), (1, 2, 'A2', 1, 2, 1748743200, "  \
                    "20240, 'a')",                                                                 \
         "S01 A2 C1 / T2 C3\n"},                                                                   \
        {"evaluation_before_treatment",                                                            \
         AFTER_EVALUATION "(1, 1, 'E1', 1, 1, 'short', 'client', 1748743200, 20240, 5, 1, NULL, "  \
                          "NULL)",                                                                 \
         AFTER_EVALUATION "(1, 1, 'E1', 1, 1, 'short', 'client', 1748743199, 20240, 5, 1, NULL, "  \
                          "NULL)",                                                                 \
         "S01 E1 T1\n"},                                                                           \
        {"evaluation_other_client",                                                                \
         AFTER_EVALUATION "(1, 1, 'E1', 1, 1, 'short', 'client', 1752000000, 20278, 5, 1, NULL, "  \
                          "NULL)",                                                                 \
         AFTER_EVALUATION "(1, 1, 'E1', 3, 1, 'short', 'client', 1752000000, 20278, 5, 1, NULL, "  \
                          "NULL)",                                                                 \
         "S01 E1 C3 / T1 C1\n"},                                                                   \
        {"evaluation_term", /* treated on 2025-06-01: up to 2025-09-01 it is short */              \
         AFTER_EVALUATION "(1, 1, 'E1', 1, 1, 'short', 'client', 1756700000, 20332, 5, 1, NULL, "  \
                          "NULL), (1, 2, 'E2', 1, 1, 'long', 'client', 1756790000, 20333, 5, 1, "  \
                          "NULL, NULL), (1, 3, 'E3', 1, 1, 'short', 'client', 1751340000, "        \
                          "20270, 5, 1, NULL, NULL)",                                              \
         AFTER_EVALUATION "(1, 1, 'E1', 1, 1, 'long', 'client', 1756700000, 20332, 5, 1, NULL, "   \
                          "NULL), (1, 2, 'E2', 1, 1, 'short', 'client', 1756790000, 20333, 5, "    \
                          "1, NULL, NULL)",                                                        \
         "S01 E1 T1 2025-06-01, 2025-09-01 long\nS01 E2 T1 2025-06-01, 2025-09-02 short\n"},       \
        {"evaluation_early",                                                                       \
         AFTER_EVALUATION "(1, 1, 'E1', 1, 1, 'short', 'client', 1751340000, 20270, 5, 1, NULL, "  \
                          "NULL)",                                                                 \
         AFTER_EVALUATION "(1, 1, 'E1', 1, 1, 'short', 'client', 1751000000, 20267, 5, 1, NULL, "  \
                          "NULL)",                                                                 \
         "S01 E1 T1 2025-06-01, 2025-06-28\n"},                                                    \
        {"evaluation_without_remedy",                                                              \
         AFTER_EVALUATION                                                                          \
         "(1, 1, 'E1', 1, 1, 'short', 'client', 1752000000, 20278, 1, 0, 'c', 'r'), (1, 2, 'E2', " \
         "1, 1, 'short', 'client', 1752000000, 20278, 5, 1, NULL, NULL)",                          \
         AFTER_EVALUATION                                                                          \
         "(1, 1, 'E1', 1, 1, 'short', 'client', 1752000000, 20278, 1, 0, NULL, 'r'), (1, 2, "      \
         "'E2', 1, 1, 'short', 'client', 1752000000, 20278, 4, 0, 'c', NULL)",                     \
         "S01 E1 T1\nS01 E2 T1\n"},                                                                \
    {                                                                                              \
        "sop_done_before_arrival",                                                                 \
            VISIT_1 "INSERT INTO sop_done (store_id, id, visit_id, action, at, day) VALUES (1, "   \
                    "1, 1, 'a', 1748740000, 20240), (2, 1, 1, 'a', 1748770000, 20240)",            \
            VISIT_1 "INSERT INTO sop_done (store_id, id, visit_id, action, at, day) VALUES (1, "   \
                    "1, 1, 'a', 1748739999, 20240), (2, 1, 1, 'a', 1748770000, 20240)",            \
            "S01 V1 a\n"                                                                           \
    }
