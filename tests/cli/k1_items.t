#!/bin/bash
# K1, K2: items with their numbers and units, levels per store, suppliers and the papers that they need.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
clinic
unset MEDI_STORE
s() { medi-stock "$@" --lang en; }
no() { # NAME PATTERN COMMAND…: refused, says why, writes nothing
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}
cell() { printf '%s\n' "$out" | awk -F '\t' -v column="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) c = i } NR > 1 { print $c }' | joined ' '; }

# ---- items ----
exits 0 'an item' s item add I1 --name 肉毒毒素 --kind drug --registration 国药准字S20200001 --spec 100U --unit U --vial-unit 瓶 --vial-size 100 --pack-unit 盒 --pack-size 1000 --storage cold --open-hours 4 --gtin 6901234567892
is "$(ask "SELECT gtin FROM item WHERE code = 'I1'")" 06901234567892 'its bar code has fourteen digits'
no 'twice' 'I1: there already' s item add I1 --name x --kind drug --unit U
no 'a number that is none' '国药准字S2020: has no form of a registration number' s item add I2 --name x --kind drug --unit U --registration 国药准字S2020
no "a device's number on a drug" 'is no number of a drug' s item add I2 --name x --kind drug --unit U --registration 国械注准20203140001
no 'a wrong check digit' '--gtin: .*check digit is wrong' s item add I2 --name x --kind drug --unit U --gtin 6901234567893
no "another item's bar code" '--gtin: 6901234567892: is that of I1' s item add I2 --name x --kind drug --unit U --gtin 6901234567892
no 'a pack of two and a half vials' 'a pack of 250 is no whole number of vials of 100' s item add I2 --name x --kind drug --unit U --vial-size 100 --pack-size 250
no 'a category that there is none' '--category: food: no such category; there are: drug, ' s item add I2 --name x --kind drug --unit U --category food
exits 2 'no temperature' s item add I2 --name x --kind drug --unit U --temp-max warm
exits 2 'a kind that there is none' s item add I2 --name x --kind food --unit U
no 'limits out of order' 'temp_max_mdeg: comes before temp_min_mdeg' s item edit I1 --temp-min 9 --temp-max 8
no 'an item that is not there' 'I9: not there' s item edit I9 --name x
no 'no name' 'name: missing' s item add I2 --kind drug --unit U
exits 0 'edited' s item edit I1 --remaining-days 180 --excursion-minutes 30 --excursion-max 15.5
is "$(ask "SELECT remaining_days || ' ' || excursion_minutes || ' ' || excursion_max_mdeg FROM item WHERE code = 'I1'")" '180 30 15500' 'edited: is kept'
run s item edit I1 --remaining-days 180
is "$code" 0 'nothing to change'
like "$err" 'I1: nothing to change' 'nothing to change: says so'
exits 0 'a needle' s item add I2 --name 注射针 --kind consumable --unit 支 --pack-size 100 --registration 国械注准20203140002
exits 0 'kept cold' s item list --storage cold -o tsv
is "$(cell code) $(cell pack_size)" 'I1 1000' 'kept cold: one'
exits 0 'shown' s item show I1 -o tsv
like "$out" $'item\tregistration\t国药准字S20200001' 'shown: its number'
like "$out" $'item\tpack\t盒\t1000' 'shown: its pack'
no 'shown: none such' 'I9: no such item' s item show I9

# ---- levels: of a store ----
exits 0 'a level' s item level I1 --min 200 --target 1000 -s S01
exits 0 'of another store' s item level I1 --min 50 --target 200 -s S02
no 'a target below it' 'target: comes before minimum' s item level I1 --min 300 --target 200 -s S01
no 'below nothing' 'minimum' s item level I1 --min -1 --target 200 -s S01
exits 2 'which store' s item level I1 --min 1 --target 2
exits 2 'half of it' s item level I1 --min 1 -s S01
no 'of an item that is not there' 'I9' s item level I9 --min 1 --target 2 -s S01
exits 0 'again' s item level I1 --min 300 --target 1000 -s S01
exits 0 'listed with the levels' s item list -s S01 -o tsv
is "$(cell minimum)" '300 ' 'listed with the levels: of that store'
is "$(medi-db export levels --no-header -o csv | sort | joined ' ')" 'S01,I1,300,1000 S02,I1,50,200' 'exported'

# ---- suppliers and papers ----
exits 0 'a supplier' s supplier add U1 --name 样例医药 --phone 13800138020
no 'twice' 'U1: there already' s supplier add U1 --name x
no 'a paper of no kind' 'licence: no such paper; there are: business-licence, ' s paper add U1 --kind licence --number X --from 2026-01-01
exits 2 'a paper without a number' s paper add U1 --kind drug-trade --from 2026-01-01
exits 2 'a paper without a first day' s paper add U1 --kind drug-trade --number X
exits 2 'a clearance without its lots' s paper add U1 --kind import-clearance --number X --from 2026-01-01 --item I1
no 'a paper of nobody' 'U9' s paper add U9 --kind drug-trade --number X --from 2026-01-01
no 'it ends before it begins' 'valid_to: comes before valid_from' s paper add U1 --kind drug-trade --number X --from 2026-01-02 --to 2026-01-01
exits 0 'a licence' s paper add U1 --kind drug-trade --number A1 --from 2025-01-01 --to 2026-10-31
exits 0 'by its Chinese name, without end' s paper add U1 --kind 营业执照 --number B1 --from 2020-01-01
is "$(ask "SELECT kind FROM paper WHERE number = 'B1'")" business-licence 'by its Chinese name: kept by the other'
exits 0 'what it may sell' s supplier show U1 -o tsv
is "$(printf '%s\n' "$out" | awk -F'\t' '$1 == "drug" { print $2 "=" $3 }' | joined ' ')" 'drug-licence=1 drug-business=1 drug-seller=0' 'what it may sell: nothing yet'
exits 0 'the seller' s paper add U1 --kind seller --number C1 --from 2026-01-01 --to 2026-09-30
run s supplier show U1 -o tsv --as-of 2026-09-30
is "$(printf '%s\n' "$out" | awk -F'\t' '$1 == "drug" { print $2 "=" $3 }' | joined ' ')" 'drug-licence=1 drug-business=1 drug-seller=1' 'on its last day'
run s supplier show U1 -o tsv --as-of 2026-10-01
is "$(printf '%s\n' "$out" | awk -F'\t' '$1 == "drug" { print $2 "=" $3 }' | joined ' ')" 'drug-licence=1 drug-business=1 drug-seller=0' 'and the day after'
exits 3 'of nobody' s supplier show U9
exits 1 'what ends' s paper expiring -o tsv
is "$(cell severity) / $(cell number) / $(cell days_left)" 'error warning / C1 A1 / -1 30' 'what ends: and what has ended'
exits 1 'only what has ended' s paper expiring --days 0 --fail-on error
exits 0 'a renewed one' s paper add U1 --kind seller --number C2 --from 2026-10-01 --to 2027-12-31
exits 0 'no longer an error' s paper expiring --fail-on error
exits 1 'but a warning' s paper expiring
exits 2 'days out of range' s paper expiring --days -1
exits 0 'listed' s paper list --supplier U1 -o tsv
is "$(cell number) / $(cell valid)" 'B1 A1 C1 C2 / 1 1 0 1' 'listed: which hold today'
exits 0 'out' s supplier edit U1 --active no
is "$(s supplier list --no-header | wc -l) $(s supplier list --all --no-header | wc -l)" '0 1' 'out: listed on request'
exits 0 'nothing ends there' s paper expiring

# ---- packs that the environment brings are not asked ----
mkdir -p own && printf 'papers: {}\ncategories: {}\n' >own/papers.yaml
MEDI_CONFIG=$work/own exits 0 'a pack of papers from the environment is not read' s supplier show U1

# ---- who may ----
person nurse nurse S01 N1
person buyer buyer
exits 3 'a nurse keeps no items' as nurse medi-stock item edit I1 --name x -s S01
exits 0 'but reads them' as nurse medi-stock item list -s S01
exits 0 'a buyer does' as buyer medi-stock item edit I1 --name 毒素
exits 0 'checked' medi-db check
exits 0 'nobody meddled' medi-audit verify --deep
