#!/bin/bash
# A5: how long documents are kept, what may be destroyed and since when, and what is held.
. "$(dirname "$0")/lib.sh"
clinic
row_en() { medi-audit retention --class "$1" -o json | python3 -c '
import json, sys
r = json.load(sys.stdin)[0]
print(r["years"], r["rows"], r["may_destroy"], r["since"], r["must_keep"], r["next_on"], r["on_hold"])'; }

exits 0 'without a word' medi-audit retention --no-header --lang en -o csv
is "$(printf '%s\n' "$out" | wc -l)" 13 'without a word: all classes'
like "$out" '医疗废物管理条例 12,1,登记资料至少保存3年' 'the words of the article, where they were read'
like "$out" '医疗机构病历管理规定 —,0,$' 'and none where they were not'
exits 2 'an unknown class' medi-audit retention --class records --lang en
like "$err" 'did you mean record\?' 'an unknown class: the nearest'

# ---- records: fifteen years from the last visit --------------------------------------------------------------
printf '%s\n' 'store,code,client,arrived_at' 'S01,V1,C1,2011-09-30 10:00' 'S02,V2,C2,2011-10-01 10:00' >visits.csv
printf '%s\n' 'store,code,client,visit,project,doctor,started_at,ended_at,status' 'S01,T1,C1,V1,P1,D1,2011-09-30 10:30,2011-09-30 11:00,completed' \
    'S02,T2,C2,V2,P1,D1,2011-10-01 10:30,2011-10-01 11:00,completed' >treatments.csv
medi-db import -q visits visits.csv >/dev/null
medi-db import -q treatments treatments.csv >/dev/null
is "$(row_en record)" '15 2 2 2026-09-30 0 None 0' 'fifteen years to the day: both may go'
printf '%s\n' 'store,code,client,arrived_at' 'S02,V3,C2,2011-10-02 10:00' | medi-db import -q visits - >/dev/null
is "$(row_en record)" '15 2 1 2026-09-30 1 2026-10-02 0' 'a visit a day later: must be kept a day longer'
is "$(row_en treatment)" '15 2 1 2026-09-30 1 2026-10-02 0' 'its treatments too'
is "$(MEDI_STORE=S02 row_en record)" '15 1 0 None 1 2026-10-02 0' 'of one store'
is "$(medi-audit retention --as-of 2026-10-02 --class record -o csv --no-header | cut -d, -f8)" 2 'as of another day'
exits 0 'longer by choice' medi-db config set retention.treatment_years 20
is "$(row_en treatment)" '20 2 0 None 2 2031-09-30 0' 'longer by choice: nothing may go'
run medi-db config set retention.treatment_years 10
ok "$([ "$code" != 0 ]; echo $?)" 'shorter than the law: refused'
exits 0 'the years by which people are forgotten' medi-db config set client.record_years 16
is "$(row_en record | cut -d' ' -f1)" 16 'count for their records too'
exits 0 'as it was' medi-db config unset client.record_years

# ---- journals and others ----------------------------------------------------------------------------------------
printf '%s\n' 'store,code,kind,at,staff' 'S01,A1,waste,2023-10-01 10:00,N1' 'S01,A2,waste,2023-10-02 10:00,N1' 'S01,A3,patrol,2023-09-01 10:00,N1' | medi-db import -q journals - >/dev/null
is "$(row_en waste)" '3 2 1 2026-10-01 1 2026-10-02 0' 'waste: three years from the entry'
is "$(row_en journal)" '3 1 1 2026-09-01 0 None 0' 'other journals apart'
printf '%s\n' 'store,code,name,kind,bought_on,life_to,state,retired_on,retired_way' 'S01,E1,激光,laser,2010-01-01,2020-01-01,retired,2021-10-01,scrapped' 'S01,E2,灯,lamp,2010-01-01,2015-01-01,ok,,' |
    medi-db import -q equipment - >/dev/null
is "$(row_en device)" '5 2 1 2026-10-01 1 None 0' 'a machine: five years from its end, and never while it is used'
printf '%s\n' 'store,code,order,client,kind,amount_fen,paid_at' 'S01,Y1,O1,C1,payment,100,1996-02-01 10:00' 'S01,Y2,O2,C1,payment,100,1995-12-31 10:00' | medi-db import -q payments - >/dev/null
is "$(row_en payment)" '30 2 1 2026-01-01 1 2027-01-01 0' 'payments: thirty years from the end of their year'

# ---- holds -----------------------------------------------------------------------------------------------------------
hold() { medi-audit retention hold --lang en "$@"; }
exits 2 'of nothing' hold --reason 'inspection'
exits 2 'without a reason' hold --client C1
exits 2 'of an unknown class' hold --class papers --reason 'inspection'
exits 3 'of an unknown client' hold --client C9 --reason 'inspection'
exits 0 'of a client' hold --client C1 --reason 'lawsuit 17'
first=$out
is "$(row_en record)" '15 2 0 None 2 2026-10-02 1' 'of a client: the record may not go'
is "$(row_en waste)" '3 2 1 2026-10-01 1 2026-10-02 0' 'of a client: waste is not theirs'
is "$(row_en payment)" '30 2 0 None 2 None 2' 'of a client: their payments are held'
exits 0 'of a class' hold --class waste --reason 'inspection'
second=$out
is "$(row_en waste)" '3 2 0 None 2 None 2' 'of a class: all of it'
is "$(medi-audit retention holds --no-header | cut -f1,2,3,6 | tr '\t\n' ' ,')" "$first  C1 lawsuit 17,$second waste  inspection," 'listed: what, and why'
is "$(ask "SELECT COUNT(*) FROM log WHERE verb = 'retention hold'")" 2 'and logged'
exits 2 'released without a reason' medi-audit retention release "$second" --lang en
exits 0 'released' medi-audit retention release "$second" --reason 'inspection over'
is "$(row_en waste | cut -d' ' -f3,7)" '1 0' 'released: it may go'
exits 3 'released twice' medi-audit retention release "$second" --reason 'again' --lang en
like "$err" "$second: was released already" 'released twice: says so'
exits 3 'what is no hold' medi-audit retention release FC1 --reason 'over' --lang en
is "$(medi-audit retention holds --no-header | wc -l) $(medi-audit retention holds --all --no-header | wc -l)" '1 2' 'listed: --all has it still'

# ---- nobody who is held is forgotten ------------------------------------------------------------------------------------
person boss manager
person asker admin
forget() { as boss medi-client forget C1 --reason 'asked for it' --lang en "$@"; }
exits 3 'forget: held' forget
like "$err" "client C1: is held by $first \(lawsuit 17\)" 'forget: says by which hold'
exits 3 'forget: whatever is named' forget --anyway 'court order'
exits 0 'the lawsuit is over' medi-audit retention release "$first" --reason 'judgement'
run forget
is "$code" 75 'forget: goes on to the second person'
exits 0 'a hold on all records' hold --class record --reason 'audit of all files'
exits 3 'forget: a class of their documents is held' forget

# ---- a pack that is wrong ---------------------------------------------------------------------------------------------------
mkdir own
pack() { printf 'classes:\n  %s:\n    zh: 试\n    says: a test\n    years: %s\n    from: 试\n    event: x\n    law: %s\n%s' "$1" "$2" "$3" "${4:-}" >own/retention.yaml; }
bad() { # NAME PATTERN
    run env MEDI_CONFIG=own medi-audit retention --lang en
    is "$code" 3 "$1: exit 3"
    like "$err" "$2" "$1: file, line and why"
    one_line "$1"
}
pack records 3 '医疗废物管理条例 12'
bad 'a class that nothing counts' 'own/retention\.yaml:3: records: nothing counts'
pack waste 0 '医疗废物管理条例 12'
bad 'no years' 'own/retention\.yaml:3: years: must be from 1 to 100'
pack waste 3 '医疗废物管理条例 99'
bad 'an unknown article' 'own/retention\.yaml:8: 医疗废物管理条例 99: laws\.yaml has no such article'
pack waste 3 '处方管理办法 50' $'    quote: x\n'
bad 'a quote that nobody read' 'own/retention\.yaml:3: quote: of a law whose text was not read'
pack waste 1 '医疗废物管理条例 12'
is "$(MEDI_CONFIG=own row_en waste | cut -d' ' -f1)" 3 'a pack of less: the setting holds'
exits 0 'the log has it all' medi-audit verify --deep
