-- A message by its code, and who has it.
-- param: store_id int
-- param: code text
-- column: id int
-- column: state text
-- column: token text
-- column: client_id int
-- column: treatment_id int
-- column: task_id int
-- column: plan text
-- column: step text
-- column: occurrence text
-- column: channel text
-- column: channels text
-- column: template text
-- column: purpose text
-- column: priority int
-- column: due_at moment
-- column: day day
-- column: until_at moment
-- column: tries int
SELECT m.id, m.state, l.token, m.client_id, m.treatment_id, m.task_id, m.plan, m.step, m.occurrence, m.channel, m.channels,
    m.template, m.purpose, m.priority, m.due_at, m.day, m.until_at, m.tries
FROM message AS m
LEFT JOIN lease AS l ON l.store_id = m.store_id AND l.message_id = m.id
WHERE m.store_id = $1 AND m.code = $2
