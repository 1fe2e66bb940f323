-- What ordering and receiving need to know of an item.
-- param: code text
-- column: id int
-- column: code text
-- column: name text
-- column: kind text
-- column: unit text
-- column: pack_unit text
-- column: vial_unit text
-- column: pack_size int
-- column: vial_size int
-- column: registration_no text
-- column: spec text
-- column: storage text
-- column: category text
-- column: controlled bool
-- column: remaining_days int
-- column: temp_min_mdeg int
-- column: temp_max_mdeg int
-- column: excursion_minutes int
-- column: excursion_min_mdeg int
-- column: excursion_max_mdeg int
SELECT id, code, name, kind, unit, pack_unit, vial_unit, pack_size, vial_size, registration_no, spec, storage, category,
       controlled, remaining_days, temp_min_mdeg, temp_max_mdeg, excursion_minutes, excursion_min_mdeg,
       excursion_max_mdeg
FROM item WHERE code = $1
