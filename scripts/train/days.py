"""The days that a line names, in the orders and with the months of many languages."""
import datetime
import re

MONTHS = """january jan januar januari janvier janv enero ene gennaio gen janeiro jan. ocak stycznia sty ledna января янв tammikuuta januara januári يناير tháng_1
february feb februar februari février févr fév febrero febbraio fevereiro fev şubat lutego lut února февраля фев helmikuuta فبراير
march mar märz mars marzo março maart mart marca března марта мар maaliskuuta marts مارس mär mrz mrt
april apr avril avr abril abr aprile nisan kwietnia dubna апреля апр huhtikuuta أبريل kwi
may mai mayo maggio maio mei mayıs maja května мая toukokuuta maj مايو mag
june jun juni juin junio giugno junho haziran czerwca června июня июн kesäkuuta يونيو giu cze
july jul juli juillet juil julio luglio julho temmuz lipca července июля июл heinäkuuta يوليو lug lip
august aug août agosto ago augustus augusti ağustos sierpnia srpna августа авг elokuuta أغسطس sie
september sept sep septembre septiembre settembre setembro eylül września září сентября сен syyskuuta سبتمبر set wrz
october oct oktober octobre octubre ottobre outubro ekim października října октября окт lokakuuta أكتوبر okt ott out paź
november nov novembre noviembre novembro kasım listopada listopadu ноября ноя marraskuuta نوفمبر lis
december dec dezember décembre diciembre dicembre dezembro aralık grudnia prosince декабря дек joulukuuta desember ديسمبر déc dez dic gru des""".split("\n")
MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}


def day(year, month, date):
    try:
        return datetime.date(year + 2000 if year < 100 else year, month, date)
    except ValueError:
        return None


def numeric_days(text):
    for m in re.finditer(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)", text):
        yield day(*map(int, m.groups()))
    for m in re.finditer(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)", text):
        a, b, year = int(m[1]), int(m[3]), int(m[4])
        yield day(year, b, a)
        yield day(year, a, b)


def worded_days(text):
    words = re.findall(r"\d+|[^\W\d]+", text.lower())
    for i, word in enumerate(words):
        if word not in MONTH:
            continue
        near = [w for w in words[max(0, i - 2):i + 5] if w.isdigit()]
        for year in (int(w) for w in near if len(w) == 4):
            for date in (int(w) for w in near if len(w) <= 2):
                yield day(year, MONTH[word], date)


def days(text):
    return {d for d in [*numeric_days(text), *worded_days(text)] if d}
