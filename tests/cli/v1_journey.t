#!/bin/bash
# V1: the way of a visit: arrival, the wait, consultation, doubts, notices, plan and its revisions, close.
. "$(dirname "$0")/lib.sh"
clinic
person desk front-desk '' K1
printf 'project,valid_from,amount_fen\nP1,2026-01-01,100000\n' | medi-db import -q prices - >/dev/null
export MEDI_STORE=S01
v() { medi-visit "$@" --lang en; }
no() { # NAME PATTERN COMMAND…
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}

# ---- arrival and the wait ----
exits 0 'arrival' v arrive C1 --at 2026-10-01T08:30 --purpose consult --channel wx
is "$out" V20261001-0001 'arrival: its code on a line'
exits 0 'a code of your own, as json' v arrive C2 --code VB -o json
is "$(printf '%s' "$out" | tr -d '\n')" '[{"code":"VB"}]' 'a code of your own, as json: a row'
no 'twice' 'this client is here already: visit V20261001-0001' v arrive C1
no 'nobody' 'client C9: there is none' v arrive C9
no 'tomorrow' 'lies ahead of now' v arrive C1 --at 2026-10-02T10:00
exits 2 'no store' env -u MEDI_STORE medi-visit arrive C1
exits 0 'in another store it may be' v arrive C1 -s S02
exits 0 'a dry run' v arrive C2 -s S02 -n
is "$(ask "SELECT COUNT(*) FROM visit WHERE store_id = 2")" 1 'a dry run: writes nothing'
is "$(v list --open -o tsv --no-header | cut -f2,7,9)" $'V20261001-0001\t30\tarrived\nVB\t0\tarrived' 'who waits, and how long'

# ---- consultation ----
exits 0 'consultation' v consult V20261001-0001 --at 2026-10-01T08:42 --consultant K1 --doctor D1 --project P1 --need 去皱 --expectation 自然 --concern 怕疼 --budget 3000
is "$out" C20261001-0001 'consultation: its code'
like "$err" 'visit V20261001-0001: waited 12 min' 'consultation: how long it took'
is "$(ask "SELECT seen_at - arrived_at, status, consultant_id, doctor_id FROM visit WHERE id = 1 AND store_id = 1")" '720|in-progress|3|1' 'the wait is over'
is "$(medi-db export consultations -q -o tsv --no-header --reveal test | cut -f5,6,10,11,12,13)" $'K1\tD1\t去皱\t自然\t怕疼\t300000' 'what was said'
is "$(medi-db export consultations -q -o tsv --no-header | cut -f10,11,12)" $'***\t***\t***' 'and is masked'
is "$(holding 怕疼)" '' 'and sealed'
no 'before they came' 'the client came at 2026-10-01T08:30:00\+08:00, after that' v consult V20261001-0001 --at 2026-10-01T08:00
no 'no such visit' 'visit V9: this store has none' v consult V9
no 'no such doctor' 'doctor' v consult V20261001-0001 --doctor X9
exits 0 'another one' v consult V20261001-0001 --at 2026-10-01T08:50
is "$(ask "SELECT seen_at - arrived_at FROM visit WHERE id = 1 AND store_id = 1")" 720 'another one: the wait stays'
is "$err" '' 'another one: and is not told again'
exits 0 'its end' v consult --edit C20261001-0001 --outcome deal --until 2026-10-01T09:00 --concern 怕疼，怕肿
is "$(medi-db export consultations C20261001-0001 -q -o tsv --no-header --reveal test | cut -f9,12,14)" $'2026-10-01T09:00:00+08:00\t怕疼，怕肿\tdeal' 'its end: changed'
no 'ends before it begins' 'comes before started_at' v consult --edit C20261001-0001 --until 2026-10-01T08:00
exits 2 'no visit' v consult
exits 0 'without the key' v consult VB --key none --budget 100
exits 2 'needs and no key' v consult VB --key none --need x

# ---- doubts, notices ----
exits 0 'a doubt' v objection V20261001-0001 --kind price --note 太贵 --staff K1
is "$(medi-db export objections -q -o tsv --no-header --reveal test | cut -f2,3,5,7-9)" $'Q20261001-0001\tC1\tprice\tK1\t0\t太贵' 'a doubt: kept'
like "$out" $'^Q20261001-0001\tprice-[a-z-]+\t.+\t.+' 'a doubt: and the standard answer'
exits 0 'what the words tell' v objection V20261001-0001 --note '会不会很疼，我怕疼' -o jsonl
like "$out" '"code":"Q20261001-0002","entry":"[a-z-]+","doubt":".+","answer":".+"' 'what the words tell: its answer'
is "$(ask "SELECT kind FROM objection WHERE code = 'Q20261001-0002'")" pain 'what the words tell: is the kind'
no 'a kind that is none' 'did you mean price' v objection V20261001-0001 --kind pric
exits 2 'a doubt of no kind' v objection V20261001-0001
exits 2 'words of none' v objection V20261001-0001 --note 呃
exits 0 'a notice' v notice V20261001-0001 --kind risk --project P1 --acknowledged --proof 柜1
is "$(medi-db export notices -q -o tsv --no-header | cut -f2,5,6,9,10)" $'N20261001-0001\tP1\trisk\t1\t柜1' 'a notice: kept'

# ---- plans ----
exits 0 'a plan' v plan V20261001-0001 --line 'P1*2' --note 先保守
is "$out" PL20261001-0001 'a plan: its code'
no 'another one beside it' 'plan PL20261001-0001 of this client waits for a word; revise it' v plan V20261001-0001 --line P1
exits 0 'a revision' v plan V20261001-0001 --line P1=900 --replaces PL20261001-0001
is "$(ask "SELECT state, replaces FROM plan ORDER BY id" | joined ' ')" 'replaced| proposed|PL20261001-0001' 'a revision: both stay'
is "$(medi-db export plan_lines -q -o tsv --no-header | cut -f2-6)" $'PL20261001-0001\t1\tP1\t2\t200000\nPL20261001-0002\t1\tP1\t1\t90000' 'with their lines'
no 'a revision of the old one' 'PL20261001-0001 is replaced' v plan V20261001-0001 --line P1 --replaces PL20261001-0001
no "another's plan" "is another client's" v plan VB --line P1 --replaces PL20261001-0002
exits 0 'agreed' v plan --agree PL20261001-0002
no 'agreed twice' 'is agreed already' v plan --decline PL20261001-0002
no 'no such project' 'P9: no such project' v plan V20261001-0001 --line P9 --replaces PL20261001-0002
exits 2 'nothing planned' v plan V20261001-0001

# ---- close ----
treatments() { # STATUS
    printf 'store,code,client,visit,project,started_at,ended_at,status,recognised_fen\nS01,T1,C1,V20261001-0001,P1,2026-10-01 08:55,,%s,0\nS01,T2,C1,V20261001-0001,P1,2026-10-01 08:55,2026-10-01 09:00,completed,0\n' "$1" | medi-db import -q treatments - >/dev/null
}
treatments in-progress
before=$(everything)
exits 3 'a treatment goes on' v close V20261001-0001
like "$err" 'visit V20261001-0001: treatments are not ended: T1 \(in-progress\); end them' 'a treatment goes on: names it'
is "$(everything)" "$before" 'a treatment goes on: nothing written'
treatments completed
exits 0 'close' v close V20261001-0001
is "$(ask "SELECT status, left_at FROM visit WHERE id = 1 AND store_id = 1")" 'finished|1790816400' 'closed'
no 'closed twice' 'is finished; nothing happens in it any more' v close V20261001-0001
no 'nothing more' 'is finished' v consult V20261001-0001
exits 0 'they may come again' v arrive C1
is "$(v show V20261001-0001 --no-header | cut -f2 | sort | uniq -c | awk '{ print $2 $1 }' | joined ' ')" 'arrive1 client1 close1 concern1 consult2 expectation1 need1 notice1 objection2 objection-note2 plan2 plan-line2 plan-note1 seen1 treat2 treat-end1' 'the way of the visit'
no 'of a visit that is not there' 'visit V9: this store has none' v show V9
exits 0 'nobody waits in the past' v list --from-day 2026-09-01 --to-day 2026-09-30 --exit-code
exits 1 'the day has visits' v list --exit-code
is "$(ask "SELECT COUNT(*) FROM log WHERE tool = 'medi-visit' AND verb = 'plan' AND subject = 'plan S01 PL20261001-0002' AND detail = 'P1*1=900.00'")" 1 'lines are in the log'
exits 0 'the desk receives' as desk medi-visit arrive C2 -s S02
no 'but does not plan' 'desk may not medi-visit plan' as desk medi-visit plan VB --line P1 --lang en
exits 0 'check' medi-db check
