-- Whom a message was for, and about which treatment.
-- param: store_id int
-- param: code text
-- column: client text
-- column: treatment text
SELECT c.code AS client, t.code AS treatment
FROM message AS m
JOIN client AS c ON c.id = m.client_id
LEFT JOIN treatment AS t ON t.store_id = m.store_id AND t.id = m.treatment_id
WHERE m.store_id = $1 AND m.code = $2
