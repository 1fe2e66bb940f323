-- Takes over a role.
-- param: name text
-- param: zh text
-- param: says text
INSERT INTO role (name, zh, says) VALUES ($1, $2, $3)
ON CONFLICT (name) DO UPDATE SET zh = excluded.zh, says = excluded.says
