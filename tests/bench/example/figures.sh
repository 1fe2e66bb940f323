#!/bin/sh
# The true figures of the example clinic, reckoned from its files and ANSWERS alone: figures.sh DIRECTORY
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
cd "$1"
iconv -f GB18030 -t UTF-8 visits.csv >"$work/visits.csv"
printf 'metric\tmonth\tchannel\tvalue\tof\n'
awk -f "$here/figures.awk" ANSWERS channels.csv clients.csv appointments.csv "$work/visits.csv" \
    consultations.csv payments.csv | sort
