-- The clients who count: neither staff nor tests, neither joined to another file nor forgotten.
-- column: client_id int
SELECT id AS client_id FROM client WHERE class = 'client' AND CAST(merged_into AS BIGINT) IS NULL AND forgotten_on IS NULL
