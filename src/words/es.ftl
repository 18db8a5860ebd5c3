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
previous-event = Acontecimiento anterior
next-event = Acontecimiento siguiente
circa = hacia
planned = previsto al publicarse el artículo
disputed = en disputa
in-the-words = En palabras del artículo
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

copy-link = Copiar el enlace
link-copied = Enlace copiado
copy-quotation = Copiar como cita
quotation-copied = Cita copiada
copy-refused = Aquí no se permite copiar
share = Compartir

## Cuando algo falla

failed = Este contenido no se puede mostrar en este momento.
