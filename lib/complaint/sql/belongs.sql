-- Whether what a complaint is to name belongs together; NULL where it was not named.
-- param: store_id int
-- param: client text
-- param: treatment text
-- param: visit text
-- param: item text
-- param: lot text
-- column: client_there int
-- column: gone int
-- column: treatment_there int
-- column: treatment_theirs int
-- column: visit_there int
-- column: visit_theirs int
-- column: lot_there int
-- column: lot_used int
WITH person AS (
    SELECT id, CASE WHEN forgotten_on IS NOT NULL OR merged_into IS NOT NULL THEN 1 ELSE 0 END AS gone
    FROM client WHERE code = CAST($2 AS TEXT)),
treated AS (
    SELECT id, client_id FROM treatment WHERE store_id = $1 AND code = CAST($3 AS TEXT)),
stay AS (
    SELECT id, client_id FROM visit WHERE store_id = $1 AND code = CAST($4 AS TEXT)),
product AS (
    SELECT l.id FROM lot AS l
    JOIN item AS i ON i.id = l.item_id
    WHERE l.store_id = $1 AND i.code = CAST($5 AS TEXT) AND l.code = CAST($6 AS TEXT)),
used AS (
    SELECT u.id
    FROM product AS p
    JOIN treatment_item AS u ON u.store_id = $1 AND u.lot_id = p.id
    JOIN treatment AS t ON t.store_id = u.store_id AND t.id = u.treatment_id
    WHERE t.client_id = (SELECT id FROM person)
      AND (CAST($3 AS TEXT) IS NULL OR t.id = (SELECT id FROM treated)))
SELECT (SELECT COUNT(*) FROM person) AS client_there,
       (SELECT COUNT(*) FROM person WHERE gone = 1) AS gone,
       (SELECT COUNT(*) FROM treated) AS treatment_there,
       (SELECT COUNT(*) FROM treated WHERE client_id = (SELECT id FROM person)) AS treatment_theirs,
       (SELECT COUNT(*) FROM stay) AS visit_there,
       (SELECT COUNT(*) FROM stay WHERE client_id = (SELECT id FROM person)) AS visit_theirs,
       (SELECT COUNT(*) FROM product) AS lot_there,
       (SELECT COUNT(*) FROM used) AS lot_used
