#!/bin/bash
# The tables of every program are sound, and --help and the manual have exactly what they have. TAP.
cd "$(dirname "$0")/../.." || exit 1
build=${BUILD:-build}
work=$(mktemp -d "${TMPDIR:-/tmp}/medi-test-XXXXXX")
trap 'rm -rf "$work"' EXIT
export LC_ALL=C HOME=$work
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

# quiet NAME COMMAND...: succeeds and says nothing
quiet() {
    local name=$1
    shift
    echo 0 >"$work/want"
    "$@" >"$work/got" 2>&1
    echo $? >>"$work/got"
    same "$name"
}

# The program in English, with C's order for everything else.
english() {
    env LC_ALL=en_US.UTF-8 "$program" "$@"
}

# Lines of more than 80 cells: what is not ASCII is in two, three bytes of it make one sign.
wide() {
    awk '{ line = $0; many = gsub(/[\300-\367][\200-\277]*/, ""); if (length($0) + 2 * many > 80) print line }'
}

# A verb's options in its help: rows of own ones, then the common ones in a list of "-d/--db URL, …".
help_options() {
    awk '
        /^Options/ { own = 1; next }
        /^Common options/ { own = 0; common = 1; next }
        !own && !common { next }
        own && !/^  (-.,|   ) --/ { next }
        { gsub(/[\/,]/, " "); n = split($0, word, " ") }
        { for (i = 1; i <= n; i++) if (word[i] ~ /^--?[A-Za-z]/) { print word[i]; if (own && word[i] ~ /^--/) break } }'
}

# The options of each verb in the manual: items under its heading, and its list of common ones.
manual_options() {
    awk '
        /^\.Sh / { verb = "" }
        /^\.Sh COMMON/ { verb = "*" }
        /^\.Ss / { verb = substr($0, 5); common = 0 }
        /^Common options:/ { common = 1 }
        verb != "" && /^\.It Fl / {
            for (i = 2; i < NF; i++)
                if ($i == "Fl")
                    print verb "\t-" $(i + 1)
        }
        verb != "" && common && /^\.Fl / { print verb "\t-" $2 }'
}

for program in "$build"/bin/medi-*; do
    tool=${program##*/}
    quiet "$tool: tables" "$program" --document check
    "$program" --document tsv >"$work/tsv" || exit 1
    "$program" --document mdoc --document-prose share/man >"$work/1" || exit 1
    quiet "$tool: manual" mandoc -Tlint "$work/1"

    english --help >"$work/help"
    awk -F '\t' '$1 == "verb" { print $2 }' "$work/tsv" | sort >"$work/want"
    awk '/^Verbs:/ { on = 1; next } /^$/ { on = 0 } on && /^  [^ ]/' "$work/help" |
        sed 's/^  //; s/   *.*//' | sort >"$work/got"
    same "$tool --help has every verb and no other"

    sed -n 's/^\.Ss //p' "$work/1" | grep -Fxf "$work/want" | sort >"$work/got"
    same "$tool: the manual has every verb"

    awk -F '\t' '$1 == "option" { print $2 "\t" $4; if ($3 && $6 == "own") print $2 "\t" $3 }
        $6 == "common" { print "*\t" $4; if ($3) print "*\t" $3 }' "$work/tsv" | sort -u >"$work/want"
    manual_options <"$work/1" | sort -u >"$work/got"
    same "$tool: the manual has every option and no other"

    awk -F '\t' '$1 == "verb" { print $2 }' "$work/tsv" | while IFS= read -r verb; do
        # shellcheck disable=SC2086 # a verb may be two words
        english $verb --help >"$work/help" || echo "$verb: no help"
        awk -F '\t' -v verb="$verb" '$1 == "option" && $2 == verb { print $4; if ($3) print $3 }' \
            "$work/tsv" | sort >"$work/a"
        help_options <"$work/help" | sort >"$work/b"
        diff "$work/a" "$work/b" >/dev/null || echo "$verb: options differ"
        head -n1 "$work/help" | grep -q "^usage: $tool $verb " || echo "$verb: no usage"
        wide <"$work/help"
        sed -i -e ':more' -e '/ \\$/ { N; s/ \\\n */ /; b more' -e '}' "$work/help"
        awk -F '\t' -v verb="$verb" '$1 == "example" && $2 == verb { print "  " $3 }' "$work/tsv" |
            while IFS= read -r line; do
                grep -Fxq -- "$line" "$work/help" || echo "$verb: no example $line"
            done
    done >"$work/got"
    : >"$work/want"
    same "$tool: each verb's help has its options, its examples, and fits in 80 columns"
done
echo "1..$count"
[ $failed = 0 ]
