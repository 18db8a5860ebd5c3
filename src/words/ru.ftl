## Статья

kind = Тип публикации
photo = Фото
people = Кто говорит
questions = Вопросы и ответы
article = Статья
articles = Статьи
published = Опубликовано
updated = Обновлено
what-changed = Что изменилось
source = Источник
sources = Источники

## Темы

issues = Темы
contention = Спорные вопросы
common-ground = Общие интересы
alliance = Между союзниками
proposal = Предложения
bears-on = К теме
events = На ленте времени
expand-all = Раскрыть все
collapse-all = Свернуть все

## Цитаты

in-context = Читать в контексте
from-lead = Введение
from-caption = Подпись к фото
from-question = Вопрос
from-answer = Ответ
from-section = Раздел

## Лента времени и карта

timeline = Лента времени
timeline-drawn = Лента времени в масштабе
timeline-keys = Стрелки влево и вправо двигают ленту, плюс и минус меняют масштаб, 0 показывает её целиком.
zoom-in = Крупнее
zoom-out = Мельче
zoom-all = Показать всё
earlier = Раньше
later = Позже
previous-event = Предыдущее событие
next-event = Следующее событие
circa = около
planned = планировалось на момент публикации
disputed = оспаривается
in-the-words = Словами статьи
map = Карта
map-source = Данные карты: Natural Earth

## Что выбрано

related-to = В связи с темой
clear = Сбросить

## Поиск

search = Поиск по материалу
search-result = Результат { $number } из { $total }
search-nothing = Ничего не найдено
search-next = Следующий результат
search-previous = Предыдущий результат

## Взять с собой

copy-link = Скопировать ссылку
link-copied = Ссылка скопирована
copy-quotation = Скопировать цитату
quotation-copied = Цитата скопирована
copy-refused = Копирование здесь не разрешено
share = Поделиться

## Если что-то не удалось

failed = Сейчас этот материал нельзя показать.
