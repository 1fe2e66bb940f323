#!/bin/bash
# medi-client fit: the purchase models as a filter and on the deals of a database. What is fitted is made here, from parameters
# that must be found again (tests/buyers.awk); the published figures are checked where MEDI_TESTDATA names a directory with
# clv/CDNOW_sample.txt.
. "$(dirname "$0")/lib.sh"
unset MEDI_DB
medi-client() { command medi-client "$@" --lang en; }
awk -f "$top/tests/buyers.awk" -v clients=3000 -v days=1000 -v seed=3 >bought.txt
field() { printf '%s\n' "$out" | sed -n "s/.*\"$1\":\"\{0,1\}\([^,\"}]*\).*/\1/p"; }
within() { # NAME VALUE TRUTH SHARE
    awk -v got="$2" -v want="$3" -v share="$4" 'BEGIN { d = got - want; exit !((d < 0 ? -d : d) <= share * want) }'
    ok $? "$1: $2 is within $4 of $3"
}

# ---- parameters -------------------------------------------------------------------------------------------------
exits 0 'a file' medi-client fit --transactions bought.txt --unit day --model mbg --gamma-gamma -o json
is "$err" '' 'and nothing is said'
is "$(printf '%s\n' "$out" | wc -l)" 3 'one row'
is "$(printf '%s\n' "$out" | grep -oE '"[a-z_]+":' | tr -d '":' | paste -sd' ')" \
    'model unit until clients repeaters repeats r alpha a b log_likelihood rate leaving edges spenders p q v spend_log_likelihood spend_correlation' 'its keys'
is "$(field model) $(field unit) $(field until) $(field edges)" "mbg day $(cut -d' ' -f2 bought.txt | sort | tail -1) null" 'what was asked'
is "$(field clients)" 3000 'clients'
is "$(field repeaters)" "$(cut -d' ' -f1,2 bought.txt | sort -u | cut -d' ' -f1 | uniq -d | wc -l)" 'repeaters'
is "$(($(field repeats) + 3000))" "$(cut -d' ' -f1,2 bought.txt | sort -u | wc -l)" 'repeats: days but the first of each'
within r "$(field r)" 2 0.2
within alpha "$(field alpha)" 100 0.2
within a "$(field a)" 1 0.2
within b "$(field b)" 3 0.2
within p "$(field p)" 3 0.2
within q "$(field q)" 4 0.2
within v "$(field v)" 300 0.2
whole=$out
[ ! -e "$work/data" ] && [ ! -e "$work/.local" ]
ok $? 'no database was made, nor a directory for one'
exits 0 'a database that is not there' medi-client fit -d nowhere.db -t bought.txt -u day -g -o json
is "$out" "$whole" 'is not looked for'

# ---- the same in other spellings --------------------------------------------------------------------------------
same() { # NAME COMMAND…
    local name=$1
    shift
    out=$("$@" 2>&1)
    is "$out" "$whole" "$name"
}
fit_stdin() { medi-client fit -t - -u day -g -o json; }
same 'standard input' fit_stdin <bought.txt
same 'commas' fit_stdin < <(tr ' ' , <bought.txt)
same 'TABs, CRLF and a header' fit_stdin < <(printf 'client\tdate\tquantity\tamount\r\n'; sed 's/ /\t/g; s/$/\r/' bought.txt)
same 'five columns and plain dates' fit_stdin < <(awk '{ gsub(/-/, "", $2); printf " %s  %05d %s  %d %8s\n", $1, NR, $2, $3, $4 }' bought.txt)
same 'by date' fit_stdin < <(sort -s -k2,2 bought.txt)
tac bought.txt >backwards.txt
exits 0 'a file in no order' medi-client fit -t backwards.txt -u day -g -o json
is "$out" "$whole" 'is sorted'
run bash -c 'cat backwards.txt | medi-client fit -t - -u day --lang en'
is "$code" 3 'a pipe in no order is refused'
like "$err" '^medi-client: <stdin>:[0-9]+: date: before the line above of client B[0-9]+; sort the lines by date, or name a file instead of a pipe$' 'and told why'

# ---- weeks, BG/NBD, the end of the observation ------------------------------------------------------------------
out=$whole
days_alpha=$(field alpha)
exits 0 'weeks are the default' medi-client fit -t bought.txt -o json
within 'alpha in weeks' "$(awk -v w="$(field alpha)" 'BEGIN { print 7 * w }')" "$days_alpha" 0.0001
like "$out" '"edges":null}$' 'no amounts unless asked for'
exits 0 'BG/NBD' medi-client fit -t bought.txt -m bg -o tsv
like "$(printf '%s\n' "$out" | tail -1)" '^bg	week	' 'is another model'
exits 0 'until a day' medi-client fit -t bought.txt --until 2024-06-30 -u day -o json
is "$(field until) $(field repeats)" "2024-06-30 $(awk '$2 <= "2024-06-30" { print $1, $2 }' bought.txt | sort -u | awk '{ d++; c[$1] } END { print d - length(c) }')" 'what comes later is left out'

# ---- what to expect ---------------------------------------------------------------------------------------------
exits 0 'predict' medi-client fit -t bought.txt --until 2024-06-30 -u day -g --predict 400 -o tsv
printf '%s\n' "$out" >outlook.tsv
is "$(head -1 outlook.tsv | tr '\t' ' ')" 'client x t_x t alive expected value_fen expected_fen' 'its columns'
is "$(tail -n +2 outlook.tsv | cut -f1)" "$(cut -d' ' -f1 bought.txt | uniq)" 'a row a client, in the order of the file'
awk '$2 <= "2024-06-30" { print $1, $2 }' bought.txt | sort -u | cut -d' ' -f1 | uniq -c | awk '{ print $2, $1 - 1 }' >counted
is "$(tail -n +2 outlook.tsv | awk '{ print $1, $2 }')" "$(cat counted)" 'x is the days but the first'
awk -F'\t' 'NR > 1 && ($5 < 0 || $5 > 1 || $6 < 0 || $3 > $4 || $7 <= 0 || $8 > $6 * $7 + 1 + $6 || $8 < $6 * $7 - 1 - $6)' outlook.tsv >odd
ok "$([ ! -s odd ]; echo $?)" 'chances from 0 to 1, t_x up to t, value times number'
came=$(awk '$2 > "2024-06-30" && $2 <= "2025-08-04" { print $1, $2 }' bought.txt | sort -u | wc -l)
within 'all that was expected came' "$(awk -F'\t' '{ s += $6 } END { print s }' outlook.tsv)" "$came" 0.1
paid=$(awk '$2 > "2024-06-30" && $2 <= "2025-08-04" { s += $4 } END { printf "%.0f", 100 * s }' bought.txt)
within 'and was paid' "$(awk -F'\t' '{ s += $8 } END { printf "%.0f", s }' outlook.tsv)" "$paid" 0.15
# those who are held for gone: as many of them as P(alive) says bought nothing more
tail -n +2 outlook.tsv | awk -F'\t' '$5 < 0.2 { print $1 }' | sort >gone
awk '$2 > "2024-06-30" { print $1 }' bought.txt | sort -u >came
gone=$(wc -l <gone) back=$(join gone came | wc -l)
ok "$([ "$gone" -gt 100 ] && [ $((back * 5)) -lt "$gone" ]; echo $?)" "of $gone who are held for gone with 80 % fewer than a fifth came again ($back)"
exits 0 'without amounts' medi-client fit -t bought.txt -p 4 -o jsonl
like "$(printf '%s\n' "$out" | head -1)" '^\{"client":"B00001","x":[0-9]+,"t_x":[0-9.]+,"t":[0-9.]+,"alive":0\.[0-9]+,"expected":[0-9.]+\}$' 'no value'

# ---- refused ----------------------------------------------------------------------------------------------------
refused() { # CODE WORDS NAME COMMAND…
    local want=$1 words=$2 name=$3
    shift 3
    exits "$want" "$name" "$@"
    like "$err" "$words" "$name: why"
    is "$out" '' "$name: nothing is printed"
}
{ head -50 bought.txt; echo 'B99 2023-13-01 1 5'; } >bad.txt
refused 3 '^medi-client: bad.txt:51: date: 2023-13-01: expected a day' 'a bad date' medi-client fit -t bad.txt
one_line 'a bad date'
echo 'B1 2023-01-01 1 5.001' >bad.txt
refused 3 '^medi-client: bad.txt:1: amount: 5.001: more than two decimals' 'a tenth of a fen' medi-client fit -t bad.txt
head -99 bought.txt | awk '{ $1 = "C" NR } 1' >few.txt
refused 3 '^medi-client: 99 clients bought something; a fit needs 100 or more$' 'too few clients' medi-client fit -t few.txt
head -500 bought.txt | awk '{ $1 = "C" NR } 1' >once.txt
refused 3 '^medi-client: none of the 500 clients bought on a second day, so there is nothing to fit$' 'nobody came again' medi-client fit -t once.txt
: >empty.txt
refused 3 '^medi-client: 0 clients bought something' 'an empty file' medi-client fit -t empty.txt
refused 4 '^medi-client: nowhere.txt: ' 'no file' medi-client fit -t nowhere.txt
refused 2 '^medi-client: --predict: expected 1 to 100000 days or weeks$' 'a time of nought' medi-client fit -t bought.txt -p 0
refused 2 'mbg' 'another model' medi-client fit -t bought.txt -m pareto
awk '{ $4 = "0" } 1' bought.txt >free.txt
refused 3 '^medi-client: 0 clients paid something on a second day; Gamma-Gamma needs 30 or more$' 'no amounts' medi-client fit -t free.txt -g

# clients who are all alike: parameters without a value, and what is expected all the same
awk 'BEGIN { for (c = 1; c <= 200; c++) for (d = 1; d <= 9; d++) printf "A%d 2025-01-%02d 1 9\n", c, 3 * d }' >alike.txt
exits 0 'all alike' medi-client fit -t alike.txt -u day -o json
is "$(field r)$(field alpha)$(field a)$(field b) $(field edges)" 'nullnullnullnull rate' 'parameters without a value'
like "$out" '"edges":"rate,leaving"' 'and why'
like "$err" '^medi-client: r and alpha have no value' 'which is said'
exits 0 'all alike, ahead' medi-client fit -q -t alike.txt -u day -p 30 -o tsv
within 'one in three days' "$(printf '%s\n' "$out" | awk 'NR == 2 { print $6 }')" 10 0.01
is "$err" '' 'quietly'

# ---- the database's deals ---------------------------------------------------------------------------------------
use clinic
clinic
cut -d' ' -f1 bought.txt | uniq | awk 'BEGIN { print "code,store,channel,created_on" } { print $1 ",S0" 1 + NR % 2 ",xhs,2023-01-01" }' | medi-db import -q clients - >/dev/null
# every third payment in the other store; lines of a day are lines of an order
awk 'BEGIN { OFS = ","; print "store,code,order,client,kind,class,amount,paid_at" }
     { print "S0" 1 + (NR % 3 == 0), "Y" NR, "O" NR, $1, "payment", "sale", $4, $2 " 10:00" }' bought.txt | medi-db import -q payments - >/dev/null
# and what is no deal: gifts, staff, a sale that was given back on its day, a refund later
awk 'NR % 5 == 0 { n++; print "S01,G" n ",G" n "," $1 ",payment,gift,1,2025-08-01 10:00"; print "S01,F" n ",F" n "," $1 ",payment,staff,1,2025-08-02 10:00"
                   print "S01,H" n ",H" n "," $1 ",payment,sale,5,2025-08-03 10:00"; print "S01,I" n ",H" n "," $1 ",refund,sale,-5,2025-08-03 11:00" }
     BEGIN { print "store,code,order,client,kind,class,amount,paid_at" }' bought.txt | medi-db import -q payments - >/dev/null
until=$(printf '%s\n' "$whole" | sed -n 's/.*"until":"\([^"]*\)".*/\1/p')
exits 0 'the database' medi-client fit -u day -g --until "$until" -o json
is "$out" "$whole" 'its deals are the lines of the file'
exits 0 'as of a time' medi-client fit -u day -g --as-of "$until 12:00" -o json
is "$out" "$whole" 'is until that day'
exits 0 'to this day' medi-client fit -u day -o json
is "$(field until)" 2026-10-01 'is the default'
exits 0 'ahead' medi-client fit -u day -g --until 2024-06-30 -p 400 -o tsv
is "$(printf '%s\n' "$out" | md5sum)" "$(md5sum <outlook.tsv)" 'the same as from the file'
exits 0 'one store' medi-client fit -s S02 -u day -o json
is "$(($(field repeats) + $(field clients)))" "$(awk 'NR % 3 == 0 { print $1, $2 }' bought.txt | sort -u | wc -l)" 'has its own deals'
person ana analyst
person nina nurse
exits 0 'an analyst may' as ana medi-client fit -o json
exits 3 'a nurse may not' as nina medi-client fit -o json
exits 0 'but anybody may filter' as nina medi-client fit -t bought.txt -o json

# ---- published --------------------------------------------------------------------------------------------------
# Fader, Hardie, Lee 2005; Batislam et al. 2007; Fader, Hardie 2013: 2,357 clients, 39 weeks
sample=${MEDI_TESTDATA:-}/clv/CDNOW_sample.txt
if [ -f "$sample" ]; then
    rounded() { for name in "$@"; do printf '%.3f ' "$(field "$name")"; done; }
    exits 0 'CDNOW, BG/NBD' medi-client fit -t "$sample" --until 1997-09-30 --unit week --model bg -o json
    is "$(field clients) $(rounded r alpha a b log_likelihood)" '2357 0.243 4.414 0.793 2.426 -9582.429 ' 'as published'
    exits 0 'CDNOW, MBG/NBD' medi-client fit -t "$sample" --until 1997-09-30 --unit week --model mbg --gamma-gamma -o json
    is "$(rounded r alpha a b)" '0.525 6.183 0.891 1.614 ' 'as published'
    is "$(field spenders) $(printf '%.2f %.2f %.2f' "$(field p)" "$(field q)" "$(field v)")" '946 6.25 3.74 15.44' 'Gamma-Gamma as published'
else
    printf 'skip - the published figures of CDNOW: MEDI_TESTDATA names no directory with clv/CDNOW_sample.txt\n'
fi
