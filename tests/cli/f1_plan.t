#!/bin/bash
# F1: ladders: every treatment gets its tasks once, by the clock of its store; taken back, made again. Seen to fail with
# plan_due saying that no time is ever over, with `stopped` left out of plan_treatments.sql, with the check of `done` in plan_again.c
# away, with window_open giving `at` back, and with void.sql finding no retracted treatment.
. "$(dirname "$0")/lib.sh"
clinic
medi-db store edit -q S01 --hours 'Mo-Sa 09:00-18:00'
printf 'code,name,kind,ladder\nP2,护理,care,\nP3,体检,exam,\nP4,植发,surgery,nosuch\n' | medi-db import -q projects - >/dev/null
printf 'code,name,phone,store,channel,created_on,owner,nurse\nC1,赵一,13800138001,S01,xhs,2026-01-01,K1,N1\n' | medi-db import -q clients - >/dev/null
follow() { medi-followup "$@" --lang en; }
plan() { follow plan --no-header -q "$@" | cut -f1-6 | tr '\t' ' '; }
tasks() { ask "SELECT code || ' ' || kind || ' ' || role || ' ' || COALESCE((SELECT code FROM staff WHERE id = staff_id), '-') || ' ' || due_at || ' ' || until_at || ' ' || state FROM task ORDER BY code" | while read -r a b c d due until state; do
    echo "$a $b $c $d $(date -u -d "@$((due + 28800))" +%m-%dT%H:%M) $(date -u -d "@$((until + 28800))" +%m-%dT%H:%M) $state"; done; }
treat() { # CODE CLIENT PROJECT START END STATUS [STORE]
    printf 'store,code,client,project,doctor,started_at,ended_at,status\n%s,%s,%s,%s,D1,%s,%s,%s\n' "${7:-S01}" "${@:1:6}" | medi-db import -q treatments - >/dev/null
}
export MEDI_NOW=2026-09-30T20:00:00+08:00

# ---- once ----
treat T1 C1 P2 '2026-09-30 10:00' '2026-09-30 11:00' completed
is "$(plan)" '1 3 1 0 0 0' 'three tasks and a message of the usual ladder'
is "$(tasks)" "$(lines 'T1/default/24h/1 call nurse N1 10-01T11:00 10-01T23:00 open' 'T1/default/30d/1 call consultant K1 10-30T11:00 11-06T11:00 open' \
    'T1/default/7d/1 call nurse N1 10-07T11:00 10-09T11:00 open')" 'by whom and when'
is "$(ask "SELECT code || ' ' || channels || ' ' || template || ' ' || purpose || ' ' || state FROM message")" 'T1/default/60d/1/wechat sms care.visit care pending' 'and the message, with the channel to try next'
is "$(plan)" '0 0 0 0 0 0' 'planned once more: nothing'
for i in 1 2 3 4 5 6; do treat "R$i" C1 P2 '2026-09-30 10:00' '2026-09-30 11:00' completed; done
for i in 1 2 3 4; do plan >"many$i" 2>&1 & done
wait
is "$(cat many? | awk '{ n += $2; m += $3 } END { print n, m }')" '18 6' 'four at once: each task once'
is "$(ask 'SELECT COUNT(*) FROM task')" 21 'four at once: so many stand'
exits 0 'the log has it' medi-audit verify -q
is "$(follow plan -n --no-header -q | cut -f1-6 | tr '\t' ' ')" '0 0 0 0 0 0' 'a dry run: nothing'

# ---- what asks for none, and what is under way ----
treat T2 C1 P3 '2026-09-30 10:00' '2026-09-30 11:00' completed
treat T3 C1 P2 '2026-09-30 10:00' '' in-progress
is "$(plan)" '0 0 0 0 0 0' 'an examination has an empty ladder; what is under way waits'
treat T4 C1 P2 '2026-09-30 10:00' '2026-09-30 10:20' stopped
is "$(plan)" '1 3 1 0 0 0' 'what was broken off is followed up'
treat T5 C1 P4 '2026-09-30 10:00' '2026-09-30 11:00' completed
run follow plan --no-header
is "$code $(printf '%s\n' "$out" | cut -f1-6 | tr '\t' ' ')" '0 1 9 1 0 0 0' 'a ladder that there is not: that of the kind (surgery, dressings three times)'
like "$err" 'project P4: ladder nosuch: not in ladders\.yaml; its kind.s was taken' 'and that is said'
is "$(ask "SELECT occurrence || ' ' || (day - (SELECT day FROM treatment WHERE code = 'T5')) FROM task WHERE step = 'dressing' ORDER BY 1" | joined)" '1 2,2 5,3 6' 'every other day; a Sunday is moved to Monday'

# ---- what is over ----
treat T6 C1 P2 '2026-09-20 10:00' '2026-09-20 11:00' completed
run follow plan --no-header
is "$(printf '%s\n' "$out" | cut -f1-6 | tr '\t' ' ')" '1 1 1 2 0 0' 'ten days old: the first two are over'
like "$err" '2 steps were not made: their time is over' 'and it is said'
is "$(plan --from 2026-01-01)" '0 0 0 0 0 0' 'nor the next time'

# ---- the clock on the wall ----
treat T7 C1 P1 '2026-09-30 22:30' '2026-10-01 01:00' completed
plan >/dev/null
is "$(tasks | grep 'T7/injection/24h')" 'T7/injection/24h/1 call nurse N1 10-02T09:00 10-02T21:00 open' 'a call at one in the night is moved to the opening'
is "$(ask "SELECT due_at FROM message WHERE code LIKE 'T7/injection/care/%'")" "$(date -d '2026-10-01 09:00 +08:00' +%s)" 'a message too'
medi-db store add -q S03 --name 纽约店 --zone America/New_York --hours '00:00-24:00'
treat U1 C1 P2 '2026-10-25 01:00' '2026-10-25 01:30' completed S03
treat U2 C1 P2 '2026-10-31 01:00' '2026-10-31 01:30' completed S03
MEDI_NOW=2026-10-25T10:00-04:00 plan -s S03 --to 2026-11-02 >/dev/null
is "$(ask "SELECT due_at FROM task WHERE code = 'U1/default/7d/1'")" "$(date -d '2026-11-01 01:30 -04:00' +%s)" 'an hour that comes twice: the first'
is "$(ask "SELECT due_at - (SELECT ended_at FROM treatment WHERE code = 'U2') FROM task WHERE code = 'U2/default/24h/1'")" 86400 '24 hours are 24 hours'
is "$(ask "SELECT due_at FROM task WHERE code = 'U2/default/7d/1'")" "$(date -d '2026-11-07 01:30 -05:00' +%s)" 'and a week keeps the time of the day'
treat U3 C1 P2 '2026-03-01 02:00' '2026-03-01 02:30' completed S03
MEDI_NOW=2026-03-01T10:00-05:00 plan -s S03 --from 2026-03-01 --to 2026-03-02 >/dev/null
is "$(ask "SELECT due_at FROM task WHERE code = 'U3/default/7d/1'")" "$(date -d '2026-03-08 03:30 -04:00' +%s)" 'an hour that is skipped: the one after'
MEDI_NOW=2026-09-30T20:00:00+08:00
medi-db config set -q followup.hours '10:00-11:00' -s S02
treat W1 C2 P2 '2026-09-30 12:00' '2026-09-30 12:30' completed S02
plan -s S02 >/dev/null
is "$(ask "SELECT due_at FROM task WHERE code = 'W1/default/24h/1'")" "$(date -d '2026-10-02 10:00 +08:00' +%s)" 'a store without hours has those of the setting'
medi-db config set -q followup.hours nonsense -s S02
treat W2 C2 P2 '2026-09-30 12:00' '2026-09-30 12:30' completed S02
exits 3 'no hours' follow plan -s S02
like "$err" 'store S02: followup\.hours: nonsense: no opening hours' 'no hours: says so'
is "$(ask "SELECT COUNT(*) FROM task WHERE code LIKE 'W2/%'")" 0 'no hours: nothing half done'
medi-db config unset -q followup.hours -s S02

# ---- taken back ----
treat T1 C1 P2 '2026-09-30 10:00' '2026-09-30 11:00' entered-in-error
change "UPDATE task SET state = 'done' WHERE code = 'T1/default/24h/1'"
is "$(plan -s S01)" '0 0 0 0 0 3' 'a treatment that was none takes back what is open'
is "$(ask "SELECT state || ' ' || COALESCE(reason, '-') FROM task WHERE code LIKE 'T1/%' ORDER BY code" | joined)" 'done -,cancelled retracted,cancelled retracted' 'and leaves what was done'
is "$(ask "SELECT state || ' ' || reason FROM message WHERE code LIKE 'T1/%'")" 'cancelled retracted' 'the message too'
is "$(plan -s S01)" '0 0 0 0 0 0' 'once'

treat F1 C2 P2 '2026-09-30 10:00' '2026-09-30 11:00' completed
plan -s S01 >/dev/null
change "UPDATE client SET forgotten_on = 20700, data_key = NULL WHERE code = 'C2'"
is "$(plan -s S01)" '0 0 0 0 0 4' 'who was forgotten is left alone'
is "$(follow due --client C2 --no-header -q)" '' 'and on no list'
change "UPDATE client SET forgotten_on = NULL WHERE code = 'C2'"

# ---- ladders that change ----
mkdir own
sed 's/after: 7 days, within: 2 days}/after: 8 days, within: 2 days}/; /step: 60d, zh: 60 天关怀/d' "$top/share/medi/ladders.yaml" >own/ladders.yaml
export MEDI_CONFIG=$PWD/own
is "$(plan -s S01)" '0 0 0 0 0 0' 'another ladder: what was planned stays'
change "UPDATE task SET state = 'done' WHERE code = 'R2/default/7d/1'"
run follow plan -s S01 --again --no-header -q
is "$(printf '%s\n' "$out" | cut -f2,3,5,6 | tr '\t' ' ')" '0 0 10 8' '--again: open weeks are moved, messages go; what came back to life too'
is "$(ask "SELECT (due_at - (SELECT ended_at FROM treatment WHERE code = 'R1')) / 86400 FROM task WHERE code = 'R1/default/7d/1'")" 8 '--again: to where they are now'
is "$(ask "SELECT state FROM task WHERE code = 'R2/default/7d/1'")" 'done' '--again: done is done'
is "$(ask "SELECT state || ' ' || reason FROM message WHERE code LIKE 'R1/%'")" 'cancelled ladder' '--again: with the reason'
is "$(follow plan -s S01 --again --no-header -q | cut -f2,3,5,6 | tr '\t' ' ')" '0 0 0 0' '--again: twice changes nothing'
unset MEDI_CONFIG
is "$(follow plan -s S01 --again --no-header -q | cut -f2,3,5,6 | tr '\t' ' ')" '0 0 17 0' '--again, with the old ladder: all is as it was'
change "UPDATE task SET state = 'done' WHERE code = 'R3/default/24h/1'"
medi-visit project edit -q P2 --ladder laser >/dev/null
follow plan -s S01 --again -q >/dev/null
is "$(ask "SELECT code || ' ' || state FROM task WHERE code LIKE 'R3/%' ORDER BY code" | joined)" 'R3/default/24h/1 done,R3/default/30d/1 cancelled,R3/default/7d/1 cancelled,R3/laser/30d/1 open,R3/laser/7d/1 open' '--again, another ladder: what was done is not asked for again'
exits 0 'the log has it all' medi-audit verify -q

# ---- ladders that are wrong ----
wrong() { # NAME PATTERN
    printf 'ladders:\n  default:\n    zh: 甲\n    says: a\n    steps:\n' >own/ladders.yaml
    cat >>own/ladders.yaml
    MEDI_CONFIG=$PWD/own exits 3 "$1" follow plan
    like "$err" "ladders\.yaml:$2" "$1: says where"
    one_line "$1"
}
wrong 'a negative step' '6: 24h: after: must be a time such as 2 hours or 7 days, not below zero' <<<'      - {step: 24h, zh: 甲, says: a, kind: call, role: nurse, after: -24 hours, within: 1 hour}'
wrong 'an unknown role' '6: 24h: role: sister: no role of the staff' <<<'      - {step: 24h, zh: 甲, says: a, kind: call, role: sister, after: 24 hours, within: 1 hour}'
wrong 'two of one name' '7: a: is there twice' <<<'      - {step: a, zh: 甲, says: a, kind: call, role: nurse, after: 24 hours, within: 1 hour}
      - {step: a, zh: 甲, says: a, kind: care, role: nurse, after: 24 hours, within: 1 hour}'
wrong 'no window' '6: a: within: must be above zero' <<<'      - {step: a, zh: 甲, says: a, kind: call, role: nurse, after: 24 hours, within: 0 hours}'
wrong 'an unknown kind' '6: a: kind: must be call' <<<'      - {step: a, zh: 甲, says: a, kind: shout, role: nurse, after: 24 hours, within: 1 hour}'
wrong 'a message without a template' '6: a: needs template' <<<'      - {step: a, zh: 甲, says: a, kind: message, channels: [sms], purpose: care, after: 24 hours, within: 1 hour}'
wrong 'an unknown template' '6: a: template: care.night: not in templates.yaml' <<<'      - {step: a, zh: 甲, says: a, kind: message, template: care.night, channels: [sms], purpose: care, after: 24 hours, within: 1 hour}'
wrong 'another purpose' '6: a: purpose: that of template care.day is care' <<<'      - {step: a, zh: 甲, says: a, kind: message, template: care.day, channels: [sms], purpose: marketing, after: 24 hours, within: 1 hour}'
wrong 'an unknown channel' '6: a: channels: must be sms, wechat or email' <<<'      - {step: a, zh: 甲, says: a, kind: message, template: care.day, channels: [pigeon], purpose: care, after: 24 hours, within: 1 hour}'
wrong 'times without every' '6: a: times above 1 and every go together' <<<'      - {step: a, zh: 甲, says: a, kind: call, role: nurse, after: 24 hours, within: 1 hour, times: 3}'
wrong 'a word that is unknown' '6: .*zeit.*' <<<'      - {step: a, zh: 甲, says: a, kind: call, role: nurse, after: 24 hours, zeit: 1 hour}'
