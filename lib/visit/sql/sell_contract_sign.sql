-- A contract was signed.
-- param: store_id int
-- param: id int
-- param: at moment
-- param: signer text
-- param: proof text
UPDATE contract SET state = 'signed', signed_at = CAST($3 AS BIGINT), signer = $4, proof = $5
WHERE store_id = $1 AND id = $2 AND state = 'reviewed'
