#!/usr/bin/env python3
"""Makes an instance of the public format (lib/planner/public.h), of any size, always the same for the same seed.

    make.py PEOPLE WEEKS SHIFTS [SEED] > INSTANCE

Modelled on the family of Curtois and Qu (2014): shifts of 6 to 12 hours that begin through the day, none followed by one
that begins fewer than eleven hours after its end; staff of full and of part time, each with some kinds of shifts of their
own, minutes within a band about the contract, runs of two to five or six days, two or three days off at least, half of
the weekends; leave of a week or two and single days off; wishes for and against shifts; and of each shift and day, as
in that family, a few more heads than the staff can be, with weights of 100 for each that is missing and 1 for each too many.
"""
import random
import sys

WEEK = 7


def make_shifts(count, rng):
    """[(code, minutes, begin)], longest of all 12 hours."""
    shifts = []
    for i in range(count):
        begin = 6 * 60 + 16 * 60 * i // count
        shifts.append((f"S{i + 1}", rng.choice((360, 480, 480, 540, 600, 720)), begin))
    return shifts


def followers(shifts, first):
    """Codes of what begins too soon on the day after."""
    _, minutes, begin = first
    return [code for code, _, start in shifts if start + 24 * 60 - (begin + minutes) < 11 * 60]


def make_person(i, shifts, days, free, rng):
    known = rng.sample(range(len(shifts)), max(1, min(len(shifts), rng.randint(2, 2 + len(shifts) // 3))))
    mean = sum(shifts[s][1] for s in known) / len(known)
    share = rng.choice((1, 1, 1, 0.8, 0.6, 0.5))
    run, rest = rng.choice((5, 5, 6)), rng.choice((2, 2, 3))
    worked = min(days * 5 / WEEK * share * 480 / mean, 0.8 * (days - len(free)) * run / (run + rest))
    target = round(worked * mean)
    limited = rng.sample(known, min(len(known) - 1, rng.randint(0, 2)))
    most = []
    for s, (code, _, _) in enumerate(shifts):
        if s not in known:
            most.append(f"{code}=0")
        elif s in limited:
            most.append(f"{code}={max(2, round(worked * 0.4))}")
        else:
            most.append(f"{code}={days}")
    weekends = (days // WEEK + 1) // 2
    rules = (round(target * 1.05 + mean), max(0, round(target * 0.9 - mean)), run, rng.choice((1, 2, 2)), rest, weekends)
    return f"P{i + 1:04d}", "|".join(most), rules, known, worked


def days_off(days, rng):
    off = set()
    for _ in range(max(1, round(days / 120))):
        length = rng.choice((7, 7, 14)) if days > 60 else 2
        first = rng.randrange(max(1, days - length))
        off.update(range(first, min(days, first + length)))
    off.update(rng.sample(range(days), days // 60))
    return sorted(off)


def main():
    if not 4 <= len(sys.argv) <= 5:
        sys.exit("usage: make.py PEOPLE WEEKS SHIFTS [SEED]")
    people, weeks, count = map(int, sys.argv[1:4])
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) == 5 else 1)
    days = weeks * WEEK
    shifts = make_shifts(count, rng)
    off = [days_off(days, rng) for _ in range(people)]
    staff = [make_person(i, shifts, days, off[i], rng) for i in range(people)]
    print("SECTION_HORIZON", days, sep="\n")
    print("SECTION_SHIFTS")
    for shift in shifts:
        print(f"{shift[0]},{shift[1]},{'|'.join(followers(shifts, shift))}")
    print("SECTION_STAFF")
    for code, most, rules, _, _ in staff:
        print(code, most, *rules, sep=",")
    print("SECTION_DAYS_OFF")
    for (code, *_), free in zip(staff, off):
        print(code, *free, sep=",")
    for section in ("ON", "OFF"):
        print(f"SECTION_SHIFT_{section}_REQUESTS")
        for (code, _, _, known, _), free in zip(staff, off):
            for day in sorted(rng.sample(range(days), max(1, days // 14))):
                if day not in free:
                    print(code, day, shifts[rng.choice(known)][0], rng.randint(1, 3), sep=",")
    supply = [0.0] * count
    for _, _, _, known, worked in staff:
        for s in known:
            supply[s] += worked / len(known)
    print("SECTION_COVER")
    for day in range(days):
        for s in range(count):
            heads = supply[s] / days * (0.92 if day % WEEK >= 5 else 1.17) * rng.uniform(0.8, 1.2)
            print(day, shifts[s][0], round(heads), 100, 1, sep=",")


if __name__ == "__main__":
    main()
