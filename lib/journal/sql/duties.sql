-- The journals that stores keep, how often, and when each was last written.
-- param: store text
-- param: today day
-- param: all int
-- column: store text
-- column: duty text
-- column: kind text
-- column: room text
-- column: equipment text
-- column: every_days int
-- column: basis text
-- column: from_on day
-- column: to_on day
-- column: last_on day
-- column: note text
SELECT s.code AS store, d.code AS duty, d.kind, r.code AS room, m.code AS equipment, d.every_days, d.basis, d.from_on,
       d.to_on,
       (SELECT MAX(j.day) FROM journal AS j
        WHERE j.store_id = d.store_id AND j.kind = d.kind AND (d.room_id IS NULL OR j.room_id = d.room_id)
          AND (d.equipment_id IS NULL OR j.equipment_id = d.equipment_id)
          AND NOT EXISTS (SELECT 1 FROM journal AS v WHERE v.store_id = j.store_id AND v.voids_id = j.id)) AS last_on,
       d.note
FROM journal_duty AS d
JOIN store AS s ON s.id = d.store_id
LEFT JOIN room AS r ON r.store_id = d.store_id AND r.id = d.room_id
LEFT JOIN equipment AS m ON m.store_id = d.store_id AND m.id = d.equipment_id
WHERE (CAST($1 AS TEXT) IS NULL OR s.code = $1)
  AND (CAST($3 AS BIGINT) = 1 OR d.to_on IS NULL OR d.to_on >= CAST($2 AS BIGINT))
ORDER BY s.code, d.kind, d.code
