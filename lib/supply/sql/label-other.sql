-- Another item that has a product number as its bar code.
-- param: product text
-- param: item text
-- column: code text
SELECT code FROM item WHERE gtin = $1 AND code <> $2 ORDER BY code LIMIT 1
