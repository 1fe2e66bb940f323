-- The zone of the chain itself, store 0.
-- param: zone text
UPDATE store SET zone = $1 WHERE id = 0
