-- The stores and days of a client's consultations.
-- param: client_id int
-- column: store_id int
-- column: day day
SELECT DISTINCT k.store_id AS store_id, k.day AS day FROM consultation AS k WHERE k.client_id = $1
