"""What the scripts beside ours share: the instrument, and how figures are printed."""

import json
import math


def instrument(path):
    with open(path) as file:
        return json.load(file)


def clusters(it):
    """Focus points and values by name, and the indicators of each."""
    found = {}
    for kind in ["focus_point", "value"]:
        for indicator in it["indicators"]:
            if indicator[kind]:
                found.setdefault(f"{kind} {indicator[kind]}", []).append(indicator)
    return found


def asked(members, group):
    """How many of these indicators a group is asked."""
    return sum(group in member["groups"] for member in members)


def print_figures(it, rows):
    """From counts by group: `"ID WORD"`, `"submitted"`; n, mean and sd of clusters: `"NAME n"` and so on."""
    figures = {}

    def put(kind, code, group, **named):
        for name, figure in named.items():
            figures[f"{kind} {code} {group} {name}"] = figure

    steps = range(it["min"], it["max"] + 1)
    for group, row in rows.items():
        put("group", "", group, n=row["submitted"])
        for indicator in it["indicators"]:
            if group not in indicator["groups"]:
                continue
            id = indicator["id"]
            counts = {step: row[f"{id} {step}"] for step in steps}
            n, dk, na = sum(counts.values()), row[id + " DK"], row[id + " NA"]
            mean = sum(step * count for step, count in counts.items()) / n
            squares = sum(count * (step - mean) ** 2 for step, count in counts.items())
            agree = sum(count for step, count in counts.items() if step >= it["agree_from"]) / n
            put("indicator", id, group, n=n, mean=mean, sd=math.sqrt(squares / (n - 1)), agree=agree)
            put("indicator", id, group, dk=dk, na=na, blank=row["submitted"] - n - dk - na)
            put("indicator", id, group, **{f"step {step}": count for step, count in counts.items()})
        for name, members in clusters(it).items():
            if asked(members, group):
                put(*name.split(" ", 1), group, n=row[name + " n"], mean=row[name + " mean"], sd=row[name + " sd"])
    print(json.dumps(figures))
