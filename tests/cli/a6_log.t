#!/bin/bash
# A6, D6: the log: what was written and by whom, that it stands, checkpoints kept elsewhere, a row changed by hand named.
. "$(dirname "$0")/lib.sh"
clinic
person li admin
export MEDI_ACTOR=li
printf '%s\n' 'store,code,client,arrived_at' 'S01,V1,C1,2026-07-01 10:00' 'S02,V1,C2,2026-07-02 10:00' >visits.csv
medi-db import -q visits visits.csv >/dev/null
printf '%s\n' 'store,code,client,arrived_at' 'S01,V1,C1,2026-07-01 11:00' >visits2.csv
medi-db import -q visits visits2.csv >/dev/null
unset MEDI_ACTOR
medi-db config set -q kpi.few 7
verify() { run medi-audit verify --deep -q --lang en --no-header "$@"; }
findings() { printf '%s\n' "$out" | cut -f2-5 | tr '\t' ' '; }

# ---- log --------------------------------------------------------------------------------------------------
run medi-audit log --no-header -s S01
is "$(printf '%s\n' "$out" | cut -f1,2,4-7)" 'S01	1	li	medi-db	import	visits
S01	2	li	medi-db	import	visits' 'log: entries of a store'
is "$(medi-audit log --no-header --actor li | wc -l)" 3 'log: of one account'
is "$(medi-audit log --no-header --verb 'config set' | cut -f7,8)" 'setting kpi.few	7' 'log: of one verb'
is "$(medi-audit log --no-header --tool medi-audit | wc -l)" 0 'log: of one tool'
is "$(medi-audit log --no-header --from 2026-10-02 | wc -l)" 0 'log: from a day on'
is "$(medi-audit log --no-header --to 2026-10-01 | wc -l)" 0 'log: before a day'
is "$(medi-audit log --no-header -s S01 2 | wc -l)" 1 'log: one entry'
like "$(medi-audit log -o json -s S01 2)" '"entry":2,"at":"2026-10-01T09:00:00\+08:00","actor":"li"' 'log: JSON'
exits 2 'log: no number' medi-audit log 2x --lang en
exits 0 'log: no such entry' medi-audit log 99
exits 1 'log: --exit-code' medi-audit log --exit-code
is "$(medi-audit log --changes --no-header -s S01 2 | cut -f5-11)" 'import	visit	1	changed	arrived_at	1782871200	1782874800' 'changes: the column that differs'
like "$(medi-audit log --changes --no-header --verb import | grep '	client	1	added	name	')" '	sealed	$' 'changes: what is sealed stays so'
is "$(medi-audit log --changes | grep -c '赵一')" 0 'changes: no name of a client'
is "$(medi-audit log --changes | grep -c 'data_key')" 0 'changes: no key of a client'
awk 'BEGIN { print "store,code,client,arrived_at"; for (i = 1; i <= 3000; i++) print "S01,W" i ",C1,2026-07-03 10:00" }' >many.csv
medi-db import -q visits many.csv >/dev/null
like "$(medi-audit log --changes --no-header -s S01 3 | tail -1)" '	visit	.*	added	.*	[0-9]+$' 'changes: of many their number'
printf '%s\n' 'store,code,client,arrived_at,channel' 'S01,X1,C1,2026-07-05 10:00,xhs' >more.csv
medi-db import -q visits more.csv >/dev/null

# ---- keys -------------------------------------------------------------------------------------------------
exits 0 'keygen' medi-audit keygen --name auditor a.key --lang en
key=$out
like "$key" '^auditor\+[0-9a-f]{8}\+A[A-Za-z0-9+/]+$' 'keygen: prints the verifier key'
is "$(cat a.key.pub)" "$key" 'keygen: and keeps it'
is "$(stat -c %a a.key)" 400 'keygen: 0400'
one_line 'keygen'
exits 2 'keygen: never overwrites' medi-audit keygen a.key --lang en
like "$err" 'is there already and is never overwritten' 'keygen: says so'
cp a.key.pub b.key.pub
exits 2 'keygen: nor the verifier key' medi-audit keygen b.key
ok "$([ ! -e b.key ]; echo $?)" 'keygen: and makes no half a pair'
exits 2 'keygen: a name with spaces' medi-audit keygen --name 'two words' c.key
exits 2 'keygen: a name with +' medi-audit keygen --name 'a+b' c.key
cp a.key open.key
chmod 440 open.key
exits 2 'a key that others can read' medi-audit checkpoint --sign open.key --lang en
like "$err" 'open.key: others can read this key' 'a key that others can read: refused'
exits 2 'no key' medi-audit checkpoint --lang en
like "$err" '^medi-audit: --sign KEYFILE is missing' 'no key: says so'
exits 4 'a key that is not there' medi-audit checkpoint --sign nowhere.key
echo nonsense >bad.key && chmod 400 bad.key
exits 3 'a key that is none' medi-audit checkpoint --sign bad.key --lang en
is "$(ask 'SELECT count(*) FROM checkpoint')" 0 'none of these made a checkpoint'

# ---- checkpoints --------------------------------------------------------------------------------------------
verify
is "$code $out" '0 ' 'verify: clean'
run medi-audit verify --lang en
like "$err" '--deep does' 'verify: says that rows were not looked at'
like "$err" 'proves less' 'verify: says what proves less'
exits 2 'no dry run: what is signed cannot be undone' medi-audit checkpoint -n --sign a.key
copy old
old=$(at old)
medi-audit checkpoint -q --sign a.key >n1
medi-audit checkpoint -q --sign a.key >n2
is "$(sed -n 2p n1) $(sed -n 2p n2)" 'checkpoint 1 checkpoint 2' 'numbered, also when nothing changed'
is "$(medi-audit checkpoints 1)" "$(cat n1)" 'checkpoints: by number'
is "$(medi-audit checkpoints)" "$(cat n2)" 'checkpoints: the last'
is "$(medi-audit checkpoints --last 99)" "$(cat n1 n2)" 'checkpoints: many'
exits 3 'checkpoints: none' medi-audit checkpoints 9
exits 2 'checkpoints: no number' medi-audit checkpoints x
is "$(medi-audit log --no-header --verb checkpoint | wc -l)" 2 'checkpoints stand in the log'
run bash -c 'medi-audit checkpoint -q --sign a.key >/dev/full'
is "$code" 4 'a full disk: exit 4'
is "$(medi-audit checkpoints | sed -n 2p)" 'checkpoint 3' 'a full disk: the checkpoint is kept all the same, and can be shown'
medi-audit checkpoints >n3

# ---- witness -------------------------------------------------------------------------------------------------
witness() { medi-audit witness kept.notes --trust "$key" --no-header --lang en; }
run bash -c 'medi-audit witness kept.notes <n1'
is "$code" 2 'witness: wants a key'
out=$(cat n1 n2 | witness) code=$?
is "$code $(printf '%s\n' "$out" | cut -f2,4 | tr '\t\n' '  ')" '0 1 1 2 1 ' 'witness: takes'
is "$(stat -c %a kept.notes)" 600 'witness: 0600'
is "$(cat kept.notes)" "$(cat n1 n2)" 'witness: what it was given'
is "$(witness <n2 | cut -f4)" 0 'witness: has it already'
is "$(cat kept.notes)" "$(cat n1 n2)" 'witness: once'
refused() { # NAME FILE PATTERN
    local before
    before=$(sha256sum <kept.notes)
    err=$(witness <"$2" 2>&1 >/dev/null)
    is "$?" 3 "witness: $1: exit 3"
    like "$err" "$3" "witness: $1: refused"
    is "$(sha256sum <kept.notes)" "$before" "witness: $1: nothing was taken"
}
medi-audit checkpoint -q --sign a.key >n4
refused 'a gap' n4 'a gap: the last one here is 2'
sed 's/^time 2026/time 2025/' n3 >forged
refused 'a text that was changed' forged 'its signature does not hold'
medi-audit keygen -q --name auditor other.key >/dev/null
copy fork
fork=$(at fork)
MEDI_DB=$fork medi-audit checkpoint -q --sign other.key >n5
refused 'another key' n5 'none of the keys that are trusted signed it'
change 'DELETE FROM checkpoint WHERE number > 1' "$fork"
MEDI_DB=$fork medi-audit checkpoint -q --sign a.key >fork2
refused 'a fork' fork2 'a fork: another one of that number is here'
cat n3 fork2 >both
refused 'one good, one bad' both 'a fork'
head -5 n3 >half
refused 'half a note' half 'no signed note'
cat n3 n4 | witness >/dev/null
is "$(cat kept.notes)" "$(cat n1 n2 n3 n4)" 'witness: the gap is filled'
init else
else=$(at else)
MEDI_DB=$else medi-audit checkpoint -q --sign a.key | witness >/dev/null
is "$(grep -c '^medi/' kept.notes)" 5 'witness: of two databases in one file'
# both at once: nothing is lost and nothing stands there twice
medi-audit checkpoints --last 99 >all
rm -f wit2
for _ in 1 2 3 4; do medi-audit witness wit2 --trust a.key.pub <all >/dev/null & done
wait
is "$(cat wit2)" "$(cat all)" 'witness: four at once'

# ---- against what was kept -------------------------------------------------------------------------------------
verify --against kept.notes --trust "$key"
is "$code $out" '0 ' 'against: clean'
exits 0 'against: standard input' bash -c 'cat n1 | medi-audit verify -q --against - --trust a.key.pub'
verify --against kept.notes --trust other.key.pub
is "$code $(findings | head -1)" '1  checkpoint checkpoint 1 unsigned' 'against: by another key'
MEDI_DB=$old verify --against kept.notes --trust "$key"
is "$code" 1 'an older file: exit 1'
like "$(findings)" '^ checkpoint checkpoint 4 rolled-back$' 'an older file: is rolled back'
verify -d "$old"
is "$code" 0 'an older file, without what was kept elsewhere: is whole in itself'
MEDI_DB=$else verify --against n1 --trust "$key"
like "$(findings)" '^ checkpoint  missing$' 'another database: has none of these'
exits 3 'against what is no note' medi-audit verify --against visits.csv --lang en
exits 4 'against what is not there' medi-audit verify --against nowhere
exits 3 'trust in what is no key' medi-audit verify --trust visits.csv

# ---- behind the tools' backs --------------------------------------------------------------------------------------
hurt=$(at hurt)
hurt() { # NAME SQL PATTERN of "store subject place finding"
    copy hurt
    unchecked "$hurt"
    change "$2" "$hurt"
    verify -d "$hurt" --against kept.notes --trust "$key"
    is "$code" 1 "$1: exit 1"
    like "$(findings)" "^$3\$" "$1: named"
}
hurt 'a value' "UPDATE visit SET note = 'x' WHERE store_id = 2" 'S02 visit visit 1 changed'
is "$(printf '%s\n' "$out" | cut -f6)" V1 'a value: the code of its row'
hurt 'an entry' "UPDATE log SET actor = 'x' WHERE store_id = 1 AND seq = 2" 'S01 log entry 2 changed'
hurt 'an entry taken out' 'DELETE FROM log WHERE store_id = 1 AND seq = 2' 'S01 log entry 2 missing'
hurt 'the end of the log' 'DELETE FROM log WHERE store_id = 0 AND seq > 5' '\* log entry [0-9]+ truncated'
exits 1 'check: the same' medi-db check rows -d "$hurt"
# every table that has rows: its last column that is no key, of its last row; what figures are made of is derived, and recounted by
# medi-db check rollups
meddled=0
for table in $(tables | grep -vxE 'log|chain|tally|mark|checkpoint|migration|fact|fact_client|fact_word|rollup'); do
    [ "$(ask "SELECT count(*) FROM \"$table\"")" != 0 ] || continue
    columns "$table" >columns
    IFS='|' read -r column type _ < <({ grep '|BLOB|0$' columns; grep '|0$' columns | grep -v '|BLOB|'; } | tail -1)
    case $type in INTEGER) value=987654 ;; TEXT) value="'by hand'" ;; BLOB) value=$(bytes 00) ;; *) continue ;; esac
    name=$(awk -F'|' '$3 > 0 && !($3 == 1 && $1 == "store_id") { printf "%sCAST(%s AS TEXT)", n++ ? " || \x27 \x27 || " : "", $1 }' columns)
    row=$(ask "SELECT $name FROM \"$table\" WHERE $name <> 'zone' ORDER BY 1 DESC LIMIT 1") # without its zone nothing opens
    hurt "$table, by hand" "UPDATE \"$table\" SET \"$column\" = $value WHERE $name = '$row'" "[^ ]+ $table $table $row changed"
    meddled=$((meddled + 1))
done
ok "$([ "$meddled" -ge 15 ]; echo $?)" "by hand: in $meddled tables"

# hashed anew by who knows how: only what was kept elsewhere shows it
medi-audit verify -q -d "$fork" >/dev/null
is "$?" 0 'a fork is whole in itself'
verify -d "$fork" --against kept.notes --trust "$key"
like "$(findings)" '^ checkpoint checkpoint 2 forked$' 'a fork: is found'

# ---- the process that holds the signing key ----------------------------------------------------------------------
hold 3 &
sleep 0.5
(ulimit -c unlimited 2>/dev/null; exec medi-audit checkpoint -q --sign a.key >/dev/null 2>&1) &
pid=$!
sleep 0.5
is "$(awk '/Max core file size/ { print $5, $6 }' "/proc/$pid/limits" 2>/dev/null)" '0 0' 'the signing key: no core dump is written'
is "$(tr '\0' '\n' <"/proc/$pid/cmdline" | cat - "/proc/$pid/environ" | grep -caF "$(sed 's/^PRIVATE+KEY+[^+]*+[^+]*+//' a.key)")" 0 'the signing key: in no words and no environment'
wait

# ---- migrate -------------------------------------------------------------------------------------------------------
copy hurt
change 'DELETE FROM migration WHERE version = (SELECT max(version) FROM migration)' "$hurt"
exits 1 'verify: a list of migrations that was altered' medi-audit verify -d "$hurt" --lang en --no-header
like "$out" '^error	\*	migration	migration [0-9]+	removed	' 'verify: names what is gone of it'
like "$out" '^error		schema		changed	.*nothing else was compared$' 'verify: says that the rest was not compared'
exits 3 'migrate: what was changed is not buried' medi-db migrate -d "$hurt" --lang en --no-header
like "$out" '	migration	migration [0-9]+	removed	' 'migrate: named'
like "$err" '[0-9] findings: not migrated' 'migrate: says why'
exits 4 'migrate --anyway: goes on' medi-db migrate -d "$hurt" --anyway 'tests' --lang en
like "$err" 'migration [0-9]+-' 'migrate --anyway: as far as it can'

# ---- damage ------------------------------------------------------------------------------------------------------------
noise() { # FILE PAGE BYTES-A-PAGE
    dd if=/dev/urandom of="$1" bs="$3" seek="$2" count=4 conv=notrunc status=none
}
case $engine in
sqlite)
    for page in 3 10 40 100; do
        copy hurt
        noise "$hurt" $page 4096
        verify -d "$hurt"
        ok "$([ "$code" = 1 ] || [ "$code" = 4 ]; echo $?)" "pages of noise at $page: exit 1 or 4"
    done
    ;;
postgresql) # on a server of its own, since it is stopped for it
    own() { BUILD=$work/own "$top/tests/pg" "$@"; }
    trap 'own remove; finish' EXIT
    own start
    own create clinic
    exits 0 'a server of its own' medi-db init -q --test -d "$(own url clinic)"
    printf 'code,name\nS01,x\n' | medi-db import -q stores - -d "$(own url clinic)" >/dev/null
    verify -d "$(own url clinic)"
    is "$code" 0 'a server of its own: clean'
    for table in log store mark; do
        file=$(psql -X -q -At "$(own url clinic | sed 's/user=.*/user=postgres/')" \
            -c "SELECT current_setting('data_directory') || '/' || pg_relation_filepath('$table')")
        own stop
        cp "$file" whole
        noise "$file" 0 2048
        own start
        verify -d "$(own url clinic)"
        ok "$([ "$code" = 1 ] || [ "$code" = 4 ]; echo $?)" "pages of noise in $table: exit 1 or 4"
        own stop
        cat whole >"$file"
        own start
    done
    verify -d "$(own url clinic)"
    is "$code" 0 'without the noise: clean'
    ;;
esac
