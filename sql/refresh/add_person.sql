INSERT INTO reference.person (person_id, name, origin, source)
VALUES (%(person_id)s, %(name)s, 'wikidata', %(source)s)
ON CONFLICT (person_id) DO UPDATE SET valid_to = NULL WHERE person.valid_to IS NOT NULL
