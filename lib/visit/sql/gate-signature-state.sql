-- When a signature was given, and withdrawn.
-- param: store_id int
-- param: code text
-- column: signed_at moment
-- column: withdrawn_at moment
SELECT signed_at, withdrawn_at FROM signature WHERE store_id = $1 AND code = $2
