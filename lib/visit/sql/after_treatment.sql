-- A treatment by its code, and what may lie behind an adverse event of it: 1 a device, 2 a drug, 4 the procedure; 7 where
-- nothing says what it used.
-- param: store_id int
-- param: code text
-- column: day day
-- column: started_at moment
-- column: status text
-- column: client text
-- column: project text
-- column: kind text
-- column: used int
SELECT t.day, t.started_at, t.status, c.code AS client, p.code AS project, p.kind,
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
FROM treatment AS t
JOIN client AS c ON c.id = t.client_id
JOIN project AS p ON p.id = t.project_id
WHERE t.store_id = $1 AND t.code = $2
