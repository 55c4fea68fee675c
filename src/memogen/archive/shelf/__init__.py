"""shelf: how archive copies are filed below ``output/arkiv/``, and how one knows that nothing has happened to them.

* ``<act>/``, ``<act>-v2/`` …   one filed version each: its files and ``manifest.json``; never written in again
* ``kedja.json``                the last of the chain that the manifests make
* ``.halvfardigt/``             acts that are not whole yet, and the lock

The remarks: VE01 a file is missing or cannot be read · VE02 changed · VE03 added · VE04 renamed · VE05 the manifest is
missing or unreadable · VE06 the manifest was edited · VE07 the chain is broken · VE08 an act was taken away.

The chain ends in a digest. Whoever writes that down elsewhere can tell even an archive that was made anew as a whole.
"""

from __future__ import annotations

from memogen.archive.shelf.chain import HEAD
from memogen.archive.shelf.filing import Act, Filed, Filing, file_act, latest
from memogen.archive.shelf.links import Stock, chain_remarks, stock
from memogen.archive.shelf.looking import Look, look
from memogen.archive.shelf.manifest import MANIFEST, Entry, Link, Manifest
from memogen.archive.shelf.naming import filed_names

__all__ = [
    "HEAD",
    "MANIFEST",
    "Act",
    "Entry",
    "Filed",
    "Filing",
    "Link",
    "Look",
    "Manifest",
    "Stock",
    "chain_remarks",
    "file_act",
    "filed_names",
    "latest",
    "look",
    "stock",
]
