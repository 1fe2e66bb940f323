#!/bin/bash
# M7: profit by project, store, doctor and channel, and the payback of a store; counted by hand.
# (Seen to fail: a store's own spending falling on all stores, and the fixed cost left out of what was paid back.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/m8_lib.sh"
clinic
printf 'code,name,kind\nP2,光子嫩肤,laser\n' | medi-db import -q projects - >/dev/null
printf '%s\n' code,store,channel,created_on,class 'C3,S01,,2026-01-01,client' 'T1,S01,xhs,2026-01-01,test' | medi-db import -q clients - >/dev/null
printf 'code,name,kind,unit,storage\nI1,玻尿酸,consumable,支,ambient\n' | medi-db import -q items - >/dev/null
printf 'store,item,code,received_on,quantity,cost,expires_on\nS01,I1,L1,2026-01-01,100,5000,2027-12-31\nS02,I1,L1,2026-01-01,100,5000,2027-12-31\n' >lots.csv
exits 0 'lots' medi-db import lots lots.csv
# xhs: C1 (300 in S01 with P1 by D1, 100 in S02 with P2); wx: C2 (600 in S01, P1, no doctor); unknown: C3 (200, S01, P2, D1)
printf '%s\n' store,code,client,project,doctor,started_at,status,recognised 'S01,B1,C1,P1,D1,2026-07-01 10:00,completed,300' 'S02,B2,C1,P2,D1,2026-07-02 10:00,stopped,100' \
    'S01,B3,C2,P1,,2026-07-03 10:00,completed,600' 'S01,B4,C3,P2,D1,2026-07-04 10:00,in-progress,200' 'S01,B5,C1,P1,D1,2026-07-05 10:00,preparation,900' \
    'S01,B6,T1,P1,D1,2026-07-05 10:00,completed,900' 'S01,B7,C1,P1,D1,2026-08-01 10:00,completed,900' >treatments.csv
exits 0 'treatments' medi-db import treatments treatments.csv
printf '%s\n' store,treatment,line,item,lot,quantity,cost 'S01,B1,1,I1,L1,1,50' 'S02,B2,1,I1,L1,1,50' 'S01,B3,1,I1,L1,2,100' >used.csv
exits 0 'what was used' medi-db import treatment_items used.csv
# xhs: 40 of S01, 20 of S02, 100.01 of the chain (3 : 1); wx: 30 of the chain; douyin brought nobody: 7; outside: 999
printf '%s\n' 'code,name' 'douyin,抖音' | medi-db import -q channels - >/dev/null
printf '%s\n' store,channel,day,amount 'S01,xhs,2026-07-01,40' 'S02,xhs,2026-07-31,20' '*,xhs,2026-07-10,100.01' '*,wx,2026-07-10,30' \
    'S01,douyin,2026-07-10,7' 'S01,xhs,2026-08-01,999' | medi-db import -q spend - >/dev/null
medi-db config set -q kpi.commission_permille 100
medi-db config set -q kpi.commission_permille 50 -s S02
july='--from 2026-07-01 --to 2026-08-01'
# shellcheck disable=SC2086
{
    rows 'S01 3 110000 15000 14500 11000 69500 0.631818 69500 110000 0.136364 15000 110000 0/S02 1 10000 5000 4501 500 -1 -0.000100 -1 10000 0.500000 5000 10000 0/ 0 0 0 700 0 -700  -700 0  0 0 1' profit $july
    rows 'P1 2 90000 15000 14500 9000 51500 0.572222 51500 90000 0.166667 15000 90000 0/P2 2 30000 5000 4501 2500 17999 0.599967 17999 30000 0.166667 5000 30000 0/ 0 0 0 700 0 -700  -700 0  0 0 1' profit $july --by project
    run kpi profit $july --by doctor --no-header
    is "$(printf '%s\n' "$out" | cut -f1-7 | tr '\t\n' ' /')" ' 1 60000 10000 3000 6000 41000/D1 3 60000 10000 16001 5500 28499/ 0 0 0 700 0 -700/' 'by doctor'
    run kpi profit $july --by channel --no-header
    is "$(printf '%s\n' "$out" | cut -f1-7 | tr '\t\n' ' /')" 'unknown 1 20000 0 0 2000 18000/xhs 2 40000 10000 16001 3500 10499/wx 1 60000 10000 3000 6000 41000/ 0 0 0 700 0 -700/' 'by channel'
    rows 'S01 3 110000 15000 4000 11000 80000 0.727273 80000 110000 0.136364 15000 110000 0/ 0 0 0 700 0 -700  -700 0  0 0 1' profit $july -s S01
}
# ---- the margin of whom a channel brought, within 90 days: C1 1700 of treatments, 100 used; C2 600, 100 used ----
printf '%s\n' store,code,client,arrived_at,status 'S01,V1,C1,2026-07-01 09:00,finished' 'S01,V2,C2,2026-07-03 09:00,finished' | medi-db import -q visits - >/dev/null
printf '%s\n' store,code,client,project,started_at,status,recognised 'S02,B8,C1,P1,2026-09-28 10:00,completed,400' 'S02,B10,C1,P1,2026-09-29 10:00,completed,7' | medi-db import -q treatments - >/dev/null
roi() { medi-kpi show "$@" --from 2026-07-01 --to 2026-08-01 --by channel --no-header -q | cut -f1-4 | sort | tr '\t\n' ' /'; }
is "$(roi roi_strict)" 'douyin -1.000000 -700 700/wx 15.666667 47000 3000/xhs 8.999375 143999 16001/' 'roi_strict: recognised less consumables less spending'
is "$(roi roi_strict --facts)" "$(roi roi_strict)" 'roi_strict: the same from the facts'
is "$(roi roi_cash)" 'douyin -1.000000 -700 700/wx -1.000000 -3000 3000/xhs -1.000000 -16001 16001/' 'roi_cash: nothing was received'
medi-db import -q treatments - >/dev/null <<'CSV'
store,code,client,project,started_at,status,recognised
S02,B8,C1,P1,2026-09-28 10:00,entered-in-error,400
S02,B10,C1,P1,2026-09-29 10:00,entered-in-error,7
CSV
exits 0 'nothing' kpi profit --from 2020-01-01 --to 2020-02-01
is "$err" 'medi-kpi: no records in this window' 'nothing: it says so'

# ---- payback ----
exits 0 'nothing was invested' kpi payback
is "$err" 'medi-kpi: no store has kpi.store_invested_fen; medi-db config set -s STORE says it' 'nothing was invested: says what to do'
# S02 opened in July: July -0.01 as above, August 0, September: 400 - 20 of commission; 50 a month fixed; by October 1st
printf '%s\n' store,code,client,project,started_at,status,recognised 'S02,B9,C1,P1,2026-09-05 10:00,completed,400' | medi-db import -q treatments - >/dev/null
medi-db store edit -q S02 --opened-on 2026-07-15
medi-db config set -q kpi.store_invested_fen 100000 -s S02
medi-db config set -q kpi.store_fixed_fen 5000 -s S02
# 379.99 - 150 = 229.99 came back; 76.66 a month; 770.01 are left: eleven months
rows 'S02 2026-07-15 3 100000 37999 15000 0.229990 22999 100000 77001 7666 2027-09-01 0' payback
medi-db config set -q kpi.store_invested_fen 22999 -s S02
rows 'S02 2026-07-15 3 22999 37999 15000 1.000000 22999 22999 0 7666 2026-10-01 1' payback -s S02
medi-db config set -q kpi.store_fixed_fen 50000 -s S02
rows 'S02 2026-07-15 3 22999 37999 150000 -4.869820 -112001 22999 135000 -37333  0' payback
