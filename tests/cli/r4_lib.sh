# For tests/cli/r4_*.t … r6_*.t: clinics whose rules are few enough to reckon by hand, and the judge. Read after lib.sh.
# Now is Thursday 2026-10-01 09:00 in Shanghai; 2026-12-07 is a Monday.
# shellcheck shell=bash disable=SC2034,SC2154
export MEDI_CONFIG=$work/conf
mkdir -p "$MEDI_CONFIG"
weights='short: 20, over: 0, hours_under: 0, hours_over: 0, wish: 60, away: 120, weekend: 0, late: 0, booking: 3000, named: 9000, change: 600'
# The rules of a test: of everyone, lines of roles; weights as above but for those that are given.
pack() { # EVERYONE ROLES [WEIGHTS]
    local all=$weights pair
    for pair in ${3:-}; do
        all=$(printf '%s\n' "$all" | sed "s/\b${pair%%:*}: [0-9]*/${pair%%:*}: ${pair#*:}/")
    done
    {
        echo 'shifts:'
        echo '  E: {zh: 早班, from: 9:00, to: 18:00, break: 60}'
        echo '  L: {zh: 晚班, from: 12:00, to: 21:00, break: 60, late: yes}'
        [ ! "${more_shifts:-}" ] || printf '%s\n' "$more_shifts"
        printf 'slack_minutes: 60\neveryone: {%s}\nroles:\n' "$1"
        printf '%s\n' "$2" | sed 's/^/  /'
        printf 'weights: {%s}\n' "$all"
    } >"$MEDI_CONFIG/rosters.yaml"
}
put() { # KIND HEADER LINE…
    local kind=$1
    shift
    printf '%s\n' "$@" | medi-db import -q "$kind" - >/dev/null
}
# A store S01 that is open from nine to six every day, with people of one role.
people() { # ROLE CODE…
    local role=$1
    shift
    init
    put stores 'code,name,zone,hours' 'S01,旗舰店,Asia/Shanghai,09:00-18:00' 'S02,社区店,Asia/Shanghai,09:00-18:00'
    put staff 'code,name,role,store' "$(printf "%s,某,$role,S01\n" "$@")"
}
plan() { # OPTION…: a few days unless a month is asked for; always the same roster
    run medi-roster plan --lang en -s S01 --iterations 20 --no-header "$@"
    goal=$(printf '%s\n' "$out" | awk -F '\t' '{ goal += $4; bound += $5 } END { print goal, bound }')
}
# A roster as text: a line a person, a letter a day (- off, v leave, a lower-case letter: in S02).
grid() { # ROSTER
    medi-db export roster_cells -q --no-header |
        awk -F '\t' -v code="$1" '$2 == code { c = $5 == "off" ? "-" : $5 == "leave" ? "v" : $6 == "" ? "?" : $6
            if ($7 == "S02") c = tolower(c)
            if (!($3 in line)) { order[++n] = $3 } line[$3] = line[$3] c }
            END { for (i = 1; i <= n; i++) print order[i], line[order[i]] }'
}
row() { grid "$1" | awk -v who="$2" '$1 == who { print $2 }'; } # ROSTER WHO
# What the judge says of a roster, and whether the tool's own figures are the judge's.
judge() { # NAME ROSTER [STORE]
    local name=$1 kind
    shift
    mkdir -p "$work/judged"
    for kind in rosters roster_cells staff posts licences leaves skills stations work_rules wishes heads shifts closures \
        stores travels appointments; do
        medi-db export "$kind" -q -o csv >"$work/judged/$kind.csv"
    done
    "$top/tests/roster/clinic.py" "$work/judged" "$MEDI_CONFIG/rosters.yaml" "$@" >"$work/said" 2>&1
    is "$(grep -v '^short\|^objective' "$work/said")" '' "$name: the judge finds nothing"
    is "$(awk '$1 == "short" { s = $2 } $1 == "objective" { print s, $2 }' "$work/said")" \
        "$(awk -F, -v code="$1" -v store="${2:-*}" '$1 == store && $2 == code { print $9, $7 }' "$work/judged/rosters.csv")" \
        "$name: minutes missing and objective are the judge's"
}
