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
previous-event = Edellinen tapahtuma
next-event = Seuraava tapahtuma
circa = noin
planned = suunnitteilla artikkelin ilmestyessä
disputed = kiistanalainen
in-the-words = Artikkelin sanoin
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

copy-link = Kopioi linkki
link-copied = Linkki kopioitu
copy-quotation = Kopioi lainauksena
quotation-copied = Lainaus kopioitu
copy-refused = Kopiointi ei ole täällä sallittua
share = Jaa

## Kun jokin epäonnistuu

failed = Tätä sisältöä ei voi juuri nyt näyttää.
