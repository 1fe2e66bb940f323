-- The codes of all stores, to find the one that was meant.
-- column: code text
SELECT code FROM store ORDER BY code
