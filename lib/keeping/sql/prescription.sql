-- Uses and issues of controlled drugs with the papers behind them.
-- param: class text
-- param: until day
-- param: store_id int
-- column: rows int
-- column: oldest day
-- column: may int
-- column: may_oldest day
-- column: held int
-- column: next_oldest day
WITH doc AS (
    SELECT m.store_id, t.client_id, m.day FROM stock_move AS m
    JOIN item AS i ON i.id = m.item_id
    LEFT JOIN treatment AS t ON t.store_id = m.store_id AND t.id = m.treatment_id
    WHERE i.controlled = 1 AND m.kind IN ('use', 'issue', 'return'))
-- include: tail.part
