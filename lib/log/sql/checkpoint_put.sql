-- Keeps a checkpoint.
-- param: number int
-- param: at moment
-- param: note text
INSERT INTO checkpoint (number, at, note) VALUES ($1, $2, $3)
