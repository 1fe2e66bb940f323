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
        verbs=( 'scan:take apart the codes that scanners send' '--help:show help' '--version:show the version')
        _describe -t verbs verb verbs
        return
    fi
    words=("$verb" "${(@)words[n + 1, -1]}")
    (( CURRENT -= n - 1 ))
    case $verb in
    ('scan')
        _arguments -s -S : \
            '*'{-c+,--code=}'[this code; may be given again]:CODE: ' \
            '(-j --join)'{-j,--join}'[codes of one label make one row]' \
            '(-f --form)'{-f+,--form=}'[gs1\: what has no prefix is an element string (auto)]:FORM:(auto gs1)' \
            '--serials[what is no code of a known scheme is a serial]' \
            '*--separator=[what the scanner sends for FNC1, as {GS}; may be given again]:TEXT: ' \
            '--details[production day, quantity, labeler, product and unit too]' \
            '(-o --output)'{-o+,--output=}'[how rows are printed; table on a terminal, else tsv]:FORMAT:(table tsv csv json jsonl xlsx)' \
            '--excel[csv as spreadsheet programs want it]' \
            '--no-header[no line of column names]' \
            '--lang=[the language of messages]:LANG:(zh en)' \
            '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
            '(-v --verbose)'{-v,--verbose}'[say more]' \
            '(-h --help)'{-h,--help}'[show this help]' \
            '--version[show the version]' \
            '*:FILE:_files' ;;
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _medi_stock "$@"
else
    compdef _medi_stock medi-stock
fi
