"""A trained model made ready to ship: `python package.py MODEL FOLDER`.

The words of the treebanks are left out, of which the model keeps the hashes only; meta.json gets name, sources and
licence, CHECKSUMS the SHA-256 of every file.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

import spacy

NAME = "syntax"
LICENCE = "CC BY-SA 4.0"
SOURCES = [
    {"name": "UD English EWT", "url": "https://github.com/UniversalDependencies/UD_English-EWT",
     "author": "Natalia Silveira and others", "license": "CC BY-SA 4.0"},
    {"name": "GUM, the openly licensed genres (academic, bio, court, interview, news, speech, textbook, vlog, voyage)",
     "url": "https://github.com/UniversalDependencies/UD_English-GUM", "author": "Amir Zeldes and others",
     "license": "CC BY 4.0; texts CC BY, CC BY-SA or public domain"},
]
DESCRIPTION = "Tagger and dependency parser for English news, trained on openly licensed treebanks"
KEPT_SCORES = ("tag_acc", "dep_uas", "dep_las", "sents_f")
ATTRIBUTION = """\
The model in this folder is licensed under the Creative Commons Attribution-ShareAlike 4.0 International licence
(CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/), unlike the code around it. It was trained on:

- UD English EWT, the Universal Dependencies English Web Treebank (CC BY-SA 4.0): Natalia Silveira, Timothy Dozat,
  Marie-Catherine de Marneffe, Samuel Bowman, Miriam Connor, John Bauer, Christopher D. Manning: A Gold Standard
  Dependency Corpus for English, LREC 2014. https://github.com/UniversalDependencies/UD_English-EWT
- GUM, the Georgetown University Multilayer Corpus (annotations CC BY 4.0), its openly licensed genres academic, bio,
  court, interview, news, speech, textbook, vlog and voyage (texts CC BY, CC BY-SA or public domain): Amir Zeldes:
  The GUM Corpus: Creating Multilayer Resources in the Classroom, Language Resources and Evaluation 51 (2017).
  https://github.com/UniversalDependencies/UD_English-GUM

Changes: the treebanks were turned into the weights of a tagger and a parser, which hold none of their sentences.
"""


def package(model: Path, folder: Path) -> None:
    """Copies `model` to `folder`, which is made anew."""
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(model, folder)
    labels = {label for _, pipe in spacy.load(folder).pipeline for label in getattr(pipe, "labels", ())}
    strings = json.dumps(sorted(labels), ensure_ascii=False, indent=0)
    (folder / "vocab" / "strings.json").write_text(strings + "\n", encoding="utf-8")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta |= {"name": NAME, "version": "1.0.0", "license": LICENCE, "sources": SOURCES, "description": DESCRIPTION,
             "spacy_version": ">=3.8.18,<3.9.0", "url": "", "author": "", "email": ""}
    meta["performance"] = {name: round(meta["performance"][name], 4) for name in KEPT_SCORES}
    (folder / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")
    (folder / "LICENSE").write_text(ATTRIBUTION, encoding="utf-8")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}" for path in files]
    (folder / "CHECKSUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")


if __name__ == "__main__":
    package(Path(sys.argv[1]), Path(sys.argv[2]))
