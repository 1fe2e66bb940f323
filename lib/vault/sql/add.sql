-- From here on, what is new is sealed under this master key.
-- param: number int
-- param: key_id bytes
-- param: index_key bytes
INSERT INTO vault (number, key_id, index_key) VALUES ($1, $2, $3)
