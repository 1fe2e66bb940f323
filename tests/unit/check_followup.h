/*
 * check_followup: for each check of what is owed to clients after they have left a data set that breaks it and
 * one that passes. Rows of clinic.h are there; FOLLOWED puts a treatment of C1 and one of C2 beside them. The check is
 * made at FOLLOWUP_NOW.
 */
#ifndef MEDI_TESTS_CHECK_FOLLOWUP_H
#define MEDI_TESTS_CHECK_FOLLOWUP_H

enum { FOLLOWUP_NOW = 1750000000 }; /* of day 20254 */

#define FOLLOWED                                                                                   \
    TREATMENT "(1, 1, 'T1', 1, NULL, 1, 1, 1748740000, 20240, 'completed', 1, 0),"                 \
              "(1, 2, 'T2', 2, NULL, 1, 1, 1748740000, 20240, 'entered-in-error', 1, 0);"
#define TASK                                                                                       \
    "INSERT INTO task (store_id, id, code, client_id, treatment_id, plan, step, occurrence, "      \
    "kind, role, staff_id, grade, due_at, day, until_at, state, done_at) VALUES "
#define TASK_ROW(id, client, treatment, plan, kind, staff, until, state, done)                     \
    "(1, " id ", 'K" id "', " client ", " treatment ", '" plan "', 's', '" id "', '" kind "', "    \
    "'nurse', " staff ", 0, 1748800000, 20241, " until ", '" state "', " done ")"
#define CALL(id, client, treatment, state, done)                                                   \
    TASK_ROW(id, client, treatment, "default", "call", "3", "1748900000", state, done)
#define ALARM(id, kind, staff, until, state)                                                       \
    TASK_ROW(id, "1", "1", kind, kind, staff, until, state, "NULL")
#define MESSAGE                                                                                    \
    "INSERT INTO message (store_id, id, code, client_id, treatment_id, task_id, plan, step, "      \
    "occurrence, channel, template, purpose, due_at, day, until_at, state, next_at, sent_at) "     \
    "VALUES "
#define MESSAGE_ROW(store, id, code, client, treatment, task, channel, purpose, state, sent)       \
    "(" store ", " id ", '" code "', " client ", " treatment ", " task ", 'p', 's', '" id "', "    \
    "'" channel "', 't', '" purpose "', 1748800000, 20241, 1748900000, '" state "', "              \
    "1748800000, " sent ")"
#define CARE(id, code, client, treatment, task, channel, state, sent)                              \
    MESSAGE_ROW("1", id, code, client, treatment, task, channel, "care", state, sent)
#define ADVERT(id, client, sent)                                                                   \
    MESSAGE_ROW("1", id, "M" id, client, "NULL", "NULL", "sms", "marketing", "sent", sent)
#define FOLLOWUP                                                                                   \
    "INSERT INTO followup (store_id, id, code, client_id, treatment_id, task_id, at, day, way, "   \
    "inbound, outcome, grade) VALUES "
#define FOLLOWUP_ROW(id, client, treatment, task, at, outcome, grade)                              \
    "(1, " id ", 'F" id "', " client ", " treatment ", " task ", " at ", 20241, 'phone', 0, "      \
    "'" outcome "', " grade ")"
#define SYMPTOM "INSERT INTO symptom (store_id, id, followup_id, kind, grade) VALUES "
#define ANSWER                                                                                     \
    "INSERT INTO answer (store_id, id, client_id, treatment_id, survey, question, at, day, "       \
    "score) VALUES "
#define CONSENT "INSERT INTO consent (id, client_id, purpose, way, given, at, until, proof) VALUES "

#define FOLLOWUP_PAIRS                                                                                                               \
    {"answer_scale",                                                                                                                 \
     ANSWER "(1, 1, 1, NULL, 'service', 'csat', 1, 20240, 1),"                                                                       \
            " (1, 2, 1, NULL, 'service', 'csat', 2, 20240, 5),"                                                                      \
            " (1, 3, 1, NULL, 'service', 'nps', 1, 20240, 0),"                                                                       \
            " (1, 4, 1, NULL, 'service', 'nps', 2, 20240, 10),"                                                                      \
            " (1, 5, 1, NULL, 'service', 'word', 1, 20240, NULL)",                                                                   \
     ANSWER "(1, 1, 1, NULL, 'service', 'csat', 1, 20240, 0),"                                                                       \
            " (1, 2, 1, NULL, 'service', 'csat', 2, 20240, 6),"                                                                      \
            " (1, 3, 1, NULL, 'service', 'nps', 1, 20240, -1),"                                                                      \
            " (1, 4, 1, NULL, 'service', 'nps', 2, 20240, 11)",                                                                      \
     "S01 C1 service csat 0\nS01 C1 service csat 6\nS01 C1 service nps -1\n"                                                         \
     "S01 C1 service nps 11\n"},                                                                                                     \
        {"followup_before_treatment",                                                                                                \
         FOLLOWED FOLLOWUP FOLLOWUP_ROW("1", "1", "1", "NULL", "1748740000", "answered",                                             \
                                        "0") ", " FOLLOWUP_ROW("2", "1", "NULL", "NULL", "1",                                        \
                                                               "answered", "0"),                                                     \
         FOLLOWED FOLLOWUP FOLLOWUP_ROW("1", "1", "1", "NULL", "1748739999", "answered", "0"),                                       \
         "S01 F1 T1\n"},                                                                                                             \
        {"followup_other_client",                                                                                                    \
         FOLLOWED TASK CALL("1", "1", "1", "open", "NULL") ", " CALL(                                                                \
             "2", "2", "NULL", "open", "NULL") ";" MESSAGE CARE("1", "M1", "1", "1", "1", "sms",                                     \
                                                                "pending", "NULL") ";" FOLLOWUP                                      \
             FOLLOWUP_ROW("1", "1", "1", "1", "1748740000", "answered", "0") ", " FOLLOWUP_ROW(                                      \
                 "2", "2", "NULL", "2", "1748740000", "answered",                                                                    \
                 "0") ";" ANSWER "(1, 1, 1, 1, 'service', 'csat', 1, 20240, 1)",                                                     \
         FOLLOWED TASK CALL("1", "2", "1", "open", "NULL") ", " CALL(                                                                \
             "2", "2", "NULL", "open",                                                                                               \
             "NULL") ";" MESSAGE CARE("1", "M1", "2", "1", "NULL", "sms", "pending",                                                 \
                                      "NULL") ", " CARE("2", "M2", "1", "NULL", "2", "sms",                                          \
                                                        "pending", "NULL") ";" FOLLOWUP                                              \
             FOLLOWUP_ROW("1", "2", "1", "NULL", "1748740000", "answered", "0") ", " FOLLOWUP_ROW(                                   \
                 "2", "1", "NULL", "2", "1748740000", "answered",                                                                    \
                 "0") ";" ANSWER "(1, 1, 2, 1, 'service', 'csat', 1, 20240, 1)",                                                     \
         "S01 F1 C2 / T1 C1\nS01 F2 C1 / K2 C2\nS01 K1 C2 / T1 C1\nS01 M1 C2 / T1 C1\n"                                              \
         "S01 M2 C1 / K2 C2\nS01 service csat C2 / T1 C1\n"},                                                                        \
        {"followup_worst",                                                                                                           \
         FOLLOWUP FOLLOWUP_ROW("1", "1", "NULL", "NULL", "1", "answered", "3") ", " FOLLOWUP_ROW(                                    \
             "2", "1", "NULL", "NULL", "1", "answered",                                                                              \
             "2") ";" SYMPTOM "(1, 1, 1, 'pain', 1), (1, 2, 1, 'redness', 3)",                                                       \
         FOLLOWUP FOLLOWUP_ROW("1", "1", "NULL", "NULL", "1", "answered", "1") ", " FOLLOWUP_ROW(                                    \
             "2", "1", "NULL", "NULL", "1", "answered",                                                                              \
             "2") ";" SYMPTOM                                                                                                        \
                  "(1, 1, 1, 'pain', 1), (1, 2, 1, 'redness', 3), (1, 3, 2, 'pain', 1)",                                             \
         "S01 F1 1 / 3\nS01 F2 2 / 1\n"},                                                                                            \
        {"followup_not_taken_back",                                                                                                  \
         FOLLOWED "UPDATE client SET forgotten_on = 20241 WHERE id = 3;" TASK CALL(                                                  \
             "1", "2", "2", "cancelled",                                                                                             \
             "NULL") ", " CALL("2", "1", "1", "open",                                                                                \
                               "NULL") ", " TASK_ROW("3", "2", "2", "escalation", "escalation",                                      \
                                                     "3", "1", "open",                                                               \
                                                     "NULL") ", " CALL("4", "3", "NULL", "done",                                     \
                                                                       "1748800000") ";" MESSAGE                                     \
             CARE("1", "M1", "2", "2", "NULL", "sms", "cancelled",                                                                   \
                  "NULL") ", " CARE("2", "M2", "3", "NULL", "NULL", "sms", "sent", "1748800000"),                                    \
         FOLLOWED "UPDATE client SET forgotten_on = 20241 WHERE id = 3;" TASK CALL(                                                  \
             "1", "2", "2", "open", "NULL") ", " CALL("2", "3", "NULL", "open",                                                      \
                                                      "NULL") ";" MESSAGE                                                            \
             CARE("1", "M1", "2", "2", "NULL", "sms", "pending",                                                                     \
                  "NULL") ", " CARE("2", "M2", "3", "NULL", "NULL", "sms", "pending", "NULL"),                                       \
         "S01 K1 T2\nS01 K2 C3\nS01 M1 T2\nS01 M2 C3\n"},                                                                            \
        {"message_cap", /* two in a week; a third behind it; two in one night and two in another; care counts not */                 \
         MESSAGE ADVERT("1", "1", "1748800000") ", " ADVERT("2", "1", "1748890000") ", " ADVERT(                                     \
             "3", "1",                                                                                                               \
             "1749402000") ", " ADVERT("4", "2",                                                                                     \
                                       "1748800000") ", " ADVERT("5", "2",                                                           \
                                                                 "1748800001") ", " CARE("6",                                        \
                                                                                         "M6",                                       \
                                                                                         "2",                                        \
                                                                                         "NULL",                                     \
                                                                                         "NULL",                                     \
                                                                                         "sms",                                      \
                                                                                         "sent",                                     \
                                                                                         "1748800"                                   \
                                                                                         "002"),                                     \
         "INSERT INTO setting VALUES (1, 'send.cap_week', '4');" MESSAGE                                                             \
             ADVERT("1", "1", "1748800000") ", " ADVERT("2", "1", "1748800001") ", " ADVERT("3", "1", "1748879000") ", " ADVERT(     \
                 "4", "2",                                                                                                           \
                 "1748800000") ", " ADVERT("5", "2",                                                                                 \
                                           "1748900000") ", " ADVERT("6", "2",                                                       \
                                                                     "1749000000") ", " ADVERT("7",                                  \
                                                                                               "2",                                  \
                                                                                               "1"                                   \
                                                                                               "7"                                   \
                                                                                               "4"                                   \
                                                                                               "9"                                   \
                                                                                               "1"                                   \
                                                                                               "0"                                   \
                                                                                               "0"                                   \
                                                                                               "0"                                   \
                                                                                               "0"                                   \
                                                                                               "0") ", " ADVERT("8",                 \
                                                                                                                "2",                 \
                                                                                                                "1749311200"),       \
         "S01 M3 C1 3 / 3\nS01 M8 C2 5 / 1\n"},                                                                                      \
        {"message_late",                                                                                                             \
         MESSAGE CARE("1", "M1", "1", "NULL", "NULL", "sms", "sent", "1748903600") ", " CARE(                                        \
             "2", "M2", "1", "NULL", "NULL", "sms", "pending", "NULL"),                                                              \
         MESSAGE CARE("1", "M1", "1", "NULL", "NULL", "sms", "sent", "1748903601"),                                                  \
         "S01 M1 60 min\n"},                                                                                                         \
        {"message_refused", /* without a word; refused within the hour; another way; another purpose; agreed again; ends that day */ \
         CONSENT                                                                                                                     \
         "(1, 1, 'care', 'any', 0, 1748800000, NULL, 'p'),"                                                                          \
         " (2, 1, 'care', 'email', 1, 1748700000, NULL, 'p'),"                                                                       \
         " (3, 2, 'care', 'wechat', 0, 1748700000, NULL, 'p'),"                                                                      \
         " (4, 2, 'marketing', 'any', 0, 1748700000, NULL, 'p'),"                                                                    \
         " (5, 2, 'marketing', 'sms', 1, 1748710000, 20241, 'p');" MESSAGE                                                           \
             CARE("1", "M1", "1", "NULL", "NULL", "sms", "sent", "1748803599") ", " CARE(                                            \
                 "2", "M2", "2", "NULL", "NULL", "sms", "sent",                                                                      \
                 "1748803600") ", " ADVERT("3", "2",                                                                                 \
                                           "1748908799") ", " CARE("4", "M4", "3", "NULL", "NULL",                                   \
                                                                   "sms", "dropped", "NULL"),                                        \
         "UPDATE client SET forgotten_on = 20238 WHERE id = 3;" CONSENT                                                              \
         "(1, 1, 'care', 'any', 0, 1748800000, NULL, 'p'),"                                                                          \
         " (2, 2, 'marketing', 'any', 1, 1748700000, 20239, 'p');" MESSAGE                                                           \
             CARE("1", "M1", "1", "NULL", "NULL", "sms", "sent", "1748803600") ", " ADVERT(                                          \
                 "2", "1",                                                                                                           \
                 "1748803600") ", " ADVERT("3", "2",                                                                                 \
                                           "1748865600") ", " CARE("4", "M4", "3", "NULL", "NULL",                                   \
                                                                   "sms", "sent", "1748803600"),                                     \
         "S01 M1 C1 care sms\nS01 M2 C1 marketing sms\nS01 M3 C2 marketing sms\n"                                                    \
         "S01 M4 C3 care sms forgotten\n"},                                                                                          \
        {"message_sent",                                                                                                             \
         MESSAGE CARE("1", "M1", "1", "NULL", "NULL", "sms", "sent", "1748800000") ", " CARE(                                        \
             "2", "M2", "1", "NULL", "NULL", "sms", "dead", "NULL"),                                                                 \
         MESSAGE CARE("1", "M1", "1", "NULL", "NULL", "sms", "sent", "NULL") ", " CARE(                                              \
             "2", "M2", "1", "NULL", "NULL", "sms", "dead", "1748800000"),                                                           \
         "S01 M1 sent\nS01 M2 dead\n"},                                                                                              \
        {"message_twice",                                                                                                            \
         MESSAGE CARE("1", "T1/p/s/1/sms", "1", "NULL", "NULL", "sms", "dead", "NULL") ", " CARE(                                    \
             "2", "T1/p/s/1/wechat", "1", "NULL", "NULL", "wechat", "sent",                                                          \
             "1748800000") ", " CARE("3", "T1/p/s/2/sms", "1", "NULL", "NULL", "sms", "sent",                                        \
                                     "1748800000") ", " MESSAGE_ROW("2", "1", "T1/p/s/1/sms", "3",                                   \
                                                                    "NULL", "NULL", "sms", "care",                                   \
                                                                    "sent", "1748800000"),                                           \
         MESSAGE CARE(                                                                                                               \
             "1", "T1/p/s/1/sms", "1", "NULL", "NULL", "sms", "sent",                                                                \
             "1748800000") ", " CARE("2", "T1/p/s/1/wechat", "1", "NULL", "NULL", "wechat",                                          \
                                     "sent",                                                                                         \
                                     "1748800000") ", " CARE("3", "C1:p:s:1:sms",                                                    \
                                                             "1", "NULL", "NULL", "sms", "sent",                                     \
                                                             "1748800000") ", " CARE("4",                                            \
                                                                                     "C1:p:s:1:"                                     \
                                                                                     "email",                                        \
                                                                                     "1", "NULL",                                    \
                                                                                     "NULL",                                         \
                                                                                     "email",                                        \
                                                                                     "sent",                                         \
                                                                                     "174880000"                                     \
                                                                                     "0"),                                           \
         "S01 C1:p:s:1 email, sms\nS01 T1/p/s/1 sms, wechat\n"},                                                                     \
        {"task_before_treatment",                                                                                                    \
         FOLLOWED TASK CALL("1", "1", "1", "done", "1748740000") ", " CALL("2", "1", "NULL",                                         \
                                                                           "done", "1"),                                             \
         FOLLOWED TASK CALL("1", "1", "1", "done", "1748739999"), "S01 K1 T1\n"},                                                    \
        {"task_clock",                                                                                                               \
         FOLLOWED TASK ALARM("1", "emergency", "3", "1750000000", "open") ", " ALARM(                                                \
             "2", "escalation", "3", "1", "cancelled") ", " CALL("3", "1", "1", "open", "NULL"),                                     \
         FOLLOWED TASK ALARM("1", "emergency", "3", "1749999940",                                                                    \
                             "open") ", " ALARM("2", "escalation", "3", "1749999999", "open"),                                       \
         "S01 K1 1 min\nS01 K2 0 min\n"},                                                                                            \
        {"task_done",                                                                                                                \
         TASK CALL("1", "1", "NULL", "done", "1748740000") ", " CALL("2", "1", "NULL",                                               \
                                                                     "unreachable", "NULL"),                                         \
         TASK CALL("1", "1", "NULL", "done", "NULL") ", " CALL("2", "1", "NULL", "open",                                             \
                                                               "1748740000"),                                                        \
         "S01 K1 done\nS01 K2 open\n"},                                                                                              \
        {"task_nobody",                                                                                                              \
         FOLLOWED "UPDATE staff SET left_on = 20254 WHERE id = 3;" TASK ALARM(                                                       \
             "1", "emergency", "3", "1",                                                                                             \
             "open") ", " ALARM("2", "escalation", "NULL", "1",                                                                      \
                                "done") ", " TASK_ROW("3", "1", "1", "default", "call", "NULL",                                      \
                                                      "1", "open", "NULL"),                                                          \
         FOLLOWED "UPDATE staff SET left_on = 20253 WHERE id = 3;" TASK ALARM(                                                       \
             "1", "emergency", "3", "1", "open") ", " ALARM("2", "escalation", "NULL", "1",                                          \
                                                            "open"),                                                                 \
         "S01 K1 nurse N1 孙护士\nS01 K2 nurse\n"},                                                                                  \
    {                                                                                                                                \
        "task_without_followup",                                                                                                     \
            TASK CALL("1", "1", "NULL", "done", "1748800000") ", " TASK_ROW(                                                         \
                "2", "1", "NULL", "p", "survey", "3", "1", "done", "1748800000") ";" FOLLOWUP                                        \
                FOLLOWUP_ROW("1", "1", "NULL", "1", "1748800000", "refused",                                                         \
                             "0") ";" ANSWER                                                                                         \
                                  "(1, 1, 1, NULL, 'service', 'csat', 1748800000, 20241, 5)",                                        \
            TASK CALL("1", "1", "NULL", "done", "1748800000") ", " TASK_ROW(                                                         \
                "2", "1", "NULL", "p", "survey", "3", "1", "done",                                                                   \
                "1748800000") ", " CALL("3", "1", "NULL", "done", "1748800000") ";" FOLLOWUP                                         \
                FOLLOWUP_ROW("1", "1", "NULL", "1", "1748800000", "unreachable",                                                     \
                             "0") ";" ANSWER                                                                                         \
                                  "(1, 1, 1, NULL, 'service', 'csat', 1748800001, 20241, 5)",                                        \
            "S01 K1 call\nS01 K2 survey\nS01 K3 call\n"                                                                              \
    }

#endif
