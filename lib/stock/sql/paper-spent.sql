-- What went out by a prescription or slip already, and was not countered: for another issue anything, for a draw from an opened pack
-- an issue, or a draw of another day (one dose may come from two packs).
-- param: store_id int
-- param: paper text
-- param: kind text
-- param: day day
-- column: code text
-- column: day day
SELECT m.code, m.day FROM stock_move AS m
WHERE m.store_id = $1 AND m.paper = $2 AND (m.kind = 'issue' OR m.kind = 'use')
  AND (m.kind = 'issue' OR CAST($3 AS TEXT) = 'issue' OR m.day <> CAST($4 AS BIGINT))
  AND NOT EXISTS (SELECT 1 FROM stock_move AS x
                  WHERE x.store_id = m.store_id AND x.reverses = m.code AND x.kind = 'counter')
ORDER BY m.day, m.code
LIMIT 1
