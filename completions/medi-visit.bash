# bash completion for medi-visit: made by medi-visit --document bash

_medi_visit_rows()
{
    MEDI_DB=${db:-$MEDI_DB} medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1
}

_medi_visit_offer()
{
    local word
    while IFS= read -r word; do
        [[ $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
    done <<<"$1"
}

_medi_visit()
{
    local verb='' key='' options='' valued='' offer='' db='' plain='' last='' cur word
    local i=2 n operand=1
    local -a words=()
    for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        ((${#words[@]})) && last=${words[-1]}
        if [[ ${#words[@]} -gt 0 && ( $word == [=:]* || $last == *[=:] ) ]]; then
            words[-1]=$last$word
        else
            words+=("$word")
        fi
    done
    n=$((${#words[@]} - 1)) cur=${words[-1]}
    COMPREPLY=()
    if ((n == 1)); then
        offer=$'project\nexam\nkit\nindication\nform\npackage\nprice\narrive\nlist\nconsult\nobjection\nnotice\nplan\ncontract\npay\nbalance\nrefund\nclose\nassess\nconsent\nverify-product\nnext\ntreat\namend\nretract\ncare\nevaluate\nadverse\nshow\nsop\n--help\n--version'
        _medi_visit_offer "$offer"
        return
    fi
    verb=${words[1]}
    if [[ $verb == project ]]; then
        offer=$'list\nshow\nadd\nedit\n--help'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == exam ]]; then
        offer=$'require\nunrequire\n'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == kit ]]; then
        offer=$'add\ndrop\n--help'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == indication ]]; then
        offer=$'add\ndrop\n--help'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == form ]]; then
        offer=$'add\nedit\n--help'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == package ]]; then
        offer=$'add\nedit\nline\nlist\n--help'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == price ]]; then
        offer=$'add\nlist\n--help'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == objection ]]; then
        offer=$'list\n'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == contract ]]; then
        offer=$'draft\nreview\nsign\ncancel\n--help'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == adverse ]]; then
        offer=$'confirm\nreport\nclose\nlist\ndue\n'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == sop ]]; then
        offer=$'list\ndone\nshow\nreport\n--help'
        if ((n == 2)); then
            _medi_visit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    case $verb in
    'project list')
        options=$'--kind\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --kind -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'project show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'project add')
        options=$'--name\n--department\n--kind\n--cycle-days\n--minutes\n--grade\n--licence\n--device-kind\n--contract\n--consent\n--ladder\n--horizon-days\n--active\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --department --kind --cycle-days --minutes --grade --licence --device-kind --contract --consent --ladder --horizon-days --active -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'project edit')
        options=$'--name\n--department\n--kind\n--cycle-days\n--minutes\n--grade\n--licence\n--device-kind\n--contract\n--consent\n--ladder\n--horizon-days\n--active\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --department --kind --cycle-days --minutes --grade --licence --device-kind --contract --consent --ladder --horizon-days --active -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'exam require')
        options=$'--days\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --days -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'exam unrequire')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'kit add')
        options=$'--quantity\n--optional\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --quantity -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'kit drop')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'indication add')
        options=$'--says\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --says -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'indication drop')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'form add')
        options=$'--series\n--edition\n--name\n--from\n--to\n--proof\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --series --edition --name --from --to --proof -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'form edit')
        options=$'--series\n--edition\n--name\n--from\n--to\n--proof\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --series --edition --name --from --to --proof -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'package add')
        options=$'--name\n--price\n--floor\n--from\n--to\n--months\n--trial\n--active\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --price --floor --from --to --months --trial --active -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'package edit')
        options=$'--name\n--price\n--floor\n--from\n--to\n--months\n--trial\n--active\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --price --floor --from --to --months --trial --active -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'package line')
        options=$'--quantity\n--share\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --quantity --share -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'package list')
        options=$'-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'price add')
        options=$'--amount\n--floor\n--channel\n--from\n--to\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --amount --floor --channel --from --to --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'price list')
        options=$'--channel\n--day\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --channel --day -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'arrive')
        options=$'--at\n--purpose\n--channel\n--consultant\n--doctor\n--note\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --at --purpose --channel --consultant --doctor --note --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'list')
        options=$'--from-day\n--to-day\n--open\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --from-day --to-day -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'consult')
        options=$'--at\n--until\n--consultant\n--doctor\n--project\n--need\n--expectation\n--concern\n--budget\n--outcome\n--note\n--code\n--edit\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --at --until --consultant --doctor --project --need --expectation --concern --budget --outcome --note --code --edit -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'objection')
        options=$'-k\n--kind\n--resolved\n--staff\n--note\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind --staff --note --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'notice')
        options=$'-k\n--kind\n--project\n--acknowledged\n--proof\n--staff\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind --project --proof --staff --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'plan')
        options=$'-l\n--line\n--replaces\n--agree\n--decline\n--doctor\n--consultant\n--note\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -l --line --replaces --agree --decline --doctor --consultant --note --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'contract draft')
        options=$'--visit\n--client\n-l\n--line\n--package\n--gift\n--channel\n--voucher\n--plan\n--consultant\n--note\n--reason\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --visit --client -l --line --package --gift --channel --voucher --plan --consultant --note --reason --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'contract review')
        options=$'--staff\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --staff --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'contract sign')
        options=$'--signer\n--proof\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --signer --proof --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'contract cancel')
        options=$'--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'pay')
        options=$'--amount\n--deposit\n--method\n--client\n--project\n--quantity\n--order\n--visit\n--consultant\n--voucher\n--class\n--note\n--reason\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --amount --method --client --project --quantity --order --visit --consultant --voucher --class --note --reason --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'balance')
        options=$'-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'refund')
        options=$'--amount\n--return\n--reason\n--method\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --amount --return --reason --method --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'close')
        options=$'--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'assess')
        options=$'-p\n--project\n--doctor\n--verdict\n--in-person\n--at\n--valid-to\n--history\n--allergy\n--expectation\n--finding\n--reason\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --project --doctor --verdict --at --valid-to --history --allergy --expectation --finding --reason --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'exam')
        options=$'--kind\n--taken\n--result\n--judge\n--staff\n--finding\n--proof\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --kind --taken --result --judge --staff --finding --proof --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'consent')
        options=$'-p\n--project\n--form\n--signer\n--guardian\n--at\n--staff\n--proof\n--withdraw\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --project --form --signer --guardian --at --staff --proof --withdraw --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'verify-product')
        options=$'-p\n--project\n--item\n--lot\n--unit\n--confirmed\n--confirm\n--at\n--staff\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --project --item --lot --unit --confirm --at --staff --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'next')
        options=$'-p\n--project\n--operator\n--nurse\n--device\n-u\n--use\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --project --operator --nurse --device -u --use --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'treat')
        options=$'-p\n--project\n--operator\n--doctor\n--nurse\n--hand\n--device\n--room\n-u\n--use\n--quantity\n--start\n--until\n--end\n--stopped\n--prepaid\n--recognised\n--order\n--note\n--override\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --project --operator --doctor --nurse --hand --device --room -u --use --quantity --start --until --end --prepaid --recognised --order --note --override --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'amend')
        options=$'--kind\n--what\n--reason\n--undo\n-u\n--use\n--staff\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --kind --what --reason --undo -u --use --staff --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'retract')
        options=$'--reason\n--what\n--staff\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason --what --staff --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'care')
        options=$'-a\n--advice\n--next\n--proof\n--staff\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -a --advice --next --proof --staff --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'evaluate')
        options=$'--score\n-b\n--by\n--below\n--cause\n--remedy\n--note\n--proof\n--staff\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --score -b --by --cause --remedy --note --proof --staff --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'adverse')
        options=$'-k\n--kind\n-g\n--grade\n--found\n--detail\n--confirmed-by\n-c\n--client\n--staff\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind -g --grade --found --detail --confirmed-by -c --client --staff --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'adverse confirm')
        options=$'--doctor\n-k\n--kind\n-g\n--grade\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --doctor -k --kind -g --grade -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'adverse report')
        options=$'--to\n--number\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --to --number --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'adverse close')
        options=$'--outcome\n--treated\n--error\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --outcome --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'adverse list')
        options=$'--state\n-k\n--kind\n-c\n--client\n--treatment\n-f\n--from\n-t\n--to\n--late\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --state -k --kind -c --client --treatment -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'adverse due')
        options=$'--days\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --days --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'objection list')
        options=$'-k\n--kind\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind -o --output --lang ' ;;
    'show')
        options=$'--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'sop list')
        options=$'-p\n--project\n-k\n--kind\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --project -k --kind -o --output --lang ' ;;
    'sop done')
        options=$'--at\n--staff\n--proof\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --at --staff --proof -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'sop show')
        options=$'--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'sop report')
        options=$'-b\n--by\n-f\n--from\n-t\n--to\n-w\n--worst\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by -f --from -t --to -w --worst -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    *) return ;;
    esac
    while ((i < n)); do
        word=${words[i]}
        if [[ $word == -- && ! $plain ]]; then
            plain=1
        elif [[ $word == -?* && ! $plain ]]; then
            if [[ $valued == *" $word "* ]]; then
                ((i++))
                [[ $word == -d || $word == --db ]] && db=${words[i]}
            fi
        else
            ((operand++))
        fi
        ((i++))
    done
    if ((i > n)); then
        key=${words[n - 1]}
    elif [[ $cur == --*=* && ! $plain ]]; then
        key=${cur%%=*} cur=${cur#*=}
    elif [[ $cur == -* && ! $plain ]]; then
        _medi_visit_offer "$options"
        return
    else
        key=$operand
    fi
    case "$verb:$key" in
    'project list:--kind') offer=$'injection\nlaser\nskin\nsurgery\ndental\ncare\nexam\nother\n' ;;
    'project add:--kind') offer=$'injection\nlaser\nskin\nsurgery\ndental\ncare\nexam\nother\n' ;;
    'project add:--licence') offer=$'physician\nchief-physician\nnurse\npharmacist\ndevice\nother\n' ;;
    'project add:--contract') offer=$'yes\nno\n' ;;
    'project add:--active') offer=$'yes\nno\n' ;;
    'project edit:--kind') offer=$'injection\nlaser\nskin\nsurgery\ndental\ncare\nexam\nother\n' ;;
    'project edit:--licence') offer=$'physician\nchief-physician\nnurse\npharmacist\ndevice\nother\n' ;;
    'project edit:--contract') offer=$'yes\nno\n' ;;
    'project edit:--active') offer=$'yes\nno\n' ;;
    'package add:--trial') offer=$'yes\nno\n' ;;
    'package add:--active') offer=$'yes\nno\n' ;;
    'package edit:--trial') offer=$'yes\nno\n' ;;
    'package edit:--active') offer=$'yes\nno\n' ;;
    'arrive:--purpose') offer=$'consult\ntreatment\nreview\nfollow-up\npayment\nother\n' ;;
    'consult:--outcome') offer=$'deal\npending\nlost\nmedical-refusal\nentered-in-error\n' ;;
    'objection:--kind' | 'objection:-k') offer=$(_medi_visit_rows kinds) ;;
    'notice:--kind' | 'notice:-k') offer=$'risk\nalternative\nprice\nprivacy\nother\n' ;;
    'contract sign:--signer') offer=$'client\nguardian\n' ;;
    'pay:--class') offer=$'sale\ngift\nstaff\ntest\n' ;;
    'assess:--verdict') offer=$'fit\nunfit\npostponed\n' ;;
    'exam:--kind') offer=$(_medi_visit_rows kinds) ;;
    'exam:--result') offer=$'pending\nnormal\nacceptable\nabnormal\n' ;;
    'consent:--signer') offer=$'client\nguardian\n' ;;
    'amend:--kind') offer=$'correction\naddition\nlate-note\n' ;;
    'evaluate:--by' | 'evaluate:-b') offer=$'client\nstaff\nthird-party\n' ;;
    'adverse:--kind' | 'adverse:-k') offer=$(_medi_visit_rows kinds) ;;
    'adverse confirm:--kind' | 'adverse confirm:-k') offer=$(_medi_visit_rows kinds) ;;
    'adverse list:--state') offer=$'open\ntreated\nclosed\nentered-in-error\n' ;;
    'adverse list:--kind' | 'adverse list:-k') offer=$(_medi_visit_rows kinds) ;;
    'adverse due:--fail-on') offer=$'warning\nerror\n' ;;
    'objection list:--kind' | 'objection list:-k') offer=$(_medi_visit_rows kinds) ;;
    'sop list:--kind' | 'sop list:-k') offer=$'injection\nlaser\nskin\nsurgery\ndental\ncare\nexam\nother\n' ;;
    *:--db | *:-d) offer=/files ;;
    *:--store | *:-s) offer=$(_medi_visit_rows store list) ;;
    *:--key) offer=/files ;;
    *:--output | *:-o) offer=$'table\ntsv\ncsv\njson\njsonl\nxlsx\n' ;;
    *:--lang) offer=$'zh\nen\n' ;;
    *) return ;;
    esac
    case $offer in
    /files) compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
    /dirs) compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
    *) _medi_visit_offer "$offer" ;;
    esac
}
complete -F _medi_visit medi-visit
