-- What a store, or each, had of items at a moment: what may be used, what is kept back of it, and what may not, by the reason.
-- param: store_id int
-- param: as_of moment
-- param: today day
-- param: item text
-- column: store text
-- column: item text
-- column: name text
-- column: unit text
-- column: on_hand int
-- column: usable int
-- column: reserved int
-- column: available int
-- column: opened int
-- column: expired int
-- column: quarantined int
-- column: recalled int
-- column: opened_too_long int
-- column: value_fen fen
WITH
-- include: standing.part
, had AS (
    SELECT l.store_id, l.item_id, CAST(SUM(l.on_hand) AS BIGINT) AS on_hand, CAST(SUM(l.value_fen) AS BIGINT) AS value_fen,
           CAST(SUM(CASE WHEN l.state = 'usable' THEN l.on_hand - l.spoilt ELSE 0 END) AS BIGINT) AS usable,
           CAST(SUM(CASE WHEN l.state = 'usable' THEN l.opened - l.spoilt ELSE 0 END) AS BIGINT) AS opened,
           CAST(SUM(CASE WHEN l.state = 'expired' THEN l.on_hand ELSE 0 END) AS BIGINT) AS expired,
           CAST(SUM(CASE WHEN l.state = 'quarantined' THEN l.on_hand ELSE 0 END) AS BIGINT) AS quarantined,
           CAST(SUM(CASE WHEN l.state = 'recalled' THEN l.on_hand ELSE 0 END) AS BIGINT) AS recalled,
           CAST(SUM(CASE WHEN l.state = 'usable' THEN l.spoilt ELSE 0 END) AS BIGINT) AS spoilt
    FROM standing AS l
    GROUP BY l.store_id, l.item_id),
kept AS (
    SELECT h.store_id, h.item_id, COALESCE((
               SELECT CAST(SUM(r.quantity - r.used) AS BIGINT) FROM reservation AS r
               WHERE r.store_id = h.store_id AND r.item_id = h.item_id AND r.at <= CAST($2 AS BIGINT)
                 AND r.until_on >= CAST($3 AS BIGINT)
                 AND (r.released_at IS NULL OR r.released_at > CAST($2 AS BIGINT))), 0) AS reserved
    FROM had AS h)
SELECT s.code AS store, i.code AS item, i.name, i.unit, h.on_hand, h.usable, k.reserved,
       CASE WHEN h.usable > k.reserved THEN h.usable - k.reserved ELSE 0 END AS available, h.opened,
       h.expired, h.quarantined, h.recalled, h.spoilt AS opened_too_long, h.value_fen
FROM had AS h
JOIN kept AS k ON k.store_id = h.store_id AND k.item_id = h.item_id
JOIN store AS s ON s.id = h.store_id
JOIN item AS i ON i.id = h.item_id
ORDER BY s.code, i.code
