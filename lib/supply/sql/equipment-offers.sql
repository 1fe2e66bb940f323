-- The offers for a request side by side, the cheapest a year of its life first: what it costs and what upkeep costs after the
-- guarantee, over the months that its maker lets it be used.
-- param: store_id int
-- param: request text
-- param: today day
-- column: supplier text
-- column: model text
-- column: maker text
-- column: price_fen fen
-- column: warranty_months int
-- column: delivery_days int
-- column: service text
-- column: service_fen fen
-- column: life_months int
-- column: yearly_fen fen
-- column: valid_to day
-- column: over bool
-- column: chosen bool
-- column: registration_no text
-- column: note text
SELECT u.code AS supplier, o.model, o.maker, o.price_fen, o.warranty_months, o.delivery_days, o.service, o.service_fen, o.life_months,
       (o.price_fen * 12
        + CASE WHEN o.life_months > o.warranty_months THEN o.service_fen * (o.life_months - o.warranty_months) ELSE 0 END
        + o.life_months / 2) / o.life_months AS yearly_fen,
       o.valid_to, CASE WHEN o.valid_to < CAST($3 AS BIGINT) THEN 1 ELSE 0 END AS over,
       CASE WHEN r.supplier_id = o.supplier_id THEN 1 ELSE 0 END AS chosen, o.registration_no, o.note
FROM equipment_request AS r
JOIN equipment_offer AS o ON o.store_id = r.store_id AND o.request_id = r.id
JOIN supplier AS u ON u.id = o.supplier_id
WHERE r.store_id = $1 AND r.code = $2
ORDER BY yearly_fen, o.price_fen, u.code
