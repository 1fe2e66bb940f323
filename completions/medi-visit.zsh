#compdef medi-visit
# Made by medi-visit --document zsh.

_medi_visit_rows() {
    local -a rows
    local db=${opt_args[-d]:-${opt_args[--db]:-$MEDI_DB}}
    rows=(${(f)"$(MEDI_DB=$db medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1)"})
    compadd -a rows
}
_medi_visit_kinds() { _medi_visit_rows kinds }
_medi_visit_stores() { _medi_visit_rows store list }

_medi_visit() {
    local curcontext=$curcontext verb=$words[2] n=2
    typeset -A opt_args
    local -a verbs
    if (( CURRENT == 2 )); then
        verbs=( 'project:list, show, add, edit' 'exam:record an examination before a treatment, or its result' 'kit:add, drop' 'indication:add, drop' 'form:add, edit' 'package:add, edit, line, list' 'price:add, list' 'arrive:note that a client has come' 'list:list visits, and how long each waited' 'consult:note a consultation; the wait is over' 'objection:note a doubt, and get the standard answer' 'notice:note that the client was told' 'plan:propose a plan, revise it, or note the client'\''s word' 'contract:draft, review, sign, cancel' 'pay:take a payment or a deposit' 'balance:list what clients have left of what they bought' 'refund:give money back, with the balances that it stands for' 'close:note that the client has left' 'assess:record a doctor'\''s assessment before a treatment' 'consent:record a signature under a consent form, or its withdrawal' 'verify-product:check a product against its lot, and have the client confirm it' 'next:print what is still missing before a treatment, and who brings it' 'treat:record a treatment with what it uses, if every gate is open' 'amend:add to the record of a treatment what was wrong or missing' 'retract:call a treatment entered in error\: it never took place' 'care:record what the client is told after a treatment, and when they are seen again' 'evaluate:judge the effect of a treatment, in the short or in the long term' 'adverse:record a complication or an adverse event, with the deadline of its report' 'show:show everything of a visit in the order of time' 'sop:list, done, show, report' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
    fi
    if [[ $verb == project ]]; then
        verbs=( 'list:list the projects' 'show:show what a project needs and uses' 'add:add a project' 'edit:change a project')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == exam ]]; then
        verbs=( 'require:say that a project needs an examination before it' 'unrequire:say that it does not need it any more')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == kit ]]; then
        verbs=( 'add:say what a project uses of an item' 'drop:say that it does not use it any more')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == indication ]]; then
        verbs=( 'add:say that the registration of an item covers a project' 'drop:say that it does not cover it any more')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == form ]]; then
        verbs=( 'add:add a version of a consent form' 'edit:change a version of a consent form')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == package ]]; then
        verbs=( 'add:add a package' 'edit:change a package' 'line:say how often a project is in a package' 'list:list the packages and what is in them')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == price ]]; then
        verbs=( 'add:add a price of the chain, or (-s) of a store' 'list:show what projects cost on a day')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == objection ]]; then
        verbs=( 'list:show the handbook of doubts and their answers')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == contract ]]; then
        verbs=( 'draft:draft a contract at the prices of the day' 'review:note that a contract was reviewed' 'sign:note that a contract was signed' 'cancel:call a contract off')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == adverse ]]; then
        verbs=( 'confirm:a doctor confirms an adverse event, its kind and its grade' 'report:record that an adverse event was reported to the authority' 'close:close an adverse event with its outcome' 'list:list complications and adverse events' 'due:list reports to the authority that are due or late; exit 1 if any is')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == sop ]]; then
        verbs=( 'list:show the standard procedure\: stages, actions, what decides each' 'done:say that actions were done which leave no other record' 'show:show what of the standard procedure a visit has, in time, late or not at all' 'report:count how visits kept to the standard procedure')
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
    ('project list')
        _arguments -s -S : \
            '--kind=[of this kind only]:KIND:(injection laser skin surgery dental care exam other)' \
            '(-a --all)'{-a,--all}'[also those that are not sold any more]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
    ('project show')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PROJECT: ' ;;
    ('project add')
        _arguments -s -S : \
            '--name=[name of the project]:TEXT: ' \
            '--department=[the department that a store must be licensed for]:TEXT: ' \
            '--kind=[what it is]:KIND:(injection laser skin surgery dental care exam other)' \
            '--cycle-days=[the usual time until it is due again]:DAYS: ' \
            '--minutes=[the usual length]:MINUTES: ' \
            '--grade=[grade of the surgery]:1-4: ' \
            '--licence=[the licence that its operator needs]:KIND:(physician chief-physician nurse pharmacist device other)' \
            '--device-kind=[the kind of equipment that it needs]:KIND: ' \
            '--contract=[whether a signed contract is due before it (yes)]:YES|NO:(yes no)' \
            '--consent=[the series of consent forms that is signed before it]:SERIES: ' \
            '--ladder=[the follow-up ladder]:NAME: ' \
            '--horizon-days=[a complication within them counts]:DAYS: ' \
            '--active=[whether it is sold (yes)]:YES|NO:(yes no)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PROJECT: ' ;;
    ('project edit')
        _arguments -s -S : \
            '--name=[name of the project]:TEXT: ' \
            '--department=[the department that a store must be licensed for]:TEXT: ' \
            '--kind=[what it is]:KIND:(injection laser skin surgery dental care exam other)' \
            '--cycle-days=[the usual time until it is due again]:DAYS: ' \
            '--minutes=[the usual length]:MINUTES: ' \
            '--grade=[grade of the surgery]:1-4: ' \
            '--licence=[the licence that its operator needs]:KIND:(physician chief-physician nurse pharmacist device other)' \
            '--device-kind=[the kind of equipment that it needs]:KIND: ' \
            '--contract=[whether a signed contract is due before it (yes)]:YES|NO:(yes no)' \
            '--consent=[the series of consent forms that is signed before it]:SERIES: ' \
            '--ladder=[the follow-up ladder]:NAME: ' \
            '--horizon-days=[a complication within them counts]:DAYS: ' \
            '--active=[whether it is sold (yes)]:YES|NO:(yes no)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PROJECT: ' ;;
    ('exam require')
        _arguments -s -S : \
            '--days=[for how many days a result holds (as exams.yaml says)]:DAYS: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PROJECT: ' \
            '2:EXAM: ' ;;
    ('exam unrequire')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PROJECT: ' \
            '2:EXAM: ' ;;
    ('kit add')
        _arguments -s -S : \
            '--quantity=[how much, in the smallest unit of the item]:N: ' \
            '--optional[used if the case needs it]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PROJECT: ' \
            '2:ITEM: ' ;;
    ('kit drop')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PROJECT: ' \
            '2:ITEM: ' ;;
    ('indication add')
        _arguments -s -S : \
            '--says=[the indication as it is registered]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:ITEM: ' \
            '2:PROJECT: ' ;;
    ('indication drop')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:ITEM: ' \
            '2:PROJECT: ' ;;
    ('form add')
        _arguments -s -S : \
            '--series=[the series that it is a version of]:SERIES: ' \
            '--edition=[its number in the series]:N: ' \
            '--name=[what it is called]:TEXT: ' \
            '--from=[its first day]:DAY: ' \
            '--to=[its last day; without one\: until the next version]:DAY: ' \
            '--proof=[where it lies]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:FORM: ' ;;
    ('form edit')
        _arguments -s -S : \
            '--series=[the series that it is a version of]:SERIES: ' \
            '--edition=[its number in the series]:N: ' \
            '--name=[what it is called]:TEXT: ' \
            '--from=[its first day]:DAY: ' \
            '--to=[its last day; without one\: until the next version]:DAY: ' \
            '--proof=[where it lies]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:FORM: ' ;;
    ('package add')
        _arguments -s -S : \
            '--name=[name of the package]:TEXT: ' \
            '--price=[its price]:YUAN: ' \
            '--floor=[below it a second person must consent]:YUAN: ' \
            '--from=[its first day]:DAY: ' \
            '--to=[its last day]:DAY: ' \
            '--months=[for how long its balances hold]:N: ' \
            '--trial=[for first visits only (no)]:YES|NO:(yes no)' \
            '--active=[whether it is sold (yes)]:YES|NO:(yes no)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PACKAGE: ' ;;
    ('package edit')
        _arguments -s -S : \
            '--name=[name of the package]:TEXT: ' \
            '--price=[its price]:YUAN: ' \
            '--floor=[below it a second person must consent]:YUAN: ' \
            '--from=[its first day]:DAY: ' \
            '--to=[its last day]:DAY: ' \
            '--months=[for how long its balances hold]:N: ' \
            '--trial=[for first visits only (no)]:YES|NO:(yes no)' \
            '--active=[whether it is sold (yes)]:YES|NO:(yes no)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PACKAGE: ' ;;
    ('package line')
        _arguments -s -S : \
            '--quantity=[how often (1)]:N: ' \
            '--share=[what of the price is recognised for each one given]:YUAN: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PACKAGE: ' \
            '2:PROJECT: ' ;;
    ('package list')
        _arguments -s -S : \
            '(-a --all)'{-a,--all}'[also those that are not sold today]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
    ('price add')
        _arguments -s -S : \
            '--amount=[what it costs]:YUAN: ' \
            '--floor=[below it a second person must consent]:YUAN: ' \
            '--channel=[for clients of this channel only]:CHANNEL: ' \
            '--from=[its first day (today)]:DAY: ' \
            '--to=[its last day; without one\: until another begins]:DAY: ' \
            '--reason=[why it is low, for the second person]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:PROJECT: ' ;;
    ('price list')
        _arguments -s -S : \
            '--channel=[for clients of this channel]:CHANNEL: ' \
            '--day=[on that day (today)]:DAY: ' \
            '(-a --all)'{-a,--all}'[every price that was ever made]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1::PROJECT: ' ;;
    ('arrive')
        _arguments -s -S : \
            '--at=[when (now)]:TIME: ' \
            '--purpose=[what for]:PURPOSE:(consult treatment review follow-up payment other)' \
            '--channel=[what brought this visit]:CHANNEL: ' \
            '--consultant=[the consultant]:STAFF: ' \
            '--doctor=[the doctor]:STAFF: ' \
            '--note=[a note]:TEXT: ' \
            '--code=[code of the visit; made if none is given]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
    ('list')
        _arguments -s -S : \
            '--from-day=[the first day (today)]:DAY: ' \
            '--to-day=[the last day (today)]:DAY: ' \
            '--open[those that are not over only]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
    ('consult')
        _arguments -s -S : \
            '--at=[when it began (now)]:TIME: ' \
            '--until=[when it ended]:TIME: ' \
            '--consultant=[the consultant; else the visit'\''s, else yourself]:STAFF: ' \
            '--doctor=[the doctor who joined]:STAFF: ' \
            '--project=[what the client thinks of]:PROJECT: ' \
            '--need=[what the client wants]:TEXT: ' \
            '--expectation=[what the client expects of it]:TEXT: ' \
            '--concern=[what the client is afraid of]:TEXT: ' \
            '--budget=[what it may cost]:YUAN: ' \
            '--outcome=[how it ended (pending)]:OUTCOME:(deal pending lost medical-refusal entered-in-error)' \
            '--note=[a note]:TEXT: ' \
            '--code=[code of the consultation; made if none is given]:CODE: ' \
            '--edit=[change this consultation instead]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1::VISIT: ' ;;
    ('objection')
        _arguments -s -S : \
            '(-k --kind)'{-k+,--kind=}'[the kind of doubt; else what the words of --note tell]:KIND:_medi_visit_kinds' \
            '--resolved[the answer satisfied the client]' \
            '--staff=[who answered; else yourself]:STAFF: ' \
            '--note=[the client'\''s words]:TEXT: ' \
            '--at=[when (now)]:TIME: ' \
            '--code=[its code; made if none is given]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:VISIT: ' ;;
    ('notice')
        _arguments -s -S : \
            '(-k --kind)'{-k+,--kind=}'[what the client was told of (risk)]:KIND:(risk alternative price privacy other)' \
            '--project=[about this project]:PROJECT: ' \
            '--acknowledged[the client said or signed that it was understood]' \
            '--proof=[where the paper lies]:TEXT: ' \
            '--staff=[who told it; else yourself]:STAFF: ' \
            '--at=[when (now)]:TIME: ' \
            '--code=[its code; made if none is given]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:VISIT: ' ;;
    ('plan')
        _arguments -s -S : \
            '*'{-l+,--line=}'[a project, how often, for how much in all]:PROJECT[*N][=YUAN]: ' \
            '--replaces=[it is a revision of this plan]:PLAN: ' \
            '--agree=[the client agrees to this plan]:PLAN: ' \
            '--decline=[the client declines this plan]:PLAN: ' \
            '--doctor=[the doctor; else the visit'\''s]:STAFF: ' \
            '--consultant=[the consultant; else the visit'\''s, else yourself]:STAFF: ' \
            '--note=[a note]:TEXT: ' \
            '--at=[when (now)]:TIME: ' \
            '--code=[its code; made if none is given]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1::VISIT: ' ;;
    ('contract draft')
        _arguments -s -S : \
            '--visit=[the visit in which it is made]:VISIT: ' \
            '--client=[for this client, outside a visit]:CLIENT: ' \
            '*'{-l+,--line=}'[a project, how often, for how much in all]:PROJECT[*N][=YUAN]: ' \
            '*--package=[a package]:PACKAGE[*N][=YUAN]: ' \
            '*--gift=[a project given free]:PROJECT[*N]: ' \
            '--channel=[at the prices of this channel; else of what brought the visit or the client]:CHANNEL: ' \
            '--voucher=[redeem this voucher\: the contract costs less]:VOUCHER: ' \
            '--plan=[the plan that it follows]:PLAN: ' \
            '--consultant=[who sells it; else the visit'\''s consultant, else yourself]:STAFF: ' \
            '--note=[a note]:TEXT: ' \
            '--reason=[why below the floor, for the second person]:TEXT: ' \
            '--at=[when (now)]:TIME: ' \
            '--code=[its code, also that of an order with deposits; made if none is given]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
    ('contract review')
        _arguments -s -S : \
            '--staff=[who reviewed it; else yourself]:STAFF: ' \
            '--at=[when (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:CONTRACT: ' ;;
    ('contract sign')
        _arguments -s -S : \
            '--signer=[who signed it (client)]:WHO:(client guardian)' \
            '--proof=[where the paper lies]:TEXT: ' \
            '--at=[when (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:CONTRACT: ' ;;
    ('contract cancel')
        _arguments -s -S : \
            '--reason=[why]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:CONTRACT: ' ;;
    ('pay')
        _arguments -s -S : \
            '--amount=[how much; for a project what the list says]:YUAN: ' \
            '--deposit[it is a deposit]' \
            '--method=[how it was paid]:TEXT: ' \
            '--client=[without a contract\: who pays]:CLIENT: ' \
            '--project=[and for what, if no contract is due before it]:PROJECT: ' \
            '--quantity=[how often (1)]:N: ' \
            '--order=[order of a deposit without a contract; else the payment'\''s code]:CODE: ' \
            '--visit=[the visit in which it was paid]:VISIT: ' \
            '--consultant=[who sold it; else yourself]:STAFF: ' \
            '--voucher=[redeem this voucher\: the project costs less]:VOUCHER: ' \
            '--class=[what kind of order it is (sale)]:CLASS:(sale gift staff test)' \
            '--note=[a note]:TEXT: ' \
            '--reason=[why below the floor, for the second person]:TEXT: ' \
            '--at=[when (now)]:TIME: ' \
            '--code=[its code; made if none is given]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1::CONTRACT: ' ;;
    ('balance')
        _arguments -s -S : \
            '(-a --all)'{-a,--all}'[also what is used up or expired]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
    ('refund')
        _arguments -s -S : \
            '--amount=[how much; else all that is not used]:YUAN: ' \
            '*--return=[a balance that is given back, or so much of it]:BALANCE[*N]: ' \
            '--reason=[why]:TEXT: ' \
            '--method=[how it was given back]:TEXT: ' \
            '--at=[when (now)]:TIME: ' \
            '--code=[its code; made if none is given]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:ORDER: ' ;;
    ('close')
        _arguments -s -S : \
            '--at=[when the client left (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:VISIT: ' ;;
    ('assess')
        _arguments -s -S : \
            '(-p --project)'{-p+,--project=}'[the project that it is for]:PROJECT: ' \
            '--doctor=[who assesses (default\: whose account this is)]:STAFF: ' \
            '--verdict=[fit, unfit or postponed]:WORD:(fit unfit postponed)' \
            '--in-person[the doctor saw the client in person]' \
            '--at=[when (default\: now)]:TIME: ' \
            '--valid-to=[its last day (default\: visit.assessment_days)]:DAY: ' \
            '--history=[history of illness and treatment]:TEXT: ' \
            '--allergy=[allergies]:TEXT: ' \
            '--expectation=[what the client expects]:TEXT: ' \
            '--finding=[what was found]:TEXT: ' \
            '--reason=[why the client does not fit, or has to wait]:TEXT: ' \
            '--code=[its number (default\: made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:VISIT: ' ;;
    ('exam')
        _arguments -s -S : \
            '--kind=[the examination, as the project requires it]:KIND:_medi_visit_kinds' \
            '--taken=[when the sample was taken (default\: now)]:TIME: ' \
            '--result=[pending, normal, acceptable or abnormal (default\: pending)]:WORD:(pending normal acceptable abnormal)' \
            '--judge=[give the result of one that is pending]:CODE: ' \
            '--staff=[who judged it (default\: whose account this is)]:STAFF: ' \
            '--finding=[what was found]:TEXT: ' \
            '--proof=[where the report is]:TEXT: ' \
            '--code=[its number (default\: made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1::VISIT: ' ;;
    ('consent')
        _arguments -s -S : \
            '(-p --project)'{-p+,--project=}'[the project that it is for]:PROJECT: ' \
            '--form=[the version that was signed (default\: the one in force)]:CODE: ' \
            '--signer=[client or guardian (default\: client)]:WORD:(client guardian)' \
            '--guardian=[the guardian'\''s name and relation]:TEXT: ' \
            '--at=[when it was signed, or withdrawn (default\: now)]:TIME: ' \
            '--staff=[who explained it (default\: whose account this is)]:STAFF: ' \
            '--proof=[where the signed paper is]:TEXT: ' \
            '--withdraw=[the client takes back this signature]:CODE: ' \
            '--code=[its number (default\: made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1::VISIT: ' ;;
    ('verify-product')
        _arguments -s -S : \
            '(-p --project)'{-p+,--project=}'[the project that it is for]:PROJECT: ' \
            '--item=[the item]:ITEM: ' \
            '--lot=[its lot, or what is scanned off the pack; - for stdin]:LOT: ' \
            '--unit=[the serial number of the unit, or what is scanned]:CODE: ' \
            '--confirmed[the client confirmed it]' \
            '--confirm=[the client confirms this check]:CODE: ' \
            '--at=[when (default\: now)]:TIME: ' \
            '--staff=[who checked it (default\: whose account this is)]:STAFF: ' \
            '--code=[its number (default\: made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1::VISIT: ' ;;
    ('next')
        _arguments -s -S : \
            '*'{-p+,--project=}'[what is to be done (default\: what the visit is about)]:PROJECT: ' \
            '--operator=[who will do it (default\: the visit'\''s doctor)]:STAFF: ' \
            '--nurse=[the nurse who will assist]:STAFF: ' \
            '--device=[the device (default\: the only one of the kind)]:CODE: ' \
            '*'{-u+,--use=}'[what will be used (default\: the project'\''s kit)]:ITEM=QUANTITY[@LOT][#UNIT]: ' \
            '--at=[when it is to begin (default\: now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:VISIT: ' ;;
    ('treat')
        _arguments -s -S : \
            '(-p --project)'{-p+,--project=}'[what is done]:PROJECT: ' \
            '--operator=[who does it (default\: the visit'\''s doctor)]:STAFF: ' \
            '--doctor=[the doctor who answers for it (default\: the operator, if a doctor)]:STAFF: ' \
            '--nurse=[the nurse who assists]:STAFF: ' \
            '*--hand=[who else takes part\: operator, assistant, anaesthetist or nurse, and their share of the work in thousandths]:STAFF[:PART[:SHARE]]: ' \
            '--device=[the device (default\: the only one of the kind)]:CODE: ' \
            '--room=[the room]:ROOM: ' \
            '*'{-u+,--use=}'[what is used, in the smallest unit (default\: the project'\''s kit)]:ITEM=QUANTITY[@LOT][#UNIT]: ' \
            '--quantity=[how many treatments it counts (default\: 1)]:N: ' \
            '--start=[when it began (default\: now)]:TIME: ' \
            '--until=[when it ended (default\: it is under way)]:TIME: ' \
            '--end=[end this treatment (--until, default\: now)]:CODE: ' \
            '--stopped[with --end\: it was broken off]' \
            '--prepaid=[the prepaid balance that it draws on, or auto]:CODE: ' \
            '--recognised=[the revenue that it consumes, without a balance]:AMOUNT: ' \
            '--order=[the contract or order that it belongs to]:CODE: ' \
            '--note=[a note; no personal data belongs there]:TEXT: ' \
            '--override=[an emergency\: pass over what is missing, with a second person'\''s consent]:REASON: ' \
            '--code=[its number (default\: made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1::VISIT: ' ;;
    ('amend')
        _arguments -s -S : \
            '--kind=[correction, addition or late-note (default\: addition)]:WORD:(correction addition late-note)' \
            '--what=[what is added to the record]:TEXT: ' \
            '--reason=[why]:TEXT: ' \
            '*--undo=[take back this line of what was used]:LINE: ' \
            '*'{-u+,--use=}'[what was used besides, or instead]:ITEM=QUANTITY[@LOT][#UNIT]: ' \
            '--staff=[who adds it (default\: whose account this is)]:STAFF: ' \
            '--at=[when (default\: now)]:TIME: ' \
            '--code=[its number (default\: made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:TREATMENT: ' ;;
    ('retract')
        _arguments -s -S : \
            '--reason=[why]:TEXT: ' \
            '--what=[what the record says of it (default\: the reason)]:TEXT: ' \
            '--staff=[who retracts it (default\: whose account this is)]:STAFF: ' \
            '--code=[its number (default\: made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:TREATMENT: ' ;;
    ('care')
        _arguments -s -S : \
            '(-a --advice)'{-a+,--advice=}'[what the client is told (default\: care.yaml, by the kind of project)]:TEXT: ' \
            '--next=[when the client is seen again (default\: care.yaml)]:DAY: ' \
            '--proof=[where the signed sheet is]:TEXT: ' \
            '--staff=[who told it (default\: whose account this is)]:STAFF: ' \
            '--at=[when (default\: now)]:TIME: ' \
            '--code=[its number (default\: made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:TREATMENT: ' ;;
    ('evaluate')
        _arguments -s -S : \
            '--score=[from 1 (bad) to 5 (very good)]:N: ' \
            '(-b --by)'{-b+,--by=}'[who judges\: client, staff or third-party (default\: client)]:RATER:(client staff third-party)' \
            '--below[below what was expected; 1 and 2 are so anyway]' \
            '--cause=[why it is below]:TEXT: ' \
            '--remedy=[and what is done about it]:TEXT: ' \
            '--note=[what was said; it is sealed]:TEXT: ' \
            '--proof=[what shows it\: pictures, a sheet]:TEXT: ' \
            '--staff=[who judges, or took it down (default\: whose account this is)]:STAFF: ' \
            '--at=[when (default\: now)]:TIME: ' \
            '--code=[its number (default\: made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:TREATMENT: ' ;;
    ('adverse')
        _arguments -s -S : \
            '(-k --kind)'{-k+,--kind=}'[what it is\: a kind of adverse.yaml, such as burn or 灼伤]:KIND:_medi_visit_kinds' \
            '(-g --grade)'{-g+,--grade=}'[from 1 (passes by itself) to 5 (death)]:N: ' \
            '--found=[when it was found (default\: now)]:TIME: ' \
            '--detail=[what happened; it is sealed]:TEXT: ' \
            '--confirmed-by=[the doctor who confirms it]:STAFF: ' \
            '(-c --client)'{-c+,--client=}'[whose it is, if no treatment is known]:CODE: ' \
            '--staff=[who records it (default\: whose account this is)]:STAFF: ' \
            '--code=[its number (default\: made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1::TREATMENT: ' ;;
    ('adverse confirm')
        _arguments -s -S : \
            '--doctor=[the doctor who confirms it (default\: whose account this is)]:STAFF: ' \
            '(-k --kind)'{-k+,--kind=}'[what it is rather]:KIND:_medi_visit_kinds' \
            '(-g --grade)'{-g+,--grade=}'[the grade that it has rather]:N: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:CODE: ' ;;
    ('adverse report')
        _arguments -s -S : \
            '--to=[the authority that it was reported to]:TEXT: ' \
            '--number=[the number that it has there]:TEXT: ' \
            '--at=[when (default\: now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:CODE: ' ;;
    ('adverse close')
        _arguments -s -S : \
            '--outcome=[what was done, and how it ended; no personal data]:TEXT: ' \
            '--treated[it is treated, but not closed yet]' \
            '--error[it was entered in error; --outcome says why]' \
            '--at=[when (default\: now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:CODE: ' ;;
    ('adverse list')
        _arguments -s -S : \
            '--state=[only those in this state]:STATE:(open treated closed entered-in-error)' \
            '(-k --kind)'{-k+,--kind=}'[only those of this kind]:KIND:_medi_visit_kinds' \
            '(-c --client)'{-c+,--client=}'[only those of this client]:CODE: ' \
            '--treatment=[only those of this treatment]:CODE: ' \
            '(-f --from)'{-f+,--from=}'[found from this day on]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[found before this day]:DAY: ' \
            '--late[only those whose report is late, or was]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
    ('adverse due')
        _arguments -s -S : \
            '--days=[also what is due within so many days (3)]:N: ' \
            '--fail-on=[exit 1 from this severity on (warning)]:SEVERITY:(warning error)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
    ('objection list')
        _arguments -s -S : \
            '(-k --kind)'{-k+,--kind=}'[only doubts of this kind, such as safety or 安全]:KIND:_medi_visit_kinds' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1::WORDS: ' ;;
    ('show')
        _arguments -s -S : \
            '--reveal=[show personal data unmasked; logged with the reason]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:VISIT: ' ;;
    ('sop list')
        _arguments -s -S : \
            '(-p --project)'{-p+,--project=}'[as it is for this project]:CODE: ' \
            '(-k --kind)'{-k+,--kind=}'[as it is for projects of this kind]:KIND:(injection laser skin surgery dental care exam other)' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('sop done')
        _arguments -s -S : \
            '--at=[when it was done (now)]:TIME: ' \
            '--staff=[who did it]:CODE: ' \
            '--proof=[what shows it\: a picture, a sheet]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:VISIT: ' \
            '*:ACTION: ' ;;
    ('sop show')
        _arguments -s -S : \
            '--all[also what this visit does not need]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
            '1:VISIT: ' ;;
    ('sop report')
        _arguments -s -S : \
            '(-b --by)'{-b+,--by=}'[store, month, project, staff, stage, action, visit, or several with commas (stage)]:CUTS: ' \
            '(-f --from)'{-f+,--from=}'[first day of the visits]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[the day after the last]:DAY: ' \
            '(-w --worst)'{-w+,--worst=}'[only the N with the lowest conformance, the worst first]:N: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_visit_stores' \
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
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _medi_visit "$@"
else
    compdef _medi_visit medi-visit
fi
