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
complete -c medi-stock -n "__medi_stock_at ''" -a backtest -d 'tell how good forecasts of series would have been'
complete -c medi-stock -n "__medi_stock_at ''" -a forecast -d 'forecast series, with their spread'
complete -c medi-stock -n "__medi_stock_at ''" -s h -l help -d 'show help'
complete -c medi-stock -n "__medi_stock_at ''" -l version -d 'show the version'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -s S -l series -r -F -d 'lines of id,n,v1,… or id,period,value; - is standard input; no database is opened'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -s H -l horizon -x -d 'periods ahead (12)'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -s f -l frequency -x -d 'periods of a season: 12 of months, 52 of weeks, 7 of days, 1 none (12)'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -l origins -x -d 'forecast from the last N places that leave a horizon (1)'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -l against -r -F -d 'what came, series by series in the same order'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -s m -l method -x -d 'this method; may be given again (the usual ones)'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -s s -l store -x -a '(__medi_stock_rows store list)' -d 'the store, by its code'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -l no-header -d 'no line of column names'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -s v -l verbose -d 'say more'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -s h -l help -d 'show this help'
complete -c medi-stock -n "__medi_stock_at 'backtest'" -l version -d 'show the version'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -s S -l series -r -F -d 'lines of id,n,v1,… or id,period,value; - is standard input; no database is opened'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -s H -l horizon -x -d 'periods ahead (12)'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -s f -l frequency -x -d 'periods of a season: 12 of months, 52 of weeks, 7 of days, 1 none (12)'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -s m -l method -x -a 'auto combination theta ets ces ses holt damped hw hw-times snaive naive mean zero croston sba tsb adida' -d 'a method instead of what suits each series (auto)'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -l sums -d 'of the sum of the first 1, 2, 3 … steps instead of each step'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -l why -d 'a row a series instead: what was chosen, and why'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -s s -l store -x -a '(__medi_stock_rows store list)' -d 'the store, by its code'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -l no-header -d 'no line of column names'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -s v -l verbose -d 'say more'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -s h -l help -d 'show this help'
complete -c medi-stock -n "__medi_stock_at 'forecast'" -l version -d 'show the version'
