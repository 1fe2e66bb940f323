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
        offer=$'lot\nbalance\nledger\nlow\nexpiring\nrisk\nissue\nopen\nuse\nwaste\nmove\nreturn\ncounter\ntransfer\nreserve\nunreserve\nreserved\nquarantine\nrelease\nrecall\ntrace\ncount\n--help\n--version'
        _medi_stock_offer "$offer"
        return
    fi
    verb=${words[1]}
    if [[ $verb == lot ]]; then
        offer=$'list\nshow\n--help'
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
    case $verb in
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
        options=$'-f\n--from\n-t\n--to\n-k\n--kind\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -k --kind -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
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
        options=$'--pack\n-r\n--reason\n--paper\n--at\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --pack -r --reason --paper --at --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'move')
        options=$'--to\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --to --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'return')
        options=$'-r\n--reason\n--at\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason --at --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'counter')
        options=$'-r\n--reason\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
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
    'lot list:--state') offer=$'usable\nexpired\nquarantined\nrecalled\nempty\n' ;;
    'ledger:--kind' | 'ledger:-k') offer=$'receipt\nuse\nissue\nreturn\nwaste\ncount\nplace\ntransfer-out\ntransfer-in\ncounter\n' ;;
    'low:--fail-on') offer=$'warning\nerror\n' ;;
    'expiring:--fail-on') offer=$'warning\nerror\n' ;;
    'risk:--fail-on') offer=$'warning\nerror\n' ;;
    'issue:--rejects') offer=/files ;;
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
