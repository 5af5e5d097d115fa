"""Judges a folder of forms: pyxform takes each without a warning, and Kobo each of its names."""

import re
import shutil
import sys
from pathlib import Path

import openpyxl
from pyxform.errors import PyXFormError
from pyxform.validators.odk_validate import ODKValidateError
from pyxform.xls2xform import convert

KOBO = re.compile(r"^[A-Za-z_][A-Za-z0-9_]*$")
# ODK Validate comes with pyxform, and wants Java.
ODK = shutil.which("java") is not None


def judge(path, validate):
    """What is wrong with a form."""
    warnings = []
    try:
        made = convert(str(path), validate=validate, warnings=warnings)
    except (PyXFormError, ODKValidateError) as error:
        return [str(error)]
    book = openpyxl.load_workbook(path)
    rows = list(book["survey"].iter_rows(values_only=True))
    kinds, names = [row[0] for row in rows[1:]], [row[1] for row in rows[1:] if row[1]]
    wrong = warnings + [f"Kobo does not take the name {name}" for name in names if not KOBO.match(name)]
    asked = sum(kind.startswith("select_one") for kind in kinds)
    if made.xform.count("<select1 ") != asked:
        wrong.append(f"{asked} questions are asked, {made.xform.count('<select1 ')} are in the form")
    if 'required="true()"' in made.xform:
        wrong.append("something is required")
    return wrong


forms = sorted(Path(sys.argv[1]).glob("*.xlsx"))
wrong = []
for form in forms:
    # Starting Java for each would take a minute.
    validate = ODK and form.name.endswith("-users.xlsx")
    wrong += [f"{form.name}: {fault}" for fault in judge(form, validate)]

# That it would be noticed: a name with a space.
book = openpyxl.load_workbook(forms[0])
book["survey"]["B3"] = "not a name"
spoiled = forms[0].with_name("spoiled.xlsx")
book.save(spoiled)
if not judge(spoiled, False):
    wrong.append("a form with a name that is none is taken")
print("\n".join(wrong) or f"{len(forms)} forms")
sys.exit(bool(wrong))
