#!/bin/bash
# M5: what the figures advise: channels to stop, grow or wait for, projects to bundle, clients to call, stores out of line; each command that
# it names runs.
# (Seen to fail: money of day 90 and later counted, a deal on day 181 taken for a return, and the better store for the worse.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/m8_lib.sh"
clinic
printf 'code,name\nbad,坏渠道\ngood,好渠道\nnew,新渠道\ndull,平渠道\n' | medi-db import -q channels - >/dev/null
printf 'code,name,kind\nP2,光子嫩肤,laser\nP3,补水,skin\n' | medi-db import -q projects - >/dev/null
exits 0 'nothing' kpi advise
is "$(printf '%s\n' "$out" | wc -l) $err" '1 medi-kpi: nothing stands out, or there are too few cases to tell' 'nothing: it says so'
# On 2026-10-01 the window of channels is 2026-01-02 … 2026-07-02. Of bad come 40 who pay 10 yuan each for 5,000; of good 40 who pay 900 to 1,100
# for 5,000; of dull 40 who pay 0 or 250 for 4,900; new spent since. Good's later money (from day 90 on) does not count.
for i in $(seq 1 40); do
    for channel in bad good dull; do echo "$channel$i,S01,$channel,2026-01-01"; done
done >people
{ echo code,store,channel,created_on && cat people; } | medi-db import -q clients - >/dev/null
{
    echo store,code,client,arrived_at,status
    for i in $(seq 1 40); do for channel in bad good dull; do echo "S01,V$channel$i,$channel$i,2026-03-$((i % 28 + 1)) 10:00,finished"; done; done
} | medi-db import -q visits - >/dev/null
{
    echo store,code,order,client,project,amount,paid_at,kind
    for i in $(seq 1 40); do
        echo "S01,B$i,OB$i,bad$i,P3,10,2026-03-$((i % 28 + 1)) 11:00,payment"
        echo "S01,G$i,OG$i,good$i,P2,$((900 + i % 2 * 200)),2026-03-$((i % 28 + 1)) 11:00,payment"
        echo "S01,H$i,OH$i,good$i,P1,1000,2026-08-0$((i % 9 + 1)) 11:00,payment" # later, and together with P3
        echo "S01,I$i,OI$i,good$i,P3,1000,2026-08-0$((i % 9 + 1)) 11:00,payment"
        echo "S01,D$i,OD$i,dull$i,P2,$((i % 2 * 250)),2026-03-$((i % 28 + 1)) 11:00,payment"
    done
} | medi-db import -q payments - >/dev/null
printf '%s\n' store,channel,day,amount 'S01,bad,2026-02-01,5000' 'S01,good,2026-02-01,5000' 'S01,dull,2026-02-01,4900' 'S01,new,2026-08-01,700' \
    'S01,bad,2026-01-01,99999' 'S01,good,2026-07-03,99999' | medi-db import -q spend - >/dev/null
exits 0 'channels' kpi advise --of channels --no-header
is "$(printf '%s\n' "$out" | cut -f1-6,9-12 | tr '\t' ' ' | sort | joined /)" \
    'channel bad stop good roi_margin -0.920000 7.000000 40 1 500000/channel good grow  roi_margin 7.000000  40 1 500000/channel new wait  roi_margin   0 0 70000' \
    'channels: stop, with where to move; grow; wait; and nothing of what may be chance'
# 40 payments of 900 and 1,100: a spread of 101.27, so 40,000 ± 1.96 · 101.27 · √40, less 5,000, by 5,000
is "$(printf '%s\n' "$out" | awk -F '\t' '$2 == "good" { printf "%.3f %.3f", $7, $8 }')" '6.749 7.251' 'its interval'
# projects: P1 was done in 2025-06 on 40 who did not buy again, P2 on 40 who did; P1 goes with P3
printf '%s\n' code,store,channel,created_on "$(for i in $(seq 1 80); do echo "q$i,S02,wx,2025-01-01"; done)" | medi-db import -q clients - >/dev/null
{
    echo store,code,client,project,started_at,status,recognised
    for i in $(seq 1 80); do echo "S02,T$i,q$i,P$((i > 40 ? 2 : 1)),2025-06-05 10:00,completed,100"; done
} | medi-db import -q treatments - >/dev/null
{
    echo store,code,order,client,project,amount,paid_at,kind
    for i in $(seq 1 80); do
        echo "S02,W$i,OW$i,q$i,P2,10,2025-06-05 11:00,payment"                                 # on the day itself
        [ "$i" -le 40 ] || echo "S02,X$i,OX$i,q$i,P2,10,2025-12-02 11:00,payment"              # on the 180th day after
        [ "$i" -gt 40 ] || echo "S02,X$i,OX$i,q$i,P2,10,2025-12-03 11:00,payment"              # a day too late
    done
} | medi-db import -q payments - >/dev/null
exits 0 'projects' kpi advise --of projects --no-header
is "$(printf '%s\n' "$out" | cut -f1-10 | tr '\t' ' ')" 'project P1 bundle P3 again_180 0.000000 0.000000 0.087622 1.000000 40' 'projects: with the partner found in baskets'
# stores: S01 converts 40 of 40, S02 none of 40
{
    echo store,code,client,consultant,started_at,outcome
    for i in $(seq 1 40); do
        echo "S01,K$i,good$i,K1,2026-08-0$((i % 9 + 1)) 10:00,deal"
        echo "S02,K$i,q$i,K1,2026-08-05 10:00,lost"
    done
} | medi-db import -q consultations - >/dev/null
exits 0 'stores' kpi advise --of stores --no-header
is "$(printf '%s\n' "$out" | grep conversion | cut -f1-10 | tr '\t' ' ')" 'store S02 look  conversion 0.000000 0.000000 0.087622 1.000000 40' 'stores: the one on the worse side'
# clients: those at risk who paid most
change "INSERT INTO client_segment (id, segment, score, reasons, visits, spend_fen, year_fen, overdue_milli, computed_on)
    SELECT id, 'at-risk', 10, 'at-risk/overdue', 3, id * 100, 0, 1800, 20000 FROM client WHERE code IN ('q1', 'q2', 'q3', 'q4', 'q5', 'q6')"
exits 0 'clients' kpi advise --of clients --no-header
is "$(printf '%s\n' "$out" | cut -f2,3,6,9 | tr '\t\n' ' /')" 'q6 call 1.800000 1.000000/q5 call 1.800000 1.000000/q4 call 1.800000 1.000000/q3 call 1.800000 1.000000/q2 call 1.800000 1.000000/' 'clients: five of six'
exits 0 'all' kpi advise --no-header
printf '%s\n' "$out" | awk -F '\t' '{ print $NF }' | sort -u >commands
failed=$(while read -r command; do $command >/dev/null 2>&1 || echo "$command"; done <commands)
is "$(wc -l <commands) $failed" "$(wc -l <commands) " 'every command that it names runs'
ok "$([ "$(wc -l <commands)" -ge 8 ]; echo $?)" 'and they are several'
# on the director's report: each with its figures, its interval and what it is held against
mkdir -p own
printf 'parts:\n  - {part: found, zh: 建议, en: Findings, findings: all, top: 200}\n' >own/report.yaml
MEDI_CONFIG=$work/own exits 0 'report' kpi report --lang en
found=$(printf '%s' "$out" | tr '\n' ' ' | sed 's/<\/tr>/\n/g; s/<[^>]*>/|/g' | tr -s '|')
like "$found" '\|channel\|bad\|stop, move to good \(5,000\)\|return within 90 days, less consumables and spending, by spending\|-0\.92 \(-0\.92 – -0\.92\)\|7\.00\|40\|' 'report: a channel to stop, and where to move'
like "$found" '\|store\|S02\|look into it\|conversion\|0\.0 % \(0\.0 % – 8\.8 %\)\|100\.0 %\|40\|' 'report: a store out of line'
like "$found" '\|client\|q6\|call[^|]*\|days since the last visit, by the usual interval\|1\.80\|1\.00\|' 'report: a client to call'
exits 1 '--exit-code' kpi advise --exit-code
