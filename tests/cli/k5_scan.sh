#!/bin/bash
# shellcheck disable=SC2154  # out, err and top are of lib.sh
# medi-stock scan: codes in, rows out. What a parser must take and refuse is in data/codes.tsv, and where MEDI_TESTDATA names a
# directory with gs1/, in what GS1's own engine and others said of theirs: each verdict and each value, through the program.
. "$(dirname "$0")/lib.sh"
unset MEDI_DB
medi-stock() { command medi-stock "$@" --lang en; }
GS=$(printf '\035')
G=06901234567892

# ---- what others said -----------------------------------------------------------------------------------------------------
# A table's columns 1 to 4: kind, OK or FAIL, the code with \xNN for bytes, its AIs in brackets. `agreeing FILE [OPTION…]`: how many
# rows of FILE the program agrees with, in the verdict and in every value.
unescape() { sed 's/\\x1d/\x1d/g; s/\\xe9/\xe9/g; s/\\x5c/\\/g'; }
wanted() { # "true {"01":"…"}" or "false"
    cut -f2,4 "$1" | unescape | awk -F '\t' '{
        if ($1 != "OK") { print "false"; next }
        rest = $2; list = ""; delete_seen()
        while (match(rest, /^\([0-9]+\)/)) {
            ai = substr(rest, 2, RLENGTH - 2); rest = substr(rest, RLENGTH + 1); value = ""
            while (rest != "" && substr(rest, 1, 1) != "(") {
                if (substr(rest, 1, 2) == "\\(") rest = substr(rest, 2)
                sign = substr(rest, 1, 1); rest = substr(rest, 2)
                value = value (sign == "\"" ? "\\\"" : sign)
            }
            if (!(ai in seen)) list = list (list == "" ? "" : ",") "\"" ai "\":\"" value "\""
            seen[ai] = 1
        }
        print "true {" list "}" }
        function delete_seen(    i) { for (i in seen) delete seen[i] }'
}
agreeing() {
    local file=$1
    shift
    wanted "$file" >wanted
    cut -f3 "$file" | unescape >codes
    medi-stock scan -o jsonl "$@" codes >rows
    sed -E 's/.*[^\\]"ok":false,.*/false/; s/.*[^\\]"ok":true,"kind":[^,]*,"ais":(\{.*\}),"gtin":.*/true \1/' rows >got
    [ "$(wc -l <got)" = "$(wc -l <wanted)" ] || echo "$(wc -l <got) rows of $(wc -l <wanted):"
    paste -d '\n' wanted got | awk 'NR % 2 { want = $0; next } want == $0 { same++ } END { print same + 0 }'
}
tail -n +2 "$top/tests/cli/data/codes.tsv" >own.tsv
is "$(agreeing own.tsv) of $(wc -l <own.tsv)" '79 of 79' 'our own codes: every verdict and value'

# The empty line stands there twice: as a scan, which is refused, and as AIs behind FNC1, which is not. The second is what
# --form gs1 is for.
messages=${MEDI_TESTDATA:-}/gs1/gs1_messages.tsv
if [ -f "$messages" ]; then
    tail -n +2 "$messages" >all.tsv
    is "$(agreeing all.tsv) of $(wc -l <all.tsv)" '1277 of 1278' "the engine's, told nothing of them"
    awk -F '\t' '$1 == "unbracketed"' all.tsv >some.tsv
    awk -F '\t' '$1 != "unbracketed"' all.tsv >others.tsv
    is "$(($(agreeing others.tsv) + $(agreeing some.tsv --form gs1)))" 1278 "and each of them when told what has no prefix"
else
    printf 'skip - the codes of GS1: MEDI_TESTDATA names no directory with gs1/gs1_messages.tsv\n'
fi

# ---- others' codes --------------------------------------------------------------------------------------------------------
# `fields FILE COLUMNS NAMES`: how many rows agree in ok and, when good, in these columns.
fields() {
    cut -f"$(($2 + 1))" "$1" | unescape >codes
    awk -F '\t' -v list="$3" -v ok="$5" '{ n = split(list, c, ","); line = $ok == "OK"; for (i = 1; line == 1 && i <= n; i++) line = line "|" $c[i]; print line }' "$1" >wanted
    medi-stock scan --details -o tsv --no-header codes |
        awk -F '\t' -v list="$4" '{ n = split(list, c, ","); line = $2; for (i = 1; line == 1 && i <= n; i++) line = line "|" $c[i]; print line }' >got
    paste -d '\n' wanted got | awk 'NR % 2 { want = $0; next } want == $0 { same++ } END { print same + 0 }'
}
# columns of the program: expiry 7, lot 6, serial 8, made 10, quantity 11, owner 12, product 13, unit 14
hibc=${MEDI_TESTDATA:-}/gs1/hibc_vectors.tsv ma=${MEDI_TESTDATA:-}/gs1/ma_vectors.tsv
if [ -f "$hibc" ] && [ -f "$ma" ]; then
    tail -n +2 "$hibc" >hibc.tsv
    tail -n +2 "$ma" >ma.tsv
    is "$(fields hibc.tsv 2 4,5,6,7,8,11,12,13 12,13,14,11,7,6,8,10 2) of $(wc -l <hibc.tsv)" '33 of 33' 'HIBC: verdicts and values'
    is "$(fields ma.tsv 0 3,7,9,10,11,13 13,12,8,10,6,7 2) of $(wc -l <ma.tsv)" '8 of 8' 'MA: verdicts and values'
else
    printf 'skip - HIBC and MA of others: MEDI_TESTDATA names no directory with gs1/hibc_vectors.tsv and ma_vectors.tsv\n'
fi
cat >ours.tsv <<'TSV'
+A123BJC5D6E71/$$3261231LOT9/SSER1/16D20260101/Q12+	OK	A123	BJC5D6E7	1	12	2026-12-31	LOT9	SER1	2026-01-01
+A123BJC5D6E71G+$$3261231LOT9GL	OK	A123	BJC5D6E7	1		2026-12-31	LOT9		
+A123BJC5D6E71G+$$3261231LOT9HM	FAIL								
MA.156.M0.100761.21234561.S01.M260110.L9A.E280110.C3	OK	100761	MA.156.M0.100761.21234561			2028-01-10	9A	01	2026-01-10
MA.156.M0.100761.21234561.E280230	FAIL								
TSV
is "$(fields ours.tsv 0 3,4,5,6,7,8,9,10 12,13,14,11,7,6,8,10 2) of 5" '5 of 5' 'ours too'

# ---- rows -----------------------------------------------------------------------------------------------------------------
exits 0 'good' medi-stock scan -o jsonl -c "(01)$G(17)271231(10)A\"1"
is "$out" "{\"input\":\"(01)$G(17)271231(10)A\\\"1\",\"ok\":true,\"kind\":\"gs1\",\"ais\":{\"01\":\"$G\",\"17\":\"271231\",\"10\":\"A\\\"1\"},\"gtin\":\"$G\",\"lot\":\"A\\\"1\",\"expiry\":\"2027-12-31\",\"serial\":null,\"error\":null}" 'its keys, in this order'
exits 1 'bad' medi-stock scan -o jsonl -c 5901234123458
is "$out" '{"input":"5901234123458","ok":false,"kind":"ean13","ais":{},"gtin":null,"lot":null,"expiry":null,"serial":null,"error":"check-digit: the check digit is wrong: scan it again"}' 'says why'
is "$err" '' 'and nothing to stderr'
exits 0 'tsv' medi-stock scan -o tsv -c "(10)A\\(1)(17)271200"
is "$out" "input	ok	kind	ais	gtin	lot	expiry	serial	error
(10)A\\\\(1)(17)271200	1	gs1	(10)A\\\\(1)(17)271200		A(1)	2027-12-31		" 'brackets in the others'
run medi-stock scan -o csv -c '(21)a"b'
is "$(printf '%s\n' "$out" | tail -1)" '"(21)a""b",1,gs1,"(21)a""b",,,,"a""b",' 'csv'
run medi-stock scan -o json -c '(10)A' -c '(10)B'
is "$(printf '%s\n' "$out" | grep -c '"ais":{"10":"[AB]"}')" 2 'json'
run command medi-stock scan -o jsonl --lang zh -c 5901234123458
like "$out" '"error":"check-digit: .*校验' 'in Chinese the word stays'
printf '\357\273\277(10)A\r\n(10)B\n\n(10)C' >lines
run medi-stock scan -o tsv --no-header lines
is "$(printf '%s\n' "$out" | cut -f2,6,9 | tr '\t\n' ', ')" '1,A, 1,B, 0,,empty: nothing was scanned 1,C, ' 'BOM, CRLF, a blank line, no last LF'
run medi-stock scan -o jsonl lines - <<<'(10)D'
is "$(printf '%s\n' "$out" | wc -l)" 4 'files in turn (here standard input is empty)'
printf '(10)D\n' | medi-stock scan -o tsv --no-header -c '(10)A' lines - | cut -f6 | tr '\n' ' ' >got
is "$(cat got)" 'A A B  C D ' 'codes, files, standard input'
exits 4 'no such file' medi-stock scan missing.txt
one_line 'no such file'
exits 4 'a directory' medi-stock scan .
exits 4 'a full disk' bash -c 'medi-stock scan -c "(10)A" >/dev/full'
exits 2 'an empty separator' medi-stock scan --separator '' -c A
run medi-stock scan -o tsv --no-header --separator '<GS>' -c ']d210A<GS>17271231'
is "$(printf '%s' "$out" | cut -f4)" '(10)A(17)271231' 'a separator of the scanner'
exits 1 'no serial unless asked' medi-stock scan -c SN-1
run medi-stock scan -o tsv --no-header --serials -c SN-1
is "$(printf '%s' "$out" | cut -f3,8)" 'serial	SN-1' 'a serial'

# ---- hostile lines --------------------------------------------------------------------------------------------------------
{
    head -c 1048576 /dev/zero | tr '\0' 1
    echo
    head -c 3000000 /dev/zero | tr '\0' '('
    echo
    printf '(10)A\0B\n\0\n\035\n]d2\n]\n]d2\035\n\377\376\n(10)A\033[2Jx\n'
    printf ']d2'
    for _ in $(seq 200); do printf '91A\035'; done
    echo
    printf ']d2'
    for _ in $(seq 300); do printf '91A\035'; done
    printf '\nhttp://a/01/%s?99=%%\nhttp://a/01/%s?99=%%00\nhttp://a/01/%s?99=%%2\nhttp://a/01/%s?99=%%zz\nhttp://a/%%30%%31/%s\n' $G $G $G $G $G
} >hostile
exits 1 'hostile lines' medi-stock scan -o jsonl hostile
printf '%s\n' "$out" | sed -E 's/^\{"input":".*","ok":(true|false).*"error":(null|"([a-z-]*):.*)\}$/\1 \3/' | tr '\n' ',' >got
is "$(cat got)" 'false too-long,false too-long,false character,false unknown-code,false empty,false empty,false prefix,false unknown-ai,false unknown-code,false character,true ,false too-many,true ,false character,true ,true ,false link,' 'each has its word'
is "$(printf '%s\n' "$out" | wc -l)" 17 'each its row'
is "$(sqlite3 :memory: "SELECT json_array_length('[' || rtrim(replace(CAST(readfile('.out') AS TEXT), x'0a', ','), ',') || ']')")" 17 'what comes out is JSON'
printf '%s\n' "$out" | sed -n 9p >ninth
is "$(cat ninth)" '{"input":"��","ok":false,"kind":null,"ais":{},"gtin":null,"lot":null,"expiry":null,"serial":null,"error":"unknown-code: no code of a scheme that is known"}' 'what is no UTF-8 is U+FFFD'
run medi-stock scan -o table -c "(10)A$(printf '\033')[2J"
is "$(printf '%s' "$out" | grep -c "$(printf '\033')")" 0 'no code drives a terminal'

# ---- labels in several codes ----------------------------------------------------------------------------------------------
cat >labels <<LABELS
]C101$G
]C117271231
]C110A1${GS}21S1
5901234123457
(10)B
(10)C
17271231
(01)$G
(01)${G}1
(10)D
+A123BJC5D6E71G
+\$\$3261231LOT9GL
LABELS
exits 1 'labels' medi-stock scan --join -o tsv --no-header labels
is "$(printf '%s\n' "$out" | cut -f2,3,4,6,7,8 | tr '\t' ,)" "1,gs1,(01)$G(17)271231(10)A1(21)S1,A1,2027-12-31,S1
0,ean13,,,,
0,gs1,,,,
1,gs1,(01)$G,,,
0,gs1,,,,
0,gs1,,,,
1,hibc,,LOT9,2026-12-31," 'one row a label'
is "$(printf '%s\n' "$out" | cut -f9 | sed 's/:.*//' | tr '\n' ' ')" ' repeat orphan  long orphan  ' 'what does not fit is told'
is "$(printf '%s\n' "$out" | head -1 | cut -f1)" "]C101$G\\n]C117271231\\n]C110A1${GS}21S1" 'of what it was joined'

# ---- a scanner that waits, a terminal -------------------------------------------------------------------------------------
mkfifo pipe
medi-stock scan -o jsonl <pipe >answers &
job=$!
exec 3>pipe
printf '(10)A\n' >&3
for _ in $(seq 100); do
    [ -s answers ] && break
    sleep 0.05
done
is "$(grep -c '"lot":"A"' answers)" 1 'a row comes before the next code'
exec 3>&-
wait "$job"

# script(1) gives the program a terminal. FNC1, records and end of transmission arrive; a backspace takes one back.
typed() { # COMMAND: what is typed is on stdin
    script -qec "$1" /dev/null | tr -d '\r'
}
printf ']d201%s10A\03521S\r\n]Q3\0350\b10B\r(10)C\034\036\r\004' $G >keys
# the last byte is only sent when the program had time to make its terminal raw
{ sleep 0.5; cat keys; sleep 0.5; } | typed 'stty -a >before; medi-stock scan -o jsonl >answers 2>/dev/null; echo $? >code; stty -a >after'  >/dev/null
is "$(sed -E 's/.*"ok":([a-z]*).*"ais":(\{[^}]*\}).*"error":(null|"[a-z-]*).*/\1 \2 \3/' answers)" "true {\"01\":\"$G\",\"10\":\"A\",\"21\":\"S\"} null
false {} \"unknown-ai
false {} \"character" 'typed on a terminal'
is "$(cat code)" 1 'and ^D ends it'
ok "$(cmp -s before after; echo $?)" 'the terminal is as it was'
{ sleep 1; printf '(10)A\r'; sleep 1; } | typed 'stty -a >before; medi-stock scan -o jsonl </dev/tty >answers 2>/dev/null & job=$!; sleep 1.5; stty -a >during; kill -TERM $job; wait $job; echo $? >code; stty -a >after' >/dev/null
is "$(cat code)" 143 'a signal still ends it'
ok "$(cmp -s before during; test $? = 1 && cmp -s before after; echo $?)" 'the terminal is as it was then too'
is "$(cut -c1-24 answers)" '{"input":"(10)A","ok":tr' 'what was typed before it was answered'
