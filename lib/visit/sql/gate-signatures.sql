-- A client's signatures under forms of a series for a project in a store, the newest first.
-- param: store_id int
-- param: client_id int
-- param: project_id int
-- param: series text
-- column: code text
-- column: form_id int
-- column: form text
-- column: signer text
-- column: signed_at moment
-- column: withdrawn_at moment
SELECT g.code, g.form_id, f.code AS form, g.signer, g.signed_at, g.withdrawn_at
FROM signature AS g
JOIN consent_form AS f ON f.id = g.form_id
WHERE g.store_id = $1 AND g.client_id = $2 AND g.project_id = $3 AND f.series = $4
ORDER BY g.signed_at DESC, g.id DESC
