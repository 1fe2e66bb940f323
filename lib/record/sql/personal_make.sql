-- A client without a key gets one.
-- param: id int
-- param: data_key bytes
UPDATE client SET data_key = $2 WHERE id = $1 AND data_key IS NULL AND forgotten_on IS NULL
