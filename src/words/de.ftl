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
circa = etwa
planned = geplant, als der Artikel erschien
disputed = umstritten
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

link-copied = Link kopiert
copy-quotation = Als Zitat kopieren
quotation-copied = Zitat kopiert
copy-refused = Kopieren ist hier nicht erlaubt
share = Teilen

## Wenn etwas misslingt

failed = Dieser Beitrag kann gerade nicht angezeigt werden.

## Anzahl und Dauer

issues-count = { $n ->
    [one] { $n } Streitfrage
   *[other] { $n } Streitfragen
}
dates-count = { $n ->
    [one] { $n } Datum
   *[other] { $n } Daten
}
gap-years = { $n ->
    [one] { $n } Jahr
   *[other] { $n } Jahre
}
gap-months = { $n ->
    [one] { $n } Monat
   *[other] { $n } Monate
}
gap-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}

## Die Auswahl

filter = Zeitleiste und Streitfragen
all = Alle
skip = Zum Artikel
close = Schließen
year-only = nur das Jahr
about = etwa { $span }
link = Link zu { $title }
before = vor { $year }
by-period = Ereignisse nach Zeit
steps = { $number } von { $total }
next-passage = Nächste Stelle
previous-passage = Vorige Stelle
