-- The last word of each client on each purpose and way, or all of them.
-- param: client text
-- param: purpose text
-- param: history bool
-- param: today day
-- column: client text
-- column: purpose text
-- column: way text
-- column: given bool
-- column: stands bool
-- column: at moment
-- column: until day
-- column: staff text
-- column: proof text
SELECT c.code AS client, k.purpose AS purpose, k.way AS way, k.given AS given,
       CASE WHEN k.given = 1 AND (k.until IS NULL OR k.until >= $4)
             AND NOT EXISTS (
                SELECT 1 FROM consent AS l
                WHERE l.client_id = k.client_id AND l.purpose = k.purpose AND l.at > k.at
                  AND (l.way = k.way OR l.way = 'any')) THEN 1 ELSE 0 END AS stands,
       k.at AS at, k.until AS until, w.code AS staff, k.proof AS proof
FROM consent AS k
JOIN client AS c ON c.id = k.client_id
LEFT JOIN staff AS w ON w.id = k.staff_id
WHERE (CAST($1 AS TEXT) IS NULL OR c.code = $1) AND (CAST($2 AS TEXT) IS NULL OR k.purpose = $2)
  AND (CAST($3 AS BIGINT) = 1 OR NOT EXISTS (
        SELECT 1 FROM consent AS l
        WHERE l.client_id = k.client_id AND l.purpose = k.purpose AND l.way = k.way AND l.at > k.at))
ORDER BY c.code, k.purpose, k.way, k.at
