#!/bin/bash
# C4: segments with score and reasons; only what changed is written; P(alive) where there is enough to fit it.
. "$(dirname "$0")/lib.sh"
clinic
mc() { medi-client "$@"; }
printf 'code,name,kind,cycle_days\nP2,热玛吉,laser,180\n' | medi-db import -q projects - >/dev/null
printf 'staff,kind,number,scope\nD1,physician,110,美容皮肤科\n' | medi-db import -q licences - >/dev/null
cat >v.csv <<'CSV'
store,code,client,arrived_at,purpose,status
S01,V1,C1,2026-09-01 10:00,treatment,finished
S01,V2,C2,2025-12-01 10:00,treatment,finished
CSV
medi-db import -q visits v.csv >/dev/null
printf 'store,code,order,client,kind,amount,paid_at\nS01,M1,O1,C1,payment,25000,2026-09-01 10:00\nS01,M2,O2,C2,payment,500,2025-12-01 10:00\n' | medi-db import -q payments - >/dev/null
printf 'store,code,client,project,doctor,started_at,status\nS01,T1,C1,P2,D1,2026-09-01 10:30,completed\nS01,T2,C2,P2,D1,2025-12-01 10:30,completed\n' | medi-db import -q treatments - >/dev/null
medi-client add -q -s S01 --code C3 --name 孙三 >/dev/null
exits 0 'segment' mc segment --lang en
like "$err" 'no P\(alive\): ' 'segment: says why there is no P(alive)'
is "$(printf '%s\n' "$out" | sed 1d | awk -F'\t' '{ print $1 "=" $3 "/" $4 }' | joined ' ')" 'at-risk=1/1 high-value=1/1 potential=0/0 ordinary=1/1' 'segment: counts'
show() { mc segment show -q --no-header "$@"; }
is "$(show C1 --lang zh | cut -f1-3,5)" "$(printf 'C1\thigh-value\t高净值\t一年净消费 2 万元以上')" 'high-value, with the reason in words'
is "$(show C2 --lang zh | cut -f2,3,5,11,12)" "$(printf 'at-risk\t流失预警\t距上次到院已达自身周期的 1.5 倍\t1688\t')" 'at risk by the cycle of the project: 304 days of 180'
is "$(show C3 --lang en | cut -f2,4,5)" "$(printf 'ordinary\t0\tevery other client')" 'ordinary'
is "$(show --segment high-value | cut -f1)" C1 'by segment'
n=$(ask "SELECT COUNT(*) FROM log")
exits 0 'segment again' mc segment -q
is "$(ask "SELECT COUNT(*) FROM log")" "$n" 'segment again: nothing written'
exits 0 'segment later' env MEDI_NOW=2027-09-01T09:00:00+08:00 medi-client segment -q
is "$(show C1 | cut -f2)" at-risk 'segment later: away too long'

# ---- P(alive) from enough clients ---------------------------------------------------------------------------------------
awk -f "$top/tests/buyers.awk" -v clients=400 -v days=900 -v seed=3 >t.txt
awk 'BEGIN { print "code,name,store,created_on" } !seen[$1]++ { print "X" $1 ",某,S01,2020-01-01" }' t.txt | medi-db import -q clients - >/dev/null
awk 'BEGIN { print "store,code,order,client,kind,amount,paid_at" } { print "S01,X" NR ",X" NR ",X" $1 ",payment," $NF "," $2 " 10:00" }' t.txt >p.csv
medi-db import -q payments p.csv >/dev/null
exits 0 'segment with a model' env MEDI_NOW="$(awk 'END { print $2 }' <(sort -k2,2 t.txt))T12:00:00+08:00" medi-client segment --lang en
case "$err" in *'no P(alive)'*) ok 1 'there is a model' ;; *) ok 0 'there is a model' ;; esac
ok "$([ "$(ask "SELECT COUNT(*) FROM client_segment WHERE alive_milli IS NOT NULL")" -gt 50 ]; echo $?)" 'P(alive) for those who came again'
is "$(ask "SELECT COUNT(*) FROM client_segment WHERE alive_milli < 500 AND segment <> 'at-risk'")" 0 'below one half is at risk'
ok "$([ "$(ask "SELECT COUNT(*) FROM client_segment WHERE reasons LIKE 'at-risk/hardly-alive%'")" -gt 0 ]; echo $?)" 'with that reason'
exits 0 'all holds' medi-db check
