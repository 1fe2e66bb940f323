-- The last checkpoint that was made.
-- column: number int
-- column: at moment
-- column: note text
SELECT number, at, note FROM checkpoint ORDER BY number DESC LIMIT 1
