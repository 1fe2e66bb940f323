#!/bin/bash
# M1, M2: metrics of packs, cut, filtered and compared, every number counted by hand; then those of the example clinic, recounted
# from exported files by tests/kpi/judge.py. Seen to fail: groups found by the first cut alone, filters left out, the window of
# --compare begun a day later, a rollup asked for without its second dimension, a day more of each window, goals of any store taken.
. "$(dirname "$0")/lib.sh"
clinic
printf 'code,name,category\nlj,老带新,referral\n' | medi-db import -q channels - >/dev/null
printf 'code,name,kind\nP2,光子嫩肤,laser\n' | medi-db import -q projects - >/dev/null
printf '%s\n' 'code,store,channel,created_on,gender,birthday,owner' 'C3,S01,lj,2026-01-01,female,1999-07-20,K1' \
    'C4,S02,lj,2026-01-01,male,1960-01-01,' | medi-db import -q clients - >/dev/null
printf '%s\n' 'store,code,client,arrived_at,status,doctor' \
    'S01,V1,C1,2026-06-10 10:00,finished,D1' 'S01,V2,C1,2026-07-01 10:00,finished,D1' 'S01,V3,C2,2026-07-02 10:00,finished,' \
    'S02,V4,C2,2026-07-02 15:00,finished,D1' 'S01,V5,C3,2026-07-19 10:00,finished,D1' 'S01,V6,C3,2026-07-20 10:00,finished,D1' \
    'S02,V7,C4,2026-08-03 10:00,finished,' 'S01,V8,C1,2026-08-04 10:00,finished,D1' | medi-db import -q visits - >/dev/null
printf '%s\n' 'store,code,order,client,consultant,project,quantity,amount,paid_at,kind' \
    'S01,Y1,O1,C1,K1,P1,1,1000,2026-06-10 11:00,payment' 'S01,Y2,O2,C1,K1,P1,2,600,2026-07-01 11:00,payment' \
    'S01,Y3,O2,C1,K1,P2,1,400,2026-07-01 11:05,payment' 'S02,Y4,O4,C2,,P2,1,300,2026-07-02 16:00,payment' \
    'S01,Y5,O5,C3,K1,P1,1,500,2026-07-19 11:00,payment' 'S01,Y6,O5,C3,K1,P1,1,-500,2026-08-20 11:00,refund' |
    medi-db import -q payments - >/dev/null
printf 'store,channel,day,purpose,amount\n*,xhs,2026-07-01,a,900\nS01,lj,2026-07-05,a,100\n' | medi-db import -q spend - >/dev/null
july='--from 2026-07-01 --to 2026-08-01'

# shows WANT ARGUMENTS…: rows without the header, tabs as blanks, rows apart by slashes
shows() {
    local want=$1
    shift
    run medi-kpi show "$@" --no-header
    is "$code $(printf '%s' "$out" | tr '\t\n' ' /')" "0 $want" "show $*"
    run medi-kpi show "$@" --no-header --facts
    is "$code $(printf '%s' "$out" | tr '\t\n' ' /')" "0 $want" "the same from the facts: $*"
}
# shellcheck disable=SC2086
{
    # ---- cuts ----
    shows '5 3' arrivals $july
    shows '2026-W27 3 2/2026-W29 1 1/2026-W30 1 1' arrivals $july --by week
    shows '2026-07-01 1 1/2026-07-02 2 1/2026-07-19 1 1/2026-07-20 1 1' arrivals $july --by day
    shows '2026-Q2 1 1/2026-Q3 7 4' arrivals --by quarter --from 2026-01-01 --to 2027-01-01
    shows '2026 2026-06 1 1/2026 2026-07 5 3/2026 2026-08 2 2' arrivals --per month --by year --from 2026-01-01 --to 2027-01-01
    shows '1 1 1/3 1 1/4 2 1/7 1 1' arrivals $july --by weekday
    shows 'own 2 1/paid 1 1/referral 2 1' arrivals $july --by channel_kind
    shows ' 1 1/D1 4 3' arrivals $july --by doctor
    shows 'new 3 2/old 2 2' arrivals $july --by new
    shows ' 3 2/female 2 1' arrivals $july --by gender
    # 27 on 2026-07-20: of the day of the visit; with --now as of today
    shows ' 1 1/25-29 2 1/60-up 1 1' arrivals --by age --from 2026-07-19 --to 2026-08-05
    shows '1 1' arrivals --where 'age = 60-up' --from 2026-07-19 --to 2026-08-05
    shows 'injection 110000/laser 70000' revenue $july --by project_kind
    shows 'S01 P1 110000/S01 P2 40000/S02 P2 30000' revenue $july --by project,store
    shows 'S01 K1 150000/S02  30000' revenue $july --by consultant,store

    # ---- filters ----
    shows '4 3' arrivals $july --where 'doctor = D1'
    shows '3 2' arrivals $july --where "channel in (wx, 'xhs')"
    shows '2 1' arrivals $july --where 'not channel in (wx, xhs)'
    shows '1 1' arrivals $july --where 'channel = wx and store = S02'
    shows '1 1' arrivals $july --where 'doctor = none'
    shows '2 2' arrivals --where 'month = 2026-08' --from 2026-06-01 --to 2026-09-01
    shows '3 2' arrivals --where 'week <= 2026-W27 and day >= 2026-07-01' --from 2026-06-01 --to 2026-09-01
    shows 'P1 110000' revenue $july --by project --where 'project = P1 or channel = none'
    shows '150000' revenue $july --where 'amount_fen >= 40000'
    shows '70000' revenue $july --where 'kind = payment and project_kind != injection'

    # ---- several metrics, of several facts ----
    # O5 was given back whole, and so is in none of its days' tickets
    shows 'S01 150000 100000 100000 1 1 1.000000 1 1 0.206549 1.000000 1/S02 30000 30000 30000 1 1 0.000000 0 1 0.000000 0.793451 1' \
        revenue ticket ticket_several $july --by store

    # ---- who came back ----
    shows '0.000000 0 1 0.000000 0.793451 1' repurchase --from 2026-08-01 --to 2026-09-01 --where 'channel = wx'
    shows '2026-07 1.000000 1 1 0.206549 1.000000 1/2026-08 0.000000 0 3 0.000000 0.561497 1' repurchase --by month --from 2026-07-01 --to 2026-09-01
    shows '2026-06 1/2026-07 3/2026-08 4' arrivals_year --by month --from 2026-06-01 --to 2026-09-01
    shows '0.333333 1 3 0.061492 0.792340 1' retention_90 $july
    shows '0.333333 1 3 0.061492 0.792340 1' referral --from 2026-06-01 --to 2026-08-01
    shows '2.500000 5 2 1' arrivals_store_month $july

    # ---- what was spent, and who came of it later: C1 bought first on 06-10, C2 on 07-02, C3 on 07-19 ----
    shows '90000 90000 1 1' cac_lagged --days 17 --from 2026-07-01 --to 2026-07-03
    shows 'xhs  90000 0 1' cac_lagged --days 18 --from 2026-07-01 --to 2026-07-02 --by channel --where 'channel = xhs'
    shows '50000 100000 2 1' cac_lagged --days 0 $july
    shows '50000 100000 2 1' cac $july
    shows '100000 100000 1 1' cac_lagged $july
    shows '2026-06-15 0 0 1 1/2026-07-01  90000 0 1/2026-07-02 0 0 1 1/2026-07-05  10000 0 1' cac_lagged --days 17 --by day --from 2026-06-01 --to 2026-08-01
    medi-db config set -q kpi.cac_lag_days 17
    shows '100000 100000 1 1' cac_lagged $july

    # ---- from the first purchase to the second: C1 after 21 days; on 10-01 the 90 days of C3 are not over ----
    shows '0.333333 1 3 0.061492 0.792340 1 0' repurchase_second --days 21 --from 2026-06-01 --to 2026-08-01
    shows '0.000000 0 3 0.000000 0.561497 1 0' repurchase_second --days 20 --from 2026-06-01 --to 2026-08-01
    shows '2026-06 1.000000 1 1 0.206549 1.000000 1 0/2026-07 0.000000 0 2 0.000000 0.657620 1 1' repurchase_second --by month --from 2026-06-01 --to 2026-08-01
    shows 'S01 0.500000 1 2 0.094531 0.905469 1 1/S02 0.000000 0 1 0.000000 0.793451 1 0' repurchase_second --by store --from 2026-06-01 --to 2026-08-01
    shows '0.000000 0 2 0.000000 0.657620 1 1' repurchase_second $july

    # ---- days under observation: C1 from 06-10 (52), C2 from 07-02 (30); in August 83 and 61; C1's 06-10 alone in June (21) ----
    shows '13.353659 3 82 1 2' frequency_exposed $july
    shows '2026-06 17.380952 1 21 1 1/2026-07 13.353659 3 82 1 2/2026-08 7.604167 3 144 1 2' frequency_exposed --by month --from 2026-06-01 --to 2026-09-01
    shows 'S01 14.038462 2 52 1 1/S02 12.166667 1 30 1 1' frequency_exposed $july --by store
    # days that have not come are none: from 07-01 and 07-02 until 10-01
    shows '2027-06 3.945946 2 185 1 2' frequency_exposed --by month --from 2027-06-01 --to 2027-08-01

    # ---- beside another window ----
    shows '5 3 1 4.000000' arrivals $july --compare previous
    shows '2026-07 5 3 0 /2026-08 2 2 1 1.000000' arrivals --by month --from 2026-07-01 --to 2026-09-01 --compare previous
    shows '2 2 5 -0.600000' arrivals --from 2026-08-01 --to 2026-09-01 --compare previous
    shows '4 3 3 0.333333' arrivals --from 2026-07-19 --to 2026-08-06 --compare previous
    shows '5 3 0 ' arrivals $july --compare year
    shows 'S01 4 3 1 3.000000/S02 1 1 0 ' arrivals $july --by store --compare previous

    # ---- beside goals ----
    printf 'store,metric,period,from_on,amount_fen,number,share\nS01,revenue,month,2026-07-01,300000,,\nS01,arrivals,month,2026-07-01,,8,\n*,arrivals,quarter,2026-07-01,,14,\n*,ticket_several,month,2026-07-01,,,500\n' >goals.csv
    exits 0 'goals' medi-db import -q goals goals.csv
    shows 'S01 150000 300000 0.500000 4 3 8 0.500000/S02 30000   1 1  ' revenue arrivals $july --by store --target
    shows '7 4 14 0.500000' arrivals --from 2026-07-01 --to 2026-10-01 --target
    shows '2026-Q3 7 4 14 0.500000' arrivals --by quarter --from 2026-07-01 --to 2026-10-01 --target
    shows '5 3  ' arrivals $july --target
    shows '0.500000 1 2 0.094531 0.905469 1 0.500000 1.000000' ticket_several $july --target
    run medi-kpi show arrivals $july --by channel --target --lang en
    like "$code $err" '^2 medi-kpi: --target: goals are by store and by month, quarter or year; not by channel$' 'a goal of a channel: there is none'

    # ---- order, sums, bars ----
    shows 'P1 110000' revenue $july --by project --top 1
    shows 'S01 4 3/S02 1 1/total 5 3' arrivals $july --by store --total
    run medi-kpi show arrivals --by store --spark month --from 2026-05-01 --to 2026-09-01 --no-header
    is "$(printf '%s' "$out" | tr '\t\n' ' /')" 'S01 6 3 ▂█▂/S02 2 2 ██' '--spark: a bar a month'
    run medi-kpi show revenue $july --by project --bars --no-header
    is "$(printf '%s' "$out" | tr '\t\n' ' /')" 'P1 110000 ████████████████████/P2 70000 ████████████▋' '--bars'
    exits 0 'xlsx' medi-kpi show revenue arrivals $july --by day -o xlsx
}

# ---- clients of the clinic's own channels: C2 (wx), who buys again in another store ----
shows '0.000000 0 1 0.000000 0.793451 1' repurchase_own --from 2026-08-01 --to 2026-09-01
printf 'store,code,order,client,project,quantity,amount,paid_at,kind\nS01,Y7,O7,C2,P1,1,200,2026-08-10 11:00,payment\n' | medi-db import -q payments - >/dev/null
shows '1.000000 1 1 0.206549 1.000000 1' repurchase_own --from 2026-08-01 --to 2026-09-01
shows '0.333333 1 3 0.061492 0.792340 1' repurchase --from 2026-08-01 --to 2026-09-01
shows 'S02 1.000000 1 1 0.206549 1.000000 1' repurchase_own --from 2026-08-01 --to 2026-09-01 --by store
shows '0.500000 1 2 0.094531 0.905469 1 1' repurchase_second --from 2026-07-01 --to 2026-08-01

# ---- bad input ----
refused() { # NAME PATTERN ARGUMENTS…
    local name=$1 pattern=$2
    shift 2
    run medi-kpi show "$@" --lang en
    like "$code" '^[23]$' "$name: refused"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
}
refused 'a metric' '^medi-kpi: revenu: no such metric; did you mean revenue$' revenu
refused 'a metric, far off' '^medi-kpi: xyzzy: no such metric; medi-kpi list has them$' xyzzy
refused 'a dimension' 'medi-kpi: --by: chanle: must be one of .*; did you mean channel$' arrivals --by chanle
refused 'a dimension that it has not' 'arrivals: cannot be cut so: it knows no consultant_none|arrivals: cannot be cut so: it knows no nurse' arrivals --by nurse
refused 'a dimension twice' '--by: store: is there twice' arrivals --by store,store
refused 'a filter' 'chanle: must be one of .*; did you mean channel$' arrivals --where 'chanle = wx'
refused 'a value' 'xh: no such channel; did you mean xhs$' arrivals --where 'channel = xh'
refused 'a word' 'femal: gender has no such value; did you mean female$' arrivals --where 'gender = femal'
refused 'a period' '2026-13: month is written as 2026-' arrivals --where 'month = 2026-13'
refused 'no end' 'a value is missing' arrivals --where 'channel ='
refused 'an order of codes' 'they have no order' arrivals --where 'channel > xhs'
refused 'a sort' '--sort: revenue: is none of the metrics' arrivals --sort revenue
for condition in "channel = 'xhs'; DROP TABLE visit" "1=1) UNION SELECT name FROM client --" "channel = 'xhs' or '1'='1'" \
    "(SELECT count(*) FROM client)" "channel = xhs -- " "channel LIKE 'x%'" "channel = char(120)" "channel || 'x' = 'xhsx'"; do
    refused "injected: $condition" '^medi-kpi: ' arrivals --where "$condition"
done
is "$(ask 'SELECT count(*) FROM visit')" 8 'nothing was dropped'
# shellcheck disable=SC2086
{
    exits 0 'a window without data' medi-kpi show revenue --from 2020-01-01 --to 2020-02-01 --lang en
    like "$err" '^medi-kpi: no records in this window$' 'a window without data: says so'
    is "$(medi-kpi show cac --from 2026-07-01 --to 2026-08-01 --by channel -o jsonl -q | grep xhs)" \
        '{"channel":"xhs","cac_fen":null,"cac_numerator_fen":90000,"cac_denominator":0,"few":true}' 'divided by zero: null'
}

# ---- list, explain ----
run medi-kpi list --lang en --no-header
is "$(printf '%s\n' "$out" | cut -f1 | grep -cE '^(arrivals|cac|conversion|ticket|repurchase|frequency|referral|roi|material|complaints|satisfaction|nps|complications|followups|doctor_revenue|retention_90|new_share|ticket_several|ticket_items|complaints_in_time)$')" 20 'list: what the conventions define'
run medi-kpi list --dimension nurse --lang en --no-header
is "$(printf '%s\n' "$out" | cut -f1 | sort | joined)" 'complications,complications_followed,material,revenue_recognised,satisfaction_response,satisfaction_treated,treatments' 'list --dimension: what can be cut by it'
run medi-kpi explain ticket --lang en
like "$out" 'formula	ticket\.net ÷ ticket\.paying' 'explain: formula'
like "$out" 'edge	orders that were given back whole leave both' 'explain: edges'
like "$out" 'sql	.*payment' 'explain: the statement that reads it'
like "$out" 'version	[0-9a-f]{12}' 'explain: version'
like "$(medi-kpi explain ticket --lang zh)" 'edge	全额退款' 'explain: in Chinese'

# ---- a metric, a measure and a cut of one's own: no C ----
mkdir -p own/metrics own/measures
cp "$top/share/medi/dimensions.yaml" own/
printf '  laser_or_not: {of: project, attribute: department, zh: 科室, says: s}\n' >>own/dimensions.yaml
sed '$a\  big: {sum: amount_fen, where: amount_fen >= 50000 and project_kind = injection, zh: 大额, says: s}' \
    "$top/share/medi/measures/sale.yaml" >own/measures/sale.yaml
printf '%s\n' 'metrics:' '  big:' '    zh: 大额占比' '    says: s' '    means: m' '    unit: share' '    direction: up' \
    '    numerator: sale.big' '    denominator: sale.net' '    edges: [{says: a, zh: b}]' >own/metrics/big.yaml
is "$(MEDI_CONFIG=own medi-kpi show big --from 2026-07-01 --to 2026-08-01 --no-header --by laser_or_not | tr '\t' ' ')" ' 0.611111 110000 180000 0' 'of one'"'"'s own'
printf 'metrics:\n  big: {zh: z, says: s, means: m, unit: share, direction: up, numerator: sale.bigg, denominator: sale.net, edges: [{says: a, zh: b}]}\n' >own/metrics/big.yaml
MEDI_CONFIG=own exits 3 'a wrong one' medi-kpi show big --lang en
like "$err" 'own/metrics/big\.yaml:2: big: numerator: sale\.bigg: no such measure; did you mean big$' 'a wrong one: file, line and the nearest'

# ---- the example clinic, recounted ----
init example
use example
while read -r kind file; do
    medi-db import -q "$kind" --rejects "rejects-$kind" "$top/share/examples/$file" >/dev/null 2>&1
done <"$top/share/examples/ORDER"
mkdir exported
for kind in clients visits appointments payments consultations treatments treatment_items spend channels; do
    medi-db export -q "$kind" -o csv >"exported/$kind.csv"
done
run python3 "$top/tests/kpi/judge.py" exported 2026-07-01 2026-10-01
like "$out" '^[0-9]{4} figures, 0 wrong$' 'the example clinic: figures recounted from its files'
