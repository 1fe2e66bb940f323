#!/bin/bash
# V4, V5: sixteen at once treat, pay, give back and close a gate: what is sold, used and given back is exact whoever comes
# first, and nothing is written behind a closed gate.
# Broken once: without the writers' lock it fails on both engines; without the conditions on what is
# left of a balance (sell_balance.c, sell_draw.sql, the table's CHECK) nine are used of five.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
opened
person boss manager '' D1
printf 'project,valid_from,amount_fen,floor_fen\nP1,2026-01-01,20000,0\n' | import prices
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I2,X1,2027-01-01,2026-08-01,100,7777\n' | import lots
number() { ask "SELECT COALESCE(CAST(SUM($1) AS BIGINT), 0) FROM $2"; }
went() { cat "$1".*.code | grep -c '^0$'; } # of those that ran under this name
begin() { # NAME COMMAND…: in the background
    local name=$1
    shift
    ("$@" --wait 60 >"$name.out" 2>&1; echo $? >"$name.code") &
}
sell() { # CODE: a contract on five treatments for 1000.04, in the end to be paid by four
    visit contract draft --client C1 --code "$1" --line 'P1*5=1000.04' >/dev/null &&
        as boss medi-visit contract review "$1" && visit contract sign "$1" --proof 柜1
}
balance() { ask "SELECT code FROM prepaid WHERE order_code = '$1'"; }
sell K0 && visit pay K0 --amount 1000.04 >/dev/null
signature=$(ask 'SELECT MAX(code) FROM signature')
treated=0 refused=0 behind=0 odd=0
for round in 1 2 3 4 5; do
    sell "K$round"
    drawn=$(balance "K$((round - 1))")
    for n in 1 2 3 4 5 6 7 8; do
        begin "treat$round.$n" visit treat V1 -p P1 --operator D1 --use I2=1@X1 --prepaid "$drawn" --code "R$round-$n"
        [ "$n" -gt 5 ] || begin "pay$round.$n" visit pay "K$round" --amount 250.01
        [ "$n" -lt 7 ] || begin "back$round.$n" as boss medi-visit refund "K$((round - 1))" --return "$drawn*1" --reason 不做了 --lang en
        [ "$((round % 2)) $n" != "1 $((round + 3))" ] || begin "close$round.1" visit consent --withdraw "$signature"
    done
    wait
    treats=$(went "treat$round") backs=$(went "back$round")
    treated=$((treated + treats)) refused=$((refused + 8 - treats))
    odd=$((odd + $(cat "treat$round".*.code "pay$round".*.code "back$round".*.code "close$round".*.code 2>/dev/null | grep -vc '^[03]$')))
    is "$(ask "SELECT used, returned, bought FROM prepaid WHERE code = '$drawn'")" "$treats|$backs|5" "round $round: $treats used and $backs given back of five"
    ok "$([ $((treats + backs)) -le 5 ]; echo $?)" "round $round: no more than there were"
    [ $((round % 2)) = 1 ] || is $((treats + backs)) 5 "round $round: ten want five, and nobody closes a gate: five get them"
    is "$(number recognised_fen "treatment WHERE prepaid = '$drawn'") $(number '0 - amount_fen' "payment WHERE order_code = 'K$((round - 1))' AND kind = 'refund'")" \
        "$(ask "SELECT recognised_fen, returned_fen FROM prepaid WHERE code = '$drawn'" | tr '|' ' ')" "round $round: for as much as was recognised and paid out"
    is "$(ask "SELECT COUNT(*) FROM prepaid WHERE code = '$drawn' AND recognised_fen + returned_fen <= paid_fen AND (used + returned < bought OR recognised_fen + returned_fen = paid_fen)")" 1 "round $round: the last takes the last fen"
    is "$(went "pay$round") $(number amount_fen "payment WHERE order_code = 'K$round'")" '4 100004' "round $round: four of five could pay"
    is "$(ask "SELECT COUNT(*), SUM(bought), SUM(paid_fen) FROM prepaid WHERE order_code = 'K$round'")" '1|5|100004' "round $round: one balance, of what was paid"
    is "$(ask "SELECT COUNT(*) FROM treatment WHERE code LIKE 'R$round-%'")" "$treats" "round $round: written is what went"
    [ $((round % 2)) = 0 ] || behind=$((behind + $(ask "SELECT COUNT(*) FROM log AS t WHERE t.subject LIKE 'treatment S01 R$round-%' AND t.store_id = (SELECT id FROM store WHERE code = 'S01') AND t.seq > (SELECT MAX(w.seq) FROM log AS w WHERE w.subject = 'signature S01 $signature' AND w.store_id = t.store_id)")))
    MEDI_NOW=2026-10-01T09:0$round:00+08:00
    [ $((round % 2)) = 0 ] || signature=$(visit consent V1 -p P1 --staff D1 --proof "档案$round")
done
is "$behind" 0 'no treatment behind a consent that was taken back'
is "$odd" 0 'each went or was refused, and nothing else'
ok "$([ "$treated" -gt 0 ] && [ "$refused" -gt 0 ]; echo $?)" "some went ($treated), some were refused ($refused)"
is "$(ask "SELECT moved FROM lot WHERE code = 'X1'") $(number m.quantity "stock_move AS m JOIN lot AS l ON l.store_id = m.store_id AND l.id = m.lot_id WHERE l.code = 'X1'")" "-$treated -$treated" 'one of the lot for each'
is "$(ask "SELECT 0 - moved_fen FROM lot WHERE code = 'X1'")" "$(number cost_fen 'treatment_item')" 'and what it cost stands in the treatments'
is "$(ask 'SELECT COUNT(DISTINCT code) - COUNT(*) FROM payment') $(ask 'SELECT COUNT(DISTINCT code) - COUNT(*) FROM stock_move')" '0 0' 'each payment and movement with a code of its own'
run medi-db check --no-header
is "$code $out" '0 ' 'every sum is right'
exits 0 'the log' medi-audit verify --deep
