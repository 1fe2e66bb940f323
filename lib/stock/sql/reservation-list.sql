-- What is kept back for whom.
-- param: store_id int
-- param: today day
-- param: item text
-- param: client text
-- param: all bool
-- column: store text
-- column: code text
-- column: item text
-- column: name text
-- column: quantity int
-- column: used int
-- column: unit text
-- column: client text
-- column: project text
-- column: booking text
-- column: until_on day
-- column: state text
SELECT s.code AS store, r.code, i.code AS item, i.name, r.quantity, r.used, i.unit, c.code AS client, p.code AS project, r.booking,
       r.until_on,
       CASE WHEN r.released_at IS NOT NULL THEN 'released' WHEN r.used = r.quantity THEN 'used'
            WHEN r.until_on < CAST($2 AS BIGINT) THEN 'lapsed' ELSE 'open' END AS state
FROM reservation AS r
JOIN store AS s ON s.id = r.store_id
JOIN item AS i ON i.id = r.item_id
JOIN client AS c ON c.id = r.client_id
LEFT JOIN project AS p ON p.id = r.project_id
WHERE (CAST($1 AS BIGINT) IS NULL OR r.store_id = $1) AND (CAST($3 AS TEXT) IS NULL OR i.code = $3)
  AND (CAST($4 AS TEXT) IS NULL OR c.code = $4)
  AND ($5 = 1 OR (r.released_at IS NULL AND r.used < r.quantity AND r.until_on >= CAST($2 AS BIGINT)))
ORDER BY r.until_on, s.code, r.code
