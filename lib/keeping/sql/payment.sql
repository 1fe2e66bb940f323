-- Vouchers of payments: from the end of their year on.
-- param: class text
-- param: until day
-- param: store_id int
-- column: rows int
-- column: oldest day
-- column: may int
-- column: may_oldest day
-- column: held int
-- column: next_oldest day
WITH year_end AS (SELECT c.year, MAX(c.day) + 1 AS day FROM calendar AS c GROUP BY c.year),
doc AS (SELECT p.store_id, p.client_id, y.day FROM payment AS p
        JOIN calendar AS c ON c.day = p.day JOIN year_end AS y ON y.year = c.year)
-- include: tail.part
