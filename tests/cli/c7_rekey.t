#!/bin/bash
# C7: rekey: another master key while others work; killed anywhere, the key file and the database go together.
. "$(dirname "$0")/lib.sh"
clinic
key=$HOME/.config/medi/key
id() { sed -n 's/^medi-key-1 \([0-9a-f]*\) .*/\1/p' "$1" | head -1; }
awk 'BEGIN { print "code,name,phone,store,created_on"
    for (i = 0; i < 6000; i++) printf "M%d,客户%d,139%08d,S01,2026-01-01\n", i, i, i }' >many.csv
printf 'code,name,phone,store,created_at\nL1,洪七公,13800138088,S01,2026-01-01 10:00\n' | medi-db import -q leads - >/dev/null
medi-db import -q clients many.csv >/dev/null
people() { medi-db export -q clients --reveal test -o csv "$@" | sha256sum; }
whole=$(people)

# ---- plainly -----------------------------------------------------------------------------------------------------
first=$(id "$key")
index=$(ask "SELECT $(hexed phone_index) || $(hexed name) FROM client WHERE code = 'M7'")
exits 0 'rekey' medi-db rekey --lang en
second=$(id "$key")
like "$err" "^medi-db: 6003 data keys are now under key $second in .*; backups made before need .*key\.old-$first$" 'rekey: says what was done and what is needed'
ok "$([ "$first" != "$second" ]; echo $?)" 'rekey: another key'
is "$(grep -c ^medi-key "$key") $(stat -c %a "$key") $(stat -c %a "$key.old-$first")" '1 400 400' 'rekey: one key in the file, the old one beside it, for their owner only'
is "$(id "$key.old-$first")" "$first" 'rekey: the old key is the old one'
is "$(people)" "$whole" 'rekey: everybody is there'
is "$(medi-db export -q clients --match phone=13900000007 --no-header | cut -f1)" M7 'rekey: search by equal value works'
is "$(ask "SELECT $(hexed phone_index) || $(hexed name) FROM client WHERE code = 'M7'")" "$index" 'rekey: people and indexes are as they were'
is "$(ask "SELECT count(DISTINCT substr(data_key, 1, 8)), min($(hexed 'substr(data_key, 1, 8)')) FROM (SELECT data_key FROM client UNION ALL SELECT data_key FROM lead) AS sealed")" \
    "1|$second" 'rekey: every data key is under the new key'
is "$(ask "SELECT count(*), max($(hexed key_id)) FROM vault")" "1|$second" 'rekey: the database knows the new key only'
ok "$(ask "SELECT count(*) FROM log WHERE verb = 'rekey' AND subject = 'keys'" | awk '{ exit !($1 >= 8) }'; echo $?)" 'rekey: an entry in the log for each batch'
exits 3 'the old key alone' medi-db export clients --key "$key.old-$first" --lang en
like "$err" "holds key $first, but personal data in .* is under key $second" 'the old key alone: both are named'
exits 0 'the checks pass' medi-db check
exits 0 'rekey again' medi-db rekey -q
ok "$([ "$(id "$key")" != "$second" ]; echo $?)" 'rekey again: yet another key'
is "$(people)" "$whole" 'rekey again: everybody is there'
exits 2 'rekey has no dry run' medi-db rekey -n

# ---- --new ---------------------------------------------------------------------------------------------------------
exits 0 'rekey --new' medi-db rekey -q --new "$work/safe.key"
is "$(id "$key")" "$(id safe.key)" 'rekey --new: the key is kept there too'
is "$(stat -c %a safe.key)" 400 'rekey --new: for its owner only'
is "$(people --key safe.key)" "$whole" 'rekey --new: and opens'
exits 2 'rekey --new with the key in use' medi-db rekey --new safe.key --lang en
like "$err" 'safe\.key: is the key that is in use' 'rekey --new with the key in use: says so'
prepare "$(at other)"
medi-db init -q --test -d "$(at other)" --key prepared.key
exits 0 'rekey --new with a key that is there' medi-db rekey -q --new prepared.key
is "$(id "$key")" "$(id prepared.key)" 'rekey --new with a key that is there: takes it'
chmod 444 safe.key
exits 3 'rekey --new with a key readable by others' medi-db rekey --new safe.key --lang en
is "$(people)" "$whole" 'after all that everybody is there'

# ---- where the files cannot be written -----------------------------------------------------------------------------
if [ "$(command -p id -u)" != 0 ]; then
    chmod 500 "$(dirname "$key")"
    exits 4 'rekey beside a key in a directory that cannot be written' medi-db rekey --lang en
    chmod 700 "$(dirname "$key")"
fi
ln -s "$key" link.key
exits 0 'rekey through a link' medi-db rekey -q --key link.key
ok "$([ -L link.key ] && [ ! -L "$key" ]; echo $?)" 'rekey through a link: the link stays one'
is "$(people --key link.key)" "$whole" 'rekey through a link: works'

# ---- two at once, and others meanwhile ------------------------------------------------------------------------------
medi-db rekey -q 2>first.err &
pid=$!
sleep 0.1
run medi-db rekey --lang en
like "$code $err" '^75 .*another process is changing the key; try again later$|^0 ' 'two at once: the second is told to wait, or was late'
printf 'code,name,phone,store,created_on\nN1,杨过,13700137000,S01,2026-01-01\n' >new.csv
exits 0 'meanwhile: writing' medi-db import -q clients new.csv
is "$(medi-db export -q clients N1 --reveal test --no-header | cut -f2,3)" '杨过	+8613700137000' 'meanwhile: reading'
is "$(medi-db export -q clients --match phone=13700137000 --no-header | cut -f1)" N1 'meanwhile: searching'
wait $pid
is "$?$(cat first.err)" 0 'two at once: the first goes through'
whole=$(people)

# ---- kill -9 ---------------------------------------------------------------------------------------------------------
# Killed after a random time, the tools work with the key file as it then is; a run that is left alone finishes.
rounds=${KILLS:-12} hits=0 broken=0 resumed=0
for round in $(seq "$rounds"); do
    before=$(id "$key")
    medi-db rekey -q 2>/dev/null &
    pid=$!
    # a run from the beginning is also killed while it is about the files
    sleep "0.$(printf '%03d' $((RANDOM % (round % 3 == 1 ? 40 : 350))))"
    kill -9 $pid 2>/dev/null && hits=$((hits + 1))
    wait $pid 2>/dev/null
    cp "$key" copy.key && chmod 400 copy.key
    # a copy of the key file alone is enough, too
    [ "$(people --key copy.key)" = "$whole" ] || broken=$((broken + 1))
    rm -f copy.key
    sed "s/杨过/杨过$round/" new.csv >newer.csv
    medi-db import -q clients newer.csv >/dev/null || broken=$((broken + 1))
    medi-db import -q clients new.csv >/dev/null || broken=$((broken + 1))
    [ "$(ask 'SELECT count(*) FROM vault')" = 2 ] && resumed=$((resumed + 1))
    if [ $((round % 3)) = 0 ]; then
        target=$(id "$key")
        [ "$(ask 'SELECT count(*) FROM vault')" = 2 ] || target=
        medi-db rekey -q || broken=$((broken + 1))
        [ -z "$target" ] || [ "$target" = "$(id "$key")" ] || broken=$((broken + 1))
        [ "$(grep -c ^medi-key "$key") $(ask 'SELECT count(*) FROM vault')" = '1 1' ] || broken=$((broken + 1))
    fi
    [ "$(people)" = "$whole" ] || broken=$((broken + 1))
done
is "$broken" 0 "kill -9 in $rounds rounds ($hits killed, $resumed in the middle): the key file and the database go together"
medi-db rekey -q
is "$(grep -c ^medi-key "$key") $(ask 'SELECT count(*) FROM vault')" '1 1' 'kill -9: and it is finished at last'
is "$(people)" "$whole" 'kill -9: everybody is there'
exits 0 'the checks pass at last' medi-db check
is "$(find "$(dirname "$key")" -name '*.tmp' | wc -l)" 0 'no drafts are left'
