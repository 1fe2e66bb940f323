#!/bin/bash
# What bookings cost: a store with 40 doctors and nurses and a year of bookings; the CPU of slots, book and conflicts there, and then
# the storm of tests/cli/r2_storm.t with 20,000 tries.   booking.sh BUILD [TRIES]
# shellcheck disable=SC2034,SC2154
set -u
BUILD=$(cd "${1:-build}" && pwd) tries=${2:-20000}
export BUILD
. "$(dirname "$0")/../cli/lib.sh"
. "$top/tests/cli/r2_lib.sh"
roster_clinic 30
roster_rooms
export MEDI_STORE=S01
{
    echo 'code,name,role,store'
    for i in $(seq 2 11); do echo "N$i,护士$i,nurse,S01"; done
} | medi-db import -q staff - >/dev/null
{
    echo 'staff,kind,number'
    for i in $(seq 2 11); do echo "N$i,nurse,ZN$i"; done
} | medi-db import -q licences - >/dev/null
# a year: each of 30 doctors 9 bookings a day of 30 to 60 minutes, half with a nurse: 98,550; and shifts
awk 'BEGIN {
    srand(1)
    print "store,code,client,project,doctor,nurse,starts_at,ends_at,status"
    for (day = 0; day < 365; day++) for (d = 1; d <= 30; d++) {
        minute = 540 + int(rand() * 3) * 15
        for (n = 0; n < 9 && minute < 1020; n++) {
            long = rand() < .5 ? 30 : 60
            t = mktime("2026 04 01 00 00 00") + day * 86400
            date = strftime("%Y-%m-%d", t)
            printf "S01,X%d-%d-%d,C%d,P%d,D%d,%s,%s %02d:%02d,%s %02d:%02d,%s\n", day, d, n, int(rand() * 40) + 1, long / 30, d,
                "", date, minute / 60, minute % 60, date, (minute + long) / 60, (minute + long) % 60, day < 183 ? "fulfilled" : "booked"
            minute += long + (rand() < .6 ? 0 : 15 * (1 + int(rand() * 4)))
        }
    }
}' >year.csv
medi-db import -q appointments year.csv >/dev/null || exit 1
awk 'BEGIN {
    print "store,staff,starts_at,ends_at"
    for (day = 0; day < 365; day++) for (d = 1; d <= 30; d++) if ((day + d) % 7 > 1) {
        date = strftime("%Y-%m-%d", mktime("2026 04 01 00 00 00") + day * 86400)
        printf "S01,D%d,%s 09:00,%s 18:00\n", d, date, date
    }
}' >shifts.csv
medi-db import -q shifts shifts.csv >/dev/null || exit 1
printf 'bookings\t%s\nshifts\t%s\n' "$(ask 'SELECT COUNT(*) FROM appointment')" "$(ask 'SELECT COUNT(*) FROM shift')"
cpu() { # NAME COMMAND…: milliseconds of CPU, the median of nine
    local name=$1
    shift
    for _ in 1 2 3 4 5 6 7 8 9; do
        { TIMEFORMAT='%U %S' && time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.0f\n", 1000 * ($1 + $2) }'
    done | sort -n | sed -n 5p | sed "s/^/$name, ms of CPU\t/"
}
cpu 'medi-roster --version' medi-roster --version
cpu 'need list (a run that reads little)' medi-roster need list --project P1
cpu 'slots P1 (14 days)' medi-roster slots P1
cpu 'slots P2 --client' medi-roster slots P2 --client C7 --limit 10
cpu 'slots P1 --doctor --days 60 --limit 50' medi-roster slots P1 --doctor D7 --days 60 --limit 50
cpu 'book -n' medi-roster book -n C1 P1 --at '2026-12-01 12:00'
cpu 'list of a day' medi-roster list --from-day 2026-12-01
cpu 'conflicts of a week' medi-roster conflicts --to 2026-10-08
[ "$tries" = 0 ] || BOOKINGS=$tries bash "$top/tests/cli/r2_storm.t"
