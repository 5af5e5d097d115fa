"""The same figures with duckdb: `with_duckdb.py ANSWERS.csv INSTRUMENT.json`, as JSON on standard output.

One query, types given, so that nothing is guessed. Of what was tried this was the fastest: answers read as an
enumeration, and a histogram an indicator, of which n, mean and sd are made.
"""

import sys

import duckdb

from figures import asked, clusters, instrument, print_figures

path, it = sys.argv[1], instrument(sys.argv[2])
ids = [indicator["id"] for indicator in it["indicators"]]
words = [str(step) for step in range(it["min"], it["max"] + 1)]
steps, lowest = len(words), it["min"]
words += ["DK", "NA"]


def enumeration(of):
    return "ENUM(" + ", ".join(f"'{word}'" for word in of) + ")"


types = dict.fromkeys(["response_id", "group", "unit", "channel", "helped"], "VARCHAR")
types |= {"group": enumeration(it["groups"])} | dict.fromkeys(ids, enumeration(words))

scores = [
    f'CASE WHEN enum_code("{id}") < {steps} THEN enum_code("{id}") + {lowest} END AS "score {id}"' for id in ids
]
persons, figures = [], ["count(*) AS submitted"] + [f'histogram("{id}") AS "{id}"' for id in ids]
for name, members in clusters(it).items():
    own = [f'"score {member["id"]}"' for member in members]
    scored = " + ".join(f"({score} IS NOT NULL)::TINYINT" for score in own)
    total = " + ".join(f"coalesce({score}, 0)" for score in own)
    # Half of what the group is asked of it.
    items = {group: asked(members, group) for group in it["groups"]}
    least = str(max(items.values()))
    if len(set(items.values())) > 1:
        least = 'CASE "group" ' + " ".join(f"WHEN '{group}' THEN {n}" for group, n in items.items()) + " END"
    persons.append(f'CASE WHEN 2 * ({scored}) >= {least} THEN ({total}) / nullif({scored}, 0) END AS "{name}"')
    figures += [
        f'count("{name}") AS "{name} n"',
        f'avg("{name}") AS "{name} mean"',
        f'stddev_samp("{name}") AS "{name} sd"',
    ]

query = f"""
WITH
answers AS (
    SELECT "group", {", ".join(f'"{id}"' for id in ids)}, {", ".join(scores)}
    FROM read_csv(?, header = true, auto_detect = false, delim = ',', quote = '"', columns = {types})
),
persons AS (SELECT *, {", ".join(persons)} FROM answers)
SELECT "group", {", ".join(figures)} FROM persons GROUP BY "group"
"""
connection = duckdb.connect(config={"preserve_insertion_order": False})
result = connection.execute(query, [path])
names = [column[0] for column in result.description]
rows = {}
for values in result.fetchall():
    row = dict(zip(names, values))
    for id in ids:
        counts = row.pop(id) or {}
        row |= {f"{id} {word}": counts.get(word, 0) for word in words}
    rows[row["group"]] = row
print_figures(it, rows)
