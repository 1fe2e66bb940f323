-- The stores of the chain.
-- column: code text
-- column: name text
-- column: level text
-- column: departments text
-- column: zone text
-- column: hours text
-- column: opened_on day
-- column: closed_on day
SELECT code, name, level, departments, zone, hours, opened_on, closed_on
FROM store WHERE id > 0
ORDER BY code
