-- Takes the messages whose time has come: the most urgent first, then the oldest. What somebody else has taken is left alone
-- until that lease ends; one that would end later than any lease can was written by a clock that was wrong. Both engines
-- read the parts in order and stop when there are enough, so that those below are not even looked at.
-- param: store_id int
-- param: channel text
-- param: now moment
-- param: from moment
-- param: latest moment
-- param: until moment
-- param: token text
-- param: count int
INSERT INTO lease (store_id, message_id, token, until, taken)
SELECT $1, due.id, $7, $6, 1
FROM (
    SELECT id FROM (SELECT id FROM message AS m
        WHERE store_id = $1 AND channel = $2 AND priority = 9 AND state = 'pending' AND next_at <= $3
-- include: outbox_free.part
        ORDER BY next_at, id LIMIT $8) AS p9
    UNION ALL
    SELECT id FROM (SELECT id FROM message AS m
        WHERE store_id = $1 AND channel = $2 AND priority = 8 AND state = 'pending' AND next_at <= $3
-- include: outbox_free.part
        ORDER BY next_at, id LIMIT $8) AS p8
    UNION ALL
    SELECT id FROM (SELECT id FROM message AS m
        WHERE store_id = $1 AND channel = $2 AND priority = 7 AND state = 'pending' AND next_at <= $3 AND next_at >= $4
-- include: outbox_free.part
        ORDER BY next_at, id LIMIT $8) AS p7
    UNION ALL
    SELECT id FROM (SELECT id FROM message AS m
        WHERE store_id = $1 AND channel = $2 AND priority = 6 AND state = 'pending' AND next_at <= $3 AND next_at >= $4
-- include: outbox_free.part
        ORDER BY next_at, id LIMIT $8) AS p6
    UNION ALL
    SELECT id FROM (SELECT id FROM message AS m
        WHERE store_id = $1 AND channel = $2 AND priority = 5 AND state = 'pending' AND next_at <= $3 AND next_at >= $4
-- include: outbox_free.part
        ORDER BY next_at, id LIMIT $8) AS p5
    UNION ALL
    SELECT id FROM (SELECT id FROM message AS m
        WHERE store_id = $1 AND channel = $2 AND priority = 4 AND state = 'pending' AND next_at <= $3 AND next_at >= $4
-- include: outbox_free.part
        ORDER BY next_at, id LIMIT $8) AS p4
    UNION ALL
    SELECT id FROM (SELECT id FROM message AS m
        WHERE store_id = $1 AND channel = $2 AND priority = 3 AND state = 'pending' AND next_at <= $3 AND next_at >= $4
-- include: outbox_free.part
        ORDER BY next_at, id LIMIT $8) AS p3
    UNION ALL
    SELECT id FROM (SELECT id FROM message AS m
        WHERE store_id = $1 AND channel = $2 AND priority = 2 AND state = 'pending' AND next_at <= $3 AND next_at >= $4
-- include: outbox_free.part
        ORDER BY next_at, id LIMIT $8) AS p2
    UNION ALL
    SELECT id FROM (SELECT id FROM message AS m
        WHERE store_id = $1 AND channel = $2 AND priority = 1 AND state = 'pending' AND next_at <= $3 AND next_at >= $4
-- include: outbox_free.part
        ORDER BY next_at, id LIMIT $8) AS p1
    UNION ALL
    SELECT id FROM (SELECT id FROM message AS m
        WHERE store_id = $1 AND channel = $2 AND priority = 0 AND state = 'pending' AND next_at <= $3 AND next_at >= $4
-- include: outbox_free.part
        ORDER BY next_at, id LIMIT $8) AS p0
    LIMIT $8) AS due
WHERE true
ON CONFLICT (store_id, message_id) DO UPDATE SET token = excluded.token, until = excluded.until, taken = lease.taken + 1, client_id = NULL
