-- All marks, in the order in which the rows lie.
-- column: store_id int
-- column: name text
-- column: part int
-- column: marks bytes
SELECT store_id, name, part, marks FROM mark
