-- A hold by its code: when it was released.
-- param: code text
-- column: released_at moment
SELECT h.released_at FROM hold AS h WHERE h.code = $1
