#!/bin/bash
# medi-stock forecast and backtest: files wide and long, missing periods, sums, reasons; refused input; the sets that others
# made where MEDI_TESTDATA names a directory with forecast/, and a small set of its own that always runs.
. "$(dirname "$0")/lib.sh"
medi-stock() { command medi-stock "$@" --lang en; }
unset MEDI_DB # a filter

# ---- a made set: 30 series of 72 months, trend, season and noise; every fifth intermittent --------------------------
# Park and Miller's random numbers, which every awk reckons exactly
awk 'function even() { s = (s * 48271) % 2147483647; return s / 2147483647 }
     function normal(   i, sum) { for (i = 0; i < 12; i++) sum += even(); return sum - 6 }
     BEGIN { s = 4711; printf "id,n"; for (t = 1; t <= 72; t++) printf ",v%d", t; print ""
       for (i = 1; i <= 30; i++) { printf "I%02d,72", i; level = 80; slope = normal() / 3; season = 20 * even()
         for (t = 0; t < 72; t++) { level += slope + 2 * normal(); v = level + season * sin(t * 0.5235987756) + 5 * normal()
           if (i % 5 == 0) v = even() < 0.3 ? int(1 + 5 * even()) : 0
           printf ",%.2f", v < 0 ? 0 : v } print "" } }' >made.csv
score() { printf '%s\n' "$out" | awk -F, -v m="$1" -v c="$2" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } $1 == m { print $(at[c]) }'; }
below() { ok "$(awk -v a="$1" -v b="$2" 'BEGIN { print (a == "" || a + 0 > b + 0) }')" "$3: $1 is at most $2"; }
exits 0 'a back-test' medi-stock backtest -S made.csv -H 6 -f 12 --origins 3 -m auto -m snaive -m naive -m mean -m zero -o csv
is "$(printf '%s\n' "$out" | head -1)" 'method,series,forecasts,mase,smape,rmsse,bias,sum_error,coverage,pinball' 'its columns'
is "$(score auto series) $(score auto forecasts)" '30 90' 'counts'
below "$(score auto mase)" 0.8 'MASE of auto'
below "$(score auto rmsse)" 0.85 'RMSSE of auto'
for other in snaive naive mean zero; do
    below "$(score auto rmsse)" "$(score $other rmsse)" "RMSSE of auto beside $other"
    below "$(score auto pinball)" "$(score $other pinball)" "pinball loss of auto beside $other"
done
below "$(score auto bias | tr -d -)" 0.1 'bias of auto'
like "$(score auto coverage)" '^0\.(7[2-9]|8)' 'coverage'
cp .out first
exits 0 'again' medi-stock backtest -S made.csv -H 6 -f 12 --origins 3 -m auto -m snaive -m naive -m mean -m zero -o csv
ok "$(cmp -s .out first; echo $?)" 'gives the same'

# ---- forecasts ------------------------------------------------------------------------------------------------------
exits 0 'a forecast' medi-stock forecast --series made.csv --horizon 3 --frequency 12 -o csv
is "$(printf '%s\n' "$out" | head -1)" 'id,step,mean,p10,p50,p90,method' 'its columns'
is "$(printf '%s\n' "$out" | wc -l)" 91 'a row a step'
printf '%s\n' "$out" | awk -F, 'NR > 1 { if (!($4 <= $5 && $5 <= $6 && $4 >= 0 && $3 > 0)) bad++ } END { exit bad > 0 }'
ok $? 'quantiles in order, nothing below nought'
cp .out steps.csv
run sh -c 'medi-stock forecast --series - --horizon 3 -o csv <made.csv'
ok "$(cmp -s .out steps.csv; echo $?)" 'from a pipe the same'
run medi-stock forecast -S made.csv -H 3 --sums -o csv
is "$(printf '%s\n' "$out" | awk -F, '$1 == "I01" && $2 == 3 { printf "%.3f", $3 }')" \
    "$(awk -F, '$1 == "I01" { s += $3 } END { printf "%.3f", s }' steps.csv)" 'the mean of a sum is the sum of the means'
ok "$(printf '%s\n' "$out" | awk -F, 'NR == FNR { if ($1 == "I01") { m += $3; s += $6 } next } $1 == "I01" && $2 == 3 { exit !($6 < s && $6 > m) }' steps.csv -; echo $?)" 'and its p90 is below the sum of theirs'
for method in auto combination theta ets ces ses holt damped hw hw-times snaive naive mean zero croston sba tsb adida; do
    run medi-stock forecast -S made.csv -H 2 -m "$method" -o csv
    is "$code $(printf '%s\n' "$out" | grep -cE '^I[0-9]+,[12],[0-9.]+,[0-9.]+,[0-9.]+,[0-9.]+,[a-z-]+$')" '0 60' "method $method"
done
exits 0 'why' medi-stock forecast -S made.csv --why -o csv
like "$(printf '%s\n' "$out" | sed -n 2p)" '^I01,72,0,1\.0+,[0-9.]+,combination,cross-validated,"theta [0-9.]+, ' 'weights and reason'
like "$(printf '%s\n' "$out" | grep '^I05')" '^I05,72,0,[23]\.[0-9]+,[0-9.]+,combination,intermittent,' 'an intermittent one'

# ---- long files, missing periods --------------------------------------------------------------------------------------
awk -F, 'NR > 1 { for (t = 0; t < $2; t++) printf "%s,%d-%02d,%s\n", $1, 2019 + int(t / 12), t % 12 + 1, $(t + 3) }' made.csv >body
{ echo id,period,value; sort -t, -k3 body; } >long.csv
run medi-stock forecast -S long.csv -H 3 -o csv
ok "$(cmp -s .out steps.csv; echo $?)" 'lines in any order: the same as wide'
{ echo id,period,value; sed 's/,\([0-9-]*\),/,\1-28,/' body; } >days.csv
run medi-stock forecast -S days.csv -H 3 -f 12 -o csv
ok "$(cmp -s .out steps.csv; echo $?)" 'a day stands for its month'
printf 'id,period,value\nA,1,5\nA,2,5\nA,4,5\nA,5,\nA,6,5\nA,7,5\n' >gap.csv
exits 0 'a gap' medi-stock forecast -S gap.csv -H 1 -f 1 --why -o csv
like "$out" '^A,7,2,' 'is missing, and so is an empty value'
exits 0 'a gap is not nought' medi-stock forecast -S gap.csv -H 1 -f 1 -o csv
like "$out" '^A,1,5\.0+,5\.0+,5\.0+,5\.0+,' 'the level stays'
printf 'id,period,value\nA,2020-W52,5\nA,2020-W53,6\nA,2021-W01,7\n' >weeks.csv
run medi-stock forecast -S weeks.csv -H 1 -f 52 --why -o csv
like "$out" '^A,3,0,' 'weeks over the end of a year'
printf 'id,n,v1,v2,v3\nA,3,,,\nB,0,,,\nC,1,4,,\n' >none.csv
exits 0 'nothing known' medi-stock forecast -S none.csv -H 1 -o csv
is "$(printf '%s\n' "$out" | grep -c ',1,,,,,none$')" 2 'nothing is claimed'
like "$out" '^C,1,4\.0' 'one value'

# ---- refused -----------------------------------------------------------------------------------------------------------
refused() { # CODE WORDS NAME COMMAND…
    local want=$1 words=$2 name=$3
    shift 3
    exits "$want" "$name" "$@"
    like "$err" "$words" "$name: why"
    one_line "$name"
    is "$out" '' "$name: nothing is printed"
}
{ head -20 made.csv; echo 'X,3,1,zwei,3'; } >bad.csv
refused 3 '^medi-stock: bad.csv:21: v2: zwei: expected a number' 'a word' medi-stock forecast -S bad.csv
run sh -c 'medi-stock forecast -S - <bad.csv'
is "$code$out" 3 'a word in a pipe'
printf 'id,n,v1,v2\nX,3,1,2\n' >bad.csv
refused 3 'bad.csv:2: n: 3: expected the number of values, up to 2' 'too few values' medi-stock forecast -S bad.csv
printf 'id,n,v1,v2\nX,1,1,2\n' >bad.csv
refused 3 'bad.csv:2: v2: a value behind' 'too many values' medi-stock forecast -S bad.csv
printf 'id,n,v1\nX,1,1e13\n' >bad.csv
refused 3 'v1: 1e13: expected a number up to 1e12' 'too large' medi-stock forecast -S bad.csv
printf 'id,n,v1\nX,1,nan\n' >bad.csv
refused 3 'v1: nan: expected a number' 'no number' medi-stock forecast -S bad.csv
printf 'id,period,value\nX,2024-13,1\n' >bad.csv
refused 3 'bad.csv:2: period: 2024-13: expected' 'no month' medi-stock forecast -S bad.csv
printf 'id,period,value\nX,2024-01,1\nX,5,1\n' >bad.csv
refused 3 'bad.csv:3: period: 5: expected .* all of one kind' 'two kinds' medi-stock forecast -S bad.csv
printf 'id,period,value\nX,3,1\nX,2,1\nX,3,2\n' >bad.csv
refused 3 'bad.csv:4: period: X has a value of this period in line 2' 'twice' medi-stock forecast -S bad.csv
printf 'id,period,value\nX,1,1\nX,900000,1\n' >bad.csv
refused 3 'bad.csv:3: period: X spans 900000 periods' 'a long way' medi-stock forecast -S bad.csv
printf 'a,b\n1,2\n' >bad.csv
refused 3 'bad.csv:1: expected the columns id,n,v1,v2' 'another file' medi-stock forecast -S bad.csv
refused 4 'nowhere.csv: ' 'no file' medi-stock forecast -S nowhere.csv
refused 2 '^medi-stock: --horizon: expected 1 to 400$' 'no horizon' medi-stock forecast -S made.csv -H 0
refused 2 '^medi-stock: --frequency: expected 1 to 366$' 'no frequency' medi-stock forecast -S made.csv -f 0
refused 2 '^medi-stock: --method: arima: no such method' 'another method' medi-stock backtest -S made.csv -m arima
head -3 made.csv >came.csv
refused 3 'against: I03: expected its series' 'not the same series' medi-stock backtest -S made.csv -H 2 --against came.csv

# ---- the sets that others made ---------------------------------------------------------------------------------------
sets=${MEDI_TESTDATA:-}/forecast
if [ -f "$sets/hospital_monthly.csv" ]; then
    exits 0 'M3, monthly' medi-stock backtest -S "$sets/m3_monthly_train.csv" --against "$sets/m3_monthly_test.csv" -H 18 -m auto -o csv
    below "$(score auto mase)" 0.85 'MASE of M3'
    below "$(score auto smape)" 13.7 'sMAPE of M3'
    exits 0 'hospital' medi-stock backtest -S "$sets/hospital_monthly.csv" -H 12 -m auto -o csv
    below "$(score auto mase)" 0.755 'MASE of hospital'
else
    printf 'skip - the sets of others: MEDI_TESTDATA names no directory with forecast/\n'
fi
