# For the tests of what is sent: a clinic with messages. Read after lib.sh.
# shellcheck shell=bash
now=$(date -d "$MEDI_NOW" +%s)
# Messages, behind the tools' backs: put CODE NAME=VALUE… ; what is not said is the row of `usual`.
put() {
    local code=$1 pair
    local client=C1 channel=sms channels='' template=care.visit purpose=care priority=0 due=$now until=$((now + 86400)) treatment=NULL task=NULL
    local state=pending tries=0 next='' sent=NULL store=S01
    shift
    for pair in "$@"; do local "${pair?}"; done
    next=${next:-$due}
    change "INSERT INTO message (store_id, id, code, client_id, treatment_id, task_id, plan, step, occurrence, channel, channels, template,
            purpose, priority, due_at, day, until_at, state, next_at, tries, sent_at)
        SELECT s.id, (SELECT COALESCE(MAX(id), 0) + 1 FROM message), '$code', c.id, $treatment, $task, 'p', '$code', '1', '$channel',
            NULLIF('$channels', ''), '$template', '$purpose', $priority, $due, $due / 86400, $until, '$state', $next, $tries, $sent
        FROM store AS s, client AS c WHERE s.code = '$store' AND c.code = '$client';
        INSERT INTO counter (store_id, name, next_id) SELECT store_id, 'message', MAX(id) + 1 FROM message GROUP BY store_id
        ON CONFLICT (store_id, name) DO UPDATE SET next_id = excluded.next_id"
}
message() { ask "SELECT $2 FROM message WHERE code = '$1'"; }
states() { ask "SELECT code || '=' || state FROM message ORDER BY id" | joined ' '; }
clear_messages() { change 'DELETE FROM lease; DELETE FROM message; DELETE FROM gateway'; }
followup() { medi-followup "$@" --lang en; }
at_time() { # SECONDS after now, COMMAND…
    local moment
    moment=$(date -u -d "@$((now + $1))" +%Y-%m-%dT%H:%M:%SZ)
    shift
    env MEDI_NOW="$moment" "$@"
}
later() { # SECONDS VERB…
    local by=$1
    shift
    at_time "$by" medi-followup "$@" --lang en
}
of() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; } # the texts of that member, of JSON Lines
sending_clinic() {
    clinic
    medi-db store edit S01 -q --phone 021-68888888
    medi-db store edit S02 -q --phone 021-58888888
    printf 'code,name,phone,store,channel,created_on,language\nC3,Ann,13800138003,S01,xhs,2026-01-01,en\nC4,无号,,S01,xhs,2026-01-01,\n' |
        medi-db import -q clients - >/dev/null
    printf 'code,name,phone,email,wechat,store,channel,created_on\nC6,全有,13800138006,all@x.example,wx-6,S01,xhs,2026-01-01\n' |
        medi-db import -q clients - >/dev/null
    printf 'store,code,client,project,doctor,started_at\nS01,T1,C1,P1,D1,2026-09-30 09:00\nS01,T2,C1,P1,D1,2026-09-29 09:00\n' |
        medi-db import -q treatments - >/dev/null
}
consent() { # CLIENT PURPOSE: agreed to it, by any way, a month ago
    medi-client consent "$1" --purpose "$2" --proof 签字 --at 2026-09-01 -q >/dev/null
}
