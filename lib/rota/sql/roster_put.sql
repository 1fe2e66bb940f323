-- Keeps a roster that is new.
-- param: store_id int
-- param: id int
-- param: code text
-- param: from_on day
-- param: to_on day
-- param: of_code text
-- param: objective int
-- param: bound int
-- param: short_minutes int
-- param: seed int
-- param: made_at moment
INSERT INTO roster (store_id, id, code, from_on, to_on, state, of_code, objective, bound, short_minutes, seed, made_at)
VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10, $11)
