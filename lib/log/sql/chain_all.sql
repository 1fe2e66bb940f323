-- Where all chains stand.
-- column: store_id int
-- column: seq int
-- column: hash bytes
SELECT store_id, seq, hash FROM chain WHERE seq > 0 ORDER BY store_id
