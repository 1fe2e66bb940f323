#!/bin/bash
# D4: export writes what import reads: byte-identical there and back; personal columns masked unless revealed.
. "$(dirname "$0")/lib.sh"
init

kinds='stores staff licences channels spend projects prices clients leads appointments visits consultations payments treatments items suppliers lots
    packages package_lines project_exams kits indications consent_forms notices objections plans plan_lines contracts contract_lines prepaids
    posts trainings attendances reviews equipment faults calibrations maintenance_plans maintenances equipment_requests equipment_refusals equipment_offers acceptances emergency_items consents partners events guests referrals vouchers tiers tags touches albums
    assessments exams signatures product_checks vials stock_moves treatment_hands treatment_items amendments overrides cares evaluations
    adverses sop_dones tasks followups symptoms messages answers campaigns recipients complaints complaint_steps papers levels purchases purchase_lines receipts receipt_lines receipt_units temperatures offers
    labels lot_states reservations transfers stocktakes stocktake_lines disposals
    rooms closures leaves shifts project_needs skills stations work_rules wishes travels heads rosters roster_cells calendar_entries goals market_prices
    journal_duties journals journal_values holds'
is "$(medi-db kinds --no-header | cut -f1 | sort | tr '\n' ' ')" "$(lines $kinds | sort | tr '\n' ' ')" 'every kind is in this test'

put() { # KIND < CSV
    exits 0 "import $1" bash -c "medi-db import -q $1 -  <$1.csv"
}
printf '%s\n' 'code,name,zone,level,departments,licence_no,licence_to,address,latitude,longitude,hours,phone,opened_on,closed_on' \
    'S01,"旗舰,店",Asia/Shanghai,门诊部,美容外科,PDY1,2030-01-31,"1 号' '2 楼",31.230416,-0.5,每天 10:00-20:00,021-68888888,2020-01-01,' \
    'S02,"""引号""",America/New_York,,,,,,,,,,,2029-12-31' >stores.csv
printf '%s\n' 'code,name,role,store,title,phone,hired_on,left_on' 'D1,张医生,doctor,S01,主任,13800138000,2020-01-01,2025-12-31' 'N1," 空格 ",nurse,,,,,' >staff.csv
printf '%s\n' 'staff,kind,number,scope,store,valid_from,valid_to' 'D1,physician,L1,皮肤科,S01,2020-01-01,2030-01-01' 'D1,device,L2,,,,' >licences.csv
printf '%s\n' 'code,name,category' 'dy,抖音,paid' 'at,@SUM(1),own' >channels.csv
printf '%s\n' 'store,channel,day,purpose,amount_fen,note' 'S01,dy,2025-06-01,投放,12345,x' '*,at,2025-06-01,,0,' >spend.csv
printf '%s\n' 'code,name,department,kind,cycle_days,minutes,grade,licence,device_kind,contract,consent,ladder,horizon_days,active' 'P1,玻尿酸,皮肤科,injection,180,30,2,physician,激光,0,toxin,L1,90,1' 'P2,光子,,,,,,,,,,,,0' >projects.csv
printf '%s\n' 'project,store,channel,valid_from,valid_to,amount_fen,floor_fen' 'P1,S01,dy,2025-01-01,2025-12-31,128000,100000' 'P1,,,2025-01-01,,99900,' >prices.csv
printf '%s\n' 'code,name,phone,id_number,gender,birthday,store,channel,owner,nurse,created_on,class,address,latitude,longitude,language,allergy,history,note,preference,email,wechat' \
    'C1,张三,13800138000,11010519491231002X,female,1949-12-31,S01,dy,D1,N1,2025-06-01,client,"x, y",-0.5,121,zh,无,h,=1+1,无香,a@example.com,wx' \
    'C2,,,,,,S02,,,,2025-06-01,test,,,,,,,"  blanks	tab  ",,,' 'C3,𠮷野,+1 212 555 0100,E1234567,male,,S02,at,,,2025-06-01,staff,😀,,,,,,\backslash\n,,,' >clients.csv
printf '%s\n' 'code,name,phone,store,channel,project,owner,created_at,stage,next_step,next_on,lost_reason,client,note' \
    'L1,赵,13900139000,S01,dy,P1,D1,2025-06-01T10:00:00+08:00,lost,call,2025-06-02,价格,C1,晚上打' 'L2,,,S02,,,,2025-06-01 10:00,,,,,,' >leads.csv
printf '%s\n' 'store,code,client,project,doctor,nurse,room,device,starts_at,ends_at,status,note' \
    'S01,B1,C1,P1,D1,N1,R1,X1,2025-06-01 10:00,2025-06-01 11:00,checked-in,n' 'S02,B1,C2,,,,,,2025-11-02 01:30,2025-11-02 01:30,,' >appointments.csv
printf '%s\n' 'store,code,client,arrived_at,seen_at,left_at,purpose,status,channel,consultant,doctor,note' \
    'S01,V1,C1,2025-06-01 10:00:59,2025-06-01 10:05,2025-06-01 12:00,consult,arrived,at,N1,D1,n' \
    'S02,V1,C2,2025-11-02T01:30:00-05:00,,,,,,,,' 'S02,V2,C2,2025-11-02T01:30:00-04:00,,,,,,,,' >visits.csv
printf '%s\n' 'store,code,client,visit,consultant,doctor,project,started_at,ended_at,need,expectation,concern,budget_fen,outcome,note' \
    'S01,K1,C1,V1,N1,D1,P2,2025-06-01 10:10,2025-06-01 10:40,"瘦, 小",自然,怕疼,500000,deal,n' 'S02,K1,C2,,,,,2025-06-01 10:10,,,,贵,,,' >consultations.csv
printf '%s\n' 'store,code,order,client,visit,consultant,project,kind,class,method,quantity,amount_fen,paid_at,note' \
    'S01,Y1,O1,C1,V1,N1,P1,deposit,sale,微信,2,50000,2025-06-01 11:00,n' 'S01,Y2,O1,C1,,,,refund,gift,,,-1,2025-06-01 11:01,' 'S02,Y1,O1,C2,,,,,,,,0,2025-06-01 11:01,' >payments.csv
printf '%s\n' 'store,code,client,visit,project,doctor,nurse,room,device,started_at,ended_at,status,quantity,recognised_fen,note' \
    'S01,T1,C1,V1,P1,D1,N1,R1,X1,2025-06-01 11:00,2025-06-01 11:30,stopped,3,128000,n' 'S02,T1,C2,,P2,,,,,2025-06-01 11:00,,,,,' >treatments.csv
printf '%s\n' 'code,name,kind,registration_no,unit,pack_unit,pack_size,vial_unit,vial_size,storage,open_hours,controlled,gtin,spec,category,remaining_days,temp_min_mdeg,temp_max_mdeg,excursion_minutes,excursion_min_mdeg,excursion_max_mdeg' 'I1,肉毒素,drug,国药准字 S1,U,支,100,瓶,100,cold,24,1,06901234567892,"100U, 冻干",drug,90,2000,8000,30,-500,15000' 'I2,棉签,consumable,,支,,,,,,,,,,,,,,,,' >items.csv
printf '%s\n' 'code,name,contact,phone,licence_no,licence_to,active' 'U1,华东医药,钱,0571-88888888,X1,2030-01-01,0' 'U2,b,,,,,' >suppliers.csv
printf '%s\n' 'store,item,code,supplier,made_on,expires_on,received_on,quantity,cost_fen,place,moved,moved_fen,share_of,share_fen,state' 'S01,I1,L1,U1,2025-01-01,2027-01-01,2025-02-01,1000,1234567,冰箱 1,-52,-61729,950,1172838,quarantined' 'S02,I1,L1,,,2027-01-01,2025-02-01,1,0,,1,0,,,' >lots.csv
printf '%s\n' 'supplier,kind,number,item,lots,valid_from,valid_to,proof' 'U1,import-clearance,Z1,I1,"L1、L2",2025-01-01,2026-12-31,柜 1' 'U1,business-licence,Z2,,,2025-01-01,,' >papers.csv
printf '%s\n' 'store,item,minimum,target' 'S01,I1,0,0' 'S02,I1,10,200' >levels.csv
printf '%s\n' 'store,code,supplier,at,state,amount_fen,due_on,ordered_by,approved_by,approved_at,ended_at,reason,note' 'S01,PO1,U1,2025-05-01 09:00,closed,1234567,2025-05-10,wang,li,2025-05-01 10:00,2025-06-01 10:00,"缺货, 停产",n' 'S02,PO1,U2,2025-05-01 09:00,,0,,wang,,,,,' >purchases.csv
printf '%s\n' 'store,purchase,line,item,quantity,amount_fen,spec,received' 'S01,PO1,1,I1,1000,1234567,100U,1000' 'S02,PO1,1,I2,1,0,,' >purchase_lines.csv
printf '%s\n' 'store,code,supplier,purchase,state,shipped_at,at,delivery_no,staff,by_login,second_by,reasons,note' 'S01,R1,U1,PO1,accepted,2025-02-01 06:00,2025-02-01 09:00,SH1,N1,wang,li,,n' 'S02,R1,U2,,refused,,2025-02-01 09:00,,,wang,,"lot:I2, damage",' >receipts.csv
printf '%s\n' 'store,receipt,line,item,label,lot,quantity,amount_fen,made_on,expires_on,registration_no,spec,place' 'S01,R1,1,I1,L1,L1,1000,1234567,2025-01-01,2027-01-01,国药准字 S1,100U,冰箱 1' 'S02,R1,1,I2,,,1,0,,,,,' >receipt_lines.csv
printf '%s\n' 'store,receipt,storage,file,hash,readings,first_at,last_at,min_mdeg,max_mdeg,mkt_mdeg,out_s,gap_s,passed,reasons' 'S01,R1,cold,"l, 1.csv",00ff,37,2025-02-01 06:00,2025-02-01 09:00,-500,8000,5001,0,300,1,' 'S02,R1,frozen,b.csv,01,1,2025-02-01 06:00,2025-02-01 06:00,-20000,-20000,-20000,0,0,0,temperature-cover' >temperatures.csv
printf '%s\n' 'store,receipt,line,serial' 'S01,R1,1,SN1' 'S01,R1,1,"SN 2, x"' >receipt_units.csv
printf '%s\n' 'code,item,quantity' '06901234567892,I1,1000' 'MA.156.M0.100761.21234561,I2,1' >labels.csv
printf '%s\n' 'item,supplier,lead_days,pack,minimum,price_fen,shelf_days,active' 'I1,U1,7,100,0,180000,365,1' 'I2,U2,0,1,5,3,,0' >offers.csv
printf '%s\n' 'code,name,price_fen,floor_fen,valid_from,valid_to,months,trial,active' 'G1,"套,餐",298000,240000,2025-06-01,2025-12-31,12,1,1' 'G2,空,0,,2025-06-01,,,,0' >packages.csv
printf '%s\n' 'package,project,quantity,share_fen' 'G1,P1,2,149000' 'G1,P2,1,0' >package_lines.csv
printf '%s\n' 'project,kind,valid_days' 'P1,blood-routine,30' 'P2,ecg,1' >project_exams.csv
printf '%s\n' 'project,item,quantity,optional' 'P1,I1,40,' 'P1,I2,1,1' >kits.csv
printf '%s\n' 'item,project,says' 'I1,P1,"眉间纹, 中重度"' 'I2,P1,x' >indications.csv
printf '%s\n' 'code,series,version,name,valid_from,valid_to,proof' 'F1,toxin,1,同意书,2025-01-01,2025-06-30,柜 1' 'F2,toxin,2,同意书,2025-07-01,,' >consent_forms.csv
printf '%s\n' 'store,code,client,visit,project,kind,at,staff,acknowledged,proof' 'S01,N1,C1,V1,P1,risk,2025-06-01 10:20,D1,1,p' 'S02,N1,C2,,,privacy,2025-06-01 10:20,,,' >notices.csv
printf '%s\n' 'store,code,client,visit,kind,at,staff,resolved,note' 'S01,Q1,C1,V1,price,2025-06-01 10:21,D1,1,"贵, 太贵"' 'S02,Q1,C2,,pain,2025-06-01 10:21,,,' >objections.csv
printf '%s\n' 'store,code,client,visit,doctor,consultant,at,replaces,state,note' 'S01,L1,C1,V1,D1,N1,2025-06-01 10:22,,replaced,先试' 'S01,L2,C1,V1,,,2025-06-01 10:23,L1,,' >plans.csv
printf '%s\n' 'store,plan,line,project,quantity,amount_fen' 'S01,L1,1,P1,3,298000' 'S01,L1,2,P2,,0' >plan_lines.csv
printf '%s\n' 'store,code,client,visit,plan,consultant,at,drafted_by,state,list_fen,amount_fen,reviewed_by,reviewed_at,signed_at,signer,proof,note' \
    'S01,H1,C1,V1,L2,N1,2025-06-01 10:24,wang,signed,300000,298000,D1,2025-06-01 10:25,2025-06-01 10:26,client,柜 1,n' 'S02,H1,C2,,,,2025-06-01 10:24,,,0,0,,,,,,' >contracts.csv
printf '%s\n' 'store,contract,line,project,package,quantity,list_fen,amount_fen,gift' 'S01,H1,1,P1,,2,300000,298000,' 'S01,H1,2,,G1,,0,0,1' >contract_lines.csv
printf '%s\n' 'store,code,client,order,package,project,bought,used,returned,paid_fen,recognised_fen,returned_fen,sold_on,expires_on' 'S01,B1,C1,O9,G1,P1,3,0,0,0,0,0,2025-06-01,2026-06-01' 'S02,B1,C2,O8,,P2,1,,,0,,,2025-06-01,' >prepaids.csv
printf '%s\n' 'staff,role,title,store,from_on,to_on,reason' 'D1,doctor,主任,S01,2020-01-01,2025-12-31,晋升' 'N1,nurse,,,2020-01-01,,' >posts.csv
printf '%s\n' 'store,code,kind,topic,starts_at,minutes,trainer,proof' 'S01,X1,technique,"注射, 面部",2025-05-01 14:00,90,D1,签到表' 'S02,X1,drill,x,2025-05-01 14:00,,,' >trainings.csv
printf '%s\n' 'store,training,staff,state,score,passed' 'S01,X1,N1,present,88,1' 'S01,X1,D1,excused,,' >attendances.csv
printf '%s\n' 'code,staff,kind,day,score,reviewer,note' 'R1,N1,service,2025-05-02,90,D1,细致' 'R2,N1,skill,2025-05-02,0,,' >reviews.csv
printf '%s\n' 'store,code,name,kind,model,maker,supplier,registration_no,serial,room,state,bought_on,price_fen,warranty_to,life_to,owner,calibrate,calibrate_months,emergency,note,retired_on,retired_way,retired_to,retired_by,retired_second,retired_why' 'S01,E1,激光机,激光,X1,"甲, 厂",U1,注册 1,SN1,R1,fault,2020-01-01,35000000,2021-12-31,2030-01-01,N1,1,12,1,n,,,,,,' 'S02,E1,灯,灯,,,,,,,retired,,,,,,0,,,,2025-06-01,sold,乙诊所,wang,li,"换新, 灯"' >equipment.csv
printf '%s\n' 'store,code,equipment,at,staff,what,state,repair_at,repairer,repairer_staff,ended_at,verified_by,recalibrate,cost_fen,note' 'S01,G1,E1,2025-05-01 09:00,N1,"不出光, 报警",repaired,2025-05-01 10:00,甲厂,,2025-05-02 09:00,D1,1,120000,换管' 'S01,G2,E1,2025-06-01 09:00,,漏水,repairing,2025-06-01 10:00,,N1,,,,,' 'S01,G3,E1,2025-06-02 09:00,,异响,,,,,,,,,' >faults.csv
printf '%s\n' 'store,code,equipment,done_on,valid_to,passed,certificate,body,fault,cost_fen' 'S01,CL1,E1,2025-05-02,2025-12-31,1,证 1,"计量, 院",G1,50000' 'S01,CL2,E1,2024-01-01,2024-12-31,0,,,,' >calibrations.csv
printf '%s\n' 'store,equipment,task,says,every_days,from_on,blocks,active' 'S01,E1,季检,"光路, 能量",90,2025-01-01,1,0' 'S02,E1,周保,,7,2025-01-01,,' >maintenance_plans.csv
printf '%s\n' 'store,code,equipment,task,done_on,passed,staff,body,fault,cost_fen,note' 'S01,BY1,E1,季检,2025-05-01,0,N1,甲厂,G1,8000,"漏, 水"' 'S01,BY2,E1,季检,2025-05-03,,,,,,' >maintenances.csv
printf '%s\n' 'store,code,at,staff,name,kind,item,reason,budget_fen,needed_on,state,supplier,chosen_at,chosen_by,chosen_second,chosen_why,ended_at,ended_why' 'S01,Q1,2019-12-01 09:00,D1,激光机,激光,I2,"排期, 满",40000000,2020-02-01,accepted,U1,2019-12-02 09:00,wang,li,"寿命, 长",2020-01-01 09:00,' 'S02,Q1,2019-12-01 09:00,,灯,灯,,x,,,,,,,,,,' >equipment_requests.csv
printf '%s\n' 'store,request,supplier,offered_on,model,maker,registration_no,price_fen,warranty_months,delivery_days,service,service_fen,life_months,valid_to,note' 'S01,Q1,U1,2019-12-01,X1,"甲, 厂",注册 1,35000000,24,30,"48 小时, 到场",200000,120,2019-12-31,n' 'S01,Q1,U2,2019-12-01,X2,,,1,0,,,,1,,' >equipment_offers.csv
printf '%s\n' 'store,code,request,equipment,at,staff,by_login,delivery_no,quality_paper,manual,accessories,trial' 'S01,YS1,Q1,E1,2020-01-01 09:00,N1,wang,SH1,合格证 1,柜 3,"手具, 2",正常' >acceptances.csv
printf '%s\n' 'store,code,request,at,staff,by_login,delivery_no,model,serial,reasons,note' 'S01,JS1,Q1,2019-12-30 09:00,N1,wang,SH0,X1,SN0,"model damage","外壳, 开裂"' 'S01,JS2,Q1,2019-12-31 09:00,,wang,,,,serial,' >equipment_refusals.csv
printf '%s\n' 'store,item,quantity' 'S01,I1,1' 'S02,I2,0' >emergency_items.csv
printf '%s\n' 'client,purpose,way,given,at,until,staff,proof' 'C1,album,wechat,1,2025-06-01 10:00,2030-01-01,N1,授权书 1' 'C1,album,wechat,0,2025-06-02 10:00,,,x' 'C2,marketing,,,2025-06-01 10:00,,,y' >consents.csv
printf '%s\n' 'code,name,trade,terms,channel,valid_from,valid_to,contact,phone' 'H1,花店,花艺,"九折, 满百",dy,2025-01-01,2025-12-31,钱,021-68888888' 'H2,b,,,,,,,' >partners.csv
printf '%s\n' 'store,code,name,kind,starts_on,ends_on,partner,budget_fen,spent_fen,note' 'S01,A1,开放日,open-day,2025-06-01,2025-06-02,H1,100000,99999,n' 'S02,A1,x,,2025-06-01,2025-06-01,,,,' >events.csv
printf '%s\n' 'store,event,client,state,day' 'S01,A1,C1,attended,2025-06-01' 'S01,A1,C2,,2025-06-01' >guests.csv
printf '%s\n' 'client,referrer,day,reward,note' 'C2,C1,2025-06-01,Q1,闺蜜' 'C3,C1,2025-06-01,,' >referrals.csv
printf '%s\n' 'code,kind,client,partner,project,value_fen,why,issued_on,expires_on,state,redeemed_at,redeemed_by,redeemed_store,order_code' \
    'Q1,cash,C1,H1,P1,20000,转介绍,2025-06-01,2025-12-31,redeemed,2025-06-01 10:24,C1,S01,H1' 'Q2,trial,,,,,x,2025-06-01,2025-06-01,,,,,' >vouchers.csv
printf '%s\n' 'client,tier,from_on,to_on,reason' 'C1,silver,2025-06-01,2025-06-30,年消费' 'C1,gold,2025-07-01,,x' >tiers.csv
printf '%s\n' 'client,tag,source,from_on,to_on' 'C1,怕疼,hand,2025-06-01,2025-06-30' 'C2,vip,,2025-06-01,' >tags.csv
printf '%s\n' 'store,code,client,kind,at,staff,inbound,proof,note' 'S01,TP1,C1,wechat,2025-06-01 09:00,N1,1,录音 1,"问价, 两次"' 'S02,TP1,C2,other,2025-06-01 09:00,,,,' >touches.csv
printf '%s\n' 'store,code,client,project,before_ref,after_ref,taken_on,scope,until,proof' 'S01,AL1,C1,P1,a/1.jpg,a/2.jpg,2025-06-01,public,2030-01-01,授权书 1' 'S01,AL2,C1,,b.jpg,,2025-06-01,,,' >albums.csv
printf '%s\n' 'store,code,client,visit,project,staff,at,in_person,verdict,valid_to,history,allergy,expectation,finding,reason' \
    'S01,AS1,C1,V1,P1,D1,2025-06-01 10:30,1,fit,2025-06-30,无,青霉素,自然,皱纹,' 'S01,AS2,C1,,P2,D1,2025-06-01 10:31,,unfit,,,,,,妊娠' >assessments.csv
printf '%s\n' 'store,code,client,visit,kind,taken_at,result,staff,finding,proof' 'S01,EX1,C1,V1,blood-routine,2025-06-01 10:32,acceptable,D1,"偏低, 可",报告 1' 'S02,EX1,C2,,ecg,2025-06-01 10:32,normal,,,' 'S02,EX2,C2,,ecg,2025-06-02 10:32,pending,,,' >exams.csv
printf '%s\n' 'store,code,client,visit,project,form,signed_at,signer,guardian,staff,withdrawn_at,proof' 'S01,SG1,C1,V1,P1,F1,2025-06-01 10:33,guardian,王母,D1,2025-06-01 10:50,柜 2' 'S01,SG2,C1,,P1,F1,2025-06-01 10:51,,,,,y' >signatures.csv
printf '%s\n' 'store,code,client,visit,project,item,lot,unit,at,staff,confirmed_at' 'S01,PC1,C1,V1,P1,I1,L1,SN9,2025-06-01 10:55,N1,2025-06-01 10:56' 'S01,PC2,C1,,P1,I1,L1,,2025-06-01 10:57,,' >product_checks.csv
printf '%s\n' 'store,code,item,lot,opened_at,use_by,quantity,used,closed_at' 'S01,OP1,I1,L1,2025-06-01 11:00,2025-06-02 11:00,100,40,' 'S01,OP2,I1,L1,2025-06-01 11:00,,1,0,2025-06-01 12:00' >vials.csv
printf '%s\n' 'store,code,item,lot,kind,quantity,cost_fen,at,treatment,vial,staff,second,reverses,reason,paper' \
    'S01,M1,I1,L1,use,-40,-49383,2025-06-01 11:00,T1,OP1,D1,N1,,,处方 1' 'S01,M2,I1,L1,counter,40,49383,2025-06-01 11:10,T1,OP1,,,M1,"写错, 重记",' \
    'S01,M3,I1,L1,use,-40,-49383,2025-06-01 11:10,T1,OP1,,,,,' 'S01,M4,I1,L1,waste,-10,-12346,2025-06-01 11:20,,,,,,破损,' \
    'S01,M5,I1,L1,transfer-out,-1,0,2025-06-01 11:30,,,,,,,' 'S01,M6,I1,L1,transfer-out,-1,0,2025-06-01 11:30,,,,,,,' 'S02,M1,I1,L1,transfer-in,1,0,2025-06-01 11:30,,,,,,,' >stock_moves.csv
printf '%s\n' 'store,treatment,staff,part,share' 'S01,T1,D1,operator,700' 'S01,T1,N1,nurse,' >treatment_hands.csv
printf '%s\n' 'store,treatment,line,item,lot,quantity,unit,cost_fen,move' 'S01,T1,1,I1,L1,40,SN9,49383,M1' 'S01,T1,2,I1,L1,-40,SN9,-49383,M2' 'S01,T1,3,I1,L1,40,,49383,M3' >treatment_items.csv
printf '%s\n' 'store,code,client,treatment,kind,at,staff,what,reason' 'S01,BC1,C1,T1,correction,2025-06-01 11:10,D1,"用量, 非 30",写错' 'S01,BC2,C1,T1,late-note,2025-06-01 11:20,N1,x,y' >amendments.csv
printf '%s\n' 'store,treatment,at,gates,reason,asked_by,approved_by' 'S01,T1,2025-06-01 11:00,"exam:blood contract",抢救,li,wang' >overrides.csv
printf '%s\n' 'store,code,client,treatment,at,staff,advice,next_on,proof' 'S01,HL1,C1,T1,2025-06-01 11:40,N1,"冰敷, 防晒",2025-06-15,签收 1' 'S02,HL1,C2,T1,2025-06-01 11:40,,x,,' >cares.csv
printf '%s\n' 'store,code,client,treatment,term,rater,staff,at,score,as_expected,cause,remedy,proof,note' 'S01,EV1,C1,T1,short,staff,D1,2025-07-15 10:00,2,0,剂量,补打,照片 1,n' 'S01,EV2,C1,T1,long,client,,2025-09-15 10:00,5,1,,,,' >evaluations.csv
printf '%s\n' 'store,code,client,treatment,kind,grade,found_at,staff,confirmed,doctor,state,report_by,reported_at,authority,closed_at,outcome,detail' \
    'S01,AE1,C1,T1,infection,3,2025-06-03 10:00,N1,1,D1,closed,2025-06-04,2025-06-03 12:00,卫健委 1,2025-06-10 10:00,痊愈,"红, 肿"' 'S01,AE2,C1,,bruise,1,2025-06-03 10:00,,,,,,,,,,' >adverses.csv
printf '%s\n' 'store,code,client,treatment,plan,step,occurrence,kind,role,staff,grade,due_at,until_at,first_until_at,state,tries,climbed,done_at,done_by,reason' \
    'S01,T1/default/24h/1,C1,T1,default,24h,1,call,nurse,N1,0,2025-06-02 10:00,2025-06-03 09:00,2025-06-02 22:00,done,1,0,2025-06-02 10:30,N1,' \
    'S01,T1/default/7d/1,C1,T1,default,7d,,care,doctor,,2,2025-06-08 10:00,2025-06-09 22:00,,cancelled,,2,,,误登' 'S02,C2:CP1:birthday:2025,C2,,CP1,birthday,2025,recall,consultant,,,2025-06-08 10:00,2025-06-09 22:00,,,,,,,' >tasks.csv
printf '%s\n' 'store,code,client,treatment,task,at,staff,way,inbound,outcome,score,photo,grade,note' 'S01,SF1,C1,T1,T1/default/24h/1,2025-06-02 10:30,N1,wechat,1,answered,4,图 1,2,"红, 肿"' 'S02,SF1,C2,,,2025-06-02 10:30,,,,unreachable,,,,' >followups.csv
printf '%s\n' 'store,code,client,treatment,task,plan,step,occurrence,channel,channels,template,purpose,priority,due_at,until_at,state,next_at,tries,sent_at,late,receipt,reason' \
    'S01,T1/default/60d/1/sms,C1,T1,,default,60d,1,sms,"wechat,email",care.visit,care,3,2025-06-02 10:00,2025-06-09 22:00,sent,2025-06-02 10:00,2,2025-06-03 10:00,1,G1,"忙, 再试"' \
    'S02,M2,C2,,C2:CP1:birthday:2025,CP1,birthday,2025,email,,recall.birthday,marketing,,2025-06-08 10:00,2025-06-09 22:00,,2025-06-08 10:00,,,,,' >messages.csv
printf '%s\n' 'store,code,name,kinds,from_on,to_on,note' 'S01,R1,治疗室1,"laser, skin",2025-01-01,2030-01-01,n' 'S02,R1,b,,,,' >rooms.csv
printf '%s\n' 'store,day,name,state,from_minute,to_minute' 'S01,2025-10-01,国庆,open,570,1020' 'S02,2025-10-01,b,,,' '*,2025-10-01,国庆,closed,0,1440' >closures.csv
printf '%s\n' 'staff,from_at,to_at,kind,approved,note' 'D1,2025-06-01 10:00,2025-06-02 12:00,sick,N1,n' 'N1,2025-06-01 10:00,2025-06-02 12:00,,,' >leaves.csv
printf '%s\n' 'store,staff,starts_at,ends_at,code,role,minutes,of,roster' 'S01,D1,2025-06-01 09:00,2025-06-01 18:00,E,doctor,480,*,2025-06' \
    'S02,D1,2025-06-02 09:00,2025-06-02 18:00,,,,,' >shifts.csv
printf '%s\n' 'store,staff,day,number,uid,sequence,state,starts_at,ends_at,shift,changed_at' \
    'S01,D1,2025-06-01,1,a@medi,2,cancelled,2025-06-01 09:00,2025-06-01 18:00,E,2025-05-21 10:00' 'S02,D1,2025-06-02,1,b@medi,,,2025-06-02 09:00,2025-06-02 18:00,,2025-05-21 10:00' >calendar_entries.csv
printf '%s\n' 'project,doctor,nurse,room,before_minutes,after_minutes' 'P1,1,0,1,5,10' 'P2,,,,,' >project_needs.csv
printf '%s\n' 'staff,code,from_on,to_on' 'D1,emergency,2025-01-01,2030-01-01' 'N1,emergency,,' >skills.csv
printf '%s\n' 'staff,store,from_on,to_on' 'D1,S02,2025-01-01,2030-01-01' 'N1,S01,,' >stations.csv
printf '%s\n' 'staff,from_on,month_hours,month_hours_min,month_hours_max,week_hours_max,run_days_max,run_days_min,off_days_min,weekends_max,late_max,shifts' \
    'D1,2025-06-01,160,120,176,44,5,2,2,3,8,E L' 'N1,2025-06-01,,,,,,,,,,' >work_rules.csv
printf '%s\n' 'staff,day,want,weight,note' 'D1,2025-06-03,off,9,n' 'N1,2025-06-03,E,,' >wishes.csv
printf '%s\n' 'one,other,minutes' 'S01,S02,45' >travels.csv
printf '%s\n' 'store,metric,period,from_on,amount_fen,number,share,note' 'S01,revenue,month,2025-06-01,500000,,,n' '*,arrivals,year,2025-01-01,,900,,' 'S02,conversion,quarter,2025-04-01,,,450,' >goals.csv
printf '%s\n' 'competitor,offer,project,seen_on,amount_fen,activity,source,note' '甲医美,光子,P1,2025-06-01,98000,买一送一,点评,n' '乙医美,水光,,2025-06-02,19900,,,' >market_prices.csv
printf '%s\n' 'store,day,from_minute,to_minute,role,skill,staff,heads,source,note' 'S01,2025-06-03,600,720,nurse,emergency,,2,load,n' 'S01,2025-06-03,600,720,doctor,,D1,1,,' \
    'S02,2025-06-03,600,720,nurse,,,0,,' >heads.csv
printf '%s\n' 'store,code,from_on,to_on,state,of,objective,bound,short_minutes,seed,made_at,published_at,note' \
    '*,2025-06,2025-06-01,2025-07-01,published,,120,118,60,1,2025-05-20 10:00,2025-05-21 10:00,n' 'S02,2025-06,2025-06-01,2025-07-01,,2025-05,,,,,2025-05-20 10:00,,' >rosters.csv
printf '%s\n' 'store,roster,staff,day,what,shift,at,role,starts_at,ends_at,minutes,locked' \
    '*,2025-06,D1,2025-06-03,work,E,S02,doctor,2025-06-03 09:00,2025-06-03 18:00,480,1' 'S02,2025-06,N1,2025-06-03,off,,,,,,,' >roster_cells.csv
printf '%s\n' 'store,client,treatment,survey,question,at,score,note' 'S01,C1,T1,service,csat,2025-06-15 10:00,5,"好, 很好"' 'S02,C2,,store,nps,2025-06-15 10:00,,' >answers.csv
printf '%s\n' 'code,name,rule,store,starts_on,ends_on,answer_days,cap,holdout,voucher_kind,voucher_fen,voucher_days,cost_fen,state' 'CP1,生日,birthday,S01,2025-06-01,2025-06-30,14,100,10,cash,10000,31,5000,running' 'CP2,"唤, 醒",lapsed,,2025-06-01,2025-06-01,,,,,,,,' >campaigns.csv
printf '%s\n' 'store,campaign,client,occurrence,arm,reason,channel,chosen_at,due_at,voucher' 'S01,CP1,C1,2025,sent,"生日, 三天",wechat,2025-06-01 10:00,2025-06-02 10:00,Q1' 'S02,CP2,C2,,held,cycle,call,2025-06-01 10:00,2025-06-02 10:00,' >recipients.csv
printf '%s\n' 'store,followup,kind,grade' 'S01,SF1,redness,2' 'S01,SF1,swelling,0' >symptoms.csv
printf '%s\n' 'store,visit,action,at,staff,proof' 'S01,V1,greet,2025-06-01 10:01,N1,p' 'S02,V1,greet,2025-11-02 14:31,,' >sop_dones.csv
printf '%s\n' 'store,code,client,treatment,visit,staff,item,lot,way,category,severity,opened_at,state,owner,respond_by,responded_at,paused_at,paused_s,compensation_fen,closed_at,improvement,detail' \
    'S01,TS1,C1,T1,V1,D1,I1,L1,phone,effect,2,2025-06-05 10:00,closed,N1,2025-06-06 10:00,2025-06-05 11:00,,60,10000,2025-06-08 10:00,培训,"不满, 效果"' 'S02,TS1,C2,,,,,,web,price,1,2025-06-05 10:00,,,,,,,,,,' >complaints.csv
printf '%s\n' 'store,complaint,client,line,kind,at,staff,with,amount_fen,proof,note' 'S01,TS1,C1,1,open,2025-06-05 10:00,N1,D1,,p,n' 'S01,TS1,C1,2,assign,2025-06-05 10:30,N1,,,,' 'S01,TS1,C1,3,pause,2025-06-05 10:40,N1,,,,' \
    'S01,TS1,C1,4,resume,2025-06-05 10:41,N1,,,,' 'S01,TS1,C1,5,respond,2025-06-05 11:00,N1,D1,,,' 'S01,TS1,C1,6,investigate,2025-06-06 10:00,N1,,,,' \
    'S01,TS1,C1,7,propose,2025-06-06 11:00,N1,,10000,,' 'S01,TS1,C1,8,agree,2025-06-06 12:00,N1,,10000,协议 1,' 'S01,TS1,C1,9,compensate,2025-06-07 10:00,N1,,10000,回单,' \
    'S01,TS1,C1,10,feedback,2025-06-08 09:00,N1,,,,' 'S01,TS1,C1,11,close,2025-06-08 10:00,N1,,,,' 'S02,TS1,C2,1,open,2025-06-05 10:00,,,,,' >complaint_steps.csv
printf '%s\n' 'store,code,item,lot,was,state,at,staff,reason,source' 'S01,LS1,I1,L1,ok,recalled,2025-06-02 10:00,N1,"变色, 沉淀",药监局公告' 'S01,LS2,I1,L1,recalled,quarantined,2025-06-03 10:00,,x,' >lot_states.csv
printf '%s\n' 'store,code,item,client,project,booking,quantity,used,at,until_on,staff,released_at,reason' 'S01,RS1,I1,C1,P1,B1,40,20,2025-05-30 10:00,2025-06-01,N1,2025-06-02 10:00,改期' 'S02,RS1,I1,C2,,,1,,2025-06-01 10:00,2025-06-01,,,' >reservations.csv
printf '%s\n' 'store,code,line,to_store,item,lot,quantity,cost_fen,at,staff,reason,out_move,in_move' 'S01,TF1,1,S02,I1,L1,1,0,2025-06-01 11:30,N1,缺货,M5,' 'S01,TF1,2,S02,I1,L1,1,0,2025-06-01 11:30,,,M6,M1' >transfers.csv
printf '%s\n' 'store,code,at,method,place,witness,staff,second,reason' 'S01,XH1,2025-06-01 18:00,"稀释, 倾倒",处置室,王主任,D1,N1,过期' 'S02,XH1,2025-06-01 18:00,焚烧,医废间,李,,,' >disposals.csv
printf '%s\n' 'store,code,at,position,state,staff,closed_at,closed_by,note' 'S01,SC1,2025-05-31 22:00,0,closed,N1,2025-06-01 09:00,wang,月末' 'S02,SC1,2025-05-31 22:00,7,open,,,,' >stocktakes.csv
printf '%s\n' 'store,stocktake,item,lot,counted,counted_at,staff,move' 'S01,SC1,I1,L1,1000,2025-05-31 23:00,N1,' 'S02,SC1,I1,L1,,,,' >stocktake_lines.csv
printf '%s\n' 'store,code,kind,room,equipment,every_days,basis,from_on,to_on,note' 'S01,TY1,cleaning,R1,,1,visits,2025-06-01,2030-01-01,"每日, 末"' 'S01,TY2,fridge,,E1,7,,2025-06-01,,' >journal_duties.csv
printf '%s\n' 'store,code,kind,at,room,equipment,staff,second,close_by,closed_by,voids,reason,note' 'S01,TZ1,waste,2025-06-01 18:00,R1,E1,N1,D1,2025-06-03 18:00,TZ2,,,"损, 伤"' \
    'S01,TZ2,waste-handover,2025-06-02 18:00,,,N1,D1,,,,,' 'S01,TZ3,fridge,2025-06-02 18:00,,E1,N1,,,,,,' 'S01,TZ4,void,2025-06-02 19:00,,,N1,,,,TZ3,读错,' >journals.csv
printf '%s\n' 'store,journal,name,number,says,places,unit,least,most,verdict' 'S01,TZ1,grams,820,,0,g,1,,ok' 'S01,TZ1,source,,"治疗室, 一",,,,,' 'S01,TZ3,celsius,-85,,1,℃,20,80,bad' >journal_values.csv
printf '%s\n' 'code,class,client,reason,at,by,released_at,released_by,released_why' 'FC1,waste,C1,"检查, 一",2025-06-01 10:00,wang,2025-07-01 10:00,li,结束' 'FC2,,C2,诉讼,2025-06-01 10:00,wang,,,' >holds.csv
for kind in $kinds; do put "$kind"; done

# there and back, in each format, in one process a kind
for form in csv tsv jsonl; do
    for kind in $kinds; do medi-db export -q "$kind" --reveal 'move house' -o $form >"$kind.$form"; done
    use "copy_$form"
    init
    for kind in $kinds; do medi-db import -q "$kind" "$kind.$form" >/dev/null 2>>"trouble.$form"; done
    is "$(cat "trouble.$form")" '' "$form: every kind is read"
    for kind in $kinds; do
        medi-db export -q "$kind" --reveal 'move house' -o $form >again
        ok "$(cmp -s "$kind.$form" again; echo $?)" "$form: $kind comes back byte-identical ($(wc -l <again) lines)"
    done
    run medi-db check --no-header
    is "$code $(printf '%s\n' "$out" | cut -f1-4)" $'1 visit_override\twarning\tS01\tT1' "$form: of the copy the checks find what was passed over, and nothing else"
    use clinic
done
for kind in $kinds; do
    run medi-db import "$kind" "$kind.csv"
    is "$code $(counts | awk '{ print $2 + $3 + $5, $1 == $4 }')" '0 0 1' "$kind: its own export changes nothing"
done

# masked: what is personal does not show, in any format, and cannot come back
for form in csv tsv json jsonl table; do
    run medi-db export clients -o $form --lang en
    is "$code" 0 "masked $form"
    for secret in 张三 13800138000 1949123 'x, y' 无香 212555 𠮷野; do
        case $out in *"$secret"*) ok 1 "masked $form: $secret shows" ;; esac
    done
    like "$err" 'personal columns are masked; --reveal REASON shows them and is logged' "masked $form: says so"
done
like "$(medi-db export clients C1 -o csv --no-header)" '^C1,张\*\*,\+86138\*\*\*\*8000,110\*\*\*\*\*\*\*\*\*\*\*2X,female,1949-12-31,S01,dy,D1,N1,2025-06-01,client,\*\*\*,-0\.500000,121\.000000,zh,\*\*\*,\*\*\*,\*\*\*,\*\*\*,\*\*\*,\*\*\*$' 'masked: what stands instead'
medi-db export clients -q -o csv >masked.csv
before=$(everything)
exits 3 'masked import' medi-db import clients masked.csv --lang en
like "$err" 'name: masked; export it with --reveal, or leave it empty' 'masked import: says what to do'
is "$(everything)" "$before" 'masked import: nothing written'
medi-db export leads -q -o csv >masked.csv
exits 3 'masked leads' medi-db import leads masked.csv

# a look behind the mask is on record before it is given
logged() { ask "SELECT count(*) FROM log WHERE verb = 'export'"; }
n=$(logged)
person 稽核 manager
exits 0 'reveal' env MEDI_ACTOR=稽核 medi-db export clients C1 --reveal '投诉 17 号' -o csv --no-header
like "$out" '^C1,张三,\+8613800138000,11010519491231002X' 'reveal: shows'
is "$(ask "SELECT actor || tool || subject || detail FROM log WHERE verb = 'export' ORDER BY store_id, seq DESC LIMIT 1")" '稽核medi-dbclients投诉 17 号' 'reveal: is logged, with who and why'
is "$(logged)" $((n + 1)) 'reveal: one entry'
medi-db export clients --reveal 'nobody reads it' >/dev/full 2>/dev/null
is "$(logged)" $((n + 2)) 'reveal: is logged also when the output fails'
exits 2 'reveal without a reason' medi-db export clients --reveal ''
exits 2 'reveal with nothing behind it' medi-db export clients --reveal
exits 0 'reveal of what is not personal' medi-db export visits --reveal 'no need'
is "$(logged)" $((n + 2)) 'reveal: neither is logged'
hold 2 &
sleep 0.5
run medi-db export clients --reveal 'busy now' -o csv --no-header
wait
is "$code $(printf '%s\n' "$out" | wc -l) $(logged)" "0 3 $((n + 3))" 'reveal: waits for its entry'

# codes, stores, nothing
exits 0 'by code' medi-db export visits V2 --no-header
is "$(printf '%s\n' "$out" | cut -f1,2)" "S02	V2" 'by code: that one'
exits 1 'by codes of which one is not there' medi-db export visits V2 nothing --lang en
like "$err" '1 of 2 codes found' 'by codes: says how many'
exits 0 'by store' medi-db export visits -s S01 --no-header
is "$(printf '%s\n' "$out" | wc -l)" 1 'by store: its own'
exits 3 'by a store that is not there' medi-db export visits -s S0 --lang en
like "$err" 'store S0: not in the database; did you mean S0[12]\?' 'by a store that is not there: the nearest'
exits 2 'codes of what has none' medi-db export prices P1 --lang en
like "$err" 'prices have no code; leave the codes out' 'codes of what has none: says so'
exits 2 'an unknown kind' medi-db export visit --lang en
like "$err" 'visit: no such kind; did you mean visits\?' 'an unknown kind: the nearest'
init
exits 0 'nothing' medi-db export visits -o csv
is "$out" 'store,code,client,arrived_at,seen_at,left_at,purpose,status,channel,consultant,doctor,note' 'nothing: a header'
is "$(medi-db export visits -o json | tr -d '\n')" '[]' 'nothing: an empty array'
is "$(medi-db export visits -o jsonl)" '' 'nothing: no line'
