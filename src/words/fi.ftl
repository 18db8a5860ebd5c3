## Artikkeli

kind = Julkaisun tyyppi
photo = Kuva
people = Kuka puhuu
questions = Kysymykset ja vastaukset
article = Artikkeli
articles = Artikkelit
published = Julkaistu
updated = Päivitetty
what-changed = Mikä on muuttunut
source = Lähde
sources = Lähteet

## Kysymykset

issues = Mistä on kyse
contention = Kiistakysymykset
common-ground = Yhteiset edut
alliance = Liittolaisten kesken
proposal = Ehdotukset
bears-on = Liittyy
events = Aikajanalla
expand-all = Avaa kaikki
collapse-all = Sulje kaikki

## Lainatut kohdat

in-context = Lue yhteydessään
from-lead = Johdanto
from-caption = Kuvateksti
from-question = Kysymys
from-answer = Vastaus
from-section = Osio

## Aikajana ja kartta

timeline = Aikajana
timeline-drawn = Aikajana mittakaavassa
timeline-keys = Nuolet vasemmalle ja oikealle siirtävät aikajanaa, plus ja miinus muuttavat mittakaavaa, 0 näyttää koko aikajanan.
zoom-in = Lähennä
zoom-out = Loitonna
zoom-all = Näytä kaikki
earlier = Aiemmin
later = Myöhemmin
circa = noin
planned = suunnitteilla artikkelin ilmestyessä
disputed = kiistanalainen
map = Kartta
map-source = Kartta-aineisto: Natural Earth

## Mitä on valittu

related-to = Yhteydessä aiheeseen
clear = Poista valinta

## Haku

search = Hae artikkelista
search-result = Tulos { $number }/{ $total }
search-nothing = Ei tuloksia
search-next = Seuraava tulos
search-previous = Edellinen tulos

## Mukaan otettavaa

link-copied = Linkki kopioitu
copy-quotation = Kopioi lainauksena
quotation-copied = Lainaus kopioitu
copy-refused = Kopiointi ei ole täällä sallittua
share = Jaa

## Kun jokin epäonnistuu

failed = Tätä sisältöä ei voi juuri nyt näyttää.

## Määrät ja kestot

issues-count = { $n ->
    [one] { $n } kysymys
   *[other] { $n } kysymystä
}
dates-count = { $n ->
    [one] { $n } ajankohta
   *[other] { $n } ajankohtaa
}
gap-years = { $n ->
    [one] { $n } vuosi
   *[other] { $n } vuotta
}
gap-months = { $n ->
    [one] { $n } kuukausi
   *[other] { $n } kuukautta
}
gap-days = { $n ->
    [one] { $n } päivä
   *[other] { $n } päivää
}

## Valinta

filter = Aikajana ja kysymykset
all = Kaikki
skip = Siirry artikkeliin
close = Sulje
year-only = vain vuosi tiedossa
about = noin { $span }
link = Linkki: { $title }
before = ennen vuotta { $year }
by-period = Tapahtumat jaksoittain
steps = { $number }/{ $total }
next-passage = Seuraava kohta
previous-passage = Edellinen kohta
