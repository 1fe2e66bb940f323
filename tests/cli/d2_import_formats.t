#!/bin/bash
# D2: what import reads: formats, encodings, line ends, headers, spellings of dates, money and phones.
. "$(dirname "$0")/lib.sh"
clinic

cat >visits.csv <<'END'
store,code,client,arrived_at,purpose,channel,note
S01,V1,C1,2026-07-01 10:00,consult,xhs,"a, b"
S01,V2,C1,2026-07-02 10:30,treatment,,"two
lines"
S02,V1,C2,2026-07-01 09:05,,wx,"say ""yes"""
END
exits 0 'the plain file' medi-db import visits visits.csv
is "$(counts)" '3 3 0 0 0' 'the plain file: all new'
plain=$(medi-db export visits V1 V2 -o jsonl | sha256sum)

# same NAME FILE [OPTION…]: the file says the same as the plain one
same() {
    local name=$1
    shift
    exits 0 "$name" medi-db import visits "$@" --lang en
    is "$(counts)" '3 0 0 3 0' "$name: the same records"
    is "$(medi-db export visits V1 V2 -o jsonl | sha256sum)" "$plain" "$name: nothing changed"
}

same 'the same file' visits.csv
printf '\xef\xbb\xbf' | cat - visits.csv >bom.csv
same 'with a byte order mark' bom.csv
sed 's/$/\r/' visits.csv | sed 's/two\r/two/' >crlf.csv
same 'with CRLF' crlf.csv
head -c -1 visits.csv >end.csv
same 'without the last line end' end.csv
sed 's/^S/\n\n&/' visits.csv >blank.csv
same 'with blank lines' blank.csv
sed 's/,/ , /g; s/a ,  b/a, b/' visits.csv >spaced.csv
same 'with blanks around the fields' spaced.csv
exits 0 'from standard input' bash -c 'medi-db import visits - <visits.csv'
is "$(counts)" '3 0 0 3 0' 'from standard input: the same records'
exits 0 'from standard input without a name' bash -c 'medi-db import visits <visits.csv'
is "$(counts)" '3 0 0 3 0' 'from standard input without a name: the same records'
exits 0 'from a pipe' bash -c 'cat visits.csv | medi-db import visits -'
is "$(counts)" '3 0 0 3 0' 'from a pipe: the same records'

cat >visits.tsv <<'END'
store	code	client	arrived_at	purpose	channel	note
S01	V1	C1	2026-07-01 10:00	consult	xhs	a, b
S01	V2	C1	2026-07-02 10:30	treatment		two\nlines
S02	V1	C2	2026-07-01 09:05		wx	say "yes"
END
same 'tab-separated' visits.tsv
cp visits.tsv tabs.txt
same 'tab-separated, found out' tabs.txt
same 'tab-separated, told' tabs.txt --format tsv

cat >visits.jsonl <<'END'
{"store":"S01","code":"V1","client":"C1","arrived_at":"2026-07-01 10:00","purpose":"consult","channel":"xhs","note":"a, b"}
{"note":"two\nlines","store":"S01","code":"V2","client":"C1","arrived_at":"2026-07-02T10:30:00+08:00","purpose":"treatment","channel":null}

{"store":"S02","code":"V1","client":"C2","arrived_at":"2026-07-01T01:05:00Z","channel":"wx","note":"say \"yes\""}
END
same 'JSON Lines' visits.jsonl
cp visits.jsonl lines.txt
same 'JSON Lines, found out' lines.txt

# headers: Chinese, any order, mixed; names of what is referred to; words of choices
cat >zh.csv <<'END'
备注,到院时间,客户编号,到院编号,渠道,门店,到院目的
"a, b",2026年7月1日10点,C1,V1,小红书,S01,初诊
"two
lines",2026/7/2 10:30,C1,V2,,S01,治疗
"say ""yes""",2026.7.1 上午9:05,C2,V1,微信,S02,其他
END
same 'in Chinese' zh.csv
iconv -f UTF-8 -t GB18030 zh.csv >gb.csv
same 'in GB18030' gb.csv
same 'in GB18030, told' gb.csv --encoding gb18030
iconv -f UTF-8 -t GBK zh.csv | sed 's/$/\r/; s/two\r/two/' >gbk.csv
same 'in GBK with CRLF' gbk.csv
exits 3 'GB18030 called UTF-8' medi-db import visits gb.csv --encoding utf-8 --lang en
like "$err" 'gb\.csv:1: byte 0x.. is not UTF-8; save the file as UTF-8' 'GB18030 called UTF-8: says where'
iconv -f UTF-8 -t UTF-16 zh.csv >utf16.csv
exits 3 'UTF-16' medi-db import visits utf16.csv --lang en
like "$err" 'utf16\.csv: is UTF-16; save it as UTF-8' 'UTF-16: says what to do'
# the first character that tells stands far behind: a megabyte of ASCII goes before
{
    echo 'store,code,client,arrived_at,note'
    awk 'BEGIN { for (i = 0; i < 30000; i++) print "S01,W" i ",C1,2026-07-01 10:00,plain" }'
    echo 'S01,W30000,C1,2026-07-01 10:00,漢字'
} >late.csv
iconv -f UTF-8 -t GB18030 late.csv >lategb.csv
exits 0 'a late character' medi-db import visits late.csv
exits 0 'a late character in GB18030' medi-db import visits lategb.csv
is "$(counts)" '30001 0 0 30001 0' 'a late character in GB18030: the same records'

# a foreign header by --map; columns passed over
cat >map.yaml <<'END'
columns: {流水: code, 门诊: store, 顾客: client, 来院: arrived_at, 事由: purpose}
ignore: [打印次数]
values: {purpose: {看诊: consult, 做项目: treatment}}
defaults: {purpose: other}
END
cat >foreign.csv <<'END'
流水,门诊,顾客,来院,事由,打印次数
V1,S01,C1,2026-07-01 10:00,看诊,3
V2,S01,C1,2026-07-02 10:30,做项目,
V1,S02,C2,2026-07-01 09:05,,x
END
same 'a foreign header' foreign.csv --map map.yaml
exits 3 'a foreign header without its map' medi-db import visits foreign.csv --lang en
like "$err" 'foreign\.csv:1: 流水: no such column of visits; name it with --map, or pass it over' 'without its map: says what to do'
exits 3 'a map with a wrong column' medi-db import visits foreign.csv --map <(echo 'columns: {流水: cod}') --lang en
like "$err" ':1: cod: visits has no such column; see: medi-db kinds visits' 'a wrong map: says where'
sed 's/,note$/,note,weather/; s/^S.*/&,sun/; s/^two/&/' visits.tsv | sed 's/note$/note\tweather/; s/,sun$/\tsun/' >more.tsv
same 'a column passed over' more.tsv --ignore weather
exits 3 'a column not passed over' medi-db import visits more.tsv --lang en

# -s and MEDI_STORE stand in for a store that is not named
printf 'code,client,arrived_at\nV9,C1,2026-07-03 10:00\n' >nostore.csv
exits 3 'no store' medi-db import visits nostore.csv --lang en
like "$err" 'nostore\.csv:1: no column store \(门店编码\); add it, or give one with -s' 'no store: says what to do'
exits 0 'a store by -s' medi-db import visits -s S02 nostore.csv
is "$(ask "SELECT s.code FROM visit AS v JOIN store AS s ON s.id = v.store_id WHERE v.code = 'V9'")" S02 'a store by -s: is that one'
MEDI_STORE=S01 exits 0 'a store by MEDI_STORE' medi-db import visits nostore.csv
is "$(ask "SELECT count(*) FROM visit WHERE code = 'V9'")" 2 'a store by MEDI_STORE: is another one'
exits 3 'a store that is not there' medi-db import visits -s S77 nostore.csv --lang en
like "$err" 'S77' 'a store that is not there: is named'

# dates, money and phones as clinics write them
n=0
spelt() { # KIND COLUMN TEXT SQL|phone WANT
    n=$((n + 1))
    case $1 in
    visits) printf 'store,code,client,%s\nS01,D%d,C1,"%s"\n' "$2" $n "$3" ;;
    payments) printf 'store,code,order,client,paid_at,%s\nS01,D%d,O%d,C1,2026-07-01,"%s"\n' "$2" $n $n "$3" ;;
    clients) printf 'code,store,created_on,%s\nD%d,S01,2026-07-01,"%s"\n' "$2" $n "$3" ;;
    esac >spelt.csv
    run medi-db import "$1" spelt.csv --lang en
    case $4 in
    phone) is "$code $(medi-db export clients "D$n" --reveal test -o csv --no-header | cut -d, -f3)" "0 $5" "$1 $2: $3" ;;
    *) is "$code $(ask "$4 WHERE code = 'D$n'")" "0 $5" "$1 $2: $3" ;;
    esac
}
for text in '2026-07-01 09:05' '2026/7/1 9:05' '2026.7.1 09:05' '20260701 09:05' '2026年7月1日 9:05' '2026年7月1日9点05分' \
    '2026-07-01T09:05:00+08:00' '2026-07-01T01:05:00Z' '2026-07-01 上午9:05'; do
    spelt visits arrived_at "$text" 'SELECT arrived_at FROM visit' 1782867900
done
for text in '1280' '1,280.00' '¥1,280.00' '￥1280' '1280元' '1280.0' ' 1280 '; do
    spelt payments 金额 "$text" 'SELECT amount_fen FROM payment' 128000
done
spelt payments amount_fen 128050 'SELECT amount_fen FROM payment' 128050
for text in '13800138000' '+86 138-0013-8000' '0086 138 0013 8000' '8613800138000' '138 0013 8000' "'+8613800138000"; do
    spelt clients phone "$text" 'phone' +8613800138000
done
spelt clients phone '010-6888 8888' 'phone' +861068888888
spelt clients birthday '1949年12月31日' 'SELECT birthday FROM client' -7306
spelt clients gender 女 'SELECT gender FROM client' female
