"""A workspace in blind mode with the records of somebody else."""

from tui.model import Workspace

SECRET = "zqx"
"""It is in every id, name and word of the planted records, and nowhere else."""
_SAID = """\
kind: claim
annotator: Ben zqx
speaker: [Speaker zqx]
via: [Reporter zqx]
about: radar-failed
cue: cue zqx
hedge: hedge zqx
as: as zqx
quote: radar had failed
body: body zqx
tags: [tag-zqx]
"""


def plant_records(workspace: Workspace) -> None:
    """Add a record of Mira and some of others, and begin blind mode."""
    codebook = workspace.codebook
    codebook.write_text(f"# the key\nblind: true\n{codebook.read_text('utf-8')}", "utf-8")
    own = "kind: claim\nannotator: Mira\nabout: nobody-hurt\nquote: ran aground\nbody: my own words\n"
    files = {
        "north/mira.own1": f"id: own1\n{own}",
        "north/ben.zqx1": f"id: zqx1\n{_SAID}",
        "north/machine.zqx2": f"id: zqx2\n{_SAID.replace('Ben zqx', 'machine:zqx')}",
        "north/ben.zqx3": "id: zqx3\nkind: note\non: own1\nannotator: Ben zqx\nbody: reply zqx\n",
        "codebook/ben.zqx4": "id: zqx4\nkind: note\nabout: inquiry\nannotator: Ben zqx\nbody: note zqx\n",
        "north/broken": f"id: bad\n{_SAID}kind-of: zqx\n".replace("claim", "kind-zqx").replace("radar-", "zqx-"),
        "north/torn": "id: zqx5\nbody: [zqx\n",
    }
    for name, text in files.items():
        path = workspace.annotations / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    item = "".join(f"    {line}\n" for line in f"id: zqx6\n{_SAID}".splitlines())
    broken = "  - {id: zqx7, kind: kind-zqx, annotator: Ben zqx, abuot: zqx, quote: zqx is nowhere}\n"
    shared = workspace.annotations / "north.yaml"
    shared.write_text(f"{shared.read_text('utf-8')}  -{item[3:]}{broken}", "utf-8")
