-- A hold on a client, on a file that was joined to theirs, or on a class of documents that speak of clients.
-- param: client_id int
-- column: code text
-- column: reason text
SELECT h.code, h.reason
FROM hold AS h LEFT JOIN client AS c ON c.id = h.client_id
WHERE h.released_at IS NULL
  AND (h.client_id = $1 OR c.merged_into = $1
       OR h.client_id IS NULL AND h.class IN ('record', 'signature', 'treatment', 'prescription', 'complaint', 'payment', 'message'))
ORDER BY h.id
