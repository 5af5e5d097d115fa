"""Judges instruments by their JSON Schema: the shipped ones are sound, and what an editor must notice is noticed."""

import copy
import json
import sys
import tomllib
from pathlib import Path

from jsonschema import Draft7Validator

folder, structure, texts = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
schemas = [json.loads(Path(path).read_text()) for path in (structure, texts)]
for schema in schemas:
    Draft7Validator.check_schema(schema)
of_structure, of_texts = map(Draft7Validator, schemas)

wrong, count = [], 0
for path in sorted(folder.glob("*/*.toml")):
    judge = of_structure if path.name == "instrument.toml" else of_texts
    for error in judge.iter_errors(tomllib.loads(path.read_text())):
        wrong.append(f"{path}: {error.json_path}: {error.message}")
    count += 1

sound = tomllib.loads((folder / "recovery-orientering/instrument.toml").read_text())
words = tomllib.loads((folder / "recovery-orientering/da.toml").read_text())


def spoiled(of, judge, name, change):
    """Notes a change that nobody notices."""
    changed = copy.deepcopy(of)
    change(changed)
    if judge.is_valid(changed):
        wrong.append(f"nobody notices: {name}")


spoiled(sound, of_structure, "an unknown key", lambda it: it.update(titel="x"))
spoiled(sound, of_structure, "no scale", lambda it: it.pop("scale"))
spoiled(sound, of_structure, "a scale below 0", lambda it: it["scale"].update(min=-1))
spoiled(sound, of_structure, "a disclosure that is none", lambda it: it["groups"][0].update(disclosure="open"))
spoiled(sound, of_structure, "an id with a space", lambda it: it["groups"][0].update(id="de ansatte"))
spoiled(sound, of_structure, "an id with another meaning", lambda it: it["groups"][0].update(id="unit"))
spoiled(sound, of_structure, "wording 0", lambda it: it["focus_points"][0]["indicators"][0].update(wording=0))
spoiled(sound, of_structure, "a group twice", lambda it: it["focus_points"][0]["indicators"][0].update(short=["users"] * 2))
spoiled(sound, of_structure, "a threshold over 1", lambda it: it.setdefault("signals", {}).update(talk=2))
spoiled(words, of_texts, "no title", lambda it: it.pop("title"))
spoiled(words, of_texts, "an empty title", lambda it: it.update(title=" "))
spoiled(words, of_texts, "no statements", lambda it: it["indicators"]["2.2"].pop("items"))
spoiled(words, of_texts, "an anchor of 6", lambda it: it["indicators"]["2.2"]["anchors"].update({"6": "x"}))
spoiled(words, of_texts, "a text that is a number", lambda it: it["groups"].update(users=5))
print("\n".join(wrong) or f"{count} files")
sys.exit(bool(wrong))
