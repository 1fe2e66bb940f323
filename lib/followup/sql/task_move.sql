-- Makes an open task, or one that was taken back, as its ladder is now, if it is otherwise.
-- param: store_id int
-- param: code text
-- param: kind text
-- param: role text
-- param: staff_id int
-- param: due_at moment
-- param: day day
-- param: until_at moment
UPDATE task SET state = 'open', reason = NULL, kind = $3, role = $4, staff_id = $5, due_at = $6, day = $7, until_at = $8, first_until_at = NULL
WHERE store_id = $1 AND code = $2 AND (state = 'open' OR state = 'cancelled')
  AND (state <> 'open' OR kind <> $3 OR role <> $4 OR staff_id IS DISTINCT FROM CAST($5 AS BIGINT) OR due_at <> $6 OR until_at <> $8)
  AND tries = 0
