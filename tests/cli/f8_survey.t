#!/bin/bash
# F8, F9: what clients answer, and follow-up in figures. Seen to fail with the latest answer for each treatment taken for the
# first in stats.sql, with tests not left out there, with `until_at` taken for `due_at` in what is in time, with the task of a
# survey left open, and with the later end of who was called again taken for the first.
. "$(dirname "$0")/lib.sh"
clinic
printf 'code,name,phone,store,channel,created_on,class\nX1,测试,13800138009,S01,xhs,2026-01-01,test\n' | medi-db import -q clients - >/dev/null
{
    echo 'store,code,client,project,doctor,started_at,ended_at,status'
    for i in 1 2 3; do echo "S01,T$i,C1,P1,D1,2026-09-01 10:00,2026-09-01 11:00,completed"; done
    echo 'S01,T4,X1,P1,D1,2026-09-01 10:00,2026-09-01 11:00,completed'
} | medi-db import -q treatments - >/dev/null
export MEDI_STORE=S01
follow() { medi-followup "$@" --lang en; }
# name, due, done, completion, timeliness, reach, messages, sent, asked, response, satisfaction, NPS
stats() { follow stats --no-header -q "$@" | cut -f1-4,7,10,13,14,17,18,21,24 | tr '\t' ' '; }

# ---- answers ----
{
    echo 'store,code,client,treatment,plan,step,kind,role,staff,due_at,until_at,state,done_at,done_by'
    echo 'S01,A1,C1,T1,default,24h,call,nurse,N1,2026-09-02 10:00,2026-09-02 22:00,done,2026-09-02 12:00,N1' # in time
    echo 'S01,A2,C1,T2,default,24h,call,nurse,N1,2026-09-02 10:00,2026-09-02 22:00,done,2026-09-02 22:00,N1' # to the second
    echo 'S01,A3,C1,T3,default,24h,call,nurse,N1,2026-09-02 10:00,2026-09-02 22:00,done,2026-09-03 12:00,N1' # late
    echo 'S01,A4,C1,T1,default,7d,call,nurse,N1,2026-09-08 10:00,2026-09-10 10:00,open,,'                     # missed
    echo 'S01,A5,C1,T2,default,7d,call,nurse,,2026-09-30 10:00,2026-10-05 10:00,open,,'                      # still time
    echo 'S01,A6,C1,T3,default,7d,call,nurse,N1,2026-09-08 10:00,2026-09-10 10:00,cancelled,,'
    echo 'S01,A7,X1,T4,default,24h,call,nurse,N1,2026-09-02 10:00,2026-09-02 22:00,done,2026-09-03 12:00,N1' # a test
    echo 'S01,A8,C1,T1,escalation,pain,escalation,doctor,D1,2026-09-08 10:00,2026-09-08 11:00,open,,'
    echo 'S01,A9,C1,T3,default,survey,survey,nurse,N1,2026-09-15 10:00,2026-09-20 10:00,open,,'
} | medi-db import -q tasks - >/dev/null
printf 'store,code,client,treatment,task,at,outcome,score\nS01,F1,C1,T1,A1,2026-09-02 12:00,answered,5\nS01,F2,C1,T2,A2,2026-09-02 12:00,unreachable,\nS01,F3,C1,T3,A3,2026-09-03 12:00,answered,\n' | medi-db import -q followups - >/dev/null
is "$(stats)" "$(lines '- 0 0    0  0  1.000000 ' 'default/24h 3 3 0.666667 0.666667 0.666667 0  0   ' 'default/7d 1 0 0.000000  0.000000 0  0   ' 'default/survey 1 0 0.000000  0.000000 0  0   ')" 'completion, timeliness, reach: by step'
is "$(stats --kind escalation)" 'escalation/pain 1 0 0.000000  0.000000 0  0   ' 'escalations by themselves'
exits 0 'a survey by phone' follow answer A9 --csat 4 --nps 9 --question effect=3 --note 很好 --at 2026-09-16T10:00
is "$(ask "SELECT state FROM task WHERE code = 'A9'")" 'done' 'does its task'
is "$(ask 'SELECT question, score FROM answer ORDER BY question' | tr '|\t' '  ' | joined)" 'csat 4,effect 3,nps 9,words ' 'with all that was answered'
is "$(stats --by all)" 'all 5 4 0.600000 0.750000 0.400000 0  1 1.000000 1.000000 1.000000' 'asked and answered'
exits 0 'of a treatment, unasked' follow answer --client C1 --treatment T3 --csat 2 --nps 3 --at 2026-09-17
is "$(stats --by all | cut -d' ' -f11,12)" '0.500000 -1.000000' 'the latest answer for each treatment counts'
exits 0 'of the store' follow answer --client C1 --csat 5 --nps 8 --at 2026-09-18
is "$(stats --by all | cut -d' ' -f11,12)" '0.666667 -0.500000' 'and one about none'
is "$(stats --by doctor | cut -d' ' -f1,11,12)" "$(lines '- 1.000000 0.000000' 'D1 0.500000 -1.000000')" 'by doctor'
is "$(stats --by project | cut -d' ' -f1-3)" "$(lines '- 0 0' 'P1 5 4')" 'by project'
is "$(stats --by month | cut -d' ' -f1-3)" '2026-09 5 4' 'by month'
is "$(stats --by staff | cut -d' ' -f1-3)" "$(lines '- 0 0' 'N1 5 4')" 'by person'
is "$(env -u MEDI_STORE medi-followup stats --by store --no-header -q | cut -f1,2 | tr '\t' ' ')" 'S01 5' 'by store'
is "$(stats --by all --from 2026-09-08 --to 2026-09-09 | cut -d' ' -f2,3)" '1 0' 'of a window'
is "$(stats --by all --from 2026-08-01 --to 2026-08-09)" '' 'of one in which nothing was'

# ---- messages ----
printf 'store,code,client,treatment,plan,step,channel,template,purpose,due_at,until_at,next_at,state,sent_at\nS01,M1,C1,T1,default,14d,sms,survey.csat,care,2026-09-15 10:00,2026-09-20 10:00,2026-09-15 10:00,sent,2026-09-15 10:00\nS01,M2,C1,T2,default,14d,sms,survey.csat,care,2026-09-15 10:00,2026-09-20 10:00,2026-09-15 10:00,dead,\n' |
    medi-db import -q messages - >/dev/null
is "$(stats | grep '14d')" 'default/14d 0 0    2 0.500000 1 0.000000  ' 'sent, and not answered yet'
exits 0 'the code of the message' follow answer M1 --csat 5
is "$(stats | grep '14d')" 'default/14d 0 0    2 0.500000 1 1.000000  ' 'answered'

# ---- refused ----
exits 2 'nothing' follow answer M1
exits 2 'of nobody' follow answer --csat 5
exits 2 'a mark too high' follow answer M1 --csat 6
like "$err" 'csat: takes 1 to 5' 'a mark too high: which there are'
exits 2 'NPS too high' follow answer M1 --nps 11
exits 2 'no such survey' follow answer M1 --survey x --csat 5
like "$err" 'x: no such survey; there are: service, store' 'no such survey: which there are'
exits 2 'no such question' follow answer M1 --question mood=5
exits 2 'a mark for words' follow answer M1 --question words=5
exits 3 'no such code' follow answer Q1 --csat 5
exits 3 'ahead' follow answer M1 --csat 5 --at 2026-10-02
exits 3 'before the treatment' follow answer --client C1 --treatment T3 --csat 5 --at 2026-01-01
is "$(medi-db export answers -q --no-header -o csv | cut -d, -f8 | grep -c '\*')" 1 'their words are masked'
is "$(follow survey --no-header | cut -f1-3 | head -2 | tr '\t' ' ' | joined)" 'service csat csat,service nps nps' 'what is asked'
# ---- called again, behind its time ----
printf 'store,code,client,plan,step,kind,role,staff,due_at,until_at\nS01,A10,C1,default,again,call,nurse,N1,2026-08-20 10:00,2026-08-20 12:00\nS01,A11,C1,escalation,again,escalation,nurse,N1,2026-08-20 10:00,2026-08-20 11:00\n' |
    medi-db import -q tasks - >/dev/null
early() { MEDI_NOW=$1 follow "${@:2}" -q >/dev/null; }
early 2026-08-20T11:30 record A10 --outcome unreachable --by N1
early 2026-08-20T15:20 record A10 --outcome unreachable --by N1
early 2026-08-20T19:20 record A10 --by N1
early 2026-08-20T11:30 escalate A11 --to D1
early 2026-08-20T11:35 record A11 --by D1
is "$(ask "SELECT CASE WHEN until_at > first_until_at THEN 1 ELSE 0 END, (first_until_at + 28800) % 86400 / 3600 FROM task WHERE code = 'A10'" | tr '|\t' '  ')" '1 12' 'what it was first stays'
is "$(stats --from 2026-08-20 --to 2026-08-21 | cut -d' ' -f1-5)" 'default/again 1 1 0.000000 0.000000' 'done by the later end, and late by the first'
is "$(stats --from 2026-08-20 --to 2026-08-21 --kind escalation | cut -d' ' -f1-5)" 'escalation/again 1 1 0.000000 0.000000' 'so with what another took'
unset MEDI_STORE
exits 0 'the log has it all' medi-audit verify -q
