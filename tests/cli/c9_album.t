#!/bin/bash
# C9: the case album: what has no consent that stands is given out by nothing.
. "$(dirname "$0")/lib.sh"
clinic
mc() { medi-client "$@"; }
exits 0 'album add' mc album add -s S01 C1 --code B1 --before nas/甲前.jpg --after nas/甲后.jpg --project P1 --scope consultation --proof '授权 13' --until 2026-12-31
exits 0 'album add without a code' mc album add -s S01 C2 --before nas/乙前.jpg --scope public
exits 2 'album add without a picture' mc album add -s S01 C1 --lang en
exits 3 'album add for nobody' mc album add -s S01 C77 --before x
is "$(holding nas/甲前.jpg)" '' 'references are sealed'
row() { mc album list -q --no-header "$@" | cut -f2,5,6,10; }
is "$(row --client C1)" "$(printf 'B1\t***\t***\t0')" 'masked, and not standing'
is "$(row --client C1 --reveal 面诊)" "$(printf 'B1\t***\t***\t0')" 'without consent not even --reveal shows it'
is "$(medi-db export albums -q -o csv --no-header --reveal 面诊)" '' 'nor does medi-db export give it out'
exits 0 'export says so' medi-db export albums --reveal 面诊 --lang en
like "$err" '2 left out: no consent to their use stands' 'export says how many it left out'
exits 0 'nor with a pack of the own' mkdir -p own/kinds
sed '/^person:/d; s/, personal: true//' "$top/share/medi/kinds/albums.yaml" >own/kinds/albums.yaml
run env MEDI_CONFIG=own medi-db export albums -q -o csv --no-header --reveal why
is "$out" '' 'nor with a pack of the own: nothing'
mc consent C1 -q --purpose album --proof '表单 13' --until 2026-11-30
is "$(row --client C1)" "$(printf 'B1\t***\t***\t1')" 'with consent it stands, and is masked'
is "$(row --client C1 --reveal 面诊)" "$(printf 'B1\tnas/甲前.jpg\tnas/甲后.jpg\t1')" '--reveal shows it'
is "$(ask "SELECT COUNT(*) FROM log WHERE verb = 'album list' AND detail = '面诊'")" 2 'and is logged'
is "$(medi-db export albums -q -o csv --no-header --reveal 面诊 | cut -d, -f2,5,6)" 'B1,nas/甲前.jpg,nas/甲后.jpg' 'and export gives it out'
is "$(row --for consultation | cut -f1)" B1 'for consultation'
is "$(row --for public)" '' 'not for the public'
exits 0 'album edit' mc album edit -s S01 B1 --scope public
is "$(row --for public | cut -f1)" B1 'album edit: the scope'
is "$(MEDI_NOW=2026-12-01T09:00:00+08:00 row --for public)" '' 'when the consent ends, it ends'
mc consent C1 -q --purpose album --proof '表单 14' --at 2026-10-01T08:00
is "$(MEDI_NOW=2027-01-01T09:00:00+08:00 row --for public)" '' "and when the pictures' own end comes"
exits 0 'withdraw' env MEDI_NOW=2026-10-02T09:00:00+08:00 medi-client withdraw C1 --purpose album --proof 微信
is "$(MEDI_NOW=2026-10-03T09:00:00+08:00 row --for public)" '' 'a withdrawal ends it at once'
is "$(MEDI_NOW=2026-10-03T09:00:00+08:00 medi-db export albums -q -o csv --no-header --reveal x)" '' 'for export too'
person ann analyst
exits 3 'an analyst does not see pictures' as ann medi-client album list --reveal why --lang en
