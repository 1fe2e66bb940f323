#!/bin/bash
# D6: check: integrity, references and what must hold between records; a line a finding; exit 1 if any.
. "$(dirname "$0")/lib.sh"
clinic

exits 0 'nothing to find' medi-db check --lang en
like "$err" '^medi-db: [0-9]+ checks, nothing found$' 'nothing to find: says so'
is "$out" 'check	severity	store	subject	detail	says' 'nothing to find: no finding'
exits 0 'nothing to find, quietly' medi-db check -q --no-header
is "$out$err" '' 'nothing to find, quietly: nothing is said'
exits 0 'the list' medi-db check --list --no-header --lang en
is "$(printf '%s\n' "$out" | wc -l)" "$(($(find "$top/lib/check/sql" -name '*.sql' | wc -l) + 4))" 'the list: integrity, log, rows, rollups, and every statement'
is "$(printf '%s\n' "$out" | awk -F '\t' '$2 == ""' | wc -l)" 0 'the list: each says what is wrong'

# what an import takes, since only all records together show it
printf '%s\n' 'store,code,client,arrived_at' 'S01,V1,C1,2026-07-01 10:00' >visits.csv
printf '%s\n' 'store,code,client,visit,project,doctor,started_at' 'S01,T1,C2,V1,P1,N1,2026-07-01 09:00' >treatments.csv
printf '%s\n' 'store,code,order,client,amount_fen,paid_at,kind' 'S01,Y1,O1,C1,100,2026-07-01,payment' 'S01,Y2,O1,C1,-300,2026-07-02,refund' >payments.csv
printf '%s\n' 'store,code,client,doctor,room,starts_at,ends_at' 'S01,B1,C1,D1,R1,2026-07-01 10:00,2026-07-01 11:00' 'S01,B2,C2,D1,R1,2026-07-01 10:30,2026-07-01 11:00' >appointments.csv
for kind in visits treatments payments appointments; do medi-db import -q $kind $kind.csv >/dev/null; done
exits 1 'findings' medi-db check --lang en --no-header
is "$(printf '%s\n' "$out" | cut -f1-5)" 'appointment_overlap_doctor	error	S01	B2	B1, D1 张医生
appointment_overlap_room	error	S01	B2	B1, R1
refund_beyond_order	error	S01	O1	-200 fen
treatment_before_arrival	error	S01	T1	V1
treatment_by_no_doctor	error	S01	T1	N1 李护士, nurse
treatment_other_client	error	S01	T1	C2 / V1 C1' 'findings: one line each'
is "$err" '' 'findings: nothing else is said'
exits 1 'one check' medi-db check treatment_before_arrival --no-header
is "$(printf '%s\n' "$out" | wc -l)" 1 'one check: its finding alone'
exits 0 'another check' medi-db check visit_times --no-header
is "$out" '' 'another check: finds nothing'
exits 0 'integrity alone' medi-db check integrity --lang en
exits 1 'from errors on' medi-db check --fail-on error
exits 2 'a wrong severity' medi-db check --fail-on terrible --lang en
exits 2 'an unknown check' medi-db check visit_tims --lang en
like "$err" '^medi-db: visit_tims: no such check; did you mean visit_times' 'an unknown check: the nearest'
is "$(medi-db check -o jsonl | head -1 | cut -c1-57)" '{"check":"appointment_overlap_doctor","severity":"error",' 'as JSON Lines'

# behind the tools' backs
damage() { # NAME SQL PATTERN
    copy hurt
    change "$2" "$(at hurt)"
    exits 1 "$1" medi-db check -d "$(at hurt)" --lang en --no-header
    like "$out" "$3" "$1: found"
}
damage 'a row that refers to nothing' 'DELETE FROM client WHERE id = 1' '^integrity	error	.*refer to rows of client that are not there'
damage 'an entry of the log taken out' 'DELETE FROM log WHERE seq = 3' '^log	error	\*	entry 3	missing'
damage 'a counter set back' "UPDATE counter SET next_id = 1 WHERE name = 'visit'" '^counter_behind	error	S01	visit	1'
damage 'a visit that ends before it begins' 'UPDATE visit SET left_at = arrived_at - 1' '^visit_times	error	S01	V1'
damage 'a visit on a wrong day' 'UPDATE visit SET day = day + 2' '^visit_day	error	S01	V1'
