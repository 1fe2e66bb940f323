#!/bin/bash
# K11: what is controlled is destroyed before two people, by a method, at a place, before a witness, and the record says so; the
# register by opened pack balances: opened = used + wasted + rest, each use with its prescription or treatment.
# Broken once, and seen to fail: without stock_paper a prescription serves again; with undone left out (dose.part) the countered use wants its prescription too; without
# stock_witness the doer watches himself; with < for <= what is used, or left, at the deadline's very second.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
stock() { medi-stock "$@" --lang en; }
cut_rows() { printf '%s\n' "$out" | tail -n +2 | cut -f"$1" | tr '\t\n' '| '; }
person boss manager '' D2
person boss2 manager '' K1
consent() { as boss2 medi-db request approve -q "$(ask 'SELECT MAX(id) FROM request')"; }
both() { # asked, consented, done
    as boss medi-stock "$@" >/dev/null 2>&1
    consent
    run as boss medi-stock "$@" --lang en
}
printf 'code,name,kind,unit,storage,vial_size,open_hours,controlled\nI9,芬太尼,drug,ml,ambient,10,24,1\n' | import items
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I9,F1,2027-01-01,2026-08-01,100,5000\nS01,I9,F0,2026-09-01,2026-08-01,20,900\n' | import lots
printf 'store,code,client,project,doctor,started_at,status,quantity,recognised_fen\nS01,T1,C1,P1,D1,2026-10-01 09:30,completed,1,100000\n' | import treatments

# ---- destroyed ----
MEDI_NOW=2026-10-01T09:00:00+08:00
run as boss medi-stock open I9
pack=$(cut_rows 1 | tr -d ' ')
MEDI_NOW=2026-10-01T09:30:00+08:00
both use "$pack" 2 --paper RX1
is "$code" 0 'used for a prescription'
MEDI_NOW=2026-10-02T08:00:00+08:00 exits 3 'a prescription serves on its day only' as boss medi-stock use "$pack" 1 --paper RX1 --lang en
like "$err" 'RX1: served already, by [A-Z0-9-]* of 2026-10-01, and a prescription is good once' 'a prescription serves on its day only: says so'
exits 3 'and no issue of the same day' as boss medi-stock issue I9=1 --paper RX1 --lang en
both use "$pack" 3 --treatment T1
is "$code" 0 'used in a treatment'
both use "$pack" 1 --paper RX2
wrong=$(cut_rows 1 | tr -d ' ')
both counter "$wrong" --reason 录入错误
is "$code" 0 'and one that never was is countered'
MEDI_NOW=2026-10-01T10:00:00+08:00
way=(--method 稀释后倾倒 --place 处置室)
for less in '' '--method 稀释' '--method 稀释 --place 处置室' '--place 处置室 --witness 王主任'; do
    # shellcheck disable=SC2086
    exits 3 "destroyed with no more than '$less'" as boss medi-stock waste --pack "$pack" --reason 余液 $less --lang en
    like "$err" "$pack: --method, --place and --witness are wanted: the record of its destruction names them" "no more than '$less': says so"
done
one_line 'destroyed without a record'
exits 3 'the doer is no witness' as boss medi-stock waste --pack "$pack" --reason 余液 "${way[@]}" --witness D2 --staff D2 --lang en
like "$err" 'D2: who does it is no witness of it' 'the doer is no witness: says so'
exits 3 'nor by name' as boss medi-stock waste --pack "$pack" --reason 余液 "${way[@]}" --witness 赵医生 --lang en
run as boss medi-stock waste --pack "$pack" --reason 余液 "${way[@]}" --witness 王主任 --lang en
is "$code $(ask "SELECT subject FROM request WHERE state = 'pending'")" "75 waste S01 $pack I9=5: 稀释后倾倒, 处置室, 王主任" 'a second person consents to quantity, method, place and witness'
is "$(ask 'SELECT COUNT(*) FROM disposal')" 0 'nothing is destroyed yet'
consent
run as boss medi-stock waste --pack "$pack" --reason 余液 "${way[@]}" --witness 李主任 --lang en
is "$code" 75 'another witness is another consent'
run as boss medi-stock waste --pack "$pack" --reason 余液 "${way[@]}" --witness 王主任 --lang en
is "$code $(cut_rows 2,3,4)" '0 I9|F1|5 ' 'destroyed'
both waste I9=20@F0 --reason 过期 "${way[@]}" --witness 王主任 --paper 销2026-7
is "$code" 0 'what is expired is destroyed whole, under a number of its own'
both waste I9=1@F1 --reason 破损 "${way[@]}" --witness 王主任 --paper 销2026-7
is "$code" 3 'a number stands once'
like "$err" '销2026-7: there is a record of destruction of that number already' 'a number stands once: says so'

# ---- the record ----
run stock disposal
is "$code $(cut_rows 2,5,7-11,12-16,18)" "0 XH20261001-0001|I9|F1|$pack|5|ml|稀释后倾倒|处置室|王主任|D2|K1|余液|0 销2026-7|I9|F0||20|ml|稀释后倾倒|处置室|王主任|D2|K1|过期|0 " 'the record of destruction'
is "$(stock disposal --from 2026-10-02 --no-header)$(stock disposal --item I2 --no-header)$(stock disposal --store S02 --no-header)" '' 'of other days, another item, another store'
is "$(stock disposal --as-of 2026-10-01T09:59:00+08:00 --no-header)" '' 'before it was'
exits 0 'what is not controlled may have one' stock waste I2=3@N1 --reason 污染 --method 焚烧 --place 医废间 --witness 王主任
is "$(stock disposal --item I2 --no-header | cut -f9,11,15)" $'3\t焚烧\t' 'and is in it'
exits 3 'but a whole one' stock waste I2=3@N1 --reason 污染 --method 焚烧
exits 0 'and needs none' stock waste I2=1@N1 --reason 污染

# ---- the register ----
run stock dose ledger
is "$code $(cut_rows 4,6,8,9,11-15)" "0 $pack|opened|10|10||||| $pack|use|-2|8|||RX1|D2|K1 $pack|use|-3|5|T1|C1||D2|K1 $pack|use|-1|4|||RX2|D2|K1 $pack|counter|1|5|||RX2|D2|K1 $pack|waste|-5|0|||XH20261001-0001|D2|K1 |waste|-20||||销2026-7|D2|K1 " 'the register: each opened pack to its end'
is "$(stock dose ledger --pack "$pack" --no-header | wc -l)$(stock dose ledger --from 2026-10-02 --no-header)" 6 'of one pack; of other days'
# a label in the place of the pack: another lot is open while this one is not
stock item label I9 06901234567892 --holds 10 >/dev/null
no_pack=$(MEDI_STORE=S01 medi-stock dose ledger --pack '(01)06901234567892(17)270101(10)F1' --lang en 2>&1) && no_pack=found
like "$no_pack" 'I9 lot F1: no pack of it is open' 'the label of what is closed finds no pack'
is "$(MEDI_STORE=S01 medi-stock dose ledger --pack '(01)06901234567892(17)270101(10)F1' --as-of 2026-10-01T09:45:00+08:00 --no-header | cut -f4 | sort -u)" "$pack" 'and the one that was open'
run stock dose balance
is "$code $(cut_rows 1,4,5,7-16)" "0 ok|F0||20|0|20|0|0|0|0|0|0|0 ok|F1|$pack|10|5|5|0|0|0|0|0|0|0 " 'opened = used + wasted + rest'
is "$(stock dose balance --as-of 2026-10-01T09:45:00+08:00 --no-header | cut -f1,5,7-11 | tr '\t' '|')" "ok|$pack|10|5|0|5|0" 'as it was'

# ---- what does not balance ----
MEDI_NOW=2026-10-02T09:00:00+08:00
run as boss medi-stock open I9
late=$(cut_rows 1 | tr -d ' ')
both use "$late" 4 --paper RX3
is "$(stock dose balance --from 2026-10-02 --no-header | cut -f1,5,7-10,16 | tr '\t' '|')" "ok|$late|10|4|0|6|0" 'open, with a rest'
MEDI_NOW=2026-10-03T09:00:00+08:00
run stock dose balance --from 2026-10-02
is "$code $(cut_rows 1,5,10,16)" "1 warning|$late|6|6 " 'past its deadline, and not destroyed'
exits 0 'that is no error' stock dose balance --from 2026-10-02 --fail-on error
off() { # NAME CHANGE COLUMN VALUE
    copy before
    change "$2"
    run stock dose balance --pack "$pack"
    is "$code $(cut_rows "1,$3")" "1 error|$4 " "$1"
    use before
    copy clinic
    use clinic
}
off 'a ml is gone' "UPDATE vial SET used = used - 1 WHERE code = '$pack'" 11 -1
off 'a use without prescription' "UPDATE stock_move SET paper = NULL WHERE paper IN ('RX1', 'RX2')" 12 1
off 'a use by one alone' "UPDATE stock_move SET second_id = NULL WHERE paper = 'RX1'" 13 1
off 'destroyed without a record' "DELETE FROM disposal WHERE code = 'XH20261001-0001'" 14 1
off 'used behind its deadline' "UPDATE vial SET use_by = opened_at + 60 WHERE code = '$pack'" 15 2
is "$(stock disposal --no-header | wc -l)" 3 'three records'
change "DELETE FROM disposal WHERE code = 'XH20261001-0001'"
is "$(stock disposal --item I9 --no-header | cut -f2,5,9 | tr '\t\n' '| ')" '|I9|5 销2026-7|I9|20 ' 'what was destroyed without one shows as a gap'

# ---- out and in ----
use clinic
medi-db export disposals -q >disposals.tsv
like "$(cat disposals.tsv)" '销2026-7' 'exported'
run medi-db import disposals disposals.tsv
is "$code $(counts)" '0 2 0 0 2 0' 'and back: nothing changes'
