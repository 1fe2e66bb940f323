-- Locks the chain of a store and gives its last entry: its number, 0 if there is none yet, and its hash.
-- param: store_id int
-- param: empty bytes
-- column: seq int
-- column: hash bytes
INSERT INTO chain (store_id, seq, hash) VALUES ($1, 0, $2)
ON CONFLICT (store_id) DO UPDATE SET seq = chain.seq
RETURNING seq, hash
