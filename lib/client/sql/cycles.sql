-- The cycles of projects.
-- column: id int
-- column: cycle_days int
SELECT id, cycle_days FROM project WHERE cycle_days IS NOT NULL ORDER BY id
