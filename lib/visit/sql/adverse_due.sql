-- Adverse events whose report to the authority is due and not made, the earliest first, and what may lie behind each.
-- param: store_id int
-- column: store text
-- column: code text
-- column: client text
-- column: treatment text
-- column: kind text
-- column: grade int
-- column: found_at moment
-- column: confirmed bool
-- column: report_by day
-- column: used int
SELECT s.code AS store, a.code, c.code AS client, t.code AS treatment, a.kind, a.grade, a.found_at, a.confirmed,
       a.report_by,
       CASE WHEN EXISTS (SELECT 1 FROM treatment_item AS u WHERE u.store_id = t.store_id AND u.treatment_id = t.id)
            THEN 4 + CASE WHEN t.device IS NOT NULL OR EXISTS (
                              SELECT 1 FROM treatment_item AS u
                              JOIN item AS i ON i.id = u.item_id AND i.kind <> 'drug'
                              WHERE u.store_id = t.store_id AND u.treatment_id = t.id) THEN 1 ELSE 0 END
                   + CASE WHEN EXISTS (
                              SELECT 1 FROM treatment_item AS u
                              JOIN item AS i ON i.id = u.item_id AND i.kind = 'drug'
                              WHERE u.store_id = t.store_id AND u.treatment_id = t.id) THEN 2 ELSE 0 END
            ELSE 7 END AS used
FROM adverse AS a
JOIN store AS s ON s.id = a.store_id
JOIN client AS c ON c.id = a.client_id
LEFT JOIN treatment AS t ON t.store_id = a.store_id AND t.id = a.treatment_id
WHERE a.report_by IS NOT NULL AND a.reported_at IS NULL AND a.state <> 'entered-in-error'
  AND (CAST($1 AS BIGINT) IS NULL OR a.store_id = CAST($1 AS BIGINT))
ORDER BY a.report_by, s.code, a.code
