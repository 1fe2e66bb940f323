-- Gives an account a role, in a store or (0) in all.
-- param: account_id int
-- param: role text
-- param: store_id int
-- param: given_at moment
-- param: given_by text
INSERT INTO duty (account_id, role, store_id, given_at, given_by) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (account_id, role, store_id) DO NOTHING
