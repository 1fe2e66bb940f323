-- One request.
-- param: id int
-- column: store_id int
-- column: deed text
-- column: subject text
-- column: asked_by text
-- column: state text
-- column: expires_at moment
-- column: decided_by text
SELECT store_id, deed, subject, asked_by, state, expires_at, decided_by FROM request WHERE id = $1
