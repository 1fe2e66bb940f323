#compdef medi-complaint
# Made by medi-complaint --document zsh.

_medi_complaint_rows() {
    local -a rows
    local db=${opt_args[-d]:-${opt_args[--db]:-$MEDI_DB}}
    rows=(${(f)"$(MEDI_DB=$db medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1)"})
    compadd -a rows
}
_medi_complaint_kinds() { _medi_complaint_rows kinds }
_medi_complaint_stores() { _medi_complaint_rows store list }

_medi_complaint() {
    local curcontext=$curcontext verb=$words[2] n=2
    typeset -A opt_args
    local -a verbs
    if (( CURRENT == 2 )); then
        verbs=( 'open:take down a complaint; its clock begins' 'assign:say which manager answers for it' 'respond:record the first response, by its owner with the client'\''s consultant' 'pause:stop its clock, with the reason' 'resume:let its clock go on' 'investigate:record what was found' 'propose:propose a solution to the client' 'mediate:record a session of third-party mediation' 'agree:record that the client agrees' 'compensate:record what is paid to the client' 'feedback:record what the client says of the outcome' 'close:close it, with what is improved' 'list:list complaints as they stand' 'show:show a complaint'\''s steps' 'due:find complaints that are due soon or late, and who is to be told' 'top:print the categories with most complaints of a month' 'steps:print which step may follow which, and who may take it' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
    fi
    words=("$verb" "${(@)words[n + 1, -1]}")
    (( CURRENT -= n - 1 ))
    case $verb in
    ('open')
        _arguments -s -S : \
            '--code=[its code (one is made)]:CODE: ' \
            '(-c --category)'{-c+,--category=}'[what it is about\: complaints.yaml]:CATEGORY: ' \
            '(-w --way)'{-w+,--way=}'[how it came (store)]:WAY:(store phone wechat web letter authority media)' \
            '--detail=[what the client said; sealed]:TEXT: ' \
            '--severity=[how grave (that of the category)]:1-4: ' \
            '--treatment=[the treatment that it is about]:CODE: ' \
            '--visit=[the visit that it is about]:CODE: ' \
            '--about=[whom it is about]:STAFF: ' \
            '--product=[the product that it is about, by lot]:ITEM/LOT: ' \
            '--by=[who took it down (who runs this)]:STAFF: ' \
            '--at=[when it came (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
    ('assign')
        _arguments -s -S : \
            '(-t --to)'{-t+,--to=}'[the manager who answers for it from now on]:STAFF: ' \
            '--note=[why; sealed]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('respond')
        _arguments -s -S : \
            '(-w --with)'{-w+,--with=}'[the consultant beside (the client'\''s own)]:STAFF: ' \
            '--note=[what was said; sealed]:TEXT: ' \
            '--proof=[where the papers are]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('pause')
        _arguments -s -S : \
            '--note=[the reason; sealed]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('resume')
        _arguments -s -S : \
            '--note=[why; sealed]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('investigate')
        _arguments -s -S : \
            '--note=[what was found or said; sealed]:TEXT: ' \
            '--proof=[where the papers are]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('propose')
        _arguments -s -S : \
            '--note=[what is offered; sealed]:TEXT: ' \
            '--amount=[the compensation that is offered (0)]:YUAN: ' \
            '--proof=[where the papers are]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('mediate')
        _arguments -s -S : \
            '--note=[the third party, and what came of it; sealed]:TEXT: ' \
            '--proof=[where the papers are]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('agree')
        _arguments -s -S : \
            '--amount=[what is agreed (what was proposed)]:YUAN: ' \
            '--note=[how; sealed]:TEXT: ' \
            '--proof=[where the papers are]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('compensate')
        _arguments -s -S : \
            '--amount=[what is paid now]:YUAN: ' \
            '--note=[how; sealed]:TEXT: ' \
            '--proof=[where the papers are]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('feedback')
        _arguments -s -S : \
            '--note=[what was found or said; sealed]:TEXT: ' \
            '--proof=[where the papers are]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('close')
        _arguments -s -S : \
            '--improvement=[what is done so that it does not happen again]:TEXT: ' \
            '--reason=[why there is no feedback; sealed]:TEXT: ' \
            '--proof=[where the papers are]:TEXT: ' \
            '--by=[who does it (who runs this)]:STAFF: ' \
            '--at=[when it was done (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('list')
        _arguments -s -S : \
            '--state=[only those in this state]:STATE:(open assigned responded investigated proposed agreed mediation compensated closed)' \
            '(-c --category)'{-c+,--category=}'[only those of this category]:CATEGORY: ' \
            '--client=[only those of this client]:CODE: ' \
            '--owner=[only those that this manager answers for]:STAFF: ' \
            '--open[only those that are not closed]' \
            '(-f --from)'{-f+,--from=}'[opened from this day on]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[opened before this day]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
    ('show')
        _arguments -s -S : \
            '--reveal=[show what was said; who and why is logged]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
            '1:COMPLAINT: ' ;;
    ('due')
        _arguments -s -S : \
            '(-a --all)'{-a,--all}'[those too that are not due yet or are paused]' \
            '--fail-on=[exit 1 from this severity on (warning)]:SEVERITY:(warning error)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
    ('top')
        _arguments -s -S : \
            '(-m --month)'{-m+,--month=}'[like 2026-09 (the last whole month)]:MONTH: ' \
            '--count=[how many (3)]:N: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_complaint_stores' \
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
    ('steps')
        _arguments -s -S : \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _medi_complaint "$@"
else
    compdef _medi_complaint medi-complaint
fi
