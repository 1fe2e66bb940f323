#!/bin/bash
# V4 under concurrency: what closes a gate is either before a treatment, which is then refused, or after it; never between
# its judgement and its commit.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
opened
treat_with() { # USE [OPTION…]
    visit treat V1 -p P1 --operator D1 --wait 60 --use "$@"
}
treat() { treat_with I2=1 "$@"; }
exits 0 'all is open' treat

# ---- a licence that another is just ending: the treatment waits for that, and is refused ----
# who holds the database for writing has read the licence's row; it commits when its input ends
held() { # KIND ROWS: imported by a process that keeps its transaction for three seconds
    (printf '%b\n' "$2"; sleep 3) | env -u MEDI_STORE medi-db import -q "$1" - >held.out 2>&1 &
    sleep 1
}
licence='staff,kind,number,scope,store,valid_from,valid_to\nD1,physician,Z1,皮肤病与性病专业,S01,2015-01-01'
held licences "$licence,2026-09-30"
run treat
is "$code" 3 'a licence that is being ended'
like "$err" 'operator-licence: the physician licence of D1 ended on 2026-09-30' 'a licence that is being ended: seen as it will be'
wait
is "$(tail -1 held.out | cut -f1,4,5)" $'licences\t0\t1' 'a licence that is being ended: was'
held licences "$licence,2026-10-01"
exits 0 'and given again' treat
wait
held lots 'store,item,code,expires_on,received_on,quantity,cost_fen,state\nS01,I2,N1,2028-01-01,2026-08-01,1000,1000,recalled'
run treat
is "$code" 3 'a lot that is being recalled'
like "$err" 'product-recalled: I2 lot N1' 'a lot that is being recalled: seen'
wait
held lots 'store,item,code,expires_on,received_on,quantity,cost_fen,state\nS01,I2,N1,2028-01-01,2026-08-01,1000,1000,ok'
exits 0 'and let go again' treat
wait

# ---- a consent taken back among eight treatments: none is written behind it ----
# the log of the store is one chain: what stands behind the withdrawal came after it
signature=$(ask 'SELECT MAX(code) FROM signature')
behind=0 went=0 refused=0 odd=0
for round in 1 2 3 4 5 6; do
    for n in 1 2 3 4 5 6 7 8; do
        (treat --code "R$round-$n" >"race.$n" 2>&1; echo $? >"race.$n.code") &
        [ "$n" != $((round + 1)) ] || (visit consent --withdraw "$signature" --wait 60 >withdrawn 2>&1; echo $? >withdrawn.code) &
    done
    wait
    went=$((went + $(cat race.?.code | grep -c '^0$')))
    refused=$((refused + $(cat race.?.code | grep -c '^3$')))
    odd=$((odd + $(cat race.?.code withdrawn.code | grep -vc '^[03]$')))
    is "$(cat withdrawn.code)" 0 "round $round: taken back"
    is "$(cat race.?.code | grep -c '^3$')" "$(grep -lc 'consent-withdrawn' race.? | wc -l)" "round $round: who is refused is told"
    behind=$((behind + $(ask "SELECT COUNT(*) FROM log AS t WHERE t.subject LIKE 'treatment S01 R$round-%' AND t.store_id = (SELECT id FROM store WHERE code = 'S01') AND t.seq > (SELECT MAX(w.seq) FROM log AS w WHERE w.subject = 'signature S01 $signature' AND w.store_id = t.store_id)")))
    is "$(ask "SELECT COUNT(*) FROM treatment WHERE code LIKE 'R$round-%'")" "$(cat race.?.code | grep -c '^0$')" "round $round: written is what went"
    MEDI_NOW=2026-10-01T09:0$round:00+08:00
    signature=$(visit consent V1 -p P1 --staff D1 --proof "档案$round")
done
is "$behind $odd $((went + refused))" '0 0 48' 'none behind its withdrawal'
[ "$refused" -gt 0 ]
ok $? "and some were refused ($refused), others went ($went)"

# ---- the last units of a lot, by sixteen ----
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I2,X1,2027-01-01,2026-08-01,10,999\n' | import lots
for n in $(seq 16); do
    (treat_with I2=1@X1 --code "L-$n" >"last.$n" 2>&1; echo $? >"last.$n.code") &
done
wait
is "$(cat last.*.code | sort | uniq -c | tr -s ' \n' ' ')" ' 10 0 6 3 ' 'ten of the lot for sixteen: ten go'
is "$(ask "SELECT quantity + moved, cost_fen + moved_fen FROM lot WHERE code = 'X1'")" '0|0' 'the lot is empty, and cost what it cost'
exits 0 'every sum is right' medi-db check
