#!/bin/bash
# D5: backup while others write, verified, in generations, encrypted to a recovery key; restore on an empty machine.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
make_visits() { # FIRST COUNT
    awk -v first="$1" -v count="$2" 'BEGIN {
        print "store,code,client,arrived_at"
        for (i = first; i < first + count; i++)
            printf "S0%d,V%07d,C%d,2026-0%d-%02d %02d:%02d\n", i % 2 + 1, i, i % 2 + 1, i % 9 + 1, i % 28 + 1, i % 12 + 8, i % 60
    }'
}
exported() { # [URL]: everything that can be written out, revealed
    local kind
    for kind in stores staff channels projects clients visits; do
        medi-db export "$kind" -q --reveal 'a comparison' ${1:+-d "$1"}
    done | sha256sum
}
flip() { # FILE OFFSET: another byte there
    local old
    old=$(od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' ')
    printf '%b' "\\0$(printf '%o' $((old ^ 255)))" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}
somewhere() { # NAME: room for a database of that name, and its place in $there
    there=$(at "$1")
    forget "$there"
    prepare "$there"
}
home=$HOME
machine() { # NAME: another machine: no key, no settings, nothing
    export HOME=$work/$1
    mkdir -p "$HOME"
}
clinic
medi-db backup-key -q safe >/dev/null
medi-db backup-key -q other >/dev/null

# while two others import
many() { for n in $(seq "$1" 100 "$2"); do make_visits "$n" 100 | medi-db import -q visits - >/dev/null || echo "$n" >>failed; done; }
many 10000 12900 &
first=$!
many 20000 22900 &
second=$!
for n in 1 2 3; do
    exits 0 "backup $n while two import" medi-db backup "live$n" --to safe.pub -q
    sleep 0.3
done
wait "$first" "$second"
[ ! -e failed ]
ok $? 'no import failed for a backup'
is "$(visits)" 6000 'and all of them are there'
machine empty
for n in 1 2 3; do
    somewhere "live$n"
    exits 0 "restore $n on an empty machine" medi-db restore "live$n" -d "$there" --recovery safe -q
    exits 0 "restore $n verifies" medi-audit verify --deep -d "$there"
    exits 0 "restore $n checks" medi-db check -d "$there"
    held=$(MEDI_DB=$there visits)
    is "$((held % 100))" 0 "restore $n holds whole imports only ($held visits)"
done
HOME=$home

# what comes out is what was in
exits 0 'backup' medi-db backup plain
like "$err" 'key' 'backup: says that the key is not in it'
exits 0 'backup, encrypted' medi-db backup sealed --to safe.pub -o json
like "$out" '"encrypted":true' 'backup, encrypted: says so'
want=$(exported)
machine new
somewhere same
exits 0 'restore with the key in it' medi-db restore sealed -d "$there" --recovery safe --lang en
like "$err" 'config/medi/key: the key to personal data' 'restore: says where the key went'
cmp -s "$HOME/.config/medi/key" "$home/.config/medi/key"
is "$? $(stat -c %a "$HOME/.config/medi/key")" '0 400' 'restore: the key is the same, and for its owner only'
is "$(exported "$there")" "$want" 'restore: every export is the same'
is "$(ask "SELECT verb || ' ' || subject FROM log WHERE store_id = 0 ORDER BY seq DESC LIMIT 1" "$there" | cut -d' ' -f1)" export 'restore: exports are logged there'
is "$(ask "SELECT count(*) FROM log WHERE verb = 'restore' AND detail LIKE 'sealed of 2026-10-01%'" "$there")" 1 'restore: is logged'
is "$(ask "SELECT count(*) FROM log WHERE verb = 'backup' AND subject = 'sealed'")" 1 'backup: is logged'
machine bare
somewhere keyless
exits 0 'restore without the key' medi-db restore plain -d "$there" --lang en
like "$err" 'personal data cannot be read without the key' 'restore without the key: says so'
exits 0 'and it verifies all the same' medi-audit verify --deep -d "$there"
like "$(medi-db export clients -q -d "$there")" '\*\*\*' 'and masks'
HOME=$home

# the other engine, and back
case $engine in
sqlite) only postgresql 'the way over a file and back starts from a server' ;;
*)
    exits 0 'from the server into a file' medi-db restore sealed -d "$work/file.db" --recovery safe --lang en
    like "$err" "^medi-db: $(id -un): had no account in it, and is its admin now\$" 'from the server into a file: logins are others there, so who restored it is let in'
    exits 3 'from the server into a file: but sees nobody unmasked' medi-db export clients -d "$work/file.db" --reveal test
    exits 0 'from the server into a file: until that duty is given' medi-db duty grant "$(id -un)" manager -d "$work/file.db"
    is "$(exported "$work/file.db")" "$want" 'from the server into a file: the same'
    exits 0 'the file backed up' medi-db backup fromfile -q -d "$work/file.db"
    somewhere overfile
    exits 0 'and into the server' medi-db restore fromfile -q -d "$there"
    is "$(exported "$there")" "$want" 'from a file into the server: the same'
    exits 0 'from a file into the server: verifies' medi-audit verify --deep -d "$there"
    ;;
esac

# wrong and missing keys
somewhere none
before=$(ls)
exits 3 'no recovery key' medi-db restore sealed -d "$there" --lang en
like "$err" 'encrypted for a recovery key' 'no recovery key: says so'
exits 3 'a wrong recovery key' medi-db restore sealed -d "$there" --recovery other --lang en
like "$err" 'another recovery key' 'a wrong recovery key: says so'
one_line 'a wrong recovery key'
exits 3 'the public half' medi-db restore sealed -d "$there" --recovery safe.pub
chmod 644 other
exits 3 'a recovery key that others can read' medi-db restore sealed -d "$there" --recovery other --lang en
like "$err" 'others may read' 'a recovery key that others can read: says so'
chmod 400 other
exits 3 'backup to a secret half' medi-db backup x --to safe
exits 4 'backup to no file' medi-db backup x --to nothing
exits 4 'a recovery key twice' medi-db backup-key safe
is "$(ls)" "$before" 'nothing was made'
exits 0 'show without the key' medi-db backup-show sealed -o json
like "$out" '"rows":null' 'show without the key: tells only what is open'
exits 2 'tables without the key' medi-db backup-show sealed --tables
exits 0 'show with the key' medi-db backup-show sealed --recovery safe -o json
like "$out" '"key":true' 'show with the key: the key is in it'
is "$(medi-db backup-show plain --tables --no-header | awk '$1 == "visit" { print $2 }')" 6000 'show: rows of a table'
grep -q "$(tail -1 "$home/.config/medi/key" | cut -d' ' -f3)" plain sealed
is "$?" 1 'the key cannot be seen in any of them'

# damage
size=$(stat -c %s plain)
for place in 0 13 17 40 110 150 190 207 209 230 $((size / 3)) $((size / 2)) $((size - 1)); do
    cp plain broken
    flip broken "$place"
    exits 3 "a byte was changed at $place" medi-db restore broken -d "$there" -q
done
for keep in 0 5 100 208 1000 $((size / 2)) $((size - 1)); do
    head -c "$keep" plain >broken
    exits 3 "cut short to $keep bytes" medi-db restore broken -d "$there" -q
done
(cat plain && echo) >broken
exits 3 'something behind its end' medi-db restore broken -d "$there" -q
sed 's/medi backup 1/medi backup 2/' plain >broken
exits 3 'another format' medi-db restore broken -d "$there" --lang en
like "$err" 'newer medi' 'another format: says what to do'
one_line 'another format'
exits 3 'no backup' medi-db restore "$top/README.md" -d "$there"
exits 4 'no such file' medi-db restore nothing -d "$there"
exits 4 'a directory' medi-db restore . -d "$there"
exits 3 'show: damaged' medi-db backup-show broken
only sqlite 'a file is not made' && {
    [ ! -e "$there" ] && [ ! -e "$there.restoring" ]
    ok $? 'nothing was made of a damaged one'
}
exits 0 'a whole one goes into the same place' medi-db restore plain -d "$there" -q
exits 0 'from a pipe' sh -c "cat plain | medi-db restore - --force -q -d '$there'"

# what is there
before=$(exported "$there")
exits 4 'over a database' medi-db restore plain -d "$there" --lang en
one_line 'over a database'
is "$(exported "$there")" "$before" 'over a database: it is left'
make_visits 90000 10 | medi-db import -q visits - -d "$there" >/dev/null
flip broken 300
exits 3 'over it by force, damaged' medi-db restore broken -d "$there" --force -q
is "$(MEDI_DB=$there visits)" 6010 'over it by force, damaged: it is left'
exits 3 'over it by force, by who has no account there' as zhao medi-db restore plain -d "$there" --force --lang en
like "$err" '^medi-db: zhao has no account' 'over it by force, by who has no account there: says so'
MEDI_DB=$there person zhou nurse
exits 3 'over it by force, by a nurse' as zhou medi-db restore plain -d "$there" --force --lang en
like "$err" '^medi-db: zhou may not medi-db restore; ask an admin' 'over it by force, by a nurse: says so'
one_line 'over it by force, by a nurse'
is "$(MEDI_DB=$there visits)" 6010 'over it by force, by a nurse: it is left'
exits 0 'over it by force' medi-db restore plain -d "$there" --force
is "$(MEDI_DB=$there visits)" 6000 'over it by force: the new one'
only postgresql 'a file in use is looked at below' && {
    make_visits 91000 10 | medi-db import -q visits - -d "$there" >/dev/null
    hold 4 "$there" &
    sleep 1
    exits 75 'a database that is written' medi-db restore plain -d "$there" --force --wait 1 --lang en
    one_line 'a database that is written'
    wait
    is "$(MEDI_DB=$there visits)" 6010 'a database that is written: it is left'
    exits 0 'when it is no more' medi-db restore plain -d "$there" --force -q
}
only sqlite 'a file can be kept and be in use; a server has one transaction' && {
    kept=$(printf '%s\n' "$out" | awk -F '\t' 'NR == 2 { print $6 }')
    is "$(medi-db export visits -q --no-header -d "$kept" | wc -l)" 6010 'over it by force: the old one is kept'
    make_visits 91000 10 | medi-db import -q visits - -d "$there" >/dev/null
    sqlite3 "$there" 'SELECT count(*) FROM visit' '.shell sleep 4' >/dev/null &
    sleep 1
    exits 75 'a database in use' medi-db restore plain -d "$there" --force --wait 1 --lang en
    like "$err" 'is in use' 'a database in use: says so'
    one_line 'a database in use'
    wait
    is "$(MEDI_DB=$there visits)" 6010 'a database in use: it is left'
    rm -f "$there"
    echo stale >"$there-wal"
    exits 4 'a log that was left beside' medi-db restore plain -d "$there" --lang en
    like "$err" 'left of another database' 'a log that was left beside: says so'
    exits 0 'a log that was left beside, by force' medi-db restore plain -d "$there" --force -q
    exits 0 'a log that was left beside does no harm' medi-audit verify --deep -d "$there"
    printf 'a letter\n' >letter.db
    exits 0 'by force over a file that is no database' medi-db restore plain -d letter.db --force -q
    is "$(cat letter.db.before-*)" 'a letter' 'which is kept'
    mkdir folder.db
    exits 4 'over a directory' medi-db restore plain -d folder.db --force
    ln -s real.db link.db
    cp "$there" real.db
    exits 0 'over a link' medi-db restore plain -d link.db --force -q
    is "$(readlink link.db) $(MEDI_DB=real.db visits)" 'real.db 6000' 'over a link: what it leads to is replaced'
}

# keys and packs
mkdir -p config/kinds
cp "$top/share/medi/kinds/visits.yaml" config/kinds/
MEDI_CONFIG=$work/config medi-db backup withpacks --to safe.pub -q >/dev/null
machine third
somewhere third
echo 'not to be touched' >taken
exits 4 'a key file that is there' medi-db restore withpacks -d "$there" --recovery safe --key-out taken -q
is "$(cat taken)" 'not to be touched' 'a key file that is there is not touched'
mkdir -p "$HOME/.config/medi"
echo 'another' >"$HOME/.config/medi/key"
chmod 400 "$HOME/.config/medi/key"
exits 4 'another key in the usual place' medi-db restore withpacks -d "$there" --recovery safe --lang en
like "$err" 'another key than the one in the backup.*--key-out' 'another key in the usual place: says what to do'
is "$(cat "$HOME/.config/medi/key")" another 'another key in the usual place is not touched'
exits 0 'restore with packs and key' medi-db restore withpacks -d "$there" --recovery safe --key-out key.out --config-out packs.out -q
cmp -s key.out "$home/.config/medi/key" && cmp -s packs.out/kinds/visits.yaml config/kinds/visits.yaml
ok $? 'restore with packs and key: they are the same'
HOME=$home

# generations
make_one() { medi-db backup gen --keep 3 -q >/dev/null; }
for n in 1 2 3 4 5; do make_one || ok 1 "generation $n"; done
is "$(ls gen* | wc -l)" 3 '--keep 3 keeps three'
for file in gen*; do exits 0 "$file is whole" medi-db backup-show "$file"; done
touch gen.20200101T000000Z gen.mine
make_one
is "$(ls gen.20200101T000000Z gen.mine gen* | sort -u | wc -l)" 5 'what is no backup is not removed'
exits 4 'without --keep nothing is replaced' medi-db backup gen --lang en
like "$err" 'exists already.*--keep' 'without --keep: says so'
exits 2 '--keep 0' medi-db backup gen --keep 0
exits 4 'a directory' medi-db backup "$work" --keep 2
exits 2 'a name that ends in a slash' medi-db backup "$work/none/"
exits 4 'a directory that is not there' medi-db backup none/b
echo mine >mine
exits 4 'a file that is no backup' medi-db backup mine --keep 2
is "$(cat mine)" mine 'a file that is no backup is left'
init elsewhere
exits 4 'a backup of another database' medi-db backup gen --keep 2 -d "$(at elsewhere)" --lang en
like "$err" 'another database' 'a backup of another database: says so'

# a database that was altered behind the tools' backs
copy altered
change "UPDATE visit SET status = 'cancelled' WHERE code = 'V0010003'" "$(at altered)"
exits 4 'an altered database' medi-db backup alt -d "$(at altered)" --lang en
like "$err" 'visit, store.*no backup was made' 'an altered database: says where, and that there is none'
one_line 'an altered database'
[ ! -e alt ] && [ ! -e alt.unfinished ]
ok $? 'an altered database: nothing is left'
exits 1 'an altered database, as it is' medi-db backup alt -d "$(at altered)" --as-is -q
exits 1 'shown' medi-db backup-show alt
somewhere asis
exits 3 'restored' medi-db restore alt -d "$there" --lang en
like "$err" 'do not agree with their log' 'restored: refused'
exits 1 'restored, as it is' medi-db restore alt -d "$there" --as-is -q

# a full disk
mkdir small
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=8m tmpfs small 2>/dev/null; then
    trap 'umount "$work/small"; finish' EXIT
    exits 0 'room on a disk' medi-db backup small/b -q
    sum=$(sha256sum <small/b)
    for room in 0 4K 64K; do
        dd if=/dev/zero of=small/fill bs=4k >/dev/null 2>&1
        truncate -s "-$room" small/fill 2>/dev/null
        exits 4 "a full disk with $room left" medi-db backup small/b --keep 3 --lang en
        like "$err" '^medi-db: small/b.*No space' "a full disk with $room left: says so"
        one_line "a full disk with $room left"
        is "$(ls small) $(sha256sum <small/b)" "b
fill $sum" "a full disk with $room left: the older backup is as it was"
        rm small/fill
    done
    only sqlite 'the disk of a server is its own' && {
        cp plain small/plain
        for room in 4K 512K; do
            dd if=/dev/zero of=small/fill bs=4k >/dev/null 2>&1
            truncate -s "-$room" small/fill
            exits 4 "restore to a full disk with $room left" medi-db restore small/plain -d small/new.db --lang en
            like "$err" 'room|space' "restore to a full disk with $room left: says so"
            is "$(ls small | joined ' ')" 'b fill plain' "restore to a full disk with $room left: nothing is left there"
            rm small/fill
        done
    }
fi
before=$(ls | joined)
(ulimit -f 64; trap '' XFSZ; medi-db backup big -q) 2>limit.err
is "$? $(wc -l <limit.err)" '4 1' 'a file that may not grow: exit 4, one line'
rm limit.err
is "$(ls | joined)" "$before" 'a file that may not grow: nothing is left'

# killed at any moment: tests/fault/kill.sh does it for longer
for verb in backup restore; do
    exits 0 "kill -9 of $verb" "$top/tests/fault/kill.sh" "$verb" "$engine" 3
done
printf '%s\n' "$out" | sed 's/^/# /'
