-- An entry becomes what its shift is, or (no times) is taken back as it was.
-- param: store_id int
-- param: id int
-- param: starts_at moment
-- param: ends_at moment
-- param: shift text
-- param: changed_at moment
UPDATE calendar_entry
SET sequence = sequence + 1, state = CASE WHEN CAST($3 AS BIGINT) IS NULL THEN 'cancelled' ELSE 'confirmed' END,
    starts_at = COALESCE(CAST($3 AS BIGINT), starts_at), ends_at = COALESCE(CAST($4 AS BIGINT), ends_at),
    shift = CASE WHEN CAST($3 AS BIGINT) IS NULL THEN shift ELSE CAST($5 AS TEXT) END, changed_at = $6
WHERE store_id = $1 AND id = $2
