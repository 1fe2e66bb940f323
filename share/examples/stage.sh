# For scripts that play a clinic and print what each of its people types and sees: sourced by journey and storeroom.
# shellcheck shell=sh
stage() { # NAME BUILD [DATABASE] [zh|en]: everything stays inside BUILD/NAME
    build=$(cd "${2:-build}" && pwd)
    work=$build/$1
    lang=${4:-zh}
    rm -rf "$work"
    mkdir -p "$work"
    cd "$work"
    PATH=$build/bin:$PATH
    MEDI_DB=${3:--}
    [ "$MEDI_DB" != - ] || MEDI_DB=$work/clinic.db
    MEDI_KEY=$work/key
    case $lang in zh) LANG=zh_CN.UTF-8 ;; *) LANG=en_US.UTF-8 ;; esac
    export PATH MEDI_DB MEDI_KEY LANG
    unset LC_ALL LANGUAGE TZ MEDI_STORE MEDI_CONFIG MEDI_ACTOR MEDI_LANG 2>/dev/null || :
}
part() { # CHINESE ENGLISH
    if [ "$lang" = zh ]; then printf '\n== %s\n' "$1"; else printf '\n== %s\n' "$2"; fi
}
at() { # TIME: only a test database listens to it
    MEDI_NOW=$1:00+08:00
    export MEDI_NOW
    printf '\n-- %s\n' "$(echo "$1" | tr T ' ')"
}
as() { # WHO COMMAND: prints it, runs it; an exit code that is not 0 is shown, for it is an answer too
    printf '\n%s$ %s\n' "$1" "$2"
    MEDI_ACTOR=$1 sh -c "$2" 2>&1 || printf '(exit %s)\n' "$?"
}
quietly() { sh -c "$1" >/dev/null 2>&1 || { printf '%s: this failed: %s\n' "${work##*/}" "$1" >&2; exit 1; }; }
table() { # KIND, rows on stdin
    cat >"$1.csv"
    quietly "medi-db import -q $1 $1.csv"
}
people() { # LOGIN ROLE STAFF… on stdin; whoever runs this made the database, and goes: from here on only they are there
    while read -r login role staff; do
        quietly "medi-db account add -q $login --staff $staff && medi-db duty grant -q $login $role"
    done
    quietly "medi-db account add -q boss && medi-db duty grant -q boss admin"
    quietly 'MEDI_ACTOR=boss medi-db account close -q "$(medi-db whoami --no-header | head -1 | cut -f1)"'
}
