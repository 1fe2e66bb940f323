/* For test_check.c: the pairs of the checks of staff and complaints. */
#define POST "INSERT INTO post (id, staff_id, role, store_id, from_on, to_on) VALUES "
#define REVIEW "INSERT INTO review (id, code, staff_id, kind, day, score, reviewer_id) VALUES "
#define TRAINED                                                                                    \
    "INSERT INTO training (store_id, id, code, kind, topic, starts_at, day) VALUES "               \
    "(1, 1, 'TR1', 'technique', 't', 1748740000, 20240);"                                          \
    "INSERT INTO attendance (store_id, id, training_id, staff_id, state) VALUES "
#define COMPLAINT                                                                                  \
    "INSERT INTO complaint (store_id, id, code, client_id, treatment_id, visit_id, way, "          \
    "category, severity, opened_at, day, state, responded_at, paused_at, paused_s, "               \
    "compensation_fen) VALUES "
#define STEP                                                                                       \
    "INSERT INTO complaint_step (store_id, id, complaint_id, client_id, line, kind, at, day, "     \
    "amount_fen) VALUES "
#define OF_1(state, responded, paused_at, paused_s, fen)                                           \
    COMPLAINT "(1, 1, 'P1', 1, NULL, NULL, 'phone', 'price', 2, 1000, 20240, '" state              \
              "', " responded ", " paused_at ", " paused_s ", " fen ");"
/* one that was imported without its steps says nothing against any of these checks */
#define STEPLESS                                                                                   \
    COMPLAINT "(1, 9, 'P9', 2, NULL, NULL, 'phone', 'price', 2, 1000, 20240, 'closed', 1500, "     \
              "NULL, 60, 700);"
#define OPENED STEP "(1, 1, 1, 1, 1, 'open', 1000, 20240, NULL),"
/* opened, assigned, responded, paused for 50 s, found, offered, agreed, paid */
#define ALL_STEPS                                                                                  \
    OPENED "(1, 2, 1, 1, 2, 'assign', 1100, 20240, NULL),"                                         \
           "(1, 3, 1, 1, 3, 'respond', 1200, 20240, NULL),"                                        \
           "(1, 4, 1, 1, 4, 'pause', 1300, 20240, NULL),"                                          \
           "(1, 5, 1, 1, 5, 'resume', 1350, 20240, NULL),"                                         \
           "(1, 6, 1, 1, 6, 'investigate', 1400, 20240, NULL),"                                    \
           "(1, 7, 1, 1, 7, 'propose', 1500, 20240, 300),"                                         \
           "(1, 8, 1, 1, 8, 'agree', 1600, 20240, 300),"                                           \
           "(1, 9, 1, 1, 9, 'compensate', 1700, 20240, 100),"                                      \
           "(1, 10, 1, 1, 10, 'compensate', 1800, 20240, 200),"                                    \
           "(1, 11, 1, 1, 11, 'feedback', 1900, 20240, NULL)"
#define GOOD_COMPLAINT STEPLESS OF_1("compensated", "1200", "NULL", "50", "300") ALL_STEPS

#define STAFF_PAIRS                                                                                \
    {"staff_post_overlap",                                                                         \
     POST "(1, 1, 'nurse', 1, 20000, 20100), (2, 1, 'doctor', 1, 20100, NULL),"                    \
          "(3, 2, 'doctor', 1, 20050, NULL)",                                                      \
     POST "(1, 1, 'nurse', 1, 20000, 20101), (2, 1, 'doctor', 1, 20100, NULL),"                    \
          "(3, 2, 'doctor', 1, 20050, NULL), (4, 2, 'doctor', 1, 20060, NULL)",                    \
     "- D1 2025-01-12\n- D2 2024-12-03\n"},                                                        \
        {"staff_post_role",                                                                        \
         POST "(1, 1, 'nurse', 1, 20000, 20100), (2, 1, 'doctor', NULL, 20100, NULL)",             \
         POST "(1, 1, 'nurse', NULL, 20000, NULL), (2, 2, 'doctor', 1, 20100, NULL)",              \
         "- D1 doctor / nurse\n- D2 doctor / doctor\n"},                                           \
        {"staff_attendance_away",                                                                  \
         "UPDATE staff SET hired_on = 20240, left_on = 20240 WHERE id = 1;"                        \
         "UPDATE staff SET left_on = 20239 WHERE id = 2;" TRAINED                                  \
         "(1, 1, 1, 1, 'present'), (1, 2, 1, 2, 'absent'), (1, 3, 1, 3, 'present')",               \
         "UPDATE staff SET left_on = 20239 WHERE id = 1;"                                          \
         "UPDATE staff SET hired_on = 20241 WHERE id = 2;" TRAINED                                 \
         "(1, 1, 1, 1, 'present'), (1, 2, 1, 2, 'present')",                                       \
         "S01 TR1 D1 李医生\nS01 TR1 D2 赵医生\n"},                                                \
        {"staff_review_own",                                                                       \
         REVIEW "(1, 'R1', 1, 'skill', 20240, 90, 2), (2, 'R2', 1, 'skill', 20240, 90, NULL)",     \
         REVIEW "(1, 'R1', 1, 'skill', 20240, 90, 1)", "- R1 D1 李医生\n"},                        \
        {"complaint_state", GOOD_COMPLAINT,                                                        \
         COMPLAINT "(1, 1, 'P1', 1, NULL, NULL, 'phone', 'price', 2, 1000, 20240, 'closed', "      \
                   "NULL, NULL, 0, 0), (1, 2, 'P2', 1, NULL, NULL, 'phone', 'price', 2, 1000, "    \
                   "20240, 'open', NULL, NULL, 0, 0);" OPENED                                      \
                   "(1, 2, 2, 1, 1, 'open', 1000, 20240, NULL),"                                   \
                   "(1, 3, 2, 1, 2, 'assign', 1000, 20240, NULL)",                                 \
         "S01 P1 closed / open\nS01 P2 open / assigned\n"},                                        \
        {"complaint_responded", GOOD_COMPLAINT,                                                    \
         OF_1("compensated", "1201", "NULL", "50", "300") ALL_STEPS, "S01 P1 C1\n"},               \
        {"complaint_paused",                                                                       \
         GOOD_COMPLAINT ";" COMPLAINT                                                              \
                        "(1, 2, 'P2', 1, NULL, NULL, 'phone', 'price', 2, 1000, 20240, 'open', "   \
                        "NULL, 1500, 0, 0);" STEP "(1, 20, 2, 1, 1, 'open', 1000, 20240, NULL),"   \
                        "(1, 21, 2, 1, 2, 'pause', 1500, 20240, NULL)",                            \
         OF_1("open", "NULL", "NULL", "49", "0") OPENED                                            \
         "(1, 2, 1, 1, 2, 'pause', 1100, 20240, NULL), (1, 3, 1, 1, 3, 'resume', 1150, 20240, "    \
         "NULL);" COMPLAINT "(1, 2, 'P2', 1, NULL, NULL, 'phone', 'price', 2, 1000, 20240, "       \
         "'open', NULL, NULL, 0, 0);" STEP "(1, 20, 2, 1, 1, 'open', 1000, 20240, NULL),"          \
         "(1, 21, 2, 1, 2, 'pause', 1500, 20240, NULL)",                                           \
         "S01 P1 49 / 50 s\nS01 P2 0 / 0 s\n"},                                                    \
        {"complaint_paid", GOOD_COMPLAINT,                                                         \
         OF_1("compensated", "NULL", "NULL", "0", "99") OPENED                                     \
         "(1, 2, 1, 1, 2, 'agree', 1100, 20240, 100),"                                             \
         "(1, 3, 1, 1, 3, 'compensate', 1150, 20240, 100);" COMPLAINT                              \
         "(1, 2, 'P2', 1, NULL, NULL, 'phone', 'price', 2, 1000, 20240, 'open', NULL, NULL, 0, "   \
         "5);" STEP "(1, 20, 2, 1, 1, 'compensate', 1000, 20240, 5)",                              \
         "S01 P1 99 / 100 / 100 fen\nS01 P2 5 / 5 / 0 fen\n"},                                     \
        {"complaint_steps", GOOD_COMPLAINT,                                                        \
         OF_1("open", "NULL", "NULL", "0", "0") OPENED                                             \
         "(1, 2, 1, 1, 3, 'assign', 1100, 20240, NULL),"                                           \
         "(1, 3, 1, 1, 4, 'assign', 1099, 20240, NULL),"                                           \
         "(1, 4, 1, 2, 5, 'assign', 1100, 20240, NULL),"                                           \
         "(1, 5, 1, 1, 6, 'open', 1100, 20240, NULL)",                                             \
         "S01 P1 3 assign\nS01 P1 4 assign\nS01 P1 5 assign\nS01 P1 6 open\n"},                    \
    {                                                                                              \
        "complaint_other_client",                                                                  \
            VISIT_1 TREATMENT "(1, 1, 'T1', 1, 1, 1, NULL, 1748740000, 20240, 'completed', 1, "    \
                              "0);" COMPLAINT "(1, 1, 'P1', 1, 1, 1, 'phone', 'price', 2, 1000, "  \
                              "20240, 'open', NULL, NULL, 0, 0)",                                  \
            VISIT_1 TREATMENT "(1, 1, 'T1', 1, 1, 1, NULL, 1748740000, 20240, 'completed', 1, "    \
                              "0);" COMPLAINT "(1, 1, 'P1', 2, 1, NULL, 'phone', 'price', 2, "     \
                              "1000, 20240, 'open', NULL, NULL, 0, 0),"                            \
                              "(1, 2, 'P2', 2, NULL, 1, 'phone', 'price', 2, 1000, 20240, "        \
                              "'open', NULL, NULL, 0, 0)",                                         \
            "S01 P1 T1 C2\nS01 P2 V1 C2\n"                                                         \
    }
