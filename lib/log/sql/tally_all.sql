-- The hashes of all tables of all stores as they were left. Ordered by what no index has, so that the names are
-- read from the rows: an index may still say what a row no longer does.
-- column: store_id int
-- column: name text
-- column: count int
-- column: state bytes
SELECT store_id, name, count, state FROM tally ORDER BY store_id + 0, name || ''
