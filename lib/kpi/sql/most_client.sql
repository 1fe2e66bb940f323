-- The greatest number of a client.
-- column: most int
SELECT COALESCE(MAX(id), 0) AS most FROM client
