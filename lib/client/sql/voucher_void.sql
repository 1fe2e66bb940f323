-- Makes a voucher void that was not redeemed.
-- param: id int
UPDATE voucher SET state = 'void' WHERE id = $1 AND state = 'issued'
