#!/bin/sh
# Every example of every tool is run, in the order of the tables (--document tsv), in a directory that
# has the files they name. It must exit 0; a verb that only reads must print rows or text, into the file
# behind ">" if there is one. TAP, and "N passed, M failed".
set -u
cd "$(dirname "$0")/.." || exit 2
top=$PWD
bin=$(cd "${BUILD:-build}/bin" && pwd) || exit 2
work=$(mktemp -d "${TMPDIR:-/tmp}/medi-test-XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
unset MEDI_STORE MEDI_CONFIG MEDI_LANG MEDI_ACTOR MEDI_KEY XDG_CONFIG_HOME
export PATH="$bin:$PATH" HOME="$work" LC_ALL=C.UTF-8 TZ=UTC
export MEDI_DB="$work/test.db" MEDI_NOW=2026-09-15T12:00
mkdir "$work/run" && cd "$work/run" || exit 2
passed=0 failed=0

# ---- the clinic -----------------------------------------------------------------------------------------

cat >"$work/stores.csv" <<'CSV'
code,name,zone,latitude,longitude,phone
S01,静安店,Asia/Shanghai,31.229,121.447,021-68888888
S02,浦东店,Asia/Shanghai,31.222,121.544,021-58888888
CSV
cat >"$work/channels.csv" <<'CSV'
code,name,category
dianping,大众点评,paid
friend,老客转介绍,referral
CSV
cat >"$work/staff.csv" <<'CSV'
code,name,role,store
D01,王医生,doctor,S01
Q01,李顾问,consultant,S01
Q02,周顾问,consultant,S01
M09,吴经理,manager,S01
CSV
cat >"$work/projects.csv" <<'CSV'
code,name,kind
P01,光子嫩肤,laser
CSV
cat >clients.csv <<'CSV'
客户编号,姓名,手机号,性别,归属门店,首次来源渠道,建档日期,纬度,经度
C0001,张一,13800138001,女,S01,dianping,2026-07-03,31.233,121.455
C0002,赵二,13800138002,女,S01,friend,2026-08-20,31.210,121.430
C0003,孙三,13800138003,男,S02,大众点评,2026-09-10,31.225,121.550
CSV
printf '%s\n' '限时体验，请先由医师面诊评估' >notice.txt
cat >visits.csv <<'CSV'
门店编码,到院编号,客户编号,到院时间,接诊时间,离院时间,到院目的
S01,V0001,C0001,2026-07-03 10:00,2026-07-03 10:12,2026-07-03 11:30,咨询
S01,V0002,C0002,2026-08-20 14:00,2026-08-20 14:05,2026-08-20 15:00,咨询
S01,V0003,C0001,2026-09-11 09:30,2026-09-11 09:40,2026-09-11 11:00,治疗
CSV
cat >"$work/consultations.csv" <<'CSV'
store,code,client,visit,consultant,project,started_at,outcome
S01,K0001,C0001,V0001,Q01,P01,2026-07-03 10:12,deal
S01,K0002,C0002,V0002,Q01,P01,2026-08-20 14:05,pending
CSV
cat >"$work/payments.csv" <<'CSV'
store,code,order,client,visit,consultant,project,kind,amount,paid_at
S01,M0001,O0001,C0001,V0001,Q01,P01,payment,1280.00,2026-07-03 11:00
CSV

cat >"$work/treatments.csv" <<'CSV'
store,code,client,visit,project,doctor,started_at,ended_at
S01,T80,C0001,V0001,P01,D01,2026-07-03 10:40,2026-07-03 11:10
CSV

cat >"$work/items.csv" <<'CSV'
code,name,kind,unit
I01,注射用A型肉毒毒素,drug,U
I02,冷敷贴,consumable,片
CSV
cat >"$work/contracts.csv" <<'CSV'
store,code,client,at,list_fen,amount_fen
S01,HT90,C0001,2026-09-11 10:00,396000,396000
S01,HT91,C0002,2026-09-11 10:00,198000,198000
CSV
cat >"$work/contract_lines.csv" <<'CSV'
store,contract,line,project,quantity,list_fen,amount_fen
S01,HT90,1,P01,2,396000,396000
S01,HT91,1,P01,1,198000,198000
CSV
cat >"$work/leads.csv" <<'CSV'
code,name,phone,store,channel,project,owner,created_at,stage
L2,钱小姐,13700137002,S01,dianping,P01,Q01,2026-09-12 19:20,booked
L3,林先生,13700137003,S01,dianping,P01,Q01,2026-09-13 10:05,contacted
CSV
cat >"$work/vouchers.csv" <<'CSV'
code,kind,client,project,value_fen,why,issued_on,expires_on
Q2,trial,C0002,P01,0,开放日,2026-09-01,2026-12-31
Q3,cash,,,10000,合作方赠券,2026-09-01,2026-12-31
CSV
cat >"$work/messages.csv" <<'CSV'
store,code,client,plan,step,channel,template,purpose,due_at,until_at,next_at,state,tries,reason
S01,M1,C0001,P01,a,sms,care.visit,care,2026-09-14 10:00,2026-09-20 10:00,2026-09-14 10:00,dead,8,空号
S01,M2,C0002,P01,a,sms,care.visit,care,2026-09-14 10:00,2026-09-14 20:00,2026-09-14 10:00,dead,8,网关故障
S01,M3,C0001,P01,b,sms,care.visit,care,2026-09-15 11:00,2026-09-20 10:00,2026-09-15 11:00,pending,0,
S02,M4,C0003,P01,b,sms,care.visit,care,2026-09-15 11:00,2026-09-20 10:00,2026-09-15 11:00,pending,0,
CSV
printf 'code\ttoken\tstate\n' >answers.tsv
mkdir clinic
printf 'transports:\n  sms: {via: command, command: "cat >/dev/null"}\n' >clinic/transports.yaml
awk 'BEGIN { print "记录时间,温度(℃)"
    for (m = 0; m <= 180; m += 5) printf "2026-09-15 %02d:%02d:00,%.1f\n", 9 + int(m / 60), m % 60, 4 + m % 20 / 10 }' >logger.csv
printf ']d2010690123456789217271231%s\n' '10A2609' >codes.txt
printf '(01)06901234567892\n(17)271231(10)A2609\n' >label.txt
awk 'BEGIN { print "id,period,value"
    for (i = 1; i <= 3; i++) for (t = 0; t < 36; t++) if (t != 17)
        printf "I%02d,%d-%02d,%d\n", i, 2023 + int(t / 12), t % 12 + 1, i == 3 ? (t % 4 == 1) * 6 : 40 * i + t + (t % 12 < 3) * 12 + t * 7 % 5 }' >used.csv
awk -f "$top/tests/buyers.awk" -v clients=300 -v days=900 -v seed=3 >transactions.txt


# Counts; shows why it failed and what it printed.
report() { # NAME STATUS WHY
    if [ "$2" = 0 ]; then
        passed=$((passed + 1))
        printf 'ok %d - %s\n' "$((passed + failed))" "$1"
    else
        failed=$((failed + 1))
        printf 'not ok %d - %s\n' "$((passed + failed))" "$1"
        printf '# %s\n' "$3"
        sed 's/^/# /' "$work/stderr" "$work/stdout" | head -20
    fi
}

# What the examples around the gates need: P90 in visit V0090, which is open.
fill_gates() {
    medi-db duty grant "$(id -un)" doctor || return 1
    medi-db store edit S01 --licence-no PDY90 --licence-to 2028-12-31 --hours '9:00-18:00' || return 1
    printf 'code,name,kind,contract,consent\nP90,肉毒素除皱,injection,0,filler\n' | medi-db import projects - || return 1
    printf 'staff,kind,number,valid_from\nD01,physician,Z90,2015-01-01\n' | medi-db import licences - || return 1
    printf 'code,store,birthday,created_on,class\nC0090,S01,1990-05-01,2026-09-01,client\n' | medi-db import clients - || return 1
    printf 'store,code,client,arrived_at,status\nS01,V0090,C0090,2026-09-15 11:30,arrived\n' | medi-db import visits - || return 1
    printf 'code,series,version,name,valid_from\nF90,filler,1,注射同意书,2026-01-01\n' | medi-db import consent_forms - || return 1
    printf 'code,name,kind,unit,storage,vial_size,open_hours\nI90,注射用A型肉毒毒素,drug,U,cold,100,4\n' | medi-db import items - || return 1
    printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I90,L90,2028-01-01,2026-08-01,300,100000\n' | medi-db import lots - || return 1
    printf 'item,project,says\nI90,P90,眉间纹\n' | medi-db import indications - || return 1
    printf 'project,item,quantity\nP90,I90,20\n' | medi-db import kits - || return 1
    printf 'project,kind,valid_days\nP90,blood-routine,14\n' | medi-db import project_exams - || return 1
}

# A draft for December, which the examples publish.
fill_roster() {
    awk 'BEGIN { printf "staff"
        for (d = 1; d <= 31; d++) printf ",2026-12-%02d", d
        for (i = split("D01 Q01 Q02 M09", who, " "); i > 0; i--) {
            printf "\n%s", who[i]
            for (d = 1; d <= 31; d++) printf ",%s", (d + i) % 7 < 2 ? "off" : (d + i) % 7 == 4 && i != 4 ? "L" : "E" }
        print "" }' >grid.csv
    medi-roster roster import -q -s S01 S01-12 grid.csv
}

fill() {
    medi-db init --test || return 1
    for kind in stores channels staff projects clients visits consultations payments treatments items contracts contract_lines leads vouchers messages; do
        file=$work/$kind.csv
        [ -f "$file" ] || file=$kind.csv
        medi-db import "$kind" "$file" || return 1
    done
    fill_gates && fill_roster && ask_for_seconds
}

# Requests 1 and 2 are another's, 3 is one's own.
ask_for_seconds() {
    medi-db config set duty.reveal_alone 1 && medi-db account add desk && medi-db duty grant desk front-desk || return 1
    for actor in desk desk ''; do
        n=$((${n:-0} + 1))
        MEDI_ACTOR=$actor medi-db export clients --reveal "example $n"
        [ $? = 75 ] || return 1
    done
}
fill >"$work/stdout" 2>"$work/stderr"
status=$?
report 'the clinic of the examples' "$status" 'a database could not be filled'

# ---- the examples ---------------------------------------------------------------------------------------

# A verb of mode read or none has something to print.
example() { # MODE LINE
    sh -c "$2" </dev/null >"$work/stdout" 2>"$work/stderr"
    status=$?
    target=$(printf '%s\n' "$2" | sed -n 's/.*[^0-9]> *\([^ >|&]*\)$/\1/p')
    if [ "$status" != 0 ]; then
        report "$2" 1 "exit $status"
    elif [ "$1" != write ] && [ "$1" != admin ] && [ ! -s "${target:-$work/stdout}" ]; then
        report "$2" 1 "nothing in ${target:-its output}"
    else
        report "$2" 0
    fi
}

tab=$(printf '\t')
for path in "$bin"/medi-*; do
    tool=${path##*/}
    "$path" --document tsv >"$work/tables"
    status=$?
    : >"$work/stdout" && : >"$work/stderr"
    report "$tool --document tsv" "$status" "exit $status"
    awk -F '\t' '$1 == "verb" { mode = $3 }
                 $1 == "example" { print mode "\t" $3 }' "$work/tables" >"$work/examples"
    # a verb that shows no example would never be run here
    awk -F '\t' '$1 == "verb" { verbs[$2] = 0 } $1 == "example" { verbs[$2]++ }
                 END { for (v in verbs) if (!verbs[v]) print v }' "$work/tables" >"$work/stdout"
    [ ! -s "$work/stdout" ]
    report "$tool: every verb has an example" "$?" 'verbs without one:'
    while IFS="$tab" read -r mode line; do
        example "$mode" "$line"
    done <"$work/examples"
done

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
