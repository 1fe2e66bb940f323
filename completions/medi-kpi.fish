# fish completion for medi-kpi: made by medi-kpi --document fish

function __medi_kpi_rows
    command -q medi-db
    or return
    medi-db $argv -o tsv --no-header 2>/dev/null | string replace -r '\t.*' ''
end

function __medi_kpi_verb
    set -l words (commandline -opc)
    set -e words[1]
    switch "$words[1]"
    end
    echo -- "$words[1]"
end

function __medi_kpi_at
    set -l verb (__medi_kpi_verb)
    contains -- "$verb" $argv
end

function __medi_kpi_operand
    set -l verb (__medi_kpi_verb)
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

complete -c medi-kpi -f
complete -c medi-kpi -n "__medi_kpi_at ''" -a show -d 'print a metric, cut by store, month, channel or staff'
complete -c medi-kpi -n "__medi_kpi_at ''" -a refresh -d 'make what figures are made of anew, where a recount differs'
complete -c medi-kpi -n "__medi_kpi_at ''" -s h -l help -d 'show help'
complete -c medi-kpi -n "__medi_kpi_at ''" -l version -d 'show the version'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -s b -l by -x -d 'store, month, channel, staff, or several with commas'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -l staff -x -d 'only what is of this person'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -s f -l from -x -d 'first day'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -s t -l to -x -d 'the day after the last'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -l days -x -d 'conversion: a deal within so many days counts (kpi.conversion_days)'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -s s -l store -x -a '(__medi_kpi_rows store list)' -d 'the store, by its code'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -l no-header -d 'no line of column names'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -l exit-code -d 'exit 1 if there are rows'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -s v -l verbose -d 'say more'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -s h -l help -d 'show this help'
complete -c medi-kpi -n "__medi_kpi_at 'show'" -l version -d 'show the version'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -l all -d 'make everything anew without comparing first'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -s s -l store -x -a '(__medi_kpi_rows store list)' -d 'the store, by its code'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -l no-header -d 'no line of column names'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -s n -l dry-run -d 'do it, show it, and undo it'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -s v -l verbose -d 'say more'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -s h -l help -d 'show this help'
complete -c medi-kpi -n "__medi_kpi_at 'refresh'" -l version -d 'show the version'
