#!/bin/bash
# K4: issue -: many lines in one transaction, all or nothing, known by their codes, and by the very rules of a single issue.
# Broken once, and seen to fail: without taking packs first (take_packs) the batch and the single issues end in different lots.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
stock() { medi-stock "$@" --lang en; }
printf 'store,item,code,expires_on,received_on,quantity,cost_fen,state\nS01,I1,L0,2026-09-30,2026-08-01,100,100,ok\nS01,I1,Q1,2027-01-01,2026-08-01,100,100,quarantined\nS01,I2,N0,2026-12-01,2026-08-01,37,1001,ok\n' | import lots
stood() { ask "SELECT code, quantity + moved, cost_fen + moved_fen FROM lot ORDER BY code" "$@"; ask 'SELECT opened_at, use_by, quantity, used, COALESCE(closed_at, 0) FROM vial ORDER BY id' "$@"; ask 'SELECT item_id, lot_id, quantity, cost_fen, day, vial_id FROM stock_move ORDER BY id' "$@"; }

# ---- the same as one by one ----
awk 'BEGIN { srand(7); print "code,item,quantity"; for (n = 1; n <= 60; n++) { i = rand() < 0.6 ? "I1" : "I2"; print "B" n "," i "," 1 + int(rand() * (i == "I1" ? 17 : 5)) } }' >lines.csv
copy single
run bash -c 'medi-stock issue - --reason 领用 <lines.csv'
is "$code $(printf '%s\n' "$out" | tail -1)" "0 60	60	0	0	$(ask 'SELECT COUNT(*) FROM stock_move')" 'sixty lines'
tail -n +2 lines.csv | while IFS=, read -r _ item quantity; do
    medi-stock issue -q "$item=$quantity" --reason 领用 -d "$(at single)" >/dev/null || echo "# $item $quantity"
done
stood >batch.txt
stood "$(at single)" >single.txt
ok "$(cmp -s batch.txt single.txt; echo $?)" "what is there, opened and moved is what sixty single issues leave ($(wc -l <batch.txt) lines)"
diff batch.txt single.txt | head -5 | sed 's/^/# /'
is "$(ask "SELECT COUNT(*) FROM log WHERE tool = 'medi-stock'")" 1 'one entry in the log'
exits 0 'every sum is right' medi-db check
exits 0 'nobody meddled' medi-audit verify

# ---- again, and in other forms ----
run bash -c 'medi-stock issue - <lines.csv'
is "$code $(printf '%s\n' "$out" | tail -1)" '0 60	0	60	0	0' 'the same lines change nothing'
run bash -c 'printf "code\titem\tquantity\tlot\treason\nC1\tI2\t2\tN1\t治疗室\n" | medi-stock issue -'
is "$code $(ask "SELECT m.quantity, l.code, m.reason FROM stock_move AS m JOIN lot AS l ON l.store_id = m.store_id AND l.id = m.lot_id WHERE m.code = 'C1'")" '0 -2|N1|治疗室' 'TSV, with a lot and a reason'
run bash -c 'printf "{\"code\":\"C2\",\"item\":\"I2\",\"quantity\":3}\n" | medi-stock issue -'
is "$code $(ask "SELECT quantity FROM stock_move WHERE code = 'C2'")" '0 -3' 'JSON Lines'
run bash -c 'printf "code,item,quantity\nC3,I1,205\n" | medi-stock issue -'
is "$code $(ask "SELECT COUNT(*) > 1 FROM stock_move WHERE code LIKE 'C3%'" | tr t 1) $(ask "SELECT -SUM(quantity) FROM stock_move WHERE code LIKE 'C3%'")" '0 1 205' 'a line from several places'

# ---- all or nothing ----
before=$(everything)
refused() { # NAME LINE PATTERN
    run bash -c 'printf "code,item,quantity,lot\nR0,I2,1,\n%s\n" "$1" | medi-stock issue - --lang en' - "$2"
    is "$code" 3 "$1: exit 3"
    like "$err" "^medi-stock: -:3: $3" "$1: says where and why"
    one_line "$1"
}
refused expired R1,I1,1,L0 'I1: 1 U are wanted, and 0 usable; lot L0 expired on 2026-09-30 \(100\)$'
refused quarantined R1,I1,1,Q1 'I1: .*lot Q1 is in quarantine'
refused short R1,I2,99999, 'I2: 99999 支 are wanted'
refused 'no item' R1,I9,1, 'I9: no such item'
refused 'no lot' R1,I2,1,X9 'I2: this store has no lot X9'
refused 'a part' R1,I2,1.5, 'I2: the smallest unit'
refused 'below zero' R1,I2,-1, 'I2: a quantity must be above zero'
refused 'another unit' R1,I2,1ml, 'I2: is counted in 支'
refused 'no code' ,I2,1, 'code: missing'
change "UPDATE item SET controlled = 1 WHERE code = 'I1'"
refused controlled R1,I1,1, 'I1: is controlled; issue it by itself'
change "UPDATE item SET controlled = 0 WHERE code = 'I1'"
is "$(everything)" "$before" 'nothing moved'
run bash -c 'printf "code,item\nR1,I2\n" | medi-stock issue - --lang en'
like "$code $err" '^3 .*there is no column quantity' 'a column is missing'
run bash -c 'printf "code,item,quantity\nR1,I2,1\nR2,I2,99999\nR3,I9,1\nR4,I2,2\n" | medi-stock issue - --rejects bad.csv --lang en'
is "$code $(printf '%s\n' "$out" | tail -1)" '3 4	2	0	2	2' 'with --rejects the others go'
is "$(tail -n +2 bad.csv | cut -d, -f2 | tr '\n' ' ')" '3 4 ' 'and those refused are written whole'
exits 0 'a dry run' bash -c 'printf "code,item,quantity\nR9,I2,1\n" | medi-stock issue - -n'
is "$(ask "SELECT COUNT(*) FROM stock_move WHERE code = 'R9'")" 0 'a dry run: nothing'
medi-audit verify >verified 2>&1
like "$(medi-db check --no-header | grep -v '^rows')" '^$' 'every sum is right'
