-- All prices, also those that are over or have not begun.
-- param: project text
-- param: store_id int
-- param: channel text
-- column: project text
-- column: name text
-- column: store text
-- column: channel text
-- column: valid_from day
-- column: valid_to day
-- column: amount_fen fen
-- column: floor_fen fen
SELECT p.code AS project, p.name, s.code AS store, c.code AS channel, r.valid_from, r.valid_to, r.amount_fen, r.floor_fen
FROM price AS r
JOIN project AS p ON p.id = r.project_id
JOIN store AS s ON s.id = r.store_id
LEFT JOIN channel AS c ON c.id = r.channel_id
WHERE (CAST($1 AS TEXT) IS NULL OR p.code = $1)
  AND (CAST($2 AS BIGINT) IS NULL OR r.store_id = $2 OR r.store_id = 0)
  AND (CAST($3 AS TEXT) IS NULL OR c.code = $3)
ORDER BY p.code, s.code, c.code NULLS FIRST, r.valid_from
