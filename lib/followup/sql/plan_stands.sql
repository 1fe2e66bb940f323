-- What the ladders planned for a treatment, whatever became of it.
-- param: client_id int
-- param: store_id int
-- param: treatment_id int
-- column: message bool
-- column: code text
-- column: step text
-- column: occurrence text
-- column: open bool
-- column: gone bool
SELECT 0 AS message, x.code, x.step, x.occurrence, CASE WHEN x.state = 'open' THEN 1 ELSE 0 END AS open,
       CASE WHEN x.state = 'cancelled' THEN 1 ELSE 0 END AS gone
FROM task AS k
CROSS JOIN task AS x
WHERE k.store_id = $2 AND k.treatment_id = $3 AND k.plan <> 'escalation' AND k.plan <> 'emergency' AND k.plan <> 'call'
  AND x.store_id = k.store_id AND x.id = k.id
UNION ALL
SELECT 1, code, step, occurrence, CASE WHEN state = 'pending' THEN 1 ELSE 0 END,
       CASE WHEN state = 'cancelled' THEN 1 ELSE 0 END
FROM message
WHERE client_id = $1 AND store_id + 0 = $2 AND treatment_id = $3 AND plan <> 'escalation' AND plan <> 'emergency'
