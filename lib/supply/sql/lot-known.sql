-- What is known of a lot of an item: whether it is recalled in any store or in quarantine in this one, and its days.
-- param: store_id int
-- param: item_id int
-- param: code text
-- column: recalled bool
-- column: quarantined bool
-- column: expires_on day
-- column: made_on day
SELECT COALESCE(MAX(CASE WHEN state = 'recalled' THEN 1 ELSE 0 END), 0) AS recalled,
       COALESCE(MAX(CASE WHEN state = 'quarantined' AND store_id = $1 THEN 1 ELSE 0 END), 0) AS quarantined,
       MAX(CASE WHEN store_id = $1 THEN expires_on END) AS expires_on,
       MAX(CASE WHEN store_id = $1 THEN made_on END) AS made_on
FROM lot WHERE item_id = $2 AND code = $3
