#!/bin/bash
# R7: a roster as people read it, on terminals of any width and on paper; what changed; from a spreadsheet and back.
# (Seen to fail: widths counted in characters; a page without escaping; halves that repeat a day; a lock lost on the way; a person twice
# taken; heads counted without their skill, and only if one was there all the time.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r2_lib.sh"
. "$top/tests/cli/r7_lib.sh"
roster_clinic
export MEDI_STORE=S01
printf 'store,day,name,state,from_minute,to_minute\n*,2026-12-03,停电,closed,0,1440\nS01,2026-12-05,调休,open,540,1080\n' | medi-db import -q closures - >/dev/null
grid 2026-12-01 'D1 E E* off L M@S02 leave E' 'D2 off L E E/nurse _ off 9:30-17:00' 'N1 E off off E E E off' >week.csv
exits 0 'a draft of a grid' mr roster import w49 week.csv
is "$err" 'medi-roster: roster w49: 20 cells added, 0 changed, 0 taken away' 'which says what it did'
exits 0 'again' mr roster import w49 week.csv
is "$err" 'medi-roster: w49: nothing to change' 'changes nothing'

# ---- on a terminal ----
exits 0 'in Chinese' medi-roster show w49 -o table --lang zh
is "$(sed -n '1,/^$/p' <<<"$out" | head -1)" 'S01 旗舰店  2026-12-01 / 2026-12-07  排班表 w49，草稿' 'its title'
is "$(sed -n '3,6p' <<<"$out")" "$(lines \
    '          1  2  3  4  5  6  7     工时' \
    '          二 三 四 五 六 日 一' \
    '                休    班' \
    '-- 医生')" 'days, weekdays, closed and opened days'
is "$(grep '^D1' <<<"$out")" 'D1 医生1  E  E* ·  L  Ma 假 E       40' 'a line: locked, off, lent, on leave, hours'
is "$(grep '^D2' <<<"$out")" 'D2 医生2  ·  L  E  E     ·  t1    31.5' 'nothing said is empty; times by hand'
like "$out" 'a S02 社区店' 'the legend of stores'
like "$out" 't1 9:30-17:00' 'and of times'
like "$out" 'L 晚班 12:00-21:00' 'and of shifts'
like "$(mr show w49 -o table)" '^D1 医生1  E  E\* ·  L  Ma Le E' 'in English'
grid 2026-12-01 "D1 $(yes E | head -31 | tr '\n' ' ')" "N1 $(yes L | head -31 | tr '\n' ' ')" | medi-roster roster import -q long - 2>/dev/null
widest() { # TEXT: cells of its widest line; Chinese characters have two
    printf '%s\n' "$1" | /usr/bin/python3 -c '
import sys, unicodedata
print(max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in l.rstrip("\n")) for l in sys.stdin))'
}
heads() { grep -E '^ +[0-9]+( +[0-9]+)*( +hours)?$' <<<"$1" | awk '{ n = $NF == "hours" ? $(NF - 1) : $NF; print $1 "-" n }' | joined ' '; }
export LC_ALL=C.UTF-8
whole=$(mr show long -o table --width 120) half=$(mr show long -o table --width 80) week=$(mr show long -o table --width 40) tiny=$(mr show long -o table --width 24)
is "$(heads "$whole")" '1-31' 'a wide terminal shows the month'
is "$(heads "$half")" '1-16 17-31' 'eighty columns two halves'
is "$(heads "$week")" '1-6 7-13 14-20 21-27 28-31' 'forty columns weeks, from Mondays on'
ok "$([ "$(widest "$half")" -le 80 ] && [ "$(widest "$(tail -n +2 <<<"$week")")" -le 40 ] && [ "$(widest "$(tail -n +2 <<<"$tiny")")" -le 24 ]; echo $?)" 'none is wider than the terminal, but for the title'
is "$(grep -c '^D1' <<<"$week")" 5 'a line in each'
is "$(grep '^D1' <<<"$week" | awk 'NF > 6' | tail -1 | awk '{ print $NF }')" 248 'the sum behind the last'
like "$(TERM=xterm script -qc 'stty cols 80; medi-roster show long --lang en' /dev/null </dev/null | tr -d '\r')" '^ +1 +2 .* 16$' 'as wide as the terminal is'
export LC_ALL=C
is "$(mr show w49 -o table --week 2026-12-06 | sed -n 3p | xargs)" '30 1 2 3 4 5 6 hours' 'a week'
exits 2 'two windows' mr show w49 --week 2026-12-06 --month 2026-12
exits 2 'nothing is left' mr show w49 --from 2026-12-06 --to 2026-12-06
like "$(mr show w49 -o table --by shift)" '^S02 M  +D1$' 'by shift: who'
is "$(mr show w49 -o table --by shift | grep -A1 '^S01 E' | tr -s ' ' | joined '/')" 'S01 E D1 D1 D2 D2 N1 N1 D1/ N1 N1' 'one below the other'

# ---- heads that are wanted ----
printf 'store,day,from_minute,to_minute,role,skill,heads\nS01,2026-12-01,600,720,doctor,,2\nS01,2026-12-01,720,1080,doctor,,1\nS01,2026-12-02,600,720,nurse,,1
S01,2026-12-04,600,720,nurse,,2\nS01,2026-12-01,600,720,nurse,laser,1\nS02,2026-12-05,660,720,doctor,,1\n' | medi-db import -q heads - >/dev/null
needs() { mr show w49 -o table | grep -E 'wanted|there' | tr -s ' ' | joined '/'; }
is "$(needs)" 'doctors wanted 2/doctors there 1!/nurses wanted 1 1 2/nurses there 0! 0! 2' 'the worst time of a day, and who is there as what'
printf 'staff,code,to_on\nN1,laser,2026-12-01\n' | medi-db import -q skills - >/dev/null
is "$(needs)" 'doctors wanted 2/doctors there 1!/nurses wanted 1 1 2/nurses there 1 0! 2' 'who has the skill'
printf 'store,day,from_minute,to_minute,role,heads\nS01,2026-12-02,540,1260,doctor,1\nS01,2026-12-04,720,1260,nurse,1\n' | medi-db import -q heads - >/dev/null
is "$(needs)" 'doctors wanted 2 1/doctors there 1! 1/nurses wanted 1 1 1/nurses there 1 0! 0!' 'one after the other is one; who leaves before the end is missed'

# ---- for programs ----
is "$(medi-roster show w49 -o csv)" "$(lines \
    'staff,name,role,2026-12-01,2026-12-02,2026-12-03,2026-12-04,2026-12-05,2026-12-06,2026-12-07' \
    'D1,医生1,doctor,E,E*,off,L,M@S02,leave,E' 'D2,医生2,doctor,off,L,E,E/nurse,,off,9:30-17:00' 'N1,护士一,nurse,E,off,off,E,E,E,off')" 'the grid'
medi-roster show w49 -o csv >one.csv
exits 0 'it goes in' mr roster import copy one.csv
medi-roster show copy -o csv >two.csv
ok "$(cmp -s one.csv two.csv; echo $?)" 'and comes out the same'
exits 0 'the same' mr diff copy w49
is "$(medi-db export roster_cells --no-header | awk -F '\t' '$2 == "w49"' | cut -f1,3- | sort)" \
    "$(medi-db export roster_cells --no-header | awk -F '\t' '$2 == "copy"' | cut -f1,3- | sort)" 'to the last column'
medi-roster show w49 -o csv --excel | medi-roster roster import -q excel -
exits 0 'as a spreadsheet writes it' mr diff excel w49
is "$(medi-roster show w49 -o json --week 2026-12-01 | grep -c '"what":"work"')" 11 'JSON: a row a cell'
like "$(medi-roster show w49 -o jsonl)" '"staff":"D1".*"day":"2026-12-05","what":"work","shift":"M","store":"S02","starts_at":"2026-12-05T11:00:00\+08:00","ends_at":"2026-12-05T20:00:00\+08:00","minutes":480,"locked":false' 'with its times'
printf 'staff,2026-12-02,2026-12-04\nD1,E,\nN1,休,早班\n' >part.csv
exits 0 'a part of it' mr roster import copy part.csv
is "$(mr diff copy w49 --no-header | tr '\t' ' ')" 'D1 医生1 2026-12-04 L ' 'an empty cell takes one away; a lock is no difference'
exits 1 'for scripts' mr diff copy w49
exits 1 'nothing is published yet' mr diff -q w49
is "$out" '' 'quiet: the code alone'

# ---- what is no grid ----
refused() { # WHY NAME: of the grid on stdin
    cat >bad.csv
    exits 3 "$2" mr roster import bad bad.csv
    like "$err" "$1" "$2: says why"
}
refused '^medi-roster: bad.csv:2: 2026-12-01: X is no shift' 'an unknown shift' < <(printf 'staff,2026-12-01\nD1,X\n')
refused 'bad.csv:3: staff: D1 stands in line 2 already' 'a person twice' < <(printf 'staff,2026-12-01\nD1,E\nD1,L\n')
refused 'bad.csv:4: 2026-12-01: king is no role' 'several things' < <(printf 'staff,2026-12-01\nD1,E@S09\nD9,E\nD2,E/king\n')
is "$(wc -l <<<"$err")" 3 'each in a line'
refused 'bad.csv:1: what: is neither a day' 'a strange column' < <(printf 'staff,what\nD1,E\n')
refused 'needs a column staff' 'no staff' < <(printf 'name,2026-12-01\nD1,E\n')
refused 'one shift a person and day' 'two shifts' < <(printf 'staff,2026-12-01\nD1,E+M\n')
printf 'staff,2027-12-01\nD1,E\n' >bad.csv
exits 3 'other days than its own' mr roster import w49 bad.csv
is "$(ask "SELECT COUNT(*) FROM roster WHERE code = 'bad'")" 0 'and nothing is left of them'

# ---- lists, drop ----
is "$(medi-roster roster list --no-header | cut -f1,2,5,6,7 | tr '\t' ' ' | head -2 | joined ';')" 'S01 copy draft 3 12;S01 excel draft 3 13' 'rosters with their people and shifts'
exits 0 'a draft' mr roster drop copy
exits 3 'is gone' mr show copy
exits 3 'nothing to drop' mr roster drop copy
printf 'store,code,from_on,to_on,made_at\n*,chain,2026-12-01,2026-12-03,2026-10-01\nS02,chain2,2026-12-01,2026-12-03,2026-10-01\n' | medi-db import -q rosters - >/dev/null
printf 'store,roster,staff,day,what,shift,at,role,starts_at,ends_at,minutes\n*,chain,D1,2026-12-01,work,E,S01,doctor,2026-12-01 09:00,2026-12-01 18:00,480\n*,chain,E1,2026-12-01,work,E,S02,doctor,2026-12-01 09:00,2026-12-01 18:00,480\n' | medi-db import -q roster_cells - >/dev/null
is "$(medi-roster show chain --no-header | cut -f1 | joined)" D1 'a store sees its part of the chain'\''s'
is "$(medi-roster show chain -s '*' --no-header | cut -f1 | joined)" 'D1,E1' 'the chain all of it'
exits 3 'another store'\''s' mr show chain2
exits 0 'nobody yet' mr show chain2 -s S02 -o table
like "$err" 'nobody is planned' 'which is said'

# ---- paper, and names that mean harm ----
{
    echo 'code,name,role,store'
    echo 'X1,<script>alert(1)</script>&amp;,nurse,S01'
    printf 'X2,\xe2\x80\xae\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d,nurse,S01\n'
    echo "X3,$(printf '长%.0s' $(seq 120)),nurse,S01"
    printf 'X4,\x1b[31mred\x1b]0;x\x07,nurse,S01\n'
} >names.csv
medi-db import -q --rejects no.csv staff names.csv >/dev/null 2>&1
draft S01 names 2026-12-01 'X1 E L' 'X2 E L' 'X3 E off'
change "UPDATE staff SET name = 'a' || '$(printf '\033')' || '[31mred' WHERE code = 'X1' AND 0 = 1"
mr show names -o table --width 60 >plain.txt
ok "$(! LC_ALL=C grep -q "$(printf '\033')" plain.txt; echo $?)" 'no control character reaches the terminal'
like "$(cat plain.txt)" '\\u202e' 'nor what turns the line round'
LC_ALL=C.UTF-8
ok "$([ "$(widest "$(cat plain.txt)")" -le 70 ]; echo $?)" 'a long name is cut'
LC_ALL=C
exits 0 'a page' medi-roster show names -o html --lang zh
printf '%s' "$out" >page.html
ok "$(! grep -qE '<script|src=|href=|url\(|http' page.html; echo $?)" 'no script, nothing from elsewhere'
like "$out" '&lt;script&gt;alert\(1\)&lt;/script&gt;&amp;amp;' 'names are escaped'
medi-roster show w49 -o html --lang zh >page.html
is "$(/usr/bin/python3 -c '
import xml.etree.ElementTree as e
t = e.fromstring(open("page.html", encoding="utf8").read().replace("<!DOCTYPE html>", ""))
rows = t.findall(".//tr")
print(len(t.findall(".//table")), len(t.findall(".//thead/tr/th")), sorted({sum(int(c.get("colspan", 1)) for c in r) for r in rows}), t.get("lang"))
print([("".join(r[0].itertext()), "".join(r[-1].itertext())) for r in rows if len(r) == 9 and "D1" in "".join(r[0].itertext())])
print(any("landscape" in s.text for s in t.findall(".//style")), "a S02 社区店" in "".join(t.itertext()))' 2>&1)" "$(lines "1 9 [9] zh" "[('医生1 D1', '40')]" 'True True')" 'well formed, every row as wide, sums and legend'
exits 2 'a page of what has none' medi-roster shift list -o html

# ---- many ----
for i in $(seq 500); do echo "Y$i,人$i,consultant,S01"; done | sed '1i code,name,role,store' | medi-db import -q staff - >/dev/null
{
    sed -n 1p <(grid 2026-12-01 "D1 $(yes E | head -31 | tr '\n' ' ')")
    for i in $(seq 500); do printf 'Y%s%s\n' "$i" "$(for d in $(seq 31); do printf ',%s' E; done)"; done
} >many.csv
exits 0 'five hundred people' mr roster import many many.csv
is "$(medi-roster show many --no-header | wc -l)" 500 'are shown'
ok "$([ "$(medi-roster show many -o html | grep -c '<small>Y')" = 500 ]; echo $?)" 'on pages too'
