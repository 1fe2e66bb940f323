-- Keeps the marks of some rows of a table of a store.
-- param: store_id int
-- param: name text
-- param: part int
-- param: marks bytes
INSERT INTO mark (store_id, name, part, marks) VALUES ($1, $2, $3, $4)
ON CONFLICT (store_id, name, part) DO UPDATE SET marks = excluded.marks
