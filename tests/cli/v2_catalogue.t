#!/bin/bash
# V2: projects and what they need, packages, prices by store, channel and date with their floor.
. "$(dirname "$0")/lib.sh"
clinic
printf 'code,name,kind,unit\nI1,肉毒素,drug,U\n' | medi-db import -q items - >/dev/null
person desk front-desk '' K1
person boss manager '' D1
person boss2 manager
unset MEDI_STORE
v() { medi-visit "$@" --lang en; }
no() { # NAME PATTERN COMMAND…: refused, says why, writes nothing
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}
cell() { printf '%s\n' "$out" | awk -F '\t' -v column="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) c = i } NR > 1 { print $c }' | joined ' '; }

# ---- projects and what they need ----
exits 0 'a project' v project add P2 --name 光子嫩肤 --kind laser --department 美容皮肤科 --licence physician --device-kind 强脉冲光 --contract no --cycle-days 30
exits 0 'is listed' v project list --kind laser -o tsv
is "$(cell code)$(cell contract)" P20 'with what was said'
no 'twice' 'P2: there already' v project add P2 --name x
no 'without a name' 'name: missing' v project add P3
no 'a grade that is none' 'grade: 7: too large' v project edit P2 --grade 7
exits 0 'edited' v project edit P2 --active no --grade 2
is "$(v project list --no-header | wc -l) $(v project list --all --no-header | wc -l)" '1 2' 'what is not sold is not listed'
no 'a project that is not there' 'P9: not there' v project edit P9 --name x
exits 0 'an examination' v exam require P1 blood-routine --days 14
no 'an examination that is none' 'blod' v exam require P1 blod
exits 0 'its days change' v exam require P1 blood-routine --days 30
exits 0 'the kit' v kit add P1 I1 --quantity 40
no 'nothing of an item' 'quantity: 0: too small' v kit add P1 I1 --quantity 0
exits 0 'an indication' v indication add I1 P1 --says 眉间纹
exits 0 'a form' v form add F1 --series toxin --edition 1 --name 知情同意书 --from 2026-01-01
no 'a version twice' 'collides|there already' v form add F1 --series toxin --edition 2 --name x --from 2026-02-01
exits 0 'the series of the project' v project edit P1 --consent toxin
exits 0 'show' v project show P1 -o tsv
is "$(cell part) $(cell number)" 'project exam kit indication form  30 40  1' 'show: all of it'
exits 0 'unrequired' v exam unrequire P1 blood-routine
no 'unrequired twice' 'P1 blood-routine: not there' v exam unrequire P1 blood-routine
exits 0 'dropped' v kit drop P1 I1
exits 0 'and no indication' v indication drop I1 P1
is "$(ask 'SELECT (SELECT COUNT(*) FROM project_exam) + (SELECT COUNT(*) FROM kit) + (SELECT COUNT(*) FROM indication)')" 0 'nothing is left'
is "$(ask "SELECT COUNT(*) FROM log WHERE tool = 'medi-visit' AND subject = 'kit P1 I1' AND detail = 'dropped'")" 1 'dropping is logged'

# ---- packages ----
exits 0 'a package' v package add G1 --name 套餐 --price 100 --floor 80 --from 2026-09-01 --to 2026-12-31 --months 6
no 'a floor above the price' 'floor_fen' v package edit G1 --floor 101
exits 0 'its line' v package line G1 P1 --quantity 3 --share 20
like "$err" 'G1: costs 100\.00, and its shares are 60\.00 in all' 'its line: the shares are not the price'
exits 0 'the line again' v package line G1 P1 --quantity 4 --share 25
is "$err" '' 'the line again: the shares are the price'
exits 0 'packages' v package list -o tsv
is "$(cell code) $(cell quantity) $(cell share_fen)" 'G1 4 2500' 'packages: with what is in them'
exits 0 'packages of the past' v package list -o tsv --as-of 2027-01-01
is "$(cell code)" '' 'packages of the past: are not sold'

# ---- prices: the most specific one ----
exits 0 'of the chain' v price add P1 --amount 1000 --floor 800 --from 2026-01-01
exits 0 'of the chain on a channel' v price add P1 --channel xhs --amount 900 --floor 800 --from 2026-01-01
exits 0 'of a store' v price add P1 -s S01 --amount 950 --floor 800 --from 2026-01-01
exits 0 'of a store on a channel' v price add P1 -s S01 --channel xhs --amount 850 --floor 810 --from 2026-01-01 --to 2026-10-31
price() { v price list P1 -o tsv --no-header "$@" | cut -f7; }
is "$(price -s S01 --channel xhs) $(price -s S01) $(price -s S02 --channel xhs) $(price -s S02) $(price)" '85000 95000 90000 100000 100000' 'the most specific one wins'
is "$(price -s S01 --channel xhs --day 2026-10-31) $(price -s S01 --channel xhs --day 2026-11-01) $(price --day 2025-12-31)" '85000 95000 ' 'until its last day'
exits 0 'a later one' v price add P1 --amount 1100 --floor 800 --from 2026-09-01
is "$(price) $(price --day 2026-08-31)" '110000 100000' 'the later one wins from its day on'
is "$(v price list P1 --all --no-header | wc -l)" 5 'all of them'
no 'the same twice' 'there already' v price add P1 --amount 1100 --from 2026-09-01
no 'below its own floor' 'less than floor_fen' v price add P1 --amount 10 --floor 11 --from 2026-12-01

# ---- and its floor ----
no 'a promotion on all channels' 'a promotion on all channels below the floor of 800\.00' v price add P1 --amount 700 --from 2026-11-01 --to 2026-11-11
exits 75 'a lower price for good' v price add P1 --amount 700 --from 2026-11-01
is "$(ask "SELECT subject FROM request WHERE id = 1")" 'price P1 * * from 2026-11-01: 700.00, below the floor' 'a lower price for good: what is asked'
is "$(v price list P1 --all --no-header | wc -l)" 5 'a lower price for good: waits'
exits 0 'approved' as boss medi-db request approve 1
exits 0 'then it is made' v price add P1 --amount 700 --from 2026-11-01
exits 75 'one channel below the floor' v price add P1 --channel wx --amount 600 --from 2026-10-01 --to 2026-10-31
exits 0 'approved too' as boss medi-db request approve 2
exits 0 'then it is made too' v price add P1 --channel wx --amount 600 --from 2026-10-01 --to 2026-10-31
no 'the last channel' 'less than its floor of 800\.00 on every channel at once' v price add P1 --channel xhs --amount 790 --from 2026-10-01 --to 2026-10-31
exits 0 'check' medi-db check
change "INSERT INTO price (id, project_id, store_id, channel_id, valid_from, valid_to, amount_fen) SELECT 90, project_id, 0, (SELECT id FROM channel WHERE code = 'xhs'), 20727, 20757, 100 FROM price WHERE id = 1"
run medi-db check sell_price_low --fail-on warning
is "$code" 1 'check: behind the tools it is found'

# ---- who may ----
no 'the desk may not' 'desk may not medi-visit price add' as desk medi-visit price add P1 --amount 1 --lang en
exits 0 'but look' as desk medi-visit price list -s S01
medi-db account add -q local && medi-db duty grant -q local manager -s S01
exits 0 'a manager of one store' as local medi-visit price add P2 -s S01 --amount 10 --from 2026-01-01
exits 3 'not of the chain' as local medi-visit price add P2 --amount 10 --from 2026-02-01
exits 3 'nor of another store' as local medi-visit price add P2 -s S02 --amount 10 --from 2026-02-01
