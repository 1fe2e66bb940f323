#compdef medi-client
# Made by medi-client --document zsh.

_medi_client_rows() {
    local -a rows
    local db=${opt_args[-d]:-${opt_args[--db]:-$MEDI_DB}}
    rows=(${(f)"$(MEDI_DB=$db medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1)"})
    compadd -a rows
}
_medi_client_kinds() { _medi_client_rows kinds }
_medi_client_stores() { _medi_client_rows store list }

_medi_client() {
    local curcontext=$curcontext verb=$words[2] n=2
    typeset -A opt_args
    local -a verbs
    if (( CURRENT == 2 )); then
        verbs=( 'add:open the file of a client' 'edit:change the file of a client' 'find:find a client by phone, id number, code or name' 'show:show a file, and everything that happened' 'list:select clients by any mix of what is known of them' 'duplicates:list files that may be of one person' 'merge:join two files of one person' 'forget:erase a person, and keep the figures' 'lead:add, edit, list, convert, lose' 'tag:add, drop, list, apply' 'touch:record a contact' 'consent:record that a client agrees' 'withdraw:record that a client takes it back' 'refer:record who brought a client' 'referral:list' 'partner:add, edit, list' 'event:add, edit, list, invite, attend' 'voucher:issue, redeem, void, list' 'tier:reckon the tiers of all clients anew' 'segment:reckon the segments of all clients anew' 'album:add, edit, list' 'fit:fit when clients come back, and tell who is still alive' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
    fi
    if [[ $verb == lead ]]; then
        verbs=( 'add:write down who asked' 'edit:change a lead' 'list:list leads' 'convert:make a lead a client, without retyping' 'lose:give a lead up, with the reason')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == tag ]]; then
        verbs=( 'add:tag a client by hand' 'drop:take a tag back' 'list:list tags of clients' 'apply:give and take tags by the rules')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == consent ]]; then
        verbs=( 'list:list what clients agreed to')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == referral ]]; then
        verbs=( 'list:list who brought whom')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == partner ]]; then
        verbs=( 'add:write down a partner of another trade' 'edit:change a partner' 'list:list partners, and what came of them')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == event ]]; then
        verbs=( 'add:plan an event' 'edit:change an event' 'list:list events with participation and return' 'invite:invite clients to an event' 'attend:record who came to an event')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == voucher ]]; then
        verbs=( 'issue:give vouchers out' 'redeem:redeem a voucher, once' 'void:make a voucher void' 'list:list vouchers')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == tier ]]; then
        verbs=( 'list:show the tiers, what they want and give')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == segment ]]; then
        verbs=( 'show:show segments, scores and reasons')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == album ]]; then
        verbs=( 'add:add pictures to the case album' 'edit:change an entry of the case album' 'list:list the case album')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    words=("$verb" "${(@)words[n + 1, -1]}")
    (( CURRENT -= n - 1 ))
    case $verb in
    ('add')
        _arguments -s -S : \
            '--code=[the code (made)]:CODE: ' \
            '--name=[the name]:NAME: ' \
            '(-p --phone)'{-p+,--phone=}'[the phone, in any spelling]:PHONE: ' \
            '--id-number=[the number of the identity paper]:NUMBER: ' \
            '--gender=[female, male or other]:GENDER:(female male other)' \
            '--birthday=[the birthday]:DAY: ' \
            '--home=[the home store (that of -s)]:STORE: ' \
            '--channel=[the channel of first touch]:CHANNEL: ' \
            '--owner=[the consultant or butler]:STAFF: ' \
            '--nurse=[the nurse whom an emergency reaches]:STAFF: ' \
            '--class=[client, staff or test]:CLASS:(client staff test)' \
            '--address=[the address]:TEXT: ' \
            '--email=[the e-mail address]:ADDRESS: ' \
            '--wechat=[their WeChat id]:ID: ' \
            '--latitude=[where that is, rounded to a thousandth]:DEGREES: ' \
            '--longitude=[where that is, rounded to a thousandth]:DEGREES: ' \
            '--language=[the language they speak]:WORD: ' \
            '--allergy=[allergies]:TEXT: ' \
            '--history=[medical history]:TEXT: ' \
            '--preference=[what they like]:TEXT: ' \
            '--note=[a note]:TEXT: ' \
            '--anyway=[another file has this phone or number, and is another person]:REASON: ' \
            '--created-on=[the day of the file (today)]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('edit')
        _arguments -s -S : \
            '--name=[the name]:NAME: ' \
            '(-p --phone)'{-p+,--phone=}'[the phone, in any spelling]:PHONE: ' \
            '--id-number=[the number of the identity paper]:NUMBER: ' \
            '--gender=[female, male or other]:GENDER:(female male other)' \
            '--birthday=[the birthday]:DAY: ' \
            '--home=[the home store (that of -s)]:STORE: ' \
            '--owner=[the consultant or butler]:STAFF: ' \
            '--nurse=[the nurse whom an emergency reaches]:STAFF: ' \
            '--class=[client, staff or test]:CLASS:(client staff test)' \
            '--address=[the address]:TEXT: ' \
            '--email=[the e-mail address]:ADDRESS: ' \
            '--wechat=[their WeChat id]:ID: ' \
            '--latitude=[where that is, rounded to a thousandth]:DEGREES: ' \
            '--longitude=[where that is, rounded to a thousandth]:DEGREES: ' \
            '--language=[the language they speak]:WORD: ' \
            '--allergy=[allergies]:TEXT: ' \
            '--history=[medical history]:TEXT: ' \
            '--preference=[what they like]:TEXT: ' \
            '--note=[a note]:TEXT: ' \
            '--anyway=[another file has this phone or number, and is another person]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' ;;
    ('find')
        _arguments -s -S : \
            '--name=[a part of the name; looks through all files]:PART: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1::WORD: ' ;;
    ('show')
        _arguments -s -S : \
            '(-f --from)'{-f+,--from=}'[from that day on]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[before that day]:DAY: ' \
            '(-k --kind)'{-k+,--kind=}'[only that kind of contact]:KIND:_medi_client_kinds' \
            '--part=[file or timeline]:PART:(file timeline)' \
            '(-l --limit)'{-l+,--limit=}'[the newest N contacts]:N: ' \
            '(-r --reveal)'{-r+,--reveal=}'[show personal data as they are; logged]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' ;;
    ('list')
        _arguments -s -S : \
            '(-g --segment)'{-g+,--segment=}'[of that segment]:SEGMENT: ' \
            '--not-segment=[of any other segment]:SEGMENT: ' \
            '(-T --tier)'{-T+,--tier=}'[of that tier]:TIER: ' \
            '*'{-t+,--tag=}'[with that tag; may be repeated\: with all of them]:TAG: ' \
            '*--not-tag=[without that tag; may be repeated]:TAG: ' \
            '--seen-before=[last visit before that day]:DAY: ' \
            '--seen-after=[a visit on that day or later]:DAY: ' \
            '--birthday-from=[birthday from that day of the year on]:MM-DD: ' \
            '--birthday-to=[to that one; the year may turn between]:MM-DD: ' \
            '--spend-from=[paid so much or more, net]:YUAN: ' \
            '--spend-below=[paid less than that]:YUAN: ' \
            '--score-from=[a score of so much or more]:N: ' \
            '--age-from=[so old or older]:YEARS: ' \
            '--age-below=[younger than that]:YEARS: ' \
            '--gender=[female, male or other]:GENDER:(female male other)' \
            '*--had=[was treated with that; may be repeated\: with all of them]:PROJECT: ' \
            '*--not-had=[never was treated with that; may be repeated]:PROJECT: ' \
            '--channel=[came first by that channel]:CHANNEL: ' \
            '--owner=[of that consultant]:STAFF: ' \
            '--home=[of that home store]:STORE: ' \
            '(-w --within)'{-w+,--within=}'[live so near a store\: 3km, 800m@S01]:DISTANCE: ' \
            '(-l --limit)'{-l+,--limit=}'[the first N, best score first]:N: ' \
            '--names[name and phone as well, masked]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('duplicates')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('merge')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' \
            '2:OTHER: ' ;;
    ('forget')
        _arguments -s -S : \
            '(-r --reason)'{-r+,--reason=}'[why]:REASON: ' \
            '--anyway=[the law or order for which a record is erased that should be kept]:LAW: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' ;;
    ('lead add')
        _arguments -s -S : \
            '--code=[the code (made)]:CODE: ' \
            '--name=[the name]:NAME: ' \
            '(-p --phone)'{-p+,--phone=}'[the phone]:PHONE: ' \
            '--channel=[where they come from]:CHANNEL: ' \
            '--project=[what they ask for]:PROJECT: ' \
            '--owner=[who follows them up]:STAFF: ' \
            '--stage=[new, contacted, qualified or booked]:STAGE:(new contacted qualified booked)' \
            '--next-step=[what is to be done next]:TEXT: ' \
            '--next-on=[and when]:DAY: ' \
            '--note=[a note]:TEXT: ' \
            '--at=[when they asked (now)]:TIME: ' \
            '--anyway=[that phone is there, and is another person'\''s]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('lead edit')
        _arguments -s -S : \
            '--name=[the name]:NAME: ' \
            '(-p --phone)'{-p+,--phone=}'[the phone]:PHONE: ' \
            '--channel=[where they come from]:CHANNEL: ' \
            '--project=[what they ask for]:PROJECT: ' \
            '--owner=[who follows them up]:STAFF: ' \
            '--stage=[new, contacted, qualified or booked]:STAGE:(new contacted qualified booked)' \
            '--next-step=[what is to be done next]:TEXT: ' \
            '--next-on=[and when]:DAY: ' \
            '--note=[a note]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:LEAD: ' ;;
    ('lead list')
        _arguments -s -S : \
            '--stage=[of that stage]:STAGE:(new contacted qualified booked converted lost)' \
            '--owner=[of that person]:STAFF: ' \
            '--channel=[of that channel]:CHANNEL: ' \
            '--due=[whose next step is due by that day]:DAY: ' \
            '--open[neither converted nor lost]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('lead convert')
        _arguments -s -S : \
            '--client=[the client whom it is, or the code of the new file (made)]:CODE: ' \
            '--owner=[the consultant (who followed the lead up)]:STAFF: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:LEAD: ' ;;
    ('lead lose')
        _arguments -s -S : \
            '(-r --reason)'{-r+,--reason=}'[why]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:LEAD: ' ;;
    ('tag add')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' \
            '2:TAG: ' ;;
    ('tag drop')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' \
            '2:TAG: ' ;;
    ('tag list')
        _arguments -s -S : \
            '(-c --client)'{-c+,--client=}'[of that client]:CLIENT: ' \
            '(-t --tag)'{-t+,--tag=}'[that tag]:TAG: ' \
            '--history[those that were taken back as well]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('tag apply')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('touch')
        _arguments -s -S : \
            '(-k --kind)'{-k+,--kind=}'[phone, wechat …\: of touches.yaml]:KIND:_medi_client_kinds' \
            '--at=[when (now)]:TIME: ' \
            '--staff=[who]:STAFF: ' \
            '--inbound[the client began it]' \
            '--proof=[a recording, a screenshot]:TEXT: ' \
            '--note=[what was said]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' ;;
    ('consent')
        _arguments -s -S : \
            '*'{-p+,--purpose=}'[care, marketing, album, research or third-party; may be repeated]:PURPOSE: ' \
            '(-w --way)'{-w+,--way=}'[any, sms, phone, wechat, email or post (any)]:WAY:(any sms phone wechat email post)' \
            '--proof=[where it can be seen]:TEXT: ' \
            '--staff=[who took it down]:STAFF: ' \
            '--at=[when it was said (now)]:TIME: ' \
            '--until=[its last day]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' ;;
    ('withdraw')
        _arguments -s -S : \
            '*'{-p+,--purpose=}'[care, marketing, album, research or third-party; may be repeated]:PURPOSE: ' \
            '(-w --way)'{-w+,--way=}'[any, sms, phone, wechat, email or post (any)]:WAY:(any sms phone wechat email post)' \
            '--proof=[where it can be seen]:TEXT: ' \
            '--staff=[who took it down]:STAFF: ' \
            '--at=[when it was said (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' ;;
    ('consent list')
        _arguments -s -S : \
            '(-p --purpose)'{-p+,--purpose=}'[for that purpose]:PURPOSE:(care marketing album research third-party)' \
            '--history[every word, not the last one alone]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1::CLIENT: ' ;;
    ('refer')
        _arguments -s -S : \
            '(-b --by)'{-b+,--by=}'[who brought them]:CLIENT: ' \
            '--day=[when (today)]:DAY: ' \
            '--reward=[what was given for it]:VOUCHER: ' \
            '--note=[a note]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' ;;
    ('referral list')
        _arguments -s -S : \
            '(-c --client)'{-c+,--client=}'[by or of that client]:CLIENT: ' \
            '(-f --from)'{-f+,--from=}'[from that day on]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[before that day]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('partner add')
        _arguments -s -S : \
            '--code=[the code (made)]:CODE: ' \
            '--name=[the name]:NAME: ' \
            '--trade=[the trade]:TEXT: ' \
            '--terms=[what was agreed]:TEXT: ' \
            '--channel=[the channel of who comes through them]:CHANNEL: ' \
            '--valid-from=[the first day]:DAY: ' \
            '--valid-to=[the last day]:DAY: ' \
            '--contact=[whom to speak to]:NAME: ' \
            '--phone=[their phone]:PHONE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('partner edit')
        _arguments -s -S : \
            '--name=[the name]:NAME: ' \
            '--trade=[the trade]:TEXT: ' \
            '--terms=[what was agreed]:TEXT: ' \
            '--channel=[the channel of who comes through them]:CHANNEL: ' \
            '--valid-from=[the first day]:DAY: ' \
            '--valid-to=[the last day]:DAY: ' \
            '--contact=[whom to speak to]:NAME: ' \
            '--phone=[their phone]:PHONE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:PARTNER: ' ;;
    ('partner list')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('event add')
        _arguments -s -S : \
            '--code=[the code (made)]:CODE: ' \
            '--name=[the name]:NAME: ' \
            '(-k --kind)'{-k+,--kind=}'[open-day, member-day, salon, partner or other]:KIND:(open-day member-day salon partner other)' \
            '--starts-on=[the first day]:DAY: ' \
            '--ends-on=[the last day (the first)]:DAY: ' \
            '--partner=[with whom]:PARTNER: ' \
            '--budget=[what it may cost]:YUAN: ' \
            '--spent=[what it did cost]:YUAN: ' \
            '--note=[a note]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('event edit')
        _arguments -s -S : \
            '--name=[the name]:NAME: ' \
            '(-k --kind)'{-k+,--kind=}'[open-day, member-day, salon, partner or other]:KIND:(open-day member-day salon partner other)' \
            '--starts-on=[the first day]:DAY: ' \
            '--ends-on=[the last day (the first)]:DAY: ' \
            '--partner=[with whom]:PARTNER: ' \
            '--budget=[what it may cost]:YUAN: ' \
            '--spent=[what it did cost]:YUAN: ' \
            '--note=[a note]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:EVENT: ' ;;
    ('event list')
        _arguments -s -S : \
            '(-f --from)'{-f+,--from=}'[from that day on]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[before that day]:DAY: ' \
            '--days=[what guests pay until so many days after counts (30)]:N: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('event invite')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:EVENT: ' \
            '*:CLIENT: ' ;;
    ('event attend')
        _arguments -s -S : \
            '--state=[attended, accepted, declined or absent (attended)]:STATE:(attended accepted declined absent)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:EVENT: ' \
            '*:CLIENT: ' ;;
    ('voucher issue')
        _arguments -s -S : \
            '--code=[the code (made, and not to be guessed)]:CODE: ' \
            '(-k --kind)'{-k+,--kind=}'[cash, trial or gift]:KIND:(cash trial gift)' \
            '(-c --client)'{-c+,--client=}'[whose it is; none\: whoever brings it]:CLIENT: ' \
            '--partner=[in the name of that partner]:PARTNER: ' \
            '--project=[for that project alone]:PROJECT: ' \
            '--value=[what it is worth]:YUAN: ' \
            '--why=[what it is given for]:TEXT: ' \
            '--expires=[the last day (in 90 days)]:DAY: ' \
            '--count=[so many at once]:N: ' \
            '--reward-for=[to who brought that client, once]:CLIENT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('voucher redeem')
        _arguments -s -S : \
            '(-c --client)'{-c+,--client=}'[who brings it]:CLIENT: ' \
            '--project=[for what]:PROJECT: ' \
            '--order=[for which order]:ORDER: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:VOUCHER: ' ;;
    ('voucher void')
        _arguments -s -S : \
            '(-w --why)'{-w+,--why=}'[why]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:VOUCHER: ' ;;
    ('voucher list')
        _arguments -s -S : \
            '(-c --client)'{-c+,--client=}'[of that client]:CLIENT: ' \
            '--state=[issued, redeemed, expired or void]:STATE:(issued redeemed expired void)' \
            '(-k --kind)'{-k+,--kind=}'[cash, trial or gift]:KIND:(cash trial gift)' \
            '--partner=[of that partner]:PARTNER: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('tier')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('tier list')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('segment')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('segment show')
        _arguments -s -S : \
            '(-g --segment)'{-g+,--segment=}'[of that segment]:SEGMENT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '*:CLIENT: ' ;;
    ('album add')
        _arguments -s -S : \
            '--code=[the code (made)]:CODE: ' \
            '--project=[what was done]:PROJECT: ' \
            '--before=[where the picture before lies]:REFERENCE: ' \
            '--after=[where the picture after lies]:REFERENCE: ' \
            '--scope=[record, consultation or public (record)]:SCOPE:(record consultation public)' \
            '--taken-on=[when it was taken (today)]:DAY: ' \
            '--until=[the last day of its use]:DAY: ' \
            '--proof=[the client'\''s paper]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:CLIENT: ' ;;
    ('album edit')
        _arguments -s -S : \
            '--project=[what was done]:PROJECT: ' \
            '--before=[where the picture before lies]:REFERENCE: ' \
            '--after=[where the picture after lies]:REFERENCE: ' \
            '--scope=[record, consultation or public (record)]:SCOPE:(record consultation public)' \
            '--taken-on=[when it was taken (today)]:DAY: ' \
            '--until=[the last day of its use]:DAY: ' \
            '--proof=[the client'\''s paper]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '(-n --dry-run)'{-n,--dry-run}'[do it, show it, and undo it]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:ALBUM: ' ;;
    ('album list')
        _arguments -s -S : \
            '(-c --client)'{-c+,--client=}'[of that client]:CLIENT: ' \
            '--project=[of that project]:PROJECT: ' \
            '--for=[what may be used for\: consultation or public]:USE:(consultation public)' \
            '(-r --reveal)'{-r+,--reveal=}'[show personal data as they are; logged]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--exit-code[exit 1 if there are rows]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('fit')
        _arguments -s -S : \
            '(-t --transactions)'{-t+,--transactions=}'[lines of client, date, quantity, amount; - is standard input; no database is opened]:FILE:_files' \
            '(-u --unit)'{-u+,--unit=}'[of time\: day or week (week)]:UNIT:(day week)' \
            '(-m --model)'{-m+,--model=}'[mbg\: MBG/NBD, bg\: BG/NBD (mbg)]:MODEL:(mbg bg)' \
            '(-g --gamma-gamma)'{-g,--gamma-gamma}'[fit what clients pay a time, too]' \
            '--until=[the last day of the observation; what comes later is left out]:DAY: ' \
            '(-p --predict)'{-p+,--predict=}'[a row a client instead\: what to expect in the next T days or weeks]:T: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_client_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _medi_client "$@"
else
    compdef _medi_client medi-client
fi
