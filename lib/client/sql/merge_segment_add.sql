-- What was reckoned of both is added up until `segment` looks again.
-- param: kept int
-- param: gone int
UPDATE client_segment
SET visits = client_segment.visits + g.visits,
    first_on = CASE WHEN client_segment.first_on IS NULL OR g.first_on < client_segment.first_on
                    THEN g.first_on ELSE client_segment.first_on END,
    last_on = CASE WHEN client_segment.last_on IS NULL OR g.last_on > client_segment.last_on
                   THEN g.last_on ELSE client_segment.last_on END,
    spend_fen = client_segment.spend_fen + g.spend_fen, year_fen = client_segment.year_fen + g.year_fen
FROM client_segment AS g
WHERE client_segment.id = $1 AND g.id = $2
