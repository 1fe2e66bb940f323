/*
 * check_supply: for each check of orders and receipts a data set that breaks it and one that
 * passes. Rows of clinic.h
 * are there; SUPPLY_BASE puts an item that travels cold, one that does not, and a supplier beside them.
 */
#ifndef MEDI_TESTS_CHECK_SUPPLY_H
#define MEDI_TESTS_CHECK_SUPPLY_H

#define SUPPLY_BASE                                                                                \
    "INSERT INTO item (id, code, name, kind, unit, storage, controlled, gtin) VALUES "             \
    "(1, 'I1', 'i', 'drug', 'U', 'cold', 1, NULL), (2, 'I2', 'j', 'consumable', 'U', 'ambient', "  \
    "0, NULL);"                                                                                    \
    "INSERT INTO supplier (id, code, name) VALUES (1, 'U1', 'u');"
#define PURCHASE                                                                                   \
    "INSERT INTO purchase (store_id, id, code, supplier_id, at, day, state, amount_fen, "          \
    "ordered_by, approved_by, approved_at, ended_at) VALUES "
#define PURCHASE_LINE                                                                              \
    "INSERT INTO purchase_line (store_id, id, purchase_id, line, item_id, quantity, amount_fen, "  \
    "received) VALUES "
#define RECEIPT                                                                                    \
    "INSERT INTO receipt (store_id, id, code, supplier_id, purchase_id, state, at, day, "          \
    "by_login, second_by, reasons) VALUES "
#define RECEIPT_LINE                                                                               \
    "INSERT INTO receipt_line (store_id, id, receipt_id, line, item_id, label, lot_id, quantity, " \
    "amount_fen, expires_on) VALUES "
#define SUPPLY_LOT                                                                                 \
    "INSERT INTO lot (store_id, id, item_id, code, expires_on, received_on, quantity, cost_fen, "  \
    "moved, moved_fen) VALUES "
#define SUPPLY_MOVE                                                                                \
    "INSERT INTO stock_move (store_id, id, code, item_id, lot_id, kind, quantity, cost_fen, at, "  \
    "day) VALUES "
#define RECORD                                                                                     \
    "INSERT INTO temperature (store_id, id, receipt_id, storage, file, hash, readings, first_at, " \
    "last_at, min_mdeg, max_mdeg, mkt_mdeg, out_s, gap_s, passed) VALUES "
#define APPROVED "(1, 1, 'PO1', 1, 1000, 20240, 'approved', 300, 'a', 'b', 1100, NULL)"
#define RECEIVED "(1, 1, 'RC1', 1, 1, 'accepted', 2000, 20240, 'a', 'b', NULL)"
#define LOT_1 "(1, 1, 1, 'L1', 30000, 20240, 10, 100, 0, 0)"

#define SUPPLY_PAIRS                                                                               \
    {"supply_gtin_twice", SUPPLY_BASE "UPDATE item SET gtin = '06901234567892' WHERE id = 1",      \
     SUPPLY_BASE "UPDATE item SET gtin = '06901234567892'", "* I1 I2 06901234567892\n"},           \
        {"supply_order_sum",                                                                       \
         SUPPLY_BASE PURCHASE APPROVED ";" PURCHASE_LINE                                           \
                                       "(1, 1, 1, 1, 1, 10, 100, 0), (1, 2, 1, 2, 2, 10, 200, 0)", \
         SUPPLY_BASE PURCHASE APPROVED                                                             \
         ", (1, 2, 'PO2', 1, 1000, 20240, 'draft', 1, 'a', NULL, NULL, NULL);" PURCHASE_LINE       \
         "(1, 1, 1, 1, 1, 10, 100, 0), (1, 2, 1, 2, 2, 10, 201, 0)",                               \
         "S01 PO1 300 / 301 fen\nS01 PO2 1 / 0 fen\n"},                                            \
        {"supply_order_item_twice",                                                                \
         SUPPLY_BASE PURCHASE APPROVED ";" PURCHASE_LINE                                           \
                                       "(1, 1, 1, 1, 1, 10, 100, 0), (1, 2, 1, 2, 2, 10, 200, 0)", \
         SUPPLY_BASE PURCHASE APPROVED ";" PURCHASE_LINE                                           \
                                       "(1, 1, 1, 1, 1, 10, 100, 0), (1, 2, 1, 2, 1, 10, 200, 0)", \
         "S01 PO1 I1\n"},                                                                          \
        {"supply_order_state",                                                                     \
         SUPPLY_BASE PURCHASE APPROVED                                                             \
         ", (1, 2, 'PO2', 1, 1000, 20240, 'draft', 0, 'a', NULL, NULL, NULL),"                     \
         " (1, 3, 'PO3', 1, 1000, 20240, 'closed', 0, 'a', 'b', 1100, 1200),"                      \
         " (1, 4, 'PO4', 1, 1000, 20240, 'cancelled', 0, 'a', NULL, NULL, 1200);" PURCHASE_LINE    \
         "(1, 1, 1, 1, 1, 10, 300, 10), (1, 2, 3, 1, 1, 10, 0, 1), (1, 3, 2, 1, 1, 10, 0, 0)",     \
         SUPPLY_BASE PURCHASE                                                                      \
         "(1, 1, 'PO1', 1, 1000, 20240, 'approved', 300, 'a', 'b', NULL, NULL),"                   \
         " (1, 2, 'PO2', 1, 1000, 20240, 'draft', 0, 'a', NULL, 1100, NULL),"                      \
         " (1, 3, 'PO3', 1, 1000, 20240, 'closed', 0, 'a', 'b', 1100, NULL),"                      \
         " (1, 4, 'PO4', 1, 1000, 20240, 'cancelled', 0, 'a', NULL, NULL, 1200),"                  \
         " (1, 5, 'PO5', 1, 1000, 20240, 'closed', 0, 'a', NULL, NULL, 1200);" PURCHASE_LINE       \
         "(1, 1, 4, 1, 1, 10, 0, 1)",                                                              \
         "S01 PO1 approved\nS01 PO2 draft\nS01 PO3 closed\nS01 PO4 cancelled\nS01 PO5 closed\n"},  \
        {"supply_order_received",                                                                  \
         SUPPLY_BASE PURCHASE APPROVED                                                             \
         ";" PURCHASE_LINE                                                                         \
         "(1, 1, 1, 1, 1, 10, 100, 7), (1, 2, 1, 2, 2, 10, 200, 0);" RECEIPT RECEIVED              \
         ", (1, 2, 'RC2', 1, 1, 'refused', 2000, 20240, 'a', NULL, 'lot:I1'),"                     \
         " (1, 3, 'RC3', 1, 1, 'accepted', 2001, 20240, 'a', 'b', NULL);" SUPPLY_LOT LOT_1         \
         ";" RECEIPT_LINE "(1, 1, 1, 1, 1, 'L1', 1, 4, 40, 30000),"                                \
         " (1, 2, 2, 1, 1, 'L1', NULL, 5, 50, 30000), (1, 3, 3, 1, 1, 'L1', 1, 3, 30, 30000)",     \
         SUPPLY_BASE PURCHASE APPROVED                                                             \
         ";" PURCHASE_LINE                                                                         \
         "(1, 1, 1, 1, 1, 10, 100, 5), (1, 2, 1, 2, 2, 10, 200, 1);" RECEIPT RECEIVED              \
         ";" SUPPLY_LOT LOT_1 ";" RECEIPT_LINE "(1, 1, 1, 1, 1, 'L1', 1, 4, 40, 30000)",           \
         "S01 PO1 I1 5 / 4\nS01 PO1 I2 1 / 0\n"},                                                  \
        {"supply_receipt_lot",                                                                     \
         SUPPLY_BASE RECEIPT RECEIVED                                                              \
         ";" SUPPLY_LOT "(1, 1, 1, 'L1', 30000, 20240, 10, 100, 4, 41), (1, 2, 2, 'L2', 30000, "   \
         "20240, 5, 5, 0, 0);" SUPPLY_MOVE "(1, 1, 'M1', 1, 1, 'receipt', 5, 51, 2000, 20240),"    \
         " (1, 2, 'M2', 1, 1, 'use', -1, -10, 2000, 20240);" RECEIPT_LINE                          \
         "(1, 1, 1, 1, 1, 'L1', 1, 10, 100, 30000),"                                               \
         " (1, 2, 1, 2, 1, 'L1', 1, 5, 51, 30000)",                                                \
         SUPPLY_BASE RECEIPT RECEIVED                                                              \
         ";" SUPPLY_LOT "(1, 1, 1, 'L1', 30000, 20240, 10, 100, 5, 51);" SUPPLY_MOVE               \
         "(1, 1, 'M1', 1, 1, 'receipt', 5, 51, 2000, 20240);" RECEIPT_LINE                         \
         "(1, 1, 1, 1, 1, 'L1', 1, 10, 100, 30000),"                                               \
         " (1, 2, 1, 2, 1, 'L1', 1, 4, 51, 30000)",                                                \
         "S01 I1 L1 15 / 14, 151 / 151 fen\n"},                                                    \
        {"supply_receipt_moved",                                                                   \
         SUPPLY_BASE RECEIPT RECEIVED                                                              \
         ", (1, 2, 'RC2', 1, NULL, 'refused', 2000, 20240, 'a', NULL, 'lot:I1');" SUPPLY_LOT LOT_1 \
         ";" RECEIPT_LINE "(1, 1, 1, 1, 1, 'L1', 1, 10, 100, 30000),"                              \
         " (1, 2, 2, 1, 1, 'L1', NULL, 10, 100, 30000)",                                           \
         SUPPLY_BASE RECEIPT RECEIVED                                                              \
         ", (1, 2, 'RC2', 1, NULL, 'refused', 2000, 20240, 'a', NULL, 'lot:I1');" SUPPLY_LOT LOT_1 \
         ";" RECEIPT_LINE "(1, 1, 1, 1, 1, 'L1', NULL, 10, 100, 30000),"                           \
         " (1, 2, 2, 1, 1, 'L1', 1, 10, 100, 30000)",                                              \
         "S01 RC1 accepted: I1\nS01 RC2 refused: I1\n"},                                           \
        {"supply_receipt_lot_other",                                                               \
         SUPPLY_BASE RECEIPT RECEIVED ";" SUPPLY_LOT LOT_1 ";" RECEIPT_LINE                        \
                                      "(1, 1, 1, 1, 1, 'L1', 1, 10, 100, 30000)",                  \
         SUPPLY_BASE RECEIPT RECEIVED ";" SUPPLY_LOT LOT_1 ";" RECEIPT_LINE                        \
                                      "(1, 1, 1, 1, 2, 'L1', 1, 10, 100, 30000),"                  \
                                      " (1, 2, 1, 2, 1, 'L2', 1, 10, 100, 30000),"                 \
                                      " (1, 3, 1, 3, 1, 'L1', 1, 10, 100, 30001)",                 \
         "S01 RC1 I1 L2\nS01 RC1 I1 L1\nS01 RC1 I2 L1\n"},                                         \
        {"supply_receipt_why",                                                                     \
         SUPPLY_BASE RECEIPT RECEIVED                                                              \
         ", (1, 2, 'RC2', 1, NULL, 'refused', 2000, 20240, 'a', NULL, 'lot:I1')",                  \
         SUPPLY_BASE RECEIPT "(1, 1, 'RC1', 1, NULL, 'accepted', 2000, 20240, 'a', 'b', 'lot'),"   \
                             " (1, 2, 'RC2', 1, NULL, 'refused', 2000, 20240, 'a', NULL, NULL)",   \
         "S01 RC1 accepted\nS01 RC2 refused\n"},                                                   \
        {"supply_receipt_cold",                                                                    \
         SUPPLY_BASE RECEIPT RECEIVED                                                              \
         ", (1, 2, 'RC2', 1, NULL, 'refused', 2000, 20240, 'a', NULL, 'lot:I1');" RECEIPT_LINE     \
         "(1, 1, 1, 1, 1, 'L1', NULL, 10, 100, 30000), (1, 2, 1, 2, 2, 'L2', NULL, 1, 1, 30000),"  \
         " (1, 3, 2, 1, 1, 'L1', NULL, 10, 100, 30000);" RECORD                                    \
         "(1, 1, 1, 'cold', 'f', 'h', 3, 1000, 2000, 4000, 5000, 4500, 0, 300, 1)",                \
         SUPPLY_BASE RECEIPT RECEIVED                                                              \
         ", (1, 2, 'RC2', 1, NULL, 'accepted', 2000, 20240, 'a', 'b', NULL);" RECEIPT_LINE         \
         "(1, 1, 1, 1, 1, 'L1', NULL, 10, 100, 30000),"                                            \
         " (1, 3, 2, 1, 1, 'L1', NULL, 10, 100, 30000);" RECORD                                    \
         "(1, 1, 1, 'cold', 'f', 'h', 3, 1000, 2000, 4000, 9000, 4500, 0, 300, 0),"                \
         " (1, 2, 2, 'cool', 'f', 'h', 3, 1000, 2000, 4000, 9000, 4500, 0, 300, 1)",               \
         "S01 RC1 I1 cold\nS01 RC2 I1 cold\n"},                                                    \
    {                                                                                              \
        "supply_receipt_second",                                                                   \
            SUPPLY_BASE RECEIPT RECEIVED                                                           \
            ", (1, 2, 'RC2', 1, NULL, 'accepted', 2000, 20240, 'a', NULL, NULL);" RECEIPT_LINE     \
            "(1, 1, 1, 1, 1, 'L1', NULL, 10, 100, 30000),"                                         \
            " (1, 2, 2, 1, 2, 'L2', NULL, 10, 100, 30000)",                                        \
            SUPPLY_BASE RECEIPT                                                                    \
            "(1, 1, 'RC1', 1, NULL, 'accepted', 2000, 20240, 'a', 'a', NULL),"                     \
            " (1, 2, 'RC2', 1, NULL, 'accepted', 2000, 20240, 'a', NULL, NULL);" RECEIPT_LINE      \
            "(1, 1, 1, 1, 1, 'L1', NULL, 10, 100, 30000),"                                         \
            " (1, 2, 2, 1, 1, 'L1', NULL, 10, 100, 30000)",                                        \
            "S01 RC1 I1 i\nS01 RC2 I1 i\n"                                                         \
    }

#endif
