-- More came of a lot: from now on its units cost what is there is worth, together.
-- param: store_id int
-- param: id int
UPDATE lot SET share_of = quantity + moved, share_fen = cost_fen + moved_fen WHERE store_id = $1 AND id = $2
