-- Judgements by clients of treatments that were given, of a store on days from … until.
-- param: store_id int
-- param: from day
-- param: to day
-- column: day day
-- column: client_id int
-- column: project int
-- column: doctor int
-- column: treatment int
-- column: at moment
-- column: score int
-- column: satisfied bool
SELECT e.day AS day, e.client_id AS client_id, t.project_id AS project, t.doctor_id AS doctor, e.treatment_id AS treatment,
       e.at AS at, e.score AS score, CASE WHEN e.score >= 4 THEN 1 ELSE 0 END AS satisfied
FROM evaluation AS e
JOIN treatment AS t ON t.store_id = e.store_id AND t.id = e.treatment_id
WHERE e.store_id = $1 AND e.day >= $2 AND e.day < $3 AND e.rater = 'client'
  AND t.status NOT IN ('preparation', 'entered-in-error')
