-- The next free id of a table lies behind an id that is taken.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
WITH taken (store_id, name, id) AS (
    SELECT 0, 'client', MAX(id) FROM client
    UNION ALL SELECT 0, 'lead', MAX(id) FROM lead
    UNION ALL SELECT 0, 'staff', MAX(id) FROM staff
    UNION ALL SELECT 0, 'licence', MAX(id) FROM licence
    UNION ALL SELECT 0, 'project', MAX(id) FROM project
    UNION ALL SELECT 0, 'price', MAX(id) FROM price
    UNION ALL SELECT 0, 'item', MAX(id) FROM item
    UNION ALL SELECT 0, 'supplier', MAX(id) FROM supplier
    UNION ALL SELECT 0, 'channel', MAX(id) FROM channel WHERE id > 0
    UNION ALL SELECT 0, 'store', MAX(id) FROM store WHERE id > 0
    UNION ALL SELECT store_id, 'spend', MAX(id) FROM spend GROUP BY store_id
    UNION ALL SELECT store_id, 'visit', MAX(id) FROM visit GROUP BY store_id
    UNION ALL SELECT store_id, 'appointment', MAX(id) FROM appointment GROUP BY store_id
    UNION ALL SELECT store_id, 'consultation', MAX(id) FROM consultation GROUP BY store_id
    UNION ALL SELECT store_id, 'payment', MAX(id) FROM payment GROUP BY store_id
    UNION ALL SELECT store_id, 'treatment', MAX(id) FROM treatment GROUP BY store_id
    UNION ALL SELECT store_id, 'lot', MAX(id) FROM lot GROUP BY store_id
    UNION ALL SELECT store_id, 'assessment', MAX(id) FROM assessment GROUP BY store_id
    UNION ALL SELECT store_id, 'exam', MAX(id) FROM exam GROUP BY store_id
    UNION ALL SELECT store_id, 'signature', MAX(id) FROM signature GROUP BY store_id
    UNION ALL SELECT store_id, 'product_check', MAX(id) FROM product_check GROUP BY store_id
    UNION ALL SELECT store_id, 'treatment_item', MAX(id) FROM treatment_item GROUP BY store_id
    UNION ALL SELECT store_id, 'treatment_hand', MAX(id) FROM treatment_hand GROUP BY store_id
    UNION ALL SELECT store_id, 'amendment', MAX(id) FROM amendment GROUP BY store_id
    UNION ALL SELECT store_id, 'gate_override', MAX(id) FROM gate_override GROUP BY store_id
    UNION ALL SELECT store_id, 'stock_move', MAX(id) FROM stock_move GROUP BY store_id
    UNION ALL SELECT store_id, 'vial', MAX(id) FROM vial GROUP BY store_id
    UNION ALL SELECT store_id, 'equipment', MAX(id) FROM equipment GROUP BY store_id
    UNION ALL SELECT store_id, 'calibration', MAX(id) FROM calibration GROUP BY store_id
    UNION ALL SELECT store_id, 'fault', MAX(id) FROM fault GROUP BY store_id
    UNION ALL SELECT store_id, 'maintenance_plan', MAX(id) FROM maintenance_plan GROUP BY store_id
    UNION ALL SELECT store_id, 'maintenance', MAX(id) FROM maintenance GROUP BY store_id
    UNION ALL SELECT store_id, 'equipment_request', MAX(id) FROM equipment_request GROUP BY store_id
    UNION ALL SELECT store_id, 'equipment_offer', MAX(id) FROM equipment_offer GROUP BY store_id
    UNION ALL SELECT store_id, 'acceptance', MAX(id) FROM acceptance GROUP BY store_id
    UNION ALL SELECT store_id, 'equipment_refusal', MAX(id) FROM equipment_refusal GROUP BY store_id
    UNION ALL SELECT store_id, 'emergency_item', MAX(id) FROM emergency_item GROUP BY store_id
    UNION ALL SELECT 0, 'post', MAX(id) FROM post
    UNION ALL SELECT 0, 'review', MAX(id) FROM review
    UNION ALL SELECT store_id, 'training', MAX(id) FROM training GROUP BY store_id
    UNION ALL SELECT store_id, 'attendance', MAX(id) FROM attendance GROUP BY store_id
    UNION ALL SELECT store_id, 'complaint', MAX(id) FROM complaint GROUP BY store_id
    UNION ALL SELECT store_id, 'complaint_step', MAX(id) FROM complaint_step GROUP BY store_id
    UNION ALL SELECT 0, 'package', MAX(id) FROM package
    UNION ALL SELECT 0, 'package_line', MAX(id) FROM package_line
    UNION ALL SELECT 0, 'project_exam', MAX(id) FROM project_exam
    UNION ALL SELECT 0, 'kit', MAX(id) FROM kit
    UNION ALL SELECT 0, 'indication', MAX(id) FROM indication
    UNION ALL SELECT 0, 'consent_form', MAX(id) FROM consent_form
    UNION ALL SELECT store_id, 'notice', MAX(id) FROM notice GROUP BY store_id
    UNION ALL SELECT store_id, 'objection', MAX(id) FROM objection GROUP BY store_id
    UNION ALL SELECT store_id, 'plan', MAX(id) FROM plan GROUP BY store_id
    UNION ALL SELECT store_id, 'plan_line', MAX(id) FROM plan_line GROUP BY store_id
    UNION ALL SELECT store_id, 'contract', MAX(id) FROM contract GROUP BY store_id
    UNION ALL SELECT store_id, 'contract_line', MAX(id) FROM contract_line GROUP BY store_id
    UNION ALL SELECT store_id, 'prepaid', MAX(id) FROM prepaid GROUP BY store_id
    UNION ALL SELECT 0, 'paper', MAX(id) FROM paper
    UNION ALL SELECT store_id, 'item_level', MAX(id) FROM item_level GROUP BY store_id
    UNION ALL SELECT store_id, 'purchase', MAX(id) FROM purchase GROUP BY store_id
    UNION ALL SELECT store_id, 'purchase_line', MAX(id) FROM purchase_line GROUP BY store_id
    UNION ALL SELECT store_id, 'receipt', MAX(id) FROM receipt GROUP BY store_id
    UNION ALL SELECT store_id, 'receipt_line', MAX(id) FROM receipt_line GROUP BY store_id
    UNION ALL SELECT store_id, 'temperature', MAX(id) FROM temperature GROUP BY store_id
    UNION ALL SELECT 0, 'campaign', MAX(id) FROM campaign
    UNION ALL SELECT store_id, 'task', MAX(id) FROM task GROUP BY store_id
    UNION ALL SELECT store_id, 'message', MAX(id) FROM message GROUP BY store_id
    UNION ALL SELECT store_id, 'followup', MAX(id) FROM followup GROUP BY store_id
    UNION ALL SELECT store_id, 'symptom', MAX(id) FROM symptom GROUP BY store_id
    UNION ALL SELECT store_id, 'answer', MAX(id) FROM answer GROUP BY store_id)
SELECT 'error' AS severity, s.code AS store, t.name AS subject,
       CAST(t.id AS TEXT) AS detail
FROM taken AS t
JOIN store AS s ON s.id = t.store_id
LEFT JOIN counter AS c ON c.store_id = t.store_id AND c.name = t.name
WHERE t.id IS NOT NULL AND (c.next_id IS NULL OR c.next_id <= t.id)
ORDER BY s.code, t.name
