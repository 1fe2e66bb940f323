-- Rosters published before, of the same store or chain, that touch these days and people, and of which from today on no cell is in force
-- any more.
-- param: store_id int
-- param: id int
-- param: today day
-- param: from_on day
-- param: to_on day
UPDATE roster SET state = 'replaced'
WHERE store_id = $1 AND id <> $2 AND state = 'published' AND from_on < CAST($5 AS BIGINT) AND to_on > CAST($4 AS BIGINT)
  AND EXISTS (SELECT 1 FROM roster_cell AS c
              WHERE c.store_id = roster.store_id AND c.roster_id = roster.id AND c.day >= CAST($3 AS BIGINT)
                AND c.day >= CAST($4 AS BIGINT) AND c.day < CAST($5 AS BIGINT)
                AND c.staff_id IN (SELECT n.staff_id FROM roster_cell AS n WHERE n.store_id = $1 AND n.roster_id = $2))
  AND NOT EXISTS (SELECT 1 FROM roster_cell AS c
                  WHERE c.store_id = roster.store_id AND c.roster_id = roster.id AND c.day >= CAST($3 AS BIGINT)
                    AND (c.day < CAST($4 AS BIGINT) OR c.day >= CAST($5 AS BIGINT)
                         OR c.staff_id NOT IN (SELECT n.staff_id FROM roster_cell AS n WHERE n.store_id = $1 AND n.roster_id = $2)))
