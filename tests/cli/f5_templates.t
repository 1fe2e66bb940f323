#!/bin/bash
# F5: templates: fields, languages, length, a way out of marketing, words that the law forbids; and that nothing is sent while
# one is wrong. Seen to fail: with each of the five checks of templates_check.c left out, and without templates_must.
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/f3_lib.sh"
sending_clinic
export MEDI_STORE=S01

exits 0 'those that are shipped' followup template check
is "$out" 'severity	place	template	language	finding' 'those that are shipped: nothing is found'
like "$err" '14 templates, 0 findings' 'those that are shipped: all are checked'
exits 0 list followup template list --no-header
is "$(printf '%s\n' "$out" | wc -l)" 28 'list: each in both languages'
is "$(printf '%s\n' "$out" | awk -F '\t' '$6 > 3' | wc -l)" 0 'list: none in more than three parts'
exits 0 show followup template show care.day -o json
like "$out" '"language": ?"zh".*\{client\}您好' 'show: with its fields'
exits 3 'show what there is not' followup template show care.dya
like "$err" 'care.dya: no such template; did you mean care.day\?' 'show what there is not: names the nearest'

# ---- what is wrong ----
template() { # PURPOSE ZH EN
    printf 'templates:\n  mine:\n    zh: 我的\n    purpose: %s\n    text:\n      zh: "%s"\n' "$1" "$2" >mine.yaml
    [ -z "$3" ] || printf '      en: "%s"\n' "$3" >>mine.yaml
}
wrong() { # NAME PATTERN: found in mine.yaml
    exits 1 "$1" followup template check mine.yaml --no-header
    like "$out" "$2" "$1: says where and what"
}
template care '{client}您好' 'Dear {client}'
exits 0 'a good one' followup template check mine.yaml
template care '{client}您好 {{价}' 'Dear {{ {client}'
exits 0 'a brace that is none of a field' followup template check mine.yaml
template care '{clients}您好' 'Dear {client}'
wrong 'an unknown field' '^error	mine.yaml:6	mine	zh	\{clients\}: no such field; there are: client, store'
template care '{client 您好' 'Dear {client}'
wrong 'a field without an end' '^error	mine.yaml:6	mine	zh	\{client 您好: no such field'
template care '{client}您好' ''
wrong 'a language that is missing' '^error	mine.yaml:[23]	mine	en	has no text in en'
template care "$(printf '长%.0s' $(seq 202))" 'x'
wrong 'more than three parts' '202 characters: would be sent in 4 parts, and 3 are allowed'
template care "$(printf '长%.0s' $(seq 201))" "$(printf 'a%.0s' $(seq 459))"
exits 0 'three parts' followup template check mine.yaml
template marketing '{client}您好，欢迎' 'Welcome, reply STOP'
wrong 'marketing without a way out' 'mine	zh	marketing must say how to refuse it \(广告法 43\): 拒收请回复R'
template care '{client}您好，本院拥有最先进的设备' 'x'
wrong 'a forbidden word' 'mine.yaml:6	mine	zh	最先进: 绝对化用语 \(广告法 9\(三\)\): 写可核实的事实'
template care '{client}您好，最 先​进的ＢＯＴＯＸ' 'our BoTox'
wrong 'a forbidden word, hidden' '最 先.*进: 绝对化用语'
is "$(printf '%s\n' "$out" | grep -c '广告法 15')" 2 'a forbidden word, hidden: wide, and in any case'
template care '{client}您好，第一步请签到，最近请防晒，本院不承诺疗效' 'x'
exits 0 'a word that means something else' followup template check mine.yaml
template care '{client}您好，抢购' 'x'
wrong 'a word to be thought about' '^warning	'
printf 'templates:\n  mine: {zh: 我的, purpose: ads, text: {zh: x, en: x}}\n' >mine.yaml
exits 3 'no such purpose' followup template check mine.yaml
like "$err" 'mine.yaml:2: mine: purpose: must be care or marketing' 'no such purpose: says where'

# ---- nothing goes while one is wrong ----
mkdir conf
cp "$top/share/medi/templates.yaml" conf/
printf 'transports:\n  sms: {via: command, command: "cat >>words; echo >>words"}\n' >conf/transports.yaml
export MEDI_CONFIG=$work/conf
put X
sed -i '/^  care.week:/,/^  care.month:/s/请继续防晒保湿/保证疗效/' conf/templates.yaml
for verb in send claim; do
    exits 3 "$verb with a wrong template" followup $verb
    like "$err" "conf/templates.yaml:[0-9]+: care.week: 保证疗效: 保证功效或安全 \(广告法 16.*1 errors; nothing was sent" "$verb with a wrong template: says where"
done
is "$(message X state) $(cat words 2>/dev/null)" 'pending ' 'with a wrong template: nothing goes'
cp "$top/share/medi/templates.yaml" conf/
exits 0 'when it is mended' followup send
is "$(cat words)" '【旗舰店】赵一您好，请按预约时间到院复诊，如需改期请致电+862168888888。' 'when it is mended: it goes'
medi-db store edit S01 -q --phone '' 2>/dev/null || change "UPDATE store SET phone = NULL WHERE code = 'S01'"
exits 3 'a store without a phone' followup send
like "$err" 'store S01: has no phone, which messages name' 'a store without a phone: says so'
medi-db store edit S01 -q --phone 021-68888888

# ---- tried on a client ----
exits 0 try followup template try C1 --template care.day --no-header
like "$out" '赵\*\*您好，您于2026年9月30日做的除皱针' 'try: about the last treatment, the name masked'
exits 0 'try, revealed' followup template try C1 --template care.day --treatment T2 --reveal 试看 --no-header
like "$out" '赵一您好，您于2026年9月29日' 'try, revealed: about that treatment'
exits 1 'try what needs a treatment' followup template try C3 --template care.day --no-header
like "$out" 'template care.day: \{(project|date)\} has no value here' 'try what needs a treatment: says so'
exits 3 "try another's treatment" followup template try C3 --treatment T1
exits 0 'try all' followup template try C3 --no-header
is "$(printf '%s\n' "$out" | wc -l)" 14 'try all: each of them'
