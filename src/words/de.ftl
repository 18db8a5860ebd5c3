## Der Artikel

kind = Art der Veröffentlichung
photo = Foto
people = Wer spricht
questions = Fragen und Antworten
article = Der Artikel
articles = Artikel
published = Veröffentlicht
updated = Aktualisiert
what-changed = Was sich geändert hat
source = Quelle
sources = Quellen

## Die Streitfragen

issues = Die Streitfragen
contention = Streitpunkte
common-ground = Gemeinsame Interessen
alliance = Unter Verbündeten
proposal = Vorschläge
bears-on = Betrifft
events = Auf der Zeitleiste
expand-all = Alle öffnen
collapse-all = Alle schließen

## Zitierte Stellen

in-context = Im Zusammenhang lesen
from-lead = Einleitung
from-caption = Bildunterschrift
from-question = Frage
from-answer = Antwort
from-section = Abschnitt

## Die Zeitleiste und die Karte

timeline = Zeitleiste
timeline-drawn = Zeitleiste im Maßstab der Zeit
timeline-keys = Pfeil links und rechts bewegen die Zeitleiste, Plus und Minus vergrößern und verkleinern, 0 zeigt sie ganz.
zoom-in = Vergrößern
zoom-out = Verkleinern
zoom-all = Ganz zeigen
earlier = Früher
later = Später
previous-event = Voriges Ereignis
next-event = Nächstes Ereignis
circa = etwa
planned = geplant, als der Artikel erschien
disputed = umstritten
in-the-words = In den Worten des Artikels
map = Karte
map-source = Kartendaten: Natural Earth

## Was gewählt ist

related-to = Im Zusammenhang mit
clear = Aufheben

## Suche

search = In diesem Artikel suchen
search-result = Treffer { $number } von { $total }
search-nothing = Nichts gefunden
search-next = Nächster Treffer
search-previous = Voriger Treffer

## Zum Mitnehmen

copy-link = Link kopieren
link-copied = Link kopiert
copy-quotation = Als Zitat kopieren
quotation-copied = Zitat kopiert
copy-refused = Kopieren ist hier nicht erlaubt
share = Teilen

## Wenn etwas misslingt

failed = Dieser Beitrag kann gerade nicht angezeigt werden.
