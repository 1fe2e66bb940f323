-- Makes a request.
-- param: id int
-- param: store_id int
-- param: deed text
-- param: subject text
-- param: reason text
-- param: asked_by text
-- param: asked_at moment
-- param: expires_at moment
INSERT INTO request (id, store_id, deed, subject, reason, asked_by, asked_at, expires_at, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'pending')
