"""Prints as JSON what dkimpy finds out about each DKIM signature of /mail/message, the topmost first.

DNS is /mail/records.json: the names of the TXT records with their values.
"""

import json
import re

import dkim

with open("/mail/message", "rb") as file:
    message = file.read()
with open("/mail/records.json", encoding="ascii") as file:
    records = json.load(file)


def txt(name, timeout=5):
    """A name that is not there has no record, as with any resolver."""
    return records.get(name.decode("ascii").rstrip("."), "").encode("ascii") or None


def verify(index):
    verifier = dkim.DKIM(message)
    try:
        problem = "" if verifier.verify(idx=index, dnsfunc=txt) else "the signature does not fit"
    except dkim.DKIMException as refused:
        problem = str(refused)
    tags = {name.decode(): re.sub(rb"\s+", b"", value).decode() for name, value in verifier.signature_fields.items()}
    return {
        "problem": problem,
        "domain": tags["d"],
        "selector": tags["s"],
        "algorithm": tags["a"],
        "canonicalization": tags["c"],
        "headers": [header.lower() for header in tags["h"].split(":")],
    }


signatures = [name for name, _ in dkim.rfc822_parse(message)[0] if name.lower() == b"dkim-signature"]
print(json.dumps([verify(index) for index in range(len(signatures))]))
