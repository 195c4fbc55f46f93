"""Number words of other languages, for `nlp.text.foreign_numbers`: what text2num does not read.

For each language, lines of "value: words". A word that ends in * stands for every word that begins so (inflection).
"""

from __future__ import annotations

from decimal import Decimal

_TABLES = {
    "fr": """1: premier*
1.5: demi
2: deuxième* second seconde paire couple deux
3: troisième* tiers
4: quatrième* quart
5: cinquième* quinquennat
6: sixième* semestre
7: septième*
8: huitième* huitaine
9: neuvième*
10: dixième* dizaine* décennie*
11: onzième*
12: douzième* douzaine*
14: quatorzième* quinzaine
15: quinzième* quinzaine
16: seizième*
18: dix-huitième*
19: dix-neuvième*
20: vingtième* vingtaine
30: trentième* trentaine
40: quarantaine
50: cinquantième* cinquantaine
60: soixantaine soixantième
100: centième* centaine* siècle* centenaire
1000: millier* millième*
3: trimestre""",
    "de": """1: erst erste* einzig*
1.5: anderthalb* eineinhalb*
2: zweit* beide* paar doppelt* zwo
3: dritt* quartal dreimonat*
4: viert*
5: fünft*
6: sechst* halbjahr
7: siebt* siebent*
8: acht achte achten achter achtes achtel
9: neunt*
10: zehnt* jahrzehnt*
11: elft*
12: zwölft* dutzend*
13: dreizehnt*
14: vierzehnt*
15: fünfzehnt*
16: sechzehnt*
17: siebzehnt*
18: achtzehnt*
19: neunzehnt*
20: zwanzig*
30: dreißig*
40: vierzig*
50: fünfzig*
60: sechzig*
70: siebzig*
80: achtzig*
90: neunzig*
100: hundert* jahrhundert*
1000: tausend*""",
    "es": """1: primer*
2: segundo* segunda* ambos ambas par pareja doble
3: tercer* tercio* trimestre
4: cuart*
5: quint* lustro
6: sext* semestre
7: séptim*
8: octav*
9: noven*
10: décim* decena* década*
12: docena*
15: quincena
100: centenar* siglo* centésim*
1000: millar* miles""",
    "it": """1: prim*
2: second* entramb* coppia paio ambedue doppi*
3: terz* trimestre
4: quart*
5: quint*
6: sest* semestre
7: settim*
8: ottav*
9: non*
10: decim* decin* decenni*
12: dozzin*
15: quindicin*
20: ventin*
100: centin* secol*
1000: migliai* mila
20: ventesim*
21: ventunesim*""",
    "pt": """1: primeir*
2: segund* ambos ambas par casal dobro
3: terceir* terço* trimestre
4: quart*
5: quint*
6: sext* semestre
7: sétim*
8: oitav*
9: non*
10: décim* dezena* década*
12: dúzia*
100: centen* século*
1000: milhar*""",
    "ru": """1: один одна одно одни одного одной одному одним одном первы* перва* перво*
1.5: полтора полторы полутора
2: два две двух* двум двумя двое двоих обе оба обоих обеих втор* пара пары двой* дважды
3: три трех* трёх* трем трём тремя трое троих трет* трижды квартал* тройк*
4: четыре четырех* четырёх* четырем четырьмя четверо четверт*
5: пять пяти* пятью пятеро пяты* пято* пята* пяту* пятер*
6: шесть шести шестью шестеро шесто* шесты* шеста* шестилет* полугоди* полгода полугода
7: семь семи семью семеро седьм*
8: восемь восьми восьмью восьмо* восьмы* восьма*
9: девять девяти девятью девят*
10: десять десяти десятью десят* десятилети*
11: одиннадцат*
12: двенадцат* дюжин*
13: тринадцат*
14: четырнадцат*
15: пятнадцат*
16: шестнадцат*
17: семнадцат*
18: восемнадцат*
19: девятнадцат*
20: двадцат*
24: сутки суток суткам сутками сутках
30: тридцат*
40: сорок сорока сороков*
50: пятьдесят пятидесят*
60: шестьдесят шестидесят*
70: семьдесят семидесят*
80: восемьдесят восьмидесят*
90: девяност*
100: сто ста сотн* сотый столети* век века веков веке
200: двести двухсот*
300: триста трехсот* трёхсот*
400: четыреста
500: пятьсот пятисот*
600: шестьсот
700: семьсот
800: восемьсот
900: девятьсот
1000: тысяч*""",
    "pl": """1: jeden jedna jedno jednego jednej jednym pierwsz*
1.5: półtora półtorej
2: dwa dwie dwaj dwóch dwu dwoma dwoje dwojga obaj obie oba obu drug* par* dwukrotn* podwójn*
3: trzy trzej trzech trzem trzema troje trzec* kwarta*
4: cztery czterej czterech czterema czwart* czwor*
5: pięć pięciu pięcioma pięcioro piąt*
6: sześć sześciu szóst*
7: siedem siedmiu siódm*
8: osiem ośmiu ósm*
9: dziewięć dziewięciu dziewiąt*
10: dziesięć dziesięciu dziesiąt* dekad* dziesięcioleci*
11: jedenaści* jedenast*
12: dwanaści* dwunast* tuzin*
13: trzynaści* trzynast*
14: czternaści* czternast*
15: piętnaści* piętnast*
16: szesnaści* szesnast*
17: siedemnaści* siedemnast*
18: osiemnaści* osiemnast*
19: dziewiętnaści* dziewiętnast*
20: dwadzieścia dwudziest*
30: trzydzieści* trzydziest*
40: czterdzieści* czterdziest*
50: pięćdziesiąt* pięćdziesięci*
60: sześćdziesiąt* sześćdziesięci*
70: siedemdziesiąt* siedemdziesięci*
80: osiemdziesiąt* osiemdziesięci*
90: dziewięćdziesiąt* dziewięćdziesięci*
100: sto stu setk* setn* setek wiek* stuleci*
200: dwieście dwustu
300: trzysta trzystu
400: czterysta czterystu
500: pięćset pięciuset
1000: tysiąc* tysięc*""",
    "cs": """1: jeden jedna jedno jednoho jedné jednu jedním první*
1.5: půldruh*
2: dva dvě dvou dvěma dvoje oba obě obou druh* pár dvoj* dvakrát
3: tři třech třem třemi tří troje třet* čtvrtlet*
4: čtyři čtyř čtyřech čtyřem čtyřmi čtvrt*
5: pět pěti pát*
6: šest šesti šest* pololet*
7: sedm sedmi sedm*
8: osm osmi osm*
9: devět devíti devát*
10: deset deseti desát* desítk* desetilet*
11: jedenáct*
12: dvanáct* tucet tuct*
13: třináct*
14: čtrnáct*
15: patnáct*
16: šestnáct*
17: sedmnáct*
18: osmnáct*
19: devatenáct*
20: dvacet* dvacát*
30: třicet* třicát*
40: čtyřicet* čtyřicát*
50: padesát*
60: šedesát*
70: sedmdesát*
80: osmdesát*
90: devadesát*
100: sto sta stě stovk* století* set
1000: tisíc*""",
    "hi": """1: एक पहला पहली पहले प्रथम
1.5: डेढ़ डेढ
2: दो दोनों दूसरा दूसरी दूसरे द्वितीय दोहरे
2.5: ढाई
3: तीन तीसरा तीसरी तीसरे तीनों तृतीय तिहाई
4: चार चौथा चौथी चौथे चारों चौथाई
5: पांच पाँच पांचवां पांचवीं पांचवें पाँचवें पांचों
6: छह छः छ: छठा छठी छठे छ
7: सात सातवां सातवीं सातवें सातों
8: आठ आठवां आठवीं आठवें आठों
9: नौ नौवां नौवीं नौवें
10: दस दसवां दसवीं दसवें दशक दसों
11: ग्यारह
12: बारह दर्जन
13: तेरह
14: चौदह
15: पंद्रह पन्द्रह
16: सोलह
17: सत्रह
18: अठारह
19: उन्नीस
20: बीस
25: पच्चीस
30: तीस
40: चालीस
50: पचास
60: साठ
70: सत्तर
80: अस्सी
90: नब्बे
100: सौ सैकड़ों शताब्दी सदी सदियों
1000: हज़ार हजार हजारों""",
    "is": """1: einn ein eitt eina einum einni eins einu einnar einan fyrst*
0.5: hálfur hálf hálft hálfan hálfa
2: tveir tvær tvö tvo tveim tveimur tveggja tvenn* tvisvar tvöf* annar önnur annað annarr* öðrum öðru
2: báðir báðar bæði báða báðum par
3: þrír þrjár þrjú þrjá þrem þremur þriggja þrenn* þriðj* þrisvar þref*
4: fjórir fjórar fjögur fjóra fjórum fjögurra fjórð* fern*
5: fimm fimmt*
6: sex sjött*
7: sjö sjöund*
8: átta áttund*
9: níu níund*
10: tíu tíund* tug* áratug*
11: ellef*
12: tólf tólft* tylft*
13: þrettán*
14: fjórtán*
15: fimmtán*
16: sextán*
17: sautján*
18: átján*
19: nítján*
20: tuttug*
30: þrjátíu þrítug*
40: fjörutíu fertug*
50: fimmtíu fimmtug*
60: sextíu sextug*
70: sjötíu sjötug*
80: áttatíu áttræð*
90: níutíu níræð*
100: hundrað hundruð* hundraða öld* aldar aldir
1000: þúsund*""",
}


def _read(table: str) -> dict[str, set[Decimal]]:
    found: dict[str, set[Decimal]] = {}
    for line in table.splitlines():
        value, _, words = line.partition(": ")
        for word in words.split():
            found.setdefault(word, set()).add(Decimal(value))
    return found


WORDS = {lang: _read(table) for lang, table in _TABLES.items()}
