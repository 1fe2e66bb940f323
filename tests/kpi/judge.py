#!/usr/bin/env python3
"""Figures recounted by another eye: from exported CSV alone, by the words of the conventions, against `medi-kpi show`.

    judge.py DIRECTORY FROM TO

DIRECTORY holds KIND.csv of visits, appointments, clients, payments, consultations, treatments, spend, channels and tasks.
One line a figure that differs; the last line counts what was compared. Exit 1 if any differs.
"""
import csv
import datetime
import subprocess
import sys
from collections import defaultdict

folder, first, last = sys.argv[1], sys.argv[2], sys.argv[3]


def day(text):
    return datetime.date.fromisoformat(text[:10])


FROM, TO = day(first), day(last)
DAYS = datetime.timedelta


def read(kind):
    with open(f"{folder}/{kind}.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


clients = {row["code"]: row for row in read("clients")}
real = {code for code, row in clients.items() if row["class"] == "client"}
kinds = {row["code"]: row["category"] for row in read("channels")}

# ---- visits: client × store × day ------------------------------------------------------------------------------
visits = set()
for row in read("visits"):
    if row["status"] in ("arrived", "triaged", "in-progress", "onleave", "finished"):
        visits.add((row["client"], row["store"], day(row["arrived_at"])))
for row in read("appointments"):
    if row["status"] in ("arrived", "checked-in", "fulfilled"):
        visits.add((row["client"], row["store"], day(row["starts_at"])))
visits = {visit for visit in visits if visit[0] in real}
first_on = {}
for client, store, on in visits:
    first_on[client] = min(first_on.get(client, on), on)

# ---- money ------------------------------------------------------------------------------------------------------
lines = [row for row in read("payments") if row["class"] == "sale" and row["client"] in real]
for row in lines:
    row["day"], row["fen"], row["n"] = day(row["paid_at"]), int(row["amount_fen"]), int(row["quantity"] or 1)
orders = defaultdict(list)
for row in lines:
    orders[row["store"], row["order"], row["client"]].append(row)
deals = []  # client, store, day, net by then
for (store, order, client), rows in orders.items():
    net, pays = 0, False
    for on in sorted({row["day"] for row in rows}):
        net += sum(row["fen"] for row in rows if row["day"] == on)
        pays |= any(row["kind"] == "payment" for row in rows if row["day"] == on)
        if pays and net > 0:
            deals.append((client, store, on, net))
            break
kept = [row for key, rows in orders.items() if sum(row["fen"] for row in rows) > 0 for row in rows]
tickets = defaultdict(list)
for row in kept:
    tickets[row["client"], row["store"], row["day"]].append(row)
first_deal = {}
for client, store, on, net in deals:
    first_deal[client] = min(first_deal.get(client, on), on)


# ---- cuts -------------------------------------------------------------------------------------------------------
def cut(names, client=None, store=None, on=None, own=None):
    own = own or {}
    values = {
        "store": store,
        "month": on and on.strftime("%Y-%m"),
        "week": on and "%04d-W%02d" % on.isocalendar()[:2],
        "weekday": on and str(on.isoweekday()),
        "channel": own.get("channel") or (client and clients[client]["channel"]),
        "channel_kind": client and kinds.get(clients[client]["channel"], "unknown"),
        "gender": client and clients[client]["gender"],
        "new": client and ("new" if client not in first_on or on <= first_on[client] else "old"),
        "project": own.get("project"),
        "consultant": own.get("consultant"),
        "doctor": own.get("doctor"),
    }
    return tuple(values[name] or "" for name in names)


def within(on):
    return FROM <= on < TO


def summed(names, rows):
    """rows of (client, store, day, value, own)"""
    found = defaultdict(int)
    for client, store, on, value, own in rows:
        if within(on):
            found[cut(names, client, store, on, own)] += value
    return found


def heads(names, rows):
    found = defaultdict(set)
    for client, store, on, own in rows:
        if within(on):
            found[cut(names, client, store, on, own)].add(client)
    return {key: len(value) for key, value in found.items()}


def pair(above, below):
    return {key: (above.get(key, 0), below.get(key, 0)) for key in set(above) | set(below)
            if above.get(key, 0) or below.get(key, 0)}


def all_visits(value=lambda client, store, on: 1):
    return [(c, s, d, value(c, s, d), None) for c, s, d in visits]


# ---- figures ----------------------------------------------------------------------------------------------------
def arrivals(names):
    return {key: (value,) for key, value in summed(names, all_visits()).items()}


def arrivals_heads(names):
    return {key: (value,) for key, value in heads(names, [(c, s, d, None) for c, s, d in visits]).items()}


def first_visits(names):
    seen, rows = set(), []
    for client, store, on in sorted(visits, key=lambda visit: (visit[2], visit[1])):
        if client not in seen:
            seen.add(client)
            rows.append((client, store, on, 1, None))
    return summed(names, rows)


def new_share(names):
    return pair(first_visits(names), heads(names, [(c, s, d, None) for c, s, d in visits]))


def conversion(days):
    def figure(names):
        asked, won = [], []
        for row in read("consultations"):
            if row["client"] not in real or row["outcome"] in ("medical-refusal", "entered-in-error"):
                continue
            on = day(row["started_at"])
            item = (row["client"], row["store"], on, 1, row)
            asked.append(item)
            if any(c == row["client"] and on <= d <= on + DAYS(days) for c, s, d, n in deals):
                won.append(item)
        return pair(summed(names, won), summed(names, asked))
    return figure


def revenue(names):
    found = summed(names, [(r["client"], r["store"], r["day"], r["fen"], r) for r in lines])
    return {key: (value,) for key, value in found.items() if value}


def refunds(names):
    found = summed(names, [(r["client"], r["store"], r["day"], -r["fen"], r) for r in lines if r["fen"] < 0])
    return {key: (value,) for key, value in found.items() if value}


def paying():
    return {key: rows for key, rows in tickets.items() if sum(row["fen"] for row in rows) > 0}


def ticket_rows(value):
    return [(c, s, d, value(rows), None) for (c, s, d), rows in paying().items()]


def ticket(names):
    return pair(summed(names, ticket_rows(lambda rows: sum(r["fen"] for r in rows))),
                summed(names, ticket_rows(lambda rows: 1)))


def ticket_client(names):
    return pair(summed(names, ticket_rows(lambda rows: sum(r["fen"] for r in rows))),
                heads(names, [(c, s, d, None) for c, s, d in paying()]))


def ticket_several(names):
    several = ticket_rows(lambda rows: int(len({r["project"] for r in rows if r["fen"] > 0 and r["project"]}) >= 2))
    return pair(summed(names, several), summed(names, ticket_rows(lambda rows: 1)))


def deals_made(names):
    return {key: (value,) for key, value in summed(names, [(c, s, d, 1, None) for c, s, d, n in deals]).items()}


def spent(names):
    found = defaultdict(int)
    for row in read("spend"):
        if within(day(row["day"])):
            found[cut(names, None, row["store"], day(row["day"]), row)] += int(row["amount_fen"])
    return found


def first_deals():
    seen, rows = set(), []
    for client, store, on, net in sorted(deals, key=lambda deal: (deal[2], deal[1])):
        if client not in seen:
            seen.add(client)
            rows.append((client, store, on))
    return rows


def cac(names):
    return pair(spent(names), summed(names, [(c, s, d, 1, None) for c, s, d in first_deals()]))


def cac_lagged(lag):
    """Spend by its own day, first deals by the day so much before theirs."""
    def figure(names):
        firsts = [(client, store, on - DAYS(lag), 1, None) for client, store, on in first_deals()]
        return pair(spent(names), summed(names, firsts))
    return figure


def repurchase_second(days):
    """By where and when the first deal was."""
    def figure(names):
        again = []
        for client, store, on in first_deals():
            later = [d for c, s, d, n in deals if c == client and d > on]
            if later and min(later) <= on + DAYS(days):
                again.append((client, store, on, 1, None))
        return pair(summed(names, again), summed(names, [(c, s, d, 1, None) for c, s, d in first_deals()]))
    return figure


def frequency_exposed(names):
    """Each month, or the window, looks back 365 days from its end; a client counts from the first visit, or from the
    first paying day in these where that is earlier."""
    above, below, begin = defaultdict(int), defaultdict(int), FROM
    while begin < TO:
        end = min(TO, (begin.replace(day=1) + DAYS(32)).replace(day=1)) if "month" in names else TO
        paid = defaultdict(set)
        for client, store, on in paying():
            if end - DAYS(365) <= on < end:
                paid[cut(names, client, store, begin), client].add((on, store))
        for (key, client), when in paid.items():
            since = min(first_on.get(client, FROM + DAYS(99999)), min(on for on, store in when))
            above[key] += len(when)
            below[key] += (end - max(since, end - DAYS(365))).days
        begin = end
    return pair(above, below)


def roi_strict(names):
    """Of whom the window brought: what treatments of the first 90 days recognised, less what they used, less spending."""
    used = defaultdict(int)
    for row in read("treatment_items"):
        used[row["store"], row["treatment"]] += int(row["cost_fen"] or 0)
    margin = []
    for row in read("treatments"):
        client, on = row["client"], day(row["started_at"])
        if client in first_on and row["status"] in ("in-progress", "completed", "stopped"):
            if first_on[client] <= on < first_on[client] + DAYS(90):
                value = int(row["recognised_fen"] or 0) - used[row["store"], row["code"]]
                margin.append((client, row["store"], first_on[client], value, None))
    earned, cost = summed(names, margin), spent(names)
    return {key: (earned.get(key, 0) - cost.get(key, 0), cost.get(key, 0)) for key in set(earned) | set(cost)}


def repurchase_own(names):
    return repurchase(names, lambda client: kinds.get(clients[client]["channel"]) == "own")


def treated(value):
    def figure(names):
        rows = [(r["client"], r["store"], day(r["started_at"]), value(r), r) for r in read("treatments")
                if r["client"] in real and r["status"] in ("in-progress", "completed", "stopped")]
        return {key: (n,) for key, n in summed(names, rows).items() if n}
    return figure


def repurchase(names, among=lambda client: True):
    """Each month, or the window, has its own base; a client is where the last deal before it was."""
    months = [FROM]
    while "month" in names and months[-1] < TO:
        months.append((months[-1].replace(day=1) + DAYS(32)).replace(day=1))
    ends = [min(end, TO) for end in months[1:]] if "month" in names else [TO]
    base, back = defaultdict(int), defaultdict(int)
    for begin, end in zip(months, ends):
        last_deal = {}
        for client, store, on, net in sorted(deals, key=lambda deal: (deal[2], deal[1])):
            if begin - DAYS(365) <= on < begin and among(client):
                last_deal[client] = store
        for client, store in last_deal.items():
            key = cut(names, client, store, begin)
            base[key] += 1
            back[key] += any(c == client and begin <= d < end for c, s, d, n in deals)
    return pair(back, base)


def arrivals_year(names):
    found = defaultdict(set)
    begin = FROM
    while begin < TO:
        end = min(TO, (begin.replace(day=1) + DAYS(32)).replace(day=1)) if "month" in names else TO
        for client, store, on in visits:
            if end - DAYS(365) <= on < end:
                found[cut(names, client, store, begin)].add(client)
        begin = end
    return {key: (len(value),) for key, value in found.items()}


def retention(names):
    base, back = defaultdict(set), defaultdict(set)
    for client, store, on in visits:
        if within(on):
            key = cut(names, client, store, on)
            base[key].add(client)
            if any(c == client and TO <= d < TO + DAYS(90) for c, s, d in visits):
                back[key].add(client)
    return pair({k: len(v) for k, v in back.items()}, {k: len(v) for k, v in base.items()})


PLAIN = ["", "month", "store", "channel", "store,month", "month,channel", "store,month,channel"]
PEOPLE = PLAIN + ["week", "weekday", "gender", "new", "channel_kind", "gender,new,store"]
FIGURES = {
    "arrivals": (arrivals, PEOPLE, []),
    "arrivals_heads": (arrivals_heads, PEOPLE, []),
    "new_share": (new_share, PLAIN + ["gender"], []),
    "conversion": (conversion(0), PEOPLE + ["consultant", "project", "consultant,month"], []),
    "conversion_30": (conversion(30), PEOPLE + ["consultant", "project,store"], []),
    "conversion ": (conversion(3), PLAIN + ["consultant"], ["--days", "3"]),
    "revenue": (revenue, PEOPLE + ["project", "consultant", "project,consultant", "project,channel"], []),
    "revenue_refunds": (refunds, PLAIN + ["project"], []),
    "ticket": (ticket, PEOPLE, []),
    "ticket_client": (ticket_client, PEOPLE, []),
    "ticket_several": (ticket_several, PLAIN, []),
    "deals": (deals_made, PEOPLE, []),
    "cac": (cac, ["", "month", "channel", "month,channel"], []),
    "cac_lagged": (cac_lagged(14), ["", "month", "week", "channel", "month,channel"], []),
    "cac_lagged ": (cac_lagged(45), ["", "month", "channel"], ["--days", "45"]),
    "repurchase_second": (repurchase_second(90), PEOPLE, []),
    "repurchase_second ": (repurchase_second(20), PLAIN + ["gender"], ["--days", "20"]),
    "repurchase_own": (repurchase_own, PLAIN + ["gender"], []),
    "frequency_exposed": (frequency_exposed, PLAIN + ["gender"], []),
    "roi_strict": (roi_strict, ["", "month", "channel", "month,channel"], []),
    "treatments": (treated(lambda row: 1), PEOPLE + ["project", "doctor", "project,doctor"], []),
    "revenue_recognised": (treated(lambda row: int(row["recognised_fen"] or 0)), PLAIN + ["doctor,month"], []),
    "repurchase": (repurchase, PLAIN + ["gender"], []),
    "arrivals_year": (arrivals_year, PLAIN + ["gender"], []),
    "retention_90": (retention, ["", "store", "channel", "gender"], []),
}


def shown(metric, by, more):
    command = ["medi-kpi", "show", metric.strip(), "--from", first, "--to", last, "-o", "csv", "-q"] + more
    if by:
        command += ["--by", by]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = list(csv.reader(text.splitlines()))
    head, names = rows[0], by.split(",") if by else []
    places = [head.index(name) for name in names]
    above = [i for i, name in enumerate(head) if "_numerator" in name]
    below = [i for i, name in enumerate(head) if "_denominator" in name]
    parts = [above[0], below[0]] if above else [len(names)]
    return {tuple(row[i] for i in places): tuple(int(row[i]) for i in parts) for row in rows[1:]}


compared = wrong = 0
for metric, (figure, cuts, more) in FIGURES.items():
    for by in cuts:
        want = {key: value for key, value in figure(by.split(",") if by else []).items() if any(value)}
        for way in (more, more + ["--facts"]):
            got = shown(metric, by, way)
            for key in sorted(set(want) | set(got)):
                compared += 1
                if want.get(key) != got.get(key):
                    wrong += 1
                    print(f"{metric} by {by} {' '.join(way)}: {key}: counted {want.get(key)}, shown {got.get(key)}")
print(f"{compared} figures, {wrong} wrong")
sys.exit(wrong > 0)
