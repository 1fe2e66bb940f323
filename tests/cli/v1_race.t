#!/bin/bash
# V1: many at once: nobody pays more than is due, gives back more than was paid, or lets a client in twice.
. "$(dirname "$0")/lib.sh"
clinic
printf 'project,valid_from,amount_fen,floor_fen\nP1,2026-01-01,10000,0\n' | medi-db import -q prices - >/dev/null
person boss manager '' D1
export MEDI_STORE=S01
at_once() { # COMMAND…: sixteen at once; how often each exit code came
    local i
    for i in $(seq 16); do
        ("$@" >/dev/null 2>"err.$i"; echo $? >"code.$i") &
    done
    wait
    cat code.* | sort | uniq -c | awk '{ print $1 "x" $2 }' | joined ' '
    rm -f code.*
}
signed() { # CODE LINE
    medi-visit contract draft --client C1 --code "$1" --line "$2" >/dev/null &&
        as boss medi-visit contract review "$1" && medi-visit contract sign "$1" --proof x
}

is "$(at_once medi-visit arrive C1)" '1x0 15x3' 'sixteen front desks: one visit'
signed K1 'P1*5'
is "$(at_once medi-visit pay K1 --amount 100)" '5x0 11x3' 'five are due: five are paid'
is "$(ask "SELECT SUM(amount_fen), COUNT(*) FROM payment") $(ask "SELECT COUNT(*), SUM(bought), SUM(paid_fen) FROM prepaid")" '50000|5 1|5|50000' 'and one balance comes of it'
is "$(ask 'SELECT COUNT(DISTINCT code) FROM payment')" 5 'each with a code of its own'
balance=$(ask 'SELECT code FROM prepaid')
is "$(at_once medi-visit refund K1 --return "$balance*1" --reason x)" '5x0 11x3' 'five units: five are given back'
is "$(ask 'SELECT SUM(amount_fen) FROM payment') $(ask 'SELECT used, returned, returned_fen FROM prepaid')" '0 0|5|50000' 'and all of the money'
signed K2 'P1*3=100'
is "$(at_once medi-visit pay K2 --amount 100)" '1x0 15x3' 'one is due: one pays'
is "$(at_once medi-visit refund K2 --reason x)" '1x0 15x3' 'all of it: once'
is "$(ask "SELECT SUM(amount_fen) FROM payment WHERE order_code = 'K2'") $(ask "SELECT returned, returned_fen FROM prepaid WHERE order_code = 'K2'")" '0 3|10000' 'to the last fen'
is "$(at_once medi-visit contract draft --client C1 --line P1)" '16x0' 'sixteen contracts'
is "$(ask "SELECT COUNT(*), COUNT(DISTINCT code) FROM contract WHERE code LIKE 'HT%'")" '16|16' 'with codes of their own'
exits 0 'check' medi-db check
exits 0 'the log' medi-audit verify --deep
