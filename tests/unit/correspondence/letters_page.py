"""The page of the letters' language, made from the code: python -m tests.unit.correspondence.letters_page"""

from __future__ import annotations

from pathlib import Path

from putright.correspondence.letters import MOMENTS, MUST_SAY
from putright.correspondence.letters_fields import FIELDS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "letters.md"
OPENING = """# Letters: their files, moments and fields

Made from `putright.correspondence` by `python -m tests.unit.correspondence.letters_page`; a test holds it current.

A letter is a file `councils/<slug>/letters/<code>.md`: its particulars between two lines `+++`, then its text.

```
+++
code = "stage_1_extension"              # the name of the file
title = "We need longer"                # the heading of the letter, and the subject of its e-mail
moment = "extension"                    # what it is for, see below
procedure = "children_act_1989"         # left out for a letter of every procedure
stage = "local_resolution"              # left out where it is about the stage that runs
to_be_vetted = true                     # a second person reads it before it goes; left out for false
+++
Dear {{ complainant }}

The reason is this: {{ extension_reason }}. [[ What was done so far. ]]
```

The text is Markdown of the plainest kind: an empty line between paragraphs, `##` for a heading, `-` or `1.` for a list,
`**bold**`, `*italics*`, `[words](https://address)` for a link. A new line is a new line in the letter.
`{{ field }}` is filled from the record; a field the record has no value for becomes a gap. `[[ words ]]` is a gap that
the writer fills. A letter with gaps is neither approved nor sent.

`sender.toml` beside the letters says who they come from: `team`, `address` (a list of lines), `telephone`, `email`,
`ombudsman` (how to reach the Ombudsman) and `covering` (the text of the e-mail a letter goes with).

When anything in these files is wrong, every fault of all of them is named at once, with its place and its remedy.
"""


def page() -> str:
    """The whole page."""
    moments = [
        f"| `{moment}` | {words} | {', '.join(f'`{name}`' for name in MUST_SAY[moment]) or 'nothing'} |"
        for moment, words in MOMENTS.items()
    ]
    fields = [f"| `{{{{ {name} }}}}` | {what} |" for name, what in FIELDS.items()]
    return "\n".join(
        [
            OPENING,
            "## Moments, and the fields a letter may not be without",
            "",
            "| Moment | What the letter is for | It says |",
            "|---|---|---|",
            *moments,
            "",
            "## Fields",
            "",
            "| Field | What stands in its place |",
            "|---|---|",
            *fields,
            "",
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
