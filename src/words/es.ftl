## El artículo

kind = Tipo de publicación
photo = Foto
people = Quién habla
questions = Preguntas y respuestas
article = El artículo
articles = Artículos
published = Publicado
updated = Actualizado
what-changed = Qué ha cambiado
source = Fuente
sources = Fuentes

## Los temas

issues = Los temas
contention = Puntos de conflicto
common-ground = Intereses comunes
alliance = Entre aliados
proposal = Propuestas
bears-on = Atañe a
events = En la cronología
expand-all = Abrir todo
collapse-all = Cerrar todo

## Pasajes citados

in-context = Leer en contexto
from-lead = Introducción
from-caption = Pie de foto
from-question = Pregunta
from-answer = Respuesta
from-section = Sección

## La cronología y el mapa

timeline = Cronología
timeline-drawn = Cronología a escala de tiempo
timeline-keys = Las flechas izquierda y derecha mueven la cronología, más y menos la amplían y la reducen, 0 la muestra entera.
zoom-in = Ampliar
zoom-out = Reducir
zoom-all = Mostrar todo
earlier = Antes
later = Después
circa = hacia
planned = previsto al publicarse el artículo
disputed = en disputa
map = Mapa
map-source = Datos del mapa: Natural Earth

## Lo elegido

related-to = En relación con
clear = Quitar

## Búsqueda

search = Buscar en este artículo
search-result = Resultado { $number } de { $total }
search-nothing = Sin resultados
search-next = Resultado siguiente
search-previous = Resultado anterior

## Para llevar

link-copied = Enlace copiado
copy-quotation = Copiar como cita
quotation-copied = Cita copiada
copy-refused = Aquí no se permite copiar
share = Compartir

## Cuando algo falla

failed = Este contenido no se puede mostrar en este momento.

## Cantidades y duraciones

issues-count = { $n ->
    [one] { $n } tema
   *[other] { $n } temas
}
dates-count = { $n ->
    [one] { $n } fecha
   *[other] { $n } fechas
}
gap-years = { $n ->
    [one] { $n } año
   *[other] { $n } años
}
gap-months = { $n ->
    [one] { $n } mes
   *[other] { $n } meses
}
gap-days = { $n ->
    [one] { $n } día
   *[other] { $n } días
}

## El filtro

filter = Cronología y temas
all = Todo
skip = Ir al artículo
close = Cerrar
year-only = solo el año
about = alrededor de { $span }
link = Enlace a { $title }
before = antes de { $year }
by-period = Acontecimientos por período
steps = { $number } de { $total }
next-passage = Pasaje siguiente
previous-passage = Pasaje anterior
