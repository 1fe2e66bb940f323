#!/bin/bash
# R7: shifts for the calendars of others: names that stay, a sequence that rises, what was taken back, clocks that change; read by
# another's library.
# (Seen to fail: a sequence that stays; lines folded inside a character; commas not escaped; a zone without its changes; times that the
# clock shows twice by the clock; entries made by publish alone.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r2_lib.sh"
. "$top/tests/cli/r7_lib.sh"
roster_clinic
# A calendar as another's library reads it: a line an event.
events() { # FILE
    /usr/bin/python3 -c '
import icalendar, sys, datetime
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
assert calendar["VERSION"] == "2.0" and "METHOD" not in calendar
zones = {z["TZID"] for z in calendar.walk("VTIMEZONE")}
for e in calendar.walk("VEVENT"):
    assert not e.errors and "CLASS" not in e
    start, end = e["DTSTART"].dt, e["DTEND"].dt
    assert "TZID" not in e["DTSTART"].params or e["DTSTART"].params["TZID"] in zones
    utc = lambda t: t.astimezone(datetime.timezone.utc).strftime("%m-%dT%H:%MZ")
    print(e["UID"][:8], e["SEQUENCE"], e["STATUS"], utc(start), utc(end), e["DTSTAMP"].dt.strftime("%m-%dT%H:%MZ"), str(e["SUMMARY"]), sep="|")' "$1"
}
ical() { medi-roster calendar --ical --lang zh "$@" >cal.ics && events cal.ics | cut -d '|' -f2-; }
uids() { events cal.ics | cut -d '|' -f1 | sort | joined; }

# ---- a life of a shift ----
draft S01 oct 2026-10-05 'D1 E E' 'N1 E L@S02'
medi-roster publish -q -s S01 oct
is "$(ical --staff D1)" "$(lines '0|CONFIRMED|10-05T01:00Z|10-05T10:00Z|10-01T01:00Z|早班 旗舰店' '0|CONFIRMED|10-06T01:00Z|10-06T10:00Z|10-01T01:00Z|早班 旗舰店')" 'published'
first=$(uids)
is "$(ical -s S01 | cut -d '|' -f6 | joined ';')" '早班 旗舰店 医生1;早班 旗舰店 护士一;早班 旗舰店 医生1' 'of a store: with names'
is "$(ical | wc -l)" 4 'of all'
export MEDI_NOW=2026-10-02T09:00:00+08:00
draft S01 oct2 2026-10-05 'D1 L off' 'N1 E L@S02'
medi-roster publish -q -s S01 oct2
is "$(ical --staff D1)" "$(lines '1|CONFIRMED|10-05T04:00Z|10-05T13:00Z|10-02T01:00Z|晚班 旗舰店' '1|CANCELLED|10-06T01:00Z|10-06T10:00Z|10-02T01:00Z|早班 旗舰店')" 'moved, and taken back'
is "$(uids)" "$first" 'under the same names'
is "$(ical --staff N1 | cut -d '|' -f1,5 | joined)" '0|10-01T01:00Z,0|10-01T01:00Z' 'what did not change tells nothing'
export MEDI_NOW=2026-10-03T09:00:00+08:00
medi-roster shift add -q -s S01 D1 --day 2026-10-06 --from 10:00 --to 14:00
is "$(ical --staff D1 | tail -1)" '2|CONFIRMED|10-06T02:00Z|10-06T06:00Z|10-03T01:00Z|班次 旗舰店' 'given again by hand: confirmed'
medi-roster shift drop -q -s S01 D1 --day 2026-10-06
is "$(ical --staff D1 | tail -1 | cut -d '|' -f1,2)" '3|CANCELLED' 'and taken back again'
is "$(uids)" "$first" 'still the same'
export MEDI_NOW=2026-10-06T23:00:00+08:00
is "$(ical --staff D1 | wc -l)" 2 'until its day is over'
export MEDI_NOW=2026-10-07T00:30:00+08:00
is "$(ical --staff D1 | cut -d '|' -f2)" CONFIRMED 'then it is gone; what was worked stays'
is "$(ical --staff D1 --from-day 2026-10-06)" '' 'a window'
export MEDI_NOW=2026-10-01T09:00:00+08:00
medi-roster shift add -q -s S01 D2 --day 2026-10-09 --from 9:00 --to 12:00
medi-roster shift add -q -s S01 D2 --day 2026-10-09 --from 14:00 --to 18:00
is "$(ical --staff D2 | cut -d '|' -f2-4 | joined ';')" 'CONFIRMED|10-09T01:00Z|10-09T04:00Z;CONFIRMED|10-09T06:00Z|10-09T10:00Z' 'two on a day'
is "$(uids | tr , '\n' | sort -u | wc -l)" 2 'have two names'

# ---- what came by import ----
printf 'store,staff,starts_at,ends_at\nS01,K1,2026-10-12 09:00,2026-10-12 18:00\n' | medi-db import -q shifts - >/dev/null
is "$(ical --staff K1)" '0|CONFIRMED|10-12T01:00Z|10-12T10:00Z|10-01T01:00Z|班次 旗舰店' 'is there'
imported=$(uids)
draft S01 k 2026-10-12 'K1 L'
medi-roster publish -q -s S01 k
is "$(ical --staff K1 | cut -d '|' -f1-3) $(uids)" "1|CONFIRMED|10-12T04:00Z $imported" 'and changes as any other'
medi-db export -q shifts >shifts.tsv
medi-db export -q calendar_entries >entries.tsv
medi-roster calendar --ical >here.ics
(
    init other
    use other
    for kind in stores staff; do MEDI_DB=$(at clinic) medi-db export -q $kind >$kind.tsv; medi-db import -q $kind $kind.tsv >/dev/null; done
    MEDI_DB=$(at clinic) medi-db export -q rosters >rosters.tsv
    medi-db import -q rosters rosters.tsv >/dev/null
    medi-db import -q shifts shifts.tsv >/dev/null
    medi-db import -q calendar_entries entries.tsv >/dev/null
    medi-roster calendar --ical >there.ics
)
ok "$(cmp -s here.ics there.ics; echo $?)" 'another database, with what was exported, tells the same'

# ---- bytes ----
medi-db store edit -q S01 --name "$(printf '美%.0s' $(seq 40)),路; \\ 一号, 二号" >/dev/null
ical -s S01 >/dev/null
is "$(/usr/bin/python3 -c '
import icalendar
raw = open("cal.ics", "rb").read()
lines = raw.split(b"\r\n")
assert b"\n" not in raw.replace(b"\r\n", b"") and lines[-1] == b""
print(max(map(len, lines)), all(l.decode("utf8") is not None for l in lines))
assert "路\\; \\\\ 一号\\, 二号".encode() in raw.replace(b"\r\n ", b"")
print({str(e["LOCATION"]) for e in icalendar.Calendar.from_ical(raw).walk("VEVENT")})' 2>&1)" "$(lines '75 True' "{'$(printf '美%.0s' $(seq 40)),路; \\\\ 一号, 二号'}")" 'folded at 75 octets between characters, escaped, CRLF'
medi-db store edit -q S01 --name 旗舰店 >/dev/null

# ---- clocks that change ----
printf 'code,name,zone\nS03,Berlin,Europe/Berlin\nS04,NY,America/New_York\n' | medi-db import -q stores - >/dev/null
printf 'code,name,role,store\nB1,Bo,consultant,S03\nY1,Yo,consultant,S04\n' | medi-db import -q staff - >/dev/null
draft S03 spring 2027-03-27 'B1 22:00-6:00 E 2:30-9:00'
is "$(medi-roster show -s S03 spring -o jsonl --lang en | sed 's/.*"starts_at":"\([^"]*\)","ends_at":"\([^"]*\)","minutes":\([0-9]*\).*/\1 \2 \3/')" "$(lines \
    '2027-03-27T22:00:00+01:00 2027-03-28T06:00:00+02:00 420' '2027-03-28T09:00:00+02:00 2027-03-28T18:00:00+02:00 480' '2027-03-29T02:30:00+02:00 2027-03-29T09:00:00+02:00 390')" 'a night of seven hours, on a day of 23'
medi-roster publish -q -s S03 spring
is "$(ical -s S03 | cut -d '|' -f3,4 | joined ';')" '03-27T21:00Z|03-28T04:00Z;03-28T07:00Z|03-28T16:00Z;03-29T00:30Z|03-29T07:00Z' 'and the calendar knows'
is "$(grep -c '^BEGIN:DAYLIGHT' cal.ics)" "$(grep -c '^TZOFFSETTO:+0200' cal.ics)" 'the zone has its summers'
like "$(tr -d '\r' <cal.ics | joined ' ')" 'BEGIN:DAYLIGHT DTSTART:20270328T020000 TZOFFSETFROM:\+0100 TZOFFSETTO:\+0200 END:DAYLIGHT' 'from the moment on'
printf 'store,staff,starts_at,ends_at\nS03,B1,2026-10-25T02:30:00+02:00,2026-10-25T02:30:00+01:00\nS03,B1,2026-10-25T02:45:00+01:00,2026-10-25T08:00:00+01:00\n' | medi-db import -q shifts - >/dev/null
is "$(ical -s S03 --to-day 2026-10-31 | cut -d '|' -f3,4 | joined ';')" '10-25T00:30Z|10-25T01:30Z;10-25T01:45Z|10-25T07:00Z' 'what the clock shows twice is not mistaken'
like "$(tr -d '\r' <cal.ics | joined ' ')" 'DTSTART:20261025T003000Z DTEND:20261025T013000Z .*DTEND;TZID=Europe/Berlin:20261025T080000' 'such times are in UTC'
printf 'store,staff,starts_at,ends_at\nS04,Y1,2026-12-01 09:00,2026-12-01 18:00\n' | medi-db import -q shifts - >/dev/null
is "$(ical | wc -l) $(grep -c '^BEGIN:VTIMEZONE' cal.ics)" '13 3' 'each zone once'

# ---- words ----
exits 2 'rows of bookings have no such' medi-roster calendar --staff D1
exits 2 'nor has a calendar rows' medi-roster calendar --ical -o json
exits 3 'nobody' medi-roster calendar --ical --staff D99
exits 0 'an empty one' medi-roster calendar --ical --staff E1
is "$(tr -d '\r' <<<"$out" | head -1)-$(tr -d '\r' <<<"$out" | tail -1)" 'BEGIN:VCALENDAR-END:VCALENDAR' 'is a calendar'
run medi-audit verify
is "$code" 0 'all of it stands in the log'
