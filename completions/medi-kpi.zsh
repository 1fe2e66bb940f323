#compdef medi-kpi
# Made by medi-kpi --document zsh.

_medi_kpi_rows() {
    local -a rows
    local db=${opt_args[-d]:-${opt_args[--db]:-$MEDI_DB}}
    rows=(${(f)"$(MEDI_DB=$db medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1)"})
    compadd -a rows
}
_medi_kpi_kinds() { _medi_kpi_rows kinds }
_medi_kpi_stores() { _medi_kpi_rows store list }

_medi_kpi() {
    local curcontext=$curcontext verb=$words[2] n=2
    typeset -A opt_args
    local -a verbs
    if (( CURRENT == 2 )); then
        verbs=( 'list:print the metrics and what they can be cut by' 'explain:say what a metric is\: words, formula, edges, sources' 'show:print metrics, cut, filtered and compared' 'report:write the director'\''s page\: one file of HTML' 'retention:print who came again, by each of five definitions' 'cohort:print clients by the month of their first visit, month by month' 'funnel:print how far people come, from lead to repurchase, and how long it takes' 'basket:print which projects go together on a ticket' 'goal:set, list, drop' 'budget:print goals against what came, and where they end at this pace' 'channel:add, list' 'spend:add, list' 'market:compare one'\''s own prices with those of competitors' 'ltv:print what clients were worth and will be in a year, beside what it cost to win them' 'profit:print what is left of revenue, by project, store, doctor or channel' 'payback:print how far stores have paid back what was invested in them' 'advise:say what the figures advise\: channels, projects, clients, stores' 'brief:print what the day begins with, or what it leaves behind' 'refresh:make what figures are made of anew, where a recount differs' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
    fi
    if [[ $verb == goal ]]; then
        verbs=( 'set:say what a store or the chain wants to reach' 'list:list the goals' 'drop:take back a goal')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == channel ]]; then
        verbs=( 'add:add a channel by which clients come' 'list:list the channels, with their clients and spending')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == spend ]]; then
        verbs=( 'add:record what was spent on a channel' 'list:list what was spent on channels')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
            return 1
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    if [[ $verb == market ]]; then
        verbs=( 'add:record a competitor'\''s price as it was seen' 'list:list competitors'\'' prices as they were seen')
        if (( CURRENT == 3 )); then
            _describe -t verbs verb verbs && return
        elif [[ -n ${verbs[(r)$words[3]:*]} ]]; then
            verb+=" $words[3]" n=3
        fi
    fi
    words=("$verb" "${(@)words[n + 1, -1]}")
    (( CURRENT -= n - 1 ))
    case $verb in
    ('list')
        _arguments -s -S : \
            '--dimension=[only metrics that can be cut by it; all\: the dimensions themselves]:NAME: ' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('explain')
        _arguments -s -S : \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '1:METRIC: ' ;;
    ('show')
        _arguments -s -S : \
            '(-b --by)'{-b+,--by=}'[store, month, channel, project, staff …, or several with commas\: medi-kpi list --dimension all]:CUTS: ' \
            '--per=[cut by this period as well]:PERIOD:(day week month quarter year)' \
            '(-w --where)'{-w+,--where=}'[only what fulfils it\: "project = P01 and channel in (xhs, wx)"]:CONDITION: ' \
            '--staff=[only what is of this person]:STAFF: ' \
            '(-f --from)'{-f+,--from=}'[first day]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[the day after the last]:DAY: ' \
            '--days=[D of metrics that have one\: conversion, cac_lagged, repurchase_second (explain says its setting)]:DAYS: ' \
            '--compare=[beside the window of the same length before, or a year ago]:WITH:(previous year)' \
            '--target[beside the goal of the store and month, quarter or year]' \
            '--total[a last row of all together]' \
            '--top=[only the so many greatest]:N: ' \
            '--sort=[the greatest of this metric first (--top\: the first one)]:METRIC: ' \
            '--spark=[a line of small bars, one a period, beside each row]:PERIOD:(day week month quarter year)' \
            '--bars[a bar beside each row]' \
            '--now[tier and age as they are today, not on the day of the record]' \
            '--facts[from the facts alone, without rollups]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
            '*:METRIC: ' ;;
    ('report')
        _arguments -s -S : \
            '(-m --month)'{-m+,--month=}'[this month, as 2026-08 (the last one that is over)]:MONTH: ' \
            '(-f --from)'{-f+,--from=}'[first day]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[the day after the last]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
            '--key=[the key to personal data\: its file, or none to do without]:FILE:_files' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx html)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--as-of=[answer as it was at that time]:TIME: ' \
            '--wait=[how long a busy database is waited for (30)]:SECONDS: ' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' ;;
    ('retention')
        _arguments -s -S : \
            '(-D --definition)'{-D+,--definition=}'[after-period, next-month, after-first, within-period or before-period (all of them)]:NAME: ' \
            '(-f --from)'{-f+,--from=}'[first day of the period]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[the day after the period'\''s last]:DAY: ' \
            '--days=[after-period, after-first\: within so many days (90)]:N: ' \
            '(-b --by)'{-b+,--by=}'[store, channel, or month\: each is a period]:CUT:(store channel month)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('cohort')
        _arguments -s -S : \
            '(-b --by)'{-b+,--by=}'[month, quarter or year of the first visit (month)]:PERIOD:(month quarter year)' \
            '(-m --measure)'{-m+,--measure=}'[clients who came, or revenue, what they paid net (clients)]:WHAT:(clients revenue)' \
            '(-f --from)'{-f+,--from=}'[cohorts from the period of this day on]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[cohorts that begin before this day]:DAY: ' \
            '(-w --wide)'{-w,--wide}'[a row a cohort and a column an age, instead of a row each]' \
            '--ages=[ages up to this one (12)]:N: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('funnel')
        _arguments -s -S : \
            '(-f --from)'{-f+,--from=}'[who entered from this day on]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[who entered before this day]:DAY: ' \
            '(-b --by)'{-b+,--by=}'[channel, or month or store of entering]:CUT:(channel month store)' \
            '--within=[only what came within so many days of entering]:DAYS: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('basket')
        _arguments -s -S : \
            '(-f --from)'{-f+,--from=}'[first day]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[the day after the last]:DAY: ' \
            '(-p --project)'{-p+,--project=}'[only the partners of this project]:CODE: ' \
            '--of=[sales, what was bought together, or treatments, what was done (sales)]:WHAT:(sales treatments)' \
            '--least=[a pair on fewer tickets is not significant (5)]:N: ' \
            '(-a --all)'{-a,--all}'[pairs too that are not significant]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('goal set')
        _arguments -s -S : \
            '(-p --period)'{-p+,--period=}'[month, quarter or year (month)]:PERIOD:(month quarter year)' \
            '--day=[a day of the period, as 2026-10 (today)]:DAY: ' \
            '--note=[a note]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
            '1:METRIC: ' \
            '2:TARGET: ' ;;
    ('goal list')
        _arguments -s -S : \
            '(-m --metric)'{-m+,--metric=}'[only goals of this metric]:METRIC: ' \
            '(-f --from)'{-f+,--from=}'[periods that begin from this day on]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[periods that begin before this day]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('budget')
        _arguments -s -S : \
            '--day=[goals of the periods of this day, as 2026-10 (today)]:DAY: ' \
            '(-m --metric)'{-m+,--metric=}'[only goals of this metric]:METRIC: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('goal drop')
        _arguments -s -S : \
            '(-p --period)'{-p+,--period=}'[month, quarter or year (month)]:PERIOD:(month quarter year)' \
            '--day=[a day of the period (today)]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
            '1:METRIC: ' ;;
    ('channel add')
        _arguments -s -S : \
            '--name=[its name]:NAME: ' \
            '(-c --category)'{-c+,--category=}'[paid, organic, own (私域), referral, partner, walk-in or unknown (paid)]:CATEGORY:(paid organic own referral partner walk-in unknown)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('channel list')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('spend add')
        _arguments -s -S : \
            '--day=[the day (today)]:DAY: ' \
            '(-p --purpose)'{-p+,--purpose=}'[what for (投放); what is spent again for the same on one day needs another]:TEXT: ' \
            '--note=[a note]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
            '1:CHANNEL: ' \
            '2:YUAN: ' ;;
    ('spend list')
        _arguments -s -S : \
            '(-c --channel)'{-c+,--channel=}'[only what was spent on this channel]:CODE: ' \
            '(-f --from)'{-f+,--from=}'[first day]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[the day after the last]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('market add')
        _arguments -s -S : \
            '(-p --project)'{-p+,--project=}'[which project of ours it is]:CODE: ' \
            '--day=[when it was seen (today)]:DAY: ' \
            '--activity=[what goes with it\: 买一送一, 双十一 …]:TEXT: ' \
            '--source=[where it was seen\: 大众点评, 海报 …]:TEXT: ' \
            '--note=[a note]:TEXT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
            '1:COMPETITOR: ' \
            '2:OFFER: ' \
            '3:YUAN: ' ;;
    ('market list')
        _arguments -s -S : \
            '(-c --competitor)'{-c+,--competitor=}'[only this one'\''s]:NAME: ' \
            '(-p --project)'{-p+,--project=}'[only what is this project of ours]:CODE: ' \
            '(-f --from)'{-f+,--from=}'[seen from this day on]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[seen before this day]:DAY: ' \
            '--unmatched[only what is no project of ours yet]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('market')
        _arguments -s -S : \
            '--days=[prices that were seen longer ago are left out (90)]:DAYS: ' \
            '(-p --project)'{-p+,--project=}'[only this project]:CODE: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('ltv')
        _arguments -s -S : \
            '(-b --by)'{-b+,--by=}'[channel, or cohort\: the month of the first purchase]:CUT:(channel cohort)' \
            '(-f --from)'{-f+,--from=}'[clients whose first purchase was on this day or later (all)]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[clients whose first purchase was before this day]:DAY: ' \
            '--margin=[the margin of what is paid (as treatments of the last 365 days say)]:PERCENT: ' \
            '--discount=[what money loses in a year (10%)]:PERCENT: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('profit')
        _arguments -s -S : \
            '(-b --by)'{-b+,--by=}'[project, store, doctor or channel (store)]:CUT:(project store doctor channel)' \
            '(-f --from)'{-f+,--from=}'[first day]:DAY: ' \
            '(-t --to)'{-t+,--to=}'[the day after the last]:DAY: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('payback')
        _arguments -s -S : \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('advise')
        _arguments -s -S : \
            '--of=[only channels, projects, clients or stores]:WHAT:(channels projects clients stores)' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('brief')
        _arguments -s -S : \
            '(-m --morning)'{-m,--morning}'[what the day begins with]' \
            '(-e --evening)'{-e,--evening}'[what happened, and what slipped]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    ('refresh')
        _arguments -s -S : \
            '--all[make everything anew without comparing first]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_kpi_stores' \
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
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _medi_kpi "$@"
else
    compdef _medi_kpi medi-kpi
fi
