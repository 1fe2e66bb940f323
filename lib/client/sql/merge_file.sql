-- What is sealed in a client's file, and its indexes.
-- param: id int
-- column: name bytes
-- column: phone bytes
-- column: id_number bytes
-- column: address bytes
-- column: email bytes
-- column: wechat bytes
-- column: allergy bytes
-- column: history bytes
-- column: preference bytes
-- column: note bytes
-- column: phone_index bytes
-- column: id_number_index bytes
SELECT name, phone, id_number, address, email, wechat, allergy, history, preference, note, phone_index, id_number_index
FROM client WHERE id = $1
