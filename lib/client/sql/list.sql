-- Clients by any mix of what is known of them. Staff, tests, joined and forgotten ones are out.
-- param: segment text
-- param: not_segment text
-- param: tier text
-- param: tag text
-- param: tag_count int
-- param: not_tag text
-- param: seen_before day
-- param: seen_after day
-- param: birthday_from int
-- param: birthday_to int
-- param: spend_from fen
-- param: spend_below fen
-- param: born_after day
-- param: born_until day
-- param: gender text
-- param: channel text
-- param: owner text
-- param: home text
-- param: had text
-- param: had_count int
-- param: not_had text
-- param: score_from int
-- param: south int
-- param: north int
-- param: west int
-- param: east int
-- param: store_id int
-- param: limit int
-- column: code text
-- column: store text
-- column: segment text
-- column: score int
-- column: tier text
-- column: owner text
-- column: channel text
-- column: gender text
-- column: birthday day
-- column: visits int
-- column: last_on day
-- column: spend_fen fen
-- column: latitude int
-- column: longitude int
-- column: id int
-- Candidates come from the narrowest of segment, tag, tier and place that was asked for, else from all clients; a part
-- that was not asked for ends before its first row. Lists are ",A,B,". A birthday is reckoned as the number of its day
-- in a year that begins on 1 March (Hinnant's algorithm), which leap years do not move.
WITH pick (id) AS (
    SELECT id FROM client_segment WHERE CAST($1 AS TEXT) IS NOT NULL AND segment = $1
    UNION ALL
    SELECT client_id FROM client_tag
    WHERE CAST($1 AS TEXT) IS NULL AND CAST($4 AS TEXT) IS NOT NULL AND CAST($5 AS BIGINT) = 1
      AND tag = replace($4, ',', '') AND to_on IS NULL
    UNION ALL
    SELECT client_id FROM client_tier
    WHERE CAST($1 AS TEXT) IS NULL AND COALESCE(CAST($5 AS BIGINT), 0) <> 1 AND CAST($3 AS TEXT) IS NOT NULL
      AND tier = $3 AND to_on IS NULL
    UNION ALL
    SELECT id FROM client
    WHERE CAST($1 AS TEXT) IS NULL AND COALESCE(CAST($5 AS BIGINT), 0) <> 1 AND CAST($3 AS TEXT) IS NULL
      AND CAST($23 AS BIGINT) IS NOT NULL AND latitude >= $23 AND latitude <= $24
    UNION ALL
    SELECT id FROM client
    WHERE CAST($1 AS TEXT) IS NULL AND COALESCE(CAST($5 AS BIGINT), 0) <> 1 AND CAST($3 AS TEXT) IS NULL
      AND CAST($23 AS BIGINT) IS NULL)
SELECT c.code AS code, s.code AS store, g.segment AS segment, g.score AS score, t.tier AS tier, o.code AS owner,
       h.code AS channel, c.gender AS gender, c.birthday AS birthday, g.visits AS visits, g.last_on AS last_on,
       g.spend_fen AS spend_fen, c.latitude AS latitude, c.longitude AS longitude, c.id AS id
FROM pick AS p
JOIN client AS c ON c.id = p.id AND c.class = 'client' AND c.merged_into IS NULL AND c.forgotten_on IS NULL
JOIN store AS s ON s.id = c.store_id
JOIN channel AS h ON h.id = c.channel_id
LEFT JOIN staff AS o ON o.id = c.owner_id
LEFT JOIN client_segment AS g ON g.id = c.id
LEFT JOIN client_tier AS t ON t.client_id = c.id AND t.to_on IS NULL
WHERE (CAST($2 AS TEXT) IS NULL OR COALESCE(g.segment, '') <> $2)
  AND (CAST($3 AS TEXT) IS NULL OR t.tier = $3)
  AND (CAST($4 AS TEXT) IS NULL OR (
        SELECT COUNT(DISTINCT k.tag) FROM client_tag AS k
        WHERE k.client_id = c.id AND k.to_on IS NULL AND replace($4, ',' || k.tag || ',', '') <> $4)
        = CAST($5 AS BIGINT))
  AND (CAST($6 AS TEXT) IS NULL OR NOT EXISTS (
        SELECT 1 FROM client_tag AS k
        WHERE k.client_id = c.id AND k.to_on IS NULL AND replace($6, ',' || k.tag || ',', '') <> $6))
  AND (CAST($7 AS BIGINT) IS NULL OR (
        EXISTS (SELECT 1 FROM visit AS v WHERE v.client_id = c.id AND v.day < $7
                  AND v.status NOT IN ('planned', 'cancelled', 'entered-in-error'))
        AND NOT EXISTS (SELECT 1 FROM visit AS v WHERE v.client_id = c.id AND v.day >= $7
                  AND v.status NOT IN ('planned', 'cancelled', 'entered-in-error'))))
  AND (CAST($8 AS BIGINT) IS NULL OR EXISTS (
        SELECT 1 FROM visit AS v WHERE v.client_id = c.id AND v.day >= $8
          AND v.status NOT IN ('planned', 'cancelled', 'entered-in-error')))
  AND (CAST($9 AS BIGINT) IS NULL OR EXISTS (
        SELECT 1
        FROM (
            SELECT e.of_era - (365 * e.year + e.year / 4 - e.year / 100) AS day
            FROM (
                SELECT z.of_era AS of_era,
                       (z.of_era - z.of_era / 1460 + z.of_era / 36524 - z.of_era / 146096) / 365 AS year
                FROM (SELECT ((c.birthday + 719468) % 146097) AS of_era) AS z) AS e) AS b
        WHERE CASE WHEN CAST($9 AS BIGINT) <= CAST($10 AS BIGINT) THEN b.day >= $9 AND b.day <= $10
                   ELSE b.day >= $9 OR b.day <= $10 END))
  AND ((CAST($11 AS BIGINT) IS NULL AND CAST($12 AS BIGINT) IS NULL) OR (
        SELECT COALESCE(SUM(y.amount_fen), 0) FROM payment AS y WHERE y.client_id = c.id AND y.class = 'sale')
        BETWEEN COALESCE(CAST($11 AS BIGINT), -4000000000000000000)
            AND COALESCE(CAST($12 AS BIGINT) - 1, 4000000000000000000))
  AND (CAST($13 AS BIGINT) IS NULL OR c.birthday > $13) AND (CAST($14 AS BIGINT) IS NULL OR c.birthday <= $14)
  AND (CAST($15 AS TEXT) IS NULL OR c.gender = $15) AND (CAST($16 AS TEXT) IS NULL OR h.code = $16)
  AND (CAST($17 AS TEXT) IS NULL OR o.code = $17) AND (CAST($18 AS TEXT) IS NULL OR s.code = $18)
  AND (CAST($19 AS TEXT) IS NULL OR (
        SELECT COUNT(DISTINCT j.id) FROM treatment AS x JOIN project AS j ON j.id = x.project_id
        WHERE x.client_id = c.id AND x.status = 'completed' AND replace($19, ',' || j.code || ',', '') <> $19)
        = CAST($20 AS BIGINT))
  AND (CAST($21 AS TEXT) IS NULL OR NOT EXISTS (
        SELECT 1 FROM treatment AS x JOIN project AS j ON j.id = x.project_id
        WHERE x.client_id = c.id AND x.status = 'completed' AND replace($21, ',' || j.code || ',', '') <> $21))
  AND (CAST($22 AS BIGINT) IS NULL OR g.score >= $22)
  AND (CAST($23 AS BIGINT) IS NULL OR (
        c.latitude >= $23 AND c.latitude <= $24 AND c.longitude >= $25 AND c.longitude <= $26))
  AND (CAST($27 AS BIGINT) IS NULL OR c.store_id = $27)
ORDER BY g.score DESC NULLS LAST, c.id
LIMIT CAST($28 AS BIGINT)
