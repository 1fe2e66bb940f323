-- Leads of a store that came on days from … until.
-- param: store_id int
-- param: from day
-- param: to day
-- column: day day
-- column: client_id int
-- column: source int
-- column: project int
-- column: owner int
-- column: stage text
-- column: converted bool
SELECT l.day AS day, l.client_id AS client_id, l.channel_id AS source, l.project_id AS project, l.owner_id AS owner,
       l.stage AS stage, CASE WHEN l.stage = 'converted' THEN 1 ELSE 0 END AS converted
FROM lead AS l
WHERE l.store_id = $1 AND l.day >= $2 AND l.day < $3
