-- A voucher, and what became of it.
-- param: code text
-- column: id int
-- column: state text
-- column: kind text
-- column: client_id int
-- column: client text
-- column: project_id int
-- column: value_fen fen
-- column: issued_on day
-- column: expires_on day
-- column: redeemed_at moment
-- column: redeemed_by text
SELECT v.id AS id, v.state AS state, v.kind AS kind, v.client_id AS client_id, c.code AS client,
       v.project_id AS project_id, v.value_fen AS value_fen, v.issued_on AS issued_on, v.expires_on AS expires_on,
       v.redeemed_at AS redeemed_at, b.code AS redeemed_by
FROM voucher AS v
LEFT JOIN client AS c ON c.id = v.client_id
LEFT JOIN client AS b ON b.id = v.redeemed_by
WHERE v.code = $1
