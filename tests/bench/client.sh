#!/bin/sh
# medi-client over a whole chain: CPU and memory of whole processes. A chain of 20 stores and 36 months with five visits a
# client and what they paid, and among them one client with 2,000 touchpoints (busy.awk). Prints a table with what each
# must not be above; ends with 1 if something is.
#
#   CLIENTS=1000000 SMALLER=250000 ROUNDS=3 tests/bench/client.sh BUILD [sqlite|postgresql]
#
# SMALLER: the run of `segment` is measured on so many clients as well, to show whether its memory grows with them; 0: it
# is not. On PostgreSQL the CPU of client and server counts (pair.c -p), the memory is the client's, and nothing is
# a must: there is no bound for it. The databases stay in build/bench-client (BENCH_DIR); a run makes what is missing.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "${1:-build}" && pwd)
engine=${2:-sqlite}
clients=${CLIENTS:-1000000} smaller=${SMALLER:-250000} rounds=${ROUNDS:-3}
work=${BENCH_DIR:-$build/bench-client}
mkdir -p "$work"
cd "$work"
export MEDI_KEY="$work/key" MEDI_NOW=2026-01-01T09:00:00+08:00 PATH="$build/bin:$PATH"
unset MEDI_STORE MEDI_CONFIG MEDI_ACTOR || true

say() { printf '%s\n' "$*" >&2; }

# ---- where databases are ------------------------------------------------------------------------------
if [ "$engine" = postgresql ]; then
    export BUILD="$work" PGOPTIONS=-cclient_min_messages=warning
    trap '"$here/tests/pg" stop' EXIT
    "$here/tests/pg" start
    admin=$("$here/tests/pg" url postgres | sed 's/user=medi/user=postgres/')
    server=$(psql -X -At "$admin" -c "SELECT split_part(pg_read_file('postmaster.pid'), E'\n', 1)")
    url() { "$here/tests/pg" url "$1"; }
    fresh() { "$here/tests/pg" drop "$1" >/dev/null 2>&1 || true; "$here/tests/pg" create "$1"; }
    # the statistics that autovacuum would have gathered by then
    settle() { psql -X -q "$(url "$1")" -c 'VACUUM ANALYZE'; }
    copy() { printf '%s\n' "psql -X -q '$admin' -c 'DROP DATABASE IF EXISTS $2 WITH (FORCE)' -c 'CREATE DATABASE $2 TEMPLATE $1 OWNER medi STRATEGY file_copy' -c CHECKPOINT"; }
    measure() { "$build/pair" -p "$server" "$@"; }
else
    url() { printf '%s\n' "$work/$1.db"; }
    fresh() { rm -f "$1".db*; }
    settle() { :; }
    copy() { printf '%s\n' "rm -f $2.db*; cp $1.db $2.db"; }
    measure() { "$build/pair" "$@"; }
fi

# ---- data -----------------------------------------------------------------------------------------------
kinds=stores,staff,channels,projects,clients,visits,payments,treatments
chain() { # CLIENTS: their files
    [ ! -f "chain-$1/done" ] || return 0
    say "making a chain of $1 clients"
    "$build/maker" --stores 20 --months 36 --clients "$1" --visits $(($1 * 5)) --seed 7 --only $kinds --out "chain-$1"
    touch "chain-$1/done"
}
import() { # DATABASE KIND FILE
    medi-db import -q -d "$(url "$1")" "$2" "$3" >/dev/null
}
base() { # CLIENTS: a database of them
    chain "$1"
    [ "$(cat "made-$engine-$1" 2>/dev/null)" != "$(version)" ] || return 0
    say "importing $1 clients into $engine"
    fresh "base_$1"
    medi-db init -q --test -d "$(url "base_$1")"
    for kind in $(echo $kinds | tr , ' '); do import "base_$1" "$kind" "chain-$1/$kind.csv"; done
    rm -rf busy && mkdir busy
    awk -v store=CG01 -v place=01 -v out=busy -f "$here/tests/bench/busy.awk" </dev/null
    for kind in clients consent_forms items lots events leads visits appointments consultations notices objections plans \
        contracts payments assessments exams signatures product_checks treatments cares evaluations adverses amendments \
        complaints complaint_steps guests vouchers consents albums tiers tags referrals touches; do
        import "base_$1" "$kind" "busy/$kind.csv"
    done
    settle "base_$1"
    version >"made-$engine-$1"
}
version() { medi-db schema --sql | cksum; }

# ---- the table ------------------------------------------------------------------------------------------
over=0
printf 'what\tclients\tcpu_s\tmust_s\trss_kib\trounds'
[ "$engine" = sqlite ] && echo || printf '\tclient_s\tserver_s\n'
line() { # MUST TIMES CLIENTS LABEL SETUP COMMAND: what one of so many times costs
    measured=$(measure "$4" "$rounds" "$5" "$6")
    [ "$engine" = sqlite ] && must=$1 || must=-
    printf '%s\n' "$measured" | awk -F '\t' -v OFS='\t' -v must="$must" -v times="$2" -v clients="$3" \
        '{ print $1, clients, $2 / times, must, $3, $4 (NF > 4 ? OFS $5 / times OFS $6 / times : "")
           exit must != "-" && $2 / times > must }' || over=1
}
loop() { # N COMMAND: a script that runs it so often
    cat >"loop-$3.sh" <<SH
i=0; while [ \$i -lt $1 ]; do $2 >/dev/null; i=\$((i+1)); done
SH
    printf 'sh loop-%s.sh\n' "$3"
}

for count in $smaller $clients; do
    [ "$count" -gt 0 ] || continue
    base "$count"
    [ "$count" = "$clients" ] && must=10 || must=-
    line "$must" 1 "$count" 'segment, everybody written' "$(copy "base_$count" work)" "medi-client segment -q -d '$(url work)' >/dev/null"
    line - 1 "$count" 'segment, nothing changed' : "medi-client segment -q -d '$(url work)' >/dev/null"
    line - 1 "$count" 'segment, 30 days later' "$(copy work later)" \
        "MEDI_NOW=2026-01-31T09:00:00+08:00 medi-client segment -q -d '$(url later)' >/dev/null"
done
eval "$(copy "base_$clients" work)"
medi-client segment -q -d "$(url work)" >/dev/null
medi-client show BUSY --part timeline -q -d "$(url work)" | awk 'END { exit NR != 2001 }' || { say 'BUSY has not 2,000 touchpoints'; exit 1; }
line - 100 "$clients" '--version' : "$(loop 100 'medi-client --version' version)"
line 0.005 100 "$clients" 'show, 2,000 touchpoints' : "$(loop 100 "medi-client show BUSY -q -d '$(url work)'" show)"
line - 100 "$clients" 'show, the file alone' : "$(loop 100 "medi-client show BUSY --part file -q -d '$(url work)'" file)"
list() { # MUST OPTIONS…
    limit=$1
    shift
    rows=$(medi-client list -q "$@" -d "$(url work)" | awk 'END { print NR - 1 }')
    line "$limit" 1 "$clients" "list $*, $rows rows" : "medi-client list -q $* -d '$(url work)' >/dev/null"
}
list 0.3 --segment high-value
list 0.3 --segment at-risk --limit 1000
list 0.3 --segment high-value --seen-before 2025-10-01 --score-from 60
list 0.3 --segment potential
list - --segment at-risk
list 0.3 --within 3km@CG01 --segment high-value
list 0.3 --within 3km@CG01
list 0.3 --tag vip
list - --channel wx
exit $over
