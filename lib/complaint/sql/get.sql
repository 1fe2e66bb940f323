-- A complaint with what its steps came to.
-- param: store_id int
-- param: code text
-- column: id int
-- column: client_id int
-- column: client text
-- column: state text
-- column: opened_at moment
-- column: respond_by moment
-- column: responded_at moment
-- column: paused_at moment
-- column: paused_s int
-- column: about_id int
-- column: owner_id int
-- column: consultant_id int
-- column: compensation_fen fen
-- column: lines int
-- column: last_at moment
-- column: proposed_fen fen
-- column: agreed_fen fen
-- column: feedbacks int
WITH this AS (
    SELECT * FROM complaint WHERE store_id = $1 AND code = $2),
steps AS (
    SELECT s.kind, s.line, s.at, s.amount_fen
    FROM this AS t
    JOIN complaint_step AS s ON s.store_id = t.store_id AND s.complaint_id = t.id)
SELECT t.id, t.client_id, c.code AS client, t.state, t.opened_at, t.respond_by, t.responded_at,
       t.paused_at, t.paused_s, t.staff_id AS about_id, t.owner_id, c.owner_id AS consultant_id,
       t.compensation_fen,
       (SELECT MAX(line) FROM steps) AS lines, (SELECT MAX(at) FROM steps) AS last_at,
       (SELECT amount_fen FROM steps WHERE kind = 'propose' ORDER BY line DESC LIMIT 1) AS proposed_fen,
       (SELECT amount_fen FROM steps WHERE kind = 'agree' ORDER BY line DESC LIMIT 1) AS agreed_fen,
       (SELECT COUNT(*) FROM steps WHERE kind = 'feedback') AS feedbacks
FROM this AS t
JOIN client AS c ON c.id = t.client_id
