-- What a count found, with the rows' numbers, against what the books said of its moment; of a closed one without what it put right.
-- param: store_id int
-- param: count text
-- column: item text
-- column: name text
-- column: lot text
-- column: unit text
-- column: book int
-- column: counted int
-- column: variance int
-- column: cost_fen fen
-- column: staff text
-- column: move text
-- column: place text
-- column: item_id int
-- column: lot_id int
-- column: line_id int
SELECT b.item, b.name, b.lot, b.unit, b.book, b.counted, b.counted - b.book AS variance, b.cost_fen, d.code AS staff, b.move, b.place,
       b.item_id, b.lot_id, b.line_id
-- include: stocktake-found.part
