"""Every contact rule of English has a sentence here that it, and not another rule, finds."""

from __future__ import annotations

import pytest

from extractors.article import Article
from extractors.languages.en.contacts import RULES
from extractors.summit import SummitReader

A, B = "President of Latvia Edgars Rinkevics", "President of Malta Myriam Spiteri Debono"
SENTENCES: dict[str, str] = {
    "meet.with": f"{A} met with {B}.",
    "meet.each": f"{A} and {B} met in Riga.",
    "talks.with": f"{A} held talks with {B}.",
    "talks.each": f"{A} and {B} held talks.",
    "talks.between": f"The talks between {A} and {B} were short.",
    "talks.nominal": f"The press wrote about {A}'s meeting with {B}.",
    "talks.title": f"{A} listened. Talks with {B} followed.",
    "talks.loose": f"{A} flew to the south for talks with {B}.",
    "talks.their": f"{A} and {B} are nearing agreement on fish before their first meeting.",
    "talks.bare": f"{A} rose early. The day began with a conversation with {B}.",
    "talks.join": f"{A} will join the Syrian peace talks in Riga.",
    "talks.in": "Rinkevics presses Debono on fish in Riga talks",
    "receive.host": f"{A} received {B}.",
    "received.by": f"{B} was received by {A}.",
    "told.with": f"{A} told his Maltese counterpart Myriam Spiteri Debono that ships would come.",
    "chair.each": f"{A} and {B} co-chaired the council.",
    "joint.each": f"{A} and {B} agreed on fish.",
    "discuss.with": f"{A} discussed fish with {B}.",
    "discuss.phone": f"{A} and {B} discussed fish by phone.",
    "informed.by.phone": f"{A} informed {B} of the storm by telephone.",
    "speak.with": f"{A} spoke with {B}.",
    "speak.each": f"{A} and {B} spoke by phone.",
    "call.to": f"{A} phoned {B} on Monday.",
    "call.make": f"{A} made a call to {B}.",
    "call.noun": f"{A} was brief. It was said in a call with {B}.",
    "meet.due": f"{A} rose early. Much was read into talks planned with {B}.",
    "visit.to": f"{A} visited Malta.",
    "visit.paid": f"{A} paid a visit to Malta.",
    "visit.go": f"{A} arrived in Malta.",
    "visit.be": f"{A} will be in Malta on Monday.",
    "visit.of": f"A visit of {A} to Malta followed.",
    "visit.noun": f"The press wrote about {A}'s trip to Malta.",
    "visit.to.by": f"A visit to Malta by {A} followed.",
    "visit.lead": f"{A} will lead a delegation to Malta.",
    "visit.during": f"{A} spoke of fish during his visit to Malta.",
    "visit.kill": f"{A} cancelled a visit to Malta.",
    "visit.kill.by": f"Malta cancelled a visit by {A}.",
    "visit.kill.whose": f"Malta has postponed {A}'s visit.",
    "visit.kill.forced": f"A storm forced {A} to scrap a visit to Malta.",
    "visit.paid.and": f"{A} will open a port and then pay a visit to Malta.",
    "visit.to.and": f"{A} will open a port and then visit Malta.",
    "talks.kill": f"{A} called off talks with {B}.",
    "invite": f"{A} invited {B} to make a visit to Latvia.",
    "invite.to": f"{A} invited {B} to Latvia.",
    "invite.and": f"{A} opened a port and invited {B} to Latvia.",
    "event.attend": f"{A} attended the NATO summit.",
    "event.happen": f"The NATO summit opened in Riga. {A} chaired it.",
    "event.hosted": f"Riga hosted the NATO summit, which {A} chaired.",
    "event.at": f"At the NATO summit, {A} spoke of fish.",
    "event.and": f"{A} will open a port and then attend the NATO summit.",
    "sign.each": f"{A} and {B} signed a treaty.",
    "sign.passive": f"The treaty was signed by {A} and {B}.",
    "write.to": f"{A} sent a telegram to {B}.",
    "write.to.first": f"{A} sent {B} a telegram.",
    "congratulate": f"{A} congratulated {B}.",
    "wish": f"{A} wrote for the holiday. On behalf of my nation I wish the Maltese people happiness.",
    "talks.joined": f"{A} met {B}. President of Iceland Halla Tomasdottir joined the two presidents for talks.",
    "pair.happen": "The Latvian-Maltese consultations on fish were held in Riga, the government wrote.",
    "press.with": f"{A} spoke of fish at a joint news conference with {B}.",
    "title.remarks": "Remarks by Rinkevics and Spiteri Debono before Bilateral Meeting",
    "title.both": "Rinkevics and Spiteri Debono at a Joint Press Availability",
    "talks.occasion": f"During a meeting in Riga, {A} and {B} committed to clean seas.",
    "letter.from": f"The letter from {A} to {B} was read out.",
}


def test_every_rule_has_its_sentence() -> None:
    assert {rule[0] for rule in RULES} - SENTENCES.keys() == set()


@pytest.mark.parametrize(("rule", "text"), SENTENCES.items(), ids=SENTENCES)
def test_rule_finds_its_sentence(english: SummitReader, rule: str, text: str) -> None:
    if rule == "talks.in" or rule.startswith("title."):
        article = Article(text=f"{A} and {B} spoke of fish.", title=text, published_at="2025-09-18")
    else:
        article = Article(text=text, title="News of the week", published_at="2025-09-18")
    doc = english.doc(article)
    assert doc is not None
    found = [(contact.rule, contact.status) for contact in doc._.reading.contacts]
    assert rule in [name for name, _ in found], (found, [s.code for s in doc._.reading.sentences])
