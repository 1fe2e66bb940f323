# fish completion for medi-client: made by medi-client --document fish

function __medi_client_rows
    command -q medi-db
    or return
    medi-db $argv -o tsv --no-header 2>/dev/null | string replace -r '\t.*' ''
end

function __medi_client_verb
    set -l words (commandline -opc)
    set -e words[1]
    switch "$words[1]"
    end
    echo -- "$words[1]"
end

function __medi_client_at
    set -l verb (__medi_client_verb)
    contains -- "$verb" $argv
end

function __medi_client_operand
    set -l verb (__medi_client_verb)
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

complete -c medi-client -f
complete -c medi-client -n "__medi_client_at ''" -a fit -d 'fit when clients come back, and tell who is still alive'
complete -c medi-client -n "__medi_client_at ''" -s h -l help -d 'show help'
complete -c medi-client -n "__medi_client_at ''" -l version -d 'show the version'
complete -c medi-client -n "__medi_client_at 'fit'" -s t -l transactions -r -F -d 'lines of client, date, quantity, amount; - is standard input; no database is opened'
complete -c medi-client -n "__medi_client_at 'fit'" -s u -l unit -x -a 'day week' -d 'of time: day or week (week)'
complete -c medi-client -n "__medi_client_at 'fit'" -s m -l model -x -a 'mbg bg' -d 'mbg: MBG/NBD, bg: BG/NBD (mbg)'
complete -c medi-client -n "__medi_client_at 'fit'" -s g -l gamma-gamma -d 'fit what clients pay a time, too'
complete -c medi-client -n "__medi_client_at 'fit'" -l until -x -d 'the last day of the observation; what comes later is left out'
complete -c medi-client -n "__medi_client_at 'fit'" -s p -l predict -x -d 'a row a client instead: what to expect in the next T days or weeks'
complete -c medi-client -n "__medi_client_at 'fit'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-client -n "__medi_client_at 'fit'" -s s -l store -x -a '(__medi_client_rows store list)' -d 'the store, by its code'
complete -c medi-client -n "__medi_client_at 'fit'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-client -n "__medi_client_at 'fit'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-client -n "__medi_client_at 'fit'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-client -n "__medi_client_at 'fit'" -l no-header -d 'no line of column names'
complete -c medi-client -n "__medi_client_at 'fit'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-client -n "__medi_client_at 'fit'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-client -n "__medi_client_at 'fit'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-client -n "__medi_client_at 'fit'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-client -n "__medi_client_at 'fit'" -s v -l verbose -d 'say more'
complete -c medi-client -n "__medi_client_at 'fit'" -s h -l help -d 'show this help'
complete -c medi-client -n "__medi_client_at 'fit'" -l version -d 'show the version'
