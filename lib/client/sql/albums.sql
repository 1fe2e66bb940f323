-- Albums, with whether the client's consent to them stands; what is sealed comes with the key to it.
-- param: store_id int
-- param: client text
-- param: project text
-- param: for text
-- param: today day
-- param: now moment
-- column: id int
-- column: data_key bytes
-- column: store text
-- column: code text
-- column: client text
-- column: project text
-- column: before_ref bytes
-- column: after_ref bytes
-- column: taken_on day
-- column: scope text
-- column: until day
-- column: stands bool
-- column: proof text
WITH a AS (
    SELECT album.*,
           CASE WHEN (album.until IS NULL OR album.until >= $5)
                 AND COALESCE((
                    SELECT CASE WHEN k.given = 1 AND (k.until IS NULL OR k.until >= $5) THEN 1 ELSE 0 END
                    FROM consent AS k
                    WHERE k.client_id = album.client_id AND k.purpose = 'album' AND k.way = 'any' AND k.at <= $6
                    ORDER BY k.at DESC LIMIT 1), 0) = 1 THEN 1 ELSE 0 END AS stands
    FROM album)
SELECT a.id AS id, c.data_key AS data_key, s.code AS store, a.code AS code, c.code AS client, p.code AS project,
       a.before_ref AS before_ref, a.after_ref AS after_ref, a.taken_on AS taken_on, a.scope AS scope,
       a.until AS until, CASE WHEN c.forgotten_on IS NULL THEN a.stands ELSE 0 END AS stands, a.proof AS proof
FROM a
JOIN client AS c ON c.id = a.client_id
JOIN store AS s ON s.id = a.store_id
LEFT JOIN project AS p ON p.id = a.project_id
WHERE (CAST($1 AS BIGINT) IS NULL OR a.store_id = $1) AND (CAST($2 AS TEXT) IS NULL OR c.code = $2)
  AND (CAST($3 AS TEXT) IS NULL OR p.code = $3)
  AND (CAST($4 AS TEXT) IS NULL OR (a.stands = 1 AND c.forgotten_on IS NULL
       AND (a.scope = 'public' OR ($4 = 'consultation' AND a.scope = 'consultation'))))
ORDER BY s.code, a.taken_on, a.code
