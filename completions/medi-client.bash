# bash completion for medi-client: made by medi-client --document bash

_medi_client_rows()
{
    MEDI_DB=${db:-$MEDI_DB} medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1
}

_medi_client_offer()
{
    local word
    while IFS= read -r word; do
        [[ $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
    done <<<"$1"
}

_medi_client()
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
        offer=$'add\nedit\nfind\nshow\nlist\nduplicates\nmerge\nforget\nlead\ntag\ntouch\nconsent\nwithdraw\nrefer\nreferral\npartner\nevent\nvoucher\ntier\nsegment\nalbum\nfit\n--help\n--version'
        _medi_client_offer "$offer"
        return
    fi
    verb=${words[1]}
    if [[ $verb == lead ]]; then
        offer=$'add\nedit\nlist\nconvert\nlose\n--help'
        if ((n == 2)); then
            _medi_client_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == tag ]]; then
        offer=$'add\ndrop\nlist\napply\n--help'
        if ((n == 2)); then
            _medi_client_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == consent ]]; then
        offer=$'list\n'
        if ((n == 2)); then
            _medi_client_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == referral ]]; then
        offer=$'list\n--help'
        if ((n == 2)); then
            _medi_client_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == partner ]]; then
        offer=$'add\nedit\nlist\n--help'
        if ((n == 2)); then
            _medi_client_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == event ]]; then
        offer=$'add\nedit\nlist\ninvite\nattend\n--help'
        if ((n == 2)); then
            _medi_client_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == voucher ]]; then
        offer=$'issue\nredeem\nvoid\nlist\n--help'
        if ((n == 2)); then
            _medi_client_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == tier ]]; then
        offer=$'list\n'
        if ((n == 2)); then
            _medi_client_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == segment ]]; then
        offer=$'show\n'
        if ((n == 2)); then
            _medi_client_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == album ]]; then
        offer=$'add\nedit\nlist\n--help'
        if ((n == 2)); then
            _medi_client_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    case $verb in
    'add')
        options=$'--code\n--name\n-p\n--phone\n--id-number\n--gender\n--birthday\n--home\n--channel\n--owner\n--nurse\n--class\n--address\n--email\n--wechat\n--latitude\n--longitude\n--language\n--allergy\n--history\n--preference\n--note\n--anyway\n--created-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --code --name -p --phone --id-number --gender --birthday --home --channel --owner --nurse --class --address --email --wechat --latitude --longitude --language --allergy --history --preference --note --anyway --created-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'edit')
        options=$'--name\n-p\n--phone\n--id-number\n--gender\n--birthday\n--home\n--owner\n--nurse\n--class\n--address\n--email\n--wechat\n--latitude\n--longitude\n--language\n--allergy\n--history\n--preference\n--note\n--anyway\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -p --phone --id-number --gender --birthday --home --owner --nurse --class --address --email --wechat --latitude --longitude --language --allergy --history --preference --note --anyway -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'find')
        options=$'--name\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'show')
        options=$'-f\n--from\n-t\n--to\n-k\n--kind\n--part\n-l\n--limit\n-r\n--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -k --kind --part -l --limit -r --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'list')
        options=$'-g\n--segment\n--not-segment\n-T\n--tier\n-t\n--tag\n--not-tag\n--seen-before\n--seen-after\n--birthday-from\n--birthday-to\n--spend-from\n--spend-below\n--score-from\n--age-from\n--age-below\n--gender\n--had\n--not-had\n--channel\n--owner\n--home\n-w\n--within\n-l\n--limit\n--names\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -g --segment --not-segment -T --tier -t --tag --not-tag --seen-before --seen-after --birthday-from --birthday-to --spend-from --spend-below --score-from --age-from --age-below --gender --had --not-had --channel --owner --home -w --within -l --limit -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'duplicates')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'merge')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'forget')
        options=$'-r\n--reason\n--anyway\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason --anyway -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'lead add')
        options=$'--code\n--name\n-p\n--phone\n--channel\n--project\n--owner\n--stage\n--next-step\n--next-on\n--note\n--at\n--anyway\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --code --name -p --phone --channel --project --owner --stage --next-step --next-on --note --at --anyway -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'lead edit')
        options=$'--name\n-p\n--phone\n--channel\n--project\n--owner\n--stage\n--next-step\n--next-on\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -p --phone --channel --project --owner --stage --next-step --next-on --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'lead list')
        options=$'--stage\n--owner\n--channel\n--due\n--open\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --stage --owner --channel --due -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'lead convert')
        options=$'--client\n--owner\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --client --owner -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'lead lose')
        options=$'-r\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'tag add')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'tag drop')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'tag list')
        options=$'-c\n--client\n-t\n--tag\n--history\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -c --client -t --tag -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'tag apply')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'touch')
        options=$'-k\n--kind\n--at\n--staff\n--inbound\n--proof\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind --at --staff --proof --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'consent')
        options=$'-p\n--purpose\n-w\n--way\n--proof\n--staff\n--at\n--until\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --purpose -w --way --proof --staff --at --until -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'withdraw')
        options=$'-p\n--purpose\n-w\n--way\n--proof\n--staff\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --purpose -w --way --proof --staff --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'consent list')
        options=$'-p\n--purpose\n--history\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --purpose -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'refer')
        options=$'-b\n--by\n--day\n--reward\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by --day --reward --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'referral list')
        options=$'-c\n--client\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -c --client -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'partner add')
        options=$'--code\n--name\n--trade\n--terms\n--channel\n--valid-from\n--valid-to\n--contact\n--phone\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --code --name --trade --terms --channel --valid-from --valid-to --contact --phone -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'partner edit')
        options=$'--name\n--trade\n--terms\n--channel\n--valid-from\n--valid-to\n--contact\n--phone\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --trade --terms --channel --valid-from --valid-to --contact --phone -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'partner list')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'event add')
        options=$'--code\n--name\n-k\n--kind\n--starts-on\n--ends-on\n--partner\n--budget\n--spent\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --code --name -k --kind --starts-on --ends-on --partner --budget --spent --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'event edit')
        options=$'--name\n-k\n--kind\n--starts-on\n--ends-on\n--partner\n--budget\n--spent\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -k --kind --starts-on --ends-on --partner --budget --spent --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'event list')
        options=$'-f\n--from\n-t\n--to\n--days\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to --days -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'event invite')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'event attend')
        options=$'--state\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --state -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'voucher issue')
        options=$'--code\n-k\n--kind\n-c\n--client\n--partner\n--project\n--value\n--why\n--expires\n--count\n--reward-for\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --code -k --kind -c --client --partner --project --value --why --expires --count --reward-for -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'voucher redeem')
        options=$'-c\n--client\n--project\n--order\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -c --client --project --order -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'voucher void')
        options=$'-w\n--why\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -w --why -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'voucher list')
        options=$'-c\n--client\n--state\n-k\n--kind\n--partner\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -c --client --state -k --kind --partner -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'tier')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'tier list')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'segment')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'segment show')
        options=$'-g\n--segment\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -g --segment -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'album add')
        options=$'--code\n--project\n--before\n--after\n--scope\n--taken-on\n--until\n--proof\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --code --project --before --after --scope --taken-on --until --proof -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'album edit')
        options=$'--project\n--before\n--after\n--scope\n--taken-on\n--until\n--proof\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --project --before --after --scope --taken-on --until --proof -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'album list')
        options=$'-c\n--client\n--project\n--for\n-r\n--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -c --client --project --for -r --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'fit')
        options=$'-t\n--transactions\n-u\n--unit\n-m\n--model\n-g\n--gamma-gamma\n--until\n-p\n--predict\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -t --transactions -u --unit -m --model --until -p --predict -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
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
        _medi_client_offer "$options"
        return
    else
        key=$operand
    fi
    case "$verb:$key" in
    'add:--gender') offer=$'female\nmale\nother\n' ;;
    'add:--class') offer=$'client\nstaff\ntest\n' ;;
    'edit:--gender') offer=$'female\nmale\nother\n' ;;
    'edit:--class') offer=$'client\nstaff\ntest\n' ;;
    'show:--kind' | 'show:-k') offer=$(_medi_client_rows kinds) ;;
    'show:--part') offer=$'file\ntimeline\n' ;;
    'list:--gender') offer=$'female\nmale\nother\n' ;;
    'lead add:--stage') offer=$'new\ncontacted\nqualified\nbooked\n' ;;
    'lead edit:--stage') offer=$'new\ncontacted\nqualified\nbooked\n' ;;
    'lead list:--stage') offer=$'new\ncontacted\nqualified\nbooked\nconverted\nlost\n' ;;
    'touch:--kind' | 'touch:-k') offer=$(_medi_client_rows kinds) ;;
    'consent:--way' | 'consent:-w') offer=$'any\nsms\nphone\nwechat\nemail\npost\n' ;;
    'withdraw:--way' | 'withdraw:-w') offer=$'any\nsms\nphone\nwechat\nemail\npost\n' ;;
    'consent list:--purpose' | 'consent list:-p') offer=$'care\nmarketing\nalbum\nresearch\nthird-party\n' ;;
    'event add:--kind' | 'event add:-k') offer=$'open-day\nmember-day\nsalon\npartner\nother\n' ;;
    'event edit:--kind' | 'event edit:-k') offer=$'open-day\nmember-day\nsalon\npartner\nother\n' ;;
    'event attend:--state') offer=$'attended\naccepted\ndeclined\nabsent\n' ;;
    'voucher issue:--kind' | 'voucher issue:-k') offer=$'cash\ntrial\ngift\n' ;;
    'voucher list:--state') offer=$'issued\nredeemed\nexpired\nvoid\n' ;;
    'voucher list:--kind' | 'voucher list:-k') offer=$'cash\ntrial\ngift\n' ;;
    'album add:--scope') offer=$'record\nconsultation\npublic\n' ;;
    'album edit:--scope') offer=$'record\nconsultation\npublic\n' ;;
    'album list:--for') offer=$'consultation\npublic\n' ;;
    'fit:--transactions' | 'fit:-t') offer=/files ;;
    'fit:--unit' | 'fit:-u') offer=$'day\nweek\n' ;;
    'fit:--model' | 'fit:-m') offer=$'mbg\nbg\n' ;;
    *:--db | *:-d) offer=/files ;;
    *:--store | *:-s) offer=$(_medi_client_rows store list) ;;
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
    *) _medi_client_offer "$offer" ;;
    esac
}
complete -F _medi_client medi-client
