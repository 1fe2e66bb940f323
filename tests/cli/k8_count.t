#!/bin/bash
# K8: a stocktake: blind sheet, anchored to its moment so that later moves survive, approved by a second person; then nothing can
# be entered into the time before it. K11: what is controlled moves before two people.
# Broken once, and seen to fail: with `c.at > $4` for `>=` in move-fence.sql the movement at the count's very moment passes; with the
# adjustment dated now the balance at the count's moment is not what was counted; without before_issue a controlled item goes out
# by no paper.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
stock() { medi-stock "$@" --lang en; }
cut_rows() { printf '%s\n' "$out" | tail -n +2 | cut -f"$1" | tr '\t\n' '| '; }
had() { stock balance "$1" --as-of "$2" --no-header | cut -f5; }
person boss manager '' D2
person boss2 manager '' K1

# ---- counted while the clinic goes on ----
MEDI_NOW=2026-10-01T10:00:00+08:00
run stock count start --note 月末
take=$out
is "$code $take" '0 SC20261001-0001' 'begun'
run stock count sheet "$take"
is "$code $(cut_rows 2,4,7)" '0 I1|L1| I1|L2| I2|N1| ' 'the sheet tells no quantities'
is "$(printf '%s\n' "$out" | head -1 | tr '\t' ' ')" 'place item name lot expires_on unit counted' 'not even in a column'
MEDI_NOW=2026-10-01T10:20:00+08:00
exits 0 'one goes on issuing' stock issue I2=100 -r 治疗室
exits 0 'and enters late what happened before' stock issue I1=10@L1 --at 2026-10-01T09:00:00+08:00
stock count sheet "$take" -o csv | awk -F, 'NR == 1 || $4 == "L1" { if (NR > 1) $0 = $0 "285" } { print }' >sheet.csv
run bash -c 'medi-stock count enter "$1" - --lang en <sheet.csv' - "$take"
is "$code" 0 'a sheet comes back'
exits 0 'a lot by itself' stock count enter "$take" I2 N1 1002
exits 3 'one is not counted yet' stock count approve "$take"
like "$err" 'I1 lot L2 is not counted yet' 'one is not counted yet: says which'
for bad in 'I9 L1 5' 'I1 L9 5' 'I1 L1 1.5' 'I1 L1 5ml'; do
    # shellcheck disable=SC2086
    exits 3 "count $bad" stock count enter "$take" $bad
done
exits 3 'no such count' stock count enter SC9 I1 L1 5
exits 0 'nothing is a quantity too' stock count enter "$take" I1 L2 0
exits 0 'it is counted again' stock count enter "$take" I1 L2 300
run stock count show "$take"
is "$(cut_rows 3,5,6,7)" 'L1|290|285|-5 L2|300|300|0 N1|1000|1002|2 ' 'compared with the books of its moment'

# ---- by two people ----
run as boss medi-stock count approve "$take" --lang en
is "$code" 75 'a second person is needed'
like "$err" 'stock.count needs a second person: request 1' 'a second person is needed: says so'
is "$(ask 'SELECT COUNT(*) FROM stock_move')" 2 'nothing is put right yet'
like "$(medi-db request list --no-header)" 'S01 SC20261001-0001: I1 L1: 290 on the books, 285 counted; I2 N1: 1000 on the books, 1002 counted' 'the consent is to every number'
exits 3 'not by the one who asked' as boss medi-db request approve 1
exits 0 'another consents' as boss2 medi-db request approve 1
exits 0 'and something else was counted' stock count enter "$take" I1 L1 284
run as boss medi-stock count approve "$take" --lang en
is "$code" 75 'that is another consent'
exits 0 'as it was' stock count enter "$take" I1 L1 285
run as boss medi-stock count approve "$take" --lang en
is "$code $err" '0 medi-stock: closed; 2 lots differed' 'approved'
is "$(had I1 2026-10-01T10:00:00+08:00) $(had I2 2026-10-01T10:00:00+08:00) $(had I2 2026-10-01T10:20:00+08:00)" '585 1002 902' 'the books are what was counted, and what moved later stands'
is "$(had I1 2026-10-01T09:59:59+08:00)" 590 'from that moment on'
is "$(ask "SELECT quantity, cost_fen, at = 1790820000 FROM stock_move WHERE kind = 'count' ORDER BY id" | tr '\n' ' ' | sed 's/|[t1] /|yes /g')" '-5|-167|yes 2|2|yes ' 'the adjustments are dated at its moment, at cost'
is "$(stock count list --no-header | cut -f2,4,8 | tr '\t' '|')" "$take|closed|boss2" 'closed by whose consent'
exits 3 'approved twice' as boss medi-stock count approve "$take" --lang en
exits 3 'entered when closed' stock count enter "$take" I1 L1 1

# ---- the time before it is closed ----
exits 3 'at its very moment' stock issue I1=1@L1 --at 2026-10-01T10:00:00+08:00
like "$err" 'lot L1: was counted since then \(SC20261001-0001\), and the count has settled what came before it' 'at its very moment: says why'
exits 3 'a year before' stock issue I2=1@N1 --at 2026-09-01
exits 3 'nor is countered what was before' stock counter "$(ask "SELECT MIN(code) FROM stock_move WHERE at < 1790820000")" -r x
exits 0 'a second later' stock issue I1=1@L1 --at 2026-10-01T10:00:01+08:00
exits 0 'every sum is right' medi-db check
change "INSERT INTO stock_move (store_id, id, code, item_id, lot_id, kind, quantity, cost_fen, at, day) SELECT store_id, 900, 'M900', item_id, id, 'issue', 0 - 1, 0, 1790819000, 20727 FROM lot WHERE code = 'L1'"
like "$(medi-db check --no-header)" 'stock_count_moved.*SC20261001-0001.*I1 L1, 285 / 284' 'what was put in behind the tools is found'
change "DELETE FROM stock_move WHERE id = 900"

# ---- a count that is given up, and one in which more has gone than was found ----
MEDI_NOW=2026-10-01T11:00:00+08:00
run stock count start I1
other=$out
exits 2 'without a reason' stock count cancel "$other"
exits 0 'given up' stock count cancel "$other" --note 停电
exits 3 'given up twice' stock count cancel "$other" --note 停电
run stock count start I1
other=$out
exits 0 'three of them' stock count enter "$other" I1 L1 3
exits 0 'and all' stock count enter "$other" I1 L2 300
MEDI_NOW=2026-10-01T11:30:00+08:00
exits 0 'but ten go meanwhile' stock issue I1=10@L1
as boss medi-stock count approve "$other" 2>/dev/null
as boss2 medi-db request approve "$(ask 'SELECT MAX(id) FROM request')" 2>/dev/null
run as boss medi-stock count approve "$other" --lang en
is "$code" 3 'more has gone since than was found'
is "$(had I1 2026-10-01T11:30:00+08:00) $(ask "SELECT state FROM stocktake WHERE code = '$other'")" '574 open' 'nothing is put right'
exits 3 'of nothing' stock count start --place 月球

# ---- what is controlled ----
printf 'code,name,kind,unit,storage,vial_size,open_hours,controlled\nI9,芬太尼,drug,ml,ambient,10,24,1\n' | import items
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I9,F1,2027-01-01,2026-08-01,100,5000\n' | import lots
exits 3 'without a paper' stock issue I9=10 --staff D2
like "$err" 'I9=10: is controlled: --paper names the prescription, or the slip, by which it is issued' 'without a paper: says so'
exits 3 'a blank is none' as boss medi-stock issue I9=10 --paper ' '
exits 3 'nobody is known' stock issue I9=10 --paper RX0
like "$err" '--staff names who does it' 'nobody is known: says so'
run as boss medi-stock issue I9=10 --reason 麻醉 --paper RX0 --lang en
is "$code $(ask "SELECT subject FROM request WHERE deed = 'stock.controlled'")" '75 issue S01 I9=10 for RX0' 'it waits for another'
exits 0 'who consents' as boss2 medi-db request approve "$(ask 'SELECT MAX(id) FROM request')"
exits 75 'another paper is another consent' as boss medi-stock issue I9=10 --reason 麻醉 --paper RX9
exits 0 'issued' as boss medi-stock issue I9=10 --reason 麻醉 --paper RX0
is "$(stock ledger F1 --no-header | cut -f7,8,14,15,18 | tr '\t\n' '| ')" 'receipt|100||| issue|-10|D2|K1|RX0 ' 'both stand in the ledger'
run as boss medi-stock open I9 --lang en
pack=$(cut_rows 1 | tr -d ' ')
exits 3 'drawn without a prescription' as boss medi-stock use "$pack" 2 --lang en
like "$err" '--paper names the prescription' 'drawn without a prescription: says so'
as boss medi-stock use "$pack" 2 --paper RX1 2>/dev/null
exits 0 'consented' as boss2 medi-db request approve "$(ask 'SELECT MAX(id) FROM request')"
exits 0 'drawn' as boss medi-stock use "$pack" 2 --paper RX1
way=(--method 稀释后倾倒 --place 处置室 --witness 王主任)
as boss medi-stock waste --pack "$pack" --reason 余液销毁 "${way[@]}" 2>/dev/null
exits 0 'consented' as boss2 medi-db request approve "$(ask 'SELECT MAX(id) FROM request')"
exits 0 'the rest is destroyed' as boss medi-stock waste --pack "$pack" --reason 余液销毁 "${way[@]}"
is "$(stock ledger F1 --no-header | tail -2 | cut -f7-9,12,14,15,18 | tr '\t\n' '| ')" "use|-2|88|$pack|D2|K1|RX1 waste|-8|80|$pack|D2|K1|XH20261001-0001 " 'the dose ledger balances to the opened vial'
is "$(ask "SELECT quantity - used FROM vial WHERE code = '$pack'")" 0 'and it is empty'
exits 0 'every sum is right' medi-db check --fail-on error
