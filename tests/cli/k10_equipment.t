#!/bin/bash
# K10: the file of a machine, its faults and repairs, calibration, maintenance, the end of its life; and that what is overdue
# blocks V4.
# Broken once, and seen to fail: two faults at once counted twice in equipment-downtime.sql; `<=` for `<` where maintenance is late;
# a calibration of the day before a repair taken for one after it; the same fault reported twice; a repair verified by who made it;
# a machine with a fault that is sold.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
e() { medi-stock equipment "$@" --lang en; }
no() { # NAME PATTERN COMMAND…
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}
person boss manager '' D2
person boss2 manager '' K1
person tech nurse S01
opened
shut() { missing --device E1 | tr ' ' '\n' | grep '^device' | tr '\n' ' '; }
is "$(shut)" '' 'the laser may be used'

# ---- the file ----
exits 0 'a machine' e add E2 --name 皮秒 --kind laser --model X1 --maker 甲厂 --serial SN2 --registration 国械注进20203092222 --bought 2026-01-10 --price 350000 --room 2诊室 --warranty 2027-01-09 --life 2034-01-09 --owner N1 --calibrate-months 12
no 'twice' 'there already' e add E2 --name x --kind laser
no 'a serial number that another machine has' 'SN2: is that of E2 in S01' e add E3 --name x --kind laser --model X1 --serial SN2
exits 0 'of another model it may be' e add E3 --name 超声 --kind hifu --model X2 --serial SN2 --calibrate no
no 'a registration number of no form' '--registration: .*123' e add E4 --name x --kind laser --registration 123
no "a drug's number" '--registration: ' e edit E2 --registration 国药准字S20200001
no 'a machine that is not there' 'E9' e edit E9 --name x
exits 3 'the warranty ends before it was bought' e add E4 --name x --kind laser --bought 2026-01-10 --warranty 2026-01-09
exits 3 'nobody is responsible' e edit E2 --owner Z9
exits 2 'a state is no option' e edit E2 --state ok
exits 0 'edited' e edit E2 --room 3诊室
is "$(ask "SELECT name || room FROM equipment WHERE code = 'E2'")" 皮秒3诊室 'edited: the rest stays'

# ---- faults ----
no 'a fault of no machine' 'E9: this store has no such machine' e fault E9 --what x --staff N1
exits 2 'of what?' e fault E1 --staff N1
exits 2 'of nothing' e fault E1 --what ' ' --staff N1
no 'by nobody' 'who reports it' as tech medi-stock equipment fault E1 --what 不出光 --lang en
no 'tomorrow' 'lies ahead' e fault E1 --what 不出光 --staff N1 --at '2026-10-02 09:00'
exits 0 'a fault' e fault E1 --what 不出光 --staff N1 --at '2026-10-01 08:00'
is "$out" GZ20261001-0001 'a fault: its number'
no 'the same once more' 'GZ20261001-0001 says so already' e fault E1 --what 不出光 --staff N1
is "$(ask "SELECT state FROM equipment WHERE code = 'E1'")" fault 'a fault: the machine stands still'
is "$(shut)" 'device-fault ' 'and is not used'
exits 3 'nobody treats with it' visit treat V1 -p P1 --device E1
like "$err" 'device-fault: E1 has a fault \(GZ20261001-0001\)' 'nobody treats with it: for that fault'
no 'repaired before anybody repairs it' 'is open; medi-stock equipment repair GZ20261001-0001 first' e repaired GZ20261001-0001 --verified-by D1
no 'before it broke' 'comes before' e repair GZ20261001-0001 --by 甲厂 --at '2026-10-01 07:59'
exits 2 'by nobody' e repair GZ20261001-0001
exits 2 'by two' e repair GZ20261001-0001 --by 甲厂 --staff N1
exits 0 'in repair' e repair GZ20261001-0001 --staff N1 --at '2026-10-01 08:10'
no 'twice' 'is in repair already' e repair GZ20261001-0001 --by 甲厂
no 'verified by who repaired it' 'N1 repaired it' e repaired GZ20261001-0001 --verified-by N1
exits 2 'verified by nobody' e repaired GZ20261001-0001
no 'before the repair began' 'comes before' e repaired GZ20261001-0001 --verified-by D1 --at '2026-10-01 08:09'
is "$(shut)" 'device-fault ' 'in repair it is not used either'
exits 0 'another fault of it' e fault E1 --what 冷却漏水 --staff N1 --at '2026-10-01 08:20'
exits 0 'the first is repaired' e repaired GZ20261001-0001 --verified-by D1 --recalibrate --cost 1200 --at '2026-10-01 08:40'
no 'twice' 'is repaired already' e repaired GZ20261001-0001 --verified-by D1
is "$(shut)" 'device-calibration device-fault ' 'the second stands, and it must be calibrated'
e repair GZ20261001-0002 --by 甲厂 --at '2026-10-01 08:45'
exits 0 'the second too' e repaired GZ20261001-0002 --verified-by D1 --at '2026-10-01 08:50'
is "$(ask "SELECT state FROM equipment WHERE code = 'E1'")" ok 'the last one sets it free'
is "$(shut)" 'device-calibration ' 'and still it must be calibrated'
exits 3 'after the repair' visit treat V1 -p P1 --device E1
like "$err" 'device-calibration: E1 was not calibrated since its repair of 2026-10-01' 'after the repair: says so'
exits 0 'two faults' e faults E1 --no-header
is "$(printf '%s\n' "$out" | cut -f2,4,11 | tr '\t\n' ' ,')" 'GZ20261001-0002 repaired 30,GZ20261001-0001 repaired 40,' 'how long each stood still'
exits 0 'downtime' e downtime --from 2026-10-01 --to 2026-10-02 --no-header
is "$(printf '%s\n' "$out" | grep -P '\tE1\t' | cut -f4-6 | tr '\t' ' ')" '2 50 120000' 'what two faults have together counts once'

# ---- calibration ----
exits 2 'neither by whom nor with what paper' e calibrate E1 --to 2027-09-30
no 'tomorrow' '--done: lies ahead' e calibrate E1 --done 2026-10-02 --to 2027-09-30 --body 计量院 --certificate J1
no 'until when?' '--to: .*calibrate-months' e calibrate E1 --body 计量院 --certificate J1
exits 3 'it ends before it begins' e calibrate E1 --done 2026-10-01 --to 2026-09-30 --body 计量院 --certificate J1
no 'no such machine' 'E9: this store has no such machine' e calibrate E9 --body 计量院 --certificate J1
exits 0 'an older one' e calibrate E1 --done 2026-09-30 --to 2027-09-29 --body 计量院 --certificate J0
is "$(shut)" 'device-calibration ' 'an older one does not answer the repair'
exits 0 'of that day, behind the repair' e calibrate E1 --to 2027-09-30 --body 计量院 --certificate J1
is "$(shut)" '' 'it may be used again'
no 'the certificate of another' 'J1: is the certificate of E1' e calibrate E2 --body 计量院 --certificate J1
no 'before it was bought' 'was bought on 2026-01-10' e calibrate E2 --done 2026-01-09 --body 计量院 --certificate J2
exits 0 'by its interval' e calibrate E2 --done 2026-01-31 --body 计量院 --certificate J2
is "$(medi-db export calibrations --no-header -o csv | grep J2)" 'S01,CL20261001-0003,E2,2026-01-31,2027-01-30,1,J2,计量院,,' 'by its interval: until the day before'
exits 0 'one that fails' e calibrate E2 --failed --body 计量院
is "$(missing --device E2 | grep -c 'device-calibration')" 1 'one that fails: it is not used'

# ---- maintenance ----
no 'of no machine' 'E9' e plan E9 季检 --every 90
exits 2 'how often?' e plan E1 季检
exits 2 'never' e plan E1 季检 --every 0
exits 0 'a plan of one that was bought' e plan E2 年检 --every 365 --active no
exits 0 'a plan' e plan E1 季检 --every 90 --from 2026-07-03 --says 光路清洁 --blocks yes
exits 0 'and one that stops nothing' e plan E1 周保 --every 7 --from 2026-09-01
is "$(shut)" '' 'its last day is one to use it on'
run env MEDI_NOW=2026-10-02T09:00:00+08:00 medi-visit next V1 -p P1 --device E1 --lang en --no-header
is "$(printf '%s\n' "$out" | cut -f2 | grep ^device | joined)" device-maintenance 'and the day after it is not'
like "$out" '季检 of E1 was due on 2026-10-01' 'and says which'
medi-db config set -q stock.maintenance_blocks all
is "$(shut)" 'device-maintenance ' 'where all of it blocks'
medi-db config set -q stock.maintenance_blocks none
is "$(env MEDI_NOW=2026-10-02T09:00:00+08:00 medi-visit next V1 -p P1 --device E1 --no-header | cut -f2 | grep -c ^device-m)" 0 'where none does'
medi-db config unset -q stock.maintenance_blocks
no 'what is not planned' 'E1 has no 年检 in its plan' e maintain E1 年检 --staff N1
no 'by nobody' 'who did it' as tech medi-stock equipment maintain E1 季检 --lang en
no 'tomorrow' 'lies ahead' e maintain E1 季检 --done 2026-10-02 --staff N1
exits 0 'done' e maintain E1 季检 --staff N1
no 'twice that day' '季检 was done on 2026-10-01 already' e maintain E1 季检 --staff N1
is "$(env MEDI_NOW=2026-12-30T09:00:00+08:00 medi-visit next V1 -p P1 --device E1 --no-header | cut -f2 | grep -c ^device-m)" 0 'until it is due again'
is "$(env MEDI_NOW=2026-12-31T09:00:00+08:00 medi-visit next V1 -p P1 --device E1 --no-header | cut -f2 | grep -c ^device-m)" 1 'and not a day longer'
exits 0 'what is found at it' e maintain E1 周保 --staff N1 --fault 电源线破损
is "$out" BY20261001-0002 'what is found at it: its number'
is "$(ask "SELECT state || what FROM fault ORDER BY id DESC LIMIT 1")" open电源线破损 'what is found at it is a fault'
is "$(shut)" 'device-fault ' 'and the machine stands still'
is "$(ask "SELECT passed FROM maintenance WHERE code = 'BY20261001-0002'")" 0 'and the maintenance does not count'
e repair GZ20261001-0003 --by 电工 && e repaired GZ20261001-0003 --verified-by D1

# ---- due, for cron ----
exits 1 'due' e due -s S01 --no-header
is "$(printf '%s\n' "$out" | cut -f1,3,5,6 | sort | tr '\t\n' ' ,')" 'error E2 calibration CL20261001-0004,warning E1 maintenance 周保,' 'due: what failed, and what stops nothing'
exits 0 'only what is grave' bash -c "medi-stock equipment due --fail-on error -s S02"
exits 1 'in a hundred days' e due --days 100 --no-header
like "$out" 'warning.*E2.*warranty' 'in a hundred days: the warranty ends'
like "$out" 'warning.*E1.*maintenance	季检' 'in a hundred days: and the maintenance'
e fault E3 --what 探头 --staff N1 --at '2026-09-30 08:59'
exits 1 'a fault that nobody looks after' e due --fail-on error --no-header
like "$out" 'error	S01	E3	超声	fault	GZ20261001-0004' 'a fault that nobody looks after: after a day'
is "$(e due --fault-hours 25 --no-header | grep -c E3)" 0 'and not before the hours that are given'
exits 2 'hours below zero' e due --fault-hours -1
is "$(env MEDI_NOW=2034-01-10T09:00:00+08:00 medi-stock equipment due --no-header --lang en | grep -P 'E2\t.*\tlife' | cut -f1)" error 'its life is over'
is "$(env MEDI_NOW=2034-01-10T09:00:00+08:00 medi-visit next V1 -p P1 --device E2 --no-header | cut -f2 | grep -c device-life)" 1 'and then it is not used'

# ---- the end ----
exits 2 'why?' e retire E3 --way scrapped
exits 2 'how?' e retire E3 --reason 探头坏
no 'one that is out of order is not sold' 'E3 has an open fault, and may only be scrapped or returned' e retire E3 --way sold --to 乙诊所 --reason 换新
exits 2 'sold to whom?' e retire E1 --way sold --reason 换新
no 'nor one that failed its calibration' 'E2 did not pass its calibration of 2026-10-01' e retire E2 --way sold --to 乙诊所 --reason 换新
run as boss medi-stock equipment retire E3 --way scrapped --reason 探头坏 --lang en
is "$code" 75 'a second person is needed'
like "$(as boss2 medi-db request list --no-header)" 'S01 E3 超声 SN2: scrapped	探头坏' 'who consents to this machine and this end'
exits 3 'not oneself' as boss medi-db request approve 1
is "$(ask "SELECT state FROM equipment WHERE code = 'E3'")" fault 'nothing is done before that'
as boss2 medi-db request approve -q 1
exits 0 'scrapped' as boss medi-stock equipment retire E3 --way scrapped --reason 探头坏 --lang en
is "$(ask "SELECT e.state || f.state FROM equipment AS e JOIN fault AS f ON f.equipment_id = e.id WHERE e.code = 'E3'")" retiredscrapped 'scrapped, and its fault with it'
no 'twice' 'E3: is retired already' e retire E3 --way scrapped --reason x
for deed in 'fault E3 --what x --staff N1' 'calibrate E3 --to 2027-01-01 --body x --certificate x' 'plan E3 周保 --every 7' 'edit E3 --room x' 'repair GZ20261001-0004 --by x'; do
    # shellcheck disable=SC2086
    exits 3 "after that: $deed" e $deed
done
is "$(e list --no-header | cut -f2 | joined)" E1,E2 'it is not listed any more'
is "$(e list --all --no-header | cut -f2 | joined)" E1,E2,E3 'but among all'
exits 0 'its file stays' e show E3 --no-header
like "$out" 'retired.*探头坏' 'its file stays: with its end'
no 'no such machine' 'E9: this store has no such machine' e show E9

# ---- checked ----
exits 0 'checked' medi-db check
exits 0 'nobody meddled' medi-audit verify --deep
