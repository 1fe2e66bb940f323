#!/bin/bash
# What `medi-kpi show` costs on twenty stores of 36 months, CPU of the whole process, against the same GROUP BY in SQLite's SQL (whole
# process too) and in DuckDB (npm package @duckdb/node-api, one thread, the query alone: neither its start nor the reading of its
# file count). The answers must be the same. Prints a table; fails where an answer differs or a limit is broken.
#
#   [VISITS=5000000] [BASE=DATABASE] tests/bench/kpi_show.sh BUILD
# BASE: a database that is there already, of the data maker's chain; without treatments and appointments, from which a visit's doctor
# would come where the visit has none.
set -u
BUILD=$(cd "${1:-build}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
visits=${VISITS:-5000000}
work=$(mktemp -d "${TMPDIR:-/tmp}/medi-kpi-XXXXXX")
trap 'rm -rf "$work"' EXIT
export PATH=$BUILD/bin:$PATH LC_ALL=C
base=${BASE:-$work/base.db}
if [ -z "${BASE:-}" ]; then
    mkdir "$work/chain"
    "$BUILD/maker" --stores 20 --months 36 --clients $((visits / 6)) --seed 1 --out "$work/chain" \
        --only stores,channels,staff,clients,projects,visits || exit 2
    medi-db init -q --test -d "$base" --key "$work/key" || exit 2
    for kind in stores staff channels projects clients visits; do
        medi-db import -q -d "$base" --key "$work/key" "$kind" "$work/chain/$kind.csv" >/dev/null || exit 2
    done
fi
export MEDI_DB=$base
sqlite() { sqlite3 -readonly -batch "$base" "$1"; }
printf 'visits\t%s\n' "$(sqlite 'SELECT count(*) FROM visit')"

# ---- DuckDB ----
duck=$BUILD/duckdb
[ -d "$duck/node_modules/@duckdb/node-api" ] || { mkdir -p "$duck" && (cd "$duck" && npm install --silent --no-audit --no-fund @duckdb/node-api) >/dev/null 2>&1; }
[ -d "$duck/node_modules/@duckdb/node-api" ] || echo 'DuckDB cannot be installed here: its columns are empty'
sqlite "SELECT v.client_id, v.store_id, v.day, k.month, c.channel_id, v.doctor_id, c.gender, k.weekday FROM (
    SELECT client_id, store_id, day, doctor_id, ROW_NUMBER() OVER (PARTITION BY client_id, store_id, day
    ORDER BY doctor_id IS NULL, arrived_at, id) AS n FROM visit
    WHERE status IN ('arrived', 'triaged', 'in-progress', 'onleave', 'finished')) AS v
    JOIN client AS c ON c.id = v.client_id AND c.class = 'client' JOIN calendar AS k ON k.day = v.day WHERE v.n = 1" |
    tr '|' , >"$work/visits.csv"
duck() { (cd "$duck" && node "$here/kpi_duck.js" "$work/duck.db" "$@"); }
[ ! -d "$duck/node_modules" ] || duck load "$work/visits.csv" || exit 2

# ---- each question: NAME, limit ms, arguments, columns of SQL, what it counts, condition ----
bad=0 rounds="1 2 3 4 5"
once() { # COMMAND…: CPU milliseconds, the median of $rounds
    local TIMEFORMAT='%U %S'
    for _ in $rounds; do
        { time "$@" >"$work/out" 2>/dev/null; } 2>&1 | awk '{ printf "%.1f\n", 1000 * ($1 + $2) }'
    done | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}
question() {
    local name=$1 limit=$2 metric=$3 by=$4 columns=$5 count=$6 condition=$7 where=$8 mine theirs sql lite ratio
    local show=(medi-kpi show "$metric" --from 2000-01-01 --to 2100-01-01 --by "$by" -o csv --no-header)
    [ -z "$where" ] || show+=(--where "$where")
    mine=$(once "${show[@]}")
    cp "$work/out" "$work/mine"
    sql="SELECT $columns, $count AS n FROM visits WHERE $condition GROUP BY ALL"
    theirs='' ratio=''
    if [ -d "$duck/node_modules" ]; then
        theirs=$(duck ask "$sql" "$work/theirs")
        ratio=$(awk -v a="$mine" -v b="$theirs" 'BEGIN { printf "%.3f", a / b }')
        # numbers only: keys are ids there and codes here
        [ "$(awk -F, '{ print $NF }' "$work/mine" | sort -n | md5sum)" = "$(sort -n "$work/theirs" | md5sum)" ] || { name="$name DIFFERS" bad=1; }
    fi
    lite=$(rounds=1 once sqlite3 -readonly -batch "$base" "WITH visits AS (SELECT v.client_id AS client, v.store_id AS store, v.day, k.month, c.channel_id AS channel, v.doctor_id AS doctor, c.gender, k.weekday
        FROM (SELECT client_id, store_id, day, MAX(doctor_id) AS doctor_id FROM visit WHERE status IN ('arrived', 'triaged', 'in-progress', 'onleave', 'finished') GROUP BY 1, 2, 3) AS v
        JOIN client AS c ON c.id = v.client_id AND c.class = 'client' JOIN calendar AS k ON k.day = v.day)
        SELECT $columns, $count FROM visits WHERE $condition GROUP BY $columns")
    awk -v mine="$mine" -v limit="$limit" 'BEGIN { exit !(mine > limit) }' && name="$name OVER"
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$name" "$mine" "$limit" "$theirs" "$ratio" "$lite"
}
printf 'question\tms\tlimit\tduckdb_ms\tratio\tsqlite_ms\n'
question 'visits by month' 10 arrivals_visits month month 'count(*)' true ''
question 'visits by store, month' 10 arrivals_visits store,month 'store, month' 'count(*)' true ''
question 'visits by channel, month' 10 arrivals_visits channel,month 'channel, month' 'count(*)' true ''
question 'visits by channel, doctor' 10 arrivals_visits channel,doctor 'channel, doctor' 'count(*)' true ''
question 'heads by store, month' 200 arrivals_heads store,month 'store, month' 'count(DISTINCT client)' true ''
question 'heads by channel, month' 200 arrivals_heads channel,month 'channel, month' 'count(DISTINCT client)' true ''
question 'heads by channel, doctor' 200 arrivals_heads channel,doctor 'channel, doctor' 'count(DISTINCT client)' true ''
question 'heads of weekends, women, by store' 200 arrivals_heads store store 'count(DISTINCT client)' "weekday IN (6, 7) AND gender = 'female'" 'weekday in (6, 7) and gender = female'
for by in store,month channel,month; do
    cpu=$(once medi-kpi show arrivals_year --from 2000-01-01 --to 2100-01-01 --by "$by")
    printf 'heads of trailing 365 days by %s\t%s\t200\t\t\t\n' "$by" "$cpu"
done
exit $bad
