-- Holds: what must not be destroyed, by whom and why; --all: also those that were released.
-- param: all int
-- column: hold text
-- column: class text
-- column: client text
-- column: at moment
-- column: by text
-- column: reason text
-- column: released_at moment
-- column: released_by text
-- column: released_why text
SELECT h.code AS hold, h.class, c.code AS client, h.at, h.by_login AS by, h.reason, h.released_at, h.released_by, h.released_why
FROM hold AS h LEFT JOIN client AS c ON c.id = h.client_id
WHERE CAST($1 AS BIGINT) = 1 OR h.released_at IS NULL
ORDER BY h.at, h.id
