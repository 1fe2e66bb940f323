-- The steps of a complaint; words are sealed: those of the opening in the complaint, those of a step in it.
-- param: store_id int
-- param: complaint_id int
-- column: line int
-- column: step text
-- column: at moment
-- column: staff text
-- column: with_staff text
-- column: amount_fen fen
-- column: proof text
-- column: improvement text
-- column: words bytes
-- column: words_id int
-- column: data_key bytes
-- column: of_step int
SELECT s.line, s.kind AS step, s.at, p.code AS staff, w.code AS with_staff, s.amount_fen, s.proof,
       CASE WHEN s.kind = 'close' THEN k.improvement END AS improvement,
       CASE WHEN s.kind = 'open' THEN k.detail ELSE s.note END AS words,
       CASE WHEN s.kind = 'open' THEN k.id ELSE s.id END AS words_id, c.data_key,
       CASE WHEN s.kind = 'open' THEN 0 ELSE 1 END AS of_step
FROM complaint AS k
JOIN complaint_step AS s ON s.store_id = k.store_id AND s.complaint_id = k.id
JOIN client AS c ON c.id = k.client_id
LEFT JOIN staff AS p ON p.id = s.staff_id
LEFT JOIN staff AS w ON w.id = s.with_id
WHERE k.store_id = $1 AND k.id = $2
ORDER BY s.line
