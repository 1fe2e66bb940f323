# fish completion for medi-audit: made by medi-audit --document fish

function __medi_audit_rows
    command -q medi-db
    or return
    medi-db $argv -o tsv --no-header 2>/dev/null | string replace -r '\t.*' ''
end

function __medi_audit_verb
    set -l words (commandline -opc)
    set -e words[1]
    switch "$words[1]"
    end
    echo -- "$words[1]"
end

function __medi_audit_at
    set -l verb (__medi_audit_verb)
    contains -- "$verb" $argv
end

function __medi_audit_operand
    set -l verb (__medi_audit_verb)
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

complete -c medi-audit -f
complete -c medi-audit -n "__medi_audit_at ''" -a log -d 'show who did what, and what it changed'
complete -c medi-audit -n "__medi_audit_at ''" -a keygen -d 'make a key that signs checkpoints'
complete -c medi-audit -n "__medi_audit_at ''" -a checkpoint -d 'sign where the log stands, to be kept elsewhere'
complete -c medi-audit -n "__medi_audit_at ''" -a checkpoints -d 'print checkpoints that were made'
complete -c medi-audit -n "__medi_audit_at ''" -a witness -d 'keep checkpoints that come in, if they fit those before'
complete -c medi-audit -n "__medi_audit_at ''" -a verify -d 'find what was changed behind the tools\' backs'
complete -c medi-audit -n "__medi_audit_at ''" -a ad -d 'find in copy and talk of sales what the law of advertising forbids'
complete -c medi-audit -n "__medi_audit_at ''" -s h -l help -d 'show help'
complete -c medi-audit -n "__medi_audit_at ''" -l version -d 'show the version'
complete -c medi-audit -n "__medi_audit_at 'log'" -s f -l from -x -d 'entries from that time on'
complete -c medi-audit -n "__medi_audit_at 'log'" -s t -l to -x -d 'entries before that time'
complete -c medi-audit -n "__medi_audit_at 'log'" -s a -l actor -x -d 'of one account'
complete -c medi-audit -n "__medi_audit_at 'log'" -l tool -x -d 'by one program, as medi-db'
complete -c medi-audit -n "__medi_audit_at 'log'" -l verb -x -d 'by one verb, as import'
complete -c medi-audit -n "__medi_audit_at 'log'" -s c -l changes -d 'the rows that were written, before and after'
complete -c medi-audit -n "__medi_audit_at 'log'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-audit -n "__medi_audit_at 'log'" -s s -l store -x -a '(__medi_audit_rows store list)' -d 'the store, by its code'
complete -c medi-audit -n "__medi_audit_at 'log'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-audit -n "__medi_audit_at 'log'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-audit -n "__medi_audit_at 'log'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-audit -n "__medi_audit_at 'log'" -l no-header -d 'no line of column names'
complete -c medi-audit -n "__medi_audit_at 'log'" -l exit-code -d 'exit 1 if there are rows'
complete -c medi-audit -n "__medi_audit_at 'log'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-audit -n "__medi_audit_at 'log'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-audit -n "__medi_audit_at 'log'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-audit -n "__medi_audit_at 'log'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-audit -n "__medi_audit_at 'log'" -s v -l verbose -d 'say more'
complete -c medi-audit -n "__medi_audit_at 'log'" -s h -l help -d 'show this help'
complete -c medi-audit -n "__medi_audit_at 'log'" -l version -d 'show the version'
complete -c medi-audit -n "__medi_audit_at 'keygen'" -l name -x -d 'whose key it is (the account)'
complete -c medi-audit -n "__medi_audit_at 'keygen'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-audit -n "__medi_audit_at 'keygen'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-audit -n "__medi_audit_at 'keygen'" -l no-header -d 'no line of column names'
complete -c medi-audit -n "__medi_audit_at 'keygen'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-audit -n "__medi_audit_at 'keygen'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-audit -n "__medi_audit_at 'keygen'" -s v -l verbose -d 'say more'
complete -c medi-audit -n "__medi_audit_at 'keygen'" -s h -l help -d 'show this help'
complete -c medi-audit -n "__medi_audit_at 'keygen'" -l version -d 'show the version'
complete -c medi-audit -n "__medi_audit_operand 'keygen' 1 once --name --output -o --lang" -F -d 'where the signing key goes; FILE.pub gets the verifier key'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -l sign -r -F -d 'the signing key that keygen made'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -s s -l store -x -a '(__medi_audit_rows store list)' -d 'the store, by its code'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -l no-header -d 'no line of column names'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -s v -l verbose -d 'say more'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -s h -l help -d 'show this help'
complete -c medi-audit -n "__medi_audit_at 'checkpoint'" -l version -d 'show the version'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -s l -l last -x -d 'the last N of them (1)'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -s s -l store -x -a '(__medi_audit_rows store list)' -d 'the store, by its code'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -l no-header -d 'no line of column names'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -s v -l verbose -d 'say more'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -s h -l help -d 'show this help'
complete -c medi-audit -n "__medi_audit_at 'checkpoints'" -l version -d 'show the version'
complete -c medi-audit -n "__medi_audit_at 'witness'" -l trust -x -d 'the verifier key of who signs, or a file with it; may be repeated'
complete -c medi-audit -n "__medi_audit_at 'witness'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-audit -n "__medi_audit_at 'witness'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-audit -n "__medi_audit_at 'witness'" -l no-header -d 'no line of column names'
complete -c medi-audit -n "__medi_audit_at 'witness'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-audit -n "__medi_audit_at 'witness'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-audit -n "__medi_audit_at 'witness'" -s v -l verbose -d 'say more'
complete -c medi-audit -n "__medi_audit_at 'witness'" -s h -l help -d 'show this help'
complete -c medi-audit -n "__medi_audit_at 'witness'" -l version -d 'show the version'
complete -c medi-audit -n "__medi_audit_operand 'witness' 1 once --trust --output -o --lang" -F -d 'where checkpoints are kept; made if it is not there'
complete -c medi-audit -n "__medi_audit_at 'verify'" -l deep -d 'count every row anew'
complete -c medi-audit -n "__medi_audit_at 'verify'" -s a -l against -x -d 'checkpoints that were kept elsewhere; - is standard input; may be repeated'
complete -c medi-audit -n "__medi_audit_at 'verify'" -l trust -x -d 'the verifier key of who signs, or a file with it; may be repeated'
complete -c medi-audit -n "__medi_audit_at 'verify'" -l fail-on -x -a 'warning error' -d 'exit 1 from this severity on (warning)'
complete -c medi-audit -n "__medi_audit_at 'verify'" -s d -l db -r -F -d 'the database: a file or a URL'
complete -c medi-audit -n "__medi_audit_at 'verify'" -s s -l store -x -a '(__medi_audit_rows store list)' -d 'the store, by its code'
complete -c medi-audit -n "__medi_audit_at 'verify'" -l key -r -F -d 'the key to personal data: its file, or none to do without'
complete -c medi-audit -n "__medi_audit_at 'verify'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-audit -n "__medi_audit_at 'verify'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-audit -n "__medi_audit_at 'verify'" -l no-header -d 'no line of column names'
complete -c medi-audit -n "__medi_audit_at 'verify'" -l as-of -x -d 'answer as it was at that time'
complete -c medi-audit -n "__medi_audit_at 'verify'" -l wait -x -d 'how long a busy database is waited for (30)'
complete -c medi-audit -n "__medi_audit_at 'verify'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-audit -n "__medi_audit_at 'verify'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-audit -n "__medi_audit_at 'verify'" -s v -l verbose -d 'say more'
complete -c medi-audit -n "__medi_audit_at 'verify'" -s h -l help -d 'show this help'
complete -c medi-audit -n "__medi_audit_at 'verify'" -l version -d 'show the version'
complete -c medi-audit -n "__medi_audit_at 'ad'" -s p -l profile -x -a 'ad disclosure cosmetic script message' -d 'what kind of text it is (ad)'
complete -c medi-audit -n "__medi_audit_at 'ad'" -l min-severity -x -a 'warning error' -d 'show from this severity on (warning)'
complete -c medi-audit -n "__medi_audit_at 'ad'" -l fail-on -x -a 'warning error' -d 'exit 1 from this severity on (warning)'
complete -c medi-audit -n "__medi_audit_at 'ad'" -s k -l kind -x -a 'text html csv' -d 'how files are read (by their names)'
complete -c medi-audit -n "__medi_audit_at 'ad'" -s c -l column -x -d 'of CSV, this column alone; may be repeated'
complete -c medi-audit -n "__medi_audit_at 'ad'" -s e -l explain -d 'with the rule\'s title and the words of its article'
complete -c medi-audit -n "__medi_audit_at 'ad'" -s o -l output -x -a 'table tsv csv json jsonl xlsx' -d 'how rows are printed; table on a terminal, else tsv'
complete -c medi-audit -n "__medi_audit_at 'ad'" -l excel -d 'csv as spreadsheet programs want it'
complete -c medi-audit -n "__medi_audit_at 'ad'" -l no-header -d 'no line of column names'
complete -c medi-audit -n "__medi_audit_at 'ad'" -l lang -x -a 'zh en' -d 'the language of messages'
complete -c medi-audit -n "__medi_audit_at 'ad'" -s q -l quiet -d 'say nothing but errors'
complete -c medi-audit -n "__medi_audit_at 'ad'" -s v -l verbose -d 'say more'
complete -c medi-audit -n "__medi_audit_at 'ad'" -s h -l help -d 'show this help'
complete -c medi-audit -n "__medi_audit_at 'ad'" -l version -d 'show the version'
complete -c medi-audit -n "__medi_audit_operand 'ad' 1 more --profile -p --min-severity --fail-on --kind -k --column -c --output -o --lang" -F -d 'a file, a directory, or - for standard input'
