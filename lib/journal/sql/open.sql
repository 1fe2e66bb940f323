-- The entries of a journal that nothing closed until a moment, and the number that each has in a field; of one word of another field.
-- param: store_id int
-- param: kind text
-- param: at moment
-- param: sum text
-- param: same text
-- param: word text
-- column: id int
-- column: number int
SELECT j.id, COALESCE(n.number, 0) AS number
FROM journal AS j
LEFT JOIN journal_value AS n ON n.store_id = j.store_id AND n.journal_id = j.id AND n.name = CAST($4 AS TEXT)
LEFT JOIN journal_value AS w ON w.store_id = j.store_id AND w.journal_id = j.id AND w.name = CAST($5 AS TEXT)
WHERE j.store_id = $1 AND j.kind = $2 AND j.at <= $3 AND j.closed_by IS NULL
  AND (CAST($6 AS TEXT) IS NULL OR w.says = $6)
  AND NOT EXISTS (SELECT 1 FROM journal AS v WHERE v.store_id = j.store_id AND v.voids_id = j.id)
ORDER BY j.at, j.id
