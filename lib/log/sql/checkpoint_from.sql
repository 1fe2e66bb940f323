-- The last checkpoints that were made, in their order.
-- param: last int
-- column: number int
-- column: at moment
-- column: note text
SELECT number, at, note
FROM checkpoint
WHERE number > (SELECT COALESCE(MAX(number), 0) FROM checkpoint) - CAST($1 AS BIGINT)
ORDER BY number
