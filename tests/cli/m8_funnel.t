#!/bin/bash
# M8: the funnel from lead to repurchase, people once a stage, by channel, month and store, with medians; every number counted by hand.
# (Seen to fail: a second deal on the first one's day, a lead after the first visit, and a medical refusal in the denominator counted.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/m8_lib.sh"
clinic
printf '%s\n' code,store,channel,created_on,class 'C3,S01,xhs,2026-01-01,client' 'C4,S01,xhs,2026-01-01,client' 'C5,S01,,2026-01-01,client' \
    'C6,S01,xhs,2026-01-01,client' 'T1,S01,xhs,2026-01-01,test' | medi-db import -q clients - >/dev/null
# C1 xhs: lead 03-01, came 03-03, consulted 03-03, dealt 03-05, treated 03-05, dealt again 04-20
# C2 wx:  lead 03-02, came 03-10, consulted, refused for medical reasons
# C3 xhs: no lead, came 03-12, consulted, and no more
# C4 xhs: came 02-01; his lead of 03-05 is none; deals twice on one day, 03-20
# C5 unknown: lead 03-20 and another 03-25, came 03-30, dealt without a consultation 03-30
# C6: lead on 04-02 only     L8, L9: nobody yet, of xhs and wx, 03-03 and 03-04     T1: a test
printf '%s\n' 'code,store,channel,created_at,client,stage' 'L1,S01,xhs,2026-03-01 10:00,C1,converted' 'L2,S02,wx,2026-03-02 10:00,C2,converted' \
    'L4,S01,xhs,2026-03-05 10:00,C4,converted' 'L5,S01,wx,2026-03-20 10:00,C5,converted' 'L5b,S01,wx,2026-03-25 10:00,C5,converted' \
    'L6,S01,xhs,2026-04-02 10:00,C6,converted' 'L7,S01,xhs,2026-03-01 10:00,T1,converted' \
    'L8,S01,xhs,2026-03-03 10:00,,new' 'L9,S02,wx,2026-03-04 10:00,,lost' >leads.csv
{
    echo store,code,client,arrived_at,status
    came C1 S01 2026-03-03
    came C2 S01 2026-03-10
    came C3 S01 2026-03-12
    came C4 S01 2026-02-01 2026-03-20
    came C5 S02 2026-03-30
    came T1 S01 2026-03-02
} >visits.csv
printf '%s\n' 'store,code,client,started_at,outcome' 'S01,K1,C1,2026-03-03 10:00,pending' 'S01,K2,C2,2026-03-10 10:00,medical-refusal' \
    'S01,K3,C3,2026-03-12 10:00,lost' 'S01,K3b,C3,2026-03-13 10:00,entered-in-error' 'S01,K4,C4,2026-02-01 10:00,pending' >consultations.csv
printf '%s\n' 'store,code,order,client,amount,paid_at,kind,class' 'S01,Y1,O1,C1,1000,2026-03-05 11:00,payment,sale' 'S01,Y2,O2,C1,500,2026-04-20 11:00,payment,sale' \
    'S01,Y3,O3,C4,800,2026-03-20 11:00,payment,sale' 'S01,Y4,O4,C4,300,2026-03-20 12:00,payment,sale' 'S02,Y5,O5,C5,400,2026-03-30 11:00,payment,sale' \
    'S01,Y6,O6,C3,300,2026-03-14 11:00,deposit,sale' 'S01,Y7,O7,C3,300,2026-03-14 11:00,payment,gift' >payments.csv
printf '%s\n' 'store,code,client,project,started_at,status' 'S01,B1,C1,P1,2026-03-05 12:00,completed' 'S01,B2,C4,P1,2026-03-25 12:00,completed' \
    'S01,B3,C3,P1,2026-03-14 12:00,preparation' >treatments.csv
for kind in leads visits consultations payments treatments; do
    exits 0 "$kind" medi-db import "$kind" $kind.csv
done
# "stage people entered both before median" of each row
funnel() {
    run kpi funnel "$@" -o jsonl
    printf '%s\n' "$out" | sed -E 's/.*"stage":"([a-z]*)","people":([0-9]*),.*"of_entered_denominator":([0-9]*),.*"of_previous_numerator":([0-9]*),"of_previous_denominator":([0-9]*),.*"median_days":([0-9.a-z]*).*/\1 \2 \3 \4 \5 \6/' | joined /
}
# Entered in March: C1 C2 C3 C5 L8 L9. Deal: of C1 and C3, who consulted and were not refused, C1.
march='--from 2026-03-01 --to 2026-04-01'
# shellcheck disable=SC2086
{
    is "$(funnel $march)" 'lead 5 6 0 0 null/arrival 4 6 3 5 8.000000/consult 3 6 3 4 0.000000/deal 2 6 1 2 2.000000/treatment 1 6 1 2 0.000000/repurchase 1 6 1 1 46.000000' 'March'
    is "$(funnel --from 2026-02-01 --to 2026-03-01)" 'lead 0 1 0 0 null/arrival 1 1 0 0 null/consult 1 1 1 1 0.000000/deal 1 1 1 1 47.000000/treatment 1 1 1 1 5.000000/repurchase 0 1 0 1 null' 'February: a later lead is none, and two deals of one day are one'
    is "$(funnel $march --within 10)" 'lead 5 6 0 0 null/arrival 4 6 3 5 8.000000/consult 3 6 3 4 0.000000/deal 2 6 1 2 2.000000/treatment 1 6 1 2 0.000000/repurchase 0 6 0 1 null' 'within ten days of entering'
    is "$(funnel $march --within 9)" 'lead 5 6 0 0 null/arrival 3 6 2 5 5.000000/consult 3 6 3 3 0.000000/deal 1 6 1 2 2.000000/treatment 1 6 1 1 0.000000/repurchase 0 6 0 1 null' 'within nine: two days in the middle'
    is "$(funnel $march --as-of 2026-03-04T20:00+08:00)" 'lead 4 4 0 0 null/arrival 1 4 1 4 2.000000/consult 1 4 1 1 0.000000/deal 0 4 0 1 null/treatment 0 4 0 0 null/repurchase 0 4 0 0 null' 'as it was known then'
    is "$(funnel $march -s S01)" 'lead 3 5 0 0 null/arrival 3 5 1 3 2.000000/consult 3 5 3 3 0.000000/deal 1 5 1 2 2.000000/treatment 1 5 1 1 0.000000/repurchase 1 5 1 1 46.000000' 'of one store'
    run kpi funnel $march --by channel --no-header
    is "$(printf '%s\n' "$out" | awk -F '\t' '{ print $1, $2, $3, $6 }' | joined /)" \
        'unknown lead 1 1/unknown arrival 1 1/unknown consult 0 1/unknown deal 1 1/unknown treatment 0 1/unknown repurchase 0 1/xhs lead 2 3/xhs arrival 2 3/xhs consult 2 3/xhs deal 1 3/xhs treatment 1 3/xhs repurchase 1 3/wx lead 2 2/wx arrival 1 2/wx consult 1 2/wx deal 0 2/wx treatment 0 2/wx repurchase 0 2' \
        'by channel: first touch, of who is no client yet the lead'\''s'
    run kpi funnel --from 2026-02-01 --to 2026-05-01 --by month --no-header
    is "$(printf '%s\n' "$out" | awk -F '\t' '$2 == "lead" || $2 == "deal" { print $1, $2, $3, $6 }' | joined /)" '2026-02 lead 0 1/2026-02 deal 1 1/2026-03 lead 5 6/2026-03 deal 2 6/2026-04 lead 1 1/2026-04 deal 0 1' 'by month of entering'
    run kpi funnel $march --by store --no-header
    is "$(printf '%s\n' "$out" | awk -F '\t' '$2 == "arrival" { print $1, $3, $6 }' | joined /)" 'S01 3 4/S02 1 2' 'by the store of entering'
    run kpi funnel $march --within 30 -o jsonl
    is "$(printf '%s\n' "$out" | sed -E 's/.*"few":([a-z]*),.*"mature":([a-z]*).*/\1 \2/' | joined /)" 'null true/false true/true true/true true/true true/true true' 'few and mature'
}
exits 0 'nobody' kpi funnel --from 2020-01-01 --to 2020-02-01
is "$err" 'medi-kpi: no records in this window' 'nobody: it says so'
exits 2 'within' kpi funnel --within -1
