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
        verbs=( 'fit:fit when clients come back, and tell who is still alive' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
    fi
    words=("$verb" "${(@)words[n + 1, -1]}")
    (( CURRENT -= n - 1 ))
    case $verb in
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
