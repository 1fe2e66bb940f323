#!/bin/sh
# medi-client fit on the deals of a simulated chain: CPU of whole processes, from the database and from the same
# deals as a file of transactions. Prints a table; fails if a fit of 25,000 clients takes more than a second.
#
#   CLIENTS=25000 ROUNDS=5 tests/bench/fit.sh BUILD
set -eu
build=$(cd "${1:-build}" && pwd)
clients=${CLIENTS:-25000} rounds=${ROUNDS:-5} most=${MOST:-1}
work=${BENCH_DIR:-$build/bench-fit}
export MEDI_KEY="$work/key" MEDI_NOW=2026-01-01T09:00:00+08:00 MEDI_DB="$work/chain.db"
mkdir -p "$work"
cd "$work"

# ---- a chain of five stores and three years, cut to so many clients who bought, and one in eighty for staff and tests ----
if [ ! -f "done-$clients" ]; then
    printf 'making a chain\n' >&2
    rm -rf chain chain.db* key done-*
    kinds=stores,staff,channels,projects,clients,payments
    "$build/maker" --stores 5 --months 36 --clients $((clients * 2)) --seed 7 --only $kinds --out chain
    # the column of visits away: only payments are wanted of what happened
    awk -F, -v OFS=, -v most=$((clients + clients / 80)) 'NR > 1 { if (!($4 in seen)) { if (count == most) next; seen[$4]; count++ } $5 = "" } 1' \
        chain/payments.csv >chain/bought.csv
    "$build/bin/medi-db" init -q --test
    for kind in stores staff channels projects clients; do
        "$build/bin/medi-db" import -q "$kind" "chain/$kind.csv" >/dev/null
    done
    "$build/bin/medi-db" import -q payments chain/bought.csv >/dev/null
    # the same deals as lines of transactions
    sqlite3 -separator ' ' chain.db "SELECT c.code, strftime('%Y%m%d', day * 86400, 'unixepoch'), 1,
        printf('%d.%02d', SUM(amount_fen) / 100, SUM(amount_fen) % 100)
        FROM payment p JOIN client c ON c.id = p.client_id AND c.class = 'client' WHERE p.class = 'sale'
        GROUP BY c.id, day, p.store_id HAVING SUM(amount_fen) > 0 ORDER BY day" >transactions.txt
    touch "done-$clients"
fi

# ---- the table ----------------------------------------------------------------------------------------------
seconds() { # COMMAND…: the least user + system CPU of the rounds; what the last one printed in result.json
    i=0
    while [ "$i" -lt "$rounds" ]; do
        bash -c 'TIMEFORMAT="%U %S"; time "$@" 2>messages >result.json || echo "failed 0"' bash "$@" 2>&1
        i=$((i + 1))
    done | awk '/failed/ { bad = 1 } { t = $1 + $2; if (least == "" || t < least) least = t } END { print bad ? "failed" : least }'
}
printf 'fit\tfrom\tclients\tcpu_s\tparameters\n'
slow=0
for model in mbg bg; do
    for from in database file; do
        set -- "$build/bin/medi-client" fit --model $model --gamma-gamma -o json
        [ $from = database ] || set -- "$@" --transactions transactions.txt --until 2026-01-01
        cpu=$(seconds "$@")
        fitted=$(sed -n 's/.*"clients":\([0-9]*\).*/\1/p' result.json)
        parameters=$(sed -n 's/.*"\(r":.*\),"spenders.*/\1/p' result.json | tr -d '"')
        printf '%s\t%s\t%s\t%s\t%s\n' "$model" $from "$fitted" "$cpu" "$parameters"
        if [ "$cpu" = failed ]; then
            cat messages >&2
            exit 1
        fi
        awk -v cpu="$cpu" -v most="$most" 'BEGIN { exit cpu > most }' || slow=1
    done
done
exit $slow
