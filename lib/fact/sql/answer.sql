-- Scores in surveys of a store on days from … until.
-- param: store_id int
-- param: from day
-- param: to day
-- column: day day
-- column: client_id int
-- column: survey text
-- column: question text
-- column: project int
-- column: doctor int
-- column: treatment int
-- column: at moment
-- column: score int
-- column: promoter bool
-- column: detractor bool
-- column: satisfied bool
SELECT a.day AS day, a.client_id AS client_id, a.survey AS survey, a.question AS question, t.project_id AS project,
       t.doctor_id AS doctor, a.treatment_id AS treatment, a.at AS at, a.score AS score,
       CASE WHEN a.score >= 9 THEN 1 ELSE 0 END AS promoter, CASE WHEN a.score <= 6 THEN 1 ELSE 0 END AS detractor,
       CASE WHEN a.score >= 4 AND a.score <= 5 THEN 1 ELSE 0 END AS satisfied
FROM answer AS a
LEFT JOIN treatment AS t ON t.store_id = a.store_id AND t.id = a.treatment_id
WHERE a.store_id = $1 AND a.day >= $2 AND a.day < $3 AND a.score IS NOT NULL
