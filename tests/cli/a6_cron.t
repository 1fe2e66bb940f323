#!/bin/bash
# A6, D5: the lines of share/cron/crontab, run as cron runs them; ssh and sudo are stood in for by who runs what they name.
. "$(dirname "$0")/lib.sh"
clinic
person medi-auditor auditor
mkdir -p bin home head in backup etc
printf '#!/bin/sh\nshift 3\ncd "%s" && exec "$@"\n' "$work/head" >bin/ssh
printf '#!/bin/sh\n[ "$1 $2 $3" = "-n -u medi-auditor" ] || exit 9\nshift 3\nMEDI_ACTOR=medi-auditor exec "$@"\n' >bin/sudo
chmod +x bin/ssh bin/sudo
medi-audit keygen -q --name clinic home/key >/dev/null
cp home/key.pub head/clinic.pub
medi-db backup-key -q "$work/safe" >/dev/null && mv safe.pub etc/recovery.pub
printf '%s\n' 'store,code,client,arrived_at' 'S01,V1,C1,2026-07-01 10:00' >in/visits.csv
sed "s|/srv/in|$work/in|; s|/srv/backup|$work/backup|; s|/etc/medi|$work/etc|; s|/var/lib/medi-auditor|$work/home|" "$top/share/cron/crontab" >cron.lines
cron() { # ACTOR PATTERN: the line that has it
    local line
    line=$(grep -E '^(# )?[0-9*]+ [0-9*]+ \* \* \* ' cron.lines | grep -- "$2")
    is "$(printf '%s\n' "$line" | wc -l)" 1 "a line with $2"
    like "$line" '^[^%]*$' "$2: no %, which cron would take for the end of the line"
    line=$(printf '%s' "$line" | sed -E 's/^(# )?([^ ]+ +){5}//')
    run env -i MEDI_DB="$MEDI_DB" MEDI_NOW="$MEDI_NOW" MEDI_ACTOR="$1" MEDI_KEY="${key:-none}" HOME="$work/home" \
        PATH="$work/bin:$build/bin:/usr/bin:/bin" LANG=C /bin/sh -c "$line"
    ! [ "$out$err" ] || [ "${3:-}" = talks ] || ok 1 "$2: is quiet"
}
for _ in 1 2; do # every hour
    cron medi-auditor 'checkpoint -q --sign $HOME/key >'
    is "$code" 0 'the hourly line'
    cron medi-auditor 'ssh '
    is "$code" 0 'to head office'
done
is "$(grep -c '^checkpoint' home/notes) $(grep -c '^checkpoint' head/notes)" '2 2' 'both were kept, here and there'
cron medi-auditor 'verify'
is "$code" 0 'the nightly line'
owner=$(id -un)
[ "$engine" = sqlite ] || owner=$me
key=$work/.config/medi/key
cron "$owner" 'import -q visits'
is "$code" 0 'the import'
is "$(visits) $(medi-audit checkpoints | sed -n 2p)" '1 checkpoint 3' 'the import: its rows, and a checkpoint of the auditor'
is "$(medi-audit log --no-header --verb checkpoint | tail -1 | cut -f4)" medi-auditor 'the import: the checkpoint is his'
cron "$owner" 'backup -q'
is "$code" 0 'the backup'
is "$(medi-db backup-show backup/clinic.backup --recovery safe -o json | grep -c '"key":true')" 1 'the backup: with what a restore needs'
cron "$owner" 'check -q'
is "$code" 0 'the morning check'
change "UPDATE visit SET note = 'x'"
key=
cron medi-auditor 'verify' talks
is "$code" 1 'what was changed by hand: exit 1'
like "$out" '	visit	visit [0-9]+	changed	V1$' 'what was changed by hand: is printed, and so mailed'
cron "$owner" 'backup -q' talks
is "$code" 4 'and no backup is made of it'
is "$(ls backup | wc -l)" 1 'and the one before it is left'
