# bash completion for medi-followup: made by medi-followup --document bash

_medi_followup_rows()
{
    MEDI_DB=${db:-$MEDI_DB} medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1
}

_medi_followup_offer()
{
    local word
    while IFS= read -r word; do
        [[ $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
    done <<<"$1"
}

_medi_followup()
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
        offer=$'plan\ndue\nrecord\nsheet\nemergency\nescalate\nsurvey\nanswer\nstats\ncampaign\nrecall\nclaim\nack\nsend\ndead\nretry\ntemplate\n--help\n--version'
        _medi_followup_offer "$offer"
        return
    fi
    verb=${words[1]}
    if [[ $verb == campaign ]]; then
        offer=$'add\nstart\nlist\nshow\nresults\nend\n--help'
        if ((n == 2)); then
            _medi_followup_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    if [[ $verb == template ]]; then
        offer=$'list\nshow\ncheck\ntry\n--help'
        if ((n == 2)); then
            _medi_followup_offer "$offer"
            [[ ${COMPREPLY[*]} ]] && return
        elif [[ $'\n'$offer$'\n' == *$'\n'"${words[2]}"$'\n'* ]]; then
            verb+=" ${words[2]}" i=3
        fi
    fi
    case $verb in
    'plan')
        options=$'-f\n--from\n-t\n--to\n--again\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'due')
        options=$'-t\n--to\n--staff\n-m\n--mine\n--role\n-k\n--kind\n--client\n--overdue\n--messages\n--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -t --to --staff --role -k --kind --client --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'record')
        options=$'--client\n--treatment\n--outcome\n--symptom\n--score\n--photo\n--note\n-w\n--way\n--inbound\n--by\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --client --treatment --outcome --symptom --score --photo --note -w --way --by --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'sheet')
        options=$'--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'emergency')
        options=$'--treatment\n--symptom\n--note\n-w\n--way\n--photo\n--by\n--at\n--code\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --treatment --symptom --note -w --way --photo --by --at --code -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'escalate')
        options=$'-t\n--to\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'survey')
        options=$'-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
    'answer')
        options=$'--client\n--treatment\n--survey\n--csat\n--nps\n--question\n--note\n--at\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --client --treatment --survey --csat --nps --question --note --at -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'stats')
        options=$'-b\n--by\n-f\n--from\n-t\n--to\n-k\n--kind\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by -f --from -t --to -k --kind -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'campaign add')
        options=$'--rule\n--name\n-f\n--from\n-t\n--to\n--answer-days\n--cap\n--holdout\n--offer\n--worth\n--valid\n--cost\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --rule --name -f --from -t --to --answer-days --cap --holdout --offer --worth --valid --cost -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'campaign start')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'recall')
        options=$'-c\n--campaign\n--running\n--limit\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -c --campaign --limit -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'campaign list')
        options=$'--state\n--rule\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --state --rule -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'campaign show')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'campaign results')
        options=$'--all\n-b\n--by\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -b --by -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'campaign end')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'claim')
        options=$'-c\n--count\n--channel\n--lease\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -c --count --channel --lease -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'ack')
        options=$'-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'send')
        options=$'--channel\n--limit\n--batch\n--lease\n--once\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --channel --limit --batch --lease -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'dead')
        options=$'--channel\n--plan\n-f\n--from\n-t\n--to\n--dropped\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--exit-code\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --channel --plan -f --from -t --to -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'retry')
        options=$'--reason\n--until\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n-n\n--dry-run\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --reason --until -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
    'template list')
        options=$'-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
    'template show')
        options=$'-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
    'template check')
        options=$'-o\n--output\n--excel\n--no-header\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' -o --output --lang ' ;;
    'template try')
        options=$'--template\n--treatment\n--reveal\n-d\n--db\n-s\n--store\n--key\n-o\n--output\n--excel\n--no-header\n--as-of\n--wait\n--lang\n-q\n--quiet\n-v\n--verbose\n-h\n--help\n--version\n'
        valued=' --template --treatment --reveal -d --db -s --store --key -o --output --as-of --wait --lang ' ;;
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
        _medi_followup_offer "$options"
        return
    else
        key=$operand
    fi
    case "$verb:$key" in
    'due:--kind' | 'due:-k') offer=$'call\ncare\nevaluation\nsurvey\nrecall\nescalation\nemergency\n' ;;
    'record:--outcome') offer=$'answered\nunreachable\nrefused\n' ;;
    'record:--way' | 'record:-w') offer=$'phone\nwechat\nsms\nemail\nvisit\n' ;;
    'emergency:--way' | 'emergency:-w') offer=$'phone\nwechat\nsms\nemail\nvisit\n' ;;
    'stats:--by' | 'stats:-b') offer=$'step\nproject\nstaff\ndoctor\nstore\nmonth\nall\n' ;;
    'stats:--kind' | 'stats:-k') offer=$'call\ncare\nevaluation\nsurvey\nrecall\nescalation\nemergency\n' ;;
    'campaign add:--offer') offer=$'cash\ntrial\ngift\nnone\n' ;;
    'campaign list:--state') offer=$'draft\nrunning\nended\n' ;;
    'campaign results:--by' | 'campaign results:-b') offer=$'all\nstore\nstep\nchannel\n' ;;
    'claim:--channel') offer=$'sms\nwechat\nemail\n' ;;
    'ack:1') offer=/files ;;
    'send:--channel') offer=$'sms\nwechat\nemail\n' ;;
    'dead:--channel') offer=$'sms\nwechat\nemail\n' ;;
    'template check:1') offer=/files ;;
    *:--db | *:-d) offer=/files ;;
    *:--store | *:-s) offer=$(_medi_followup_rows store list) ;;
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
    *) _medi_followup_offer "$offer" ;;
    esac
}
complete -F _medi_followup medi-followup
