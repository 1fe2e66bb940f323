#!/usr/bin/env python3
"""Judges a roster by the text of its instance alone (Curtois and Qu, 2014): shares no code with the engine.

    check.py INSTANCE ROSTER.csv

ROSTER.csv has one line an employee: id, then a cell a day, `-` for off. Prints one line a broken rule and exits with 1,
or `objective N` and exits with 0. The rules, as the format's page has them:

 - at most one shift a day (a cell holds one); what may not follow a shift does not stand on the day after it
 - of each shift no more than the employee's maximum; total minutes within maximum and minimum
 - no run of work longer than the maximum; before the first day is off
 - no run of work shorter than the minimum, but for one that touches the first or the last day
 - no run of off shorter than the minimum, with the same exception
 - no more weekends with work (Saturday, Sunday or both) than the maximum; day 0 is a Monday
 - off on the listed days

The objective: weights of requests for a shift that is not given, of requests against one that is, and for each line
of cover what is missing times its weight for under, or what is too much times its weight for over.
"""
import collections
import sys


def sections(path):
    """{name: [fields of a line]}, without comments and blank lines."""
    found, lines = {}, None
    with open(path, encoding="utf-8-sig") as file:
        for line in file:
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("SECTION_"):
                lines = found.setdefault(line[len("SECTION_"):], [])
            else:
                lines.append([field.strip() for field in line.split(",")])
    return found


class Instance:
    def __init__(self, path):
        text = sections(path)
        self.days = int(text["HORIZON"][0][0])
        self.minutes, self.forbidden = {}, {}
        for line in text["SHIFTS"]:
            self.minutes[line[0]] = int(line[1])
            self.forbidden[line[0]] = {s for s in line[2].split("|") if s} if len(line) > 2 else set()
        self.staff = {}
        for line in text["STAFF"]:
            most = dict(pair.split("=") for pair in line[1].split("|"))
            self.staff[line[0]] = {
                "most": {shift: int(count) for shift, count in most.items()},
                **dict(zip(("max_minutes", "min_minutes", "max_run", "min_run", "min_off", "weekends"),
                           map(int, line[2:8])))}
        self.off = {line[0]: {int(day) for day in line[1:] if day} for line in text.get("DAYS_OFF", [])}
        self.on_requests = text.get("SHIFT_ON_REQUESTS", [])
        self.off_requests = text.get("SHIFT_OFF_REQUESTS", [])
        self.cover = text.get("COVER", [])


def runs(cells):
    """(works, first day, length) of each run of work or off."""
    found, first = [], 0
    for day in range(1, len(cells) + 1):
        if day == len(cells) or (cells[day] == "-") != (cells[first] == "-"):
            found.append((cells[first] != "-", first, day - first))
            first = day
    return found


def judge_cells(instance, who, rules, cells):
    for day, cell in enumerate(cells):
        if cell == "-":
            continue
        if cell not in instance.minutes:
            yield f"shift: {who}: day {day}: {cell} is no shift"
            continue
        if day in instance.off.get(who, ()):
            yield f"days-off: {who}: day {day}: {cell} on a day off"
        if day and cells[day] in instance.forbidden.get(cells[day - 1], ()):
            yield f"succession: {who}: day {day}: {cell} after {cells[day - 1]}"
    for shift in instance.minutes:
        count = cells.count(shift)
        if count > rules["most"].get(shift, instance.days):
            yield f"max-shifts: {who}: {count} {shift}, at most {rules['most'][shift]}"


def judge_sums(instance, who, rules, cells):
    minutes = sum(instance.minutes.get(cell, 0) for cell in cells)
    if minutes > rules["max_minutes"]:
        yield f"max-minutes: {who}: {minutes}, at most {rules['max_minutes']}"
    if minutes < rules["min_minutes"]:
        yield f"min-minutes: {who}: {minutes}, at least {rules['min_minutes']}"
    weekends = len({day // 7 for day, cell in enumerate(cells) if cell != "-" and day % 7 >= 5})
    if weekends > rules["weekends"]:
        yield f"weekends: {who}: {weekends}, at most {rules['weekends']}"


def judge_runs(instance, who, rules, cells):
    for works, first, length in runs(cells):
        border = first == 0 or first + length == len(cells)
        if works and length > rules["max_run"]:
            yield f"max-run: {who}: day {first}: {length} in a row, at most {rules['max_run']}"
        if works and length < rules["min_run"] and not border:
            yield f"min-run: {who}: day {first}: {length} in a row, at least {rules['min_run']}"
        if not works and length < rules["min_off"] and not border:
            yield f"min-off: {who}: day {first}: {length} off, at least {rules['min_off']}"


def judge(instance, roster):
    for who in instance.staff:
        if who not in roster:
            yield f"employee: {who} has no line"
    for who, cells in roster.items():
        if who not in instance.staff:
            yield f"employee: {who} is none of this instance"
        elif len(cells) != instance.days:
            yield f"days: {who}: {len(cells)} cells for {instance.days} days"
        else:
            for rule in (judge_cells, judge_sums, judge_runs):
                yield from rule(instance, who, instance.staff[who], cells)


def objective(instance, roster):
    total = 0
    for who, day, shift, weight in instance.on_requests:
        total += int(weight) if roster[who][int(day)] != shift else 0
    for who, day, shift, weight in instance.off_requests:
        total += int(weight) if roster[who][int(day)] == shift else 0
    heads = [collections.Counter(day) for day in zip(*roster.values())]
    for day, shift, need, under, over in instance.cover:
        there = heads[int(day)][shift]
        total += max(0, int(need) - there) * int(under) + max(0, there - int(need)) * int(over)
    return total


def read_roster(path):
    roster, twice = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            who, *cells = line.rstrip("\r\n").split(",")
            if who in roster:
                twice.append(f"employee: {who} has two lines")
            roster[who] = cells
    return roster, twice


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: check.py INSTANCE ROSTER.csv")
    instance = Instance(sys.argv[1])
    roster, broken = read_roster(sys.argv[2])
    broken += judge(instance, roster)
    for line in broken:
        print(line)
    if broken:
        sys.exit(1)
    print(f"objective {objective(instance, roster)}")


if __name__ == "__main__":
    main()
