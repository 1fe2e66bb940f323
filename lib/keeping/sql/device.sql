-- Files of machines: from the end of their life on, and not before they are retired.
-- param: class text
-- param: until day
-- param: store_id int
-- column: rows int
-- column: oldest day
-- column: may int
-- column: may_oldest day
-- column: held int
-- column: next_oldest day
WITH doc AS (
    SELECT e.store_id, CAST(NULL AS BIGINT) AS client_id,
           CASE WHEN e.retired_on IS NULL THEN NULL WHEN e.life_to > e.retired_on THEN e.life_to ELSE e.retired_on END AS day
    FROM equipment AS e)
-- include: tail.part
