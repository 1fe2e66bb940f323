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
        offer=$'item\nsupplier\npaper\norder\nreceive\nreject\nreceipt\ntemperature\n--help\n--version'
        _medi_stock_offer "$offer"
        return
    fi
    verb=${words[1]}
    if [[ $verb == item ]]; then
        offer=$'add\nedit\nlist\nshow\nlevel\n--help'
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
    case $verb in
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
        options=$'-l\n--line\n--temperature\n--shipped\n--at\n--delivery\n--staff\n--note\n--code\n--reject\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -l --line --temperature --shipped --at --delivery --staff --note --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'reject')
        options=$'-l\n--line\n--temperature\n--shipped\n--at\n--delivery\n--staff\n--note\n--code\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -l --line --temperature --shipped --at --delivery --staff --note --code --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
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
    'receipt list:--state') offer=$'accepted\nrefused\n' ;;
    'temperature check:--storage') offer=$'ambient\ncool\ncold\nfrozen\n' ;;
    'temperature check:1') offer=/files ;;
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
