-- Facts of the SOP about informed consent to a treatment: by whom, under the form in force on its day, explained by a
-- doctor.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: staff_id int
-- column: needed bool
-- column: signed moment
-- column: version bool
-- column: guardian moment
-- column: explained bool
SELECT t.store_id, t.id AS treatment_id, g.staff_id, CASE WHEN p.consent IS NOT NULL THEN 1 ELSE 0 END AS needed,
       CASE WHEN g.signer = 'client' THEN g.signed_at END AS signed,
       CASE WHEN g.signer = 'client' AND f.valid_from <= t.day AND (f.valid_to IS NULL OR f.valid_to >= t.day)
                 AND NOT EXISTS (
                     SELECT 1 FROM consent_form AS newer
                     WHERE newer.series = f.series AND newer.version > f.version AND newer.valid_from <= t.day
                       AND (newer.valid_to IS NULL OR newer.valid_to >= t.day))
            THEN 1 ELSE 0 END AS version,
       CASE WHEN g.signer = 'guardian' THEN g.signed_at END AS guardian,
       CASE WHEN d.role = 'doctor' THEN 1 ELSE 0 END AS explained
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN project AS p
LEFT JOIN consent_form AS f ON f.series = p.consent
LEFT JOIN signature AS g ON g.form_id = f.id AND g.client_id = t.client_id AND +g.store_id = t.store_id
  AND g.project_id = t.project_id AND g.day <= t.day + 1 AND (g.withdrawn_at IS NULL OR g.withdrawn_at > t.started_at)
LEFT JOIN staff AS d ON d.id = g.staff_id
WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
  AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
  AND p.id = t.project_id
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))
