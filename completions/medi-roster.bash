# bash completion for medi-roster: made by medi-roster --document bash

_medi_roster_rows()
{
    MEDI_DB=${db:-$MEDI_DB} medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1
}

_medi_roster_offer()
{
    local word
    while IFS= read -r word; do
        [[ $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
    done <<<"$1"
}

_medi_roster()
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
        offer=$'resource\nneed\nclosure\nleave\nshift\nrule\nskill\nstation\ntravel\nwish\nplan\nlock\nunlock\nadjust\nexplain\nslots\nbook\nmove\nmark\nwaitlist\nlist\ncalendar\nconflicts\ncancel\nshow\ndiff\npublish\nfairness\nutilisation\nroster\nload\nheads\nholiday\n--help\n--version'
        _medi_roster_offer "$offer"
        return
    fi
    verb=${words[1]}
    if [[ $verb == resource ]]; then
        offer=$'add\nedit\ndrop\nlist\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == need ]]; then
        offer=$'set\nlist\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == closure ]]; then
        offer=$'add\nlist\ndrop\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == leave ]]; then
        offer=$'add\nlist\ndrop\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == shift ]]; then
        offer=$'add\nlist\ndrop\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == rule ]]; then
        offer=$'list\nset\ndrop\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == skill ]]; then
        offer=$'add\ndrop\nlist\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == station ]]; then
        offer=$'add\ndrop\nlist\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == travel ]]; then
        offer=$'set\ndrop\nlist\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == wish ]]; then
        offer=$'add\ndrop\nlist\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == waitlist ]]; then
        offer=$'add\nlist\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == roster ]]; then
        offer=$'list\ndrop\nimport\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == heads ]]; then
        offer=$'set\nlist\ndrop\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == holiday ]]; then
        offer=$'list\napply\n--help'
        if ((n == 2)); then
            _medi_roster_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    case $verb in
    'resource add')
        options=$'--name\n--kinds\n--from\n--to\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --kinds --from --to --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'resource edit')
        options=$'--name\n--kinds\n--from\n--to\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --name --kinds --from --to --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'resource drop')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'resource list')
        options=$'-k\n--kind\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -k --kind -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'need set')
        options=$'--doctor\n--nurse\n--room\n--before\n--after\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --doctor --nurse --room --before --after -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'need list')
        options=$'-p\n--project\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --project -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'closure add')
        options=$'--day\n--where\n--from\n--to\n--open\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day --where --from --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'closure list')
        options=$'-f\n--from-day\n-t\n--to-day\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from-day -t --to-day -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'closure drop')
        options=$'--day\n--where\n--from\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day --where --from -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'leave add')
        options=$'-f\n--from\n-t\n--to\n-k\n--kind\n--approved\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -k --kind --approved --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'leave list')
        options=$'--staff\n-f\n--from-day\n-t\n--to-day\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --staff -f --from-day -t --to-day -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'leave drop')
        options=$'-f\n--from\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'shift add')
        options=$'--day\n-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'shift list')
        options=$'--staff\n-f\n--from-day\n-t\n--to-day\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --staff -f --from-day -t --to-day -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'shift drop')
        options=$'--day\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'rule list')
        options=$'--day\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'rule set')
        options=$'--from\n--month-hours\n--month-hours-min\n--month-hours-max\n--week-hours-max\n--run-days-max\n--run-days-min\n--off-days-min\n--weekends-max\n--late-max\n--shifts\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --from --month-hours --month-hours-min --month-hours-max --week-hours-max --run-days-max --run-days-min --off-days-min --weekends-max --late-max --shifts -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'rule drop')
        options=$'--from\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --from -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'skill add')
        options=$'--from\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --from --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'skill drop')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'skill list')
        options=$'--staff\n--skill\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --staff --skill -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'station add')
        options=$'--from\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --from --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'station drop')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'station list')
        options=$'--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'travel set')
        options=$'--minutes\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --minutes -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'travel drop')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'travel list')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'wish add')
        options=$'--day\n--weight\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day --weight --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'wish drop')
        options=$'--day\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'wish list')
        options=$'--from-day\n--to-day\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --from-day --to-day --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'plan')
        options=$'--month\n--from\n--days\n--seconds\n--seed\n--threads\n--iterations\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --month --from --days --seconds --seed --threads --iterations -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'lock')
        options=$'--day\n--to\n--shift\n--at\n--off\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day --to --shift --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'unlock')
        options=$'--day\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'adjust')
        options=$'--code\n--from\n--seconds\n--seed\n--threads\n--iterations\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --code --from --seconds --seed --threads --iterations -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'explain')
        options=$'--seconds\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --seconds -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'slots')
        options=$'--client\n--doctor\n--nurse\n--room\n--device\n-f\n--from\n--days\n-l\n--limit\n--minutes\n--step\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --client --doctor --nurse --room --device -f --from --days -l --limit --minutes --step -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'book')
        options=$'--at\n--minutes\n--doctor\n--nurse\n--room\n--device\n--status\n--note\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --at --minutes --doctor --nurse --room --device --status --note --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'move')
        options=$'--at\n--minutes\n--doctor\n--nurse\n--room\n--device\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --at --minutes --doctor --nurse --room --device -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'mark')
        options=$'-t\n--to\n-r\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -t --to -r --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'waitlist add')
        options=$'-f\n--from\n-u\n--until\n--doctor\n--note\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -u --until --doctor --note --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'waitlist list')
        options=$'-p\n--project\n--doctor\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -p --project --doctor -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'list')
        options=$'-f\n--from-day\n-t\n--to-day\n--doctor\n--nurse\n--room\n--device\n--client\n--project\n--status\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from-day -t --to-day --doctor --nurse --room --device --client --project --status -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'calendar')
        options=$'-f\n--from-day\n-t\n--to-day\n-b\n--by\n--ical\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from-day -t --to-day -b --by --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'conflicts')
        options=$'-f\n--from\n-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'cancel')
        options=$'-r\n--reason\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -r --reason -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'show')
        options=$'-f\n--from\n-t\n--to\n-m\n--month\n-w\n--week\n-b\n--by\n--width\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -m --month -w --week -b --by --width -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'diff')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'publish')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'fairness')
        options=$'-f\n--from\n-t\n--to\n-m\n--month\n-b\n--by\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -m --month -b --by -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'utilisation')
        options=$'-f\n--from\n-t\n--to\n-m\n--month\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -m --month -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'roster list')
        options=$'-f\n--from\n-t\n--to\n--state\n-a\n--all\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to --state -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'roster drop')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'roster import')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'load')
        options=$'-m\n--month\n-f\n--from\n--days\n-b\n--by\n--heads\n-w\n--write\n--backtest\n--origins\n-H\n--horizon\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -m --month -f --from --days -b --by --origins -H --horizon -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'heads set')
        options=$'--day\n-f\n--from\n-t\n--to\n--heads\n--skill\n--staff\n--note\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day -f --from -t --to --heads --skill --staff --note -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'heads list')
        options=$'-f\n--from-day\n-t\n--to-day\n--role\n--source\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from-day -t --to-day --role --source -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'heads drop')
        options=$'--day\n-f\n--from\n--skill\n--staff\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --day -f --from --skill --staff -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'holiday list')
        options=$'-y\n--year\n-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -y --year -o --output --lang ' ;;
    'holiday apply')
        options=$'-y\n--year\n--where\n-c\n--closed\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -y --year --where -c --closed -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
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
        _medi_roster_offer "$options"
        return
    else
        key=$operand
    fi
    case "$verb:$key" in
    'resource list:--kind' | 'resource list:-k') offer=$'room\ndevice\n' ;;
    'need set:--doctor') offer=$'yes\nno\nauto\n' ;;
    'need set:--nurse') offer=$'yes\nno\nauto\n' ;;
    'need set:--room') offer=$'yes\nno\nauto\n' ;;
    'leave add:--kind' | 'leave add:-k') offer=$'annual\nsick\npersonal\nmaternity\ntraining\ncompensatory\nother\n' ;;
    'station add:2') offer=$(_medi_roster_rows store list) ;;
    'station drop:2') offer=$(_medi_roster_rows store list) ;;
    'travel set:1') offer=$(_medi_roster_rows store list) ;;
    'travel set:2') offer=$(_medi_roster_rows store list) ;;
    'travel drop:1') offer=$(_medi_roster_rows store list) ;;
    'travel drop:2') offer=$(_medi_roster_rows store list) ;;
    'book:--status') offer=$'booked\npending\n' ;;
    'mark:--to' | 'mark:-t') offer=$'booked\npending\narrived\nchecked-in\nfulfilled\nnoshow\nentered-in-error\n' ;;
    'list:--status') offer=$'proposed\npending\nbooked\narrived\nfulfilled\ncancelled\nnoshow\nwaitlist\nentered-in-error\nchecked-in\n' ;;
    'calendar:--by' | 'calendar:-b') offer=$'doctor\nnurse\nroom\ndevice\n' ;;
    'show:--by' | 'show:-b') offer=$'staff\nshift\n' ;;
    'show:--output' | 'show:-o') offer=$'table\ntsv\ncsv\njson\njsonl\nxlsx\nhtml\n' ;;
    'fairness:--by' | 'fairness:-b') offer=$'staff\nrole\n' ;;
    'roster list:--state') offer=$'draft\npublished\nreplaced\n' ;;
    'roster import:2') offer=/files ;;
    'load:--by' | 'load:-b') offer=$'day\nhour\n' ;;
    'heads list:--role') offer=$'doctor\nnurse\nconsultant\nfront-desk\nmanager\nbuyer\ntechnician\nmarketing\nother\n' ;;
    'heads list:--source') offer=$'set\nload\n' ;;
    *:--db | *:-d) offer=/files ;;
    *:--store | *:-s) offer=$(_medi_roster_rows store list) ;;
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
    *) _medi_roster_offer "$offer" ;;
    esac
}
complete -F _medi_roster medi-roster
