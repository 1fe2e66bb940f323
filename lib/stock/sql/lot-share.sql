-- What a unit of a lot costs from now on: its share of an amount for so many.
-- param: store_id int
-- param: id int
-- param: share_of int
-- param: share_fen fen
UPDATE lot SET share_of = $3, share_fen = $4 WHERE store_id = $1 AND id = $2
