# bash completion for medi-db: made by medi-db --document bash

_medi_db_rows()
{
    MEDI_DB=${db:-$MEDI_DB} medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1
}

_medi_db_offer()
{
    local word
    while IFS= read -r word; do
        [[ $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
    done <<<"$1"
}

_medi_db()
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
        offer=$'init\nmigrate\nimport\nexport\nkinds\nschema\nconfig\nstore\nrekey\nwhoami\naccount\nduty\nroles\nrequest\ncheck\nbackup-key\nbackup\nbackup-show\nrestore\n--help\n--version'
        _medi_db_offer "$offer"
        return
    fi
    verb=${words[1]}
    if [[ $verb == config ]]; then
        offer=$'list\nget\nset\nunset\n--help'
        if ((n == 2)); then
            _medi_db_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == store ]]; then
        offer=$'list\nshow\nadd\nedit\n--help'
        if ((n == 2)); then
            _medi_db_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == account ]]; then
        offer=$'list\nadd\nedit\nclose\n--help'
        if ((n == 2)); then
            _medi_db_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == duty ]]; then
        offer=$'list\ngrant\nrevoke\n--help'
        if ((n == 2)); then
            _medi_db_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == roles ]]; then
        offer=$'list\nshow\napply\n--help'
        if ((n == 2)); then
            _medi_db_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == request ]]; then
        offer=$'list\nshow\napprove\nrefuse\nwithdraw\n--help'
        if ((n == 2)); then
            _medi_db_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    case $verb in
    'init')
        options=$'-z\n--zone\n--test\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -z --zone -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'migrate')
        options=$'--anyway\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --anyway -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'import')
        options=$'-r\n--rejects\n-m\n--map\n-i\n--ignore\n-f\n--format\n--encoding\n--field-cap\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --rejects -m --map -i --ignore -f --format --encoding --field-cap -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'export')
        options=$'-m\n--match\n--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -m --match --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'kinds')
        options=$'-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
    'schema')
        options=$'--sql\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
    'config list')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'config get')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'config set')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'config unset')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'store list')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'store show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'store add')
        options=$'--name\n--zone\n--level\n--departments\n--licence-no\n--licence-to\n--address\n--latitude\n--longitude\n--hours\n--phone\n--opened-on\n--closed-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --zone --level --departments --licence-no --licence-to --address --latitude --longitude --hours --phone --opened-on --closed-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'store edit')
        options=$'--name\n--zone\n--level\n--departments\n--licence-no\n--licence-to\n--address\n--latitude\n--longitude\n--hours\n--phone\n--opened-on\n--closed-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --zone --level --departments --licence-no --licence-to --address --latitude --longitude --hours --phone --opened-on --closed-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'rekey')
        options=$'--new\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --new -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'whoami')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'account list')
        options=$'--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'account add')
        options=$'--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'account edit')
        options=$'--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'duty list')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'duty grant')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'duty revoke')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'account close')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'roles list')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'roles show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'roles apply')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'request list')
        options=$'--state\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --state -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'request show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'request approve')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'request refuse')
        options=$'--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'request withdraw')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'check')
        options=$'--list\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'backup-key')
        options=$'-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
    'backup')
        options=$'-k\n--keep\n-t\n--to\n--as-is\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --keep -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'backup-show')
        options=$'-r\n--recovery\n--tables\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --recovery -o --output --lang ' ;;
    'restore')
        options=$'-r\n--recovery\n-f\n--force\n--key-out\n--config-out\n--as-is\n-d\n--db\n--key\n-o\n--output\n--excel\n--no-header\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --recovery --key-out --config-out -d --db --key -o --output --wait --lang ' ;;
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
        _medi_db_offer "$options"
        return
    else
        key=$operand
    fi
    case "$verb:$key" in
    'import:--rejects' | 'import:-r') offer=/files ;;
    'import:--map' | 'import:-m') offer=/files ;;
    'import:--format' | 'import:-f') offer=$'auto\ncsv\ntsv\njsonl\n' ;;
    'import:--encoding') offer=$'utf-8\ngb18030\n' ;;
    'import:1') offer=$(_medi_db_rows kinds) ;;
    'import:2' | 'import':[1-9]*) offer=/files ;;
    'export:1') offer=$(_medi_db_rows kinds) ;;
    'kinds:1') offer=$(_medi_db_rows kinds) ;;
    'store show:1') offer=$(_medi_db_rows store list) ;;
    'store add:1') offer=$(_medi_db_rows store list) ;;
    'store edit:1') offer=$(_medi_db_rows store list) ;;
    'rekey:--new') offer=/files ;;
    'request list:--state') offer=$'pending\napproved\nrefused\nwithdrawn\nused\nexpired\n' ;;
    'check:--fail-on') offer=$'warning\nerror\n' ;;
    'backup-key:1') offer=/files ;;
    'backup:--to' | 'backup:-t') offer=/files ;;
    'backup:1') offer=/files ;;
    'backup-show:--recovery' | 'backup-show:-r') offer=/files ;;
    'backup-show:1') offer=/files ;;
    'restore:--recovery' | 'restore:-r') offer=/files ;;
    'restore:--key-out') offer=/files ;;
    'restore:--config-out') offer=/dirs ;;
    'restore:1') offer=/files ;;
    *:--db | *:-d) offer=/files ;;
    *:--store | *:-s) offer=$(_medi_db_rows store list) ;;
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
    *) _medi_db_offer "$offer" ;;
    esac
}
complete -F _medi_db medi-db
