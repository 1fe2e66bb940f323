#!/bin/bash
# medi-audit over a whole chain: CPU of the whole process of `run` (every rule of the pack, in all stores), against one count(*) over the
# same joins in SQLite's shell, and of `run --since last` behind a day's work. A chain of 20 stores and 36 months with treatments,
# payments, consultations and the papers of each treatment (audit_papers.awk), of which one in a thousand is missing. Prints a table
# with what each must not be above; what the run since the last one says must be what a whole run says. Ends with 1 if not.
#
#   [SIZE=5000000] [BENCH_DIR=DIR] [RULES=1] tests/bench/audit.sh BUILD [data]
# SIZE: visits. BENCH_DIR (build/bench-audit) keeps the database, which takes most of the time. RULES: also each rule alone. data: only
# the database.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-build}" && pwd)
size=${SIZE:-5000000}
work=${BENCH_DIR:-$build/bench-audit}/$size
mkdir -p "$work"
cd "$work"
export MEDI_KEY="$work/key" MEDI_NOW=2026-01-01T09:00:00+08:00 PATH="$build/bin:$PATH" LC_ALL=C
unset MEDI_STORE MEDI_CONFIG MEDI_ACTOR || true
say() { printf '%s\n' "$*" >&2; }
cpu() { # COMMAND…: seconds; what it says goes to out and err
    local TIMEFORMAT='%U %S'
    { time "$@" >out 2>err || [ $? = 1 ]; } 2>&1 | awk '{ printf "%.2f\n", $1 + $2 }'
}
import() { # DATABASE KIND FILE
    medi-db import -q -d "$1" "$2" "$3" >/dev/null || { say "$2: not imported"; exit 2; }
}

# ---- data: all but the last day, and the last day -------------------------------------------------------
daily='visits:4 consultations:7 payments:13 treatments:10'
make_chain() {
    say "making $size visits"
    rm -rf chain day && mkdir -p chain day
    "$build/maker" --stores 20 --months 36 --clients $((size * 4 / 25)) --visits "$size" --seed 7 --out chain \
        --only stores,staff,licences,channels,projects,prices,clients,visits,consultations,payments,treatments,items,suppliers,lots
    for kind in $daily; do
        awk -F, -v at="${kind#*:}" -v day="day/${kind%:*}.csv" 'NR == 1 { print >day; print; next }
            substr($at, 1, 10) == "2025-12-31" { print >day; next } { print }' "chain/${kind%:*}.csv" >chain/rest.csv
        mv chain/rest.csv "chain/${kind%:*}.csv"
    done
    awk -v out=chain -f "$here/audit_papers.awk" chain/lots.csv chain/treatments.csv
    cat chain/treatments.csv day/treatments.csv >chain/rest.csv
    awk -v out=day -v skip="$(wc -l <chain/treatments.csv)" -f "$here/audit_papers.awk" chain/lots.csv chain/rest.csv
    # what an orderly chain has, and the maker does not say: forms, who may do what, birthdays
    awk -F, 'FNR == NR { if ($6 == "") nurse[$5]; next } FNR == 1 { print $0 ",consent,contract,licence"; next }
        { print $0 "," ($4 == "care" ? "" : "TY") ",0," ($1 in nurse ? "nurse" : "") }' chain/treatments.csv chain/projects.csv >chain/rest.csv
    mv chain/rest.csv chain/projects.csv
    awk -F, -v OFS=, 'NR > 1 && $6 == "" { $6 = "1990-05-01" } { print }' chain/clients.csv >chain/rest.csv
    mv chain/rest.csv chain/clients.csv
    printf 'code,series,version,name,valid_from\nTY1,TY,1,医疗美容知情同意书,2020-01-01\n' >chain/consent_forms.csv
    awk -F, 'BEGIN { print "item,project,says" } /^ZS/ { print "YP001," $1 ",说明书" }' chain/projects.csv >chain/indications.csv
}
papers='assessments signatures notices cares treatment_items product_checks'
if [ ! -f made ]; then
    make_chain
    rm -f base.db*
    medi-db init -q --test -d base.db
    say 'importing it'
    for kind in stores staff licences channels projects prices consent_forms items suppliers lots indications clients visits consultations \
        payments treatments $papers; do
        import base.db "$kind" "chain/$kind.csv"
    done
    touch made
fi
[ "${2:-}" != data ] || exit 0
rm -f run.db*
cp base.db run.db
export MEDI_DB=$work/run.db

# ---- what is measured -----------------------------------------------------------------------------------
cat >count.sql <<'SQL'
SELECT count(*) FROM treatment AS t JOIN store AS s ON s.id = t.store_id JOIN project AS p ON p.id = t.project_id
JOIN client AS c ON c.id = t.client_id JOIN visit AS v ON v.store_id = t.store_id AND v.id = t.visit_id
LEFT JOIN staff AS d ON d.id = t.doctor_id LEFT JOIN staff AS n ON n.id = t.nurse_id
WHERE EXISTS (SELECT 1 FROM licence AS l WHERE l.staff_id = COALESCE(t.doctor_id, t.nurse_id) AND l.valid_from <= t.day)
  AND EXISTS (SELECT 1 FROM assessment AS a WHERE a.client_id = t.client_id AND a.project_id = t.project_id AND a.at <= t.started_at)
  AND (p.consent IS NULL OR EXISTS (SELECT 1 FROM signature AS g JOIN consent_form AS f ON f.id = g.form_id AND f.series = p.consent
       WHERE g.client_id = t.client_id AND g.project_id = t.project_id AND g.signed_at <= t.started_at))
  AND EXISTS (SELECT 1 FROM notice AS n WHERE n.client_id = t.client_id AND n.kind = 'risk' AND n.at <= t.started_at)
  AND EXISTS (SELECT 1 FROM consultation AS k WHERE k.client_id = t.client_id AND k.day <= t.day)
  AND EXISTS (SELECT 1 FROM care AS k WHERE k.store_id = t.store_id AND k.treatment_id = t.id)
SQL
bad=0
row() { # NAME CPU LIMIT NOTE
    local over=''
    [ -z "$3" ] || ! awk -v a="$2" -v b="$3" 'BEGIN { exit !(a > b) }' || { over=' OVER' bad=1; }
    printf '%s%s\t%s\t%s\t%s\n' "$1" "$over" "$2" "$3" "${4:-}"
}
findings() { cut -f2-7 out | sort; } # without the mark, which says what was before
audit() { medi-audit run --lang en -o tsv --no-header "$@"; }
printf 'rows\t'
sqlite3 -readonly run.db "SELECT (SELECT count(*) FROM visit) || ' visits, ' || (SELECT count(*) FROM treatment) || ' treatments, ' ||
    (SELECT count(*) FROM payment) || ' payments, ' || (SELECT count(*) FROM assessment) || ' assessments'"
printf 'what\tcpu_s\tmust\tsays\n'
if [ -n "${RULES:-}" ]; then
    for rule in $(medi-audit list --no-header | cut -f1); do
        row "$rule" "$(cpu audit --no-record --rule "$rule")" '' "$(wc -l <out)"
    done
fi
counted=$(cpu sqlite3 -readonly -batch run.db '.read count.sql')
row 'count(*) over the same joins' "$counted" '' "$(cat out)"
row 'run, all rules' "$(cpu audit)" "$(awk -v c="$counted" 'BEGIN { print 3 * c }')" "$(tail -1 err)"
say "importing a day"
for kind in $papers; do [ "$(wc -l <"day/$kind.csv")" -gt 1 ] || rm -f "day/$kind.csv"; done
for kind in visits consultations payments treatments $papers; do
    [ ! -f "day/$kind.csv" ] || import run.db "$kind" "day/$kind.csv"
done
row 'run --since last, behind a day of work' "$(cpu audit --since last --no-record)" 2 "$(tail -1 err)"
findings >since.tsv
row 'run, all rules, likewise' "$(cpu audit --no-record)" '' "$(tail -1 err)"
findings >whole.tsv
cmp -s since.tsv whole.tsv || { bad=1; echo 'they DIFFER: since.tsv, whole.tsv'; }
exit $bad
