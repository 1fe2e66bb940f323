-- What is known of an item: its file, the levels that stores keep, who sold it last, what it is registered for.
-- param: item text
-- column: part text
-- column: name text
-- column: value text
-- column: number int
WITH one AS (SELECT * FROM item WHERE code = $1),
facts (place, part, name, value, number) AS (
    SELECT 1, 'item', 'name', name, CAST(NULL AS BIGINT) FROM one
    UNION ALL SELECT 2, 'item', 'kind', kind, NULL FROM one
    UNION ALL SELECT 3, 'item', 'registration', registration_no, NULL FROM one
    UNION ALL SELECT 4, 'item', 'gtin', gtin, NULL FROM one
    UNION ALL SELECT 19, 'label', b.code, NULL, b.quantity FROM one JOIN item_label AS b ON b.item_id = one.id
    UNION ALL SELECT 5, 'item', 'spec', spec, NULL FROM one
    UNION ALL SELECT 6, 'item', 'category', category, NULL FROM one
    UNION ALL SELECT 7, 'item', 'unit', unit, 1 FROM one
    UNION ALL SELECT 8, 'item', 'vial', COALESCE(vial_unit, 'vial'), vial_size FROM one WHERE vial_size IS NOT NULL
    UNION ALL SELECT 9, 'item', 'pack', COALESCE(pack_unit, 'pack'), pack_size FROM one WHERE pack_size IS NOT NULL
    UNION ALL SELECT 10, 'item', 'storage', storage, NULL FROM one
    UNION ALL SELECT 11, 'item', 'open-hours', NULL, open_hours FROM one WHERE open_hours IS NOT NULL
    UNION ALL SELECT 12, 'item', 'remaining-days', NULL, remaining_days FROM one WHERE remaining_days IS NOT NULL
    UNION ALL SELECT 13, 'item', 'temp-min-mdeg', NULL, temp_min_mdeg FROM one WHERE temp_min_mdeg IS NOT NULL
    UNION ALL SELECT 14, 'item', 'temp-max-mdeg', NULL, temp_max_mdeg FROM one WHERE temp_max_mdeg IS NOT NULL
    UNION ALL SELECT 15, 'item', 'excursion-minutes', NULL, excursion_minutes FROM one
        WHERE excursion_minutes IS NOT NULL
    UNION ALL SELECT 16, 'item', 'excursion-min-mdeg', NULL, excursion_min_mdeg FROM one
        WHERE excursion_min_mdeg IS NOT NULL
    UNION ALL SELECT 17, 'item', 'excursion-max-mdeg', NULL, excursion_max_mdeg FROM one
        WHERE excursion_max_mdeg IS NOT NULL
    UNION ALL SELECT 18, 'item', 'controlled', NULL, controlled FROM one
    UNION ALL
    SELECT 30, 'level', s.code, 'minimum', l.minimum
    FROM one JOIN item_level AS l ON l.item_id = one.id JOIN store AS s ON s.id = l.store_id
    UNION ALL
    SELECT 31, 'level', s.code, 'target', l.target
    FROM one JOIN item_level AS l ON l.item_id = one.id JOIN store AS s ON s.id = l.store_id
    UNION ALL
    SELECT 40, 'paper', u.code, p.kind || ' ' || p.number, NULL
    FROM one JOIN paper AS p ON p.item_id = one.id JOIN supplier AS u ON u.id = p.supplier_id
    UNION ALL
    SELECT 50, 'indication', j.code, d.says, NULL
    FROM one JOIN indication AS d ON d.item_id = one.id JOIN project AS j ON j.id = d.project_id
    UNION ALL
    SELECT 60, 'kit', j.code, j.name, k.quantity
    FROM one JOIN kit AS k ON k.item_id = one.id JOIN project AS j ON j.id = k.project_id)
SELECT part, name, value, number FROM facts
WHERE value IS NOT NULL OR number IS NOT NULL
ORDER BY place, name, value
