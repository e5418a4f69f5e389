"""Each language's file is read whole, and says nothing twice."""

import re
from pathlib import Path

import pytest
from test_sentences import sentences

from tui.layout import language as module
from tui.layout.language import KEYS, UNLISTED, codes, known_code, language, parse_language

FOLDER = Path(module.__file__).with_name("languages")


def test_a_key_may_be_on_several_lines() -> None:
    german = parse_language(
        "# German\ntitles: Dr Prof\ntitles: z.B\ncommon: der\nstarters: Danach\nordinals: numbers\n"
    )
    assert german.titles == {"Dr", "Prof", "z.B"}
    assert german.parts == {"z.B"}
    assert german.starters == {"Der", "Danach"}
    assert german.has_ordinals("numbers")
    assert not german.has_ordinals("roman")


@pytest.mark.parametrize(
    ("name", "code"),
    [("ja", "ja"), (" DE ", "de"), ("pt-BR", "pt"), ("pt_BR", "pt"), ("xx", ""), ("German", ""), ("", "")],
)
def test_a_language_is_known_by_its_code(name: str, code: str) -> None:
    assert known_code(name) == code


def test_a_language_is_unlisted_only_if_it_has_no_file() -> None:
    assert not UNLISTED & codes()


def test_a_language_without_a_file_is_read_as_english() -> None:
    assert language("tlh") is language("en")
    assert language("../en") is language("en")
    assert "Mr" in language("tlh").titles


@pytest.mark.parametrize("code", sorted(codes()))
def test_the_file_of_a_language(code: str) -> None:
    lines = (FOLDER / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"[a-z]{2}", code)
    assert lines[0].startswith("# ")
    assert {line.partition(": ")[0] for line in lines[1:]} <= set(KEYS)
    known = language(code)
    assert known.common
    assert not known.titles & known.shortened
    assert not {word for word in known.titles | known.shortened | known.numbered if word.endswith(".")}


PARAGRAPHS = {
    "de": (
        "Der Vertrag gilt lt. Dr. Meier ab dem 1. Januar 2026.",
        "„Das kostet ca. 3,5 Mio. Euro“, sagte Prof. Krause.",
        "„Zahlen wir das?“, fragte sie.",
        "Es sind u. a. Straßen, Brücken usw. betroffen.",
        "Am 12.3. wird entschieden.",
    ),
    "fr": (
        "M. Durand et Mme Petit ont signé le 1er mars.",
        "« C’est trop cher ! », a dit le Dr Morel.",
        "Le projet coûte env. 3,5 M€, cf. p. 12 du rapport.",
        "« Qui paie ? »",
        "Personne n’a répondu.",
    ),
    "es": (
        "El Sr. Gil y la Dra. Paz firmaron el 3 de mayo.",
        "«¿Quién paga?», preguntó ella.",
        "Cuesta 3.500 euros aprox. por metro.",
        "¡Nadie lo sabe!",
        "Véase la pág. 12 del informe.",
    ),
    "it": (
        "Il dott. Rossi e l’avv. Bianchi hanno firmato.",
        "«Chi paga?», ha chiesto.",
        "Costa 3,5 mln di euro, cfr. p. 12.",
        "“È troppo.”",
        "Nessuno ha risposto.",
    ),
    "pt": (
        "O Dr. Lima e a Sra. Costa assinaram o contrato.",
        "“Quem paga?”, perguntou ela.",
        "Custa 3.500 euros, cf. pág. 12.",
        "“É muito.”",
        "Ninguém respondeu.",
    ),
    "nl": (
        "Mevr. De Vries en dhr. Bakker tekenden op 3 mei.",
        "“Wie betaalt dat?”, vroeg zij.",
        "Het kost ca. 3,5 mln. euro, d.w.z. te veel.",
        "‘Niemand.’",
        "Zie blz. 12 van het rapport.",
    ),
    "pl": (
        "Dr Nowak i prof. Kowalska podpisali umowę 3 maja 2026 r. w Łodzi.",
        "„Kto zapłaci?” – zapytała.",
        "To kosztuje ok. 3,5 mln zł, tj. za dużo.",
        "„Nikt.”",
        "Zob. s. 12 raportu.",
    ),
    "cs": (
        "Ing. Novák a MUDr. Malá podepsali smlouvu 3. května.",
        "„Kdo to zaplatí?“ zeptala se.",
        "Stojí to cca 3,5 mil. Kč, tj. moc.",
        "„Nikdo.“",
        "Viz str. 12 zprávy.",
    ),
    "ru": (
        "Г. Петров и проф. Иванова подписали договор 3 мая 2026 г. в Москве.",
        "«Кто заплатит?» — спросила она.",
        "Это стоит ок. 3,5 млн руб. за метр, т. е. много.",
        "«Никто».",
        "См. стр. 12 доклада.",
    ),
    "tr": (
        "Dr. Kaya ve Prof. Demir sözleşmeyi 3. maddeye göre imzaladı.",
        "“Kim ödeyecek?” diye sordu.",
        "Bu, yakl. 3,5 milyon lira, vb. giderler hariç.",
        "“Hiç kimse.”",
        "Bkz. s. 12.",
    ),
    "sv": (
        "Dr. Berg och prof. Lind skrev under den 3 maj.",
        "”Vem betalar?” frågade hon.",
        "Det kostar ca. 3,5 milj. kronor, dvs. för mycket.",
        "”Ingen.”",
        "Se s. 12 i rapporten, t.ex. tabellen.",
    ),
    "el": (
        "Ο κ. Παππάς και η κα. Νίκου υπέγραψαν.",
        "«Ποιος πληρώνει;»",
        "Κοστίζει περ. 3,5 εκατ. ευρώ, π.χ. πολύ.",
        "«Κανείς.»",
        "Βλ. σελ. 12 της έκθεσης.",
    ),
    "ar": (
        "وقع د. سامي الاتفاق في 3.5.2026 بعد اجتماع طويل.",
        "«من يدفع؟»",
        "لم يجب أحد...",
        "قال الوزير إن الكلفة 3.5 مليون.",
        "هل هذا كثير؟",
    ),
    "hi": (
        "डॉ. शर्मा और प्रो. सिंह ने 3.5 करोड़ रु. का समझौता किया।",
        "“कौन देगा?”",
        "किसी ने जवाब नहीं दिया।",
        "यह बहुत है!",
        "रिपोर्ट का पृ. 12 देखें।",
    ),
}
"""Odd abbreviations, quotations and numbers."""


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_the_sentences_of_a_paragraph(code: str) -> None:
    assert sentences(" ".join(PARAGRAPHS[code])) == list(PARAGRAPHS[code])
