-- The clients who count: neither staff nor tests, neither joined to another file nor forgotten. The index by merged_into
-- gives them alone.
-- column: client_id int
SELECT id AS client_id FROM client WHERE class = 'client' AND merged_into IS NULL AND forgotten_on IS NULL ORDER BY id
