-- Puts a message in; without a code of its own it gets one that says what it is for.
-- param: store_id int
-- param: id int
-- param: code text
-- param: client_id int
-- param: treatment_id int
-- param: task_id int
-- param: plan text
-- param: step text
-- param: occurrence text
-- param: channel text
-- param: channels text
-- param: template text
-- param: purpose text
-- param: priority int
-- param: due_at moment
-- param: day day
-- param: until_at moment
-- param: next_at moment
INSERT INTO message (store_id, id, code, client_id, treatment_id, task_id, plan, step, occurrence, channel, channels,
    template, purpose, priority, due_at, day, until_at, state, next_at)
SELECT $1, $2,
    COALESCE($3,
        (SELECT t.code || '/' || CAST($7 AS TEXT) || '/' || CAST($8 AS TEXT) || '/' || CAST($9 AS TEXT) || '/' || CAST($10 AS TEXT)
         FROM treatment AS t
         WHERE t.store_id = $1 AND t.id = $5),
        c.code || ':' || CAST($7 AS TEXT) || ':' || CAST($8 AS TEXT) || ':' || CAST($9 AS TEXT) || ':' || CAST($10 AS TEXT)),
    $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'pending', $18
FROM client AS c
WHERE c.id = $4
