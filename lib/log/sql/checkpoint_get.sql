-- A checkpoint by its number.
-- param: number int
-- column: at moment
-- column: note text
SELECT at, note FROM checkpoint WHERE number = $1
