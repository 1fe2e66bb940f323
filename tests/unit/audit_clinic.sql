-- A clinic in which no rule of the shipped pack is broken on 2025-06-11 (day 20250, 12:00 in Shanghai): each rule's `breaks` harms it,
-- and its `passes` goes up to the line.
INSERT INTO store (id, code, name, zone, level, departments, licence_no, licence_to, opened_on) VALUES
 (1, 'S01', '徐汇店', 'Asia/Shanghai', '门诊部', '医疗美容科、美容皮肤科', 'Y1', 30000, 19000);
INSERT INTO staff (id, code, name, role, store_id, hired_on) VALUES (1, 'D1', '李医生', 'doctor', 1, 19000),
 (2, 'D2', '赵医生', 'doctor', 1, 19000), (3, 'N1', '孙护士', 'nurse', 1, 19000), (4, 'A1', '王芳', 'consultant', 1, 19000),
 (5, 'M1', '周经理', 'manager', 1, 19000);
INSERT INTO licence (id, staff_id, kind, number, scope, store_id, valid_from, valid_to) VALUES
 (1, 1, 'physician', 'Z1', '皮肤病与性病专业', 1, 19000, 30000), (2, 3, 'nurse', 'Z2', '护理', 1, 19000, 30000),
 (3, 2, 'physician', 'Z3', '皮肤病与性病专业', 1, 19000, 30000);
INSERT INTO supplier (id, code, name, licence_no, licence_to) VALUES (1, 'SU1', '药业', 'J1', 30000);
INSERT INTO paper (id, supplier_id, kind, number, valid_from, valid_to) VALUES (1, 1, 'business', 'P1', 19000, 30000);
INSERT INTO channel (id, code, name, category) VALUES (1, 'dy', '抖音', 'paid');
INSERT INTO client (id, code, store_id, channel_id, created_on, class, birthday) VALUES
 (1, 'C1', 1, 1, 20000, 'client', 10000), (2, 'C2', 1, 1, 20000, 'client', 10000);
INSERT INTO consent (id, client_id, purpose, way, given, at, proof) VALUES (1, 1, 'care', 'any', 1, 1748000000, 'p'),
 (2, 1, 'marketing', 'sms', 1, 1748000000, 'p'), (3, 1, 'album', 'any', 1, 1748000000, 'p');
INSERT INTO project (id, code, name, kind, department, device_kind, consent, contract, active) VALUES
 (1, 'P1', '玻尿酸', 'injection', '美容皮肤科', 'laser', 'filler', 1, 1);
INSERT INTO price (id, project_id, store_id, valid_from, amount_fen, floor_fen) VALUES (1, 1, 0, 19000, 100, 50);
INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status, doctor_id) VALUES
 (1, 1, 'V1', 1, 1748739000, 20240, 'treatment', 'finished', 1);
INSERT INTO consultation (store_id, id, code, client_id, visit_id, started_at, day, outcome) VALUES
 (1, 1, 'K1', 1, 1, 1748739300, 20240, 'deal');
INSERT INTO assessment (store_id, id, code, client_id, visit_id, project_id, staff_id, at, day, in_person, verdict, valid_to)
VALUES (1, 1, 'AS1', 1, 1, 1, 1, 1748739600, 20240, 1, 'fit', 30000);
INSERT INTO project_exam (id, project_id, kind, valid_days) VALUES (1, 1, 'blood', 7);
INSERT INTO exam (store_id, id, code, client_id, visit_id, kind, taken_at, day, result) VALUES
 (1, 1, 'EX1', 1, 1, 'blood', 1748739600, 20240, 'normal');
INSERT INTO notice (store_id, id, code, client_id, visit_id, project_id, kind, at, day, staff_id, acknowledged) VALUES
 (1, 1, 'NO1', 1, 1, 1, 'risk', 1748739600, 20240, 1, 1), (1, 2, 'NO2', 1, 1, 1, 'price', 1748739600, 20240, 4, 1);
INSERT INTO contract (store_id, id, code, client_id, at, day, state, list_fen, amount_fen, signed_at, signer, reviewed_by)
VALUES (1, 1, 'HT1', 1, 1748739600, 20240, 'signed', 100, 100, 1748739600, 'client', 5);
INSERT INTO contract_line (store_id, id, contract_id, line, project_id, quantity, list_fen, amount_fen, gift) VALUES
 (1, 1, 1, 1, 1, 1, 100, 100, 0);
INSERT INTO consent_form (id, code, series, version, name, valid_from, valid_to) VALUES
 (1, 'F1', 'filler', 1, 'f', 19000, 20000), (2, 'F2', 'filler', 2, 'f', 20001, 30000);
INSERT INTO signature (store_id, id, code, client_id, visit_id, project_id, form_id, signed_at, day, signer, proof) VALUES
 (1, 1, 'SG1', 1, 1, 1, 2, 1748739600, 20240, 'client', 'p');
INSERT INTO equipment (store_id, id, code, name, kind, state, calibrate, registration_no) VALUES
 (1, 1, 'E1', 'e', 'laser', 'ok', 1, 'R1');
INSERT INTO calibration (store_id, id, code, equipment_id, done_on, valid_to, passed) VALUES (1, 1, 'CL1', 1, 20000, 30000, 1);
INSERT INTO maintenance_plan (store_id, id, equipment_id, task, every_days, from_on) VALUES (1, 1, 1, '季检', 90, 20200);
INSERT INTO item (id, code, name, kind, unit, storage, vial_size, open_hours, registration_no, controlled) VALUES
 (1, 'I1', '肉毒素', 'drug', 'U', 'cold', 100, 4, 'G1', 1), (2, 'I2', '针', 'consumable', '支', 'ambient', NULL, NULL, NULL, 0),
 (3, 'I3', '假体', 'implant', '支', 'ambient', NULL, NULL, 'G3', 0), (4, 'I4', '肾上腺素', 'drug', '支', 'ambient', NULL, NULL, 'G4', 0);
INSERT INTO indication (id, item_id, project_id, says) VALUES (1, 1, 1, '皱纹'), (2, 3, 1, '凹陷');
INSERT INTO lot (store_id, id, item_id, code, supplier_id, expires_on, received_on, quantity, cost_fen, moved, moved_fen, place) VALUES
 (1, 1, 1, 'L1', 1, 30000, 20000, 300, 10001, -20, -667, NULL), (1, 2, 2, 'L2', 1, 30000, 20000, 100, 1000, 0, 0, NULL),
 (1, 3, 3, 'L3', 1, 30000, 20000, 5, 5000, 0, 0, NULL), (1, 4, 4, 'L4', 1, 30000, 20000, 5, 5000, 0, 0, '急救车');
INSERT INTO emergency_item (store_id, id, item_id, quantity) VALUES (1, 1, 4, 5);
INSERT INTO receipt (store_id, id, code, supplier_id, state, at, day, by_login) VALUES (1, 1, 'RC1', 1, 'accepted', 1728000000, 20000, 'b');
INSERT INTO receipt_line (store_id, id, receipt_id, line, item_id, lot_id, quantity, amount_fen) VALUES (1, 1, 1, 1, 1, 1, 300, 10001);
INSERT INTO temperature (store_id, id, receipt_id, storage, file, hash, readings, first_at, last_at, min_mdeg, max_mdeg, mkt_mdeg, out_s,
 gap_s, passed) VALUES (1, 1, 1, 'cold', 't.csv', 'h', 10, 1, 2, 3000, 5000, 4000, 0, 60, 1);
INSERT INTO stocktake (store_id, id, code, at, day, position, state, closed_at) VALUES (1, 1, 'ST1', 1747500000, 20225, 0, 'closed', 1747500000);
INSERT INTO kit (id, project_id, item_id, quantity, optional) VALUES (1, 1, 1, 20, 0);
INSERT INTO product_check (store_id, id, code, client_id, visit_id, project_id, item_id, lot_id, at, day, confirmed_at) VALUES
 (1, 1, 'PC1', 1, 1, 1, 1, 1, 1748739600, 20240, 1748739600);
INSERT INTO treatment (store_id, id, code, client_id, visit_id, project_id, doctor_id, nurse_id, device, started_at, ended_at, day, status,
 quantity, recognised_fen) VALUES (1, 1, 'T1', 1, 1, 1, 1, 3, 'E1', 1748743200, 1748745000, 20240, 'completed', 1, 0);
INSERT INTO vial (store_id, id, code, item_id, lot_id, opened_at, use_by, quantity, used, closed_at) VALUES
 (1, 1, 'VI1', 1, 1, 1748743200, 1748757600, 100, 20, 1748757600);
INSERT INTO stock_move (store_id, id, code, item_id, lot_id, kind, quantity, cost_fen, at, day, treatment_id, vial_id, staff_id, second_id)
VALUES (1, 1, 'M1', 1, 1, 'use', -20, -667, 1748743200, 20240, 1, 1, 3, 1);
INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, lot_id, quantity, cost_fen, move) VALUES
 (1, 1, 1, 1, 1, 1, 20, 667, 'M1');
INSERT INTO care (store_id, id, code, client_id, treatment_id, at, day, advice) VALUES (1, 1, 'CA1', 1, 1, 1748745000, 20240, '冰敷');
INSERT INTO training (store_id, id, code, kind, topic, starts_at, day) VALUES (1, 1, 'TR1', 'emergency-drill', '过敏性休克', 1747000000, 20220),
 (1, 2, 'TR2', 'technique', '注射', 1747000000, 20220);
INSERT INTO attendance (store_id, id, training_id, staff_id, state) VALUES (1, 1, 1, 1, 'present'), (1, 2, 1, 2, 'present'),
 (1, 3, 1, 3, 'present'), (1, 4, 2, 1, 'present'), (1, 5, 2, 2, 'present'), (1, 6, 2, 3, 'present');
INSERT INTO checkpoint (number, at, note) VALUES (1, 1749600000, 'n');
INSERT INTO account (id, login, staff_id, opened_at) VALUES (901, 'boss', 5, 1), (902, 'doc', 1, 1);
INSERT INTO journal_duty (store_id, id, code, kind, equipment_id, every_days, basis, from_on) VALUES
 (1, 1, 'JD1', 'waste', NULL, 1, 'visits', 20200), (1, 2, 'JD2', 'fridge', 1, 20, 'calendar', 20230);
INSERT INTO journal (store_id, id, code, kind, at, day, equipment_id, staff_id, second_id, close_by) VALUES
 (1, 2, 'J2', 'waste-handover', 1748826000, 20241, NULL, 3, 1, NULL), (1, 3, 'J3', 'sterilisation', 1748739600, 20240, 1, 3, 1, NULL),
 (1, 4, 'J4', 'fridge', 1747875600, 20230, 1, 3, NULL, NULL), (1, 5, 'J5', 'climate', 1747875600, 20230, NULL, 3, NULL, NULL);
INSERT INTO journal (store_id, id, code, kind, at, day, staff_id, close_by, closed_by) VALUES
 (1, 1, 'J1', 'waste', 1748739600, 20240, 3, 1748912400, 'J2');
INSERT INTO journal_value (store_id, id, journal_id, name, number, says, places, unit, least, most, verdict) VALUES
 (1, 1, 1, 'grams', 800, NULL, 0, 'g', 1, NULL, 'ok'), (1, 2, 2, 'grams', 800, NULL, 0, 'g', 800, 800, 'ok'),
 (1, 3, 3, 'chemical', NULL, 'pass', 0, NULL, NULL, NULL, 'ok'), (1, 4, 3, 'released', NULL, 'yes', 0, NULL, NULL, NULL, 'free'),
 (1, 5, 4, 'celsius', 50, NULL, 1, '℃', 20, 80, 'ok');
