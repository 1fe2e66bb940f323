-- An adverse event by its code, and what may lie behind it, as in after_treatment.
-- param: store_id int
-- param: code text
-- column: client text
-- column: kind text
-- column: grade int
-- column: found_at moment
-- column: day day
-- column: confirmed bool
-- column: state text
-- column: report_by day
-- column: reported_at moment
-- column: used int
SELECT c.code AS client, a.kind, a.grade, a.found_at, a.day, a.confirmed, a.state, a.report_by, a.reported_at,
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
JOIN client AS c ON c.id = a.client_id
LEFT JOIN treatment AS t ON t.store_id = a.store_id AND t.id = a.treatment_id
WHERE a.store_id = $1 AND a.code = $2
