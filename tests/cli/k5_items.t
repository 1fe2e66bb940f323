#!/bin/bash
# K5: wherever a verb of medi-stock or medi-visit names an item, a lot or a unit, what a scanner reads off the package stands for it:
# each verb is in the list below, by its code and by the label it says the same, and what is misread or of nobody is refused.
# Broken once, and seen to fail: a `before` taken from the table of a verb (bin/medi-stock.c); name_line (batch.c) left out of
# issue -; take_label (receive_line.c) that lets another last day pass; lots not asked for first in stock_label_thing.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
opened
s() { medi-stock "$@" --lang en; }
printf 'code,name\nU1,甲\n' | import suppliers
printf 'supplier,kind,number,item,valid_from,valid_to\nU1,business-licence,B1,,2020-01-01,\n' | import papers
s item edit I2 --gtin 06901234567892 --category other --registration 国械注准20203140002
s item label I1 06901234567908 --holds 100
s offer set I2 --supplier U1 --lead 7 --pack 10 --price 1
printf 'store,code,client,project,starts_at,ends_at,status\nS01,AP1,C1,P1,2026-10-09 10:00,2026-10-09 10:30,booked\n' | import appointments
i2='(01)06901234567892'
n1='(01)06901234567892(17)280101(10)N1'
s issue I2=1@N1 --reason 领用 >/dev/null

# ---- the list: VERB and words, I2 the item; L the lot with its item ----
cat >verbs <<'EOF'
medi-stock item edit I2 --spec 30G -n
medi-stock item show I2
medi-stock item level I2 --min 1 --target 2 -n
medi-stock item label I2 06901234567922 --holds 1 -n
medi-stock paper add U1 --kind authorisation --number Z --from 2026-01-01 --item I2 -n
medi-stock order add U1 --line I2=5@1.00 --code PO1 -n
medi-stock lot list --item I2
medi-stock balance I2
medi-stock ledger I2
medi-stock ledger N1 --item I2
medi-stock issue I2=1 -n
medi-stock open I1 -n
medi-stock waste I2=1 --reason x -n
medi-stock move I2 N1 --to 柜 -n
medi-stock transfer --to S02 I2=1 -n
medi-stock reserve AP1 I2=1 -n
medi-stock reserved --item I2 --all
medi-stock dose ledger I2
medi-stock dose balance I2
medi-stock disposal --item I2
medi-stock count start I2 -n
medi-stock forecast I2 --history
medi-stock offer set I2 --supplier U1 --lead 7 --pack 10 --price 2 -n
medi-stock offer list --item I2
medi-stock plan I2 --all
medi-stock price history I2
medi-stock price list I2
medi-stock dead I2 --days 0
medi-stock emergency set I2 --quantity 5 -n
medi-stock equipment request --name x --kind y --reason z --staff D1 --code SQ1 --item I2 -n
medi-visit kit add P2 I2 --quantity 1 -n
medi-visit kit drop P1 I2 -n
medi-visit indication add I2 P1 --says x -n
medi-visit indication drop I1 P1 -n
EOF
while IFS= read -r line; do
    label=${line//I2/$i2}
    label=${label//I1/'(01)06901234567908'}
    # shellcheck disable=SC2086
    run env LANG=C ${line%% *} ${line#* } --lang en
    want=$code$out
    # shellcheck disable=SC2086
    run env LANG=C ${label%% *} ${label#* } --lang en
    is "$code$out" "$want" "by its label: $line"
    [ "${want:0:1}" -le 1 ]
    ok $? "by its code: $line"
    misread=${line//I2/(01)06901234567893}
    misread=${misread//I1/(01)06901234567893}
    # shellcheck disable=SC2086
    run ${misread%% *} ${misread#* } --lang en
    like "$code $err" '^3 .*check-digit' "misread: $line"
done <verbs
# a verb with ITEM in its words that is in no list is one that was forgotten; those with a lot beside are in k5_labels.t
for tool in medi-stock medi-visit; do
    $tool --help --lang en | sed -n '/^Verbs:/,/^$/p' | sed -n 's/^  \([a-z][a-z -]*[a-z]\)  .*/\1/p' | while IFS= read -r verb; do
        # shellcheck disable=SC2086
        $tool $verb --help --lang en | sed -n '1,/^Common/p' | grep -vE '^  medi-|EQUIPMENT' | grep -qE '(^|[ =[])ITEM' && printf '%s %s\n' "$tool" "$verb"
    done
done >having
while IFS= read -r verb; do
    case $verb in
    'medi-stock item add' | 'medi-stock order edit' | 'medi-stock receive' | 'medi-stock reject') continue ;;    # a code that is new; below
    'medi-stock lot show' | 'medi-stock quarantine' | 'medi-stock release' | 'medi-stock recall'* | 'medi-stock trace') continue ;; # k5_labels.t
    'medi-stock count enter' | 'medi-visit verify-product' | 'medi-visit treat' | 'medi-visit amend' | 'medi-visit next') continue ;;
    esac
    grep -q "^$verb " verbs
    ok $? "in the list: $verb"
done <having
is "$(grep -c . having | awk '{ print ($1 > 40) }')" 1 'there are so many'

# ---- of a verb that names a lot by one word ----
exits 0 'the ledger of a lot' s ledger "$n1" --no-header
is "$(printf '%s\n' "$out" | cut -f4,5,7,8 | tr '\t\n' '| ')" 'I2|N1|receipt|1000 I2|N1|issue|-1 ' 'the ledger of a lot: of that alone'
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I1,N1,2028-03-01,2026-08-01,5,5\n' | import lots
is "$(s ledger N1 --no-header | cut -f4 | sort -u | tr '\n' ' ')$(s ledger "$n1" --no-header | cut -f4 | sort -u)" 'I1 I2 I2' 'of two with that number the label says which'
exits 3 'another last day' s ledger '(01)06901234567892(17)280102(10)N1'
exits 3 'of another item' s ledger "$n1" --item I1
like "$err" 'I1: the label is of I2' 'of another item: says so'
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I1,06901234567893,2028-03-01,2026-08-01,5,5\n' | import lots
is "$(s ledger 06901234567893 --no-header | cut -f4)" I1 'a lot that looks like a misread code keeps its name'
exits 0 'from stdin' bash -c "printf '%s\\n' '$n1' | medi-stock ledger -"
exits 0 'an item from stdin' bash -c "printf '%s\\n' '$n1' | medi-stock balance -"

# ---- issue - ----
batch() { printf 'code,item,quantity,lot\n%s\n' "$1" | s issue - "${@:2}"; }
run bash -c "printf 'code,item,quantity,lot\nB1,$n1,2,\nB2,$i2,3,\nB3,I2,4,$n1\nB4,I2,1,N1\nB5,$n1,1,\n' | medi-stock issue -"
is "$code $(printf '%s\n' "$out" | tail -1 | tr '\t' ' ')" '0 5 5 0 0 5' 'issued, five lines'
is "$(ask "SELECT m.code, l.code, m.quantity FROM stock_move AS m JOIN lot AS l ON l.store_id = m.store_id AND l.id = m.lot_id WHERE m.code LIKE 'B_' ORDER BY m.code" | tr '\n' ' ')" 'B1|N1|-2 B2|N1|-3 B3|N1|-4 B4|N1|-1 B5|N1|-1 ' 'by lot, item and quantity'
refused() { # NAME PATTERN LINE
    batch "$3" >.out 2>.err
    is "$?" 3 "issue -: $1"
    like "$(cat .err)" "$2" "issue -: $1: says so"
}
refused misread '-:2: .*check-digit' 'C1,(01)06901234567893(10)N1,1,'
refused 'another last day' '-:2: I2 lot N1: the label says that it expires on 2028-01-02' 'C1,(01)06901234567892(17)280102(10)N1,1,'
refused 'of another item' '-:2: I1: the label is of I2' "C1,I1,1,$n1"
refused 'another lot' '-:2: lot N2: the label is of lot N1' "C1,$n1,1,N2"
batch "C1,(01)06901234567893,1,
C2,$i2,1," --rejects rejects >.out 2>.err
is "$?$(tail -1 .out | tr '\t' ' ')" '32 1 0 1 1' 'others go on'

# ---- kept back, ordered, received ----
exits 0 'kept back by a label that says its lot' s reserve AP1 "$n1=2"
exits 3 'but no lot by name' s reserve AP1 I1=1@L1
exits 0 'ordered by what is scanned' s order add U1 --line "$n1=5@1.00" --code PO1
exits 0 'and changed' s order edit PO1 --line "$i2=6@1.00"
exits 0 'by a link' s order edit PO1 --line 'https://id.gs1.org/01/06901234567892?17=280101=7@1.00'
is "$(s order show PO1 --no-header | grep -c .)" 1 'one line of one item'
exits 0 'taken out' s order edit PO1 --drop "$i2" -n
exits 0 'approved' s order approve PO1
exits 0 'received by its label: lot and day are on it' s receive PO1 --line '(01)06901234567892(11)260601(17)290531(10)R1=7'
is "$(ask "SELECT code, quantity FROM lot WHERE code = 'R1'")" 'R1|7' 'received'
s order add U1 --line I2=5@1.00 --code PO2 >/dev/null
s order approve PO2
exits 3 'another day than it says' s receive PO2 --line '(01)06901234567892(17)290531(10)R2=5,made=2026-06-01,expires=2029-06-01'
like "$err" 'expires: 2029-06-01, and the label says 2029-05-31' 'another day than it says: says both'
exits 3 'another lot than it says' s receive PO2 --line '(01)06901234567892(17)290531(10)R2=5@R3,made=2026-06-01'
like "$err" 'lot R3: the label is of lot R2' 'another lot than it says: says both'
exits 0 'a paper of a lot' s paper add U1 --kind import-clearance --number TG1 --from 2026-01-01 --lots "$n1" --item I2
is "$(ask "SELECT lots FROM paper WHERE number = 'TG1'")" N1 'a paper of a lot: which'
# ---- a label is taken away ----
s item label I2 06901234567922 --holds 10
is "$(s item show I2 --no-header | grep '^label' | tr '\t' '|')" 'label|06901234567922||10' 'a label: shown'
exits 3 'that of another item' s item label I1 06901234567922 --drop
like "$err" '06901234567922: no package of I1 has that on it' 'that of another item: says so'
exits 2 'neither' s item label I2 06901234567922
exits 2 'both' s item label I2 06901234567922 --holds 1 --drop
exits 0 'taken away' bash -c "printf '%s\n' '(01)06901234567922(10)X1' | medi-stock item label I2 - --drop"
is "$(ask "SELECT subject, detail FROM log WHERE verb = 'item label' ORDER BY seq DESC LIMIT 1" | tr '\n' ' ')" 'item_label 06901234567922|dropped: I2 ' 'taken away: logged'
exits 3 'scanned: of nobody' s issue '(01)06901234567922=1'
exits 3 'twice' s item label I2 06901234567922 --drop

# ---- a GTIN comes in by its check digit ----
printf 'code,name,kind,unit,gtin\nG1,甲,consumable,支,6901234567915\nG2,乙,consumable,支,06901234567923\nG3,丙,consumable,支,690123\nG4,丁,consumable,支,96385074\n' >gtins.csv
exits 3 'two are wrong' medi-db import items gtins.csv --lang en
like "$err" 'gtins.csv:3: gtin: 06901234567923: its check digit is wrong: behind the other digits stands 2' 'wrong: says the right one, and where'
exits 3 'the others come in' medi-db import items gtins.csv --rejects rejects.csv
is "$(grep -c 'G[23]' rejects.csv)$(ask "SELECT code, gtin FROM item WHERE code LIKE 'G%' ORDER BY code" | tr '\n' ' ')" '2G1|06901234567915 G4|00000096385074 ' 'the others: as fourteen digits'
exits 3 'a label, too' bash -c "printf 'code,item,quantity\n06901234567923,I2,1\n' | medi-db import labels -"
exits 0 'one of another system is none' bash -c "printf 'code,item,quantity\nMA.156.M0.100761.21234561,I2,1\n' | medi-db import labels -"
exits 0 'no finding' medi-db check -q --fail-on error
