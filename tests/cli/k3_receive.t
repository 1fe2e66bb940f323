#!/bin/bash
# K2, K3: orders, their states, receiving by a list of conditions, refusals as records, the cold chain.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/supplied.sh
. "$top/tests/cli/data/supplied.sh"
supplied
cold=(--shipped '2026-10-01 06:00' --temperature logger.csv)
refused() { # NAME CODES [OPTION…]: by exactly these conditions, in one line, nothing written
    local name=$1 codes=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" s receive PO1 "$@"
    is "$(printf '%s\n' "$err" | grep -oE '(moved: |; )[a-z-]+: ' | sed 's/^moved: //' | tr -d ';: ' | tr '\n' ' ')" "$codes " "$name: by these conditions"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}
no() { # NAME PATTERN COMMAND…
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}

# ---- ordering ----
no 'from who is not qualified' 'supplier-papers: U2 is not qualified on that day: I1 drugs: licence to make or trade in drugs \(drug trading licence/drug manufacturing licence/drug registration certificate \(its holder sells\)\): there is none' s order add U2 --line I1=1瓶@780
no 'of nobody' 'U9: no such supplier' s order add U9 --line I1=1瓶@780
no 'an item that is not there' 'I9: no such item' s order add U1 --line I9=1@780
no 'a fraction' 'I1: 1.5瓶: must be a whole number' s order add U1 --line I1=1.5瓶@780
no 'less than nothing' 'I1: -1: must be a whole number' s order add U1 --line I1=-1@780
no 'an unknown unit' 'I1: is not counted in 箱; its units are U, 瓶, 盒' s order add U1 --line I1=1箱@780
exits 2 'no price' s order add U1 --line I1=1瓶
exits 2 'no line' s order add U1
exits 0 'an order' s order add U1 --code PO1 --line I1=1盒@7800.00 --line I2=3@0.33 --due 2026-10-05
is "$out" PO1 'an order: its code'
no 'twice' 'PO1: there already' s order add U1 --code PO1 --line I1=1瓶@780
exits 0 'one line more, one changed' s order edit PO1 --line I3=5@20 --line I2=3@0.50 --note 上午
exits 0 'and out' s order edit PO1 --drop I3
no 'out twice' 'PO1: has no I3' s order edit PO1 --drop I3
is "$(ask "SELECT amount_fen || ' ' || state || ' ' || note FROM purchase WHERE code = 'PO1'")" '780150 draft 上午' 'the sum is that of the lines'
refused 'a draft' order --line "$good" "${cold[@]}"
exits 0 'approved' s order approve PO1
no 'approved twice' 'PO1: is approved already' s order approve PO1
no 'changed after that' 'PO1: is approved already' s order edit PO1 --drop I2
exits 0 'shown' s order show PO1 --no-header
is "$(printf '%s\n' "$out" | cut -f2,5,9 | tr '\t' ' ' | joined)" 'I1 1000 1000,I2 3 3' 'shown: what is open'

# ---- what a delivery must bring ----
exits 0 'it would come in' s receive PO1 -n --line "$good" "${cold[@]}"
refused 'nothing of it' 'lot made expires temperature' --line I1=4瓶
refused 'no record' temperature --line "$good"
refused 'no lot' lot --line I1=4瓶,made=2026-06-01,expires=2029-05-31 "${cold[@]}"
refused 'more than is open' order-quantity --line I1=1001@L1,made=2026-06-01,expires=2029-05-31 "${cold[@]}"
refused 'not ordered' 'order-item' --line I4=1@L1,made=2026-06-01,expires=2029-05-31
refused 'another price' order-price --line "$good,price=780.01" "${cold[@]}"
exits 0 'the price of the order' s receive PO1 -n --line "$good,price=780" "${cold[@]}"
medi-db config set -q stock.price_percent 5 -s S01
exits 0 'five per cent off, where that is allowed' s receive PO1 -n --line "$good,price=819" "${cold[@]}"
refused 'and a fen more' order-price --line "$good,price=819.01" "${cold[@]}"
medi-db config unset -q stock.price_percent -s S01
refused 'another specification' order-spec --line "$good,spec=50U" "${cold[@]}"
refused "another product's number" registration-label --line "$good,registration=国药准字S20200002" "${cold[@]}"
refused 'not enough left of it' life --line I1=4瓶@L1,made=2026-06-01,expires=2026-12-29 "${cold[@]}"
exits 0 'just enough' s receive PO1 -n --line I1=4瓶@L1,made=2026-06-01,expires=2026-12-30 "${cold[@]}"
refused 'expired' dates --line I1=4瓶@L1,made=2025-06-01,expires=2026-09-30 "${cold[@]}"
refused 'made tomorrow' dates --line I1=4瓶@L1,made=2026-10-02,expires=2029-05-31 "${cold[@]}"
licence() { s paper add U1 --kind drug-trade --number A1 --from 2025-01-01 --to "$1"; }
licence 2026-09-30
refused "the supplier's licence ended yesterday" supplier-papers --line "$good" "${cold[@]}"
like "$err" 'A1 ended on 2026-09-30' "the supplier's licence ended yesterday: says so"
licence 2026-10-01
exits 0 'it ends today' s receive PO1 -n --line "$good" "${cold[@]}"
s item edit I1 --registration ''
refused 'no registration number on file' registration --line "$good" "${cold[@]}"
s item edit I1 --registration 国药准字S20200001
elsewhere() { printf 'store,item,code,expires_on,received_on,quantity,cost_fen,state\nS02,I1,L1,2029-05-31,2026-08-01,5,5,%s\n' "$1" | medi-db import -q lots - >/dev/null; }
elsewhere recalled
refused 'a lot that is recalled elsewhere' lot-state --line "$good" "${cold[@]}"
elsewhere ok

# ---- the record ----
exits 0 'judged by itself, without a database' env -u MEDI_DB -u MEDI_STORE TZ=Asia/Shanghai medi-stock temperature check logger.csv --shipped 2026-10-01T06:00:00+08:00 --arrived 2026-10-01T09:00:00+08:00 --lang en
warm() { sed 's/07:30:00,5.0/07:30:00,8.1/' logger.csv; }
warm >warm.csv
refused 'too warm' temperature-limits --line "$good" --shipped '2026-10-01 06:00' --temperature warm.csv
like "$err" 'warm.csv 8\.100 °C at 2026-10-01T07:30:00\+08:00 \(line 21\), and the limit is 8\.000' 'too warm: when, and how warm'
exits 1 'too warm, by itself' s temperature check warm.csv --no-header
is "$(warm | s temperature check - --no-header | grep -c '^temperature-limits')" 1 'from a pipe'
exits 0 'where it may be' s temperature check warm.csv --max 8.1
exits 0 'for so long' s temperature check warm.csv --allow-minutes 10 --ever-max 8.5 --kinetic 8
exits 1 'and no longer' s temperature check warm.csv --allow-minutes 9 --ever-max 8.5
like "$out" '^temperature-time' 'and no longer: says so'
grep -v ' 07:[1-3]' logger.csv >silent.csv
refused 'a logger that was silent' temperature-gap --line "$good" --shipped '2026-10-01 06:00' --temperature silent.csv
like "$err" 'is silent for 35 min after 2026-10-01T07:05:00\+08:00 \(line [0-9]+\), and 5 are allowed' 'a logger that was silent: when and how long'
grep -v ' 0[789]:' logger.csv >short.csv
refused 'a record that ends on the way' temperature-cover --line "$good" --shipped '2026-10-01 06:00' --temperature short.csv
exits 3 'sent off after it arrived' s receive PO1 --line "$good" --shipped '2026-10-01 08:00' --at '2026-10-01 07:00' --temperature logger.csv
exits 3 'it arrives tomorrow' s receive PO1 --line "$good" --at '2026-10-02 08:00'
sed 's/2026-10-01/2026-09-30/' logger.csv >yesterday.csv
refused "yesterday's record" 'temperature-clock temperature-cover' --line "$good" --shipped '2026-10-01 06:00' --temperature yesterday.csv
: >empty.csv
no 'a file that is no record' 'no line names a time and a temperature' s receive PO1 --line "$good" --shipped '2026-10-01 06:00' --temperature empty.csv
printf '时间,温度(℉)\n2026-10-01 06:00,41\n' >f.csv
exits 3 'Fahrenheit' s temperature check f.csv
iconv -f UTF-8 -t GB18030 logger.csv >gb.csv
exits 0 'in GB18030' s temperature check gb.csv

# ---- in, in parts ----
exits 0 'received' s receive PO1 --code R1 --line "$good" "${cold[@]}" --delivery SH1 --staff N1
is "$out" R1 'received: its code'
before=$(everything)
exits 3 'the same once more' s receive PO1 --code R1 --line "$good" "${cold[@]}"
like "$err" 'R1: was received already, and nothing is received twice' 'the same once more: says so'
is "$(everything)" "$before" 'the same once more: nothing doubled'
is "$(medi-db export lots --no-header -o csv | grep '^S01')" 'S01,I1,L1,U1,2026-06-01,2029-05-31,2026-10-01,400,312000,,0,0,,,ok' 'a lot'
is "$(ask "SELECT hash FROM temperature")" "$(sha256sum <logger.csv | cut -d' ' -f1)" 'its record is kept by its hash'
is "$(ask "SELECT detail FROM log WHERE subject = 'receipt S01 R1'")" 'accepted: PO1' 'it is in the log'
exits 0 'the same lot again' s receive PO1 --code R2 --line I1=6瓶@L1,made=2026-06-01,expires=2029-05-31 "${cold[@]}"
is "$(ask "SELECT quantity || ' ' || moved || ' ' || moved_fen FROM lot WHERE store_id = (SELECT id FROM store WHERE code = 'S01')")" '400 600 468000' 'the same lot again: a movement into it'
refused 'that was all of it' order-quantity --line I1=1@L1,made=2026-06-01,expires=2029-05-31 "${cold[@]}"
is "$(ask "SELECT state FROM purchase WHERE code = 'PO1'")" approved 'something is still open'
exits 0 'the rest' s receive PO1 --line I2=3@N1,made=2026-06-01,expires=2029-05-31
like "$err" 'PO1: all of it has come; closed' 'the rest: closes the order'
refused 'a closed order' 'order order-quantity' --line I2=1@N1,made=2026-06-01,expires=2029-05-31
no 'closed is closed' 'PO1: is closed' s order close PO1 --reason x
no 'and is not cancelled' 'PO1: is closed' s order cancel PO1 --reason x

# ---- refusals are records ----
s order add U1 --code PO2 --line I1=5瓶@780 --line I2=10@1 >/dev/null && s order approve PO2
exits 3 'refused, and written down' s receive PO2 --code X1 --reject --line I1=5瓶@L9,expires=2026-10-31
is "$out" X1 'refused: its code'
like "$err" 'refused, and nothing moved: made: .*; life: .*; temperature: ' 'refused: says why'
is "$(ask "SELECT state || ' ' || reasons FROM receipt WHERE code = 'X1'")" 'refused made:I1 life:I1 temperature:I1' 'refused: a record'
is "$(ask "SELECT COUNT(*) FROM lot WHERE code = 'L9'")$(ask "SELECT SUM(received) FROM purchase_line WHERE purchase_id = 2")" 00 'refused: nothing moved'
exits 3 'the same refusal twice' s reject PO2 --code X1 --line I1=5瓶@L9,expires=2026-10-31
exits 2 'nothing is wrong with it' s reject PO2 --line I2=1@N2,made=2026-06-01,expires=2029-05-31
exits 0 'what a person sees' s reject PO2 --code X2 --line I2=1@N2,made=2026-06-01,expires=2029-05-31 --reason 外箱破损
is "$(ask "SELECT reasons || ' ' || note FROM receipt WHERE code = 'X2'")" 'damage 外箱破损' 'what a person sees: is kept'
exits 0 'refusals are listed' s receipt list --state refused --no-header -o csv
is "$(printf '%s\n' "$out" | cut -d, -f2 | joined)" 'X2,X1' 'refusals are listed: the last first'
exits 0 'a receipt' s receipt show R1 --no-header
like "$out" $'temperature\tcold' 'a receipt: with its temperatures'
no 'no such receipt' 'R9: this store has no such receipt' s receipt show R9
no 'some has come: none has' 'PO9: this store has no such order' s order cancel PO9 --reason x
exits 0 'in part' s receive PO2 --line I2=4@N2,made=2026-06-01,expires=2029-05-31
no 'not cancelled any more' 'some of it has come; close it instead: medi-stock order close PO2' s order cancel PO2 --reason x
exits 2 'closed without a reason' s order close PO2
exits 0 'closed' s order close PO2 --reason 缺货
exits 0 'cancelled' s order cancel "$(s order add U1 --line I2=1@1)" --reason x

# ---- above a limit, and what is controlled: two people ----
person boss manager S01
person buyer buyer S01
exits 0 'by a buyer' as buyer medi-stock order add U1 --code PO3 --line I1=2盒@7800
run as buyer medi-stock order approve PO3 --lang en
is "$code" 75 'above the limit'
like "$err" 'stock\.order needs a second person: request 1 .*boss' 'above the limit: says who'
is "$(ask 'SELECT subject FROM request')" 'S01 PO3 U1 15600.00: I1 2000 for 15600.00' 'the consent is to this'
exits 3 'one cannot consent to oneself' as buyer medi-db request approve 1
exits 0 'another can' as boss medi-db request approve 1
exits 0 'approved with it' as buyer medi-stock order approve PO3
toxin=I5=4瓶@L5,made=2026-06-01,expires=2029-05-31
exits 0 'toxin can be ordered only by who is designated' s paper add U1 --kind designation --number D1 --from 2026-01-01 --to 2026-10-01
exits 0 'toxin is ordered' as buyer medi-stock order add U1 --code PO4 --line I5=10瓶@780
exits 0 'and approved' as buyer medi-stock order approve PO4
s paper add U1 --kind designation --number D1 --from 2026-01-01 --to 2026-09-30
exits 3 'no designation any more' s receive PO4 --line "$toxin" "${cold[@]}"
like "$err" 'supplier-papers: I5 controlled drugs: designation .*D1 ended on 2026-09-30' 'no designation any more: says so'
s paper add U1 --kind designation --number D1 --from 2026-01-01 --to 2026-12-31
run as buyer medi-stock receive PO4 --code R9 --line "$toxin" "${cold[@]}" --lang en
is "$code" 75 'controlled'
is "$(ask "SELECT subject FROM request WHERE state = 'pending'")" 'S01 PO4: I5 L5 400 U' 'controlled: these lots and quantities'
is "$(ask "SELECT COUNT(*) FROM receipt WHERE code = 'R9'")" 0 'controlled: nothing came in'
exits 0 'the other consents' as boss medi-db request approve 2
run as buyer medi-stock receive PO4 --code R9 --line I5=3瓶@L5,made=2026-06-01,expires=2029-05-31 "${cold[@]}" --lang en
is "$code" 75 'another quantity is another consent'
exits 0 'received by two' as buyer medi-stock receive PO4 --code R9 --line "$toxin" "${cold[@]}"
is "$(ask "SELECT by_login || ' ' || second_by FROM receipt WHERE code = 'R9'")" 'buyer boss' 'received by two: both stand there'
exits 0 'checked' medi-db check
exits 0 'nobody meddled' medi-audit verify --deep

# ---- out and in again: the same bytes ----
unset MEDI_STORE
kinds='stores staff items suppliers papers levels purchases purchase_lines lots stock_moves receipts receipt_lines temperatures'
for kind in $kinds; do medi-db export -q "$kind" -o csv >"$kind.csv"; done
init again
use again
for kind in $kinds; do
    medi-db import -q "$kind" "$kind.csv" >/dev/null 2>"$kind.err" || cat "$kind.err"
    medi-db export -q "$kind" -o csv | cmp -s - "$kind.csv"
    ok $? "$kind: export, import, export is byte-identical"
done
exits 0 'and breaks no rule' medi-db check
