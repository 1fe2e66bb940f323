#!/bin/bash
# M7: goals, spending and channels as records; goals against what came, pace by weekdays, forecast; counted by hand.
# (Seen to fail: all weekdays weighing alike, and the money of the day that is not over taken for pace.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/m8_lib.sh"
clinic
printf 'code,store,channel,created_on,class\nT1,S01,xhs,2026-01-01,test\n' | medi-db import -q clients - >/dev/null

# ---- records ----
exits 0 'a goal of money' kpi goal set revenue 31000 -s S01 --day 2026-08
exits 0 'a goal of a number' kpi goal set arrivals 62 --day 2026-08-15
exits 0 'a goal of a share' kpi goal set conversion 35.5% --day 2026-08 --period quarter --note 三季度
exits 0 'the same again' kpi goal set revenue 31,000.00 -s S01 --day 2026-08-31
is "$err" 'medi-kpi: revenue: nothing to change' 'the same again: it says so'
rows '* conversion quarter 2026-07-01   0.355000 三季度/* arrivals month 2026-08-01  62  /S01 revenue month 2026-08-01 3100000   ' goal list
exits 0 'another target' kpi goal set revenue 40000 -s S01 --day 2026-08
rows 'S01 revenue month 2026-08-01 4000000   ' goal list -s S01
exits 2 'no such metric' kpi goal set revenu 40000
like "$err" 'revenu: cannot be a goal; there are: revenue, .*; did you mean revenue$' 'no such metric: the nearest'
exits 2 'a share that is none' kpi goal set conversion 0.35
is "$err" 'medi-kpi: 0.35: must be a percentage like 35% or 35.5%' 'a share that is none: says how'
exits 2 'a share above all' kpi goal set conversion 135%
exits 3 'a number that is none' kpi goal set arrivals 12.5
exits 2 'money that is none' kpi goal set revenue 1e6
exits 3 'drop of none' kpi goal drop revenue -s S02 --day 2026-08
is "$err" 'medi-kpi: goal S02 revenue month 2026-08-01: not there' 'drop of none: says which'
exits 0 'drop' kpi goal drop revenue -s S01 --day 2026-08-09
rows '' goal list -s S01
medi-db export goals >goals.tsv
is "$(medi-db import goals goals.tsv --no-header | cut -f3-7 | tr '\t' ' ')" '2 0 0 2 0' 'goals go out and in again'
printf '门店编码,指标,周期,起始日期,目标金额\nS02,revenue,月度,2026-08-01,"12,000"\n' | medi-db import -q goals - >/dev/null
rows 'S02 revenue month 2026-08-01 1200000   ' goal list -s S02
exits 0 'a channel' kpi channel add douyin --name 抖音
exits 3 'a channel twice' kpi channel add douyin --name 抖音
exits 2 'a channel without a name' kpi channel add dy2
exits 0 'spending of a store' kpi spend add douyin 3000 -s S01 --day 2026-08-03
exits 0 'spending of the chain' kpi spend add xhs 1,500.50 --day 2026-08-04 --purpose 达人
exits 3 'spent twice for the same' kpi spend add douyin 3000 -s S01 --day 2026-08-03
exits 3 'spent on no channel' kpi spend add nowhere 3000 -s S01
rows 'S01 douyin 2026-08-03 投放 300000 /* xhs 2026-08-04 达人 150050 ' spend list
rows 'S01 douyin 2026-08-03 投放 300000 ' spend list -s S01 --from 2026-08-03 --to 2026-08-04
rows 'douyin 抖音 paid 0 300000 2026-08-03/unknown 未知 unknown 0 0 /wx 微信 own 1 0 /xhs 小红书 paid 1 150050 2026-08-04' channel list

# ---- goals against what came ----
# S01: 100 yuan each Monday, 300 each Saturday, from 2026-06-01 (a Monday) to 2026-08-09; August's first two Saturdays and its
# first Monday bring half. S02: nothing before August, then 70 on 08-03.
{
    echo store,code,order,client,amount,paid_at,kind,class
    for n in {0..69}; do
        day=$(date -d "2026-06-01 +$n days" +%F)
        amount=
        case $((n % 7)) in 0) amount=100 ;; 5) amount=300 ;; esac
        case $day in 2026-08-*) amount=$((amount / 2)) ;; esac
        [ "${amount:-0}" = 0 ] || echo "S01,P$n,O$n,C1,$amount,$day 12:00,payment,sale"
    done
    echo S02,Q1,R1,C2,70,2026-08-03 12:00,payment,sale
    echo S02,Q2,R2,C2,999,2026-08-03 12:00,payment,gift
    echo S02,Q3,R3,T1,999,2026-08-03 12:00,payment,sale
} >payments.csv
exits 0 'payments' medi-db import payments payments.csv
kpi goal set revenue 2100 -s S01 --day 2026-08 2>/dev/null
kpi goal set revenue 9000 --day 2026-08
# By the morning of 08-10 nine days are over: two Saturdays and a Monday, 700 of the weights; August has five of each, 2,000
# (weekdays are learnt from 06-06 to 07-31, eight of each). Of 2,100 735 are due; 350 came; at half the pace it ends at 1,000.
# S02: nothing was learnt, all days weigh alike: 9 of 31 of 12,000; 70 ÷ 9 × 31. The chain: 420 of 9,000 × 7/20; 1,200.
export MEDI_NOW=2026-08-10T08:00:00+08:00
rows '* revenue month 2026-08-01 2026-09-01 9 31 900000 42000 120000 0.046667 42000 900000 0.133333 42000 315000 0.133333 120000 900000/S01 revenue month 2026-08-01 2026-09-01 9 31 210000 35000 100000 0.166667 35000 210000 0.476190 35000 73500 0.476190 100000 210000/S02 revenue month 2026-08-01 2026-09-01 9 31 1200000 7000 24111 0.005833 7000 1200000 0.020093 7000 348387 0.020093 24111 1200000' \
    budget --metric revenue
# today's money has come, but today is not over
printf 'store,code,order,client,amount,paid_at,kind,class\nS01,P99,O99,C1,80,2026-08-10 07:30,payment,sale\n' | medi-db import -q payments - >/dev/null
rows 'S01 revenue month 2026-08-01 2026-09-01 9 31 210000 43000 100000 0.204762 43000 210000 0.476190 35000 73500 0.476190 100000 210000' budget --metric revenue -s S01
# before the period, in the first hours of it, and behind it
MEDI_NOW=2026-08-01T08:00:00+08:00 rows 'S01 revenue month 2026-08-01 2026-09-01 0 31 210000 15000 200000 0.071429 15000 210000  0 0 0.952381 200000 210000' budget -s S01
MEDI_NOW=2026-09-20T08:00:00+08:00 rows 'S01 revenue month 2026-08-01 2026-09-01 31 31 210000 43000 43000 0.204762 43000 210000 0.204762 43000 210000 0.204762 43000 210000' budget -s S01 --day 2026-08
# numbers and shares, each in columns of its own
{
    echo store,code,client,arrived_at,status
    came C1 S01 2026-08-01 2026-08-02 2026-08-03
    came C2 S02 2026-08-03
    came T1 S02 2026-08-03
} | medi-db import -q visits - >/dev/null
printf 'store,code,client,started_at,outcome\nS01,K1,C1,2026-08-01 10:00,deal\nS02,K2,C2,2026-08-04 10:00,pending\n' | medi-db import -q consultations - >/dev/null
exits 0 'all goals' kpi budget -o jsonl
is "$(printf '%s\n' "$out" | grep conversion)" \
    '{"store":"*","metric":"conversion","period":"quarter","from":"2026-07-01","to":"2026-10-01","days_over":40,"days":92,"target_fen":null,"actual_fen":null,"forecast_fen":null,"target":null,"actual":null,"forecast":null,"target_share":0.355000,"actual_share":0.500000,"reached":1.408451,"reached_numerator":500000,"reached_denominator":355000,"pace":null,"pace_numerator":null,"pace_denominator":null,"forecast_reached":null,"forecast_reached_numerator":null,"forecast_reached_denominator":null}' \
    'a share has neither pace nor forecast'
is "$(printf '%s\n' "$out" | grep arrivals | grep -o '"target":.*')" \
    '"target":62,"actual":4,"forecast":14,"target_share":null,"actual_share":null,"reached":0.064516,"reached_numerator":4,"reached_denominator":62,"pace":0.222222,"pace_numerator":4,"pace_denominator":18,"forecast_reached":0.225806,"forecast_reached_numerator":14,"forecast_reached_denominator":62}' \
    'a number'
for metric in new_clients deals spend revenue_recognised; do kpi goal set $metric 100 --day 2026-08; done
printf 'store,code,client,project,started_at,status,recognised\nS01,B1,C1,P1,2026-08-05 12:00,completed,45\nS01,B2,C1,P1,2026-08-05 12:00,preparation,45\n' | medi-db import -q treatments - >/dev/null
for wants in 'new_clients 2' 'deals 5' 'spend 450050' 'revenue_recognised 4500'; do
    run kpi budget --metric "${wants% *}" --no-header
    is "${wants% *} $(printf '%s\n' "$out" | cut -f9)" "$wants" "what came: $wants"
done
exits 0 'no goal' kpi budget --day 2025-01
is "$err" 'medi-kpi: no goal of that time; medi-kpi goal set makes one' 'no goal: it says so'
exits 2 'no such metric' kpi budget --metric revenu
