#!/bin/bash
# M8: which projects go together on a ticket; every number counted by hand.
# (Seen to fail: lines given back counted, and tickets of two stores on one day taken for one.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/m8_lib.sh"
clinic
printf 'code,name,kind\nP2,光子嫩肤,laser\nP3,补水,skin\nP4,洁牙,dental\n' | medi-db import -q projects - >/dev/null
printf 'code,store,channel,created_on,class\nT1,S01,xhs,2026-01-01,test\n' | medi-db import -q clients - >/dev/null
# Twenty tickets of C1, a day each: eight P1 and P2, two P1 alone, two P2 alone, eight P3 alone. And what is none: a test
# client's, a gift, a line given back, two stores on one day, a line of no project, days outside the window.
{
    echo store,code,order,client,project,amount,paid_at,kind,class
    for day in 01 02 03 04 05 06 07 08; do
        echo "S01,A$day,OA$day,C1,P1,100,2026-03-$day 10:00,payment,sale"
        echo "S01,B$day,OB$day,C1,P2,100,2026-03-$day 15:00,payment,sale"
        echo "S01,C$day,OC$day,C2,P3,100,2026-03-$day 10:00,payment,sale"
    done
    echo 'S01,A08x,OA08,C1,P1,100,2026-03-08 11:00,payment,sale' # twice the same project
    echo 'S01,A09,OA09,C1,P1,100,2026-03-09 10:00,payment,sale'
    echo 'S02,B09,OB09,C1,P2,100,2026-03-09 10:00,payment,sale'
    echo 'S01,A10,OA10,C1,P1,100,2026-03-10 10:00,payment,sale'
    echo 'S01,B10,OB10,C1,P2,-100,2026-03-10 10:00,refund,sale'
    echo 'S01,B10g,OB10g,C1,P2,100,2026-03-10 10:00,payment,gift'
    echo 'S01,B11,OB11,C1,P2,100,2026-03-11 10:00,payment,sale'
    echo 'S01,N11,ON11,C1,,100,2026-03-11 10:00,payment,sale'
    echo 'S01,N12,ON12,C1,,100,2026-03-12 10:00,payment,sale'
    echo 'S01,T1,OT1,T1,P1,100,2026-03-01 10:00,payment,sale'
    echo 'S01,T2,OT2,T1,P2,100,2026-03-01 10:00,payment,sale'
    echo 'S01,Z1,OZ1,C1,P1,100,2026-02-28 10:00,payment,sale'
    echo 'S01,Z2,OZ2,C1,P3,100,2026-02-28 10:00,payment,sale'
} >payments.csv
exits 0 'payments' medi-db import payments payments.csv
march='--from 2026-03-01 --to 2026-04-01'
# shellcheck disable=SC2086
{
    rows 'P1 P2 20 0.400000 8 20 0.800000 8 10 0.490162 0.943318 0.500000 10 20 1.600000 0.980324 0/P2 P1 20 0.400000 8 20 0.800000 8 10 0.490162 0.943318 0.500000 10 20 1.600000 0.980324 0' \
        basket $march --all
    exits 0 'not significant' kpi basket $march
    is "$err" 'medi-kpi: no pair is significant; --all shows all 2' 'eight of ten against ten of twenty may be chance'
}
# two more tickets with both, and ten of P3: now it is
{
    echo store,code,order,client,project,amount,paid_at,kind,class
    for day in 20 21 22 23 24 25 26 27 28 29; do echo "S01,E$day,OE$day,C2,P3,100,2026-03-$day 10:00,payment,sale"; done
    for day in 20 21; do echo "S01,F$day,OF$day,C1,P1,100,2026-03-$day 10:00,payment,sale" && echo "S01,G$day,OG$day,C1,P2,100,2026-03-$day 10:00,payment,sale"; done
} | medi-db import -q payments - >/dev/null
# shellcheck disable=SC2086
{
    rows 'P1 P2 32 0.312500 10 32 0.833333 10 12 0.551969 0.953035 0.375000 12 32 2.222222 1.471917 1' basket $march --project P1
    exits 0 'the least' kpi basket $march --project P1 --least 11
    is "$err" 'medi-kpi: no pair is significant; --all shows all 1' 'fewer tickets than the least'
    rows '' basket $march --project P3
    exits 0 'a store' kpi basket $march -s S02 --all
    is "$(printf '%s\n' "$out" | wc -l)" 1 'the other store has no pair'
}
printf '%s\n' 'store,code,client,project,started_at,status' 'S01,T1,C1,P1,2026-03-05 12:00,completed' 'S01,T2,C1,P4,2026-03-05 12:30,completed' \
    'S01,T3,C1,P3,2026-03-05 12:30,preparation' | medi-db import -q treatments - >/dev/null
# shellcheck disable=SC2086
rows 'P1 P4 1 1.000000 1 1 1.000000 1 1 0.206549 1.000000 1.000000 1 1 1.000000 0.206549 0/P4 P1 1 1.000000 1 1 1.000000 1 1 0.206549 1.000000 1.000000 1 1 1.000000 0.206549 0' basket --of treatments --all $march
