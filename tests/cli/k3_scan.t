#!/bin/bash
# K3, K5: a delivery is read off its packages: which item and how much of it, lot, days and serial numbers, in one symbol or in
# several, counted up; and what labels, lines and books say must be one.
# Broken once, and seen to fail: without is_said (receive_scan.c) a second package whose product was not scanned vanishes into the
# first; without find_twice and judge_units a unit comes twice; without judge_lot_days a lot has two last days.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/supplied.sh
. "$top/tests/cli/data/supplied.sh"
supplied
gs=$'\x1d'
lines() { printf '%s\n' "$@"; }
lots() { ask "SELECT i.code, l.code, l.quantity + l.moved, l.cost_fen + l.moved_fen FROM lot AS l JOIN item AS i ON i.id = l.item_id ORDER BY i.code, l.code" | joined ' '; }
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

# ---- what stands on packages ----
no 'a wrong digit' 'check-digit' s item label I2 06901234567893 --holds 1
no 'no product' 'names no product' s item label I2 '(10)A' --holds 1
no 'of no item' 'I9' s item label I9 06901234567892 --holds 1
no 'in a unit that it has not' 'I2: is not counted in 箱' s item label I2 06901234567892 --holds 1箱
exits 2 'how much' s item label I2 06901234567892
exits 0 'a needle' s item label I2 06901234567892 --holds 1
run bash -c "printf '(01)16901234567899(10)X\n' | medi-stock item label I2 - --holds 100 --lang en"
is "$code" 0 'a box of them, by scanning one'
exits 0 'the same again' s item label I2 16901234567899 --holds 100
exits 0 'the vial by its bar code' s item edit I1 --gtin 06901234567908
no "and that is nobody else's" '06901234567908: is that of I1' s item label I2 06901234567908 --holds 1
no 'nor the other way round' '06901234567892: is that of I2' s item edit I3 --gtin 06901234567892
exits 0 'its box' s item label I1 06901234567915 --holds 1盒
exits 0 'by MA' s item label I3 MA.156.M0.100761.21234561 --holds 10
exits 0 'by HIBC' s item label I4 '+A123BJC5D6E71G' --holds 50
is "$(s item show I2 --no-header | awk -F '\t' '$1 == "label" { print $2, $4 }' | joined)" '06901234567892 1,16901234567899 100' 'shown'
is "$(medi-db export labels --no-header | cut -f1 | sort | tail -1)" 'MA.156.M0.100761.21234561' 'exported'

# ---- an order, and its boxes ----
s order add U1 --code PO1 --line I1=3000@1.00 --line I2=1000@0.50 --line I3=100@2 >/dev/null && s order approve PO1
cold=(--shipped '2026-10-01 06:00' --temperature logger.csv)
a='(01)16901234567899(11)260601(17)290531(10)N1'
lines "$a" "]C10116901234567899112606011729053110N1" "${gs}01169012345678991126060117290531""10N1" >same.txt
exits 0 'three boxes, each read in its own way' s receive PO1 -n --scan same.txt --line I2=300
run bash -c "printf '%s\n' '(01)16901234567899' '(11)260601(17)290531(10)N1' '(01)16901234567899' '(17)290531' '(11)260601(10)N1' | medi-stock receive PO1 --code R1 --scan - --lang en"
is "$code" 0 'split labels, from a pipe'
is "$(lots)" 'I2|N1|200|10000' 'split labels: two boxes of a hundred, at the price of the order'
no 'nothing at all' 'no code is there' s receive PO1 --scan /dev/null
exits 2 'neither lines nor codes' s receive PO1
exits 4 'no such file' s receive PO1 --scan nowhere.txt

# ---- codes that are none ----
bad() { # NAME PATTERN CODE…
    local name=$1 pattern=$2
    shift 2
    lines "$@" >bad.txt
    no "$name" "$pattern" s receive PO1 --reject --scan bad.txt
}
bad 'cut short' '^medi-stock: --scan: bad.txt:2: short: \(01\)' "$a" '(01)169012345678'
bad 'a misread digit' '^medi-stock: --scan: bad.txt:1: check-digit: \(01\)' '(01)16901234567898(10)N1'
bad 'no product before it' '^medi-stock: --scan: bad.txt:1: orphan' '(17)290531(10)N1' "$a"
bad 'two packages, and one product' '^medi-stock: --scan: bad.txt:3: orphan' '(01)16901234567899' '(17)290531(10)N1' '(17)290531(10)N1'
bad 'its second symbol is of another' '^medi-stock: --scan: bad.txt:2: (orphan|pair|repeat)' "$a" '(10)N2'

# ---- what they say, against the books ----
lines '(01)06901234567922(17)290531(10)N1' >unknown.txt
refused 'nobody knows the product' scan-item --scan unknown.txt
like "$err" 'no item has 06901234567922 on its packages \(unknown.txt:1\)' 'nobody knows the product: which, and where'
lines '(00)306141411234567891' >sscc.txt
refused 'a pallet names none' scan-item --scan sscc.txt
lines "$a" '(01)16901234567899(17)290531' >nolot.txt
refused 'a label without a lot' 'lot made' --scan nolot.txt
lines '(01)16901234567899(11)260601(17)290630(10)N1' >other.txt
refused 'the lot is known with another day' lot-dates --scan other.txt
lines "${a/N1/N7}" '(01)16901234567899(11)260601(17)290630(10)N7' >two.txt
refused 'one lot with two last days' lot-dates --scan two.txt
lines '(01)16901234567899(17)290531(10)N2' >nomade.txt
refused 'the label does not say when' made --scan nomade.txt
exits 0 'a line does' s receive PO1 -n --scan nomade.txt --line I2=100,made=2026-06-01
for _ in 1 2 3 4 5 6 7 8 9; do echo "${a/N1/N2}"; done >nine.txt
refused 'more than is open' order-quantity --scan nine.txt

# ---- lines beside them ----
lines "$a" "${a/N1/N2}" >mixed.txt
refused 'another quantity' scan-line --scan mixed.txt --line I2=300
like "$err" 'I2: the line says 300 支, and 200 were scanned' 'another quantity: says both'
refused 'another lot' scan-line --scan same.txt --line I2=300@N9
refused 'another day' scan-line --scan mixed.txt --line I2=200,expires=2029-05-30
refused 'another price than ordered' order-price --scan mixed.txt --line I2=200,price=0.60
exits 0 'the line has the price' s receive PO1 --code R2 --scan mixed.txt --line I2=200,price=0.50,place=柜1 --line I3=10@K1,made=2026-06-01,expires=2029-05-31
is "$(lots)" 'I2|N1|300|15000 I2|N2|100|5000 I3|K1|10|2000' 'the line has the price: of both lots; what was not scanned comes by its line'
exits 0 'by MA' s receive PO1 --code R3 --scan <(lines 'MA.156.M0.100761.21234561.M260601.LK2.E290531') --line I3=10,price=2

# ---- units ----
u() { printf '(01)06901234567915(11)260601(17)290531(10)B1(21)%s\n' "$@"; }
u SN1 SN1 >twice.txt
refused 'one package scanned twice' scan-unit --scan twice.txt "${cold[@]}"
like "$err" 'I1: unit SN1 was scanned twice' 'one package scanned twice: which'
u SN1 SN2 >units.txt
exits 0 'two' s receive PO1 --code R4 --scan units.txt "${cold[@]}"
is "$(lots | tr ' ' '\n' | grep I1)" 'I1|B1|2000|200000' 'two: of ten vials each, by the label of the box'
is "$(s receipt show R4 --no-header | awk -F '\t' '$1 == "unit" { print $2, $3, $10 }' | joined)" 'I1 B1 SN1,I1 B1 SN2' 'two: which'
u SN2 >again.txt
refused 'one of them once more' scan-unit --scan again.txt "${cold[@]}"
like "$err" 'I1: unit SN2 came already, with R4 in S01' 'one of them once more: when it came'
is "$(s trace SN2 --no-header | awk -F '\t' '{ print $4 }' | joined)" 'lot,supplier,paper,paper,paper,paper,received,receipt' 'a unit is traced before anybody used it'
exits 3 'refused, and written down' s receive PO1 --code X1 --reject --scan again.txt "${cold[@]}"
is "$(ask "SELECT reasons FROM receipt WHERE code = 'X1'")" 'scan-unit:I1' 'refused: by its code'
u SN3 >third.txt
exits 0 'refused for what is seen' s reject PO1 --code X2 --scan third.txt "${cold[@]}" --reason 外箱破损
exits 0 'what was refused may come again' s receive PO1 --code R5 --scan third.txt "${cold[@]}"
lines '3074257BF7194E4000001A85' >tag.txt
exits 0 'a tag' s item label I2 3074257BF7194E4000001A85 --holds 1
refused 'a tag says neither lot nor day' 'lot made expires' --scan tag.txt
exits 0 'a line does' s receive PO1 --code R6 --scan tag.txt --line I2=1@N3,made=2026-06-01,expires=2029-05-31
is "$(ask "SELECT serial FROM receipt_unit WHERE receipt_id = (SELECT id FROM receipt WHERE code = 'R6')")" 6789 'and the unit is known'
run s trace 3074257BF7194E4000001A85 --no-header
like "$(printf '%s\n' "$out" | head -1)" $'lot\tN3' 'so its tag leads to the lot'
exits 0 'a logistic unit' s receive PO1 -n --scan <(lines '(00)306141411234567891(02)16901234567899(37)3(11)260601(17)290531(10)N4') --line I2=300
exits 0 'no finding' medi-db check -q
exits 0 'the log holds' medi-audit verify -q
