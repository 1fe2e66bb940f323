#!/bin/bash
# What a month's report of the standard procedure costs: N visits of one store, three of four with a treatment, each with
# the records that the procedure asks for, among months before and behind them with as many.
#   tests/bench/sop.sh [BUILD [VISITS-A-MONTH [MONTHS [ROUNDS]]]]
# CPU (user + system) of whole processes, the best of the rounds. Must: 1 s for 2,000 visits.
set -u
build=${1:-build} visits=${2:-2000} months=${3:-12} rounds=${4:-5}
bin=$(cd "$build/bin" && pwd) || exit 2
work=$(mktemp -d "${TMPDIR:-/tmp}/medi-bench-XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
export PATH=$bin:$PATH HOME=$work XDG_DATA_HOME=$work TZ=UTC LC_ALL=C MEDI_DB=$work/bench.db MEDI_NOW=2026-12-31T20:00:00+08:00
unset MEDI_STORE MEDI_CONFIG MEDI_KEY MEDI_ACTOR XDG_CONFIG_HOME

write() { # KIND HEADER: rows come from stdin
    { echo "$2" && cat; } >"$1.csv"
    medi-db import -q "$1" "$1.csv" >/dev/null || exit 1
}

# Every visit has a client of its own three times: 08:00 and on, on the days 1 to 28 of each month.
rows() { # an awk body with: v the visit's number, c its client, day its date, at(minutes) a time of it
    awk -v visits="$visits" -v months="$months" '
    function at(minutes) { return sprintf("%s %02d:%02d", day, 8 + int((start + minutes) / 60), (start + minutes) % 60) }
    function later(days) { return sprintf("2026-%02d-%02d", month + int((d + days - 1) / 28) > 12 ? 12 : month + int((d + days - 1) / 28), (d + days - 1) % 28 + 1) }
    BEGIN {
        for (v = 1; v <= visits * months; v++) {
            month = 13 - months + int((v - 1) / visits); i = (v - 1) % visits; d = 1 + int(i * 28 / visits)
            day = sprintf("2026-%02d-%02d", month, d); start = i % 480; c = 1 + int(v / 3); treated = v % 4 > 0
            nurse = 1 + v % 8; doctor = 1 + v % 6
            '"$1"'
        }
    }'
}

medi-db init -q --test || exit 1
echo 'S01,旗舰店' | write stores code,name
{ for i in 1 2 3 4 5 6; do echo "D$i,医生$i,doctor"; done
  for i in 1 2 3 4 5 6 7 8; do echo "N$i,护士$i,nurse"; done
  for i in 1 2 3 4; do echo "A$i,咨询$i,consultant"; done; } | write staff code,name,role
for i in 1 2 3 4 5 6; do echo "D$i,physician,L$i,2020-01-01,2030-01-01"; done | write licences staff,kind,number,valid_from,valid_to
printf '%s\n' 'P1,玻尿酸,injection,k,' 'P2,光子,laser,,ipl' 'P3,皮肤,skin,k,' | write projects code,name,kind,consent,device_kind
echo 'F1,k,1,同意书,2020-01-01' | write consent_forms code,series,version,name,valid_from
printf '%s\n' 'P1,blood-routine,90' 'P1,coagulation,90' | write project_exams project,kind,valid_days
echo 'I1,玻尿酸,implant,pc,cold' | write items code,name,kind,unit,storage
echo 'S01,I1,L1,2029-01-01,2025-01-01,1000000,100' | write lots store,item,code,expires_on,received_on,quantity,cost_fen
echo 'P1,I1,1' | write kits project,item,quantity
awk -v n=$((visits * months / 3 + 1)) 'BEGIN { for (c = 1; c <= n; c++) printf "C%d,客户,S01,2025-01-01,1990-01-01,female,A%d,N%d\n", c, 1 + c % 4, 1 + c % 8 }' |
    write clients code,name,store,created_on,birthday,gender,owner,nurse
rows 'printf "S01,V%d,C%d,%s,%s,%s,consult,finished,A%d,D%d\n", v, c, at(0), at(5 + v % 15), at(170), 1 + v % 4, doctor' |
    write visits store,code,client,arrived_at,seen_at,left_at,purpose,status,consultant,doctor
rows 'printf "S01,K%d,C%d,V%d,A%d,P%d,%s,deal,瘦脸,自然\n", v, c, v, 1 + v % 4, 1 + v % 3, at(10)' |
    write consultations store,code,client,visit,consultant,project,started_at,outcome,need,expectation
rows 'printf "S01,NR%d,C%d,V%d,P%d,risk,%s,1\nS01,NP%d,C%d,V%d,,price,%s,1\nS01,NX%d,C%d,V%d,,privacy,%s,1\n", v, c, v, 1 + v % 3, at(40), v, c, v, at(45), v, c, v, at(8)' |
    write notices store,code,client,visit,project,kind,at,acknowledged
rows 'printf "S01,PL%d,C%d,V%d,D%d,A%d,%s,agreed\n", v, c, v, doctor, 1 + v % 4, at(50)' |
    write plans store,code,client,visit,doctor,consultant,at,state
rows 'printf "S01,PL%d,1,P%d,1,100000\n", v, 1 + v % 3' | write plan_lines store,plan,line,project,quantity,amount_fen
rows 'printf "S01,H%d,C%d,V%d,%s,signed,100000,100000,%s,%s,p\n", v, c, v, at(55), at(58), at(60)' |
    write contracts store,code,client,visit,at,state,list_fen,amount_fen,reviewed_at,signed_at,proof
rows 'printf "S01,H%d,1,P%d,1,100000,100000\n", v, 1 + v % 3' | write contract_lines store,contract,line,project,quantity,list_fen,amount_fen
rows 'printf "S01,Y%d,H%d,C%d,V%d,P%d,payment,100000,%s\n", v, v, c, v, 1 + v % 3, at(70)' |
    write payments store,code,order,client,visit,project,kind,amount_fen,paid_at
rows 'if (treated) printf "S01,AS%d,C%d,V%d,P%d,D%d,%s,1,fit,无,无\n", v, c, v, 1 + v % 3, doctor, at(80)' |
    write assessments store,code,client,visit,project,staff,at,in_person,verdict,history,allergy
rows 'if (treated) printf "S01,E%d,C%d,V%d,blood-routine,%s,normal,D%d\nS01,F%d,C%d,V%d,coagulation,%s,normal,D%d\n", v, c, v, at(75), doctor, v, c, v, at(75), doctor' |
    write exams store,code,client,visit,kind,taken_at,result,staff
rows 'if (treated && v % 3 != 1) printf "S01,SG%d,C%d,V%d,P%d,F1,%s,client,D%d,p\n", v, c, v, 1 + v % 3, at(85), doctor' |
    write signatures store,code,client,visit,project,form,signed_at,signer,staff,proof
rows 'if (treated && v % 3 == 0) printf "S01,PC%d,C%d,V%d,P1,I1,L1,%s,%s\n", v, c, v, at(90), at(91)' |
    write product_checks store,code,client,visit,project,item,lot,at,confirmed_at
rows 'if (treated) printf "S01,T%d,C%d,V%d,P%d,D%d,N%d,%s,%s,100000\n", v, c, v, 1 + v % 3, doctor, nurse, at(100), at(130)' |
    write treatments store,code,client,visit,project,doctor,nurse,started_at,ended_at,recognised_fen
rows 'if (treated && v % 3 == 0) printf "S01,T%d,1,I1,L1,1,100\n", v' | write treatment_items store,treatment,line,item,lot,quantity,cost_fen
rows 'if (treated) printf "S01,CA%d,C%d,T%d,%s,N%d,护理,%s,p\n", v, c, v, at(140), nurse, later(14)' |
    write cares store,code,client,treatment,at,staff,advice,next_on,proof
rows 'if (treated) printf "S01,TP%d,C%d,follow-up,%s 09:00,N%d,0\nS01,TW%d,C%d,phone,%s 09:00,N%d,0\n", v, c, later(1), nurse, v, c, later(7), nurse' |
    write touches store,code,client,kind,at,staff,inbound
rows 'if (treated && v % 2) printf "S01,EV%d,C%d,T%d,short,client,%s 10:00,5,1\n", v, c, v, later(40)' |
    write evaluations store,code,client,treatment,term,rater,at,score,as_expected
rows 'printf "S01,V%d,reception.greet,%s,A1\n", v, at(2); if (treated) printf "S01,V%d,preparation.verify,%s,N%d\nS01,V%d,care.observe,%s,N%d\n", v, at(95), nurse, v, at(135), nurse' |
    write sop_dones store,visit,action,at,staff

best() { # LABEL COMMAND…: CPU seconds of the best round
    local label=$1 least=999 round seconds
    shift
    for ((round = 0; round < rounds; round++)); do
        seconds=$( (TIMEFORMAT='%U %S'; time "$@" >out 2>err) 2>&1 | awk 'END { print $1 + $2 }')
        [ -s out ] || { cat err; exit 1; }
        least=$(awk -v a="$least" -v b="$seconds" 'BEGIN { print (b < a) ? b : a }')
    done
    printf '%-40s %6.3f s CPU, %s rows\n' "$label" "$least" "$(($(wc -l <out) - 1))"
}
middle=$((13 - (months + 1) / 2))
from=2026-$(printf %02d "$middle")-01 to=2026-$(printf %02d $((middle + 1)))-01
best "a month by stage" medi-visit sop report --from "$from" --to "$to"
best "a month by staff and action" medi-visit sop report --from "$from" --to "$to" --by staff,action
best "a month, the ten worst visits" medi-visit sop report --from "$from" --to "$to" --by visit --worst 10
best "everything ($months months) by month" medi-visit sop report --from 2026-01-01 --to 2027-01-01 --by month
best "one visit" medi-visit sop show "V$((visits * months / 2 + 1))" -s S01
best "one visit, everything" medi-visit show "V$((visits * months / 2 + 1))" -s S01
medi-visit sop report --from "$from" --to "$to" --by stage -o table
