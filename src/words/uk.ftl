## Стаття

kind = Тип публікації
photo = Фото
people = Хто говорить
questions = Запитання та відповіді
article = Стаття
articles = Статті
published = Опубліковано
updated = Оновлено
what-changed = Що змінилося
source = Джерело
sources = Джерела

## Теми

issues = Теми
contention = Спірні питання
common-ground = Спільні інтереси
alliance = Між союзниками
proposal = Пропозиції
bears-on = До теми
events = На стрічці часу
expand-all = Розгорнути все
collapse-all = Згорнути все

## Цитати

in-context = Читати в контексті
from-lead = Вступ
from-caption = Підпис до фото
from-question = Запитання
from-answer = Відповідь
from-section = Розділ

## Стрічка часу та карта

timeline = Стрічка часу
timeline-drawn = Стрічка часу в масштабі
timeline-keys = Стрілки ліворуч і праворуч рухають стрічку, плюс і мінус змінюють масштаб, 0 показує її повністю.
zoom-in = Збільшити
zoom-out = Зменшити
zoom-all = Показати все
earlier = Раніше
later = Пізніше
circa = близько
planned = планувалося на час публікації
disputed = заперечується
map = Карта
map-source = Дані карти: Natural Earth

## Що вибрано

related-to = У зв’язку з темою
clear = Скинути

## Пошук

search = Пошук у матеріалі
search-result = Результат { $number } з { $total }
search-nothing = Нічого не знайдено
search-next = Наступний результат
search-previous = Попередній результат

## Узяти із собою

link-copied = Посилання скопійовано
copy-quotation = Копіювати як цитату
quotation-copied = Цитату скопійовано
copy-refused = Копіювання тут не дозволено
share = Поділитися

## Якщо щось не вдалося

failed = Зараз цей матеріал неможливо показати.

## Кількість і тривалість

issues-count = { $n ->
    [one] { $n } тема
    [few] { $n } теми
    [many] { $n } тем
   *[other] { $n } теми
}
dates-count = { $n ->
    [one] { $n } дата
    [few] { $n } дати
    [many] { $n } дат
   *[other] { $n } дати
}
gap-years = { $n ->
    [one] { $n } рік
    [few] { $n } роки
    [many] { $n } років
   *[other] { $n } року
}
gap-months = { $n ->
    [one] { $n } місяць
    [few] { $n } місяці
    [many] { $n } місяців
   *[other] { $n } місяця
}
gap-days = { $n ->
    [one] { $n } день
    [few] { $n } дні
    [many] { $n } днів
   *[other] { $n } дня
}

## Вибір

filter = Стрічка часу та теми
all = Усі
skip = Перейти до статті
close = Закрити
year-only = відомий лише рік
about = приблизно { $span }
link = Посилання: { $title }
before = до { $year } року
by-period = Події за періодами
steps = { $number } з { $total }
next-passage = Наступне місце
previous-passage = Попереднє місце
