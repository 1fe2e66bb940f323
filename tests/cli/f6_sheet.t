#!/bin/bash
# F6: the follow-up sheet of a treatment: all that was owed, who did it and when, what was found; masked, and to be signed. Seen to
# fail with the tasks of other treatments not left out of sheet.sql, with its order by `at`, and with nothing masked in sheet.c.
. "$(dirname "$0")/lib.sh"
clinic
medi-db store edit -q S01 --hours 'Mo-Su 09:00-18:00'
printf 'code,name,phone,store,channel,created_on,nurse\nC1,赵一,13800138001,S01,xhs,2026-01-01,N1\n' | medi-db import -q clients - >/dev/null
printf 'store,code,client,project,doctor,nurse,started_at,ended_at,status\nS01,T1,C1,P1,D1,N1,2026-09-30 10:00,2026-09-30 11:00,completed\nS01,T2,C1,P1,D1,N1,2026-09-29 10:00,2026-09-29 11:00,completed\n' |
    medi-db import -q treatments - >/dev/null
printf 'store,code,client,project,starts_at,ends_at,status\nS01,B1,C1,P1,2026-10-20 10:00,2026-10-20 11:00,booked\nS01,B2,C1,P1,2026-10-02 10:00,2026-10-02 11:00,cancelled\n' |
    medi-db import -q appointments - >/dev/null
export MEDI_STORE=S01
follow() { medi-followup "$@" --lang en; }
MEDI_NOW=2026-09-30T12:00+08:00 follow plan -q >/dev/null
export MEDI_NOW=2026-10-08T09:00+08:00
follow record T1/injection/24h/1 --outcome unreachable --by N1 --at 2026-10-01T11:10 --code F1 -q >/dev/null
follow record T1/injection/24h/1 --symptom redness=3 --symptom pain=1 --score 4 --photo 相册7 --note 左脸还红 --by N1 --at 2026-10-01T15:30 --code F2 -q >/dev/null
follow record --client C1 --treatment T1 --inbound --way wechat --at 2026-10-03T20:00 --by N1 --code F3 -q >/dev/null
follow answer --client C1 --treatment T1 --csat 4 --note 满意 --at 2026-10-05 -q >/dev/null
sheet() { follow sheet "$@" -q --no-header; }

exits 0 'a sheet' follow sheet T1 -o tsv
is "$(printf '%s\n' "$out" | head -1)" 'part	code	due_at	until_at	at	staff	state	grade	score	detail' 'its columns'
like "$err" 'personal columns are masked' 'says that it is masked'
is "$(sheet T1 | head -3 | cut -f1,2,5-7,10 | tr '\t' '|')" "client|C1||||赵**
phone|C1||N1 李护士||+86138****8001
treatment|T1|2026-09-30T10:00:00+08:00|D1 张医生|completed|除皱针" 'whose, what, and by whom'
is "$(sheet T1 | sed '1,3d' | cut -f1,2,5,7-9 | tr '\t' '|' | head -8)" "message|injection/care/1/wechat||pending||
call|injection/24h/1|2026-10-01T15:30:00+08:00|done||
followup|F1|2026-10-01T11:10:00+08:00|unreachable|0|
followup|F2|2026-10-01T15:30:00+08:00|answered|3|4
symptom|pain|||1|
symptom|redness|||3|
note|F2||||
followup|F3|2026-10-03T20:00:00+08:00|answered|0|" 'each by its time, with what was said below it, and what came unasked'
is "$(sheet T1 | awk -F '\t' '$1 == "escalation" { print $2, $6, $7, $8 }')" 'escalation/redness/F2 D1 张医生 open 3' 'what was raised, and who has it'
is "$(sheet T1 | awk -F '\t' '$1 == "answer" || $1 == "appointment" { print $1, $2, $9, $3, $10 }')" 'answer service/csat 4  
answer service/words   ***
appointment B1  2026-10-20T10:00:00+08:00 除皱针' 'what they answered, and when they come again'
is "$(sheet T1 | tail -3 | cut -f1,2,6)" 'signature	client	
signature	nurse	N1 李护士
signature	doctor	D1 张医生' 'lines to sign on'
is "$(sheet T1 | cut -f2 | grep -c '^injection/')" "$(sheet T2 | cut -f2 | grep -c '^injection/')" "another treatment's are not there"
is "$(sheet T1 | awk -F '\t' '$1 == "note" { print $10 }')" '***' 'what was said is masked'
exits 0 'revealed' follow sheet T1 -q --no-header --reveal 归档
like "$out" '	赵一
' 'revealed: the name'
like "$out" '	左脸还红
' 'revealed: and what was said'
is "$(ask "SELECT count(*) FROM log WHERE subject LIKE '%followup sheet S01 T1%'")" 1 'revealed: it is in the log'
exits 0 'without the key' env -u MEDI_KEY XDG_CONFIG_HOME=/nowhere HOME=/nowhere medi-followup sheet T1 -q --no-header
like "$out" 'client	C1								\*\*\*' 'without the key: masked'
exits 3 'no such treatment' follow sheet T9
like "$err" '^medi-followup: treatment T9: none in this store$' 'no such treatment: says so'
exits 3 'of another store' follow sheet T1 -s S02
