#!/bin/bash
# M2, M8: the CDNOW sample imported as visits and payments, and shown: clients of each month, new ones, money. Where the sample is not
# there (MEDI_TESTDATA/clv) a small one of its shape is drawn. Each number is counted by awk from the file; of the sample the published
# ones besides. Seen to fail: clients counted by visits, the first visit taken for that of each month.
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/m8_lib.sh"
sample=${MEDI_TESTDATA:-$top/../shared/testdata}/clv/CDNOW_sample.txt
if [ ! -r "$sample" ]; then
    sample=$work/drawn.txt
    awk 'BEGIN { for (i = 1; i <= 3000; i++) { s = (s * 1103515245 + 12345) % 2147483648; d = int(s / 65536)
        printf " %05d %04d 1997%02d%02d  1  %d.%02d\n", d % 400, d % 400, d % 12 + 1, d % 28 + 1, d % 90, d % 100 } }' >"$sample"
fi
cdnow "$sample"
shown() { medi-kpi show "$@" --from 1997-01-01 --to 1998-07-01 --no-header -q; }
counted() { sort -k2,2 cdnow.txt | awk "$1" | sort; }
is "$(shown arrivals_heads --by month)" "$(counted '{ m = substr($2, 1, 7); if (!seen[m, $1]++) n[m]++ } END { for (m in n) print m "\t" n[m] }')" 'clients of each month'
is "$(shown new_share --by month | awk -F '\t' '$3 > 0 { print $1 "\t" $3 }')" "$(counted '{ if (!seen[$1]++) n[substr($2, 1, 7)]++ } END { for (m in n) print m "\t" n[m] }')" 'new ones'
is "$(shown revenue --by month)" "$(counted '{ sub(/\./, "", $3); n[substr($2, 1, 7)] += $3 } END { for (m in n) print m "\t" n[m] }' | awk -F '\t' '$2 > 0')" 'money of each month'
is "$(shown arrivals_year --by quarter --facts | tail -1 | cut -f2)" "$(awk '$2 >= "1997-07-01" && $2 < "1998-07-01" && !seen[$1]++ { n++ } END { print n + 0 }' cdnow.txt)" 'clients of the last 365 days'
if [ "$sample" != "$work/drawn.txt" ]; then
    is "$(shown revenue)" 24409194 'CDNOW: 244,091.94 in all'
    is "$(shown arrivals_heads)" 2357 'CDNOW: 2,357 clients'
    is "$(medi-kpi show new_share --from 1997-01-01 --to 1997-04-01 --no-header -q | cut -f2)" 2357 'CDNOW: all of them new in the first quarter'
    is "$(medi-kpi show retention_90 --from 1997-01-01 --to 1997-04-01 --no-header -q | cut -f1-3 | tr '\t' ' ')" '0.219347 517 2357' 'CDNOW: 21.93 % come again within 90 days'
fi
