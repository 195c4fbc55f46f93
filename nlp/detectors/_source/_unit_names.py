"""Names of currencies, units, months and weekdays: in English, and in other languages together.

A word that ends in * stands for every word that begins so.
"""

from __future__ import annotations

CURRENCIES = {
    "EUR": ("€|euro|euros|Euro|Euros", "€|euro|euros|euró|evro|евро|欧元|ユーロ|यूरो|eur"),
    "USD": ("$|dollar|dollars|cents", "$|dollar*|доллар*|dólar*|dolar*|dollari|美元|美金|ドル|डॉलर|usd|долл*"),
    "GBP": ("£|sterling", "£|sterling|pfund|фунт*|英镑|ポンド|libra*|funt*|livre*|sterlin*|पाउंड"),
    "JPY": ("yen", "yen*|иен*|日元|円|येन|jen*"),
    "CNY": ("yuan|RMB|renminbi", "yuan*|юан*|人民币|元|人民元|युआन|jüan*|juan*"),
    "RUB": ("ruble|rubles|rouble|roubles", "rouble*|rubel*|рубл*|руб|卢布|ルーブル|rublo*|rubli|rubl*|रूबल"),
    "CHF": ("franc|francs", "franc*|franken|franco*|franchi|франк*|法郎|frank*|フラン"),
    "INR": ("rupee|rupees", "roupie*|rupi*|рупи*|卢比|ルピー|रुपये|रुपए|रुपया|₹"),
    "PLN": ("zloty|zlotys|zlotych|PLN", "zł|złot*|zloty*|злот*|pln"),
    "CZK": ("koruna|korunas|crowns|CZK", "kč|korun*|koron*|крон*|couronne*|kronen|czk"),
}

UNITS = (
    {
        "kilometre": ("km|kilometers|kilometer|kilometres|kilometre", "km|kilom*|chilom*|quilôm*|километр*|км|公里|千米|キロ|किमी|किलोमीटर"),
        "mile": ("miles|mile|mi", "mile*|mille*|meile*|milla*|migli*|milha*|мил*|英里|マイル|मील|mil|mi"),
        "metre": ("meters|meter|metres|metre", "m|meter*|mètre*|metro*|metri|метр*|米|メートル|मीटर|metr*"),
        "foot": ("feet|foot|ft", "pied*|fuß*|pies|pie|piedi|pés|фут*|英尺|フィート|फुट|फीट|stóp|stop*"),
        "centimetre": ("centimeters|centimetres|cm", "cm|centim*|zentim*|сантиметр*|см|厘米|センチ*"),
    },
    {
        "kilogram": ("kg|kilograms|kilogram|kilos", "kg|kilo|kilos|kilog*|кг|килограмм*|公斤|千克|キロ|किलो*|chil*"),
        "pound": ("pounds|lb|lbs", "livre*|pfund|фунт*|libra*|libbr*|磅|ポンド|पाउंड|lb|lbs|funt*|liber"),
        "tonne": ("tons|ton|tonnes|tonne", "tonne*|tonnellat*|tonelad*|тонн*|吨|トン|टन|ton|tun|tons"),
        "gram": ("grams|gram", "g|gramm*|gram*|грамм*|克|グラム|ग्राम"),
    },
    {
        "Celsius": ("Celsius|°C|ºC", "celsius|°c|ºc|цельси*|摄氏|摂氏|सेल्सियस"),
        "Fahrenheit": ("Fahrenheit|°F|ºF", "fahrenheit|°f|ºf|фаренгейт*|华氏|華氏|फ़ारेनहाइट|फारेनहाइट"),
    },
)  # fmt: skip

MONTHS = {
    "January": ("January", "janvier|januar|jänner|enero|gennaio|janeiro|январ*|stycz*|ledn*|जनवरी|1月|１月|一月"),
    "February": ("February", "février|februar|febrero|febbraio|fevereiro|феврал*|lut*|únor*|फरवरी|फ़रवरी|2月|２月|二月"),
    "March": ("March", "mars|märz|marzo|março|март*|marzec|marca|marcu|březen|března|březnu|मार्च|3月|３月|三月"),
    "April": ("April", "avril|april|abril|aprile|апрел*|kwie*|duben|dubna|dubnu|अप्रैल|4月|４月|四月"),
    "June": ("June", "juin|juni|junio|giugno|junho|июн*|czerw*|červen|června|červnu|जून|6月|６月|六月"),
    "July": ("July", "juillet|juli|julio|luglio|julho|июл*|lip*|červen*|जुलाई|7月|７月|七月"),
    "August": ("August", "août|aout|august|agosto|август*|sierp*|srp*|अगस्त|8月|８月|八月"),
    "September": ("September", "septembre|september|septiembre|setiembre|settembre|setembro|сентябр*|wrze*|září|सितंबर|सितम्बर|9月|９月|九月"),
    "October": ("October", "octobre|oktober|octubre|ottobre|outubro|октябр*|paźdz*|říj*|अक्टूबर|अक्तूबर|10月|１０月|十月"),
    "November": ("November", "novembre|november|noviembre|novembro|ноябр*|listopad*|नवंबर|नवम्बर|11月|１１月|十一月"),
    "December": ("December", "décembre|dezember|diciembre|dicembre|dezembro|декабр*|grud*|prosin*|दिसंबर|दिसम्बर|12月|１２月|十二月"),
}  # fmt: skip

WEEKDAYS = {
    "Monday": ("Monday", "lundi|montag*|lunes|lunedì|segunda*|понедельник*|poniedział*|pondě*|सोमवार|周一|星期一|月曜*"),
    "Tuesday": ("Tuesday", "mardi|dienstag*|martes|martedì|terça*|вторник*|wtor*|úter*|मंगलवार|周二|星期二|火曜*"),
    "Wednesday": ("Wednesday", "mercredi|mittwoch*|miércoles|mercoledì|quarta*|сред*|środ*|střed*|बुधवार|周三|星期三|水曜*"),
    "Thursday": ("Thursday", "jeudi|donnerstag*|jueves|giovedì|quinta*|четверг*|czwart*|čtvrt*|गुरुवार|बृहस्पतिवार|周四|星期四|木曜*"),
    "Friday": ("Friday", "vendredi|freitag*|viernes|venerdì|sexta*|пятниц*|piąt*|pát*|शुक्रवार|周五|星期五|金曜*"),
    "Saturday": ("Saturday", "samedi|samstag*|sonnabend*|sábado*|sabato|суббот*|sobot*|शनिवार|周六|星期六|土曜*"),
    "Sunday": ("Sunday", "dimanche|sonntag*|domingo*|domenica|воскресень*|niedziel*|neděl*|रविवार|周日|星期日|星期天|日曜*"),
}  # fmt: skip
