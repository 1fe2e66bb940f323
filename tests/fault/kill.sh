#!/bin/bash
# shellcheck disable=SC2154,SC2034
# Kills medi with SIGKILL at random moments of its work, again and again, and looks each time whether the database
# opens, nothing is found in it, its log agrees with its rows, and it is as it was before or as it was to be; that what
# was acknowledged is there; and whether the work can simply be done again.
#
#   [BUILD=build] [SEED=1] tests/fault/kill.sh WHAT ENGINE [N]
#
# WHAT is one of the works below, or all; ENGINE sqlite or postgresql; N how often (20). On PostgreSQL every fourth round
# kills a process of the server instead, and every eighth the whole server, which then has fsync on and is started
# again: the program that is left meets that, and what it says must be true.
#
# A work is: prepare_WHAT, once, makes the database `base`; each round has a copy of it. work_WHAT is what is killed.
# state_WHAT prints what stands in the database; it must be what it printed before or after. judge_WHAT (if there is one)
# looks at what else there is.
export MEDI_TEST_ENGINE=${2:-sqlite}
seed=${SEED:-$(date +%s)}
if [ "$MEDI_TEST_ENGINE" = postgresql ]; then
    top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
    case ${BUILD:=build} in /*) ;; *) BUILD=$top/$BUILD ;; esac
    export BUILD MEDI_TEST_SERVER=$BUILD/fault-server MEDI_PG_FSYNC=on
    BUILD=$MEDI_TEST_SERVER "$top/tests/pg" start || exit 1
fi
# shellcheck source=tests/cli/lib.sh disable=SC2154
. "$(dirname "${BASH_SOURCE[0]}")/../cli/lib.sh"
works='init import_first import_more import_people migrate rekey'
for verb in backup restore; do
    ! medi-db "$verb" --help >/dev/null 2>&1 || works="$works $verb"
done
if [ "$engine" = postgresql ]; then
    trap 'pg start; forget_all; pg remove; forget_all() { :; }; finish' EXIT
fi
unset MEDI_NOW

# ---- how it is done --------------------------------------------------------------------------------------------

because() { # WORDS: for a judge to fail with
    why=$1
    return 1
}

# What is killed, so many milliseconds after the work began: the whole group of its processes, or the server.
kill_it() { # HOW PID
    case $1 in
    client) kill -9 -- "-$2" 2>/dev/null ;;
    backend)
        local victim
        victim=$(root postgres "SELECT pid FROM pg_stat_activity WHERE datname = '$(name_of "$MEDI_DB")' LIMIT 1")
        [ -n "$victim" ] && kill -9 "$victim" 2>/dev/null
        ;;
    server)
        pg kill
        kill -0 "$2" 2>/dev/null # whether the work was still going on
        local hit=$?
        pg start
        return $hit
        ;;
    esac
}

# What was killed is gone: one that is killed while it waits for the disk ends only when the disk has answered, and what
# it had written then stands there for the next one who opens the database, and not yet for who opens it before. The
# server has taken note that its client is gone, and is there again.
gone() { # PID: of the group no process is left that is not dead already
    ! ps -e -o pgid= -o stat= | awk -v group="$1" '$1 == group && $2 !~ /^Z/ { left = 1 } END { exit !left }'
}
settle() { # PID
    local try
    for try in $(seq 1000); do
        ! gone "$1" || break
        sleep 0.01
    done
    gone "$1" || because 'what was killed does not end' || return
    [ "$engine" = postgresql ] || return 0
    for try in $(seq 200); do
        [ "$(root postgres "SELECT count(*) FROM pg_stat_activity WHERE starts_with(datname, '$here')" 2>/dev/null)" != 0 ] || return 0
        sleep 0.05
    done
    because 'the server is not there, or still at work'
}

how_now() { # ROUND
    case $engine$(($1 % 8)) in
    postgresql3 | postgresql5) echo backend ;;
    postgresql7) echo server ;;
    *) echo client ;;
    esac
}

# The database opens and is whole.
is_whole() {
    local found
    found=$(medi-db check -q --no-header 2>&1) || because "check: $found" || return
    found=$(medi-audit verify --deep -q --no-header 2>&1) || because "verify: $found"
}

round() { # WHAT ROUND TOOK
    local what=$1 how hit status state pid
    how=$(how_now "$2")
    reset "$what"
    set -m
    "work_$what" >"$work/killed.out" 2>"$work/killed.err" </dev/null &
    pid=$!
    set +m
    # evenly over the work, and a little more often at its end, where it is committed and files get their names
    pause $((RANDOM % 3 == 0 ? $3 * (80 + RANDOM % 25) / 100 : RANDOM % $3))
    kill_it "$how" "$pid"
    hit=$?
    wait "$pid" 2>/dev/null
    status=$?
    [ "$how" != client ] || { [ $status = 137 ]; hit=$?; }
    [ $hit != 0 ] || hits=$((hits + 1))
    settle "$pid" || return
    state=$("state_$what")
    case $state in
    "$before") [ $status != 0 ] || because 'it was acknowledged, and is not there' || return ;;
    "$after") [ $status = 0 ] || late=$((late + 1)) ;;
    *) because "neither before ($before) nor after ($after): $state" || return ;;
    esac
    case "$what $state" in
    "init $before" | "migrate $before") ;; # no database of this schema
    *) is_whole || return ;;
    esac
    ! declare -F "judge_$what" >/dev/null || "judge_$what" $status || return
    # and done again
    if [ "$what $state" != "init $after" ]; then
        "work_$what" >"$work/again.out" 2>"$work/again.err" || because "it cannot be done again: $(cat "$work/again.err")" || return
    fi
    [ "$("state_$what")" = "$after" ] || because 'done again it is something else' || return
    is_whole
}

# The database as it was, and nothing beside it.
reset() { # WHAT
    if [ "$1" = init ]; then
        forget "$(at round)"
        prepare "$(at round)"
    else
        forget "$(at round)"
        copy round "$(at base)"
    fi
    use round
    rm -f bad.csv bad.csv.* ./*.tmp
    ! declare -F "reset_$1" >/dev/null || "reset_$1"
}

fault() { # WHAT N
    local what=$1 start took i struck
    hits=0 late=0 wrongs=0
    RANDOM=$seed
    use base
    "prepare_$what"
    reset "$what"
    before=$("state_$what")
    start=$(now_ms)
    "work_$what" >"$work/whole.out" 2>"$work/whole.err" || cat "$work/whole.err"
    took=$(($(now_ms) - start + 20))
    after=$("state_$what")
    [ "$before" != "$after" ]
    ok $? "$what: does something"
    for ((i = 1; i <= $2; i++)); do
        why='' struck=$hits
        round "$what" "$i" "$took" || {
            wrongs=$((wrongs + 1))
            printf '# %s, round %d of seed %d (%s): %s\n' "$what" "$i" "$seed" "$(how_now "$i")" "$why"
        }
        # the machine may be slower or faster by now than when it was measured
        if [ "$hits" = "$struck" ]; then took=$((took * 19 / 20 + 1)); else took=$((took * 51 / 50 + 1)); fi
    done
    is "$wrongs" 0 "$what: before or after, never between: $2 rounds, $hits hit, in $late it was done and not told ($took ms)"
    total_hits=$((total_hits + hits)) total_rounds=$((total_rounds + $2))
}

many_visits() { # FIRST COUNT
    awk -v first="$1" -v count="$2" 'BEGIN {
        print "store,code,client,arrived_at"
        for (i = first; i < first + count; i++)
            printf "S0%d,V%07d,C%d,2026-0%d-%02d %02d:%02d\n", i % 2 + 1, i, i % 2 + 1, i % 9 + 1, i % 28 + 1, i % 12 + 8, i % 60
    }'
}
# How much is to be done, so that a round takes its time but not too long.
size=${SIZE:-4000}

# ---- init: there is no database, or a whole one --------------------------------------------------------------------

prepare_init() { :; }
reset_init() { rm -rf "$HOME/.config"; }
judge_init() { # a file that init left is not written over, but named as what it is
    [ "$engine" = sqlite ] && [ -e round.db ] && [ "$(state_init)" = none ] || return 0
    LC_ALL=en_US.UTF-8 medi-db init -q >init.out 2>&1
    grep -q 'round\.db: exists already, and is empty, as an init that was interrupted leaves it; remove it' init.out ||
        because "$(cat init.out)" || return
    forget "$MEDI_DB"
}
work_init() { medi-db init -q; }
state_init() {
    if medi-db store list -q --no-header >/dev/null 2>&1; then echo made; else echo none; fi
}

# ---- import: into an empty table, of more, and of people; what is refused is set apart whole or not at all -----------

entries() { ask "SELECT count(DISTINCT run) FROM log WHERE verb = 'import' AND subject = '$1'"; }
prepare_import_first() {
    clinic
    many_visits 1 "$size" >first.csv
}
work_import_first() { medi-db import -q visits first.csv; }
state_import_first() { echo "$(medi-db export visits -q | sha256sum) $(entries visits)"; }

refused_whole() { # FILE: refused records stand apart, all of them or none
    [ ! -e bad.csv ] || [ "$(wc -l <bad.csv)" = 4 ] || because "bad.csv has $(wc -l <bad.csv) lines"
}
done_or_refused() { # with --rejects, 3 is what success is called
    "$@"
    local status=$?
    [ $status = 3 ] || return $status
}
prepare_import_more() {
    clinic
    many_visits 1 1000 | medi-db import -q visits - >/dev/null
    {
        many_visits 1 1000 | sed '2,500s/10:/11:/'
        many_visits 5000 "$size" | sed '1d; 7s/C[12]/C9/; 70s/2026-/2026-13-/; 700s/^S01,[^,]*/S01,/'
    } >more.csv
}
work_import_more() { done_or_refused medi-db import -q visits more.csv --rejects bad.csv; }
state_import_more() { state_import_first; }
judge_import_more() { refused_whole; }

prepare_import_people() {
    clinic
    awk -v n=$((size / 4)) 'BEGIN { print "code,name,phone,store,channel,created_on"
        for (i = 0; i < n; i++) printf "M%d,客户%d,139%08d,S01,%s,2026-01-01\n", i, i, i, i == 9 || i == 90 || i == 400 ? "nobody" : "xhs" }' >people.csv
}
work_import_people() { done_or_refused medi-db import -q clients people.csv --rejects bad.csv; }
state_import_people() { echo "$(medi-db export clients -q | sha256sum) $(entries clients)"; }
judge_import_people() { refused_whole; }

# ---- migrate: from the first schema ----------------------------------------------------------------------------------

prepare_migrate() {
    forget "$(at base)"
    prepare "$(at base)"
    "$build/fault/old" "$(at base)" 1
    change "INSERT INTO meta (name, value) VALUES ('identity', '00112233445566778899aabbccddeeff'), ('zone', 'Asia/Shanghai'), ('test', '0')"
    change "INSERT INTO channel (id, code, name, category) SELECT day, 'k' || day, 'channel ' || day, 'own' FROM calendar WHERE day > 0 AND day <= 2000"
}
work_migrate() { medi-db migrate -q; }
state_migrate() {
    local version
    version=$(ask 'SELECT max(version) FROM migration')
    if [ "$version" = 1 ]; then everything; else echo "$version $(medi-db export channels -q | sha256sum)"; fi
}

# ---- rekey: the key file and the database go together, whatever of it is done -------------------------------------------

key=$HOME/.config/medi/key
prepare_rekey() {
    prepare_import_people
    sed -i 's/nobody/xhs/' people.csv
    medi-db import -q clients people.csv >/dev/null
    cp -r "$HOME/.config" "$HOME/.config.base"
    used=$(sed -n 's/^medi-key-1 \([0-9a-f]*\) .*/\1/p' "$key")
}
reset_rekey() {
    rm -rf "$HOME/.config"
    cp -r "$HOME/.config.base" "$HOME/.config"
}
work_rekey() { medi-db rekey -q; }
# Who is in the database can be read at every moment; that the old key is no more in use makes it "after".
state_rekey() {
    medi-db export clients -q --match phone=13900000007 --reveal look | cut -f1-3
    medi-db export clients -q --reveal test 2>&1 | sha256sum
    if grep -q "$used" "$key" || [ "$(ask 'SELECT count(*) FROM vault')" != 1 ]; then echo before; else echo after; fi
}
judge_rekey() {
    [ -z "$(find "$HOME/.config" -name '*.tmp')" ] || [ "$1" != 0 ] || because 'a draft of a key file is left'
}

# ---- backup: FILE and its generations are whole at every moment ----------------------------------------------------------

prepare_backup() {
    clinic
    many_visits 1 "$size" | medi-db import -q visits - >/dev/null
}
reset_backup() {
    rm -f b b.*
    medi-db backup b -q >/dev/null
    touch -d yesterday b
}
work_backup() { medi-db backup b --keep 3 -q; }
state_backup() { if [ -n "$(find . -name b -newermt '1 hour ago')" ]; then echo new; else echo old; fi; }
judge_backup() {
    local file
    [ -e b ] || because 'there is no backup any more' || return
    for file in b b.2*; do
        [ ! -e "$file" ] || medi-db backup-show "$file" >/dev/null 2>&1 || because "$file is no whole backup" || return
    done
    [ "$1" != 0 ] || [ ! -e b.unfinished ] || because 'an unfinished one was left by one that finished'
}

# ---- restore: the old database or the new one ---------------------------------------------------------------------------

prepare_restore() {
    clinic
    many_visits 1 "$size" | medi-db import -q visits - >/dev/null
    rm -f b b.*
    medi-db backup b -q >/dev/null
    many_visits 500000 500 | medi-db import -q visits - >/dev/null
}
work_restore() { medi-db restore b --force -q; }
state_restore() { visits; }
judge_restore() { rm -f ./*.before-*; }

# ---- what the kernel was told -----------------------------------------------------------------------------------------------

# SQLite writes the log and then says so to the disk before anything is acknowledged (synchronous FULL): a library in
# between sees each write of the log followed by a sync of it before the program ends well.
synced() {
    init
    printf 'code,name\nS01,x\n' >stores.csv
    for verb in 'import -q stores stores.csv' 'config set -q kpi.few 7' 'store add -q S02 --name x'; do
        rm -f "$work/sync.log"
        # shellcheck disable=SC2086
        MEDI_SYNC_LOG=$work/sync.log LD_PRELOAD=$build/fault/sync.so medi-db $verb >/dev/null
        is "$(awk '/^write .*-wal$/ { w++; open = 1 } /^sync .*-wal$/ { open = 0 } END { print (w > 0) + 0, open + 0 }' "$work/sync.log")" '1 0' \
            "$verb: what was written to the log was synced"
    done
}

# ---- what was asked for --------------------------------------------------------------------------------------------------------

total_hits=0 total_rounds=0
what=${1:-all}
[ "$what" != all ] || what=$works
for each in $what; do
    declare -F "work_$each" >/dev/null || {
        echo "usage: tests/fault/kill.sh WHAT ENGINE [N]; WHAT is all or one of: $works" >&2
        exit 2
    }
    fault "$each" "${3:-20}"
done
[ "$engine" != sqlite ] || synced
[ $total_hits -ge $((total_rounds / 3)) ]
ok $? "$total_hits of $total_rounds rounds hit their work"
printf '%d passed, %d failed\n' $((count - failures)) "$failures"
