#!/bin/bash
# V5: the treatment's record: who, where, when, with what, at what cost; stock and balance in the same transaction;
# corrections append; sixteen at once leave every figure exact.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
opened
lot() { ask "SELECT moved, moved_fen FROM lot WHERE code = '$1'"; }
lines() { ask "SELECT u.line, i.code, l.code, u.quantity, u.cost_fen FROM treatment_item AS u JOIN item AS i ON i.id = u.item_id JOIN lot AS l ON l.store_id = u.store_id AND l.id = u.lot_id JOIN treatment AS t ON t.store_id = u.store_id AND t.id = u.treatment_id WHERE t.code = '$1' ORDER BY u.line" | tr '\n' ' '; }

# ---- in one step ----
run visit treat V1 -p P1 --operator D1 --nurse N1 --hand K1:assistant:200 --room 治疗室1 --start 2026-10-01T09:00:00+08:00 --until 2026-10-01T09:00:00+08:00 --order HT1 --recognised 980 --note 左侧
is "$code $out" '0 T20261001-0001' 'in one step: its code'
is "$(ask "SELECT d.code, n.code, room, device, status, quantity, recognised_fen, order_code, t.day FROM treatment AS t JOIN staff AS d ON d.id = t.doctor_id JOIN staff AS n ON n.id = t.nurse_id")" 'D1|N1|治疗室1|E1|completed|1|98000|HT1|20727' 'in one step: operator, nurse, room, the only device, money'
is "$(ask "SELECT s.code, h.part, h.share FROM treatment_hand AS h JOIN staff AS s ON s.id = h.staff_id ORDER BY h.part" | tr '\n' ' ')" 'K1|assistant|200 D1|operator| ' 'in one step: hands'
is "$(lines T20261001-0001)" '1|I1|L1|20|667 2|I2|N1|1|1 ' 'in one step: the kit, with its cost'
is "$(lot L1) $(lot N1)" '-20|-667 -1|-1' 'in one step: stock moved'
is "$(ask 'SELECT kind, quantity, cost_fen, day FROM stock_move ORDER BY id' | tr '\n' ' ')" 'use|-20|-667|20727 use|-1|-1|20727 ' 'in one step: by movements'
is "$(ask 'SELECT quantity, used, use_by - opened_at FROM vial')" '100|20|14400' 'in one step: a pack was opened'
is "$(ask "SELECT status FROM visit WHERE code = 'V1'")" 'in-progress' 'in one step: the wait is over'
is "$(ask "SELECT COUNT(*) FROM log WHERE subject = 'treatment S01 T20261001-0001' AND verb = 'treat'")" 1 'in one step: logged'

# ---- in two steps ----
run visit treat V1 -p P1 --operator D1
is "$code $out" '0 T20261001-0002' 'in two steps: begun'
is "$(ask "SELECT status, COALESCE(ended_at, 0) FROM treatment WHERE code = 'T20261001-0002'")" 'in-progress|0' 'in two steps: under way'
is "$(ask 'SELECT used FROM vial')" 40 'in two steps: from the pack that is open'
MEDI_NOW=2026-10-01T09:30:00+08:00
exits 3 'ends before it began' visit treat --end T20261001-0002 --until 2026-10-01T08:59:59+08:00
exits 2 'end takes no project' visit treat --end T20261001-0002 -p P1
exits 3 'end with more than there is' visit treat --end T20261001-0002 --use I1=999@L1
is "$(ask "SELECT status FROM treatment WHERE code = 'T20261001-0002'")" in-progress 'end with more than there is: nothing written'
exits 3 'end with what nobody checked' visit treat --end T20261001-0002 --use I1=5@L2
like "$err" 'product-unchecked' 'end with what nobody checked: says so'
exits 0 'ended, with five more' visit treat --end T20261001-0002 --use I1=5
is "$(ask "SELECT status, ended_at - started_at FROM treatment WHERE code = 'T20261001-0002'")" 'completed|1800' 'ended: after half an hour'
is "$(lines T20261001-0002)" '1|I1|L1|20|666 2|I2|N1|1|1 3|I1|L1|5|167 ' 'ended: the line was added'
exits 3 'ended twice' visit treat --end T20261001-0002
like "$err" 'T20261001-0002 is completed; .*medi-visit amend' 'ended twice: says what to do'
exits 3 'none to end' visit treat --end T9
run visit treat V1 -p P1 --operator D1 --use I2=1
exits 0 'broken off' visit treat --end "$out" --stopped
is "$(ask "SELECT status FROM treatment WHERE code = 'T20261001-0003'")" stopped 'broken off: says so'
exits 2 'stopped without an end' visit treat V1 -p P1 --operator D1 --stopped
exits 2 'no project' visit treat V1
for use in I1 I1=0 I1=1.5 I1=-3 =3 I1=3@; do
    exits 2 "use $use" visit treat V1 -p P1 --operator D1 --use "$use"
done
exits 3 'use of no item' visit treat V1 -p P1 --operator D1 --use I9=1
exits 3 'use of no lot' visit treat V1 -p P1 --operator D1 --use I1=1@L9
exits 3 'the code of another' visit treat V1 -p P1 --operator D1 --code T20261001-0001
like "$err" 'treatment T20261001-0001: there already' 'the code of another: says so'
is "$(ask 'SELECT COUNT(*) FROM treatment')" 3 'nothing else was written'

# ---- an opened pack keeps four hours ----
MEDI_NOW=2026-10-01T12:59:59+08:00
exits 0 'the last second of the open pack' visit treat V1 -p P1 --operator D1 --until 2026-10-01T12:59:59+08:00
is "$(ask 'SELECT COUNT(*), MAX(used) FROM vial')" '1|65' 'the last second of the open pack: from it'
MEDI_NOW=2026-10-01T13:00:00+08:00
exits 0 'the second after' visit treat V1 -p P1 --operator D1 --until 2026-10-01T13:00:00+08:00
is "$(ask 'SELECT used FROM vial ORDER BY id' | tr '\n' ' ')" '65 20 ' 'the second after: another pack is opened'
exits 3 'and what is left of the old one is not there' visit treat V1 -p P1 --operator D1 --use I1=250@L1
like "$err" 'product-opened: I1 lot L1 was opened too long ago.*product-short|product-opened' 'and what is left of the old one: says so'

# ---- corrections append ----
before=$(ask 'SELECT COUNT(*) FROM treatment_item')
exits 2 'an amendment without words' visit amend T20261001-0001 --reason x --staff D1
exits 2 'an amendment without a reason' visit amend T20261001-0001 --what x --staff D1
exits 3 'of no treatment' visit amend T9 --what x --reason y --staff D1
exits 3 'a line that is not there' visit amend T20261001-0001 --what x --reason y --staff D1 --undo 9
exits 2 'a line that is no number' visit amend T20261001-0001 --what x --reason y --staff D1 --undo one
is "$(ask 'SELECT COUNT(*) FROM amendment')" 0 'nothing written'
run visit amend T20261001-0001 --kind correction --what '右侧, 实际 15 U' --reason 录入错误 --staff D1 --undo 1 --use I1=15
is "$code $out" '0 AM20261001-0001' 'an amendment'
is "$(lines T20261001-0001)" '1|I1|L1|20|667 2|I2|N1|1|1 3|I1|L1|-20|-667 4|I1|L1|15|500 ' 'an amendment: counter-entries, and what is right'
is "$(holding '实际 15 U')" '' 'an amendment: sealed'
like "$(medi-db export amendments --reveal test -o csv)" '实际 15 U' 'an amendment: can be opened'
exits 3 'undone twice' visit amend T20261001-0001 --what x --reason y --staff D1 --undo 1
like "$err" 'was countered already' 'undone twice: says so'
exits 3 'undoing the undoing' visit amend T20261001-0001 --what x --reason y --staff D1 --undo 3
exits 0 'a late note' visit amend T20261001-0001 --kind late-note --what 抢救经过 --reason 抢救后补记 --staff D1
is "$(ask "SELECT COUNT(*) FROM treatment_item")" "$((before + 2))" 'the old lines stand as they were'

# ---- 划扣 ----
printf 'store,code,client,order,project,bought,paid_fen,sold_on,expires_on\nS01,B1,C1,HT1,P1,3,100000,2026-09-01,2026-10-01\nS01,B2,C1,HT2,P1,3,90000,2026-09-01,2026-12-31\nS01,B3,C3,HT3,P1,3,90000,2026-09-01,2026-12-31\n' | import prepaids
printf 'store,code,order,client,project,kind,amount_fen,paid_at\nS01,Y1,HT1,C1,P1,payment,100000,2026-09-01 10:00\nS01,Y2,HT2,C1,P1,payment,90000,2026-09-01 10:00\nS01,Y3,HT3,C3,P1,payment,90000,2026-09-01 10:00\nS01,Y9,HT9,C1,P1,payment,77777,2026-09-01 10:00\n' | import payments
drawn() { ask "SELECT used, recognised_fen FROM prepaid WHERE code = '$1'"; }
exits 0 'a balance' visit treat V1 -p P1 --operator D1 --use I2=1 --prepaid B1
is "$(drawn B1) $(ask "SELECT prepaid, recognised_fen, order_code FROM treatment ORDER BY id DESC LIMIT 1")" '1|33333 B1|33333|HT1' 'a balance: drawn, and recognised'
exits 0 'whichever fits' visit treat V1 -p P1 --operator D1 --use I2=2 --prepaid auto --quantity 2
is "$(drawn B1)" '3|100000' 'whichever fits: the one that ends first, to the last fen'
exits 3 "another's" visit treat V1 -p P1 --operator D1 --use I2=1 --prepaid B3
exits 3 'too many' visit treat V1 -p P1 --operator D1 --use I2=1 --prepaid B2 --quantity 4
exits 2 'both' visit treat V1 -p P1 --operator D1 --use I2=1 --prepaid B2 --recognised 5
is "$(drawn B2) $(drawn B3)" '0|0 0|0' 'nothing drawn'

# ---- two people at what is controlled ----
change "UPDATE item SET controlled = 1 WHERE code = 'I1'"
exits 3 'one person' visit treat V1 -p P1 --operator D1 --use I1=5
like "$err" 'product-second: I1 is controlled' 'one person: says so'
person nurse1 nurse S01 N1
exits 0 'the nurse checks it' as nurse1 medi-visit verify-product V1 -p P1 --item I1 --lot L1 --staff N1 --confirmed
MEDI_NOW=2026-10-01T13:05:00+08:00
exits 0 'two people' visit treat V1 -p P1 --operator D1 --use I1=5 --use I2=1 --start 2026-10-01T13:02:00+08:00
is "$(ask "SELECT i.code, m.quantity, s.code FROM stock_move AS m JOIN item AS i ON i.id = m.item_id LEFT JOIN staff AS s ON s.id = m.second_id ORDER BY m.id DESC LIMIT 2" | tr '\n' ' ')" 'I2|-1| I1|-5|N1 ' 'two people: both stand in the movement of what is controlled'
is "$(ask "SELECT detail FROM log WHERE verb = 'treat' ORDER BY store_id DESC, seq DESC LIMIT 1")" 'started 180 s before it was entered' 'and in the log, that it was entered later'
exits 0 'and five more at its end' visit treat --end "$out" --use I1=5
is "$(ask 'SELECT s.code FROM stock_move AS m JOIN staff AS s ON s.id = m.second_id ORDER BY m.id DESC LIMIT 1')" N1 'and five more: by the same two'
change "UPDATE item SET controlled = 0 WHERE code = 'I1'"

# ---- sixteen at once, from one lot and one balance ----
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I2,X1,2027-01-01,2026-08-01,50,3333\n' | import lots
printf 'store,code,client,order,project,bought,paid_fen,sold_on\nS01,B9,C1,HT9,P1,20,77777,2026-09-01\n' | import prepaids
sixteen() { # OPTION…
    for n in $(seq 16); do
        (visit treat V1 -p P1 --operator D1 --code "$1-$n" --use "I2=3@X1" --prepaid B9 --wait 60 >"at.$1.$n" 2>&1; echo $? >"at.$1.$n.code") &
    done
    wait
}
sixteen A
is "$(cat at.A.*.code | sort | uniq -c | tr -s ' \n' ' ')" ' 16 0 ' 'sixteen at once: all went'
is "$(lot X1 | cut -d'|' -f1)" -48 'sixteen at once: 48 of the lot'
is "$(drawn B9)" "16|$(ask "SELECT SUM(recognised_fen) FROM treatment WHERE code LIKE 'A-%'")" 'sixteen at once: 16 of the balance, as much as they recognised'
is "$(lot X1 | cut -d'|' -f2)" "-$(ask "SELECT SUM(u.cost_fen) FROM treatment_item AS u JOIN treatment AS t ON t.store_id = u.store_id AND t.id = u.treatment_id WHERE t.code LIKE 'A-%'")" 'sixteen at once: and as much as they cost'
sixteen B
is "$(cat at.B.*.code | sort | uniq -c | tr -s ' \n' ' ')" ' 16 3 ' 'sixteen more: two of the lot are not enough for any'
is "$(lot X1 | cut -d'|' -f1) $(drawn B9 | cut -d'|' -f1)" '-48 16' 'sixteen more: nothing moved, nothing drawn'
is "$(grep -lc 'product-short: I2: 3 支 are wanted, and 2 usable' at.B.* | wc -l)" 16 'sixteen more: each is told'
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I2,X1,2027-01-01,2026-08-01,500,3333\n' | import lots
sixteen C
is "$(cat at.C.*.code | sort | uniq -c | tr -s ' \n' ' ')" ' 4 0 12 3 ' 'the balance has four left: four go'
is "$(drawn B9)" '20|77777' 'the balance is used up to the last fen'
is "$(lot X1 | cut -d'|' -f1)" -60 'and those that were refused took nothing'
is "$(ask "SELECT COUNT(*) FROM lot WHERE quantity + moved < 0")" 0 'no lot below zero'

# ---- the books ----
exits 0 'every sum is right' medi-db check
exits 0 'nobody meddled' medi-audit verify

# ---- out and in again ----
kinds='stores staff licences channels projects items lots kits indications project_exams consent_forms clients visits contracts contract_lines payments prepaids
       assessments exams signatures product_checks treatments treatment_items treatment_hands vials stock_moves equipment calibrations amendments overrides'
unset MEDI_STORE
mkdir out
for kind in $kinds; do medi-db export -q "$kind" --reveal test -o csv >"out/$kind.csv"; done
init again
for kind in $kinds; do
    [ "$(wc -l <"out/$kind.csv")" -lt 2 ] || medi-db import -q "$kind" "out/$kind.csv" -d "$(at again)" >/dev/null || echo "# $kind"
    is "$(medi-db export -q "$kind" --reveal test -o csv -d "$(at again)" | cmp - "out/$kind.csv" && echo same)" same "$kind: out and in again"
done
exits 0 'the copy breaks no rule' medi-db check -d "$(at again)"
