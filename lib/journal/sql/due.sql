-- What a store's journals lack today: entries that are due today or missing since a day, and what nothing closed in time.
-- param: store text
-- param: kind text
-- param: today day
-- param: as_of moment
-- column: store text
-- column: kind text
-- column: room text
-- column: equipment text
-- column: state text
-- column: since day
-- column: days int
-- column: what text
WITH duty AS (
    SELECT d.store_id, d.code, d.kind, d.room_id, d.equipment_id, d.every_days, d.basis, d.from_on,
           (SELECT MAX(j.day) FROM journal AS j
            WHERE j.store_id = d.store_id AND j.kind = d.kind AND j.day <= CAST($3 AS BIGINT)
              AND (d.room_id IS NULL OR j.room_id = d.room_id)
              AND (d.equipment_id IS NULL OR j.equipment_id = d.equipment_id)
              AND NOT EXISTS (SELECT 1 FROM journal AS v WHERE v.store_id = j.store_id AND v.voids_id = j.id)) AS last_day
    FROM journal_duty AS d
    WHERE d.from_on <= CAST($3 AS BIGINT) AND (d.to_on IS NULL OR d.to_on >= CAST($3 AS BIGINT))
      AND (CAST($2 AS TEXT) IS NULL OR d.kind = $2)),
base AS (
    SELECT d.*, CASE WHEN d.last_day IS NULL OR d.last_day + d.every_days < d.from_on THEN d.from_on
                     ELSE d.last_day + d.every_days END AS first_day
    FROM duty AS d),
lacking AS (
    SELECT b.store_id, b.kind, b.room_id, b.equipment_id, b.code AS what,
           CASE WHEN b.basis = 'calendar' THEN b.first_day
                ELSE (SELECT MIN(v.day) FROM visit AS v
                      WHERE v.store_id = b.store_id AND v.day >= b.first_day AND v.day <= CAST($3 AS BIGINT)
                        AND v.status IN ('arrived', 'triaged', 'in-progress', 'onleave', 'finished')) END AS since
    FROM base AS b)
SELECT s.code AS store, l.kind, r.code AS room, m.code AS equipment,
       CASE WHEN l.since = CAST($3 AS BIGINT) THEN 'due' ELSE 'missing' END AS state, l.since,
       CAST($3 AS BIGINT) - l.since AS days, l.what
FROM lacking AS l
JOIN store AS s ON s.id = l.store_id
LEFT JOIN room AS r ON r.store_id = l.store_id AND r.id = l.room_id
LEFT JOIN equipment AS m ON m.store_id = l.store_id AND m.id = l.equipment_id
WHERE l.since <= CAST($3 AS BIGINT) AND (CAST($1 AS TEXT) IS NULL OR s.code = $1)
UNION ALL
SELECT s.code, j.kind, r.code, m.code, CASE WHEN j.close_by < CAST($4 AS BIGINT) THEN 'late' ELSE 'open' END, j.day,
       CAST($3 AS BIGINT) - j.day, j.code
FROM journal AS j
JOIN store AS s ON s.id = j.store_id
LEFT JOIN room AS r ON r.store_id = j.store_id AND r.id = j.room_id
LEFT JOIN equipment AS m ON m.store_id = j.store_id AND m.id = j.equipment_id
WHERE j.close_by < CAST($4 AS BIGINT) + 86400 AND j.at <= CAST($4 AS BIGINT) AND j.closed_by IS NULL
  AND (CAST($2 AS TEXT) IS NULL OR j.kind = $2) AND (CAST($1 AS TEXT) IS NULL OR s.code = $1)
  AND NOT EXISTS (SELECT 1 FROM journal AS v WHERE v.store_id = j.store_id AND v.voids_id = j.id)
ORDER BY 1, 6, 2, 8
