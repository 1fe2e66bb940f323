#compdef medi-stock
# Made by medi-stock --document zsh.

_medi_stock_rows() {
    local -a rows
    local db=${opt_args[-d]:-${opt_args[--db]:-$MEDI_DB}}
    rows=(${(f)"$(MEDI_DB=$db medi-db "$@" -o tsv --no-header 2>/dev/null | cut -f1)"})
    compadd -a rows
}
_medi_stock_kinds() { _medi_stock_rows kinds }
_medi_stock_stores() { _medi_stock_rows store list }

_medi_stock() {
    local curcontext=$curcontext verb=$words[2] n=2
    typeset -A opt_args
    local -a verbs
    if (( CURRENT == 2 )); then
        verbs=( 'backtest:tell how good forecasts of series would have been' 'forecast:forecast series, with their spread' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
    fi
    words=("$verb" "${(@)words[n + 1, -1]}")
    (( CURRENT -= n - 1 ))
    case $verb in
    ('backtest')
        _arguments -s -S : \
            '(-S --series)'{-S+,--series=}'[lines of id,n,v1,… or id,period,value; - is standard input; no database is opened]:FILE:_files' \
            '(-H --horizon)'{-H+,--horizon=}'[periods ahead (12)]:STEPS: ' \
            '(-f --frequency)'{-f+,--frequency=}'[periods of a season\: 12 of months, 52 of weeks, 7 of days, 1 none (12)]:PERIODS: ' \
            '--origins=[forecast from the last N places that leave a horizon (1)]:N: ' \
            '--against=[what came, series by series in the same order]:FILE:_files' \
            '*'{-m+,--method=}'[this method; may be given again (the usual ones)]:METHOD: ' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_stock_stores' \
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
    ('forecast')
        _arguments -s -S : \
            '(-S --series)'{-S+,--series=}'[lines of id,n,v1,… or id,period,value; - is standard input; no database is opened]:FILE:_files' \
            '(-H --horizon)'{-H+,--horizon=}'[periods ahead (12)]:STEPS: ' \
            '(-f --frequency)'{-f+,--frequency=}'[periods of a season\: 12 of months, 52 of weeks, 7 of days, 1 none (12)]:PERIODS: ' \
            '(-m --method)'{-m+,--method=}'[a method instead of what suits each series (auto)]:METHOD:(auto combination theta ets ces ses holt damped hw hw-times snaive naive mean zero croston sba tsb adida)' \
            '--sums[of the sum of the first 1, 2, 3 … steps instead of each step]' \
            '--why[a row a series instead\: what was chosen, and why]' \
            '(-d --db)'{-d+,--db=}'[the database\: a file or a URL]:URL:_files' \
            '(-s --store)'{-s+,--store=}'[the store, by its code]:CODE:_medi_stock_stores' \
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
    _medi_stock "$@"
else
    compdef _medi_stock medi-stock
fi
