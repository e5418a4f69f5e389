"""The language of a text is guessed from its frequent words."""

import pytest

from tui.layout.guess_language import guess_language, language_at

TEXTS = {
    "en": "The minister said that he had not seen the report, which was published on Monday.",
    "de": "Der Minister sagte, er habe den Bericht nicht gesehen, der am Montag veröffentlicht wurde.",
    "fr": "Le ministre a dit qu'il n'avait pas vu le rapport qui est sorti lundi dans la presse.",
    "es": "El ministro dijo que no había visto el informe que se publicó el lunes en la prensa.",
    "pt": "O ministro disse que não tinha visto o relatório, que foi publicado na segunda-feira pelo jornal.",
    "it": "Il ministro ha detto che non aveva visto il rapporto, che è stato pubblicato lunedì.",
    "nl": "De minister zei dat hij het rapport niet had gezien, dat op maandag werd gepubliceerd.",
    "cs": "Ministr řekl, že zprávu neviděl, ale že se o ní bude jednat v pondělí, kdy už byla zveřejněna.",
    "pl": "Minister powiedział, że nie widział raportu, który został opublikowany w poniedziałek.",
    "ru": "Министр сказал, что он не видел доклада, который был опубликован в понедельник.",
    "uk": "Міністр сказав, що він не бачив доповіді, яка була опублікована в понеділок.",
    "tr": "Bakan, pazartesi günü yayımlanan raporu görmediğini ve bir şey bilmediğini söyledi.",
    "hi": "मंत्री ने कहा कि उन्होंने यह रिपोर्ट नहीं देखी है।",
    "ar": "قال الوزير إنه لم يطلع على التقرير الذي نشر في الصحف بعد ذلك.",
    "fa": "وزیر گفت که این گزارش را ندیده است و آن را نیز می‌خواند.",
    "ur": "وزیر نے کہا کہ انہوں نے یہ رپورٹ نہیں دیکھی ہے۔",
    "he": "השר אמר כי הוא לא ראה את הדוח, אבל היה גם דוח של המשטרה.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_sentence(code: str) -> None:
    assert guess_language(TEXTS[code])[0] == code


def test_a_paragraph_has_its_own_language_if_it_says_enough() -> None:
    text = f"{TEXTS['en']}\n{TEXTS['de']}\nDr. Meier kam."
    german, name = text.index("Der Minister"), text.index("Dr. Meier")
    assert language_at(text, 0, german) == "en"
    assert language_at(text, german, name) == "de"


def test_a_short_paragraph_has_the_language_of_the_start_of_the_text() -> None:
    text = f"{TEXTS['de']}\nDr. Meier kam."
    assert language_at(text, text.index("Dr. Meier"), len(text)) == "de"


def test_without_a_known_word_it_is_english() -> None:
    assert language_at("", 0, 0) == "en"
    assert language_at("Xyzzy 123", 0, 9) == "en"


@pytest.mark.parametrize(
    "front",
    ["---\ntitle: X\nlang: de\n---\n", '+++\nlanguage = "de"\n+++\n', "---\nlanguage: DE-at\n---\n"],
)
def test_the_front_matter_can_name_the_language(front: str) -> None:
    assert language_at(front + TEXTS["en"], len(front), len(front) + 80) == "de"


@pytest.mark.parametrize("front", ["---\nlang: tlh\n---\n", "---\n---\nlang: de\n", "lang: de\n"])
def test_what_names_no_known_language_is_not_believed(front: str) -> None:
    assert language_at(front + TEXTS["en"], len(front), len(front) + 80) == "en"
