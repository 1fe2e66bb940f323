#!/bin/bash
# V1, V2: contract with review and signature, money for it, balances, refunds: what is refused writes nothing.
. "$(dirname "$0")/lib.sh"
clinic
printf 'code,name,kind,contract\nP2,光子,laser,1\nP3,护理,care,0\n' | medi-db import -q projects - >/dev/null
printf 'project,valid_from,amount_fen,floor_fen\nP1,2026-01-01,100000,80000\nP2,2026-01-01,33333,30000\nP3,2026-01-01,10000,9000\n' | medi-db import -q prices - >/dev/null
printf 'code,name,price_fen,floor_fen,valid_from,months,trial\nG1,套餐,100000,90000,2026-01-01,6,0\nG2,体验,9900,,2026-01-01,,1\n' | medi-db import -q packages - >/dev/null
printf 'package,project,quantity,share_fen\nG1,P1,1,60000\nG1,P2,2,20000\nG2,P2,1,9900\n' | medi-db import -q package_lines - >/dev/null
printf 'code,name,store,channel,created_on,birthday\nC3,小孙,S01,xhs,2026-01-01,2010-05-05\n' | medi-db import -q clients - >/dev/null
person sales consultant '' K1
person boss manager '' D1
person boss2 manager '' N1
export MEDI_STORE=S01
v() { medi-visit "$@" --lang en; }
no() { # NAME PATTERN COMMAND…
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}
signed() { # CODE WORD…: a contract of C1, drafted, reviewed, signed
    local code=$1
    shift
    as sales medi-visit contract draft --client C1 --code "$code" "$@" >/dev/null &&
        as boss medi-visit contract review "$code" && as sales medi-visit contract sign "$code" --proof "柜 $code"
}
balances() { ask "SELECT p.code, b.bought, b.used, b.returned, b.paid_fen, b.returned_fen FROM prepaid AS b JOIN project AS p ON p.id = b.project_id WHERE b.order_code = '$1' ORDER BY b.id" | tr '|' ':' | joined ' '; }
money() { ask "SELECT COALESCE(p.code, '-'), y.kind, y.quantity, y.amount_fen FROM payment AS y LEFT JOIN project AS p ON p.id = y.project_id WHERE y.order_code = '$1' ORDER BY y.id" | tr '|' ':' | joined ' '; }

# ---- the contract ----
v arrive C1 --code V1 --consultant K1 >/dev/null
exits 0 'draft' as sales medi-visit contract draft --visit V1 --line 'P1*3' --line P2=300 --package G1=950 --gift P3 --code K1
is "$(ask "SELECT state, list_fen, amount_fen, drafted_by FROM contract")" 'draft|443333|425000|sales' 'draft: by the list, and as agreed'
is "$(medi-db export contract_lines -q -o tsv --no-header | cut -f3-9)" $'1\tP1\t\t3\t300000\t300000\t0\n2\tP2\t\t1\t33333\t30000\t0\n3\t\tG1\t1\t100000\t95000\t0\n4\tP3\t\t1\t10000\t0\t1' 'draft: its lines'
exits 0 'check' medi-db check
no 'no such project' 'P9: no such project' as sales medi-visit contract draft --client C1 --line P9 --lang en
no 'the code is taken' 'K1: there already' as sales medi-visit contract draft --client C1 --line P1 --code K1 --lang en
no 'no such plan' 'plan PL9' as sales medi-visit contract draft --client C1 --line P1 --plan PL9 --lang en
exits 2 'for nobody' v contract draft --line P1
exits 2 'of nothing' v contract draft --client C1
exits 2 'a gift for money' v contract draft --client C1 --gift P1=1
printf 'store,code,client,arrived_at\nS02,W1,C1,2026-09-01 10:00\n' | medi-db import -q visits - >/dev/null
no 'a trial for an old client' 'G2: is for first visits, and this client has come 1 times before' as sales medi-visit contract draft --client C1 --package G2 --lang en
exits 0 'a trial for a new one' as sales medi-visit contract draft --client C2 --package G2 --code KT

# ---- below the floor ----
exits 75 'below the floor' as sales medi-visit contract draft --client C1 --line P1=799.99 --package G1=899 --reason 老客 --code KL --lang en
is "$(ask "SELECT subject, reason FROM request")" 'C1: contract P1*1 for 799.99, floor 800.00; G1*1 for 899.00, floor 900.00|老客' 'below the floor: what is asked'
is "$(ask "SELECT COUNT(*) FROM contract WHERE code = 'KL'")" 0 'below the floor: waits'
exits 0 'at the floor' as sales medi-visit contract draft --client C1 --line P1=800 --code KF
exits 0 'approved' as boss medi-db request approve 1
exits 75 'another amount is another deed' as sales medi-visit contract draft --client C1 --line P1=799.98 --package G1=899 --reason 老客 --code KL
exits 0 'then it is drafted' as sales medi-visit contract draft --client C1 --line P1=799.99 --package G1=899 --reason 老客 --code KL

# ---- vouchers ----
printf 'code,kind,project,value_fen,why,issued_on,expires_on\nW1,cash,,25000,活动,2026-01-01,2026-12-31\nW2,cash,P2,5000,活动,2026-01-01,2026-12-31\nW3,cash,P2,50000,活动,2026-01-01,2026-09-30\nW4,cash,,200000,活动,2026-01-01,2026-12-31\n' | medi-db import -q vouchers - >/dev/null --lang en
exits 0 'a voucher' as sales medi-visit contract draft --client C1 --line P2 --line P1 --voucher W1 --code KV
is "$(ask "SELECT amount_fen FROM contract WHERE code = 'KV'") $(ask "SELECT amount_fen FROM contract_line WHERE contract_id = (SELECT id FROM contract WHERE code = 'KV') ORDER BY line" | joined ' ')" '108333 8333 100000' 'a voucher: the contract costs less'
is "$(ask "SELECT state, order_code FROM voucher WHERE code = 'W1'")" 'redeemed|KV' 'a voucher: is redeemed for it'
no 'once' 'W1: was redeemed on 2026-10-01 by C1' as sales medi-visit contract draft --client C1 --line P1 --voucher W1 --lang en
no 'of another project' 'W2: nothing here costs less by it' as sales medi-visit contract draft --client C1 --line P1 --voucher W2 --lang en
no 'expired' 'W3: expired' as sales medi-visit contract draft --client C1 --line P2 --voucher W3 --lang en
exits 0 'for a project without a contract' v pay --client C2 --project P3 --voucher W4
is "$(ask "SELECT y.amount_fen FROM payment AS y WHERE y.code = '$out'") $(balances "$out")" '0 P3:1:0:0:0:0' 'never less than nothing'
exits 2 'not for a contract that is there' v pay KV --amount 1 --voucher W2

# ---- review and signature ----
no 'who may not review' 'sales may not medi-visit contract review' as sales medi-visit contract review K1 --lang en
exits 0 'drafted by a manager' as boss medi-visit contract draft --client C1 --line P1 --code KB
no 'the drafter reviews' 'who drafts or sells it does not review it' as boss medi-visit contract review KB --lang en
no 'by another name' 'who drafts or sells it does not review it' as boss medi-visit contract review KB --staff N1 --lang en
no 'by another login of theirs' 'who drafts or sells it does not review it' as boss2 medi-visit contract review KB --staff D1 --lang en
no 'who sells reviews' 'who drafts or sells it does not review it' as boss medi-visit contract review K1 --staff K1 --lang en
exits 0 'somebody else reviews' as boss2 medi-visit contract review KB
no 'signed before it is reviewed' 'contract K1 is draft, and must be reviewed' v contract sign K1 --proof x
exits 0 'reviewed' as boss medi-visit contract review K1
is "$(ask "SELECT c.state, s.code FROM contract AS c JOIN staff AS s ON s.id = c.reviewed_by WHERE c.code = 'K1'")" 'reviewed|D1' 'reviewed: by whom'
no 'reviewed twice' 'K1 is reviewed' as boss medi-visit contract review K1 --lang en
exits 2 'signed without a paper' v contract sign K1
no 'a payment before it is signed' 'before it is signed only a deposit' v pay K1 --amount 100
exits 0 'a deposit' v pay K1 --amount 1000 --deposit --method 现金
exits 0 'signed' v contract sign K1 --proof 柜1
no 'signed twice' 'K1 is signed, and must be reviewed' v contract sign K1 --proof 柜1
as sales medi-visit contract draft --client C3 --line P1 --code KM >/dev/null && as boss medi-visit contract review KM
no 'a minor alone' 'contract KM: client C3 is a minor; a guardian must sign' v contract sign KM --proof x
exits 0 'with the guardian' v contract sign KM --proof x --signer guardian

# ---- money ----
no 'more than is due' '3250\.01 is more than is due, which is 3250\.00' v pay K1 --amount 3250.01
no 'nothing' 'cannot be paid; 3250\.00 is due' v pay K1 --amount 0
no 'less than nothing' 'cannot be paid' v pay K1 --amount=-5
exits 2 'no amount' v pay K1
no 'no such contract' 'contract K9: this store has none' v pay K9 --amount 1
no 'of another store' 'contract K1: this store has none' v pay K1 --amount 1 -s S02
exits 0 'a part' v pay K1 --amount 2150 --method 微信 --code PAYX
is "$out" PAYX 'a part: its code'
is "$(money K1)" 'P1:deposit:0:100000 P1:payment:3:200000 P2:payment:0:15000' 'money lies on the lines'
is "$(balances K1)" '' 'a part: makes no balance'
no 'sent twice' 'payment PAYX: there already' v pay K1 --amount 100 --code PAYX
exits 0 'the rest' v pay K1 --amount 1100
is "$(money K1)" 'P1:deposit:0:100000 P1:payment:3:200000 P2:payment:0:15000 P2:payment:1:15000 P1:payment:1:57000 P2:payment:2:38000' 'the rest: to the last line'
is "$(balances K1)" 'P1:3:0:0:300000:0 P2:1:0:0:30000:0 P1:1:0:0:57000:0 P2:2:0:0:38000:0 P3:1:0:0:0:0' 'the rest: makes the balances'
is "$(ask "SELECT SUM(paid_fen) FROM prepaid WHERE order_code = 'K1'")" 425000 'which hold what was paid'
is "$(medi-visit balance C1 -o tsv --no-header | cut -f5,16,17 | sort -u | joined ' ')" $'\t2026-10-01\t G1\t2026-10-01\t2027-04-01' 'those of a package expire'
no 'more still' 'contract K1 is paid' v pay K1 --amount 0.01
exits 0 'check' medi-db check
no 'calling off what is paid' '4250\.00 was paid for it; give it back first' as boss medi-visit contract cancel K1 --reason x --lang en

# ---- nothing to pay ----
signed KZ --gift 'P3*2'
is "$(balances KZ)" 'P3:2:0:0:0:0' 'gifts alone: balances with the signature'

# ---- without a contract ----
no 'a project that needs one' 'P1: a contract is due before it' v pay --client C1 --project P1
exits 0 'one that needs none' v pay --client C1 --project P3 --quantity 2 --method 现金
order=$out
is "$(balances "$order") $(money "$order")" 'P3:2:0:0:20000:0 P3:payment:2:20000' 'one that needs none: by the list'
exits 75 'below its floor' v pay --client C1 --project P3 --amount 89
exits 0 'a deposit alone' v pay --client C1 --deposit --amount 500 --order DD1
no "on another's order" 'order DD1: has payments already' v pay --client C2 --deposit --amount 500 --order DD1
no 'a contract of another' 'not only deposits of this client' as sales medi-visit contract draft --client C2 --line P1 --code DD1 --lang en
signed DD1 --line P1
is "$(ask "SELECT amount_fen FROM contract WHERE code = 'DD1'")" 100000 'the deposit becomes a contract'
exits 0 'and what is due is less' v pay DD1 --amount 500
is "$(balances DD1)" 'P1:1:0:0:100000:0' 'and paid with it'
exits 2 'for what' v pay --client C1 --amount 5
exits 2 'for nobody' v pay --amount 5

# ---- giving back ----
no 'above what was paid' 'order DD1: 1000\.01 cannot be given back: 1000\.00 was paid, 0\.00 of it recognised; 1000\.00 is left' v refund DD1 --amount 1000.01 --reason x
exits 2 'without a reason' v refund DD1
no 'of no order' 'order Z9: nothing was paid for it' v refund Z9 --reason x
no 'a part of a unit' 'what is returned is worth 1000\.00' v refund DD1 --amount 5 --reason x
no 'more units than there are' 'wanted, 1 left' v refund DD1 --return "$(ask "SELECT code FROM prepaid WHERE order_code = 'DD1'")*2" --reason x
no "another order's balance" 'was bought with order K1, not DD1' v refund DD1 --return "$(ask "SELECT MIN(code) FROM prepaid WHERE order_code = 'K1'")" --reason x
exits 0 'all of it' v refund DD1 --reason 搬家 --method 原路
is "$(balances DD1) $(money DD1)" 'P1:1:0:1:100000:100000 -:deposit:0:50000 P1:payment:1:50000 P1:refund:1:-100000' 'all of it: with the balance'
no 'twice' 'nothing of it is left' v refund DD1 --reason x
exits 0 'then it can be called off' as boss medi-visit contract cancel DD1 --reason 搬家
no 'and paid no more' 'contract DD1 is cancelled' v pay DD1 --amount 1
first=$(ask "SELECT MIN(code) FROM prepaid WHERE order_code = 'K1'")
exits 0 'one of three' v refund K1 --return "$first*1" --reason 过敏
is "$(balances K1 | cut -d' ' -f1)" 'P1:3:0:1:300000:100000' 'one of three: a third'
medi-db config set -q visit.refund_alone_fen 200000
exits 75 'more in all than one may alone' v refund K1 --return "$first*2" --reason 过敏
is "$(ask "SELECT subject FROM request WHERE deed = 'visit.refund'")" 'refund K1: 2000.00 to C1, of 4250.00 paid, 1000.00 given back before, 2 units' 'more in all: what is asked'
is "$(balances K1 | cut -d' ' -f1)" 'P1:3:0:1:300000:100000' 'more in all: waits'
exits 0 'approved' as boss medi-db request approve "$(ask "SELECT MAX(id) FROM request")"
exits 0 'then it is given' v refund K1 --return "$first*2" --reason 过敏
is "$(balances K1 | cut -d' ' -f1)" 'P1:3:0:3:300000:300000' 'then it is given: all of it'
medi-db config set -q visit.refund_alone_fen 10000000
signed KP --line P1
medi-visit pay KP --amount 600 >/dev/null
exits 0 'of what is not paid in full' v refund KP --amount 200 --reason x
no 'and not more' '400\.01 cannot be given back: 600\.00 was paid' v refund KP --amount 400.01 --reason x
exits 0 'then the rest is due' v pay KP --amount 600
is "$(balances KP)" 'P1:1:0:0:100000:0' 'then the rest is due: and it is paid'
exits 0 'a dry run' v refund KP --reason x -n
is "$(balances KP)" 'P1:1:0:0:100000:0' 'a dry run: gives nothing'
exits 0 'check' medi-db check
exits 0 'the log' medi-audit verify --deep
