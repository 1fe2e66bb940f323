# fish completion for medi-db: made by medi-db --document fish

function __medi_db_rows
    command -q medi-db
    or return
    medi-db $argv -o tsv --no-header 2>/dev/null | string replace -r '\t.*' ''
end

function __medi_db_verb
    set -l words (commandline -opc)
    set -e words[1]
    switch "$words[1]"
        case config
            if test "$words[2]" = list
                echo 'config list'
                return
            end
            if test "$words[2]" = get
                echo 'config get'
                return
            end
            if test "$words[2]" = set
                echo 'config set'
                return
            end
            if test "$words[2]" = unset
                echo 'config unset'
                return
            end
        case store
            if test "$words[2]" = list
                echo 'store list'
                return
            end
            if test "$words[2]" = show
                echo 'store show'
                return
            end
            if test "$words[2]" = add
                echo 'store add'
                return
            end
            if test "$words[2]" = edit
                echo 'store edit'
                return
            end
    end
    echo -- "$words[1]"
end

function __medi_db_at
    set -l verb (__medi_db_verb)
    contains -- "$verb" $argv
end

function __medi_db_operand
    set -l verb (__medi_db_verb)
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

complete -c medi-db -f
complete -c medi-db -n "__medi_db_at ''" -a init -d 'make a database'
complete -c medi-db -n "__medi_db_at ''" -a migrate -d 'bring an old database up to this program\'s schema'
complete -c medi-db -n "__medi_db_at ''" -a import -d 'read records from files, all or nothing'
complete -c medi-db -n "__medi_db_at ''" -a export -d 'write records as import reads them'
complete -c medi-db -n "__medi_db_at ''" -a kinds -d 'list the kinds of records, or the columns of one'
complete -c medi-db -n "__medi_db_at ''" -a schema -d 'show the tables, or the columns of one'
complete -c medi-db -n "__medi_db_at ''" -a config -d 'config ...'
complete -c medi-db -n "__medi_db_at config" -a list -d 'list the settings, their values and where these come from'
complete -c medi-db -n "__medi_db_at config" -a get -d 'print the value of a setting'
complete -c medi-db -n "__medi_db_at config" -a set -d 'change a setting of the chain, or (-s) of a store'
complete -c medi-db -n "__medi_db_at config" -a unset -d 'take a setting back to its default'
complete -c medi-db -n "__medi_db_at ''" -a store -d 'store ...'
complete -c medi-db -n "__medi_db_at store" -a list -d 'list the stores'
complete -c medi-db -n "__medi_db_at store" -a show -d 'show one store'
complete -c medi-db -n "__medi_db_at store" -a add -d 'add a store'
complete -c medi-db -n "__medi_db_at store" -a edit -d 'change what is known of a store'
complete -c medi-db -n "__medi_db_at ''" -a rekey -d 'give personal data another master key'
complete -c medi-db -n "__medi_db_at ''" -a check -d 'check the database and what must hold in it'
complete -c medi-db -n "__medi_db_at ''" -s h -l help -d 'show help'
complete -c medi-db -n "__medi_db_at ''" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_at 'init'" -s z -l zone -x -d 'time zone of the chain (Asia/Shanghai)'
complete -c medi-db -n "__medi_db_at 'init'" -l test -d 'a test database: MEDI_NOW freezes its clock'
complete -c medi-db -n "__medi_db_at 'init'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'init'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'init'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'init'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'init'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'init'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'init'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'init'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'init'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'init'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'init'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'init'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'init'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_at 'migrate'" -l anyway -x -d 'even if rows or the log were changed behind the tools\' backs; why is logged'
complete -c medi-db -n "__medi_db_at 'migrate'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'migrate'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'migrate'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'migrate'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'migrate'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'migrate'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'migrate'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'migrate'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'migrate'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'migrate'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'migrate'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'migrate'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'migrate'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_at 'import'" -s r -l rejects -r -F -d 'set refused records apart in FILE and go on'
complete -c medi-db -n "__medi_db_at 'import'" -s m -l map -r -F -d 'YAML that explains a foreign header and its words'
complete -c medi-db -n "__medi_db_at 'import'" -s i -l ignore -x -d 'pass over this column; may be repeated'
complete -c medi-db -n "__medi_db_at 'import'" -s f -l format -x -a 'auto csv tsv jsonl' -d 'of the files, if it is not to be found out'
complete -c medi-db -n "__medi_db_at 'import'" -l encoding -x -a 'utf-8 gb18030' -d 'of the files, if it is not to be found out'
complete -c medi-db -n "__medi_db_at 'import'" -l field-cap -x -d 'longest field (1048576)'
complete -c medi-db -n "__medi_db_at 'import'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'import'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'import'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'import'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'import'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'import'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'import'" -s n -l dry-run -d 'do it, show it, and undo it'
complete -c medi-db -n "__medi_db_at 'import'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'import'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'import'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'import'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'import'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'import'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'import'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_operand 'import' 1 once --rejects -r --map -m --ignore -i --format -f --encoding --field-cap --db -d --store -s --key --output -o --as-of --wait --lang" -a '(__medi_db_rows kinds)' -d 'what the records are: medi-db kinds'
complete -c medi-db -n "__medi_db_operand 'import' 2 more --rejects -r --map -m --ignore -i --format -f --encoding --field-cap --db -d --store -s --key --output -o --as-of --wait --lang" -F -d 'files; - or none is standard input'
complete -c medi-db -n "__medi_db_at 'export'" -s m -l match -x -d 'only rows with that value; again: all must match'
complete -c medi-db -n "__medi_db_at 'export'" -l reveal -x -d 'show personal columns; who and why is logged'
complete -c medi-db -n "__medi_db_at 'export'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'export'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'export'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'export'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'export'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'export'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'export'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'export'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'export'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'export'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'export'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'export'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'export'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_operand 'export' 1 once --match -m --reveal --db -d --store -s --key --output -o --as-of --wait --lang" -a '(__medi_db_rows kinds)' -d 'what to write: medi-db kinds'
complete -c medi-db -n "__medi_db_at 'kinds'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'kinds'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'kinds'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'kinds'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'kinds'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'kinds'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'kinds'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'kinds'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_operand 'kinds' 1 once --output -o --lang" -a '(__medi_db_rows kinds)' -d 'show the columns of this kind'
complete -c medi-db -n "__medi_db_at 'schema'" -l sql -d 'the migrations, as SQL'
complete -c medi-db -n "__medi_db_at 'schema'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'schema'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'schema'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'schema'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'schema'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'schema'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'schema'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'schema'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_at 'config list'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'config list'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'config list'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'config list'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'config list'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'config list'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'config list'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'config list'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'config list'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'config list'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'config list'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'config list'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'config list'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_at 'config get'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'config get'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'config get'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'config get'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'config get'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'config get'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'config get'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'config get'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'config get'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'config get'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'config get'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'config get'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'config get'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_at 'config set'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'config set'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'config set'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'config set'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'config set'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'config set'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'config set'" -s n -l dry-run -d 'do it, show it, and undo it'
complete -c medi-db -n "__medi_db_at 'config set'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'config set'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'config set'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'config set'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'config set'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'config set'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'config set'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_at 'config unset'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'config unset'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'config unset'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'config unset'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'config unset'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'config unset'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'config unset'" -s n -l dry-run -d 'do it, show it, and undo it'
complete -c medi-db -n "__medi_db_at 'config unset'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'config unset'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'config unset'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'config unset'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'config unset'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'config unset'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'config unset'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_at 'store list'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'store list'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'store list'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'store list'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'store list'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'store list'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'store list'" -l exit-code -d 'exit 1 if there are rows'
complete -c medi-db -n "__medi_db_at 'store list'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'store list'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'store list'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'store list'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'store list'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'store list'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'store list'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_at 'store show'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'store show'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'store show'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'store show'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'store show'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'store show'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'store show'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'store show'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'store show'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'store show'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'store show'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'store show'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'store show'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_operand 'store show' 1 once --db -d --store -s --key --output -o --as-of --wait --lang" -a '(__medi_db_rows store list)' -d 'code of the store'
complete -c medi-db -n "__medi_db_at 'store add'" -l name -x -d 'name of the store'
complete -c medi-db -n "__medi_db_at 'store add'" -l zone -x -d 'time zone'
complete -c medi-db -n "__medi_db_at 'store add'" -l level -x -d 'level: hospital, outpatient department, clinic'
complete -c medi-db -n "__medi_db_at 'store add'" -l departments -x -d 'licensed departments'
complete -c medi-db -n "__medi_db_at 'store add'" -l licence-no -x -d 'licence number'
complete -c medi-db -n "__medi_db_at 'store add'" -l licence-to -x -d 'last day of the licence'
complete -c medi-db -n "__medi_db_at 'store add'" -l address -x -d 'address'
complete -c medi-db -n "__medi_db_at 'store add'" -l latitude -x -d 'latitude, like 31.230416'
complete -c medi-db -n "__medi_db_at 'store add'" -l longitude -x -d 'longitude, like 121.473701'
complete -c medi-db -n "__medi_db_at 'store add'" -l hours -x -d 'opening hours, like Mo-Fr 09:00-18:00'
complete -c medi-db -n "__medi_db_at 'store add'" -l phone -x -d 'phone number'
complete -c medi-db -n "__medi_db_at 'store add'" -l opened-on -x -d 'opening day'
complete -c medi-db -n "__medi_db_at 'store add'" -l closed-on -x -d 'closing day'
complete -c medi-db -n "__medi_db_at 'store add'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'store add'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'store add'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'store add'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'store add'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'store add'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'store add'" -s n -l dry-run -d 'do it, show it, and undo it'
complete -c medi-db -n "__medi_db_at 'store add'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'store add'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'store add'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'store add'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'store add'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'store add'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'store add'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_operand 'store add' 1 once --name --zone --level --departments --licence-no --licence-to --address --latitude --longitude --hours --phone --opened-on --closed-on --db -d --store -s --key --output -o --as-of --wait --lang" -a '(__medi_db_rows store list)' -d 'code of the store'
complete -c medi-db -n "__medi_db_at 'store edit'" -l name -x -d 'name of the store'
complete -c medi-db -n "__medi_db_at 'store edit'" -l zone -x -d 'time zone'
complete -c medi-db -n "__medi_db_at 'store edit'" -l level -x -d 'level: hospital, outpatient department, clinic'
complete -c medi-db -n "__medi_db_at 'store edit'" -l departments -x -d 'licensed departments'
complete -c medi-db -n "__medi_db_at 'store edit'" -l licence-no -x -d 'licence number'
complete -c medi-db -n "__medi_db_at 'store edit'" -l licence-to -x -d 'last day of the licence'
complete -c medi-db -n "__medi_db_at 'store edit'" -l address -x -d 'address'
complete -c medi-db -n "__medi_db_at 'store edit'" -l latitude -x -d 'latitude, like 31.230416'
complete -c medi-db -n "__medi_db_at 'store edit'" -l longitude -x -d 'longitude, like 121.473701'
complete -c medi-db -n "__medi_db_at 'store edit'" -l hours -x -d 'opening hours, like Mo-Fr 09:00-18:00'
complete -c medi-db -n "__medi_db_at 'store edit'" -l phone -x -d 'phone number'
complete -c medi-db -n "__medi_db_at 'store edit'" -l opened-on -x -d 'opening day'
complete -c medi-db -n "__medi_db_at 'store edit'" -l closed-on -x -d 'closing day'
complete -c medi-db -n "__medi_db_at 'store edit'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'store edit'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'store edit'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'store edit'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'store edit'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'store edit'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'store edit'" -s n -l dry-run -d 'do it, show it, and undo it'
complete -c medi-db -n "__medi_db_at 'store edit'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'store edit'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'store edit'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'store edit'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'store edit'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'store edit'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'store edit'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_operand 'store edit' 1 once --name --zone --level --departments --licence-no --licence-to --address --latitude --longitude --hours --phone --opened-on --closed-on --db -d --store -s --key --output -o --as-of --wait --lang" -a '(__medi_db_rows store list)' -d 'code of the store'
complete -c medi-db -n "__medi_db_at 'rekey'" -l new -r -F -d 'a file with the new key; made if it is not there'
complete -c medi-db -n "__medi_db_at 'rekey'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'rekey'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'rekey'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'rekey'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'rekey'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'rekey'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'rekey'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'rekey'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'rekey'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'rekey'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'rekey'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'rekey'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'rekey'" -l version -d 'show the version'
complete -c medi-db -n "__medi_db_at 'check'" -l list -d 'name the checks instead of running them'
complete -c medi-db -n "__medi_db_at 'check'" -l fail-on -x -a 'warning error' -d 'exit 1 from this severity on (warning)'
complete -c medi-db -n "__medi_db_at 'check'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-db -n "__medi_db_at 'check'" -s s -l store -x -a '(__medi_db_rows store list)' -d 'the store, by its code'
complete -c medi-db -n "__medi_db_at 'check'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-db -n "__medi_db_at 'check'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-db -n "__medi_db_at 'check'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-db -n "__medi_db_at 'check'" -l no-header -d 'no line of column names'
complete -c medi-db -n "__medi_db_at 'check'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-db -n "__medi_db_at 'check'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-db -n "__medi_db_at 'check'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-db -n "__medi_db_at 'check'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-db -n "__medi_db_at 'check'" -s v -l verbose -d 'say more'
complete -c medi-db -n "__medi_db_at 'check'" -s h -l help -d 'show this help'
complete -c medi-db -n "__medi_db_at 'check'" -l version -d 'show the version'
