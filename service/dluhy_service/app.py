"""The application: what the pack says, over HTTP.

No personal data passes here yet; checks of lists come with their own safeguards.
"""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Litestar, get
from litestar.exceptions import NotFoundException
from litestar.params import Parameter

from dluhy import default_pack, program_version
from dluhy.law.citations import readable


@get("/health/live", sync_to_thread=False)
def live() -> dict[str, str]:
    """Tell that the process answers."""
    return {"status": "ok"}


@get("/version", sync_to_thread=False)
def version() -> dict[str, str]:
    """Tell the versions of the program and the pack, and the pack's hash."""
    pack = default_pack()
    return {
        "program": program_version(),
        "pack": pack.info.id,
        "pack_version": pack.info.version,
        "pack_hash": pack.hash,
    }


@get("/v1/rules", sync_to_thread=False)
def rules() -> list[dict[str, Any]]:
    """List the rules: id, topic, title in both languages, evidence."""
    return [
        {"id": rule.id, "topic": rule.topic, "title": rule.title.model_dump(), "evidence": rule.evidence}
        for rule in default_pack().rules.values()
    ]


@get("/v1/rules/{rule_id:str}", sync_to_thread=False)
def rule(rule_id: Annotated[str, Parameter(max_length=64)]) -> dict[str, Any]:
    """Show one rule: sentence, reasoning, conditions, citations with links, evidence, ladders."""
    pack = default_pack()
    if rule_id not in pack.rules:
        raise NotFoundException(detail="no such rule")
    found = pack.rules[rule_id]
    citations = [(readable(c, pack.acts, "cs"), readable(c, pack.acts, "en")) for c in found.citations]
    return {
        "id": found.id,
        "topic": found.topic,
        "subject": found.subject,
        "title": found.title.model_dump(),
        "sentence": found.sentence.model_dump(),
        "reasoning": found.reasoning.model_dump(),
        "conditions": [{"if": c.if_, "cs": c.cs, "en": c.en} for c in found.all],
        "verdict": found.verdict,
        "citations": [{"cs": cs.text, "en": en.text, "link": cs.link} for cs, en in citations],
        "evidence": found.evidence,
        "remedies": found.remedies,
    }


app = Litestar([live, version, rules, rule], openapi_config=None)
