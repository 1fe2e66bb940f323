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
        verbs=( 'list:print the metrics and what they can be cut by' 'explain:say what a metric is\: words, formula, edges, sources' 'show:print metrics, cut, filtered and compared' 'refresh:make what figures are made of anew, where a recount differs' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
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
            '--days=[conversion\: a deal within so many days counts (kpi.conversion_days)]:DAYS: ' \
            '--compare=[beside the window of the same length before, or a year ago]:WITH:(previous year)' \
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
