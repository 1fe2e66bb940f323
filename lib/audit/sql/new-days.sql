-- Of the dated tables of a store, the lowest day of rows whose ids came after the last run.
-- param: store_id int
-- column: name text
-- column: day int
SELECT 'treatment' AS name, MIN(r.day) AS day
FROM treatment AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'treatment'), 0)
UNION ALL
SELECT 'visit' AS name, MIN(r.day) AS day
FROM visit AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'visit'), 0)
UNION ALL
SELECT 'assessment' AS name, MIN(r.day) AS day
FROM assessment AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'assessment'), 0)
UNION ALL
SELECT 'exam' AS name, MIN(r.day) AS day
FROM exam AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'exam'), 0)
UNION ALL
SELECT 'signature' AS name, MIN(r.day) AS day
FROM signature AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'signature'), 0)
UNION ALL
SELECT 'product_check' AS name, MIN(r.day) AS day
FROM product_check AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'product_check'), 0)
UNION ALL
SELECT 'notice' AS name, MIN(r.day) AS day
FROM notice AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'notice'), 0)
UNION ALL
SELECT 'contract' AS name, MIN(r.day) AS day
FROM contract AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'contract'), 0)
UNION ALL
SELECT 'payment' AS name, MIN(r.day) AS day
FROM payment AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'payment'), 0)
UNION ALL
SELECT 'consultation' AS name, MIN(r.day) AS day
FROM consultation AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'consultation'), 0)
UNION ALL
SELECT 'care' AS name, MIN(r.day) AS day
FROM care AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'care'), 0)
UNION ALL
SELECT 'evaluation' AS name, MIN(r.day) AS day
FROM evaluation AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'evaluation'), 0)
UNION ALL
SELECT 'stock_move' AS name, MIN(r.day) AS day
FROM stock_move AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'stock_move'), 0)
UNION ALL
SELECT 'sop_done' AS name, MIN(r.day) AS day
FROM sop_done AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'sop_done'), 0)
UNION ALL
SELECT 'plan' AS name, MIN(r.day) AS day
FROM plan AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'plan'), 0)
UNION ALL
SELECT 'album' AS name, MIN(r.taken_on) AS day
FROM album AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'album'), 0)
UNION ALL
SELECT 'touch' AS name, MIN(r.day) AS day
FROM touch AS r
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'touch'), 0)
UNION ALL
SELECT 'treatment_item', MIN(t.day)
FROM treatment_item AS r JOIN treatment AS t ON t.store_id = r.store_id AND t.id = r.treatment_id
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'treatment_item'), 0)
UNION ALL
SELECT 'gate_override', MIN(t.day)
FROM gate_override AS r JOIN treatment AS t ON t.store_id = r.store_id AND t.id = r.treatment_id
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'gate_override'), 0)
UNION ALL
SELECT 'treatment_hand', MIN(t.day)
FROM treatment_hand AS r JOIN treatment AS t ON t.store_id = r.store_id AND t.id = r.treatment_id
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'treatment_hand'), 0)
UNION ALL
SELECT 'contract_line', MIN(t.day)
FROM contract_line AS r JOIN contract AS t ON t.store_id = r.store_id AND t.id = r.contract_id
WHERE r.store_id = $1 AND r.id >= COALESCE((SELECT p.next_id FROM audit_place AS p WHERE p.store_id = $1 AND p.name = 'contract_line'), 0)
