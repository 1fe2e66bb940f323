#!/bin/bash
# V5: a treatment that was entered and never took place (误录) gives back what it took, with a second person, and counts
# nowhere; its record stands.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
opened
person boss manager
lot() { ask "SELECT moved, moved_fen FROM lot WHERE code = '$1'"; }
lines() { ask "SELECT u.line, i.code, u.quantity, u.cost_fen FROM treatment_item AS u JOIN item AS i ON i.id = u.item_id JOIN treatment AS t ON t.store_id = u.store_id AND t.id = u.treatment_id WHERE t.code = '$1' ORDER BY u.line" | tr '\n' ' '; }
drawn() { ask "SELECT used, recognised_fen FROM prepaid WHERE code = '$1'"; }
status() { ask "SELECT status, recognised_fen FROM treatment WHERE code = '$1'"; }
agreed() { # WHAT, ARGUMENTS…: asked for, consented to, done
    local what=$1
    shift
    exits 75 "$what: asks a second person" visit retract "$@"
    exits 0 "$what: who consents" as boss medi-db request approve "$(ask 'SELECT MAX(id) FROM request')"
    exits 0 "$what: then it is done" visit retract "$@"
}
printf 'store,code,client,order,project,bought,paid_fen,sold_on\nS01,B1,C1,HT7,P1,3,100000,2026-09-01\n' | import prepaids
printf 'store,code,order,client,project,kind,amount_fen,paid_at\nS01,Y1,HT7,C1,P1,payment,100000,2026-09-01 10:00\n' | import payments

# ---- whole ----
run visit treat V1 -p P1 --operator D1 --prepaid B1 --until "$MEDI_NOW" --code T1
is "$code $(lot L1) $(drawn B1)" '0 -20|-667 1|33333' 'a treatment: took'
exits 2 'no reason' visit retract T1 --staff D1
exits 3 'no such' visit retract T9 --staff D1 --reason x
exits 75 'not alone' visit retract T1 --staff D1 --reason 录在别人名下
like "$err" 'needs a second person: request 1' 'not alone: says so'
like "$(ask 'SELECT subject FROM request')" '^S01 T1: P1 of C1 at 2026-10-01T.*, 33333 fen, balance B1$' 'not alone: what is asked'
is "$(status T1) $(lot L1) $(drawn B1)" 'completed|33333 -20|-667 1|33333' 'not alone: nothing happened'
exits 0 'the second person' as boss medi-db request approve 1
exits 75 'for another reason it was not given' visit retract T1 --staff D1 --reason 别的
exits 0 'retracted' visit retract T1 --staff D1 --reason 录在别人名下
is "$(status T1)" 'entered-in-error|33333' 'retracted: its record says so, and stands'
is "$(lines T1)" '1|I1|20|667 2|I2|1|1 3|I1|-20|-667 4|I2|-1|-1 ' 'retracted: what it used, and the same back'
is "$(lot L1) $(lot N1)" '0|0 0|0' 'retracted: the lots have it back, to the fen'
is "$(ask 'SELECT quantity, used FROM vial')" '100|0' 'retracted: and the opened pack'
is "$(drawn B1)" '0|0' 'retracted: and the balance'
is "$(ask "SELECT kind, reason FROM amendment")" 'retraction|录在别人名下' 'retracted: the record says why'
is "$(ask "SELECT COUNT(*) FROM log WHERE verb = 'retract' AND subject = 'treatment S01 T1' AND detail = 'entered in error'")" 1 'retracted: logged'
exits 3 'twice' visit retract T1 --staff D1 --reason 录在别人名下
like "$err" 'treatment T1: was retracted already' 'twice: says so'
exits 3 'nothing is added to it' visit amend T1 --staff D1 --what x --reason y
exits 3 'nor evaluated' visit evaluate T1 --by client --score 5 --staff D1
exits 3 'nor cared for' visit care T1 --staff D1 --proof x
is "$(medi-db check -q --no-header)" '' 'retracted: nothing is found'
is "$(medi-audit verify --deep -q --no-header >/dev/null; echo $?)" 0 'retracted: the log agrees'

# ---- a part was put right before ----
exits 0 'another' visit treat V1 -p P1 --operator D1 --prepaid B1 --quantity 2 --use I1=30 --use I2=1 --until "$MEDI_NOW" --code T2
is "$(drawn B1)" '2|66666' 'another: two units'
exits 0 'put right' visit amend T2 --staff D1 --kind correction --undo 1 --use I1=10 --what 10 --reason 误
agreed 'what was put right' T2 --staff D1 --reason 重复录入
is "$(lot L1) $(lot N1) $(drawn B1)" '0|0 0|0 0|0' 'what was put right: only the rest is given back'
exits 0 'all three units are there again' visit treat V1 -p P1 --operator D1 --prepaid B1 --quantity 3 --use I2=1 --until "$MEDI_NOW" --code T3
is "$(drawn B1)" '3|100000' 'all three units: to the last fen'

# ---- what says that it took place ----
printf 'store,code,client,treatment,term,rater,at,score,as_expected\nS01,E1,C1,T3,short,client,2026-11-05 10:00,5,1\n' | import evaluations
exits 3 'an evaluation' visit retract T3 --staff D1 --reason x
like "$err" 'treatment T3: evaluation .* says that it took place' 'an evaluation: is named'
is "$(ask "SELECT COUNT(*) FROM request WHERE subject LIKE 'S01 T3%'")" 0 'an evaluation: nobody is asked'

# ---- figures ----
exits 0 'under way' visit treat V1 -p P1 --operator D1 --recognised 980 --use I2=1 --code T4
agreed 'under way' T4 --staff D1 --reason x
is "$(status T4)" 'entered-in-error|98000' 'under way: also'
is "$(medi-client show C1 --part timeline --no-header 2>/dev/null | grep -c 'entered-in-error')" 3 'the timeline shows them for what they are'

# ---- sixteen at once ----
visit treat V1 -p P1 --operator D1 --use I2=5 --until "$MEDI_NOW" --code T5 >/dev/null
exits 75 'asked once' visit retract T5 --staff D1 --reason x
as boss medi-db request approve -q "$(ask 'SELECT MAX(id) FROM request')"
for n in $(seq 16); do
    (visit retract T5 --staff D1 --reason x --wait 60 >"at.$n" 2>&1; echo $? >"at.$n.code") &
done
wait
is "$(sort at.*.code | uniq -c | tr -s ' \n' ' ')" ' 1 0 15 3 ' 'sixteen at once: one'
is "$(ask "SELECT SUM(u.quantity), SUM(u.cost_fen) FROM treatment_item AS u JOIN treatment AS t ON t.store_id = u.store_id AND t.id = u.treatment_id WHERE t.code = 'T5'")" '0|0' 'sixteen at once: given back once'
is "$(medi-db check -q --no-header)" '' 'nothing is found'
