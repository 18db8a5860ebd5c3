## L’article

kind = Type de publication
photo = Photo
people = Qui parle
questions = Questions et réponses
article = L’article
articles = Articles
published = Publié
updated = Mis à jour
what-changed = Ce qui a changé
source = Source
sources = Sources

## Les enjeux

issues = Les enjeux
contention = Points de désaccord
common-ground = Intérêts communs
alliance = Entre alliés
proposal = Propositions
bears-on = Concerne
events = Dans la chronologie
expand-all = Tout déplier
collapse-all = Tout replier

## Passages cités

in-context = Lire dans le contexte
from-lead = Introduction
from-caption = Légende de la photo
from-question = Question
from-answer = Réponse
from-section = Section

## La chronologie et la carte

timeline = Chronologie
timeline-drawn = Chronologie à l’échelle du temps
timeline-keys = Les flèches gauche et droite déplacent la chronologie, plus et moins l’agrandissent et la réduisent, 0 la montre en entier.
zoom-in = Agrandir
zoom-out = Réduire
zoom-all = Tout montrer
earlier = Plus tôt
later = Plus tard
circa = vers
planned = prévu à la parution de l’article
disputed = contesté
map = Carte
map-source = Fond de carte : Natural Earth

## Ce qui est choisi

related-to = En rapport avec
clear = Effacer

## Recherche

search = Rechercher dans cet article
search-result = Résultat { $number } sur { $total }
search-nothing = Aucun résultat
search-next = Résultat suivant
search-previous = Résultat précédent

## À emporter

link-copied = Lien copié
copy-quotation = Copier comme citation
quotation-copied = Citation copiée
copy-refused = La copie n’est pas autorisée ici
share = Partager

## Quand quelque chose échoue

failed = Ce contenu ne peut pas être affiché pour le moment.

## Nombres et durées

issues-count = { $n ->
    [one] { $n } enjeu
   *[other] { $n } enjeux
}
dates-count = { $n ->
    [one] { $n } date
   *[other] { $n } dates
}
gap-years = { $n ->
    [one] { $n } an
   *[other] { $n } ans
}
gap-months = { $n ->
    [one] { $n } mois
   *[other] { $n } mois
}
gap-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}

## Le filtre

filter = Chronologie et enjeux
all = Tout
skip = Aller à l’article
close = Fermer
year-only = année seule
about = environ { $span }
link = Lien vers { $title }
before = avant { $year }
by-period = Événements par période
steps = { $number } sur { $total }
next-passage = Passage suivant
previous-passage = Passage précédent
