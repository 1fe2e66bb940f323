-- Gives a request the state that follows on the one it was seen in.
-- param: id int
-- param: seen text
-- param: state text
-- param: decided_by text
-- param: decided_at moment
-- param: answer text
UPDATE request SET state = $3, decided_by = $4, decided_at = $5, answer = CAST($6 AS TEXT)
WHERE id = $1 AND state = $2
