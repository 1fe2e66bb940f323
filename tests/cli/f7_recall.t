#!/bin/bash
# F7, C8: whom a rule brings back, each once. Seen to fail with a birthday of today taken for one of next year, with what a birthday
# is for named by the day of the run, with nobody asked whether they were chosen before, with complaints that are closed taken for
# open ones, with `lately` turned round, with the cap of a day forgotten, with consent not asked, with the client left out of the
# hash of who is held out, and with merge_recipient_drop.sql dropping nothing.
. "$(dirname "$0")/lib.sh"
clinic
medi-db store edit -q S01 --hours 'Mo-Su 09:00-20:00'
printf 'code,name,kind,cycle_days\nP9,水光针,injection,60\n' | medi-db import -q projects - >/dev/null
follow() { medi-followup "$@" --lang en; }
put() { medi-db import -q "$1" - >/dev/null; }
agree() { # CLIENT…: to marketing by any way
    { echo 'client,purpose,way,given,at,proof' && printf '%s,marketing,any,1,2026-01-02 10:00,签字\n' "$@"; } | put consents
}
# A client who came once, on a day, was treated with P9 (a cycle of 60 days) and paid; PHONE may be empty.
lapsed() { # CLIENT DAY [STORE [PHONE]]
    printf 'code,phone,store,channel,created_on,owner\n%s,%s,%s,xhs,2026-01-01,K1\n' "$1" "${4-138001$(printf %05d $((++phones)))}" "${3:-S01}" | put clients
    printf 'store,code,client,arrived_at,status\n%s,V%s,%s,%s 10:00,finished\n' "${3:-S01}" "$1" "$1" "$2" | put visits
    printf 'store,code,client,project,started_at,ended_at,status\n%s,T%s,%s,P9,%s 10:10,%s 10:30,completed\n' "${3:-S01}" "$1" "$1" "$2" "$2" | put treatments
    printf 'store,code,order,client,kind,amount_fen,paid_at\n%s,M%s,O%s,%s,payment,100000,%s 11:00\n' "${3:-S01}" "$1" "$1" "$1" "$2" | put payments
}
phones=10000
# client, reason, channel, arm, why left out
shown() { follow recall --no-header -q "$@" | cut -f2,4,6,10,11 | tr '\t' ' ' | sort; }
sums() { ask "SELECT (SELECT COUNT(*) FROM recipient), (SELECT COUNT(*) FROM message), (SELECT COUNT(*) FROM task), (SELECT COUNT(*) FROM voucher)" | tr '|\t' '  '; }

# ---- lapsed by the cycle of their project: 60 days, so from the 90th day on ----
lapsed L1 2026-07-03
lapsed L2 2026-07-04
lapsed L3 2026-07-03
lapsed L4 2026-07-03
lapsed L5 2026-07-03
lapsed L6 2026-07-03
lapsed L7 2026-07-03 S01 ''
lapsed L8 2026-06-30 S02
lapsed LX 2026-07-03
agree L1 L2 L4 L5 L6 L7 L8 LX
medi-client edit -q LX --class staff
printf 'client,tag,source,from_on\nL4,do-not-disturb,hand,2026-01-01\n' | put tags
printf 'store,code,client,starts_at,ends_at,status\nS01,A1,L5,2026-10-02 10:00,2026-10-02 11:00,booked\nS01,A2,L1,2026-09-02 10:00,2026-09-02 11:00,noshow\n' | put appointments
printf 'store,code,client,way,category,severity,opened_at,state\nS01,TS1,L6,phone,service,2,2026-09-20 10:00,responded\nS01,TS2,L1,phone,service,2,2026-02-20 10:00,closed\n' | put complaints
run follow recall lapsed -n
is "$code $(printf '%s\n' "$out" | head -1 | tr '\t' ' ')" '0 campaign client store reason score channel role due_at offer arm left_out' 'a rule alone shows whom it would take'
is "$(shown lapsed -n)" "$(lines 'L1 cycle sms sent ' 'L3 cycle   consent' 'L4 cycle   tag' 'L5 cycle   booked' 'L6 cycle   complaint' 'L7 cycle   address' 'L8 cycle sms sent ')" 'at the edge of the cycle, and who is left out; the day before: not'
like "$err" 'left out: 1 by their tags, 1 with an appointment ahead, 1 with an open complaint, 1 without an address, 1 without consent to marketing' 'it says how many and why'
is "$(follow recall lapsed -n --no-header -q | grep L1 | cut -f8,9)" "$(printf '2026-10-01T10:00:00+08:00\ttrial 0.00')" 'when, and with what offer'
is "$(MEDI_NOW=2026-10-01T10:00:01+08:00 follow recall lapsed -n --no-header -q | grep L1 | cut -f8)" 2026-10-02T10:00:00+08:00 'ten is over: tomorrow at ten'
is "$(MEDI_NOW=2026-10-02T09:00+08:00 shown lapsed -n | grep L2)" 'L2 cycle sms sent ' 'a day later the next is lapsed'
is "$(shown lapsed -n --limit 1)" 'L8 cycle sms sent ' 'the most lapsed first'
is "$(shown lapsed -n -s S02)" 'L8 cycle sms sent ' 'of a store'
exits 2 'a rule without -n' follow recall lapsed
like "$err" 'medi-followup campaign add CODE --rule lapsed' 'a rule without -n: what to do'
exits 3 'no such rule' follow recall laps -n
like "$err" 'rule laps: not in recall\.yaml; there are: lapsed, birthday' 'no such rule: those that there are'
exits 2 'nothing' follow recall
exits 2 'codes for no campaign' follow recall - -n
is "$(sums)" '0 0 0 0' 'nothing was written'

# ---- by a campaign ----
follow campaign add -q W1 --rule lapsed --to 2026-10-31 -s S01 >/dev/null
exits 3 'a draft chooses nobody' follow recall --campaign W1
like "$err" 'campaign W1: is a draft; begin it with: medi-followup campaign start W1' 'a draft: what to do'
is "$(shown --campaign W1 -n | grep ' sent ')" 'L1 cycle sms sent ' 'but it may be looked at'
follow campaign start -q W1 -s S01
run follow recall --campaign W1 --no-header
is "$code $(printf '%s\n' "$out" | cut -f1-4,6,10 | tr '\t' ' ')" '0 W1 L1 S01 cycle sms sent' 'who was chosen, and nobody else'
like "$err" 'W1: 1 chosen, 0 held out, 0 chosen before' 'and it is said'
is "$(ask 'SELECT code, plan, step, occurrence, channel, template, purpose, state FROM message' | tr '|\t' '  ')" 'L1:W1:lapsed:1:sms W1 lapsed 1 sms recall.lapsed marketing pending' 'their message'
is "$(ask "SELECT kind || ' ' || value_fen || ' ' || state || ' ' || (expires_on - issued_on) || ' ' || (SELECT c.code FROM client AS c WHERE c.id = client_id) || ' ' || why FROM voucher")" 'trial 0 issued 60 L1 沉睡唤回' 'their voucher'
is "$(ask "SELECT arm || ' ' || reason || ' ' || channel || ' ' || (SELECT COUNT(*) FROM voucher AS v WHERE v.id = voucher_id) FROM recipient")" 'sent cycle sms 1' 'and that they were chosen'
run follow recall --campaign W1 --no-header
is "$code $out $(sums)" '0  1 1 0 1' 'once more: nothing'
like "$err" 'W1: 0 chosen, 0 held out, 1 chosen before' 'and it is said'
MEDI_NOW=2026-10-02T09:00+08:00 follow recall --running -q --no-header >got
is "$(cut -f2 got) $(sums)" 'L2 2 2 0 2' 'the next day: who has come to it since'
follow campaign add -q W2 --rule lapsed --to 2026-10-31 >/dev/null
follow campaign start -q W2
is "$(MEDI_NOW=2026-10-03T09:00+08:00 shown --campaign W2 -n | grep -E '^L[12] ')" "$(lines 'L1 cycle   lately' 'L2 cycle   lately')" 'nobody twice within the days of the rule, by whatever campaign'
exits 3 'of another store' follow recall --campaign W1 -s S02
like "$err" 'campaign W1: is of another store' 'of another store: says so'
exits 0 'the log has it' medi-audit verify -q
exits 0 'and everything holds' medi-db check -q

# ---- named clients ----
agree L3
{ echo code && lines C1 L3 L8 L1 C1; } >codes
run bash -c 'medi-followup recall --campaign W1 - --lang en --no-header -n <codes | cut -f2,4,6,10,11 | tr "\t" " "'
is "$out" "$(lines 'C1 list   consent' 'L3 list sms sent ' 'L8 list   store' 'C1 list   consent')" '-: whoever is named, whatever the rule says of them; the rest holds'
agree C1
is "$(medi-client list -s S01 -q | medi-followup recall --campaign W1 - -q --no-header | cut -f2 | sort | joined)" 'C1,L3' 'what medi-client list writes is read'
is "$(sums)" '4 4 0 4' 'and stands'
{ echo code && lines L3 L99; } >codes
run bash -c 'medi-followup recall --campaign W2 - --lang en <codes'
is "$code $(sums)" '3 4 4 0 4' 'an unknown code: nothing half done'
like "$err" '^medi-followup: .*:3: client L99: not in the database' 'an unknown code: where'
run bash -c 'printf "name\nx\n" | medi-followup recall --campaign W2 - --lang en'
is "$code" 3 'no column of codes'
like "$err" ':2: needs a column code, or client' 'no column of codes: says so'
is "$(printf 'code\n' | medi-followup recall --campaign W2 - -q --no-header)" '' 'nobody named: nobody chosen'

# ---- birthdays: from today on for three days; today is 1 October ----
born() { # CLIENT BIRTHDAY
    printf 'code,phone,store,channel,created_on,birthday\n%s,138002%05d,S01,xhs,2026-01-01,%s\n' "$1" $((++phones)) "$2" | put clients
    printf 'store,code,order,client,kind,amount_fen,paid_at\nS01,M%s,O%s,%s,payment,100000,2026-08-01 11:00\n' "$1" "$1" "$1" | put payments
    agree "$1"
}
born B1 1990-09-30
born B2 1990-10-01
born B3 1990-10-04
born B4 1990-10-05
born B5 ''
born B6 1992-02-29
born B7 1988-01-01
is "$(shown birthday -n)" "$(lines 'B2 birthday sms sent ' 'B3 birthday sms sent ')" 'a birthday: today and in three days; without one: not'
is "$(follow recall birthday -n --no-header -q | sort | cut -f8 | joined)" '2026-10-01T10:00:00+08:00,2026-10-04T10:00:00+08:00' 'and goes out on the day'
birth() { MEDI_NOW=$1T09:00+08:00 follow recall birthday -n --no-header -q | grep B6 | cut -f8; }
is "$(birth 2027-02-24)$(birth 2027-03-01)" '' '29 February, in a year without it: not before the 25th, not in March'
is "$(birth 2027-02-25) $(birth 2027-02-28)" '2027-02-28T10:00:00+08:00 2027-02-28T10:00:00+08:00' 'but on the 28th'
is "$(birth 2028-02-26) $(birth 2028-02-29)" '2028-02-29T10:00:00+08:00 2028-02-29T10:00:00+08:00' 'in a leap year on the day itself'
follow campaign add -q HB --rule birthday --to 2028-12-31 >/dev/null
follow campaign start -q HB
MEDI_NOW=2026-12-30T09:00+08:00 follow recall --campaign HB -q >/dev/null
is "$(ask "SELECT code FROM message WHERE code LIKE 'B7:%'")" 'B7:HB:birthday:2027:sms' 'seen coming in December: of the year in which it is'
MEDI_NOW=2027-01-01T09:00+08:00 follow recall --campaign HB -q >/dev/null
is "$(ask "SELECT COUNT(*) FROM message WHERE code LIKE 'B7:%'")" 1 'and so not once more on the day'
MEDI_NOW=2027-12-31T09:00+08:00 follow recall --campaign HB -q >/dev/null
is "$(ask "SELECT code FROM message WHERE code LIKE 'B7:%' ORDER BY code" | joined)" 'B7:HB:birthday:2027:sms,B7:HB:birthday:2028:sms' 'but the next year'

# ---- calls, segments, channels ----
lapsed G1 2026-08-01
printf 'store,code,order,client,kind,amount_fen,paid_at\nS01,MG9,OG9,G1,payment,5000000,2026-08-01 12:00\n' | put payments
is "$(shown high-value -n)" 'G1 spend   consent' 'a call is marketing too'
printf 'client,purpose,way,given,at,proof\nG1,marketing,phone,1,2026-01-02 10:00,录音\n' | put consents
is "$(shown high-value -n)" 'G1 spend call sent ' 'who agreed to calls is called'
follow campaign add -q GV --rule high-value --to 2026-12-31 >/dev/null
follow campaign start -q GV
follow recall --campaign GV -q >/dev/null
is "$(ask "SELECT code || ' ' || kind || ' ' || role || ' ' || (SELECT s.code FROM staff AS s WHERE s.id = staff_id) || ' ' || due_at || ' ' || until_at FROM task")" \
    "G1:GV:high-value:2026-10 recall consultant K1 $(date -d '2026-10-01 14:00 +08:00' +%s) $(date -d '2026-10-04 14:00 +08:00' +%s)" 'by their own consultant, once a month'
is "$(follow due --kind recall --to 2026-11-01 --no-header -q | grep -c G1:GV)" 1 'it is on the list of what is due'
is "$(ask "SELECT COUNT(*) FROM message WHERE plan = 'GV'")" 0 'and no message goes'
is "$(shown event -n | grep G1)" 'G1 high-value   lately' 'by segment; chosen lately'
is "$(MEDI_NOW=2026-10-20T09:00+08:00 shown event -n | grep G1)" 'G1 high-value   consent' 'who agreed to calls alone gets no message'
medi-client edit -q L1 --wechat wx_l1 2>/dev/null
is "$(MEDI_NOW=2027-02-01T09:00+08:00 shown lapsed -n | grep 'L1 ')" 'L1 cycle wechat sent ' 'the first channel that they have'
printf 'client,purpose,way,given,at,proof\nL1,marketing,wechat,0,2026-12-01 10:00,拒收\n' | put consents
is "$(MEDI_NOW=2027-02-01T09:00+08:00 shown lapsed -n | grep 'L1 ')" 'L1 cycle sms sent ' 'that they did not take back'

# ---- held out ----
follow campaign add -q H0 --rule new --to 2026-12-31 --holdout 0 >/dev/null
follow campaign add -q H1 --rule new --to 2026-12-31 --holdout 100 >/dev/null
follow campaign add -q H2 --rule new --to 2026-12-31 --holdout 50 >/dev/null
for c in H0 H1 H2; do follow campaign start -q $c; done
{ echo 'code,phone,store,channel,created_on' && for i in $(seq 1 60); do printf 'N%02d,1380030%04d,S01,xhs,2026-09-01\n' "$i" "$i"; done; } | put clients
{ echo 'store,code,client,arrived_at,status' && for i in $(seq 1 60); do printf 'S01,VN%02d,N%02d,2026-09-20 10:00,finished\n' "$i" "$i"; done; } | put visits
# shellcheck disable=SC2046
agree $(for i in $(seq 1 60); do printf 'N%02d ' "$i"; done)
is "$(follow recall --campaign H1 -n -q --no-header | cut -f10 | sort | uniq -c | tr -s ' ')" ' 60 held' '100 %: nobody gets anything'
is "$(follow recall --campaign H0 -n -q --no-header | cut -f10 | sort | uniq -c | tr -s ' ')" ' 60 sent' '0 %: all do'
follow recall --campaign H2 -n -q --no-header | cut -f2,10 | sort >first
follow recall --campaign H2 -q --no-header | cut -f2,10 | sort >second
is "$(cat first)" "$(cat second)" 'half: whoever is asked for, the same'
like "$(grep -c held first)" '^(2[0-9]|3[0-9])$' 'half: about half'
is "$(ask "SELECT COUNT(*) FROM recipient AS r WHERE r.arm = 'held' AND (r.voucher_id IS NOT NULL OR EXISTS (SELECT 1 FROM message AS m WHERE m.client_id = r.client_id AND m.plan = 'H2'))")" 0 'who is held out gets neither message nor voucher'
is "$(ask "SELECT COUNT(*) FROM message WHERE plan = 'H2'")" "$(grep -c sent first)" 'and the others one each'
is "$(shown --campaign H0 -n | awk '{ print $NF }' | sort | uniq -c | tr -s ' ')" ' 60 lately' 'nor anything by another campaign, lest there is nothing to compare with'

# ---- caps ----
sed 's/cap: 200/cap: 2/; s/not_within_days: 30/not_within_days: 0/' "$top/share/medi/recall.yaml" >recall.yaml
mkdir own && mv recall.yaml own/
export MEDI_CONFIG=$PWD/own
follow campaign add -q K1 --rule new --to 2026-12-31 --cap 3 >/dev/null
follow campaign start -q K1
run follow recall --campaign K1 --no-header
is "$(printf '%s\n' "$out" | wc -l)" 2 'the cap of a day'
like "$err" '58 more were not looked at: the cap is reached' 'and it is said'
is "$(follow recall --campaign K1 --no-header -q)" '' 'the same day: no more'
is "$(MEDI_NOW=2026-10-02T09:00+08:00 follow recall --campaign K1 --no-header -q | wc -l)" 1 'the next day: up to the cap of the campaign'
is "$(MEDI_NOW=2026-10-03T09:00+08:00 follow recall --campaign K1 --no-header -q | wc -l)" 0 'and then no more'

# ---- many at once, and killed ----
follow campaign add -q R1 --rule new --to 2026-12-31 >/dev/null
follow campaign start -q R1
sed -i 's/cap: 2$/cap: 500/' own/recall.yaml
for i in 1 2 3 4; do follow recall --campaign R1 -q --no-header >many$i 2>&1 & done
wait
is "$(cat many? | wc -l) $(ask "SELECT COUNT(*) FROM message WHERE plan = 'R1'") $(ask "SELECT COUNT(*) FROM recipient WHERE campaign_id = (SELECT id FROM campaign WHERE code = 'R1')")" '60 60 60' 'four at once: each client once'
is "$(ask "SELECT COUNT(*) FROM voucher") $(ask 'SELECT COUNT(DISTINCT voucher_id) FROM recipient')" "$(ask 'SELECT COUNT(*) FROM recipient WHERE voucher_id IS NOT NULL') $(ask 'SELECT COUNT(*) FROM recipient WHERE voucher_id IS NOT NULL')" 'and a voucher each'
follow campaign add -q R2 --rule new --to 2026-12-31 >/dev/null
follow campaign start -q R2
wrong=0
for i in 1 2 3 4 5 6 7 8; do
    medi-followup recall --campaign R2 -q >/dev/null 2>&1 &
    pid=$!
    sleep "0.0$i"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    case $(ask "SELECT COUNT(*) FROM message WHERE plan = 'R2'") in 0 | 60) ;; *) wrong=$((wrong + 1)) ;; esac
done
is "$wrong" 0 'kill -9: before or after, never between'
follow recall --campaign R2 -q >/dev/null
is "$(ask "SELECT COUNT(*) FROM message WHERE plan = 'R2'")" 60 'kill -9: and it is finished'
exits 0 'the log has it all' medi-audit verify -q

# ---- joined and forgotten ----
before=$(ask 'SELECT COUNT(*) FROM recipient')
exits 0 'two files of one person, both chosen' medi-client merge N01 N02
is "$(ask "SELECT COUNT(*) FROM recipient AS r JOIN client AS c ON c.id = r.client_id AND c.code = 'N01' JOIN campaign AS g ON g.id = r.campaign_id AND g.code = 'R1'")" 1 'they were chosen once'
is "$(follow recall --campaign R1 --no-header -q)" '' 'and are not chosen again'
person boss manager
medi-client forget -q N03 --reason 本人要求 --anyway 本人要求 2>/dev/null
as boss medi-db request approve -q "$(ask 'SELECT MAX(id) FROM request')"
exits 0 'one is forgotten' medi-client forget -q N03 --reason 本人要求 --anyway 本人要求
is "$(ask "SELECT COUNT(*) FROM recipient AS r JOIN client AS c ON c.id = r.client_id WHERE c.code = 'N03'")" "$(ask "SELECT COUNT(*) FROM recipient AS r JOIN client AS c ON c.id = r.client_id WHERE c.code = 'N04'")" 'who was forgotten stays counted'
is "$(printf 'code\nN03\nN02\n' | medi-followup recall --campaign H0 - -n -q --no-header | cut -f2,11 | tr '\t' ' ' | joined)" 'N03 forgotten,N01 ' 'and is not written to; a joined file leads to the one that stays'
exits 1 'what waits for them still' medi-db check -q --lang en
is "$(grep -c '^followup_not_taken_back' <<<"$out")" 3 'what waits for them still: is named'
follow plan -q >/dev/null
exits 0 'everything holds once it was taken back' medi-db check -q
unset MEDI_CONFIG

# ---- packs that are wrong ----
rule() { printf 'recalls:\n  - recall: a\n    zh: 甲\n    says: a\n' && cat; }
wrong() { # NAME PATTERN
    rule >own/recall.yaml
    MEDI_CONFIG=$PWD/own exits 3 "$1" follow recall a -n
    like "$err" "recall\.yaml:$2" "$1: says where"
    one_line "$1"
}
any='    any: [{reason: r, says: r, zh: 甲, when: {visits_from: 1}, passes: {visits: 1}, fails: {visits: 0}}]'
message='    message: {template: recall.new, channels: [sms], at: "10:00", within: 1 day}'
rest='    once: year'
wrong 'negative days' '8: not_within_days: must be from 0 to 3650' <<<"$any
$message
$rest
    not_within_days: -1"
wrong 'an unknown measure' '5: visit: no such measure; did you mean visits' <<<"${any/visits_from/visit_from}
$message
$rest
    not_within_days: 1"
wrong 'an example that does not fail' '5: fails: this example passes' <<<"${any/visits: 0/visits: 2}
$message
$rest
    not_within_days: 1"
wrong 'an unknown segment' '5: a: rich: not in segments.yaml' <<<"    segments: [rich]
$message
$rest
    not_within_days: 1"
wrong 'an unknown tag' '6: a: rich: not in tags.yaml' <<<"$any
    not_tags: [rich]
$message
$rest
    not_within_days: 1"
wrong 'an unknown template' '6: a: template: recall.old: not in templates.yaml' <<<"$any
${message/recall.new/recall.old}
$rest
    not_within_days: 1"
wrong 'a template for care' '6: a: template: care.day: is for care; a recall is marketing' <<<"$any
${message/recall.new/care.day}
$rest
    not_within_days: 1"
wrong 'an unknown channel' '6: a: channels: must be sms, wechat or email' <<<"$any
${message/sms/pigeon}
$rest
    not_within_days: 1"
wrong 'no time of the day' '6: a: at: must be a time of the day such as 10:00' <<<"$any
${message/10:00/25:00}
$rest
    not_within_days: 1"
wrong 'an unknown role' '6: a: role: sister: no role of the staff' <<<"$any
    call: {role: sister, at: \"10:00\", within: 1 day}
$rest
    not_within_days: 1"
wrong 'nobody decides' '2: a: needs any, segments or tags' <<<"$message
$rest
    not_within_days: 1"
wrong 'nothing goes out' '2: a: needs message or call' <<<"$any
$rest
    not_within_days: 1"
wrong 'a word that is unknown' '9: .*caps.*' <<<"$any
$message
$rest
    not_within_days: 1
    caps: 3"
wrong 'money for nothing' '7: a: needs worth_fen' <<<"$any
$message
    offer: {kind: cash, valid_days: 3}
$rest
    not_within_days: 1"
sed 's/{tenure_days_below: 90}/{birthday_days_below: 90}/; s/{tenure_days: /{birthday_days: /' "$top/share/medi/tags.yaml" >own/tags.yaml
MEDI_CONFIG=$PWD/own exits 3 'a birthday in another pack' medi-client tag apply --lang en
like "$err" 'tags\.yaml:.*birthday_days: only recall\.yaml knows it' 'a birthday in another pack: says so'
