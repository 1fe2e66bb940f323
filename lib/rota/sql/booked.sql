-- The bookings of some days that name a doctor or a nurse, a row each.
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: store_id int
-- column: starts_at moment
-- column: ends_at moment
-- column: code text
SELECT k.staff_id, k.store_id, k.starts_at, k.ends_at, k.code
FROM (SELECT doctor_id AS staff_id, store_id, starts_at, ends_at, code, day, status FROM appointment WHERE doctor_id IS NOT NULL
      UNION ALL
      SELECT nurse_id, store_id, starts_at, ends_at, code, day, status FROM appointment WHERE nurse_id IS NOT NULL) AS k
WHERE k.day >= $1 AND k.day < $2 AND (k.status = 'booked' OR k.status = 'pending' OR k.status = 'arrived' OR k.status = 'checked-in')
ORDER BY k.staff_id, k.starts_at
