-- The item that a package says it is, by its GTIN of 14 digits.
-- param: gtin text
-- column: code text
SELECT code FROM item WHERE gtin = $1 ORDER BY id
