-- What an entry says, value by value, in the order in which it was written.
-- param: store_id int
-- param: journal_id int
-- column: name text
-- column: number int
-- column: says text
-- column: places int
-- column: unit text
-- column: least int
-- column: most int
-- column: verdict text
SELECT v.name, v.number, v.says, v.places, v.unit, v.least, v.most,
       CASE WHEN v.number < v.least OR v.number > v.most THEN 'bad' ELSE v.verdict END AS verdict
FROM journal_value AS v
WHERE v.store_id = $1 AND v.journal_id = $2
ORDER BY v.id
