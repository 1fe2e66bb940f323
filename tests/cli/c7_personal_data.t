#!/bin/bash
# C7: personal columns are sealed in the database; the key stands apart from it; masks, reveal, search by equal value.
. "$(dirname "$0")/lib.sh"
key=$HOME/.config/medi/key

# ---- init makes the key, or takes the one that is there ------------------------------------------------------
exits 0 'init' medi-db init --test --lang en
like "$err" "$key: the key to personal data was made; without it they are lost: keep a copy of it apart from the database" 'init: says where the key is and to keep a copy'
is "$(stat -c '%a %F' "$key")" '400 regular file' 'init: the key is for its owner only'
is "$(stat -c %a "$HOME/.config" "$HOME/.config/medi" | tr '\n' ' ')" '700 700 ' 'init: and so are its directories'
like "$(cat "$key")" '^medi-key-1 [0-9a-f]{16} [A-Za-z0-9+/]{43}=$' 'init: one key in the file'
before=$(sha256sum <"$key")
for name in second third fourth fifth sixth; do prepare "$(at $name)"; done
exits 0 'init of a second database' medi-db init --test -d "$(at second)" --lang en
like "$err" "$key: the key to personal data is the one that was there" 'init of a second database: takes the key that is there and says so'
is "$(sha256sum <"$key")" "$before" 'init of a second database: the key is as it was'
exits 0 'init with --key' medi-db init --test -d "$(at third)" --key third.key --lang en
is "$(stat -c %a third.key)" 400 'init with --key: made there'
exits 0 'init with MEDI_KEY' env MEDI_KEY="$work/fourth.key" medi-db init -q --test -d "$(at fourth)"
ok "$(test -f fourth.key; echo $?)" 'init with MEDI_KEY: made there'
exits 0 'init with XDG_CONFIG_HOME' env XDG_CONFIG_HOME="$work/xdg" medi-db init -q --test -d "$(at fifth)"
ok "$(test -f xdg/medi/key; echo $?)" 'init with XDG_CONFIG_HOME: made there'
tables() { # NAME: what a database has that should not be there
    case $engine in
    sqlite) ls "$(at "$1")"* 2>/dev/null ;;
    *) ask "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace" "$(at "$1")" ;;
    esac
}
printf 'not a key\n' >text.key
chmod 400 text.key
exits 3 'init over what is no key' medi-db init -q --test -d "$(at sixth)" --key text.key --lang en
like "$err" '^medi-db: text\.key:1: no key, or a damaged one; put the copy that you kept in its place$' 'init over what is no key: says so'
is "$(cat text.key)$(tables sixth)" 'not a key' 'init over what is no key: leaves it, and no database'
exits 2 'init without a key' medi-db init -q --test -d "$(at sixth)" --key none --lang en
exits 4 'init with a key in no directory' medi-db init -q --test -d "$(at sixth)" --key nowhere/key --lang en
is "$(tables sixth)" '' 'init that failed: no database'

# ---- nothing readable ------------------------------------------------------------------------------------------
clinic
cat >people.csv <<'END'
code,name,phone,id_number,store,created_on,address,latitude,longitude,allergy,history,note
C8,欧阳锋,13800138088,11010519491231002X,S01,2026-01-01,白驼山庄,31.230416,121.473701,青霉素,蛇毒,怕痛
C9,黄药师,13800138088,,S01,2026-01-01,桃花岛,,,,,
END
cat >leads.csv <<'END'
code,name,phone,store,created_at
L1,洪七公,13800138088,S01,2026-01-01 10:00
END
exits 0 'import people' medi-db import clients people.csv
exits 0 'import leads' medi-db import leads leads.csv
exits 0 'again' medi-db import clients people.csv
is "$(counts)" '2 0 0 2 0' 'the same file twice changes nothing'
sed 's/13800138088,1/13912345678,1/; s/青霉素/头孢/' people.csv >changed.csv
exits 0 'a dry run' medi-db import -n clients changed.csv -o csv --lang en
is "$(printf '%s\n' "$out" | sed 1d)" "$(lines 'update,changed.csv,2,C8,phone,+86138****8088,+86139****5678' 'update,changed.csv,2,C8,allergy,***,***')" 'a dry run: tells the difference masked'
exits 0 'an update' medi-db import clients changed.csv
is "$(counts)" '2 0 1 1 0' 'an update: one row'
cp "$MEDI_DB"-wal wal.copy 2>/dev/null
ok "$([ "$(holding 小红书)" ]; echo $?)" 'what is not personal can be read in the file'
for secret in 欧阳 黄药师 洪七公 13800138088 38001380 13912345678 1949123 白驼山 桃花 31230416 121473701 青霉素 头孢 蛇毒 怕痛 赵一 13800138001; do
    is "$(holding "$secret"; grep -laF -- "$secret" wal.copy 2>/dev/null)" '' "not in the database, nor beside it: $secret"
done
ok "$([ "$(ask "SELECT count(*) FROM log WHERE changes LIKE '%base64%'")" != 0 ]; echo $?)" 'the log holds what was sealed'
is "$(ask "SELECT count(*) FROM log WHERE changes LIKE '%data_key%'")" 0 'the log holds no data key'
type=$([ "$engine" = sqlite ] && echo "typeof(%s) <> 'blob'" || echo "pg_typeof(%s) <> 'bytea'::regtype")
# shellcheck disable=SC2059
is "$(ask "SELECT count(*) FROM client WHERE $(printf "$type OR $type" name phone)")" 0 'columns hold bytes'
is "$(ask "SELECT count(*) - count(DISTINCT data_key) FROM client")" 0 'each person has a key of their own'

# ---- masked, revealed, hidden ------------------------------------------------------------------------------------
like "$(medi-db export clients C8 -q -o csv --no-header)" '^C8,欧\*\*,\+86139\*\*\*\*5678,110\*\*\*\*\*\*\*\*\*\*\*2X,.*,\*\*\*,31\.230000,121\.474000,,\*\*\*,\*\*\*,\*\*\*,,,$' 'masked with the key'
n=$(ask "SELECT count(*) FROM log WHERE verb = 'export'")
exits 0 'reveal' medi-db export clients C8 -q -o csv --no-header --reveal '回访 7'
like "$out" '^C8,欧阳锋,\+8613912345678,11010519491231002X,.*,白驼山庄,31\.230000,121\.474000,,头孢,蛇毒,怕痛,,,$' 'reveal: as it was'
is "$(ask "SELECT count(*) - $n FROM log WHERE verb = 'export'") $(ask "SELECT detail FROM log WHERE verb = 'export' ORDER BY at DESC, seq DESC LIMIT 1")" '1 回访 7' 'reveal: is logged with its reason'
for without in '--key none' ''; do
    [ "$without" ] || mv "$key" "$key.away"
    # shellcheck disable=SC2086
    run medi-db export clients C8 $without -o csv --no-header --lang en
    like "$code $out" '^0 C8,\*\*\*,\*\*\*,\*\*\*,,,S01,unknown,,,2026-01-01,client,\*\*\*,31\.230000,121\.474000,(zh10)?,\*\*\*,\*\*\*,\*\*\*,,,$' "without a key (${without:-none there}): *** for what is there"
    like "$err" 'personal columns are hidden: there is no key' "without a key (${without:-none there}): says so"
    # shellcheck disable=SC2086
    exits 2 "reveal without a key (${without:-none there})" medi-db export clients C8 $without --reveal 'why not' --lang en
    like "$err" '^medi-db: --reveal: personal data cannot be read without the key \(.*\); give it with --key FILE or MEDI_KEY$' "reveal without a key (${without:-none there}): says so"
    one_line "reveal without a key (${without:-none there})"
    is "$out" '' "reveal without a key (${without:-none there}): shows nothing"
    state=$(everything)
    # shellcheck disable=SC2086
    exits 2 "import without a key (${without:-none there})" medi-db import $without clients people.csv --lang en
    like "$err" '^medi-db: personal columns cannot be written without the key: give it with --key FILE' "import without a key (${without:-none there}): says so"
    # shellcheck disable=SC2086
    exits 2 "import of leads without a key (${without:-none there})" medi-db import $without leads leads.csv --lang en
    is "$(everything)" "$state" "import without a key (${without:-none there}): nothing written"
    printf 'code,name,phone,store,created_on\nE%s,,,S01,2026-01-01\n' "${#without}" >empty.csv
    printf 'code,store,created_on,language\nC8,S01,2026-01-01,zh%s\n' "${#without}" >absent.csv
    # shellcheck disable=SC2086
    exits 0 "import of empty columns without a key (${without:-none there})" medi-db import $without clients empty.csv --lang en
    is "$(counts)" '1 1 0 0 0' "import of empty columns without a key (${without:-none there}): written"
    # shellcheck disable=SC2086
    exits 0 "import without these columns and a key (${without:-none there})" medi-db import $without clients absent.csv --lang en
    is "$(counts)" '1 0 1 0 0' "import without these columns and a key (${without:-none there}): written"
    # shellcheck disable=SC2086
    exits 0 "everything else without a key (${without:-none there})" medi-db check $without
    [ "$without" ] || mv "$key.away" "$key"
done
like "$(medi-db export clients C8 -q -o csv --no-header --reveal test)" '^C8,欧阳锋,\+8613912345678,.*,zh0,头孢' 'what was sealed is untouched by all that'

# ---- bad keys -----------------------------------------------------------------------------------------------------
bad_key() { # EXIT PATTERN NAME [OPTIONS]: for a read and a write
    local want=$1 pattern=$2 name=$3
    shift 3
    local state
    state=$(everything)
    exits "$want" "$name: export" medi-db export clients "$@" --lang en
    like "$err" "$pattern" "$name: says so"
    one_line "$name"
    is "$out" '' "$name: nothing is shown"
    exits "$want" "$name: import" medi-db import clients people.csv "$@" --lang en
    like "$err" "$pattern" "$name: import says so"
    exits "$want" "$name: rekey" medi-db rekey "$@" --lang en
    is "$(everything)" "$state" "$name: nothing written"
    exits 0 "$name: what is not personal goes on" medi-db export visits "$@"
}
id() { sed -n 's/^medi-key-1 \([0-9a-f]*\) .*/\1/p' "$1"; }
bad_key 3 "third\.key: holds key $(id third.key), but personal data in .* is under key $(id "$key"); give the file of that key" 'a wrong key' --key third.key
bad_key 4 'none\.key: no such key file' 'a missing key' --key none.key
cp "$key" open.key
chmod 440 open.key
bad_key 3 'open\.key: others may read or change this key file; it is for its owner only: chmod 400 open\.key' 'a key readable by others' --key open.key
sed '$s/ \(.\{20\}\)./ \1A/; $s/.=$/A=/' "$key" >damaged.key
chmod 400 damaged.key
bad_key 3 'damaged\.key:2: no key, or a damaged one' 'a damaged key' --key damaged.key
head -c 60 "$key" >short.key
chmod 400 short.key
bad_key 3 'short\.key: no key is in it|short\.key:[0-9]: no key, or a damaged one' 'a truncated key' --key short.key
: >empty.key
chmod 400 empty.key
bad_key 3 'empty\.key: no key is in it' 'an empty key file' --key empty.key
bad_key 3 'not a regular file' 'a directory for a key' --key "$work"
head -c 5000 /dev/zero | tr '\0' '#' >long.key
chmod 400 long.key
bad_key 3 'long\.key: too long for a key file' 'a long file for a key' --key long.key
for file in damaged.key short.key open.key third.key; do
    secret=$(sed -n 's/^medi-key-1 [0-9a-f]* //p' $file)
    [ "$secret" ] || continue
    run medi-db export clients --key $file -v
    case "$out$err" in *"$secret"*) ok 1 "$file: the key is shown" ;; *) ok 0 "$file: the key is not shown" ;; esac
done
run env MEDI_KEY=third.key medi-db export clients -q --key "$key" --no-header
is "$code" 0 '--key goes before MEDI_KEY'

# damaged values: the row and the column are named
copy whole
change "UPDATE client SET allergy = (SELECT history FROM client WHERE code = 'C8') WHERE code = 'C8'"
exits 4 'a moved value' medi-db export clients --lang en
like "$err" '^medi-db: client C8: allergy: cannot be opened: it was damaged, or moved here from elsewhere; restore a backup$' 'a moved value: row and column are named'
exits 0 'a moved value: without the key the rest is there' medi-db export clients --key none
forget "$MEDI_DB"
copy clinic "$(at whole)"

# ---- the process that holds a key ---------------------------------------------------------------------------------
mkfifo slow
(ulimit -c unlimited 2>/dev/null; exec medi-db import clients slow >/dev/null 2>&1) &
pid=$!
exec 9>slow
sleep 0.5
secret=$(sed -n 's/^medi-key-1 [0-9a-f]* //p' "$key")
is "$(awk '/Max core file size/ { print $5, $6 }' "/proc/$pid/limits" 2>/dev/null)" '0 0' 'no core dump is written'
[ "$(id -u)" = 0 ] || is "$(stat -c %u "/proc/$pid/environ" 2>/dev/null)" 0 'it cannot be looked into by the same user'
like "$(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null)" 'import clients slow' 'its words'
is "$(tr '\0' '\n' <"/proc/$pid/cmdline" 2>/dev/null | grep -cF -- "$secret")" 0 'its words have no key'
is "$(tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | grep -cF -- "$secret")" 0 'its environment has no key'
kill -SEGV "$pid"
wait "$pid" 2>/dev/null
exec 9>&-
is "$(find . -name 'core*' | wc -l)" 0 'no core file'
is "$(holding "$secret")" '' 'the key is not in the database'

# ---- rejects -------------------------------------------------------------------------------------------------------
umask 000
printf 'code,name,phone,store,created_on\nC20,杨过,12,S01,2026-01-01\n' >refused.csv
exits 3 'rejects' medi-db import clients --rejects bad.csv refused.csv
umask 022
is "$(stat -c %a bad.csv)" 600 'rejects: for their owner only'
like "$(cat bad.csv)" 'C20,杨过,12,S01' 'rejects: hold what the file held'

# ---- search by equal value -----------------------------------------------------------------------------------------
found() { medi-db export -q "$@" -o csv --no-header | cut -d, -f1 | tr '\n' ' '; }
is "$(found clients --match phone=138-0013-8088)" 'C9 ' 'match a phone'
is "$(found clients --match 手机=+8613800138088)" 'C9 ' 'match a phone by an alias, in another spelling'
is "$(found leads --match phone=13800138088)" 'L1 ' 'match a phone of a lead'
is "$(found clients --match id_number=11010519491231002x)" 'C8 ' 'match an identity number'
is "$(found clients --match store=S01 --match channel=小红书)" 'C1 ' 'match all of several'
is "$(found clients -m store=S01 -m phone=13800138001)" 'C1 ' 'match a phone and a store'
is "$(found clients -m store=S02 -m phone=13800138001)" '' 'match nothing'
is "$(found clients --match note= --match store=S02)" 'C2 ' 'match what is empty'
like "$(medi-db export clients -q -o csv --no-header --match phone=13800138088)" '^C9,黄\*\*,\+86138\*\*\*\*8088' 'match: masked all the same'
exits 0 'match nothing' medi-db export clients --match phone=13800138099
exits 2 'match what has no index' medi-db export clients --match name=欧阳锋 --lang en
like "$err" '^medi-db: --match name: is sealed and has no index, so it cannot be searched for$' 'match what has no index: says so'
exits 2 'match without a key' medi-db export clients --match phone=13800138088 --key none --lang en
like "$err" 'without the key' 'match without a key: says so'
exits 2 'match no phone' medi-db export clients --match phone=abc --lang en
exits 2 'match no column' medi-db export clients --match phon=1 --lang en
like "$err" 'no such column of clients; did you mean phone\?' 'match no column: the nearest'
is "$(medi-db kinds clients -o csv | awk -F, '$6 == 1 { print $1 }' | tr '\n' ' ')" 'phone id_number ' 'kinds shows what can be searched for'

# ---- out and in again under another key ----------------------------------------------------------------------------
for kind in stores staff channels projects clients leads; do medi-db export -q $kind --reveal moving -o csv >"old-$kind.csv"; done
old=$MEDI_DB
use new
prepare "$MEDI_DB"
export MEDI_KEY=$work/new.key
medi-db init -q --test
for kind in stores staff channels projects clients leads; do
    medi-db import -q $kind "old-$kind.csv" >/dev/null
    medi-db export -q $kind --reveal moving -o csv >again.csv
    ok "$(cmp -s "old-$kind.csv" again.csv; echo $?)" "under another key: $kind comes back byte-identical"
done
index="SELECT $(hexed phone_index) FROM client WHERE code = 'C9'"
ok "$([ "$(ask "$index" "$old")" != "$(ask "$index")" ]; echo $?)" 'under another key: indexes have nothing in common'
