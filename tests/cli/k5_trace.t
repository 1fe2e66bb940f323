#!/bin/bash
# K5: from a code, as it is written or as a scanner sends it, to the lot, its supplier and papers, how cold it came, and what
# became of it.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
clinic
import() { medi-db import -q "$1" - >/dev/null || echo "# import $1 failed" >&2; }
trace() { medi-stock trace --lang en "$@"; }
printf 'code,name,kind,unit,storage,gtin\nI1,肉毒毒素,drug,U,cold,06901234567892\nI2,针,consumable,支,ambient,\n' | import items
printf 'code,name\nU1,华东医药\n' | import suppliers
printf 'supplier,kind,number,item,valid_from,valid_to\nU1,business-licence,BL1,,2020-01-01,\nU1,drug-licence,DL1,,2020-01-01,2026-08-31\nU1,drug-licence,DL2,,2026-01-01,2030-12-31\nU1,authorisation,AU1,I2,2026-01-01,2030-12-31\n' | import papers
printf 'store,item,code,supplier,made_on,expires_on,received_on,quantity,cost_fen,moved,moved_fen\nS01,I1,A2609,U1,2026-01-01,2027-12-31,2026-09-01,100,1000,-1,-10\nS01,I2,A2609,U1,,2027-12-31,2026-09-01,5,5,0,0\n' | import lots
printf 'store,code,supplier,at,state,amount_fen,ordered_by\nS01,PO1,U1,2026-08-20 09:00,closed,1000,wang\n' | import purchases
printf 'store,code,supplier,purchase,state,shipped_at,at,delivery_no,by_login\nS01,R1,U1,PO1,accepted,2026-09-01 06:00,2026-09-01 09:00,SH1,wang\n' | import receipts
printf 'store,receipt,line,item,label,lot,quantity,amount_fen\nS01,R1,1,I1,A2609,A2609,100,1000\n' | import receipt_lines
printf 'store,receipt,storage,file,hash,readings,first_at,last_at,min_mdeg,max_mdeg,mkt_mdeg,out_s,gap_s,passed\nS01,R1,cold,logger.csv,00ff,37,2026-09-01 06:00,2026-09-01 09:00,-500,7950,5001,0,300,1\n' | import temperatures
printf 'code,name,kind\nP1,除皱,injection\n' | import projects
printf 'code,store,birthday,channel,created_on\nC1,S01,1990-05-01,xhs,2026-01-01\n' | import clients
printf 'staff,kind,number,scope,store,valid_from,valid_to\nD1,physician,Z1,皮肤病与性病专业,S01,2015-01-01,2028-01-01\n' | import licences
printf 'store,code,client,project,doctor,started_at,status,quantity,recognised_fen\nS01,T1,C1,P1,D1,2026-09-10 10:00,completed,1,0\n' | import treatments
printf 'store,code,item,lot,kind,quantity,cost_fen,at,treatment\nS01,M1,I1,A2609,use,-1,-10,2026-09-10 10:00,T1\n' | import stock_moves
printf 'store,treatment,line,item,lot,quantity,unit,cost_fen,move\nS01,T1,1,I1,A2609,1,SN1,10,M1\n' | import treatment_items
steps() { trace "$@" --no-header | cut -f4,5 | tr '\t\n' ': '; }

exits 3 'two items have a lot of that number' trace A2609
like "$err" 'A2609: is of I1 lot A2609 and of I2 lot A2609; say --item, or -s' 'two items: says which'
is "$(steps A2609 --item I1)" 'lot:A2609 supplier:U1 paper:BL1 paper:DL2 received: receipt:R1 use:M1 ' 'a lot: papers that were valid on the day it came, and not the one that had ended the day before, the delivery, the use'
is "$(steps SN1)" 'lot:A2609 supplier:U1 paper:BL1 paper:DL2 received: receipt:R1 use:M1 ' 'a unit'
like "$(trace SN1 --no-header | grep receipt)" 'PO1 SH1, -0.5 … 7.9 °C, logger.csv 00ff' 'how cold it came, by which file'
like "$(trace SN1 --no-header | grep 'use')" 'T1' 'the treatment'
like "$(trace SN1 --no-header | grep 'use' | cut -f8,9)" $'Z1\tC1' 'the licence of its doctor, and the client'
for code in '(01)06901234567892(17)271231(10)A2609(21)SN1' ']d2010690123456789217271231''10A2609'$'\x1d''21SN1' 'https://id.gs1.org/01/06901234567892/10/A2609/21/SN1'; do
    is "$(steps "$code")" "$(steps SN1)" "scanned: $(printf '%q' "$code")"
done
is "$(steps '(01)06901234567892(17)271231(10)A2609')" "$(steps A2609 --item I1)" 'scanned without a serial: the lot, of the item that the code names'
is "$(steps '(01)06901234567892(10)A2609(21)SN9')" "$(steps A2609 --item I1)" 'a unit that nobody used: its lot'
exits 3 'a misread digit' trace '(01)06901234567893(10)A2609'
like "$err" 'check-digit: \(01\)' 'a misread digit: says so'
exits 3 'an item that nobody knows' trace '(01)06901234567908(10)A2609'
exits 3 'a lot that nobody has' trace '(01)06901234567892(10)A2610'
like "$err" 'no unit, lot, opened pack or movement has that number' 'a lot that nobody has: says so'
is "$(ask "SELECT COUNT(*) FROM log WHERE subject LIKE 'trace%'")" 0 'masked: no entry'
like "$(trace SN1 --reveal 'inspection 7' --no-header 2>&1 | wc -l)" '^7$' 'revealed for a reason'
