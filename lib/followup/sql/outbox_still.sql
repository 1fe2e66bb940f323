-- Whether what was taken may still go, as far as message, lease and treatment say.
-- param: store_id int
-- param: id int
-- param: token text
-- param: now moment
-- param: latest moment
-- column: state text
-- column: standing bool
-- column: treatment_status text
SELECT m.state, CASE WHEN l.until > $4 AND l.until <= $5 THEN 1 ELSE 0 END AS standing, t.status AS treatment_status
FROM message AS m
JOIN lease AS l ON l.store_id = m.store_id AND l.message_id = m.id AND l.token = $3
LEFT JOIN treatment AS t ON t.store_id = m.store_id AND t.id = m.treatment_id
WHERE m.store_id = $1 AND m.id = $2
