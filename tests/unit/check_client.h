/* What breaks and what passes the checks of clients, for test_check.c. */
#ifndef MEDI_TESTS_CHECK_CLIENT_H
#define MEDI_TESTS_CHECK_CLIENT_H

#define REFERRAL "INSERT INTO referral (id, referrer_id, client_id, day) VALUES "
#define TAG "INSERT INTO client_tag (id, client_id, tag, source, from_on, to_on) VALUES "
#define TIER "INSERT INTO client_tier (id, client_id, tier, from_on, to_on, reason) VALUES "
#define VOUCHER                                                                                    \
    "INSERT INTO voucher (id, code, kind, value_fen, why, issued_on, expires_on, state, "          \
    "redeemed_at) VALUES "
#define JOINED "UPDATE client SET merged_into = 1, merged_on = 20240 WHERE id = 2;"
#define OF_2(store)                                                                                \
    "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) "         \
    "VALUES (" store ", 1, 'V1', 2, 1748740000, 20240, 'other', 'finished');"

#define CLIENT_PAIRS                                                                               \
    {"client_forgotten_key",                                                                       \
     "UPDATE client SET name = NULL, data_key = NULL, forgotten_on = 20240 WHERE id = 1;",         \
     "UPDATE client SET forgotten_on = 20240 WHERE id = 1;", "- C1 -\n"},                          \
        {"client_joined_rows", JOINED, JOINED OF_2("1"), "- C2 C1\n"},                             \
        {"client_referral_loop", REFERRAL "(1, 1, 2, 20240), (2, 2, 3, 20241), (3, 3, 4, 20242)",  \
         REFERRAL "(1, 1, 2, 20240), (2, 2, 3, 20241), (3, 3, 1, 20242), (4, 3, 4, 20242),"        \
                  " (5, 5, 5, 20243)",                                                             \
         "- C1 -\n- C2 -\n- C3 -\n- E1 -\n"},                                                      \
        {"client_tag_twice",                                                                       \
         TAG "(1, 1, 'vip', 'hand', 20240, 20250), (2, 1, 'vip', 'hand', 20260, NULL),"            \
             " (3, 1, 'kol', 'hand', 20240, NULL), (4, 2, 'vip', 'hand', 20240, NULL)",            \
         TAG "(1, 1, 'vip', 'hand', 20240, NULL), (2, 1, 'vip', 'rule', 20260, NULL)",             \
         "- C1 vip\n"},                                                                            \
        {"client_tier_twice",                                                                      \
         TIER "(1, 1, 'gold', 20240, 20250, 'r'), (2, 1, 'member', 20250, NULL, 'r'),"             \
              " (3, 2, 'gold', 20240, NULL, 'r')",                                                 \
         TIER "(1, 1, 'gold', 20240, NULL, 'r'), (2, 1, 'member', 20250, NULL, 'r')",              \
         "- C1 gold, member\n"},                                                                   \
    {                                                                                              \
        "client_voucher_state",                                                                    \
            VOUCHER "(1, 'Q1', 'cash', 100, 'w', 20240, 20300, 'redeemed', 1748800000),"           \
                    " (2, 'Q2', 'cash', 100, 'w', 20240, 20300, 'issued', NULL),"                  \
                    " (3, 'Q3', 'cash', 100, 'w', 20240, 20300, 'void', NULL)",                    \
            VOUCHER "(1, 'Q1', 'cash', 100, 'w', 20240, 20300, 'redeemed', NULL),"                 \
                    " (2, 'Q2', 'cash', 100, 'w', 20240, 20300, 'issued', 1748800000),"            \
                    " (3, 'Q3', 'cash', 100, 'w', 20240, 20300, 'redeemed', 1740000000)",          \
            "- Q1 redeemed\n- Q2 issued\n- Q3 redeemed\n"                                          \
    }

#endif
