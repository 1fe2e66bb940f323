-- What is kept of clients for figures: parts of a kind.
-- param: kind int
-- param: from int
-- param: to int
-- column: part int
-- column: data bytes
SELECT c.part AS part, c.data AS data FROM fact_client AS c
WHERE c.kind = $1 AND c.part >= $2 AND c.part < $3
ORDER BY c.part
