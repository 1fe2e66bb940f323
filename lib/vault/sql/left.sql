-- How many data keys another master key than this one sealed.
-- param: key_id bytes
-- column: rows int
SELECT (SELECT count(*) FROM client WHERE data_key IS NOT NULL AND substr(data_key, 1, 8) <> $1)
     + (SELECT count(*) FROM lead WHERE data_key IS NOT NULL AND substr(data_key, 1, 8) <> $1) AS rows
