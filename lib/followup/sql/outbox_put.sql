-- Puts a message in.
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
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'pending', $18)
