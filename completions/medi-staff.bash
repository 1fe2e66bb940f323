# bash completion for medi-staff: made by medi-staff --document bash

_medi_staff_rows()
{
    MEDI_DB=${db:-$MEDI_DB} medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1
}

_medi_staff_offer()
{
    local word
    while IFS= read -r word; do
        [[ $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
    done <<<"$1"
}

_medi_staff()
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
        offer=$'add\nedit\npost\nlicence\nlist\nshow\nexpiring\ntrain\nattend\nassess\ndue\nscore\n--help\n--version'
        _medi_staff_offer "$offer"
        return
    fi
    verb=${words[1]}
    case $verb in
    'add')
        options=$'--name\n-r\n--role\n--title\n--home\n--phone\n--hired-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name -r --role --title --home --phone --hired-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'edit')
        options=$'--name\n--phone\n--hired-on\n--left-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --phone --hired-on --left-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'post')
        options=$'-r\n--role\n--title\n--home\n-f\n--from\n--reason\n--correct\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --role --title --home -f --from --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'licence')
        options=$'-k\n--kind\n--number\n--scope\n--place\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind --number --scope --place -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'list')
        options=$'-r\n--role\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --role -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'expiring')
        options=$'--days\n--fail-on\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --days --fail-on -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'train')
        options=$'--code\n--topic\n--at\n--minutes\n--trainer\n--proof\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --code --topic --at --minutes --trainer --proof -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'attend')
        options=$'--state\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --state -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'assess')
        options=$'-k\n--kind\n--score\n--day\n--reviewer\n--note\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind --score --day --reviewer --note --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'due')
        options=$'--training\n--within\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --training --within -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'score')
        options=$'-m\n--month\n-r\n--role\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -m --month -r --role -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
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
        _medi_staff_offer "$options"
        return
    else
        key=$operand
    fi
    case "$verb:$key" in
    'add:--role' | 'add:-r') offer=$'doctor\nnurse\nconsultant\nfront-desk\nmanager\nbuyer\ntechnician\nmarketing\nother\n' ;;
    'post:--role' | 'post:-r') offer=$'doctor\nnurse\nconsultant\nfront-desk\nmanager\nbuyer\ntechnician\nmarketing\nother\n' ;;
    'licence:--kind' | 'licence:-k') offer=$'physician\nchief-physician\nnurse\npharmacist\ndevice\nother\n' ;;
    'list:--role' | 'list:-r') offer=$'doctor\nnurse\nconsultant\nfront-desk\nmanager\nbuyer\ntechnician\nmarketing\nother\n' ;;
    'expiring:--fail-on') offer=$'warning\nerror\n' ;;
    'attend:--state') offer=$'present\nabsent\nexcused\n' ;;
    'assess:--kind' | 'assess:-k') offer=$'skill\nservice\nconduct\nknowledge\n' ;;
    'score:--role' | 'score:-r') offer=$'doctor\nnurse\nconsultant\nfront-desk\nmanager\nbuyer\ntechnician\nmarketing\nother\n' ;;
    *:--db | *:-d) offer=/files ;;
    *:--store | *:-s) offer=$(_medi_staff_rows store list) ;;
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
    *) _medi_staff_offer "$offer" ;;
    esac
}
complete -F _medi_staff medi-staff
