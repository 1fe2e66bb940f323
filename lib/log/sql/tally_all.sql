-- The hashes of all tables of all stores as they were left.
-- column: store_id int
-- column: name text
-- column: count int
-- column: state bytes
SELECT store_id, name, count, state FROM tally ORDER BY store_id, name
