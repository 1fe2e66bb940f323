#!/bin/bash
# F3: send, by each transport, to real servers on this machine: what each answer makes of a message, that the key stays, that an
# answer that was lost is not an answer, secrets, TLS, the breaker, the rate, catching up after an outage.
# Seen to fail: with RETRY for 4xx and DEAD for 5xx exchanged in http.c and smtp.c, without the Message-ID, with the mode of a
# secret not asked for, without gateway_tell ('the breaker'), without `late` in room() ('catching up').
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/f3_lib.sh"
sending_clinic
export MEDI_STORE=S01 MEDI_CONFIG=$work/conf
mkdir conf
transport() { printf 'transports:\n%s\n' "$1" >conf/transports.yaml; }
await() { # FILE: until it is there
    local n=0
    until [ -s "$1" ] || [ $n = 100 ]; do
        sleep 0.1
        n=$((n + 1))
    done
    cat "$1"
}
servers=
serve() { # NAME WORDS…: in the background; its port in $port
    rm -f "$1.port"
    "$top/tests/gateway/$1.py" --log "$1.log" --port-file "$1.port" "${@:2}" 2>"$1.err" &
    servers="$servers $!"
    port=$(await "$1.port")
}
hang_up() {
    # shellcheck disable=SC2086
    kill $servers 2>/dev/null
    servers=
    wait 2>/dev/null
}
trap 'hang_up; finish' EXIT
verdict() { message "$1" "state || '|' || tries || '|' || COALESCE(receipt, '') || '|' || COALESCE(reason, '')"; }

# ---- nothing to send by ----
put X
exits 3 'no transports' env MEDI_CONFIG= medi-followup send --lang en
transport '  email: {via: sendmail, command: [/bin/true], from: care@clinic.example}'
exits 3 'no transport for the channel' followup send --channel sms
like "$err" 'no transport sms; put one into transports.yaml' 'no transport for the channel: says so'
bad() { # NAME YAML PATTERN
    transport "$2"
    exits 3 "$1" followup send
    like "$err" "transports.yaml:[0-9]+: $3" "$1: says where and what"
}
bad 'no such via' '  sms: {via: pigeon}' 'via: must be command, sendmail, smtp or http'
bad 'no command' '  sms: {via: command}' 'sms: needs command'
bad 'without TLS' '  sms: {via: http, url: "http://gateway.example/"}' 'url: is without TLS'
bad 'a password in the URL' '  sms: {via: http, url: "https://me:pw@gateway.example/"}' 'url: holds a user or password'
bad 'from nobody' '  email: {via: sendmail, command: [/bin/true], from: "me\nBcc: x@y"}' 'email: from: must be a mail address'
bad 'an unknown word' '  sms: {via: command, command: [/bin/true], retries: 3}' 'unknown key retries'
echo secret >token
chmod 640 token
bad 'a secret that others read' "  sms: {via: http, url: 'https://gateway.example/', secret: {file: $work/token}}" 'secret: .*token: others can read it; chmod 600'
bad 'no such credential' "  sms: {via: http, url: 'https://gateway.example/', secret: {credential: sms}}" 'secret: credential sms: systemd gave none'

# ---- a program a message ----
cat >once <<'SH'
#!/bin/sh
text=$(cat)
echo "$MEDI_MESSAGE_KEY|$MEDI_MESSAGE_TO|$MEDI_MESSAGE_CHANNEL|$text" >>once.log
case $MEDI_MESSAGE_TO in *01) echo G1 ;; *02) echo busy; exit 75 ;; *03) echo 'no such number'; exit 67 ;; esac
SH
chmod +x once
transport "  sms: {via: command, command: [$work/once]}"
clear_messages
put sent
put busy client=C2
put wrong client=C3 channels=email
exits 75 'a program a message' followup send
like "$err" 'S01 sms: 1 sent, 1 again later, 1 dead, 0 not sent' 'a program a message: what became of them'
is "$(verdict sent)" 'sent|1|G1|' 'exit code 0: sent, with its receipt'
is "$(verdict busy)" 'pending|1||exit code 75: busy' 'exit code 75: again later'
is "$(verdict wrong)" 'dead|1||exit code 67: no such number' 'another exit code: dead'
like "$(cat once.log)" '^[0-9a-f]{32}\|\+8613800138001\|sms\|【旗舰店】赵一您好' 'its words on standard input'
is "$(states)" 'sent=sent busy=pending wrong=dead C3:p:wrong:1:email=pending' 'dead: the next channel'
run followup send
like "$err" 'S01 email: 1 are due, and there is no transport; put one into transports.yaml' 'no transport for what is due: said'
! [[ $err == *'S01 sms: '*'no transport'* ]]
ok $? 'no transport: not of the channel that has one'
first=$(grep '138002|' once.log | cut -d'|' -f1)
run later 120 send
is "$(grep '138002|' once.log | cut -d'|' -f1 | sort -u)" "$first" 'again: the same key'
transport "  sms: {via: command, command: [$work/missing]}"
clear_messages
put X
exits 75 'a program that is not there' followup send
like "$(verdict X)" 'pending\|1\|\|.*missing: cannot be run' 'a program that is not there: not the fault of the message'
transport "  sms: {via: command, command: 'kill -9 \$\$'}"
run later 120 send
like "$(verdict X)" 'pending\|2\|\|killed by signal 9' 'a program that dies: again later'
transport "  sms: {via: command, timeout: 1, command: [sleep, '60']}"
run later 400 send
like "$(verdict X)" 'pending\|3\|\|no answer in 1 s' 'a program that hangs: again later'

# ---- a program that lives on ----
cat >lines <<'SH'
#!/bin/bash
while IFS= read -r line; do
    key=${line#*'"key":"'} key=${key%%'"'*}
    code=${line#*'"code":"'} code=${code%%'"'*}
    echo "$code $key $$" >>lines.log
    case $code in
    good*) echo "{\"key\":\"$key\",\"state\":\"sent\",\"receipt\":\"G-$code\",\"more\":[1.5,true]}" ;;
    twice) echo "{\"key\":\"$key\",\"state\":\"sent\"}"; echo "{\"key\":\"$key\",\"state\":\"dead\"}" ;;
    later) echo "{\"key\":\"$key\",\"state\":\"retry\",\"after\":7200,\"reason\":\"full\"}" ;;
    dead) echo "{\"key\":\"$key\",\"state\":\"dead\",\"reason\":\"no such number\"}" ;;
    garbage) echo 'Segmentation fault' ;;
    silent) ;;
    exits) exit 1 ;;
    esac
done
SH
chmod +x lines
transport "  sms: {via: command, talk: lines, timeout: 2, failures: 100, command: [$work/lines]}"
clear_messages
put good1 due=$((now - 9))
put twice due=$((now - 8))
put later due=$((now - 7))
put dead due=$((now - 6))
put garbage due=$((now - 5))
put good2 due=$((now - 4))
put silent due=$((now - 3))
exits 75 'a program that lives on' followup send
is "$(verdict good1) $(verdict good2) $(verdict twice)" 'sent|1|G-good1| sent|1|G-good2| sent|1||' 'lives on: sent, once though it says so twice'
wait=$(($(message later next_at) - now))
[ "$wait" -ge 7200 ] && [ "$wait" -le 7210 ]
ok $? "lives on: again when it says so ($wait s)"
is "$(verdict dead)" 'dead|1||no such number' 'lives on: dead'
is "$(verdict garbage)" 'pending|1||answered with what is no answer' 'lives on: garbage is no answer'
is "$(verdict silent)" 'pending|1||no answer in 2 s' 'lives on: silence is no answer'
is "$(cut -d' ' -f3 lines.log | sort -u | wc -l)" 1 'lives on: one program for all'
clear_messages
put exits due=$((now - 9))
put good3 due=$((now - 8))
exits 75 'a program that ends in between' followup send --lease 5s --batch 1
is "$(verdict exits) $(verdict good3)" 'pending|1||the program ended without an answer sent|1|G-good3|' 'a program that ends in between: is begun again'

# ---- sendmail ----
cat >sendmail <<'SH'
#!/bin/sh
cat >"mail.$$"
SH
chmod +x sendmail
printf 'code,name,email,wechat,store,channel,created_on\n%s' 'G1,周好,good@x.example,wx-9,S01,xhs,2026-01-01
G2,吴满,full@x.example,,S01,xhs,2026-01-01
G3,郑空,gone@x.example,,S01,xhs,2026-01-01
G4,王满,full.data@x.example,,S01,xhs,2026-01-01
G5,冯空,gone.data@x.example,,S01,xhs,2026-01-01
G6,陈断,die@x.example,,S01,xhs,2026-01-01
' | medi-db import -q clients - >/dev/null
transport "  email: {via: sendmail, command: [$work/sendmail, -t], from: care@clinic.example}
  wechat: {via: command, command: [$work/once]}"
clear_messages
put letter channel=email client=G1
put none channel=email client=C1
put chat channel=wechat client=G1
rm -f once.log
exits 0 'sendmail' followup send
is "$(states)" 'letter=sent none=dropped chat=sent' 'sendmail: sent; who has no address is dropped'
key=$(medi-followup dead --dropped --no-header | cut -f2)
is "$key" none 'dropped ones are listed when asked for'
like "$(cat mail.*)" '^To: <good@x.example>$' 'sendmail: to the address of mail'
like "$(cat mail.*)" '^Message-ID: <[0-9a-f]{32}@clinic.example>$' 'sendmail: its Message-ID is made of the key'
is "$(sed '1,/^$/d' mail.* | base64 -d)" '【旗舰店】周好您好，请按预约时间到院复诊，如需改期请致电+862168888888。' 'sendmail: the words'
is "$(sed -n 's/^Subject: =?UTF-8?B?\(.*\)?=$/\1/p' mail.* | base64 -d)" '复诊提醒' 'sendmail: the subject'
like "$(cat once.log)" '\|wx-9\|wechat\|' 'WeChat: to what the account calls them'

# ---- HTTP ----
chmod 600 token
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout tls.key -out tls.crt -days 30 -subj /CN=localhost \
    -addext 'subjectAltName = DNS:localhost,IP:127.0.0.1' 2>/dev/null
serve http --token secret --slow 4 --tls tls.crt tls.key
gateway() { # MORE: the gateway as it is
    transport "  sms: {via: http, url: 'https://localhost:$port/send', ca: $work/tls.crt, secret: {file: $work/token}, timeout: 2, failures: 100,
    fields: {mobile: to, content: text, uid: code}, receipt: msgid, ok: {field: code, values: ['0']}${1:-}}"
}
gateway
clear_messages
put good due=$((now - 20))
for fault in drop die slow garbage twice busy; do put fault-$fault due=$((now - 10)); done
printf 'code,name,phone,store,channel,created_on\nC5,号错,13800138013,S01,xhs,2026-01-01\n' | medi-db import -q clients - >/dev/null
put wrong client=C5
exits 75 'HTTP' followup send
is "$(verdict good)" 'sent|1|R1|' 'HTTP: 200'
like "$(verdict wrong)" 'dead\|1\|\|HTTP 400: ' 'HTTP: 400 is dead'
like "$(verdict fault-busy)" 'pending\|1\|\|HTTP (429|503): ' 'HTTP: 429 and 503 are tried again'
like "$(verdict fault-drop)" 'pending\|1\|\|.' 'HTTP: hung up before it took it'
like "$(verdict fault-die)" 'pending\|1\|\|.' 'HTTP: hung up after it took it'
like "$(verdict fault-slow)" 'pending\|1\|\|.*imed out' 'HTTP: no answer in time'
like "$(verdict fault-garbage)" 'pending\|1\|\|answered with what is no answer' 'HTTP: garbage'
like "$(verdict fault-twice)" 'sent\|1\|R' 'HTTP: answered twice'
run later 400 send
is "$(grep -c 'fault-die.* again$' http.log)" 1 'HTTP: what was taken without an answer comes again under its key'
is "$(awk '{ if ($2 in key && key[$2] != $1) bad++; key[$2] = $1 } END { print bad + 0 }' http.log)" 0 'HTTP: no message under two keys'
printf 'wrong\n' >token
clear_messages
put X
exits 75 'HTTP: a wrong token' followup send
like "$(verdict X)" 'pending\|1\|\|HTTP 401: ' 'HTTP: a wrong token is not the fault of the message'
is "$(ps -eo args | grep -c '[w]rong')" 0 'HTTP: a secret stands in no list of processes'
transport "  sms: {via: http, url: 'https://localhost:$port/send', timeout: 20}"
run later 400 send
like "$(verdict X)" 'pending\|2\|\|.*certificate' 'HTTP: a certificate that nobody vouches for'

# the breaker: shared by all, open after so many failures in a row, then one tries
hang_up
gateway
sed -i 's/failures: 100/failures: 3, rest: 30/' conf/transports.yaml
clear_messages
for n in 1 2 3 4 5 6; do put X$n due=$((now - 10 + n)); done
exits 75 'the breaker' followup send
like "$err" 'sms: fails; nothing goes for 30 s' 'the breaker: says so'
is "$(ask 'SELECT count(*) FROM message WHERE tries = 1')" 3 'the breaker: opens after three failures'
is "$(ask 'SELECT count(*) FROM lease')" 0 'the breaker: the rest is given back'
exits 75 'the breaker is open' later 10 send
is "$(ask 'SELECT SUM(tries) FROM message')" 3 'the breaker is open: nothing goes'
exits 75 'the breaker is half open' later 40 send
is "$(ask 'SELECT SUM(tries) FROM message')" 4 'the breaker is half open: one tries'
echo secret >token
serve http --token secret --tls tls.crt tls.key
gateway
sed -i 's/failures: 100/failures: 3, rest: 30/' conf/transports.yaml
run later 400 send
is "$(ask "SELECT count(*) FROM message WHERE state = 'sent'")" 6 'the breaker closes when one went'

# the rate
gateway ', rate: 5'
clear_messages
for n in 1 2 3 4 5 6 7 8 9; do put R$n; done
timed run followup send
is "$(ask "SELECT count(*) FROM message WHERE state = 'sent'")" 9 'a rate: all go'
[ $took -ge 700 ]
ok $? "a rate: nine at five a second, with five saved up, take $took ms"

# catching up: late ones marked, no more than so many a run, oldest first, what is new not held up
gateway
medi-db config set -q send.catch_up 3
clear_messages
for n in 1 2 3 4 5; do put late$n due=$((now - 86400 + n)) until=$((now + 86400)); done
put fresh
exits 75 'catching up' followup send
is "$(ask "SELECT code || late FROM message WHERE state = 'sent' ORDER BY id" | joined)" late11,late21,late31,fresh0 'catching up: the oldest three, marked late; and what is not late'
exits 0 'catching up, the next run' followup send
is "$(ask "SELECT count(*) FROM message WHERE state = 'sent' AND late = 1")" 5 'catching up: the rest'
medi-db config unset -q send.catch_up

# taken back between taking and sending: what the program before it took time for
cat >slowly <<'SH'
#!/bin/sh
cat >/dev/null
[ -e go ] || { : >started; n=0; until [ -e go ] || [ $n = 100 ]; do sleep 0.1; n=$((n + 1)); done; }
SH
chmod +x slowly
transport "  sms: {via: command, command: [$work/slowly]}"
clear_messages
put first due=$((now - 9))
put second due=$((now - 8))
put third due=$((now - 7)) client=C3
followup send 2>sent.err &
pid=$!
servers="$servers $pid"
n=0
until [ -e started ] || [ $n = 100 ]; do sleep 0.1; n=$((n + 1)); done
change "UPDATE message SET state = 'cancelled' WHERE code = 'second'"
medi-client withdraw C3 --purpose care --proof 电话 --at 2026-10-01T08:59:00+08:00 -q >/dev/null
: >go
wait $pid
is "$(states)" 'first=sent second=cancelled third=dropped' 'what was taken back, or refused, after it was taken does not go'

# ---- SMTP ----
serve smtp --tls tls.crt tls.key --login clinic:secret
server() { # MORE
    transport "  email: {via: smtp, url: 'smtp://localhost:$port', ca: $work/tls.crt, from: care@clinic.example, user: clinic, secret: {file: $work/token},
    timeout: 3, failures: 100${1:-}}"
}
mails() { # five mails of each kind of end
    clear_messages
    put good channel=email client=G1 due=$((now - 9))
    put full channel=email client=G2 due=$((now - 8))
    put gone channel=email client=G3 due=$((now - 7))
    put full.data channel=email client=G4 due=$((now - 6))
    put gone.data channel=email client=G5 due=$((now - 5))
    put die channel=email client=G6 due=$((now - 4))
}
server
mails
exits 75 'SMTP' followup send
is "$(verdict good)" 'sent|1||' 'SMTP: 250'
like "$(verdict full)" 'pending\|1\|\|SMTP 452: ' 'SMTP: 452 is tried again'
like "$(verdict gone)" 'dead\|1\|\|SMTP 550: ' 'SMTP: 550 is dead'
like "$(verdict full.data)" 'pending\|1\|\|SMTP 451: ' 'SMTP: 451 after the mail is tried again'
like "$(verdict gone.data)" 'dead\|1\|\|SMTP 554: ' 'SMTP: 554 after the mail is dead'
like "$(verdict die)" 'pending\|1\|\|.' 'SMTP: hung up after the mail'
like "$(sed -n 1p smtp.log)" '"subject": "复诊提醒", "header_to": "<?good@x.example>?", "text": "【旗舰店】周好您好，.*"tls": true, "login": "clinic"' 'SMTP: what came, by TLS, after a login'
id=$(sed -n 's/.*"id": "\([^"]*\)".*die@.*/\1/p' smtp.log)
run later 400 send
is "$(sed -n 's/.*"id": "\([^"]*\)".*die@.*/\1/p' smtp.log | sort -u)" "$id" 'SMTP: again: the same Message-ID'
printf 'wrong\n' >token
mails
exits 75 'SMTP: a wrong password' followup send
is "$(ask "SELECT count(*) FROM message WHERE state = 'pending' AND tries = 1")" 6 'SMTP: a wrong password is not the fault of the mails'
server ', plain: true'
echo secret >token
mails
exits 75 'SMTP: without TLS where it is wanted' followup send
is "$(ask "SELECT count(*) FROM message WHERE state = 'sent'")" 0 'SMTP: without TLS where it is wanted: nothing is sent'
hang_up
server
run later 400 send
like "$(verdict good)" 'pending\|2\|\|' 'SMTP: nobody there'
