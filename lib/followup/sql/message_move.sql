-- Makes a message that was not tried yet, or one that was taken back, as its ladder is now.
-- param: store_id int
-- param: code text
-- param: channels text
-- param: template text
-- param: purpose text
-- param: due_at moment
-- param: day day
-- param: until_at moment
UPDATE message SET state = 'pending', reason = NULL, channels = $3, template = $4, purpose = $5, due_at = $6, day = $7, until_at = $8, next_at = $6
WHERE store_id = $1 AND code = $2 AND tries = 0 AND (state = 'pending' OR state = 'cancelled')
  AND (state <> 'pending' OR channels IS DISTINCT FROM CAST($3 AS TEXT) OR template <> $4 OR purpose <> $5 OR due_at <> $6 OR until_at <> $8)
