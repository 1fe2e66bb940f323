#!/bin/bash
# D4: export writes what import reads: byte-identical there and back; personal columns masked unless revealed.
. "$(dirname "$0")/lib.sh"
init

kinds='stores staff licences channels spend projects prices clients leads appointments visits consultations payments treatments items suppliers lots
    packages package_lines project_exams kits indications consent_forms notices objections plans plan_lines contracts contract_lines prepaids'
is "$(medi-db kinds --no-header | cut -f1 | sort | tr '\n' ' ')" "$(lines $kinds | sort | tr '\n' ' ')" 'every kind is in this test'

put() { # KIND < CSV
    exits 0 "import $1" bash -c "medi-db import -q $1 -  <$1.csv"
}
printf '%s\n' 'code,name,zone,level,departments,licence_no,licence_to,address,latitude,longitude,hours,phone,opened_on,closed_on' \
    'S01,"旗舰,店",Asia/Shanghai,门诊部,美容外科,PDY1,2030-01-31,"1 号' '2 楼",31.230416,-0.5,每天 10:00-20:00,021-68888888,2020-01-01,' \
    'S02,"""引号""",America/New_York,,,,,,,,,,,2029-12-31' >stores.csv
printf '%s\n' 'code,name,role,store,title,phone,hired_on,left_on' 'D1,张医生,doctor,S01,主任,13800138000,2020-01-01,2025-12-31' 'N1," 空格 ",nurse,,,,,' >staff.csv
printf '%s\n' 'staff,kind,number,scope,store,valid_from,valid_to' 'D1,physician,L1,皮肤科,S01,2020-01-01,2030-01-01' 'D1,device,L2,,,,' >licences.csv
printf '%s\n' 'code,name,category' 'dy,抖音,paid' 'at,@SUM(1),own' >channels.csv
printf '%s\n' 'store,channel,day,purpose,amount_fen,note' 'S01,dy,2025-06-01,投放,12345,x' '*,at,2025-06-01,,0,' >spend.csv
printf '%s\n' 'code,name,department,kind,cycle_days,minutes,grade,licence,device_kind,contract,consent,ladder,horizon_days,active' 'P1,玻尿酸,皮肤科,injection,180,30,2,physician,激光,0,F1,L1,90,1' 'P2,光子,,,,,,,,,,,,0' >projects.csv
printf '%s\n' 'project,store,channel,valid_from,valid_to,amount_fen,floor_fen' 'P1,S01,dy,2025-01-01,2025-12-31,128000,100000' 'P1,,,2025-01-01,,99900,' >prices.csv
printf '%s\n' 'code,name,phone,id_number,gender,birthday,store,channel,owner,nurse,created_on,class,address,latitude,longitude,language,allergy,history,note,preference' \
    'C1,张三,13800138000,11010519491231002X,female,1949-12-31,S01,dy,D1,N1,2025-06-01,client,"x, y",-0.5,121,zh,无,h,=1+1,无香' \
    'C2,,,,,,S02,,,,2025-06-01,test,,,,,,,"  blanks	tab  ",' 'C3,𠮷野,+1 212 555 0100,E1234567,male,,S02,at,,,2025-06-01,staff,😀,,,,,,\backslash\n,' >clients.csv
printf '%s\n' 'code,name,phone,store,channel,project,owner,created_at,stage,next_step,next_on,lost_reason,client,note' \
    'L1,赵,13900139000,S01,dy,P1,D1,2025-06-01T10:00:00+08:00,lost,call,2025-06-02,价格,C1,晚上打' 'L2,,,S02,,,,2025-06-01 10:00,,,,,,' >leads.csv
printf '%s\n' 'store,code,client,project,doctor,nurse,room,device,starts_at,ends_at,status,note' \
    'S01,B1,C1,P1,D1,N1,R1,X1,2025-06-01 10:00,2025-06-01 11:00,checked-in,n' 'S02,B1,C2,,,,,,2025-11-02 01:30,2025-11-02 01:30,,' >appointments.csv
printf '%s\n' 'store,code,client,arrived_at,seen_at,left_at,purpose,status,channel,consultant,doctor,note' \
    'S01,V1,C1,2025-06-01 10:00:59,2025-06-01 10:05,2025-06-01 12:00,consult,arrived,at,N1,D1,n' \
    'S02,V1,C2,2025-11-02T01:30:00-05:00,,,,,,,,' 'S02,V2,C2,2025-11-02T01:30:00-04:00,,,,,,,,' >visits.csv
printf '%s\n' 'store,code,client,visit,consultant,doctor,project,started_at,ended_at,need,expectation,concern,budget_fen,outcome,note' \
    'S01,K1,C1,V1,N1,D1,P2,2025-06-01 10:10,2025-06-01 10:40,"瘦, 小",自然,怕疼,500000,deal,n' 'S02,K1,C2,,,,,2025-06-01 10:10,,,,贵,,,' >consultations.csv
printf '%s\n' 'store,code,order,client,visit,consultant,project,kind,class,method,quantity,amount_fen,paid_at,note' \
    'S01,Y1,O1,C1,V1,N1,P1,deposit,sale,微信,2,50000,2025-06-01 11:00,n' 'S01,Y2,O1,C1,,,,refund,gift,,,-1,2025-06-01 11:01,' 'S02,Y1,O1,C2,,,,,,,,0,2025-06-01 11:01,' >payments.csv
printf '%s\n' 'store,code,client,visit,project,doctor,nurse,room,device,started_at,ended_at,status,quantity,recognised_fen,note' \
    'S01,T1,C1,V1,P1,D1,N1,R1,X1,2025-06-01 11:00,2025-06-01 11:30,stopped,3,128000,n' 'S02,T1,C2,,P2,,,,,2025-06-01 11:00,,,,,' >treatments.csv
printf '%s\n' 'code,name,kind,registration_no,unit,pack_unit,pack_size,storage,open_hours,controlled' 'I1,肉毒素,drug,国药准字 S1,U,支,100,cold,24,1' 'I2,棉签,consumable,,支,,,,,' >items.csv
printf '%s\n' 'code,name,contact,phone,licence_no,licence_to' 'U1,华东医药,钱,0571-88888888,X1,2030-01-01' 'U2,b,,,,' >suppliers.csv
printf '%s\n' 'store,item,code,supplier,made_on,expires_on,received_on,quantity,cost_fen,place' 'S01,I1,L1,U1,2025-01-01,2027-01-01,2025-02-01,1000,1234567,冰箱 1' 'S02,I1,L1,,,2027-01-01,2025-02-01,1,0,' >lots.csv
printf '%s\n' 'code,name,price_fen,floor_fen,valid_from,valid_to,months,trial,active' 'G1,"套,餐",298000,240000,2025-06-01,2025-12-31,12,1,1' 'G2,空,0,,2025-06-01,,,,0' >packages.csv
printf '%s\n' 'package,project,quantity,share_fen' 'G1,P1,2,149000' 'G1,P2,1,0' >package_lines.csv
printf '%s\n' 'project,kind,valid_days' 'P1,blood-routine,30' 'P2,ecg,1' >project_exams.csv
printf '%s\n' 'project,item,quantity,optional' 'P1,I1,40,' 'P1,I2,1,1' >kits.csv
printf '%s\n' 'item,project,says' 'I1,P1,"眉间纹, 中重度"' 'I2,P1,x' >indications.csv
printf '%s\n' 'code,series,version,name,valid_from,valid_to,proof' 'F1,toxin,1,同意书,2025-01-01,2025-06-30,柜 1' 'F2,toxin,2,同意书,2025-07-01,,' >consent_forms.csv
printf '%s\n' 'store,code,client,visit,project,kind,at,staff,acknowledged,proof' 'S01,N1,C1,V1,P1,risk,2025-06-01 10:20,D1,1,p' 'S02,N1,C2,,,privacy,2025-06-01 10:20,,,' >notices.csv
printf '%s\n' 'store,code,client,visit,kind,at,staff,resolved,note' 'S01,Q1,C1,V1,price,2025-06-01 10:21,D1,1,"贵, 太贵"' 'S02,Q1,C2,,pain,2025-06-01 10:21,,,' >objections.csv
printf '%s\n' 'store,code,client,visit,doctor,consultant,at,replaces,state,note' 'S01,L1,C1,V1,D1,N1,2025-06-01 10:22,,replaced,先试' 'S01,L2,C1,V1,,,2025-06-01 10:23,L1,,' >plans.csv
printf '%s\n' 'store,plan,line,project,quantity,amount_fen' 'S01,L1,1,P1,3,298000' 'S01,L1,2,P2,,0' >plan_lines.csv
printf '%s\n' 'store,code,client,visit,plan,consultant,at,drafted_by,state,list_fen,amount_fen,reviewed_by,reviewed_at,signed_at,signer,proof,note' \
    'S01,H1,C1,V1,L2,N1,2025-06-01 10:24,wang,signed,300000,298000,D1,2025-06-01 10:25,2025-06-01 10:26,client,柜 1,n' 'S02,H1,C2,,,,2025-06-01 10:24,,,0,0,,,,,,' >contracts.csv
printf '%s\n' 'store,contract,line,project,package,quantity,list_fen,amount_fen,gift' 'S01,H1,1,P1,,2,300000,298000,' 'S01,H1,2,,G1,,0,0,1' >contract_lines.csv
printf '%s\n' 'store,code,client,order,package,project,bought,used,returned,paid_fen,recognised_fen,returned_fen,sold_on,expires_on' 'S01,B1,C1,O9,G1,P1,3,0,0,0,0,0,2025-06-01,2026-06-01' 'S02,B1,C2,O8,,P2,1,,,0,,,2025-06-01,' >prepaids.csv
for kind in $kinds; do put "$kind"; done

# there and back, in each format, in one process a kind
for form in csv tsv jsonl; do
    for kind in $kinds; do medi-db export -q "$kind" --reveal 'move house' -o $form >"$kind.$form"; done
    use "copy_$form"
    init
    for kind in $kinds; do medi-db import -q "$kind" "$kind.$form" >/dev/null 2>>"trouble.$form"; done
    is "$(cat "trouble.$form")" '' "$form: every kind is read"
    for kind in $kinds; do
        medi-db export -q "$kind" --reveal 'move house' -o $form >again
        ok "$(cmp -s "$kind.$form" again; echo $?)" "$form: $kind comes back byte-identical ($(wc -l <again) lines)"
    done
    exits 0 "$form: the copy passes the checks" medi-db check
    use clinic
done
for kind in $kinds; do
    run medi-db import "$kind" "$kind.csv"
    is "$code $(counts | awk '{ print $2 + $3 + $5, $1 == $4 }')" '0 0 1' "$kind: its own export changes nothing"
done

# masked: what is personal does not show, in any format, and cannot come back
for form in csv tsv json jsonl table; do
    run medi-db export clients -o $form --lang en
    is "$code" 0 "masked $form"
    for secret in 张三 13800138000 1949123 'x, y' 无香 212555 𠮷野; do
        case $out in *"$secret"*) ok 1 "masked $form: $secret shows" ;; esac
    done
    like "$err" 'personal columns are masked; --reveal REASON shows them and is logged' "masked $form: says so"
done
like "$(medi-db export clients C1 -o csv --no-header)" '^C1,张\*\*,\+86138\*\*\*\*8000,110\*\*\*\*\*\*\*\*\*\*\*2X,female,1949-12-31,S01,dy,D1,N1,2025-06-01,client,\*\*\*,-0\.500000,121\.000000,zh,\*\*\*,\*\*\*,\*\*\*,\*\*\*$' 'masked: what stands instead'
medi-db export clients -q -o csv >masked.csv
before=$(everything)
exits 3 'masked import' medi-db import clients masked.csv --lang en
like "$err" 'name: masked; export it with --reveal, or leave it empty' 'masked import: says what to do'
is "$(everything)" "$before" 'masked import: nothing written'
medi-db export leads -q -o csv >masked.csv
exits 3 'masked leads' medi-db import leads masked.csv

# a look behind the mask is on record before it is given
logged() { ask "SELECT count(*) FROM log WHERE verb = 'export'"; }
n=$(logged)
person 稽核 manager
exits 0 'reveal' env MEDI_ACTOR=稽核 medi-db export clients C1 --reveal '投诉 17 号' -o csv --no-header
like "$out" '^C1,张三,\+8613800138000,11010519491231002X' 'reveal: shows'
is "$(ask "SELECT actor || tool || subject || detail FROM log WHERE verb = 'export' ORDER BY store_id, seq DESC LIMIT 1")" '稽核medi-dbclients投诉 17 号' 'reveal: is logged, with who and why'
is "$(logged)" $((n + 1)) 'reveal: one entry'
medi-db export clients --reveal 'nobody reads it' >/dev/full 2>/dev/null
is "$(logged)" $((n + 2)) 'reveal: is logged also when the output fails'
exits 2 'reveal without a reason' medi-db export clients --reveal ''
exits 2 'reveal with nothing behind it' medi-db export clients --reveal
exits 0 'reveal of what is not personal' medi-db export visits --reveal 'no need'
is "$(logged)" $((n + 2)) 'reveal: neither is logged'
hold 2 &
sleep 0.5
run medi-db export clients --reveal 'busy now' -o csv --no-header
wait
is "$code $(printf '%s\n' "$out" | wc -l) $(logged)" "0 3 $((n + 3))" 'reveal: waits for its entry'

# codes, stores, nothing
exits 0 'by code' medi-db export visits V2 --no-header
is "$(printf '%s\n' "$out" | cut -f1,2)" "S02	V2" 'by code: that one'
exits 1 'by codes of which one is not there' medi-db export visits V2 nothing --lang en
like "$err" '1 of 2 codes found' 'by codes: says how many'
exits 0 'by store' medi-db export visits -s S01 --no-header
is "$(printf '%s\n' "$out" | wc -l)" 1 'by store: its own'
exits 3 'by a store that is not there' medi-db export visits -s S0 --lang en
like "$err" 'store S0: not in the database; did you mean S0[12]\?' 'by a store that is not there: the nearest'
exits 2 'codes of what has none' medi-db export prices P1 --lang en
like "$err" 'prices have no code; leave the codes out' 'codes of what has none: says so'
exits 2 'an unknown kind' medi-db export visit --lang en
like "$err" 'visit: no such kind; did you mean visits\?' 'an unknown kind: the nearest'
init
exits 0 'nothing' medi-db export visits -o csv
is "$out" 'store,code,client,arrived_at,seen_at,left_at,purpose,status,channel,consultant,doctor,note' 'nothing: a header'
is "$(medi-db export visits -o json | tr -d '\n')" '[]' 'nothing: an empty array'
is "$(medi-db export visits -o jsonl)" '' 'nothing: no line'
