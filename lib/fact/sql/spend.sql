-- What a store, or store 0 the chain, spent on channels on days from … until.
-- param: store_id int
-- param: from day
-- param: to day
-- column: day day
-- column: client_id int
-- column: source int
-- column: amount_fen fen
SELECT s.day AS day, 0 AS client_id, s.channel_id AS source, s.amount_fen AS amount_fen
FROM spend AS s
WHERE s.store_id = $1 AND s.day >= $2 AND s.day < $3
