#!/bin/bash
# C1: client files: opened, changed, found again in any spelling; the same person twice; two files joined, with all that
# belongs to them.
. "$(dirname "$0")/lib.sh"
clinic
mc() { medi-client "$@"; }

# ---- add, edit ---------------------------------------------------------------------------------------------------
exits 0 'add' mc add -s S01 --name 孙三 --phone '138 0013-8003' --id-number 11010519491231002X --gender female \
    --birthday 1990-02-28 --channel xhs --owner K1 --nurse N1 --address 静安区 --latitude 31.230416 --longitude 121.473701 \
    --allergy 青霉素 --history 无 --preference 靠窗 --language zh --note 首访 --email San.Sun@Example.com --wechat wx_sun
code3=$out
is "$code3" K20261001-0001 'add: says the code that it made'
is "$(medi-db export clients "$code3" -q -o csv --no-header --reveal test)" \
    "$code3,孙三,+8613800138003,11010519491231002X,female,1990-02-28,S01,xhs,K1,N1,2026-10-01,client,静安区,31.230000,121.474000,zh,青霉素,无,首访,靠窗,San.Sun@example.com,wx_sun" 'add: everything is there'
exits 0 'add with a code' mc add -s S02 --code C9 --name 李四 --phone 13800138009 --home S01
is "$(medi-db export clients C9 -q -o csv --no-header | cut -d, -f7)" S01 'add: the home store may be another'
exits 2 'add without a store' mc add --name 某人 --lang en
exits 3 'add of a phone that is none' mc add -s S01 --phone 12 --lang en
like "$err" '^medi-client: .*phone' 'add of a phone that is none: says so'
one_line 'add of a phone that is none'
exits 3 'add of an address that is none' mc add -s S01 --email 'a@b.c, d@e.f' --lang en
like "$err" 'not an e-mail address' 'add of an address that is none: says so'
exits 3 'add of a staff member who is not there' mc add -s S01 --owner K9 --lang en
exits 3 'add of a code that is there' mc add -s S01 --code C1 --lang en
n=$(ask 'SELECT COUNT(*) FROM client')
exits 0 'add, dry' mc add -s S01 --name 某人 -n
is "$(ask 'SELECT COUNT(*) FROM client')" "$n" 'add, dry: nothing written'
exits 0 'edit' mc edit "$code3" --allergy '青霉素、头孢' --owner '' --birthday 1990-02-27
is "$(medi-db export clients "$code3" -q -o csv --no-header --reveal test | cut -d, -f6,9,17)" '1990-02-27,,青霉素、头孢' 'edit: what was given changed'
exits 0 'edit of nothing' mc edit "$code3" --birthday 1990-02-27 --lang en
like "$err" 'nothing to change' 'edit of nothing: says so'
exits 2 'the channel of first touch is fixed' mc edit "$code3" --channel wx --lang en
exits 3 'edit of nobody' mc edit C99 --note x --lang en
like "$err" '^medi-client: client C99: not in the database$' 'edit of nobody: says so'
log=$(ask "SELECT detail || ' ' || subject || ' ' || COALESCE(changes, '') FROM log WHERE tool = 'medi-client'")
for secret in 孙三 13800138003 静安区 青霉素 11010519491231002X; do
    case "$log" in *"$secret"*) ok 1 "the log holds $secret" ;; *) ok 0 "the log does not hold $secret" ;; esac
done
run mc add -v -s S01 --name 周五 --phone 13800138055
case "$err" in *周五* | *13800138055*) ok 1 '-v tells who it is' ;; *) ok 0 '-v does not tell who it is' ;; esac

# ---- the same person twice ------------------------------------------------------------------------------------------
for phone in 13800138003 '+86 138-0013-8003' 008613800138003; do
    exits 3 "the same phone as $phone" mc add -s S01 --name 别人 --phone "$phone" --lang en
    is "$err" "medi-client: phone: that of $code3, who is here already; see: medi-client show $code3; if it is another person, --anyway REASON" "the same phone as $phone: names who is here"
done
exits 3 'the same id number' mc add -s S01 --id-number 11010519491231002x --lang en
like "$err" "^medi-client: id_number: that of $code3" 'the same id number: names who is here'
exits 3 'an edit to the phone of another' mc edit C1 --phone 13800138003 --lang en
exits 0 'an edit to their own phone' mc edit "$code3" --phone 13800138003
exits 0 'the same phone anyway' mc add -s S01 --code C10 --name 孙母 --phone 13800138003 --anyway '母女共用'
is "$(mc duplicates -q --no-header | cut -f1-3)" "$(printf '%s\t%s\t%s' K20261001-0001 C10 phone)" 'duplicates: the pair, older file first'
exits 1 'duplicates --exit-code' mc duplicates --exit-code
is "$(mc find -q 138-0013-8003 --no-header | cut -f1-3)" "$(printf 'C10\t孙**\t+86138****8003\n%s\t孙**\t+86138****8003' "$code3")" 'find by phone: both, masked'
is "$(mc find -q 11010519491231002X --no-header | cut -f1)" "$code3" 'find by id number'
is "$(mc find -q C1 --no-header | cut -f1)" C1 'find by code'
is "$(mc find -q --name 三 --no-header | cut -f1)" "$code3" 'find by a part of the name'
is "$(mc find -q 13800138111 --no-header)" '' 'find nobody'
exits 2 'find nothing in particular' mc find --lang en
exits 2 'find by name without the key' mc find --name 三 --key none --lang en
is "$(mc find -q C1 --key none --no-header | cut -f1-3)" "$(printf 'C1\t\t')" 'find without the key: nothing personal'

# ---- merge ------------------------------------------------------------------------------------------------------------
cat >visits.csv <<'CSV'
store,code,client,arrived_at,purpose,status
S01,V1,C1,2026-03-01 10:00,consult,finished
S02,V2,C2,2026-02-01 10:00,consult,finished
CSV
medi-db import -q visits visits.csv >/dev/null
printf 'store,code,order,client,kind,amount,paid_at\nS02,M1,O1,C2,payment,88.00,2026-02-01 11:00\n' | medi-db import -q payments - >/dev/null
mc touch C2 -s S02 --kind wechat --note '想做除皱' -q >/dev/null
mc touch C1 -s S01 --kind phone --note '问价格' -q >/dev/null
mc edit C1 --allergy 花粉 -q && mc edit C2 --allergy 海鲜 --birthday 1985-05-05 -q
mc album add -q -s S02 C2 --code B1 --before nas/1.jpg >/dev/null
mc voucher issue -q --code Q1 --kind cash --value 100 --client C2 --why 生日 >/dev/null
exits 0 'merge, dry' mc merge C1 C2 -n
is "$(ask "SELECT COUNT(*) FROM client WHERE merged_into IS NOT NULL")" 0 'merge, dry: nothing done'
exits 2 'merge without the key' mc merge C1 C2 --key none --lang en
is "$(ask "SELECT COUNT(*) FROM client WHERE merged_into IS NOT NULL")" 0 'merge without the key: nothing done'
exits 0 'merge' mc merge C1 C2
one=$(ask "SELECT id FROM client WHERE code = 'C1'") two=$(ask "SELECT id FROM client WHERE code = 'C2'")
for table in visit payment touch album voucher; do
    is "$(ask "SELECT COUNT(*) FROM $table WHERE client_id = $two")" 0 "merge: no row of $table is left behind"
done
is "$(ask "SELECT merged_into FROM client WHERE id = $two")" "$one" 'merge: the other file says where it went'
shown() { mc show C1 --part file -q --no-header | awk -F'\t' -v f="$1" '$4 == f { print $10 }'; }
is "$(shown first_visit) $(shown visits) $(shown created_on) $(shown birthday)" '2026-02-01 2 2026-01-01 1985-05-05' 'merge: the first visit is the earlier one'
is "$(medi-db export clients C1 -q -o csv --no-header --reveal test | cut -d, -f17)" '花粉；海鲜' 'merge: both allergies'
is "$(medi-db export touches -q -o csv --no-header --reveal test | sed 's/.*,//' | sort)" "$(printf '想做除皱\n问价格' | sort)" 'merge: what was sealed can be read'
is "$(medi-db export albums -q -o csv --no-header --reveal test)" '' 'merge: pictures are still not given out without consent'
like "$(mc show C2 --part file -q --no-header | head -3)" "code.*C1" 'merge: the old code leads to the file'
is "$(mc find -q 13800138002 --no-header | cut -f1,6)" "$(printf 'C2\tC1')" 'merge: the old phone leads there'
printf 'store,code,client,arrived_at\nS02,V3,C2,2026-04-01 10:00\n' | medi-db import -q visits - >/dev/null
is "$(ask "SELECT client_id FROM visit WHERE code = 'V3'")" "$one" 'merge: an import for the old code goes to the file'
is "$(mc duplicates -q --no-header | grep -c C2)" 0 'merge: no pair any more'
exits 3 'merge of itself' mc merge C1 C1 --lang en
exits 3 'merge again' mc merge C9 C2 --lang en
like "$err" 'client C2: was joined to C1 already' 'merge again: says so'
exits 3 'merge into one that went' mc merge C2 C9 --lang en
mc add -q -s S01 --code T1 --class test >/dev/null
exits 3 'merge of a test client' mc merge C9 T1 --lang en
like "$err" 'they do not mix' 'merge of a test client: says so'
is "$(ask "SELECT COUNT(*) FROM log WHERE verb = 'merge' AND store_id = 0")" 1 'merge: one entry of the chain'
exits 0 'all holds' medi-db check
exits 0 'and the log verifies' medi-audit verify --deep
