# bash completion for medi-audit: made by medi-audit --document bash

_medi_audit_rows()
{
    MEDI_DB=${db:-$MEDI_DB} medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1
}

_medi_audit_offer()
{
    local word
    while IFS= read -r word; do
        [[ $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
    done <<<"$1"
}

_medi_audit()
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
        offer=$'run\nlist\nexplain\nwaive\nwaivers\ntrend\naction\njournal\nretention\nlog\nkeygen\ncheckpoint\ncheckpoints\nwitness\nverify\npackage\npackage-verify\nad\n--help\n--version'
        _medi_audit_offer "$offer"
        return
    fi
    verb=${words[1]}
    if [[ $verb == action ]]; then
        offer=$'open\nassign\nevidence\nclose\nlist\n--help'
        if ((n == 2)); then
            _medi_audit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == journal ]]; then
        offer=$'checklist\nkeep\nstop\nduties\nadd\nvoid\nlist\nshow\ndue\n--help'
        if ((n == 2)); then
            _medi_audit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == retention ]]; then
        offer=$'hold\nrelease\nholds\n'
        if ((n == 2)); then
            _medi_audit_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    case $verb in
    'run')
        options=$'--since\n-r\n--rule\n-T\n--topic\n-c\n--changes\n--no-record\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --since -r --rule -T --topic --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'list')
        options=$'-T\n--topic\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -T --topic -o --output --lang ' ;;
    'explain')
        options=$'-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
    'waive')
        options=$'--reason\n--until\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason --until -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'waivers')
        options=$'-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'trend')
        options=$'-r\n--rule\n-l\n--last\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --rule -l --last -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'action open')
        options=$'--what\n--owner\n--due\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --what --owner --due -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'action assign')
        options=$'--owner\n--due\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --owner --due -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'action evidence')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'action close')
        options=$'--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'action list')
        options=$'-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'journal checklist')
        options=$'-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
    'journal keep')
        options=$'-r\n--room\n-e\n--equipment\n--every\n--basis\n-f\n--from\n-t\n--to\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --room -e --equipment --every --basis -f --from -t --to --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'journal stop')
        options=$'-t\n--to\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -t --to --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'journal duties')
        options=$'-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'journal add')
        options=$'-r\n--room\n-e\n--equipment\n--staff\n--second\n--at\n--code\n--voids\n--reason\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --room -e --equipment --staff --second --at --code --voids --reason --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'journal void')
        options=$'--reason\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'journal list')
        options=$'-k\n--kind\n-f\n--from\n-t\n--to\n-b\n--bad\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'journal show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'journal due')
        options=$'-k\n--kind\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'retention')
        options=$'--class\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --class -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'retention hold')
        options=$'--class\n-c\n--client\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --class -c --client --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'retention release')
        options=$'--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'retention holds')
        options=$'-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'log')
        options=$'-f\n--from\n-t\n--to\n-a\n--actor\n--tool\n--verb\n-c\n--changes\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -a --actor --tool --verb -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'keygen')
        options=$'--name\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -o --output --lang ' ;;
    'checkpoint')
        options=$'--sign\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --sign -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'checkpoints')
        options=$'-l\n--last\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -l --last -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'witness')
        options=$'--trust\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --trust -o --output --lang ' ;;
    'verify')
        options=$'--deep\n-a\n--against\n--trust\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -a --against --trust --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'package')
        options=$'--visit\n-c\n--client\n-f\n--from\n-t\n--to\n--sign\n--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --visit -c --client -f --from -t --to --sign --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'package-verify')
        options=$'--trust\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --trust -o --output --lang ' ;;
    'ad')
        options=$'-p\n--profile\n--min-severity\n--fail-on\n-k\n--kind\n-c\n--column\n-e\n--explain\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --profile --min-severity --fail-on -k --kind -c --column -o --output --lang ' ;;
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
        _medi_audit_offer "$options"
        return
    else
        key=$operand
    fi
    case "$verb:$key" in
    'run:--since') offer=$'last\n' ;;
    'run:--fail-on') offer=$'warning\nerror\n' ;;
    'run:--output' | 'run:-o') offer=$'table\ntsv\ncsv\njson\njsonl\nxlsx\nsarif\n' ;;
    'journal keep:--basis') offer=$'calendar\nvisits\n' ;;
    'journal list:--kind' | 'journal list:-k') offer=$(_medi_audit_rows kinds) ;;
    'journal due:--kind' | 'journal due:-k') offer=$(_medi_audit_rows kinds) ;;
    'keygen:1') offer=/files ;;
    'checkpoint:--sign') offer=/files ;;
    'witness:1') offer=/files ;;
    'verify:--fail-on') offer=$'warning\nerror\n' ;;
    'package:--sign') offer=/files ;;
    'package:1') offer=/files ;;
    'package-verify:1') offer=/files ;;
    'ad:--profile' | 'ad:-p') offer=$'ad\ndisclosure\ncosmetic\nscript\nmessage\n' ;;
    'ad:--min-severity') offer=$'warning\nerror\n' ;;
    'ad:--fail-on') offer=$'warning\nerror\n' ;;
    'ad:--kind' | 'ad:-k') offer=$'text\nhtml\ncsv\n' ;;
    'ad:1' | 'ad':[1-9]*) offer=/files ;;
    *:--db | *:-d) offer=/files ;;
    *:--store | *:-s) offer=$(_medi_audit_rows store list) ;;
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
    *) _medi_audit_offer "$offer" ;;
    esac
}
complete -F _medi_audit medi-audit
