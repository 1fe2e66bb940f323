#!/bin/bash
# F3, C1: two files of one person, and what waits for them: e-mail and WeChat go over under the key of the file that stays, tasks with and
# without a treatment too, and a message for the other is sent once, to the file that stays, under the key it had. Seen to fail with the
# token of the lease taken as key in outgoing.c, and with each of the two statements that move tasks left out of merge.c.
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/f3_lib.sh"
sending_clinic
printf 'code,name,phone,email,wechat,store,channel,created_on\nC7,钱七,13800138007,old@x.example,wx-7,S01,xhs,2026-01-02\nC8,钱七,13800138008,,,S01,xhs,2026-01-01\nC9,孙九,13800138009,nine@x.example,,S01,xhs,2026-01-01\nC10,孙九,13800138010,ten@x.example,,S01,xhs,2026-01-02\n' |
    medi-db import -q clients - >/dev/null
printf 'store,code,client,project,doctor,started_at,status\nS01,T7,C7,P1,D1,2026-09-28 09:00,completed\n' | medi-db import -q treatments - >/dev/null
medi-followup plan -q >/dev/null
is "$(ask "SELECT count(*) > 1 FROM task AS k JOIN client AS c ON c.id = k.client_id WHERE c.code = 'C7'" | sed 's/^t$/1/')" 1 'tasks of the file that goes'
followup record --client C7 -s S01 --symptom redness=2 --code F7 -q >/dev/null
clear_messages
put M7 client=C7 channel=email
put M8 client=C7 channel=wechat
put M9 client=C10 channel=email

# taken before the files are joined, by a sender that dies
followup claim -q --lease 30s >before
is "$(wc -l <before)" 3 'three wait'
exits 0 'joined' medi-client merge -q C8 C7
exits 0 'and two with an address each' medi-client merge -q C9 C10
is "$(medi-db export -q clients C8 --reveal 核对 -o csv --no-header | grep -o 'old@x.example\|wx-7' | joined)" 'old@x.example,wx-7' 'the addresses went over, under the other key'
is "$(ask "SELECT count(*) FROM task AS k JOIN client AS c ON c.id = k.client_id WHERE c.code = 'C7'")" 0 'no task stays behind'
is "$(ask "SELECT count(*) FROM task AS k JOIN client AS c ON c.id = k.client_id WHERE c.code = 'C8' AND k.treatment_id IS NULL")" 1 'the one without a treatment is there'
is "$(medi-db check -q --no-header followup_other_client)" '' 'none is of one and its treatment of another'
is "$(medi-db check -q --no-header rows | cut -f4 | grep -w task)" '' 'the log knows of all tasks that were moved'

# its lease is over: another sends
later 60 claim -q >after
is "$(of code <after | sort | joined ' ')" 'M7 M8 M9' 'the same three, once each'
is "$(of to <after | sort | joined ' ')" 'nine@x.example old@x.example wx-7' 'to the addresses of the file that stays'
is "$(of key <after | sort)" "$(of key <before | sort)" 'under the keys that they had'
sed 's/}$/,"state":"sent"}/' after >answers
exits 0 'sent' later 61 ack -q answers
sed 's/}$/,"state":"sent"}/' before >answers
exits 3 'the sender that died comes back' later 62 ack -q answers
later 120 claim -q >more.out
is "$(wc -l <more.out) $(states)" '0 M7=sent M8=sent M9=sent' 'nothing is sent again'
