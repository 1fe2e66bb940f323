#!/bin/bash
# M8: retention by each of five definitions, cohorts of clients and of money; counted by hand, and on the CDNOW sample where
# MEDI_TESTDATA names a directory with clv/CDNOW_sample.txt.
# (Seen to fail: the last of N days left out, a second visit of the day taken for another day, money before the first visit in a later month.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/m8_lib.sh"
clinic
printf '%s\n' 'code,store,channel,created_on,class' 'C3,S01,xhs,2026-01-01,client' 'C4,S01,wx,2026-01-01,client' 'C5,S01,,2026-01-01,client' \
    'C6,S01,xhs,2026-01-01,client' 'T1,S01,xhs,2026-01-01,test' | medi-db import -q clients - >/dev/null
# The period is March, N 30 days: 2026-04-01 … 04-30 behind it.
{
    echo store,code,client,arrived_at,status
    came C1 S01 2026-03-01 2026-03-31              # again inside, on the thirtieth day after the first
    came C2 S01 2026-03-10; came C2 S02 2026-03-10 # twice on one day is once; then on the last day that counts
    came C2 S02 2026-04-30
    came C3 S01 2026-03-20 2026-04-19              # on the thirtieth day after the first, in April
    came C4 S01 2026-02-01 2026-03-02 2026-05-01   # before; again a day too late
    came C5 S02 2026-03-31 2026-06-01
    came C6 S01 2026-04-02 2026-04-03              # not in March
    came T1 S01 2026-03-01 2026-04-01
    echo S01,X1,C5,2026-04-05 10:00,cancelled
    echo S01,X2,C5,2026-04-06 10:00,planned
} >visits.csv
exits 0 'visits' medi-db import visits visits.csv
march='--from 2026-03-01 --to 2026-04-01 --days 30'
# shellcheck disable=SC2086
{
    rows 'after-period 2026-03-01 2026-04-01 0.400000 2 5 0.117621 0.769276 0 2026-05-01 1' retention -D after-period $march
    rows 'next-month 2026-03-01 2026-04-01 0.400000 2 5 0.117621 0.769276 0 2026-05-01 1' retention -D next-month $march
    rows 'after-first 2026-03-01 2026-04-01 0.400000 2 5 0.117621 0.769276 0 2026-05-01 1' retention -D after-first $march
    rows 'within-period 2026-03-01 2026-04-01 0.200000 1 5 0.036224 0.624465 0 2026-04-01 1' retention -D within-period $march
    rows 'before-period 2026-03-01 2026-04-01 0.200000 1 5 0.036224 0.624465 0 2026-04-01 1' retention -D before-period $march
}
# each edge by itself
rows 'after-period 2026-03-01 2026-04-01 0.200000 1 5 0.036224 0.624465 0 2026-04-30 1' retention -D after-period --from 2026-03-01 --to 2026-04-01 --days 29
rows 'after-period 2026-03-01 2026-04-01 0.600000 3 5 0.230724 0.882379 0 2026-05-02 1' retention -D after-period --from 2026-03-01 --to 2026-04-01 --days 31
rows 'after-first 2026-03-01 2026-04-01 0.000000 0 5 0.000000 0.434482 0 2026-04-30 1' retention -D after-first --from 2026-03-01 --to 2026-04-01 --days 29
rows 'next-month 2026-03-02 2026-03-31 0.666667 2 3 0.207660 0.938508 1 2026-05-01 1' retention -D next-month --from 2026-03-02 --to 2026-03-31
run kpi retention --from 2026-03-01 --to 2026-04-01 --no-header
is "$(printf '%s\n' "$out" | cut -f1,5 | joined ' ')" 'after-period	4 next-month	2 after-first	5 within-period	1 before-period	1' 'all of them, N 90'
# what is not over yet
rows 'after-period 2026-03-01 2026-04-01 0.200000 1 5 0.036224 0.624465 0 2026-05-01 0' retention -D after-period --from 2026-03-01 --to 2026-04-01 --days 30 --as-of 2026-04-29T20:00+08:00
run kpi retention -D after-period --from 2026-03-01 --to 2026-04-01 --days 30 --as-of 2026-05-01T00:00+08:00 --no-header
is "$(printf '%s\n' "$out" | cut -f4,11)" '0.400000	1' 'mature on the day behind the last one that counts'
# cuts: a store by itself, the channel of the first touch, months
run kpi retention -D after-period --from 2026-03-01 --to 2026-04-01 --days 30 --by store --no-header
is "$(printf '%s\n' "$out" | cut -f4,6,7 | tr '\t\n' ' /')" 'S01 1 4/S02 1 2/' 'by store: each by itself'
for store in S01 S02; do
    run kpi retention -D after-period --from 2026-03-01 --to 2026-04-01 --days 30 -s $store --no-header
    is "$(printf '%s\n' "$out" | cut -f5,6)" "$([ $store = S01 ] && printf '1\t4' || printf '1\t2')" "-s $store: the same"
done
run kpi retention -D within-period --from 2026-03-01 --to 2026-04-01 --by channel --no-header
is "$(printf '%s\n' "$out" | cut -f4,6,7 | tr '\t\n' ' /')" 'unknown 0 1/xhs 1 2/wx 0 2/' 'by channel'
run kpi retention -D next-month --from 2026-02-01 --to 2026-06-01 --by month --no-header
is "$(printf '%s\n' "$out" | cut -f2,5,6 | tr '\t\n' ' /')" '2026-02-01 1 1/2026-03-01 2 5/2026-04-01 0 3/2026-05-01 0 1/' 'by month'
run kpi retention -D next-month --from 2026-02-02 --to 2026-06-01 --by month --no-header
is "$(printf '%s\n' "$out" | cut -f2 | joined)" '2026-03-01,2026-04-01,2026-05-01' 'by month: those that begin in the window'
exits 0 'nobody came' kpi retention --from 2020-01-01 --to 2020-02-01
is "$(printf '%s\n' "$out" | wc -l) $err" '1 medi-kpi: no records in this window' 'nobody came: no row, and it says so'
exits 1 '--exit-code' kpi retention --from 2026-03-01 --to 2026-04-01 --exit-code
exits 2 'no such definition' kpi retention --definition after-frist
is "$err" 'medi-kpi: --definition: after-frist: no such definition; there are: after-period, next-month, after-first, within-period, before-period; did you mean after-first' 'no such definition: the nearest'
exits 2 'no window' kpi retention --from 2026-03-01 --to 2026-03-01
exits 2 'no day' kpi retention --days 0

# ---- cohorts ----
printf '%s\n' 'store,code,order,client,amount,paid_at,kind,class' \
    'S01,Y1,O1,C1,1000,2026-03-01 11:00,payment,sale' 'S01,Y2,O1,C1,-400,2026-04-11 11:00,refund,sale' 'S01,Y3,O3,C4,500,2026-01-31 11:00,deposit,sale' \
    'S02,Y4,O4,C5,700,2026-06-01 11:00,payment,sale' 'S01,Y5,O5,C2,900,2026-03-10 11:00,payment,gift' 'S01,Y6,O6,T1,900,2026-03-10 11:00,payment,sale' |
    medi-db import -q payments - >/dev/null
run kpi cohort --from 2026-02-01 --to 2026-05-01 --ages 4 --wide --no-header
is "$(printf '%s\n' "$out" | tr '\t\n' ' /')" '2026-02 1 1.000000 1.000000 0.000000 1.000000 0.000000/2026-03 4 1.000000 0.500000 0.000000 0.250000 0.000000/2026-04 1 1.000000 0.000000 0.000000 0.000000 0.000000/' \
    'clients: who came in which month after the first one'
run kpi cohort --from 2026-03-01 --to 2026-04-01 --ages 1 --no-header
is "$(printf '%s\n' "$out" | tr '\t\n' ' /')" '2026-03 4 0 2026-03 1.000000 4 4 0.510109 1.000000 1 1/2026-03 4 1 2026-04 0.500000 2 4 0.150039 0.849961 1 1/' 'a row an age'
run kpi cohort -m revenue --from 2026-02-01 --to 2026-05-01 --ages 3 --wide --no-header
is "$(printf '%s\n' "$out" | tr '\t\n' ' /')" '2026-02 1 50000 0 0 0/2026-03 4 100000 -40000 0 70000/2026-04 1 0 0 0 0/' 'revenue: net, a deposit before the first visit with it, no gifts'
run kpi cohort -m revenue --from 2026-03-01 --to 2026-04-01 --ages 1 --no-header
is "$(printf '%s\n' "$out" | tr '\t\n' ' /')" '2026-03 4 0 2026-03 100000 100000 25000 1/2026-03 4 1 2026-04 -40000 60000 15000 1/' 'revenue: cumulative, and a client'
run kpi cohort --by quarter --from 2026-01-01 --to 2026-07-01 --wide --no-header
is "$(printf '%s\n' "$out" | cut -f1-7 | tr '\t\n' ' /')" '2026-Q1 5 1.000000 0.800000 0.000000 0.000000 /2026-Q2 1 1.000000 0.000000 0.000000  /' 'by quarter; what has not begun is empty'
run kpi cohort -s S02 --from 2026-01-01 --to 2026-07-01 --wide --no-header --ages 1
is "$(printf '%s\n' "$out" | tr '\t\n' ' /')" '2026-03 2 1.000000 0.500000/' 'of a store: all is of that store'
echo 'S01,Y9,O9,C7,123,2026-06-01 11:00,payment,sale' | cat <(echo store,code,order,client,amount,paid_at,kind,class) - >y9.csv
printf 'code,store,created_on\nC7,S01,2026-01-01\n' | medi-db import -q clients - >/dev/null
medi-db import -q payments y9.csv >/dev/null
exits 0 'who paid and never came' kpi cohort -m revenue --from 2026-02-01
is "$err" 'medi-kpi: in no cohort: 12300 fen of clients who paid and never came' 'who paid and never came is of none, and said'
exits 2 'ages' kpi cohort --ages 37

# ---- CDNOW ----
sample=${MEDI_TESTDATA:-/nowhere}/clv/CDNOW_sample.txt
if [ -r "$sample" ]; then
    cdnow "$sample"
    run kpi retention --from 1997-01-01 --to 1997-04-01 --no-header
    is "$(printf '%s\n' "$out" | cut -f1,4,5,6 | tr '\t\n' ' /')" \
        'after-period 0.219347 517 2357/next-month 0.113280 267 2357/after-first 0.291472 687 2357/within-period 0.211710 499 2357/before-period 0.000000 0 2357/' \
        'CDNOW: 21.93, 11.33, 29.15, 21.17 and 0 %'
    run kpi retention -D after-period --days 30 --from 1997-01-01 --to 1997-04-01 --no-header
    is "$(printf '%s\n' "$out" | cut -f4)" 0.113280 'CDNOW: April has thirty days'
    run kpi cohort -m revenue --from 1997-01-01 --to 1998-07-01 --ages 18 --wide --no-header
    is "$(printf '%s\n' "$out" | awk -F '\t' '{ for (i = 3; i <= NF; i++) s += $i } END { printf "%d %d", NR, s }')" '3 24409194' 'CDNOW: three cohorts, 244,091.94 in all'
    is "$(printf '%s\n' "$out" | cut -f1,2 | tr '\t\n' ' /')" '1997-01 781/1997-02 857/1997-03 719/' 'CDNOW: who began when'
    run kpi cohort --from 1997-01-01 --to 1998-07-01 --ages 18 --no-header
    awk '{ split($2, d, "-"); m = d[1] * 12 + d[2]; if (!($1 in first)) first[$1] = m; if (!seen[$1, m]++) n[first[$1] % 12 " " m - first[$1]]++ } END { for (k in n) print k, n[k] }' \
        cdnow.txt | sort >counted
    printf '%s\n' "$out" | awk -F '\t' '$6 > 0 { split($1, d, "-"); print d[2] + 0, $3, $6 }' | sort >printed
    is "$(cmp counted printed && wc -l <counted)" "$(wc -l <printed)" 'CDNOW: every cohort and age as counted by awk'
else
    printf 'skip - no %s\n' "$sample"
fi
