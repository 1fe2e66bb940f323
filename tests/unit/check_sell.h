/*
 * check_sell: for each check of contracts, balances and prices a data set that breaks it and one that passes. Rows of
 * clinic.h are there: client 1 of store 1, projects 1 and 2, channels 1 and 2.
 */
#ifndef MEDI_TESTS_CHECK_SELL_H
#define MEDI_TESTS_CHECK_SELL_H

#define SELL_CONTRACT                                                                              \
    "INSERT INTO contract (store_id, id, code, client_id, at, day, state, list_fen, amount_fen, "  \
    "signed_at, signer) VALUES "
#define SELL_LINE                                                                                  \
    "INSERT INTO contract_line (store_id, id, contract_id, line, project_id, quantity, list_fen, " \
    "amount_fen, gift) VALUES "
#define SELL_BALANCE                                                                               \
    "INSERT INTO prepaid (store_id, id, code, client_id, order_code, project_id, bought, used, "   \
    "returned, paid_fen, recognised_fen, returned_fen, sold_on) VALUES "
#define SELL_TREATMENT                                                                             \
    "INSERT INTO treatment (store_id, id, code, client_id, project_id, started_at, day, status, "  \
    "quantity, recognised_fen, prepaid) VALUES "
#define SELL_PAYMENT                                                                               \
    "INSERT INTO payment (store_id, id, code, order_code, client_id, kind, class, quantity, "      \
    "amount_fen, paid_at, day) VALUES "
#define SELL_PRICE                                                                                 \
    "INSERT INTO price (id, project_id, store_id, channel_id, valid_from, valid_to, amount_fen, "  \
    "floor_fen) VALUES "

#define SELL_PAIRS                                                                                 \
    {"sell_balance_drawn",                                                                         \
     SELL_BALANCE "(1, 1, 'B1', 1, 'O1', 1, 3, 2, 0, 300, 200, 0, 20240),"                         \
                  "(2, 1, 'B1', 1, 'O1', 1, 3, 0, 0, 300, 0, 0, 20240);" SELL_TREATMENT            \
                  "(1, 1, 'T1', 1, 1, 1748740000, 20240, 'completed', 1, 100, 'B1'),"              \
                  "(1, 2, 'T2', 1, 1, 1748740000, 20240, 'in-progress', 1, 100, 'B1'),"            \
                  "(1, 3, 'T3', 1, 1, 1748740000, 20240, 'entered-in-error', 1, 100, 'B1'),"       \
                  "(1, 4, 'T4', 1, 1, 1748740000, 20240, 'completed', 1, 100, NULL)",              \
     SELL_BALANCE "(1, 1, 'B1', 1, 'O1', 1, 3, 1, 0, 300, 100, 0, 20240),"                         \
                  "(1, 2, 'B2', 1, 'O1', 1, 3, 1, 0, 300, 100, 0, 20240),"                         \
                  "(2, 1, 'B1', 1, 'O1', 1, 3, 1, 0, 300, 100, 0, 20240);" SELL_TREATMENT          \
                  "(1, 1, 'T1', 1, 1, 1748740000, 20240, 'completed', 1, 99, 'B1'),"               \
                  "(1, 2, 'T2', 1, 1, 1748740000, 20240, 'completed', 2, 100, 'B2')",              \
     "S01 B1 1 / 1, 100 / 99 fen\nS01 B2 1 / 2, 100 / 100 fen\nS02 B1 1 / 0, 100 / 0 fen\n"},      \
        {"sell_balance_empty",                                                                     \
         SELL_BALANCE "(1, 1, 'B1', 1, 'O1', 1, 2, 1, 1, 300, 150, 150, 20240),"                   \
                      "(1, 2, 'B2', 1, 'O1', 1, 2, 1, 0, 300, 150, 0, 20240)",                     \
         SELL_BALANCE "(1, 1, 'B1', 1, 'O1', 1, 2, 1, 1, 300, 150, 149, 20240)",                   \
         "S01 B1 1 fen\n"},                                                                        \
        {"sell_contract_sum",                                                                      \
         SELL_CONTRACT                                                                             \
         "(1, 1, 'K1', 1, 1748740000, 20240, 'draft', 500, 300, NULL, NULL);" SELL_LINE            \
         "(1, 1, 1, 1, 1, 1, 200, 200, 0), (1, 2, 1, 2, 2, 1, 300, 100, 0)",                       \
         SELL_CONTRACT                                                                             \
         "(1, 1, 'K1', 1, 1748740000, 20240, 'draft', 500, 301, NULL, NULL),"                      \
         "(1, 2, 'K2', 1, 1748740000, 20240, 'draft', 0, 1, NULL, NULL),"                          \
         "(2, 1, 'K1', 1, 1748740000, 20240, 'draft', 501, 300, NULL, NULL);" SELL_LINE            \
         "(1, 1, 1, 1, 1, 1, 500, 300, 0), (2, 1, 1, 1, 1, 1, 500, 300, 0)",                       \
         "S01 K1 301 / 300 fen\nS01 K2 1 / 0 fen\nS02 K1 300 / 300 fen\n"},                        \
        {"sell_order_money",                                                                       \
         SELL_BALANCE "(1, 1, 'B1', 1, 'O1', 1, 2, 0, 1, 300, 0, 100, 20240),"                     \
                      "(1, 2, 'B2', 1, 'O1', 2, 2, 0, 0, 50, 0, 0, 20240);" SELL_PAYMENT           \
                      "(1, 1, 'Y1', 'O1', 1, 'payment', 'sale', 1, 350, 1748740000, 20240),"       \
                      "(1, 2, 'Y2', 'O1', 1, 'refund', 'sale', 1, -100, 1748740000, 20240),"       \
                      "(1, 3, 'Y3', 'O2', 1, 'payment', 'sale', 1, 70, 1748740000, 20240)",        \
         SELL_BALANCE "(1, 1, 'B1', 1, 'O1', 1, 2, 0, 0, 300, 0, 0, 20240),"                       \
                      "(2, 1, 'B1', 1, 'O1', 1, 2, 0, 0, 300, 0, 0, 20240);" SELL_PAYMENT          \
                      "(1, 1, 'Y1', 'O1', 1, 'payment', 'sale', 1, 299, 1748740000, 20240)",       \
         "S01 O1 300 / 299 fen\nS02 O1 300 / 0 fen\n"},                                            \
        {"sell_contract_overpaid",                                                                 \
         SELL_CONTRACT                                                                             \
         "(1, 1, 'K1', 1, 1748740000, 20240, 'signed', 500, 300, 1748740000, 'client'),"           \
         "(1, 2, 'K2', 1, 1748740000, 20240, 'draft', 500, 300, NULL, NULL),"                      \
         "(1, 3, 'K3', 1, 1748740000, 20240, 'cancelled', 500, 300, NULL, NULL);" SELL_PAYMENT     \
         "(1, 1, 'Y1', 'K1', 1, 'payment', 'sale', 1, 300, 1748740000, 20240),"                    \
         "(1, 2, 'Y2', 'K2', 1, 'deposit', 'sale', 1, 100, 1748740000, 20240),"                    \
         "(1, 3, 'Y3', 'K3', 1, 'deposit', 'sale', 1, 100, 1748740000, 20240),"                    \
         "(1, 4, 'Y4', 'K3', 1, 'refund', 'sale', 1, -100, 1748740000, 20240)",                    \
         SELL_CONTRACT                                                                             \
         "(1, 1, 'K1', 1, 1748740000, 20240, 'signed', 500, 300, 1748740000, 'client'),"           \
         "(1, 2, 'K2', 1, 1748740000, 20240, 'draft', 500, 300, NULL, NULL),"                      \
         "(1, 3, 'K3', 1, 1748740000, 20240, 'cancelled', 500, 300, NULL, NULL);" SELL_PAYMENT     \
         "(1, 1, 'Y1', 'K1', 1, 'payment', 'sale', 1, 301, 1748740000, 20240),"                    \
         "(1, 2, 'Y2', 'K2', 1, 'payment', 'sale', 1, 100, 1748740000, 20240),"                    \
         "(1, 3, 'Y3', 'K3', 1, 'deposit', 'sale', 1, 100, 1748740000, 20240)",                    \
         "S01 K1 signed, 301 / 300 fen\nS01 K2 draft, 100 / 300 fen\n"                             \
         "S01 K3 cancelled, 100 / 300 fen\n"},                                                     \
        {"sell_contract_minor", /* 18 on the day; a guardian; no birthday known */                 \
         "UPDATE client SET birthday = 13665 WHERE id = 1;"                                        \
         "UPDATE client SET birthday = 15000 WHERE id = 2;" SELL_CONTRACT                          \
         "(1, 1, 'K1', 1, 1748740000, 20240, 'signed', 0, 0, 1748736000, 'client'),"               \
         "(1, 2, 'K2', 2, 1748740000, 20240, 'signed', 0, 0, 1748740000, 'guardian'),"             \
         "(1, 3, 'K3', 2, 1748740000, 20240, 'draft', 0, 0, NULL, NULL),"                          \
         "(1, 4, 'K4', 3, 1748740000, 20240, 'signed', 0, 0, 1748740000, 'client')",               \
         "UPDATE client SET birthday = 15000 WHERE id = 2;" SELL_CONTRACT                          \
         "(1, 1, 'K1', 2, 1748740000, 20240, 'signed', 0, 0, 1748740000, 'client')",               \
         "S01 K1 C2\n"},                                                                           \
    {                                                                                              \
        "sell_price_low", /* one channel is not all of them */                                     \
            SELL_PRICE                                                                             \
            "(1, 1, 0, NULL, 20000, NULL, 300, 200), (2, 1, 0, 1, 20000, NULL, 100, 90),"          \
            "(3, 1, 0, 2, 20000, NULL, 200, 90), (4, 1, 1, 2, 20000, NULL, 100, 90)",              \
            SELL_PRICE                                                                             \
            "(1, 1, 0, NULL, 20000, NULL, 300, 200), (2, 1, 0, 1, 20000, NULL, 100, 90),"          \
            "(3, 1, 0, 2, 20000, 20010, 199, 90)",                                                 \
            "* P1 2\n"                                                                             \
    }

#endif
