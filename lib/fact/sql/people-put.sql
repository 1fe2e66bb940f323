-- A part of a kind.
-- param: kind int
-- param: part int
-- param: data bytes
INSERT INTO fact_client (kind, part, data) VALUES ($1, $2, $3)
ON CONFLICT (kind, part) DO UPDATE SET data = excluded.data
