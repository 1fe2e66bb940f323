-- A temperature record of a delivery as it was judged.
-- param: store_id int
-- param: id int
-- param: receipt_id int
-- param: storage text
-- param: file text
-- param: hash text
-- param: readings int
-- param: first_at moment
-- param: last_at moment
-- param: min_mdeg int
-- param: max_mdeg int
-- param: mkt_mdeg int
-- param: out_s int
-- param: gap_s int
-- param: passed bool
-- param: reasons text
INSERT INTO temperature (store_id, id, receipt_id, storage, file, hash, readings, first_at, last_at, min_mdeg, max_mdeg,
                         mkt_mdeg, out_s, gap_s, passed, reasons)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
