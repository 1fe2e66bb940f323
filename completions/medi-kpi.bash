# bash completion for medi-kpi: made by medi-kpi --document bash

_medi_kpi_rows()
{
    MEDI_DB=${db:-$MEDI_DB} medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1
}

_medi_kpi_offer()
{
    local word
    while IFS= read -r word; do
        [[ $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
    done <<<"$1"
}

_medi_kpi()
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
        offer=$'list\nexplain\nshow\nreport\nretention\ncohort\nfunnel\nbasket\ngoal\nbudget\nchannel\nspend\nmarket\nltv\nprofit\npayback\nadvise\nbrief\nrefresh\n--help\n--version'
        _medi_kpi_offer "$offer"
        return
    fi
    verb=${words[1]}
    if [[ $verb == goal ]]; then
        offer=$'set\nlist\ndrop\n--help'
        if ((n == 2)); then
            _medi_kpi_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == channel ]]; then
        offer=$'add\nlist\n--help'
        if ((n == 2)); then
            _medi_kpi_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == spend ]]; then
        offer=$'add\nlist\n--help'
        if ((n == 2)); then
            _medi_kpi_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == market ]]; then
        offer=$'add\nlist\n'
        if ((n == 2)); then
            _medi_kpi_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    case $verb in
    'list')
        options=$'--dimension\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --dimension -o --output --lang ' ;;
    'explain')
        options=$'-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
    'show')
        options=$'-b\n--by\n--per\n-w\n--where\n--staff\n-f\n--from\n-t\n--to\n--days\n--compare\n--target\n--total\n--top\n--sort\n--spark\n--bars\n--now\n--facts\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by --per -w --where --staff -f --from -t --to --days --compare --top --sort --spark -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'report')
        options=$'-m\n--month\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -m --month -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'retention')
        options=$'-D\n--definition\n-f\n--from\n-t\n--to\n--days\n-b\n--by\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -D --definition -f --from -t --to --days -b --by -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'cohort')
        options=$'-b\n--by\n-m\n--measure\n-f\n--from\n-t\n--to\n-w\n--wide\n--ages\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by -m --measure -f --from -t --to --ages -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'funnel')
        options=$'-f\n--from\n-t\n--to\n-b\n--by\n--within\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -b --by --within -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'basket')
        options=$'-f\n--from\n-t\n--to\n-p\n--project\n--of\n--least\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -p --project --of --least -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'goal set')
        options=$'-p\n--period\n--day\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --period --day --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'goal list')
        options=$'-m\n--metric\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -m --metric -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'budget')
        options=$'--day\n-m\n--metric\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day -m --metric -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'goal drop')
        options=$'-p\n--period\n--day\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --period --day -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'channel add')
        options=$'--name\n-c\n--category\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -c --category -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'channel list')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'spend add')
        options=$'--day\n-p\n--purpose\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day -p --purpose --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'spend list')
        options=$'-c\n--channel\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -c --channel -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'market add')
        options=$'-p\n--project\n--day\n--activity\n--source\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --project --day --activity --source --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'market list')
        options=$'-c\n--competitor\n-p\n--project\n-f\n--from\n-t\n--to\n--unmatched\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -c --competitor -p --project -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'market')
        options=$'--days\n-p\n--project\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --days -p --project -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'ltv')
        options=$'-b\n--by\n-f\n--from\n-t\n--to\n--margin\n--discount\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by -f --from -t --to --margin --discount -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'profit')
        options=$'-b\n--by\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'payback')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'advise')
        options=$'--of\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --of -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'brief')
        options=$'-m\n--morning\n-e\n--evening\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'refresh')
        options=$'--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
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
        _medi_kpi_offer "$options"
        return
    else
        key=$operand
    fi
    case "$verb:$key" in
    'show:--per') offer=$'day\nweek\nmonth\nquarter\nyear\n' ;;
    'show:--compare') offer=$'previous\nyear\n' ;;
    'show:--spark') offer=$'day\nweek\nmonth\nquarter\nyear\n' ;;
    'report:--output' | 'report:-o') offer=$'table\ntsv\ncsv\njson\njsonl\nxlsx\nhtml\n' ;;
    'retention:--by' | 'retention:-b') offer=$'store\nchannel\nmonth\n' ;;
    'cohort:--by' | 'cohort:-b') offer=$'month\nquarter\nyear\n' ;;
    'cohort:--measure' | 'cohort:-m') offer=$'clients\nrevenue\n' ;;
    'funnel:--by' | 'funnel:-b') offer=$'channel\nmonth\nstore\n' ;;
    'basket:--of') offer=$'sales\ntreatments\n' ;;
    'goal set:--period' | 'goal set:-p') offer=$'month\nquarter\nyear\n' ;;
    'goal drop:--period' | 'goal drop:-p') offer=$'month\nquarter\nyear\n' ;;
    'channel add:--category' | 'channel add:-c') offer=$'paid\norganic\nown\nreferral\npartner\nwalk-in\nunknown\n' ;;
    'ltv:--by' | 'ltv:-b') offer=$'channel\ncohort\n' ;;
    'profit:--by' | 'profit:-b') offer=$'project\nstore\ndoctor\nchannel\n' ;;
    'advise:--of') offer=$'channels\nprojects\nclients\nstores\n' ;;
    *:--db | *:-d) offer=/files ;;
    *:--store | *:-s) offer=$(_medi_kpi_rows store list) ;;
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
    *) _medi_kpi_offer "$offer" ;;
    esac
}
complete -F _medi_kpi medi-kpi
