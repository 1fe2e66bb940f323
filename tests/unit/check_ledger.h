/* For test_check.c: the pairs of the checks of the ledger beyond its sums. */
#define MOVE                                                                                       \
    "INSERT INTO stock_move (store_id, id, code, item_id, lot_id, kind, quantity, cost_fen, at, "  \
    "day) VALUES "
#define SENT                                                                                       \
    GATE_GOOD MOVE                                                                                 \
        "(1, 2, 'M2', 1, 1, 'transfer-out', -30, -1000, 1748743300, 20240);"                       \
        "UPDATE lot SET moved = -50, moved_fen = -1667 WHERE store_id = 1 AND id = 1;"             \
        "INSERT INTO lot (store_id, id, item_id, code, expires_on, received_on, quantity, "        \
        "cost_fen) VALUES (2, 1, 1, 'L1', 21000, 20240, 30, 1000);"                                \
        "INSERT INTO transfer (store_id, id, code, line, to_store_id, item_id, lot_id, quantity, " \
        "cost_fen, at, day, out_move) VALUES "                                                     \
        "(1, 1, 'TF1', 1, 2, 1, 1, 30, 1000, 1748743300, 20240, 'M2');"
#define COUNTED                                                                                    \
    GATE_GOOD                                                                                      \
    "INSERT INTO stocktake (store_id, id, code, at, day, position, state) VALUES "                 \
    "(1, 1, 'SC1', 1748743200, 20240, 1, 'closed'), (1, 2, 'SC2', 1748743200, 20240, 1, 'open');"  \
    "INSERT INTO stocktake_line (store_id, id, stocktake_id, item_id, lot_id, counted) "           \
    "SELECT 1, c.id, c.id, 1, 1, l.quantity - 20 FROM stocktake AS c JOIN lot AS l ON "            \
    "l.store_id = 1 AND l.id = 1;"

#define PAPERS(second)                                                                             \
    GATE_GOOD                                                                                      \
    "UPDATE item SET controlled = 1 WHERE id = 1;"                                                 \
    "INSERT INTO stock_move (store_id, id, code, item_id, lot_id, kind, quantity, cost_fen, at, "  \
    "day, paper) VALUES (1, 2, 'M2', 1, 1, 'use', -1, 0, 1748743300, 20240, 'RX1'), "              \
    "(1, 3, 'M3', 1, 1, 'use', -1, 0, 1748743400, 20241, " second ");"

#define LEDGER_PAIRS                                                                               \
    {"stock_below_zero", GATE_GOOD "UPDATE lot SET quantity = 20 WHERE id = 1;",                   \
     GATE_GOOD MOVE "(1, 2, 'M2', 1, 1, 'return', 20, 667, 1748743300, 20240);"                    \
                    "UPDATE lot SET quantity = 19, moved = 0, moved_fen = 0 WHERE id = 1;",        \
     "S01 I1 L1 -1\n"},                                                                            \
        {"stock_pack_beyond", GATE_GOOD "UPDATE lot SET quantity = 100 WHERE id = 1;",             \
         GATE_GOOD "UPDATE lot SET quantity = 99 WHERE id = 1;", "S01 I1 L1 80 / 79\n"},           \
        {"stock_paper_twice", PAPERS("'RX2'"), PAPERS("'RX1'"), "S01 RX1 M2, M3\n"},               \
        {"stock_transfer_halves", SENT, SENT "UPDATE lot SET cost_fen = 999 WHERE store_id = 2;",  \
         "S01 TF1 line 1, I1 L1\n"},                                                               \
        {"stock_transfer_none", SENT, SENT "DELETE FROM transfer;", "S01 M2 I1 L1\n"},             \
        {"stock_state_last",                                                                       \
         GATE_GOOD                                                                                 \
         "UPDATE lot SET state = 'ok' WHERE id = 1;"                                               \
         "INSERT INTO lot_state (store_id, id, code, item_id, lot_id, was, state, at, day, "       \
         "reason) VALUES (1, 1, 'LS1', 1, 1, 'ok', 'quarantined', 1, 1, 'x'), "                    \
         "(1, 2, 'LS2', 1, 1, 'quarantined', 'ok', 2, 1, 'x');",                                   \
         GATE_GOOD                                                                                 \
         "INSERT INTO lot_state (store_id, id, code, item_id, lot_id, was, state, at, day, "       \
         "reason) VALUES (1, 1, 'LS1', 1, 1, 'ok', 'quarantined', 1, 1, 'x');",                    \
         "S01 I1 L1 ok / quarantined\n"},                                                          \
    {                                                                                              \
        "stock_count_moved",                                                                       \
            COUNTED MOVE "(1, 2, 'M2', 1, 1, 'issue', -1, 0, 1748743201, 20240);",                 \
            COUNTED MOVE "(1, 2, 'M2', 1, 1, 'issue', -1, 0, 1748743200, 20240);"                  \
                         "UPDATE stocktake_line SET counted = 5 WHERE stocktake_id = 1;"           \
                         "UPDATE lot SET quantity = 30 WHERE id = 1;",                             \
            "S01 SC1 I1 L1, 5 / 9\n"                                                               \
    }
