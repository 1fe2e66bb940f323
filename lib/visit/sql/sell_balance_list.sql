-- What clients have left of what they bought.
-- param: client text
-- param: store_id int
-- param: all bool
-- param: today day
-- column: store text
-- column: code text
-- column: client text
-- column: order_code text
-- column: package text
-- column: project text
-- column: name text
-- column: bought int
-- column: used int
-- column: returned int
-- column: units_left int
-- column: paid_fen fen
-- column: recognised_fen fen
-- column: returned_fen fen
-- column: left_fen fen
-- column: sold_on day
-- column: expires_on day
SELECT s.code AS store, b.code, c.code AS client, b.order_code, g.code AS package, p.code AS project, p.name,
       b.bought, b.used, b.returned, b.bought - b.used - b.returned AS units_left,
       b.paid_fen, b.recognised_fen, b.returned_fen, b.paid_fen - b.recognised_fen - b.returned_fen AS left_fen,
       b.sold_on, b.expires_on
FROM prepaid AS b
JOIN store AS s ON s.id = b.store_id
JOIN client AS c ON c.id = b.client_id
LEFT JOIN client AS m ON m.id = c.merged_into
JOIN project AS p ON p.id = b.project_id
LEFT JOIN package AS g ON g.id = b.package_id
WHERE (CAST($1 AS TEXT) IS NULL OR c.code = $1 OR m.code = $1)
  AND (CAST($2 AS BIGINT) IS NULL OR b.store_id = $2)
  AND ($3 = 1 OR (b.used + b.returned < b.bought AND (b.expires_on IS NULL OR b.expires_on >= $4)))
ORDER BY c.code, s.code, b.id
