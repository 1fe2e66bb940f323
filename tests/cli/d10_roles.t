#!/bin/bash
# D10: the shipped roles name only tools, verbs and kinds that exist; every verb that opens a database is some
# role's; and who makes a database, being its admin and manager, may run all of them.
. "$(dirname "$0")/lib.sh"
init

for tool in "$build"/bin/medi-*; do
    "$tool" --document tsv | awk -F '\t' -v tool="$(basename "$tool")" '$1 == "verb" { print tool ": " $2 "\t" $3 }'
done >verbs
medi-db kinds --no-header | cut -f1 | sort >kinds
ask "SELECT DISTINCT tool || ': ' || verb FROM permission" | sort -u >permitted
ok "$([ "$(wc -l <permitted)" -gt 20 ]; echo $?)" 'there are permissions'

# `reveal` is no verb of any tool, but of those that offer to show personal data
{ cut -f1 verbs; printf '%s: reveal\n' medi-audit medi-db medi-client medi-complaint medi-followup medi-stock medi-visit; } | sort >known
is "$(comm -23 permitted known)" '' 'no role names a tool or verb that does not exist'
is "$(ask "SELECT DISTINCT subject FROM permission WHERE subject <> '*'" | sort | comm -23 - kinds)" '' 'no role names a kind that does not exist'
awk -F '\t' '$2 != "none" { print $1 }' verbs | sort >asked
is "$(comm -23 asked permitted)" '' 'no verb that opens a database is left to nobody'
ask "SELECT DISTINCT tool || ': ' || verb FROM permission WHERE subject = '*' AND role IN ('admin', 'manager')" | sort -u >owner
is "$(comm -23 asked owner)" '' 'admin and manager together may run every verb on every kind'
is "$(ask "SELECT role FROM consenter EXCEPT SELECT role FROM permission WHERE verb = 'request approve'")" '' 'who may consent may approve'
is "$(ask "SELECT DISTINCT role FROM permission WHERE verb = 'request approve' EXCEPT SELECT role FROM consenter")" '' 'who may approve may consent to something'
is "$(ask 'SELECT COUNT(*) FROM role')" 10 'ten roles'
is "$(ask 'SELECT zh FROM role' | grep -c '^[ -~]*$')" 0 'each with a Chinese name'

# what a verb asks for is in the pack
is "$(grep -rhoE 'cli_second\([^"]*"[a-z.]+"' "$top/lib" "$top/bin" | sed 's/.*"\([a-z.]*\)"/\1/' | sort -u)" \
    "$(ask 'SELECT DISTINCT deed FROM consenter ORDER BY deed')" 'every deed that a verb asks consent for has who may give it, and no other'
