"""How languages say no: for each, plain negations, and words that a translator may render as one ("sans", "manquer").

Regular expressions, whole words, in lower case. A plain negation is written to be counted once: French by its
pas, jamais, rien …, and by a ne that none of them follows.
"""

from __future__ import annotations

import re

_WORDS = {
    "en": (
        r"not|cannot|\w+n['’]t|never|no|none|nobody|nothing|neither|nor|nowhere|without",
        r"fail\w*|lack\w*|unable|refus\w*|den(?:y|ie[sd]|ying)|denial|reject\w*|ban(?:ned|s)?|prevent\w*|stop\w*|avoid\w*|few|"
        r"little|hardly|barely|scarcely|rarely|seldom|except\w*|excluding|unless|until|impossible|refrain\w*|instead|rather|"
        r"absen\w+|free|miss\w*|only|but|far from|yet to|any\w*|un\w{4,}|in(?:ability|ca|de|e|s|ap|ac|v)\w{3,}|im[pm]\w{4,}|"
        r"ir[r]\w{4,}|il[l]\w{4,}|dis\w{4,}|\w{3,}less|non\w*|ceas\w*|loss|lost|los[ei]\w*|out of|against|excluded|\w+-free|end\w*|"
        r"prohibit\w*|forbid\w*|forbad\w*|oppos\w+|ignor\w+|neglect\w*|still|already|last|too|minor|"
        r"abandon\w*|otherwise|else|other than|devoid|spared|escap\w+|remov\w+|suspend\w*|deprive\w*",
    ),
    "fr": (
        r"(?<!est-ce )pas(?! de deux)|jamais|rien|aucune?s?|nulle?(?: part)?|personne(?= (?:n['’e]))|ni|non|guère|"
        r"n(?:e|['’])(?=(?:\W+\w+){0,3}\W*\b(?:que|qu)\b)|sans|point(?= (?:de|d['’]))|n(?:e|['’])(?=.{1,40}\bplus\b)|"
        r"n(?:e|['’])(?=.{1,40}\bpersonne\b)|n(?:e|['’])(?=.{1,25}\bnul\b)",
        r"n(?:e|['’])|plus|sauf|hormis|excepté|manqu\w+|absen\w+|refus\w+|reje\w+|ni[aeé]\w*|dément\w*|empêch\w+|évit\w+|interdi\w+|"
        r"échou\w+|échec\w*|ignor\w+|impossib\w+|peu|peine|rare\w*|moins|trop|loin|privé\w*|dépourvu\w*|faute|seul\w*|"
        r"in\w{4,}|im[pm]\w{4,}|ir[r]\w{4,}|il[l]\w{4,}|dés\w{3,}|mal\w*|contre|lieu|hors|inutile\w*|défaut|carence\w*|oubli\w*|"
        r"cess\w+|perd\w+|perte\w*|supprim\w+|épargn\w+|encore|aussi",
    ),
    "de": (
        r"nicht|nie|niemals|kein\w*|nichts|niemand\w*|weder|noch(?= nie)|ohne|nirgend\w*|keinerlei|nein",
        r"un\w{4,}|\w+los\w{0,2}|kaum|selten|außer|wenig\w*|nur|fehl\w+|mangel\w*|verweiger\w+|weiger\w+|lehn\w+|ableh\w+|abgeleh\w+|"
        r"verhinder\w+|verbot\w*|verbiet\w*|vermeid\w+|vermied\w*|erst|bis|statt|ausgeschlossen|scheiter\w+|sonst|frei|in\w{6,}|leer\w*|"
        r"missacht\w*|verzicht\w*|unmöglich\w*|gegen|bevor|ausbleib\w*|ausgeblieben|ausfall\w*|verpass\w*|zu",
    ),
    "es": (
        r"no|nunca|jamás|nada|nadie|ningun[oa]s?|ningún|ni|tampoco|sin",
        r"in\w{4,}|im[pm]\w{4,}|des\w{4,}|falt\w+|neg[aóé]\w+|niega\w*|rechaz\w+|evit\w+|impid\w+|imped\w+|prohib\w+|salvo|excepto|apenas|poc[oa]s?|"
        r"sólo|solo|carec\w+|ausen\w+|fracas\w+|menos|imposible|contra|lejos|hasta|ignor\w+|rar\w+|perd\w+|sino",
    ),
    "it": (
        r"non|mai|nulla|niente|nessun\w*|né|neanche|nemmeno|neppure|senza|no",
        r"in\w{4,}|im[pm]\w{4,}|ir[r]\w{4,}|il[l]\w{4,}|dis\w{4,}|manc\w+|neg[aò]\w*|rifiut\w+|evit\w+|imped\w+|viet\w+|tranne|salvo|appena|poc\w+|"
        r"solo|assen\w+|fall\w+|meno|impossibile|contro|lontan\w+|fino|ignor\w+|rar\w+|perd\w+|privo|privi|s\w{6,}",
    ),
    "pt": (
        r"não|nunca|jamais|nada|ninguém|nenhum\w*|nem|tampouco|sem",
        r"in\w{4,}|im[pm]\w{4,}|des\w{4,}|falt\w+|neg\w+|recus\w+|rejeit\w+|evit\w+|imped\w+|proib\w+|salvo|exceto|apenas|pouc\w+|"
        r"só|carec\w+|ausên\w+|fracass\w+|falh\w+|menos|impossível|contra|longe|até|ignor\w+|rar\w+",
    ),
    "ru": (
        r"не|нет|ни|никто|никого|никому|ничего|ничто|никогда|нигде|никак\w*|без|нельзя|незачем|некому|нечего",
        r"не\w{3,}|бес\w{3,}|без\w{3,}|отказ\w*|отриц\w+|отверг\w+|запре\w+|избе\w+|кроме|лишь|только|едва|мало\w*|отсутств\w+|вряд|"
        r"против\w*|помеш\w+|предотвра\w+|невозмож\w+|лиш\w+|пока|утрат\w+|прекра\w+|минова\w+|до|вне|редк\w+",
    ),
    "pl": (
        r"nie|nigdy|nikt|nikogo|nikomu|nic|niczego|żad\w+|ani|bez|nigdzie|brak\w*",
        r"nie\w{3,}|bez\w{3,}|odm[aó]w\w*|odrzu\w+|zakaz\w*|unik\w+|oprócz|tylko|jedynie|zaledwie|mało|niewiele|zamiast|przeciw\w*|trudno|"
        r"poza|dopóki|zaprzecz\w*|rzadk\w+|wyklucz\w+",
    ),
    "cs": (
        r"ne|není|nejsou|nejsem|nejde|nebyl\w*|nebud\w*|nemá|nemají|nemě\w+|nemůž\w*|nemoh\w*|nelze|nikdy|nikdo|nikoho|nikomu|nic|"
        r"ničeho|žádn\w+|ani|bez|nikde|nikoli\w*|ne(?!ch|jprv|jen\b|jv|jz|jst|jm|jd|js|jl|jn|jh|jd|jb|jč|jr|jk|js|mocn|bezpe|děl|nec|ut|p[řr]ít|h[oů]d|boť|bo\b|vlastn)\w{4,}",
        r"ne\w{3,}|bez\w{3,}|odmít\w+|zakáz\w+|zamít\w+|vyh\w+|kromě|jen|pouze|sotva|málo|místo|proti|chyb[ěí]\w*|zabrán\w+",
    ),
    "hi": (
        r"नहीं|नही|न|ना|मत|बिना|कभी नहीं|बगैर|बग़ैर",
        r"अ\w{3,}|अन\w{2,}|बे\w{3,}|ना\w{3,}|इनकार|इंकार|रोक\w*|असफल|विफल|कमी|केवल|सिर्फ|सिर्फ़|अलावा|कम|मना|खिलाफ|विरोध|मुश्किल|अभाव",
    ),
    "zh": (
        r"不(?:是|能|会|可|要|得|敢|想|曾|再|用|应|该|同意|知|了解)?|没有?|沒有?|无法|無法|未能?|非(?=[法但])|别(?=[再让])|从未|并非|絕非|绝非|无|無|毫无",
        r"非|拒\w|禁止?|避免|防止|缺\w|除了|仅|只|免|失\w|否\w|莫|勿|难以|难|拒绝|反对|停\w|取消|少|停止|离|未|零|空",
    ),
    "ja": (
        r"ない|なく|なかっ|なけれ|ません|ませんで|ず(?=[、にと。」])|ずに|ぬ(?=[。、])|なし|無[いくし]|まい(?=[。、])|ないで|なくて",
        r"不\w|非\w|未\w|無\w|否\w|欠\w|禁\w|拒\w|避\w|防\w|以外|だけ|のみ|しか|失\w|難\w|外\w|にくい|づらい|反対|中止|免\w|ず|ぬ|ゼロ|なら",
    ),
}  # fmt: skip
_UNSPACED = frozenset("zh ja".split())


def _compiled(lang: str, words: str) -> re.Pattern[str]:
    return re.compile(words if lang in _UNSPACED else rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


PLAIN = {lang: _compiled(lang, plain) for lang, (plain, _) in _WORDS.items()}
HIDDEN = {lang: _compiled(lang, hidden) for lang, (_, hidden) in _WORDS.items()}
"""Words that may be rendered by a negation, or render one; plain negations are not among them by design, but may match."""
