-- What was given back for an order until now, and what of its money was recognised: by balances, and by treatments that drew on none.
-- param: store_id int
-- param: order_code text
-- column: given_back_fen fen
-- column: recognised_fen fen
SELECT (SELECT CAST(COALESCE(-SUM(amount_fen), 0) AS BIGINT) FROM payment
        WHERE store_id = $1 AND order_code = $2 AND kind = 'refund') AS given_back_fen,
       (SELECT CAST(COALESCE(SUM(recognised_fen), 0) AS BIGINT) FROM prepaid
        WHERE store_id = $1 AND order_code = $2)
     + (SELECT CAST(COALESCE(SUM(recognised_fen), 0) AS BIGINT) FROM treatment
        WHERE store_id = $1 AND order_code = $2 AND prepaid IS NULL AND status <> 'entered-in-error') AS recognised_fen
