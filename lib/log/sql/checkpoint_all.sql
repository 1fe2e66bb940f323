-- All checkpoints that were made.
-- column: number int
-- column: at moment
-- column: note text
SELECT number, at, note FROM checkpoint ORDER BY number
