# fish completion for medi-stock: made by medi-stock --document fish

function __medi_stock_rows
    command -q medi-db
    or return
    medi-db $argv -o tsv --no-header 2>/dev/null | string replace -r '\t.*' ''
end

function __medi_stock_verb
    set -l words (commandline -opc)
    set -e words[1]
    switch "$words[1]"
    end
    echo -- "$words[1]"
end

function __medi_stock_at
    set -l verb (__medi_stock_verb)
    contains -- "$verb" $argv
end

function __medi_stock_operand
    set -l verb (__medi_stock_verb)
    test "$verb" = $argv[1]
    or return 1
    set -l words (commandline -opc)
    set -e words[1..(math 1 + (count (string split ' ' -- $verb)))]
    set -l place 1
    set -l value no
    for word in $words
        if test $value = yes
            set value no
        else if contains -- $word $argv[4..]
            set value yes
        else if not string match -q -- '-?*' $word
            set place (math $place + 1)
        end
    end
    test $value = no
    and begin
        test $place -eq $argv[2]
        or test $argv[3] = more -a $place -gt $argv[2]
    end
end

complete -c medi-stock -f
complete -c medi-stock -n "__medi_stock_at ''" -a scan -d 'take apart the codes that scanners send'
complete -c medi-stock -n "__medi_stock_at ''" -s h -l help -d 'show help'
complete -c medi-stock -n "__medi_stock_at ''" -l version -d 'show the version'
complete -c medi-stock -n "__medi_stock_at 'scan'" -s c -l code -x -d 'this code; may be given again'
complete -c medi-stock -n "__medi_stock_at 'scan'" -s j -l join -d 'codes of one label make one row'
complete -c medi-stock -n "__medi_stock_at 'scan'" -s f -l form -x -a 'auto gs1' -d 'gs1: what has no prefix is an element string (auto)'
complete -c medi-stock -n "__medi_stock_at 'scan'" -l serials -d 'what is no code of a known scheme is a serial'
complete -c medi-stock -n "__medi_stock_at 'scan'" -l separator -x -d 'what the scanner sends for FNC1, as {GS}; may be given again'
complete -c medi-stock -n "__medi_stock_at 'scan'" -l details -d 'production day, quantity, labeler, product and unit too'
complete -c medi-stock -n "__medi_stock_at 'scan'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-stock -n "__medi_stock_at 'scan'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-stock -n "__medi_stock_at 'scan'" -l no-header -d 'no line of column names'
complete -c medi-stock -n "__medi_stock_at 'scan'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-stock -n "__medi_stock_at 'scan'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-stock -n "__medi_stock_at 'scan'" -s v -l verbose -d 'say more'
complete -c medi-stock -n "__medi_stock_at 'scan'" -s h -l help -d 'show this help'
complete -c medi-stock -n "__medi_stock_at 'scan'" -l version -d 'show the version'
complete -c medi-stock -n "__medi_stock_operand 'scan' 1 more --code -c --form -f --separator --output -o --lang" -F -d 'files of codes, one a line (standard input)'
