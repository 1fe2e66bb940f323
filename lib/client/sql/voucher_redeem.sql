-- Redeems a voucher that was not, in one step.
-- param: id int
-- param: moment moment
-- param: client_id int
-- param: store_id int
-- param: order_code text
UPDATE voucher
SET state = 'redeemed', redeemed_at = $2, redeemed_by = CAST($3 AS BIGINT), redeemed_store_id = CAST($4 AS BIGINT),
    order_code = CAST($5 AS TEXT)
WHERE id = $1 AND state = 'issued'
