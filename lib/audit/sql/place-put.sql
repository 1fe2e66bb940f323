-- Keeps where a table's ids stand; what stands already is left alone.
-- param: store_id int
-- param: name text
-- param: next_id int
INSERT INTO audit_place (store_id, name, next_id) VALUES ($1, $2, $3)
ON CONFLICT (store_id, name) DO UPDATE SET next_id = $3 WHERE audit_place.next_id <> $3
