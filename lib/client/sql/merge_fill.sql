-- The file that stays gets what it lacks from the other, the earlier day, and the channel of the earlier file.
-- param: kept int
-- param: gone int
-- param: name bytes
-- param: phone bytes
-- param: id_number bytes
-- param: address bytes
-- param: email bytes
-- param: wechat bytes
-- param: allergy bytes
-- param: history bytes
-- param: preference bytes
-- param: note bytes
-- param: phone_index bytes
-- param: id_number_index bytes
UPDATE client
SET name = $3, phone = $4, id_number = $5, address = $6, email = $7, wechat = $8, allergy = $9, history = $10,
    preference = $11, note = $12, phone_index = $13, id_number_index = $14,
    gender = COALESCE(client.gender, g.gender), birthday = COALESCE(client.birthday, g.birthday),
    owner_id = COALESCE(client.owner_id, g.owner_id), nurse_id = COALESCE(client.nurse_id, g.nurse_id),
    language = COALESCE(client.language, g.language),
    latitude = CASE WHEN client.latitude IS NULL OR client.longitude IS NULL THEN g.latitude
                    ELSE client.latitude END,
    longitude = CASE WHEN client.latitude IS NULL OR client.longitude IS NULL THEN g.longitude
                     ELSE client.longitude END,
    channel_id = CASE WHEN client.channel_id = 0 OR (g.created_on < client.created_on AND g.channel_id <> 0)
                      THEN g.channel_id ELSE client.channel_id END,
    created_on = CASE WHEN g.created_on < client.created_on THEN g.created_on ELSE client.created_on END
FROM client AS g
WHERE client.id = $1 AND g.id = $2
