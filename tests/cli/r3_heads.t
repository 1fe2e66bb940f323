#!/bin/bash
# R3: heads: the arithmetic by hand, rows of source load beside those of people, written once. (Seen to fail: with utilisation left out of
# heads_wanted, with cuts left out of heads_write, with is_among always false.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r3_lib.sh"
load_clinic
arrivals S01 2026-04-01 2026-09-30 >rows
load_visits <rows
# each client has half an hour of D1, every third one a consultation as well
{
    echo 'store,code,client,visit,project,doctor,started_at,ended_at,status'
    awk -F, '{ split($4, at, " "); split(at[2], t, ":"); printf "%s,T%s,%s,%s,P1,D1,%s,%s %02d:%02d,completed\n", $1, NR, $3, $2, $4, at[1], t[1] + int((t[2] + 30) / 60), (t[2] + 30) % 60 }' rows
} | medi-db import -q treatments - >/dev/null
{
    echo 'store,code,client,visit,consultant,started_at,outcome'
    awk -F, 'NR % 3 == 0 { printf "%s,K%s,%s,%s,K1,%s,deal\n", $1, NR, $3, $2, $4 }' rows
} | medi-db import -q consultations - >/dev/null
mkdir config
export MEDI_CONFIG=$PWD/config
cat >config/load.yaml <<'YAML'
quantile: 75
trust: 0
hours: 09:00-18:00
roles:
  doctor: {zh: 医生, from: treatments, minutes: 25, utilisation: 80, least: 1}
  nurse: {zh: 护士, from: treatments, minutes: 30, utilisation: 80, least: 2}
  technician: {zh: 技师, from: treatments, minutes: 0, utilisation: 80, least: 0}
  consultant: {zh: 咨询师, from: consultations, each: 45, minutes: 20, utilisation: 75, least: 1}
  front-desk: {zh: 前台, from: visits, each: 10, minutes: 8, utilisation: 50, least: 1}
YAML
heads() { # OPTION…: day, opens, closes, role, heads
    run medi-roster load --lang en --no-header --heads "$@"
    out=$(printf '%s\n' "$out" | cut -f2-6 | tr '\t' ' ')
}
# An hour of Monday has 2 clients, of Friday 3, of Saturday 4. Not more than 3, 4 and 5 come three times of four (Poisson: 0.677, 0.857; 0.647,
# 0.815; 0.629, 0.785). Doctors: 3 × 30 / (60 × 0.8) = 1.9, 4: 2.5, 5: 3.1. Consultants, 15 minutes each: 3 × 15 / 45 = 1, 4: 1.3, 5: 1.7.
# Front desk: 3 × 10 / 30 = 1, 4: 1.3, 5: 1.7. Nurses did nothing: the least. Technicians are not wanted.
heads -s S01 --from 2026-10-12 --days 1
is "$out" '2026-10-12 09:00 18:00 doctor 2
2026-10-12 09:00 18:00 nurse 2
2026-10-12 09:00 18:00 consultant 1
2026-10-12 09:00 18:00 front-desk 1' 'Monday, in spans of equal heads'
heads -s S01 --from 2026-10-16 --days 3
is "$out" '2026-10-16 09:00 18:00 doctor 3
2026-10-16 09:00 18:00 nurse 2
2026-10-16 09:00 18:00 consultant 2
2026-10-16 09:00 18:00 front-desk 2
2026-10-17 09:00 18:00 doctor 4
2026-10-17 09:00 18:00 nurse 2
2026-10-17 09:00 18:00 consultant 2
2026-10-17 09:00 18:00 front-desk 2' 'Friday and Saturday; on Sunday none'
medi-roster closure add -q -s S01 盘点 --day 2026-10-12 --from 12:00 --to 13:15
heads -s S01 --from 2026-10-12 --days 1
is "$(printf '%s\n' "$out" | grep nurse)" '2026-10-12 09:00 12:00 nurse 2
2026-10-12 13:15 18:00 nurse 2' 'none while it is closed'
medi-roster closure drop -q -s S01 --day 2026-10-12 --from 12:00

# ---- written, and written again ----
rows() { medi-roster heads list -s S01 --no-header "$@" | cut -f2-9 | tr '\t' ' '; }
entries() { medi-db log --no-header 2>/dev/null | wc -l; }
run medi-roster load --lang en --from 2026-10-12 --days 7 -w -n
is "$(rows | wc -l)" 0 'a dry run writes nothing'
run medi-roster load --lang en -s S01 --from 2026-10-12 --days 7 --heads --write
is "$code $(rows | wc -l)" '0 24' 'six days of four roles'
like "$err" 'S01: 24 rows of heads written, 0 taken away' 'it says so'
is "$(rows --role doctor | head -1)" '2026-10-12 09:00 18:00 doctor 2   load' 'as they were told'
before=$(entries)
run medi-roster load --lang en -s S01 --from 2026-10-12 --days 7 --write
like "$err" 'S01: nothing to change' 'again: nothing'
is "$(entries)" "$before" 'and no entry'
medi-roster closure add -q -s S01 盘点 --day 2026-10-13
run medi-roster load --lang en -s S01 --from 2026-10-12 --days 7 --write
like "$err" '0 rows of heads written, 4 taken away, 20 as they were' 'what changed, and no more'
medi-roster closure drop -q -s S01 --day 2026-10-13
run medi-db check
is "$code" 0 'nothing is wrong with the database'

# ---- entered by hand ----
run medi-roster heads set -q -s S01 doctor --day 2026-10-12 --from 12:00 --to 14:00 --heads 5 --note 团购
is "$code" 0 'people know better'
is "$(rows --role doctor --to-day 2026-10-13)" '2026-10-12 09:00 12:00 doctor 2   load
2026-10-12 12:00 14:00 doctor 5   set
2026-10-12 14:00 18:00 doctor 2   load' 'and the forecast gives way at once'
run medi-roster heads set -q -s S01 doctor --day 2026-10-12 --from 9:00 --to 10:00 --heads 0
is "$(rows --role doctor --to-day 2026-10-13 | head -2 | joined ';')" '2026-10-12 09:00 10:00 doctor 0   set;2026-10-12 10:00 12:00 doctor 2   load' 'also where both begin, and none is a number'
run medi-roster heads set -q -s S01 doctor --day 2026-10-14 --from 10:00 --to 18:00 --staff D1 --note 会员定制日
run medi-roster heads set -q -s S01 nurse --day 2026-10-14 --from 10:00 --to 18:00 --skill 急救
is "$(rows --to-day 2026-10-15 --from-day 2026-10-14 | grep -c load)" 4 'a person or a skill cuts nothing'
is "$(rows --source set --from-day 2026-10-14)" '2026-10-14 10:00 18:00 doctor 1  D1 set
2026-10-14 10:00 18:00 nurse 1 急救  set' 'and stands beside it'
ask "SELECT id, day, from_minute, to_minute, role, heads, note FROM head WHERE source = 'set' ORDER BY id" >before
run medi-roster load --lang en -s S01 --from 2026-10-12 --days 7 --write
like "$err" '4 rows of heads written, 0 taken away' 'only the day that opened again'
ask "SELECT id, day, from_minute, to_minute, role, heads, note FROM head WHERE source = 'set' ORDER BY id" >after
is "$(cat after)" "$(cat before)" 'what people entered is as it was'
run medi-roster heads drop -q -s S01 doctor --day 2026-10-12 --from 12:00
run medi-roster heads drop -q -s S01 doctor --day 2026-10-12 --from 9:00
run medi-roster heads drop -q -s S01 doctor --day 2026-10-14 --from 10:00
is "$code" 3 'one without a person is another row than one with'
run medi-roster heads drop -q -s S01 doctor --day 2026-10-14 --from 10:00 --staff D1
is "$code $(rows --source set | wc -l)" '0 1' 'dropped'
run medi-roster heads drop -q -s S01 doctor --day 2026-10-13 --from 9:00
is "$code" 3 'what is of the forecast is not dropped by hand'
run medi-roster load -q -s S01 --from 2026-10-12 --days 7 --write
is "$(rows --role doctor --to-day 2026-10-13)" '2026-10-12 09:00 18:00 doctor 2   load' 'the forecast comes back when it is written'

# ---- refused ----
run medi-roster heads set --lang en -s S01 doctor --day 2026-10-12 --from 14:00 --to 12:00
is "$code" 2 'an end before the beginning'
run medi-roster heads set --lang en -s S01 king --day 2026-10-12 --from 9:00 --to 12:00
is "$code" 3 'no such role'
run medi-roster heads set --lang en -s S01 doctor --day 2026-10-12 --from 9:00 --to 12:00 --heads 1001
is "$code" 3 'too many'
run medi-roster heads set --lang en -s S01 doctor --day 2026-10-12 --from 9:00 --to 12:00 --staff D9
is "$code" 3 'nobody of that code'
run medi-roster heads set --lang en doctor --day 2026-10-12 --from 9:00 --to 12:00
is "$code" 2 'no store'
person lin front-desk S01
as lin medi-roster load -q -s S01 --from 2026-10-12 --days 1 >/dev/null
is "$?" 0 'the front desk may look'
run as lin medi-roster load --lang en -s S01 --from 2026-10-12 --days 1 --write
is "$code" 3 'and not write'
