# For tests/cli/*.t: a directory of its own, the programs in PATH, a test database, and assertions that print
# TAP. `run` keeps what a command wrote in $out, $err and $code.
#
# Every test runs on each engine (MEDI_TEST_ENGINE: sqlite, or postgresql on the server of tests/pg) and so speaks
# of databases by name: `at west` is where that database of this test is, `use west` makes it the one that is
# meant when none is named, `copy west` makes it as $MEDI_DB stands. `ask` and `change` look inside and meddle, in SQL
# that both engines run. What only one engine has stands behind `only sqlite 'why'`, and is counted.
# shellcheck shell=bash disable=SC2034
set -u
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$top/${BUILD:-build}
case ${BUILD:-build} in /*) build=$BUILD ;; esac
work=$(mktemp -d "${TMPDIR:-/tmp}/medi-cli-XXXXXX")
cd "$work" || exit 2
export PATH=$build/bin:$PATH LC_ALL=C HOME=$work XDG_DATA_HOME=$work/data TZ=UTC
export MEDI_NOW=2026-10-01T09:00:00+08:00
unset MEDI_STORE MEDI_CONFIG MEDI_ACTOR MEDI_KEY XDG_CONFIG_HOME NO_COLOR LANG LANGUAGE
count=0 failures=0
finish() { # at the end, however it comes
    cd /
    forget_all
    rm -rf "$work"
    [ "$failures" = 0 ]
}
trap finish EXIT

ok() { # WHETHER NAME
    count=$((count + 1))
    if [ "$1" = 0 ]; then
        printf 'ok %d - %s\n' "$count" "$2"
    else
        failures=$((failures + 1))
        printf 'not ok %d - %s\n' "$count" "$2"
        [ -z "${code:-}" ] || printf '# exit %s\n# out: %s\n# err: %s\n' "$code" "${out:0:600}" "${err:0:600}"
    fi
}
is() { # GOT WANT NAME
    [ "$1" = "$2" ]
    local equal=$?
    ok $equal "$3"
    [ $equal = 0 ] || printf '# got:  %s\n# want: %s\n' "$1" "$2"
}
like() { # TEXT PATTERN NAME: an extended regular expression
    grep -qE -- "$2" <<<"$1"
    local found=$?
    ok $found "$3"
    [ $found = 0 ] || printf '# text: %s\n# wants: %s\n' "$1" "$2"
}
run() {
    "$@" >"$work/.out" 2>"$work/.err" </dev/null
    code=$?
    out=$(<"$work/.out") err=$(<"$work/.err")
}
exits() { # CODE NAME COMMAND…
    local want=$1 name=$2
    shift 2
    run "$@"
    is "$code" "$want" "$name: exit $want"
}
now_ms() { echo $(($(date +%s%N) / 1000000)); }
pause() { sleep "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))"; } # MS
timed() { # COMMAND…: what it takes, in ms, as $took
    local start
    start=$(now_ms)
    "$@" >/dev/null
    took=$(($(now_ms) - start))
}
# One line, and no more, on stderr.
one_line() { is "$(printf '%s\n' "$err" | wc -l)" 1 "$1: one line"; }

only() { # ENGINE WHY: whether this is that engine; if not, what follows is skipped and counted
    [ "$engine" = "$1" ] || {
        printf 'skip - not on %s: %s\n' "$engine" "$2"
        false
    }
}
# An account and its duty; then `as LOGIN command…` runs as that login, which only a test database believes.
person() { # LOGIN ROLE [STORE [STAFF]]
    medi-db account add -q "$1" ${4:+--staff "$4"} 2>/dev/null
    medi-db duty grant -q "$1" "$2" ${3:+-s "$3"}
}
as() {
    local login=$1
    shift
    env MEDI_ACTOR="$login" "$@"
}

# ---- databases ----

. "$top/tests/cli/engine.sh"

init() { # [NAME]
    local place=${1:+$(at "$1")}
    forget "${place:=$MEDI_DB}"
    prepare "$place"
    medi-db init -q --test -d "$place"
}
use() { # NAME
    MEDI_DB=$(at "$1")
    export MEDI_DB
}
# A text as an extended regular expression for itself.
re() { printf '%s' "$1" | sed 's/[][\\.^$*+?(){}|]/\\&/g'; }
joined() { paste -sd "${1:-,}"; } # lines as one
use clinic
prepare "$MEDI_DB"

lines() { printf '%s\n' "$@"; }
# "read inserted updated unchanged refused" of the import that was run
counts() { printf '%s\n' "$out" | awk -F '\t' 'NR > 1 { r += $3; i += $4; u += $5; s += $6; f += $7 } END { print r, i, u, s, f }'; }
visits() { medi-db export visits -q --no-header | wc -l; }
# The small clinic that most tests start from.
clinic() {
    init
    printf 'code,name\nS01,旗舰店\nS02,社区店\n' | medi-db import -q stores - >/dev/null
    printf 'code,name,role\nD1,张医生,doctor\nN1,李护士,nurse\nK1,王咨询,consultant\n' | medi-db import -q staff - >/dev/null
    printf 'code,name,category\nxhs,小红书,paid\nwx,微信,own\n' | medi-db import -q channels - >/dev/null
    printf 'code,name,kind\nP1,除皱针,injection\n' | medi-db import -q projects - >/dev/null
    printf 'code,name,phone,store,channel,created_on\nC1,赵一,13800138001,S01,xhs,2026-01-01\nC2,钱二,13800138002,S02,wx,2026-01-02\n' |
        medi-db import -q clients - >/dev/null
}
