#!/bin/bash
# D10: what needs a second person: asked for, approved from another account, used once; and all that does not count.
. "$(dirname "$0")/lib.sh"
clinic
person desk front-desk '' K1
person boss manager
person boss2 manager '' D1
person shadow manager '' K1 # the desk's own second login
person clerk nurse
person audit auditor
medi-db config set -q duty.reveal_alone 1
# shellcheck disable=SC2120
reveal() { as "${1:-desk}" medi-db export clients --reveal 'a complaint' -o csv --no-header --lang en; }
when() { # DAY-AND-TIME COMMAND…
    local now=$1
    shift
    MEDI_NOW=$now "$@"
}
state() { ask "SELECT state FROM request WHERE id = $1"; }
asks() { # NAME NUMBER: what was run waits for that request, and showed nothing
    is "$code" 75 "$1: exit 75"
    is "$out" '' "$1: shows nothing"
    one_line "$1"
    like "$err" "needs a second person: request $2 waits until .* to run: medi-db request approve $2; then run this again" "$1: says how"
}
no() { # NAME PATTERN COMMAND…
    local name=$1 pattern=$2
    shift 2
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
}

# ---- asked ----
exits 0 'as many as one may alone' as desk medi-db export clients C1 --reveal 'a complaint' --lang en
run reveal
asks 'more than that' 1
like "$err" '^medi-db: export\.reveal needs a second person: request 1 waits until 2026-10-02T09:00:00\+08:00 for one of .*boss, boss2.* \(admin, manager\) to run' 'more than that: names who and until when'
is "$(ask "SELECT state || '|' || deed || '|' || subject || '|' || reason || '|' || asked_by FROM request")" 'pending|export.reveal|clients: all|a complaint|desk' 'the request is kept'
is "$(ask "SELECT actor || '|' || verb || '|' || subject || '|' || detail FROM log ORDER BY seq DESC LIMIT 1")" 'desk|export|request 1|made: export.reveal: clients: all' 'and logged'
is "$(ask "SELECT COUNT(*) FROM log WHERE detail = 'a complaint'")" 1 'nothing was looked at'
run reveal
asks 'run again' 1
is "$(ask 'SELECT COUNT(*) FROM request')" 1 'run again: the same request waits'
is "$(as desk medi-db request list --no-header | cut -f1-3)" $'1\tpending\texport.reveal' 'the asker sees it'
is "$(as boss medi-db request list --state pending --no-header | cut -f1)" 1 'who may consent sees it'
is "$(as boss medi-db request list --state approved --no-header)" '' 'not among others'
exits 1 'as a list with --exit-code' as boss medi-db request list --exit-code
exits 0 'show' as boss medi-db request show 1 -o jsonl
like "$out" '"request":1,"state":"pending","deed":"export.reveal","subject":"clients: all","reason":"a complaint","store":"\*","asked_by":"desk"' 'show: all that is to be decided'

# ---- who may not ----
no 'the same person by another login' 'request 1: desk and shadow are accounts of one person' as shadow medi-db request approve 1 --lang en
no 'who has no such role' 'clerk may not medi-db request approve' as clerk medi-db request approve 1 --lang en
no 'the asker, who may not' 'desk may not medi-db request approve' as desk medi-db request approve 1 --lang en
exits 2 'no number' as boss medi-db request approve one --lang en
no 'no such request' 'request 9: there is none' as boss medi-db request approve 9 --lang en
is "$(state 1)" pending 'none of them decided'

# ---- approved, used once ----
exits 0 'another approves' as boss medi-db request approve 1
is "$(state 1)" approved 'another approves: it is'
no 'approving twice' 'request 1: was approved already, by boss$' as boss medi-db request approve 1 --lang en
no 'approving twice, by another' 'request 1: was approved already, by boss$' as boss2 medi-db request approve 1 --lang en
run as desk medi-db export leads --reveal 'a complaint'
is "$code" 0 'what needs none goes on' # no leads there
run as desk medi-db export clients --reveal 'another reason' --lang en
asks 'another reason is another deed' 2
run as desk medi-db export clients C1 C2 --reveal 'a complaint' --lang en
asks 'other records are another deed' 3
run as desk medi-db export clients -s S01 --reveal 'a complaint' --lang en
is "$code" 0 'a store with one client needs none'
run reveal boss
asks 'the consent is not for another' 4
run reveal
is "$code $(printf '%s\n' "$out" | wc -l)" '0 2' 'the asker goes on'
is "$(state 1)" used 'and it is used'
is "$(ask "SELECT COUNT(*) FROM log WHERE subject = 'request 1' AND detail = 'used: export.reveal: clients: all' AND actor = 'desk'")" 1 'which is logged'
run reveal
asks 'a second time' 5
no 'a used one' 'request 1: is used up already' as boss2 medi-db request approve 1 --lang en

# ---- one's own, as manager ----
no 'a manager, their own' 'request 4: is your own; somebody else must decide it, or take it back: medi-db request withdraw 4' as boss medi-db request approve 4 --lang en
no 'refusing their own' 'request 4: is your own' as boss medi-db request refuse 4 --reason xx --lang en
no "another's" "request 4: is boss's; only they can withdraw it" as desk medi-db request withdraw 4 --lang en
exits 0 'withdrawing their own' as boss medi-db request withdraw 4
no 'a withdrawn one' 'request 4: was withdrawn by boss' as boss2 medi-db request approve 4 --lang en

# ---- refused ----
exits 2 'refusing without a reason' as boss medi-db request refuse 5 --lang en
exits 0 'refused' as boss medi-db request refuse 5 --reason '不必要'
is "$(as desk medi-db request show 5 -o csv --no-header | cut -d, -f2,12)" 'refused,不必要' 'the asker sees why'
no 'a refused one' 'request 5: was refused by boss' as boss2 medi-db request approve 5 --lang en
run reveal
asks 'after a refusal' 6

# ---- time ----
exits 0 'approved in time' when 2026-10-02T08:59:59+08:00 as boss medi-db request approve 6
is "$(state 6)" approved 'approved in time: it is'
run when 2026-10-02T09:00:00+08:00 reveal
asks 'used too late' 7
is "$(when 2026-10-02T09:00:00+08:00 as desk medi-db request list --state expired --no-header | cut -f1 | tr '\n' ' ')" '2 3 6 ' 'what is over is expired'
run when 2026-10-01T10:00:00+08:00 reveal
asks 'the clock is set back' 7
exits 0 'entries with the old clock' when 2026-10-01T10:00:00+08:00 medi-db config set kpi.few 9
run when 2026-10-01T10:00:00+08:00 reveal
asks 'the clock is set back and the log went on' 7
no 'approving an expired one' 'request 3: is expired; desk must run the command again' when 2026-10-01T10:00:00+08:00 as boss medi-db request approve 3 --lang en
MEDI_NOW=2026-10-02T09:00:00+08:00

# ---- two at once ----
exits 0 'one consent' as boss medi-db request approve 7
for i in 1 2 3 4; do
    (reveal >"two.$i" 2>&1; echo $? >"two.$i.code") &
done
wait
is "$(cat two.?.code | sort | tr '\n' ' ')" '0 75 75 75 ' 'four at once: one goes on, three wait'
is "$(cat two.? | grep -c '^C1,')" 1 'four at once: one is shown'
is "$(ask "SELECT COUNT(*) FROM request WHERE state = 'used' AND id = 7")" 1 'four at once: it is used'
is "$(ask "SELECT COUNT(*) FROM request WHERE state = 'pending' AND id > 7")" 1 'four at once: one new request waits'

# ---- a store's request ----
printf 'code,name,phone,store,channel,created_on\nC8,周八,13800138008,S01,xhs,2026-01-01\n' | medi-db import -q clients - >/dev/null
person here manager S01
person there manager S02
person local front-desk S01
here() { as local medi-db export clients -s S01 --reveal 'a complaint' --lang en; }
run here
asks 'in a store' 9
like "$err" 'for one of .*boss, boss2.* here.* shadow.*\(' 'in a store: who may is told'
no 'a manager of another store' 'request 9: there has no role that may decide on export\.reveal here; these may: admin, manager' as there medi-db request approve 9 --lang en
is "$(as there medi-db request list --no-header)" '' 'nor do they see it'
exits 1 'nor when they ask for it' as there medi-db request show 9
exits 0 'the manager of this store' as here medi-db request approve 9
run here
is "$code" 0 'then it is shown'
is "$(ask "SELECT COUNT(*) FROM log WHERE store_id = 0 AND subject = 'request 9'")" 3 'made, approved, used: in the log of the chain'

# ---- power over others ----
guard() { # NAME NUMBER COMMAND…: it is asked for, and nothing was done
    local name=$1 number=$2 before
    shift 2
    before=$(ask "SELECT COUNT(*) FROM duty WHERE role <> 'x'")$(ask "SELECT COUNT(*) FROM setting WHERE name LIKE 'duty.%'")$(ask 'SELECT COUNT(*) FROM permission')
    run "$@"
    asks "$name" "$number"
    is "$(ask "SELECT COUNT(*) FROM duty WHERE role <> 'x'")$(ask "SELECT COUNT(*) FROM setting WHERE name LIKE 'duty.%'")$(ask 'SELECT COUNT(*) FROM permission')" "$before" "$name: nothing done"
}
exits 2 'of one store' medi-db config set duty.grant_alone no -s S01 --lang en
like "$err" 'duty\.grant_alone: is a setting of the whole chain; leave -s out' 'of one store: says so'
no 'a manager may not' 'boss may not medi-db duty grant' as boss medi-db config set duty.grant_alone no --lang en
exits 0 'two are needed from now on' medi-db config set duty.grant_alone no
guard 'an admin' 10 medi-db duty grant clerk admin --lang en
guard 'a manager' 11 medi-db duty grant clerk manager -s S01 --lang en
guard 'an auditor' 12 medi-db duty grant clerk auditor --lang en
guard 'the switch itself' 13 medi-db config set duty.grant_alone yes --lang en
guard 'taking it back' 14 medi-db config unset duty.grant_alone --lang en
guard 'the other setting' 15 medi-db config set duty.reveal_alone 0 --lang en
guard 'the roles' 16 medi-db roles apply --lang en
guard 'whose an account is' 17 medi-db account edit shadow --staff D1 --lang en
exits 0 'a nurse' medi-db duty grant clerk nurse -s S02
exits 0 'taking a role away' medi-db duty revoke there manager -s S02
exits 0 'a dry run asks for nothing' medi-db duty grant clerk admin -n --lang en
like "$err" 'dry run: duty\.grant would need a second person' 'a dry run: says so'
exits 0 'the other consents' as boss medi-db request approve 10
exits 0 'and it is done' medi-db duty grant clerk admin
is "$(state 10) $(ask "SELECT given_by FROM duty WHERE role = 'admin' ORDER BY given_at DESC, account_id DESC LIMIT 1")" "used $me" 'in one transaction'
run medi-db duty grant local admin --lang en
asks 'but not for another' 18
mkdir -p own
sed 's/hours: 24/hours: 12/' "$top/share/medi/roles.yaml" >own/roles.yaml
exits 0 'the roles as they were seen' as boss medi-db request approve 16
run env MEDI_CONFIG="$work/own" medi-db roles apply --lang en
asks 'other roles than were consented to' 19
exits 0 'a verb that fails keeps the consent' as boss medi-db request approve 18
medi-db account close -q local
exits 3 'a verb that fails' medi-db duty grant local admin
is "$(state 18)" approved 'a verb that fails: the consent is not used'

# ---- nobody else ----
clinic
medi-db config set -q duty.reveal_alone 1
no 'locking oneself in' 'nobody else could consent to duty\.grant; first give a second person one of these roles: admin, manager' medi-db config set duty.grant_alone no --lang en
exits 75 'alone, above the limit' medi-db export clients --reveal because --lang en
like "$err" 'export\.reveal needs a second person, and nobody else may consent yet \(admin, manager\); request 1 waits until .*; ask an admin: medi-db duty grant$' 'alone: says so'
exits 0 'without a limit one goes on' medi-db config set duty.reveal_alone 0
exits 0 'without a limit' medi-db export clients --reveal because
