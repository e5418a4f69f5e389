"""Ten made sentences in each language: speakers, kind and quote."""

import pytest

from tui.attribution.suggestion import draft_suggestions

GERMAN = """
„Die Brücke ist sicher“, sagte Bürgermeisterin Anna Müller am Montag. | Anna Müller | claim | „Die Brücke ist sicher“
Die Brücke sei sicher, erklärte der Sprecher der Polizei. | Sprecher der Polizei | claim | Die Brücke sei sicher
Müller sagte, die Brücke sei sicher. | Müller | claim | die Brücke sei sicher
Der Minister betonte, dass die Brücke hält, und fügte hinzu: „Sie ist neu.“ | Minister | claim | dass die Brücke hält
Laut Müller ist die Brücke sicher. | Müller | claim | ist die Brücke sicher
Die Regierung wies die Vorwürfe am Montag zurück. | Regierung | denial | die Vorwürfe am Montag
Der Minister hat die Vorwürfe bestritten. | Minister | denial | die Vorwürfe
Müller bestritt nicht, dass die Brücke alt ist. | Müller | claim | dass die Brücke alt ist
Russland und die Türkei einigten sich auf eine Waffenruhe. | Russland, Türkei | agreement | auf eine Waffenruhe
Die Sprecherin lehnte eine Stellungnahme ab. | Sprecherin | no-comment | lehnte eine Stellungnahme ab
Die Brücke, sagte Müller, sei sicher. | Müller | claim | Die Brücke … sei sicher
Die Stadt hat am Montag Berichte zurückgewiesen, wonach sie log. | Stadt | denial | Berichte
Am Montag warf Müller der Stadt vor, sie habe gelogen. | Müller | claim | sie habe gelogen
Die Polizei kam und forderte die Öffentlichkeit auf, ruhig zu bleiben. | Polizei | claim | ruhig zu bleiben
Er kam an, und forderte die Leute auf, ruhig im Haus zu bleiben. |  | claim | ruhig im Haus zu bleiben
Der Bürgermeister konnte nicht sagen, wann sie öffnet. | Bürgermeister | claim | wann sie öffnet
In China werden Haare gefärbt, um zu glänzen, sagte Ruiz. | Ruiz | claim | In China werden Haare gefärbt, um zu glänzen
»Wir bauen neu«, hat Peter Schmidt gesagt. | Peter Schmidt | claim | »Wir bauen neu«
Sie wird alt, sie wurde gesperrt, berichtete die Stadt. | Stadt | claim | Sie wird alt, sie wurde gesperrt
Der Außenministerin zufolge ist das Treffen abgesagt. | Außenministerin | claim | ist das Treffen abgesagt
"""
FRENCH = """
« Le pont est sûr », a déclaré lundi la maire de Lyon, Anne Dupont. | Anne Dupont | claim | « Le pont est sûr »
Anne Dupont arrive. « Le pont est sûr », a-t-elle ajouté. | Anne Dupont | claim | « Le pont est sûr »
Jean Martin a affirmé que le pont était sûr. | Jean Martin | claim | que le pont était sûr
Selon Martin, le pont est sûr. | Martin | claim | le pont est sûr
Le pont est sûr, selon le ministre de la Défense. | Ministre de la Défense | claim | Le pont est sûr
Le ministre des Affaires étrangères, Jean Martin, a dit : « Il est sûr. » | Jean Martin | claim | « Il est sûr. »
Le gouvernement a démenti ces accusations. | Gouvernement | denial | ces accusations
L’entreprise n’a pas nié que le pont est vieux. | Entreprise | claim | que le pont est vieux
La Turquie et la Russie se sont mises d’accord sur une trêve. | Turquie, Russie | agreement | sur une trêve
La mairie n’a pas souhaité commenter. | Mairie | no-comment | n’a pas souhaité commenter
Le pont, a expliqué Martin, sera rouvert demain. | Martin | claim | Le pont … sera rouvert demain
Le chef du parti, Jean Martin, accuse la ville de mentir. | Jean Martin | claim | la ville de mentir
Ils sont d’accord sur tout, a indiqué la mairie dans une lettre. | Mairie | agreement | Ils sont d’accord sur tout
Le juge a déclaré que le pont est sûr. | Juge | claim | que le pont est sûr
Le juge Martin pense que le pont est sûr. | Martin | claim | que le pont est sûr
Martin est venu et a dit que le pont est sûr. | Martin | claim | que le pont est sûr
— Le pont est sûr, dit Martin. | Martin | claim | Le pont est sûr
"""
SPANISH = """
«El puente es seguro», dijo el lunes la alcaldesa Ana Ruiz. | Ana Ruiz | claim | «El puente es seguro»
El puente es seguro, aseguró Ruiz a la prensa. | Ruiz | claim | El puente es seguro
El ministro de Defensa, Juan Ruiz, ha declarado: «Es seguro». | Juan Ruiz | claim | «Es seguro»
Según el portavoz del Gobierno, el puente es seguro. | Portavoz del Gobierno | claim | el puente es seguro
—La paz es posible —dijo Pedro Soto—. Y llegará. | Pedro Soto | claim | La paz es posible … Y llegará.
Juan Ruiz llegó ayer. Dijo que el puente es seguro. | Juan Ruiz | claim | que el puente es seguro
El Gobierno negó las acusaciones. | Gobierno | denial | las acusaciones
Ruiz no negó que el puente sea viejo. | Ruiz | claim | que el puente sea viejo
Rusia y Turquía acordaron un alto el fuego. | Rusia, Turquía | agreement | un alto el fuego
La empresa declinó hacer comentarios sobre la venta. | Empresa | no-comment | sobre la venta
La empresa, que despidió a mil personas, rechaza las críticas. | Empresa | denial | las críticas
La ley valdrá en enero, tal y como explicó la ministra Rosa Sanz. | Rosa Sanz | claim | La ley valdrá en enero
La alcaldesa Ana Ruiz: «El puente es seguro». | Ana Ruiz | claim | «El puente es seguro»
El puente cayó ayer, por la lluvia, dijo Ruiz. | Ruiz | claim | El puente cayó ayer, por la lluvia
Ruiz calificó el proyecto de «locura». | Ruiz | claim | el proyecto de «locura»
"""
TURKISH = """
Erdoğan, “Köprü güvenli” dedi. | Erdoğan | claim | “Köprü güvenli”
“Köprü güvenli” dedi Yılmaz. | Yılmaz | claim | “Köprü güvenli”
Belediye Başkanı Ayşe Yılmaz, köprünün güvenli olduğunu söyledi. | Ayşe Yılmaz | claim | köprünün güvenli olduğunu
Ayşe Yılmaz dün geldi. Köprünün güvenli olduğunu belirtti. | Ayşe Yılmaz | claim | Köprünün güvenli olduğunu
Bakan şunları söyledi: “Köprüyü yeniden yapacağız.” | Bakan | claim | “Köprüyü yeniden yapacağız.”
Ayşe Yılmaz’a göre köprü güvenli. | Ayşe Yılmaz | claim | köprü güvenli
Polisin açıklamasına göre 35 kişi öldü. | Polis | claim | 35 kişi öldü
Hükümet iddiaları yalanladı. | Hükümet | denial | iddiaları
Türkiye ve Rusya ateşkes konusunda anlaştı. | Türkiye, Rusya | agreement | ateşkes konusunda
Bakanlık yetkilisi yorum yapmayı reddetti. | Bakanlık yetkilisi | no-comment | yorum yapmayı reddetti
Sendika sözcüsü Hasan Yıldız: “Greve gideceğiz.” | Hasan Yıldız | claim | “Greve gideceğiz.”
Müdür Selin Kaya, “Köprü güvenli” dedi. | Selin Kaya | claim | “Köprü güvenli”
Kaya’nın söylediğine göre köprü güvenli. | Kaya | claim | köprü güvenli
Mahalle sakinleri köprünün güvenli olduğunu söyledi. | Mahalle sakinleri | claim | köprünün güvenli olduğunu
“Bu haber yalan” diyen Yılmaz, dava açacak. | Yılmaz | claim | “Bu haber yalan”
Şirket, satışı ne doğruladı ne yalanladı. | Şirket | no-comment | satışı
"""
RUSSIAN = """
«Мост безопасен», — сказал мэр Иван Петров. | Иван Петров | claim | «Мост безопасен»
«Мост безопасен, — заявил Петров. — Он простоит век». | Петров | claim | Мост безопасен … Он простоит век
— Мост безопасен, — сказал Петров. — Приезжайте. | Петров | claim | Мост безопасен … Приезжайте.
Министр иностранных дел Сергей Лавров заявил, что мост стар. | Сергей Лавров | claim | что мост стар
Мэр Тулы Павел Седов объявил, что мост стар. | Павел Седов | claim | что мост стар
Директор Марина Гусева заявила, что мост стар. | Марина Гусева | claim | что мост стар
Мост упал, из-за дождя, сказал Петров. | Петров | claim | Мост упал, из-за дождя
Вчера приехал Иван Петров. По словам Петрова, мост безопасен. | Иван Петров | claim | мост безопасен
Мост, по словам министра, безопасен. | Министра | claim | Мост … безопасен
Правительство опровергло обвинения. | Правительство | denial | обвинения
Лавров не отрицал, что мост стар. | Лавров | claim | что мост стар
Россия и Турция договорились о перемирии. | Россия, Турция | agreement | о перемирии
Представитель мэрии отказался от комментариев. | Представитель мэрии | no-comment | отказался от комментариев
Глава МИД РФ Сергей Лавров отметил, что мост стар. | Сергей Лавров | claim | что мост стар
Петров сказал: «Мост безопасен». | Петров | claim | «Мост безопасен»
"""


def drafted(code: str, text: str) -> tuple[str, str, str]:
    """Return the speakers, the kind and the quote of a text's first draft."""
    drafts = draft_suggestions(text, code)
    if not drafts:
        return "", "", ""
    quote = " … ".join(span.of(text) for span in drafts[0].spans)
    return ", ".join(drafts[0].speaker), drafts[0].kind, quote


@pytest.mark.parametrize(
    ("code", "rows"), [("de", GERMAN), ("fr", FRENCH), ("es", SPANISH), ("tr", TURKISH), ("ru", RUSSIAN)]
)
def test_sentences(code: str, rows: str) -> None:
    expected = [tuple(row.split(" | ")) for row in rows.strip().splitlines()]
    assert len(expected) >= 10
    assert [(text, *drafted(code, text)) for text, *_ in expected] == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Müller kam am Montag nach Berlin, als es regnete."),
        ("de", "Nachdem er angekommen war, sagte Müller nur wenig."),
        ("de", "Man kann sagen, dass die Brücke sicher ist."),
        ("de", "Kein Minister sagte, dass die Brücke sicher ist."),
        ("de", "Es wurde gestern berichtet, dass die Brücke sicher ist."),
        ("de", "Berichtet wurde, dass die Brücke sicher ist."),
        ("de", "Was sie sagt und was sie tut, ist zweierlei."),
        ("fr", "Ce qu’elle dit et ce qu’elle fait sont deux choses."),
        ("fr", "Le juge en charge du dossier a vu qu’il est tard."),
        ("fr", "Martin est arrivé lundi à Lyon, où il pleuvait."),
        ("es", "Ruiz llegó ayer a Madrid y visitó el puente."),
        ("tr", "Bakan yarın Ankara’ya gelecek."),
        ("ru", "Петров приехал в Москву, когда шёл дождь."),
    ],
)
def test_no_statement(code: str, text: str) -> None:
    assert draft_suggestions(text, code) == []


def test_a_second_verb_shares_the_subject() -> None:
    text = "El alcalde dijo que vendría y añadió que el puente es seguro."
    drafts = draft_suggestions(text, "es")
    assert [(item.cue, item.speaker) for item in drafts] == [("dijo", ("Alcalde",)), ("añadió", ("Alcalde",))]
    assert [item.spans[0].of(text) for item in drafts] == ["que vendría", "que el puente es seguro"]


def test_a_verb_with_its_particle_is_one_cue() -> None:
    (draft,) = draft_suggestions("Die Regierung wies die Vorwürfe zurück.", "de")
    assert draft.cue == "wies … zurück"


def test_the_kind_goes_by_the_content_and_not_by_what_follows_it() -> None:
    drafts = draft_suggestions("Петров заявил, что мост стар. «Мы договорились», — сказал Лавров.", "ru")
    assert [draft.kind for draft in drafts] == ["claim", "agreement"]
