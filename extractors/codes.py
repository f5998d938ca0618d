"""The codes of the two event ontologies, CAMEO and PLOVER, for a type of contact and how it stands.

The warehouse keeps this mapping as a table (reference.event_type_code), docs/codes.md explains it.
"""

from __future__ import annotations

CAMEO: dict[str, str] = {
    "summit": "046",
    "bilateral_meeting": "036",
    "multilateral_meeting": "036",
    "phone_call": "041",
    "video_conference": "041",
    "visit": "042",
    "signing": "057",
    "forum": "046",
    "correspondence": "040",
}
CAMEO_NAMES: dict[str, str] = {
    "036": "Express intent to meet or negotiate",
    "040": "Consult, not specified below",
    "041": "Discuss by telephone",
    "042": "Make a visit",
    "046": "Engage in negotiation",
    "057": "Sign formal agreement",
    "120": "Reject, not specified below",
    "121": "Reject material cooperation",
}
"""What the CAMEO codebook (version 1.1b3) calls the codes that are given here."""
CAMEO_HELD: dict[str, str] = {"bilateral_meeting": "046", "multilateral_meeting": "046"}
PLOVER: dict[str, str] = {"signing": "AGREE", "correspondence": "CONSULT"}


def codes(type_: str, status: str) -> dict[str, str]:
    """CAMEO and PLOVER codes: what is only planned or proposed expresses an intent; what is called off is a refusal."""
    if status in ("planned", "proposed"):
        return {"cameo": "036", "plover": "CONSULT"}
    if status in ("cancelled", "postponed"):
        return {"cameo": "120", "plover": "REJECT"} if status == "cancelled" else {"cameo": "121", "plover": "REJECT"}
    return {"cameo": CAMEO_HELD.get(type_, CAMEO[type_]), "plover": PLOVER.get(type_, "CONSULT")}
