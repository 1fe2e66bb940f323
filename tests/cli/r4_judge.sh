#!/bin/bash
# The independent judge of a clinic's rosters (tests/roster/clinic.py): a roster by hand keeps all rules and costs what was reckoned by
# hand; each rule broken once is named, with the person and the day, and exits with 1. TAP. Seen to fail: each rule taken out of it (not: day,
# weekends, late, off-min).
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d "${TMPDIR:-/tmp}/medi-test-XXXXXX")
trap 'rm -rf "$work"' EXIT
count=0 failed=0
ok() { # WHETHER NAME
    count=$((count + 1))
    if [ "$1" = 0 ]; then
        echo "ok $count - $2"
    else
        failed=$((failed + 1))
        echo "not ok $count - $2"
        sed 's/^/# /' "$work/got" | head -20
    fi
}
csv() { cat >"$work/in/$1.csv"; } # KIND
# Two weeks from Monday 2026-12-07 of a store that is open until eight (Sunday: not at all) and of another until six.
fresh() {
    rm -rf "$work/in"
    mkdir "$work/in"
    cat >"$work/rosters.yaml" <<'END'
shifts: # a comment
  E: {zh: 早班, from: 9:00, to: 18:00, break: 60}
  L: {zh: 晚班, from: 12:00, to: 21:00, break: 60, late: yes, stores: [S01]}
  Z: {zh: 夜班, from: 14:00, to: 23:00, break: 60}
slack_minutes: 60
everyone: {rest_hours: 12, week_hours_max: 40, month_hours_max: 180, month_hours: 100, run_days_max: 5}
roles:
  nurse: {licence: [nurse], cover: 1, run_days_min: 2, off_days_min: 2, shifts: [E, L]}
  consultant: {weekends_max: 1, late_max: 1, month_hours_min: 50}
weights: {short: 20, over: 1, hours_under: 1, hours_over: 2, wish: 60, away: 120, weekend: 20, late: 20, booking: 3000, named: 9000, change: 600}
END
    csv rosters <<'END'
store,code,from_on,to_on
*,R,2026-12-07,2026-12-21
END
    csv stores <<'END'
code,zone,hours,opened_on,closed_on
S01,Asia/Shanghai,Mo-Sa 09:00-20:00,,
S02,Asia/Shanghai,Mo-Sa 09:00-18:00,,
END
    csv staff <<'END'
code,role,store,hired_on,left_on
N,nurse,S01,,
K,consultant,S01,,
END
    csv licences <<'END'
staff,kind,store,valid_from,valid_to
N,nurse,S01,2020-01-01,2026-12-18
END
    csv stations <<'END'
staff,store,from_on,to_on
K,S02,,2026-12-12
END
    csv travels <<'END'
one,other,minutes
S01,S02,240
END
}
cells() { # 'WHO ROLE CELL…' …: - off, a shift, or SHIFT@STORE
    printf '%s\n' "$@" | awk 'BEGIN { print "store,roster,staff,day,what,shift,at,role,starts_at,ends_at,minutes,locked"
        from["E"] = "09"; to["E"] = "18"; from["L"] = "12"; to["L"] = "21"; from["Z"] = "14"; to["Z"] = "23" }
        { for (i = 3; i <= NF; i++) {
            day = sprintf("2026-12-%02d", i + 4); split($i, part, "@")
            if ($i == "-") print "*,R," $1 "," day ",off,,,,,,0,0"
            else print "*,R," $1 "," day ",work," part[1] "," (part[2] ? part[2] : "S01") "," $2 "," day "T" from[part[1]] ":00:00+08:00," \
                day "T" to[part[1]] ":00:00+08:00,480,0" } }' >"$work/in/roster_cells.csv"
}
nurse='N nurse E E E E L - - E E E E L - -'
other='K consultant E E - E@S02 E@S02 - - E E L E - E -'
judge() { tests/roster/clinic.py "$work/in" "$work/rosters.yaml" R "$@" >"$work/got" 2>&1; }
broken() { # RULE WHO DAY
    judge
    [ $? = 1 ] && grep -q "^$1: $2: 2026-12-$3: " "$work/got" && [ "$(grep -c '^[a-z-]*: ' "$work/got")" = 1 ]
    ok $? "$1"
    fresh
}

# ---- a roster that keeps them ----
fresh
cells "$nurse" "$other"
printf 'staff,day,want,weight\nN,2026-12-07,off,3\nN,2026-12-12,off,9\nK,2026-12-09,work,2\nK,2026-12-16,E,1\n' | csv wishes
printf 'store,day,from_minute,to_minute,role,skill,staff,heads\nS01,2026-12-08,540,600,consultant,,,2\nS01,2026-12-08,540,600,nurse,laser,,1\nS01,2026-12-08,540,600,consultant,,K,1\nS01,2026-12-09,540,600,consultant,,K,1\n' | csv heads
judge --parts
ok $? 'keeps all rules'
# Nurses of S01 are wanted 9 to 20 on twelve days: 8 × E lacks two hours, 2 × L three, and two Saturdays lack eleven: 44 hours; S02 is
# open nine hours on twelve days and has none: 108. A consultant on the 8th and 9th: an hour each; a laser that nobody has: one.
# Too many: K, of whom none is wanted as cover, nine days of nine hours, but an hour of the 8th: 80; N: from eight to nine on two days.
# Contract 100 × 14 / 31 = 2709 minutes: N works 4800: 2091 over, K 4320: 1611.
grep -q '^short=184800 over=4920 ' "$work/got"
ok $? 'short: (44 + 108 + 1 + 1) hours × 20; too many: 82 hours'
grep -q ' hours=7404 wish=360 away=240 fairness=80 ' "$work/got"
ok $? 'hours off the contract, wishes 3 + 2 + 1, two days away, a weekend and three late shifts'
grep -q ' named=9000 ' "$work/got"
ok $? 'one wanted by name is not there on the 9th'
cp "$work/in/roster_cells.csv" "$work/before.csv"
sed -i '/N,2026-12-0[78]/s/,0$/,1/' "$work/before.csv"
cp "$work/before.csv" "$work/in/roster_cells.csv"
judge --before "$work/before.csv"
ok $? 'locked cells that stand'
sed -i '/N,2026-12-08/s/,1$/,0/' "$work/in/roster_cells.csv"
judge --before "$work/before.csv"
[ $? = 1 ] && [ "$(grep -c '^locked: N: 2026-12-08: ' "$work/got")" = 1 ]
ok $? 'locked'
fresh

# ---- each broken once ----
cells "$nurse" "$other"
sed -i 's/^N,.*/N,nurse,S01,2026-12-08,/' "$work/in/staff.csv"
broken post N 07
cells "$nurse" "$other"
sed -i '/,K,2026-12-08/s/consultant/nurse/' "$work/in/roster_cells.csv"
broken role K 08
cells "$nurse" 'K consultant E E - - E - - E@S02 - E L - - -'
broken station K 14
cells "$nurse" "$other"
printf 'staff,from_at,to_at\nN,2026-12-09T17:30:00+08:00,2026-12-09T19:00:00+08:00\n' | csv leaves
broken leave N 09
cells "$nurse" "$other"
sed -i 's/2026-12-18/2026-12-17/' "$work/in/licences.csv"
broken licence N 18
cells "$nurse" 'K consultant E E - L@S02 - - - E E - E - E -'
sed -i 's/Mo-Sa 09:00-18:00/Mo-Sa 09:00-20:00/' "$work/in/stores.csv"
broken shift K 10
cells "$nurse" "$other"
printf 'staff,from_on,shifts\nN,2026-12-08,L\nN,2026-12-09,E L\n' | csv work_rules
broken shift N 08
cells "$nurse" "$other"
sed -i '/,K,2026-12-08/s/T18:00:00/T17:00:00/' "$work/in/roster_cells.csv"
broken times K 08
cells "$nurse" "$other"
sed -i '/,K,2026-12-08/s/,480,/,470,/' "$work/in/roster_cells.csv"
broken minutes K 08
cells "$nurse" 'K consultant E E - - E - E - E L E - - -'
broken closed K 13
cells "$nurse" "$other"
printf 'store,day,state,from_minute,to_minute\nS01,2026-12-08,closed,720,1440\nS01,2026-12-08,open,720,960\n' | csv closures
judge
[ "$(grep -c '^closed: .: 2026-12-08: ' "$work/got")" = 2 ]
ok $? 'closed for some of the day'
fresh
cells "$nurse" 'K consultant E E - - E - - L E - E - - -'
sed -i 's/rest_hours: 12/rest_hours: 13/' "$work/rosters.yaml"
broken rest K 15
cells "$nurse" 'K consultant E@S02 E - - E - - E E - E - E -'
sed -i 's/,240/,241/; s/^S01,S02/S02,S01/' "$work/in/travels.csv"
sed -i 's/rest_hours: 12/rest_hours: 11/' "$work/rosters.yaml"
broken rest K 08
cells "$nurse" 'K consultant E E E E E - - E E - - - - -'
printf 'store,staff,starts_at,ends_at\nS01,K,2026-12-06T21:00:00+08:00,2026-12-06T22:00:00+08:00\n' | csv shifts
sed -i 's/run_days_max: 5/run_days_max: 6/; s/rest_hours: 12/rest_hours: 11/' "$work/rosters.yaml"
judge
ok $? 'eleven hours behind a shift of the day before are enough'
sed -i 's/rest_hours: 11/rest_hours: 12/' "$work/rosters.yaml"
broken rest K 07
cells 'N nurse E E E E E E - - E E E E - -' "$other"
sed -i 's/run_days_max: 5/run_days_max: 6/; s/off_days_min: 2/off_days_min: 1/' "$work/rosters.yaml"
broken week-hours N 12
cells "$nurse" "$other"
sed -i 's/month_hours_max: 180/month_hours_max: 178/' "$work/rosters.yaml"
judge
ok $? '80 hours of 178 × 14 / 31: none too many'
sed -i 's/month_hours_max: 178/month_hours_max: 177/' "$work/rosters.yaml"
broken month-hours N 20
cells "$nurse" 'K consultant E E - - E - - - - - - - - -'
sed -i 's/month_hours_min: 50/month_hours_min: 54/' "$work/rosters.yaml"
broken month-least K 20
cells 'N nurse E E E E L - - - E E E E L -' "$other"
printf 'staff,kind,store,valid_from,valid_to\nN,nurse,,,\n' | csv licences
printf 'store,staff,starts_at,ends_at\nS01,N,2026-12-06T09:00:00+08:00,2026-12-06T10:00:00+08:00\n' | csv shifts
broken run-max N 11
cells 'N nurse E E E E L - - E - - E E - -' "$other"
broken run-min N 14
cells 'N nurse E E E E L - - E E - E E - -' "$other"
broken off-min N 16
cells "$nurse" 'K consultant E - E - E E - E E - E - E -'
broken weekends K 20
cells "$nurse" 'K consultant E E - E L - - E E L E - - -'
broken late K 20
cells "$nurse" "$other"
sed -i '/,N,2026-12-20/d' "$work/in/roster_cells.csv"
broken missing N 20
cells "$nurse" "$other"
sed -i '$p' "$work/in/roster_cells.csv"
broken twice K 20
cells "$nurse" "$other"
sed -i '/N,2026-12-20/s/off,,/off,E,/' "$work/in/roster_cells.csv"
broken cell N 20
cells "$nurse" "$other"
printf 'store,staff,starts_at,ends_at\nS02,N,2026-12-09T17:00:00+08:00,2026-12-09T19:00:00+08:00\n' | csv shifts
sed -i 's/^\*,/S01,/' "$work/in/rosters.csv" "$work/in/roster_cells.csv"
tests/roster/clinic.py "$work/in" "$work/rosters.yaml" R S01 >"$work/got" 2>&1
[ $? = 1 ] && grep -q '^elsewhere: N: 2026-12-09: ' "$work/got"
ok $? elsewhere
[ "$failed" = 0 ]
