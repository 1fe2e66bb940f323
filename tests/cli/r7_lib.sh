# For tests/cli/r7_*.t: the clinic of r2_lib.sh, and grids of rosters. Read after it. Now is Thursday 2026-10-01 09:00 in Shanghai.
# shellcheck shell=bash
# A grid of days from DAY on, a line a person: "D1 E E off L@S02 …".
grid() { # DAY LINE…
    local day=$1 line words i columns
    shift
    # shellcheck disable=SC2206
    words=($1)
    printf staff
    for i in $(seq 0 $((${#words[@]} - 2))); do printf ',%s' "$(date -u -d "$day + $i days" +%F)"; done
    echo
    for line; do
        # shellcheck disable=SC2086
        columns=$(printf ',%s' $line | tr -d _)
        echo "${columns#,}"
    done
}
# A draft, from such a grid: _ is an empty cell.
draft() { # STORE ROSTER DAY LINE…
    local store=$1 roster=$2
    shift 2
    grid "$@" >"$work/grid.csv"
    medi-roster roster import -q -s "$store" "$roster" "$work/grid.csv"
}
mr() { medi-roster "$@" --lang en; }
# The shifts that are there: who, where, when by the clock of Shanghai.
shifts() { # [OPTION…]
    medi-roster shift list --no-header "$@" | awk -F '\t' '{ print $3, $1, substr($6, 6, 11) "-" substr($7, 12, 5) }' | tr T ' '
}
