-- Segments of clients as they were last computed.
-- column: client_id int
-- column: segment text
SELECT id AS client_id, segment FROM client_segment ORDER BY id
