#compdef medi-followup
# Made by medi-followup --document zsh.

_medi_followup_rows() {
    local -a rows
    local db=${opt_args[-d]:-${opt_args[--db]:-$MEDI_DB}}
    rows=(${(f)"$(MEDI_DB=$db medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1)"})
    compadd -a rows
}
_medi_followup_kinds() { _medi_followup_rows kinds }
_medi_followup_stores() { _medi_followup_rows store list }

_medi_followup() {
    local curcontext=$curcontext verb=$words[2] n=2
    typeset -A opt_args
    local -a verbs
    if (( CURRENT == 2 )); then
        verbs=( 'plan:make the tasks and messages that the ladders ask for, each once' 'due:list what is due, late and urgent' 'record:record what a client said, and raise what must be looked at' 'sheet:print the follow-up sheet of a treatment, to be signed and kept' 'emergency:take a call for help\: it reaches the client'\''s own nurse before all else' 'escalate:hand a task to the next person, or to one who is named' 'survey:print what clients are asked' 'answer:record what a client answered to a survey' 'stats:print completion, reach, response, satisfaction and NPS' 'campaign:add, start, list, show, results, end' 'recall:choose clients who are to be brought back, and make the messages and calls for them, each once' 'claim:take messages that are due, to send them yourself' 'ack:say what became of what was taken' 'send:send what is due, by the transports' 'dead:list messages that did not go, and why' 'retry:put messages back that are dead or were dropped' 'template:list, show, check, try' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
    fi
    if [[ $verb == campaign ]]; then
        verbs=( 'add:settle whom a campaign is to bring back, when, and with what offer' 'start:begin a campaign, so that recall may choose clients by it' 'list:list campaigns' 'show:show what was settled for a campaign' 'results:print whom a campaign reached, who came, what they paid, and what would have come anyway' 'end:end a campaign, and take back what was not sent or done')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == template ]]; then
        verbs=( 'list:list the templates of messages' 'show:show a template in its languages' 'check:find what is wrong with templates' 'try:show what templates would say to a client')
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
    ('plan')
        _arguments -s -S : \
            '(-f --from)'{-f+,--from=}'[treatments from this day on (as far back as the longest ladder reaches)]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[treatments before this day (tomorrow)]:DAY: ' \
            '--again[make what is open as the ladders are now]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('due')
        _arguments -s -S : \
            '(-t --to)'{-t+,--to=}'[due before this day (tomorrow)]:DAY: ' \
            '--staff=[theirs, and what anyone of their role may do]:STAFF: ' \
            '(-m --mine)'{-m,--mine}'[mine, and what anyone of my role may do]' \
            '--role=[those of this role]:ROLE: ' \
            '(-k --kind)'{-k+,--kind=}'[those of this kind]:KIND:(call care evaluation survey recall escalation emergency)' \
            '--client=[those for this client]:CLIENT: ' \
            '--overdue[only what is late]' \
            '--messages[messages that wait to be sent, and not tasks]' \
            '--reveal=[show names and numbers; who and why is logged]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('record')
        _arguments -s -S : \
            '--client=[whom, where no task had been planned]:CLIENT: ' \
            '--treatment=[with --client\: after which treatment]:CODE: ' \
            '--outcome=[answered, unreachable or refused (answered)]:OUTCOME:(answered unreachable refused)' \
            '*--symptom=[as redness=2\: symptoms.yaml; may be given again]:NAME=GRADE: ' \
            '--score=[how satisfied they are]:1-5: ' \
            '--photo=[where the picture is kept]:TEXT: ' \
            '--note=[what was said; sealed]:TEXT: ' \
            '(-w --way)'{-w+,--way=}'[how (phone)]:WAY:(phone wechat sms email visit)' \
            '--inbound[the client began it]' \
            '--by=[who spoke with them (who runs this)]:STAFF: ' \
            '--at=[when (now)]:TIME: ' \
            '--code=[its code (one is made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
            '1::TASK: ' ;;
    ('sheet')
        _arguments -s -S : \
            '--reveal=[show names, numbers and what was said; who and why is logged]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
            '1:TREATMENT: ' ;;
    ('emergency')
        _arguments -s -S : \
            '--treatment=[after which treatment]:CODE: ' \
            '*--symptom=[as redness=2\: symptoms.yaml; may be given again]:NAME=GRADE: ' \
            '--note=[what was said; sealed]:TEXT: ' \
            '(-w --way)'{-w+,--way=}'[how (phone)]:WAY:(phone wechat sms email visit)' \
            '--photo=[where the picture is kept]:TEXT: ' \
            '--by=[who took it (who runs this)]:STAFF: ' \
            '--at=[when (now)]:TIME: ' \
            '--code=[its code (one is made)]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('escalate')
        _arguments -s -S : \
            '(-t --to)'{-t+,--to=}'[whom (the next of nurse, doctor and manager)]:STAFF: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
            '1:TASK: ' ;;
    ('survey')
        _arguments -s -S : \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('answer')
        _arguments -s -S : \
            '--client=[who answered unasked]:CLIENT: ' \
            '--treatment=[with --client\: about which treatment]:CODE: ' \
            '--survey=[of surveys.yaml (service, about no treatment store)]:SURVEY: ' \
            '--csat=[how satisfied they are]:1-5: ' \
            '--nps=[whether they would recommend it]:0-10: ' \
            '*--question=[another question, as effect=4; may be given again]:NAME=MARK: ' \
            '--note=[their own words; sealed]:TEXT: ' \
            '--at=[when (now)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
            '1::CODE: ' ;;
    ('stats')
        _arguments -s -S : \
            '(-b --by)'{-b+,--by=}'[step, project, staff, doctor, store, month or all (step)]:WHAT:(step project staff doctor store month all)' \
            '(-f --from)'{-f+,--from=}'[due from this day on (30 days ago)]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[due before this day (tomorrow)]:DAY: ' \
            '(-k --kind)'{-k+,--kind=}'[tasks of this kind alone (calls, care, evaluations and surveys)]:KIND:(call care evaluation survey recall escalation emergency)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('campaign add')
        _arguments -s -S : \
            '--rule=[of recall.yaml]:RULE: ' \
            '--name=[the name (that of the rule)]:TEXT: ' \
            '(-f --from)'{-f+,--from=}'[the first day (today)]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[the last day]:DAY: ' \
            '--answer-days=[a visit within so many days is the answer (30)]:N: ' \
            '--cap=[no more clients than this are written to or called]:N: ' \
            '--holdout=[so many of a hundred get nothing, to compare with (0)]:PERCENT: ' \
            '--offer=[a voucher for each\: cash, trial, gift or none (as the rule)]:KIND:(cash trial gift none)' \
            '--worth=[what the voucher is worth (as the rule)]:YUAN: ' \
            '--valid=[how long it is good for (as the rule)]:DAYS: ' \
            '--cost=[what the campaign costs beside the offers (0)]:YUAN: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('campaign start')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('recall')
        _arguments -s -S : \
            '(-c --campaign)'{-c+,--campaign=}'[by the rule of this campaign, whose offer goes with it]:CODE: ' \
            '--running[every campaign that runs today]' \
            '--limit=[write to or call so many at most in this run]:N: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
            '1::RULE: ' ;;
    ('campaign list')
        _arguments -s -S : \
            '--state=[those of this state\: draft, running, ended]:STATE:(draft running ended)' \
            '--rule=[those of this rule]:RULE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('campaign show')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
            '1:CODE: ' ;;
    ('campaign results')
        _arguments -s -S : \
            '--all[every campaign, and not one]' \
            '(-b --by)'{-b+,--by=}'[all, store, step (the rule) or channel (all)]:WHAT:(all store step channel)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
            '1::CODE: ' ;;
    ('campaign end')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('claim')
        _arguments -s -S : \
            '(-c --count)'{-c+,--count=}'[so many at most (100)]:N: ' \
            '--channel=[only those of this channel]:CHANNEL:(sms wechat email)' \
            '--lease=[for how long they are yours, like 90s, 5m, 1h at most (5m)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('ack')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
            '1::FILE:_files' ;;
    ('send')
        _arguments -s -S : \
            '--channel=[only those of this channel]:CHANNEL:(sms wechat email)' \
            '--limit=[so many at most in this run]:N: ' \
            '--batch=[taken at a time (100)]:N: ' \
            '--lease=[when others may take what this run took and died over, 1h at most (5m)]:TIME: ' \
            '--once[one batch of each channel, and no more]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('dead')
        _arguments -s -S : \
            '--channel=[only those of this channel]:CHANNEL:(sms wechat email)' \
            '--plan=[only those of this ladder or campaign]:PLAN: ' \
            '(-f --from)'{-f+,--from=}'[due from this day on]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[due before this day]:DAY: ' \
            '--dropped[those too that nobody might send\: opted out, too old, over the cap]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    ('retry')
        _arguments -s -S : \
            '--reason=[what was mended; is logged]:TEXT: ' \
            '--until=[not to be sent after this (what was planned)]:TIME: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
            '*:CODE: ' ;;
    ('template list')
        _arguments -s -S : \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('template show')
        _arguments -s -S : \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:NAME: ' ;;
    ('template check')
        _arguments -s -S : \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1::FILE:_files' ;;
    ('template try')
        _arguments -s -S : \
            '--template=[this one (all of them)]:NAME: ' \
            '--treatment=[about this treatment (the client'\''s last)]:CODE: ' \
            '--reveal=[show the name; who and why is logged]:REASON: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_followup_stores' \
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
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _medi_followup "$@"
else
    compdef _medi_followup medi-followup
fi
