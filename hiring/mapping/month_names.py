"""The names of months in nine languages, and their usual short forms: no word stands for two months."""

from __future__ import annotations

import unicodedata

#: English, German, French, Spanish, Dutch, Italian, Portuguese, Swedish, Polish (there also as `5 marca` has them).
NAMES = (
    "jan january januar jänner janvier janv januari enero ene gennaio gen janeiro styczeń stycznia sty",
    "feb february februar feber février févr fév februari febrero febbraio fevereiro luty lutego lut",
    "mar march märz maerz mrz mars maart mrt marzo março marzec marca",
    "apr april avril avr abril abr aprile kwiecień kwietnia kwi",
    "may mai mayo mei maggio mag maio maj maja",
    "jun june juni juin junio giugno giu junho czerwiec czerwca cze",
    "jul july juli juillet juil julio luglio lug julho lipiec lipca lip",
    "aug august août augustus augusti agosto ago sierpień sierpnia sie",
    "sep sept september septembre septiembre setiembre settembre sett setembro set wrzesień września wrz",
    "oct october okt oktober octobre octubre ottobre ott outubro out październik października paź",
    "nov november novembre noviembre novembro listopad listopada lis",
    "dec december dez dezember décembre déc diciembre dic dicembre dezembro grudzień grudnia gru",
)


def plain(word: str) -> str:
    """A word in small letters without accents, as the cells of a file are compared."""
    apart = unicodedata.normalize("NFKD", word.lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


#: Each word, plain → the number of its month in two digits.
MONTHS = {plain(word): f"{month:02}" for month, words in enumerate(NAMES, start=1) for word in words.split()}
