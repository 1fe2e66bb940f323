# bash completion for medi-stock: made by medi-stock --document bash

_medi_stock_rows()
{
    MEDI_DB=${db:-$MEDI_DB} medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1
}

_medi_stock_offer()
{
    local word
    while IFS= read -r word; do
        [[ $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
    done <<<"$1"
}

_medi_stock()
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
        offer=$'scan\nitem\nsupplier\npaper\norder\nreceive\nreject\nreceipt\ntemperature\nlot\nbalance\nledger\nlow\nexpiring\nrisk\nissue\nopen\nuse\nwaste\nmove\nreturn\ncounter\ndisposal\ndose\ntransfer\nreserve\nunreserve\nreserved\nquarantine\nrelease\nrecall\ntrace\ncount\nbacktest\nforecast\noffer\nplan\nequipment\nemergency\ncost\nprice\nturnover\ndead\nloss\n--help\n--version'
        _medi_stock_offer "$offer"
        return
    fi
    verb=${words[1]}
    if [[ $verb == item ]]; then
        offer=$'add\nedit\nlist\nshow\nlevel\nlabel\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == supplier ]]; then
        offer=$'add\nedit\nlist\nshow\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == paper ]]; then
        offer=$'add\nlist\nexpiring\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == order ]]; then
        offer=$'add\nedit\napprove\nlist\nshow\nclose\ncancel\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == receipt ]]; then
        offer=$'list\nshow\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == temperature ]]; then
        offer=$'check\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == lot ]]; then
        offer=$'list\nshow\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == dose ]]; then
        offer=$'ledger\nbalance\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == recall ]]; then
        offer=$'list\n'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == count ]]; then
        offer=$'start\nsheet\nenter\nshow\napprove\ncancel\nlist\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == offer ]]; then
        offer=$'set\nlist\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == equipment ]]; then
        offer=$'add\nedit\ncalibrate\nplan\nmaintain\nfault\nrepair\nrepaired\nlist\nshow\ndue\nfaults\ndowntime\nretire\nrequest\noffer\noffers\nchoose\naccept\ndrop\nrequests\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == emergency ]]; then
        offer=$'set\n'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == price ]]; then
        offer=$'history\nlist\n--help'
        if ((n == 2)); then
            _medi_stock_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    case $verb in
    'scan')
        options=$'-c\n--code\n-j\n--join\n-f\n--form\n--serials\n--separator\n--details\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -c --code -f --form --separator -o --output --lang ' ;;
    'item add')
        options=$'--name\n-k\n--kind\n--registration\n--gtin\n--spec\n--unit\n--vial-unit\n--vial-size\n--pack-unit\n--pack-size\n--storage\n--open-hours\n--remaining-days\n--category\n--controlled\n--temp-min\n--temp-max\n--excursion-minutes\n--excursion-min\n--excursion-max\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -k --kind --registration --gtin --spec --unit --vial-unit --vial-size --pack-unit --pack-size --storage --open-hours --remaining-days --category --controlled --temp-min --temp-max --excursion-minutes --excursion-min --excursion-max -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'item edit')
        options=$'--name\n-k\n--kind\n--registration\n--gtin\n--spec\n--unit\n--vial-unit\n--vial-size\n--pack-unit\n--pack-size\n--storage\n--open-hours\n--remaining-days\n--category\n--controlled\n--temp-min\n--temp-max\n--excursion-minutes\n--excursion-min\n--excursion-max\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -k --kind --registration --gtin --spec --unit --vial-unit --vial-size --pack-unit --pack-size --storage --open-hours --remaining-days --category --controlled --temp-min --temp-max --excursion-minutes --excursion-min --excursion-max -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'item list')
        options=$'-k\n--kind\n--storage\n--controlled\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind --storage -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'item show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'item level')
        options=$'--min\n--target\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --min --target -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'item label')
        options=$'--holds\n--drop\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --holds -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'supplier add')
        options=$'--name\n--contact\n--phone\n--active\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --contact --phone --active -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'supplier edit')
        options=$'--name\n--contact\n--phone\n--active\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --contact --phone --active -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'supplier list')
        options=$'-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'paper add')
        options=$'-k\n--kind\n--number\n--item\n--lots\n-f\n--from\n-t\n--to\n--proof\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind --number --item --lots -f --from -t --to --proof -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'paper list')
        options=$'--supplier\n-k\n--kind\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --supplier -k --kind -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'paper expiring')
        options=$'--days\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --days --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'supplier show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'order add')
        options=$'-l\n--line\n--due\n--note\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -l --line --due --note --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'order edit')
        options=$'-l\n--line\n--drop\n--due\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -l --line --drop --due --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'order approve')
        options=$'--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'order list')
        options=$'--supplier\n--state\n--late\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --supplier --state -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'order show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'receive')
        options=$'-l\n--line\n--scan\n--temperature\n--shipped\n--at\n--delivery\n--staff\n--note\n--code\n--reject\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -l --line --scan --temperature --shipped --at --delivery --staff --note --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'reject')
        options=$'-l\n--line\n--scan\n--temperature\n--shipped\n--at\n--delivery\n--staff\n--note\n--code\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -l --line --scan --temperature --shipped --at --delivery --staff --note --code --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'receipt list')
        options=$'--supplier\n--state\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --supplier --state -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'receipt show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'order close')
        options=$'--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'order cancel')
        options=$'--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'temperature check')
        options=$'--storage\n--min\n--max\n--allow-minutes\n--ever-min\n--ever-max\n--kinetic\n--energy\n--gap-minutes\n--shipped\n--arrived\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --storage --min --max --allow-minutes --ever-min --ever-max --kinetic --energy --gap-minutes --shipped --arrived -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'lot list')
        options=$'-i\n--item\n--state\n--place\n--supplier\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -i --item --state --place --supplier -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'lot show')
        options=$'-i\n--item\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -i --item -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'balance')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'ledger')
        options=$'-i\n--item\n-f\n--from\n-t\n--to\n-k\n--kind\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -i --item -f --from -t --to -k --kind -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'low')
        options=$'--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'expiring')
        options=$'--days\n--place\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --days --place --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'risk')
        options=$'--days\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --days --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'issue')
        options=$'-r\n--reason\n--paper\n--at\n--staff\n--rejects\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason --paper --at --staff --rejects -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'open')
        options=$'--lot\n-r\n--reason\n--at\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --lot -r --reason --at --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'use')
        options=$'--treatment\n--paper\n-r\n--reason\n--at\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --treatment --paper -r --reason --at --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'waste')
        options=$'--pack\n-r\n--reason\n--method\n--place\n--witness\n--paper\n--at\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --pack -r --reason --method --place --witness --paper --at --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'move')
        options=$'--to\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --to --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'return')
        options=$'-r\n--reason\n--at\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason --at --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'counter')
        options=$'-r\n--reason\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'disposal')
        options=$'-i\n--item\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -i --item -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'dose ledger')
        options=$'--pack\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --pack -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'dose balance')
        options=$'--pack\n-f\n--from\n-t\n--to\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --pack -f --from -t --to --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'transfer')
        options=$'--to\n-r\n--reason\n--paper\n--at\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --to -r --reason --paper --at --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'reserve')
        options=$'-p\n--project\n--until\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --project --until --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'unreserve')
        options=$'-r\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'reserved')
        options=$'-i\n--item\n--client\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -i --item --client -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'quarantine')
        options=$'-i\n--item\n-r\n--reason\n--source\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -i --item -r --reason --source --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'release')
        options=$'-i\n--item\n-r\n--reason\n--source\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -i --item -r --reason --source --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'recall')
        options=$'-i\n--item\n-r\n--reason\n--source\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -i --item -r --reason --source --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'recall list')
        options=$'-i\n--item\n--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -i --item --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'trace')
        options=$'-i\n--item\n--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -i --item --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'count start')
        options=$'--place\n--note\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --place --note --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'count sheet')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'count enter')
        options=$'--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'count show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'count approve')
        options=$'--note\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --note --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'count cancel')
        options=$'--note\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --note --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'count list')
        options=$'--open\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'backtest')
        options=$'-S\n--series\n-H\n--horizon\n-f\n--frequency\n--origins\n--against\n-m\n--method\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -S --series -H --horizon -f --frequency --origins --against -m --method -o --output --lang ' ;;
    'forecast')
        options=$'-S\n--series\n-H\n--horizon\n-f\n--frequency\n-m\n--method\n--sums\n--why\n--history\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -S --series -H --horizon -f --frequency -m --method -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'offer set')
        options=$'--supplier\n--lead\n--pack\n--min\n--price\n--shelf-days\n--active\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --supplier --lead --pack --min --price --shelf-days --active -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'offer list')
        options=$'--item\n--supplier\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --item --supplier -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'plan')
        options=$'--supplier\n--review\n--service\n--budget\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --supplier --review --service --budget -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment add')
        options=$'--name\n-k\n--kind\n--model\n--maker\n--serial\n--registration\n--supplier\n--bought\n--price\n--room\n--warranty\n--life\n--owner\n--calibrate\n--calibrate-months\n--emergency\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -k --kind --model --maker --serial --registration --supplier --bought --price --room --warranty --life --owner --calibrate --calibrate-months --emergency --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment edit')
        options=$'--name\n-k\n--kind\n--model\n--maker\n--serial\n--registration\n--supplier\n--bought\n--price\n--room\n--warranty\n--life\n--owner\n--calibrate\n--calibrate-months\n--emergency\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -k --kind --model --maker --serial --registration --supplier --bought --price --room --warranty --life --owner --calibrate --calibrate-months --emergency --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment calibrate')
        options=$'--body\n--certificate\n--done\n-t\n--to\n--failed\n--cost\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --body --certificate --done -t --to --cost -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment plan')
        options=$'--every\n-f\n--from\n--says\n--blocks\n--active\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --every -f --from --says --blocks --active -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment maintain')
        options=$'--done\n--staff\n--body\n--fault\n--cost\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --done --staff --body --fault --cost --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment fault')
        options=$'-w\n--what\n--at\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -w --what --at --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment repair')
        options=$'--by\n--staff\n--at\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --by --staff --at --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment repaired')
        options=$'--verified-by\n--recalibrate\n--at\n--cost\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --verified-by --at --cost --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment list')
        options=$'-k\n--kind\n--room\n--owner\n--unusable\n--emergency\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind --room --owner -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment due')
        options=$'--days\n--fault-hours\n-k\n--kind\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --days --fault-hours -k --kind --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment faults')
        options=$'--open\n--state\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --state -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment downtime')
        options=$'-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment retire')
        options=$'--way\n--to\n-r\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --way --to -r --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment request')
        options=$'--name\n-k\n--kind\n--item\n-r\n--reason\n--budget\n--needed\n--staff\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -k --kind --item -r --reason --budget --needed --staff --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment offer')
        options=$'--model\n--maker\n--registration\n--price\n--warranty-months\n--delivery-days\n--service\n--service-cost\n--life-months\n--until\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --model --maker --registration --price --warranty-months --delivery-days --service --service-cost --life-months --until --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment offers')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment choose')
        options=$'-r\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment accept')
        options=$'--code\n--model\n--registration\n--serial\n--price\n--delivery\n--quality-paper\n--manual\n--accessories\n--trial\n--calibrate\n--calibrate-months\n--body\n--certificate\n-t\n--to\n--room\n--owner\n--staff\n--reject\n-r\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --code --model --registration --serial --price --delivery --quality-paper --manual --accessories --trial --calibrate --calibrate-months --body --certificate -t --to --room --owner --staff -r --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment drop')
        options=$'-r\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'equipment requests')
        options=$'--state\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --state -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'emergency set')
        options=$'--quantity\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --quantity -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'emergency')
        options=$'--days\n--place\n--fault-hours\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --days --place --fault-hours --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'cost')
        options=$'-b\n--by\n-f\n--from\n-t\n--to\n--few\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by -f --from -t --to --few -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'price history')
        options=$'--supplier\n-f\n--from\n-t\n--to\n--jump\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --supplier -f --from -t --to --jump -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'price list')
        options=$'--supplier\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --supplier -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'turnover')
        options=$'-b\n--by\n-f\n--from\n-t\n--to\n--few\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by -f --from -t --to --few -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'dead')
        options=$'--days\n--except\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --days --except --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'loss')
        options=$'-b\n--by\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
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
        _medi_stock_offer "$options"
        return
    else
        key=$operand
    fi
    case "$verb:$key" in
    'scan:--form' | 'scan:-f') offer=$'auto\ngs1\n' ;;
    'scan:1' | 'scan':[1-9]*) offer=/files ;;
    'item add:--kind' | 'item add:-k') offer=$'drug\nconsumable\nimplant\ndevice\n' ;;
    'item add:--storage') offer=$'ambient\ncool\ncold\nfrozen\n' ;;
    'item add:--controlled') offer=$'yes\nno\n' ;;
    'item edit:--kind' | 'item edit:-k') offer=$'drug\nconsumable\nimplant\ndevice\n' ;;
    'item edit:--storage') offer=$'ambient\ncool\ncold\nfrozen\n' ;;
    'item edit:--controlled') offer=$'yes\nno\n' ;;
    'item list:--kind' | 'item list:-k') offer=$'drug\nconsumable\nimplant\ndevice\n' ;;
    'item list:--storage') offer=$'ambient\ncool\ncold\nfrozen\n' ;;
    'supplier add:--active') offer=$'yes\nno\n' ;;
    'supplier edit:--active') offer=$'yes\nno\n' ;;
    'paper add:--kind' | 'paper add:-k') offer=$(_medi_stock_rows kinds) ;;
    'paper list:--kind' | 'paper list:-k') offer=$(_medi_stock_rows kinds) ;;
    'paper expiring:--fail-on') offer=$'warning\nerror\n' ;;
    'order list:--state') offer=$'draft\napproved\nclosed\ncancelled\n' ;;
    'receive:--scan') offer=/files ;;
    'reject:--scan') offer=/files ;;
    'receipt list:--state') offer=$'accepted\nrefused\n' ;;
    'temperature check:--storage') offer=$'ambient\ncool\ncold\nfrozen\n' ;;
    'temperature check:1') offer=/files ;;
    'lot list:--state') offer=$'usable\nexpired\nquarantined\nrecalled\nempty\n' ;;
    'ledger:--kind' | 'ledger:-k') offer=$'receipt\nuse\nissue\nreturn\nwaste\ncount\nplace\ntransfer-out\ntransfer-in\ncounter\n' ;;
    'low:--fail-on') offer=$'warning\nerror\n' ;;
    'expiring:--fail-on') offer=$'warning\nerror\n' ;;
    'risk:--fail-on') offer=$'warning\nerror\n' ;;
    'issue:--rejects') offer=/files ;;
    'dose balance:--fail-on') offer=$'warning\nerror\n' ;;
    'backtest:--series' | 'backtest:-S') offer=/files ;;
    'backtest:--against') offer=/files ;;
    'forecast:--series' | 'forecast:-S') offer=/files ;;
    'forecast:--method' | 'forecast:-m') offer=$'auto\ncombination\ntheta\nets\nces\nses\nholt\ndamped\nhw\nhw-times\nsnaive\nnaive\nmean\nzero\ncroston\nsba\ntsb\nadida\n' ;;
    'offer set:--active') offer=$'yes\nno\n' ;;
    'equipment add:--kind' | 'equipment add:-k') offer=$(_medi_stock_rows kinds) ;;
    'equipment add:--calibrate') offer=$'yes\nno\n' ;;
    'equipment add:--emergency') offer=$'yes\nno\n' ;;
    'equipment edit:--kind' | 'equipment edit:-k') offer=$(_medi_stock_rows kinds) ;;
    'equipment edit:--calibrate') offer=$'yes\nno\n' ;;
    'equipment edit:--emergency') offer=$'yes\nno\n' ;;
    'equipment plan:--blocks') offer=$'yes\nno\n' ;;
    'equipment plan:--active') offer=$'yes\nno\n' ;;
    'equipment list:--kind' | 'equipment list:-k') offer=$(_medi_stock_rows kinds) ;;
    'equipment due:--kind' | 'equipment due:-k') offer=$(_medi_stock_rows kinds) ;;
    'equipment due:--fail-on') offer=$'warning\nerror\n' ;;
    'equipment faults:--state') offer=$'open\nrepairing\nrepaired\nscrapped\n' ;;
    'equipment retire:--way') offer=$'scrapped\nsold\nreturned\n' ;;
    'equipment request:--kind' | 'equipment request:-k') offer=$(_medi_stock_rows kinds) ;;
    'equipment accept:--calibrate') offer=$'yes\nno\n' ;;
    'equipment requests:--state') offer=$'open\nchosen\naccepted\ndropped\n' ;;
    'emergency:--fail-on') offer=$'warning\nerror\n' ;;
    'cost:--by' | 'cost:-b') offer=$'item\nlot\nproject\nstore\ndoctor\nmonth\n' ;;
    'turnover:--by' | 'turnover:-b') offer=$'item\ncategory\nstore\n' ;;
    'dead:--fail-on') offer=$'warning\nerror\n' ;;
    'loss:--by' | 'loss:-b') offer=$'item\nstore\nreason\nperson\n' ;;
    *:--db | *:-d) offer=/files ;;
    *:--store | *:-s) offer=$(_medi_stock_rows store list) ;;
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
    *) _medi_stock_offer "$offer" ;;
    esac
}
complete -F _medi_stock medi-stock
