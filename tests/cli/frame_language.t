#!/bin/bash
# The frame: messages and headings in Chinese and English; names, numbers and dates of machine formats in neither.
. "$(dirname "$0")/lib.sh"
clinic
printf 'store,code,order,client,amount_fen,paid_at\nS01,Y1,O1,C1,123456789,2026-07-01 10:00\n' | medi-db import -q payments - >/dev/null

# said NAME WORDS COMMAND…: what stderr says has these words
said() {
    local name=$1 words=$2
    shift 2
    run "$@"
    like "$err" "$words" "$name"
}
in_en='no such database; make .*: medi-db init'
in_zh='没有.*数据库'
bad=(medi-db store list -d "$(at none)")
said 'LC_ALL=C, as under cron' "$in_zh" env LC_ALL=C "${bad[@]}"
said 'no environment at all' "$in_zh" env -i "PATH=$PATH" "${bad[@]}"
said 'POSIX' "$in_zh" env LC_ALL=POSIX "${bad[@]}"
said 'C.UTF-8' "$in_zh" env LC_ALL=C.UTF-8 "${bad[@]}"
said 'zh_CN' "$in_zh" env LC_ALL=zh_CN.UTF-8 "${bad[@]}"
said 'zh_CN.GB18030 is not obeyed in bytes' "$in_zh" env LC_ALL=zh_CN.GB18030 "${bad[@]}"
said 'LANG=zh' "$in_zh" env -u LC_ALL LANG=zh_CN.UTF-8 "${bad[@]}"
said 'en_US' "$in_en" env LC_ALL=en_US.UTF-8 "${bad[@]}"
said 'LANG=en' "$in_en" env -u LC_ALL LANG=en_GB.UTF-8 "${bad[@]}"
said 'LC_MESSAGES before LANG' "$in_en" env -u LC_ALL LC_MESSAGES=en_US.UTF-8 LANG=zh_CN.UTF-8 "${bad[@]}"
said 'another language' "$in_en" env LC_ALL=fr_FR.UTF-8 "${bad[@]}"
said '--lang en' "$in_en" env LC_ALL=zh_CN.UTF-8 "${bad[@]}" --lang en
said '--lang=zh' "$in_zh" env LC_ALL=en_US.UTF-8 "${bad[@]}" --lang=zh
said '--lang in front of a wrong word' 'no such option' env LC_ALL=C "${bad[@]}" --lang en --nope
said 'LANGUAGE does not meddle' "$in_zh" env LC_ALL=C LANGUAGE=de "${bad[@]}"
said 'LANGUAGE does not meddle with English' "$in_en" env LC_ALL=en_US.UTF-8 LANGUAGE=zh_CN "${bad[@]}"

# help, headings, checks
like "$(medi-db --help --lang zh)" '导入|读入' 'help in Chinese'
like "$(medi-db --help --lang en)" 'read records from files, all or nothing' 'help in English'
like "$(medi-db export payments -o table --lang zh | head -1)" '收款编号 +订单号' 'headings in Chinese'
like "$(medi-db export payments -o table --lang en | head -1)" '^store +code +order' 'headings in English'
like "$(medi-stock equipment list -o table --lang zh | head -1)" '型号' 'the model of a machine is its 型号'
like "$(medi-db check --list -o table --lang zh)" '同一医生' 'checks in Chinese'
like "$(medi-db check --list -o table --lang en)" 'A doctor has two appointments at the same time' 'checks in English'
like "$(medi-db config list -o table --lang zh)" '订单净收款' 'settings in Chinese'
like "$(medi-db kinds -o table --lang zh)" '^clients +客户 '  'kinds in Chinese'

# machine formats are the same in every language, and so are numbers in all
for form in tsv csv json jsonl; do
    is "$(medi-db export payments -o $form --lang zh | sha256sum)" "$(medi-db export payments -o $form --lang en | sha256sum)" "$form: the same in both"
done
is "$(medi-db export payments -o table --no-header --lang zh | sha256sum)" "$(medi-db export payments -o table --no-header --lang en | sha256sum)" 'table: the same numbers in both'
like "$(medi-db export payments -o table --no-header --lang zh)" ' 1,234,567\.89 +2026-07-01 10:00' 'table: numbers and dates as everywhere'

# every message that a person may meet is there in Chinese: none of these comes in English
english() { printf '%s' "$1" | sed 's/medi-[a-z]*//g' | grep -oE '\b(such|missing|cannot|must|there|correct|nothing|written|refused|wanted|expected|needs?|neither)\b' | head -1; }
printf 'store,code,client,arrived_at\nS01,V1,C9,2026-02-30\n' >bad.csv
printf 'store,code,klient,arrived_at\n' >header.csv
printf 'store,code,client,arrived_at\nS01,"V1,C1,2026-07-01\n' >quote.csv
printf 'store,code,client,arrived_at\nS01,V1\n' >ragged.csv
printf 'store,code,order,client,amount,paid_at\nS01,Y9,O9,C1,1.005,2026-07-01\nS01,Y8,O9,C1,-1,2026-07-01\n' >money.csv
chinese() {
    run "$@" --lang zh
    is "$(english "$err")" '' "in Chinese: ${*:1:4}"
}
for file in bad header quote ragged none; do chinese medi-db import visits $file.csv; done
chinese medi-db import payments money.csv
chinese medi-db imprt
chinese medi-db import
chinese medi-db import vists bad.csv
chinese medi-db export visits --nope
chinese medi-db export visits -o xml
chinese medi-db export clients
chinese medi-db export visits V7
chinese medi-db export prices P1
chinese medi-db export visits --wait x
chinese medi-db export visits --as-of x
chinese medi-db check xyzzy
chinese medi-db check
chinese medi-db init
chinese medi-db migrate
chinese medi-db store show S77
chinese medi-db store add S01 --name x
chinese medi-db store edit S77 --name x
chinese medi-db store edit S01 --name 旗舰店
chinese medi-db store add S09 --name x --hours 9-21
chinese medi-db config set kpi.few 0
chinese medi-db config set kpi.few x
chinese medi-db config get kpi.fe
chinese medi-db schema vsit
chinese medi-db import visits -n /dev/null
chinese medi-kpi show arivals
chinese medi-kpi show arrivals --by wek
chinese medi-kpi show arrivals
