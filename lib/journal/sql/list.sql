-- Entries of journals, newest last: where, by whom, how many values are bad, and what became of them.
-- param: store text
-- param: kind text
-- param: from moment
-- param: to moment
-- param: bad int
-- param: all int
-- column: store text
-- column: entry text
-- column: kind text
-- column: at moment
-- column: room text
-- column: equipment text
-- column: staff text
-- column: second text
-- column: values int
-- column: bad int
-- column: close_by moment
-- column: closed_by text
-- column: voids text
-- column: voided_by text
-- column: reason text
-- column: note text
WITH entry AS (
    SELECT j.*, (SELECT v.code FROM journal AS v WHERE v.store_id = j.store_id AND v.voids_id = j.id) AS voided_by,
           (SELECT COUNT(*) FROM journal_value AS n WHERE n.store_id = j.store_id AND n.journal_id = j.id) AS "values",
           (SELECT COUNT(*) FROM journal_value AS n WHERE n.store_id = j.store_id AND n.journal_id = j.id
              AND (n.verdict = 'bad' OR n.number < n.least OR n.number > n.most)) AS bad
    FROM journal AS j
    WHERE (CAST($2 AS TEXT) IS NULL OR j.kind = $2) AND (CAST($3 AS BIGINT) IS NULL OR j.at >= $3)
      AND (CAST($4 AS BIGINT) IS NULL OR j.at < $4))
SELECT s.code AS store, e.code AS entry, e.kind, e.at, r.code AS room, m.code AS equipment, f.code AS staff,
       g.code AS second, e."values", e.bad, e.close_by, e.closed_by, o.code AS voids, e.voided_by, e.reason, e.note
FROM entry AS e
JOIN store AS s ON s.id = e.store_id
JOIN staff AS f ON f.id = e.staff_id
LEFT JOIN staff AS g ON g.id = e.second_id
LEFT JOIN room AS r ON r.store_id = e.store_id AND r.id = e.room_id
LEFT JOIN equipment AS m ON m.store_id = e.store_id AND m.id = e.equipment_id
LEFT JOIN journal AS o ON o.store_id = e.store_id AND o.id = e.voids_id
WHERE (CAST($1 AS TEXT) IS NULL OR s.code = $1) AND (CAST($5 AS BIGINT) = 0 OR e.bad > 0)
  AND (CAST($6 AS BIGINT) = 1 OR e.voided_by IS NULL AND e.kind <> 'void')
ORDER BY e.at, s.code, e.id
