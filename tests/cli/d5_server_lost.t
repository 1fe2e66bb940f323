#!/bin/bash
# What becomes of work when the server fails: tried again where nothing was done, and only there; where the answer of
# the commit was lost, the log tells. A proxy between medi and the server cuts the connection where the plan says.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
only postgresql 'a file is not lost on the way' || exit 0
clinic
direct=$MEDI_DB
port=${server##*port=} port=${port%%&*}
socket=${server##*host=} socket=${socket%%&*}/.s.PGSQL.$port
sed_url() { printf '%s\n' "${1/host=${socket%/*}/host=$work/proxy}"; }
mkdir proxy
proxied=$(sed_url "$direct")
proxy=
through() { # STEP…: a proxy that follows this plan
    stop_proxy
    "$build/fault/proxy" "$work/proxy/.s.PGSQL.$port" "$socket" "$@" >proxy.log 2>&1 &
    proxy=$!
    until grep -q listening proxy.log; do sleep 0.02; done
}
stop_proxy() {
    [ -z "$proxy" ] || { kill "$proxy"; wait "$proxy"; } 2>/dev/null
    proxy=
}
trap 'stop_proxy; finish' EXIT
steps() { grep -cE '^(cut|refused|the commit)' proxy.log; } # that were taken
connections() { grep -c '^connection' proxy.log; }
visit() { # CODE…: a file with these visits
    echo 'store,code,client,arrived_at'
    for code in "$@"; do echo "S01,$code,C1,2026-07-01 10:00"; done
}
entries() { ask "SELECT count(DISTINCT run) FROM log WHERE verb = 'import' AND subject = 'visits' AND detail LIKE '$1: %'"; } # FILE
there() { ask "SELECT count(*) FROM visit WHERE code IN ('${1//,/\',\'}')"; } # CODE,…

# ---- the commit ---------------------------------------------------------------------------------------------------
visit B1 B2 >before.csv
through before
exits 75 'cut before the commit' medi-db import visits before.csv -d "$proxied" --lang en
like "$err" '^medi-db: .*: the server went away before the commit; nothing was written; run it again$' 'cut before the commit: says that nothing was written'
one_line 'cut before the commit'
is "$(there B1,B2) $(entries before.csv) $(steps)" '0 0 1' 'cut before the commit: nothing was'
visit A1 A2 >after.csv
through after
exits 0 'cut after the commit' medi-db import visits after.csv -d "$proxied" --lang en
is "$(counts) $err" '2 2 0 0 0 ' 'cut after the commit: success is told, once'
is "$(printf '%s\n' "$out" | wc -l)" 2 'cut after the commit: nothing is printed twice'
is "$(there A1,A2) $(entries after.csv) $(steps)" '2 1 1' 'cut after the commit: it was done once'
visit L1 L2 >late.csv
through late=700
exits 0 'a commit that comes late' medi-db import visits late.csv -d "$proxied" --lang en
is "$(counts) $err" '2 2 0 0 0 ' 'a commit that comes late: is waited for, and success is told'
is "$(there L1,L2) $(entries late.csv)" '2 1' 'a commit that comes late: it was done once'
visit N1 N2 >never.csv
through never=4000
exits 75 'a server that does not learn of the loss' medi-db import visits never.csv -d "$proxied" --wait 1 --lang en
like "$err" '^medi-db: .*: the server went away before it answered the commit; whether the work was done is not known: .*busy' 'a server that does not learn of the loss: says that it is not known'
one_line 'a server that does not learn of the loss'
sleep 4
is "$(there N1,N2)" 0 'a server that does not learn of the loss: gives up at last'
through after refuse=3
visit R1 >refuse.csv
exits 0 'lost again while asking' medi-db import visits refuse.csv -d "$proxied" --lang en
is "$(there R1) $(entries refuse.csv) $(steps)" '1 1 4' 'lost again while asking: asked again'
through after after after
visit T1 >thrice.csv
exits 0 'the answer of one commit is lost; of others there is none' medi-db import visits thrice.csv -d "$proxied" --lang en
is "$(there T1) $(steps)" '1 1' 'the answer of one commit is lost: looking is no commit'
through after at=12 answer=12 at=3
visit T2 >many.csv
exits 0 'lost at several places while asking' medi-db import visits many.csv -d "$proxied" --lang en
is "$(there T2) $(entries many.csv) $(steps)" '1 1 4' 'lost at several places while asking: asked until it is known'
for verb in 'store add S08 --name x' 'config set kpi.few 7' 'store edit S02 --phone 010-68888888'; do
    before=$(everything "$direct")
    through before
    # shellcheck disable=SC2086
    exits 75 "cut before the commit: $verb" medi-db $verb -d "$proxied"
    is "$(everything "$direct")" "$before" "cut before the commit: $verb: nothing written"
    through after
    # shellcheck disable=SC2086
    exits 0 "cut after the commit: $verb" medi-db $verb -d "$proxied"
done
is "$(medi-db store list -d "$direct" --no-header | cut -f1 | joined) $(medi-db config get kpi.few -d "$direct" --no-header)" 'S01,S02,S08 7' 'cut after the commit: all of it was done'

# standard input: the same, for it was read to its end
visit I1 I2 >input.csv
through after
exits 0 'standard input, cut after the commit' bash -c 'medi-db import visits - -d "$1" <input.csv' - "$proxied"
is "$(there I1,I2) $(entries -)" '2 1' 'standard input, cut after the commit: it was done'

# ---- before the commit ----------------------------------------------------------------------------------------------
# Cut at each message in turn: at first the database cannot be opened; then the work is tried again, with the same
# counts, rejects and output, or the tool says that nothing was written. One entry, or none.
{
    visit X1 X2 X3
    echo 'S01,X4,C9,2026-07-01 10:00'
} >sweep.csv
sweep() { # STEP: through all messages
    local n=${SWEEP_FROM:-1} wrong=0 again=0 late=0 gone=0
    while :; do
        sed "s/,X/,X${1}_${n}_/" sweep.csv >"$1$n.csv"
        through "$1=$n"
        run medi-db import visits "$1$n.csv" --rejects bad.csv -d "$proxied" --lang en
        case "$code $(there "X${1}_${n}_1,X${1}_${n}_2,X${1}_${n}_3") $(entries "$1$n.csv") $(steps)" in
        '3 3 1 0') break ;; # no such message
        '3 3 1 1')
            again=$((again + 1))
            [ "$(counts)$(printf '%s\n' "$out" | wc -l) $(wc -l <bad.csv)" = '4 3 0 0 12 2' ] || wrong=$((wrong + 1))
            ;;
        '75 0 0 1')
            gone=$((gone + 1))
            [ "$(printf '%s\n' "$err" | wc -l)" = 1 ] || wrong=$((wrong + 1))
            ;;
        *)
            wrong=$((wrong + 1))
            printf '# at message %d: exit %s, %s\n' "$n" "$code" "$err"
            ;;
        esac
        n=$((n + ${SWEEP_STEP:-7}))
        rm -f bad.csv "$1"*.csv
    done
    is "$wrong" 0 "$1: in the $n messages of an import: $again tried again, $gone told that nothing was written"
    ok "$([ $again -gt 5 ] && [ $gone -gt 1 ]; echo $?)" "$1: some of both"
}
sweep at
SWEEP_FROM=2 sweep answer
exits 0 'after all that' medi-db check -d "$direct"

# the server ends the connection itself, in the middle of a long import
many() { # LETTER COUNT
    awk -v l="$1" -v n="$2" 'BEGIN { print "store,code,client,arrived_at"; for (i = 0; i < n; i++) printf "S01,%s%d,C%d,2026-07-01 10:00\n", l, i, i % 2 + 1 }'
}
many K 20000 >long.csv
writers="FROM pg_stat_activity WHERE datname = '$(name_of "$direct")' AND application_name = 'medi' AND xact_start IS NOT NULL"
until_writing() { # waits until an import is at work
    local try
    for try in $(seq 200); do
        [ "$(root postgres "SELECT count(*) $writers")" = 0 ] || return 0
        sleep 0.02
    done
}
medi-db import visits long.csv -d "$direct" --lang en >out.long 2>err.long &
pid=$!
until_writing
root postgres "SELECT pg_terminate_backend(pid) $writers" >killed
wait $pid
is "$? $(cat err.long) $(cut -f3-7 out.long | tail -1 | tr '\t' ' ')" '0  20000 20000 0 0 0' 'terminated in the middle: tried again'
is "$(grep -c t killed) $(ask "SELECT count(*) FROM visit WHERE code LIKE 'K%'") $(entries long.csv)" '1 20000 1' 'terminated in the middle: every record once, and one entry'
medi-db import visits - -d "$direct" --lang en >out.long 2>err.long < <(many J 100; sleep 1; many J 20000 | tail -n +102) &
pid=$!
until_writing
root postgres "SELECT pg_terminate_backend(pid) $writers" >killed
wait $pid
is "$?" 75 'terminated while standard input is read: exit 75'
like "$(cat err.long)" '^medi-db: .*: the connection to the server was lost; nothing was written; try again$' 'terminated while standard input is read: is not tried again'
is "$(wc -l <err.long) $(wc -c <out.long) $(ask "SELECT count(*) FROM visit WHERE code LIKE 'J%'")" '1 0 0' 'terminated while standard input is read: nothing was written or printed'
many Q 20000 >cancel.csv
medi-db import visits cancel.csv -d "$direct" --lang en >out.long 2>err.long &
pid=$!
until_writing
root postgres "SELECT pg_cancel_backend(pid) $writers" >killed
wait $pid
status=$?
case $status in # whoever cancels does so on purpose; between two statements it is not heard
0) is "$(ask "SELECT count(*) FROM visit WHERE code LIKE 'Q%'")" 20000 'cancelled between two statements: done' ;;
*) is "$status $(wc -l <err.long) $(ask "SELECT count(*) FROM visit WHERE code LIKE 'Q%'")" '75 1 0' 'cancelled: not tried again, nothing written' ;;
esac
for n in 1 5 9 13; do
    through at=$n
    run medi-db export visits -d "$proxied" --lang en
    is "$code $(printf '%s\n' "$err" | wc -l)" '75 1' "a reader that is cut at message $n: exit 75, one line"
done

# a look behind the mask: logged at least once before it is given, or not given
seen() { ask "SELECT count(*) FROM log WHERE verb = 'export' AND detail = '$1'"; }
for step in before after; do
    through $step
    exits 75 "reveal, cut $step the commit" medi-db export clients C1 --reveal "look $step" -d "$proxied"
    is "$out" '' "reveal, cut $step the commit: nothing is shown"
done
is "$(seen 'look before') $(seen 'look after')" '0 1' 'reveal, cut: logged if it was done'
n=1 shown=0 wrong=0
while :; do
    through at=$n
    run medi-db export clients C1 --reveal "look $n" -d "$proxied"
    [ "$(steps)" = 1 ] || break
    case "$code $(printf '%s' "$out" | grep -c 13800138001)" in
    '0 1') shown=$((shown + 1)) ;;
    '75 0') ;;
    *) wrong=$((wrong + 1)) ;;
    esac
    [ "$code" != 0 ] || [ "$(seen "look $n")" = 1 ] || wrong=$((wrong + 1))
    n=$((n + ${SWEEP_STEP:-7}))
done
is "$wrong" 0 "reveal, cut in its $n messages: what is shown ($shown times) is logged once"

# two at once: each writes for its own store, and both meet in what all stores share
echo 'unknown: {channel: create}' >create.yaml
for round in 1 2 3; do
    for store in S01 S02; do
        awk -v s=$store -v r="$round" 'BEGIN { print "code,client,arrived_at,channel"; for (i = 0; i < 50; i++) printf "P%d%s%d,C1,2026-07-01 10:00,new%d\n", r, s, i, r }' >$store.csv
    done
    through slow=1000 # the first has written the channel, and not yet committed it, when the second does
    medi-db import visits --map create.yaml -s S01 S01.csv -d "$proxied" --lang en >one.out 2>one.err &
    pid=$!
    until grep -q 'the commit waits' proxy.log; do sleep 0.02; done
    medi-db import visits --map create.yaml -s S02 S02.csv -d "$direct" --lang en >two.out 2>two.err
    two=$?
    wait $pid
    is "$? $two $(cat one.err two.err)" '0 0 ' "two stores at once, $round: both succeed"
    is "$(tail -qn 1 one.out two.out | cut -f3-7 | joined)" '50	50	0	0	0,50	50	0	0	0' "two stores at once, $round: the counts"
done
is "$(ask "SELECT count(*) FROM visit WHERE code LIKE 'P%'" "$direct") $(ask "SELECT count(*) FROM channel WHERE code LIKE 'new%'" "$direct")" '300 3' 'two stores at once: every record, and each channel once'
exits 0 'two stores at once: all is well' medi-db check -d "$direct"

# ---- the whole server: one of this test's own ---------------------------------------------------------------------
own() { BUILD=$work/own "$top/tests/pg" "$@"; }
trap 'stop_proxy; own remove; finish' EXIT
own start
own_db=$(own url clinic)
own create clinic
export MEDI_DB=$own_db
medi-db init -q --test
printf 'code,name\nS01,x\n' | medi-db import -q stores - >/dev/null
printf 'code,store,created_on\nC1,S01,2026-01-01\nC2,S01,2026-01-01\n' | medi-db import -q clients - >/dev/null
count() { medi-db export visits -q --no-header -d "$own_db" | wc -l; }
own stop
for verb in 'export visits' 'import visits before.csv' 'check' 'migrate' 'store add S02 --name x' 'rekey'; do
    # shellcheck disable=SC2086
    exits 75 "a server that is not running: $verb" medi-db $verb --lang en
    like "$err" '^medi-db: .*: the server cannot be reached; is it running, and is the host right\?$' "a server that is not running: $verb: says so"
done
own start
many F 20000 >fast.csv
medi-db import visits fast.csv --lang en >out.long 2>err.long &
pid=$!
sleep 0.4
own stop
sleep 1
own start
wait $pid
is "$? $(cat err.long) $(cut -f4 out.long | tail -1)" '0  20000' 'a server that is started anew: the import waits for it and goes through'
is "$(count)" 20000 'a server that is started anew: every record once'
many G 20000 >gone.csv
medi-db import visits gone.csv --wait 1 --lang en >out.long 2>err.long &
pid=$!
sleep 0.4
own kill
wait $pid
is "$? $(wc -l <err.long) $(wc -c <out.long)" '75 1 0' 'a server that was killed: exit 75, one line, no counts'
own start
is "$(count)" 20000 'a server that was killed: nothing half done'
exits 0 'a server that was killed: all is well' medi-db check
exits 0 'a server that was killed: run again' medi-db import -q visits gone.csv
