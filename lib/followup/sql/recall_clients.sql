-- Clients among whom a recall chooses: neither staff nor tests, neither joined to another file nor forgotten.
-- param: store_id int
-- column: id int
-- column: birthday day
SELECT id, birthday
FROM client
WHERE class = 'client' AND CAST(merged_into AS BIGINT) IS NULL AND forgotten_on IS NULL
  AND (CAST($1 AS BIGINT) IS NULL OR store_id = CAST($1 AS BIGINT))
ORDER BY id
