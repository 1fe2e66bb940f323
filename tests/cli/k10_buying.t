#!/bin/bash
# K10: a machine is asked for, offers are compared, one is chosen, and what comes is accepted by a list of conditions or not at
# all. K6: the emergency kit.
# Broken once, and seen to fail: no upkeep in the yearly cost of an offer; no second person above the sum; another price on the
# invoice; a lot that is over counted in the emergency kit; without the look for the same fault, eight reports at once are eight;
# a file that does not tell what was refused before it.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/supplied.sh
. "$top/tests/cli/data/supplied.sh"
supplied
e() { medi-stock equipment "$@" --lang en; }
no() { # NAME PATTERN COMMAND…
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}
printf 'code,name\nU3,乙器械\nU4,丙器械\n' | medi-db import -q suppliers - >/dev/null
for u in U3 U4; do
    printf "supplier,kind,number,item,valid_from,valid_to\n$u,business-licence,B$u,,2020-01-01,\n$u,seller,C$u,,2026-01-01,2026-12-31\n$u,device-trade,E$u,,2025-01-01,2029-12-31\n$u,authorisation,F$u,I2,2025-01-01,2027-12-31\n" | medi-db import -q papers - >/dev/null
done
person boss manager '' D1
person boss2 manager '' K1

# ---- asked for ----
exits 2 'without a name' e request --kind laser --reason x
exits 2 'without a reason' e request --name 皮秒 --kind laser
no 'needed yesterday' '--needed: lies back' e request --name 皮秒 --kind laser --reason x --needed 2026-09-30
exits 0 'asked for' e request --name 皮秒 --kind laser --reason 排期已满 --budget 40000 --staff D1 --code Q1
exits 3 'twice' e request --name 皮秒 --kind laser --reason x --code Q1

# ---- offered ----
offer() { e offer "$1" "$2" --model "$3" --price "$4" --warranty-months "$5" --service-cost "$6" --life-months "$7" --registration "${8:-国械注准20203091111}"; }
exits 2 'an offer without a price' e offer Q1 U1 --model X1 --warranty-months 12 --life-months 60
no 'for no request' 'Q9: this store has no such request' e offer Q9 U1 --model X1 --price 1 --warranty-months 12 --life-months 60
exits 3 'a life of nothing' offer Q1 U1 X1 1 12 0 0
exits 0 'an offer' offer Q1 U1 X1 40000 12 2000 60
exits 0 'a dearer one that costs less a year' offer Q1 U3 Y1 45000 24 1000 96
exits 0 'and one of who may not sell' offer Q1 U2 Z1 10000 12 0 60
exits 0 'compared' e offers Q1 --no-header
# 45000/8 + 1000*6/8 = 6375; 40000/5 + 2000*4/5 = 9600
is "$(printf '%s\n' "$out" | cut -f1,10 | tr '\t\n' ' ,')" 'U2 200000,U3 637500,U1 960000,' 'compared: the cheapest a year first'
no 'offers of no request' 'Q9' e offers Q9

# ---- chosen ----
no 'who has offered nothing' 'U4 has offered nothing' e choose Q1 U4
no 'who may not sell it' 'supplier-papers: U2 is not qualified on that day' e choose Q1 U2 --reason 便宜
no 'dearer without a reason' 'U1 costs 9600.00 a year, and U2 2000.00; say why' e choose Q1 U1
e offer Q1 U2 --until 2026-10-01 --price 9000
run env MEDI_NOW=2026-10-02T09:00:00+08:00 medi-stock equipment choose Q1 U2 --reason x --lang en
is "$code" 3 'an offer that is over'
like "$err" 'the offer of U2 is over' 'an offer that is over: says so'
no 'above the budget' 'it costs 45000.00, and the budget is 40000.00' env MEDI_NOW=2026-10-02T09:00:00+08:00 medi-stock equipment choose Q1 U3 --lang en
like "$err" 'there are 2 offers, and 3 are compared' 'above the budget: and too few'
medi-db config set -q stock.equipment_alone_fen 40000 -s S01
run as boss medi-stock equipment choose Q1 U3 --reason 寿命长 --lang en
is "$code" 75 'above a sum a second person is needed'
like "$(as boss2 medi-db request list --no-header)" 'S01 Q1 皮秒: U3 Y1 for 45000.00' 'who consents to this offer'
as boss2 medi-db request approve -q 1
exits 0 'the offer is made dearer meanwhile' e offer Q1 U3 --price 45000.01
run as boss medi-stock equipment choose Q1 U3 --reason 寿命长 --lang en
is "$code" 75 'and that is another consent'
e offer Q1 U3 --price 45000
exits 0 'chosen' as boss medi-stock equipment choose Q1 U3 --reason 寿命长 --lang en
is "$(ask "SELECT state || chosen_by || chosen_second FROM equipment_request")" chosenbossboss2 'chosen: by two'
no 'twice' 'Q1: an offer is chosen already' e choose Q1 U1 --reason x
no 'offered after that' 'Q1: an offer is chosen already' e offer Q1 U4 --model X --price 1 --warranty-months 1 --life-months 1

# ---- accepted, or not ----
good=(--code E9 --model Y1 --registration 国械注准20203091111 --serial SN9 --quality-paper 合格证9 --manual 柜3 --accessories 手具2 --trial 正常 --body 计量院 --certificate J9 --to 2027-09-30)
refused() { # NAME CODES [OPTION…]
    local name=$1 codes=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" e accept Q1 "$@"
    is "$(printf '%s\n' "$err" | grep -oE '(written: |; )[a-z-]+: ' | sed 's/^written: //' | tr -d ';: ' | tr '\n' ' ')" "$codes " "$name: by these conditions"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}
exits 2 'what shall its code be?' e accept Q1
refused 'nothing of it' 'model registration serial quality-paper manual accessories trial calibration' --code E9
refused 'another price' price "${good[@]}" --price 45000.01
refused 'another model' model "${good[@]}" --model Y2
refused "another product's number" registration-label "${good[@]}" --registration 国械注准20203092222
refused 'of no form' registration "${good[@]}" --registration 123
medi-stock equipment add E8 --name x --kind laser --model Y1 --serial SN9
refused 'the serial number of another' serial-known "${good[@]}"
medi-stock equipment edit E8 --serial SN8
refused 'no trial' trial "${good[@]}" --trial ''
refused 'no calibration' calibration "${good[@]}" --certificate '' --calibrate yes
s paper add U3 --kind device-trade --number EU3 --from 2025-01-01 --to 2026-09-30
refused "the supplier's licence is over" supplier-papers "${good[@]}"
s paper add U3 --kind device-trade --number EU3 --from 2025-01-01 --to 2029-12-31
e calibrate E8 --body 计量院 --certificate J9 --to 2027-01-01 >/dev/null
refused 'the certificate of another machine' calibration "${good[@]}"
like "$err" 'J9: is the certificate of E8' 'the certificate of another machine: says whose'
no 'a code that is taken' 'E8' e accept Q1 "${good[@]}" --code E8 --certificate J10
exits 2 'a reason of what is accepted' e accept Q1 "${good[@]}" --certificate J10 --reason x
exits 2 'refused for nothing' e accept Q1 "${good[@]}" --certificate J10 --reject
exits 3 'refused on record: what is not met' e accept Q1 --model Y2 --serial SN7 --delivery SH7 --staff N1 --reject
is "$out" JS20261001-0001 'refused on record: its number'
like "$err" 'model: the label says Y2' 'refused on record: says why'
exits 3 'refused on record: what was seen' e accept Q1 "${good[@]}" --certificate J10 --reject --reason 外壳开裂 --staff N1
is "$(medi-db export equipment_refusals -o csv --no-header | cut -d, -f2,3,5-11 | tr '\n' ' ')" "JS20261001-0001,Q1,N1,$(ask 'SELECT by_login FROM equipment_refusal LIMIT 1'),SH7,Y2,SN7,model registration quality-paper manual accessories trial calibration, JS20261001-0002,Q1,N1,$(ask 'SELECT by_login FROM equipment_refusal LIMIT 1'),,Y1,SN9,damage,外壳开裂 " 'refused on record: who, what and why'
is "$(e requests --no-header | cut -f2,4,15 | tr '\t\n' ' ,')" 'Q1 chosen 2,' 'and the request stands as it stood'
no 'nothing was chosen' 'Q0: this store has no such request' e accept Q0 --model x --reject
exits 0 'no finding' medi-db check -q --fail-on error
exits 0 'accepted' e accept Q1 "${good[@]}" --certificate J10 --room 2诊室 --owner D1 --staff N1 --price 45000
is "$out" YS20261001-0001 'accepted: its number'
is "$(medi-db export equipment -o csv --no-header | grep E9)" 'S01,E9,皮秒,laser,Y1,,U3,国械注准20203091111,SN9,2诊室,ok,2026-10-01,4500000,2028-09-30,2034-09-30,D1,1,,0,,,,,,,' 'its file is open'
is "$(e list --no-header | awk -F '\t' '$2 == "E9" { print $9, $10, $12 }')" '1 ok 2027-09-30' 'and it may be used'
is "$(e show E9 --no-header | awk -F '\t' '$1 == "accepted" || $1 == "refused" { print $1, $2, $6 }' | tr '\n' ',')" 'accepted YS20261001-0001 N1,refused JS20261001-0002 N1,refused JS20261001-0001 N1,' 'its file has its acceptance, and what was refused before'
like "$(e show E9 --no-header)" 'Q1 Y1 SN9: damage: 外壳开裂' 'its file says why'
no 'refused when it is in' 'Q1: its machine is accepted already' e accept Q1 --model Y2 --reject
change "UPDATE equipment_refusal SET at = at + 86400 WHERE code = 'JS20261001-0002'"
exits 1 'a refusal behind the acceptance' medi-db check --fail-on error --no-header
like "$out" 'equipment_refusal.*JS20261001-0002' 'a refusal behind the acceptance: found'
change "UPDATE equipment_refusal SET at = at - 86400 WHERE code = 'JS20261001-0002'"
no 'twice' 'request: Q1: its machine is accepted already' e accept Q1 "${good[@]}" --code E10 --serial SN10
exits 0 'one without calibration' e request --name 冷喷 --kind cooler --reason x --code Q2
offer Q2 U1 K1 100 12 0 60
no 'before one is chosen' 'request: Q2: no offer is chosen yet' e accept Q2 "${good[@]}"
e choose Q2 U1 --reason 小额
exits 0 'one without calibration: accepted' e accept Q2 --code E11 --model K1 --registration 国械注准20203091111 --serial K01 --quality-paper c --manual m --accessories a --trial t --calibrate no
no 'dropped after that' 'Q2: its machine is accepted already' e drop Q2 --reason x
e request --name x --kind y --reason z --code Q3 >/dev/null
exits 2 'dropped without a reason' e drop Q3
exits 0 'dropped' e drop Q3 --reason 缓办
no 'dropped twice' 'Q3: was dropped' e drop Q3 --reason x
is "$(e requests --no-header | cut -f2,4,13 | tr '\t\n' ' ,')" 'Q3 dropped ,Q2 accepted E11,Q1 accepted E9,' 'all requests'

# ---- the emergency kit ----
exits 1 'none at all' s emergency --no-header
is "$(printf '%s\n' "$out" | cut -f1-3 | tr '\t' ' ')" 'error S01 nothing' 'none at all: says so'
exits 2 'how much?' s emergency set I3
exits 0 'what it must have' s emergency set I3 --quantity 10
printf 'store,item,code,expires_on,received_on,quantity,cost_fen,place\nS01,I3,A1,2026-10-31,2026-08-01,6,60,急救车\nS01,I3,A2,2026-09-30,2026-08-01,4,40,急救车\nS01,I3,A3,2028-09-30,2026-08-01,40,40,药房\n' | medi-db import -q lots - >/dev/null
e add AED --name 除颤仪 --kind defibrillator --calibrate no --emergency yes
e plan AED 自检 --every 1 --from 2026-09-29 --blocks yes
exits 1 'what it lacks' s emergency --no-header
is "$(printf '%s\n' "$out" | cut -f1,3,4,6,9,10 | tr '\t\n' ' ,')" 'error missing I3  10 6,error expiring I3 A2  4,error maintenance AED 自检  ,warning expiring I3 A1  6,' 'what it lacks, what is over, what is due'
exits 0 'expiring knows the place too' s expiring --place 急救车 --days 0 --fail-on error --as-of 2026-09-30
s move I3 A3 --to 急救车
s waste I3=4@A2 --reason 过期 >/dev/null
e maintain AED 自检 --staff N1 >/dev/null
exits 0 'nothing grave' s emergency --fail-on error --days 30
e fault AED --what 电池 --staff N1 >/dev/null
exits 1 'a fault of the defibrillator, at once' s emergency --fail-on error --no-header
like "$out" 'error	S01	fault	AED' 'a fault of the defibrillator: says so'
s quarantine A3 --reason 待查 >/dev/null
like "$(s emergency --no-header)" 'error	S01	quarantined	I3' 'what is set apart does not count'
exits 0 'elsewhere' s emergency set I3 --quantity 0

# ---- sixteen at once ----
medi-db duty grant -q "$me" buyer
e request --name 超声 --kind hifu --reason x --code Q4 >/dev/null
offer Q4 U1 H1 100 12 0 60
offer Q4 U3 H1 100 12 0 60
e repair "$(ask "SELECT code FROM fault")" --by 厂家
for n in 1 2 3 4 5 6 7 8; do
    (e repaired "$(ask 'SELECT code FROM fault')" --verified-by D1 --cost "$n" --wait 60 >"free.$n" 2>&1; echo $? >"free.$n.code") &
    (e choose Q4 "U$((n % 2 * 2 + 1))" --reason "$n" --wait 60 >"choose.$n" 2>&1; echo $? >"choose.$n.code") &
done
wait
is "$(cat free.?.code | sort | tr -d '\n') $(cat choose.?.code | sort | tr -d '\n')" '03333333 03333333' 'one ends the repair, one chooses'
is "$(cat free.? | grep -c 'is repaired already') $(cat choose.? | grep -c 'is chosen already')" '7 7' 'the others are told'
is "$(ask "SELECT state FROM equipment WHERE code = 'AED'")" ok 'and it is free'
for n in 1 2 3 4 5 6 7 8; do
    (e fault AED --what 同一故障 --staff N1 --wait 60 >"same.$n" 2>&1; echo $? >"same.$n.code") &
    (e accept Q4 "${good[@]}" --model H1 --code "H$n" --serial "H$n" --calibrate no --wait 60 >"in.$n" 2>&1; echo $? >"in.$n.code") &
done
wait
is "$(cat same.?.code | sort | tr -d '\n') $(cat in.?.code | sort | tr -d '\n')" '03333333 03333333' 'one reports, one accepts'
is "$(ask "SELECT COUNT(*) FROM fault WHERE what = '同一故障'") $(ask "SELECT COUNT(*) FROM equipment WHERE kind = 'hifu'")" '1 1' 'nothing is doubled'
exits 0 'checked' medi-db check
exits 0 'nobody meddled' medi-audit verify --deep
