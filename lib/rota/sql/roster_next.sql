-- The ids that the next roster of a store and the next day of one have.
-- param: store_id int
-- column: roster_id int
-- column: cell_id int
SELECT (SELECT COALESCE(max(id), 0) + 1 FROM roster WHERE store_id = $1) AS roster_id,
       (SELECT COALESCE(max(id), 0) + 1 FROM roster_cell WHERE store_id = $1) AS cell_id
