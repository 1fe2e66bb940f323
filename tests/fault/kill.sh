#!/bin/bash
# Kills a program of medi with SIGKILL at random moments of its work, again and again, and looks each time whether what
# is there is what was before or what was to be, and whether the work can simply be done again.
#
#   [BUILD=build] [MEDI_TEST_ENGINE=sqlite|postgresql] tests/fault/kill.sh WHAT [N]
#
# WHAT is one of the works below, or all; N how often (20). Each work is three functions: prepare_WHAT, once; work_WHAT,
# which is killed; judge_WHAT FINISHED, after each time (FINISHED: 0 if it came to its end by itself).
# shellcheck source=tests/cli/lib.sh disable=SC2154
. "$(dirname "${BASH_SOURCE[0]}")/../cli/lib.sh"
works='backup restore'

# ---- how it is done ----

now_ms() { echo $(($(date +%s%N) / 1000000)); }

# Kills work_WHAT after so many milliseconds: whole process group, programs and shell.
killed_after() { # WHAT MS
    set -m
    "work_$1" >"$work/killed.out" 2>"$work/killed.err" </dev/null &
    local pid=$!
    set +m
    sleep "$(printf '%d.%03d' $(($2 / 1000)) $(($2 % 1000)))"
    if kill -9 -- "-$pid" 2>/dev/null; then
        hits=$((hits + 1))
    fi
    wait "$pid" 2>/dev/null
}

fault() { # WHAT N
    local what=$1 start took i
    hits=0 wrongs=0 why=
    "prepare_$what"
    start=$(now_ms)
    "work_$what" >/dev/null 2>&1
    took=$(($(now_ms) - start + 20))
    for ((i = 1; i <= $2; i++)); do
        # evenly over the work, and a little more often at its end, where files get their names
        killed_after "$what" $((i % 3 == 0 ? took * (80 + RANDOM % 25) / 100 : RANDOM % took))
        "judge_$what" $? || {
            wrongs=$((wrongs + 1))
            printf '# %s, time %d: %s\n' "$what" "$i" "$why"
        }
    done
    [ "$hits" -ge $(($2 / 3)) ]
    ok $? "kill -9 hit $hits of $2 times: $what"
    is "$wrongs" 0 "before or after, never between: $what"
    "work_$what" >"$work/killed.out" 2>"$work/killed.err"
    ok $? "after $2 kills it is done again: $what"
}

because() { # WORDS: for a judge to fail with
    why=$1
    return 1
}

many_visits() { # FIRST COUNT
    awk -v first="$1" -v count="$2" 'BEGIN {
        print "store,code,client,arrived_at"
        for (i = first; i < first + count; i++)
            printf "S0%d,V%07d,C%d,2026-0%d-%02d %02d:%02d\n", i % 2 + 1, i, i % 2 + 1, i % 9 + 1, i % 28 + 1, i % 12 + 8, i % 60
    }'
}

# ---- backup: FILE and its generations are whole at every moment ----

prepare_backup() {
    clinic
    many_visits 1 30000 | medi-db import -q visits - >/dev/null
    medi-db backup b -q >/dev/null
}
work_backup() { medi-db backup b --keep 3 -q; }
judge_backup() {
    local file count=0
    for file in b b.2*; do
        [ -e "$file" ] || continue
        count=$((count + 1))
        medi-db backup-show "$file" >/dev/null 2>&1 || because "$file is no whole backup" || return
    done
    [ -e b ] || because 'there is no newest backup' || return
    [ "$count" -le 4 ] || because "there are $count backups" || return
    [ "$1" != 0 ] || [ ! -e b.unfinished ] || because 'an unfinished one was left by one that finished'
}

# ---- restore: the old database or the new one ----

prepare_restore() {
    clinic
    many_visits 1 30000 | medi-db import -q visits - >/dev/null
    rm -f b b.2*
    medi-db backup b -q >/dev/null
    use target
    prepare "$MEDI_DB" 2>/dev/null
    medi-db restore b -q >/dev/null
    many_visits 500000 500 | medi-db import -q visits - >/dev/null
}
work_restore() { medi-db restore b --force -q; }
judge_restore() {
    local count
    count=$(visits)
    [ "$count" = 30000 ] || [ "$count" = 30500 ] || because "$count visits" || return
    [ "$1" != 0 ] || [ "$count" = 30000 ] || because 'it said it was done, and was not' || return
    medi-audit verify --deep -q >/dev/null 2>&1 || because 'the database does not agree with its log' || return
    [ "$count" = 30500 ] || many_visits 500000 500 | medi-db import -q visits - >/dev/null ||
        because 'the new database takes no records' || return
    rm -f target.db.before-* # each a whole old database: the first is looked at by d5_backup.t
}

# ---- what was asked for ----

what=${1:-all}
[ "$what" != all ] || what=$works
for each in $what; do
    declare -F "work_$each" >/dev/null || {
        echo "usage: tests/fault/kill.sh WHAT [N]; WHAT is all or one of: $works" >&2
        exit 2
    }
    fault "$each" "${2:-20}"
done
printf '%d passed, %d failed\n' $((count - failures)) "$failures"
