#!/bin/bash
# M4: the brief of the morning and of the evening: every line counted by hand; each command that it names runs.
# (Seen to fail: a visit of the last year not taken for one, and the week before counted from another day.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/m8_lib.sh"
clinic
printf '%s\n' code,store,channel,created_on,class 'C3,S01,xhs,2026-01-01,client' 'T1,S01,xhs,2026-01-01,test' | medi-db import -q clients - >/dev/null
exits 2 'neither' kpi brief
exits 2 'both' kpi brief --morning --evening
exits 0 'an empty day' kpi brief --morning
is "$err" 'medi-kpi: nothing to say of this day' 'an empty day: it says so'
# 2026-10-01: C1 (who came before) and C3 are booked in S01, C2 in S02, T1 is a test; C2 did not come, C3 nobody marked
{ echo store,code,client,arrived_at,status && came C1 S01 2026-09-01; } | medi-db import -q visits - >/dev/null
printf '%s\n' store,code,client,starts_at,ends_at,status 'S01,A1,C1,2026-10-01 10:00,2026-10-01 11:00,booked' 'S01,A2,C3,2026-10-01 11:00,2026-10-01 12:00,booked' \
    'S02,A3,C2,2026-10-01 12:00,2026-10-01 13:00,booked' 'S01,A4,T1,2026-10-01 12:00,2026-10-01 13:00,booked' 'S01,A5,C1,2026-10-02 12:00,2026-10-02 13:00,booked' \
    'S01,A6,C1,2026-10-01 15:00,2026-10-01 16:00,cancelled' | medi-db import -q appointments - >/dev/null
printf 'code,name,kind,unit,storage\nI1,玻尿酸,consumable,支,ambient\nI2,针头,consumable,支,ambient\n' | medi-db import -q items - >/dev/null
printf 'store,item,minimum,target\nS01,I1,10,20\nS01,I2,10,20\n' | medi-db import -q levels - >/dev/null
printf 'store,item,code,received_on,quantity,cost,expires_on\nS01,I1,L1,2026-01-01,5,5000,2026-10-20\n' | medi-db import -q lots - >/dev/null
MEDI_NOW=2026-09-28T09:00+08:00 medi-complaint open C1 -s S01 --code K1 --category price -q >/dev/null 2>&1
kpi goal set arrivals 31 --day 2026-10 2>/dev/null
kpi goal set conversion 40% -s S01 --day 2026-10
exits 0 'morning' kpi brief --morning --no-header
is "$(printf '%s\n' "$out" | cut -f1-5 | tr '\t' ' ' | joined /)" \
    'goals arrivals 0  * month: at 0%, pace 1.00, ends at 3%/goals conversion   S01 month: no case yet, of 40.0%/bookings booked 3  S01 2, S02 1/bookings first_visits 2  S01 1, S02 1/stock out 1  S01 I2/stock low 1  S01 I1/stock expiring 1  S01 I1/complaints late 1  K1' \
    'morning'
printf '%s\n' "$out" | cut -f6 >commands
exits 0 'of one store' kpi brief --morning -s S02 --no-header
is "$(printf '%s\n' "$out" | cut -f1-5 | tr '\t' ' ' | joined /)" 'bookings booked 1  /bookings first_visits 1  ' 'of one store'
# the evening
change "UPDATE appointment SET status = 'noshow' WHERE code = 'A3'"
{ echo store,code,client,arrived_at,status && echo 'S01,W1,C1,2026-10-01 10:00,finished' && echo 'S01,W2,C3,2026-10-01 11:00,finished' && echo 'S01,W3,T1,2026-10-01 11:00,finished' && echo 'S01,W4,C1,2026-09-24 11:00,finished'; } | medi-db import -q visits - >/dev/null
printf '%s\n' store,code,order,client,amount,paid_at,kind 'S01,Y1,O1,C1,1000,2026-10-01 11:00,payment' 'S01,Y2,O2,C1,50,2026-09-24 11:00,payment' | medi-db import -q payments - >/dev/null
export MEDI_NOW=2026-10-01T20:00:00+08:00
medi-complaint open C1 -s S01 --code K2 --category price -q >/dev/null 2>&1
exits 0 'evening' kpi brief --evening --no-header
is "$(printf '%s\n' "$out" | cut -f1-5 | tr '\t' ' ' | joined /)" \
    'day arrivals 2  a week ago 1/day new_clients 1  a week ago 0/day deals 1  a week ago 1/day revenue  100000 a week ago 50.00/slipped no_shows 1  S02 1/slipped unmarked 2  S01 2/slipped complaints_opened 1  S01 1/complaints late 1  K1' \
    'evening'
printf '%s\n' "$out" | cut -f6 >>commands
failed=$(sort -u commands | while read -r command; do $command >/dev/null 2>&1; [ $? -le 1 ] || echo "$command"; done)
is "$failed" '' 'every command that it names runs'
