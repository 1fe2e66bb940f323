# bash completion for medi-complaint: made by medi-complaint --document bash

_medi_complaint_rows()
{
    MEDI_DB=${db:-$MEDI_DB} medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1
}

_medi_complaint_offer()
{
    local word
    while IFS= read -r word; do
        [[ $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
    done <<<"$1"
}

_medi_complaint()
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
        offer=$'open\nassign\nrespond\npause\nresume\ninvestigate\npropose\nmediate\nagree\ncompensate\nfeedback\nclose\nlist\nshow\ndue\ntop\nsteps\n--help\n--version'
        _medi_complaint_offer "$offer"
        return
    fi
    verb=${words[1]}
    case $verb in
    'open')
        options=$'--code\n-c\n--category\n-w\n--way\n--detail\n--severity\n--treatment\n--visit\n--about\n--product\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --code -c --category -w --way --detail --severity --treatment --visit --about --product --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'assign')
        options=$'-t\n--to\n--note\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -t --to --note --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'respond')
        options=$'-w\n--with\n--note\n--proof\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -w --with --note --proof --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'pause')
        options=$'--note\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --note --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'resume')
        options=$'--note\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --note --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'investigate')
        options=$'--note\n--proof\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --note --proof --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'propose')
        options=$'--note\n--amount\n--proof\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --note --amount --proof --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'mediate')
        options=$'--note\n--proof\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --note --proof --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'agree')
        options=$'--amount\n--note\n--proof\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --amount --note --proof --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'compensate')
        options=$'--amount\n--note\n--proof\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --amount --note --proof --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'feedback')
        options=$'--note\n--proof\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --note --proof --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'close')
        options=$'--improvement\n--reason\n--proof\n--by\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --improvement --reason --proof --by --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'list')
        options=$'--state\n-c\n--category\n--client\n--owner\n--open\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --state -c --category --client --owner -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'show')
        options=$'--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'due')
        options=$'-a\n--all\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'top')
        options=$'-m\n--month\n--count\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -m --month --count -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'steps')
        options=$'-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
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
        _medi_complaint_offer "$options"
        return
    else
        key=$operand
    fi
    case "$verb:$key" in
    'open:--way' | 'open:-w') offer=$'store\nphone\nwechat\nweb\nletter\nauthority\nmedia\n' ;;
    'list:--state') offer=$'open\nassigned\nresponded\ninvestigated\nproposed\nagreed\nmediation\ncompensated\nclosed\n' ;;
    'due:--fail-on') offer=$'warning\nerror\n' ;;
    *:--db | *:-d) offer=/files ;;
    *:--store | *:-s) offer=$(_medi_complaint_rows store list) ;;
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
    *) _medi_complaint_offer "$offer" ;;
    esac
}
complete -F _medi_complaint medi-complaint
