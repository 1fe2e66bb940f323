#compdef medi-staff
# Made by medi-staff --document zsh.

_medi_staff_rows() {
    local -a rows
    local db=${opt_args[-d]:-${opt_args[--db]:-$MEDI_DB}}
    rows=(${(f)"$(MEDI_DB=$db medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1)"})
    compadd -a rows
}
_medi_staff_kinds() { _medi_staff_rows kinds }
_medi_staff_stores() { _medi_staff_rows store list }

_medi_staff() {
    local curcontext=$curcontext verb=$words[2] n=2
    typeset -A opt_args
    local -a verbs
    if (( CURRENT == 2 )); then
        verbs=( 'add:open the file of someone who works here' 'edit:change a staff file, or say that someone has left' 'post:give someone a new post\: role, title or store' 'licence:record or renew a licence\: scope, place, validity' 'list:list who works here' 'show:show a person'\''s file, posts, licences, trainings and assessments' 'expiring:find licences that have ended, soon end, or are missing' 'train:record a training, drill or case review' 'attend:record who was at a training, and their scores' 'assess:record the assessment of someone'\''s work' 'due:find who lacks what training in the current week, month or quarter' 'score:print performance scores with their inputs' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
    fi
    words=("$verb" "${(@)words[n + 1, -1]}")
    (( CURRENT -= n - 1 ))
    case $verb in
    ('add')
        _arguments -s -S : \
            '--name=[name]:TEXT: ' \
            '(-r --role)'{-r+,--role=}'[what they do]:ROLE:(doctor nurse consultant front-desk manager buyer technician marketing other)' \
            '--title=[title]:TEXT: ' \
            '--home=[home store, * for all (that of -s)]:STORE: ' \
            '--phone=[phone number]:NUMBER: ' \
            '--hired-on=[first day (today)]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
    ('edit')
        _arguments -s -S : \
            '--name=[name]:TEXT: ' \
            '--phone=[phone number]:NUMBER: ' \
            '--hired-on=[first day]:DAY: ' \
            '--left-on=[last day]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
    ('post')
        _arguments -s -S : \
            '(-r --role)'{-r+,--role=}'[the new role (as before)]:ROLE:(doctor nurse consultant front-desk manager buyer technician marketing other)' \
            '--title=[the new title]:TEXT: ' \
            '--home=[the new home store, * for all (as before)]:STORE: ' \
            '(-f --from)'{-f+,--from=}'[its first day (today)]:DAY: ' \
            '--reason=[why]:TEXT: ' \
            '--correct[correct the post that begins on that day]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
            '1:STAFF: ' ;;
    ('licence')
        _arguments -s -S : \
            '(-k --kind)'{-k+,--kind=}'[what it is]:KIND:(physician chief-physician nurse pharmacist device other)' \
            '--number=[its number]:NUMBER: ' \
            '--scope=[what it covers]:TEXT: ' \
            '--place=[store where it is registered (that of -s)]:STORE: ' \
            '(-f --from)'{-f+,--from=}'[its first day]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[its last day]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
            '1:STAFF: ' ;;
    ('list')
        _arguments -s -S : \
            '(-r --role)'{-r+,--role=}'[only these]:ROLE:(doctor nurse consultant front-desk manager buyer technician marketing other)' \
            '(-a --all)'{-a,--all}'[those too who have left]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
            '1:STAFF: ' ;;
    ('expiring')
        _arguments -s -S : \
            '--days=[licences that end within N days (60)]:N: ' \
            '--fail-on=[exit 1 from this severity on (warning)]:SEVERITY:(warning error)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
    ('train')
        _arguments -s -S : \
            '--code=[its code (one is made)]:CODE: ' \
            '--topic=[what it is about (the name of the kind)]:TEXT: ' \
            '--at=[when it begins (now)]:TIME: ' \
            '--minutes=[how long it takes]:N: ' \
            '--trainer=[who holds it]:STAFF: ' \
            '--proof=[where the papers are]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
            '1:KIND: ' ;;
    ('attend')
        _arguments -s -S : \
            '--state=[present, absent or excused (present)]:STATE:(present absent excused)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
            '1:TRAINING: ' \
            '*:STAFF: ' ;;
    ('assess')
        _arguments -s -S : \
            '(-k --kind)'{-k+,--kind=}'[what is assessed]:KIND:(skill service conduct knowledge)' \
            '--score=[from 0 to 100]:N: ' \
            '--day=[when (today)]:DAY: ' \
            '--reviewer=[who assessed (who runs this)]:STAFF: ' \
            '--note=[why this score]:TEXT: ' \
            '--code=[its code (one is made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
            '1:STAFF: ' ;;
    ('due')
        _arguments -s -S : \
            '--training=[only this entry of the plan]:KIND: ' \
            '--within=[only what ends within so many days, today being 0]:DAYS: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
    ('score')
        _arguments -s -S : \
            '(-m --month)'{-m+,--month=}'[like 2026-09 (the last whole month)]:MONTH: ' \
            '(-r --role)'{-r+,--role=}'[only these]:ROLE:(doctor nurse consultant front-desk manager buyer technician marketing other)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_staff_stores' \
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
            '1::STAFF: ' ;;
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _medi_staff "$@"
else
    compdef _medi_staff medi-staff
fi
