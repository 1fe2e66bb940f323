#!/bin/bash
# K4, K6, K12: what there is and may be used, first expired first out, at any date; each refusal with its reason and nothing
# moved; sixteen at once never below zero.
# Broken once, and seen to fail: without check_since (move.c) a back-dated issue below zero passes; with <= for < in
# stock_lot_state what expires today is refused.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
stock() { medi-stock "$@" --lang en; }
cut_rows() { printf '%s\n' "$out" | tail -n +2 | cut -f"$1" | tr '\t\n' '| '; }
moves() { ask 'SELECT COUNT(*) FROM stock_move'; }
printf 'code,name,kind,unit,storage,pack_unit,pack_size\nI3,利多卡因,drug,支,ambient,盒,10\n' | import items
printf 'store,item,code,expires_on,received_on,quantity,cost_fen,state,place\nS01,I3,E0,2026-09-30,2026-08-01,10,1000,ok,柜1\nS01,I3,E1,2026-10-01,2026-08-01,10,1001,ok,柜1\nS01,I3,E2,2026-12-31,2026-08-01,10,1000,ok,急救车\nS01,I3,Q1,2027-12-31,2026-08-01,10,1000,quarantined,柜1\nS01,I3,R1,2027-12-31,2026-08-01,10,1000,recalled,柜1\nS02,I3,E2,2026-12-31,2026-08-01,7,700,ok,\n' | import lots

# ---- what there is ----
run stock balance I3
is "$code $(cut_rows 2,5-13)" '0 I3|50|20|0|20|0|10|10|10|0 ' 'a balance: usable, expired, quarantined and recalled apart'
is "$(stock balance I3 --store S02 --no-header | cut -f1,5,6,14)" $'S02\t7\t7\t700' 'another store'
is "$(env -u MEDI_STORE medi-stock balance I3 --no-header | cut -f1,5 | tr '\t\n' '| ')" 'S01|50 S02|7 ' 'all stores'
run stock lot list --item I3
is "$(cut_rows 4,5,6)" 'E0|expired|10 E1|usable|10 E2|usable|10 Q1|quarantined|10 R1|recalled|10 ' 'lots: those that end first before others'
is "$(stock lot list --place 急救车 --no-header | cut -f4)" E2 'lots at a place'
is "$(stock lot list --item I3 --state recalled --no-header | cut -f4)" R1 'lots in a state'
is "$(env -u MEDI_STORE medi-stock lot show E2 --no-header | cut -f1,17 | tr '\t\n' '| ')" 'S01|10 S02|7 ' 'a lot in every store'
exits 3 'no such lot' stock lot show X9

# ---- taking: the day's edges ----
run stock issue I3=12 -r 治疗室
is "$code $(cut_rows 3,4,6)" '0 E1|10|1001 E2|2|200 ' 'what expires today is taken first, then the next'
run stock issue I3=1@E0
is "$code" 3 'what expired yesterday is not'
like "$err" 'I3: 1 支 are wanted, and 0 usable; lot E0 expired on 2026-09-30 \(10\)$' 'it says which and when'
one_line 'what expired'
before=$(moves)
refused() { # NAME PATTERN ARGUMENT…
    local name=$1 pattern=$2
    shift 2
    exits 3 "$name" stock issue "$@"
    like "$err" "$pattern" "$name: says so"
    one_line "$name"
}
refused recalled 'lot R1 is recalled \(10\)' I3=1@R1
refused quarantined 'lot Q1 is in quarantine \(10\)' I3=1@Q1
refused short '9 支 are wanted, and 8 usable; lot E0 expired.*R1 is recalled.*Q1 is in quarantine' I3=9
refused 'another unit' 'I3: is counted in 支 or 盒, not in ml' I3=1ml
refused 'below zero' 'above zero' I3=-1
refused nothing 'above zero' I3=0
refused 'a part' 'the smallest unit is one 支; there is no part of it' I3=1.5
refused 'no quantity' 'no quantity' I3=x
refused 'no item' 'no such item' I9=1
refused 'no lot' 'has no lot X9' I3=1@X9
refused 'no words' 'write ITEM=QUANTITY' I3
refused 'the second of two' 'I2: 9999' I3=1 I2=9999
refused 'tomorrow' 'lies ahead' I3=1 --at 2026-10-02
is "$(moves)" "$before" 'nothing moved'
run stock issue I3=1盒
is "$code" 3 'a pack is ten'
like "$err" '10 支 are wanted, and 8 usable' 'a pack is ten: says so'

# ---- back, and countered ----
run stock return M20261001-0002 1
is "$code $(cut_rows 3,4,6)" '0 E2|1|100 ' 'one comes back, at what it cost'
exits 3 'more than is out' stock return M20261001-0002 2
like "$err" '1 of it are still out' 'more than is out: says so'
exits 3 'what came back in part is not countered' stock counter M20261001-0002 -r x
run stock counter M20261001-0001 --reason 录入错误
is "$code $(cut_rows 3,4,6)" '0 E1|10|1001 ' 'countered: the same quantity and cost'
exits 3 'countered twice' stock counter M20261001-0001 --reason x
exits 3 'the counter-entry itself' stock counter M20261001-0004 --reason x
exits 2 'without a reason' stock counter M20261001-0003
exits 3 'no such movement' stock counter M9 --reason x
is "$(ask "SELECT moved, moved_fen FROM lot WHERE code = 'E1'")" '0|0' 'the lot is as it was'

# ---- at any date ----
at() { stock balance I3 --as-of "$1" --no-header | cut -f5,6,14 | tr '\t' '|'; }
MEDI_NOW=2026-10-05T09:00:00+08:00
is "$(at 2026-10-01T08:59:59+08:00) $(at 2026-10-01T09:00:00+08:00) $(at 2026-10-05)" '50|20|5001 49|19|4901 49|9|4901' 'before and behind; what expired since'
is "$(at 2026-07-31)" '' 'before anything came'
exits 0 'a back-dated issue' stock issue I3=3@E2 --at 2026-09-01T10:00:00+08:00
is "$(at 2026-09-01T09:59:59+08:00) $(at 2026-09-01T10:00:00+08:00) $(at 2026-10-01T08:59:59+08:00) $(at 2026-10-05)" '50|30|5001 47|27|4701 47|17|4701 46|6|4601' 'a back-dated issue: every date since is right'
exits 0 'seven are taken at the end' stock issue I3=6@E2
exits 0 'and come back' stock return M20261005-0001 6 --at 2026-10-05T09:00:00+08:00
MEDI_NOW=2026-10-07T09:00:00+08:00
exits 3 'they were not there to be taken between' stock issue I3=1@E2 --at 2026-10-05T08:00:00+08:00
like "$err" 'lot E2: had not got 1 then, or they were taken since: at most 0' 'they were not there: says so'
exits 3 'nor before it came' stock issue I3=1@E2 --at 2026-07-31
is "$(stock ledger E2 -o tsv --no-header | cut -f7-9 | tr '\t\n' '| ')" 'receipt|10|10 issue|-3|7 issue|-2|5 return|1|6 issue|-6|0 return|6|6 ' 'the ledger of a lot: a running balance'
is "$(stock ledger I3 --no-header | tail -1 | cut -f9,11 | tr '\t' '|')" '46|4601' 'the ledger of an item ends in its balance'
is "$(stock ledger I3 --kind issue --from 2026-09-01 --to 2026-09-02 --no-header | cut -f5,8 | tr '\t' '|')" 'E2|-3' 'the ledger: by kind and days'
exits 3 'the ledger of nothing' stock ledger X9

# ---- opened packs ----
MEDI_NOW=2026-10-08T09:00:00+08:00
run stock open I1
pack=$(cut_rows 1 | tr -d ' ')
is "$code $(cut_rows 3-6)" '0 L1|100|U|2026-10-08T13:00:00+08:00 ' 'a pack is opened, of the lot that ends first'
is "$(stock balance I1 --no-header | cut -f5,6,9,13 | tr '\t' '|')" '600|600|100|0' 'opened: nothing moved'
exits 0 'drawn from it' stock use "$pack" 20U
exits 3 'more than it holds' stock use "$pack" 81
like "$err" "$pack: holds 80" 'more than it holds: says so'
exits 3 'before it was opened' stock use "$pack" 1 --at 2026-10-08T08:59:59+08:00
run stock issue I1=30
is "$(cut_rows 3,4)" 'L1|30 ' 'issued: from the opened pack first'
is "$(ask 'SELECT used FROM vial')" 50 'issued: from the opened pack first, indeed'
MEDI_NOW=2026-10-08T12:59:59+08:00
exits 0 'its last second' stock use "$pack" 1
MEDI_NOW=2026-10-08T13:00:00+08:00
exits 3 'the second after' stock use "$pack" 1
like "$err" 'opened too long ago; waste what is left' 'the second after: says what to do'
is "$(stock balance I1 --no-header | cut -f5,6,13 | tr '\t' '|')" '549|500|49' 'what is left of it is not usable'
run stock expiring
is "$code $(cut_rows 1,5,6,7 | tr ' ' '\n' | grep VI)" "1 error|L1|$pack|49" 'and is due'
exits 2 'waste without a reason' stock waste --pack "$pack"
exits 2 'waste of nothing' stock waste --reason x
run stock waste --pack "$pack" --reason 超时
is "$code $(cut_rows 3,4)" '0 L1|49 ' 'wasted'
exits 3 'wasted twice' stock waste --pack "$pack" --reason 超时
exits 3 'drawn from what is closed' stock use "$pack" 1
exits 3 'what is used whole is not opened' stock open I2
exits 3 'expired goods are not wasted unnamed' stock waste I3=17 --reason 过期
exits 0 'and are by their lot' stock waste I3=10@E0 --reason 过期
is "$(stock lot list --item I3 --state empty --no-header | cut -f4)" E0 'and it is empty'

# ---- place ----
run stock move I3 E2 --to 柜2
is "$code $(stock lot show E2 --no-header | cut -f23)" '0 柜2' 'another place'
is "$(stock ledger E2 --kind place --no-header | cut -f8,17)" $'0\t急救车 → 柜2' 'it stands in the ledger'
exits 3 'the same place' stock move I3 E2 --to 柜2
exits 3 'a movement of place is not countered' stock counter "$(stock ledger E2 --kind place --no-header | cut -f6)" -r x

# ---- what is due ----
printf 'store,item,minimum,target\nS01,I3,7,20\nS01,I2,1000,1000\nS01,I1,1,10\n' | import levels
run stock low
is "$code $(cut_rows 1,3,5,7,9)" '1 warning|I3|6|7|14 ' 'low: what is usable is below the minimum'
exits 0 'low: no error' stock low --fail-on error
exits 0 'and six are taken' stock issue I3=6
run stock low --fail-on error
is "$code $(cut_rows 1,3,5)" '1 error|I3|0 ' 'low: none is an error'
run stock expiring --days 84
is "$code $(cut_rows 5,11)" '1 E1|-7 ' 'expiring: what is over'
exits 0 'expiring: by place' stock expiring --place 急救车
MEDI_NOW=2026-10-09T09:00:00+08:00
run stock risk
is "$code $(cut_rows 1,3,5,6,10,12)" '1 warning|I1|L2|300|51|228 error|I2|N1|1000|0|1000 ' 'risk: by the mean use until the last day'

# ---- sixteen at once ----
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I2,X1,2027-01-01,2026-08-01,50,3333\n' | import lots
for n in $(seq 16); do
    (stock issue I2=4@X1 --wait 60 >"at.$n" 2>&1; echo $? >"at.$n.code") &
done
wait
is "$(cat at.*.code | sort | uniq -c | tr -s ' \n' ' ')" ' 12 0 4 3 ' 'sixteen want four of fifty: twelve get them'
is "$(ask "SELECT quantity + moved, moved_fen FROM lot WHERE code = 'X1'")" '2|-3200' 'and two are left, at their cost'
is "$(ask "SELECT -SUM(m.cost_fen) FROM stock_move AS m JOIN lot AS l ON l.store_id = m.store_id AND l.id = m.lot_id WHERE l.code = 'X1'")" 3200 'what was taken cost what it cost'
exits 0 'every sum is right' medi-db check
exits 0 'nobody meddled' medi-audit verify
