-- What a booking is: an appointment that stands, or a visit that goes on.
-- param: store_id int
-- param: code text
-- column: client text
-- column: project text
-- column: at moment
-- column: day day
SELECT c.code AS client, p.code AS project, b.at, b.day
FROM (
    SELECT client_id, project_id, starts_at AS at, day FROM appointment
    WHERE store_id = $1 AND code = $2 AND status NOT IN ('cancelled', 'noshow', 'entered-in-error', 'fulfilled')
    UNION ALL
    SELECT client_id, NULL, arrived_at, day FROM visit
    WHERE store_id = $1 AND code = $2 AND status NOT IN ('cancelled', 'finished', 'entered-in-error')) AS b
JOIN client AS c ON c.id = b.client_id
LEFT JOIN project AS p ON p.id = b.project_id
