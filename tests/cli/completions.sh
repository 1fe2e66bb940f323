#!/bin/bash
# What bash, zsh and fish offer is what the tables have (--document tsv), verb by verb: the shells
# themselves are asked. TAP.
cd "$(dirname "$0")/../.." || exit 1
build=${BUILD:-build}
work=$(mktemp -d "${TMPDIR:-/tmp}/medi-test-XXXXXX")
trap 'rm -rf "$work"' EXIT
export PATH=$PWD/$build/bin:$PATH LC_ALL=C HOME=$work XDG_DATA_HOME=$work
unset MEDI_DB MEDI_STORE MEDI_CONFIG
count=0 failed=0

# same NAME: compares $work/want and $work/got
same() {
    count=$((count + 1))
    if cmp -s "$work/want" "$work/got"; then
        echo "ok $count - $1"
    else
        failed=$((failed + 1))
        echo "not ok $count - $1"
        diff "$work/want" "$work/got" | sed 's/^/# /' | head -20
    fi
}

# The lines that are completed, each behind "> ", and the words that must be offered there.
want() { # TSV
    awk -F '\t' '
        $1 == "tool" { tool = $2 }
        $1 == "verb" {
            words = split($2, part, " ")
            first[part[1]] = 1
            if (words == 2)
                second[part[1]] = second[part[1]] " " part[2]
        }
        $1 == "option" { options[$2] = options[$2] " " $4 }
        $1 == "option" && $7 != "" {
            gsub(",", " ", $7)
            choices[$2 " " $4 " "] = $7
        }
        function show(line, text,   list, n, i) {
            n = split(text, list, " ")
            for (i = 1; i <= n; i++)
                printf "%s %s\t%s\n", tool, line, list[i]
        }
        END {
            for (word in first)
                show("", word)
            for (word in second)
                show(word " ", second[word])
            for (verb in options)
                show(verb " --", options[verb])
            for (line in choices)
                show(line, choices[line])
        }' "$1" | sort -u
}

flat() { # "> LINE" and words to LINE<TAB>WORD
    awk '/^> / { line = substr($0, 3); next } $0 != "" { print line "\t" $0 }' | sort -u
}

# --help and --version stand beside the verbs, and bash offers --help beside second words: they are no
# verbs, so only words without dashes count where a verb is due.
verbs_only() {
    awk -F '\t' '!($1 ~ / $/ && $2 ~ /^-/)'
}

in_bash() { # SCRIPT TOOL
    while IFS= read -r line; do
        read -ra words <<<"$line"
        [[ $line == *' ' ]] && words+=('')
        echo "> $line"
        bash --norc -c 'source "$1" && shift && COMP_WORDS=("$@") && COMP_CWORD=$(($# - 1)) &&
            "_${1//-/_}"; printf "%s\n" "${COMPREPLY[@]}"' bash "$1" "${words[@]}"
    done <"$work/lines" | flat
}

in_zsh() { # SCRIPT
    zsh -f tests/cli/zsh_offers.zsh "$1" <"$work/lines" | flat
}

in_fish() { # SCRIPT: one fish for all lines, of which each is kept as it is
    # shellcheck disable=SC2016 # fish expands them
    fish --no-config -c 'source $argv[1]
        while read --line line
            echo "> $line"
            complete -C $line | string replace -r "\t.*" ""
        end' "$1" <"$work/lines" | flat
}

syntax() { # NAME COMMAND...
    local name=$1
    shift
    : >"$work/want"
    "$@" >"$work/got" 2>&1
    same "$name: syntax"
}

for program in "$build"/bin/medi-*; do
    tool=${program##*/}
    "$program" --document tsv >"$work/tsv" || exit 1
    want "$work/tsv" >"$work/all"
    [ -s "$work/all" ] || exit 1
    cut -f1 "$work/all" | sort -u >"$work/lines"
    for shell in bash zsh fish; do
        "$program" --document "$shell" >"$work/$shell"
        syntax "$tool: $shell" "$shell" -n "$work/$shell"
        cp "$work/all" "$work/want"
        "in_$shell" "$work/$shell" "$tool" | verbs_only >"$work/got"
        same "$tool: $shell offers what the tables have"
        cp "completions/$tool.$shell" "$work/want" 2>/dev/null || : >"$work/want"
        cp "$work/$shell" "$work/got"
        same "$tool: completions/$tool.$shell is current (make completions)"
    done
done
echo "1..$count"
[ $failed = 0 ]
