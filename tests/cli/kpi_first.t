#!/bin/bash
# medi-kpi: arrivals and conversion, from files to figures; every number counted by hand.
. "$(dirname "$0")/lib.sh"
clinic
printf '%s\n' 'code,store,channel,created_on,class' 'C3,S01,xhs,2026-01-01,client' 'T1,S01,xhs,2026-01-01,test' 'E1,S01,wx,2026-01-01,staff' | medi-db import -q clients - >/dev/null

# July: C1 came on two days (twice on one), C2 once to each store, C3 by appointment only; in August C1 once.
# Not counted: cancelled, planned, entered in error, a test client, one of the staff, a no-show.
printf '%s\n' 'store,code,client,arrived_at,status' \
    'S01,V1,C1,2026-07-01 10:00,finished' 'S01,V2,C1,2026-07-01 15:00,finished' 'S01,V3,C1,2026-07-31 23:59,arrived' \
    'S01,V4,C2,2026-07-02 10:00,triaged' 'S02,V1,C2,2026-07-02 15:00,in-progress' 'S01,V5,C1,2026-08-01 00:00,onleave' \
    'S01,V6,C2,2026-07-03 10:00,cancelled' 'S01,V7,C2,2026-07-04 10:00,planned' 'S01,V8,C2,2026-07-05 10:00,entered-in-error' \
    'S01,V9,T1,2026-07-06 10:00,finished' 'S01,V10,E1,2026-07-06 10:00,finished' >visits.csv
printf '%s\n' 'store,code,client,starts_at,ends_at,status' \
    'S01,B1,C1,2026-07-01 10:00,2026-07-01 11:00,fulfilled' 'S01,B2,C3,2026-07-09 10:00,2026-07-09 11:00,fulfilled' \
    'S01,B3,C3,2026-07-10 10:00,2026-07-10 11:00,noshow' 'S01,B4,C3,2026-07-11 10:00,2026-07-11 11:00,booked' \
    'S02,B1,C3,2026-07-12 10:00,2026-07-12 11:00,checked-in' >appointments.csv
exits 0 'visits' medi-db import visits visits.csv
exits 0 'appointments' medi-db import appointments appointments.csv
july='--from 2026-07-01 --to 2026-08-01'

# figures WANT COMMAND…: rows without the header, tabs as blanks, rows apart by slashes
figures() {
    local want=$1
    shift
    run medi-kpi show "$@" --no-header
    is "$code $(printf '%s' "$out" | tr '\t\n' ' /')" "0 $want" "show $*"
}
# shellcheck disable=SC2086
{
    figures '6 3' arrivals $july
    figures '7 3' arrivals --from 2026-07-01 --to 2026-09-01
    figures '2026-07 6 3/2026-08 1 1' arrivals --from 2026-07-01 --to 2026-09-01 --by month
    figures 'S01 4 3/S02 2 2' arrivals $july --by store
    figures 'wx 2 1/xhs 4 2' arrivals $july --by channel
    figures 'S01 2026-07 wx 1 1/S01 2026-07 xhs 3 2/S02 2026-07 wx 1 1/S02 2026-07 xhs 1 1' arrivals $july --by store,month,channel
    figures 'S01 2026-07 wx 1 1/S01 2026-07 xhs 3 2/S02 2026-07 wx 1 1/S02 2026-07 xhs 1 1' arrivals $july --by channel,month,store
    figures '2 2' arrivals $july -s S02
    figures '' arrivals --from 2026-06-01 --to 2026-07-01
    figures '3 2' arrivals --from 2026-07-01 --to 2026-07-03
    figures '7 3' arrivals
    figures '' arrivals --as-of 2026-06-30
    figures '6 3' arrivals --as-of 2026-07-31
}

# consultations: C1 deals the same day, C2 five days later, C3 leaves a deposit, then nothing
printf '%s\n' 'store,code,client,started_at,outcome' \
    'S01,K1,C1,2026-07-01 10:00,pending' 'S01,K2,C2,2026-07-02 10:00,pending' 'S01,K3,C3,2026-07-09 10:00,pending' \
    'S01,K4,C3,2026-07-10 10:00,medical-refusal' 'S01,K5,C3,2026-07-10 10:00,entered-in-error' 'S01,K6,T1,2026-07-10 10:00,pending' >consultations.csv
printf '%s\n' 'store,code,order,client,amount,paid_at,kind,class' \
    'S01,Y1,O1,C1,1280,2026-07-01 11:00,payment,sale' 'S01,Y2,O2,C2,500,2026-07-02 11:00,deposit,sale' \
    'S01,Y3,O2,C2,2000,2026-07-07 11:00,payment,sale' 'S01,Y4,O3,C3,500,2026-07-09 11:00,deposit,sale' \
    'S01,Y5,O4,C3,900,2026-07-09 11:00,payment,gift' 'S01,Y6,O5,T1,900,2026-07-10 11:00,payment,sale' >payments.csv
exits 0 'consultations' medi-db import consultations consultations.csv
exits 0 'payments' medi-db import payments payments.csv
# shellcheck disable=SC2086
{
    figures '0.333333 1 3 0.061492 0.792340 1' conversion $july
    figures '0.666667 2 3 0.207660 0.938508 1' conversion $july --days 5
    figures '0.333333 1 3 0.061492 0.792340 1' conversion $july --days 4
    figures 'wx 1.000000 1 1 0.206549 1.000000 1/xhs 0.500000 1 2 0.094531 0.905469 1' conversion $july --days 5 --by channel
    figures '' conversion --from 2026-08-01 --to 2026-09-01
    figures '' conversion $july -s S02
    medi-db config set -q kpi.conversion_days 5
    figures '0.666667 2 3 0.207660 0.938508 1' conversion $july
    medi-db config set -q kpi.few 3
    figures '0.666667 2 3 0.207660 0.938508 0' conversion $july
    medi-db config set -q kpi.deal_threshold_fen 128000
    figures '0.333333 1 3 0.061492 0.792340 0' conversion $july
    medi-db config set -q kpi.deal_threshold_fen 127999 -s S01 # what is a deal is decided where it was sold, whoever asks
    figures '0.666667 2 3 0.207660 0.938508 0' conversion $july
    figures '0.666667 2 3 0.207660 0.938508 0' conversion $july -s S01
    medi-db config unset -q kpi.deal_threshold_fen
    medi-db config unset -q kpi.deal_threshold_fen -s S01
    medi-db config unset -q kpi.conversion_days
}
# money back on the same day is no deal; later, the day of sale keeps it
printf '%s\n' 'store,code,order,client,amount,paid_at,kind' 'S01,Y7,O1,C1,-1280,2026-07-02 11:00,refund' | medi-db import -q payments - >/dev/null
# shellcheck disable=SC2086
figures '0.333333 1 3 0.061492 0.792340 0' conversion $july
printf '%s\n' 'store,code,order,client,amount,paid_at,kind' 'S01,Y7,O1,C1,-1280,2026-07-01 18:00,refund' | medi-db import -q payments - >/dev/null
# shellcheck disable=SC2086
figures '0.000000 0 3 0.000000 0.561497 0' conversion $july

# as others want it
# shellcheck disable=SC2086
{
    is "$(medi-kpi show arrivals $july --by month -o csv)" 'month,arrivals,heads
2026-07,6,3' 'csv'
    is "$(medi-kpi show conversion $july -o jsonl)" '{"conversion":0.000000,"conversion_numerator":0,"conversion_denominator":3,"conversion_low":0.000000,"conversion_high":0.561497,"few":false}' 'jsonl'
    like "$(medi-kpi show conversion $july -o table --lang en)" '^ *0\.0 ?% ' 'table: percent'
    like "$(medi-kpi show arrivals $july --by channel -o table --lang zh | head -1)" '渠道 +到院' 'table: headings in Chinese'
    exits 1 '--exit-code' medi-kpi show arrivals $july --exit-code
}
exits 0 'nothing' medi-kpi show arrivals --from 2020-01-01 --to 2020-02-01 --lang en
like "$err" '^medi-kpi: no records in this window$' 'nothing: says so'
exits 2 'an unknown metric' medi-kpi show conversions --lang en
like "$err" '^medi-kpi: conversions: no such metric; did you mean conversion$' 'an unknown metric: the nearest'
exits 2 'an unknown cut' medi-kpi show arrivals --by mont --lang en
like "$err" '^medi-kpi: --by: mont: must be one of store, year, .*; did you mean month$' 'an unknown cut: says which there are, and the nearest'
exits 3 'an unknown store' medi-kpi show arrivals -s S9 --lang en
