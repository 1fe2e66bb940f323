#!/bin/bash
# K4, D7: a transfer writes two stores, and waits for whoever writes either of them; of two in opposite directions one waits for the
# other.
# Broken once, and seen to fail on PostgreSQL: without VERB_CHAIN (bin/medi-stock.c) a transfer holds the lock of its own store alone
# and goes ahead of who writes the other.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
clinic
stock() { medi-stock "$@" --lang en; }
printf 'code,name,kind,unit,storage\nI2,注射针,consumable,支,ambient\n' | medi-db import -q items - >/dev/null
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I2,X1,2027-01-01,2026-08-01,20,2000\nS02,I2,X1,2027-01-01,2026-08-01,20,2000\n' |
    medi-db import -q lots - >/dev/null
lots() { ask "SELECT s.code, l.quantity + l.moved FROM lot AS l JOIN store AS s ON s.id = l.store_id ORDER BY s.code" | tr '\n' ' '; }
# Who issues in one store, and keeps that transaction until its input ends.
held() { # STORE CODE QUANTITY SECONDS
    (printf 'code,item,quantity,lot\n%s,I2,%s,X1\n' "$2" "$3"; sleep "$4") | stock issue - -s "$1" --wait 60 >held.out 2>&1 &
    sleep 2
}
for from in S01 S02; do
    to=S0$((3 - ${from#S0}))
    for held in "$from" "$to"; do
        held "$held" "LY$from$held" 1 8
        exits 75 "$from to $to, while $held is written: waits, and no longer than it may" stock transfer -s "$from" --to "$to" I2=2@X1 --wait 1
        exits 0 "$from to $to, after $held was written" stock transfer -s "$from" --to "$to" I2=2@X1 --wait 60
        wait
        is "$(tail -1 held.out | cut -f2)" 1 "$from to $to, after $held was written: that was issued"
    done
done
is "$(lots)" 'S01|18 S02|18 ' 'what was issued is gone, what was sent is there'

# ---- in opposite directions, at once ----
for n in 1 2 3 4; do
    (stock transfer -s S01 --to S02 I2=1@X1 --wait 60 >"at.$n.a" 2>&1; echo $? >"at.$n.a.code") &
    (stock transfer -s S02 --to S01 I2=1@X1 --wait 60 >"at.$n.b" 2>&1; echo $? >"at.$n.b.code") &
done
wait
is "$(cat at.*.code | sort | uniq -c | tr -s ' ')" ' 8 0' 'eight, four each way: all go'
is "$(lots)" 'S01|18 S02|18 ' 'eight, four each way: as before'
exits 0 'no finding' medi-db check -q --fail-on error
exits 0 'the chains hold' medi-audit verify -q
