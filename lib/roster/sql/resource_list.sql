-- What can be booked besides people: rooms and machines, of a store or of all.
-- param: store_id int
-- param: today day
-- param: kind text
-- param: all bool
-- column: store text
-- column: resource text
-- column: code text
-- column: name text
-- column: kinds text
-- column: from_on day
-- column: to_on day
-- column: note text
SELECT s.code AS store, x.resource, x.code, x.name, x.kinds, x.from_on, x.to_on, x.note
FROM (
    SELECT store_id, 'room' AS resource, code, name, kinds, from_on, to_on, note FROM room
    UNION ALL
    SELECT store_id, 'device', code, name, kind, bought_on, retired_on, note FROM equipment) AS x
JOIN store AS s ON s.id = x.store_id
WHERE (CAST($1 AS BIGINT) IS NULL OR x.store_id = $1) AND (CAST($3 AS TEXT) IS NULL OR x.resource = $3)
  AND ($4 = 1 OR x.to_on IS NULL OR x.to_on >= CAST($2 AS BIGINT))
ORDER BY s.code, x.resource DESC, x.code
