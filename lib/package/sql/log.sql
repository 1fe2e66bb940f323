-- The entries of the log that wrote rows, with these and their hashes.
-- column: store_id int
-- column: store text
-- column: entry int
-- column: at moment
-- column: actor text
-- column: tool text
-- column: verb text
-- column: subject text
-- column: detail text
-- column: hash bytes
-- column: changes text
SELECT l.store_id, s.code AS store, l.seq AS entry, l.at, l.actor, l.tool, l.verb, l.subject, l.detail, l.hash,
       l.changes
FROM log AS l
JOIN store AS s ON s.id = l.store_id
WHERE l.changes IS NOT NULL
ORDER BY l.store_id, l.seq
