#!/bin/bash
# D9: stores: added, edited, shown, each in its own zone; settings of the chain and of a store.
. "$(dirname "$0")/lib.sh"
init

exits 0 'add' medi-db store add S01 --name 旗舰店 --hours '周一至周五 9:00-18:00；周六日 10:00-20:00' --phone '(021) 6888-8888' \
    --latitude 31.2304165 --longitude 121.4737 --licence-no PDY1 --licence-to 2030/1/31 --level 门诊部 --departments 美容外科、皮肤科 \
    --address '延安西路 1 号' --opened-on 2020-01-01
is "$(medi-db export stores -o csv --no-header)" 'S01,旗舰店,Asia/Shanghai,门诊部,美容外科、皮肤科,PDY1,2030-01-31,延安西路 1 号,31.230417,121.473700,Mo-Fr 09:00-18:00; Sa-Su 10:00-20:00,+862168888888,2020-01-01,' 'add: every column'
exits 3 'add again' medi-db store add S01 --name x --lang en
like "$err" '^medi-db: S01: there already; edit it instead$' 'add again: says what to do'
exits 3 'add without a name' medi-db store add S02 --lang en
like "$err" 'name: missing' 'add without a name: says so'
exits 2 'add without a code' medi-db store add --name x --lang en
wrong() { # NAME PATTERN OPTION…
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" medi-db store add S09 --name x "$@" --lang en
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}
wrong 'a wrong zone' 'zone: Asia/Beijing: no such time zone; one is Asia/Shanghai' --zone Asia/Beijing
wrong 'a wrong latitude' 'latitude: 91: too large for latitude' --latitude 91
wrong 'no latitude' 'latitude: 31°: no degrees; write them like 31.230416' --latitude 31°
wrong 'wrong hours' 'hours: 9-21: no opening hours; write them like' --hours 9-21
wrong 'a wrong phone' 'phone: not a phone number; write it like' --phone 12345
wrong 'a wrong day' 'opened_on: 2025-02-30: no such day; write it like' --opened-on 2025-02-30
wrong 'closed before it opened' 'closed_on: comes before opened_on' --opened-on 2025-02-02 --closed-on 2025-02-01
exits 3 'the chain is no store' medi-db store add '*' --name x --lang en

exits 0 'edit' medi-db store edit S01 --phone 010-6888-8888
is "$(ask "SELECT name || phone || level FROM store WHERE code = 'S01'")" '旗舰店+861068888888门诊部' 'edit: the rest stays'
before=$(everything)
exits 0 'edit to what it is' medi-db store edit S01 --phone '+86 10 6888 8888' --lang en
like "$err" '^medi-db: S01: nothing to change$' 'edit to what it is: says so'
is "$(everything)" "$before" 'edit to what it is: not a byte changed'
exits 3 'edit of none' medi-db store edit S77 --phone 010-6888-8888 --lang en
like "$err" '^medi-db: S77: not there; add it first$' 'edit of none: says what to do'
exits 3 'edit against what is on file' medi-db store edit S01 --closed-on 2019-01-01 --lang en
like "$err" 'closed_on: comes before opened_on' 'edit against what is on file: says why'
exits 2 'edit of the chain' medi-db store edit '*' --name x --lang en
exits 0 'edit, dry' medi-db store edit S01 --name anders -n --lang en
is "$(everything)" "$before" 'edit, dry: nothing written'

exits 0 'show' medi-db store show S01 -o json
like "$out" '"code":"S01","name":"旗舰店"' 'show: shows it'
exits 1 'show of none' medi-db store show S77 --lang en
like "$err" '^medi-db: S77: no such store; list them with: medi-db store list$' 'show of none: says what to do'
medi-db store add S02 --name 纽约店 --zone America/New_York -q
exits 0 'list' medi-db store list --no-header
is "$(printf '%s\n' "$out" | cut -f1 | tr '\n' ' ')" 'S01 S02 ' 'list: the stores, and not the chain'
exits 1 'list with --exit-code' medi-db store list --exit-code

# days are the store's own
printf 'code,name\nxhs,x\n' | medi-db import -q channels - >/dev/null
printf 'code,store,created_on\nC1,S01,2026-01-01\n' | medi-db import -q clients - >/dev/null
printf 'store,code,client,arrived_at\nS01,V1,C1,2026-07-01 00:30\nS02,V1,C1,2026-07-01 00:30\nS02,V2,C1,2026-07-01T00:30:00+08:00\n' | medi-db import -q visits - >/dev/null
is "$(ask "SELECT date FROM visit AS v JOIN calendar AS d ON d.day = v.day ORDER BY v.store_id, v.id" | joined ' ')" '2026-07-01 2026-07-01 2026-06-30' 'each visit has the day of its store'
is "$(medi-db export visits -s S02 --no-header | cut -f4 | tr '\n' ' ')" '2026-07-01T00:30:00-04:00 2026-06-30T12:30:00-04:00 ' 'a store shows its own time'
is "$(medi-db export visits -o csv --no-header | cut -d, -f4 | tr '\n' ' ')" '2026-07-01T00:30:00+08:00 2026-07-01T12:30:00+08:00 2026-07-01T00:30:00+08:00 ' 'the chain shows the chain time'
is "$(medi-kpi show arrivals --by month,store --from 2026-06-01 --to 2026-08-01 --no-header | tr '\t\n' ' /')" 'S01 2026-07 1 1/S02 2026-06 1 1/S02 2026-07 1 1/' 'months are the store own too'

# settings
exits 0 'settings' medi-db config list --no-header -o csv --lang en
is "$(printf '%s\n' "$out" | cut -d, -f1-4)" "$(awk '$1 ~ /^[a-z]+[.][a-z_]+:$/ { name = $1; sub(":", "", name) }
    $1 == "default:" { gsub("\"", "", $2); print name "," $2 ",default," $2 }' "$top/share/medi/settings.yaml")" 'settings: with where they come from'
exits 0 'set' medi-db config set kpi.conversion_days 30
is "$(medi-db config get kpi.conversion_days --no-header)" 30 'set: is set'
exits 0 'set for a store' medi-db config set kpi.conversion_days 7 -s S02
is "$(medi-db config get kpi.conversion_days -s S02 --no-header) $(medi-db config get kpi.conversion_days -s S01 --no-header)" '7 30' 'set for a store: that one alone'
is "$(medi-db config list -s S02 --no-header | cut -f1-3 | sed -n 2p)" 'kpi.conversion_days	7	store' 'set for a store: says so'
exits 0 'unset' medi-db config unset kpi.conversion_days -s S02
is "$(medi-db config get kpi.conversion_days -s S02 --no-header)" 30 'unset: the chain again'
before=$(everything)
exits 0 'set to what it is' medi-db config set kpi.conversion_days 30 --lang en
like "$err" 'kpi\.conversion_days: nothing to change' 'set to what it is: says so'
is "$(everything)" "$before" 'set to what it is: not a byte changed'
exits 3 'set to nonsense' medi-db config set kpi.conversion_days soon --lang en
like "$err" '^medi-db: kpi\.conversion_days: soon: not a whole number$' 'set to nonsense: says so'
exits 3 'set out of bounds' medi-db config set kpi.conversion_days 366 --lang en
like "$err" '366: must be from 0 to 365$' 'set out of bounds: says which'
exits 2 'an unknown setting' medi-db config get kpi.conversion_day --lang en
like "$err" 'kpi\.conversion_day: no such setting; did you mean kpi\.conversion_days\?' 'an unknown setting: the nearest'
exits 0 'fen' medi-db config set kpi.deal_threshold_fen 50000
is "$(medi-db config get kpi.deal_threshold_fen --no-header)" 50000 'fen: what was got can be set'
is "$(ask "SELECT subject || '=' || coalesce(detail, '-') || '@' || store_id FROM log WHERE verb LIKE 'config%' ORDER BY store_id, seq" | joined ' ')" \
    'setting kpi.conversion_days=30@0 setting kpi.deal_threshold_fen=50000@0 setting kpi.conversion_days=7@2 setting kpi.conversion_days=-@2' 'settings: each change is in the log of whom it is for'

# a clinic's own packs go before the shipped ones, one file at a time
mkdir -p own/kinds
sed 's/aliases: \[渠道编号, channel\]/aliases: [渠道号]/' "$build/share/medi/kinds/channels.yaml" >own/kinds/channels.yaml
printf '渠道号,name\nown1,x\n' >own.csv
exits 3 'without the own pack' medi-db import channels own.csv
exits 0 'with the own pack' env MEDI_CONFIG="$work/own" medi-db import channels own.csv
exits 0 'and the shipped ones beside it' env MEDI_CONFIG="$work/own" medi-db kinds visits
exits 2 'an own directory that is not there' env MEDI_CONFIG="$work/none" medi-db kinds --lang en
like "$err" 'MEDI_CONFIG: .*/none: no such directory' 'an own directory that is not there: says so'
printf 'kind: channels\nsays: x\ntable: channel\nscope: chain\nkey: [code]\ncolumns:\n  - {name: code, type: cod}\n' >own/kinds/channels.yaml
exits 3 'a broken own pack' env MEDI_CONFIG="$work/own" medi-db import channels own.csv --lang en
like "$err" 'own/kinds/channels\.yaml:7: type: cod: no such type; did you mean code' 'a broken own pack: says where'
evil() { # NAME TABLE COLUMN: neither reads anything
    printf "kind: evil\nsays: x\ntable: '%s'\nscope: chain\nkey: [code]\ncolumns:\n  - {name: code, type: code, into: '%s'}\n" "$2" "$3" >own/kinds/evil.yaml
    run env MEDI_CONFIG="$work/own" medi-db export evil --lang en
    ok "$([ "$code" = 3 ] || [ "$code" = 4 ]; echo $?)" "$1: refused"
    is "$out" '' "$1: prints nothing"
    one_line "$1"
}
evil 'a table that ends the statement' 'client" --' code
evil 'a table and another statement' 'client; DROP TABLE client' code
evil "the engine's own table" "$([ "$engine" = sqlite ] && echo sqlite_schema || echo pg_class)" code
evil 'a column from another table' channel 'code" AS x FROM client AS t --'
evil 'a column that is not there' channel phone
