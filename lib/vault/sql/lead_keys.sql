-- Data keys in lead that another master key than this one sealed, behind a row.
-- param: key_id bytes
-- param: after int
-- param: most int
-- column: id int
-- column: data_key bytes
SELECT id, data_key FROM lead
WHERE id > $2 AND data_key IS NOT NULL AND substr(data_key, 1, 8) <> $1
ORDER BY id LIMIT $3
