-- Another machine of the chain with that serial number, of the same model where both say one.
-- param: serial text
-- param: model text
-- param: store_id int
-- param: code text
-- column: code text
-- column: store text
SELECT e.code, s.code AS store
FROM equipment AS e JOIN store AS s ON s.id = e.store_id
WHERE e.serial = $1 AND (e.model IS NULL OR CAST($2 AS TEXT) IS NULL OR e.model = CAST($2 AS TEXT)) AND e.state <> 'retired'
  AND (e.store_id <> CAST($3 AS BIGINT) OR e.code <> CAST($4 AS TEXT))
ORDER BY s.code, e.code
