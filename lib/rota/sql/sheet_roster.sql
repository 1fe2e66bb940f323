-- A new draft.
-- param: store_id int
-- param: id int
-- param: code text
-- param: from_on day
-- param: to_on day
-- param: made_at moment
INSERT INTO roster (store_id, id, code, from_on, to_on, state, made_at) VALUES ($1, $2, $3, $4, $5, 'draft', $6)
