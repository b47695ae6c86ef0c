"""Names of people and firms, made up for this sample; nobody is meant by them."""

from __future__ import annotations

import unicodedata

import numpy as np

from hiring.sample.streams import stream


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST = _words(
    """
    Adelmira Aksandra Alvike Amaruk Anjuli Ansgart Arvella Aureliano Ayodara Bastienne Belisko Birgetta
    Brannoc Calanthe Carlindo Cedrika Chiamara Corvin Dagnija Dalisay Demetra Dorotej Ebunola Edvina
    Eilidhe Elowen Emrick Esperaz Fadwara Faustijn Fenella Fiorenza Frydrik Gaetane Gideor Gudrune Haldora
    Hamidou Hanneloor Hideaka Ignatia Ilmarin Imogena Isandro Ivorna Jacenty Jadranka Jesamine Jiayun
    Jorunde Kaidence Kalinda Kasimira Keziara Kwabelo Laurenz Leocadia Liesbetha Lorcane Lumiko Maartje
    Malvina Marisela Mattheo Melisande Mihaela Nadezja Nikandro Nomvula Odalys Olufemo Ottiliane Paavolo
    Perpetua Philippa Priyanka Quirina Radomila Rashidi Rosalinde Ruaridh Sabitha Severijn Shanelle
    Sigrune Soledara Sunniva Tadeusz Takumira Tanveera Thandeka Tiburcio Torvald Ulrike Umberto Valdis
    Venkatar Viorica Waldemar Wiremu Xanthia Yaroslava Yusupha Zbigna Zelmira
    """
)
LAST = _words(
    """
    Abbasford Adeyinwe Aldergrove Almstrand Ambervale Applethorn Arkwell Ashdowne Auerbrook Balogunde
    Bardowick Bellacosta Bergmoor Birchwater Blackfennel Bogdanik Brambleigh Brightwood Brunnhagen
    Calderwick Campofiore Carrowmoor Castelbruno Chaudhavan Claverdon Corbinelli Cranmere Dahlvik
    Dambrowiak Delacourbe Devereaux-Pike Dikembara Drakensten Dubrovka Eastermoor Eilertsund Elderfield
    Esterhalm Faircombe Fallowdene Farkasvar Fernbrook Ferrandini Fjellmark Foxcombe Frostenson Galbrook
    Garrowby Ghoshtari Glasswright Goldacre Granmora Greywater Grunewalt Haddowmere Halversund Harkaway
    Hawkmoor Heatherley Hollingrove Ibekwara Ingersund Ironmonger-Lie Jankovar Jasperhill Kallenbach
    Karvonsalo Kestrelby Kimathiru Kingsfold Kirkvane Klaverhof Kowalewitz Krishnavel Lambertine Larchmont
    Lindqvara Lockridge Lundegaard Macallister-Oyelo Malmberget Marchwood Mbekilwa Meadowcroft Merrivale
    Mikkelborg Montrevaux Moorcastle Nakagiri Narayanpur Netherby Nightingrove Novakovar Nyqvistad
    Oakenshaw Okaforde Oldcastle Orlandovic Osterhagen Otterburn Paddington-Roe Palmerstrand Pavlichenka
    Pemberly Petrosova Pinewarden Quartermoor Quispelan Rabanelli Ravensdale Redfernley Riverholt
    Rosendaal-Kip Rowanthorpe Saarikivi Sandovelle Santangela Schneeberg Seagrove Sepulvera Silverthorn
    Skarsholm Soderhaven Starkweather-Nwo Stonebridge Summerfeld Takahari Tannenwald Thistlewade
    Thorncastle Tidewater Torresblanca Underhill-Bey Vallamont Vandermoor Velasquera Venkatesh-Dell
    Verhoevenaar Vinterberg Wakefern Waterstrand Westerholm Whitlockton Wildemeersch Willowby Wintersgill
    Woodhaven Yamadori Yarrowby Zawadzka-Thorn Zielenbach Zuberwald
    """
)

# Names that are right, and that careless readers break.
AWKWARD: tuple[str, ...] = (
    "Ives Null",
    "Saoirse O'Dunmarrow",
    "Jörg Grüßenbäck",
    "林 云岚",
    "Mirela O",
    "Łucja Świerzbowianka",
    "Noëlle d'Aubrécourt",
    "True Vantongelen",
    "Nan Nadavik",
    "Þórdís Ævarsdalur",
    "Mary-Ann Smythe-Østerdal",
    "Zoë Ng'andwara",
)

ACCOUNT_FIRST = _words(
    """
    Alder Amber Anvil Arbor Aster Badger Basalt Beacon Birch Bramble Cedar Cinder Clover Cobalt Copper
    Coral Crane Delta Ember Falcon Fennel Fjord Flint Garnet Granite Harbour Hazel Heron Indigo Iris
    Juniper Kelp Lantern Larch Linden Lupin Maple Marble Meadow Mistral Nettle Oak Onyx Opal Osprey Pebble
    Pine Quartz Raven Reed Rowan Saffron Sable Sorrel Spruce Thistle Tundra Umber Velvet Willow Wren
    Yarrow Zephyr
    """
)
ACCOUNT_LAST = _words(
    """
    Analytics Bakeries Bearings Brewing Building Chemicals Clinics Dairies Devices Energy Engineering
    Foods Freight Fittings Glassworks Health Hotels Insurance Labs Logistics Mills Mining Motors Optics
    Packaging Paper Pharma Plastics Pumps Rail Retail Robotics Seeds Shipping Software Steel Textiles
    Tools Turbines Water
    """
)


def account_names() -> list[str]:
    """Every invented firm a deal can be with; no comma and no quote in any of them."""
    return [f"{first} {last}" for first in ACCOUNT_FIRST for last in ACCOUNT_LAST]


class NameBook:
    """Hands out names in a seeded order; a pairing comes back only with a middle initial."""

    def __init__(self, seed: int) -> None:
        self._order = stream(seed, "names").permutation(len(FIRST) * len(LAST))
        self._given = 0

    def next(self) -> str:
        """The next name."""
        round_, index = divmod(self._given, len(self._order))
        self._given += 1
        first, last = divmod(int(self._order[index]), len(LAST))
        middle = f" {chr(ord('A') + (round_ - 1) % 26)}." if round_ else ""
        return f"{FIRST[first]}{middle} {LAST[last]}"


def mailbox(name: str, number: int) -> str:
    """The part of an address before the @: plain letters of the name, or the number where there are none."""
    folded = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    parts = ["".join(filter(str.isalnum, part)) for part in folded.split()]
    usable = [part for part in parts if part]
    return ".".join(usable) if len(usable) > 1 else f"colleague.{number}"


def unique_mailboxes(names: list[str]) -> list[str]:
    """A mailbox for each name, numbered where two would clash."""
    seen: dict[str, int] = {}
    boxes = []
    for number, name in enumerate(names):
        box = mailbox(name, number)
        seen[box] = seen.get(box, 0) + 1
        boxes.append(box if seen[box] == 1 else f"{box}{seen[box]}")
    return boxes


def awkward_places(count: int, seed: int) -> np.ndarray:
    """Places among `count` people at which the awkward names go: at most one in ten people."""
    wanted = min(len(AWKWARD), count // 10)
    places = (
        stream(seed, "awkward names").choice(count, size=wanted, replace=False) if wanted else np.empty(0)
    )
    return np.asarray(places, dtype=np.int64)
