#!/bin/bash
# What a clinic's month costs to plan: 40 people of six roles in three stores that some go between, with heads by the hour, leaves, wishes,
# skills and shifts of the quarter before. Prints objective, bound and gap after 60 s, what the judge finds, and how long one
# sickness takes to adjust to, and whether its changes are proven the fewest.   plan.sh BUILD [SECONDS]
# shellcheck disable=SC2034,SC2154
set -u
BUILD=$(cd "${1:-build}" && pwd) seconds=${2:-60}
export BUILD
. "$(dirname "$0")/../cli/lib.sh"
. "$top/tests/cli/r4_lib.sh"
cp "$top/share/medi/rosters.yaml" "$MEDI_CONFIG/"
init
put stores 'code,name,zone,hours' 'S01,旗舰店,Asia/Shanghai,09:00-21:00' 'S02,东区店,Asia/Shanghai,10:00-20:00' 'S03,西区店,Asia/Shanghai,10:00-20:00'
put travels 'one,other,minutes' 'S01,S02,40' 'S01,S03,60' 'S02,S03,90'
# ROLE HEADS-OF-S01 -OF-S02 -OF-S03; the kinds in one pass of awk, a file each
awk 'BEGIN {
    srand(7)
    n = split("doctor nurse consultant front-desk technician manager", roles, " ")
    split("4 6 4 3 1 1", s1, " "); split("2 3 2 2 1 1", s2, " "); split("2 3 2 2 1 0", s3, " ")
    print "code,name,role,store" >"staff.csv"; print "staff,kind,number,valid_from,valid_to" >"licences.csv"
    print "staff,store" >"stations.csv"; print "staff,code" >"skills.csv"; print "staff,from_at,to_at,kind" >"leaves.csv"
    print "staff,day,want,weight" >"wishes.csv"; print "store,staff,starts_at,ends_at" >"shifts.csv"
    for (r = 1; r <= n; r++) for (s = 1; s <= 3; s++) {
        count = s == 1 ? s1[r] : s == 2 ? s2[r] : s3[r]
        for (k = 0; k < count; k++) {
            who = sprintf("P%02d", ++people)
            print who ",某" people "," roles[r] ",S0" s >"staff.csv"
            if (r <= 2) print who "," (r == 1 ? "physician" : "nurse") ",Z" who ",2015-01-01," (people == 9 ? "2026-12-20" : "2030-12-31") >"licences.csv"
            if (r <= 3 && k % 2 == 0) print who ",S0" s % 3 + 1 >"stations.csv"
            if (r == 2 && k % 2) print who ",laser" >"skills.csv"
            if (people % 4 == 0) {
                day = 1 + int(rand() * 26)
                printf "%s,2026-12-%02d 00:00,2026-12-%02d 00:00,annual\n", who, day, day + 1 + int(rand() * 4) >"leaves.csv"
            }
            split("", asked)
            for (w = 0; w < 3; w++) {
                day = 1 + int(rand() * 31)
                if (!(day in asked)) printf "%s,2026-12-%02d,%s,%d\n", who, day, rand() < .7 ? "off" : rand() < .5 ? "E" : "L", 1 + int(rand() * 9) >"wishes.csv"
                asked[day] = 1
            }
            for (d = 0; d < 84; d++) if ((d + people) % 7 < 5) {
                day = strftime("%Y-%m-%d", mktime("2026 09 07 12 00 00") + d * 86400)
                late = rand() < .3
                print "S0" s "," who "," day (late ? " 12:00," : " 09:00,") day (late ? " 21:00" : " 18:00") >"shifts.csv"
            }
        }
    }
    print "store,day,from_minute,to_minute,role,skill,heads" >"heads.csv"
    for (d = 1; d <= 31; d++) for (s = 1; s <= 3; s++) {
        busy = (d + 1) % 7 >= 5 || rand() < .3
        day = sprintf("S0%d,2026-12-%02d,", s, d)
        if (s == 1) {
            print day "600,1080,doctor,,2\n" day "600,1080,nurse,," 2 + busy "\n" day "840,1080,consultant,," 1 + busy "\n" day "600,720,nurse,laser,1" >"heads.csv"
            if (busy) print day "780,960,front-desk,,2" >"heads.csv"
        } else print day "660,1080,nurse,," 1 + busy >"heads.csv"
    }
}' </dev/null
for kind in staff licences stations skills leaves wishes shifts heads; do
    medi-db import -q "$kind" "$kind.csv" >/dev/null || exit 1
done
begin=$(date +%s.%N)
run medi-roster plan --lang en --month 2026-12 --seconds "$seconds"
printf '%s\n' "$out" | cut -f1-6,9
printf '%s\n' "$err" | grep -v ' wanted, ' | head -5
printf '%s\n' "$out" | awk -F '\t' -v begin="$begin" -v end="$(date +%s.%N)" 'NR > 1 { goal += $4; bound += $5; short += $9 }
    END { printf "plan: %d hours missing, objective %d, bound %d, gap %.2f %%, %.1f s\n", short, goal, bound, goal ? 100 * (goal - bound) / goal : 0, end - begin }'
judge plan 2026-12
ill=$(ask "SELECT s.code FROM roster_cell AS c JOIN staff AS s ON s.id = c.staff_id WHERE c.role = 'nurse' GROUP BY s.code ORDER BY COUNT(*) DESC, s.code LIMIT 1")
put leaves 'staff,from_at,to_at,kind' "$ill,2026-12-15 00:00,2026-12-18 00:00,sick"
begin=$(date +%s.%N)
run medi-roster adjust --lang en 2026-12 --seconds 5
printf 'adjust: %s ill for three days, %.1f s: ' "$ill" "$(echo "$(date +%s.%N) $begin" | awk '{ print $1 - $2 }')"
printf '%s\n' "$err" | grep 'days changed'
judge adjust 2026-12.2
