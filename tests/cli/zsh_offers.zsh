# zsh -f zsh_offers.zsh SCRIPT <LINES: what zsh offers at the end of each line. For each line it prints
# "> LINE" and then the words, sorted. zsh completes only in its line editor, so one runs in a
# pseudo-terminal; what it would add is written to a file by a compadd of our own.
zmodload zsh/zpty
script=$1
dir=$(mktemp -d)
trap 'rm -rf $dir' EXIT
cat >$dir/setup <<END
unsetopt beep
PS1=''
autoload -Uz compinit
compinit -D -u
source ${(q)script:a}
compadd() { # with -O, -A, -D the completion system only asks; else it adds
    local -a found
    if [[ "\${(j: :)@[1,(i)(-|--)]}" != *-[a-zA-Z]#[OAD]* ]]; then
        builtin compadd -O found "\$@"
        print -rl -- \$found >>$dir/found
    fi
    builtin compadd "\$@"
}
offer() {
    _main_complete
    compstate[insert]=''
    compstate[list]=''
    : >$dir/done
}
zle -C offer complete-word offer
bindkey '^I' offer
: >$dir/ready
END
wait_for() {
    for i in {1..300}; do
        [[ -e $1 ]] && return
        sleep 0.03
    done
    print -u2 "zsh_offers: zsh does not answer"
    exit 1
}
zpty offers 'TERM=dumb zsh -f -i'
zpty -w offers "source $dir/setup"
wait_for $dir/ready
while IFS= read -r line; do
    : >$dir/found
    zpty -w -n offers $'\C-u'"$line"$'\t'
    wait_for $dir/done
    rm $dir/done
    while zpty -rt offers echoed; do :; done # nobody else reads what it shows, and a full terminal would stop it
    print -r -- "> $line"
    sed 's/=$//' $dir/found | LC_ALL=C sort -u
done
zpty -d offers
