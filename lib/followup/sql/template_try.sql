-- What templates put in for a client: about a treatment, or their last one in the store.
-- param: client_id int
-- param: store_id int
-- param: treatment text
-- column: id int
-- column: name bytes
-- column: data_key bytes
-- column: language text
-- column: code text
-- column: treatment text
-- column: started_at moment
-- column: project text
-- column: doctor text
SELECT c.id, c.name, c.data_key, c.language, c.code, t.code AS treatment, t.started_at, p.name AS project, d.name AS doctor
FROM client AS c
LEFT JOIN (
    SELECT code, started_at, project_id, doctor_id, client_id
    FROM treatment
    WHERE client_id = $1 AND store_id = $2 AND status <> 'entered-in-error' AND (CAST($3 AS TEXT) IS NULL OR code = $3)
    ORDER BY started_at DESC, code
    LIMIT 1) AS t ON t.client_id = c.id
LEFT JOIN project AS p ON p.id = t.project_id
LEFT JOIN staff AS d ON d.id = t.doctor_id
WHERE c.id = $1
