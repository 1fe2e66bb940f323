#!/bin/bash
# P2: the clock: what is due, late, paused; by the wall and by the opening hours; whom it goes to; the monthly top.
. "$(dirname "$0")/lib.sh"
clinic
medi-db store edit -q S01 --hours 'Mo-Sa 09:00-18:00'
printf '%s\n' 'code,name,role,store' 'M1,周经理,manager,S01' 'M2,吴经理,manager,' 'M3,冯经理,manager,S02' | medi-db import -q staff - >/dev/null
printf 'code,name,phone,store,channel,created_on,owner\nC1,赵一,13800138001,S01,xhs,2026-01-01,K1\n' | medi-db import -q clients - >/dev/null
export MEDI_STORE=S01
complain() { medi-complaint "$@" --lang en; }
# due at a moment: "code clock status minutes notify", rows apart by slashes, and the exit code
due() {
    local now=$1
    shift
    MEDI_NOW=$now run medi-complaint due "$@" -o jsonl --lang en
    out="$code $(printf '%s\n' "$out" | sed -E 's/.*"code":"([^"]*)".*"clock":"([^"]*)","status":"([^"]*)".*"minutes_left":(-?[0-9]+).*"notify":"?([^"}]*)"?\}/\1 \2 \3 \4 \5/' | joined /)"
}
on() { # TIME COMMAND…
    local now=$1
    shift
    MEDI_NOW=$now "$@"
}

# ---- by the wall: 24 hours ----
on 2026-10-01T09:00+08:00 complain open C1 --code P1 --category price -q >/dev/null
due 2026-10-01T09:00+08:00
is "$out" '0 ' 'nothing is due at once'
due 2026-10-01T09:00+08:00 --all
is "$out" '0 P1 respond running 1440 M1' '--all shows that its clock runs; nobody owns it: a manager of the store is told'
due 2026-10-02T04:59:59+08:00
is "$out" '0 ' 'more than four hours are left'
due 2026-10-02T05:00+08:00
is "$out" '1 P1 respond soon 240 M1' 'four hours are left: due soon'
due 2026-10-02T05:00+08:00 --fail-on error
is "$out" '0 P1 respond soon 240 M1' '--fail-on error'
due 2026-10-02T09:00+08:00
is "$out" '1 P1 respond soon 0 M1' 'to the second it is not late'
due 2026-10-02T09:01+08:00 --fail-on error
is "$out" '1 P1 respond late -1 M1' 'late'
on 2026-10-01T10:00+08:00 complain assign P1 --to M1 --by M1
due 2026-10-02T08:00+08:00
is "$out" '1 P1 respond soon 60 M1' 'its owner is told'
due 2026-10-02T10:00+08:00
is "$out" '1 P1 respond late -60 M2' 'late: it escalates to the manager of all stores'
medi-db config set -q complaint.escalate_to M3
due 2026-10-02T10:00+08:00
is "$out" '1 P1 respond late -60 M3' 'or to whom the setting names'
medi-db config unset -q complaint.escalate_to

# ---- pauses ----
on 2026-10-01T11:00+08:00 complain pause P1 --by M1 --note '客户在飞行中'
due 2026-10-05T09:00+08:00 --all
is "$out" '0 P1 respond paused 1320 M1' 'paused: its clock stands, however long'
due 2026-10-05T09:00+08:00
is "$out" '0 ' 'paused: nobody is told'
MEDI_NOW=2026-10-01T12:00+08:00 exits 3 'no other step while paused' complain respond P1 --by M1 --note x
like "$err" 'P1: respond: is paused; resume it first' 'while paused: says so'
MEDI_NOW=2026-10-01T12:00+08:00 exits 3 'paused without a reason' complain pause P1 --by M1
on 2026-10-01T14:00+08:00 complain resume P1 --by M1
is "$(ask 'SELECT paused_s FROM complaint')" 10800 'three hours were paused'
is "$(ask 'SELECT COUNT(*) FROM complaint WHERE paused_at IS NULL')" 1 'and it goes on'
due 2026-10-02T12:00+08:00
is "$out" '1 P1 respond soon 0 M1' 'due three hours later'
due 2026-10-02T12:01+08:00
is "$out" '1 P1 respond late -1 M2' 'and then late'
MEDI_NOW=2026-10-01T15:00+08:00 exits 3 'resumed twice' complain resume P1 --by M1
like "$err" 'resume: is not paused' 'resumed twice: says so'
MEDI_NOW=2026-10-02T12:30+08:00 exits 0 'responded late' complain respond P1 --by M1 --note '致歉'
like "$err" 'P1: responded 30 minutes late' 'responded late: by how much'

# ---- then an answer within seven days ----
due 2026-10-02T12:30+08:00 --all
is "$out" '0 P1 answer running 8610 M1' 'then an answer is due, seven days and three hours from the opening'
due 2026-10-08T12:01+08:00
is "$out" '1 P1 answer late -1 M2' 'late'
medi-db config set -q complaint.answer_days 0
due 2026-10-08T12:01+08:00 --all
is "$out" '0 ' 'no limit, no clock'
medi-db config unset -q complaint.answer_days
on 2026-10-02T13:00+08:00 complain investigate P1 --by M1 --note 属实
on 2026-10-02T14:00+08:00 complain propose P1 --by M1 --note 致歉
due 2026-10-30T12:01+08:00 --all
is "$out" '0 ' 'answered: nothing more is due'

# ---- by the opening hours: nine to six, closed on Sundays ----
medi-db config set -q complaint.clock opening -s S01
on 2026-10-03T17:00+08:00 complain open C1 --code P2 --category refund -q >/dev/null # a Saturday
is "$(ask "SELECT respond_by FROM complaint WHERE code = 'P2'")" "$(date -d '2026-10-07 14:00 +08:00' +%s)" 'an hour on Saturday, nine on Monday and Tuesday, five on Wednesday'
due 2026-10-04T12:00+08:00 --all # Sunday
is "$out" '0 P2 respond running 1380 M1' 'no time passes on a Sunday'
due 2026-10-07T10:00+08:00
is "$out" '1 P2 respond soon 240 M1' 'four opening hours are left'
due 2026-10-08T10:00+08:00
is "$out" '1 P2 respond late -300 M1' 'late by the hours it was open: four on Wednesday, one on Thursday'
on 2026-10-03T17:30+08:00 complain assign P2 --to M1 --by M1
on 2026-10-03T18:00+08:00 complain pause P2 --by M1 --note 周末
on 2026-10-05T09:00+08:00 complain resume P2 --by M1
due 2026-10-07T14:00+08:00
is "$out" '1 P2 respond soon 0 M1' 'a pause over the closed Sunday gives no time'
env -u MEDI_STORE medi-db config set -q complaint.clock opening
exits 3 'a store without hours' complain open C2 --category price -s S02
like "$err" 'store S02: has no opening hours, and complaint\.clock counts them' 'a store without hours: says what to do'
env -u MEDI_STORE medi-db config unset -q complaint.clock
medi-db config unset -q complaint.clock -s S01

# ---- where the clocks are moved ----
medi-db store add -q S03 --name 纽约店 --zone America/New_York --hours '00:00-24:00'
on 2026-03-07T12:00-05:00 complain open C1 -s S03 --code W --category price -q >/dev/null
is "$(ask "SELECT respond_by - opened_at FROM complaint WHERE code = 'W'")" 86400 'spring: 24 hours are 24 hours'
medi-db config set -q complaint.clock opening -s S03
medi-db store edit -q S03 --hours '09:00-17:00'
on 2026-10-31T16:00-04:00 complain open C1 -s S03 --code X --category price -q >/dev/null
is "$(ask "SELECT respond_by FROM complaint WHERE code = 'X'")" "$(date -d '2026-11-03 16:00 -05:00' +%s)" 'autumn: an hour on Saturday, eight a day, seven on Tuesday, by the clock on the wall'
MEDI_NOW=2026-11-05T12:00+08:00 exits 1 'all stores at once, each by its own' medi-complaint due -s S03
env -u MEDI_STORE MEDI_NOW=2026-11-05T12:00+08:00 medi-complaint due --no-header >all
is "$(cut -f2,3 all | tr '\t' ' ' | joined)" 'S01 P2,S03 W,S03 X' 'all stores: those that wait'

# ---- the monthly top ----
init top
use top
clinic
printf 'code,name,phone,store,channel,created_on,class\nC1,赵一,13800138001,S01,xhs,2026-01-01,client\nT1,测试,13800138009,S01,xhs,2026-01-01,test\nC3,李三,13800138003,S01,xhs,2026-01-01,client\n' | medi-db import -q clients - >/dev/null
{
    echo 'store,code,client,way,category,severity,opened_at,state'
    # August: two of price, one of waiting
    printf 'S01,A1,C1,phone,price,2,2026-08-01 10:00,open\nS01,A2,C2,phone,price,2,2026-08-20 10:00,open\nS01,A3,C2,phone,waiting,1,2026-08-20 10:00,open\n'
    # September: price of C1 on the 1st, 8th (within seven days: one) and 16th (again: another); of C2 once
    printf 'S01,B%s,C1,phone,price,2,2026-09-%s 10:00,open\n' 1 01 2 08 3 16
    printf 'S01,B4,C2,phone,price,2,2026-09-16 10:00,open\nS01,B5,T1,phone,price,2,2026-09-16 10:00,open\n'
    # one each of refund (3), privacy (4), hygiene (2), attitude (2); another store's
    printf 'S01,B6,C2,phone,refund,3,2026-09-02 10:00,open\nS01,B7,C2,phone,privacy,4,2026-09-02 10:00,open\nS01,B8,C2,phone,hygiene,2,2026-09-02 10:00,open\nS01,B9,C2,phone,attitude,2,2026-09-02 10:00,open\nS02,B1,C2,phone,other,1,2026-09-02 10:00,open\n'
} | medi-db import -q complaints - >/dev/null
top() { env -u MEDI_STORE medi-complaint top "$@" --no-header --lang en | cut -f2,3,5-12 | tr '\t' ' ' | joined /; }
is "$(top --month 2026-09)" '1 price 3 0.375000 3 8 2 2 1 0.666667/2 privacy 1 0.125000 1 8 4 0 1 0.000000/3 refund 1 0.125000 1 8 3 0 1 0.000000' 'by count, then severity; share, trend; repeated within seven days is one; tests are out'
is "$(top --month 2026-09 --count 5 | cut -d/ -f4,5 | tr '/' '\n' | cut -d' ' -f2 | joined)" 'attitude,hygiene' 'then by code'
is "$(top | cut -d/ -f1)" '1 price 3 0.375000 3 8 2 2 1 0.666667' 'without a month: the last whole one'
is "$(top --month 2026-09 -s S02)" '1 other 1 1.000000 1 1 1 0 1 ' 'of one store'
is "$(top --month 2026-08 | cut -d/ -f1)" '1 price 2 0.666667 2 3 2 0 2 ' 'the month before'
exits 0 'a month without any' medi-complaint top --month 2026-07 --lang en
like "$err" 'no complaints in 2026-07' 'a month without any: says so'
run medi-complaint open C1 -s S01 --category price --code Z --at '2026-09-23 10:00' --lang en
like "$err" 'Z: counts as one with B3: same client, category and treatment within 7 days' 'told at the opening'
run medi-complaint open C1 -s S01 --category price --code Y --at '2026-09-30 10:00' --lang en
like "$err" 'Y: counts as one with Z' 'one after the other'
is "$(top | cut -d/ -f1)" '1 price 3 0.375000 3 8 2 2 1 0.666667' 'and they are one'

# ---- the table of steps is the manual's ----
medi-complaint steps --no-header --lang en | cut -f1-4 | sed 's/\t/ Ta /g; s/^/.It /; s/ *$//' >steps
# shellcheck disable=SC2154
sed -n '/^\.\\" steps/,/^\.\\" end/p' "$top/share/man/medi-complaint.mdoc" | grep '^\.It' | grep -v ' Em ' >manual
is "$(cat manual)" "$(cat steps)" 'the manual has the table of steps'
