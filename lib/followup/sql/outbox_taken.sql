-- What was taken under a token, with all that decides whether it may go and what it says; in any order.
-- param: store_id int
-- param: token text
-- column: id int
-- column: code text
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
-- column: next_at moment
-- column: tries int
-- column: taken int
-- column: client text
-- column: language text
-- column: name bytes
-- column: phone bytes
-- column: email bytes
-- column: wechat bytes
-- column: data_key bytes
-- column: treatment_status text
-- column: treatment_at moment
-- column: project text
-- column: doctor text
-- column: task_state text
SELECT m.id, m.code, m.client_id, m.treatment_id, m.task_id, m.plan, m.step, m.occurrence, m.channel, m.channels, m.template,
    m.purpose, m.priority, m.due_at, m.day, m.until_at, m.next_at, m.tries, l.taken, c.code AS client, c.language, c.name, c.phone, c.email, c.wechat, c.data_key,
    t.status AS treatment_status, t.started_at AS treatment_at, p.name AS project, d.name AS doctor, k.state AS task_state
FROM lease AS l
JOIN message AS m ON m.store_id = l.store_id AND m.id = l.message_id
JOIN client AS c ON c.id = m.client_id
LEFT JOIN treatment AS t ON t.store_id = m.store_id AND t.id = m.treatment_id
LEFT JOIN project AS p ON p.id = t.project_id
LEFT JOIN staff AS d ON d.id = t.doctor_id
LEFT JOIN task AS k ON k.store_id = m.store_id AND k.id = m.task_id
WHERE l.store_id = $1 AND l.token = $2
