#!/usr/bin/env python3
"""Judges a clinic's roster by its exported records and the rules pack alone: shares no code with the planner.

    clinic.py DIR rosters.yaml ROSTER [STORE] [--before CELLS.csv] [--parts]

DIR has KIND.csv as `medi-db export KIND -o csv` writes them: rosters, roster_cells, staff, posts, licences, leaves,
skills, stations, work_rules, wishes, heads, shifts, closures, stores, travels, appointments; what is not there is empty.
ROSTER is the chain's, or STORE's. --before: roster_cells as they were, whose locked ones must stand unchanged.

Prints `RULE: PERSON: DAY: what` for each hard rule that is broken, then `short MINUTES` and `objective N`; exits with 1
if a rule is broken. The rules and the price are those of the prose in rosters.yaml, lib/rota/model.h and
lib/db/schema/0010-rota.sql; where these leave it open:

 - heads and cover of one role and time are one demand, the greater; heads by skill or name are demands beside it
 - a head too many is one also while the store is not open; a post ends before its to_on, left_on is the last day
 - minutes missing are also those of people wanted by name; their price is the whole of it
 - a person's own rules are those in force on the day that they are about; a month's and a run's, on its last day
 - runs that touch the first or last day of what is known (shifts before, the roster) are not too short
 - hours of a month are cut by the roster's days of it, the least and the contract's then by the share of those on which
   the person has a post and is not on leave all day; each time to whole minutes
 - weekends and late shifts of a month are those of all its days, also before the roster
"""
import csv
import datetime
import os
import re
import sys
from zoneinfo import ZoneInfo

DAY = datetime.timedelta(days=1)
RULES = ("month_hours", "month_hours_min", "month_hours_max", "week_hours_max", "run_days_max", "run_days_min",
         "off_days_min", "weekends_max", "late_max")


# ---- what is read ----------------------------------------------------------------------------------------------------

def value(text):
    text = text.strip()
    if text.startswith("{"):
        return {k.strip(): value(v) for k, v in (part.split(":", 1) for part in split(text[1:-1]) if part.strip())}
    if text.startswith("["):
        return [value(part) for part in split(text[1:-1]) if part.strip()]
    return int(text) if re.fullmatch(r"-?\d+", text) else text


def split(text):
    """At commas that stand in no brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "{[") - (sign in "}]")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def pack(path):
    """The one shape of rosters.yaml: sections of `name: value`, or a section in braces."""
    found, section = {}, None
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = re.sub(r"(^|\s)#.*", "", line).rstrip()
            if not line:
                continue
            name, _, text = line.strip().partition(":")
            if line[0] != " ":
                section = found[name] = value(text) if text.strip() else {}
            else:
                section[name] = value(text)
    return found


def minute(text):
    hours, minutes = str(text).split(":")
    return int(hours) * 60 + int(minutes)


def words(text):
    return text if isinstance(text, list) else re.split(r"[ ,]+", text.strip()) if text else []


def day_of(text, default=None):
    return datetime.date.fromisoformat(text[:10]) if text else default


def moment(text):
    return datetime.datetime.fromisoformat(text)


def rows(folder, kind):
    path = os.path.join(folder, kind + ".csv")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def hours_of(text):
    """[(from, to)] for each weekday, of `Mo-Sa 09:00-18:00; Su 10:00-16:00`."""
    names, week = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"], [[] for _ in range(7)]
    for part in filter(None, (p.strip() for p in text.split(";"))):
        days = re.match(r"((?:Mo|Tu|We|Th|Fr|Sa|Su)[-,A-Za-z]*)\s+", part)
        times = [tuple(map(minute, pair)) for pair in re.findall(r"(\d+:\d+)-(\d+:\d+)", part)]
        which = range(7)
        if days:
            which = []
            for piece in days.group(1).split(","):
                first, last = (names.index(name) for name in (piece.split("-") * 2)[:2])
                which += range(first, last + 1)
        for weekday in which:
            week[weekday] = times
    return week


class Clinic:
    def __init__(self, folder, pack_path, roster, store):
        kinds = {kind: rows(folder, kind) for kind in (
            "rosters roster_cells staff posts licences leaves skills stations work_rules wishes heads shifts closures "
            "stores travels appointments").split()}
        self.pack, self.store = pack(pack_path), store or "*"
        self.kinds = kinds
        named = [r for r in kinds["rosters"] if r["code"] == roster and r["store"] in (self.store, "" if not store else store)]
        if not named:
            sys.exit(f"clinic.py: {roster}: no such roster")
        self.roster = named[0]
        self.first, self.end = day_of(self.roster["from_on"]), day_of(self.roster["to_on"])
        self.days = [self.first + DAY * i for i in range((self.end - self.first).days)]
        self.cells = [c for c in kinds["roster_cells"] if c["roster"] == roster and c["store"] == self.roster["store"]]
        self.stores = {s["code"]: s for s in kinds["stores"]}
        self.zones = {code: ZoneInfo(s["zone"] or "Asia/Shanghai") for code, s in self.stores.items()}
        self.hours = {code: hours_of(s["hours"]) if s["hours"] else None for code, s in self.stores.items()}
        self.travels = {frozenset((t["one"], t["other"])): int(t["minutes"]) for t in kinds["travels"]}
        self.shifts = self.pack["shifts"]
        self.weights = self.pack["weights"]
        self.leaves = {}
        for leave in kinds["leaves"]:
            self.leaves.setdefault(leave["staff"], []).append((moment(leave["from_at"]), moment(leave["to_at"])))
        self.of_staff = {}
        for kind in ("licences", "skills", "stations", "work_rules", "wishes"):
            for row in kinds[kind]:
                self.of_staff.setdefault((kind, row["staff"]), []).append(row)
        self.posts = {}
        for person in kinds["staff"]:
            self.posts[person["code"]] = [
                (day_of(p["from_on"], datetime.date.min), day_of(p["to_on"], datetime.date.max), p["role"], p["store"] or person["store"])
                for p in kinds["posts"] if p["staff"] == person["code"]] or [
                (day_of(person["hired_on"], datetime.date.min), day_of(person["left_on"], datetime.date.max - DAY) + DAY,
                 person["role"], person["store"])]
        self.people = sorted({c["staff"] for c in self.cells})
        self.work = {who: self.worked(who) for who in self.people}

    def worked(self, who):
        """{day: (starts, ends, minutes, store, late, cell or None)}: the roster, and the shifts of days that it has not."""
        found = {}
        for shift in self.kinds["shifts"]:
            if shift["staff"] != who:
                continue
            starts, ends = moment(shift["starts_at"]), moment(shift["ends_at"])
            day = starts.astimezone(self.zones[shift["store"]]).date()
            if self.first <= day < self.end:
                continue
            code = self.code_of(starts, ends, shift["store"])
            minutes = int((ends - starts).total_seconds()) // 60 - (self.shifts[code].get("break", 0) if code else 0)
            late = bool(code) and self.shifts[code].get("late") == "yes"
            found[day] = (starts, ends, minutes, shift["store"], late, None)
        for cell in self.cells:
            if cell["staff"] == who and cell["what"] == "work":
                late = self.shifts.get(cell["shift"], {}).get("late") == "yes"
                found[day_of(cell["day"])] = (moment(cell["starts_at"]), moment(cell["ends_at"]), int(cell["minutes"]),
                                              cell["at"], late, cell)
        return found

    def code_of(self, starts, ends, store):
        for code, shift in self.shifts.items():
            day = starts.astimezone(self.zones[store]).date()
            if (self.at(store, day, minute(shift["from"])), self.at(store, day, minute(shift["to"]))) == (starts, ends):
                return code
        return None

    def at(self, store, day, minutes):
        naive = datetime.datetime.combine(day + DAY * (minutes // 1440), datetime.time(minutes % 1440 // 60, minutes % 60))
        return naive.replace(tzinfo=self.zones[store])

    def open(self, store, day):
        """[(from, to)] of a day."""
        if day < day_of(self.stores[store]["opened_on"], datetime.date.min) or \
                day >= day_of(self.stores[store]["closed_on"], datetime.date.max):
            return []
        spans = list(self.hours[store][day.weekday()]) if self.hours[store] else [(0, 1440)]
        for row in self.kinds["closures"]:
            if row["store"] != store or day_of(row["day"]) != day:
                continue
            low, high = int(row["from_minute"] or 0), int(row["to_minute"] or 1440)
            spans = [s for a, b in spans for s in ((a, min(b, low)), (max(a, high), b)) if s[0] < s[1]]
            if row["state"] == "open":
                spans.append((low, high))
        return sorted(spans)

    def post(self, who, day):
        for first, last, role, store in self.posts.get(who, ()):
            if first <= day < last:
                return role, store
        return None, None

    def rule(self, who, day, name):
        role, _ = self.post(who, day)
        own = max((r for r in self.of_staff.get(("work_rules", who), ()) if day_of(r["from_on"]) <= day),
                  key=lambda r: r["from_on"], default={})
        if own.get(name):
            return int(own[name]) if name in RULES else own[name]
        return self.pack["roles"].get(role, {}).get(name, (self.pack.get("everyone") or {}).get(name))

    def valid(self, kind, who, day, accept):
        first, last = ("valid_from", "valid_to") if kind == "licences" else ("from_on", "to_on")
        return any(accept(row) and day_of(row[first], day) <= day <= day_of(row[last], day)
                   for row in self.of_staff.get((kind, who), ()))

    def away(self, who, day):
        _, store = self.post(who, day)
        zone = self.zones.get(store, ZoneInfo("Asia/Shanghai"))
        low, high = (datetime.datetime.combine(d, datetime.time(), zone) for d in (day, day + DAY))
        return any(a <= low and high <= b for a, b in self.leaves.get(who, ()))


# ---- hard rules ------------------------------------------------------------------------------------------------------

def judge_cell(clinic, who, day, cell):
    role, home = clinic.post(who, day)
    at, code = cell["at"], cell["shift"]
    starts, ends = moment(cell["starts_at"]), moment(cell["ends_at"])
    if not role:
        yield "post", "works without a post"
        return
    if cell["role"] != role:
        yield "role", f"works as {cell['role']}, is {role}"
    if at != home and not clinic.valid("stations", who, day, lambda s: s["store"] == at):
        yield "station", f"works in {at}, not one of their stores"
    if any(a < ends and starts < b for a, b in clinic.leaves.get(who, ())):
        yield "leave", "works while on leave"
    kinds = words(clinic.pack["roles"].get(role, {}).get("licence"))
    if kinds and not clinic.valid("licences", who, day, lambda l: l["kind"] in kinds and l["store"] in ("", at)):
        yield "licence", f"none of {' '.join(kinds)} is valid in {at}"
    if code:
        shift = clinic.shifts.get(code)
        if not shift:
            yield "shift", f"{code} is none"
            return
        stores, own = words(shift.get("stores")), words(clinic.rule(who, day, "shifts"))
        if (stores and at not in stores) or (own and code not in own):
            yield "shift", f"{code} in {at} is not one of theirs"
        low, high = minute(shift["from"]), minute(shift["to"])
        if (clinic.at(at, day, low), clinic.at(at, day, high)) != (starts, ends):
            yield "times", f"{code} from {cell['starts_at']} to {cell['ends_at']}"
        if int(cell["minutes"]) != high - low - shift.get("break", 0):
            yield "minutes", f"{code} pays {cell['minutes']}"
        spans, slack = clinic.open(at, day), clinic.pack.get("slack_minutes", 0)
        if not spans or low < spans[0][0] - slack or high > spans[-1][1] + slack:
            yield "closed", f"{code} while {at} is not open"


def judge_rest(clinic, who):
    known = sorted(clinic.work[who].items())
    for (_, before), (day, after) in zip(known, known[1:]):
        rest = clinic.rule(who, day, "rest_hours")
        need = (rest or 0) * 60
        if before[3] != after[3]:
            need += clinic.travels.get(frozenset((before[3], after[3])), 0)
        if (after[0] - before[1]).total_seconds() < need * 60 and clinic.first <= day < clinic.end:
            yield "rest", day, f"{int((after[0] - before[1]).total_seconds()) // 60} minutes of rest, {need} are due"


def judge_others(clinic, who):
    """What stands in `shift` in these days, of a store that the roster is not about, is theirs as well."""
    if clinic.store == "*":
        return
    for shift in clinic.kinds["shifts"]:
        if shift["staff"] != who or shift["store"] == clinic.store:
            continue
        starts, ends = moment(shift["starts_at"]), moment(shift["ends_at"])
        for day, work in clinic.work[who].items():
            if work[5] and work[0] < ends and starts < work[1]:
                yield "elsewhere", day, f"works in {shift['store']} then"


def cut(hours, mine, length, there):
    return hours * 60 * len(mine) // length * there // len(mine)


def judge_sums(clinic, who):
    work = clinic.work[who]
    weeks = {}
    for day, what in work.items():
        weeks.setdefault(day - DAY * day.weekday(), []).append((day, what[2]))
    for monday, spent in sorted(weeks.items()):
        last = max(day for day, _ in spent)
        most = clinic.rule(who, last, "week_hours_max")
        total = sum(minutes for _, minutes in spent)
        if most is not None and total > most * 60 and last >= clinic.first:
            yield "week-hours", last, f"{total} minutes in the week from {monday}, at most {most * 60}"
    for month in sorted({day.replace(day=1) for day in clinic.days}):
        end = (month + DAY * 32).replace(day=1)
        mine = [day for day in clinic.days if month <= day < end]
        last, length = mine[-1], (end - month).days
        spent = sum(what[2] for day, what in work.items() if day in mine)
        there = sum(1 for day in mine if clinic.post(who, day)[0] and not clinic.away(who, day))
        posted = [day for day in mine if clinic.post(who, day)[0]]
        if not posted:
            continue
        last = posted[-1]
        most, least = clinic.rule(who, last, "month_hours_max"), clinic.rule(who, last, "month_hours_min")
        if most is not None and spent > most * 60 * len(mine) // length:
            yield "month-hours", last, f"{spent} minutes in {month:%Y-%m}, at most {most * 60 * len(mine) // length}"
        if least is not None and spent < cut(least, mine, length, there):
            yield "month-least", last, f"{spent} minutes in {month:%Y-%m}, at least {cut(least, mine, length, there)}"
        for name, count in (("weekends_max", len({d - DAY * d.weekday() for d in work if month <= d < end and d.weekday() >= 5})),
                            ("late_max", sum(1 for d, what in work.items() if month <= d < end and what[4]))):
            limit = clinic.rule(who, last, name)
            if limit is not None and count > limit and any(
                    d in work and (d.weekday() >= 5 if name == "weekends_max" else work[d][4]) for d in mine):
                yield name.replace("_max", ""), last, f"{count} in {month:%Y-%m}, at most {limit}"


def judge_runs(clinic, who):
    work = clinic.work[who]
    first = min([day for day in work if day < clinic.first], default=clinic.first)
    days = [first + DAY * i for i in range((clinic.end - first).days)]
    start = 0
    for i in range(1, len(days) + 1):
        if i < len(days) and (days[i] in work) == (days[start] in work):
            continue
        last, length, works = days[i - 1], i - start, days[start] in work
        border = start == 0 or i == len(days)
        if last >= clinic.first:
            most = clinic.rule(who, last, "run_days_max") if works else None
            least = clinic.rule(who, last, "run_days_min" if works else "off_days_min")
            if most is not None and length > most:
                yield "run-max", last, f"{length} days in a row, at most {most}"
            if least is not None and length < least and not border:
                yield "run-min" if works else "off-min", last, f"{length} days in a row, at least {least}"
        start = i


def judge_person(clinic, who):
    seen = set()
    for cell in clinic.cells:
        if cell["staff"] != who:
            continue
        day = day_of(cell["day"])
        if day in seen:
            yield "twice", day, "has two cells"
        if not clinic.first <= day < clinic.end:
            yield "day", day, "is none of the roster's"
        seen.add(day)
        if cell["what"] == "work":
            for rule, what in judge_cell(clinic, who, day, cell):
                yield rule, day, what
        elif cell["shift"] or cell["starts_at"] or int(cell["minutes"]):
            yield "cell", day, f"{cell['what']} with a shift"
    for day in clinic.days:
        if day not in seen and clinic.post(who, day)[0]:
            yield "missing", day, "has no cell"
    for part in (judge_rest, judge_others, judge_sums, judge_runs):
        yield from part(clinic, who)


def judge_locked(clinic, before):
    now = {(c["staff"], c["day"]): c for c in clinic.cells}
    for cell in before:
        if cell["roster"] != clinic.roster["code"] or cell["locked"] not in ("1", "yes"):
            continue
        if now.get((cell["staff"], cell["day"])) != cell:
            yield "locked", cell["staff"], cell["day"], "is other than it was locked"


# ---- what it costs ---------------------------------------------------------------------------------------------------

def demands(clinic):
    """(store, role, day, from, to, heads, skill, person)"""
    stores = [clinic.store] if clinic.store != "*" else sorted(clinic.stores)
    for store in stores:
        for day in clinic.days:
            heads = [h for h in clinic.kinds["heads"] if h["store"] == store and day_of(h["day"]) == day]
            for role, rules in clinic.pack["roles"].items():
                plain = [(int(h["from_minute"]), int(h["to_minute"]), int(h["heads"]))
                         for h in heads if h["role"] == role and not h["skill"] and not h["staff"]]
                cover = rules.get("cover", (clinic.pack.get("everyone") or {}).get("cover", 0))
                plain += [(low, high, cover) for low, high in clinic.open(store, day)] + [(0, 1440, 0)]
                cuts = sorted({t for low, high, _ in plain for t in (low, high)})
                for low, high in zip(cuts, cuts[1:]):
                    yield (store, role, day, low, high,
                           max((n for a, b, n in plain if a <= low and high <= b), default=0), "", "")
            for h in heads:
                if h["skill"] or h["staff"]:
                    yield (store, h["role"], day, int(h["from_minute"]), int(h["to_minute"]), int(h["heads"]), h["skill"], h["staff"])


def there(clinic, store, role, day, skill):
    """[(from, to)] of whoever is there; moments."""
    for who in clinic.people:
        work = clinic.work[who].get(day)
        if work and work[5] and work[3] == store and work[5]["role"] == role and \
                (not skill or clinic.valid("skills", who, day, lambda s: s["code"] == skill)):
            yield work[0], work[1]


def missing(clinic):
    """Minutes of heads missing and too many; people wanted by name who are not there, and their minutes."""
    short = over = named = absent = 0
    for store, role, day, low, high, heads, skill, person in demands(clinic):
        a, b = clinic.at(store, day, low), clinic.at(store, day, high)
        if person:
            work = clinic.work.get(person, {}).get(day)
            gone = not (work and work[3] == store and work[0] <= a and b <= work[1])
            named, absent = named + gone, absent + gone * (high - low)
            continue
        spans = list(there(clinic, store, role, day, skill))
        cuts = sorted({a, b} | {t for span in spans for t in span if a < t < b})
        for x, y in zip(cuts, cuts[1:]):
            count = sum(1 for p, q in spans if p <= x and y <= q)
            minutes = int((y - x).total_seconds()) // 60
            short += max(0, heads - count) * minutes
            over += max(0, count - heads) * minutes if not skill else 0
    return short, over, named, absent


def bookings(clinic):
    lost = 0
    for row in clinic.kinds["appointments"]:
        starts, ends = moment(row["starts_at"]), moment(row["ends_at"])
        day = starts.astimezone(clinic.zones[row["store"]]).date()
        if row["status"] not in ("pending", "booked", "arrived", "checked-in") or not clinic.first <= day < clinic.end:
            continue
        for who in filter(None, (row["doctor"], row["nurse"])):
            work = clinic.work.get(who, {}).get(day)
            lost += who in clinic.work and not (work and work[3] == row["store"] and work[0] <= starts and ends <= work[1])
    return lost


def hours_off(clinic, who):
    cost, weights = 0, clinic.weights
    for month in sorted({day.replace(day=1) for day in clinic.days}):
        end = (month + DAY * 32).replace(day=1)
        mine = [d for d in clinic.days if month <= d < end]
        posted = [d for d in mine if clinic.post(who, d)[0]]
        wanted = clinic.rule(who, posted[-1], "month_hours") if posted else None
        if wanted is None:
            continue
        spent = sum(what[2] for d, what in clinic.work[who].items() if d in mine)
        off = spent - cut(wanted, mine, (end - month).days, sum(1 for d in posted if not clinic.away(who, d)))
        cost += off * weights["hours_over"] if off > 0 else -off * weights["hours_under"]
    return cost


def wishes(clinic, who):
    lost = 0
    for wish in clinic.of_staff.get(("wishes", who), ()):
        day = day_of(wish["day"])
        if not clinic.first <= day < clinic.end:
            continue
        cell = (clinic.work[who].get(day) or [None] * 6)[5]
        want = wish["want"]
        granted = not cell if want == "off" else bool(cell) if want == "work" else bool(cell) and cell["shift"] == want
        lost += 0 if granted else int(wish["weight"])
    return lost


def shared(clinic, who):
    """(weekends, late shifts) before, of ninety days, and in the roster."""
    past = [d for d in clinic.work[who] if clinic.first - DAY * 90 <= d < clinic.first]
    now = [d for d in clinic.work[who] if clinic.first <= d < clinic.end]
    ends = lambda days: len({d - DAY * d.weekday() for d in days if d.weekday() >= 5})
    late = lambda days: sum(1 for d in days if clinic.work[who][d][4])
    return ends(past), late(past), ends(now), late(now)


def groups(clinic):
    """(role, stores, people) of whoever is planned together: stores that a person of the role may go to are one."""
    stores = [clinic.store] if clinic.store != "*" else sorted(clinic.stores)
    for role in clinic.pack["roles"]:
        group = {store: {store} for store in stores}
        homes = {}
        for who in clinic.people:
            for home in {clinic.post(who, d)[1] for d in clinic.days if clinic.post(who, d)[0] == role}:
                goes = {home} | {s["store"] for s in clinic.of_staff.get(("stations", who), ())
                                 if day_of(s["from_on"], clinic.first) < clinic.end and day_of(s["to_on"], clinic.end) >= clinic.first}
                goes = (goes if home else set(stores)) & set(stores)
                homes.setdefault(min(goes), []).append(who)
                together = set().union(*(group[store] for store in goes))
                for store in together:
                    group[store] = together
        for together in {frozenset(g) for g in group.values()}:
            yield role, together, sorted({who for home in homes if home in together for who in homes[home]})


def late_share(clinic, role, stores, people):
    """Heads that only late shifts serve, by people, and one more."""
    def serving(store, low, high, skill):
        return frozenset(code for code, s in clinic.shifts.items() if store in (words(s.get("stores")) or stores)
                         and minute(s["from"]) <= low and minute(s["to"]) >= high and fits(store, s)
                         and (not skill or any(clinic.valid("skills", who, d, lambda k: k["code"] == skill)
                                               for who in people for d in clinic.days)))

    def fits(store, shift):
        slack = clinic.pack.get("slack_minutes", 0)
        return any(minute(shift["from"]) >= spans[0][0] - slack and minute(shift["to"]) <= spans[-1][1] + slack
                   for spans in map(lambda d: clinic.open(store, d), clinic.days) if spans)

    heads, last = 0, None
    edges = sorted({minute(s[end]) for s in clinic.shifts.values() for end in ("from", "to")})
    for store, of, day, low, high, need, skill, person in demands(clinic):
        if of != role or store not in stores or person:
            continue
        cuts = [low] + [edge for edge in edges if low < edge < high] + [high]
        for a, b in zip(cuts, cuts[1:]):
            served = serving(store, a, b, skill)
            this = (store, day, skill, need, served)
            if served and all(clinic.shifts[code].get("late") == "yes" for code in served) and (last, a) != (this, ended):
                heads += need
            last, ended = this, b
    return heads // len(people) + 1


def fairness(clinic):
    """Weekends and late shifts."""
    weights, cost = clinic.weights, 0
    for role, stores, people in groups(clinic):
        if not people:
            continue
        counts = [shared(clinic, who) for who in people]
        least = [min(p[i] for p in counts) for i in (0, 1)]
        share = late_share(clinic, role, stores, people) if any(p[3] for p in counts) else 0
        for weekends, late, n, m in counts:
            weekends, late = weekends - least[0], late - least[1]
            cost += weights["weekend"] * ((weekends + n) ** 2 - weekends ** 2)
            cost += weights["late"] * ((2 * late + 1) * m + 4 * max(0, m - share) + 4 * max(0, m - share - 2))
    return cost


def price(clinic):
    weights = clinic.weights
    short, over, named, absent = missing(clinic)
    away = sum(1 for who in clinic.people for d, w in clinic.work[who].items()
               if w[5] and w[3] != clinic.post(who, d)[1])
    parts = {
        "short": short * weights["short"], "over": over * weights["over"], "named": named * weights["named"],
        "hours": sum(hours_off(clinic, who) for who in clinic.people),
        "wish": sum(wishes(clinic, who) for who in clinic.people) * weights["wish"],
        "away": away * weights["away"], "fairness": fairness(clinic), "booking": bookings(clinic) * weights["booking"]}
    return short + absent, parts


def main():
    words_given, before, parts_too = sys.argv[1:], [], "--parts" in sys.argv
    if parts_too:
        words_given.remove("--parts")
    if "--before" in words_given:
        at = words_given.index("--before")
        with open(words_given[at + 1], encoding="utf-8-sig", newline="") as file:
            before = list(csv.DictReader(file))
        del words_given[at:at + 2]
    if len(words_given) not in (3, 4):
        sys.exit("usage: clinic.py DIR rosters.yaml ROSTER [STORE] [--before CELLS.csv] [--parts]")
    clinic = Clinic(words_given[0], words_given[1], words_given[2], (words_given + [None])[3])
    broken = [(rule, who, day, what) for who in clinic.people for rule, day, what in judge_person(clinic, who)]
    broken += list(judge_locked(clinic, before))
    for line in broken:
        print(*line, sep=": ")
    short, parts = price(clinic)
    if parts_too:
        print(*(f"{name}={cost}" for name, cost in parts.items()))
    print(f"short {short}\nobjective {sum(parts.values())}")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
