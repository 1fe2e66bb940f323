-- The latest moment that the database has seen: of the last entries of each log and of the requests.
-- column: latest moment
SELECT MAX(seen.moment) AS latest
FROM (SELECT MAX(l.at) AS moment
      FROM store AS s
      JOIN log AS l ON l.store_id = s.id
       AND l.seq > (SELECT MAX(m.seq) FROM log AS m WHERE m.store_id = s.id) - 1000
      UNION ALL SELECT MAX(asked_at) FROM request
      UNION ALL SELECT MAX(decided_at) FROM request
      UNION ALL SELECT MAX(used_at) FROM request) AS seen
