"""The same figures with polars: `with_polars.py ANSWERS.csv INSTRUMENT.json`, as JSON on standard output.

One lazy, streaming query. Of what was tried this was the fastest: answers read as an enumeration, so that a cell is a
small number from the start; persons a step counted, and n, mean and sd of an indicator made of the counts.
"""

import sys

import polars as pl

from figures import asked, clusters, instrument, print_figures

path, it = sys.argv[1], instrument(sys.argv[2])
ids = [indicator["id"] for indicator in it["indicators"]]
words = [str(step) for step in range(it["min"], it["max"] + 1)]
steps, lowest = len(words), it["min"]
words += ["DK", "NA"]

types = dict.fromkeys(["response_id", "group", "unit", "channel", "helped"], pl.String)
types |= dict.fromkeys(ids, pl.Enum(words))

place = {id: pl.col(id).to_physical() for id in ids}
score = {id: pl.col("score " + id) for id in ids}
scores = [pl.when(place[id] < steps).then(place[id] + lowest).alias("score " + id) for id in ids]

persons, figures = [], [pl.len().alias("submitted")]
for id in ids:
    for number, word in enumerate(words):
        here = score[id] == number + lowest if number < steps else place[id] == number
        figures.append(here.sum().alias(f"{id} {word}"))
for name, members in clusters(it).items():
    own = [score[member["id"]] for member in members]
    scored = pl.sum_horizontal(one.is_not_null().cast(pl.UInt8) for one in own)
    # Half of what the group is asked of it.
    items = {group: asked(members, group) for group in it["groups"]}
    least = pl.lit(max(items.values()), pl.UInt8)
    for group, n in items.items():
        if n < max(items.values()):
            least = pl.when(pl.col("group") == group).then(pl.lit(n, pl.UInt8)).otherwise(least)
    persons.append(pl.when(2 * scored >= least).then(pl.mean_horizontal(own)).alias(name))
    figures += [
        pl.col(name).count().alias(name + " n"),
        pl.col(name).mean().alias(name + " mean"),
        pl.col(name).std().alias(name + " sd"),
    ]

rows = (
    pl.scan_csv(path, schema=types)
    .select("group", *ids)
    .with_columns(scores)
    .with_columns(persons)
    .group_by("group")
    .agg(figures)
    .collect(engine="streaming")
)
print_figures(it, {row["group"]: row for row in rows.to_dicts()})
