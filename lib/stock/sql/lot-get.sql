-- A lot as it stands; quantity and cost are those by which its units are priced.
-- param: store_id int
-- param: id int
-- column: item_id int
-- column: code text
-- column: state text
-- column: expires_on day
-- column: received_on day
-- column: quantity int
-- column: cost_fen fen
-- column: on_hand int
-- column: value_fen fen
-- column: share_of int
-- column: share_fen fen
-- column: place text
SELECT item_id, code, state, expires_on, received_on, quantity, cost_fen,
       quantity + moved AS on_hand, cost_fen + moved_fen AS value_fen,
       COALESCE(share_of, quantity) AS share_of, COALESCE(share_fen, cost_fen) AS share_fen,
       place
FROM lot WHERE store_id = $1 AND id = $2
