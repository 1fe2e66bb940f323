#!/bin/bash
# C7: consent and withdrawal by purpose and way, with proof; who is forgotten is gone, and the figures are true.
. "$(dirname "$0")/lib.sh"
clinic
mc() { medi-client "$@"; }

# ---- consent ------------------------------------------------------------------------------------------------------------
exits 0 'consent' mc consent C1 --purpose marketing --way sms --proof '表单 12' --until 2026-12-31 --staff K1
exits 2 'consent without proof' mc consent C1 --purpose album --lang en
like "$err" '--proof: missing' 'consent without proof: says so'
exits 2 'consent to everything at once' mc consent C1 --purpose all --proof x --lang en
exits 2 'consent to what is none' mc consent C1 --purpose spam --proof x --lang en
exits 3 'consent that lies ahead' mc consent C1 --purpose album --proof x --at 2027-01-01 --lang en
exits 3 'consent of nobody' mc consent C77 --purpose album --proof x
list() { mc consent list -q --no-header "$@" | cut -f1-5; }
is "$(list)" "$(printf 'C1\tmarketing\tsms\t1\t1')" 'consent list'
exits 0 'withdraw all' env MEDI_NOW=2026-10-02T09:00:00+08:00 medi-client withdraw C1 --purpose all --proof '来信'
is "$(list --purpose marketing)" "$(printf 'C1\tmarketing\tany\t0\t0\nC1\tmarketing\tsms\t1\t0')" 'withdraw all: what was given by one way does not stand'
is "$(list C1 --history | wc -l)" 6 'withdraw all: each purpose by itself'
is "$(env MEDI_NOW=2026-10-03T09:00:00+08:00 medi-client consent list -q --no-header C1 | awk -F'\t' '$5 == 1' | wc -l)" 0 'nothing stands'

# ---- forget --------------------------------------------------------------------------------------------------------------
mc add -q -s S01 --code C3 --name 孙三丰 --phone 13800138003 --birthday 1990-05-06 --address 静安寺 --latitude 31.2 --longitude 121.4 --note 怕痛 --email c3@example.com --wechat wx3 >/dev/null
mc touch C3 -q -s S01 --kind wechat --note 私房话 >/dev/null
mc lead add -q -s S01 --code L3 --name 孙先生 --phone 13800138033 --next-step 回电 >/dev/null
mc lead convert -q L3 --client C3 >/dev/null
mc album add -q -s S01 C3 --code B3 --before nas/孙.jpg >/dev/null
printf 'store,code,client,arrived_at,purpose\nS01,V3,C3,2026-09-01 10:00,consult\nS01,V1,C1,2026-09-01 11:00,consult\n' | medi-db import -q visits - >/dev/null
printf 'store,code,order,client,kind,amount,paid_at\nS01,M3,O3,C3,payment,880,2026-09-01 10:00\n' | medi-db import -q payments - >/dev/null
mc segment -q >/dev/null
key=$(ask "SELECT $(hexed data_key) FROM client WHERE code = 'C3'")
figures=$(medi-kpi show arrivals --from 2026-09-01 --to 2026-10-01 -q -o csv; ask "SELECT SUM(amount_fen) FROM payment")
exits 2 'forget without a reason' mc forget C3 --lang en
exits 75 'forget needs a second person' mc forget C3 --reason '本人要求 2026-10-01' --lang en
like "$err" 'needs a second person' 'forget needs a second person: says so'
is "$(ask "SELECT COUNT(*) FROM client WHERE forgotten_on IS NOT NULL")" 0 'forget needs a second person: nothing done'
person boss manager
request=$(ask "SELECT MAX(id) FROM request")
exits 3 'forget: not by oneself' medi-db request approve "$request" --lang en
as boss medi-db request approve -q "$request"
exits 75 'forget: another reason is another deed' mc forget C3 --reason '别的原因' --lang en
exits 0 'forget' mc forget C3 --reason '本人要求 2026-10-01'
for secret in 孙三丰 13800138003 13800138033 静安寺 怕痛 私房话 孙.jpg 孙先生; do is "$(holding "$secret")" '' "gone: $secret"; done
is "$(ask "SELECT COUNT(*) FROM client WHERE code = 'C3' AND data_key IS NULL AND name IS NULL AND phone IS NULL AND phone_index IS NULL AND address IS NULL AND latitude IS NULL AND note IS NULL AND email IS NULL AND wechat IS NULL")" 1 'the file is empty, and the key gone'
is "$(ask "SELECT COUNT(*) FROM lead WHERE code = 'L3' AND data_key IS NULL AND name IS NULL AND phone IS NULL AND phone_index IS NULL")" 1 'so is the lead'
is "$(medi-db export clients C3 -q -o csv --no-header --reveal test | cut -d, -f1,6)" 'C3,1990-01-01' 'the year of birth is left'
is "$(medi-db export touches -q -o csv --no-header --reveal test | sed 's/.*,//')" '' 'what was said reads as nothing'
is "$(medi-kpi show arrivals --from 2026-09-01 --to 2026-10-01 -q -o csv; ask "SELECT SUM(amount_fen) FROM payment")" "$figures" 'the figures are as they were'
if only sqlite 'the file is one'; then
    is "$(od -An -v -tx1 "$MEDI_DB" | tr -d ' \n' | grep -c "$key")" 0 'the key is nowhere in the file'
    is "$(cat "$MEDI_DB"-wal 2>/dev/null | od -An -v -tx1 | tr -d ' \n' | grep -c "$key")" 0 'nor beside it'
fi
exits 0 'the log verifies' medi-audit verify --deep
exits 0 'all holds' medi-db check
is "$(mc find -q --no-header 13800138003)" '' 'nobody finds them'
like "$(mc show C3 -q --part file --no-header)" 'forgotten_on' 'show: says that they were forgotten'
exits 3 'forget again' mc forget C3 --reason again --lang en
for verb in 'edit C3 --note x' 'touch C3 -s S01 --kind phone' 'consent C3 --purpose care --proof x' 'tag add C3 vip' 'refer C3 --by C1' 'merge C1 C3'; do
    # shellcheck disable=SC2086
    exits 3 "nothing more is written: $verb" mc $verb --lang en
    like "$err" 'client C3: was forgotten' "nothing more is written: $verb: says so"
done
mc segment -q >/dev/null
is "$(mc list -q --no-header | cut -f1 | joined)" 'C1,C2' 'no list has them'

# ---- a medical record is kept ------------------------------------------------------------------------------------------------
printf 'store,code,client,project,doctor,started_at,status\nS01,T1,C1,P1,D1,2026-09-01 11:30,completed\n' | medi-db import -q treatments - >/dev/null
exits 3 'who was treated is not forgotten' mc forget C1 --reason '要求' --lang en
like "$err" 'the medical record must be kept until 2041-09-01 .*withdraw.*--anyway' 'who was treated is not forgotten: says until when, and what may be done'
exits 75 'with a law or an order' mc forget C1 --reason '要求' --anyway '法院裁定 7 号' --lang en
medi-db config set client.record_years 30 -q
exits 3 'a clinic may keep longer' mc forget C1 --reason '要求' --lang en
like "$err" '2056-09-01' 'a clinic may keep longer: says until when'
exits 3 'but not shorter' medi-db config set client.record_years 3 --lang en
