#!/bin/bash
# K7: what to order: from what was used, what is booked, what there is and when it expires; for all stores together; under a
# budget; and why.
# Broken once, and seen to fail: packs whose deadline is not looked at (day_to in gather.c), or that ended less than that
# (plan_supplies.sql) count as there; nothing booked; a shelf life that is never reached (cover.c);
# a budget that is not looked at; weeks without stock taken for weeks without demand (fill_weeks).
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
clinic
export MEDI_LANG=en
import() { medi-db import -q "$1" - >/dev/null || echo "# import $1 failed" >&2; }
plan() { medi-stock plan --lang en --no-header "$@"; }
field() { # N OF A PLAN'S FIRST LINE
    plan "${@:2}" | head -1 | cut -f"$1"
}
printf 'code,name,kind,unit,storage\nI1,注射针,consumable,支,ambient\nI2,面膜,consumable,片,ambient\nI3,冻干粉,drug,支,cold\n' | import items
printf 'code,name\nP1,甲公司\nP2,乙公司\n' | import suppliers
printf 'code,name,kind\nJ1,补水,care\n' | import projects
printf 'project,item,quantity\nJ1,I1,2\n' | import kits
# forty weeks in which S01 uses 20 a week and S02 10, on Mondays; MEDI_NOW is 2026-10-01, a Thursday
{
    echo 'store,item,code,expires_on,received_on,quantity,cost_fen'
    echo 'S01,I1,A,2029-01-01,2025-12-22,900,900'
    echo 'S02,I1,B,2029-01-01,2025-12-22,405,405'
    echo 'S01,I3,C,2026-10-05,2025-12-22,820,820'
} | import lots
{
    echo 'store,code,item,lot,kind,quantity,cost_fen,at'
    for week in $(seq 0 39); do
        day=$(date -u -d "2025-12-29 + $((week * 7)) days" +%F)
        echo "S01,M$week,I1,A,use,-20,-20,$day 10:00"
        echo "S02,N$week,I1,B,use,-10,-10,$day 10:00"
        echo "S01,C$week,I3,C,use,-20,-20,$day 10:00"
    done
} | import stock_moves
# the sums of the lots
change "UPDATE lot SET moved = (SELECT SUM(m.quantity) FROM stock_move AS m WHERE m.store_id = lot.store_id AND m.lot_id = lot.id), moved_fen = (SELECT SUM(m.cost_fen) FROM stock_move AS m WHERE m.store_id = lot.store_id AND m.lot_id = lot.id)"

# ---- the course of an item, and its forecast ----
f() { medi-stock forecast --lang en "$@"; }
exits 0 'what was used' f I1 --history -o csv
is "$(printf '%s\n' "$out" | head -2 | tail -1) $(printf '%s\n' "$out" | grep -c '^I1:S01,') $(printf '%s\n' "$out" | grep -c '^I1:S02,2026-W[0-9][0-9],10.0')" 'I1:S01,2025-W51, 41 39' 'what was used: week by week, store by store'
cp .out used.csv
exits 0 'a forecast from the books' f I1 -H 4 -o csv
cp .out books.csv
exits 0 'of what was printed' f --series used.csv -H 4 -o csv
ok "$(cmp -s .out books.csv; echo $?)" 'is the same'
run bash -c 'medi-stock forecast I1 --history -s S02 | env -u MEDI_DB medi-stock forecast --series - -H 4 -o csv'
is "$code $(printf '%s\n' "$out" | tail -n +2)" "0 $(grep '^I1:S02' books.csv)" 'through a pipe, without a database'
is "$(f I1 -s S02 -H 4 -o csv | tail -n +2)" "$(grep '^I1:S02' books.csv)" 'of one store'
like "$(grep '^I1:S01,1,' books.csv)" '^I1:S01,1,(19|20)\.' 'twenty a week'
exits 0 'why' f I1 --why -o csv
like "$out" '^I1:S01,41,1,' 'why: how many weeks; the first is missing, since nothing was there on most of its days'
is "$(f I1 --history -s S01 -o csv --as-of 2026-01-08 | tail -n +2 | joined ' ')" 'I1:S01,2025-W51, I1:S01,2025-W52,20.000000 I1:S01,2026-W01,20.000000' 'as it was then'
exits 3 'no such item' f I9
exits 3 'nothing of it was there' f I2
like "$err" 'I2: nothing of it was there by then' 'nothing of it was there: says so'
exits 2 'neither' f
exits 2 'both' f I1 --series used.csv
exits 2 'history of nothing' f --history
# ---- offers ----
exits 3 'nobody offers it' medi-stock plan I1 --lang en
like "$err" 'I1: nobody offers it; say who does: medi-stock offer set I1' 'nobody offers it: says what to do'
is "$(plan)" '' 'nothing is offered: nothing to order'
exits 3 'half an offer' medi-stock offer set I1 --supplier P1 --lead 7 --price 10
exits 2 'of nobody' medi-stock offer set I1 --lead 7 --pack 10 --price 10
exits 0 'an offer' medi-stock offer set I1 --supplier P1 --lead 7 --pack 10 --price 10
exits 0 'a dearer one' medi-stock offer set I1 --supplier P2 --lead 1 --pack 20 --price 30
is "$(medi-stock offer list --no-header | cut -f1,3-6,8)" $'I1\tP1\t7\t10\t0\t1000\nI1\tP2\t1\t20\t0\t3000' 'offers: listed'
is "$(ask "SELECT COUNT(*) FROM log WHERE verb = 'offer set'")" 2 'offers: logged'

# ---- what is needed ----
is "$(plan I1 --all | cut -f1-4)" $'P1\tI1\t注射针\tS01\nP1\tI1\t注射针\tS02' 'from who is cheaper, for both stores'
is "$(plan I1 --all | cut -f10)" $'40\n20' 'a week to wait and a week until the next: two weeks of use'
is "$(plan I1 --all | cut -f12)" $'100\n5' 'what there is'
is "$(plan I1 | cut -f5)" $'0\n10' 'one has enough, the other gets what is short'
is "$(field 7 I1) $(field 8 I1) $(field 9 I1)" '10 1 1000' 'in whole packs, at their price'
like "$(plan I1 -s S02)" 'in 14 days about 20 is needed, with 94.0 % no more than 20; there is 5; 10 is lacking; until it comes it is short with 100.0 %' 'and why'
is "$(plan I1 -s S01)" '' 'one store alone: nothing for it'
is "$(field 5 I1 -s S02 --supplier P2)" 20 'from somebody else, in their packs'
is "$(field 10 I1 -s S02 --review 28)" 50 'until four weeks later'
exits 2 'a service of all' medi-stock plan --service 1000
exits 2 'a review of no days' medi-stock plan --review 0

# ---- what is booked ----
printf 'code,store,birthday,channel,created_on\nC1,S01,1990-05-01,xhs,2026-01-01\n' | import clients
{
    echo 'store,code,client,project,starts_at,ends_at,status'
    for n in $(seq 60); do echo "S01,AP$n,C1,J1,2026-10-09 10:00,2026-10-09 10:30,booked"; done
} | import appointments
is "$(plan I1 --all -s S01 | cut -f10)" 140 'sixty are booked for the second week: two each'
is "$(field 5 I1 -s S01)" 40 'they are bought for'
change "UPDATE appointment SET status = 'cancelled'"
is "$(plan I1 -s S01)" '' 'called off: they are not'

# ---- what expires ----
medi-stock offer set -q I3 --supplier P1 --lead 7 --pack 5 --price 50 --shelf-days 10
is "$(plan I3 --all | cut -f12-13)" $'20\t6' 'what expires on the way is counted as wasted, and not as there'
is "$(field 17 I3)" as-wanted 'ten days are enough for a week'
medi-stock offer set -q I3 --supplier P1 --lead 7 --pack 100 --price 50 --shelf-days 10
is "$(field 17 I3)" one-pack 'a pack is more than will be used: said'
medi-stock offer set -q I3 --supplier P1 --lead 7 --pack 5 --price 50 --shelf-days 2
is "$(field 17 I3)" shelf-life 'two days are not: less is ordered'

# ---- opened packs ----
# 40 are there: 25 unopened, 10 in a pack that ends tonight, 5 in one that ended last night; three a day are used
printf 'code,name,kind,unit,storage,vial_size,open_hours\nI4,水光,drug,ml,cold,15,48\n' | import items
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I4,D,2029-01-01,2025-12-22,840,840\n' | import lots
{
    echo 'store,code,item,lot,kind,quantity,cost_fen,at'
    for week in $(seq 0 39); do
        echo "S01,D$week,I4,D,use,-20,-20,$(date -u -d "2025-12-29 + $((week * 7)) days" +%F) 10:00"
    done
} | import stock_moves
change "UPDATE lot SET moved = -800, moved_fen = -800 WHERE code = 'D'"
medi-stock offer set -q I4 --supplier P1 --lead 7 --pack 5 --price 50
is "$(plan I4 --all | cut -f12-13)" $'40\t0' 'all of it unopened: it is there, and keeps'
whole=$(field 14 I4 --all)
printf 'store,code,item,lot,opened_at,use_by,quantity,used\nS01,VA,I4,D,2026-09-29 20:00,2026-10-01 20:00,15,5\nS01,VB,I4,D,2026-09-28 20:00,2026-09-30 20:00,15,10\n' | import vials
is "$(plan I4 --all | cut -f12-13)" $'35\t7' 'of a pack that ends tonight three are used, seven are wasted; what ended is not there'
now=$(field 14 I4 --all)
[ "$whole" = 0 ] && [ "$now" -ge 8 ] && [ "$now" -le 16 ]
ok $? "$now: nothing was lacking, and now is about what is gone"
like "$(plan I4)" 'there is 35, of which 7 expires unused; ' 'it says why'
is "$(MEDI_NOW=2026-10-01T20:00:00+08:00 plan I4 --all | cut -f12-13)" $'25\t0' 'at that very second it is over'
change "UPDATE vial SET use_by = use_by + 4 * 86400 WHERE code = 'VA'"
is "$(plan I4 --all | cut -f12-13)" $'35\t0' 'four days later: all of it is used first'
change "UPDATE vial SET use_by = NULL WHERE code = 'VB'"
is "$(plan I4 --all | cut -f12-14)" $'40\t0\t0' 'a pack without a deadline keeps as its lot does'
change "UPDATE lot SET expires_on = expires_on - 823 WHERE code = 'D'" # 2026-10-01
is "$(plan I4 --all | cut -f12-13)" $'40\t37' 'the lot ends tonight, and its opened packs with it, whatever they say'
change "UPDATE lot SET expires_on = expires_on - 1 WHERE code = 'D'"
is "$(plan I4 --all | cut -f12-13)" $'0\t0' 'it ended last night: nothing is there'
medi-stock offer set -q I4 --supplier P1 --active no

# ---- a budget ----
medi-stock offer set -q I3 --supplier P1 --lead 7 --pack 5 --price 50 --shelf-days 100
whole=$(plan | awk -F '\t' '!seen[$2]++ { sum += $9 } END { print sum }')
is "$(plan --budget 10000 | awk -F '\t' '!seen[$2]++ { sum += $9 } END { print sum }')" "$whole" 'a budget that is enough changes nothing'
is "$(plan --budget 40 | awk -F '\t' '!seen[$2]++ { sum += $9 } END { print sum <= 4000, $17 }')" '1 budget' 'a budget that is not: kept, and said'
is "$(plan --budget 0 | awk -F '\t' '{ sum += $5 } END { print sum + 0 }')" 0 'no money, no order'

# ---- a week without stock is no week without demand ----
before=$(field 10 I1 -s S02)
change "UPDATE lot SET quantity = 105, moved = -100, moved_fen = -100 WHERE code = 'B'"
change "DELETE FROM stock_move WHERE code LIKE 'N%' AND CAST(substr(code, 2) AS INTEGER) >= 10"
change "UPDATE lot SET quantity = 100, moved = -100 WHERE code = 'B'"
now=$(field 10 I1 -s S02)
[ $((now - before)) -ge -2 ] && [ $((now - before)) -le 2 ]
ok $? "$before before, $now now: thirty weeks out of stock: demand is what it was when there was some"
