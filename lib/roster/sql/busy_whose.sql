-- Whose a booking is, and where.
-- param: store_id int
-- param: client_id int
-- column: store text
-- column: client text
SELECT s.code AS store, c.code AS client FROM store AS s JOIN client AS c ON c.id = $2 WHERE s.id = $1
