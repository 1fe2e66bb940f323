#!/bin/bash
# K3 under concurrency: eight receive the same order at once, and never more of it than was ordered; the same code once.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/supplied.sh
. "$top/tests/cli/data/supplied.sh"
supplied
medi-db duty grant -q "$me" buyer
s order add U1 --code PO1 --line I2=20@0.33 >/dev/null && s order approve PO1
for round in 1 2; do # two of forty deliveries of two each are too many in each round
    for n in 1 2 3 4 5 6 7 8; do
        (s receive PO1 --wait 60 --code "R$round-$n" --line I2=2@N$((n % 2)),made=2026-06-01,expires=2029-05-31 >"race.$n" 2>&1; echo $? >"race.$n.code") &
    done
    wait
    cat race.?.code >>codes
done
is "$(grep -c '^0$' codes) $(grep -c '^3$' codes) $(grep -vc '^[03]$' codes)" '10 6 0' 'ten go, six are refused'
is "$(ask 'SELECT received FROM purchase_line') $(ask 'SELECT SUM(quantity + moved) FROM lot') $(ask 'SELECT SUM(quantity) FROM receipt_line')" '20 20 20' 'as much as was ordered, in order, lots and receipts'
is "$(ask 'SELECT SUM(cost_fen + moved_fen) FROM lot') $(ask 'SELECT SUM(amount_fen) FROM receipt_line')" '660 660' 'and it costs what was ordered'
is "$(ask 'SELECT state FROM purchase')" closed 'the last one closes it'
like "$(cat race.?)" 'order' 'who is refused is told why'

# ---- one delivery, entered by eight at once ----
s order add U1 --code PO2 --line I2=100@0.10 >/dev/null && s order approve PO2
for n in 1 2 3 4 5 6 7 8; do
    (s receive PO2 --wait 60 --code SAME --line I2=5@M1,made=2026-06-01,expires=2029-05-31 >"same.$n" 2>&1; echo $? >"same.$n.code") &
done
wait
is "$(cat same.?.code | sort | tr -d '\n')" 03333333 'once'
is "$(grep -l 'SAME: was received already' same.? | wc -l)" 7 'the others are told'
is "$(ask "SELECT quantity + moved FROM lot WHERE code = 'M1'")" 5 'nothing is doubled'
exits 0 'checked' medi-db check
exits 0 'nobody meddled' medi-audit verify --deep
