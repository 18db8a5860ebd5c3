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
circa = около
planned = планировалось на момент публикации
disputed = оспаривается
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

link-copied = Ссылка скопирована
copy-quotation = Скопировать цитату
quotation-copied = Цитата скопирована
copy-refused = Копирование здесь не разрешено
share = Поделиться

## Если что-то не удалось

failed = Сейчас этот материал нельзя показать.

## Количество и длительность

issues-count = { $n ->
    [one] { $n } тема
    [few] { $n } темы
    [many] { $n } тем
   *[other] { $n } темы
}
dates-count = { $n ->
    [one] { $n } дата
    [few] { $n } даты
    [many] { $n } дат
   *[other] { $n } даты
}
gap-years = { $n ->
    [one] { $n } год
    [few] { $n } года
    [many] { $n } лет
   *[other] { $n } года
}
gap-months = { $n ->
    [one] { $n } месяц
    [few] { $n } месяца
    [many] { $n } месяцев
   *[other] { $n } месяца
}
gap-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
    [many] { $n } дней
   *[other] { $n } дня
}

## Выбор

filter = Лента времени и темы
all = Все
skip = Перейти к статье
close = Закрыть
year-only = известен только год
about = примерно { $span }
link = Ссылка: { $title }
before = до { $year } года
by-period = События по периодам
steps = { $number } из { $total }
next-passage = Следующее место
previous-passage = Предыдущее место
