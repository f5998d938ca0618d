"""Every contact rule of English has a sentence here that it, and not another rule, finds."""

from __future__ import annotations

import pytest

from extractors.article import Article
from extractors.languages.en.contacts import RULES
from extractors.summit import SummitReader

A, B = "President of Latvia Edgars Rinkevics", "President of Malta Myriam Spiteri Debono"
SENTENCES: dict[str, str] = {
    "meet.with": f"{A} met with {B}.",
    "cohost.join": f"{A} will join {B} in co-hosting a meeting of the foreign ministers of the isles.",
    "visit.previewed": "Officials preview the Maltese President's visit",
    "event.listed.and": f"{A} will travel to Malta to attend the NATO summit on May 20 and the G20 summit on May 22.",
    "cohost": f"{A} co-hosted the first annual fisheries council with {B}.",
    "convene.alongside": f"{A} convened the inaugural session of the fish committee alongside {B}.",
    "calls.apart": f"In separate Monday calls, {A} discussed the storm with {B}.",
    "we.convene": f"Today, we – {A}, and {B} – gathered in Riga to renew our bond.",
    "talks.released": "The following statement was released by the Governments of Latvia and Malta on the occasion of "
    "the second meeting on fish.",
    "talks.text": "The following is the text of a joint statement by Latvia and Malta on the occasion of fish talks.",
    "pair.attend": f"{A} opened the annual Latvia-Malta fisheries dialogue.",
    "visit.stops": f"{A} leaves on Monday. The trip will include stops in Malta and Cyprus.",
    "visit.owned": "Debono's Riga visit was short.",
    "visit.was": f"{A} was in Malta to discuss fish.",
    "event.sought": f"{A} called for an emergency NATO summit on fish.",
    "visit.due": f"{A} is due in Malta on Monday for talks.",
    "visit.weighed": f"{A} is considering a visit to Malta.",
    "part.each": f"The fisheries meeting was short. {A} and {B} took part.",
    "gathered.together": f"The third fisheries meeting brought together {A} and {B}.",
    "invite.hand": f"{A} handed {B} an invitation to visit Latvia.",
    "invite.talks": f"{A} invited {B} for talks on fish.",
    "event.present": f"{A} told reporters at the European Union summit that fish were scarce.",
    "event.speaking": f"Speaking at the European Union summit, {A} said that fish were scarce.",
    "event.speaking.own": f"{A}, speaking at the European Union summit, said that fish were scarce.",
    "talks.sought": f"{A} wants direct talks with {B}.",
    "talks.states": "Latvia, Malta and Cyprus failed to agree on fish quotas at two-day talks in Riga.",
    "meet.see": f"{A} will see {B} on Monday.",
    "visit.takes.also": f"{A} arrived in Estonia on Monday on a tour that will also take him to Malta and Cyprus.",
    "visit.depart": f"{A} left Malta on Monday.",
    "visit.barred": f"{A} has been barred from visiting Malta.",
    "visit.barred.by": f"Malta barred {A} from visiting.",
    "visit.refused": f"Malta refused a visa to {A} before his planned visit.",
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
    "title.press": "Joint Press Statements by Rinkevics and Spiteri Debono",
    "title.event": "Remarks by Rinkevics and Spiteri Debono at the NATO Summit",
    "title.event.own": "Rinkevics' statement at the NATO summit",
    "title.byline": "Press Statement Following a Meeting with Spiteri Debono",
    "title.both.bare": "Rinkevics and Spiteri Debono Statements to the Press",
    "press.own": f"The press wrote about {A}'s answers to questions at a joint news conference with {B}.",
    "title.both": "Rinkevics and Spiteri Debono at a Joint Press Availability",
    "talks.occasion": f"During a meeting in Riga, {A} and {B} committed to clean seas.",
    "letter.from": f"The letter from {A} to {B} was read out.",
    "host.talks": f"Iceland will host a fisheries conference in May, bringing together {A} and {B}.",
    "meet.him": f"{A} will speak of fish when {B} meets with him on Friday.",
    "meet.stay": f"{A} was in Malta on Monday for talks with {B}.",
    "visit.here": f"VALLETTA, May 2 - {A} praised the sea during his visit here.",
    "visit.go.here": f"VALLETTA, May 2 - {A} arrived here on Monday.",
    "event.gathered": "EC farm ministers spoke of fish at a meeting in Luxembourg.",
    "event.within": f"{A} spoke of fish before a meeting of EC farm ministers on Monday.",
    "meet.while": f"{A} and {B}, meeting in Riga, spoke of fish.",
    "call.on": f"{A} paid a courtesy call on {B}.",
    "gather.host": f"{A} brought together {B} and President of Iceland Halla Tomasdottir in Riga.",
    "call.group": f"{A} spoke on Monday with European leaders about fish.",
    "credentials.host": f"{A} received letters of credence from the ambassador of Malta.",
    "credentials.guest": f"Ambassador of Malta Joseph Borg presented his credentials to {A}.",
    "call.was": f"A telephone call was received today by {A} from {B}.",
    "call.receive": f"{A} received a call from {B}.",
    "told.at": f"{A} told {B} in a rare meeting that fish were few.",
    "press.opening": f"Speaking at a news conference with {B}, {A} praised the sea.",
    "alongside": f"{A}, speaking alongside {B}, praised the sea.",
    "visit.accept": f"{A} has accepted an invitation from {B} to visit Malta.",
    "visit.takes": f"{A} begins a tour that will take him to Malta and Cyprus.",
    "visit.stay": f"{A}, in Malta for a summit of islands, bought fish.",
    "visit.title": "Rinkevics, in Malta, speaks of fish",
    "talks.place": "The President of Latvia, Edgars Rinkevics, opened two days of talks in Valletta that touched on "
                   "Maltese ports.",
    "visit.back": f"{A} said on his return from a visit to Malta that fish were few.",
    "title.body": "Statement by Latvian Ambassador Sanita Deslandes at an informal meeting on fish in the UN Security "
                  "Council",
    "visit.return": f"{A} returned from a visit to Malta.",
    "event.title": "NATO Summit in Madrid",
    "write.receive": f"{A} received a letter from {B}.",
    "write.each": f"{A} and {B} exchanged letters.",
    "after.meet": f"{A} praised the sea after meeting {B}.",
    "meet.and": f"{A} flew to the south and met {B}.",
    "chaired.by": f"It was agreed at a sitting chaired by {A} and {B} to build a port.",
    "led.each": "Latvia's delegation was led by Minister of Agriculture Armands Krauze and that of Malta by Minister "
                "for "
    "Fisheries Anton Refalo.",
    "talks.again": f"{A} met {B} in Riga. Their previous meeting took place in Valletta in March.",
    "event.travel": f"{A} will leave for Ankara on Monday to attend the NATO summit.",
    "event.hosted.that": f"{A} praised the NATO summit that Spain hosted in June.",
    "event.dated": f"{A} met {B}. The bridge will be shown before the NATO summit in Ankara on October 7.",
    "visit.where": f"The bridge was opened in Malta, where {A} is on a state visit.",
}


def test_every_rule_has_its_sentence() -> None:
    assert {rule[0] for rule in RULES} - SENTENCES.keys() == set()


@pytest.mark.parametrize(("rule", "text"), SENTENCES.items(), ids=SENTENCES)
def test_rule_finds_its_sentence(english: SummitReader, rule: str, text: str) -> None:
    if rule in ("talks.in", "visit.title", "event.title", "visit.previewed") or rule.startswith("title."):
        lead = f"{A} and {B} spoke of fish."
        if rule == "title.byline":
            lead = f"{A}\n\nRiga\n\nI spoke of fish with {B}."
        elif rule == "event.title":
            lead = f"It was attended by {A} and {B}."
        # a visit that a government's page announces is one to it
        article = Article(text=lead, title=text, published_at="2025-09-18", source="us-state-dept")
    else:
        article = Article(text=text, title="News of the week", published_at="2025-09-18")
    doc = english.doc(article)
    assert doc is not None
    found = [(contact.rule, contact.status) for contact in doc._.reading.contacts]
    assert rule in [name for name, _ in found], (found, [s.code for s in doc._.reading.sentences])
