-- Scores in surveys of a store on days from … until, and those that were given in follow-ups, which are csat.
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
       CASE WHEN a.question = 'nps' AND a.score >= 9 THEN 1 ELSE 0 END AS promoter,
       CASE WHEN a.question = 'nps' AND a.score <= 6 THEN 1 ELSE 0 END AS detractor,
       CASE WHEN a.question = 'csat' AND a.score >= 4 THEN 1 ELSE 0 END AS satisfied
FROM (
    SELECT store_id, day, client_id, survey, question, treatment_id, at, score FROM answer
    WHERE store_id = $1 AND day >= $2 AND day < $3 AND score IS NOT NULL
    UNION ALL
    SELECT store_id, day, client_id, 'follow-up', 'csat', treatment_id, at, score FROM followup
    WHERE store_id = $1 AND day >= $2 AND day < $3 AND score IS NOT NULL) AS a
LEFT JOIN treatment AS t ON t.store_id = a.store_id AND t.id = a.treatment_id
