-- Records a migration that was just applied.
-- param: version int
-- param: name text
-- param: applied_at moment
INSERT INTO migration (version, name, applied_at) VALUES ($1, $2, $3)
