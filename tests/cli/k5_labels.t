#!/bin/bash
# K5, V4: wherever a lot or a unit is named, its label may be scanned instead, from a word or from stdin; what a label says must be
# what the books say, and a code that is cut short or misread moves nothing.
# Broken once, and seen to fail: without compare_lots (label.c) a label with another last day passes; without lots_of_unit a tag finds
# no lot and a forged lot passes; without stock_label_came a unit that never came is checked.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
opened
s() { medi-stock "$@" --lang en; }
no() { # NAME PATTERN COMMAND…
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}
scanned() { # CODE COMMAND…: the code on stdin
    local code=$1
    shift
    printf '%s\n' "$code" >.code
    "$@" <.code
}
moves() { printf '%s\n' "$out" | tail -n +2 | cut -f2-4 | tr '\t\n' '| '; }
s item edit I1 --gtin 06901234567908
s item label I2 06901234567892 --holds 1
s item label I2 MA.156.M0.100761.21234561 --holds 1
printf 'store,item,code,made_on,expires_on,received_on,quantity,cost_fen\nS01,I2,N1,2026-01-01,2028-01-01,2026-08-01,1000,1000\n' | import lots
gs=$'\x1d'
l1='(01)06901234567908(17)280101(10)L1'
n1='(01)06901234567892(11)260101(17)280101(10)N1'

# ---- from a word ----
run s issue "$l1=100"
is "$code $(moves)" '0 I1|L1|100 ' 'issued by its label: from the lot on it'
run s issue "]C1010690123456789217280101""10N1${gs}21SN5=2"
is "$code $(moves)" '0 I2|N1|2 ' 'as the scanner sends it'
run s issue '(01)06901234567908=50' -n
is "$code $(moves)" '0 I1|L1|50 ' 'a bar code alone: what expires first'
run s issue "I2=1@$n1"
is "$code $(moves)" '0 I2|N1|1 ' 'the lot by its label'
run s issue 'MA.156.M0.100761.21234561.LN1.E280101=3'
is "$code $(moves)" '0 I2|N1|3 ' 'by MA'
run s waste "$n1=1" -r 破损
is "$code $(moves)" '0 I2|N1|1 ' 'wasted'
exits 0 'put elsewhere' s move "$n1" --to 柜2
exits 0 'back, the lot by its label' s move I2 "$n1" --to 柜1
exits 0 'sent away' s transfer --to S02 "$n1=10"
exits 0 'shown' s lot show "$n1" --no-header
is "$(printf '%s\n' "$out" | cut -f1,4 | tr '\t\n' '| ')" 'S01|N1 ' 'shown: in this store'
exits 0 'set apart' s quarantine "$n1" --reason 变色
exits 0 'released' s release "$n1" --reason 检验合格
exits 0 'would be recalled' s recall "$n1" --reason 不良反应 --source 药监局 -n
exits 0 'its list' s recall list "$n1"
run s open I1 --lot "$l1" --no-header
pack=$(printf '%s' "$out" | cut -f1)
exits 0 'drawn from the pack that is open, by what stands on the vial' s use "$l1" 20 --reason 示教
is "$(ask "SELECT used FROM vial WHERE code = '$pack'")" 20 'drawn: from that one'
exits 0 'another' s open "$l1"
no 'of two nobody knows which' "I1 lot L1: $pack and VI20261001-000. are open; name the one" s use "$l1" 1
no 'none of it is open' 'I1 lot L2: no pack of it is open' s use '(01)06901234567908(10)L2' 1
exits 0 'the rest is wasted by its code' s waste --pack "$pack" --reason 余量
run s count start I2
sheet=$out
exits 0 'counted by its label' s count enter "$sheet" "$n1" 980
exits 0 'or its lot' s count enter "$sheet" I2 "$n1" 981
is "$(ask "SELECT counted FROM stocktake_line")" 981 'counted: so many'

# ---- from stdin ----
for what in 'lot show -' 'trace -' 'recall list -' 'quarantine - --reason 待检 -n' 'move - --to 柜3 -n' "move I2 - --to 柜3 -n" "open I1 --lot - -n"; do
    label=$n1
    [[ $what == open* ]] && label='(01)06901234567908(17)280201(10)L2'
    # shellcheck disable=SC2086
    scanned "$label" s $what >.out 2>.err
    is $? 0 "from stdin: $what"
done
exits 3 'nothing on stdin' s trace -
like "$err" 'no code came' 'nothing on stdin: says so'

# ---- what does not hold ----
for what in 'issue LABEL=1' 'issue I2=1@LABEL' 'move LABEL --to 柜9' 'lot show LABEL' 'quarantine LABEL --reason x' 'recall LABEL --reason x --source y' 'trace LABEL' "count enter $sheet LABEL 1" 'use LABEL 1' 'transfer --to S02 LABEL=1'; do
    # shellcheck disable=SC2086
    no "cut short: $what" 'short: \(01\)|character: \(01\)|no-value' s ${what/LABEL/(01)0690123456789}
    # shellcheck disable=SC2086
    no "misread: $what" 'check-digit: \(01\)' s ${what/LABEL/(01)06901234567893(10)N1}
    # shellcheck disable=SC2086
    no "of nobody: $what" 'no item has 06901234567922 on its packages' s ${what/LABEL/(01)06901234567922(10)N1}
    # shellcheck disable=SC2086
    no "another last day: $what" 'I2 lot N1: the label says that it expires on 2028-01-02, the books say 2028-01-01' s ${what/LABEL/(01)06901234567892(17)280102(10)N1}
done
no 'made on another day' 'I2 lot N1: the label says that it was made on 2026-01-02, the books say 2026-01-01' s issue '(01)06901234567892(11)260102(10)N1=1'
no 'a lot that is not there' 'I2: this store has no lot N9 of it' s issue '(01)06901234567892(10)N9=1'
no 'another item' 'I1: the label is of I2' s issue "I1=1@$n1"
no 'another lot' 'lot N2: the label is of lot N1' s issue "$n1=1@N2"
no 'no lot on it' 'I2: the label says no lot; name it' s quarantine '(01)06901234567892' --reason x
no 'no quantity' 'write ITEM=QUANTITY' s issue '(01)06901234567892(10)N1'

# ---- the product before the client ----
exits 0 'checked by its label' visit verify-product V1 -p P1 --lot "${n1}(21)SN6" --code PC6
is "$(ask "SELECT c.unit, l.code FROM product_check AS c JOIN lot AS l ON l.store_id = c.store_id AND l.id = c.lot_id WHERE c.code = 'PC6'")" 'SN6|N1' 'checked: lot and unit'
scanned "${n1}(21)SN7" visit verify-product V1 -p P1 --lot - --code PC7 >/dev/null
is "$(ask "SELECT unit FROM product_check WHERE code = 'PC7'")" SN7 'from stdin'
exits 0 'the unit by its label, the rest by hand' visit verify-product V1 -p P1 --item I2 --lot N1 --unit "${n1}(21)SN8" --confirmed
no 'misread' 'check-digit' visit verify-product V1 -p P1 --lot '(01)06901234567893(10)N1'
no 'a unit misread' 'check-digit' visit verify-product V1 -p P1 --item I2 --lot N1 --unit '(01)06901234567893(21)SN8'
no 'another item' 'I1: the label is of I2' visit verify-product V1 -p P1 --item I1 --lot "$n1"
no 'another day' 'the label says that it expires on' visit verify-product V1 -p P1 --lot '(01)06901234567892(17)280102(10)N1'
exits 0 'a plain serial that looks like a bar code is one' visit verify-product V1 -p P1 --item I2 --lot N1 --unit 10000001 -n
exits 0 'treated with what was scanned' visit treat V1 -p P1 --operator D1 --use "${n1}(21)SN8=1" --use "I1=20@$l1" --until 2026-10-01T09:00:00+08:00
is "$(ask "SELECT u.unit, l.code, u.quantity FROM treatment_item AS u JOIN lot AS l ON l.store_id = u.store_id AND l.id = u.lot_id ORDER BY u.line" | tr '\n' ' ')" 'SN8|N1|1 |L1|20 ' 'treated: lot, unit and quantity'
no 'used twice' 'product-unit' visit treat V1 -p P1 --operator D1 --use "${n1}(21)SN8=1"
no 'a unit that is known in another lot' 'I2: unit SN8 came in lot N1, and the label says lot N2' s trace '(01)06901234567892(10)N2(21)SN8'
is "$(s trace '(01)06901234567892(21)SN8' --no-header | grep -c checked)" 1 'a tag without a lot: its unit leads there'

# ---- units that came by scanning ----
printf 'code,name\nU1,甲\n' | import suppliers
printf 'store,code,supplier,state,at,by_login\nS01,R1,U1,accepted,2026-09-01 09:00,wang\n' | import receipts
printf 'store,item,code,supplier,expires_on,received_on,quantity,cost_fen\nS01,I2,S1,U1,2028-01-01,2026-09-01,2,2\nS01,I2,S2,U1,2028-01-01,2026-09-01,3,3\n' | import lots
printf 'store,receipt,line,item,label,lot,quantity,amount_fen,expires_on\nS01,R1,1,I2,S1,S1,2,2,2028-01-01\nS01,R1,2,I2,S2,S2,3,3,2028-01-01\n' | import receipt_lines
printf 'store,receipt,line,serial\nS01,R1,1,A1\nS01,R1,1,A2\nS01,R1,2,B1\n' | import receipt_units
exits 0 'one that came' visit verify-product V1 -p P1 --item I2 --lot S1 --unit A2
exits 0 'by its tag alone' visit verify-product V1 -p P1 --lot '(01)06901234567892(21)A1'
no 'one that never came' 'I2 lot S1: unit A3 never came; each unit of that lot was scanned' visit verify-product V1 -p P1 --item I2 --lot S1 --unit A3
exits 0 'where not each was scanned nobody knows' visit verify-product V1 -p P1 --item I2 --lot S2 --unit B9
exits 0 'sent to another store' s transfer --to S02 I2=1@S1
no 'no more came by that' 'unit A3 never came' visit verify-product V1 -p P1 --item I2 --lot S1 --unit A3
exits 0 'no finding' medi-db check -q --fail-on error
