#!/bin/bash
# A4: copy read for what the law of advertising forbids.
. "$(dirname "$0")/lib.sh"
audit() { medi-audit "$@" --lang en; }

printf '本院引进最先进设备，永\xe2\x80\x8b不反弹\n\n术后三天请复查，避免揉搓\n我们保證效果\n' >copy.txt
exits 1 'copy' audit ad copy.txt --no-header
is "$(printf '%s\n' "$out" | cut -f1-8 | head -1)" 'copy.txt	1	5	8	12	9	最先进	superlative' 'copy: the place in code points and bytes'
like "$out" 'guarantee	error	[0-9]+	广告法 16\(一\).*	zero-width' 'copy: what was hidden'
is "$(printf '%s\n' "$out" | grep -c obfuscation)" 2 'copy: hiding is a finding of its own'
is "$(printf '%s\n' "$out" | cut -f2 | sort -u | tr '\n' ' ')" '1 4 ' 'copy: care instructions are clean'
echo '转发集赞免费领脱毛' >lure.txt
exits 0 'copy, from an error on' audit ad --fail-on error lure.txt
like "$out" 'inducement' 'copy, from an error on: the warning is shown'
exits 1 'explain' audit ad --explain -o jsonl copy.txt
like "$out" '"quote": ?"医疗、药品、医疗器械广告不得含有表示功效' 'explain: the words of the article'
echo '地址：湖山路77号。不承诺疗效，第一步先签到。' >lawful.txt
exits 0 'lawful' audit ad lawful.txt
is "$out" 'file	line	column	end_column	byte	length	text	rule	severity	confidence	article	evasion	suggestion' 'lawful: no finding'
echo '轻松拥有你想要的小翘鼻' >voice.txt
exits 0 'a disclosure' audit ad -p disclosure voice.txt
exits 1 'the same as an advertisement' audit ad voice.txt

# ---- pages, tables, directories ----
mkdir -p site/deep
printf '<p>永不<b>反</b>弹</p><script>最先进</script><img alt="根治">' >site/deep/a.html
printf 'name,copy\n最先进,"好,""永不反弹"""\n' >site/b.csv
exits 1 'a directory' audit ad site --no-header
is "$(printf '%s\n' "$out" | cut -f1,7 | tr '\n\t' ' :')" 'site/b.csv:最先进 site/b.csv:永不反弹 site/deep/a.html:永不<b>反</b>弹 site/deep/a.html:根治 ' 'a directory: all of it'
exits 1 'one column' audit ad -c copy site/b.csv --no-header
is "$(printf '%s\n' "$out" | cut -f5,7)" '27	永不反弹' 'one column: the place in the file'
exits 3 'no such column' audit ad -c nope site/b.csv
like "$err" 'the header has none of that name' 'no such column: says so'

# ---- bad input ----
printf 'a\xff 最先进\n' >bad.txt
exits 3 'a byte of no character' audit ad bad.txt --no-header
like "$err" 'bad.txt:1:2: a byte that is no UTF-8' 'a byte of no character: its place'
like "$out" '最先进' 'a byte of no character: the rest is read'
printf 'a\0最先进' >binary
exits 3 'a binary' audit ad binary copy.txt --no-header
like "$err" 'binary: not a text' 'a binary: is told'
like "$out" '最先进' 'a binary: the others are read'
exits 3 'no such file' audit ad nowhere
like "$err" 'nowhere: ' 'no such file: its name'
mkdir conf conf/copy
printf 'rules:\n  a: {zh: z, says: s, severity: error, article: x, quote: q, find: (坏}\n' >conf/copy/lexicon.yaml
MEDI_CONFIG=$PWD/conf exits 3 'a bad pack' audit ad copy.txt
like "$err" 'lexicon.yaml:2: \(坏: a bracket is not closed' 'a bad pack: its line'

# ---- folders deeper than it goes are told, not passed over in silence ----
deep=deep$(printf '/d%.0s' $(seq 70))
mkdir -p "$deep"
exits 3 'too deep' audit ad deep
like "$err" 'deep(/d)+: cannot be read' 'too deep: says where'
