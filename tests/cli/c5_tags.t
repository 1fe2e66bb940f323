#!/bin/bash
# C5: tags by hand and by rule; 到院未成交 is kept automatically.
. "$(dirname "$0")/lib.sh"
clinic
mc() { medi-client "$@"; }
tags() { mc tag list -q --no-header "$@" | cut -f1-5; }
exits 0 'tag add' mc tag add C1 vip
is "$(tags)" "$(printf 'C1\tvip\thand\t2026-10-01\t')" 'tag add: there'
exits 0 'tag add again' mc tag add C1 vip --lang en
like "$err" 'nothing to change' 'tag add again: says so'
exits 0 'tag drop' mc tag drop C1 vip
is "$(tags)" '' 'tag drop: gone'
is "$(tags --history)" "$(printf 'C1\tvip\thand\t2026-10-01\t2026-10-01')" 'tag drop: closed, not deleted'
exits 0 'tag drop again' mc tag drop C1 vip --lang en
like "$err" 'nothing to change' 'tag drop again: says so'
exits 0 'tag add on the same day' mc tag add C1 vip
is "$(tags --history)" "$(printf 'C1\tvip\thand\t2026-10-01\t')" 'tag add on the same day: open again'
exits 2 'a tag that is none' mc tag add C1 vpi --lang en
like "$err" 'did you mean vip\?' 'a tag that is none: the nearest'
exits 2 'a tag of a rule by hand' mc tag add C1 visited-no-deal --lang en
like "$err" 'is kept by its rule' 'a tag of a rule by hand: says so'
exits 3 'a tag for nobody' mc tag add C77 vip --lang en

printf 'store,code,client,arrived_at,purpose,status\nS01,V1,C1,2026-09-01 10:00,consult,finished\nS01,V2,C2,2026-09-01 10:00,consult,cancelled\n' | medi-db import -q visits - >/dev/null
exits 0 'tag apply, dry' mc tag apply -n
is "$(tags --tag visited-no-deal)" '' 'tag apply, dry: nothing'
exits 0 'tag apply' mc tag apply -q
is "$(tags --tag visited-no-deal | cut -f1,3)" "$(printf 'C1\trule')" '到院未成交: who came and did not buy, and not who cancelled'
printf 'store,code,order,client,kind,amount,paid_at\nS01,M1,O1,C1,payment,88,2026-10-01 08:00\n' | medi-db import -q payments - >/dev/null
exits 0 'after a deal' env MEDI_NOW=2026-10-02T09:00:00+08:00 medi-client tag apply -q
is "$(tags --tag visited-no-deal --history)" "$(printf 'C1\tvisited-no-deal\trule\t2026-10-01\t2026-10-02')" 'after a deal: taken back, dated'
n=$(ask 'SELECT COUNT(*) FROM log')
exits 0 'again' env MEDI_NOW=2026-10-02T09:00:00+08:00 medi-client tag apply -q
is "$(ask 'SELECT COUNT(*) FROM log')" "$n" 'again: nothing changes'
is "$(tags --tag vip | cut -f1)" C1 'what was tagged by hand stays'
exits 0 'all holds' medi-db check
