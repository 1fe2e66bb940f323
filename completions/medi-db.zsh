#compdef medi-db
# Made by medi-db --document zsh.

_medi_db_rows() {
    local -a rows
    local db=${opt_args[-d]:-${opt_args[--db]:-$MEDI_DB}}
    rows=(${(f)"$(MEDI_DB=$db medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1)"})
    compadd -a rows
}
_medi_db_kinds() { _medi_db_rows kinds }
_medi_db_stores() { _medi_db_rows store list }

_medi_db() {
    local curcontext=$curcontext verb=$words[2] n=2
    typeset -A opt_args
    local -a verbs
    if (( CURRENT == 2 )); then
        verbs=( 'init:make a database' 'migrate:bring an old database up to this program'\''s schema' 'import:read records from files, all or nothing' 'export:write records as import reads them' 'kinds:list the kinds of records, or the columns of one' 'schema:show the tables, or the columns of one' 'config:list, get, set, unset' 'store:list, show, add, edit' 'rekey:give personal data another master key' 'whoami:show your account, roles and stores' 'account:list, add, edit, close' 'duty:list, grant, revoke' 'roles:list, show, apply' 'request:list, show, approve, refuse, withdraw' 'check:check the database and what must hold in it' 'backup-key:make a recovery key, for which backups are encrypted' 'backup:copy the database to a file while others write, and verify the copy' 'backup-show:verify a backup and show what is in it' 'restore:make a database from a backup' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
    fi
    if [[ $verb == config ]]; then
        verbs=( 'list:list the settings, their values and where these come from' 'get:print the value of a setting' 'set:change a setting of the chain, or (-s) of a store' 'unset:take a setting back to its default')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == store ]]; then
        verbs=( 'list:list the stores' 'show:show one store' 'add:add a store' 'edit:change what is known of a store')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == account ]]; then
        verbs=( 'list:list the accounts' 'add:let a login use the database, or again' 'edit:say whose an account is' 'close:end an account and its duties')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == duty ]]; then
        verbs=( 'list:list who has which role in which store' 'grant:give an account a role, in a store (-s) or in all' 'revoke:take a role from an account')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == roles ]]; then
        verbs=( 'list:list the roles' 'show:show what a role may do' 'apply:take the roles of the pack into the database')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == request ]]; then
        verbs=( 'list:list the requests for a second person'\''s consent' 'show:show one request' 'approve:consent to what somebody else asked for' 'refuse:refuse it, or take the consent back' 'withdraw:take your own request back')
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
    ('init')
        _arguments -s -S : \
            '(-z --zone)'{-z+,--zone=}'[time zone of the chain (Asia/Shanghai)]:ZONE: ' \
            '--test[a test database\: MEDI_NOW freezes its clock]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
    ('migrate')
        _arguments -s -S : \
            '--anyway=[even if rows or the log were changed behind the tools'\'' backs; why is logged]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
    ('import')
        _arguments -s -S : \
            '(-r --rejects)'{-r+,--rejects=}'[set refused records apart in FILE and go on]:FILE:_files' \
            '(-m --map)'{-m+,--map=}'[YAML that explains a foreign header and its words]:FILE:_files' \
            '*'{-i+,--ignore=}'[pass over this column; may be repeated]:HEADER: ' \
            '(-f --format)'{-f+,--format=}'[of the files, if it is not to be found out]:FORMAT:(auto csv tsv jsonl)' \
            '--encoding=[of the files, if it is not to be found out]:NAME:(utf-8 gb18030)' \
            '--field-cap=[longest field (1048576)]:BYTES: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:KIND:_medi_db_kinds' \
            '*:FILE:_files' ;;
    ('export')
        _arguments -s -S : \
            '*'{-m+,--match=}'[only rows with that value; again\: all must match]:COLUMN=VALUE: ' \
            '--reveal=[show personal columns; who and why is logged]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:KIND:_medi_db_kinds' \
            '*:CODE: ' ;;
    ('kinds')
        _arguments -s -S : \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1::KIND:_medi_db_kinds' ;;
    ('schema')
        _arguments -s -S : \
            '--sql[the migrations, as SQL]' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1::TABLE: ' ;;
    ('config list')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
    ('config get')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:NAME: ' ;;
    ('config set')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:NAME: ' \
            '2:VALUE: ' ;;
    ('config unset')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:NAME: ' ;;
    ('store list')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
    ('store show')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:CODE:_medi_db_stores' ;;
    ('store add')
        _arguments -s -S : \
            '--name=[name of the store]:TEXT: ' \
            '--zone=[time zone]:ZONE: ' \
            '--level=[level\: hospital, outpatient department, clinic]:TEXT: ' \
            '--departments=[licensed departments]:TEXT: ' \
            '--licence-no=[licence number]:NUMBER: ' \
            '--licence-to=[last day of the licence]:DAY: ' \
            '--address=[address]:TEXT: ' \
            '--latitude=[latitude, like 31.230416]:DEGREES: ' \
            '--longitude=[longitude, like 121.473701]:DEGREES: ' \
            '--hours=[opening hours, like Mo-Fr 09\:00-18\:00]:HOURS: ' \
            '--phone=[phone number]:NUMBER: ' \
            '--opened-on=[opening day]:DAY: ' \
            '--closed-on=[closing day]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:CODE:_medi_db_stores' ;;
    ('store edit')
        _arguments -s -S : \
            '--name=[name of the store]:TEXT: ' \
            '--zone=[time zone]:ZONE: ' \
            '--level=[level\: hospital, outpatient department, clinic]:TEXT: ' \
            '--departments=[licensed departments]:TEXT: ' \
            '--licence-no=[licence number]:NUMBER: ' \
            '--licence-to=[last day of the licence]:DAY: ' \
            '--address=[address]:TEXT: ' \
            '--latitude=[latitude, like 31.230416]:DEGREES: ' \
            '--longitude=[longitude, like 121.473701]:DEGREES: ' \
            '--hours=[opening hours, like Mo-Fr 09\:00-18\:00]:HOURS: ' \
            '--phone=[phone number]:NUMBER: ' \
            '--opened-on=[opening day]:DAY: ' \
            '--closed-on=[closing day]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:CODE:_medi_db_stores' ;;
    ('rekey')
        _arguments -s -S : \
            '--new=[a file with the new key; made if it is not there]:FILE:_files' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
    ('whoami')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
    ('account list')
        _arguments -s -S : \
            '--all[closed ones too]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
    ('account add')
        _arguments -s -S : \
            '--staff=[whose it is\: medi-db export staff]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:LOGIN: ' ;;
    ('account edit')
        _arguments -s -S : \
            '--staff=[whose it is\: medi-db export staff]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:LOGIN: ' ;;
    ('duty list')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1::LOGIN: ' ;;
    ('duty grant')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:LOGIN: ' \
            '2:ROLE: ' ;;
    ('duty revoke')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:LOGIN: ' \
            '2:ROLE: ' ;;
    ('account close')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:LOGIN: ' ;;
    ('roles list')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
    ('roles show')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:ROLE: ' ;;
    ('roles apply')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
    ('request list')
        _arguments -s -S : \
            '--state=[only those in this state]:STATE:(pending approved refused withdrawn used expired)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
    ('request show')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:NUMBER: ' ;;
    ('request approve')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:NUMBER: ' ;;
    ('request refuse')
        _arguments -s -S : \
            '--reason=[why; the asker sees it]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:NUMBER: ' ;;
    ('request withdraw')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:NUMBER: ' ;;
    ('check')
        _arguments -s -S : \
            '--list[name the checks instead of running them]' \
            '--fail-on=[exit 1 from this severity on (warning)]:SEVERITY:(warning error)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1::CHECK: ' ;;
    ('backup-key')
        _arguments -s -S : \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:FILE:_files' ;;
    ('backup')
        _arguments -s -S : \
            '(-k --keep)'{-k+,--keep=}'[keep N backups\: FILE, and older ones as FILE.TIME]:N: ' \
            '(-t --to)'{-t+,--to=}'[encrypt it for this recovery key, and put the key to personal data in]:KEY.pub:_files' \
            '--as-is[also when the database does not agree with its log]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_db_stores' \
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
            '1:FILE:_files' ;;
    ('backup-show')
        _arguments -s -S : \
            '(-r --recovery)'{-r+,--recovery=}'[the secret half of the recovery key it was made for]:KEY:_files' \
            '--tables[list its tables instead]' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:FILE:_files' ;;
    ('restore')
        _arguments -s -S : \
            '(-r --recovery)'{-r+,--recovery=}'[the secret half of the recovery key it was made for]:KEY:_files' \
            '(-f --force)'{-f,--force}'[in the place of a database that is there]' \
            '--key-out=[write the key to personal data to this new file]:FILE:_files' \
            '--config-out=[write the packs of MEDI_CONFIG to this new directory]:DIR:_files -/' \
            '--as-is[also what does not agree with its log]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:FILE:_files' ;;
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _medi_db "$@"
else
    compdef _medi_db medi-db
fi
